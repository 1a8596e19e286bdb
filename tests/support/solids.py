"""Solids of a few simple parts."""

from __future__ import annotations

import numpy as np
import trimesh
from numpy.typing import ArrayLike

from scenewright.scene.geometry import tree_of_mesh
from scenewright.scene.layout.bodies.solids import Solid
from scenewright.scene.model import PrimitiveKind


def solid_of_boxes(boxes: ArrayLike) -> Solid:
    """A solid of boxes (B, 2, 3), each given by its least and greatest corner."""
    corners = np.asarray(boxes, dtype=float)
    frames = np.tile(np.eye(4), (len(corners), 1, 1))
    for frame, (low, high) in zip(frames, corners, strict=True):
        frame[:3, :3] = np.diag(high - low)
        frame[:3, 3] = (low + high) / 2
    return Solid(np.full(len(corners), PrimitiveKind.CUBE, dtype=np.uint8), frames, (None,) * len(corners))


def solid_of_mesh(mesh: trimesh.Trimesh) -> Solid:
    """A solid of one mesh, in the frame of a mesh file."""
    part = next(p for p in tree_of_mesh(trimesh.Scene(mesh)).parts if p.mesh is not None)
    return Solid(np.array([PrimitiveKind.MESH], dtype=np.uint8), part.parent_from_local[None], (part.mesh,))
