// Drags an object of the catalogue into the viewport: a picture follows the pointer and says where the thing would come to stand.

import { thingName } from "../../../naming";
import { toast, useStudio } from "../../state/studio";
import { currentViewport } from "../../state/viewport";
import { add } from "./adding";

const startPixels = 5;

export interface Dragged {
  what: string;
  label: string;
}

/** Begins to follow the pointer. Less than a few pixels is a click, and no drag. */
export function beginDrag(event: PointerEvent, item: Dragged, picture: HTMLElement | null): void {
  if (event.button !== 0) return;
  const start = { x: event.clientX, y: event.clientY };
  let ghost: HTMLElement | null = null;
  const end = () => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", drop);
    removeEventListener("pointercancel", end);
    removeEventListener("keydown", giveUp, true);
    ghost?.remove();
    document.body.classList.remove("dragging-catalogue");
  };
  const move = (now: PointerEvent) => {
    if (ghost === null && Math.hypot(now.clientX - start.x, now.clientY - start.y) < startPixels) return;
    if (ghost === null) {
      ghost = ghostOf(item, picture);
      document.body.append(ghost);
      document.body.classList.add("dragging-catalogue");
    }
    // beside the pointer, and within the page
    const below = now.clientY + 12 + ghost.offsetHeight < innerHeight;
    ghost.style.transform = `translate(${now.clientX + 12}px, ${below ? now.clientY + 12 : now.clientY - 12 - ghost.offsetHeight}px)`;
    const place = placeAt(now.clientX, now.clientY);
    const note = ghost.querySelector(".catalogue-ghost-place");
    if (note !== null) note.textContent = place === null ? "Drop it in the viewport" : place.on === null ? "on the floor" : `on ${thingName(useStudio.getState().scene?.nodes ?? [], place.on)}`;
    ghost.classList.toggle("placed", place !== null);
  };
  const drop = (now: PointerEvent) => {
    const dragged = ghost !== null;
    const place = dragged ? placeAt(now.clientX, now.clientY) : null;
    end();
    if (place !== null) void add({ what: item.what, at: place.at });
    else if (dragged) toast("info", "Drop it on the floor or on a thing in the viewport.");
  };
  const giveUp = (key: KeyboardEvent) => {
    if (key.key !== "Escape") return;
    key.stopPropagation();
    end();
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", end);
  addEventListener("keydown", giveUp, true);
}

function placeAt(x: number, y: number): { at: [number, number, number]; on: string | null } | null {
  const viewport = currentViewport();
  // what lies over the viewport, such as a toolbar, is no place
  if (viewport === null || document.elementsFromPoint(x, y).every((element) => !(element instanceof HTMLCanvasElement))) return null;
  return viewport.placeUnder(x, y);
}

function ghostOf(item: Dragged, picture: HTMLElement | null): HTMLElement {
  const ghost = document.createElement("div");
  ghost.className = "catalogue-ghost";
  ghost.setAttribute("aria-hidden", "true");
  if (picture !== null) ghost.append(picture.cloneNode(true));
  const name = document.createElement("strong");
  name.textContent = item.label;
  const place = document.createElement("span");
  place.className = "catalogue-ghost-place";
  ghost.append(name, place);
  return ghost;
}
