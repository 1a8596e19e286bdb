"""Lower or raise bodies that stand on others until they touch."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.model import Bodies, Relief, SupportSurface, box_corners, planar_rotation
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["HAIR", "let_down", "surface_under"]

HAIR = 2e-4
"""Metres that stay free between a body and its support: coplanar faces cannot be told from overlapping ones."""

_REACH = 0.03
"""Metres that the bottom of a body may be off the surface that it stands on."""

_SOLE = 0.01
"""Metres: a body stands on those of its boxes that begin below this height."""

_LOW = 0.06
"""Metres: a part of the underside above this height does not touch the support."""


def let_down(bodies: Bodies, parent: IntArray, poses: FloatArray) -> FloatArray:
    """(N, 4) the poses, with each body that stands on another at the height at which it touches that.

    That is the height of the surface, or where this has a relief (a cushion, a plate), the height at which the underside first
    touches it. No body moves horizontally, turns, or moves by over 3 cm.

    Args:
        parent: (N,) the body that each stands on, -1 for none.
        poses: (N, 4).
    """
    out = poses.copy()
    for i in _parents_first(parent):
        host = int(parent[i])
        if host < 0:
            continue
        # relative to the host's pose before the host itself was moved
        above = float(poses[i, 1] - poses[host, 1])
        local = (poses[i, [0, 2]] - poses[host, [0, 2]]) @ planar_rotation(poses[host, 3])
        surface = surface_under(bodies.surfaces[host], local, above)
        if surface is not None:
            above = surface.height + HAIR
            if surface.relief is not None:
                above = HAIR + _resting(
                    bodies, i, surface, surface.relief, local, planar_rotation(poses[i, 3] - poses[host, 3])
                )
        out[i, 1] = out[host, 1] + above
    return out


def _parents_first(parent: IntArray) -> list[int]:
    depth = np.zeros(len(parent), dtype=np.int64)
    at = parent.copy()
    for _ in range(len(parent)):
        supported = at >= 0
        if not supported.any():
            break
        depth[supported] += 1
        at[supported] = parent[at[supported]]
    return [int(i) for i in np.argsort(depth, kind="stable")]


def surface_under(surfaces: tuple[SupportSurface, ...], local: FloatArray, height: float) -> SupportSurface | None:
    """The surface on which a body at `local` (x, z) and `height`, in the frame of the surfaces, stands; None for none."""
    best: tuple[float, SupportSurface] | None = None
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


def _resting(
    bodies: Bodies, body: int, surface: SupportSurface, relief: Relief, at: FloatArray, turned: FloatArray
) -> float:
    """The height above its host at which a body rests on the relief of a surface; `at` (x, z) and the rotation `turned` (2, 2) are in
    the host's frame."""
    underside = bodies.undersides[body] if bodies.undersides else None
    if underside is None:
        return _highest(relief, _sole(bodies, body) @ turned.T + at)
    points, low = _corners(underside.x, underside.z, underside.low, underside.low <= _LOW)
    above = _at(relief.x, relief.z, relief.top, points @ turned.T + at, -np.inf) - low
    # corners of the host, since parts of it may be narrower than a cell of the body
    tops, top = _corners(relief.x, relief.z, relief.top, np.isfinite(relief.top))
    below = top - _at(underside.x, underside.z, underside.low, (tops - at) @ turned, np.inf)
    height = max(above.max(initial=-np.inf), below.max(initial=-np.inf))
    return float(height) if np.isfinite(height) else surface.height


def _corners(
    x: FloatArray, z: FloatArray, height: FloatArray, chosen: npt.NDArray[np.bool_]
) -> tuple[FloatArray, FloatArray]:
    """(K, 2) the corners of the chosen grid cells, moved slightly inwards, and (K,) their heights."""
    i, k = np.nonzero(chosen)
    sides = np.stack([np.stack([a[n], a[n + 1]], axis=1) for a, n in ((x, i), (z, k))], axis=2)  # (C, 2 ends, 2 axes)
    inner = sides + 1e-3 * (sides[:, ::-1] - sides)
    points = np.stack([inner[:, [0, 0, 1, 1], 0], inner[:, [0, 1, 0, 1], 1]], axis=2).reshape(-1, 2)
    return points, np.repeat(height[i, k], 4)


def _at(x: FloatArray, z: FloatArray, height: FloatArray, points: FloatArray, beyond: float) -> FloatArray:
    """(K,) heights of the grid cells that contain points (K, 2); `beyond` outside the grid."""
    i, k = (np.searchsorted(a, points[:, n], "right") - 1 for n, a in ((0, x), (1, z)))
    within = (i >= 0) & (i < len(x) - 1) & (k >= 0) & (k < len(z) - 1)
    out = np.full(len(points), beyond)
    out[within] = height[i[within], k[within]]
    return out


def _sole(bodies: Bodies, body: int) -> FloatArray:
    """(4, 2) corners, in the body's frame, of the rectangle that it stands on."""
    boxes = bodies.boxes[body]
    low = boxes[boxes[:, 0, 1] <= _SOLE]
    least, most = low[:, 0].min(axis=0)[[0, 2]], low[:, 1].max(axis=0)[[0, 2]]
    corners: FloatArray = box_corners((most - least) / 2.0) + (most + least) / 2.0
    return corners


def _highest(relief: Relief, sole: FloatArray) -> float:
    """The greatest height of a relief under a rectangle (4, 2) in the host's frame."""
    x, z = (relief.x[:-1] + relief.x[1:]) / 2.0, (relief.z[:-1] + relief.z[1:]) / 2.0
    half = np.array([np.diff(relief.x).max(), np.diff(relief.z).max()]) / 2.0
    edge = np.roll(sole, -1, axis=0) - sole
    length = np.maximum(np.hypot(edge[:, 0], edge[:, 1]), 1e-9)
    inward = np.stack([-edge[:, 1], edge[:, 0]], axis=1) / length[:, None]
    points = np.stack(np.broadcast_arrays(x[:, None], z[None, :]), axis=-1)
    inside = ((points[:, :, None] - sole) * inward).sum(axis=3) >= -np.hypot(*half)
    tops = relief.top[inside.all(axis=2)]
    return float(tops.max(initial=float(relief.top.min())))
