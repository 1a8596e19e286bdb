import { describe, expect, it } from "vitest";
import { CameraRig } from "../../src/viewport/cameras/camera_rig";

/** A rig that looks at the middle of a room from above. */
function rigAt(eye: [number, number, number]): CameraRig {
  const canvas = document.createElement("canvas");
  const rig = new CameraRig(canvas, () => false);
  rig.setBounds([[-2, 0, -2], [2, 2.5, 2]], 0);
  rig.look({ eye, target: [0, 1, 0] });
  rig.update(0.1);
  return rig;
}

describe("orbiting", () => {
  it("stops at the floor however far a hand drags", () => {
    const rig = rigAt([0, 3, 5]);
    for (let step = 0; step < 40; step++) {
      rig.orbit(0.05, 0.1);
      rig.update(0.1);
      expect(rig.pose().eye[1]).toBeGreaterThan(0);
    }
    expect(rig.pose().eye[1]).toBeLessThan(0.2);
    const [x, , z] = rig.pose().eye;
    expect(Math.hypot(x, z)).toBeGreaterThan(4);
    rig.orbit(0, -0.5);
    rig.update(0.1);
    expect(rig.pose().eye[1]).toBeGreaterThan(1);
    rig.dispose();
  });

  it("leaves an eye below the floor where somebody put it", () => {
    const rig = rigAt([0, -3, 5]);
    rig.orbit(0.1, -0.02);
    rig.update(0.1);
    expect(rig.pose().eye[1]).toBeLessThan(-2);
    rig.dispose();
  });
});
