import { Copy, CopyCheck, Eye, EyeOff, Focus, ListTree, Lock, LockOpen, PenLine, Pin, PinOff, Trash2 } from "lucide-react";
import type { MenuEntries } from "../../parts";

export interface RowMarks {
  hidden: ReadonlySet<string>;
  locked: ReadonlySet<string>;
  pinned: ReadonlySet<string>;
}

/** The menu of the selection. */
export function entriesFor(selection: readonly string[], { hidden, locked, pinned }: RowMarks, root: string | null): MenuEntries {
  const allPinned = selection.every((path) => pinned.has(path));
  const allHidden = selection.every((path) => hidden.has(path));
  const allLocked = selection.every((path) => locked.has(path));
  const only = selection.length === 1;
  const fixed = selection.every((path) => path === root || locked.has(path));
  return [
    { id: "focus", label: "Look at it", icon: Focus, shortcut: "Enter" },
    { id: "alike", label: "Select all alike", icon: CopyCheck },
    { id: "children", label: "Select its parts", icon: ListTree },
    null,
    { id: "rename", label: "Rename", icon: PenLine, shortcut: "F2", isDisabled: !only || fixed },
    { id: "duplicate", label: "Duplicate", icon: Copy, shortcut: "Shift+D", isDisabled: fixed },
    { id: "hide", label: allHidden ? "Show" : "Hide", icon: allHidden ? Eye : EyeOff, shortcut: "H" },
    { id: "lock", label: allLocked ? "Unlock" : "Lock", icon: allLocked ? LockOpen : Lock },
    { id: "pin", label: allPinned ? "Unpin" : "Pin where it is", icon: allPinned ? PinOff : Pin, isDisabled: root !== null && selection.includes(root) },
    null,
    { id: "delete", label: "Delete", icon: Trash2, shortcut: "Del", danger: true, isDisabled: fixed },
  ];
}
