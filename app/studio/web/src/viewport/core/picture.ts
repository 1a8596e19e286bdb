// The picture: its size, when it is drawn, with how many pixels, and when it shows all that was asked for.

import type { CameraRig } from "../cameras/camera_rig";
import { FrameLoop } from "./frame_loop";
import { PixelRatio } from "./pixel_ratio";
import type { Stage } from "./stage";

export interface PictureContent {
  /** The eye moved. */
  seen(): void;
  /** Brings all up to date before a frame. True: something goes on moving. */
  advance(seconds: number): boolean;
  /** After a frame; `moved`: the eye moved. */
  drawn(moved: boolean): void;
  /** Whether all that was asked for is here. */
  complete(): boolean;
  /** A picture of all that was asked for is drawn, and nothing moves. */
  rested(): void;
}

/** Milliseconds of rest after which a picture with all its pixels is drawn. */
const REST = 140;

export class Picture {
  /** CSS pixels. */
  width = 0;
  height = 0;
  private readonly loop = new FrameLoop((seconds, interval) => this.draw(seconds, interval));
  private readonly ratio: PixelRatio;
  private readonly waiters: (() => void)[] = [];
  private hasRested = true;
  private resting: ReturnType<typeof setTimeout> | null = null;
  /** Nothing is drawn: the graphics context is lost, or the viewport has ended. */
  private stopped = false;
  private ended = false;

  constructor(
    private readonly stage: Stage,
    private readonly rig: CameraRig,
    private readonly content: PictureContent,
  ) {
    this.ratio = new PixelRatio(this.fullRatio());
  }

  private fullRatio(): number {
    return Math.min(window.devicePixelRatio, this.stage.software ? 1 : 2);
  }

  get frames(): number {
    return this.loop.frames;
  }

  request(): void {
    if (!this.stopped) this.loop.request();
  }

  resize(width: number, height: number): void {
    if (width === 0 || height === 0 || (width === this.width && height === this.height)) return;
    this.width = width;
    this.height = height;
    this.ratio.full = this.fullRatio();
    this.rig.resize(width, height);
    this.request();
  }

  /** The next picture of all that was asked for; at once where none is on the page. */
  settled(): Promise<void> {
    if (this.width === 0 || this.ended) return Promise.resolve();
    return new Promise((done) => {
      this.waiters.push(done);
      this.request();
    });
  }

  private draw(seconds: number, interval: number | null): boolean {
    if (this.width === 0 || this.stopped) return false;
    const moved = this.rig.update(seconds);
    if (moved) this.content.seen();
    const moves = this.content.advance(seconds) || moved;
    if (moves) this.hasRested = false;
    this.stage.resize(this.width, this.height, moves ? this.ratio.moving(interval) : this.restingRatio());
    this.stage.render(this.rig.camera);
    this.content.drawn(moved);
    if (!moves && this.resting === null && !this.loop.waiting && this.content.complete()) {
      this.content.rested();
      for (const done of this.waiters.splice(0)) done();
    }
    return moves;
  }

  /** Where frames come slowly, the picture with all pixels waits until the view has rested. */
  private restingRatio(): number {
    if (!this.ratio.reduced || this.hasRested) return this.ratio.full;
    this.resting ??= setTimeout(() => {
      this.resting = null;
      this.hasRested = true;
      this.request();
    }, REST);
    return this.ratio.now;
  }

  /** Draws nothing until it is told to go on. */
  stop(): void {
    this.stopped = true;
    this.loop.stop();
  }

  goOn(): void {
    if (this.ended) return;
    this.stopped = false;
    this.request();
  }

  dispose(): void {
    this.ended = true;
    this.stop();
    if (this.resting !== null) clearTimeout(this.resting);
    for (const done of this.waiters.splice(0)) done();
  }
}
