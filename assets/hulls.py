"""Convex hulls of assets: at most 256 exact boundary points, so that hull and asset have the same bounding box.

A hull has the support points of the geometry in the six axis directions and 250 directions of a Fibonacci sphere. The support
point of each primitive has a closed form, so curved shapes are exact.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from scenewright.scene.model import FloatArray, PrimitiveKind, Scene
from scenewright.scene.model.bounds import EMPTY_BOUNDS

__all__ = ["HULL_LIMIT", "box_hull", "directions", "hull_of_points", "hull_of_scene"]

HULL_LIMIT = 256
_CHUNK = 65536


@lru_cache(maxsize=1)
def directions() -> FloatArray:
    """(256, 3) unit vectors: the six axis directions, then a Fibonacci sphere."""
    count = HULL_LIMIT - 6
    i = np.arange(count) + 0.5
    y = 1 - 2 * i / count
    radius = np.sqrt(1 - y * y)
    angle = math.pi * (1 + math.sqrt(5)) * i
    sphere = np.column_stack((radius * np.cos(angle), y, radius * np.sin(angle)))
    axes = np.concatenate((np.eye(3), -np.eye(3)))
    return np.concatenate((axes, sphere))


def _support(kind: int, local: FloatArray, hull: FloatArray | None) -> FloatArray:
    """(D, 3) support points of a unit primitive in (D, 3) directions of its own frame."""
    out = np.zeros_like(local)
    if kind in (PrimitiveKind.CUBE, PrimitiveKind.BLOCK):
        return np.where(local >= 0, 0.5, -0.5)
    if kind == PrimitiveKind.SPHERE:
        return np.asarray(local / np.maximum(np.linalg.norm(local, axis=1, keepdims=True), 1e-300))
    if kind in (PrimitiveKind.CYLINDER, PrimitiveKind.CONE):
        across = np.hypot(local[:, 0], local[:, 2])
        out[:, [0, 2]] = local[:, [0, 2]] / np.maximum(across, 1e-300)[:, None]
        if kind == PrimitiveKind.CYLINDER:
            out[:, 1] = np.where(local[:, 1] > 0, 1.0, 0.0)
        else:
            out[local[:, 1] > across] = (0.0, 1.0, 0.0)
        return out
    points = EMPTY_BOUNDS if hull is None or len(hull) == 0 else hull
    return np.asarray(points[np.argmax(points @ local.T, axis=0)])


def hull_of_scene(scene: Scene, turned: FloatArray | None = None) -> FloatArray:
    """(K, 3) hull of a scene of primitives in its world frame, K <= 256; that of the unit cube for an empty scene.

    `turned`: (3, 3) rotation that is applied to the scene first.
    """
    toward = directions()
    world_frames = scene.world_from_local
    if turned is not None:
        frame = np.eye(4)
        frame[:3, :3] = turned
        world_frames = frame @ world_frames
    best = np.full(len(toward), -np.inf)
    points = np.zeros((len(toward), 3))
    for row in scene.leaf_rows.tolist():
        matrix = world_frames[row]
        asset = int(scene.nodes.asset[row])
        hull = scene.assets[asset].hull if asset >= 0 else None
        local = _support(int(scene.nodes.primitive[row]), toward @ matrix[:3, :3], hull)
        world = local @ matrix[:3, :3].T + matrix[:3, 3]
        reach = np.einsum("ij,ij->i", world, toward)
        # A small preference for earlier points makes the choice between equal corners the same on every machine.
        better = reach > best + 1e-9
        best[better], points[better] = reach[better], world[better]
    if not np.isfinite(best).all():
        return box_hull(EMPTY_BOUNDS)
    return _distinct(points)


def hull_of_points(points: FloatArray) -> FloatArray:
    """(K, 3) hull of (N, 3) points, K <= 256.

    Raises:
        ValueError: there are no points.
    """
    if len(points) == 0:
        raise ValueError("a hull needs a point")
    toward = directions()
    best = np.full(len(toward), -np.inf)
    found = np.zeros((len(toward), 3))
    for start in range(0, len(points), _CHUNK):
        chunk = np.asarray(points[start : start + _CHUNK], dtype=np.float64)
        reach = chunk @ toward.T
        at = np.argmax(reach, axis=0)
        value = reach[at, np.arange(len(toward))]
        better = value > best
        best[better], found[better] = value[better], chunk[at[better]]
    return _distinct(found)


def box_hull(bounds: FloatArray) -> FloatArray:
    """(8, 3) corners of a box given by (2, 3) bounds."""
    x, y, z = (bounds[:, i] for i in range(3))
    return np.array([(a, b, c) for a in x for b in y for c in z], dtype=np.float64)


def _distinct(points: FloatArray) -> FloatArray:
    _, first = np.unique(np.round(points, 7), axis=0, return_index=True)
    return np.ascontiguousarray(points[np.sort(first)])
