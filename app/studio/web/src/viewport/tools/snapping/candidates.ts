// What a moved box can be brought flush or in line with. Each candidate is one plane: along its normal, the box has `shift` metres to go.
import type { SceneRoom, Vec3 } from "../../../protocol";
import { type Box, axesOf, footprintsMeet, halfAlong, squareWith, topOf } from "../logic/boxes";
import { add, dot, subtract, times } from "../logic/vectors";

export interface SnapSettings {
  grid: number | null;
  floor: boolean;
  walls: boolean;
  faces: boolean;
  degrees: number | null;
}

export interface Surroundings {
  boxes: readonly Box[];
  /** Its floor is at 0 and its centre at the origin. */
  room: Pick<SceneRoom, "width" | "depth" | "height"> | null;
}

export interface Guide {
  from: Vec3;
  to: Vec3;
  /** What the line stands for: a side that touches, sides or centres in line. */
  kind: "touch" | "line" | "centre";
}

export interface Candidate {
  normal: Vec3;
  shift: number;
  /** Above 1: it draws from farther away. */
  pull: number;
  /** The line that explains it, for the box as it stands in the end. */
  guide: (box: Box) => Guide;
}

/** Things farther apart than this are not lined up with each other, metres. */
export const NEAR = 1.5;
/** The largest pull of a candidate. */
export const MOST_PULL = 1.5;
const UP: Vec3 = [0, 1, 0];

export function candidatesFor(box: Box, around: Surroundings, settings: SnapSettings): Candidate[] {
  const out: Candidate[] = [];
  if (settings.walls && around.room) out.push(...wallCandidates(box, around.room));
  if (settings.floor) out.push({ normal: UP, shift: -box.at[1], pull: 1, guide: (end) => bottomGuide(end) });
  for (const other of around.boxes) {
    if (settings.floor || settings.faces) out.push(...topCandidates(box, other));
    if (settings.faces) out.push(...sideCandidates(box, other), ...heightCandidates(box, other));
  }
  return out;
}

const ALONG_WALLS: readonly { normal: Vec3; along: Vec3; side: "width" | "depth" }[] = [
  { normal: [1, 0, 0], along: [0, 0, 1], side: "width" },
  { normal: [-1, 0, 0], along: [0, 0, 1], side: "width" },
  { normal: [0, 0, 1], along: [1, 0, 0], side: "depth" },
  { normal: [0, 0, -1], along: [1, 0, 0], side: "depth" },
];

function wallCandidates(box: Box, room: NonNullable<Surroundings["room"]>): Candidate[] {
  const back = times(axesOf(box).z, -1);
  const out: Candidate[] = ALONG_WALLS.map(({ normal, along, side }) => ({
    normal,
    shift: room[side] / 2 - dot(box.at, normal) - halfAlong(box, normal),
    // furniture is meant to stand with its back to a wall
    pull: dot(back, normal) > 0.9998 ? MOST_PULL : 1,
    guide: (end) => sideGuide(end, normal, along, [end], "touch"),
  }));
  out.push({ normal: UP, shift: room.height - topOf(box), pull: 1, guide: (end) => bottomGuide({ ...end, at: [end.at[0], topOf(end), end.at[2]] }) });
  return out;
}

function topCandidates(box: Box, other: Box): Candidate[] {
  if (!footprintsMeet(box, other)) return [];
  return [{ normal: UP, shift: topOf(other) - box.at[1], pull: 1, guide: (end) => bottomGuide(end) }];
}

/** Tops in line, such as those of two cupboards. */
function heightCandidates(box: Box, other: Box): Candidate[] {
  // tops are compared side by side: across a room nobody sees them in line
  if (levelGap(box, other) > NEAR / 2) return [];
  return [
    {
      normal: UP,
      shift: topOf(other) - topOf(box),
      pull: 0.8,
      guide: (end) => ({ from: [other.at[0], topOf(other), other.at[2]], to: [end.at[0], topOf(end), end.at[2]], kind: "line" }),
    },
  ];
}

function levelGap(a: Box, b: Box): number {
  const { x, z } = axesOf(b);
  const gap = (u: Vec3): number => Math.max(0, Math.abs(dot(subtract(a.at, b.at), u)) - halfAlong(a, u) - halfAlong(b, u));
  return Math.hypot(gap(x), gap(z));
}

function sideCandidates(box: Box, other: Box): Candidate[] {
  const out: Candidate[] = [];
  const axes = axesOf(other);
  const square = squareWith(box.yaw, other.yaw);
  const shareHeights = Math.min(topOf(box), topOf(other)) - Math.max(box.at[1], other.at[1]) > 0.01;
  const stands = Math.abs(box.at[1] - topOf(other)) < 0.02;
  for (const [u, v] of [[axes.x, axes.z], [axes.z, axes.x]] as const) {
    const between = subtract(box.at, other.at);
    const place = dot(between, u);
    const [half, otherHalf] = [halfAlong(box, u), halfAlong(other, u)];
    const apart = Math.abs(dot(between, v)) - halfAlong(box, v) - halfAlong(other, v);
    const to = (target: number, pull: number, guide: Candidate["guide"]): void => {
      out.push({ normal: u, shift: target - place, pull, guide });
    };
    for (const sign of [1, -1]) {
      const outward = times(u, sign);
      // sides touch only where the boxes pass each other at a common height
      if (shareHeights && apart < 0.02) to(sign * (otherHalf + half), 1.2, (end) => sideGuide(end, times(outward, -1), v, [end, other], "touch"));
      if (square && apart < NEAR && (shareHeights || stands)) to(sign * (otherHalf - half), 0.8, (end) => sideGuide(end, outward, v, [end, other], "line"));
    }
    if (apart < NEAR && (shareHeights || stands)) to(0, 0.9, (end) => centreGuide(end, other, v));
  }
  return out;
}

/** A line along the side of `box` that looks along `outward`, as long as all of `over`, at the box's foot. */
function sideGuide(box: Box, outward: Vec3, along: Vec3, over: readonly Box[], kind: Guide["kind"]): Guide {
  const foot = add(box.at, times(outward, halfAlong(box, outward)));
  const here = dot(foot, along);
  const ends = over.flatMap((one) => [dot(one.at, along) - halfAlong(one, along), dot(one.at, along) + halfAlong(one, along)]);
  const reach = (end: number): Vec3 => add(foot, times(along, end - here));
  const beyond = 0.15;
  return { from: reach(Math.min(...ends) - beyond), to: reach(Math.max(...ends) + beyond), kind };
}

function centreGuide(box: Box, other: Box, along: Vec3): Guide {
  return { ...sideGuide({ ...box, size: [0, box.size[1], 0] }, along, along, [box, other], "centre") };
}

function bottomGuide(box: Box): Guide {
  const { x } = axesOf(box);
  const half = box.size[0] / 2 + 0.15;
  return { from: add(box.at, times(x, -half)), to: add(box.at, times(x, half)), kind: "touch" };
}
