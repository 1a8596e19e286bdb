"""The pose of a camera or light that looks somewhere."""

from __future__ import annotations

import math

import numpy as np

from scenewright.scene.model import FloatArray

__all__ = ["world_from_facing"]


def world_from_facing(eye: FloatArray, direction: FloatArray) -> FloatArray:
    """world_from_node (4, 4) of a camera or light at `eye`, which looks along its own -z with +y up, as glTF and USD have it."""
    back = -direction / np.linalg.norm(direction)
    up = np.array([0.0, 1.0, 0.0])
    if abs(back[1]) > 1.0 - 1e-8:
        # looking straight down, the world's -z is up in the picture; looking straight up, +z
        up = np.array([0.0, 0.0, -math.copysign(1.0, back[1])])
    right = np.cross(up, back)
    right /= np.linalg.norm(right)
    out = np.eye(4)
    out[:3, 0], out[:3, 1], out[:3, 2], out[:3, 3] = right, np.cross(back, right), back, eye
    return out
