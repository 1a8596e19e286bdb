"""How much of a thing's visible surface each of its pieces covers, as people see it: from its front and its sides, and from above.

A thing is drawn by itself, without what stands around it, into small depth pictures without perspective (a z-buffer, Catmull 1974).
What faces its back, the floor or its own inside is then not counted: the back of a painting, the base under the field of a rug, the
clothes in a closed wardrobe.
"""

from __future__ import annotations

import numpy as np

from scenewright.scene.model import FloatArray, IntArray

__all__ = ["MOST_DRAWN", "visible_shares"]

MOST_DRAWN = 100_000
"""The most triangles of a thing that is drawn. A thing of more, which mostly is a heap of things, is judged by its whole surface."""

_CELLS = 32
"""Width and height of a picture in pixels."""
_AZIMUTHS = (-55.0, 0.0, 55.0)
"""Where it is seen from: degrees from its front, as one stands before a thing."""
_ELEVATIONS = (12.0, 40.0)
"""Degrees above the level, as one looks at a thing from some steps away and from near by."""
_MOST_PIXELS = 4_000_000
"""Pairs of a pixel and a triangle whose box covers it that are tried at once."""


def visible_shares(corners: FloatArray, piece: IntArray, count: int, yaw: float) -> FloatArray:
    """(count,) the share of the visible surface that each of a thing's pieces covers; they sum to one, or are all 0 where nothing is seen.

    Args:
        corners: (F, 3, 3) the triangles in the world frame.
        piece: (F,) the piece that each triangle belongs to.
        yaw: the direction of the thing's front, radians from +z toward +x.
    """
    seen = np.zeros(count)
    points = np.ascontiguousarray(corners.reshape(-1, 3).T)
    for direction in _directions(yaw):
        right = np.array([direction[2], 0.0, -direction[0]])
        if np.linalg.norm(right) < 1e-9:
            right = np.array([np.cos(yaw), 0.0, -np.sin(yaw)])
        right = right / np.linalg.norm(right)
        axes = np.stack([right, np.cross(direction, right), direction])
        seen += np.bincount(piece[_nearest(axes @ points)], minlength=count)[:count]
    total = float(seen.sum())
    return seen / total if total > 0.0 else seen


def _directions(yaw: float) -> list[FloatArray]:
    """Unit vectors from the thing to the viewer."""
    out = [np.array([0.0, 1.0, 0.0])]
    for high in np.deg2rad(_ELEVATIONS):
        out += [
            np.array([np.sin(turn) * np.cos(high), np.sin(high), np.cos(turn) * np.cos(high)])
            for turn in np.deg2rad(_AZIMUTHS) + yaw
        ]
    return out


def _nearest(view: FloatArray) -> IntArray:
    """The triangle that each covered pixel shows, for the corners (3, 3 F) of F triangles. The third coordinate grows toward the viewer."""
    low, high = view[:2].min(axis=1), view[:2].max(axis=1)
    edge = float((high - low).max()) / _CELLS
    if not edge > 0.0:
        return np.zeros(0, dtype=np.int32)
    x, y = ((view[k] - low[k]) / edge - 0.5 for k in (0, 1))  # the centres of pixels have whole numbers
    first, span = np.zeros((2, view.shape[1] // 3, 2), dtype=np.int64)
    for k, value in enumerate((x, y)):
        a, b, c = value[0::3], value[1::3], value[2::3]
        first[:, k] = np.maximum(np.ceil(np.minimum(np.minimum(a, b), c)), 0)
        last = np.minimum(np.floor(np.maximum(np.maximum(a, b), c)), _CELLS - 1)
        span[:, k] = np.maximum(last - first[:, k] + 1, 0)
    pixels = span[:, 0] * span[:, 1]
    flat, height = np.stack([x, y], axis=1).reshape(-1, 3, 2), view[2].reshape(-1, 3)
    owner = np.full(_CELLS * _CELLS, -1, dtype=np.int64)
    depth = np.full(_CELLS * _CELLS, -np.inf)
    covering = np.flatnonzero(pixels)
    parts = np.searchsorted(np.cumsum(pixels[covering]), np.arange(_MOST_PIXELS, int(pixels.sum()), _MOST_PIXELS))
    for some in np.split(covering, parts):
        cell, face, near = _covered(flat, height, some, first, span)
        order = np.argsort(near, kind="stable")
        cell, face, near = cell[order], face[order], near[order]
        last_of = np.full(_CELLS * _CELLS, -1, dtype=np.int64)
        last_of[cell] = np.arange(len(cell))  # of several, the last is kept: the nearest
        hit = np.flatnonzero(last_of >= 0)
        nearer = hit[near[last_of[hit]] > depth[hit]]
        owner[nearer], depth[nearer] = face[last_of[nearer]], near[last_of[nearer]]
    seen: IntArray = owner[owner >= 0].astype(np.int32)
    return seen


def _covered(
    flat: FloatArray, height: FloatArray, faces: IntArray, first: IntArray, span: IntArray
) -> tuple[IntArray, IntArray, FloatArray]:
    """(pixel, triangle, nearness) wherever a triangle of `faces` covers the centre of a pixel."""
    count = span[faces, 0] * span[faces, 1]
    face = np.repeat(faces, count)
    at = np.arange(len(face)) - np.repeat(np.cumsum(count) - count, count)
    x = first[face, 0] + at % span[face, 0]
    y = first[face, 1] + at // span[face, 0]
    (ax, ay), (bx, by), (cx, cy) = (flat[face, k].T for k in range(3))
    area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    with np.errstate(divide="ignore", invalid="ignore"):
        u = ((x - ax) * (cy - ay) - (y - ay) * (cx - ax)) / area
        v = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / area
        inside = (np.abs(area) > 1e-12) & (u >= 0.0) & (v >= 0.0) & (u + v <= 1.0)
    a, b, c = height[face[inside]].T
    near = a + u[inside] * (b - a) + v[inside] * (c - a)
    return y[inside] * _CELLS + x[inside], face[inside], near
