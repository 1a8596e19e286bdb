// Between a hand and the edits: shows what a transform would do, makes it last, and keeps in mind what was made but has not come back yet.
import { Matrix4, Vector3 } from "three";
import type { SceneNode, SceneState, Vec3 } from "../../../protocol";
import type { ViewportContext } from "../../context";
import { type Box, boxOf } from "../logic/boxes";
import { isRefusal, ridersOf, type Subject, subjectsOf, targetsOf } from "../logic/subjects";
import type { Outcome } from "../logic/transforms";
import type { Surroundings } from "../snapping/candidates";

/** What one hand does, from its begin to its end. */
export interface Session {
  subjects: Subject[];
  /** The one that snaps: what was pressed on, else the last selected. */
  lead: Subject;
  surroundings: Surroundings;
  /** Paths that move, with what comes along. */
  moving: ReadonlySet<string>;
}

interface Waiting {
  matrices: ReadonlyMap<string, Matrix4>;
  boxes: ReadonlyMap<string, Box>;
  /** Paths before copies were made, and what was selected; null where none were made. */
  copied: { known: ReadonlySet<string>; selection: readonly string[] } | null;
}

/** How long the picture stays as the hand left it while the scene says nothing. */
const PATIENCE_MS = 5000;

export class Transforming {
  private waiting: Waiting[] = [];
  private riders = new Map<string, SceneNode[]>();
  private shown: { matrices: Map<string, Matrix4>; boxes: Map<string, Box> } | null = null;
  private order: Promise<unknown> = Promise.resolve();
  private revision: number;
  private readonly stop: () => void;

  constructor(private readonly context: ViewportContext) {
    this.revision = context.state().revision;
    this.stop = context.onChange(() => this.changed());
  }

  /** The scene with what was made but has not come back yet. */
  state(): SceneState {
    const state = this.context.state();
    if (!this.waiting.length) return state;
    const nodes = state.nodes.map((node) => {
      const box = this.waiting.reduce<Box | undefined>((last, made) => made.boxes.get(node.path) ?? last, undefined);
      return box ? { ...node, ...box } : node;
    });
    return { ...state, nodes };
  }

  /** Begins; null where nothing can be moved, which it says. */
  begin(leadPath?: string): Session | null {
    const { context } = this;
    if (!context.editable) {
      context.message("This page shows the scene only: open it in the studio to change it.", "info");
      return null;
    }
    const state = this.state();
    const found = subjectsOf(state, context.selection(), context.locked());
    if (isRefusal(found)) {
      context.message(found.refused, "info");
      return null;
    }
    this.riders = ridersOf(state, found);
    const moving: Pick<SceneNode, "row" | "end" | "path">[] = [...found, ...[...this.riders.values()].flat()];
    const lead = found.find((subject) => subject.path === leadPath) ?? found.find((subject) => subject.path === context.selection().at(-1)) ?? found[0];
    if (!lead) return null;
    return {
      subjects: found,
      lead,
      surroundings: { boxes: targetsOf(state, moving, context.hidden()), room: state.room },
      moving: new Set(moving.map((node) => node.path)),
    };
  }

  /** Shows what would be; copies are for others to show. */
  show(outcome: Outcome): void {
    this.shown = this.withRiders(outcome);
    this.refresh();
  }

  /** Ends without a change. */
  cancel(): void {
    this.shown = null;
    this.refresh();
  }

  /** Makes it last, as one step. Nothing is sent where nothing changed. */
  commit(outcome: Outcome): Promise<void> {
    this.shown = null;
    if (!outcome.edits.length) {
      this.refresh();
      return Promise.resolve();
    }
    const copies = outcome.edits.every((edit) => edit.kind === "duplicate");
    const made: Waiting = copies ? this.copying() : { ...this.withRiders(outcome), copied: null };
    this.waiting.push(made);
    const run = this.order.then(async () => {
      const answer = await this.context.commit(outcome.edits);
      if (!answer.ok) {
        this.forget(made);
        if (made.copied && !this.context.selection().length) this.context.select(made.copied.selection);
      } else setTimeout(() => this.forget(made), PATIENCE_MS);
    });
    this.order = run.catch(() => this.forget(made));
    this.refresh();
    return run;
  }

  /** What is selected next are the copies. Until they are here nothing is, so that a quick Del does not hit the originals. */
  private copying(): Waiting {
    const { context } = this;
    const copied = { known: new Set(context.state().nodes.map((node) => node.path)), selection: [...context.selection()] };
    context.select([]);
    return { matrices: new Map(), boxes: new Map(), copied };
  }

  private forget(made: Waiting): void {
    if (!this.waiting.includes(made)) return;
    this.waiting = this.waiting.filter((other) => other !== made);
    this.refresh();
  }

  private changed(): void {
    const state = this.context.state();
    if (state.revision === this.revision) return;
    this.revision = state.revision;
    const came = this.waiting.shift();
    if (came?.copied) this.selectNew(state, came.copied.known);
    if (came || this.shown) this.refresh();
  }

  /** After copies were made, they are what is selected. */
  private selectNew(state: SceneState, known: ReadonlySet<string>): void {
    const fresh = state.nodes.filter((node) => !known.has(node.path));
    const rows = new Set(fresh.map((node) => node.row));
    const outer = fresh.filter((node) => !rows.has(node.parent)).map((node) => node.path);
    if (outer.length) this.context.select(outer);
  }

  private refresh(): void {
    const all = new Map<string, Matrix4>();
    for (const { matrices } of this.shown ? [...this.waiting, this.shown] : this.waiting)
      for (const [path, matrix] of matrices) {
        if (!this.context.node(path)) continue;
        const before = all.get(path);
        all.set(path, before ? matrix.clone().multiply(before) : matrix);
      }
    this.context.preview(all.size ? all : null);
    this.context.requestFrame();
  }

  private withRiders(outcome: Outcome): { matrices: Map<string, Matrix4>; boxes: Map<string, Box> } {
    const matrices = new Map(outcome.matrices);
    const boxes = new Map(outcome.boxes);
    for (const [path, matrix] of outcome.matrices)
      for (const rider of this.riders.get(path) ?? []) {
        const own = ridingMatrix(matrix, rider.at);
        matrices.set(rider.path, own);
        boxes.set(rider.path, { ...boxOf(rider), at: new Vector3(...rider.at).applyMatrix4(own).toArray(), yaw: rider.yaw + turnOf(own) });
      }
    return { matrices, boxes };
  }

  dispose(): void {
    this.stop();
    this.waiting = [];
    this.shown = null;
    this.context.preview(null);
  }
}

/** What stands on a thing goes where the thing takes it, but is not scaled with it. */
export function ridingMatrix(carrier: Matrix4, at: Vec3): Matrix4 {
  const place = new Vector3(...at);
  const after = place.clone().applyMatrix4(carrier);
  const turn = new Matrix4().makeRotationY(turnOf(carrier));
  return new Matrix4().makeTranslation(after.x, after.y, after.z).multiply(turn).multiply(new Matrix4().makeTranslation(-place.x, -place.y, -place.z));
}

/** Radians about +y. */
function turnOf(matrix: Matrix4): number {
  const e = matrix.elements;
  return Math.atan2((e[8] as number) - (e[2] as number), (e[0] as number) + (e[10] as number));
}
