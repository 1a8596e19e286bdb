"""Axis-aligned bounding boxes: analytic for primitives under any affine transform, from the hull for assets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from scenewright.scene.model.nodes import PrimitiveKind
from scenewright.scene.model.values import FloatArray

if TYPE_CHECKING:
    from scenewright.scene.model.scene import Scene

__all__ = ["EMPTY_BOUNDS", "bounds_in_frame", "leaf_extents", "local_bounds", "world_bounds"]

EMPTY_BOUNDS = np.array([[-0.5, -0.5, -0.5], [0.5, 0.5, 0.5]])
"""The bounds of an empty shape: the unit cube, as the published language defines."""

_BOX_LIKE = (PrimitiveKind.CUBE, PrimitiveKind.BLOCK)
_MOST_POINTS = 500_000
"""Corners of hulls that are transformed at once: 12 MB."""
_HULL_LIKE = (PrimitiveKind.MESH, PrimitiveKind.SPLAT)


def leaf_extents(
    kinds: npt.NDArray[np.uint8], matrices: FloatArray, hulls: Sequence[FloatArray | None]
) -> tuple[FloatArray, FloatArray]:
    """Tight boxes of transformed unit primitives.

    Args:
        kinds: (N,) PrimitiveKind.
        matrices: (N, 4, 4) frame_from_unit.
        hulls: N hulls (K, 3), used where the kind is MESH or SPLAT.

    Returns:
        lo, hi: (N, 3) each, in the frame that the matrices map to.
    """
    a = matrices[:, :3, :3]
    centre = matrices[:, :3, 3].copy()
    half = np.zeros_like(centre)
    for kind in np.unique(kinds).tolist():
        rows = kinds == kind
        if kind in _BOX_LIKE:
            half[rows] = 0.5 * np.abs(a[rows]).sum(axis=2)
        elif kind == PrimitiveKind.SPHERE:
            half[rows] = np.sqrt((a[rows] ** 2).sum(axis=2))
        elif kind == PrimitiveKind.CYLINDER:
            centre[rows] += 0.5 * a[rows, :, 1]
            half[rows] = 0.5 * np.abs(a[rows, :, 1]) + np.hypot(a[rows, :, 0], a[rows, :, 2])
        elif kind == PrimitiveKind.CONE:
            base, disc, tip = centre[rows], np.hypot(a[rows, :, 0], a[rows, :, 2]), centre[rows] + a[rows, :, 1]
            low, high = np.minimum(base - disc, tip), np.maximum(base + disc, tip)
            centre[rows], half[rows] = 0.5 * (low + high), 0.5 * (high - low)
        elif kind in _HULL_LIKE:
            for points, same in _hull_points(np.flatnonzero(rows), matrices, hulls):
                low, high = points.min(axis=1), points.max(axis=1)
                centre[same], half[same] = 0.5 * (low + high), 0.5 * (high - low)
    return centre - half, centre + half


def _hull_points(
    rows: npt.NDArray[np.int64], matrices: FloatArray, hulls: Sequence[FloatArray | None]
) -> Iterator[tuple[FloatArray, npt.NDArray[np.int64]]]:
    """The transformed corners (M, K, 3) of M rows that share a hull, with the rows. Scenes hold few objects many times."""
    sharing: dict[int, list[int]] = {}
    for row in rows.tolist():
        sharing.setdefault(id(hulls[row]), []).append(row)
    for numbers in sharing.values():
        hull = hulls[numbers[0]]
        corners = EMPTY_BOUNDS if hull is None or len(hull) == 0 else hull
        at_once = max(_MOST_POINTS // len(corners), 1)
        for first in range(0, len(numbers), at_once):
            some = np.array(numbers[first : first + at_once])
            yield corners @ matrices[some, :3, :3].transpose(0, 2, 1) + matrices[some, None, :3, 3], some


def world_bounds(scene: Scene, index: int) -> FloatArray:
    """(2, 3) box of a node's subtree in the world frame; the unit cube if it has no geometry."""
    return bounds_in_frame(scene, index, None)


def local_bounds(scene: Scene, index: int) -> FloatArray:
    """(2, 3) box of a node's subtree in the node's own frame. A primitive's own frame is the unit shape's."""
    return bounds_in_frame(scene, index, np.linalg.inv(scene.world_from_local[index]))


def bounds_in_frame(scene: Scene, index: int, frame_from_world: FloatArray | None) -> FloatArray:
    """(2, 3) box of a node's subtree in any frame. None: the world frame."""
    rows = scene.leaf_rows
    if index != 0 or frame_from_world is not None:
        rows = rows[(rows >= index) & (rows < scene.subtree_end(index))]
    if rows.size == 0:
        return EMPTY_BOUNDS.copy()
    matrices = scene.world_from_local[rows]
    if frame_from_world is not None:
        matrices = frame_from_world @ matrices
    assets = scene.nodes.asset[rows].tolist()
    hulls = [None if a < 0 else scene.assets[a].hull for a in assets]
    lo, hi = leaf_extents(scene.nodes.primitive[rows], matrices, hulls)
    return np.stack([lo.min(axis=0), hi.max(axis=0)])
