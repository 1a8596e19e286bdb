import { Aperture, Box, ChevronRight, Cuboid, Eye, EyeOff, Group, House, Lock, LockOpen, Pin, type LucideIcon } from "lucide-react";
import { memo, useEffect, useRef, useState, type CSSProperties, type MouseEvent } from "react";
import type { NodeKind } from "../../../protocol";
import { nameOf, shownNames, type TreeItem } from "./tree";

export const rowHeight = 24;

const icons: Record<NodeKind, LucideIcon> = { entity: Box, group: Group, asset: Cuboid, splat: Aperture, room: House };
const kinds: Record<NodeKind, string> = { entity: "shape", group: "group", asset: "object of a catalogue", splat: "capture", room: "room" };

export interface RowActions {
  click(path: string, event: MouseEvent): void;
  toggle(path: string): void;
  menu(path: string, x: number, y: number): void;
  focus(path: string): void;
  hide(path: string): void;
  lock(path: string): void;
  pin(path: string): void;
  rename(path: string, name: string | null): void;
}

export interface OutlinerRowProps {
  item: TreeItem;
  top: number;
  open: boolean | null;
  position: number;
  siblings: number;
  selected: boolean;
  focused: boolean;
  hidden: boolean;
  /** It or what it lies in is hidden. */
  unseen: boolean;
  locked: boolean;
  /** Layout and chat leave it where it is. */
  pinned: boolean;
  /** Only on the way to what a search found. */
  onTheWay: boolean;
  renaming: boolean;
  actions: RowActions;
}

export const rowId = (row: number): string => `outliner-row-${row}`;

export const OutlinerRow = memo(function OutlinerRow(props: OutlinerRowProps) {
  const { item, top, open, selected, focused, hidden, unseen, locked, pinned, actions } = props;
  const { path, kind } = item.node;
  const { word, name } = shownNames(item.node, item.telling);
  const Icon = icons[kind];
  const classes = ["outliner-row", selected && "selected", focused && "focused", unseen && "unseen-thing", props.onTheWay && "on-the-way"].filter(Boolean).join(" ");
  const style: CSSProperties = { top, paddingLeft: 4 + item.depth * 14 };
  return (
    <div
      id={rowId(item.node.row)}
      role="treeitem"
      aria-level={item.depth + 1}
      aria-posinset={props.position}
      aria-setsize={props.siblings}
      aria-selected={selected}
      {...(open !== null && { "aria-expanded": open })}
      aria-label={`${word}${name === null ? "" : ` ${name}`}, ${kinds[kind]}${hidden ? ", hidden" : ""}${locked ? ", locked" : ""}${pinned ? ", pinned" : ""}`}
      className={classes}
      style={style}
      onClick={(event) => actions.click(path, event)}
      onDoubleClick={() => actions.focus(path)}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.menu(path, event.clientX, event.clientY);
      }}
    >
      {open === null ? (
        <span className="outliner-twist" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className="outliner-twist"
          aria-label={open ? "Close" : "Open"}
          onClick={(event) => {
            event.stopPropagation();
            actions.toggle(path);
          }}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <ChevronRight size={12} className={open ? "open" : ""} aria-hidden />
        </button>
      )}
      <Icon size={14} className="outliner-kind" aria-hidden />
      {props.renaming ? (
        <RenameField name={item.name} onEnd={(given) => actions.rename(path, given)} />
      ) : (
        <span className="outliner-label cut" title={`In the program: ${item.program}`}>
          {word} {name !== null && <span className="outliner-name">{name}</span>}
        </span>
      )}
      <span className="outliner-marks">
        {item.parent !== null && (
          <Mark on={pinned} label={pinned ? `Unpin ${word}` : `Pin ${word}`} note={pinned ? pinnedNote : pinNote} icon={Pin} onPress={() => actions.pin(path)} />
        )}
        <Mark on={locked} label={locked ? `Unlock ${word}` : `Lock ${word}`} icon={locked ? Lock : LockOpen} onPress={() => actions.lock(path)} />
        <Mark on={hidden} label={hidden ? `Show ${word}` : `Hide ${word}`} icon={hidden ? EyeOff : Eye} onPress={() => actions.hide(path)} />
      </span>
    </div>
  );
});

export const pinnedNote = "Pinned: layout and chat leave it where it is. A click lets it go";
const pinNote = "Pin it where it is: layout and chat leave it there";

function Mark({ on, label, note = label, icon: Icon, onPress }: { on: boolean; label: string; note?: string; icon: LucideIcon; onPress: () => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`outliner-mark ${on ? "on" : ""}`}
      aria-label={label}
      aria-pressed={on}
      title={note}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon size={13} aria-hidden />
    </button>
  );
}

function RenameField({ name, onEnd }: { name: string; onEnd: (name: string | null) => void }) {
  const [value, setValue] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useEffect(() => field.current?.select(), []);
  const end = (given: string | null) => {
    if (over.current) return;
    over.current = true;
    const plain = given === null ? null : nameOf(given);
    onEnd(plain === null || plain === "" || plain === name ? null : plain);
  };
  return (
    <input
      ref={field}
      className="outliner-rename"
      aria-label="New name"
      autoFocus
      value={value}
      maxLength={80}
      spellCheck={false}
      onChange={(event) => setValue(event.target.value)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={() => end(value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") end(value);
        else if (event.key === "Escape") end(null);
      }}
    />
  );
}
