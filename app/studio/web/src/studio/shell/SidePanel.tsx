// A panel beside the viewport that opens, closes and keeps its size in pixels when the window changes.

import { useEffect, useRef, type ReactNode, type RefObject } from "react";
import { Panel, type PanelImperativeHandle, type PanelSize } from "react-resizable-panels";
import { setShell, useShell, type ShellState } from "./state/shell";

export const tabBar = 37;

export interface SidePanelProps {
  /** Names of what is kept about it. */
  open: OpenName;
  size: SizeName;
  wide?: "rightWide";
  /** In pixels, and of the window. */
  least: number;
  most: string;
  /** What is left of it when it is closed, in pixels. */
  closed?: number;
  children: ReactNode;
}

export function SidePanel({ open, size, wide, least, most, closed = 0, children }: SidePanelProps) {
  const { panel, onResize } = usePanel(open, size, wide);
  const first = useShell.getState();
  return (
    <Panel
      panelRef={panel}
      defaultSize={!first[open] ? closed : wide !== undefined && first[wide] ? wideSize() : first[size]}
      minSize={least}
      maxSize={most}
      collapsible
      collapsedSize={closed}
      groupResizeBehavior="preserve-pixel-size"
      onResize={onResize}
      className="panel pane"
    >
      {children}
    </Panel>
  );
}

type OpenName = "leftOpen" | "rightOpen" | "drawerOpen";
type SizeName = "leftSize" | "rightSize" | "drawerSize";

/** What a wide panel has of the window, in pixels. */
const wideSize = () => Math.round(innerWidth * 0.58);
/** Whether a hand or a key holds an edge between panels. A panel is no longer wide when one has moved its edge; panels get other sizes by
 *  themselves, too: when the page is loaded, and when the window changes. */
const edgeIsHeld = () => document.querySelector('[data-separator="active"], [data-separator="focus"]') !== null;

/** Ties a panel to what is kept about it, both ways. */
function usePanel(openName: OpenName, sizeName: SizeName, wideName?: "rightWide"): { panel: RefObject<PanelImperativeHandle | null>; onResize: (size: PanelSize) => void } {
  const panel = useRef<PanelImperativeHandle>(null);
  const open = useShell((now) => now[openName]);
  const wide = useShell((now) => wideName !== undefined && now[wideName]);
  const shown = useRef({ open, wide });
  useEffect(() => {
    const before = shown.current;
    shown.current = { open, wide };
    const handle = panel.current;
    if (handle === null || (handle.isCollapsed() !== open && before.wide === wide)) return;
    // a panel that was never open knows no size to come back to
    if (open) handle.resize(wide ? wideSize() : useShell.getState()[sizeName]);
    else handle.collapse();
  }, [open, sizeName, wide]);
  const onResize = ({ inPixels }: PanelSize) => {
    const collapsed = panel.current?.isCollapsed() ?? false;
    const change: Partial<ShellState> = { [openName]: !collapsed };
    const isWide = wideName !== undefined && useShell.getState()[wideName];
    if (!collapsed && inPixels > tabBar && (!isWide || edgeIsHeld())) {
      change[sizeName] = Math.round(inPixels);
      if (wideName !== undefined) change[wideName] = false;
    }
    setShell(change);
  };
  return { panel, onResize };
}
