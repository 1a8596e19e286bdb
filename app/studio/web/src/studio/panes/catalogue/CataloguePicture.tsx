// The picture of an object. One that was never drawn comes when the server has drawn it.

import { Box } from "lucide-react";
import { useEffect, useState } from "react";
import { onEvent } from "../../state/studio";
import { pictureAddress } from "./catalogueApi";

const side = 160;

export function CataloguePicture({ itemKey }: { itemKey: string }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let over = false;
    let made: string | null = null;
    const load = async () => {
      const response = await fetch(pictureAddress(itemKey, side), { credentials: "same-origin" });
      if (over || response.status !== 200) return;
      made = URL.createObjectURL(await response.blob());
      if (over) URL.revokeObjectURL(made);
      else setAddress(made);
    };
    load().catch(() => undefined);
    const end = onEvent((event) => {
      if (event.type === "catalogue_picture" && event.key === itemKey && event.failed !== true) load().catch(() => undefined);
    });
    return () => {
      over = true;
      end();
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [itemKey]);
  return address === null ? <Box className="catalogue-blank" size={28} strokeWidth={1.2} aria-hidden /> : <img src={address} alt="" draggable={false} />;
}
