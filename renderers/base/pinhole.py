"""The pinhole camera shared by every renderer, in OpenCV's convention: x right, y down, z forward.

Pixel centres are at +0.5: pixel (row, column) has its centre at image point (column + 0.5, row + 0.5).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import Camera, FloatArray

__all__ = ["Pinhole", "points_at"]


@dataclass(frozen=True)
class Pinhole:
    """A camera. `camera_from_world`: (4, 4) extrinsics, rigid. `K`: (3, 3) intrinsics in pixels; pixels are square, and the principal
    point is at the image centre."""

    camera_from_world: FloatArray
    K: FloatArray
    width: int
    height: int

    @staticmethod
    def of(camera: Camera, width: int, height: int) -> Pinhole:
        """The pinhole of a scene's camera: `fov` is vertical, world +y is up (+z for a view straight down or up).

        Raises:
            ValueError: eye and target are the same point, or the fov is not between 0 and 180 degrees.
        """
        eye = np.asarray(camera.eye, dtype=np.float64)
        forward = np.asarray(camera.target, dtype=np.float64) - eye
        length = float(np.linalg.norm(forward))
        if not np.isfinite(length) or length == 0.0:
            raise ValueError("eye and target of a camera are the same point")
        if not 0.0 < camera.fov < 180.0:
            raise ValueError(
                f"fov of a camera is {camera.fov:g}: it is the vertical angle in degrees, between 0 and 180"
            )
        forward /= length
        up = np.array([0.0, 1.0, 0.0])
        if abs(forward[1]) > 1.0 - 1e-8:
            # looking straight down, the far side of the scene (-z) is at the top of the picture
            up = np.array([0.0, 0.0, math.copysign(1.0, forward[1])])
        right = np.cross(forward, up)
        right /= np.linalg.norm(right)
        down = np.cross(forward, right)
        camera_from_world = np.eye(4)
        camera_from_world[:3, :3] = np.stack([right, down, forward])
        camera_from_world[:3, 3] = -camera_from_world[:3, :3] @ eye
        f = height / 2.0 / math.tan(math.radians(camera.fov) / 2.0)
        K = np.array([[f, 0.0, width / 2.0], [0.0, f, height / 2.0], [0.0, 0.0, 1.0]])
        return Pinhole(camera_from_world, K, width, height)

    @property
    def world_from_camera(self) -> FloatArray:
        """(4, 4) pose of the camera, the inverse of `camera_from_world`."""
        r = self.camera_from_world[:3, :3].T
        out = np.eye(4)
        out[:3, :3] = r
        out[:3, 3] = -r @ self.camera_from_world[:3, 3]
        return out

    @property
    def eye(self) -> FloatArray:
        """(3,) the centre of projection in the world frame."""
        return self.world_from_camera[:3, 3]

    @property
    def forward(self) -> FloatArray:
        """(3,) unit vector along which depth is measured, in the world frame."""
        return self.camera_from_world[2, :3].copy()

    def pixel_points(self) -> FloatArray:
        """(H * W, 2) image points (x, y) of the pixel centres, row by row."""
        y, x = np.mgrid[0 : self.height, 0 : self.width]
        return np.stack([x.ravel() + 0.5, y.ravel() + 0.5], axis=1)

    def directions(self, points: npt.ArrayLike) -> FloatArray:
        """(N, 3) world directions through image points (N, 2), with length 1 along the camera's z: a point is eye + depth * direction."""
        xy = np.asarray(points, dtype=np.float64)
        local = np.empty((xy.shape[0], 3))
        local[:, 0] = (xy[:, 0] - self.K[0, 2]) / self.K[0, 0]
        local[:, 1] = (xy[:, 1] - self.K[1, 2]) / self.K[1, 1]
        local[:, 2] = 1.0
        return local @ self.camera_from_world[:3, :3]

    def project(self, points: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
        """Image points (N, 2) and depths (N,) of world points (N, 3); image points are only valid where depth > 0."""
        p = np.asarray(points, dtype=np.float64) @ self.camera_from_world[:3, :3].T + self.camera_from_world[:3, 3]
        depth = p[:, 2]
        safe = np.where(np.abs(depth) < 1e-300, 1e-300, depth)
        xy = p[:, :2] / safe[:, None] * np.array([self.K[0, 0], self.K[1, 1]]) + self.K[:2, 2]
        return xy, depth


def points_at(pinhole: Pinhole, depth: npt.NDArray[np.floating[Any]]) -> npt.NDArray[np.float32]:
    """(H, W, 3) world points at depths (H, W) of the pixel centres; nan where a depth is not finite."""
    flat = depth.astype(np.float64).reshape(-1, 1)
    flat = np.where(np.isfinite(flat), flat, np.nan)
    points = pinhole.eye + flat * pinhole.directions(pinhole.pixel_points())
    return points.astype(np.float32).reshape(*depth.shape, 3)
