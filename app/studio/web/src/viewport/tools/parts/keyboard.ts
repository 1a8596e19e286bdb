// From keys to what they do.
import { thingName } from "../../../naming";
import type { SceneNode, Tool } from "../../../protocol";
import { controlTakes, type CommandName, commandOf, keysAreOurs } from "../logic/keys";
import { isRefusal, isWithin, outerOf, subjectsOf, thingsOf } from "../logic/subjects";
import { deleteAll } from "../logic/transforms";
import { nearestFace, oppositeOf } from "../logic/views";
import { times } from "../logic/vectors";
import type { Kit } from "./kit";
import type { MeasureTool } from "./measure_tool";
import type { ModalTool } from "./modal_tool";
import type { Nudging } from "./nudging";
import type { Pointers } from "./pointers";
import type { WalkMode } from "./walk_mode";

export interface Hands {
  modal: ModalTool;
  walk: WalkMode;
  measure: MeasureTool;
  nudging: Nudging;
  pointers: Pointers;
}

const HANDLES: readonly Tool[] = ["select", "move", "turn", "scale"];

export class Keyboard {
  private readonly end: () => void;
  /** After Esc with nothing left to leave, Tab goes on to the rest of the page. */
  private tabLeaves = false;

  constructor(
    private readonly kit: Kit,
    private readonly hands: Hands,
  ) {
    const page = kit.context.host.ownerDocument;
    const listener = (event: KeyboardEvent): void => this.key(event);
    const rest = (): void => hands.walk.rest();
    const entered = (): void => {
      this.tabLeaves = false;
    };
    // on the way down: a modal transform takes keys before anything in the page does
    page.addEventListener("keydown", listener, { capture: true });
    page.addEventListener("keyup", listener, { capture: true });
    window.addEventListener("blur", rest);
    kit.context.canvas.addEventListener("focus", entered);
    this.end = () => {
      page.removeEventListener("keydown", listener, { capture: true });
      page.removeEventListener("keyup", listener, { capture: true });
      window.removeEventListener("blur", rest);
      kit.context.canvas.removeEventListener("focus", entered);
    };
  }

  private key(event: KeyboardEvent): void {
    const { context } = this.kit;
    const { hands } = this;
    const active = context.host.ownerDocument.activeElement;
    if (!keysAreOurs(active, context.host, event)) {
      if (event.type === "keyup") hands.walk.key(event);
      return;
    }
    if (hands.modal.key(event)) return taken(event);
    if (hands.pointers.isHeld()) {
      // a hand holds something: Esc lets go of it, and no key may begin anything else
      if (event.type === "keydown" && event.key === "Escape") hands.pointers.release();
      if (event.type === "keydown" && event.key !== "Tab") taken(event);
      return;
    }
    if (controlTakes(active, context.canvas, event.key)) return;
    if (hands.walk.key(event)) return taken(event);
    if (event.type !== "keydown") return;
    const row = commandOf(event);
    if (!row || (row.focused && active !== context.canvas)) return;
    if (event.repeat && !row.command.startsWith("nudge") && row.command !== "next" && row.command !== "undo" && row.command !== "redo") return taken(event);
    if (!row.command.startsWith("nudge")) hands.nudging.finish();
    if (this.run(row.command)) taken(event);
  }

  /** Does a command; false where it is none of ours just now, so that the browser has the key. */
  run(command: CommandName): boolean {
    const { context } = this.kit;
    const { modal, measure, walk, nudging } = this.hands;
    switch (command) {
      case "move":
      case "turn":
      case "scale":
        modal.start(command);
        return true;
      case "duplicate":
        modal.start("move", true);
        return true;
      case "delete":
        this.remove();
        return true;
      case "undo":
      case "redo":
        // whether there is a step is for the scene to say: its last one may be on its way
        void context[command]();
        return true;
      case "hide":
        if (context.selection().length) context.hide([...context.hidden(), ...context.selection()]);
        return true;
      case "hide-others":
        this.hideOthers();
        return true;
      case "show-all":
        context.hide([]);
        return true;
      case "select-all":
        context.select(this.things().map((node) => node.path));
        return true;
      case "select-none":
        context.select([]);
        return true;
      case "next":
        return this.next();
      case "focus":
        context.focus(context.selection().length ? context.selection() : undefined);
        return true;
      case "show-whole":
        context.focus();
        return true;
      case "next-tool":
        context.setTool(HANDLES[(HANDLES.indexOf(context.tool()) + 1) % HANDLES.length] ?? "select");
        return true;
      case "measure":
        context.setTool(context.tool() === "measure" ? "select" : "measure");
        return true;
      case "walk":
        context.setTool(context.tool() === "walk" ? "select" : "walk");
        return true;
      case "leave":
        if (measure.leave()) return true;
        this.leave();
        // others may be in the midst of something, too, such as a box that is drawn
        return false;
      case "nudge-left":
      case "nudge-right":
      case "nudge-away":
      case "nudge-near":
      case "nudge-up":
      case "nudge-down":
        if (!context.selection().length) return false;
        nudging.nudge(command.slice("nudge-".length) as Parameters<Nudging["nudge"]>[0]);
        return true;
      default:
        if (!walk.isActive()) this.view(command);
        return true;
    }
  }

  private view(command: CommandName): void {
    const { context, eye } = this.kit;
    const toEye = times(eye.direction(), -1);
    if (command === "view-opposite") context.view(oppositeOf(nearestFace(toEye)));
    else if (command === "view-projection") context.view(eye.isOrthographic() ? "perspective" : nearestFace(toEye));
    else context.view(command.slice("view-".length) as Parameters<typeof context.view>[0]);
  }

  /** What can be selected. */
  private things(): SceneNode[] {
    const { context } = this.kit;
    const [hidden, locked] = [context.hidden(), context.locked()];
    return thingsOf(context.state()).filter(({ path }) => !hidden.has(path) && !locked.has(path));
  }

  private chosen(): SceneNode[] {
    const { context } = this.kit;
    return context.selection().flatMap((path) => context.node(path) ?? []);
  }

  private hideOthers(): void {
    const { context } = this.kit;
    const chosen = this.chosen();
    if (!chosen.length) return;
    const others = thingsOf(context.state(), chosen).filter((node) => !chosen.some((kept) => isWithin(node, kept)));
    context.hide(others.map((node) => node.path));
  }

  /** Tab goes from thing to thing and, after the last one, out of the viewport: nobody is kept in. */
  private next(): boolean {
    const { context } = this.kit;
    const things = this.things();
    const last = this.chosen().at(-1);
    const at = last === undefined ? -1 : things.findIndex((node) => isWithin(last, node));
    const found = things[at + 1]?.path;
    if (this.tabLeaves || found === undefined) {
      this.tabLeaves = false;
      return false;
    }
    context.select([found]);
    return true;
  }

  private leave(): void {
    const { context } = this.kit;
    const up = outerOf(context.state(), context.selection());
    if (context.tool() !== "select") context.setTool("select");
    // out of a part to what it is part of, as one came in
    else if (up !== null) context.select([up]);
    else if (context.selection().length) context.select([]);
    else this.tabLeaves = true;
  }

  private remove(): void {
    const { context } = this.kit;
    if (!context.editable) return context.message("This page shows the scene only: open it in the studio to change it.", "info");
    const found = subjectsOf(context.state(), context.selection(), context.locked());
    if (isRefusal(found)) return context.message(found.refused, "info");
    const edits = deleteAll(found);
    const called = thingName(context.state()?.nodes ?? [], found[0]?.path ?? "");
    void context.commit(edits).then((answer) => {
      if (answer.ok) context.message(`Deleted ${found.length === 1 ? `'${called}'` : `${found.length} things`}. Ctrl+Z brings back.`, "info");
    });
  }

  dispose(): void {
    this.end();
  }
}

function taken(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
