"""The lighting of a scene as Blender's lamps, sky, ground and ceiling. Colours are linear, positions in the world frame.

Rooms get a ceiling. They are lit by their lamps, through their windows, and for ambient light by a panel as wide as the ceiling, with
the radiance of the sky that an open room would have above it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import LAND_ALBEDO, LightRig, Sky
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.lights import SPOT_INNER_SHARE, SPOT_OUTER_DEGREES, PhysicalLight
from scenewright.scene.model import FloatArray, Opening, PrimitiveKind, Room, Scene, Vec3

__all__ = ["Surroundings", "lamp_holders", "shades", "surroundings"]

_CEILING: Vec3 = (0.86, 0.85, 0.82)
_STUDIO_GROUND: Vec3 = (0.76, 0.76, 0.75)
_STUDIO_BACKDROP: Vec3 = (0.98, 0.99, 1.0)
_PANEL_GAP = 0.03
"""Gap in metres between a room's ceiling and lamps at its height."""
_WINDOW_SKY = 3.0
"""Factor on the light of the sky outside of a room, since windows look bright from inside."""
_PANORAMA_ROWS = 512
"""Of what windows show."""
_STUDIO_SOFTNESS = 5.0
_SKY_HEIGHTS = (-1.0, -0.3, -0.17, -0.1, -0.05, 0.0, 0.01, 0.04, 0.1, 0.2, 0.35, 0.6, 1.0)


@dataclass(frozen=True)
class Surroundings:
    """`lamps`, `world`, `ground`, `ceiling`: values for :mod:`scenewright.renderers.blender.inside_blender.surroundings`.
    `picture`: (H, W, 3) float32 linear panorama of the world, or None. `backdrop`: colour behind the scene; None: the sky.
    `outside`: (H, W, 3) float32 panorama of display light that the windows of a room show from inside, or None."""

    lamps: list[dict[str, Any]]
    world: dict[str, Any]
    ground: dict[str, Any] | None
    ceiling: dict[str, Any] | None
    picture: npt.NDArray[np.float32] | None
    backdrop: Vec3 | None
    outside: npt.NDArray[np.float32] | None = None


def surroundings(scene: Scene, rig: LightRig, *, bounds: FloatArray, stage: bool, shaded: set[int]) -> Surroundings:
    """The surroundings for Blender that correspond to a light rig.

    Args:
        bounds: (2, 3) bounds of the geometry.
        stage: add a ground, or what the windows of a room show.
        shaded: indices of lights inside of solids, see :func:`shades`.
    """
    softness = rig.sun_softness if rig.outdoor or scene.room is not None else max(rig.sun_softness, _STUDIO_SOFTNESS)
    room = scene.room
    lamps = [
        {**_lamp(light, softness, room), "light": i, "shaded": i in shaded}
        for i, light in enumerate(rig.lights)
        if light.strength > 0.0 and max(light.color) > 0.0
    ]
    picture = None if rig.sky.picture is None else rig.sky.picture.astype(np.float32)
    if room is not None:
        panel = _sky_panel(room, rig.sky)
        lamps.extend([panel] if panel["energy"] > 0.0 else [])
        lamps.extend(_portal(room, o) for o in room.openings if o.kind == "window")
        ceiling = {
            "centre": [0.0, room.height, 0.0],
            "size": [room.width + 0.02, room.depth + 0.02],
            "thickness": 0.1,
            "color": list(_CEILING),
        }
        outside = rig.outside.panorama(_PANORAMA_ROWS) if stage and rig.outside is not None else None
        return Surroundings(lamps, _world(rig.sky, _WINDOW_SKY, 1.0), None, ceiling, picture, _STUDIO_BACKDROP, outside)
    ground = _ground(bounds, open_air=rig.outdoor) if stage else None
    return Surroundings(
        lamps,
        _world(rig.sky, 1.0, 1.0 / rig.exposure**2),
        ground,
        None,
        picture,
        None if rig.outdoor else _STUDIO_BACKDROP,
    )


def shades(geometry: SceneGeometry, lights: tuple[PhysicalLight, ...]) -> tuple[set[int], set[int]]:
    """Instances whose solid contains a lamp, and the lamps (indices into `lights`) that are inside of one.

    In programs a lamp shade is mostly a closed cylinder with the light at its centre, so it must let the light out.
    """
    holders = lamp_holders(geometry, lights)
    return {i for instances in holders.values() for i in instances}, set(holders)


def lamp_holders(geometry: SceneGeometry, lights: tuple[PhysicalLight, ...]) -> dict[int, list[int]]:
    """Lamp (index into `lights`) -> the instances whose solid contains it, for lamps that are inside of one."""
    holders: dict[int, list[int]] = {}
    kinds = np.array([m.kind for m in geometry.meshes], dtype=np.uint8)[geometry.mesh]
    local = [i for i, light in enumerate(lights) if light.kind in ("point", "spot", "area")]
    if not local or len(geometry) == 0:
        return holders
    inverse = np.linalg.inv(geometry.world_from_mesh)
    for i in local:
        p = inverse[:, :3, :3] @ np.asarray(lights[i].position) + inverse[:, :3, 3]
        around = np.hypot(p[:, 0], p[:, 2])
        upright = (p[:, 1] > 0.0) & (p[:, 1] < 1.0)
        cube = np.isin(kinds, (PrimitiveKind.CUBE, PrimitiveKind.BLOCK)) & (np.abs(p).max(axis=1) < 0.5)
        sphere = (kinds == PrimitiveKind.SPHERE) & (np.linalg.norm(p, axis=1) < 1.0)
        cylinder = (kinds == PrimitiveKind.CYLINDER) & upright & (around < 1.0)
        cone = (kinds == PrimitiveKind.CONE) & upright & (around < 1.0 - p[:, 1])
        holding = np.flatnonzero(cube | sphere | cylinder | cone).tolist()
        if holding:
            holders[i] = holding
    return holders


def _lamp(light: PhysicalLight, softness: float, room: Room | None) -> dict[str, Any]:
    position = list(light.position)
    if room is not None and light.kind == "area":
        position[1] = min(position[1], room.height - _PANEL_GAP)
    lamp: dict[str, Any] = {
        "type": light.kind.upper(),
        "position": position,
        "direction": list(light.direction),
        "energy": light.strength,
        "color": list(light.color),
    }
    if light.kind == "sun":
        lamp["angle"] = 2.0 * math.radians(softness)
    elif light.kind == "area":
        lamp["size"] = list(light.size)
    else:
        lamp["radius"] = light.radius
        lamp["angle"] = 2.0 * math.radians(SPOT_OUTER_DEGREES)
        lamp["blend"] = 1.0 - SPOT_INNER_SHARE
    return lamp


def _sky_panel(room: Room, sky: Sky) -> dict[str, Any]:
    mean = sky.mean()
    level = float(mean.max())
    size = (0.98 * room.width, 0.98 * room.depth)
    return {
        "name": "ambient",
        "type": "AREA",
        "position": [0.0, room.height - _PANEL_GAP / 2.0, 0.0],
        "direction": [0.0, -1.0, 0.0],
        "size": list(size),
        "energy": math.pi * size[0] * size[1] * level,
        "color": [float(c) / max(level, 1e-12) for c in mean],
    }


def _portal(room: Room, opening: Opening) -> dict[str, Any]:
    """A light portal at a window, on the outside of its wall."""
    y = opening.sill + opening.height / 2.0
    x, z = room.width / 2.0 + 0.11, room.depth / 2.0 + 0.11
    position, inward = {
        "left": ([-x, y, opening.offset], [1.0, 0.0, 0.0]),
        "right": ([x, y, opening.offset], [-1.0, 0.0, 0.0]),
        "back": ([opening.offset, y, -z], [0.0, 0.0, 1.0]),
        "front": ([opening.offset, y, z], [0.0, 0.0, -1.0]),
    }[opening.wall]
    return {
        "name": "portal",
        "type": "AREA",
        "portal": True,
        "position": position,
        "direction": inward,
        "size": [opening.width, opening.height],
        "energy": 0.0,
        "color": [1.0, 1.0, 1.0],
    }


def _world(sky: Sky, factor: float, seen: float) -> dict[str, Any]:
    """The world shader. `factor`: on the radiance. `seen`: additional factor for camera rays, since lamps outshine a late sky more in a
    picture than to the eye."""
    if sky.picture is not None:
        return {"strength": sky.strength * factor, "seen": seen, "stops": []}
    y = np.array(_SKY_HEIGHTS)
    colors = sky.radiance(np.stack([np.sqrt(1.0 - y * y), y, 0.0 * y], axis=1)).astype(np.float64)
    # colours of Blender's ramps are at most 1
    peak = max(float(colors.max()), 1e-12)
    return {
        "strength": peak * factor,
        "seen": seen,
        "stops": [[h, *(c / peak).tolist()] for h, c in zip(_SKY_HEIGHTS, colors, strict=True)],
    }


def _ground(bounds: FloatArray, *, open_air: bool) -> dict[str, Any]:
    middle, size = bounds.mean(axis=0), bounds[1] - bounds[0]
    radius = max(float(np.linalg.norm(size)) / 2.0, 1e-12)
    reach = max(float(np.hypot(size[0], size[2])) / 2.0, 0.3 * radius)
    return {
        # slightly below, so that it is not coplanar with undersides
        "centre": [float(middle[0]), float(bounds[0, 1]) - 1e-3 * radius, float(middle[2])],
        "color": list(LAND_ALBEDO if open_air else _STUDIO_GROUND),
        "roughness": 0.9,
        "clear": (5.0 if open_air else 1.8) * reach,
        "gone": (40.0 if open_air else 7.0) * reach,
    }
