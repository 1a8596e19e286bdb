"""Contact points: where the underside of one body is within a tolerance of the top of another, or of the floor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.certify.columns import column_spans, grid_points, surface_heights
from scenewright.scene.layout.certify.evidence import FLAT, Evidence
from scenewright.scene.layout.certify.pairs import box_pairs, piece_pairs
from scenewright.scene.layout.certify.solids import BoolArray, Solids
from scenewright.scene.layout.certify.tolerances import SUNK
from scenewright.scene.model import FloatArray, IntArray, PrimitiveKind

__all__ = ["FLOOR", "Contacts", "find_base", "find_contacts"]

FLOOR = -1
"""Stands for a body in :attr:`Contacts.below`."""

_COARSE, _FINE = 5, 21
_SUNK_SURFACE = 5e-3
"""Metres that a body and an open surface may be sunk into each other; an open surface has no inside."""

_INWARD = 1e-3
_ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Contacts:
    """C points. `above`: (C,) the body that rests there. `below`: (C,) the body that it rests on, or FLOOR. `point`: (C, 2) metres
    (x, z). `gap`: (C,) metres between the two; negative where it is sunk in."""

    above: IntArray
    below: IntArray
    point: FloatArray
    gap: FloatArray

    def joined(self, other: Contacts) -> Contacts:
        return Contacts(
            np.concatenate([self.above, other.above]),
            np.concatenate([self.below, other.below]),
            np.concatenate([self.point, other.point]),
            np.concatenate([self.gap, other.gap]),
        )

    def of(self, chosen: BoolArray) -> Contacts:
        """The chosen contacts; `chosen`: (C,) bool."""
        return Contacts(self.above[chosen], self.below[chosen], self.point[chosen], self.gap[chosen])


def find_contacts(evidence: Evidence, tolerance: float, *, only: IntArray | None = None) -> Contacts:
    """Points at which bodies are within `tolerance` metres above another body or the floor, or sink into it a little.

    Undersides and tops are sampled on a grid over the common footprint of two pieces. A body may sink into rugs and cushions as far
    as these yield, and wholly into a body that a relation puts it inside. Other bodies that are sunk in also collide.

    Args:
        only: numbers of bodies to sample on a finer grid; by default all, on a coarse one.
    """
    count = _COARSE if only is None else _FINE
    sampled = _sampled(evidence, only)
    contacts = _on_level(evidence, tolerance, np.zeros(len(evidence)), sampled, count)
    pairs = box_pairs(evidence.low, evidence.high, tolerance)
    pairs = pairs[sampled[pairs].any(axis=1)]
    for _, a, b in piece_pairs(evidence.solids, pairs, tolerance):
        contacts = contacts.joined(_on_bodies(evidence, a, b, tolerance, sampled, count))
    return contacts


def _most_sunk(evidence: Evidence, a: IntArray, b: IntArray) -> FloatArray:
    """(M,) metres that pieces `a` may be sunk into pieces `b` below and still rest on them."""
    upper, lower = evidence.solids.body[a], evidence.solids.body[b]
    convex = evidence.solids.convex[a] & evidence.solids.convex[b]
    depth = np.where(evidence.rugs[lower], FLAT, np.where(convex, SUNK, _SUNK_SURFACE))
    depth[_put_inside(evidence, upper, lower)] = np.inf
    return depth


def _put_inside(evidence: Evidence, inner: IntArray, outer: IntArray) -> BoolArray:
    """(M,) whether a relation puts body `inner` (M,) inside body `outer` (M,)."""
    if not evidence.inside:
        return np.zeros(len(inner), dtype=bool)
    n = len(evidence)
    keys = np.array([a * n + b for a, b in evidence.inside], dtype=np.int64)
    return np.isin(inner.astype(np.int64) * n + outer, keys)


def find_base(evidence: Evidence, tolerance: float | FloatArray, *, only: IntArray | None = None) -> Contacts:
    """Points at which each body would touch level ground at the height of its lowest point, or that of the bodies joined with it.

    Args:
        tolerance: metres, one for all or (N,).
        only: as in :func:`find_contacts`.
    """
    sampled = _sampled(evidence, only) & evidence.judged
    return _on_level(evidence, tolerance, evidence.foot, sampled, _COARSE if only is None else _FINE)


def _sampled(evidence: Evidence, only: IntArray | None) -> BoolArray:
    if only is None:
        return evidence.solids.filled
    sampled = np.zeros(len(evidence), dtype=bool)
    sampled[only] = True
    return sampled & evidence.solids.filled


def _on_level(
    evidence: Evidence, tolerance: float | FloatArray, level: FloatArray, sampled: BoolArray, count: int
) -> Contacts:
    """Contacts with level ground at a height `level` (N,) of its own for each body."""
    solids = evidence.solids
    ground = level[solids.body]
    slack = np.broadcast_to(tolerance, len(evidence))[solids.body]
    pieces = np.flatnonzero(sampled[solids.body] & (solids.low[:, 1] <= ground + slack)).astype(np.int32)
    if pieces.size == 0:
        return _none()
    points = np.concatenate(
        [grid_points(solids.low[pieces][:, (0, 2)], solids.high[pieces][:, (0, 2)], count), _lowest(solids, pieces)],
        axis=1,
    )
    above_ground = column_spans(solids, pieces, points)[0] - ground[pieces, None]
    rows, columns = np.nonzero((above_ground <= slack[pieces, None]) & (above_ground >= -FLAT))
    above = solids.body[pieces[rows]]
    below = np.full(len(above), FLOOR, dtype=np.int32)
    return Contacts(above, below, points[rows, columns], above_ground[rows, columns])


def _on_bodies(
    evidence: Evidence, a: IntArray, b: IntArray, tolerance: float, sampled: BoolArray, count: int
) -> Contacts:
    solids = evidence.solids
    low = np.maximum(solids.low[a], solids.low[b])[:, (0, 2)]
    high = np.minimum(solids.high[a], solids.high[b])[:, (0, 2)]
    shared = (low <= high).all(axis=1) & _may_rest(evidence, a, b, tolerance)
    a, b, low, high = a[shared], b[shared], low[shared], high[shared]
    contacts = _none()
    step = max(1, 2_000_000 // (count * count))
    for start in range(0, len(a), step):
        part = slice(start, start + step)
        one, two = a[part], b[part]
        points = np.concatenate(
            [grid_points(low[part], high[part], count), _lowest(solids, one), _lowest(solids, two)], axis=1
        )
        under_one, over_one = _faces(solids, one, points)
        under_two, over_two = _faces(solids, two, points)
        spans = (under_one, over_one, under_two, over_two)
        for upper, lower, (under, top, foot, over) in ((one, two, spans), (two, one, (*spans[2:], *spans[:2]))):
            gap = under[:, :, :, None] - over[:, :, None, :]
            touches = (gap <= tolerance) & (gap >= -_most_sunk(evidence, upper, lower)[:, None, None, None])
            touches &= (gap >= -_ROUNDING) | _begins_above(evidence, upper, lower, under, top, foot, over)[
                ..., None, None
            ]
            rests = touches.any(axis=(2, 3))
            least = np.where(touches, gap, np.inf).min(axis=(2, 3))
            # a rug rests on the floor or a fixed body, not on the feet that sink through it
            bears = ~evidence.rugs[solids.body[upper]] | evidence.rugs[solids.body[lower]]
            bears |= evidence.bodies.fixed[solids.body[lower]]
            rests &= (sampled[solids.body[upper]] & bears)[:, None]
            rows, columns = np.nonzero(rests)
            above, below = solids.body[upper[rows]], solids.body[lower[rows]]
            contacts = contacts.joined(Contacts(above, below, points[rows, columns], least[rows, columns]))
    return contacts


def _begins_above(
    evidence: Evidence,
    upper: IntArray,
    lower: IntArray,
    under: FloatArray,
    top: FloatArray,
    foot: FloatArray,
    over: FloatArray,
) -> BoolArray:
    """(M, K) whether a piece, on a vertical line, begins and ends higher than the other, so that it may have sunk into it from above.
    Always true of open surfaces, and of a body that a relation puts inside the other."""
    solids = evidence.solids
    may = ~(solids.convex[upper] & solids.convex[lower])
    may |= _put_inside(evidence, solids.body[upper], solids.body[lower])
    with np.errstate(invalid="ignore"):
        above = (under[..., 0] >= foot[..., 0] - _ROUNDING) & (top[..., 0] >= over[..., 0] - _ROUNDING)
    begins_above: BoolArray = above | may[:, None]
    return begins_above


def _may_rest(evidence: Evidence, a: IntArray, b: IntArray, tolerance: float) -> BoolArray:
    """(M,) whether one of two pieces may rest on the other: false for two level pieces whose underside and top are too far apart. This
    excludes nearly all pairs in a heap of boxes."""
    solids = evidence.solids
    level = _level(solids)
    may = ~(level[a] & level[b])
    for upper, lower in ((a, b), (b, a)):
        gap = solids.low[upper, 1] - solids.high[lower, 1]
        most = _most_sunk(evidence, upper, lower)
        may |= (gap <= tolerance + _ROUNDING) & (gap >= -most - _ROUNDING)
    return may


def _level(solids: Solids) -> BoolArray:
    """(P,) bool, upright boxes and cylinders, whose undersides and tops are level."""
    m = solids.world_from_unit
    upright = (np.abs(m[:, 1, (0, 2)]) < _ROUNDING).all(axis=1) & (np.abs(m[:, (0, 2), 1]) < _ROUNDING).all(axis=1)
    level: BoolArray = upright & np.isin(solids.kind, (PrimitiveKind.CUBE, PrimitiveKind.CYLINDER))
    return level


def _faces(solids: Solids, pieces: IntArray, points: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Heights (M, K, H) of undersides and of tops on vertical lines; NaN for none. Each crossing of an open surface counts as both, since
    it may be a shelf."""
    with np.errstate(invalid="ignore"):
        bottom, top = column_spans(solids, pieces, points)
    bottom, top = (np.where(np.isfinite(x), x, np.nan)[..., None] for x in (bottom, top))
    surfaces = np.flatnonzero(~solids.convex[pieces]).tolist()
    if not surfaces:
        return bottom, top
    crossings = [surface_heights(solids, int(pieces[i]), points[i]) for i in surfaces]
    most = max(c.shape[1] for c in crossings)
    faces = np.full((*points.shape[:2], most), np.nan)
    under, over = faces.copy(), faces.copy()
    under[..., :1], over[..., :1] = bottom, top
    for i, heights in zip(surfaces, crossings, strict=True):
        under[i] = over[i] = np.nan
        under[i, :, : heights.shape[1]] = over[i, :, : heights.shape[1]] = heights
    return under, over


def _lowest(solids: Solids, pieces: IntArray) -> FloatArray:
    """(M, 1, 2) x and z of the lowest point of each piece, moved a millimetre inward; the middle of a level underside."""
    m = solids.world_from_unit[pieces]
    kinds = solids.kind[pieces]
    rise = m[:, 1, :3]  # the vertical component of each of the piece's own axes
    local = np.zeros((len(pieces), 3))
    around = np.maximum(np.hypot(rise[:, 0], rise[:, 2]), 1e-12)[:, None]
    rim = -rise[:, (0, 2)] / around * (around > 1e-9)
    for kind in np.unique(kinds).tolist():
        rows = kinds == kind
        if kind == PrimitiveKind.CUBE:
            local[rows] = -0.5 * np.sign(np.where(np.abs(rise[rows]) < 1e-9, 0.0, rise[rows]))
        elif kind == PrimitiveKind.SPHERE:
            local[rows] = -rise[rows] / np.maximum(np.linalg.norm(rise[rows], axis=1, keepdims=True), 1e-12)
        elif kind in (PrimitiveKind.CYLINDER, PrimitiveKind.CONE):
            local[np.ix_(rows, (0, 2))] = rim[rows]
            flat = np.abs(rise[rows, 1]) < 1e-9
            local[rows, 1] = np.where(flat, 0.5 if kind == PrimitiveKind.CYLINDER else 0.0, rise[rows, 1] < 0.0)
            if kind == PrimitiveKind.CONE:
                tip = rows & (rise[:, 1] < -around[:, 0])
                local[rows & ~tip, 1] = 0.0
                local[tip] = [0.0, 1.0, 0.0]
        else:
            for i in np.flatnonzero(rows).tolist():
                vertices = solids.shapes[solids.shape[pieces[i]]].vertices
                height = vertices @ rise[i]
                local[i] = vertices[height <= height.min() + 1e-6].mean(axis=0)
    centre = solids.unit_boxes[0][pieces]
    arm = np.einsum("mij,mj->mi", m[:, :3, :3], local - centre)
    middle = np.einsum("mij,mj->mi", m[:, :3, :3], centre) + m[:, :3, 3]
    length = np.maximum(np.linalg.norm(arm, axis=1, keepdims=True), 1e-12)
    world = middle + arm * np.maximum(1.0 - _INWARD / length, 0.9)
    lowest: FloatArray = world[:, None, (0, 2)]
    return lowest


def _none() -> Contacts:
    return Contacts(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32), np.zeros((0, 2)), np.zeros(0))
