// The tools of the viewport: gizmo, keys, snapping, measuring, walking.

import type { ViewportContext } from "../context";

export function attachTools(_context: ViewportContext): { dispose(): void } {
  return { dispose: () => undefined };
}
