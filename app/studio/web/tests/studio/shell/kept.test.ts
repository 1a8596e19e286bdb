import { describe, expect, test } from "vitest";
import { firstShell, readShell } from "../../../src/studio/shell/state/shell";
import { firstView, readView } from "../../../src/studio/shell/state/view";

describe("what was kept about the page", () => {
  test("comes back as it was", () => {
    const kept = { ...firstShell, leftOpen: false, rightSize: 500, rightTab: "query", drawerTab: "jobs" };
    expect(readShell(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  test.each([undefined, null, 7, "x", [], { leftSize: "wide", rightTab: "admin", drawerOpen: 1 }])("is the first look where it cannot be read: %j", (kept) => {
    expect(readShell(kept)).toEqual(firstShell);
  });

  test("keeps sizes within what can be used", () => {
    expect(readShell({ leftSize: 1e9, rightSize: -5, drawerSize: Number.NaN })).toMatchObject({ leftSize: 800, rightSize: 240, drawerSize: firstShell.drawerSize });
  });
});

describe("what was kept about the view", () => {
  test("comes back as it was, with snapping that is off", () => {
    const kept = {
      snapping: { grid: null, floor: false, walls: true, faces: true, degrees: 45 },
      labels: true,
      fadeWalls: false,
      shading: "wireframe",
    };
    expect(readView(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  test.each([null, 7, { snapping: "none", labels: "yes", shading: "x-ray" }])("is the first look where it cannot be read: %j", (kept) => {
    expect(readView(kept)).toEqual(firstView);
  });
});
