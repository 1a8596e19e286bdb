"""A view's camera as numbers for other programs: intrinsics, poses in the conventions of OpenCV and OpenGL, near and far."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base.pinhole import Pinhole
from scenewright.scene.model import Camera, FloatArray, Scene

__all__ = ["CAMERA_CONVENTIONS", "camera_numbers", "depth_range"]

CAMERA_CONVENTIONS = {
    "world": "right-handed, +y up, scene units (metres)",
    "opencv": "camera frame: x right, y down, z forward",
    "opengl": "camera frame: x right, y up, z backward",
    "matrices": "4 x 4 rows, for column vectors: camera = camera_from_world @ world",
    "pixels": "K maps to pixels: x from the left, y from the top; the centre of the pixel in row r and column c is (c + 0.5, r + 0.5)",
    "depth": "along the z axis of the OpenCV camera, not along the ray; inf where there is nothing",
}
"""What the numbers mean, for the head of a file."""

_OPENGL_FROM_OPENCV = np.diag([1.0, -1.0, -1.0, 1.0])
_NEAREST = 1e-3
"""Least near distance, as a share of the scene's radius."""
_SLACK = 1e-3
"""Share by which the range of depths is wider than what is in it."""


def camera_numbers(camera: Camera, width: int, height: int, *, near: float, far: float) -> dict[str, Any]:
    """JSON values: `width`, `height` in pixels; `K` (3, 3); vertical `fov` in degrees; `near`, `far` in scene units; and under `opencv` and
    `opengl` the matrices `camera_from_world` (world to camera) and `world_from_camera`, (4, 4) each. `opengl` also has
    `clip_from_camera`, the projection to clip space."""
    pinhole = Pinhole.of(camera, width, height)
    to_camera, to_world = pinhole.camera_from_world, pinhole.world_from_camera
    return {
        "width": width,
        "height": height,
        "K": pinhole.K.tolist(),
        "fov": camera.fov,
        "near": near,
        "far": far,
        "opencv": {"camera_from_world": to_camera.tolist(), "world_from_camera": to_world.tolist()},
        "opengl": {
            "camera_from_world": (_OPENGL_FROM_OPENCV @ to_camera).tolist(),
            "world_from_camera": (to_world @ _OPENGL_FROM_OPENCV).tolist(),
            "clip_from_camera": _projection(pinhole, near, far).tolist(),
        },
    }


def depth_range(scene: Scene, camera: Camera, depth: npt.NDArray[np.float32] | None = None) -> tuple[float, float]:
    """Near and far, scene units: the geometry of the scene in front of the camera is between them, and so is every finite value of
    `depth` (H, W) if it is given, the ground included."""
    low, high = scene.bounds
    corners = np.array([[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])])
    along = Pinhole.of(camera, 1, 1).project(corners)[1]
    radius = max(float(np.linalg.norm(high - low)) / 2.0, 1e-30)
    near, far = max(float(along.min()), _NEAREST * radius), float(along.max())
    if depth is not None and (seen := depth[np.isfinite(depth)]).size:
        near, far = min(near, float(seen.min())), max(far, float(seen.max()))
    near *= 1.0 - _SLACK
    return near, max(far, near * 2.0) * (1.0 + _SLACK)


def _projection(pinhole: Pinhole, near: float, far: float) -> FloatArray:
    """(4, 4) OpenGL clip space from the OpenGL camera frame."""
    k, width, height = pinhole.K, pinhole.width, pinhole.height
    return np.array(
        [
            [2.0 * k[0, 0] / width, 0.0, 1.0 - 2.0 * k[0, 2] / width, 0.0],
            [0.0, 2.0 * k[1, 1] / height, 2.0 * k[1, 2] / height - 1.0, 0.0],
            [0.0, 0.0, -(far + near) / (far - near), -2.0 * far * near / (far - near)],
            [0.0, 0.0, -1.0, 0.0],
        ]
    )
