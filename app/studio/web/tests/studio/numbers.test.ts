import { describe, expect, it } from "vitest";
import { angleUnits, commonText, commonValue, lengthUnits, noUnits, readEntry, scrubbed, shownNumber } from "../../src/studio/panes/inspector/numbers";
import { Random } from "./random";

const read = (text: string, old = 0) => readEntry(text, lengthUnits)?.(old) ?? null;

describe("what is typed into a number field", () => {
  it.each([
    ["1.2+0.3", 1.5],
    ["2*(1+0.5)/3", 1],
    ["-(-2)", 2],
    ["120cm", 1.2],
    ["1 m + 5 mm", 1.005],
    ["0,75", 0.75],
    [".5", 0.5],
    ["1e-2", 0.01],
    ["3 − 1", 2],
  ])("reads %s", (text, value) => expect(read(text)).toBeCloseTo(value, 9));

  it.each(["", "abc", "1+", "(1", "1)", "1 2", "2//3", "1/0", "alert(1)", "1 km", "9".repeat(400), `${"(".repeat(60)}1${")".repeat(60)}`])("refuses %s", (text) =>
    expect(read(text)).toBeNull(),
  );

  it("changes what is there", () => {
    expect(read("+=0.5", 2)).toBe(2.5);
    expect(read("-= 1cm", 2)).toBeCloseTo(1.99, 9);
    expect(read("*=3", 2)).toBe(6);
    expect(read("/=4", 2)).toBe(0.5);
    expect(read("/=0", 2)).toBeNull();
  });

  it("knows the units of its field alone", () => {
    expect(readEntry("45°", angleUnits)?.(0)).toBe(45);
    expect(readEntry("45 deg", angleUnits)?.(0)).toBe(45);
    expect(readEntry("45cm", angleUnits)).toBeNull();
    expect(readEntry("2m", noUnits)).toBeNull();
  });

  it("agrees with arithmetic for random sums", () => {
    const random = new Random(3);
    for (let round = 0; round < 300; round += 1) {
      const numbers = Array.from({ length: 4 }, () => random.below(1_000) / 100);
      const [a, b, c, d] = numbers as [number, number, number, number];
      expect(read(`${a}+${b}*(${c}-${d})`)).toBeCloseTo(a + b * (c - d), 9);
    }
  });

  it("reads what is shown", () => {
    const random = new Random(4);
    for (let round = 0; round < 300; round += 1) {
      const value = (random.next() - 0.5) * 200;
      expect(read(shownNumber(value, 3))).toBeCloseTo(value, 2);
    }
  });
});

describe("numbers for people", () => {
  it.each([
    [1.5, 3, "1.5"],
    [-0.0001, 3, "0"],
    [100, 0, "100"],
    [2, 2, "2"],
  ])("shows %d with %d digits as %s", (value, digits, text) => expect(shownNumber(value, digits)).toBe(text));
});

describe("a drag on a number", () => {
  it("goes by steps, faster with Shift and slower with Alt", () => {
    const plain = { shift: false, alt: false };
    expect(scrubbed(1, 20, 0.01, plain)).toBeCloseTo(1.1, 9);
    expect(scrubbed(1, -20, 0.01, { ...plain, shift: true })).toBeCloseTo(0, 9);
    expect(scrubbed(1, 20, 0.01, { ...plain, alt: true })).toBeCloseTo(1.01, 9);
  });

  it("stays within its limits and comes back to where it began", () => {
    expect(scrubbed(1, -4_000, 0.01, { shift: false, alt: false }, { min: 0.01 })).toBe(0.01);
    expect(scrubbed(1.234, 0, 0.01, { shift: false, alt: false })).toBeCloseTo(1.234, 9);
  });
});

describe("values of several things", () => {
  it("are one where all are the same", () => {
    expect(commonValue([1, 1.00001, 1])).toBe(1);
    expect(commonValue([1, 2])).toBeNull();
    expect(commonValue([])).toBeNull();
    expect(commonText(["a", "a"])).toEqual({ same: true, value: "a" });
    expect(commonText(["a", null]).same).toBe(false);
  });
});
