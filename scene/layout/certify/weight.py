"""Where the weight of a body acts, and the outline of what it stands on."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from scenewright.scene.layout.certify.contacts import Contacts, find_base
from scenewright.scene.layout.certify.evidence import Evidence
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["Weights", "metres_outside", "outlines", "weights_of"]

_DIRECTIONS = 32


@dataclass(frozen=True, eq=False)
class Weights:
    """Where the weight of each body acts; of joined bodies that of all of them, as if it were the first one's.

    `centre`: (N, 3) of mass, of uniform density; 0 without geometry. `point`: (N, 3) the same over the base, moved to its
    nearest point where it is outside. `outline`: (B, D, 2) the base of the bodies (B,) `based`, what they would touch of level
    ground, as a closed convex outline (x, z).
    """

    centre: FloatArray
    point: FloatArray
    outline: FloatArray
    based: IntArray

    def margin(self, point: FloatArray) -> FloatArray:
        """(N,) metres from points (N, 3) to the edge of the base, in plan; below 0 outside of it, -inf without a base."""
        return -metres_outside(self.outline, self.based, point)


def weights_of(evidence: Evidence, tolerance: float | FloatArray) -> Weights:
    """Where bodies would stand on level ground, to within a tolerance in metres (one, or (N,)), and where their weight acts."""
    solids, unit = evidence.solids, evidence.unit[evidence.solids.body]
    volume, point = solids.mass_points
    total = np.bincount(unit, volume, minlength=len(evidence))
    moment = np.stack([np.bincount(unit, volume * point[:, k], minlength=len(evidence)) for k in range(3)], axis=1)
    centre = moment / np.maximum(total, 1e-300)[:, None]
    weight = np.asarray(centre.copy())
    base = _united(evidence, find_base(evidence, tolerance))
    outside = metres_outside(*outlines(base), weight)
    doubtful = np.flatnonzero((outside[evidence.unit] > 0.0) & evidence.judged).astype(np.int32)
    if doubtful.size:
        base = base.joined(_united(evidence, find_base(evidence, tolerance, only=doubtful)))
    around, bodies = outlines(base)
    outside = metres_outside(around, bodies, weight)
    for k in np.flatnonzero(outside[bodies] > 0.0).tolist():
        weight[bodies[k], [0, 2]] = _nearest(around[k], weight[bodies[k], [0, 2]])
    return Weights(centre, weight, around, bodies)


def _united(evidence: Evidence, base: Contacts) -> Contacts:
    """What joined bodies touch, as the first one's."""
    return replace(base, above=evidence.unit[base.above])


def outlines(contacts: Contacts) -> tuple[FloatArray, IntArray]:
    """(B, D, 2) the contact furthest along each of some directions, for the bodies (B,) that have any: their convex hull."""
    order = np.argsort(contacts.above, kind="stable")
    point = contacts.point[order]
    bodies, first, count = np.unique(contacts.above[order], return_index=True, return_counts=True)
    ahead = point @ _directions()
    furthest = np.maximum.reduceat(ahead, first, axis=0) if bodies.size else np.zeros((0, _DIRECTIONS))
    at = np.where(ahead >= np.repeat(furthest, count, axis=0), np.arange(len(point))[:, None], len(point))
    pick = np.minimum.reduceat(at, first, axis=0) if bodies.size else np.zeros((0, _DIRECTIONS), dtype=np.int64)
    return point[pick], bodies.astype(np.int32)


def _directions() -> FloatArray:
    """(2, D)"""
    angle = np.arange(_DIRECTIONS) * (2.0 * np.pi / _DIRECTIONS)
    return np.stack([np.cos(angle), np.sin(angle)])


def metres_outside(outline: FloatArray, bodies: IntArray, weight: FloatArray) -> FloatArray:
    """(N,) metres that weights (N, 3) act outside of outlines (B, D, 2), in plan; inf for bodies without one, below 0 inside."""
    out = np.full(len(weight), np.inf)
    # the hull holds the weight when in every direction some contact lies beyond it
    ahead = np.einsum("bdk,kd->bd", outline - weight[bodies][:, None, (0, 2)], _directions())
    if bodies.size:
        out[bodies] = -ahead.min(axis=1)
    return out


def _nearest(outline: FloatArray, point: FloatArray) -> FloatArray:
    """The point (2,) of a closed outline (D, 2) that is nearest to a point outside of it."""
    start, edge = outline, np.roll(outline, -1, axis=0) - outline
    length = np.maximum((edge * edge).sum(axis=1), 1e-300)
    along = np.clip(((point - start) * edge).sum(axis=1) / length, 0.0, 1.0)
    feet = start + along[:, None] * edge
    return np.asarray(feet[((feet - point) ** 2).sum(axis=1).argmin()])
