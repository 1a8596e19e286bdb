// A scene: bar, outliner, viewport, tabs and drawer. Panels keep their size in pixels when the window changes.

import { ChevronDown, ChevronUp, Clapperboard, Code, History, Images, LayoutGrid, MessageSquare, Search, SlidersHorizontal } from "lucide-react";
import { useEffect, useRef, type RefObject } from "react";
import { Group, Panel, Separator, type PanelImperativeHandle, type PanelSize } from "react-resizable-panels";
import { IconButton, Tabs, type TabItem } from "../parts";
import { ChatPane } from "../panes/ChatPane";
import { HistoryPane } from "../panes/HistoryPane";
import { InspectorPane } from "../panes/InspectorPane";
import { LayoutPane } from "../panes/LayoutPane";
import { ProgramPane } from "../panes/ProgramPane";
import { QueryPane } from "../panes/QueryPane";
import { useStudio } from "../state/studio";
import { Banners } from "./Banners";
import { HelpDialog } from "./HelpDialog";
import { ExportDialog } from "./jobs/ExportDialog";
import { JobsPane } from "./jobs/JobsPane";
import { useJobs } from "./jobs/jobStore";
import { RenderDialog } from "./jobs/RenderDialog";
import { Outliner } from "./outliner/Outliner";
import { listenToKeys } from "./shortcuts";
import { setShell, useShell, type DrawerTab, type RightTab, type ShellState } from "./state/shell";
import { StatusLine } from "./StatusLine";
import { TopBar } from "./TopBar";
import { ViewportPane } from "./ViewportPane";
import { ViewportToolbar } from "./ViewportToolbar";
import { TimelinePane } from "./views/TimelinePane";

const tabBar = 37;

const rightTabs: TabItem[] = [
  { id: "program", label: "Program", icon: Code, content: <ProgramPane /> },
  { id: "inspector", label: "Inspector", icon: SlidersHorizontal, content: <InspectorPane /> },
  { id: "query", label: "Query", icon: Search, content: <QueryPane /> },
  { id: "layout", label: "Layout", icon: LayoutGrid, content: <LayoutPane /> },
  { id: "history", label: "History", icon: History, content: <HistoryPane /> },
];

export function Workspace() {
  const viewport = useRef<HTMLDivElement>(null);
  const title = useStudio((now) => now.session?.scene?.title ?? "");
  const shell = useShell.getState();
  useEffect(listenToKeys, []);
  useEffect(() => {
    document.title = title === "" ? "Scenewright" : `${title} – Scenewright`;
    return () => {
      document.title = "Scenewright";
    };
  }, [title]);

  const left = usePanel("leftOpen", "leftSize");
  const right = usePanel("rightOpen", "rightSize", "rightWide");
  const drawer = usePanel("drawerOpen", "drawerSize");

  return (
    <div className="workspace">
      <a className="skip-link" href="#viewport">
        Skip to the viewport
      </a>
      <TopBar />
      <Banners />
      <main className="panels">
      <Group orientation="horizontal">
        <Panel minSize={420} className="panel">
          <Group orientation="vertical">
            <Panel minSize={180} className="panel">
              <Group orientation="horizontal">
                <Panel
                  panelRef={left.panel}
                  defaultSize={shell.leftOpen ? shell.leftSize : 0}
                  minSize={180}
                  maxSize="50%"
                  collapsible
                  collapsedSize={0}
                  groupResizeBehavior="preserve-pixel-size"
                  onResize={left.onResize}
                  className="panel pane"
                >
                  <Outliner />
                </Panel>
                <Separator className="separator vertical" aria-label="Width of the outliner" />
                <Panel minSize={240} className="panel">
                  <section id="viewport" ref={viewport} className="centre" tabIndex={-1} aria-label="Viewport">
                    <ViewportToolbar />
                    <ViewportPane />
                  </section>
                </Panel>
              </Group>
            </Panel>
            <Separator className="separator horizontal" aria-label="Height of the drawer" />
            <Panel
              panelRef={drawer.panel}
              defaultSize={shell.drawerOpen ? shell.drawerSize : tabBar}
              minSize={140}
              maxSize="75%"
              collapsible
              collapsedSize={tabBar}
              groupResizeBehavior="preserve-pixel-size"
              onResize={drawer.onResize}
              className="panel pane"
            >
              <Drawer />
            </Panel>
          </Group>
        </Panel>
        <Separator className="separator vertical" aria-label="Width of the panes" />
        <Panel
          panelRef={right.panel}
          defaultSize={shell.rightOpen ? (shell.rightWide ? wideSize() : shell.rightSize) : 0}
          minSize={280}
          maxSize="60%"
          collapsible
          collapsedSize={0}
          groupResizeBehavior="preserve-pixel-size"
          onResize={right.onResize}
          className="panel pane"
        >
          <RightTabs />
        </Panel>
      </Group>
      </main>
      <StatusLine over={viewport} />
      <HelpDialog />
      <RenderDialog />
      <ExportDialog />
    </div>
  );
}

function RightTabs() {
  const selected = useShell((now) => now.rightTab);
  return <Tabs className="right-tabs" label="Panes" tabs={rightTabs} selected={selected} onSelect={(id) => setShell({ rightTab: id as RightTab })} />;
}

function Drawer() {
  const selected = useShell((now) => now.drawerTab);
  const open = useShell((now) => now.drawerOpen);
  const running = useJobs((now) => now.jobs.filter((job) => job.state === "running" || job.state === "waiting").length);
  const tabs: TabItem[] = [
    { id: "chat", label: "Chat", icon: MessageSquare, content: <ChatPane /> },
    { id: "jobs", label: "Jobs & gallery", icon: Images, count: running, content: <JobsPane /> },
    { id: "timeline", label: "Views & timeline", icon: Clapperboard, content: <TimelinePane /> },
  ];
  return (
    <Tabs
      className={`drawer ${open ? "" : "closed"}`}
      label="Drawer"
      tabs={tabs}
      selected={selected}
      onSelect={(id) => setShell({ drawerTab: id as DrawerTab, drawerOpen: true })}
      actions={
        <IconButton
          label={open ? "Close the drawer" : "Open the drawer"}
          shortcut="Alt+B"
          icon={open ? ChevronDown : ChevronUp}
          placement="top"
          onPress={() => setShell({ drawerOpen: !open })}
        />
      }
    />
  );
}

type OpenName = "leftOpen" | "rightOpen" | "drawerOpen";
type SizeName = "leftSize" | "rightSize" | "drawerSize";

/** What a wide panel has of the window, in pixels. */
const wideSize = () => Math.round(innerWidth * 0.58);
/** A panel is no longer wide when a hand has moved its edge by more than this. */
const moved = 12;

/** Ties a panel to what is kept about it, both ways. */
function usePanel(openName: OpenName, sizeName: SizeName, wideName?: "rightWide"): { panel: RefObject<PanelImperativeHandle | null>; onResize: (size: PanelSize) => void } {
  const panel = useRef<PanelImperativeHandle>(null);
  const open = useShell((now) => now[openName]);
  const wide = useShell((now) => wideName !== undefined && now[wideName]);
  /** What the panel got when it became wide, in pixels. */
  const wideAt = useRef<number | null>(null);
  const shown = useRef({ open, wide });
  useEffect(() => {
    const before = shown.current;
    shown.current = { open, wide };
    const handle = panel.current;
    if (handle === null || (handle.isCollapsed() !== open && before.wide === wide)) return;
    wideAt.current = null;
    // a panel that was never open knows no size to come back to
    if (open) handle.resize(wide ? wideSize() : useShell.getState()[sizeName]);
    else handle.collapse();
  }, [open, sizeName, wide]);
  const onResize = ({ inPixels }: PanelSize) => {
    const collapsed = panel.current?.isCollapsed() ?? false;
    const change: Partial<ShellState> = { [openName]: !collapsed };
    const isWide = wideName !== undefined && useShell.getState()[wideName];
    if (isWide && !collapsed) wideAt.current ??= inPixels;
    const byHand = !isWide || Math.abs(inPixels - (wideAt.current ?? inPixels)) > moved;
    if (!collapsed && inPixels > tabBar && byHand) {
      change[sizeName] = Math.round(inPixels);
      if (wideName !== undefined) change[wideName] = false;
    }
    setShell(change);
  };
  return { panel, onResize };
}
