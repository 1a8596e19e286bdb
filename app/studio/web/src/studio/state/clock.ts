// The time now, for words such as "3 minutes ago": one clock for all of the page, which goes on, so that pages that were opened at different times
// say the same.

import { useSyncExternalStore } from "react";

const tick = 10_000;

let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function look(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

/** A tab in the background is woken seldom: its clock goes right when it is looked at. */
const looked = (): void => {
  if (document.visibilityState === "visible") look();
};

function listen(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(look, tick);
    document.addEventListener("visibilitychange", looked);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener("visibilitychange", looked);
  };
}

/** Milliseconds since 1970, some seconds old at most. */
export function useNow(): number {
  return useSyncExternalStore(listen, () => now);
}
