import type { ViewportOptions } from "../../protocol";

export const DEFAULTS: ViewportOptions = {
  theme: "dark",
  snapping: { grid: 0.05, floor: true, walls: true, faces: true, degrees: 15 },
  labels: false,
  fadeWalls: true,
  shading: "lit",
};
