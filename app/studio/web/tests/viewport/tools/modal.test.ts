import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldsOf, type Modal, type Mode, press, readout, startModal, typedValues, type Values } from "../../../src/viewport/tools/logic/modal";
import { emptyEntry, numberIn, typeKey } from "../../../src/viewport/tools/logic/number_entry";

/** The state after keys; `X` stands for Shift and x. */
function after(mode: Mode, ...keys: string[]): Modal {
  return keys.reduce((state, key) => {
    const shift = /^[XYZ]$/.test(key) || key === "Shift+Tab";
    const pressed = press(state, key === "Shift+Tab" ? "Tab" : shift ? key.toLowerCase() : key, shift);
    if (pressed.kind !== "state") throw new Error(`${key} gave ${pressed.kind}`);
    return pressed.state;
  }, startModal(mode));
}

const nothing: Values = { by: [0, 0, 0], degrees: 0, factors: [1, 1, 1], local: false };

describe("axes", () => {
  it("goes from the world's axis to the own one and back to none", () => {
    expect(after("move", "x").constraint).toEqual({ axis: "x", plane: false, local: false });
    expect(after("move", "x", "x").constraint).toEqual({ axis: "x", plane: false, local: true });
    expect(after("move", "x", "x", "x").constraint).toBeNull();
    expect(after("move", "x", "z").constraint).toEqual({ axis: "z", plane: false, local: false });
  });

  it("takes a plane with Shift", () => {
    expect(after("move", "Y").constraint).toEqual({ axis: "y", plane: true, local: false });
    expect(fieldsOf(after("move", "Y"))).toEqual(["x", "z"]);
    expect(after("scale", "Z", "Z").constraint).toEqual({ axis: "z", plane: true, local: true });
  });

  it("refuses to tilt, and says why", () => {
    for (const key of ["x", "z"]) expect(press(startModal("turn"), key)).toMatchObject({ kind: "refused", why: expect.stringContaining("about y only") });
    expect(press(startModal("turn"), "y", true).kind).toBe("refused");
    expect(after("turn", "y").mode).toBe("turn");
  });

  it("keeps a number that was typed before the axis", () => {
    expect(typedValues(after("move", "1", ".", "5", "z"))?.by).toEqual([0, 0, 1.5]);
    expect(typedValues(after("move", "2", "X"))).toBeNull();
  });
});

describe("modes", () => {
  it("goes over to another one and forgets what was typed", () => {
    const state = after("move", "x", "2", "r");
    expect(state).toEqual(startModal("turn"));
    expect(after("move", "2", "g")).toEqual(after("move", "2"));
  });

  it("moves copies only", () => {
    expect(press(startModal("move", true), "r")).toMatchObject({ kind: "refused" });
  });

  it("ends by Enter, space and Esc, and swallows what means nothing", () => {
    expect(press(startModal("move"), "Enter").kind).toBe("confirm");
    expect(press(startModal("move"), " ").kind).toBe("confirm");
    expect(press(startModal("move"), "Escape").kind).toBe("cancel");
    for (const key of ["q", "Delete", "h", "F5", "a"]) expect(press(startModal("move"), key).kind).toBe("nothing");
  });
});

describe("typed numbers", () => {
  it("fills x, y and z with Tab", () => {
    expect(typedValues(after("move", "1", "Tab", "-", ".", "5", "Tab", "2"))?.by).toEqual([1, -0.5, 2]);
    expect(typedValues(after("move", "1", "Tab", "Tab", "2", "Shift+Tab", "Shift+Tab", "0"))?.by).toEqual([10, 0, 2]);
    expect(typedValues(after("move", "Y", "1", "Tab", "3"))?.by).toEqual([1, 0, 3]);
  });

  it("turns by degrees, with the minus wherever it is typed", () => {
    expect(typedValues(after("turn", "4", "5", "-"))?.degrees).toBe(-45);
    expect(typedValues(after("turn", "4", "-", "5"))?.degrees).toBe(-45);
    expect(typedValues(after("turn", "-", "4", "5", "-"))?.degrees).toBe(45);
    expect(after("turn", "1", "Tab")).toEqual(after("turn", "1"));
  });

  it("scales evenly by one number and unevenly by several", () => {
    expect(typedValues(after("scale", "2"))?.factors).toEqual([2, 2, 2]);
    expect(typedValues(after("scale", "2", "Tab", "1"))?.factors).toEqual([2, 1, 1]);
    expect(typedValues(after("scale", "x", "2"))?.factors).toEqual([2, 1, 1]);
    expect(typedValues(after("scale", "Y", "2"))?.factors).toEqual([2, 1, 2]);
    expect(typedValues(after("scale", "x", "x", "2"))?.local).toBe(true);
  });

  it("gives the pointer back when all is erased", () => {
    expect(typedValues(after("move", "1", "2", "Backspace", "Backspace"))).toBeNull();
    expect(typedValues(after("move", "-", "Backspace"))).toBeNull();
    expect(typedValues(after("move", "1", "Tab", "Backspace"))?.by).toEqual([1, 0, 0]);
  });

  it("takes one dot, a comma for it, and no more digits than fit", () => {
    expect(typedValues(after("move", "x", "1", ",", "2", ".", "5"))?.by[0]).toBe(1.25);
    expect(typedValues(after("move", "x", ".", "5"))?.by[0]).toBe(0.5);
    expect(typedValues(after("move", "x", "."))?.by[0]).toBe(0);
  });

  it("reads what was typed as a number does, for any digits", () => {
    fc.assert(
      fc.property(fc.nat({ max: 99999 }), fc.nat({ max: 999 }), fc.boolean(), (whole, part, minus) => {
        const keys = [...`${whole}.${part}`, ...(minus ? ["-"] : [])];
        const entry = keys.reduce((state, key) => typeKey(state, key, 3) ?? state, emptyEntry());
        expect(numberIn(entry, 0)).toBe((minus ? -1 : 1) * Number(`${whole}.${part}`) + 0);
      }),
    );
  });

  it("never breaks, whatever is typed", () => {
    const key = fc.constantFrom(..."0123456789.,-xyzgrsq".split(""), "Tab", "Backspace", "Shift");
    fc.assert(
      fc.property(fc.constantFrom<Mode>("move", "turn", "scale"), fc.array(fc.tuple(key, fc.boolean()), { maxLength: 30 }), (mode, keys) => {
        let state = startModal(mode);
        for (const [name, shift] of keys) {
          const pressed = press(state, name, shift);
          if (pressed.kind === "state") state = pressed.state;
          const { entry } = state;
          expect(entry.fields).toHaveLength(entry.negative.length);
          expect(entry.current).toBeLessThan(entry.fields.length);
          expect(entry.fields.length).toBeLessThanOrEqual(fieldsOf(state).length);
          const typed = typedValues(state);
          if (typed) expect([...typed.by, ...typed.factors, typed.degrees].every(Number.isFinite)).toBe(true);
          expect(readout(state, typed ?? nothing, "m")).not.toBe("");
        }
      }),
    );
  });
});

describe("the readout", () => {
  it("says what, by how much, in which unit and along what", () => {
    expect(readout(after("move", "x"), { ...nothing, by: [1.25, 0, 0] }, "m")).toBe("Move  x 1.250 m  ·  along world x");
    expect(readout(startModal("turn"), { ...nothing, degrees: -30 }, "m")).toBe("Turn  −30°  ·  about y");
    expect(readout(startModal("scale"), { ...nothing, factors: [1.5, 1.5, 1.5] }, "m")).toBe("Scale  × 1.500");
    expect(readout(after("scale", "Y", "Y"), { ...nothing, factors: [2, 1, 2] }, "m")).toBe("Scale  x 2.000  z 2.000  ·  along own x and z");
    expect(readout(startModal("move", true), nothing, "m")).toContain("Copy");
  });

  it("shows where one types", () => {
    expect(readout(after("move", "1", "Tab", "-", "2"), { ...nothing, by: [1, -2, 0] }, "m")).toBe("Move  x 1  y [−2|]  z 0.000 m");
  });
});
