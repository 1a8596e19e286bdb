// A scene in one HTML file, which needs no server: the viewport with what the file holds.

import type { SceneState, ViewportTransport } from "../protocol";
import { mount } from "../viewport";
import type {} from "../studio/state/viewport"; // declares window.scenewright

function held(id: string): string {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page lacks its ${id}`);
  return element.textContent ?? "";
}

function bytes(base64: string): ArrayBuffer {
  const text = atob(base64);
  const out = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) out[at] = text.charCodeAt(at);
  return out.buffer;
}

const transport: ViewportTransport = {
  state: () => Promise.resolve(JSON.parse(held("scene-state")) as SceneState),
  drawing: () => Promise.resolve(bytes(held("scene-drawing"))),
  shapes: () => Promise.resolve(bytes(held("scene-shapes"))),
  subscribe: () => () => undefined,
  // the state of such a page names its splats by the ids of elements
  fetch: (url) => Promise.resolve(bytes(held(url))),
};

const host = document.getElementById("view");
if (host === null) throw new Error("the page lacks its view");
const light = matchMedia("(prefers-color-scheme: light)").matches;
document.documentElement.dataset.theme = light ? "light" : "dark";
void mount(host, transport, { theme: light ? "light" : "dark" }).then((viewport) => {
  window.scenewright = { viewport };
});
