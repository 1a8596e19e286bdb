"""Choose among the meanings of an ambiguous relation the one that is nearest to the written poses.

``aligned(a, b, 'x')`` may mean that two things have the same x, or that they stand in a row along x and have the same z. People and
models write both. Bodies without a written pose do not count; where there are no written poses, the first meaning is used.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.relations.measures import COS, HEIGHT, SIN, X, Y, Z, extents_along
from scenewright.scene.model import FloatArray, Room

__all__ = ["RelationChoice", "aligned_along", "row_direction", "spread_axis", "wall_beside"]

_TIE = 1e-6
"""Metres by which a meaning must be nearer to be chosen over the first."""


@dataclass(frozen=True, slots=True)
class RelationChoice:
    """One meaning. `axis`: the axis of the shared coordinate. `reading`: in words, 'row along x'. `phrase`: for the end of a sentence,
    'in a row along x'."""

    axis: str
    reading: str
    phrase: str


def aligned_along(axis: str | None, first: FloatArray | None, others: FloatArray | None) -> RelationChoice:
    """The meaning of an ``aligned``.

    Args:
        axis: as written; None if none was.
        first, others: (8,) and (..., 8) boxes of the things at their written poses; None if there are none.
    """
    off = np.zeros(3)
    if first is not None and others is not None and others.size:
        off = _offsets(first, others)
    same = {a: RelationChoice(a, f"same {a}", f"at the same {a}") for a in "xyz"}
    row = {a: RelationChoice("z" if a == "x" else "x", f"row along {a}", f"in a row along {a}") for a in "xz"}
    if axis == "y":
        return same["y"]
    if axis is None:
        return row["x"] if off[2] <= off[0] + _TIE else row["z"]
    return row[axis] if off["xyz".index(row[axis].axis)] < off["xyz".index(axis)] - _TIE else same[axis]


def _offsets(first: FloatArray, others: FloatArray) -> FloatArray:
    """(3,) the greatest distance of the middles of `others` from that of `first` along x, y and z, metres."""
    middles = others[..., [X, Y, Z]] - first[[X, Y, Z]]
    middles[..., 1] += (others[..., HEIGHT] - first[HEIGHT]) / 2.0
    out: FloatArray = np.abs(middles.reshape(-1, 3)).max(axis=0)
    return out


def row_direction(boxes: FloatArray) -> str | None:
    """The axis, x or z, along which things (N, 8) rather stand in a row; None for fewer than two."""
    if len(boxes) < 2:
        return None
    across_x, across_z = np.ptp(boxes[:, Z]), np.ptp(boxes[:, X])
    return "x" if across_x <= across_z + _TIE else "z"


def wall_beside(boxes: FloatArray, room: Room) -> str | None:
    """The wall that things (N, 8) stand along: the nearest one with equal distances; None for fewer than two."""
    if len(boxes) < 2:
        return None
    wide, deep = extents_along(boxes, boxes[:, COS], boxes[:, SIN])
    away = {
        "back": room.depth / 2.0 + boxes[:, Z] - deep,
        "front": room.depth / 2.0 - boxes[:, Z] - deep,
        "left": room.width / 2.0 + boxes[:, X] - wide,
        "right": room.width / 2.0 - boxes[:, X] - wide,
    }
    return min(away, key=lambda wall: float(np.abs(away[wall]).mean() + np.ptp(away[wall])))


def spread_axis(boxes: FloatArray) -> str:
    """The axis along which things (N, 8) are spread most."""
    spread = np.ptp(boxes[:, [X, Y, Z]], axis=0) if len(boxes) else np.zeros(3)
    return "xyz"[int(np.argmax(spread))]
