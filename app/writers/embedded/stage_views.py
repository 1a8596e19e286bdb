"""The first cameras of a scene, before its things have their last places: the whole from outside, and a person's view of the room."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scenewright.app.furnishing.footprints import Footprint
from scenewright.app.writers.embedded.selection import Item

__all__ = ["StagedView", "first_views"]


@dataclass(frozen=True, slots=True)
class StagedView:
    """A camera: eye and target in metres, `fov` the vertical field of view in degrees."""

    eye: tuple[float, float, float]
    target: tuple[float, float, float]
    fov: float


def first_views(width: float, depth: float, height: float, items: list[Item], *, outdoor: bool) -> list[StagedView]:
    """A view of the whole from outside, past the front right corner, and one from a standing person's eye height."""
    w, d, h = width, depth, height
    tall = max((i.y + i.height for i in items), default=1.0)
    top = h if not outdoor else max(1.0, min(tall, 5.0))
    overview = _fitted((0.52, 0.78, 1.0) if not outdoor else (0.45, 0.5, 1.0), w, d, top, 36.0)
    if outdoor:
        return [overview, StagedView(_rounded((0.3 * w, 1.6, 0.5 * d + 1.0)), (0.0, 1.0, 0.0), 60.0)]
    y = min(1.75, h - 0.5)
    corners = [(w / 2 - 0.3, y, d / 2 - 0.3), (-w / 2 + 0.3, y, d / 2 - 0.3), (0.0, y, d / 2 - 0.25)]
    eye = min(corners, key=lambda e: (_hidden(e, items), corners.index(e)))
    inside = StagedView(_rounded(eye), _rounded((-0.12 * w * math.copysign(1.0, eye[0]), 0.75, -0.2 * d)), 72.0)
    return [overview, inside]


def _hidden(eye: tuple[float, float, float], items: list[Item]) -> float:
    """How much tall furniture is close to an eye; 0: none."""
    total = 0.0
    for item in items:
        if item.y + item.height < 1.1 or item.mounted or item.support == "ceiling":
            continue
        away = Footprint(item.x, item.z, item.width / 2, item.depth / 2, item.turn).distance(
            Footprint(eye[0], eye[2], 0.0, 0.0)
        )
        total += max(0.0, 1.6 - away) * (3.0 if away < 0.4 else 1.0)
    return round(total, 1)


def _rounded(point: tuple[float, float, float]) -> tuple[float, float, float]:
    x, y, z = (round(v, 2) for v in point)
    return x, y, z


def _fitted(toward: tuple[float, float, float], w: float, d: float, h: float, fov: float) -> StagedView:
    """The view from the nearest point along a direction that shows the whole box (aspect 4:3)."""
    n = math.sqrt(sum(v * v for v in toward))
    back = tuple(v / n for v in toward)
    right = (back[2] / math.hypot(back[0], back[2]), 0.0, -back[0] / math.hypot(back[0], back[2]))
    up = (
        back[1] * right[2] - back[2] * right[1],
        back[2] * right[0] - back[0] * right[2],
        back[0] * right[1] - back[1] * right[0],
    )
    target = (0.0, 0.4 * h, 0.0)
    ty = math.tan(math.radians(fov) / 2) * 0.94
    tx = ty * 4 / 3
    distance = 0.0
    for x in (-w / 2, w / 2):
        for y in (0.0, h):
            for z in (-d / 2, d / 2):
                p = (x - target[0], y - target[1], z - target[2])
                a, b, c = (sum(p[i] * axis[i] for i in range(3)) for axis in (right, up, back))
                distance = max(distance, abs(a) / tx + c, abs(b) / ty + c)
    eye = tuple(target[i] + distance * back[i] for i in range(3))
    return StagedView(_rounded(eye), _rounded(target), fov)  # type: ignore[arg-type]
