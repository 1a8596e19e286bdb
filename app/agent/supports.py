"""Where things can stand on an object: its level surfaces, found in its geometry.

A level is a horizontal rectangle with free height above it: a table top, a seat, the boards of a bookshelf. Tops of boxes,
cylinders and of a mesh's upward faces are collected by height, and the free height above each is measured against all that
lies over it. Lengths are metres in the object's own fitted frame (base centre at the origin, facing +z).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from scene.model import AssetRef, FloatArray, PrimitiveKind, Scene

if TYPE_CHECKING:
    from assets.catalogue import Catalogue

__all__ = ["Level", "levels", "under_height"]

_LEAST_AREA = 0.006
_LEAST_SHARE = 0.06
_CELLS = 48
_LEAST_HEADROOM = 0.07
_SAME_HEIGHT = 0.03


@dataclass(frozen=True, slots=True)
class Level:
    """One surface: its height, its rectangle in x and z, and the free height above (inf where nothing is)."""

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


_cache: dict[tuple[str, bytes], tuple[tuple[Level, ...], float]] = {}


def levels(catalogue: Catalogue, ref: AssetRef) -> tuple[Level, ...]:
    """The surfaces of an asset, the most useful first: open tops by area, then the boards inside from eye height down."""
    return _measured(catalogue, ref)[0]


def under_height(catalogue: Catalogue, ref: AssetRef) -> float:
    """The free height below an asset's body (under a bed, a desk), 0 where it reaches the floor in its middle."""
    return _measured(catalogue, ref)[1]


def _measured(catalogue: Catalogue, ref: AssetRef) -> tuple[tuple[Level, ...], float]:
    key = (ref.id, np.round(ref.fit, 5).tobytes())
    if key not in _cache:
        content = catalogue.load(ref)
        if content.scene is not None:
            boxes = _program_boxes(content.scene, ref.fit)
        elif content.mesh is not None:
            boxes = _mesh_boxes(content.mesh, ref.fit)
        else:
            boxes = np.zeros((0, 2, 3))
        _cache[key] = (_levels(boxes, ref.hull), _under(boxes, ref.hull))
    return _cache[key]


@lru_cache(maxsize=1)
def _cube() -> FloatArray:
    return np.array([[x, y, z] for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (-0.5, 0.5)])


def _program_boxes(scene: Scene, fit: FloatArray) -> FloatArray:
    """(K, 2, 3) boxes of an evaluated object's primitives, in the fitted frame. Round things count with their inner box."""
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


def _levels(boxes: FloatArray, hull: FloatArray) -> tuple[Level, ...]:
    low, high = hull.min(axis=0), hull.max(axis=0)
    whole = Level(float(high[1]), float(low[0]), float(high[0]), float(low[2]), float(high[2]), float("inf"))
    span = (high - low)[[0, 2]]
    cell = max(0.008, float(span.max()) / _CELLS)
    shape = (max(1, round(float(span[0]) / cell)), max(1, round(float(span[1]) / cell)))
    step = span / shape
    # cells that each box covers: those whose middle it holds
    first = np.ceil((boxes[:, 0][:, [0, 2]] - low[[0, 2]]) / step - 0.5).astype(int).clip(0, shape)
    last = (np.floor((boxes[:, 1][:, [0, 2]] - low[[0, 2]]) / step - 0.5).astype(int) + 1).clip(0, shape)
    found: list[Level] = []
    for y in _heights(boxes):
        here = np.zeros(shape, dtype=bool)
        free = np.full(shape, np.inf)
        for box, (i0, k0), (i1, k1) in zip(boxes, first, last, strict=True):
            top = box[1, 1]
            if abs(top - y) <= _SAME_HEIGHT:
                here[i0:i1, k0:k1] = True
            elif top > y:
                part = free[i0:i1, k0:k1]
                np.minimum(part, max(float(box[0, 1]) - y, 0.0), out=part)
        here &= free >= _LEAST_HEADROOM
        # the seams between cushions are no gaps
        here[1:-1] |= here[:-2] & here[2:] & (free[1:-1] >= _LEAST_HEADROOM)
        i0, i1, k0, k1 = _largest_rectangle(here)
        if (i1 - i0) * (k1 - k0) * float(np.prod(step)) < max(_LEAST_AREA, _LEAST_SHARE * float(np.prod(span))):
            continue
        x0, z0 = low[[0, 2]] + step * (i0, k0)
        x1, z1 = low[[0, 2]] + step * (i1, k1)
        if min(x1 - x0, z1 - z0) >= 0.04:
            found.append(Level(y, float(x0), float(x1), float(z0), float(z1), float(free[i0:i1, k0:k1].min())))
    if not found:
        return (whole,)
    most = max(level.area for level in found)

    def order(level: Level) -> tuple[bool, float]:
        open_top = level.headroom == float("inf") and level.area >= 0.4 * most and level.y < 1.55
        return (not open_top, -level.area if open_top else abs(level.y - 1.1))

    return tuple(sorted(found, key=order))


def _heights(boxes: FloatArray) -> list[float]:
    """Heights of level tops, highest first, a hand's breadth of tolerance merged."""
    size = boxes[:, 1] - boxes[:, 0] if len(boxes) else np.zeros((0, 3))
    tops = (
        sorted({round(float(t), 3) for t in boxes[size[:, 0] * size[:, 2] > 0.0015][:, 1, 1]}, reverse=True)
        if len(boxes)
        else []
    )
    out: list[float] = []
    for top in tops:
        if top > 0.02 and (not out or out[-1] - top > _SAME_HEIGHT):
            out.append(top)
    return out


def _largest_rectangle(mask: npt.NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """(i0, i1, k0, k1) of the largest all-true block of a 2-D mask, by the histogram method; all 0 where there is none."""
    best, area = (0, 0, 0, 0), 0
    heights = np.zeros(mask.shape[1], dtype=int)
    for i, row in enumerate(mask):
        heights = np.where(row, heights + 1, 0)
        stack: list[int] = []
        for k, height in enumerate([*heights.tolist(), 0]):
            while stack and heights[stack[-1]] >= height:
                tall = int(heights[stack.pop()])
                left = stack[-1] + 1 if stack else 0
                if tall * (k - left) > area:
                    area = tall * (k - left)
                    best = (i + 1 - tall, i + 1, left, k)
            stack.append(k)
    return best


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
