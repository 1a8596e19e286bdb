"""Clearance: how much of the space that should stay free in front of, behind and beside each body is free, and what stands in it.

Judged on a grid of points over each strip, between ankle height and the height of the body (or of a person). These do not count as
obstacles: bodies that a relation ties to the body (chairs around a table), bodies on it, seats that face it, rugs, and flat and small
things that lie loosely. Space outside the room is not free.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.certify.columns import column_spans
from scenewright.scene.layout.certify.evidence import Evidence
from scenewright.scene.layout.certify.pairs import piece_pairs
from scenewright.scene.layout.certify.solids import BoolArray, with_boxes
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["ENOUGH", "SIDES", "Clearance", "judge_clearance", "judge_strips"]

ENOUGH = 0.9
"""Share of a strip that must be free for it to count."""

SIDES = ("front", "back", "left", "right")
_GRID = 8
_LOW, _HIGH = 0.05, 1.8
_SEATED_HEIGHT = 1.3


@dataclass(frozen=True, eq=False)
class Clearance:
    """S strips. `body`: (S,). `side`: (S,) index into `SIDES`. `free`: (S,) share that is free. `corners`: (S, 4, 2) of each strip,
    metres (x, z). `inside`: for each strip the numbers of the bodies that stand in it."""

    body: IntArray
    side: IntArray
    free: FloatArray
    corners: FloatArray
    inside: tuple[tuple[int, ...], ...]

    @property
    def share(self) -> float:
        """Share of the strips that are free enough; 1 where there are none."""
        return float((self.free >= ENOUGH).mean()) if len(self.free) else 1.0

    def notes(self, evidence: Evidence) -> tuple[str, ...]:
        """One line for each strip that is not free enough."""
        return tuple(
            f"{evidence.bodies.path[int(b)]} has {100 * f:.0f} % of its {SIDES[int(s)]} clearance free"
            for b, s, f in zip(self.body, self.side, self.free, strict=True)
            if f < ENOUGH
        )


def judge_clearance(evidence: Evidence, below: tuple[tuple[int, ...], ...]) -> Clearance:
    """How free the requested clearances are.

    Args:
        below: for each body the numbers of those that it rests on.
    """
    body, side = np.nonzero((evidence.bodies.clearance > 0.0) & evidence.judged[:, None])
    return judge_strips(evidence, below, body, side, evidence.bodies.clearance[body, side])


def judge_strips(
    evidence: Evidence,
    below: tuple[tuple[int, ...], ...],
    body: IntArray,
    side: IntArray,
    depth: FloatArray,
    *,
    sitting: bool = False,
) -> Clearance:
    """How free strips of floor are, each as wide as its body.

    Args:
        below: for each body the numbers of those that it rests on.
        body, side: (S,) as in :class:`Clearance`.
        depth: (S,) metres.
        sitting: the room to sit down: everything up to the height of somebody who sits is an obstacle, also the table that the seat
            belongs to.
    """
    body, side = body.astype(np.int32), side.astype(np.int32)
    corners = _on_strips(evidence, body, side, depth, np.array([-1.0, 1.0, 1.0, -1.0]), np.array([0.0, 0.0, 1.0, 1.0]))
    if body.size == 0:
        return Clearance(body, side, np.zeros(0), corners, ())
    steps = (np.arange(_GRID) + 0.5) / _GRID
    along, out = (g.reshape(-1) for g in np.meshgrid(2.0 * steps - 1.0, steps, indexing="ij"))
    points = _on_strips(evidence, body, side, depth, along, out)
    blocked = np.zeros(points.shape[:2], dtype=bool)
    room = evidence.room
    if room is not None:
        limit = 0.5 * np.array([room.width, room.depth]) + 1e-6
        blocked |= (np.abs(points) > limit).any(axis=2)
    bottom = evidence.low[body, 1] + _LOW
    reach = np.full(len(body), np.inf) if sitting else evidence.high[body, 1]
    limit_up = _SEATED_HEIGHT if sitting else _HIGH
    top = np.maximum(np.minimum(reach, evidence.low[body, 1] + limit_up), bottom + 0.3)
    low = np.stack([points[..., 0].min(1), bottom, points[..., 1].min(1)], axis=1)
    high = np.stack([points[..., 0].max(1), top, points[..., 1].max(1)], axis=1)
    n = len(evidence)
    solids = with_boxes(evidence.solids, low, high)
    near = _obstacles(evidence, body, low, high, below, sitting)
    pairs = np.argwhere(near).astype(np.int32)[:, ::-1] + np.array([0, n], dtype=np.int32)
    inside: list[set[int]] = [set() for _ in range(len(body))]
    for _, piece, strip in piece_pairs(solids, pairs, 0.0):
        of = solids.body[strip] - n
        under, over = column_spans(solids, piece, points[of])
        met = (under < top[of, None]) & (over > bottom[of, None])
        rows, columns = np.nonzero(met)
        blocked[of[rows], columns] = True
        for row in np.unique(rows).tolist():
            inside[int(of[row])].add(int(solids.body[piece[row]]))
    return Clearance(body, side, 1.0 - blocked.mean(axis=1), corners, tuple(tuple(sorted(one)) for one in inside))


def _on_strips(
    evidence: Evidence, body: IntArray, side: IntArray, depth: FloatArray, along: FloatArray, out: FloatArray
) -> FloatArray:
    """(S, K, 2) points (x, z) of each strip. `along`: (K,) -1 to 1 over its width. `out`: (K,) 0 at the body to 1 at its depth."""
    half = evidence.bodies.half[body]
    ahead = side < 2  # front and back run along z, left and right along x
    sign = np.array([1.0, -1.0, 1.0, -1.0])[side]  # a body that faces +z has its own left at +x
    across = np.where(ahead, half[:, 0], half[:, 1])[:, None] * along
    away = sign[:, None] * (np.where(ahead, half[:, 1], half[:, 0])[:, None] + depth[:, None] * out)
    x, z = np.where(ahead[:, None], across, away), np.where(ahead[:, None], away, across)
    m = evidence.world_from_body[body]
    world_x = m[:, 0, 0, None] * x + m[:, 0, 2, None] * z + m[:, 0, 3, None]
    world_z = m[:, 2, 0, None] * x + m[:, 2, 2, None] * z + m[:, 2, 3, None]
    return np.stack([world_x, world_z], axis=2)


def _obstacles(
    evidence: Evidence,
    body: IntArray,
    low: FloatArray,
    high: FloatArray,
    below: tuple[tuple[int, ...], ...],
    sitting: bool,
) -> BoolArray:
    """(S, N) bool, bodies that may be obstacles in each strip."""
    near: BoolArray = (evidence.low[None] < high[:, None]).all(axis=2) & (evidence.high[None] > low[:, None]).all(
        axis=2
    )
    near &= ~(evidence.rugs | evidence.loose)[None]
    near[np.arange(len(body)), body] = False
    related = () if sitting else evidence.related()
    of = {int(b): np.flatnonzero(body == b) for b in np.unique(body)}
    for a, b in related:
        for one, other in ((a, b), (b, a)):
            if one in of:
                near[of[one], other] = False
    for a, others in enumerate(below):
        for b in others:
            for one, other in ((a, b), (b, a)):
                if one in of:
                    near[of[one], other] = False
    if sitting:
        return near
    front = evidence.world_from_body[:, (0, 2), 2]
    middle = 0.5 * (evidence.low + evidence.high)[:, (0, 2)]
    low_enough = evidence.high[:, 1] - evidence.low[:, 1] < _SEATED_HEIGHT
    for b, strips in of.items():
        with np.errstate(invalid="ignore"):
            toward = evidence.world_from_body[b, (0, 2), 3] - middle
            length = np.linalg.norm(toward, axis=1) * np.linalg.norm(front, axis=1)
            seated = low_enough & ((front * toward).sum(axis=1) > 0.85 * np.maximum(length, 1e-12))
        near[np.ix_(strips, np.flatnonzero(seated))] = False
    return near
