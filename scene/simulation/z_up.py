"""From the scene's frame (+y up, front +z) to that of robots (+z up, front -y): a quarter turn about x."""

from __future__ import annotations

import numpy as np

from scenewright.scene.model import FloatArray

__all__ = ["numbers", "quaternion", "roll_pitch_yaw", "turned_up"]

UP = np.array([[1.0, 0.0, 0.0, 0.0], [0.0, 0.0, -1.0, 0.0], [0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0]])
"""(4, 4) z_up_from_scene."""


def turned_up(matrix: FloatArray) -> FloatArray:
    """(4, 4) a rigid motion between frames with +y up, as one between the same frames with +z up."""
    out: FloatArray = UP @ matrix @ UP.T
    return out


def quaternion(matrix: FloatArray) -> FloatArray:
    """(4,) wxyz of the rotation of a rigid motion (4, 4), with w >= 0."""
    from scipy.spatial.transform import Rotation

    x, y, z, w = Rotation.from_matrix(matrix[:3, :3]).as_quat().tolist()
    sign = -1.0 if w < 0.0 else 1.0
    return sign * np.array([w, x, y, z])


def roll_pitch_yaw(matrix: FloatArray) -> FloatArray:
    """(3,) angles in radians about the fixed axes x, y, z, in this order, as URDF has them."""
    pitch = np.arcsin(np.clip(-matrix[2, 0], -1.0, 1.0))
    if abs(matrix[2, 0]) > 1.0 - 1e-12:  # roll and yaw are about the same axis: yaw is 0
        return np.array([np.arctan2(-matrix[1, 2], matrix[1, 1]), pitch, 0.0])
    return np.array([np.arctan2(matrix[2, 1], matrix[2, 2]), pitch, np.arctan2(matrix[1, 0], matrix[0, 0])])


def numbers(values: FloatArray | list[float] | tuple[float, ...]) -> str:
    """Values as an attribute, to nine digits; what is nothing is 0."""
    flat = np.asarray(values, dtype=np.float64).reshape(-1)
    return " ".join(f"{0.0 if abs(v) < 1e-12 else v:.9g}" for v in flat.tolist())
