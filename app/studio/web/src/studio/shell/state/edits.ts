// Edits of what is selected, for outliner, menus and keys. What is locked is left as it is, and the person hears of it.

import { outermost, within } from "../outliner/tree";
import { edit, hide, lock, pin, select, toast, useStudio } from "../../state/studio";

function free(paths: readonly string[], doing: string): string[] {
  const locked = new Set(useStudio.getState().locked);
  const open = outermost(paths).filter((path) => !within(locked, path));
  if (open.length < outermost(paths).length) toast("info", `What is locked was not ${doing}. Unlock it in the outliner first.`);
  return open;
}

export async function deletePaths(paths: readonly string[]): Promise<void> {
  const root = useStudio.getState().scene?.root;
  const open = free(paths, "deleted").filter((path) => path !== root);
  if (open.length > 0) await edit(open.map((path) => ({ kind: "delete", path })));
}

export async function duplicatePaths(paths: readonly string[]): Promise<void> {
  const root = useStudio.getState().scene?.root;
  const open = free(paths, "copied").filter((path) => path !== root);
  if (open.length === 0) return;
  const made = await edit(open.map((path) => ({ kind: "duplicate", path })));
  if (made.ok && made.result.paths.length > 0) select(made.result.paths);
}

export async function renamePath(path: string, name: string): Promise<boolean> {
  return (await edit([{ kind: "rename", path, name }])).ok;
}

/** Takes paths out of a set that has all of them, else adds them. */
function switched(now: readonly string[], paths: readonly string[]): string[] {
  const set = new Set(now);
  const all = paths.every((path) => set.has(path));
  for (const path of paths) {
    if (all) set.delete(path);
    else set.add(path);
  }
  return [...set];
}

export function switchHidden(paths: readonly string[]): void {
  hide(switched(useStudio.getState().hidden, paths));
}

export function switchLocked(paths: readonly string[]): void {
  lock(switched(useStudio.getState().locked, paths));
}

export function switchPinned(paths: readonly string[]): void {
  pin(switched(useStudio.getState().pinned, paths));
}
