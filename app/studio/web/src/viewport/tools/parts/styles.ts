// The look of what the tools put over the canvas. A constructed sheet needs no inline style, which a content security policy may forbid.

const TEXT = `
.sw-tools { position: absolute; inset: 0; overflow: hidden; pointer-events: none; font: 12px/1.35 system-ui, sans-serif; z-index: 2;
  --tools-back: rgb(24 26 31 / 0.88); --tools-text: #f2f4f8; --tools-line: rgb(255 255 255 / 0.16); --tools-soft: #b6bdca; --tools-accent: #8db8ff;
  --cube-face: rgb(58 63 74 / 0.92); --cube-edge: rgb(255 255 255 / 0.22); --cube-over: #4b8df8; }
.sw-tools[data-theme="light"] { --tools-back: rgb(255 255 255 / 0.92); --tools-text: #1b1e24; --tools-line: rgb(0 0 0 / 0.16); --tools-soft: #4c5462;
  --tools-accent: #1c5fcf; --cube-face: rgb(244 246 250 / 0.94); --cube-edge: rgb(0 0 0 / 0.2); --cube-over: #2f6fe0; }
.sw-readout { position: absolute; left: 50%; bottom: 6px; transform: translateX(-50%); width: max-content; max-width: calc(100% - 32px); box-sizing: border-box;
  padding: 4px 12px; border-radius: 8px; opacity: 0.94; background: var(--tools-back); color: var(--tools-text); border: 1px solid var(--tools-line);
  font-variant-numeric: tabular-nums; white-space: pre-wrap; text-align: center; box-shadow: 0 2px 10px rgb(0 0 0 / 0.25); }
.sw-readout[hidden] { display: none; }
.sw-readout-main { font-size: 13px; font-weight: 600; }
.sw-readout-hint { margin-top: 2px; font-size: 11px; color: var(--tools-soft); }
.sw-readout-wrong { margin-top: 2px; font-size: 12px; font-weight: 600; color: #ffb4a8; }
.sw-tools[data-theme="light"] .sw-readout-wrong { color: #a32613; }
.sw-label { position: absolute; left: 0; top: 0; z-index: 1; padding: 2px 7px; border-radius: 6px; background: var(--tools-back); color: var(--tools-text);
  border: 1px solid var(--tools-line); white-space: pre; font-variant-numeric: tabular-nums; }
.sw-label[hidden] { display: none; }
.sw-label-main { font-weight: 600; }
.sw-label-x { border-color: #f0525a; } .sw-label-y { border-color: #4fb35b; } .sw-label-z { border-color: #4b8df8; }
.sw-axis::before { content: attr(data-axis); }
.sw-axis { display: block; font-size: 8.5px; font-weight: 700; } .sw-axis-x { color: #e0464e; } .sw-axis-y { color: #3c9f48; } .sw-axis-z { color: #3f7fee; }
.sw-dot { position: absolute; left: -5px; top: -5px; width: 8px; height: 8px; border-radius: 50%; border: 1px solid #fff; background: #ff4fa3; box-shadow: 0 0 0 1px #0008; }
.sw-dot-surface { background: #23c3dd; }
.sw-cube { position: absolute; top: 14px; right: 14px; width: 92px; height: 92px; pointer-events: auto; touch-action: none; cursor: grab; border-radius: 50%; }
.sw-cube:active { cursor: grabbing; }
.sw-cube:hover { background: rgb(128 128 128 / 0.14); }
.sw-cube-turning { position: absolute; left: 50%; top: 50%; width: 0; height: 0; transform-style: preserve-3d; }
.sw-cube button { position: absolute; margin: 0; padding: 0; box-sizing: border-box; border: 1px solid var(--cube-edge); background: var(--cube-face); color: var(--tools-text);
  font: 600 10.5px/1 system-ui, sans-serif; cursor: pointer; backface-visibility: hidden; appearance: none; border-radius: 0; }
.sw-cube button:hover { background: var(--cube-over); color: #fff; }
.sw-cube button:focus-visible { outline: 2px solid var(--tools-accent); outline-offset: 1px; }
.sw-cube button[aria-pressed="true"] { color: var(--tools-accent); }
.sw-cube button[aria-pressed="true"]:hover { color: #fff; }
`;

const sheets = new WeakMap<Document, CSSStyleSheet>();

export function addStyles(element: Element): void {
  const root = element.getRootNode();
  const holder = root instanceof ShadowRoot ? root : element.ownerDocument;
  let sheet = sheets.get(element.ownerDocument);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(TEXT);
    sheets.set(element.ownerDocument, sheet);
  }
  if (!holder.adoptedStyleSheets.includes(sheet)) holder.adoptedStyleSheets = [...holder.adoptedStyleSheets, sheet];
}
