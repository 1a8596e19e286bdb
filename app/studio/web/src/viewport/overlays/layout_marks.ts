// What the layout's report says, drawn into the scene: lines of relations, collisions, free floor and clearances, and the moves of a repair that is offered.

import {
  BoxGeometry,
  BufferGeometry,
  Color,
  DoubleSide,
  EdgesGeometry,
  Float32BufferAttribute,
  Group,
  LineBasicMaterial,
  LineLoop,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  Path,
  Shape,
  ShapeGeometry,
  Vector2,
} from "three";
import type { Material, Object3D } from "three";
import { LineMaterial } from "three/examples/jsm/lines/LineMaterial.js";
import { LineSegments2 } from "three/examples/jsm/lines/LineSegments2.js";
import { LineSegmentsGeometry } from "three/examples/jsm/lines/LineSegmentsGeometry.js";
import type { LayoutMarks, SceneNode } from "../../protocol";

/** layout.css has the same for the legend. */
export const MARK_COLORS = { holds: 0x2fa36b, broken: 0xe0483e, free: 0x1a86ff, island: 0xe08a1e, kept: 0x2fa36b, offered: 0xb26bff } as const;

type Ring = readonly (readonly [number, number])[];

export class LayoutMarkings {
  /** Drawn over the scene. */
  readonly above = new Group();
  /** Drawn in the scene, so that things hide it. */
  readonly onFloor = new Group();

  show(marks: LayoutMarks | null, floor: number, node: (path: string) => SceneNode | undefined): void {
    this.clear();
    if (marks === null) return;
    this.addRelations(marks, node);
    this.addMoves(marks.moves ?? [], node);
    for (const { box } of marks.collisions) this.addCollision(box);
    const level = marks.floor ?? floor;
    for (const { reached, outline, holes } of marks.freeFloor) {
      this.addArea(outline, holes, level + 0.003, reached ? MARK_COLORS.free : MARK_COLORS.island, reached ? 0.34 : 0.42);
    }
    // what should stay free lies above the free floor, and what is broken above what is kept
    for (const { polygon, kept } of [...marks.clearances].sort((a, b) => Number(b.kept) - Number(a.kept))) {
      this.addArea(polygon, [], level + (kept ? 0.006 : 0.009), kept ? MARK_COLORS.kept : MARK_COLORS.broken, kept ? 0.12 : 0.4);
    }
  }

  private addRelations(marks: LayoutMarks, node: (path: string) => SceneNode | undefined): void {
    const positions: number[] = [];
    const colors: number[] = [];
    for (const relation of marks.relations) {
      const [from, to] = [node(relation.from), node(relation.to)];
      if (from === undefined || to === undefined) continue;
      positions.push(...middle(from), ...middle(to));
      const { r, g, b } = new Color(relation.holds ? MARK_COLORS.holds : MARK_COLORS.broken);
      colors.push(r, g, b, r, g, b);
    }
    if (positions.length === 0) return;
    const geometry = new LineSegmentsGeometry();
    geometry.setPositions(positions);
    geometry.setColors(colors);
    const lines = new LineSegments2(geometry, new LineMaterial({ linewidth: 2.5, vertexColors: true, transparent: true, opacity: 0.9, toneMapped: false }));
    lines.frustumCulled = false;
    this.above.add(lines);
  }

  /** A line to where each thing would go, and its box there. */
  private addMoves(moves: NonNullable<LayoutMarks["moves"]>, node: (path: string) => SceneNode | undefined): void {
    const positions: number[] = [];
    const color = MARK_COLORS.offered;
    for (const { path, to, yaw } of moves) {
      const thing = node(path);
      if (thing === undefined) continue;
      positions.push(...middle(thing), to[0], to[1] + thing.size[1] / 2, to[2]);
      const box = new BoxGeometry(...(thing.size.map((length) => Math.max(length, 0.004)) as [number, number, number]));
      const edges = new LineSegments(new EdgesGeometry(box), new LineBasicMaterial({ color, toneMapped: false }));
      box.dispose();
      edges.position.set(to[0], to[1] + thing.size[1] / 2, to[2]);
      edges.rotation.y = yaw;
      this.above.add(edges);
    }
    if (positions.length === 0) return;
    const geometry = new LineSegmentsGeometry();
    geometry.setPositions(positions);
    const lines = new LineSegments2(geometry, new LineMaterial({ linewidth: 2.5, color, transparent: true, opacity: 0.95, toneMapped: false }));
    lines.frustumCulled = false;
    this.above.add(lines);
  }

  private addCollision([low, high]: LayoutMarks["collisions"][number]["box"]): void {
    const size = [0, 1, 2].map((k) => Math.max(high[k]! - low[k]!, 0.004)) as [number, number, number];
    const box = new BoxGeometry(...size);
    const color = MARK_COLORS.broken;
    const fill = new Mesh(box, new MeshBasicMaterial({ color, transparent: true, opacity: 0.35, depthWrite: false, toneMapped: false }));
    const edges = new LineSegments(new EdgesGeometry(box), new LineBasicMaterial({ color, toneMapped: false }));
    fill.position.set((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2);
    edges.position.copy(fill.position);
    this.above.add(fill, edges);
  }

  private addArea(outline: Ring, holes: readonly Ring[], height: number, color: number, opacity: number): void {
    if (outline.length < 3) return;
    const shape = new Shape(outline.map(flat));
    shape.holes = holes.filter((hole) => hole.length > 2).map((hole) => new Path(hole.map(flat)));
    const fill = new Mesh(
      new ShapeGeometry(shape),
      new MeshBasicMaterial({ color, transparent: true, opacity, depthWrite: false, side: DoubleSide, toneMapped: false, polygonOffset: true, polygonOffsetFactor: -2, polygonOffsetUnits: -4 }),
    );
    fill.rotation.x = -Math.PI / 2;
    fill.position.y = height;
    this.onFloor.add(fill);
    for (const ring of [outline, ...holes]) {
      const rim = new BufferGeometry();
      rim.setAttribute("position", new Float32BufferAttribute(ring.flatMap(([x, z]) => [x, height + 0.001, z]), 3));
      this.onFloor.add(new LineLoop(rim, new LineBasicMaterial({ color, transparent: true, opacity: 0.9, toneMapped: false })));
    }
  }

  /** Line widths are in pixels of the picture. */
  resize(width: number, height: number): void {
    for (const object of this.above.children) if (object instanceof LineSegments2) object.material.resolution.set(width, height);
  }

  clear(): void {
    for (const group of [this.above, this.onFloor]) for (const object of [...group.children]) free(object);
  }

  dispose(): void {
    this.clear();
    this.above.removeFromParent();
    this.onFloor.removeFromParent();
  }
}

/** The plane of a shape is turned down about x, which makes its y the scene's -z. */
function flat([x, z]: readonly [number, number]): Vector2 {
  return new Vector2(x, -z);
}

function free(object: Object3D): void {
  object.removeFromParent();
  const { geometry, material } = object as Partial<{ geometry: BufferGeometry; material: Material }>;
  geometry?.dispose();
  material?.dispose();
}

function middle(node: SceneNode): [number, number, number] {
  return [node.at[0], node.at[1] + node.size[1] / 2, node.at[2]];
}
