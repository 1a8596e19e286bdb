"""What a camera sees of a thing: how much of its surface is in the picture, and how much of that nothing else hides.

Rays go from the eye to points on the surface (ray casting after Möller and Trumbore, 1997). A thing does not hide itself, people look
through panes, and the shell of the room hides nothing: renderers leave out a wall that stands before the camera.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from scenewright.scene.model import Camera, FloatArray, IntArray
from scenewright.scene.semantics.scene_graph.contacts import Faces, faces_of

if TYPE_CHECKING:
    from scenewright.scene.semantics.scene_graph.graph import SceneGraph

__all__ = ["SeenThing", "seen_of"]

_ASPECT = 4.0 / 3.0
"""Width over height of the picture, as previews have it."""
_GOLDEN = (0.7548776662466927, 0.5698402909980532)
"""Steps of points that spread evenly over a triangle."""
_CLEAR = 0.5
"""A surface of less opacity is looked through."""
_AT_SURFACE = 1e-3
"""What a ray meets in the last such share of its way is the point itself, or touches it."""


@dataclass(frozen=True, slots=True)
class SeenThing:
    """Of the points on a thing's surface: `framed`, the share that is inside the picture; `seen`, the share that is also not hidden.
    `outside`: where the rest of it lies, from the picture: left, right, above, below or behind (the camera); '' for none. `hider`: the
    number of the node that hides most of it; -1 for none."""

    framed: float
    seen: float
    outside: str = ""
    hider: int = -1


def seen_of(graph: SceneGraph, i: int, camera: Camera, *, points: int = 256) -> SeenThing | None:
    """What a camera sees of node i; None where the thing has no surface. `points`: so many points on its surface are looked at."""
    sources = graph.sources
    if sources is None:
        return None
    geometry = sources.geometry
    opaque = np.array([m.opacity >= _CLEAR for m in geometry.materials], dtype=bool)[geometry.material]
    node = (
        np.searchsorted(sources.rows, geometry.entity, side="right") - 1
    )  # the named thing that each piece belongs to
    ours = (node >= i) & (node < graph.end[i])
    own = faces_of(geometry, ours)
    if not len(own):
        return None
    places = _spread(own, points)
    framed, outside = _framed(places, camera)
    shell = np.array([one.kind == "room" for one in graph.nodes], dtype=bool)[node]
    others = faces_of(geometry, opaque & ~ours & ~shell)
    eye = np.asarray(camera.eye, dtype=np.float64)
    met = _first_met(eye, places[framed], others)
    rest = _most_common(outside[~framed])
    hidden = met[met >= 0]
    hider = -1
    if hidden.size:
        row = Counter(hidden.tolist()).most_common(1)[0][0]
        hider = int(np.searchsorted(sources.rows, row, side="right")) - 1
    return SeenThing(float(framed.mean()), float((met < 0).sum()) / len(places), rest, hider)


def _spread(faces: Faces, count: int) -> FloatArray:
    """(`count`, 3) points that spread evenly over the surface."""
    a, b, c = (faces.corners[:, k] for k in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    total = np.cumsum(area)
    at = (np.arange(count) + 0.5) / count * total[-1]
    chosen = np.minimum(np.searchsorted(total, at), len(area) - 1)
    u, v = (np.arange(count) * step % 1.0 for step in _GOLDEN)
    over = u + v > 1.0
    u, v = np.where(over, 1.0 - u, u)[:, None], np.where(over, 1.0 - v, v)[:, None]
    points: FloatArray = a[chosen] + u * (b - a)[chosen] + v * (c - a)[chosen]
    return points


def _framed(points: FloatArray, camera: Camera) -> tuple[np.ndarray[tuple[int], np.dtype[np.bool_]], IntArray]:
    """(P,) whether each point is in the picture, and the number in :data:`_SIDES` of the side at which it is not."""
    eye = np.asarray(camera.eye, dtype=np.float64)
    forward = np.asarray(camera.target, dtype=np.float64) - eye
    forward /= np.linalg.norm(forward)
    up = np.array([0.0, 1.0, 0.0]) if abs(forward[1]) < 1.0 - 1e-8 else np.array([0.0, 0.0, np.sign(forward[1])])
    right = np.cross(forward, up)
    right /= np.linalg.norm(right)
    x, y, z = ((points - eye) @ axis for axis in (right, np.cross(right, forward), forward))
    high = np.tan(np.radians(camera.fov) / 2.0) * z
    wide = _ASPECT * high
    over = np.stack([-x - wide, x - wide, y - high, -y - high], axis=1)
    inside = (z > 0.0) & (over <= 0.0).all(axis=1)
    return inside, np.where(z > 0.0, over.argmax(axis=1), len(_SIDES) - 1).astype(np.int32)


_SIDES = ("left", "right", "above", "below", "behind")


def _most_common(sides: IntArray) -> str:
    return _SIDES[int(np.bincount(sides).argmax())] if sides.size else ""


def _first_met(eye: FloatArray, points: FloatArray, faces: Faces) -> IntArray:
    """(P,) the row of a face between the eye and each point; -1 where there is none."""
    out = np.full(len(points), -1, dtype=np.int32)
    if not len(points) or not len(faces):
        return out
    low, high = np.minimum(points.min(axis=0), eye), np.maximum(points.max(axis=0), eye)
    near = ((faces.corners.max(axis=1) >= low) & (faces.corners.min(axis=1) <= high)).all(axis=1)
    corners, row = faces.corners[near], faces.row[near]
    start, one, two = corners[:, 0], corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    away = eye - start
    across = np.cross(away, one)
    for k, point in enumerate(points):
        way = point - eye
        side = np.cross(way, two)
        det = np.einsum("fi,fi->f", one, side)
        with np.errstate(divide="ignore", invalid="ignore"):
            u = np.einsum("fi,fi->f", away, side) / det
            v = (across @ way) / det
            t = np.einsum("fi,fi->f", two, across) / det
        met = (np.abs(det) > 1e-12) & (u >= 0.0) & (v >= 0.0) & (u + v <= 1.0) & (t > 1e-6) & (t < 1.0 - _AT_SURFACE)
        if met.any():
            out[k] = row[np.flatnonzero(met)[t[met].argmin()]]
    return out
