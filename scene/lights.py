"""The lights of a scene in physical units, the same for every renderer and exporter.

Units follow Blender's: a sun by the irradiance on a surface that faces it (W/m2), point, spot and area lights by their
power (W), ambient light by its radiance (W/m2/sr). Programs write local lights either relative to a common lamp
(``intensity=1.2``) or in watts (``intensity=60``): up to `RELATIVE_LIMIT` the number is a factor on `LAMP_WATTS`.

A scene without units may be of any size: there a lamp that suits a room is scaled, so that the scene looks as a room
of `_ROOM_DIAGONAL` metres would.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.model import FloatArray, Light, Scene, Vec3

__all__ = [
    "LAMP_WATTS",
    "PANEL",
    "POINT_RADIUS",
    "RELATIVE_LIMIT",
    "SPOT_INNER_SHARE",
    "SPOT_OUTER_DEGREES",
    "PhysicalLight",
    "length_scale",
    "physical_lights",
]

LAMP_WATTS = 60.0
RELATIVE_LIMIT = 5.0
SPOT_OUTER_DEGREES = 35.0
"""Half angle of the cone of a spot light. Inside `SPOT_INNER_SHARE` of it the light has its full strength."""
SPOT_INNER_SHARE = 0.75

_ROOM_DIAGONAL = 6.0
POINT_RADIUS = 0.06
PANEL = 0.6
"""Radius of a point light and edge length of an area light that have no size. Metres."""
_SUN_DIRECTION: Vec3 = (-0.4, -0.75, -0.53)


@dataclass(frozen=True, slots=True)
class PhysicalLight:
    """A light in the world frame.

    `kind`: sun, point, spot, area or ambient (a ceiling light is an area light that shines down). `strength`: W/m2 of a
    sun, W of point, spot and area, W/m2/sr of ambient; `color`: linear, multiplies it. `direction`: unit, where it
    shines. `radius`: of the ball of a point or spot light; `size`: width and depth of an area light; scene units.
    """

    kind: str
    strength: float
    color: Vec3
    position: Vec3 = (0.0, 0.0, 0.0)
    direction: Vec3 = (0.0, -1.0, 0.0)
    radius: float = 0.0
    size: tuple[float, float] = (0.0, 0.0)

    @property
    def radiant_intensity(self) -> float:
        """W/sr: of a point or spot light in every direction, of an area light along its axis.

        A spot light is a point light with a hood: the cone takes light away, it does not gather it.
        """
        return self.strength / (np.pi if self.kind == "area" else 4.0 * np.pi)


def length_scale(scene: Scene) -> float:
    """Scene units that look like one metre: 1 where the scene is in metres."""
    if scene.units is not None:
        return 1.0
    return max(float(np.linalg.norm(np.diff(scene.bounds, axis=0))) / _ROOM_DIAGONAL, 1e-12)


def physical_lights(scene: Scene) -> tuple[PhysicalLight, ...]:
    """The lights that the program declares, in their order."""
    unit = length_scale(scene)
    return tuple(_physical(light, unit) for light in scene.lights)


def _physical(light: Light, unit: float) -> PhysicalLight:
    r, g, b = (float(c) for c in linear_from_srgb(light.color))
    direction = _unit(light.direction or (_SUN_DIRECTION if light.kind == "sun" else (0.0, -1.0, 0.0)))
    if light.kind == "sun":
        return PhysicalLight("sun", light.intensity, (r, g, b), direction=direction)
    if light.kind == "ambient":
        return PhysicalLight("ambient", light.intensity, (r, g, b))
    watts = light.intensity if light.intensity > RELATIVE_LIMIT else light.intensity * LAMP_WATTS
    position = light.position or (0.0, 2.5 * unit, 0.0)
    panel = light.size or (PANEL * unit, PANEL * unit)
    return PhysicalLight(
        "area" if light.kind == "ceiling" else light.kind,
        watts * unit**2,
        (r, g, b),
        position=position,
        direction=(0.0, -1.0, 0.0) if light.kind == "ceiling" else direction,
        radius=POINT_RADIUS * unit if light.size is None else max(light.size) / 2.0,
        size=(max(panel[0], 1e-3 * unit), max(panel[1], 1e-3 * unit)),
    )


def _unit(v: Vec3) -> Vec3:
    d: FloatArray = np.asarray(v, dtype=np.float64)
    length = float(np.linalg.norm(d))
    if length < 1e-12:
        return (0.0, -1.0, 0.0)
    x, y, z = (float(c) for c in d / length)
    return (x, y, z)
