import { describe, expect, test } from "vitest";
import type { SceneStep, StudioJob } from "../../../src/protocol";
import { emptyDrawing, previewTransport } from "../../../src/studio/shell/jobs/previewTransport";
import { readSafetensors } from "../../../src/viewport/data/safetensors";

const job = (preview: number) => ({ id: "20260101-000000-abcd", preview }) as StudioJob;

describe("the preview of a training", () => {
  test("is a drawing without instances that the viewport can read", () => {
    const { tensors, metadata } = readSafetensors(emptyDrawing(3));
    expect(tensors.get("matrix")!.shape).toEqual([0, 12]);
    expect(JSON.parse(metadata["head"]!)).toMatchObject({ revision: 3, meshes: [] });
  });

  test("has another address for each new preview, and tells of it once", async () => {
    const transport = previewTransport(job(1));
    const steps: SceneStep[] = [];
    const end = transport.subscribe((step) => steps.push(step));
    const before = (await transport.state()).splats[0]!.url;
    transport.take(job(1));
    transport.take(job(2));
    expect(steps.map((step) => [step.basedOn, step.revision])).toEqual([[1, 2]]);
    expect((await transport.state()).splats[0]!.url).not.toBe(before);
    end();
    transport.take(job(3));
    expect(steps).toHaveLength(1);
  });

  test("cannot be edited", () => {
    expect(previewTransport(job(1)).edit).toBeUndefined();
  });
});
