// The keys that follow a refused G, R or S: a hand types on, axis, number and Enter, before the eye has read that nothing is held. None of them may do
// something else, such as turn the view, or delete.

/** For so long after a key of such an entry the next one belongs to it, milliseconds. */
const TYPES_ON = 2_000;
const ENTRY = /^[0-9.,+\-xyz]$/i;

export class RefusedKeys {
  private until = -Infinity;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** A transform was refused. */
  begin(): void {
    this.until = this.now() + TYPES_ON;
  }

  /** Whether a key that is pressed belongs to what was refused. */
  takes(key: string): boolean {
    if (this.now() > this.until) return false;
    // held for an axis or a sign
    if (key === "Shift") return true;
    if (ENTRY.test(key) || key === "Backspace") {
      this.until = this.now() + TYPES_ON;
      return true;
    }
    this.until = -Infinity;
    return key === "Enter" || key === "Escape";
  }
}
