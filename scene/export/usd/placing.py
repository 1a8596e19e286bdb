"""The pose of a prim in its parent."""

from __future__ import annotations

import numpy as np

from scenewright.scene.export.usd.prims import Prim
from scenewright.scene.model import FloatArray

__all__ = ["Z_UP_FROM_Y_UP", "place"]

Z_UP_FROM_Y_UP = np.array([[1.0, 0.0, 0.0, 0.0], [0.0, 0.0, -1.0, 0.0], [0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0]])
"""(4, 4): scene programs are y up and their fronts look to +z; files are z up, and fronts look to -y."""


def place(prim: Prim, parent_from_local: FloatArray) -> None:
    """Give a prim its pose: nothing for the identity, a translation, or a matrix (USD's are for rows: the transpose of ours)."""
    if np.array_equal(parent_from_local, np.eye(4)):
        return
    if np.array_equal(parent_from_local[:3, :3], np.eye(3)):
        name, type_name, value = "xformOp:translate", "double3", parent_from_local[:3, 3].tolist()
    else:
        name, type_name, value = "xformOp:transform", "matrix4d", parent_from_local.T.tolist()
    prim.set(name, type_name, value)
    prim.set("xformOpOrder", "token[]", [name], uniform=True)
