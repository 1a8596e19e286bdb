// The event stream: a WebSocket that comes back by itself.

import type { StudioEvent } from "../../protocol";

const firstWait = 300;
const longestWait = 5_000;

export interface EventStream {
  close(): void;
}

/**
 * Calls back with each event. `onConnection(true)` says that events come again: what happened meanwhile was missed.
 */
export function openEvents(
  session: string,
  onEvent: (event: StudioEvent) => void,
  onConnection: (connected: boolean) => void,
): EventStream {
  let socket: WebSocket | null = null;
  let wait = firstWait;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = () => {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    socket = new WebSocket(`${scheme}//${location.host}/api/sessions/${encodeURIComponent(session)}/events`);
    socket.onmessage = (message) => {
      const event = JSON.parse(String(message.data)) as StudioEvent;
      if (event.type === "hello") {
        wait = firstWait;
        onConnection(true);
      } else if (event.type !== "ping") {
        onEvent(event);
      }
    };
    socket.onclose = () => {
      if (closed) return;
      onConnection(false);
      timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, longestWait);
    };
  };
  connect();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}
