"""How much of one upright box is in, over or under another, by sampled points."""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout.relations import ALIKE_LEVEL, COS, HALF_DEPTH, HALF_WIDTH, HEIGHT, SIN, X, Y, Z
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.scene_graph.spatial import Bools

__all__ = ["footprint_overlap", "in_footprint", "share_within"]

_OVER = np.linspace(-0.9, 0.9, 7)
_ACROSS = np.array([-0.8, -0.4, 0.0, 0.4, 0.8])


def in_footprint(points: FloatArray, box: FloatArray, margin: float) -> Bools:
    """(N,) whether points (N, 3) lie over the footprint of a box (8,), enlarged by `margin` metres, at any height."""
    x, z = points[:, 0] - box[X], points[:, 2] - box[Z]
    across, along = box[COS] * x - box[SIN] * z, box[SIN] * x + box[COS] * z
    return np.asarray((np.abs(across) <= box[HALF_WIDTH] + margin) & (np.abs(along) <= box[HALF_DEPTH] + margin))


def footprint_overlap(a: FloatArray, b: FloatArray, margin: float = 0.0) -> float:
    """The share of the smaller footprint of two boxes (8,) that lies in the other, enlarged by `margin` metres."""
    small, large = sorted((a, b), key=lambda box: float(box[HALF_WIDTH] * box[HALF_DEPTH]))
    gx, gz = (g.reshape(-1) for g in np.meshgrid(_OVER, _OVER))
    return float(in_footprint(_points(small, gx, np.zeros_like(gx), gz), large, margin).mean())


def share_within(a: FloatArray, b: FloatArray, margin: float = ALIKE_LEVEL) -> float:
    """The share of box a (8,) that lies in box b (8,), enlarged by `margin` metres."""
    gx, gy, gz = (g.reshape(-1) for g in np.meshgrid(_ACROSS, (_ACROSS + 1.0) / 2.0, _ACROSS, indexing="ij"))
    points = _points(a, gx, gy, gz)
    y = points[:, 1]
    level = (y >= b[Y] - margin) & (y <= b[Y] + b[HEIGHT] + margin)
    return float((in_footprint(points, b, margin) & level).mean())


def _points(box: FloatArray, across: FloatArray, up: FloatArray, along: FloatArray) -> FloatArray:
    """(N, 3) points of a box by relative coordinates: -1 to 1 across and along it, 0 to 1 up."""
    dx, dz = across * box[HALF_WIDTH], along * box[HALF_DEPTH]
    x = box[X] + box[COS] * dx + box[SIN] * dz
    z = box[Z] - box[SIN] * dx + box[COS] * dz
    return np.stack([x, box[Y] + up * box[HEIGHT], z], axis=-1)
