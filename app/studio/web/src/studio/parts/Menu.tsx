import { Check, type LucideIcon } from "lucide-react";
import { useRef, type ReactElement } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import { Keys } from "./Keys";

export interface MenuEntry {
  id: string;
  label: string;
  icon?: LucideIcon;
  note?: string;
  shortcut?: string;
  danger?: boolean;
  isDisabled?: boolean;
  /** Shows a tick. */
  isSelected?: boolean;
}

/** null: a line between two groups. */
export type MenuEntries = readonly (MenuEntry | null)[];

interface MenuProps {
  label: string;
  entries: MenuEntries;
  onAction: (id: string) => void;
}

function Items({ label, entries, onAction, onClose }: MenuProps & { onClose?: () => void }) {
  const ticks = entries.some((entry) => entry?.isSelected !== undefined);
  return (
    <AriaMenu
      className="menu"
      aria-label={label}
      onAction={(key) => onAction(String(key))}
      autoFocus="first"
      {...(onClose && { onClose })}
    >
      {entries.map((entry, index) =>
        entry === null ? (
          <Separator key={`line ${index}`} className="menu-separator" />
        ) : (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            className={`menu-item ${entry.danger ? "danger" : ""}`}
            isDisabled={entry.isDisabled ?? false}
          >
            {ticks && <span className="menu-check">{entry.isSelected && <Check size={14} aria-label="chosen" />}</span>}
            {entry.icon && <entry.icon size={14} aria-hidden />}
            <span className="menu-label">
              {entry.label}
              {entry.note !== undefined && <span className="menu-note">{entry.note}</span>}
            </span>
            {entry.shortcut !== undefined && <Keys shortcut={entry.shortcut} />}
          </MenuItem>
        ),
      )}
    </AriaMenu>
  );
}

/** A menu below a button, which is the child. */
export function MenuButton({ children, placement = "bottom start", ...menu }: MenuProps & { children: ReactElement; placement?: "bottom start" | "bottom end" | "top start" | "top end" }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" placement={placement} offset={4}>
        <Items {...menu} />
      </Popover>
    </MenuTrigger>
  );
}

/** A menu at a point of the page; null: closed. */
export function ContextMenu({ at, onClose, ...menu }: MenuProps & { at: { x: number; y: number } | null; onClose: () => void }) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} aria-hidden />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement="bottom start"
        offset={2}
        aria-label={menu.label}
      >
        <Items {...menu} onClose={onClose} />
      </Popover>
    </>
  );
}
