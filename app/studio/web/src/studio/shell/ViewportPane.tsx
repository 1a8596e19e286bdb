// The viewport in the page. It loads by itself, so that the page paints before three.js is there.

import { CircleAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Viewport, ViewportOptions } from "../../protocol";
import { Button, EmptyState, Spinner } from "../parts";
import { hide, refetch, select, toast, useStudio } from "../state/studio";
import { studioTransport } from "../state/transport";
import { setViewport } from "../state/viewport";
import { useShownTheme } from "./state/theme";
import { useView } from "./state/view";

function viewOptions(): Partial<ViewportOptions> {
  const { snapping, labels, fadeWalls, shading } = useView.getState();
  return { theme: document.documentElement.dataset["theme"] === "light" ? "light" : "dark", snapping, labels, fadeWalls, shading };
}

export function ViewportPane() {
  const host = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [shown, setShown] = useState<Viewport | null>(null);
  const [attempt, setAttempt] = useState(0);
  const theme = useShownTheme();
  const ready = useStudio((now) => now.scene !== null);
  const unshown = useStudio((now) => (now.scene === null ? (now.sceneError?.message ?? null) : null));

  useEffect(() => {
    // its code comes while the scene is fetched
    const loading = import("../../viewport");
    if (!ready) return;
    let viewport: Viewport | null = null;
    let over = false;
    const ends: (() => void)[] = [];
    const begin = async () => {
      const { mount } = await loading;
      if (over || host.current === null) return;
      viewport = await mount(host.current, studioTransport(), viewOptions());
      if (over) {
        viewport.dispose();
        return;
      }
      setViewport(viewport);
      ends.push(...connect(viewport));
      setShown(viewport);
    };
    setFailure(null);
    begin().catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
    return () => {
      over = true;
      for (const end of ends) end();
      setViewport(null);
      setShown(null);
      viewport?.dispose();
    };
  }, [attempt, ready]);

  useEffect(() => shown?.setOptions({ theme }), [shown, theme]);

  return (
    <div className="viewport-pane">
      <div ref={host} className="viewport-host" />
      {unshown !== null ? (
        <Cover title="The scene cannot be shown" text={unshown} onAgain={() => void refetch()} />
      ) : failure !== null ? (
        <Cover title="The viewport does not run" text={failure} onAgain={() => setAttempt(attempt + 1)} />
      ) : (
        shown === null && (
          <div className="viewport-cover" role="status">
            <Spinner label="The scene opens" size={20} />
          </div>
        )
      )}
    </div>
  );
}

function Cover({ title, text, onAgain }: { title: string; text: string; onAgain: () => void }) {
  return (
    <div className="viewport-cover">
      <EmptyState icon={CircleAlert} title={title} action={<Button onPress={onAgain}>Try again</Button>}>
        {text}
      </EmptyState>
    </div>
  );
}

/** Keeps viewport and store in step; returns what ends this. */
function connect(viewport: Viewport): (() => void)[] {
  const now = useStudio.getState();
  viewport.select(now.selection);
  viewport.hide(now.hidden);
  viewport.lock(now.locked);
  viewport.pin(now.pinned);
  viewport.setTool(now.tool);
  viewport.setHeat(now.heat);
  viewport.setLayoutMarks(now.marks);
  return [
    viewport.on("selection", (paths) => {
      useStudio.setState({ note: null });
      select(paths);
    }),
    viewport.on("note", (note) => useStudio.setState({ note })),
    viewport.on("hidden", hide),
    viewport.on("message", (text, kind) => toast(kind, text)),
    viewport.on("tool", (tool) => useStudio.setState({ tool })),
    useStudio.subscribe((next, before) => {
      if (next.selection !== before.selection) viewport.select(next.selection);
      if (next.hidden !== before.hidden) viewport.hide(next.hidden);
      if (next.locked !== before.locked) viewport.lock(next.locked);
      if (next.pinned !== before.pinned) viewport.pin(next.pinned);
      if (next.tool !== before.tool) viewport.setTool(next.tool);
      if (next.heat !== before.heat) viewport.setHeat(next.heat);
      if (next.marks !== before.marks) viewport.setLayoutMarks(next.marks);
    }),
    useView.subscribe((next, before) => {
      const { snapping, labels, fadeWalls, shading } = next;
      if (snapping !== before.snapping || labels !== before.labels || fadeWalls !== before.fadeWalls || shading !== before.shading) {
        viewport.setOptions({ snapping, labels, fadeWalls, shading });
      }
    }),
  ];
}
