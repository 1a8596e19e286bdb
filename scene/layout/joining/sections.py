"""The overlap of two bodies, sampled along vertical lines, to recognise how one sits in, or runs through, the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scenewright.scene.layout.certify import Evidence, body_points, column_spans, grid_points
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["GRID", "NEAR", "Sections", "Shared"]

NEAR = 1e-2
"""Metres of distance up to which bodies touch."""

_MET_AT_ONCE = 2_000_000
"""Spans of two bodies that are compared at a time."""

GRID = 15
"""Vertical lines along each side of the common footprint of two bodies."""


@dataclass(frozen=True, eq=False)
class Shared:
    """The overlap of two bodies along vertical lines at `points` (K, 2) of their common footprint. `bottom`, `top`: (K,) heights of
    those pieces of the second that the first overlaps, inf and -inf for none. `low`, `high`: (K,) heights of the first."""

    points: FloatArray
    bottom: FloatArray
    top: FloatArray
    low: FloatArray
    high: FloatArray

    @cached_property
    def met(self) -> IntArray:
        """Indices of the lines along which the two overlap."""
        return np.flatnonzero(self.top > self.bottom).astype(np.int32)


class Sections:
    """Vertical sections of the bodies of one evidence."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self._outlines: dict[int, FloatArray | None] = {}

    def shared(self, a: int, b: int) -> Shared:
        evidence = self.evidence
        low = np.maximum(evidence.low[a], evidence.low[b])[[0, 2]]
        high = np.minimum(evidence.high[a], evidence.high[b])[[0, 2]]
        points = grid_points(low[None], high[None], GRID)[0]
        bottom_a, top_a = self.spans(a, points)
        bottom_b, top_b = self.spans(b, points)
        bottom, top = np.full(len(points), np.inf), np.full(len(points), -np.inf)
        step = max(1, _MET_AT_ONCE // max(top_b.size, 1))
        for first in range(0, len(top_a), step):
            low_a, high_a = bottom_a[first : first + step, None], top_a[first : first + step, None]
            meets = np.minimum(high_a, top_b[None]) - np.maximum(low_a, bottom_b[None]) > 1e-3
            bottom = np.minimum(bottom, np.where(meets, bottom_b[None], np.inf).min(axis=(0, 1)))
            top = np.maximum(top, np.where(meets, top_b[None], -np.inf).max(axis=(0, 1)))
        return Shared(points, bottom, top, bottom_a.min(axis=0), top_a.max(axis=0))

    def spans(self, body: int, points: FloatArray) -> tuple[FloatArray, FloatArray]:
        """(P, K) heights at which vertical lines at points (K, 2) enter, and (P, K) leave, the pieces of a body; inf and -inf for none."""
        solids = self.evidence.solids
        pieces = np.arange(solids.start[body], solids.start[body + 1], dtype=np.int32)
        beside = (solids.low[pieces][:, [0, 2]] <= points.max(axis=0)) & (
            solids.high[pieces][:, [0, 2]] >= points.min(axis=0)
        )
        pieces = pieces[beside.all(axis=1)]
        if not len(pieces):
            return np.full((1, len(points)), np.inf), np.full((1, len(points)), -np.inf)
        return column_spans(solids, pieces, np.broadcast_to(points, (len(pieces), *points.shape)))

    def within(self, a: int, b: int) -> float:
        """The share of the footprint of a that lies within the convex outline of b."""
        evidence = self.evidence
        points = grid_points(evidence.low[[a]][:, [0, 2]], evidence.high[[a]][:, [0, 2]], GRID)[0]
        bottom, top = self.spans(a, points)
        points = points[(bottom <= top).any(axis=0)]
        if not len(points):
            return 0.0
        outline = self._outline(b)
        if outline is None:
            return 0.0
        beyond = (points @ outline[:, :2].T + outline[:, 2]).max(axis=1)
        return float((beyond <= 1e-3).mean())

    def _outline(self, body: int) -> FloatArray | None:
        """(E, 3) lines around a body seen from above, outside positive; None where it has no area."""
        if body not in self._outlines:
            from scipy.spatial import ConvexHull, QhullError

            try:
                self._outlines[body] = ConvexHull(body_points(self.evidence.solids, body)[:, [0, 2]]).equations
            except QhullError:
                self._outlines[body] = None
        return self._outlines[body]

    def section(self, a: int, shared: Shared) -> FloatArray:
        """(2, 2) least and greatest corner (x, z) of the pieces of a at the height at which it overlaps b."""
        solids = self.evidence.solids
        pieces = np.arange(solids.start[a], solids.start[a + 1])
        low, high = float(np.median(shared.bottom[shared.met])), float(np.median(shared.top[shared.met]))
        level = pieces[(solids.low[pieces, 1] < high) & (solids.high[pieces, 1] > low)]
        lo, hi = solids.low[level][:, [0, 2]], solids.high[level][:, [0, 2]]
        return np.stack([lo.min(axis=0), hi.max(axis=0)])

    def inner(self, points: FloatArray, b: int) -> bool:
        """Whether points (x, z) lie inside b's box, away from its edge."""
        low, high = self.evidence.low[b, [0, 2]], self.evidence.high[b, [0, 2]]
        return bool((points > low + NEAR).all() and (points < high - NEAR).all())

    def walled(self, a: int, b: int) -> int:
        """On how many of four sides b surrounds a; 0 where b fills most of a's box."""
        evidence, solids = self.evidence, self.evidence.solids
        steps = np.array([0.2, 0.5, 0.8])
        low, high = evidence.low[a], evidence.high[a]
        u, v, w = (g.reshape(-1) for g in np.meshgrid(steps, steps, steps, indexing="ij"))
        points = low + (high - low) * np.stack([u, v, w], axis=1)
        bottom, top = self.spans(b, points[:, [0, 2]])
        free = ~((bottom <= points[:, 1]) & (top >= points[:, 1])).any(axis=0)
        if free.mean() < 0.5:
            return 0
        points = points[free]
        pieces = np.arange(solids.start[b], solids.start[b + 1])
        lo, hi = solids.low[pieces], solids.high[pieces]
        inside = (lo[None] <= points[:, None]) & (points[:, None] <= hi[None])
        sides = 0
        for axis in (0, 2):
            level = inside[:, :, 1] & inside[:, :, 2 - axis]
            beyond = (level & (hi[None, :, axis] > points[:, None, axis])).any(axis=1)
            before = (level & (lo[None, :, axis] < points[:, None, axis])).any(axis=1)
            sides += int(beyond.mean() >= 0.5) + int(before.mean() >= 0.5)
        return sides
