"""The lighting of a picture, shared by the renderers: the program's lights, and defaults for what it leaves open.

A program without lights gets a key light and a soft sky. A program with lamps keeps them, with a dim sky that fills the shadows.
Radiance and irradiance are linear, in the units of :mod:`scenewright.scene.lights`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from scenewright.renderers.base.environments import EnvironmentLook, environment_look, warmed
from scenewright.renderers.base.outside import Outside, room_outside
from scenewright.renderers.base.sky import Sky
from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.lights import PhysicalLight, length_scale, physical_lights
from scenewright.scene.model import Camera, FloatArray, Scene, Vec3
from scenewright.scene.pictures import Picture, PictureError, load_picture

__all__ = ["LightRig", "is_outdoor", "light_rig"]

SUN_SOFTNESS_DEGREES = 1.0
"""Angular radius of a declared sun in degrees: larger than the real one (0.27), as in thin haze."""

_FILL_WITH_LAMPS = 0.34
"""Strength of the sky if the program declares lamps but no ambient light."""

_PANORAMA_PIXELS = 8192 * 4096

_LAMPS_OF_A_ROOM = 11.0
"""Watts of the default ceiling panel per square metre of floor."""


@dataclass(frozen=True, eq=False)
class LightRig:
    """The lighting of one view. `lights`: suns and lamps; ambient light is in the sky. `sun_softness`: angular radius of suns, degrees.
    `outdoor`: the sky is the backdrop. `exposure`: factor on the target brightness of the picture.
    `outside`: what the windows of a room show."""

    sky: Sky
    lights: tuple[PhysicalLight, ...]
    sun_softness: float
    outdoor: bool
    exposure: float
    warnings: tuple[str, ...] = ()
    outside: Outside | None = None


def light_rig(scene: Scene, camera: Camera, *, root: Path | None = None) -> LightRig:
    """The lighting of one view.

    Args:
        camera: a default key light stands beside it.
        root: the scene folder, for an environment picture.
    """
    warnings: list[str] = []
    environment = scene.environment
    words = environment.words if environment is not None else None
    look, understood = environment_look(words, indoor=scene.room is not None)
    if words and not understood:
        warnings.append(f"environment('{words}') names no known light: a neutral one is used")
    panorama = None
    if environment is not None and environment.image is not None:
        try:
            picture = load_picture(root, environment.image)
            step = math.ceil(math.sqrt(picture[..., 0].size / _PANORAMA_PIXELS))
            if step > 1:
                warnings.append(
                    f"the environment picture has more than {_PANORAMA_PIXELS:,} pixels: every {step}. is used"
                )
            panorama = _panorama(picture[::step, ::step])
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
            # a named sky keeps its colours; a neutral one takes those of the program's ambient light
            tint = total / max(float(total.mean()), 1e-9) / np.maximum(base / max(float(base.mean()), 1e-9), 1e-9)
    elif lamps and not understood and panorama is None:
        strength = _FILL_WITH_LAMPS
    zenith, horizon, ground = (_scaled(c, tint) for c in (look.zenith, look.horizon, look.ground))
    softness = SUN_SOFTNESS_DEGREES
    lights = [replace(lamp, color=warmed(lamp.color, words)) for lamp in lamps]
    if not any(light.kind == "sun" for light in lamps):
        if scene.room is not None and not lamps:
            lights.append(_ceiling_panel(scene))
        if (understood or not lamps) and (scene.room is None or understood) and panorama is None and look.sun > 0.0:
            lights.append(PhysicalLight("sun", look.sun, look.sun_color, direction=_sun_direction(scene, camera, look)))
            softness = look.softness
    sky = Sky(zenith, horizon, ground, panorama, strength)
    outdoor = is_outdoor(scene) and (look.outdoor or panorama is not None)
    outside = None if scene.room is None else room_outside(scene.room, words, panorama)
    return LightRig(sky, tuple(lights), softness, outdoor, look.exposure, tuple(warnings), outside)


def is_outdoor(scene: Scene) -> bool:
    """Whether a scene is in the open: it has no room, and its environment is a sky or a picture of one."""
    environment = scene.environment
    if scene.room is not None or environment is None:
        return False
    return environment.image is not None or environment_look(environment.words)[0].outdoor


def _scaled(color: Vec3, tint: FloatArray) -> Vec3:
    return float(color[0] * tint[0]), float(color[1] * tint[1]), float(color[2] * tint[2])


def _panorama(picture: Picture) -> FloatArray:
    """(H, W, 3) radiance, single precision. Tables, since a picture has 256 different numbers."""
    linear = linear_from_srgb(np.arange(256) / 255.0)
    # an 8 bit picture clips the sun: its whites were brighter
    brighter = 1.0 + 2.0 * np.clip(linear - 0.85, 0.0, None) / 0.15
    table = linear[:, None] * brighter[None, :]
    darkest = picture[..., :3].min(axis=-1)
    return table.astype(np.float32)[picture[..., :3], darkest[..., None]]


def _sun_direction(scene: Scene, camera: Camera, look: EnvironmentLook) -> Vec3:
    """(3,) direction of the sunlight: through the largest window of a room, slightly from the side; else that of the key light."""
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
    """(3,) direction of the key light: over the left shoulder of the viewer, so that visible sides are lit and shadows fall to the
    right."""
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
        # above the open top like a photographer's soft box, so that it lights the walls evenly
        position=(0.0, room.height * 1.3, 0.0),
        size=(0.8 * room.width, 0.8 * room.depth),
    )
