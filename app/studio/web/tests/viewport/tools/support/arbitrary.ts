// Random boxes and points for property tests.
import fc from "fast-check";
import type { Vec3 } from "../../../../src/protocol";
import type { Box } from "../../../../src/viewport/tools/logic/boxes";

const real = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true, noDefaultInfinity: true });

export const point = (reach = 3): fc.Arbitrary<Vec3> => fc.tuple(real(-reach, reach), real(-reach, reach), real(-reach, reach));
export const yaw = (): fc.Arbitrary<number> => fc.oneof(real(-Math.PI, Math.PI), fc.constantFrom(0, Math.PI / 2, Math.PI, -Math.PI / 2));

export const box = (reach = 3): fc.Arbitrary<Box> =>
  fc.record({
    at: fc.tuple(real(-reach, reach), real(0, 1), real(-reach, reach)),
    yaw: yaw(),
    size: fc.tuple(real(0.1, 2), real(0.1, 2), real(0.1, 2)),
  });

export const straightBox = (reach = 3): fc.Arbitrary<Box> => fc.tuple(box(reach), fc.constantFrom(0, Math.PI / 2, Math.PI)).map(([one, turn]) => ({ ...one, yaw: turn }));
export { real };
