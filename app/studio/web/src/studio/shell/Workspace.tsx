// A scene: bar, outliner, viewport, tabs and drawer.

import { ChatPane } from "../panes/ChatPane";
import { HistoryPane } from "../panes/HistoryPane";
import { InspectorPane } from "../panes/InspectorPane";
import { LayoutPane } from "../panes/LayoutPane";
import { ProgramPane } from "../panes/ProgramPane";
import { QueryPane } from "../panes/QueryPane";
import { ViewportPane } from "./ViewportPane";

export function Workspace() {
  return (
    <main>
      <ViewportPane />
      <ProgramPane />
      <InspectorPane />
      <QueryPane />
      <LayoutPane />
      <HistoryPane />
      <ChatPane />
    </main>
  );
}
