import { describe, expect, it } from "vitest";
import type { LanguageEntry } from "../../src/studio/api/language";
import { fieldsOf, missingFields, relationEdit } from "../../src/studio/panes/relations/forms";

const thing = "The name of an instance, or its path; a list states the relation for each.";
const things = "A list of names of instances, or of their paths.";
const shared = [
  { name: "weight", default: "1.0", meaning: "How much it counts." },
  { name: "hard", default: "False", meaning: "Whether the layout must keep it." },
];

function relation(name: string, call: string, args: LanguageEntry["arguments"]): LanguageEntry {
  return { name, kind: "relation", group: "", calls: [call], meaning: [], arguments: [...args, ...shared], facts: [], returns: "" };
}

const near = relation("near", "near(a, b, lo=0.0, hi=1.5)", [
  { name: "a", default: null, meaning: thing },
  { name: "b", default: null, meaning: thing },
  { name: "lo", default: "0.0", meaning: "Metres." },
  { name: "hi", default: "1.5", meaning: "Metres." },
]);
const wall = relation("on_wall", "on_wall(a, height=None, wall=None)", [
  { name: "a", default: null, meaning: thing },
  { name: "height", default: "None", meaning: "Metres." },
  { name: "wall", default: "None", meaning: "A wall: 'left', 'right', 'back' or 'front'." },
]);
const spaced = relation("spaced", "spaced(items, axis)", [
  { name: "items", default: null, meaning: things },
  { name: "axis", default: null, meaning: "'x', 'y' or 'z'." },
]);
const joined = relation("joined", "joined(a, b, ...)", [{ name: "items", default: null, meaning: things }]);

describe("the form of a relation", () => {
  it("has a field for each argument of its own", () => {
    expect(fieldsOf(near).map(({ name, kind }) => [name, kind])).toEqual([["a", "thing"], ["b", "thing"], ["lo", "number"], ["hi", "number"]]);
    expect(fieldsOf(wall).map(({ kind }) => kind)).toEqual(["thing", "number", "choice"]);
    expect(fieldsOf(wall)[2]?.choices).toEqual(["left", "right", "back", "front"]);
    expect(fieldsOf(spaced).map(({ kind }) => kind)).toEqual(["things", "choice"]);
  });

  it("knows what is missing", () => {
    expect(missingFields(fieldsOf(near), { a: "chair" })).toEqual(["b"]);
    expect(missingFields(fieldsOf(wall), { a: "lamp" })).toEqual([]);
  });

  it("makes an edit with what is not as by default", () => {
    expect(relationEdit(near, { a: "chair", b: "desk", lo: "0.0", hi: "0,6" }, true)).toEqual({
      kind: "add-relation",
      relation: "near",
      arguments: ["chair", "desk"],
      options: [["hi", 0.6], ["hard", true]],
    });
    expect(relationEdit(wall, { a: "lamp", wall: "left" }, false)["options"]).toEqual([["wall", "left"]]);
  });

  it("gives things as a list, or one by one", () => {
    expect(relationEdit(spaced, { items: "a\nb\n\nc", axis: "x" }, false)["arguments"]).toEqual([["a", "b", "c"], "x"]);
    expect(relationEdit(joined, { items: "a\nb" }, false)["arguments"]).toEqual(["a", "b"]);
  });
});
