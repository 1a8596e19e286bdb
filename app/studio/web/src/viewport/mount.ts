import type { Mount } from "../protocol";
import { Frame } from "./core/frame";
import { ViewportCore } from "./core/viewport_core";

const NO_WEBGL =
  "The 3D view needs WebGL 2, which this browser does not offer. Turn on hardware acceleration in its settings, or use a current Chrome, Edge, Firefox or Safari.";

/** Milliseconds that a host may be out of the page, as when it is moved, before its viewport ends. */
const ABSENCE = 1000;

/**
 * Shows a scene in an element. It ends by `dispose()`, or when the element has left the page.
 *
 * Where there is no WebGL, or the scene cannot be fetched, the host shows why and the promise fails with the same message.
 */
export const mount: Mount = async (host, transport, options = {}) => {
  const frame = new Frame(host);
  frame.setTheme(options.theme ?? "dark");
  let core: ViewportCore;
  try {
    core = new ViewportCore(frame, transport, options);
  } catch (error) {
    frame.say(NO_WEBGL);
    throw new Error(NO_WEBGL, { cause: error });
  }
  try {
    await core.start();
  } catch (error) {
    const message = `The scene cannot be shown: ${error instanceof Error ? error.message : String(error)}`;
    core.dispose();
    host.append(frame.root);
    frame.say(message);
    throw new Error(message, { cause: error });
  }
  endWithHost(host, core);
  return core;
};

function endWithHost(host: HTMLElement, core: ViewportCore): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const watch = new MutationObserver(() => {
    if (host.isConnected || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      if (!host.isConnected) core.dispose();
    }, ABSENCE);
  });
  watch.observe(host.ownerDocument, { childList: true, subtree: true });
  core.onDispose(() => {
    watch.disconnect();
    if (timer !== null) clearTimeout(timer);
  });
}
