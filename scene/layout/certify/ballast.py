"""Centres of mass with which bodies stand by themselves, for simulation.

What would topple on level ground at a nudge of some degrees by its even density (a doll on its feet, an orange on its side)
is taken to be weighted at the foot: what things weigh inside is not known.
"""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout.certify.evidence import Evidence
from scenewright.scene.layout.certify.solids import BoolArray
from scenewright.scene.layout.certify.weight import weights_of
from scenewright.scene.model import FloatArray

__all__ = ["ballasted"]

_STEADY = 0.1
"""Tangent of the tilt (6 degrees) that every body stands by itself."""

_TOUCHING = (0.002, 1e-4, 1e-3)
"""Of a body's size, and at least and at most in metres: what is no higher than that above level ground touches it."""

_LEVEL = 0.01
"""Tangent of the tilt that a body may take to come to rest on feet of uneven length."""

_UNEVEN = 5e-3
"""Metres at most by which feet may differ and still count as even."""

_FAR = 0.1
"""Of its size: a centre of mass that would have to move further than this does not, where the feet may be uneven instead."""

_LEAST_HEIGHT = 5e-3


def ballasted(evidence: Evidence) -> FloatArray:
    """(N, 3) centres of mass with which every body by itself stands a tilt of 6 degrees (of joined bodies those of all of them, as the
    first one's): moved toward the middle of what it stands on, and where that does not do, lowered. Feet of uneven length count
    as even where half a degree makes up for it."""
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
    """(N, 3) centres of mass as :func:`ballasted` wants them, with bases to within tolerances (N,), and (N,) which had to move."""
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
