import { ChevronDown, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { Tip } from "./Tip";

/** A button that opens a small pane of controls below it. */
export function PopoverButton({
  label,
  icon: Icon,
  text,
  shortcut,
  children,
  placement = "bottom start",
  className = "",
}: {
  label: string;
  icon: LucideIcon;
  /** Stands beside the icon. */
  text?: string;
  shortcut?: string;
  children: ReactNode;
  placement?: "bottom start" | "bottom end" | "top start" | "top end";
  className?: string;
}) {
  return (
    <DialogTrigger>
      <Tip label={label} shortcut={shortcut}>
        <Button className={`button quiet small ${className}`} aria-label={text === undefined ? label : `${label}: ${text}`}>
          <Icon size={16} aria-hidden />
          {text !== undefined && <span className="bar-text cut">{text}</span>}
          <ChevronDown size={12} aria-hidden />
        </Button>
      </Tip>
      <Popover className="popover padded" placement={placement} offset={4}>
        <Dialog className="popover-dialog" aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
