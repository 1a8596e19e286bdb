"""Collisions: bodies that intersect deeper than a tolerance, by their exact shapes.

Not counted: two bodies that are fixed; what stands on, or sinks through, a rug; cushions and bedding that sink into what
bears them, by no more than :data:`scene.layout.certify.evidence.SINK`; what a relation puts ``inside`` another and lies within its box.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scene.layout.certify.depth import push_depth
from scene.layout.certify.evidence import FLAT, SINK, Evidence, metres, triple
from scene.layout.certify.pairs import box_pairs, piece_pairs
from scene.layout.certify.solids import BoolArray
from scene.layout.certify.violations import Violation, ViolationKind
from scene.model import FloatArray, IntArray

__all__ = ["TOLERANCE", "Collisions", "find_collisions"]

TOLERANCE = 1e-3
"""Metres that bodies may intersect: what touches does so to within rounding."""

_INSIDE_SLACK = 5e-3
_MOST = 1000
"""Colliding pairs after which the search stops: the layout is far from done."""

_MOST_MEASURED = 200
_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Collisions:
    """`violations`: deepest first. `by_design`: pairs of bodies that intersect and may. `complete`: False where the search stopped
    early, at a thousand pairs."""

    violations: tuple[Violation, ...]
    by_design: tuple[tuple[int, int], ...] = ()
    complete: bool = True


def find_collisions(evidence: Evidence, *, tolerance: float = TOLERANCE) -> Collisions:
    """Every pair of bodies that intersect deeper than `tolerance` metres, by their convex pieces and surfaces."""
    low, high = evidence.low, evidence.high
    bodies = box_pairs(low, high, -tolerance)
    bodies = bodies[~(evidence.bodies.fixed[bodies].all(axis=1))]
    excused = _excused_by_box(evidence, bodies)
    found: list[tuple[IntArray, IntArray, IntArray]] = []
    count = 0
    for start in range(0, len(bodies), _BATCH):
        batch = bodies[start : start + _BATCH]
        for pair, a, b in piece_pairs(evidence.solids, batch, -tolerance):
            met = evidence.meeting.meet(a, b, -0.5 * tolerance)
            rows = pair[met] + start
            found.append((rows, a[met], b[met]))
            count += len(np.unique(rows[~excused[rows]]))
            if count > _MOST:
                break
        if count > _MOST:
            break
    if not found:
        return Collisions(())
    pair, a, b = (np.concatenate([f[k] for f in found]) for k in range(3))
    excused[_sunk_in(evidence, bodies, np.unique(pair[~excused[pair]]), tolerance)] = True
    wrong = ~excused[pair]
    by_design = bodies[np.unique(pair[~wrong])].tolist()
    return Collisions(
        _measured(evidence, bodies, pair[wrong], a[wrong], b[wrong]),
        tuple((i, j) for i, j in by_design),
        complete=count <= _MOST,
    )


def _excused_by_box(evidence: Evidence, pairs: IntArray) -> BoolArray:
    low, high = evidence.low, evidence.high
    i, j = pairs[:, 0], pairs[:, 1]
    rug = evidence.rugs
    shared = np.minimum(high[i, 1], high[j, 1]) - np.maximum(low[i, 1], low[j, 1])
    excused: BoolArray = (rug[i] != rug[j]) & (shared <= FLAT)
    if evidence.inside:
        for row, (one, two) in enumerate(zip(i.tolist(), j.tolist(), strict=True)):
            for inner, outer in ((one, two), (two, one)):
                if (inner, outer) in evidence.inside:
                    over = np.maximum(low[outer] - low[inner], high[inner] - high[outer])
                    over[1] = low[outer, 1] - low[inner, 1]  # flowers rise out of their vase
                    excused[row] |= bool((over <= _INSIDE_SLACK).all())
    return excused


def _sunk_in(evidence: Evidence, bodies: IntArray, rows: IntArray, tolerance: float) -> list[int]:
    """Those of some rows of pairs (M, 2) in which a soft body comes free of what bears it, or what it bears of it, when the
    upper one is raised by SINK."""
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


def _measured(evidence: Evidence, bodies: IntArray, pair: IntArray, a: IntArray, b: IntArray) -> tuple[Violation, ...]:
    """One violation a pair of bodies, at the pieces that intersect deepest."""
    rows = np.unique(pair)
    solids = evidence.solids
    chosen = np.concatenate([np.flatnonzero(pair == r)[:_MOST_MEASURED] for r in rows]) if rows.size else rows
    depth = push_depth(evidence.meeting, a[chosen], b[chosen])
    out = []
    for row in rows.tolist():
        mine = np.flatnonzero(pair[chosen] == row)
        k = int(mine[depth[mine].argmax()])
        one, two = int(a[chosen[k]]), int(b[chosen[k]])
        place: FloatArray = 0.5 * (
            np.maximum(solids.low[one], solids.low[two]) + np.minimum(solids.high[one], solids.high[two])
        )
        first, second = (evidence.bodies.path[n] for n in bodies[row])
        figure = float(depth[k])
        message = f"{first} and {second} intersect by {metres(figure)}"
        out.append(Violation(ViolationKind.COLLISION, (first, second), figure, triple(place), message))
    return tuple(sorted(out, key=lambda v: -v.figure))
