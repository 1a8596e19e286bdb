import { describe, expect, it } from "vitest";
import { thingNames } from "../../src/naming";
import { plural, suggestions, thingsOfTheirOwn } from "../../src/studio/panes/chat/suggestions";
import { nodesOf } from "./shell/support";

const room = [{ path: "home" }, { path: "home/room", kind: "room" as const }, { path: "home/room/floor", kind: "room" as const }];
const home = nodesOf([
  ...room,
  { path: "home/chair" },
  { path: "home/chair[1]", word: "chair" },
  { path: "home/set", kind: "group" as const },
  { path: "home/set/desk" },
  { path: "home/set/desk/drawer" },
  { path: "home/set/lamp", word: "floor lamp" },
  { path: "home/plant", word: "potted plant" },
]);
const turns = [...Array(12).keys()];

describe("what can be said of a scene", () => {
  it("is about things that it has, by the names that the page shows", () => {
    const names = thingsOfTheirOwn(home).map((node) => thingNames(home).get(node.path)!);
    expect(names).toEqual(["chair 1", "chair 2", "desk", "floor lamp", "potted plant"]);
    for (const turn of turns) {
      const [question, change] = suggestions(home, [], turn);
      const named = [...question!.matchAll(/(?:far is|from) (?:the )?([^?]+?)(?= from|\?)/g), ...change!.matchAll(/^(?:Paint|Move) (?:the )?(.+?) (?:navy|white|dark green|mustard yellow|30 cm)/g)];
      expect(named.length).toBeGreaterThan(0);
      for (const [, name] of named) expect(question === "How many chairs are there?" ? [...names, "chairs"] : names).toContain(name);
    }
  });

  it("counts what there are several of, and goes on to others", () => {
    expect(suggestions(home, [], 0)[0]).toBe("How many chairs are there?");
    expect(new Set(turns.flatMap((turn) => suggestions(home, [], turn))).size).toBeGreaterThan(12);
  });

  it("adds what is not there yet, and on what is there", () => {
    const added = new Set(turns.map((turn) => suggestions(home, [], turn)[2]));
    expect([...added].some((sentence) => sentence!.endsWith("on the desk"))).toBe(true);
    expect([...added].join()).not.toMatch(/potted plant|floor lamp/);
  });

  it("adds things where there are none", () => {
    for (const sentence of suggestions(nodesOf(room), []).slice(0, 3)) expect(sentence).toMatch(/^Add /);
  });

  it("is about what is selected", () => {
    expect(suggestions(home, ["home/chair"])[0]).toContain("it");
    expect(suggestions(home, ["home/chair"]).join()).not.toContain("chair 1");
    expect(suggestions(home, ["home/chair", "home/plant"])[0]).toContain("these");
    expect(suggestions(home, ["home/room/floor"]).join()).not.toMatch(/bigger|Turn|Move/);
    expect(suggestions(home, ["home"])).toEqual(suggestions(home, []));
  });

  it("of one thing alone names no other", () => {
    const alone = nodesOf([...room, { path: "home/stool" }]);
    expect(suggestions(alone, [])[0]).toBe("How large is the stool?");
    expect(suggestions(alone, ["home/stool"])[1]).toBe("Move it 30 cm to the left");
  });
});

describe("a plural", () => {
  it.each([["desk", "desks"], ["bench", "benches"], ["bookshelf", "bookshelves"], ["vanity", "vanities"], ["tray", "trays"], ["knife", "knives"]])("of %s is %s", (one, several) => expect(plural(one)).toBe(several));
});
