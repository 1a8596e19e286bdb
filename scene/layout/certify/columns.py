"""Vertical lines through pieces: where each enters and leaves. Exact for every shape."""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout.certify.solids import Solids
from scenewright.scene.model import FloatArray, IntArray, PrimitiveKind

__all__ = ["column_spans", "grid_points", "surface_heights"]


def column_spans(solids: Solids, pieces: IntArray, points: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Where vertical lines enter and leave pieces.

    Args:
        pieces: (M,).
        points: (M, K, 2) x and z of K lines for each piece, in the world frame.

    Returns:
        bottom, top: (M, K) heights; inf and -inf where a line misses. For an open surface its lowest and highest crossing.
    """
    bottom, top = np.full(points.shape[:2], -np.inf), np.full(points.shape[:2], np.inf)
    m = solids.unit_from_world[pieces]
    origin = (
        m[:, None, :3, 0] * points[..., :1] + m[:, None, :3, 2] * points[..., 1:] + m[:, None, :3, 3]
    )  # at height 0, in the piece's frame
    direction = np.broadcast_to(m[:, None, :3, 1], origin.shape)
    kinds = solids.kind[pieces]
    for kind in np.unique(kinds).tolist():
        rows = np.flatnonzero(kinds == kind)
        o, d = origin[rows], direction[rows]
        if kind == PrimitiveKind.CUBE:
            spans = [_slab(o[..., k], d[..., k], -0.5, 0.5) for k in range(3)]
        elif kind == PrimitiveKind.SPHERE:
            spans = [_ball((d * d).sum(-1), (o * d).sum(-1), (o * o).sum(-1) - 1.0)]
        elif kind == PrimitiveKind.CYLINDER:
            flat_o, flat_d = o[..., (0, 2)], d[..., (0, 2)]
            round_ = _ball((flat_d**2).sum(-1), (flat_o * flat_d).sum(-1), (flat_o**2).sum(-1) - 1.0)
            spans = [_slab(o[..., 1], d[..., 1], 0.0, 1.0), round_]
        elif kind == PrimitiveKind.CONE:
            spans = [_cone(o, d)]
        else:
            for i in rows.tolist():
                bottom[i], top[i] = _mesh_span(solids, int(pieces[i]), points[i], origin[i], direction[i, 0])
            continue
        bottom[rows] = np.maximum.reduce([s[0] for s in spans])
        top[rows] = np.minimum.reduce([s[1] for s in spans])
    missed = bottom > top
    bottom[missed], top[missed] = np.inf, -np.inf
    return bottom, top


def grid_points(low: FloatArray, high: FloatArray, count: int) -> FloatArray:
    """(M, count^2, 2) grids of points (x, z) over rectangles with corners `low` and `high` (M, 2), nearly to their edges."""
    steps = np.linspace(0.01, 0.99, count)
    u, v = (g.reshape(-1) for g in np.meshgrid(steps, steps, indexing="ij"))
    return np.asarray(low[:, None] + (high - low)[:, None] * np.stack([u, v], axis=1))


def surface_heights(solids: Solids, piece: int, points: FloatArray) -> FloatArray:
    """(K, H) the heights at which vertical lines (K, 2) cross a mesh piece, ascending, padded with NaN."""
    shape = solids.shapes[solids.shape[piece]]
    corners = solids.vertices(piece)[shape.faces]
    rows, heights = _crossings(corners, points)
    order = np.lexsort((heights, rows))
    rows, heights = rows[order], heights[order]
    start = np.searchsorted(rows, np.arange(len(points) + 1))
    out = np.full((len(points), max(int(np.diff(start).max(initial=0)), 1)), np.nan)
    out[rows, np.arange(len(rows)) - start[rows]] = heights
    return out


def _slab(o: FloatArray, d: FloatArray, low: float, high: float) -> tuple[FloatArray, FloatArray]:
    flat = np.abs(d) < 1e-12
    step = np.where(flat, 1.0, d)
    first, second = (low - o) / step, (high - o) / step
    inside = (o >= low) & (o <= high)
    near = np.where(flat, np.where(inside, -np.inf, np.inf), np.minimum(first, second))
    far = np.where(flat, np.where(inside, np.inf, -np.inf), np.maximum(first, second))
    return near, far


def _ball(a: FloatArray, b: FloatArray, c: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The first and last t with a t^2 + 2 b t + c <= 0, for a >= 0; inf and -inf for none."""
    flat = a < 1e-18
    safe = np.where(flat, 1.0, a)
    discriminant = b * b - safe * c
    root = np.sqrt(np.maximum(discriminant, 0.0))
    hit = np.where(flat, c <= 0.0, discriminant >= 0.0)
    near = np.where(flat, -np.inf, (-b - root) / safe)
    far = np.where(flat, np.inf, (-b + root) / safe)
    return np.where(hit, near, np.inf), np.where(hit, far, -np.inf)


def _cone(o: FloatArray, d: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The unit cone: x^2 + z^2 <= (1 - y)^2 with 0 <= y <= 1."""
    near, far = _slab(o[..., 1], d[..., 1], 0.0, 1.0)
    rise, height = -d[..., 1], 1.0 - o[..., 1]
    a = d[..., 0] ** 2 + d[..., 2] ** 2 - rise**2
    b = o[..., 0] * d[..., 0] + o[..., 2] * d[..., 2] - height * rise
    c = o[..., 0] ** 2 + o[..., 2] ** 2 - height**2
    gentle, steep = a > 1e-12, a < -1e-12
    between = _ball(np.where(gentle, a, 1.0), b, c)
    # a line steeper than the side is outside between its crossings: one half line is in the cone, the other in its mirror image
    root = np.sqrt(np.maximum(b * b - a * c, 0.0))
    safe = np.where(steep, a, -1.0)
    first, second = (-b + root) / safe, (-b - root) / safe
    climbs = rise < 0.0
    beyond = np.where(climbs, -np.inf, second), np.where(climbs, first, np.inf)
    # a line along the side crosses once
    once = -c / np.where(np.abs(b) < 1e-300, 1e-300, 2.0 * b)
    half = np.where(b > 0.0, -np.inf, once), np.where(b > 0.0, once, np.inf)
    chosen = [np.where(gentle, between[k], np.where(steep, beyond[k], half[k])) for k in range(2)]
    return np.maximum(near, chosen[0]), np.minimum(far, chosen[1])


def _mesh_span(
    solids: Solids, piece: int, points: FloatArray, origin: FloatArray, direction: FloatArray
) -> tuple[FloatArray, FloatArray]:
    shape = solids.shapes[solids.shape[piece]]
    if shape.convex:
        normal, offset = shape.planes[:, :3], shape.planes[:, 3]
        speed, gap = normal @ direction, offset - origin @ normal.T
        flat = np.abs(speed) < 1e-12
        t = gap / np.where(flat, 1.0, speed)
        near = np.where(speed < -1e-12, t, -np.inf).max(axis=1)
        far = np.where(speed > 1e-12, t, np.inf).min(axis=1)
        outside = (flat & (gap < -1e-12)).any(axis=1)
        return np.where(outside, np.inf, near), np.where(outside, -np.inf, far)
    heights = surface_heights(solids, piece, points)
    return np.where(np.isnan(heights), np.inf, heights).min(axis=1), np.where(np.isnan(heights), -np.inf, heights).max(
        axis=1
    )


def _crossings(corners: FloatArray, points: FloatArray) -> tuple[IntArray, FloatArray]:
    """Rows of `points` (K, 2) and the heights at which the vertical lines there cross triangles (F, 3, 3)."""
    low, high = points.min(axis=0), points.max(axis=0)
    flat = corners[:, :, (0, 2)]
    kept = ((flat.min(axis=1) <= high) & (flat.max(axis=1) >= low)).all(axis=1)
    flat, heights = flat[kept], corners[kept, :, 1]
    crossed_rows, crossed_heights = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
    e1, e2 = flat[:, 1] - flat[:, 0], flat[:, 2] - flat[:, 0]
    det = e1[:, 0] * e2[:, 1] - e1[:, 1] * e2[:, 0]
    safe = np.where(np.abs(det) < 1e-300, np.inf, det)
    step = max(1, 4_000_000 // max(len(points), 1))
    for start in range(0, len(flat), step):
        part = slice(start, start + step)
        s = points[:, None] - flat[None, part, 0]
        u = (s[..., 0] * e2[part, 1] - s[..., 1] * e2[part, 0]) / safe[part]
        v = (e1[part, 0] * s[..., 1] - e1[part, 1] * s[..., 0]) / safe[part]
        rows, faces = np.nonzero((u >= 0.0) & (v >= 0.0) & (u + v <= 1.0) & np.isfinite(safe[part]))
        h = heights[part]
        y = h[faces, 0] + u[rows, faces] * (h[faces, 1] - h[faces, 0]) + v[rows, faces] * (h[faces, 2] - h[faces, 0])
        crossed_rows.append(rows)
        crossed_heights.append(y)
    return np.concatenate(crossed_rows), np.concatenate(crossed_heights)
