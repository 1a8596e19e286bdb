"""Light from all around a point: the directions of its rays, and what they meet."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from scenewright.scene.splats.cpu.numeric import kernel

__all__ = ["GatheredSurfaces", "add_gathered", "hemisphere_rays"]

Float32 = npt.NDArray[np.float32]


class GatheredSurfaces(NamedTuple):
    """What rays meet, as far as diffuse light shows it.

    `owner`, `special_owner`: (T,) the instance of each triangle, opaque or not. `albedo`: (I, 3). `opacity`, `emission`: (I,).
    `bounced`: (3,) radiance of a white surface, `floor` of it in contact, where it has faded by two thirds in the distance `contact`.
    `cap`: most radiance of a ray. `ground`: height of the ground, unit frame, NaN: none; `ground_albedo`: (3,).
    """

    owner: npt.NDArray[np.int32]
    special_owner: npt.NDArray[np.int32]
    albedo: Float32
    opacity: Float32
    emission: Float32
    bounced: Float32
    floor: np.float32
    contact: np.float32
    cap: np.float32
    ground: np.float32
    ground_albedo: Float32


@kernel
def hemisphere_rays(offset, normal, flat, slots, square, rays):
    """Write rays (N, 6) from `offset` (N, 3) into `rays`, in the directions `square` (S, 3) of each point's slot about its `normal`.

    The hemisphere of an interpolated normal reaches below the true surface: directions are mirrored there about `flat`.
    """
    zero, one, two = np.float32(0.0), np.float32(1.0), np.float32(2.0)
    for r in range(len(offset)):
        x, y, z = normal[r, 0], normal[r, 1], normal[r, 2]
        u, v, w = square[slots[r], 0], square[slots[r], 1], square[slots[r], 2]
        # two unit vectors orthogonal to the normal: Duff et al., JCGT 6(1), 2017
        sign = one if z >= zero else -one
        a = -one / (sign + z)
        b = x * y * a
        dx = u * (one + sign * x * x * a) + v * b + w * x
        dy = u * sign * b + v * (sign + y * y * a) + w * y
        dz = -u * sign * x - v * y + w * z
        fx, fy, fz = flat[r, 0], flat[r, 1], flat[r, 2]
        below = two * min(dx * fx + dy * fy + dz * fz, zero)
        rays[r, 0], rays[r, 1], rays[r, 2] = offset[r, 0], offset[r, 1], offset[r, 2]
        rays[r, 3], rays[r, 4], rays[r, 5] = dx - below * fx, dy - below * fy, dz - below * fz


@kernel
def add_gathered(around, rays, sky, t, triangle, special_t, special_triangle, dark, glow):
    """Add what N rays (N, 6) bring to `dark` (N, 3), and what glowing surfaces add to it to `glow` (N, 3), or (N, 0) for none.

    Args:
        around: :class:`GatheredSurfaces`.
        sky: (257, 3) radiance by the height of the direction, from -1 to 1, or (N, 3) of each ray.
        t, triangle: (N,) the hits with opaque surfaces; special_t, special_triangle: with others, (0,) if there are none.
    """
    by_height = len(sky) == 257 and len(rays) != 257
    for r in range(len(rays)):
        at = (
            min(max(int((rays[r, 4] + np.float32(1.0)) * np.float32(128.0) + np.float32(0.5)), 0), 256)
            if by_height
            else r
        )
        red, green, blue = sky[at, 0], sky[at, 1], sky[at, 2]
        near = t[r]
        if triangle[r] >= 0:
            k = around.owner[triangle[r]]
            fade = around.floor + (np.float32(1.0) - around.floor) * (np.float32(1.0) - np.exp(-near / around.contact))
            red, green, blue = (
                around.albedo[k, 0] * around.bounced[0] * fade,
                around.albedo[k, 1] * around.bounced[1] * fade,
                around.albedo[k, 2] * around.bounced[2] * fade,
            )
        down = rays[r, 4]
        if down < np.float32(0.0):
            far = (around.ground - rays[r, 1]) / down
            if far > np.float32(0.0) and far < near:
                fade = around.floor + (np.float32(1.0) - around.floor) * (
                    np.float32(1.0) - np.exp(-far / around.contact)
                )
                red, green, blue = (
                    around.ground_albedo[0] * around.bounced[0] * fade,
                    around.ground_albedo[1] * around.bounced[1] * fade,
                    around.ground_albedo[2] * around.bounced[2] * fade,
                )
        shine, k = np.float32(0.0), 0
        if len(special_t) and special_triangle[r] >= 0 and special_t[r] < near:
            k = around.special_owner[special_triangle[r]]
            opacity = around.opacity[k]
            fade = around.floor + (np.float32(1.0) - around.floor) * (
                np.float32(1.0) - np.exp(-special_t[r] / around.contact)
            )
            red += opacity * (around.albedo[k, 0] * around.bounced[0] * fade - red)
            green += opacity * (around.albedo[k, 1] * around.bounced[1] * fade - green)
            blue += opacity * (around.albedo[k, 2] * around.bounced[2] * fade - blue)
            shine = opacity * around.emission[k]
        red, green, blue = min(red, around.cap), min(green, around.cap), min(blue, around.cap)
        dark[r, 0] += red
        dark[r, 1] += green
        dark[r, 2] += blue
        if glow.shape[1] and shine > np.float32(0.0):
            glow[r, 0] += min(shine * around.albedo[k, 0], around.cap - red)
            glow[r, 1] += min(shine * around.albedo[k, 1], around.cap - green)
            glow[r, 2] += min(shine * around.albedo[k, 2], around.cap - blue)
