// Drags something of the catalogue into the viewport: a card follows the pointer and says what a drop there would do.

import { toast } from "../../state/studio";

const startPixels = 5;

/** What is dragged, and what it means for the view. Points are client coordinates. */
export interface Dragged {
  label: string;
  /** What a drop at a point would do, in a few words; null: nothing. The view shows it meanwhile. */
  over(x: number, y: number): string | null;
  /** What to do where a drop means nothing. */
  aim: string;
  drop(x: number, y: number): void;
  /** The view shows nothing of it any more. */
  end(): void;
}

/** Begins to follow the pointer. Less than a few pixels is a click, and no drag. */
export function beginDrag(event: PointerEvent, dragged: Dragged, picture: HTMLElement | null): void {
  if (event.button !== 0) return;
  const start = { x: event.clientX, y: event.clientY };
  let card: HTMLElement | null = null;
  const end = () => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", drop);
    removeEventListener("pointercancel", end);
    removeEventListener("keydown", giveUp, true);
    card?.remove();
    document.body.classList.remove("dragging-catalogue");
    dragged.end();
  };
  const move = (now: PointerEvent) => {
    if (card === null && Math.hypot(now.clientX - start.x, now.clientY - start.y) < startPixels) return;
    if (card === null) {
      card = cardOf(dragged.label, picture);
      document.body.append(card);
      document.body.classList.add("dragging-catalogue");
    }
    const meaning = overView(now) ? dragged.over(now.clientX, now.clientY) : null;
    if (meaning === null) dragged.end();
    const note = card.querySelector(".catalogue-ghost-place");
    if (note !== null) note.textContent = meaning ?? dragged.aim;
    card.classList.toggle("placed", meaning !== null);
    // beside the pointer, and within the page
    const below = now.clientY + 16 + card.offsetHeight < innerHeight;
    const right = now.clientX + 16 + card.offsetWidth < innerWidth;
    const left = right ? now.clientX + 16 : now.clientX - 16 - card.offsetWidth;
    card.style.transform = `translate(${left}px, ${below ? now.clientY + 16 : now.clientY - 16 - card.offsetHeight}px)`;
  };
  const drop = (now: PointerEvent) => {
    const meant = card !== null && overView(now) && dragged.over(now.clientX, now.clientY) !== null;
    const missed = card !== null && !meant;
    if (card !== null) swallowClick();
    end();
    if (meant) dragged.drop(now.clientX, now.clientY);
    else if (missed) toast("info", `${dragged.aim}.`);
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

/** The click that a browser makes of a drag which ends where it began chooses nothing. */
function swallowClick(): void {
  const swallow = (click: MouseEvent) => click.stopPropagation();
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, true));
}

/** What lies over the viewport, such as a toolbar, is no place. */
function overView({ clientX, clientY }: PointerEvent): boolean {
  return document.elementsFromPoint(clientX, clientY).some((element) => element instanceof HTMLCanvasElement);
}

function cardOf(label: string, picture: HTMLElement | null): HTMLElement {
  const card = document.createElement("div");
  card.className = "catalogue-ghost";
  card.setAttribute("aria-hidden", "true");
  if (picture !== null) card.append(picture.cloneNode(true));
  const name = document.createElement("strong");
  name.textContent = label;
  const place = document.createElement("span");
  place.className = "catalogue-ghost-place";
  card.append(name, place);
  return card;
}
