// A scene: bar, outliner, viewport, tabs and drawer.

import { Armchair, ChevronDown, ChevronUp, Clapperboard, Code, History, Images, LayoutGrid, MessageSquare, Search, SlidersHorizontal, TextQuote } from "lucide-react";
import { useEffect, useRef } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { IconButton, Tabs, type TabItem } from "../parts";
import { ChatPane } from "../panes/ChatPane";
import { HistoryPane } from "../panes/HistoryPane";
import { InspectorPane } from "../panes/InspectorPane";
import { LayoutPane } from "../panes/LayoutPane";
import { ProgramPane } from "../panes/ProgramPane";
import { QueryPane } from "../panes/QueryPane";
import { RoomPane } from "../panes/RoomPane";
import { TextPane } from "../panes/TextPane";
import { useStudio } from "../state/studio";
import { Banners } from "./Banners";
import { HelpDialog } from "./HelpDialog";
import { ExportDialog } from "./jobs/ExportDialog";
import { JobsPane } from "./jobs/JobsPane";
import { useJobs } from "./jobs/jobStore";
import { RenderDialog } from "./jobs/RenderDialog";
import { Outliner } from "./outliner/Outliner";
import { listenToKeys } from "./shortcuts";
import { SidePanel, tabBar } from "./SidePanel";
import { setShell, useShell, type DrawerTab, type RightTab } from "./state/shell";
import { StatusLine } from "./StatusLine";
import { TopBar } from "./TopBar";
import { ViewportPane } from "./ViewportPane";
import { ViewportToolbar } from "./ViewportToolbar";
import { TimelinePane } from "./views/TimelinePane";

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
  useEffect(listenToKeys, []);
  useEffect(() => {
    document.title = title === "" ? "Scenewright" : `${title} – Scenewright`;
    return () => {
      document.title = "Scenewright";
    };
  }, [title]);

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
                <SidePanel open="leftOpen" size="leftSize" least={180} most="50%">
                  <Outliner />
                </SidePanel>
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
            <SidePanel open="drawerOpen" size="drawerSize" least={140} most="75%" closed={tabBar}>
              <Drawer />
            </SidePanel>
          </Group>
        </Panel>
        <Separator className="separator vertical" aria-label="Width of the panes" />
        <SidePanel open="rightOpen" size="rightSize" wide="rightWide" least={280} most="60%">
          <RightTabs />
        </SidePanel>
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
    { id: "room", label: "Room", icon: Armchair, content: <RoomPane /> },
    { id: "text", label: "Text", icon: TextQuote, content: <TextPane /> },
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
