import { describe, expect, test } from "vitest";
import { firstShell, readShell } from "../../../src/studio/shell/state/shell";
import { firstView, freeName, readView } from "../../../src/studio/shell/state/view";

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
  const pose = { eye: [1, 2, 3], target: [0, 0, 0], fov: 50, height: null };

  test("comes back as it was, with snapping that is off", () => {
    const kept = {
      snapping: { grid: null, floor: false, walls: true, faces: true, degrees: 45 },
      labels: true,
      fadeWalls: false,
      shading: "wireframe",
      views: { abc: [{ name: "Door", pose }] },
    };
    expect(readView(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  test("leaves out views that are none", () => {
    const views = { abc: [{ name: "No eye", pose: { target: [0, 0, 0] } }, { pose: { ...pose, eye: [1, 2, "3"] } }, null, { name: "Door", pose }] };
    expect(readView({ views }).views).toEqual({ abc: [{ name: "Door", pose }] });
    expect(readView(null)).toEqual(firstView);
  });

  test("gives each view a name of its own", () => {
    const view = (name: string) => ({ name, pose: { eye: [0, 0, 0] as [number, number, number], target: [0, 0, 1] as [number, number, number], fov: 50, height: null } });
    expect(freeName([])).toBe("View");
    expect(freeName([view("View"), view("View 2")])).toBe("View 3");
  });
});
