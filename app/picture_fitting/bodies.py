"""Things of a picture as triangles that can be moved, turned and scaled: what the fit draws again and again."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace

import numpy as np

from scenewright.scene.model import FloatArray, IntArray

__all__ = ["Body", "Pose", "box_body", "cylinder_body", "sphere_body"]

_AROUND, _ALONG = 32, 14


@dataclass(frozen=True)
class Pose:
    """Where a body is. `at`: the middle of its base, in the world. `turn`: radians about +y, right-handed. `scale`: along the axes of the
    body before it turns."""

    at: tuple[float, float, float] = (0.0, 0.0, 0.0)
    turn: float = 0.0
    scale: tuple[float, float, float] = (1.0, 1.0, 1.0)

    def moved(self, by: tuple[float, float, float]) -> Pose:
        """The pose `by` farther, along the axes of the world."""
        return replace(self, at=(self.at[0] + by[0], self.at[1] + by[1], self.at[2] + by[2]))

    def turned(self, by: float) -> Pose:
        return replace(self, turn=self.turn + by)

    def scaled(self, factor: float) -> Pose:
        """The pose with all sizes times a factor."""
        a, b, c = self.scale
        return replace(self, scale=(a * factor, b * factor, c * factor))

    @property
    def rotation(self) -> FloatArray:
        """(3, 3) of the turn."""
        c, s = math.cos(self.turn), math.sin(self.turn)
        return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])


@dataclass(frozen=True, eq=False)
class Body:
    """Triangles in a frame whose origin is the middle of the base. `points`: (V, 3). `faces`: (F, 3). `normals`: (F, 3) outward.
    `albedo`: (F, 3) base colours, linear. `closed`: its faces show their front only: their corners go round it counter-clockwise."""

    points: FloatArray
    faces: IntArray
    normals: FloatArray
    albedo: FloatArray
    closed: bool = False

    def world_points(self, pose: Pose) -> FloatArray:
        """(V, 3) the corners in the world."""
        return np.asarray((self.points * pose.scale) @ pose.rotation.T + pose.at)

    def world_normals(self, pose: Pose) -> FloatArray:
        """(F, 3) unit normals in the world."""
        normals = (self.normals / pose.scale) @ pose.rotation.T
        return np.asarray(normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12))


def _body(points: FloatArray, faces: IntArray) -> Body:
    """A convex body around the point half-way up its axis; faces are turned outward."""
    corners = points[faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    keep = np.linalg.norm(normals, axis=1) > 1e-12
    faces, corners, normals = faces[keep], corners[keep], normals[keep]
    middle = np.array([0.0, points[:, 1].max() / 2.0, 0.0])
    inward = ((corners.mean(axis=1) - middle) * normals).sum(axis=1) < 0.0
    normals[inward] *= -1.0
    faces = np.where(inward[:, None], faces[:, ::-1], faces)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return Body(points, faces, normals, np.ones((len(faces), 3)), closed=True)


def _rings(rings: list[tuple[float, float]], around: int, first_angle: float) -> tuple[FloatArray, IntArray]:
    """A surface of revolution about +y through (radius, height) rings."""
    angles = first_angle + np.arange(around) * (2.0 * math.pi / around)
    circle = np.stack([np.cos(angles), np.zeros(around), np.sin(angles)], axis=1)
    points = np.concatenate([circle * radius + [0.0, height, 0.0] for radius, height in rings])
    here = np.arange(around)
    there = (here + 1) % around
    faces = []
    for k in range(len(rings) - 1):
        low, high = k * around, (k + 1) * around
        faces += [np.stack([low + here, low + there, high + there], axis=1)]
        faces += [np.stack([low + here, high + there, high + here], axis=1)]
    return points, np.concatenate(faces).astype(np.int64)


@functools.cache
def box_body() -> Body:
    """A box of edges 1 on its base."""
    half = math.sqrt(0.5)
    return _body(*_rings([(0.0, 0.0), (half, 0.0), (half, 1.0), (0.0, 1.0)], 4, math.pi / 4.0))


@functools.cache
def cylinder_body() -> Body:
    """A cylinder of diameter and height 1 on its base."""
    return _body(*_rings([(0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0)], _AROUND, 0.0))


@functools.cache
def sphere_body() -> Body:
    """A sphere of diameter 1 that touches the ground."""
    tilts = np.linspace(0.0, math.pi, _ALONG + 1)
    return _body(*_rings([(0.5 * math.sin(t), 0.5 - 0.5 * math.cos(t)) for t in tilts], _AROUND, 0.0))
