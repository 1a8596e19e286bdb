import { Check, Columns2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button, ToggleIconButton } from "../../parts";
import { useNow } from "../../state/clock";
import { passName, pictureAge, pictureTitle, useGallery, type ShownPicture } from "./pictures";
import { CompareDialog } from "./CompareDialog";
import { Lightbox } from "./Lightbox";

export function Gallery({ empty }: { empty: ReactNode }) {
  const pictures = useGallery();
  const now = useNow();
  const [shown, setShown] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const [comparing, setComparing] = useState(false);
  if (pictures === null) return null;
  if (pictures.length === 0) return <>{empty}</>;

  const pair = chosen.map((name) => pictures.find((each) => each.name === name)).filter((each): each is ShownPicture => each !== undefined);
  const press = (name: string) => {
    if (!choosing) setShown(name);
    else setChosen(chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen.slice(-1), name]);
  };
  return (
    <>
      <div className="gallery-bar">
        <h2>Pictures</h2>
        <span className="muted numbers">{pictures.length}</span>
        <span className="bar-space" />
        {choosing && <span className="muted">{pair.length < 2 ? "Choose two pictures" : ""}</span>}
        {pair.length === 2 && (
          <Button size="small" variant="primary" onPress={() => setComparing(true)}>
            Compare
          </Button>
        )}
        <ToggleIconButton
          label={choosing ? "Leave the comparison" : "Compare two pictures"}
          icon={Columns2}
          isSelected={choosing}
          onChange={(on) => {
            setChoosing(on);
            setChosen([]);
          }}
        />
      </div>
      <ul className="gallery">
        {pictures.map((picture) => {
          const at = chosen.indexOf(picture.name);
          const name = picture.pass === "color" ? picture.render.renderer : `${picture.render.renderer} · ${passName(picture)}`;
          const when = pictureAge(picture, now);
          return (
            <li key={picture.name}>
              <button
                type="button"
                className={`gallery-picture ${at >= 0 ? "chosen" : ""}`}
                aria-label={`${name} ${when}, view ${picture.camera + 1}`}
                title={pictureTitle(picture)}
                {...(choosing && { "aria-pressed": at >= 0 })}
                onClick={() => press(picture.name)}
              >
                <img src={`${picture.address}?size=256`} alt="" loading="lazy" decoding="async" />
                {at >= 0 && (
                  <span className="gallery-tick">
                    <Check size={12} aria-hidden />
                  </span>
                )}
                <span className="gallery-text">
                  <span className="cut">{name}</span>{" "}
                  <span className="muted cut">{when}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <Lightbox pictures={pictures} shown={shown} onShow={setShown} />
      {pair.length === 2 && <CompareDialog isOpen={comparing} onClose={() => setComparing(false)} left={pair[0]!} right={pair[1]!} />}
    </>
  );
}
