// The elements of a viewport in its host: canvas, box of a selection, message, and what is read out.

const CSS = `
.swv { position: relative; width: 100%; height: 100%; min-height: 0; overflow: hidden; contain: strict; }
.swv canvas { display: block; width: 100%; height: 100%; outline: none; touch-action: none; }
.swv-focus { position: absolute; inset: 0; pointer-events: none; }
.swv canvas:focus-visible ~ .swv-focus { box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--swv-accent, #f59120) 75%, transparent); }
.swv-labels { position: absolute; inset: 0; pointer-events: none; overflow: hidden; }
.swv-label { position: absolute; left: 0; top: 0; padding: 1px 6px; border-radius: 4px; white-space: nowrap; will-change: transform;
  font: 500 11px/16px system-ui, sans-serif; color: #fff; background: rgb(20 22 26 / 78%); max-width: 180px; overflow: hidden; text-overflow: ellipsis; }
.swv[data-theme="light"] .swv-label { color: #16181c; background: rgb(255 255 255 / 86%); box-shadow: 0 0 0 1px rgb(0 0 0 / 10%); }
.swv .swv-label.swv-selected { color: var(--swv-accent-text, #16181c); background: var(--swv-accent, #f59120); }
.swv-pinned { display: flex; align-items: center; gap: 4px; }
.swv-bare { padding: 3px; border-radius: 9px; }
.swv-box { position: absolute; pointer-events: none; border: 1px solid var(--swv-accent, #f59120); background: color-mix(in srgb, var(--swv-accent, #f59120) 14%, transparent); }
.swv-message { position: absolute; inset: 0; display: grid; place-items: center; padding: 24px; text-align: center;
  font: 14px/1.5 system-ui, sans-serif; color: #e8e8ea; background: #1d1f23; }
.swv[data-theme="light"] .swv-message { color: #26282c; background: #ececea; }
.swv-message[hidden], .swv-box[hidden], .swv-labels[hidden] { display: none; }
.swv-spoken { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

const HELP =
  "Drag to turn the view, right-drag to move it, scroll to come nearer. Click selects, shift-click adds, double click goes into parts, B draws a box around things.";

export class Frame {
  readonly root: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  private readonly box: HTMLElement;
  private readonly message: HTMLElement;
  private readonly spoken: HTMLElement;

  constructor(readonly host: HTMLElement) {
    const page = host.ownerDocument;
    const make = (tag: string, name: string): HTMLElement => {
      const element = page.createElement(tag);
      element.className = name;
      return element;
    };
    this.root = make("div", "swv");
    const style = page.createElement("style");
    style.textContent = CSS;
    this.canvas = page.createElement("canvas");
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "application");
    this.canvas.setAttribute("aria-label", "3D view of the scene");
    const help = make("div", "swv-spoken");
    help.id = `swv-help-${Math.random().toString(36).slice(2)}`;
    help.textContent = HELP;
    this.canvas.setAttribute("aria-describedby", help.id);
    this.box = make("div", "swv-box");
    this.box.hidden = true;
    this.message = make("div", "swv-message");
    this.message.hidden = true;
    this.message.setAttribute("role", "alert");
    this.spoken = make("div", "swv-spoken");
    this.spoken.setAttribute("role", "status");
    this.root.append(style, this.canvas, make("div", "swv-focus"), this.box, help, this.spoken, this.message);
    host.append(this.root);
  }

  setTheme(theme: "dark" | "light"): void {
    this.root.dataset["theme"] = theme;
  }

  /** Over the whole view; null: away. */
  say(message: string | null): void {
    this.message.hidden = message === null;
    this.message.textContent = message ?? "";
  }

  /** Read out by screen readers. */
  speak(text: string): void {
    if (this.spoken.textContent !== text) this.spoken.textContent = text;
  }

  /** The box that a drag draws, in CSS pixels of the canvas; null: away. */
  drawBox(rect: { x: number; y: number; width: number; height: number } | null): void {
    this.box.hidden = rect === null;
    if (rect === null) return;
    const { style } = this.box;
    style.left = `${rect.x}px`;
    style.top = `${rect.y}px`;
    style.width = `${rect.width}px`;
    style.height = `${rect.height}px`;
  }

  dispose(): void {
    this.root.remove();
  }
}
