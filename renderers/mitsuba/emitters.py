"""The lights of a scene as emitters of Mitsuba.

The integrator hides emitters from the camera (``hide_emitters``): lamps, the sky, and a ceiling that is to be seen from below only. So
what shines and is to be seen, such as a bulb, stays a surface without light, and a shell around it that the camera does not see gives its
light to others. The light of the surface itself is added to the picture (:mod:`scenewright.renderers.mitsuba.first_surfaces`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import Sky
from scenewright.renderers.mitsuba.shapes import PlacedMesh, add_mesh
from scenewright.scene.model import FloatArray

__all__ = ["Emitting", "area_lamp", "ceiling_parts", "environment", "point_lamp", "shell", "spot_lamp"]

_SKY_ROWS = 512
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
_LEAST_SHARE = 0.02
"""Least probability of sampling an emitter, as a share of the mean of all."""
_NULL = {"type": "null"}


@dataclass
class Emitting:
    """Entries of a scene's dictionary that emit light. `power`: watts, for how often each is sampled. A mesh is made late, when its weight
    is known: `entry` takes the weight."""

    name: str
    power: float
    entry: Any

    @staticmethod
    def weighted(all_of_them: list[Emitting]) -> dict[str, Any]:
        """The entries, each sampled in proportion to its power, as far as that leaves none out."""
        mean = sum(e.power for e in all_of_them) / max(len(all_of_them), 1)
        if mean <= 0.0:
            return {e.name: e.entry(1.0) for e in all_of_them}
        return {e.name: e.entry(max(e.power / mean, _LEAST_SHARE) if e.power > 0.0 else 0.0) for e in all_of_them}


def _rgb(color: npt.ArrayLike, factor: float = 1.0) -> dict[str, Any]:
    return {"type": "rgb", "value": [float(c) * factor for c in np.asarray(color).tolist()]}


def _luminance(color: npt.ArrayLike) -> float:
    return float(np.asarray(color, dtype=np.float64) @ _LUMINANCE)


def environment(mi: Any, sky: Sky, factor: float, suns: list[dict[str, Any]], *, opening: float) -> Emitting:
    """The light from far away: the sky times `factor`, and the discs of suns, as one picture.

    Args:
        suns: lamps with `direction`, `color`, `energy` (W/m2) and `angle`, that of the whole disc, radians.
        opening: area in the frame of Mitsuba through which it reaches the scene.
    """
    rows, columns = _SKY_ROWS, 2 * _SKY_ROWS
    # Mitsuba has its first and last row at the poles, and its first column at -z, turning to +x
    down = np.arange(rows) * (math.pi / (rows - 1))
    around = (np.arange(columns) + 0.5) * (2.0 * math.pi / columns)
    across, up = np.sin(down)[:, None], np.broadcast_to(np.cos(down)[:, None], (rows, columns))
    d = np.stack([across * np.sin(around), up, -across * np.cos(around)], axis=-1).reshape(-1, 3)
    light = sky.radiance(d).astype(np.float64) * factor
    step = math.pi / (rows - 1)
    solid_angle = np.repeat(np.sin(down) * step * (2.0 * math.pi / columns), columns)
    power = math.pi * opening * _luminance(light.mean(axis=0))
    for sun in suns:
        toward = -np.asarray(sun["direction"], dtype=np.float64)
        away = np.arccos(np.clip(d @ (toward / np.linalg.norm(toward)), -1.0, 1.0))
        share = np.clip((sun["angle"] / 2.0 + step - away) / step, 0.0, 1.0)
        colour = np.asarray(sun["color"], dtype=np.float64) * sun["energy"]
        light += (share / max(float(share @ solid_angle), 1e-12))[:, None] * colour
        power += opening * _luminance(colour)
    picture = mi.Bitmap(np.ascontiguousarray(light.reshape(rows, columns, 3), dtype=np.float32))
    return Emitting("sky", power, lambda weight: {"type": "envmap", "bitmap": picture, "sampling_weight": weight})


def point_lamp(number: int, lamp: dict[str, Any]) -> Emitting:
    """A ball that shines to all sides: W/sr are its power over 4 pi."""
    power, radius = lamp["energy"], max(lamp["radius"], 1e-4)
    radiance = _rgb(lamp["color"], power / (4.0 * math.pi**2 * radius**2))

    def entry(weight: float) -> dict[str, Any]:
        emitter = {"type": "area", "radiance": radiance, "sampling_weight": weight}
        return {"type": "sphere", "center": list(lamp["position"]), "radius": radius, "bsdf": _NULL, "emitter": emitter}

    return Emitting(f"lamp_{number}", power * _luminance(lamp["color"]), entry)


def spot_lamp(mi: Any, number: int, lamp: dict[str, Any]) -> Emitting:
    """A point with a hood: it takes light away from a point lamp of the same power."""
    direction = np.asarray(lamp["direction"], dtype=np.float64)
    at = np.asarray(lamp["position"], dtype=np.float64)
    up = [0.0, 0.0, 1.0] if abs(direction[1]) > 0.9 else [0.0, 1.0, 0.0]
    outer = math.degrees(lamp["angle"] / 2.0)
    pose = mi.ScalarTransform4f().look_at(at.tolist(), (at + direction).tolist(), up)

    def entry(weight: float) -> dict[str, Any]:
        return {
            "type": "spot",
            "to_world": pose,
            "intensity": _rgb(lamp["color"], lamp["energy"] / (4.0 * math.pi)),
            "cutoff_angle": outer,
            "beam_width": outer * (1.0 - lamp["blend"]),
            "sampling_weight": weight,
        }

    share = (1.0 - math.cos(lamp["angle"] / 2.0)) / 2.0
    return Emitting(f"lamp_{number}", lamp["energy"] * share * _luminance(lamp["color"]), entry)


def area_lamp(mi: Any, name: str, lamp: dict[str, Any], *, bsdf: dict[str, Any] | None = None) -> Emitting:
    """A rectangle that shines along its direction. Light passes it, unless it has a `bsdf`."""
    width, depth = lamp["size"]
    radiance = _rgb(lamp["color"], lamp["energy"] / (math.pi * width * depth))
    pose = _facing(
        np.asarray(lamp["position"], dtype=np.float64), np.asarray(lamp["direction"], dtype=np.float64), width, depth
    )

    def entry(weight: float) -> dict[str, Any]:
        emitter = {"type": "area", "radiance": radiance, "sampling_weight": weight}
        return {"type": "rectangle", "to_world": mi.ScalarTransform4f(pose), "bsdf": bsdf or _NULL, "emitter": emitter}

    return Emitting(name, lamp["energy"] * _luminance(lamp["color"]), entry)


def ceiling_parts(
    mi: Any, ceiling: dict[str, Any], panel: dict[str, Any] | None, bsdf: dict[str, Any], *, seen: bool
) -> tuple[dict[str, Any], list[Emitting]]:
    """The ceiling of a room and the panel of light below it.

    Where the camera is above it, the ceiling itself shines: the camera does not see what shines. It stops light from above, and reflects
    that of the room.
    """
    width, depth = ceiling["size"]
    lamp = {"position": ceiling["centre"], "direction": [0.0, -1.0, 0.0], "size": [width, depth]}
    if seen:
        pose = _facing(np.asarray(ceiling["centre"], dtype=np.float64), np.array([0.0, -1.0, 0.0]), width, depth)
        body = {"type": "rectangle", "to_world": mi.ScalarTransform4f(pose), "bsdf": bsdf}
        return {"ceiling": body}, [] if panel is None else [area_lamp(mi, "panel", panel)]
    share = 0.0 if panel is None else width * depth / (panel["size"][0] * panel["size"][1])
    energy = 0.0 if panel is None else panel["energy"] * share
    color = [1.0, 1.0, 1.0] if panel is None else panel["color"]
    return {}, [area_lamp(mi, "ceiling", {**lamp, "energy": energy, "color": color}, bsdf=bsdf)]


def shell(mi: Any, name: str, soup: PlacedMesh, radiance: FloatArray, *, gap: float) -> Emitting:
    """A shell around a body, `gap` away from it, that gives off `radiance` (3,). Light passes it."""
    around = PlacedMesh(soup.vertices + gap * soup.normals, soup.faces, soup.normals)

    def entry(weight: float) -> Any:
        emitter = {"type": "area", "radiance": _rgb(radiance), "sampling_weight": weight}
        return add_mesh(mi, around, bsdf=_NULL, emitter=emitter)

    return Emitting(name, math.pi * soup.area * _luminance(radiance), entry)


def _facing(at: FloatArray, direction: FloatArray, width: float, depth: float) -> FloatArray:
    """(4, 4) pose of a rectangle that faces a direction, its width horizontal."""
    normal = direction / np.linalg.norm(direction)
    side = np.cross([0.0, 1.0, 0.0], normal)
    right = np.array([1.0, 0.0, 0.0]) if np.linalg.norm(side) < 1e-6 else side / np.linalg.norm(side)
    pose = np.eye(4)
    pose[:3, 0], pose[:3, 1], pose[:3, 2] = right * width / 2.0, np.cross(normal, right) * depth / 2.0, normal
    pose[:3, 3] = at
    return pose
