// Shows in the viewport what a number would do while it is dragged. Nothing is written before the person lets go.

import type { Matrix12, SceneNode } from "../../../protocol";
import { onStep } from "../../state/studio";
import { currentViewport } from "../../state/viewport";
import { turnOf, type Axis } from "./poses";

const still: Matrix12 = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];

function shown(nodes: readonly SceneNode[], motion: (node: SceneNode) => Matrix12): void {
  currentViewport()?.preview?.(Object.fromEntries(nodes.map((node) => [node.path, motion(node)])));
}

/** How long a preview stays for a step that does not come, since the edit changed nothing. */
const patience = 2_500;

export function endPreview(): void {
  currentViewport()?.preview?.(null);
}

/** Ends the preview when the step of an edit is here, so that nothing jumps back in between. */
export function endPreviewWithStep(): void {
  const over = () => {
    clearTimeout(timer);
    end();
    endPreview();
  };
  const timer = setTimeout(over, patience);
  const end = onStep(over);
}

export function previewMove(nodes: readonly SceneNode[], axis: Axis, value: number | null): void {
  if (value === null) endPreview();
  else shown(nodes, (node) => still.map((each, index) => (index === axis * 4 + 3 ? value - node.at[axis] : each)));
}

export function previewTurn(nodes: readonly SceneNode[], turn: number | null): void {
  if (turn === null) endPreview();
  else shown(nodes, (node) => turned(node, ((turn - turnOf(node)) * Math.PI) / 180));
}

/** A turn about +y through the bottom centre of a thing. */
function turned(node: SceneNode, angle: number): Matrix12 {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [x, , z] = node.at;
  return [c, 0, s, x - c * x - s * z, 0, 1, 0, 0, -s, 0, c, z + s * x - c * z];
}
