// How keys lead through a grid of cards.

/** The card that a key leads to, of `count` in rows of `columns`; -1: up out of the grid; null: the key means nothing here. */
export function gridStep(key: string, at: number, count: number, columns: number): number | null {
  switch (key) {
    case "ArrowRight":
      return Math.min(at + 1, count - 1);
    case "ArrowLeft":
      return Math.max(at - 1, 0);
    case "ArrowDown":
      return at + columns < count ? at + columns : at;
    case "ArrowUp":
      return at - columns >= 0 ? at - columns : -1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

/** How many elements stand in the first row. */
export function columnsOf(tops: readonly number[]): number {
  const below = tops.findIndex((top) => top > (tops[0] ?? 0) + 1);
  return Math.max(below < 0 ? tops.length : below, 1);
}
