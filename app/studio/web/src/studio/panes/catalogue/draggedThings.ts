// What a drag from the catalogue does in the view: an object comes to stand where its box is shown, a material goes onto the thing that is outlined.

import { thingName } from "../../../naming";
import type { CatalogueItem, CatalogueMaterial } from "../../../protocol";
import { useStudio } from "../../state/studio";
import { currentViewport } from "../../state/viewport";
import { add } from "./adding";
import type { Dragged } from "./dragging";
import { putOn } from "./puttingOn";

const nameOf = (path: string): string => thingName(useStudio.getState().scene?.nodes ?? [], path);

export function draggedObject(item: CatalogueItem, what: string): Dragged {
  const viewport = currentViewport();
  const shape = `/api/catalogue/${item.key.split("/").map(encodeURIComponent).join("/")}/shape`;
  return {
    label: item.word,
    aim: "Drop it on the floor or on a thing in the viewport",
    over: (x, y) => {
      const place = viewport?.placeUnder(x, y) ?? null;
      viewport?.showGhost(place === null ? null : { at: place.at, size: item.size, yaw: 0, shape });
      if (place === null) return null;
      return place.on === null ? "on the floor" : `on ${nameOf(place.on)}`;
    },
    drop: (x, y) => {
      const place = viewport?.placeUnder(x, y) ?? null;
      if (place !== null) void add({ what, at: place.at });
    },
    end: () => viewport?.showGhost(null),
  };
}

export function draggedMaterial(material: CatalogueMaterial): Dragged {
  const viewport = currentViewport();
  return {
    label: material.name,
    aim: "Drop it on a thing in the viewport",
    over: (x, y) => {
      const path = viewport?.thingUnder(x, y) ?? null;
      viewport?.point(path);
      return path === null ? null : `onto ${nameOf(path)}`;
    },
    drop: (x, y) => {
      const path = viewport?.thingUnder(x, y) ?? null;
      if (path !== null) void putOn(material, [path]);
    },
    end: () => viewport?.point(null),
  };
}
