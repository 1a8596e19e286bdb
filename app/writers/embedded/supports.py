"""The support surfaces of an object, as rectangles of the surfaces that the layout finds in its geometry.

A level is a horizontal rectangle with free height above it: a table top, a seat, the boards of a bookshelf. Lengths are
metres in the object's own fitted frame (base centre at the origin, facing +z).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from scenewright.scene.data_dir import current_data_dir
from scenewright.scene.geometry import scene_of_asset
from scenewright.scene.layout import SupportSurface
from scenewright.scene.layout.bodies import forms_of
from scenewright.scene.model import AssetRef, FloatArray, PrimitiveKind, Scene

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["Level", "level_top", "levels", "open_levels", "rectangle_of", "under_height"]

_SAME_HEIGHT = 0.03
_STEP = 0.05
"""Metres: overlapping surfaces with a smaller difference in height count as one."""
_IN_REACH, _LAND = 1.55, 2.6
"""Metres: up to where people put things down, and from where on what is level is land."""
_SLATS, _LEVEL = 0.06, 0.008
"""Metres: the widest gap between slats on which things stand as on a board, and how much they may differ in height."""
_MOSTLY = 0.5
"""Least share of an object's footprint that its level top needs for a pile. The top must be above `_HIGH` of its height."""
_HIGH = 0.85


@dataclass(frozen=True, slots=True)
class Level:
    """One surface: its height `y`, its rectangle in x and z, and the free height above it (inf where nothing is above)."""

    y: float
    x0: float
    x1: float
    z0: float
    z1: float
    headroom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def depth(self) -> float:
        return self.z1 - self.z0

    @property
    def area(self) -> float:
        return self.width * self.depth


_cache: dict[tuple[Path, str, bytes], tuple[tuple[Level, ...], float]] = {}


def levels(catalogue: Catalogue, ref: AssetRef) -> tuple[Level, ...]:
    """The surfaces of an asset, the most useful first: open tops by area, then others by their distance from a height of 1.1 m.

    For an asset without a level place, the top of its bounding box.
    """
    return open_levels(catalogue, ref) or (_whole_top(ref),)


def open_levels(catalogue: Catalogue, ref: AssetRef) -> tuple[Level, ...]:
    """As :func:`levels`, but empty for an asset without a level place."""
    return _measured(catalogue, ref)[0]


def level_top(catalogue: Catalogue, ref: AssetRef) -> Level | None:
    """The top of an asset where most of it is level, so that others can be piled on it; else None."""
    whole = _whole_top(ref)
    tops = (v for v in open_levels(catalogue, ref) if v.headroom == float("inf") and v.y >= _HIGH * whole.y)
    return next((v for v in tops if v.area >= _MOSTLY * whole.area), None)


def under_height(catalogue: Catalogue, ref: AssetRef) -> float:
    """The free height below an asset's body (a bed, a desk), 0 where its middle reaches the floor."""
    return _measured(catalogue, ref)[1]


def _measured(catalogue: Catalogue, ref: AssetRef) -> tuple[tuple[Level, ...], float]:
    key = (current_data_dir().cache, ref.id, np.round(ref.fit, 5).tobytes())
    if key not in _cache:
        content = catalogue.load(ref)
        if content.scene is not None:
            boxes = _program_boxes(content.scene, ref.fit)
        elif content.mesh is not None:
            boxes = _mesh_boxes(content.mesh, ref.fit)
        else:
            boxes = np.zeros((0, 2, 3))
        _cache[key] = (_levels(catalogue, ref), _under(boxes, ref.hull))
    return _cache[key]


@lru_cache(maxsize=1)
def _cube() -> FloatArray:
    return np.array([[x, y, z] for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (-0.5, 0.5)])


def _program_boxes(scene: Scene, fit: FloatArray) -> FloatArray:
    """(K, 2, 3) boxes of an evaluated object's primitives, in the fitted frame. Round primitives count as their inner box."""
    out: list[FloatArray] = []
    unit = {
        PrimitiveKind.CUBE: _cube(),
        PrimitiveKind.BLOCK: _cube(),
        PrimitiveKind.CYLINDER: _cube() * (1.6, 1.0, 1.6) + (0.0, 0.5, 0.0),
        PrimitiveKind.SPHERE: _cube() * (1.2, 2.0, 1.2),
        PrimitiveKind.CONE: _cube() * (0.8, 1.0, 0.8) + (0.0, 0.5, 0.0),
    }
    world = scene.world_from_local
    for row in scene.leaf_rows.tolist():
        corners = unit.get(PrimitiveKind(int(scene.nodes.primitive[row])))
        if corners is None:
            continue
        matrix = fit @ world[row]
        points = corners @ matrix[:3, :3].T + matrix[:3, 3]
        out.append(np.array([points.min(axis=0), points.max(axis=0)]))
    return np.array(out) if out else np.zeros((0, 2, 3))


def _mesh_boxes(mesh: object, fit: FloatArray) -> FloatArray:
    """(K, 2, 3) flat boxes of a mesh's upward faces, one per height and connected patch, in the fitted frame."""
    merged = mesh.to_geometry() if hasattr(mesh, "to_geometry") else mesh.dump(concatenate=True)  # type: ignore[attr-defined]
    vertices = np.asarray(merged.vertices) @ fit[:3, :3].T + fit[:3, 3]
    triangles = vertices[np.asarray(merged.faces)]
    cross = np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0])
    area = np.linalg.norm(cross, axis=1) / 2.0
    steep = np.abs(cross[:, 1]) / np.maximum(2.0 * area, 1e-12)
    flat = (steep > 0.98) & (np.ptp(triangles[:, :, 1], axis=1) < 0.005)
    height = np.round(triangles[:, 0, 1] / _SAME_HEIGHT).astype(int)
    out: list[FloatArray] = []
    for level in sorted(set(height[flat].tolist())):
        chosen = flat & (height == level)
        if area[chosen].sum() > 0.02:
            points = triangles[chosen].reshape(-1, 3)
            out.append(np.array([points.min(axis=0), points.max(axis=0)]))
    return np.array(out) if out else np.zeros((0, 2, 3))


def _levels(catalogue: Catalogue, ref: AssetRef) -> tuple[Level, ...]:
    """The support surfaces that the layout finds, in the order of :func:`levels`."""
    scene = scene_of_asset(ref)
    row = np.zeros(1, dtype=np.int32)
    form = forms_of(scene, row, row, np.eye(4)[None], [ref.words], {0}, catalogue, None)[0]
    found = [rectangle_of(s) for s in form.places.open]
    most = max((level.area for level in found), default=0.0)

    def order(level: Level) -> tuple[bool, float]:
        reached = (
            level.y < _IN_REACH or level.y > _LAND
        )  # the top of a cliff carries a lighthouse, that of a wardrobe little
        open_top = level.headroom == float("inf") and level.area >= 0.4 * most and reached
        return (not open_top, -level.area if open_top else abs(level.y - 1.1))

    kept: list[Level] = []
    for level in sorted(found, key=order):
        if not any(_same_place(level, other) for other in kept):
            kept.append(level)
    return _with_slats(kept)


def _with_slats(found: list[Level]) -> tuple[Level, ...]:
    """The surfaces, those first that slats of one height make together: a pallet, a garden bench."""
    whole: list[Level] = []
    for slat in sorted(found, key=lambda level: (level.z0, level.x0)):
        before = next((w for w in whole if _is_next(w, slat)), None)
        if before is None:
            whole.append(slat)
            continue
        whole.remove(before)
        high, right, front = max(before.y, slat.y), max(before.x1, slat.x1), max(before.z1, slat.z1)
        whole.append(replace(before, y=high, x1=right, z1=front))
    joined = [w for w in whole if w not in found]
    inside = [v for v in found if not any(_same_place(v, w) for w in joined)]
    return (*sorted(joined, key=lambda level: -level.area), *inside)


def _is_next(before: Level, slat: Level) -> bool:
    """Whether a slat is the next one beside those before it, in the same line."""
    if abs(before.y - slat.y) > _LEVEL or before.headroom != slat.headroom:
        return False
    in_line_x = abs(before.x0 - slat.x0) + abs(before.x1 - slat.x1) < _STEP
    in_line_z = abs(before.z0 - slat.z0) + abs(before.z1 - slat.z1) < _STEP
    return (in_line_x and 0.0 <= slat.z0 - before.z1 <= _SLATS) or (in_line_z and 0.0 <= slat.x0 - before.x1 <= _SLATS)


def _same_place(a: Level, b: Level) -> bool:
    """Whether items on the two surfaces would collide: the rim and the hollow of a plate."""
    apart = a.x0 >= b.x1 or b.x0 >= a.x1 or a.z0 >= b.z1 or b.z0 >= a.z1
    return not apart and abs(a.y - b.y) < _STEP


def _whole_top(ref: AssetRef) -> Level:
    low, high = ref.hull.min(axis=0), ref.hull.max(axis=0)
    return Level(float(high[1]), float(low[0]), float(high[0]), float(low[2]), float(high[2]), float("inf"))


def rectangle_of(surface: SupportSurface) -> Level:
    """A rectangle in the polygon about its middle: its bounding rectangle, shrunk until the corners are inside."""
    low, high = surface.polygon.min(axis=0), surface.polygon.max(axis=0)
    middle, half = (low + high) / 2.0, (high - low) / 2.0
    edge = np.roll(surface.polygon, -1, axis=0) - surface.polygon
    inward = np.stack([-edge[:, 1], edge[:, 0]], axis=1)
    inward *= np.sign((inward * (middle - surface.polygon)).sum(axis=1, keepdims=True))
    for share in np.arange(1.0, 0.5, -0.02):
        corners = middle + share * half * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
        depth = ((corners[:, None] - surface.polygon) * inward).sum(axis=2)
        if (depth >= -1e-4 * np.linalg.norm(edge, axis=1)).all():
            break
    (x0, z0), (x1, z1) = middle - share * half, middle + share * half
    return Level(surface.height, float(x0), float(x1), float(z0), float(z1), float(surface.headroom))


def _under(boxes: FloatArray, hull: FloatArray) -> float:
    low, high = hull.min(axis=0), hull.max(axis=0)
    middle = (low + high) / 2.0
    reach = (high - low) * 0.3
    over = [
        float(b[0, 1])
        for b in boxes
        if b[0, 0] < middle[0] + reach[0]
        and b[1, 0] > middle[0] - reach[0]
        and b[0, 2] < middle[2] + reach[2]
        and b[1, 2] > middle[2] - reach[2]
    ]
    return max(0.0, min(over)) if over else 0.0
