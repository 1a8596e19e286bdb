"""Bounds: no body may leave the room through a wall, the floor or the ceiling.

Judged by the exact extents of every piece along the axes of the room. A second figure is that of SceneEval: the share of vertical
rays from a body that hit the floor of the room.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.certify.columns import column_spans, grid_points
from scenewright.scene.layout.certify.evidence import Evidence, metres
from scenewright.scene.layout.certify.slight import Slight, SlightKind
from scenewright.scene.layout.certify.solids import BoolArray
from scenewright.scene.layout.certify.tolerances import BOUNDS, SLIGHT_OVERLAP
from scenewright.scene.layout.certify.violations import Violation, ViolationKind
from scenewright.scene.model import FloatArray

__all__ = ["Bounds", "judge_bounds"]

RAY_SHARE = 0.99
"""SceneEval calls a body in bounds if at least this share of its rays hit the floor."""

_SIDES = ("left wall", "floor", "back wall", "right wall", "ceiling", "front wall")
_GRID = 11


@dataclass(frozen=True, eq=False)
class Bounds:
    """`inside`: (N,) bool, bodies that do not leave the room. `ray_share`: (N,) share of rays that hit the floor; 1 without a room.
    `slight`: bodies that leave it by less than the tolerance."""

    violations: tuple[Violation, ...]
    inside: BoolArray
    ray_share: FloatArray
    slight: tuple[Slight, ...] = ()


def judge_bounds(evidence: Evidence, *, tolerance: float = BOUNDS) -> Bounds:
    """Find bodies that leave the room by more than `tolerance` metres. Open ground has no bounds; its plane is below all bodies."""
    low, high = evidence.low, evidence.high
    room = evidence.room
    over = np.full((len(evidence), 6), -np.inf)
    rows = np.flatnonzero(evidence.solids.filled)
    if room is not None:
        limit = np.array([0.5 * room.width, room.height, 0.5 * room.depth])
        least = np.array([-limit[0], 0.0, -limit[2]])
        over[rows] = np.concatenate([least - low[rows], high[rows] - limit], axis=1)
    worst = over.max(axis=1)
    out = []
    for i in np.flatnonzero((worst > tolerance) & evidence.judged).tolist():
        names = [_SIDES[k] for k in np.flatnonzero(over[i] > tolerance)]
        place = np.where(over[i, :3] > over[i, 3:], low[i], high[i])
        message = (
            f"{evidence.bodies.path[i]} leaves the room through the {' and the '.join(names)} by {metres(worst[i])}"
        )
        out.append(
            Violation(ViolationKind.BOUNDS, (evidence.bodies.path[i],), float(worst[i]), evidence.place(place), message)
        )
    return Bounds(tuple(out), worst <= tolerance, _ray_share(evidence), _slight(evidence, over, tolerance))


def _slight(evidence: Evidence, over: FloatArray, tolerance: float) -> tuple[Slight, ...]:
    slight = []
    sunk = (over > SLIGHT_OVERLAP) & (over <= tolerance) & evidence.judged[:, None]
    for i, side in np.argwhere(sunk).tolist():
        inward = 1.0 if side < 3 else -1.0
        by, paths = float(over[i, side]), (evidence.bodies.path[i],)
        if side % 3 == 1:
            slight.append(Slight(SlightKind.OVERLAP, paths, by, dy=inward * by))
        else:
            way = (inward, 0.0) if side % 3 == 0 else (0.0, inward)
            slight.append(Slight(SlightKind.OVERLAP, paths, by, direction=way))
    return tuple(slight)


def _ray_share(evidence: Evidence) -> FloatArray:
    """(N,) of a grid of vertical rays from each body, the share that hits the floor."""
    share = np.ones(len(evidence))
    room = evidence.room
    if room is None:
        return share
    half = np.array([0.5 * room.width, 0.5 * room.depth]) + 1e-9
    low, high = evidence.low[:, (0, 2)], evidence.high[:, (0, 2)]
    # a body that is wholly over the floor needs no rays
    for i in np.flatnonzero(evidence.solids.filled & ((low < -half) | (high > half)).any(axis=1)).tolist():
        points = grid_points(low[i : i + 1], high[i : i + 1], _GRID)[0]
        pieces = np.arange(evidence.solids.start[i], evidence.solids.start[i + 1], dtype=np.int32)
        bottom, top = column_spans(evidence.solids, pieces, np.broadcast_to(points, (len(pieces), *points.shape)))
        hit = points[(bottom <= top).any(axis=0)]
        if len(hit):
            share[i] = float((np.abs(hit) <= half).all(axis=1).mean())
    return share
