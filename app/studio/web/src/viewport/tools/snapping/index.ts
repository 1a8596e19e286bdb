// Snapping of upright boxes: pure functions.
export type { Guide, SnapSettings, Surroundings } from "./candidates";
export { inForce, NO_SNAPPING, snapFactor, snapMove, snapTurn, type Snapped } from "./snap";
