"""The light of a picture, shared by the renderers: what the program declares, and what it leaves open.

A program that declares no light gets a key light and a soft sky; one that declares lamps keeps them, with as much sky as
fills the shadows. Radiance and irradiance are linear, in the units of :mod:`scenewright.scene.lights`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base.environments import EnvironmentLook, environment_look
from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.geometry import Picture, PictureError, load_picture
from scenewright.scene.lights import PhysicalLight, length_scale, physical_lights
from scenewright.scene.model import Camera, FloatArray, Scene, Vec3

__all__ = ["LightRig", "Sky", "light_rig"]

SUN_SOFTNESS_DEGREES = 1.0
"""Angular radius of a declared sun: larger than the real one (0.27), as thin haze makes it."""

_FILL_WITH_LAMPS = 0.34
"""Share of the sky's strength where the program declares lights but no ambient: what reaches in from outside."""

_LAMPS_OF_A_ROOM = 11.0
"""Watts of the default ceiling panel for a square metre of floor."""


@dataclass(frozen=True, eq=False)
class Sky:
    """Radiance that comes from far away. `picture`: a panorama (longitude by latitude, -z in its middle), times `strength`."""

    zenith: Vec3
    horizon: Vec3
    ground: Vec3
    picture: FloatArray | None = None  # (H, W, 3) linear
    strength: float = 1.0

    def radiance(self, directions: npt.ArrayLike) -> npt.NDArray[np.float32]:
        """(N, 3) linear radiance from unit directions (N, 3), world frame."""
        d = np.asarray(directions, dtype=np.float32)
        if self.picture is not None:
            h, w = self.picture.shape[:2]
            column = ((np.arctan2(d[:, 0], -d[:, 2]) / (2.0 * np.pi) + 0.5) * w).astype(np.int64) % w
            row = np.clip((np.arccos(np.clip(d[:, 1], -1.0, 1.0)) / np.pi * h).astype(np.int64), 0, h - 1)
            return (self.picture[row, column] * self.strength).astype(np.float32)
        y = d[:, 1]
        zenith, horizon, ground = (np.array(c, dtype=np.float32) * np.float32(self.strength) for c in self._tones())
        up = np.sqrt(np.maximum(y, 0.0))[:, None]
        out = horizon + (zenith - horizon) * up
        # a short, smooth passage below the horizon
        down = np.clip(-y * 6.0, 0.0, 1.0)[:, None]
        return np.asarray(out + (ground - horizon) * down * down * (3.0 - 2.0 * down), dtype=np.float32)

    def _tones(self) -> tuple[Vec3, Vec3, Vec3]:
        return self.zenith, self.horizon, self.ground

    def mean(self) -> FloatArray:
        """(3,) mean radiance over the upper half, weighted by the cosine to +y: what an open floor receives, over pi."""
        phi = (np.arange(16) + 0.5) * (2.0 * np.pi / 16)
        sin2 = (np.arange(16) + 0.5) / 16
        sin, cos = np.sqrt(sin2), np.sqrt(1.0 - sin2)
        d = np.stack(
            [np.outer(sin, np.sin(phi)), np.broadcast_to(cos[:, None], (16, 16)), np.outer(sin, np.cos(phi))], axis=-1
        )
        return self.radiance(d.reshape(-1, 3)).astype(np.float64).mean(axis=0)


@dataclass(frozen=True, eq=False)
class LightRig:
    """`lights`: suns and lamps, no ambient (it is in the sky). `sun_softness`: angular radius of suns, degrees.
    `outdoor`: the sky is the backdrop. `exposure`: factor on the brightness that a picture aims at."""

    sky: Sky
    lights: tuple[PhysicalLight, ...]
    sun_softness: float
    outdoor: bool
    exposure: float
    warnings: tuple[str, ...] = ()


def light_rig(scene: Scene, camera: Camera, *, root: Path | None = None) -> LightRig:
    """The light of one view.

    Args:
        camera: a key light that the program leaves open stands beside it.
        root: the scene folder, for an environment picture.
    """
    warnings: list[str] = []
    environment = scene.environment
    words = environment.words if environment is not None else None
    look, understood = environment_look(words, indoor=scene.room is not None)
    if words and not understood:
        warnings.append(f"environment('{words}') names no light that is known here: a neutral one was taken")
    panorama = None
    if environment is not None and environment.image is not None:
        try:
            panorama = _panorama(load_picture(root, environment.image))
        except PictureError as error:
            warnings.append(f"{error}; a neutral sky is drawn")
    declared = physical_lights(scene)
    lamps = [light for light in declared if light.kind != "ambient"]
    ambient = [light for light in declared if light.kind == "ambient"]
    strength = 1.0
    tint = np.ones(3)
    if ambient:
        total = np.sum([np.array(a.color) * a.strength for a in ambient], axis=0)
        base = Sky(look.zenith, look.horizon, look.ground, panorama).mean()
        strength = float(total.mean() / max(float(base.mean()), 1e-9))
        if not understood:
            # words for the sky bring its colours with them; a neutral one takes what the program says
            tint = total / max(float(total.mean()), 1e-9) / np.maximum(base / max(float(base.mean()), 1e-9), 1e-9)
    elif lamps and not understood and panorama is None:
        strength = _FILL_WITH_LAMPS
    zenith, horizon, ground = (_scaled(c, tint) for c in (look.zenith, look.horizon, look.ground))
    softness = SUN_SOFTNESS_DEGREES
    lights = list(lamps)
    if not any(light.kind == "sun" for light in lamps):
        if scene.room is not None and not lamps:
            lights.append(_ceiling_panel(scene))
        if (understood or not lamps) and (scene.room is None or understood) and panorama is None and look.sun > 0.0:
            lights.append(PhysicalLight("sun", look.sun, look.sun_color, direction=_sun_direction(scene, camera, look)))
            softness = look.softness
    sky = Sky(zenith, horizon, ground, panorama, strength)
    outdoor = (look.outdoor or panorama is not None) and scene.room is None
    return LightRig(sky, tuple(lights), softness, outdoor, look.exposure, tuple(warnings))


def _scaled(color: Vec3, tint: FloatArray) -> Vec3:
    return float(color[0] * tint[0]), float(color[1] * tint[1]), float(color[2] * tint[2])


def _panorama(picture: Picture) -> FloatArray:
    linear = linear_from_srgb(picture[..., :3] / 255.0)
    # a picture in eight bits holds no sun: its whites stand for what was brighter
    return np.asarray(linear * (1.0 + 2.0 * np.clip(linear.min(axis=-1, keepdims=True) - 0.85, 0.0, None) / 0.15))


def _sun_direction(scene: Scene, camera: Camera, look: EnvironmentLook) -> Vec3:
    """Into a room through its largest window, a little from the side; elsewhere as a key light."""
    windows = [o for o in scene.room.openings if o.kind == "window"] if scene.room is not None else []
    if not windows:
        return _key_direction(camera, look)
    wall = max(windows, key=lambda o: o.width * o.height).wall
    inward = {"left": (1.0, 0.0), "right": (-1.0, 0.0), "back": (0.0, 1.0), "front": (0.0, -1.0)}[wall]
    turn, elevation = math.radians(22.0), math.radians(look.elevation)
    x = inward[0] * math.cos(turn) - inward[1] * math.sin(turn)
    z = inward[0] * math.sin(turn) + inward[1] * math.cos(turn)
    return x * math.cos(elevation), -math.sin(elevation), z * math.cos(elevation)


def _key_direction(camera: Camera, look: EnvironmentLook) -> Vec3:
    """Where the key light shines: over the left shoulder of the viewer, so that what is seen is lit, and casts a shadow
    to the right."""
    toward_eye = np.asarray(camera.eye, dtype=np.float64) - np.asarray(camera.target, dtype=np.float64)
    azimuth = math.atan2(toward_eye[0], toward_eye[2]) - math.radians(48.0)
    elevation = math.radians(look.elevation)
    return (
        -math.sin(azimuth) * math.cos(elevation),
        -math.sin(elevation),
        -math.cos(azimuth) * math.cos(elevation),
    )


def _ceiling_panel(scene: Scene) -> PhysicalLight:
    room = scene.room
    assert room is not None
    watts = _LAMPS_OF_A_ROOM * room.width * room.depth * length_scale(scene) ** 2
    return PhysicalLight(
        "area",
        watts,
        (1.0, 0.97, 0.93),
        # over the open top, as a photographer's soft box: walls that it would graze are lit evenly
        position=(0.0, room.height * 1.3, 0.0),
        size=(0.8 * room.width, 0.8 * room.depth),
    )
