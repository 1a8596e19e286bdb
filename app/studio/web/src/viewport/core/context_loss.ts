// Browsers may take the graphics card away from a page and give it back later.

import type { ViewportCore } from "./viewport_core";

const LOST = "The graphics card let go of the picture. It comes back by itself; if it does not, reload the page.";

export interface Interrupted {
  /** Nothing can be drawn. */
  stop(): void;
  /** All that was on the card has to be made anew. */
  goOn(): void;
}

/** Returns what ends this. */
export function outliveContextLoss({ frame }: ViewportCore, { stop, goOn }: Interrupted): () => void {
  const lost = (event: Event): void => {
    // else the browser does not give it back
    event.preventDefault();
    stop();
    frame.say(LOST);
  };
  const restored = (): void => {
    frame.say(null);
    goOn();
  };
  frame.canvas.addEventListener("webglcontextlost", lost);
  frame.canvas.addEventListener("webglcontextrestored", restored);
  return () => {
    frame.canvas.removeEventListener("webglcontextlost", lost);
    frame.canvas.removeEventListener("webglcontextrestored", restored);
  };
}
