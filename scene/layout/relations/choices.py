"""Which of its meanings a relation has, where it has several: the one that the written poses are nearest to.

``aligned(a, b, 'x')`` may mean that two things have the same x, or that they stand in a row along x, where they share z. People and
models write both. A body whose pose nobody wrote says nothing of it; where no pose does, the first meaning stands.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.relations.measures import COS, HEIGHT, SIN, X, Y, Z, extents_along
from scenewright.scene.model import FloatArray, Room

__all__ = ["RelationChoice", "aligned_along", "row_direction", "spread_axis", "wall_beside"]

_TIE = 1e-6
"""Metres by which one meaning must be nearer than another."""


@dataclass(frozen=True, slots=True)
class RelationChoice:
    """`axis`: the axis in the relation's formula. `reading`: in words. `said`: the same as a sentence goes on, 'in a row along x'."""

    axis: str
    reading: str
    said: str


def aligned_along(axis: str | None, first: FloatArray | None, others: FloatArray | None) -> RelationChoice:
    """What ``aligned`` means: the axis of which all have the same coordinate.

    Args:
        axis: as it is written; None: it was not.
        first, others: (8,) and (..., 8) boxes of the things at their written poses; None: nobody wrote any.
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
    """(3,) how far apart the middles are along x, y and z, at most."""
    middles = others[..., [X, Y, Z]] - first[[X, Y, Z]]
    middles[..., 1] += (others[..., HEIGHT] - first[HEIGHT]) / 2.0
    out: FloatArray = np.abs(middles.reshape(-1, 3)).max(axis=0)
    return out


def row_direction(boxes: FloatArray) -> str | None:
    """Along which of x and z things (N, 8) rather stand in a row; None where their poses do not say."""
    if len(boxes) < 2:
        return None
    across_x, across_z = np.ptp(boxes[:, Z]), np.ptp(boxes[:, X])
    return "x" if across_x <= across_z + _TIE else "z"


def wall_beside(boxes: FloatArray, room: Room) -> str | None:
    """The wall that things (N, 8) stand along: near, and at like distances from it; None where their poses do not say."""
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
