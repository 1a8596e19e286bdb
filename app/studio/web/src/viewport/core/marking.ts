// What is selected, under the pointer, hidden, locked and pinned, and who hears when that changes.

import type { Viewport, ViewportEvents } from "../../protocol";
import { selectionWords } from "../picking/selection_rules";
import type { Emitter } from "./events";
import type { MarkedThings } from "./marked_things";
import type { OverScene } from "./over_scene";
import type { SceneView } from "./scene_view";

export interface MarkingHost {
  readonly marked: MarkedThings;
  readonly sight: SceneView;
  readonly over: OverScene;
  readonly events: Emitter<ViewportEvents>;
  /** Says it to who does not see it. */
  speak(words: string): void;
  /** The tools and the next picture take it. */
  changed(): void;
  requestFrame(): void;
}

export class Marking implements Pick<Viewport, "select" | "hide" | "lock" | "pin"> {
  /** Path of the thing under the pointer. */
  hovered: string | null = null;

  constructor(private readonly host: MarkingHost) {}

  select(paths: string[]): void {
    if (this.host.marked.select(paths)) this.selectionChanged(false);
  }

  /** Selects as a person does: the page hears of it. */
  selectHere(paths: readonly string[]): void {
    if (this.host.marked.select(paths)) this.selectionChanged(true);
  }

  private selectionChanged(here: boolean): void {
    const { marked, sight, over, events } = this.host;
    over.touch();
    if (sight.index !== null) this.host.speak(selectionWords(sight.index, marked.selection));
    if (here) events.emit("selection", [...marked.selection]);
    this.host.changed();
  }

  hover(path: string | null): void {
    if (path === this.hovered) return;
    this.hovered = path;
    this.host.over.touch();
    this.host.events.emit("hover", path);
    this.host.requestFrame();
  }

  hide(paths: string[]): void {
    this.host.marked.hide(paths);
    this.applyHidden();
    this.host.changed();
  }

  hideHere(paths: readonly string[]): void {
    this.hide([...paths]);
    this.host.events.emit("hidden", [...paths]);
  }

  private applyHidden(): void {
    this.host.sight.setHidden(this.host.marked.hidden);
    this.host.over.touch();
  }

  lock(paths: string[]): void {
    this.host.marked.lock(paths);
    this.host.changed();
  }

  pin(paths: string[]): void {
    this.host.marked.pin(paths);
    this.host.changed();
  }

  /** Follows a step of the scene, by what it renamed and deleted; null: the scene came whole. */
  follow(renamed: Record<string, string | null> | null): void {
    const { marked, sight } = this.host;
    if (renamed !== null && marked.follow(renamed)) this.selectionChanged(true);
    if (this.hovered !== null && sight.index?.node(this.hovered) === undefined) this.hover(null);
    this.applyHidden();
  }
}
