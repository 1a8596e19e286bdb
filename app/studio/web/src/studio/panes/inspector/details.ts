// Details of what is selected, fetched when the selection or the scene changes.

import { useEffect, useState } from "react";
import { RequestFailure, sendJson } from "../../api/client";
import { sessionPath, useStudio } from "../../state/studio";
import type { ThingMaterial } from "./materials";

export interface ThingDetails {
  path: string;
  color: number[] | null;
  color_name: string | null;
  /** Of a catalogue object; the name '' is what belongs to no named part. */
  parts: { name: string; color: number[]; color_name: string }[];
  materials: ThingMaterial[];
  identity: { words: string | null; image: string | null; token: string | null } | null;
}

const most = 24;

/** null while they are fetched for the first time; an error in words where they cannot be. */
export function useDetails(paths: readonly string[]): { things: ThingDetails[] | null; error: string | null } {
  const revision = useStudio((now) => now.scene?.revision ?? null);
  const [state, setState] = useState<{ key: string; things: ThingDetails[] | null; error: string | null }>({ key: "", things: null, error: null });
  const key = paths.slice(0, most).join("\n");
  useEffect(() => {
    if (key === "" || revision === null) return;
    const control = new AbortController();
    // a selection that goes on changing, such as a box that is being drawn, asks once
    const timer = setTimeout(() => {
      sendJson<{ things: ThingDetails[] }>("POST", sessionPath("/scene/things"), { paths: key.split("\n") }, control.signal)
        .then(({ things }) => setState({ key, things, error: null }))
        .catch((error: unknown) => {
          if (!control.signal.aborted) setState({ key, things: null, error: error instanceof RequestFailure ? error.message : String(error) });
        });
    }, 60);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [key, revision]);
  return state.key === key ? state : { things: null, error: null };
}
