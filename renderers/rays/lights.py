"""Irradiance at points of a scene from the lights of a rig, with sampled shadows."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import LightRig
from scenewright.renderers.rays.panel_irradiance import panel_irradiance
from scenewright.renderers.rays.sampling import frame_of, interleaved
from scenewright.renderers.rays.scene import RayScene
from scenewright.scene.lights import SPOT_INNER_SHARE, SPOT_OUTER_DEGREES, PhysicalLight

__all__ = ["LightSampler"]

Float32 = npt.NDArray[np.float32]

_SHADOW_SAMPLES = {"sun": 2, "area": 2, "point": 2, "spot": 2}
"""Shadow rays a pixel for each kind of light; the pixels of a tile aim at different parts of a light."""
_FAINT = 0.003
"""A light that adds less than this share of the ambient light is not traced."""

_BULB = 2.0
"""Geometry within this many radii of a point light casts no shadow from it, since it is the light's own lamp."""


class LightSampler:
    """Irradiance from each light of a rig, in the unit frame of a RayScene."""

    def __init__(self, rays: RayScene, rig: LightRig, *, ambient: float, seed: int) -> None:
        self.rays = rays
        self.lights = rig.lights
        self.softness = math.radians(rig.sun_softness)
        self.faint = _FAINT * max(ambient, 1e-9)
        self.samples = [
            interleaved(_SHADOW_SAMPLES[light.kind], seed + 101 * (k + 1)) for k, light in enumerate(rig.lights)
        ]

    def open(self, k: int, position: Float32) -> tuple[Float32, Float32]:
        """For light k at points (N, 3): unit vectors (N, 3) toward its middle, and the irradiance (N,) without shadows on a surface that
        faces it."""
        light = self.lights[k]
        return self._sun(light, len(position)) if light.kind == "sun" else self._lamp(light, position)

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
            count = 1 if quick or slots is None else self.samples[k].shape[1]
            free, total = np.zeros((2, lit.size), dtype=np.float32)
            for i in range(count):
                square = np.full((lit.size, 2), np.float32(0.5)) if slots is None else self.samples[k][slots[lit], i]
                weight, arrives = self._sample(light, square, position[lit], normal[lit], offset[lit])
                total += weight
                free += arrives
            # the unshadowed irradiance is exact, without noise; only the share left by shadows is sampled
            # (Heitz, Hill and McGuire, "Combining Analytic Direct Illumination and Stochastic Shadows", I3D 2018)
            out[lit] = whole[lit] * free / np.maximum(total, 1e-20)
        return out

    def _unshadowed(self, k: int, position: Float32, normal: Float32) -> Float32:
        light = self.lights[k]
        if light.kind == "area":
            half = 0.5 * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], dtype=np.float32)
            corners = self._unit_position(light) + half @ self._sides(light)
            behind = (position - self._unit_position(light)) @ np.array(light.direction, dtype=np.float32) <= 0.0
            radiance = light.strength / (math.pi * light.size[0] * light.size[1])
            exact = np.float32(radiance) * panel_irradiance(corners, position, normal)
            return np.where(behind, np.float32(0.0), exact)
        toward, opened = self.open(k, position)
        return opened * np.maximum(np.einsum("ni,ni->n", toward, normal), 0.0)

    def _sun(self, light: PhysicalLight, n: int) -> tuple[Float32, Float32]:
        toward = -np.array(light.direction, dtype=np.float32)
        return np.broadcast_to(toward, (n, 3)), np.full(n, light.strength, dtype=np.float32)

    def _lamp(self, light: PhysicalLight, position: Float32) -> tuple[Float32, Float32]:
        between = self._unit_position(light) - position
        distance = np.linalg.norm(between, axis=1)
        toward = between / np.maximum(distance, 1e-9)[:, None]
        extent = light.radius if light.kind != "area" else max(light.size) / 2.0
        far = np.maximum(distance * np.float32(self.rays.radius), np.float32(extent))
        opened = light.radiant_intensity / (far * far) * self._shape(light, toward)
        return toward, opened.astype(np.float32)

    def _unit_position(self, light: PhysicalLight) -> Float32:
        at: Float32 = ((np.array(light.position) - self.rays.centre) / self.rays.radius).astype(np.float32)
        return at

    def _shape(self, light: PhysicalLight, toward: Float32) -> Float32:
        """(N,) share of the radiant intensity that is emitted toward the points, against `toward` (N, 3)."""
        if light.kind == "point":
            return np.ones(len(toward), dtype=np.float32)
        along = -(toward @ np.array(light.direction, dtype=np.float32))
        if light.kind == "area":
            return np.maximum(along, 0.0)
        outer = math.radians(SPOT_OUTER_DEGREES)
        edge, full = math.cos(outer), math.cos(outer * SPOT_INNER_SHARE)
        x = np.clip((along - edge) / (full - edge), 0.0, 1.0)
        return np.asarray(x * x * (3.0 - 2.0 * x))

    def _sample(
        self,
        light: PhysicalLight,
        square: Float32,
        position: Float32,
        normal: Float32,
        offset: Float32,
    ) -> tuple[Float32, Float32]:
        """(N,) irradiance through one sampled point of the light for each surface point, without and with shadows."""
        if light.kind == "sun":
            axis = -np.array([light.direction], dtype=np.float32)
            tangent, bitangent = frame_of(axis)
            r = np.sqrt(square[:, 0]) * math.tan(self.softness)
            phi = np.float32(2.0 * np.pi) * square[:, 1]
            toward = axis + (r * np.cos(phi))[:, None] * tangent + (r * np.sin(phi))[:, None] * bitangent
            toward = (toward / np.linalg.norm(toward, axis=1, keepdims=True)).astype(np.float32)
            whole = np.float32(light.strength) * np.maximum(np.einsum("ni,ni->n", toward, normal), 0.0)
            weight = whole.copy()
            _, shut_out = self.rays.through_ceiling(offset, toward)
            weight[shut_out & self.rays.in_room(offset)] = 0.0
            return whole, self._shadowed(weight, offset, toward, far=np.inf)
        target = self._unit_position(light) + self._spread(light, square)
        between = target - position
        distance = np.linalg.norm(between, axis=1)
        toward = between / np.maximum(distance, 1e-9)[:, None]
        extent = light.radius if light.kind != "area" else 0.1 * min(light.size)
        far = np.maximum(distance * np.float32(self.rays.radius), np.float32(extent))
        facing = np.maximum(np.einsum("ni,ni->n", toward, normal), 0.0)
        weight = light.radiant_intensity / (far * far) * self._shape(light, toward) * facing
        keep = 1.0 - 1e-3
        ray = (target - offset).astype(np.float32)
        if light.kind != "area":
            bulb = _BULB * light.radius / self.rays.radius
            ray *= np.maximum(1.0 - bulb / np.maximum(distance, 1e-9), 0.0)[:, None].astype(np.float32)
        weight = weight.astype(np.float32)
        return weight, self._shadowed(weight, offset, ray, far=keep)

    def _spread(self, light: PhysicalLight, square: Float32) -> Float32:
        """(N, 3) points of the light's body relative to its middle, unit frame."""
        if light.kind == "area":
            return (square - np.float32(0.5)) @ self._sides(light)
        z = 1.0 - 2.0 * square[:, 0]
        r = np.sqrt(np.maximum(1.0 - z * z, 0.0))
        phi = np.float32(2.0 * np.pi) * square[:, 1]
        spread = np.stack([r * np.cos(phi), z, r * np.sin(phi)], axis=1)
        return np.asarray(spread * np.float32(light.radius / self.rays.radius), dtype=np.float32)

    def _sides(self, light: PhysicalLight) -> Float32:
        """(2, 3) sides of an area light, unit frame. The first is horizontal."""
        axis = np.array(light.direction)
        side = np.cross([0.0, 1.0, 0.0], axis)
        right = np.array([1.0, 0.0, 0.0]) if np.linalg.norm(side) < 1e-6 else side / np.linalg.norm(side)
        sides = np.array([light.size[0] * right, light.size[1] * np.cross(axis, right)])
        return (sides / self.rays.radius).astype(np.float32)

    def _shadowed(self, weight: Float32, origin: Float32, direction: Float32, *, far: float) -> Float32:
        """`weight` (N,) where the ray is unoccluded, else 0. Partly transparent surfaces reduce it by their opacity."""
        out = np.zeros_like(weight)
        on = np.flatnonzero(weight > 0.0)
        if on.size == 0:
            return out
        rays = np.concatenate([origin[on], direction[on]], axis=1)
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
