"""Irradiance at points of a scene from the lights of a rig, with sampled shadows."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import LightRig
from scenewright.renderers.rays.kernels.lighting import AREA, POINT, SPOT, SUN, Lamps, shadow_rays, unshadowed
from scenewright.renderers.rays.sampling import frame_of, interleaved
from scenewright.renderers.rays.scene import RayScene
from scenewright.scene.lights import SPOT_INNER_SHARE, SPOT_OUTER_DEGREES, PhysicalLight
from scenewright.scene.model import FloatArray, Vec3

__all__ = ["LightSampler"]

Float32 = npt.NDArray[np.float32]

_SHADOW_SAMPLES = {"sun": 2, "area": 2, "point": 2, "spot": 2}
"""Shadow rays a pixel for each kind of light; the pixels of a tile aim at different parts of a light."""
_FAINT = 0.003
"""A light that adds less than this share of the ambient light is not traced."""

_BULB = 2.0
"""Geometry within this many radii of a point light casts no shadow from it, since it is the light's own lamp."""

_KINDS = {"sun": SUN, "point": POINT, "spot": SPOT, "area": AREA}
_MIDDLE = np.full((1, 1, 2), 0.5, dtype=np.float32)


class LightSampler:
    """Irradiance from each light of a rig, in the unit frame of a RayScene."""

    def __init__(self, rays: RayScene, rig: LightRig, *, ambient: float, seed: int) -> None:
        self.rays = rays
        self.lights = rig.lights
        self.lamps = _lamps(rays, rig)
        self.faint = _FAINT * max(ambient, 1e-9)
        self.samples = [
            interleaved(_SHADOW_SAMPLES[light.kind], seed + 101 * (k + 1)) for k, light in enumerate(rig.lights)
        ]

    def received(
        self,
        k: int,
        position: Float32,
        normal: Float32,
        offset: Float32,
        slots: npt.NDArray[np.int64] | None,
        *,
        quick: bool = False,
    ) -> Float32:
        """(N,) irradiance from light k on surfaces with unit normals (N, 3), shadows included.

        Shadow rays start at `offset` (N, 3). `slots`: (N,) of interleaved sampling, None: one ray to the middle of the light. `quick`: one
        ray each.
        """
        light = self.lights[k]
        whole = self._unshadowed(k, position, normal)
        lit = np.flatnonzero(whole > self.faint)
        out = np.zeros(len(position), dtype=np.float32)
        if lit.size:
            pattern = _MIDDLE if slots is None else self.samples[k]
            count = 1 if quick else pattern.shape[1]
            own = np.zeros(lit.size, dtype=np.int64) if slots is None else slots[lit]
            points, normals, starts = position[lit], normal[lit], offset[lit]
            free, total = np.zeros((2, lit.size), dtype=np.float32)
            weight, rays = np.empty(lit.size, dtype=np.float32), np.empty((lit.size, 6), dtype=np.float32)
            for i in range(count):
                square = np.ascontiguousarray(pattern[:, i])
                shadow_rays(self.lamps, k, square, own, points, normals, starts, weight, rays)
                total += weight
                free += self._arriving(light, weight, rays)
            # the unshadowed irradiance is exact, without noise; only the share left by shadows is sampled
            # (Heitz, Hill and McGuire, "Combining Analytic Direct Illumination and Stochastic Shadows", I3D 2018)
            out[lit] = whole[lit] * free / np.maximum(total, 1e-20)
        return out

    def _unshadowed(self, k: int, position: Float32, normal: Float32) -> Float32:
        half = 0.5 * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
        out = np.empty(len(position), dtype=np.float32)
        unshadowed(self.lamps, k, self.lamps.at[k] + half @ self.lamps.sides[k], position, normal, out)
        return out

    def _arriving(self, light: PhysicalLight, weight: Float32, rays: Float32) -> Float32:
        """`weight` (N,) of rays (N, 6) toward a light, as far as they arrive there."""
        if light.kind != "sun":
            return self._shadowed(weight, rays, far=1.0 - 1e-3)
        _, shut_out = self.rays.through_ceiling(rays[:, :3], rays[:, 3:])
        arrives = weight.copy()
        arrives[shut_out & self.rays.in_room(rays[:, :3])] = 0.0
        return self._shadowed(arrives, rays, far=np.inf)

    def _shadowed(self, weight: Float32, rays: Float32, *, far: float) -> Float32:
        """`weight` (N,) where the ray is unoccluded, else 0. Partly transparent surfaces reduce it by their opacity."""
        out = np.zeros_like(weight)
        on = np.flatnonzero(weight > 0.0)
        if on.size == 0:
            return out
        rays = rays[on]
        free = ~self.rays.solid.occluded(rays, far)
        if np.isinf(far):
            # walls hidden from a view still shade the room from the sun, but nothing outside of it
            behind = np.flatnonzero(free)[self.rays.in_room(rays[free, :3])]
            free[behind] = ~self.rays.hidden.occluded(rays[behind])
        on, rays = on[free], rays[free]
        share = np.ones(on.size, dtype=np.float32)
        special = self.rays.special
        if special.scene is not None and on.size:
            hit = special.cast(rays)
            crossed = np.flatnonzero(hit.t < far)
            instance = special.instance[hit.triangle[crossed]]
            opacity = np.where(self.rays.emission[instance] > 0.0, 0.0, self.rays.opacity[instance])
            share[crossed] = 1.0 - opacity
        out[on] = weight[on] * share
        return out


def _lamps(rays: RayScene, rig: LightRig) -> Lamps:
    """The lights of a rig in the form of the kernels."""
    lights = rig.lights
    outer = math.radians(SPOT_OUTER_DEGREES)
    areas = [light.kind == "area" for light in lights]
    # a light without a size, as a sun, is given one that no formula divides by
    sizes = [light.size if area else (1.0, 1.0) for light, area in zip(lights, areas, strict=True)]
    extents = [max(light.size) if area else light.radius for light, area in zip(lights, areas, strict=True)]
    axes = np.array([light.direction for light in lights], dtype=np.float32).reshape(-1, 3)
    suns = [light.kind == "sun" for light in lights]
    softness = math.tan(math.radians(rig.sun_softness))
    return Lamps(
        kind=np.array([_KINDS[light.kind] for light in lights], dtype=np.int64),
        at=((np.array([x.position for x in lights]).reshape(-1, 3) - rays.centre) / rays.radius).astype(np.float32),
        direction=axes,
        color=np.array([light.color for light in lights], dtype=np.float32).reshape(-1, 3),
        strength=np.array([light.strength for light in lights], dtype=np.float64),
        intensity=np.array([light.radiant_intensity for light in lights], dtype=np.float64),
        radius=np.array([light.radius for light in lights], dtype=np.float64),
        extent=np.array([e / 2.0 if area else e for e, area in zip(extents, areas, strict=True)], dtype=np.float64),
        near=np.array(
            [0.1 * min(x.size) if area else x.radius for x, area in zip(lights, areas, strict=True)], dtype=np.float64
        ),
        sides=np.array([_sides(x.direction, size) for x, size in zip(lights, sizes, strict=True)]).reshape(-1, 2, 3)
        / rays.radius,
        panel=np.array([x.strength / (math.pi * w * d) for x, (w, d) in zip(lights, sizes, strict=True)]),
        disc=softness * np.stack(frame_of(-axes), axis=1).astype(np.float64),
        spread=np.array(
            [0.12 + 0.5 * (0.0 if sun else min(e / rays.radius, 0.6)) for e, sun in zip(extents, suns, strict=True)]
        ),
        scale=np.array([rays.radius]),
        cone=np.array([math.cos(outer), math.cos(outer * SPOT_INNER_SHARE)]),
        bulb=np.array([0.0 if area else _BULB * x.radius / rays.radius for x, area in zip(lights, areas, strict=True)]),
    )


def _sides(direction: Vec3, size: tuple[float, float]) -> FloatArray:
    """(2, 3) sides of a panel, scene units. The first is horizontal."""
    axis = np.array(direction)
    side = np.cross([0.0, 1.0, 0.0], axis)
    right = np.array([1.0, 0.0, 0.0]) if np.linalg.norm(side) < 1e-6 else side / np.linalg.norm(side)
    return np.array([size[0] * right, size[1] * np.cross(axis, right)])
