import { useState } from "react";
import { Dialog, Slider } from "../../parts";
import { pictureTitle, type ShownPicture } from "./pictures";

/** Two pictures over each other, with a line between them that can be moved. */
export function CompareDialog({ isOpen, onClose, left, right }: { isOpen: boolean; onClose: () => void; left: ShownPicture; right: ShownPicture }) {
  const [share, setShare] = useState(0.5);
  const percent = `${share * 100}%`;
  return (
    <Dialog title="Compare two pictures" size="full" isOpen={isOpen} onClose={onClose}>
      <div className="compare">
        <div
          className="compare-pictures"
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event) => {
            if (event.buttons === 0) return;
            const box = event.currentTarget.querySelector("img")!.getBoundingClientRect();
            setShare(Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1));
          }}
        >
          <div className="compare-frame">
            <img src={left.address} alt={pictureTitle(left)} draggable={false} />
            <img src={right.address} alt={pictureTitle(right)} draggable={false} style={{ clipPath: `inset(0 0 0 ${percent})` }} />
            <span className="compare-line" style={{ left: percent }} aria-hidden />
          </div>
        </div>
        <div className="compare-names">
          <span className="cut">{pictureTitle(left)}</span>
          <span className="cut">{pictureTitle(right)}</span>
        </div>
        <Slider label="Line between the two" value={share} min={0} max={1} step={0.01} onChange={setShare} shown={`${Math.round(share * 100)} %`} />
      </div>
    </Dialog>
  );
}
