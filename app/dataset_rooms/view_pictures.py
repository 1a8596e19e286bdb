"""The pictures of a view as files: colour, depth, normals, things and classes."""

from __future__ import annotations

import io
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from PIL import Image

from scenewright.scene.model import FloatArray

__all__ = ["DEPTH_MM", "FARTHEST_MM", "picture_files"]

DEPTH_MM = 1.0
"""Millimetres of one step of the pictures of depths."""
FARTHEST_MM = 65_535


def picture_files(
    color: npt.NDArray[np.uint8],
    depth: npt.NDArray[np.float32],
    normal: npt.NDArray[np.float32],
    instance: npt.NDArray[np.uint16],
    category: npt.NDArray[np.uint16],
    camera_from_world: FloatArray,
) -> Mapping[str, bytes]:
    """The PNG files of a view by their endings.

    - ``rgb.png``: (H, W, 3) sRGB.
    - ``depth.png``: 16 bits, millimetres along the camera's axis, 0 where nothing is or it is farther than 65.5 m.
    - ``normal.png``: (H, W, 3) unit normals in the camera's frame (OpenCV), each axis from -1 to 1 as 1 to 255; 0, 0, 0 where nothing is.
    - ``instance.png``: 16 bits, ids of things, 0 for none.
    - ``category.png``: 16 bits, ids of classes, 0 where nothing is.

    Args:
        normal: (H, W, 3) in the world frame, 0 where nothing is.
    """
    return {
        "rgb.png": _png(color[..., :3]),
        "depth.png": _png(_millimetres(depth)),
        "normal.png": _png(_coded_normals(normal, camera_from_world)),
        "instance.png": _png(instance),
        "category.png": _png(category),
    }


def _millimetres(depth: npt.NDArray[np.float32]) -> npt.NDArray[np.uint16]:
    mm = np.round(np.where(np.isfinite(depth), depth, 0.0).astype(np.float64) * 1000.0 / DEPTH_MM)
    return np.where(mm <= FARTHEST_MM, mm, 0.0).astype(np.uint16)


def _coded_normals(normal: npt.NDArray[np.float32], camera_from_world: FloatArray) -> npt.NDArray[np.uint8]:
    turned = normal.astype(np.float64) @ camera_from_world[:3, :3].T
    there = np.linalg.norm(turned, axis=2, keepdims=True) > 0.5
    return np.where(there, np.round(128.0 + 127.0 * np.clip(turned, -1.0, 1.0)), 0.0).astype(np.uint8)


def _png(values: npt.NDArray[np.uint8] | npt.NDArray[np.uint16]) -> bytes:
    out = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(values)).save(out, "PNG")
    return out.getvalue()
