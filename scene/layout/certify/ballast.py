"""Centres of mass with which each body stands by itself, for simulation.

The density inside things is not known. A body that with uniform density would topple on level ground at a tilt of some degrees (a
doll on its feet, an orange) is taken to be weighted at its foot.
"""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout.certify.evidence import Evidence
from scenewright.scene.layout.certify.solids import BoolArray
from scenewright.scene.layout.certify.weight import weights_of
from scenewright.scene.model import FloatArray

__all__ = ["ballasted"]

_STEADY = 0.1
"""Tangent of the tilt (6 degrees) that every body withstands."""

_TOUCHING = (0.002, 1e-4, 1e-3)
"""Share of a body's size, and least and most metres: points up to this height above level ground touch it."""

_LEVEL = 0.01
"""Tangent of the tilt by which a body may come to rest on feet of uneven length."""

_UNEVEN = 5e-3
"""Metres by which feet may differ and still count as even."""

_FAR = 0.1
"""A centre of mass that would have to move by more than this share of the body's size stays, if uneven feet explain it instead."""

_LEAST_HEIGHT = 5e-3


def ballasted(evidence: Evidence) -> FloatArray:
    """(N, 3) centres of mass with which every body withstands a tilt of 6 degrees; joined bodies count as one, under the number of the
    first. A centre is moved toward the middle of the base, and lowered where that is not enough. Feet of uneven length count as
    even if half a degree makes up for it."""
    with np.errstate(invalid="ignore"):
        size = np.nan_to_num((evidence.high - evidence.low)[:, (0, 2)].max(axis=1), neginf=0.0)
    if evidence.joined:
        np.maximum.at(size, evidence.unit, size.copy())
    touching = np.clip(_TOUCHING[0] * size, *_TOUCHING[1:])
    out, _ = _steadied(evidence, touching)
    on_feet, moved = _steadied(evidence, np.clip(_LEVEL * size, touching, _UNEVEN))
    far = np.linalg.norm(out - on_feet, axis=1) > _FAR * size
    out[far & ~moved] = on_feet[far & ~moved]
    return out


def _steadied(evidence: Evidence, tolerance: FloatArray) -> tuple[FloatArray, BoolArray]:
    """(N, 3) centres of mass as in :func:`ballasted`, for bases to within tolerances (N,); and (N,) bool, which had to move."""
    weights = weights_of(evidence, tolerance)
    out = weights.centre.copy()
    foot = evidence.foot
    middle = out.copy()
    middle[weights.based[:, None], [0, 2]] = weights.outline.mean(axis=1)
    left = np.zeros(len(out), dtype=bool)
    left[weights.based] = True
    moved = left.copy()
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        at = (weights.centre if share == 0.0 else weights.point) + share * (middle - weights.point)
        margin = weights.margin(at)
        if share == 1.0:
            at[:, 1] = np.minimum(at[:, 1], foot + np.maximum(margin / _STEADY, _LEAST_HEIGHT))
        steady = left & ((margin >= _STEADY * (at[:, 1] - foot)) | (share == 1.0))
        out[steady] = at[steady]
        left &= ~steady
        if share == 0.0:
            moved &= ~steady
    return out, moved
