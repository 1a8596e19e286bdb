"""Bringing what stands on others to the height at which it touches."""

from __future__ import annotations

import numpy as np

from scene.layout.model import Bodies, Relief, Surface, box_corners, planar_rotation
from scene.model import FloatArray, IntArray

__all__ = ["let_down"]

_REACH = 0.03
"""Metres by which a bottom may be off the surface that it stands on."""

_SOLE = 0.01
"""Metres: boxes of a body that begin below that are what it stands on."""


def let_down(bodies: Bodies, parent: IntArray, poses: FloatArray) -> FloatArray:
    """(N, 4) the poses with everything that stands on another brought to the height at which it touches: the level of the
    surface, or on a cushion the highest of it below the body. Nothing is moved in plan, or turned, or by over 3 cm.

    Args:
        parent: (N,) what each body stands on, -1. `poses`: (N, 4).
    """
    out = poses.copy()
    for i in _parents_first(parent):
        host = int(parent[i])
        if host < 0:
            continue
        # as it stood with its host, before that was moved
        above = float(poses[i, 1] - poses[host, 1])
        local = (poses[i, [0, 2]] - poses[host, [0, 2]]) @ planar_rotation(poses[host, 3])
        surface = _under(bodies.surfaces[host], local, above)
        if surface is not None:
            above = surface.height
            if surface.relief is not None:
                sole = _sole(bodies, i) @ planar_rotation(poses[i, 3] - poses[host, 3]).T + local
                above = _highest(surface.relief, sole)
        out[i, 1] = out[host, 1] + above
    return out


def _parents_first(parent: IntArray) -> list[int]:
    depth = np.zeros(len(parent), dtype=np.int64)
    at = parent.copy()
    for _ in range(len(parent)):
        held = at >= 0
        if not held.any():
            break
        depth[held] += 1
        at[held] = parent[at[held]]
    return [int(i) for i in np.argsort(depth, kind="stable")]


def _under(surfaces: tuple[Surface, ...], local: FloatArray, height: float) -> Surface | None:
    """The surface that a body at a place (x, z) and height stands on."""
    best: tuple[float, Surface] | None = None
    for surface in surfaces:
        gap = abs(surface.height - height)
        if gap > _REACH:
            continue
        edge = np.roll(surface.polygon, -1, axis=0) - surface.polygon
        to = local - surface.polygon
        outside = -(edge[:, 0] * to[:, 1] - edge[:, 1] * to[:, 0]) / np.maximum(np.hypot(edge[:, 0], edge[:, 1]), 1e-9)
        off = gap + max(float(outside.max()), 0.0)
        if best is None or off < best[0]:
            best = (off, surface)
    return None if best is None else best[1]


def _sole(bodies: Bodies, body: int) -> FloatArray:
    """(4, 2) corners, in the body's frame, of the rectangle that it stands on."""
    boxes = bodies.boxes[body]
    low = boxes[boxes[:, 0, 1] <= _SOLE]
    least, most = low[:, 0].min(axis=0)[[0, 2]], low[:, 1].max(axis=0)[[0, 2]]
    corners: FloatArray = box_corners((most - least) / 2.0) + (most + least) / 2.0
    return corners


def _highest(relief: Relief, sole: FloatArray) -> float:
    """The highest top under a rectangle (4, 2) that lies in the host's frame."""
    x, z = (relief.x[:-1] + relief.x[1:]) / 2.0, (relief.z[:-1] + relief.z[1:]) / 2.0
    half = np.array([np.diff(relief.x).max(), np.diff(relief.z).max()]) / 2.0
    edge = np.roll(sole, -1, axis=0) - sole
    length = np.maximum(np.hypot(edge[:, 0], edge[:, 1]), 1e-9)
    inward = np.stack([-edge[:, 1], edge[:, 0]], axis=1) / length[:, None]
    points = np.stack(np.broadcast_arrays(x[:, None], z[None, :]), axis=-1)
    inside = ((points[:, :, None] - sole) * inward).sum(axis=3) >= -np.hypot(*half)
    tops = relief.top[inside.all(axis=2)]
    return float(tops.max(initial=float(relief.top.min())))
