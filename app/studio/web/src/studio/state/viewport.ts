// The viewport that the page shows now, for panes that look through it.

import type { Viewport } from "../../protocol";

declare global {
  interface Window {
    /** For scripts in the browser's console: the viewport that the page shows. */
    scenewright?: { viewport: Viewport | null };
  }
}

let current: Viewport | null = null;
const waiting = new Set<(viewport: Viewport | null) => void>();

export function setViewport(viewport: Viewport | null): void {
  current = viewport;
  window.scenewright = { viewport };
  for (const listener of waiting) listener(viewport);
}

export function currentViewport(): Viewport | null {
  return current;
}

/** Calls back now and whenever another viewport is there. */
export function onViewport(listener: (viewport: Viewport | null) => void): () => void {
  waiting.add(listener);
  listener(current);
  return () => waiting.delete(listener);
}
