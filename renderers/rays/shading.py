"""Shading under a light rig: sky light with occlusion and bounced colour, lights with soft shadows, highlights by roughness, and
reflections on glossy and metallic surfaces.

The model is that of glTF 2.0, metallic-roughness: Lambert and GGX (Walter et al., EGSR 2007), Fresnel after Schlick, the
environment's share of the highlight after Karis ("Physically Based Shading on Mobile", 2014).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import LightRig
from scenewright.renderers.rays.kernels.gathering import GatheredSurfaces, add_gathered, hemisphere_rays
from scenewright.renderers.rays.kernels.lighting import MaterialNumbers, highlights, shaded
from scenewright.renderers.rays.lights import LightSampler
from scenewright.renderers.rays.mirrored import softboxes
from scenewright.renderers.rays.sampling import cosine_directions, frame_of, interleaved
from scenewright.renderers.rays.scene import RayScene
from scenewright.renderers.rays.signals import Signals, Surfaces

__all__ = ["Shader"]

Float32 = npt.NDArray[np.float32]

_CONTACT = 0.09
"""Distance, over the radius of the scene, at which the occlusion by a neighbour has faded by two thirds."""
_CONTACT_FLOOR = 0.22
"""Light that bounces off a surface in contact, over that of a free one."""
_OFFSET = 4e-5
"""Distance of the start of secondary rays from their surface, unit frame."""
_GLOSSY = 0.36
"""Non-metals reflect their surroundings up to this roughness."""
_SHARP = 0.13
"""Below this roughness reflections are sharp, as in a mirror."""
_KEY_LIGHTS = 24
"""The strongest lights, whose irradiance is kept one by one for each point. That of all others is summed up, since each kept light takes
some 16 MB and 0.3 s for a picture of 960 x 720."""
_BRIGHTEST = 4.0
"""Cap on the radiance of one ray, over the ambient light: small bright things would cause speckles."""


@dataclass(frozen=True, eq=False)
class _Material:
    """What N surface points do with the light of lamps. `plain`: (N,) on the ground plane. `f0`: (N, 3) reflectance straight on. `facing`:
    (N,) cosine of the angle between the normal and the view."""

    plain: npt.NDArray[np.bool_]
    roughness: Float32
    f0: Float32
    facing: Float32

    def take(self, rows: npt.NDArray[np.int64]) -> _Material:
        """The material at some rows."""
        return _Material(**{name: getattr(self, name)[rows] for name in _Material.__dataclass_fields__})


class Shader:
    """Shades points of a RayScene."""

    def __init__(self, rays: RayScene, rig: LightRig, *, samples: int, seed: int, enclosed_area: float | None) -> None:
        """
        Args:
            samples: ambient rays for each point.
            enclosed_area: inner surface of the room, scene units squared; None without a room.
        """
        self.rays = rays
        self.rig = rig
        self.samples = samples
        self.sky_mean = rig.sky.mean().astype(np.float32)
        self.bounced = self._bounced(enclosed_area)
        level = float(self.bounced.mean())
        self.lamps = LightSampler(rays, rig, ambient=level, seed=seed)
        self.key_lights, self.fill_lights = _split_by_strength(rig)
        self.cap = np.float32(_BRIGHTEST * max(level, float(self.sky_mean.max())))
        self.glows = bool(np.any(rays.emission[rays.special.instance] > 0.0)) if len(rays.special.instance) else False
        self.hemisphere = np.ascontiguousarray(cosine_directions(interleaved(samples, seed)).swapaxes(0, 1))
        self.gloss = interleaved(2, seed + 17)
        ramp = np.linspace(-1.0, 1.0, 257)
        column = np.stack([np.sqrt(1.0 - ramp**2), ramp, np.zeros(257)], axis=1)
        self.sky_ramp = rig.sky.radiance(column).astype(np.float32)
        self.softboxes = softboxes(rig)

    def _bounced(self, enclosed_area: float | None) -> Float32:
        """(3,) estimated radiance of a white, unoccluded surface under the sky and all lights."""
        total = self.sky_mean.astype(np.float64)
        for light in self.rig.lights:
            color = np.array(light.color)
            if light.kind == "sun":
                reach = 0.25 if enclosed_area is None else 0.06
                total = total + reach * light.strength / math.pi * color
            else:
                # in a closed room of mean reflectance 0.5, indirect light adds as much as direct light
                area = enclosed_area or 8.0 * self.rays.radius**2 * math.pi
                total = total + light.strength / area / math.pi * color
        return total.astype(np.float32)

    # -- sampled parts --------------------------------------------------------------------------------------------

    def sample(self, s: Surfaces) -> Signals:
        """The ambient light, the light received and the reflections of N surface points."""
        offset = s.position + s.flat * np.float32(_OFFSET)
        received = self.received(s, range(len(self.key_lights)))
        fill, glint = self._fill(s, offset)
        return Signals(*self._ambient(s, offset), received, fill, glint, self._reflection(s, offset))

    def received(self, s: Surfaces, columns: Sequence[int]) -> Float32:
        """(N, C) irradiance of N surface points from the key lights of some columns, with sampled shadows."""
        offset = s.position + s.flat * np.float32(_OFFSET)
        received = np.empty((len(s), len(columns)), dtype=np.float32)
        for n, column in enumerate(columns):
            received[:, n] = self.lamps.received(self.key_lights[column], s.position, s.normal, offset, s.slots)
        return received

    def reflected(self, s: Surfaces) -> Float32:
        """(N, 3) radiance that N surface points reflect, sampled."""
        return self._reflection(s, s.position + s.flat * np.float32(_OFFSET))

    def unlit(self, n: int) -> Signals:
        """Signals of N points without any light."""
        widths = (3, self._glow_width, len(self.key_lights), self._fill_width, self._fill_width, 3)
        return Signals(*(np.zeros((n, width), dtype=np.float32) for width in widths))

    @property
    def _glow_width(self) -> int:
        return 3 if self.glows else 0

    @property
    def _fill_width(self) -> int:
        return 3 if self.fill_lights else 0

    def _fill(self, s: Surfaces, offset: Float32) -> tuple[Float32, Float32]:
        """`fill` and `glint` of :class:`Signals`: the lights beyond the key lights, summed up."""
        fill, glint = np.zeros((2, len(s), self._fill_width), dtype=np.float32)
        if not self.fill_lights:
            return fill, glint
        material = self._material(s)
        for k in self.fill_lights:
            self.rays.job.check()
            received = self.lamps.received(k, s.position, s.normal, offset, s.slots)
            lit = np.flatnonzero(received)
            if lit.size == 0:
                continue
            fill[lit] += received[lit, None] / np.float32(math.pi) * self._color(k)
            glint[lit] += self._highlight(k, s.take(lit), received[lit], material.take(lit))
        return fill, glint

    def _color(self, k: int) -> Float32:
        """(3,) linear colour of light k."""
        return np.array(self.lamps.lights[k].color, dtype=np.float32)

    def _sky(self, direction: Float32) -> Float32:
        if self.rig.sky.picture is not None:
            return self.rig.sky.radiance(direction)
        row = ((direction[:, 1] + 1.0) * 128.0 + 0.5).astype(np.int64)
        return self.sky_ramp[np.clip(row, 0, 256)]

    def _studio(self, direction: Float32) -> Float32:
        """(N, 3) radiance of a photographer's studio, which metal reflects: dark near the floor, a soft box on each side."""
        sky = self._sky(direction)
        rise = np.clip(direction[:, 1] * 1.1 + 0.1, 0.0, 1.0)
        shape = np.float32(0.35) + np.float32(0.75) * rise * rise * (3.0 - 2.0 * rise)
        for box, strength in self.softboxes:
            near = np.clip((direction @ box - np.float32(0.72)) / np.float32(0.16), 0.0, 1.0)
            shape += np.float32(strength) * near * near * (3.0 - 2.0 * near)
        return (sky * shape[:, None]).astype(np.float32)

    def _ambient(self, s: Surfaces, offset: Float32) -> tuple[Float32, Float32]:
        """`ambient` and `glow` of :class:`Signals`."""
        total, glow = np.zeros((len(s), 3), dtype=np.float32), np.zeros((len(s), self._glow_width), dtype=np.float32)
        rays = np.empty((len(s), 6), dtype=np.float32)
        none = np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.int64)
        special = self.rays.special
        for i in range(self.samples):
            hemisphere_rays(offset, s.normal, s.flat, s.slots, self.hemisphere[i], rays)
            cast = self.rays.solid.cast(rays)
            other = none
            if special.scene is not None:
                found = special.cast(rays)
                other = found.t, found.triangle
            sky = self.sky_ramp if self.rig.sky.picture is None else self.rig.sky.radiance(rays[:, 3:])
            add_gathered(self.around, rays, sky, cast.t, cast.triangle, *other, total, glow)
        return total / np.float32(self.samples), glow / np.float32(self.samples)

    @cached_property
    def around(self) -> GatheredSurfaces:
        """What rays from all around meet, in the form of the kernel."""
        rays = self.rays
        return GatheredSurfaces(
            owner=rays.solid.instance,
            special_owner=rays.special.instance,
            albedo=rays.albedo,
            opacity=rays.opacity,
            emission=rays.emission,
            bounced=self.bounced,
            floor=np.float32(_CONTACT_FLOOR),
            contact=np.float32(_CONTACT),
            cap=self.cap,
            ground=np.float32(np.nan if rays.ground_y is None else rays.ground_y),
            ground_albedo=rays.ground_albedo,
        )

    def _fade(self, t: Float32) -> Float32:
        rise = 1.0 - np.exp(t * np.float32(-1.0 / _CONTACT))
        return (np.float32(_CONTACT_FLOOR) + np.float32(1.0 - _CONTACT_FLOOR) * rise)[:, None]

    def _ground_bounce(self, out: Float32, t: Float32, origin: Float32, direction: Float32) -> None:
        if self.rays.ground_y is None:
            return
        down = direction[:, 1]
        with np.errstate(divide="ignore", invalid="ignore"):
            far = (np.float32(self.rays.ground_y) - origin[:, 1]) / down
        on = np.flatnonzero((down < 0.0) & (far > 0.0) & (far < t))
        out[on] = self.rays.ground_albedo * self.bounced * self._fade(far[on])

    def _special(self, out: Float32, t: Float32, rays: Float32) -> Float32:
        """Composite emissive and transparent surfaces nearer than `t` into `out`, in place, without their emission, which is returned
        (N, 3)."""
        caster = self.rays.special
        glow = np.zeros_like(out)
        if caster.scene is None:
            return glow
        cast = caster.cast(rays)
        on = np.flatnonzero((cast.triangle >= 0) & (cast.t < t))
        instance = caster.instance[cast.triangle[on]]
        albedo, opacity = self.rays.albedo[instance], self.rays.opacity[instance, None]
        out[on] += opacity * (albedo * self.bounced * self._fade(cast.t[on]) - out[on])
        glow[on] = opacity * albedo * self.rays.emission[instance, None]
        return glow

    def mirrors(self, instance: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
        """(N,) whether instances are smooth enough for sharp reflections."""
        out = np.zeros(len(instance), dtype=bool)
        on = instance >= 0
        out[on] = self.rays.roughness[instance[on]] < _SHARP
        return out

    def reflects(self, instance: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
        """(N,) whether instances reflect their surroundings, sharply or not."""
        out = np.zeros(len(instance), dtype=bool)
        on = instance >= 0
        out[on] = (self.rays.metallic[instance[on]] > 0.05) | (self.rays.roughness[instance[on]] < _GLOSSY)
        return out

    def shiny(self, instance: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
        """(N,) whether instances are of metal that is not dull."""
        out = np.zeros(len(instance), dtype=bool)
        on = instance >= 0
        out[on] = (self.rays.metallic[instance[on]] > 0.5) & (self.rays.roughness[instance[on]] < _GLOSSY)
        return out

    def _reflection(self, s: Surfaces, offset: Float32) -> Float32:
        """(N, 3) reflected radiance: one ray for sharp reflections, without noise; several samples, to be smoothed, for others."""
        out = np.zeros((len(s), 3), dtype=np.float32)
        sharp, glossy = self.mirrors(s.instance), self.reflects(s.instance)
        rows = np.flatnonzero(sharp)
        if rows.size:
            d = _about(s.normal[rows], s.view[rows], s.flat[rows])
            out[rows] = self._mirrored(offset[rows], d, None)
        rows = np.flatnonzero(glossy & ~sharp)
        if rows.size == 0:
            return out
        normal, slots = s.normal[rows], s.slots[rows]
        tangent, bitangent = frame_of(normal)
        alpha = self.rays.roughness[s.instance[rows]] ** 2
        count = self.gloss.shape[1]
        for i in range(count):
            u = self.gloss[slots, i]
            cos = np.sqrt((1.0 - u[:, 0]) / (1.0 + (alpha**2 - 1.0) * u[:, 0]))
            sin, phi = np.sqrt(np.maximum(1.0 - cos**2, 0.0)), np.float32(2.0 * np.pi) * u[:, 1]
            across = (sin * np.cos(phi))[:, None] * tangent + (sin * np.sin(phi))[:, None] * bitangent
            d = _about(across + cos[:, None] * normal, s.view[rows], s.flat[rows])
            out[rows] += self._mirrored(offset[rows], d, slots) / np.float32(count)
        return out

    def _mirrored(self, origin: Float32, direction: Float32, slots: npt.NDArray[np.int64] | None) -> Float32:
        """(N, 3) radiance along rays, with direct light and shadows, for surfaces seen in a mirror."""
        rays = np.concatenate([origin, direction], axis=1)
        cast = self.rays.solid.cast(rays)
        out = self._sky(direction) if self.rig.outdoor else self._studio(direction)
        on = np.flatnonzero(cast.triangle >= 0)
        if on.size:
            normal = cast.normal[on]
            normal = np.where(np.einsum("ni,ni->n", normal, direction[on])[:, None] > 0.0, -normal, normal)
            point = origin[on] + cast.t[on, None] * direction[on]
            lit = self.bounced * np.float32(0.8) * (np.float32(0.75) + np.float32(0.25) * normal[:, 1:2])
            offset = point + normal * np.float32(_OFFSET)
            for k in range(len(self.lamps.lights)):
                own = None if slots is None else slots[on]
                received = self.lamps.received(k, point, normal, offset, own, quick=True)
                lit = lit + received[:, None] / np.float32(math.pi) * self._color(k)
            out[on] = self.rays.albedo[self.rays.solid.instance[cast.triangle[on]]] * lit
        self._ground_bounce(out, cast.t, origin, direction)
        out += self._special(out, cast.t, rays)
        return np.minimum(out, self.cap)

    # -- outgoing light -------------------------------------------------------------------------------------------

    def incident(self, signals: Signals) -> Float32:
        """(N, 3) radiance of a white, rough surface at each point."""
        out = _around(signals)
        for column, k in enumerate(self.key_lights):
            out += signals.received[:, column : column + 1] * self._color(k) / np.float32(math.pi)
        if self.fill_lights:
            out += signals.fill
        return out

    def _material(self, s: Surfaces) -> _Material:
        plain = s.instance < 0
        on = ~plain
        roughness, metallic = np.ones(len(s), dtype=np.float32), np.zeros((len(s), 1), dtype=np.float32)
        roughness[on] = self.rays.roughness[s.instance[on]]
        metallic[on, 0] = self.rays.metallic[s.instance[on]]
        f0 = np.float32(0.04) * (1.0 - metallic) + s.color * metallic
        facing = np.clip(np.einsum("ni,ni->n", s.normal, s.view), 1e-3, 1.0).astype(np.float32)
        return _Material(plain, roughness, f0, facing)

    def radiance(self, s: Surfaces, signals: Signals) -> tuple[Float32, Float32]:
        """(N, 3) radiance toward the eye, and (N,) opacity, which rises at grazing angles on glass."""
        rays = self.rays
        looks = MaterialNumbers(rays.roughness, rays.metallic, rays.emission, rays.opacity)
        out, opacity = np.empty((len(s), 3), dtype=np.float32), np.empty(len(s), dtype=np.float32)
        keys = np.array(self.key_lights, dtype=np.int64)
        shaded(
            self.lamps.lamps, keys, looks, s.instance, s.color, s.position, s.normal, s.view, signals.arrays(), out, opacity
        )  # fmt: skip
        return out, opacity

    def _highlight(self, k: int, s: Surfaces, received: Float32, m: _Material) -> Float32:
        """(N, 3) radiance of the highlight of light k, which gives the points the irradiance `received` (N,)."""
        out = np.empty((len(s), 3), dtype=np.float32)
        highlights(self.lamps.lamps, k, received, s.position, s.normal, s.view, m.roughness, m.f0, m.facing, out)
        out[m.plain] = 0.0
        return out

    def ground_share(self, s: Surfaces, signals: Signals) -> Float32:
        """(N, 3) light on the ground over that without the scene: the shadow on a backdrop.

        Around a room only the sky counts, since the sun lights the room's inside.
        """
        open_light = self.sky_mean.copy()
        got = _around(signals)
        for column, k in enumerate(self.key_lights):
            light = self.lamps.lights[k]
            if light.kind != "sun" or self.rays.ceiling is not None:
                continue
            color = self._color(k) / np.float32(math.pi)
            open_light = open_light + np.float32(light.strength * max(-light.direction[1], 0.0)) * color
            got += signals.received[:, column : column + 1] * color
        return np.clip(got / np.maximum(open_light, 1e-9), 0.0, 1.0).astype(np.float32)


def _around(signals: Signals) -> Float32:
    """(N, 3) mean incoming radiance from all around, lights left out."""
    return signals.ambient + signals.glow if signals.glow.size else signals.ambient.copy()


def _split_by_strength(rig: LightRig) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Numbers of the lights of a rig: the key lights, in the rig's order, and all others. Suns come first, then lamps by their strength."""
    ranked = sorted(range(len(rig.lights)), key=lambda k: (rig.lights[k].kind != "sun", -rig.lights[k].strength))
    return tuple(sorted(ranked[:_KEY_LIGHTS])), tuple(sorted(ranked[_KEY_LIGHTS:]))


def _about(half: Float32, view: Float32, flat: Float32) -> Float32:
    """(N, 3) unit directions of `view` mirrored about `half`, kept above the surface with normal `flat`."""
    d = 2.0 * np.einsum("ni,ni->n", view, half)[:, None] * half - view
    below = np.einsum("ni,ni->n", d, flat)
    d -= np.where(below < 0.0, 2.0 * below, 0.0)[:, None] * flat
    return (d / np.maximum(np.linalg.norm(d, axis=1, keepdims=True), 1e-9)).astype(np.float32)
