"""The walls of a room as lines, and their free stretches for a body of some depth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.search.occupancy import HEIGHT_SLACK, Occupancy
from scenewright.scene.model import FloatArray, Opening, Room

__all__ = ["WALLS", "Wall", "free_intervals", "opening_span", "walls_of"]

WALLS = ("left", "right", "back", "front")


@dataclass(frozen=True, eq=False)
class Wall:
    """One wall, seen from inside. `middle`, `along`, `inward`: (2,) in (x, z); `along` is +x or +z, as for the offsets of doors.
    `length`: metres. `yaw`: of a body with its back at the wall, radians.
    """

    name: str
    middle: FloatArray
    along: FloatArray
    inward: FloatArray
    length: float
    yaw: float

    def poses(self, offset: FloatArray, out: float, y: float) -> FloatArray:
        """(C, 4) poses of a body at offsets (C,) along the wall, its origin `out` metres from it, at height `y`."""
        at = self.middle + offset[:, None] * self.along + out * self.inward
        return np.column_stack([at[:, 0], np.full(len(at), y), at[:, 1], np.full(len(at), self.yaw)])


def walls_of(room: Room) -> dict[str, Wall]:
    """Name -> wall, for the four walls; empty for open ground, which has no height."""
    if not np.isfinite(room.height):
        return {}
    w, d = room.width, room.depth
    walls = [
        Wall("left", np.array([-w / 2, 0.0]), np.array([0.0, 1.0]), np.array([1.0, 0.0]), d, np.pi / 2),
        Wall("right", np.array([w / 2, 0.0]), np.array([0.0, 1.0]), np.array([-1.0, 0.0]), d, -np.pi / 2),
        Wall("back", np.array([0.0, -d / 2]), np.array([1.0, 0.0]), np.array([0.0, 1.0]), w, 0.0),
        Wall("front", np.array([0.0, d / 2]), np.array([1.0, 0.0]), np.array([0.0, -1.0]), w, np.pi),
    ]
    return {wall.name: wall for wall in walls}


def opening_span(opening: Opening) -> tuple[float, float]:
    """The least and greatest offset along its wall of a door or window, metres."""
    return opening.offset - opening.width / 2, opening.offset + opening.width / 2


def free_intervals(
    wall: Wall,
    occupancy: Occupancy,
    *,
    depth: float,
    low: float,
    high: float,
    skip: int,
    keep_off: FloatArray | None = None,
) -> FloatArray:
    """(K, 2) stretches of a wall, as offsets, where a strip of `depth` metres between the heights `low` and `high` is free.

    Args:
        skip: the body that is to be placed, which is no obstacle.
        keep_off: (M, 2) further stretches that are not free, such as windows.
    """
    taken = _taken(wall, occupancy, depth, low, high, skip)
    if keep_off is not None and len(keep_off):
        taken = np.concatenate([taken, keep_off])
    limit = wall.length / 2
    if len(taken) == 0:
        return np.array([[-limit, limit]])
    taken = taken[np.argsort(taken[:, 0])]
    ends = np.maximum.accumulate(taken[:, 1])
    starts = np.concatenate([[-limit], np.maximum(ends, -limit)])
    stops = np.concatenate([np.minimum(taken[:, 0], limit), [limit]])
    free = np.column_stack([starts, stops])
    wide: FloatArray = free[free[:, 1] - free[:, 0] > 1e-6]
    return wide


def _taken(wall: Wall, occupancy: Occupancy, depth: float, low: float, high: float, skip: int) -> FloatArray:
    able = occupancy.standing.copy()
    if skip >= 0:
        able[skip] = False
        able[list(occupancy.exempt_of(skip))] = False
    # walls are axis-aligned, so that axis-aligned boxes have exactly the extents that are needed
    across = int(np.flatnonzero(wall.inward)[0])
    axis, along = (0, 2)[across], (2, 0)[across]
    if wall.inward[across] > 0.0:
        near = occupancy.box_low[:, axis] - wall.middle[across]
    else:
        near = wall.middle[across] - occupancy.box_high[:, axis]
    shared = np.minimum(occupancy.box_high[:, 1], high) - np.maximum(occupancy.box_low[:, 1], low)
    rows = np.flatnonzero((near < depth - 1e-9) & (shared > HEIGHT_SLACK) & able[occupancy.box_body])
    return np.column_stack([occupancy.box_low[rows, along], occupancy.box_high[rows, along]])
