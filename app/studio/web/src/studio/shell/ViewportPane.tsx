// The viewport in the page. It loads by itself, so that the page paints before three.js is there.

import { useEffect, useRef, useState } from "react";
import type { Viewport } from "../../protocol";
import { hide, select, toast, useStudio } from "../state/studio";
import { studioTransport } from "../state/transport";
import { setViewport } from "../state/viewport";

export function ViewportPane() {
  const host = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    let viewport: Viewport | null = null;
    let over = false;
    const ends: (() => void)[] = [];
    const begin = async () => {
      const { mount } = await import("../../viewport");
      if (over || host.current === null) return;
      viewport = await mount(host.current, studioTransport());
      if (over) {
        viewport.dispose();
        return;
      }
      setViewport(viewport);
      const shown = viewport;
      ends.push(
        shown.on("selection", select),
        shown.on("hidden", hide),
        shown.on("message", (text, kind) => toast(kind, text)),
        shown.on("tool", (tool) => useStudio.setState({ tool })),
        useStudio.subscribe((now, before) => {
          if (now.selection !== before.selection) shown.select(now.selection);
          if (now.hidden !== before.hidden) shown.hide(now.hidden);
          if (now.locked !== before.locked) shown.lock(now.locked);
          if (now.tool !== before.tool) shown.setTool(now.tool);
          if (now.heat !== before.heat) shown.setHeat(now.heat);
          if (now.marks !== before.marks) shown.setLayoutMarks(now.marks);
        }),
      );
      const now = useStudio.getState();
      shown.select(now.selection);
      shown.hide(now.hidden);
      shown.lock(now.locked);
    };
    begin().catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
    return () => {
      over = true;
      for (const end of ends) end();
      setViewport(null);
      viewport?.dispose();
    };
  }, []);

  return (
    <div className="viewport-pane" style={{ position: "relative", height: "100%", minHeight: 200 }}>
      <div ref={host} style={{ position: "absolute", inset: 0 }} />
      {failure !== null && <p role="alert">{failure}</p>}
    </div>
  );
}
