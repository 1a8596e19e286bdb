"""Converts Scenewright's frames to Blender's. World: (x, y, z) in y-up -> (x, -z, y) in Blender's z-up."""

# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
from __future__ import annotations

import numpy as np
from mathutils import Matrix

__all__ = ["BLENDER_FROM_WORLD", "blender_matrix", "blender_points", "has_shear", "look_along", "srgb_to_linear"]

BLENDER_FROM_WORLD = np.array(
    [[1.0, 0.0, 0.0, 0.0], [0.0, 0.0, -1.0, 0.0], [0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0]],
)
_BLENDER_CAMERA_FROM_OPENCV = np.diag([1.0, -1.0, -1.0, 1.0])


def blender_points(points: np.ndarray) -> np.ndarray:
    """(N, 3) vertices, normals or positions, y-up -> z-up."""
    return np.stack([points[:, 0], -points[:, 2], points[:, 1]], axis=1)


def blender_matrix(parent_from_local: np.ndarray) -> np.ndarray:
    """(..., 4, 4) transform between two y-up frames -> between their z-up versions (local axes turn with the world's)."""
    return BLENDER_FROM_WORLD @ parent_from_local @ BLENDER_FROM_WORLD.T


def camera_matrix(world_from_camera: np.ndarray) -> Matrix:
    """Pose of an OpenCV camera (x right, y down, z forward) in the y-up world -> of Blender's (x right, y up, looks along -z)."""
    return Matrix((BLENDER_FROM_WORLD @ world_from_camera @ _BLENDER_CAMERA_FROM_OPENCV).tolist())


def look_along(position: np.ndarray, direction: np.ndarray) -> Matrix:
    """Pose of a lamp at `position` that shines along `direction`, both y-up: Blender's lamps shine along -z."""
    z = -np.asarray(direction, dtype=np.float64)
    z = z / np.linalg.norm(z)
    # keep the lamp's x axis horizontal, so that panels are aligned with the walls
    side = np.array([0.0, 1.0, 0.0]) if abs(z[1]) < 0.999 else np.array([0.0, 0.0, -1.0])
    x = np.cross(side, z)
    x = x / np.linalg.norm(x)
    pose = np.eye(4)
    pose[:3, :3] = np.stack([x, np.cross(z, x), z], axis=1)
    pose[:3, 3] = position
    return Matrix((BLENDER_FROM_WORLD @ pose).tolist())


def has_shear(matrices: np.ndarray) -> np.ndarray:
    """(N, 4, 4) -> (N,) bool: the axes are not orthogonal, so location, rotation and scale cannot express the matrix."""
    a = matrices[:, :3, :3]
    length = np.maximum(np.linalg.norm(a, axis=1, keepdims=True), 1e-300)
    unit = a / length
    gram = np.swapaxes(unit, 1, 2) @ unit
    off = np.abs(gram - np.eye(3)).max(axis=(1, 2))
    return np.asarray(off > 1e-5)


def srgb_to_linear(color: np.ndarray) -> np.ndarray:
    """sRGB in [0, 1] -> linear Rec. 709, any shape (IEC 61966-2-1)."""
    c = np.clip(np.asarray(color, dtype=np.float64), 0.0, 1.0)
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
