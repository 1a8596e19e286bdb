// The shell of the room, whose walls and ceiling fade while they stand between the eye and the room, and take along what hangs on them.

import type { SceneNode, Vec3 } from "../../protocol";
import { fittings, type FittedSide } from "../data/fittings";
import type { SceneIndex } from "../data/scene_index";
import { FADED, type SceneDrawing } from "../drawing/scene_drawing";
import { type RoomFrame, type ShellPart, fadedSides, isFaded, looksDown } from "../drawing/shell_fading";

interface Part {
  part: ShellPart;
  centre: Vec3;
  instances: Uint32Array;
  solidity: number;
  target: number;
}

const SECONDS = 0.16;

/** Where the room is: on its floor, whose box is the room's inside. */
export function roomFrame(index: SceneIndex): RoomFrame | null {
  const { room } = index.state;
  if (room === null) return null;
  const floor = index.node(`${room.path}/floor`);
  const at: Vec3 = floor === undefined ? [0, 0, 0] : [floor.at[0], floor.at[1] + floor.size[1], floor.at[2]];
  return { at, yaw: floor?.yaw ?? 0, width: room.width, depth: room.depth, height: room.height };
}

export class ShellView {
  private readonly parts: Part[];
  private readonly room: RoomFrame | null;
  private begins = false;
  private faded: string | null = null;
  private fitted: ReadonlyMap<SceneNode, FittedSide> = new Map();
  /** What the last answer on fittings was for. */
  private fittedFor: { index: SceneIndex; key: string } | null = null;

  constructor(private readonly drawing: SceneDrawing) {
    const { index } = drawing;
    this.room = roomFrame(index);
    this.parts = drawing.drawing.head.shell.map(({ row, part }) => {
      const instances = index.instances(row, index.endOf(row));
      const node = index.atRow(row);
      return { part, centre: node === undefined ? centreOf(drawing, instances) : middle(node), instances, solidity: 1, target: 1 };
    });
  }

  /** Decides by the place of the eye; `on`: whether anything fades at all. What is selected is always seen. */
  look(eye: Vec3, on: boolean, selection: readonly string[]): void {
    const faded = on && this.room !== null ? fadedSides(this.room, eye) : new Set<string>();
    const key = [...faded].sort().join(" ");
    const gone = faded.has("ceiling") && this.room !== null && !looksDown(this.room, eye) ? new Set([...faded].filter((side) => side !== "ceiling")) : faded;
    this.takeFittings(gone, selection);
    if (key === this.faded) return;
    // a new drawing of the scene begins as the last one was: nothing flashes
    this.begins = this.faded === null;
    this.faded = key;
    for (const part of this.parts) part.target = this.room !== null && isFaded(part.part, part.centre, this.room, faded) ? FADED : 1;
  }

  /** Leaves out what hangs on the sides that fade. */
  private takeFittings(faded: ReadonlySet<string>, selection: readonly string[]): void {
    const { index } = this.drawing;
    const last = this.fittedFor;
    const key = [[...faded].sort().join(" "), ...selection].join("\n");
    if (this.room === null || (last !== null && last.index === index && last.key === key)) return;
    if (last === null || last.index !== index) this.fitted = fittings(index, this.room);
    this.fittedFor = { index, key };
    const chosen = selection.map((path) => index.node(path)).filter((node) => node !== undefined);
    const gone = [...this.fitted].filter(([node, side]) => faded.has(side) && !chosen.some((one) => index.within(one, node) || index.within(node, one)));
    this.drawing.setAbsent(gone.map(([node]) => node));
  }

  /** Goes on fading; true: not at its end yet. `atOnce`: in one step. */
  advance(seconds: number, atOnce: boolean): boolean {
    let moves = false;
    const step = seconds / SECONDS;
    for (const part of this.parts) {
      if (part.solidity === part.target) continue;
      const away = part.target - part.solidity;
      part.solidity = atOnce || this.begins || Math.abs(away) <= step ? part.target : part.solidity + Math.sign(away) * step;
      this.drawing.setSolidity(part.instances, part.solidity);
      moves ||= part.solidity !== part.target;
    }
    this.begins = false;
    return moves;
  }
}

function middle(node: SceneNode): Vec3 {
  return [node.at[0], node.at[1] + node.size[1] / 2, node.at[2]];
}

function centreOf(drawing: SceneDrawing, instances: Uint32Array): Vec3 {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const i of instances) {
    for (let k = 0; k < 3; k++) {
      low[k] = Math.min(low[k]!, drawing.poses.boxes[i * 6 + k]!);
      high[k] = Math.max(high[k]!, drawing.poses.boxes[i * 6 + 3 + k]!);
    }
  }
  return [0, 1, 2].map((k) => (low[k]! + high[k]!) / 2) as Vec3;
}
