// The picture of an object. It is asked for when it comes into view; one that was never drawn comes when the server has drawn it.

import { useEffect, useRef, useState } from "react";
import { onEvent } from "../../state/studio";
import { pictureAddress } from "./catalogueApi";
import { useSeen } from "./useSeen";

const side = 160;

export function CataloguePicture({ itemKey }: { itemKey: string }) {
  const blank = useRef<HTMLSpanElement>(null);
  const seen = useSeen(blank);
  const [address, setAddress] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!seen) return;
    let over = false;
    let made: string | null = null;
    const load = async () => {
      const response = await fetch(pictureAddress(itemKey, side), { credentials: "same-origin" });
      if (over) return;
      setFailed(response.status >= 400);
      if (response.status !== 200) return;
      made = URL.createObjectURL(await response.blob());
      if (over) URL.revokeObjectURL(made);
      else setAddress(made);
    };
    load().catch(() => setFailed(true));
    const end = onEvent((event) => {
      if (event.type !== "catalogue_picture" || event.key !== itemKey) return;
      if (event.failed === true) setFailed(true);
      else load().catch(() => undefined);
    });
    return () => {
      over = true;
      end();
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [itemKey, seen]);
  if (address !== null) return <img src={address} alt="" draggable={false} />;
  return (
    <span ref={blank} className={`catalogue-blank ${failed ? "failed" : ""}`} aria-hidden>
      {/* a thing on the ground, drawn by its outline */}
      <svg viewBox="0 0 48 48" fill="none" stroke="currentColor" strokeWidth={1.2} strokeLinejoin="round">
        <path d="M24 10 38 17v14L24 38 10 31V17z" />
        <path d="m10 17 14 7 14-7M24 24v14" />
      </svg>
    </span>
  );
}
