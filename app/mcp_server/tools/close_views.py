"""From where one thing of a scene is seen best: from near the scene's own camera, and past what stands before it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

__all__ = ["close_view"]

_FOV = 40.0
_CLOSE = 1.25
"""How much more than a thing a picture of it shows."""
_NEAREST = 0.7
"""Metres."""
_LEAST_STEEP = 0.35
"""Rise of the look down at a thing."""
_TURNS = (0, 25, -25, 50, -50, 75, -75, 105, -105, 140, -140, 180)
"""Degrees from the direction of the camera, in the order in which they are tried."""
_LOOKED_AT = (0.2, 0.5, 0.85)
"""Heights of the points of a thing that should be seen, as shares of its own height."""

Vector = tuple[float, float, float]


def close_view(
    node: Mapping[str, Any], things: Iterable[Mapping[str, Any]], cameras: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """A viewpoint for one thing, as fields of a render request.

    Args:
        node: the thing, as the state of the scene lists it, with `at` and `size` of its box.
        things: all things, among which the parts of rooms are left out: pictures leave walls out that stand in the way.
        cameras: those of the scene.
    """
    at, size = node["at"], node["size"]
    middle = (at[0], at[1] + size[1] / 2, at[2])
    toward = _toward_camera(middle, cameras)
    distance = max(_CLOSE * math.dist((0, 0, 0), size) / 2 / math.sin(math.radians(_FOV / 2)), _NEAREST)
    own = _box(node)
    others = [box for t in things if not t["room"] and t["level"] == 1 and not _meet(own, box := _box(t))]
    targets = [(at[0], at[1] + share * size[1], at[2]) for share in _LOOKED_AT]

    def hidden(turn: int) -> int:
        eye = _eye(middle, toward, turn, distance)
        return sum(any(_crosses(eye, target, box) for box in others) for target in targets)

    best = min(_TURNS, key=lambda turn: (hidden(turn), abs(turn)))
    return {"eye": list(_eye(middle, toward, best, distance)), "target": list(middle), "fov": _FOV}


def _toward_camera(middle: Vector, cameras: Sequence[Mapping[str, Any]]) -> Vector:
    """The direction to the scene's camera, at least somewhat from above."""
    eye = cameras[0]["eye"] if cameras else (middle[0] + 1.0, middle[1] + 0.6, middle[2] + 1.4)
    x, y, z = (e - m for e, m in zip(eye, middle, strict=True))
    flat = math.hypot(x, z)
    if flat < 1e-6:
        x, z, flat = 0.0, 1.0, 1.0
    y = max(y, _LEAST_STEEP * flat)
    length = math.hypot(x, y, z)
    return (x / length, y / length, z / length)


def _eye(middle: Vector, toward: Vector, turn: int, distance: float) -> Vector:
    """The eye, turned about the upright line through the middle of the thing."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    x, y, z = toward
    way = (c * x + s * z, y, -s * x + c * z)
    return (middle[0] + distance * way[0], middle[1] + distance * way[1], middle[2] + distance * way[2])


def _box(node: Mapping[str, Any]) -> tuple[Vector, Vector]:
    """The lowest and highest corner of a thing's box."""
    (x, y, z), (w, h, d) = node["at"], node["size"]
    return (x - w / 2, y, z - d / 2), (x + w / 2, y + h, z + d / 2)


def _meet(a: tuple[Vector, Vector], b: tuple[Vector, Vector]) -> bool:
    """Whether two boxes touch: what a thing stands on, lies in or holds hides it from no side alone."""
    return all(a[0][n] <= b[1][n] + 1e-3 and b[0][n] <= a[1][n] + 1e-3 for n in range(3))


def _crosses(start: Vector, end: Vector, box: tuple[Vector, Vector]) -> bool:
    """Whether the line between two points passes through a box."""
    first, last = 0.0, 1.0
    for n in range(3):
        step = end[n] - start[n]
        if abs(step) < 1e-9:
            if not box[0][n] <= start[n] <= box[1][n]:
                return False
            continue
        near, far = sorted(((box[0][n] - start[n]) / step, (box[1][n] - start[n]) / step))
        first, last = max(first, near), min(last, far)
    return first <= last
