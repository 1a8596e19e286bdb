// A search field above a grid of cards, by keys alone: the arrow down leads from the field into the grid, arrows lead through it and back, and
// a letter goes on with the search.

import { useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { columnsOf, gridStep } from "./gridKeys";

export interface CardGrid {
  /** For the list of cards. */
  grid: RefObject<HTMLUListElement | null>;
  /** Index of the card that Tab leads to. */
  current: number;
  setCurrent: (index: number) => void;
  onSearchKey: (event: KeyboardEvent) => void;
  onGridKey: (event: KeyboardEvent) => void;
}

/** The keys of a grid whose search field is `field`. */
export function useCardGrid(field: RefObject<HTMLInputElement | null>): CardGrid {
  const grid = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  const cards = () => [...(grid.current?.querySelectorAll<HTMLElement>(".catalogue-card") ?? [])];
  const goTo = (at: number) => {
    const all = cards();
    const next = Math.min(Math.max(at, 0), all.length - 1);
    if (next < 0) return;
    setCurrent(next);
    all[next]!.focus();
  };
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" || event.target !== field.current) return;
    event.preventDefault();
    goTo(0);
  };
  const onGridKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = cards();
    const focused = all.findIndex((card) => card === document.activeElement);
    const next = gridStep(event.key, focused, all.length, columnsOf(all.map((card) => card.getBoundingClientRect().top)));
    if (next !== null) {
      event.preventDefault();
      if (next < 0) field.current?.focus();
      else goTo(next);
    } else if (event.key.length === 1 && event.key !== " ") {
      field.current?.focus();
    }
  };
  return { grid, current, setCurrent, onSearchKey, onGridKey };
}
