// Which things are selected, hidden, locked and pinned, by path. What the host asked for is kept even before the scene that has it arrives.

import type { SceneNode } from "../../protocol";
import type { SceneIndex } from "../data/scene_index";
import { afterRenames } from "../picking/selection_rules";

export class MarkedThings {
  private selected: readonly string[] = [];
  private unseen: ReadonlySet<string> = new Set();
  private fixed: ReadonlySet<string> = new Set();
  private stuck: ReadonlySet<string> = new Set();

  constructor(private readonly index: () => SceneIndex | null) {}

  get selection(): readonly string[] {
    const index = this.index();
    return index === null ? [] : this.selected.filter((path) => index.node(path) !== undefined);
  }

  get hidden(): ReadonlySet<string> {
    return this.unseen;
  }

  get locked(): ReadonlySet<string> {
    return this.fixed;
  }

  get pinned(): ReadonlySet<string> {
    return this.stuck;
  }

  /** Whether a node or what it is part of is hidden. */
  isHidden(node: SceneNode): boolean {
    return this.isWithin(node, this.unseen);
  }

  isLocked(node: SceneNode): boolean {
    return this.isWithin(node, this.fixed);
  }

  private isWithin(node: SceneNode, paths: ReadonlySet<string>): boolean {
    return [...(this.index()?.lineage(node) ?? [])].some((one) => paths.has(one.path));
  }

  /** True: this is another selection. */
  select(paths: readonly string[]): boolean {
    const news = [...new Set(paths)];
    const same = news.length === this.selected.length && news.every((path, i) => path === this.selected[i]);
    this.selected = news;
    return !same;
  }

  hide(paths: Iterable<string>): void {
    this.unseen = new Set(paths);
  }

  lock(paths: Iterable<string>): void {
    this.fixed = new Set(paths);
  }

  pin(paths: Iterable<string>): void {
    this.stuck = new Set(paths);
  }

  /** Follows what a step renamed and deleted. Gives whether the selection became another. */
  follow(renamed: Record<string, string | null>): boolean {
    const index = this.index();
    const any = (path: string): boolean => index === null || index.node(path) !== undefined;
    this.unseen = new Set(afterRenames(this.unseen, renamed, () => true));
    this.fixed = new Set(afterRenames(this.fixed, renamed, () => true));
    this.stuck = new Set(afterRenames(this.stuck, renamed, () => true));
    return this.select(afterRenames(this.selected, renamed, any));
  }
}
