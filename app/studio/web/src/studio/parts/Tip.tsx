import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components";
import { Keys } from "./Keys";

export type Placement = "top" | "bottom" | "left" | "right";

/** A tooltip for a button of react-aria-components. */
export function Tip({
  label,
  shortcut,
  placement = "bottom",
  children,
}: {
  label: string;
  shortcut?: string | undefined;
  placement?: Placement;
  children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={450} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" offset={6} placement={placement}>
        {label}
        {shortcut !== undefined && <Keys shortcut={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
