"""The inner loop of shadows: which points of the ground plain things hide from a lamp."""

from __future__ import annotations

import math

import numpy as np

from scenewright.scene.splats.cpu.numeric import kernel

__all__ = ["blocked"]

_SAME = 1e-3
"""A point so near to a thing, as a share of the way to the lamp, is on it, not behind it."""


@kernel
def blocked(points, solids, lamp):
    """1 where a thing stands between a point and a lamp, else 0: (N,) float64.

    Args:
        points: (N, 3) float64.
        solids: (T, 7) float64: 0 for a box, 1 for a ball, 2 for a cylinder; x and z of its middle, width, height, depth, turn.
        lamp: (3,) float64.
    """
    out = np.zeros(points.shape[0])
    for s in range(solids.shape[0]):
        cosine, sine = math.cos(solids[s, 6]), math.sin(solids[s, 6])
        half_w, high, half_d = solids[s, 3] / 2.0, solids[s, 4], solids[s, 5] / 2.0
        for n in range(points.shape[0]):
            if out[n] > 0.0:
                continue
            # from the point to the lamp, in the frame of the thing, whose widths are made 2
            x, z = points[n, 0] - solids[s, 1], points[n, 2] - solids[s, 2]
            px, pz = (cosine * x - sine * z) / half_w, (sine * x + cosine * z) / half_d
            py = points[n, 1] / (high / 2.0) - 1.0
            x, z = lamp[0] - points[n, 0], lamp[2] - points[n, 2]
            dx, dz = (cosine * x - sine * z) / half_w, (sine * x + cosine * z) / half_d
            dy = (lamp[1] - points[n, 1]) / (high / 2.0)
            first, last = _SAME, 1.0
            if solids[s, 0] == 1.0:
                a = dx * dx + dy * dy + dz * dz
                b = px * dx + py * dy + pz * dz
                c = px * px + py * py + pz * pz - 1.0
            else:
                if abs(dy) < 1e-12:
                    continue
                low, top = (-1.0 - py) / dy, (1.0 - py) / dy
                first, last = max(first, min(low, top)), min(last, max(low, top))
                a = dx * dx + dz * dz
                b = px * dx + pz * dz
                c = px * px + pz * pz - 1.0
            if solids[s, 0] == 0.0:
                low, top = -1e30, 1e30
                if abs(dx) > 1e-12:
                    low, top = (-1.0 - px) / dx, (1.0 - px) / dx
                    first, last = max(first, min(low, top)), min(last, max(low, top))
                elif abs(px) > 1.0:
                    continue
                if abs(dz) > 1e-12:
                    low, top = (-1.0 - pz) / dz, (1.0 - pz) / dz
                    first, last = max(first, min(low, top)), min(last, max(low, top))
                elif abs(pz) > 1.0:
                    continue
            else:
                inside = b * b - a * c
                if inside < 0.0 or a < 1e-12:
                    continue
                root = math.sqrt(inside)
                first, last = max(first, (-b - root) / a), min(last, (-b + root) / a)
            if first < last:
                out[n] = 1.0
    return out
