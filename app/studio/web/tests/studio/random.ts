// Random numbers that are the same in each run.
export class Random {
  constructor(private state: number) {}
  next(): number {
    this.state = (Math.imul(this.state ^ (this.state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 0x1_0000_0000;
  }
  below(most: number): number {
    return Math.floor(this.next() * most);
  }
  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }
}
