// How many pixels are drawn: all of them at rest, fewer while the view moves where frames take too long.

const SLOW = 45;
const FAST = 22;
const STEP = 0.8;

export class PixelRatio {
  private share = 1;
  private slow = 0;
  private quick = 0;

  /** `full`: pixels for each CSS pixel at rest; `least`: share of them that is always drawn. */
  constructor(
    public full: number,
    private readonly least = 0.4,
  ) {}

  /** The ratio for the next frame of a motion, whose last frame took so many milliseconds; null: it has just begun. */
  moving(interval: number | null): number {
    if (interval !== null) {
      this.slow = interval > SLOW ? this.slow + 1 : 0;
      this.quick = interval < FAST ? this.quick + 1 : 0;
      // one late frame may be anybody's fault, and a picture that grows and shrinks all the time shimmers
      if (this.slow >= 2) {
        this.share = Math.max(this.share * STEP, this.least);
        this.slow = 0;
      } else if (this.quick >= 8) {
        this.share = Math.min(this.share / STEP, 1);
        this.quick = 0;
      }
    }
    return this.now;
  }

  get now(): number {
    return this.full * this.share;
  }

  /** Whether the last frame of a motion has fewer pixels than a picture at rest. */
  get reduced(): boolean {
    return this.share < 0.999;
  }
}
