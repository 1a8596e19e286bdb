"""How bodies touch bodies beside or above them, walls and the ceiling: in which direction, and over how much of a face.

Each pair of near pieces is turned so that the gap between them is horizontal; then both are sampled like an underside above a top.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from scenewright.scene.layout.certify.columns import column_spans, grid_points
from scenewright.scene.layout.certify.depth import push_of
from scenewright.scene.layout.certify.evidence import Evidence
from scenewright.scene.layout.certify.meeting import Meeting
from scenewright.scene.layout.certify.pairs import piece_pairs
from scenewright.scene.layout.certify.solids import BoolArray, Solids, with_boxes
from scenewright.scene.layout.certify.tolerances import HANG_GAP
from scenewright.scene.model import FloatArray, IntArray
from scenewright.scene.model.bounds import leaf_extents

__all__ = ["SIDES", "Touch", "find_touches"]

SIDES = ("left", "right", "back", "front", "ceiling")
"""Sides of a room; side k has the number of bodies plus k in :attr:`Touch.other`."""

_INWARD = np.array([[1.0, 0, 0], [-1.0, 0, 0], [0, 0, 1.0], [0, 0, -1.0], [0, -1.0, 0]])
_DIRECTIONS = np.concatenate([_INWARD, [[0.0, 1.0, 0.0]]])
_SUNK, _SUNK_IN_SIDE = 0.05, 0.5
"""Metres that a body may be sunk into another, and into a side of the room, and still touch it, though that is a violation."""

_FACE = HANG_GAP
"""Metres beyond the least gap within which points also count as touching: a calendar hangs on its nail."""

_NEAR = 0.03
"""Metres within which a face counts as near: that of a cabinet whose pipe touches the wall."""

_SAME = 0.9
"""Cosine from which two directions of contact are the same."""

_GRID = 11
_THICK = 0.2
_MOST = 60
"""Pairs of pieces of two bodies that are tested, those whose boxes overlap most first."""


@dataclass(frozen=True, eq=False)
class Touch:
    """A body that touches another, or a side of the room.

    `other`: number of a body; or the number of bodies plus the index of a side in :data:`SIDES`. `way`: (3,) unit vector from the
    other to the body. `near`: (K, 3) points where the two are near, metres. `gaps`: (K,) metres between them there, negative where
    they intersect.
    """

    body: int
    other: int
    way: FloatArray
    near: FloatArray
    gaps: FloatArray

    @property
    def gap(self) -> float:
        """The least gap, in metres."""
        return float(self.gaps.min())

    @property
    def points(self) -> FloatArray:
        """(K, 3) points where they touch, or would after closing the gap."""
        return self.near[self.gaps <= max(self.gap, 0.0) + _FACE]

    @property
    def across(self) -> FloatArray:
        """(2, 3) unit directions along the contact: horizontal and up; x and z for a horizontal contact."""
        return np.asarray(_across(self.way[None])[0])

    @property
    def size(self) -> FloatArray:
        """(2,) metres that the contact extends along `across`."""
        return np.asarray(np.ptp(self.points @ self.across.T, axis=0))

    @property
    def near_size(self) -> FloatArray:
        """(2,) metres that the near points extend along `across`."""
        return np.asarray(np.ptp(self.near @ self.across.T, axis=0))

    @property
    def middle(self) -> FloatArray:
        """(3,) middle of the box around the contact."""
        return np.asarray(0.5 * (self.points.min(axis=0) + self.points.max(axis=0)))


def find_touches(evidence: Evidence, bodies: IntArray, *, only_sides: bool = False) -> list[Touch]:
    """The touches of the given bodies with bodies that they are not joined with, and with the sides of the room.

    Args:
        only_sides: only touches with the sides of the room.
    """
    solids = evidence.solids
    n = len(evidence)
    if evidence.room is not None:
        solids = with_boxes(solids, *_sides(evidence))
    low, high = solids.body_bounds
    pairs = [np.zeros((0, 2), dtype=np.int32)]
    unit = np.concatenate([evidence.unit, np.arange(n, solids.bodies)])
    for body in bodies.tolist():
        near = ((low <= high[body] + _NEAR) & (high >= low[body] - _NEAR)).all(axis=1)
        near[: n if only_sides else 0] = False
        others = np.flatnonzero(near & (unit != unit[body]))
        pairs.append(np.column_stack([np.full(len(others), body), others]).astype(np.int32))
    return _touches(evidence.meeting.extended(solids), np.concatenate(pairs), n)


def _sides(evidence: Evidence) -> tuple[FloatArray, FloatArray]:
    """(5, 3) least and (5, 3) greatest corners of slabs behind the sides of the room."""
    room = evidence.room
    assert room is not None
    x, y, z, t = 0.5 * room.width, room.height, 0.5 * room.depth, _THICK
    low = [[-x - t, -t, -z - t], [x, -t, -z - t], [-x - t, -t, -z - t], [-x - t, -t, z], [-x - t, y, -z - t]]
    high = [[-x, y + t, z + t], [x + t, y + t, z + t], [x + t, y + t, -z], [x + t, y + t, z + t], [x + t, y + t, z + t]]
    return np.array(low), np.array(high)


def _touches(meeting: Meeting, pairs: IntArray, count: int) -> list[Touch]:
    solids = meeting.solids
    touches: list[Touch] = []
    area: list[FloatArray] = []
    for pair, one, two in piece_pairs(solids, pairs, _NEAR):
        near = _nearest(solids, pair, one, two)
        near = near[_meet(meeting, one[near], two[near], count)]
        row, way = _ways(meeting, one[near], two[near], count)
        chosen = near[row]
        points, gaps = _faces(solids, one[chosen], two[chosen], way, count)
        on = np.isfinite(gaps)
        touching = np.flatnonzero(on.any(axis=1))
        area.append(_areas(points[touching], gaps[touching], way[touching]))
        for k in touching.tolist():
            body, other = pairs[pair[chosen[k]]].tolist()
            touches.append(Touch(body, other, way[k], points[k, on[k]], gaps[k, on[k]]))
    if not touches:
        return []
    order = np.argsort(-np.concatenate(area), kind="stable").tolist()
    return [t for t in _united([touches[i] for i in order]) if t.gap <= HANG_GAP]


def _meet(meeting: Meeting, a: IntArray, b: IntArray, count: int) -> BoolArray:
    """(M,) whether pieces with near boxes are near themselves. For a side of the room the box is exact."""
    near = np.ones(len(a), dtype=bool)
    bodies = np.flatnonzero(meeting.solids.body[b] < count)
    near[bodies] = meeting.meet(a[bodies], b[bodies], 0.5 * _NEAR)
    return near


def _nearest(solids: Solids, pair: IntArray, a: IntArray, b: IntArray) -> IntArray:
    """Indices of the pairs of pieces to test, at most `_MOST` for each pair of bodies."""
    overlap = np.minimum(solids.high[a], solids.high[b]) - np.maximum(solids.low[a], solids.low[b])
    shared = np.prod(overlap + 1.1 * _NEAR, axis=1)
    order = np.lexsort((-shared, pair))
    _, first, size = np.unique(pair[order], return_index=True, return_counts=True)
    rank = np.arange(len(order)) - np.repeat(first, size)
    chosen: IntArray = order[rank < _MOST]
    return chosen


def _ways(meeting: Meeting, a: IntArray, b: IntArray, count: int) -> tuple[IntArray, FloatArray]:
    """Directions in which pieces may touch: (R,) indices of pairs (M,), and (R, 3) unit vectors from b to a."""
    solids = meeting.solids
    side = solids.body[b] - count
    convex = solids.convex[a] & solids.convex[b] & (side < 0)
    rows = [np.flatnonzero(side >= 0), np.flatnonzero(convex)]
    ways = [_INWARD[side[side >= 0]], push_of(meeting, a[convex], b[convex])[1]]
    surfaces = np.flatnonzero(~convex & (side < 0))
    rows.append(np.repeat(surfaces, len(_DIRECTIONS)))
    ways.append(np.tile(_DIRECTIONS, (len(surfaces), 1)))
    return np.concatenate(rows), np.concatenate(ways)


def _faces(solids: Solids, a: IntArray, b: IntArray, way: FloatArray, count: int) -> tuple[FloatArray, FloatArray]:
    """(M, K, 3) points midway between pieces a and b along a direction, and (M, K) the gaps there; inf where the gap is large or one
    of the pieces is missing."""
    if not len(a):
        return np.zeros((0, 1, 3)), np.zeros((0, 1))
    turn = _levelling(way)
    one, two = _turned(solids, a, turn), _turned(solids, b, turn)
    low = np.maximum(one.low, two.low)[:, (0, 2)]
    high = np.minimum(one.high, two.high)[:, (0, 2)]
    points = grid_points(low, np.maximum(high, low), _GRID)
    every = np.arange(len(a), dtype=np.int32)
    with np.errstate(invalid="ignore"):
        under, _ = column_spans(one, every, points)
        _, over = column_spans(two, every, points)
        gap = under - over
    sunk = np.where(solids.body[b] < count, _SUNK, _SUNK_IN_SIDE)
    on = np.isfinite(gap) & (gap <= _NEAR) & (gap >= -sunk[:, None]) & (low <= high).all(axis=1)[:, None]
    level = 0.5 * (np.where(on, under, 0.0) + np.where(on, over, 0.0))
    placed = np.stack([points[..., 0], level, points[..., 1]], axis=2)
    return np.einsum("mji,mkj->mki", turn, placed), np.where(on, gap, np.inf)


def _across(way: FloatArray) -> FloatArray:
    """(M, 2, 3) :attr:`Touch.across` of directions (M, 3)."""
    out = np.zeros((len(way), 2, 3))
    level = np.abs(way[:, 1]) > 0.7
    out[level] = [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]
    length = np.hypot(way[~level, 0], way[~level, 2])
    out[~level, 0, 0], out[~level, 0, 2] = way[~level, 2] / length, -way[~level, 0] / length
    out[~level, 1, 1] = 1.0
    return out


def _areas(points: FloatArray, gaps: FloatArray, way: FloatArray) -> FloatArray:
    """(M,) products of the sizes of contacts (see :attr:`Touch.size`)."""
    along = np.einsum("mki,mji->mjk", points, _across(way))
    on = (gaps <= np.maximum(gaps.min(axis=1, keepdims=True), 0.0) + _FACE)[:, None]
    size = np.where(on, along, -np.inf).max(axis=2) - np.where(on, along, np.inf).min(axis=2)
    return np.asarray(size.prod(axis=1))


def _levelling(way: FloatArray) -> FloatArray:
    """(M, 3, 3) rotations that turn directions (M, 3) to +y."""
    aside = np.where(np.abs(way[:, :1]) < 0.9, [[1.0, 0.0, 0.0]], [[0.0, 0.0, 1.0]])
    first = np.cross(way, aside)
    first /= np.linalg.norm(first, axis=1, keepdims=True)
    return np.stack([first, way, np.cross(first, way)], axis=1)


def _turned(solids: Solids, pieces: IntArray, turn: FloatArray) -> Solids:
    """Pieces (M,), each as a body of its own, rotated by (M, 3, 3)."""
    world = solids.world_from_unit[pieces].copy()
    world[:, :3] = turn @ world[:, :3]
    shape = solids.shape[pieces]
    hulls = [None if s < 0 else solids.shapes[s].vertices for s in shape.tolist()]
    low, high = leaf_extents(solids.kind[pieces], world, hulls)
    every = np.arange(len(pieces) + 1, dtype=np.int32)
    return Solids(every, every[:-1], solids.kind[pieces], world, shape, solids.shapes, low, high)


def _united(touches: list[Touch]) -> list[Touch]:
    """Merge touches, given widest first, of the same two bodies in nearly the same direction."""
    out: dict[tuple[int, int], list[Touch]] = {}
    for touch in touches:
        known = out.setdefault((touch.body, touch.other), [])
        for k, other in enumerate(known):
            if float(other.way @ touch.way) > _SAME:
                near, gaps = np.concatenate([other.near, touch.near]), np.concatenate([other.gaps, touch.gaps])
                known[k] = replace(other, near=near, gaps=gaps)
                break
        else:
            known.append(touch)
    return [t for some in out.values() for t in some]
