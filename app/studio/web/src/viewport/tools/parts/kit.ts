// What all tools share.
import type { ViewportContext } from "../../context";
import { unitOf } from "../logic/units";
import { inForce, type SnapSettings } from "../snapping";
import { Eye } from "./eye";
import { Labels } from "./labels";
import { Lines } from "./lines";
import { Readout } from "./readout";
import { addStyles } from "./styles";
import { Transforming } from "./transforming";

export class Kit {
  readonly layer: HTMLElement;
  readonly eye: Eye;
  readonly labels: Labels;
  readonly lines: Lines;
  readonly readout: Readout;
  readonly transforming: Transforming;
  private readonly stop: () => void;

  constructor(readonly context: ViewportContext) {
    const { host } = context;
    this.layer = host.ownerDocument.createElement("div");
    this.layer.className = "sw-tools";
    if (getComputedStyle(host).position === "static") host.style.position = "relative";
    host.append(this.layer);
    addStyles(this.layer);
    this.eye = new Eye(context);
    this.labels = new Labels(context, this.eye, this.layer);
    this.lines = new Lines(context);
    this.readout = new Readout(this.layer);
    this.transforming = new Transforming(context);
    const follow = (): void => {
      this.layer.dataset["theme"] = context.options().theme;
      this.labels.place();
    };
    follow();
    this.stop = context.onChange(follow);
  }

  unit(): string {
    return unitOf(this.context.state().units);
  }

  /** The snapping in force; `inverted` while Ctrl is held. */
  snapping(inverted: boolean): SnapSettings {
    return inForce(this.context.options().snapping, inverted);
  }

  dispose(): void {
    this.stop();
    this.transforming.dispose();
    this.labels.dispose();
    this.lines.dispose();
    this.layer.remove();
  }
}
