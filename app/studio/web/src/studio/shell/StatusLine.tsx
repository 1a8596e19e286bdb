// The line at the bottom: what is selected, where the pointer is, what the last change made collide, and what can be done now.

import { TriangleAlert } from "lucide-react";
import { useEffect, useState, type RefObject } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import type { SceneNode, Tool } from "../../protocol";
import { thingName } from "../../naming";
import { PathText } from "../panes/PathText";
import { select, useStudio } from "../state/studio";
import { currentViewport } from "../state/viewport";
import { shownNames } from "./outliner/tree";

const hints: Record<Tool, string> = {
  select: "Click selects, Shift-click adds, drag looks around, B or Ctrl-drag draws a box",
  move: "Drag an arrow. G moves freely, then X, Y or Z and a number",
  turn: "Drag the ring. R turns freely, then type degrees",
  scale: "Drag a handle. S scales freely, then type a factor",
  measure: "Click two points to measure between them",
  walk: "W A S D walk, drag looks around, Esc leaves",
};

const short = (value: number): string => value.toFixed(2);

export function selectionText(selection: readonly string[], nodes: readonly SceneNode[], pinned: readonly string[] = []): string {
  if (selection.length === 0) return "Nothing selected";
  if (selection.length > 1) return `${selection.length.toLocaleString("en")} selected`;
  const node = nodes.find((each) => each.path === selection[0]);
  if (node === undefined) return "1 selected";
  const { word, name } = shownNames(node, thingName(nodes, node.path));
  return `${word}${name === null ? "" : ` · ${name}`} · ${node.size.map(short).join(" × ")} m${pinned.includes(node.path) ? " · pinned" : ""}`;
}

export function StatusLine({ over }: { over: RefObject<HTMLElement | null> }) {
  const selection = useStudio((now) => now.selection);
  const nodes = useStudio((now) => now.scene?.nodes);
  const revision = useStudio((now) => now.scene?.revision);
  const tool = useStudio((now) => now.tool);
  const note = useStudio((now) => now.note);
  const place = usePointerPlace(over);
  return (
    <footer className="status-line numbers">
      <SelectionPath selection={selection} nodes={nodes ?? noNodes} />
      <Consequences />
      <span className="bar-space" />
      <span className={`cut status-hint ${note === null ? "" : "noted"}`} role="status">
        {note ?? hints[tool]}
      </span>
      <span className="status-place" aria-hidden>
        {place === null ? "" : `x ${short(place[0])}  y ${short(place[1])}  z ${short(place[2])} m`}
      </span>
      {revision !== undefined && <span title="The number of the scene's state">Revision {revision}</span>}
    </footer>
  );
}

const noNodes: SceneNode[] = [];

/** What is selected; of a part also what it is part of, which a click selects. */
function SelectionPath({ selection, nodes }: { selection: readonly string[]; nodes: readonly SceneNode[] }) {
  const pinned = useStudio((now) => now.pinned);
  const outer = selection.length === 1 ? outerNodes(nodes, selection[0]!) : [];
  return (
    <span className="cut status-selection">
      {outer.length > 0 && (
        <nav className="crumbs" aria-label="What it is part of">
          {outer.map((node) => (
            <span key={node.path}>
              <button type="button" className="link" title="Select it; Esc leads there, too" onClick={() => select([node.path])}>
                {thingName(nodes, node.path)}
              </button>
              <span aria-hidden> › </span>
            </span>
          ))}
        </nav>
      )}
      {selectionText(selection, nodes, pinned)}
    </span>
  );
}

/** What a node is part of, from the outside in, without the scene itself. */
export function outerNodes(nodes: readonly SceneNode[], path: string): SceneNode[] {
  const byRow = new Map(nodes.map((node) => [node.row, node]));
  const out: SceneNode[] = [];
  for (let node = nodes.find((each) => each.path === path); node !== undefined; ) {
    node = byRow.get(node.parent);
    if (node !== undefined && node.parent >= 0) out.unshift(node);
  }
  return out;
}

function Consequences() {
  const messages = useStudio((now) => now.consequences);
  if (messages.length === 0) return null;
  return (
    <DialogTrigger>
      <Button className="status-warning">
        <TriangleAlert size={12} aria-hidden />
        {messages.length === 1 ? "1 remark on the last change" : `${messages.length} remarks on the last change`}
      </Button>
      <Popover className="popover padded" placement="top start" offset={4}>
        <Dialog className="popover-dialog remarks" aria-label="Remarks on the last change">
          <ul>
            {messages.map((message) => (
              <li key={message}>
                <PathText text={message} />
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const pause = 80;

/** The place in the scene under the pointer, while it is over the viewport and moves nothing. */
function usePointerPlace(over: RefObject<HTMLElement | null>): readonly [number, number, number] | null {
  const [place, setPlace] = useState<readonly [number, number, number] | null>(null);
  useEffect(() => {
    const element = over.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let at: [number, number] = [0, 0];
    const look = () => {
      timer = undefined;
      setPlace(currentViewport()?.placeUnder(...at)?.at ?? null);
    };
    const move = (event: PointerEvent) => {
      at = [event.clientX, event.clientY];
      // a drag needs the time for itself
      if (event.buttons === 0) timer ??= setTimeout(look, pause);
    };
    const leave = () => {
      clearTimeout(timer);
      timer = undefined;
      setPlace(null);
    };
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerleave", leave);
    return () => {
      clearTimeout(timer);
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerleave", leave);
    };
  }, [over]);
  return place;
}
