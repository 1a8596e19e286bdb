import { describe, expect, test } from "vitest";
import type { InstalledRenderer, StudioJob } from "../../../src/protocol";
import { withJob } from "../../../src/studio/shell/jobs/jobStore";
import { ago, bytesText, duration, jobName, jobSeconds, shareOf, stageTitle, stateName } from "../../../src/studio/shell/jobs/jobWords";
import { firstRender, formWithin, freeFields, renderRequest, type RenderForm } from "../../../src/studio/shell/jobs/renderForm";
import { changedOptions, optionFields } from "../../../src/studio/shell/jobs/schema";

function job(values: Partial<StudioJob>): StudioJob {
  return {
    id: "20260101-000000-abcd",
    action: "render",
    title: "kitchen",
    session: null,
    place: null,
    queued: "2026-01-01T00:00:00",
    request: {},
    keyed: false,
    quiet: false,
    made: null,
    error: null,
    position: 0,
    preview: 0,
    stops: false,
    files: [],
    stages: [],
    state: "running",
    share: 0,
    what: "",
    begun: null,
    ended: null,
    ...values,
  };
}

describe("jobs", () => {
  test("stay in their place when they change, and come first when they are new", () => {
    const old = job({ id: "a", queued: "2026-01-01T00:00:00" });
    const late = job({ id: "b", queued: "2026-01-01T00:00:05" });
    const list = withJob(withJob([], old), late);
    expect(list.map((each) => each.id)).toEqual(["b", "a"]);
    expect(withJob(list, { ...old, share: 0.5 }).map((each) => [each.id, each.share])).toEqual([
      ["b", 0],
      ["a", 0.5],
    ]);
  });

  test("are called by what they do", () => {
    expect(jobName(job({ request: { renderer: "blender" } }))).toBe("Render with blender");
    expect(jobName(job({ action: "generate", request: { text: "a".repeat(200) } })).length).toBeLessThan(80);
    expect(jobName(job({ action: "of_a_plugin" }))).toBe("of a plugin");
    expect(stateName(job({ state: "waiting", position: 3 }))).toBe("Waits, 2 before it");
  });

  test("in stages are as far as their stages are, until the last is done", () => {
    const stages = (...states: StudioJob["stages"][number]["state"][]) => states.map((state) => ({ title: state, state, says: "", pictured: false }));
    expect(shareOf(job({ share: 0.05, stages: stages("finished", "left out", "begun", "waiting") }))).toBeCloseTo(0.4);
    expect(shareOf(job({ share: 0.05, stages: stages("begun", "waiting") }))).toBeNull();
    expect(shareOf(job({ share: 0.9, stages: stages("kept", "finished") }))).toBe(0.9);
    expect(shareOf(job({ share: 0.3 }))).toBe(0.3);
    expect(shareOf(job({ share: 0.3, state: "waiting" }))).toBeNull();
    expect(jobName(job({ action: "resume", request: { after: "wall" } }))).toBe("Go on after the walls");
    expect(stageTitle("later than we know")).toBe("later than we know");
  });

  test("say how long they run", () => {
    const begun = "2026-01-01T00:00:00+00:00";
    expect(jobSeconds(job({ begun }), Date.parse(begun) + 5_000)).toBe(5);
    expect(jobSeconds(job({ begun, ended: "2026-01-01T00:01:05+00:00" }), 0)).toBe(65);
    expect(jobSeconds(job({}), 0)).toBeNull();
    expect(duration(65)).toBe("1 min 5 s");
    expect(duration(4_800)).toBe("1 h 20 min");
  });

  test("sizes and times are in words", () => {
    expect(bytesText(999)).toBe("999 B");
    expect(bytesText(2_500_000)).toBe("2.5 MB");
    expect(ago(1_000, 1_000_000)).toBe("just now");
    expect(ago(0, 3_600_000)).toBe("1 hour ago");
  });
});

const schema = {
  properties: {
    samples: { type: "integer", default: 64, minimum: 1 },
    denoise: { type: "boolean", default: true, description: "Denoise the picture." },
    noise: { type: "number", default: 0.15, exclusiveMinimum: 0, maximum: 1 },
    bevel: { anyOf: [{ type: "boolean" }, { type: "null" }], default: null },
    style: { enum: ["soft", "hard"], type: "string", default: "soft" },
    exposure: { anyOf: [{ type: "array" }, { type: "number" }, { type: "null" }], default: null },
  },
};

describe("options of a renderer", () => {
  const fields = optionFields(schema, new Set(["samples"]));

  test("become fields by their types; what has no field is left out", () => {
    expect(fields.map((field) => [field.name, field.kind])).toEqual([
      ["denoise", "switch"],
      ["noise", "number"],
      ["bevel", "switch"],
      ["style", "choice"],
    ]);
    expect(fields[0]!.note).toBe("Denoise the picture.");
    expect(fields[1]).toMatchObject({ max: 1, whole: false, value: 0.15 });
    expect((fields[1] as { min: number }).min).toBeGreaterThan(0);
  });

  test("are sent only where they differ from the defaults", () => {
    expect(changedOptions(fields, { denoise: true, noise: 0.3, style: null })).toEqual({ noise: 0.3 });
  });

  test.each([null, 5, {}, { properties: [] }])("hold for a schema that is none: %j", (given) => {
    expect(optionFields(given)).toEqual([]);
  });
});

describe("the request of a render", () => {
  const renderer = { name: "preview", options: schema } as unknown as InstalledRenderer;
  const form: RenderForm = { ...firstRender, renderers: [renderer], frame: 0 };
  const pose = { eye: [3, 2, 1] as [number, number, number], target: [0, 0, 0] as [number, number, number], fov: 45, height: null };

  test("takes the view of the page", () => {
    expect(renderRequest(form, pose)).toEqual({
      renderer: "preview",
      passes: ["color"],
      width: 1280,
      height: 720,
      frames: [0],
      transparent: false,
      view: { eye: [3, 2, 1], target: [0, 0, 0], fov: 45 },
    });
  });

  test("takes the scene's cameras, or views around it", () => {
    expect(renderRequest({ ...form, what: "cameras", cameras: [1] }, pose)).toMatchObject({ cameras: [1] });
    expect(renderRequest({ ...form, what: "cameras" }, pose)).not.toHaveProperty("cameras");
    expect(renderRequest({ ...form, what: "cameras" }, pose)).not.toHaveProperty("view");
    expect(renderRequest({ ...form, what: "turntable", turntable: 8 }, pose)).toMatchObject({ turntable: 8 });
  });

  test("makes a perspective of a straight view that shows as much", () => {
    const straight = { eye: [0, 10, 0] as [number, number, number], target: [0, 0, 0] as [number, number, number], fov: null, height: 20 };
    expect(renderRequest(form, straight)["view"]).toMatchObject({ fov: expect.closeTo(90, 5) as number });
  });

  test("has options and samples that were changed alone", () => {
    expect(renderRequest({ ...form, samples: 4, options: { noise: 0.5 } }, pose)).toMatchObject({ samples: 4, options: { noise: 0.5 } });
    expect(renderRequest(form, pose)).not.toHaveProperty("samples");
    expect(freeFields(renderer, "samples")).toBe(64);
    expect(freeFields(undefined, "samples")).toBeNull();
  });

  test("draws all frames, or the one of the timeline", () => {
    expect(renderRequest({ ...form, frames: "all" }, pose)["frames"]).toBeNull();
    expect(renderRequest({ ...form, frame: 7 }, pose)["frames"]).toEqual([7]);
  });

  test("asks for no frame and no camera that the scene has lost", () => {
    const filled: RenderForm = { ...form, what: "cameras", cameras: [0, 2], frame: 7 };
    expect(formWithin(filled, 8, 3)).toEqual(filled);
    expect(formWithin(filled, 1, 2)).toMatchObject({ what: "cameras", cameras: null, frame: 0 });
    expect(formWithin(filled, 1, 0)).toMatchObject({ what: "view" });
  });
});
