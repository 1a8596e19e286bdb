"""Collisions: bodies that intersect deeper than a tolerance, by their exact shapes.

These do not count: two fixed bodies, or two joined by design; bodies that stand on, or sink through, a rug; cushions and bedding
that sink into their support by at most :data:`scenewright.scene.layout.certify.evidence.SINK`; a body that a relation puts
``inside`` another and that lies within its box; what stands on a flat, small and loose thing such as a magazine, which is a remark.
Overlaps within the tolerance are reported as slight.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.certify.depth import push_of
from scenewright.scene.layout.certify.evidence import FLAT, SINK, Evidence, metres
from scenewright.scene.layout.certify.pairs import box_pairs, piece_pairs
from scenewright.scene.layout.certify.slight import Slight, SlightKind
from scenewright.scene.layout.certify.solids import BoolArray
from scenewright.scene.layout.certify.tolerances import COLLISION, SLIGHT_OVERLAP
from scenewright.scene.layout.certify.violations import Violation, ViolationKind
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["Collisions", "find_collisions"]

_INSIDE_SLACK = 5e-3
_LEVEL = 0.02
"""Metres that what stands on a loose thing may reach below it."""

_MOST = 1000
"""Colliding pairs after which the search stops, since the layout is far from done."""

_MOST_MEASURED = 200
_FURTHEST = 1.0
_DIRECTIONS = np.concatenate(
    [[[0.0, 1.0, 0.0], [0.0, -1.0, 0.0]], [[np.cos(a), 0.0, np.sin(a)] for a in np.arange(8) * (np.pi / 4.0)]]
)
_UPRIGHT = 0.7
"""Cosine between a push and the vertical from which the push is vertical."""

_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Collisions:
    """`violations`: the deepest first. `by_design`: pairs of bodies that may intersect and do. `slight`: pairs that intersect within the
    tolerance. `trodden`: (loose, other) of bodies that stand on a loose thing. `complete`: False where the search stopped early, at a
    thousand pairs."""

    violations: tuple[Violation, ...]
    by_design: tuple[tuple[int, int], ...] = ()
    slight: tuple[Slight, ...] = ()
    complete: bool = True
    trodden: tuple[tuple[int, int], ...] = ()

    def notes(self, evidence: Evidence) -> tuple[str, ...]:
        """One line for each loose thing that others stand on."""
        path = evidence.bodies.path
        return tuple(f"{path[loose]} lies under {path[other]}" for loose, other in self.trodden)


def find_collisions(evidence: Evidence, *, tolerance: float = COLLISION) -> Collisions:
    """Find all pairs of bodies that intersect deeper than `tolerance` metres."""
    least = min(SLIGHT_OVERLAP, tolerance)
    low, high = evidence.low, evidence.high
    bodies = box_pairs(low, high, -least)
    bodies = bodies[~(evidence.bodies.fixed[bodies].all(axis=1) | evidence.may_meet(bodies))]
    excused = _excused_by_box(evidence, bodies)
    hits: list[tuple[IntArray, IntArray, IntArray]] = []
    count = 0
    for start in range(0, len(bodies), _BATCH):
        batch = bodies[start : start + _BATCH]
        for pair, a, b in piece_pairs(evidence.solids, batch, -least):
            met = evidence.meeting.meet(a, b, -0.5 * least)
            rows = pair[met] + start
            hits.append((rows, a[met], b[met]))
            deep = _deep_by_box(evidence, a[met], b[met], tolerance)
            count += len(np.unique(rows[deep & ~excused[rows]]))
            if count > _MOST:
                break
        if count > _MOST:
            break
    if not hits:
        return Collisions(())
    pair, a, b = (np.concatenate([hit[k] for hit in hits]) for k in range(3))
    excused[_sunk_in(evidence, bodies, np.unique(pair[~excused[pair]]), least)] = True
    wrong = ~excused[pair]
    by_design = bodies[np.unique(pair[~wrong])]
    trodden = by_design[_on_loose(evidence, by_design)].tolist()
    violations, slight = _measured(evidence, bodies, pair[wrong], a[wrong], b[wrong], tolerance)
    return Collisions(
        violations,
        tuple((i, j) for i, j in by_design.tolist()),
        slight,
        count <= _MOST,
        tuple((i, j) if evidence.loose[i] else (j, i) for i, j in trodden),
    )


def _deep_by_box(evidence: Evidence, a: IntArray, b: IntArray, tolerance: float) -> BoolArray:
    """(M,) whether the boxes of two pieces intersect deeper than `tolerance`."""
    low, high = evidence.solids.low, evidence.solids.high
    deep: BoolArray = (np.minimum(high[a], high[b]) - np.maximum(low[a], low[b]) > tolerance).all(axis=1)
    return deep


def _excused_by_box(evidence: Evidence, pairs: IntArray) -> BoolArray:
    low, high = evidence.low, evidence.high
    i, j = pairs[:, 0], pairs[:, 1]
    rug = evidence.rugs
    shared = np.minimum(high[i, 1], high[j, 1]) - np.maximum(low[i, 1], low[j, 1])
    excused: BoolArray = (rug[i] != rug[j]) & (shared <= FLAT)
    excused |= _on_loose(evidence, pairs)
    if evidence.inside:
        for row, (one, two) in enumerate(zip(i.tolist(), j.tolist(), strict=True)):
            for inner, outer in ((one, two), (two, one)):
                if (inner, outer) in evidence.inside:
                    over = np.maximum(low[outer] - low[inner], high[inner] - high[outer])
                    over[1] = low[outer, 1] - low[inner, 1]  # flowers rise out of their vase
                    excused[row] |= bool((over <= _INSIDE_SLACK).all())
    return excused


def _on_loose(evidence: Evidence, pairs: IntArray) -> BoolArray:
    """(M,) whether of two bodies one is loose and the other reaches no further down: it stands on it."""
    loose, low = evidence.loose, evidence.low[:, 1]
    i, j = pairs[:, 0], pairs[:, 1]
    under = np.where(loose[i], low[i] - low[j], low[j] - low[i])
    stands: BoolArray = (loose[i] != loose[j]) & (under <= _LEVEL)
    return stands


def _sunk_in(evidence: Evidence, bodies: IntArray, rows: IntArray, tolerance: float) -> list[int]:
    """Those of the `rows` of pairs `bodies` (M, 2) in which one body is soft, and raising the upper one by SINK parts the two."""
    soft, low = evidence.soft, evidence.low
    sunk = []
    for row in rows.tolist():
        i, j = bodies[row].tolist()
        if not (soft[i] or soft[j]):
            continue
        raised = np.array([0.0, SINK if low[i, 1] >= low[j, 1] else -SINK, 0.0])
        pieces = piece_pairs(evidence.solids, bodies[row : row + 1], SINK)
        if not any(evidence.meeting.meet(a, b, -0.5 * tolerance, raised).any() for _, a, b in pieces):
            sunk.append(row)
    return sunk


def _measured(
    evidence: Evidence, bodies: IntArray, pair: IntArray, a: IntArray, b: IntArray, tolerance: float
) -> tuple[tuple[Violation, ...], tuple[Slight, ...]]:
    """For each pair of bodies a violation at the pieces that intersect deepest, or a slight overlap where a push of at most
    `tolerance` parts the bodies."""
    solids = evidence.solids
    shared = (np.minimum(solids.high[a], solids.high[b]) - np.maximum(solids.low[a], solids.low[b])).min(axis=1)
    order = np.lexsort((-shared, pair))  # for each pair of bodies, pieces whose boxes overlap most come first
    rows, first = np.unique(pair[order], return_index=True)
    rank = np.arange(len(order)) - np.repeat(first, np.diff([*first, len(order)]))
    chosen = order[rank < _MOST_MEASURED]
    starts = np.searchsorted(pair[chosen], [*rows, np.inf]).tolist()
    depth, way = push_of(evidence.meeting, a[chosen], b[chosen])
    out, slight = [], []
    for n, row in enumerate(rows.tolist()):
        k = starts[n] + int(depth[starts[n] : starts[n + 1]].argmax())
        one, two = int(a[chosen[k]]), int(b[chosen[k]])
        figure = float(depth[k])
        if figure <= tolerance:
            pushes = _Pushes(evidence, int(bodies[row, 0]), int(bodies[row, 1]))
            push = pushes.least(figure, way[k], tolerance)
            if push is not None:
                slight.append(_slight(evidence, pushes.one, pushes.two, push))
                continue
            figure = pushes.further(tolerance)
        place: FloatArray = 0.5 * (
            np.maximum(solids.low[one], solids.low[two]) + np.minimum(solids.high[one], solids.high[two])
        )
        paths = (evidence.bodies.path[int(bodies[row, 0])], evidence.bodies.path[int(bodies[row, 1])])
        message = f"{paths[0]} and {paths[1]} intersect by {metres(figure)}"
        out.append(Violation(ViolationKind.COLLISION, paths, figure, evidence.place(place), message))
    return tuple(sorted(out, key=lambda v: -v.figure)), tuple(slight)


class _Pushes:
    """Pushes that part two whole bodies. The depth of single pieces is not enough for that: think of wires between wires."""

    def __init__(self, evidence: Evidence, one: int, two: int) -> None:
        self.evidence, self.one, self.two = evidence, one, two

    def least(self, depth: float, way: FloatArray, tolerance: float) -> FloatArray | None:
        """(3,) a vertical or horizontal push of the first body, of about `tolerance` at most, that parts it from the second; None where
        there is none. The push of the deepest pieces, by `depth` along `way`, is tried first."""
        for push in self._along(depth, way):
            if self._parts(push, tolerance):
                return push
        for by in (1.05 * depth, tolerance):
            for direction in _DIRECTIONS:
                if self._parts(by * direction, tolerance):
                    return np.asarray(by * direction)
        # the push of the deepest pieces may be neither horizontal nor vertical
        return None if not self._parts(depth * way, tolerance) else self._along(depth, way)[0]

    def further(self, tolerance: float) -> float:
        """About how far the first body must go, where `tolerance` is not enough: found by doubling."""
        by = 2.0 * tolerance
        while by < _FURTHEST and not any(self._parts(by * d, by) for d in _DIRECTIONS):
            by *= 2.0
        return by

    def _along(self, depth: float, way: FloatArray) -> list[FloatArray]:
        flat = float(np.hypot(way[0], way[2]))
        upright = np.array([0.0, depth / way[1], 0.0]) if abs(way[1]) > _UPRIGHT else None
        level = np.array([way[0], 0.0, way[2]]) * (depth / (flat * flat)) if flat > _UPRIGHT else None
        return [p for p in (upright, level) if p is not None]

    def _parts(self, push: FloatArray, reach: float) -> bool:
        pair = np.array([[self.one, self.two]], dtype=np.int32)
        meet = self.evidence.meeting.meet
        least = -0.5 * SLIGHT_OVERLAP
        pieces = piece_pairs(self.evidence.solids, pair, 2.0 * reach)
        return not any(meet(a, b, least, push).any() for _, a, b in pieces)


def _slight(evidence: Evidence, one: int, two: int, push: FloatArray) -> Slight:
    """The slight overlap of two bodies that a push of the first parts. The body that can move, or the upper one, is named first."""
    still = evidence.still
    if (still[one] and not still[two]) or (push[1] < 0.0 and not still[two]):
        one, two, push = two, one, -push
    paths, by = (evidence.bodies.path[one], evidence.bodies.path[two]), float(np.linalg.norm(push))
    if push[1] != 0.0:
        return Slight(SlightKind.OVERLAP, paths, by, dy=float(push[1]))
    return Slight(SlightKind.OVERLAP, paths, by, direction=(float(push[0]) / by, float(push[2]) / by))
