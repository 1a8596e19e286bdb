"""A circle around a scene: level, at one distance from which all of the scene is in view from every side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from scenewright.renderers.base import default_camera, hidden_rows, scene_points
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import Camera, FloatArray, IntArray, Scene

__all__ = ["around_target", "orbit_camera"]

_SIDES = 24
"""Directions from which the distance is measured."""
_MARGIN = 0.05
"""Share of the picture that stays empty at each edge."""
_FAR = 100.0
"""Sizes of the scene: where a camera is that says which walls a direction leaves out."""
_WAYS, _MANY_WAYS = 60, 400
"""Directions in which the outline of an instance is looked at, and that of all together."""
_HEIGHTS = 13
"""Heights to look at that are tried."""


def orbit_camera(scene: Scene, geometries: Sequence[tuple[Scene, SceneGeometry]], aspect: float) -> Camera:
    """The camera with which an orbit begins: that of a scene without cameras, moved so far that the circle shows all from each side.

    Args:
        geometries: frames of the scene with their triangles.
        aspect: width over height of the picture.
    """
    start = default_camera(scene, aspect=aspect)
    toward = np.subtract(start.eye, start.target)
    toward /= np.linalg.norm(toward)
    clouds = [(shown, geometry.entity, _outer_points(geometry)) for shown, geometry in geometries if len(geometry)]
    every = [points.reshape(-1, 3) for _, _, points in clouds] or [scene_points(scene)]
    low, high = np.min([p.min(axis=0) for p in every], axis=0), np.max([p.max(axis=0) for p in every], axis=0)
    middle, size = (low + high) / 2.0, float(np.linalg.norm(high - low))
    elevation, azimuth = math.asin(toward[1]), math.atan2(toward[0], toward[2])
    views = []
    for k in range(_SIDES):
        way = _direction(azimuth + 2.0 * math.pi * k / _SIDES, elevation)
        drawn = _drawn(clouds, Camera(_vec3(middle + _FAR * size * way), _vec3(middle)))
        views.append((way, _outermost(np.concatenate(drawn or every))))

    def away(target: FloatArray) -> float:
        return max(_distance(points - target, way, start.fov, aspect) for way, points in views)

    # seen from above, what is near takes more of the picture than what is far: another height is the middle of the picture
    targets = [np.array([middle[0], y, middle[2]]) for y in np.linspace(low[1], high[1], _HEIGHTS)]
    target = min(targets, key=away)
    return Camera(_vec3(target + away(target) * toward), _vec3(target), start.fov)


def around_target(camera: Camera, shares: FloatArray) -> list[Camera]:
    """The cameras at shares (N,) of a full turn about the upright line through what a camera looks at."""
    eye, target = np.array(camera.eye), np.array(camera.target)
    x, y, z = eye - target
    turned = 2.0 * math.pi * np.asarray(shares)
    c, s = np.cos(turned), np.sin(turned)
    eyes = target + np.stack([c * x + s * z, np.full(len(c), y), -s * x + c * z], axis=1)
    return [replace(camera, eye=_vec3(there)) for there in eyes]


def _drawn(clouds: list[tuple[Scene, IntArray, FloatArray]], camera: Camera) -> list[FloatArray]:
    """Points (P, 3) around what a view of each frame draws: of a room not the walls that it leaves out."""
    found = []
    for scene, entity, points in clouds:
        visible = ~hidden_rows(scene, camera)[entity]
        if visible.any():
            found.append(points[visible].reshape(-1, 3))
    return found


def _outer_points(geometry: SceneGeometry) -> FloatArray:
    """(I, D, 3) for each instance the vertices that lie farthest in each of D directions: its convex hull, nearly."""
    ways = _sphere(_WAYS)
    out = np.empty((len(geometry), _WAYS, 3))
    for instance, (mesh, frame) in enumerate(zip(geometry.mesh, geometry.world_from_mesh, strict=True)):
        vertices = geometry.meshes[mesh].vertices.astype(np.float64) @ frame[:3, :3].T + frame[:3, 3]
        out[instance] = vertices[(vertices @ ways.T).argmax(axis=0)]
    return out


def _outermost(points: FloatArray) -> FloatArray:
    """(Q, 3) the points of (P, 3) that lie farthest in any direction, nearly."""
    return points[np.unique((points @ _sphere(_MANY_WAYS).T).argmax(axis=0))]


def _sphere(count: int) -> FloatArray:
    """(count, 3) unit vectors spread evenly (a Fibonacci lattice; A. Gonzalez, Mathematical Geosciences 42, 2010)."""
    k = np.arange(count) + 0.5
    y, turn = 1.0 - 2.0 * k / count, k * math.pi * (3.0 - math.sqrt(5.0))
    flat = np.sqrt(1.0 - y**2)
    return np.stack([flat * np.cos(turn), y, flat * np.sin(turn)], axis=1)


def _distance(points: FloatArray, back: FloatArray, fov: float, aspect: float) -> float:
    """The least distance of an eye in a direction (3,) from the origin, to which it looks, that has all points (P, 3) in view."""
    right = np.cross([0.0, 1.0, 0.0], back)
    right /= np.linalg.norm(right)
    up = np.cross(back, right)
    ty = math.tan(math.radians(fov) / 2.0) * (1.0 - 2.0 * _MARGIN)
    sides = np.maximum(np.abs(points @ right) / (ty * aspect), np.abs(points @ up) / ty)
    span = float(np.ptp(points, axis=0).max())
    return max(float((points @ back + sides).max()), float((points @ back).max()) + 0.05 * span, 1e-6)


def _direction(azimuth: float, elevation: float) -> FloatArray:
    """(3,) unit vector to the eye; azimuth from +z toward +x, elevation above the horizon, radians."""
    flat = math.cos(elevation)
    return np.array([math.sin(azimuth) * flat, math.sin(elevation), math.cos(azimuth) * flat])


def _vec3(v: FloatArray) -> tuple[float, float, float]:
    return float(v[0]), float(v[1]), float(v[2])
