// The scene as the server has it: fetched once, then kept in step. Steps are taken in order; where one is missed, all is fetched anew.

import type { SceneNode, SceneState, SceneStep, ViewportTransport } from "../../protocol";
import { type Drawing, readDrawing } from "./drawing";

export interface SceneListener {
  /** A whole scene, fetched; `step`: the change that asked for it, null: the first or one that made up for missed steps. */
  fetched: (state: SceneState, drawing: Drawing, step: SceneStep | null) => Promise<void>;
  /** A change that the step holds in full: motions of rows and the nodes that changed. */
  moved: (state: SceneState, step: SceneStep) => void;
  failed: (error: Error) => void;
  /** Nothing is being fetched and no step waits any more. */
  idle: () => void;
}

const MOST_TRIES = 5;

type Transport = Pick<ViewportTransport, "state" | "drawing" | "subscribe">;

export class SceneSource {
  private state: SceneState | null = null;
  private work: Promise<void> = Promise.resolve();
  private waiting = 0;
  private ended = false;
  private readonly end: () => void;

  constructor(
    private readonly transport: Transport,
    private readonly listener: SceneListener,
  ) {
    // before the first fetch, so that no step falls between them
    this.end = transport.subscribe((step) => this.queue(() => this.take(step)));
  }

  /** The first fetch. */
  async start(): Promise<void> {
    let problem: unknown = null;
    await this.queue(() => this.fetch(null).catch((error: unknown) => void (problem = error)));
    if (problem !== null) throw problem;
  }

  get revision(): number {
    return this.state?.revision ?? -1;
  }

  /** Whether nothing is being fetched and no step waits. */
  get idle(): boolean {
    return this.waiting === 0;
  }

  /** Fetches all anew. */
  refresh(): Promise<void> {
    return this.queue(() => this.fetch(null));
  }

  private queue(task: () => Promise<void>): Promise<void> {
    this.waiting++;
    this.work = this.work
      .then(() => (this.ended ? undefined : task()))
      .catch((error: unknown) => {
        if (!this.ended) this.listener.failed(error instanceof Error ? error : new Error(String(error)));
      })
      .finally(() => {
        this.waiting--;
        if (this.idle && !this.ended) this.listener.idle();
      });
    return this.work;
  }

  private async take(step: SceneStep): Promise<void> {
    const state = this.state;
    if (state !== null && step.revision <= state.revision) return;
    if (state === null || step.basedOn !== state.revision || step.motions === null || step.nodes === null) {
      await this.fetch(step);
      return;
    }
    this.state = { ...state, revision: step.revision, nodes: mergedNodes(state.nodes, step.nodes), canUndo: step.canUndo, canRedo: step.canRedo };
    this.listener.moved(this.state, step);
  }

  /** State and drawing of one revision: a change may come between the two requests. */
  private async fetch(step: SceneStep | null): Promise<void> {
    for (let tries = 1; ; tries++) {
      const [state, file] = await Promise.all([this.transport.state(), this.transport.drawing()]);
      const drawing = readDrawing(file);
      if (state.revision !== drawing.head.revision) {
        if (tries < MOST_TRIES) continue;
        throw new Error(`the scene changes faster than it can be fetched: its state has revision ${state.revision}, its drawing ${drawing.head.revision}`);
      }
      if (this.ended) return;
      // the last good picture stays where this fails: the state is only taken with all that the drawing needs
      await this.listener.fetched(state, drawing, step);
      this.state = state;
      return;
    }
  }

  dispose(): void {
    this.ended = true;
    this.end();
  }
}

/** Nodes with those that changed in their places, by row. */
export function mergedNodes(nodes: readonly SceneNode[], changed: readonly SceneNode[]): SceneNode[] {
  const news = new Map(changed.map((node) => [node.row, node]));
  return nodes.map((node) => news.get(node.row) ?? node);
}
