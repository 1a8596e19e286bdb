// Frames on demand: nothing is drawn until something asks for it, and it goes on only while something moves.

export class FrameLoop {
  /** Frames drawn so far. */
  frames = 0;
  private handle = 0;
  private last: number | null = null;

  /** `draw` gets the seconds since the last frame and the milliseconds that this took; true: something still moves. */
  constructor(private readonly draw: (seconds: number, interval: number | null) => boolean) {}

  get waiting(): boolean {
    return this.handle !== 0;
  }

  request(): void {
    if (this.handle === 0) this.handle = requestAnimationFrame((time) => this.run(time));
  }

  private run(time: number): void {
    this.handle = 0;
    // after a pause the time since the last frame says nothing
    const interval = this.last === null ? null : time - this.last;
    const seconds = interval === null ? 1 / 60 : Math.min(Math.max(interval / 1000, 0.001), 0.1);
    this.frames++;
    const moves = this.draw(seconds, interval);
    this.last = moves ? time : null;
    if (moves) this.request();
  }

  stop(): void {
    if (this.handle !== 0) cancelAnimationFrame(this.handle);
    this.handle = 0;
  }
}
