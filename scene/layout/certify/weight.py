"""The centre of mass of each body, and its support polygon."""

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
    """Where the weight of each body acts. Joined bodies count as one, under the number of the first.

    `centre`: (N, 3) centre of mass at uniform density; 0 without geometry. `point`: (N, 3) the same, moved horizontally to the nearest
    point of the base where it is outside that. `outline`: (B, D, 2) the bases of the bodies `based` (B,), as closed convex outlines
    (x, z): what these bodies would touch of level ground.
    """

    centre: FloatArray
    point: FloatArray
    outline: FloatArray
    based: IntArray

    def margin(self, point: FloatArray) -> FloatArray:
        """(N,) horizontal metres from points (N, 3) to the edge of the base; negative outside it, -inf without a base."""
        return -metres_outside(self.outline, self.based, point)


def weights_of(evidence: Evidence, tolerance: float | FloatArray) -> Weights:
    """The weights and bases of all bodies; `tolerance`: metres, one or (N,), within which a point touches level ground."""
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
    """The contacts, with those of joined bodies under the number of the first."""
    return replace(base, above=evidence.unit[base.above])


def outlines(contacts: Contacts) -> tuple[FloatArray, IntArray]:
    """(B, D, 2) the furthest contact in each of D directions, approximately the convex hull, for the bodies (B,) that have contacts."""
    order = np.argsort(contacts.above, kind="stable")
    point = contacts.point[order]
    bodies, first, count = np.unique(contacts.above[order], return_index=True, return_counts=True)
    ahead = point @ _directions()
    furthest = np.maximum.reduceat(ahead, first, axis=0) if bodies.size else np.zeros((0, _DIRECTIONS))
    at = np.where(ahead >= np.repeat(furthest, count, axis=0), np.arange(len(point))[:, None], len(point))
    pick = np.minimum.reduceat(at, first, axis=0) if bodies.size else np.zeros((0, _DIRECTIONS), dtype=np.int64)
    return point[pick], bodies.astype(np.int32)


def _directions() -> FloatArray:
    """(2, D) unit vectors (x, z)."""
    angle = np.arange(_DIRECTIONS) * (2.0 * np.pi / _DIRECTIONS)
    return np.stack([np.cos(angle), np.sin(angle)])


def metres_outside(outline: FloatArray, bodies: IntArray, weight: FloatArray) -> FloatArray:
    """(N,) horizontal metres that points (N, 3) lie outside outlines (B, D, 2); inf for bodies without one, negative inside."""
    out = np.full(len(weight), np.inf)
    # a point is inside the hull if in every direction some contact lies beyond it
    ahead = np.einsum("bdk,kd->bd", outline - weight[bodies][:, None, (0, 2)], _directions())
    if bodies.size:
        out[bodies] = -ahead.min(axis=1)
    return out


def _nearest(outline: FloatArray, point: FloatArray) -> FloatArray:
    """The point (2,) of a closed outline (D, 2) that is nearest to a point outside it."""
    start, edge = outline, np.roll(outline, -1, axis=0) - outline
    length = np.maximum((edge * edge).sum(axis=1), 1e-300)
    along = np.clip(((point - start) * edge).sum(axis=1) / length, 0.0, 1.0)
    feet = start + along[:, None] * edge
    return np.asarray(feet[((feet - point) ** 2).sum(axis=1).argmin()])
