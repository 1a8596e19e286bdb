import { describe, expect, it } from "vitest";
import { RefusedKeys } from "../../../src/viewport/tools/logic/refused_keys";

function refused(): { keys: RefusedKeys; wait(milliseconds: number): void } {
  let now = 1_000;
  const keys = new RefusedKeys(() => now);
  keys.begin();
  return { keys, wait: (milliseconds) => void (now += milliseconds) };
}

describe("keys after a refused transform", () => {
  it("are swallowed up to Enter, which ends it", () => {
    const { keys } = refused();
    expect([..."x-1.5"].map((key) => keys.takes(key))).toEqual([true, true, true, true, true]);
    expect(keys.takes("Enter")).toBe(true);
    expect(keys.takes("1")).toBe(false);
  });
  it("are free after another key, which does what it does", () => {
    const { keys } = refused();
    expect(keys.takes("f")).toBe(false);
    expect(keys.takes("1")).toBe(false);
  });
  it("are free once the hand has rested", () => {
    const { keys, wait } = refused();
    wait(1_500);
    expect(keys.takes("1")).toBe(true);
    wait(2_100);
    expect(keys.takes("1")).toBe(false);
  });
  it("are free where nothing was refused", () => expect(new RefusedKeys(() => 0).takes("1")).toBe(false));
});
