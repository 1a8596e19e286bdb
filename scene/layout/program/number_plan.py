"""The least changes of a program's numbers that remove all violations at once, as a linear program.

Bodies are taken as axis-aligned boxes, and motions as linear in the numbers. The result is a proposal: where boxes fit poorly, or
where a turn would help, the search by single numbers continues from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from scenewright.scene.layout.program.number_motion import Motion, MovedBodies
from scenewright.scene.model import FloatArray

__all__ = ["least_changes"]

_MARGIN = 1e-3
_NEAR = 1.0
"""Metres: bodies that are farther apart than this are not kept apart."""
_LEFT = 1e4
"""Weight of a remaining metre of violation against moving a cubic metre by a metre."""
_UNIT = 1e-3
_PLANE = (0, 2)
_LEVEL = 0.02
"""Metres of overlap in height from which two bodies can collide."""


@dataclass
class _Rows:
    """Inequalities ``coefficients @ changes >= least``: either each removes a violation, or each keeps something right."""

    coefficients: list[FloatArray] = field(default_factory=list)
    least: list[float] = field(default_factory=list)

    def add(self, coefficients: FloatArray, least: float) -> None:
        self.coefficients.append(coefficients)
        self.least.append(least)


def least_changes(
    bodies: MovedBodies,
    motions: Sequence[Motion],
    weights: Sequence[float],
    farthest: float,
    violating: Sequence[tuple[Sequence[int], float]],
) -> FloatArray | None:
    """(M,) the change of each of M numbers, or groups of numbers; None where none helps.

    Args:
        motions: of each.
        weights: a factor of the cost of each, besides the volume that it moves.
        farthest: metres that one number may move a body.
        violating: for each violation the numbers of its bodies, and its depth in metres.
    """
    moved = [bodies.travel(bodies.moved([(m, _UNIT)]))[0] / _UNIT for m in motions]
    if not moved:
        return None
    speed = np.stack(moved, axis=-1)  # (B, 3, M)
    wrong, right = _Rows(), _Rows()
    pairs: set[tuple[int, int]] = set()
    for numbers, depth in violating:
        pairs |= {(a, b) for a in numbers for b in numbers if a < b}
        _part(bodies, speed, numbers, depth, wrong)
    _keep_apart(bodies, speed, pairs, right)
    _keep_inside(bodies, speed, {numbers[0] for numbers, _ in violating if len(numbers) == 1}, right)
    if not wrong.least:
        return None
    fastest = np.linalg.norm(speed, axis=1).max(axis=0)
    cost = (np.linalg.norm(speed, axis=1) * bodies.volume[:, None]).sum(axis=0) * np.array(weights) + 1e-6
    return _solved(wrong, right, cost, np.where(fastest > 1e-6, farthest / np.maximum(fastest, 1e-6), 0.0))


def _part(bodies: MovedBodies, speed: FloatArray, numbers: Sequence[int], depth: float, rows: _Rows) -> None:
    """Add inequalities that part two bodies the shortest way, or bring one back into the room."""
    if len(numbers) == 1:
        body = numbers[0]
        for outward, (axis, sign) in zip(_outside(bodies)[body], _WALLS, strict=True):
            if outward > 1e-6:
                rows.add(-sign * speed[body, axis], outward + _MARGIN)
        return
    for a, b in ((a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :]):
        shared = np.minimum(bodies.high[a], bodies.high[b]) - np.maximum(bodies.low[a], bodies.low[b])
        if min(shared[k] for k in _PLANE) < -_MARGIN:
            continue  # this violation is not an overlap
        axis = min(_PLANE, key=lambda k: shared[k])
        between = (bodies.low[a] + bodies.high[a] - bodies.low[b] - bodies.high[b])[axis]
        sign = 1.0 if between >= 0.0 else -1.0
        rows.add(sign * (speed[a, axis] - speed[b, axis]), depth + _MARGIN)


def _keep_apart(bodies: MovedBodies, speed: FloatArray, parted: set[tuple[int, int]], rows: _Rows) -> None:
    low, high = bodies.low, bodies.high
    first, second = np.triu_indices(len(bodies.rows), 1)
    gap = np.maximum(low[first] - high[second], low[second] - high[first])  # (P, 3)
    flat = gap[:, _PLANE]
    side = flat.argmax(axis=1)
    apart = np.take_along_axis(flat, side[:, None], axis=1)[:, 0]
    axis = np.array(_PLANE)[side]
    ahead = low[first, axis] + high[first, axis] >= low[second, axis] + high[second, axis]
    relative = np.where(ahead, 1.0, -1.0)[:, None] * (speed[first, axis] - speed[second, axis])
    near = (apart > -1e-6) & (apart < _NEAR) & (gap[:, 1] < -_LEVEL) & (np.abs(relative).max(axis=1) > 1e-9)
    for p in np.flatnonzero(near).tolist():
        if (int(first[p]), int(second[p])) not in parted:
            rows.add(relative[p], -float(apart[p]))


_WALLS = ((0, 1.0), (0, -1.0), (2, 1.0), (2, -1.0))


def _outside(bodies: MovedBodies) -> FloatArray:
    """(B, 4) metres that each body is beyond the right, left, front and back wall; -inf without a room."""
    room = bodies.scene.room
    if room is None:
        return np.full((len(bodies.rows), 4), -np.inf)
    half = np.array([room.width, room.depth]) / 2.0
    beyond = np.stack([bodies.high[:, _PLANE] - half, -half - bodies.low[:, _PLANE]], axis=-1)  # (B, axis, side)
    outside: FloatArray = beyond.reshape(-1, 4)
    return outside


def _keep_inside(bodies: MovedBodies, speed: FloatArray, brought_back: set[int], rows: _Rows) -> None:
    beyond = _outside(bodies)
    for body, wall in np.argwhere((beyond <= 1e-6) & (beyond > -_NEAR)).tolist():
        axis, sign = _WALLS[wall]
        inward = -sign * speed[body, axis]
        if body not in brought_back and np.abs(inward).max() > 1e-9:
            rows.add(inward, float(beyond[body, wall]))


def _solved(wrong: _Rows, right: _Rows, cost: FloatArray, most: FloatArray) -> FloatArray | None:
    from scipy.optimize import linprog

    changes, left = len(cost), len(wrong.least)
    a = np.array(wrong.coefficients + right.coefficients)
    slack = np.zeros((len(a), left))
    slack[:left] = np.eye(left)
    # the variables, all at least 0: increases, decreases, remaining violations
    matrix = np.hstack([-a, a, -slack])
    costs = np.concatenate([cost, cost, np.full(left, _LEFT)])
    bounds = [*((0.0, m) for m in most), *((0.0, m) for m in most), *[(0.0, None)] * left]
    result = linprog(costs, A_ub=matrix, b_ub=-np.array(wrong.least + right.least), bounds=bounds, method="highs")
    if not result.success:
        return None
    change: FloatArray = result.x[:changes] - result.x[changes : 2 * changes]
    return change if np.abs(change * most).max() > 0.0 and np.abs(change).max() > 1e-9 else None
