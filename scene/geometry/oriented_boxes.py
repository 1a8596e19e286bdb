"""Poses (x, y, z, yaw) of instances, from their upright oriented bounding boxes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import FloatArray, Scene
from scenewright.scene.model.bounds import leaf_extents

__all__ = ["pose_matrices", "standing_boxes", "standing_poses"]


def pose_matrices(poses: FloatArray) -> FloatArray:
    """(..., 4, 4) rigid motions of poses (..., 4): rotate by yaw (radians) about +y, then move the origin to (x, y, z)."""
    c, s = np.cos(poses[..., 3]), np.sin(poses[..., 3])
    out: FloatArray = np.zeros((*poses.shape[:-1], 4, 4))
    out[..., 0, 0], out[..., 0, 2], out[..., 2, 0], out[..., 2, 2] = c, s, -s, c
    out[..., 1, 1] = out[..., 3, 3] = 1.0
    out[..., :3, 3] = poses[..., :3]
    return out


def standing_poses(scene: Scene, rows: npt.ArrayLike) -> FloatArray:
    """(K, 4) poses of K nodes in the world frame, metres and radians: see :func:`standing_boxes`."""
    return standing_boxes(scene, rows)[0]


def standing_boxes(scene: Scene, rows: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
    """(K, 4) poses of K nodes in the world frame, metres and radians, and (K, 3) width, height and depth of their boxes.

    The box is the smallest one around the node's geometry with vertical sides and a front that faces the node's own front
    (+z), seen from above. The pose's point is the centre of the box's bottom. A node without geometry has its own origin as
    pose and no size. If the front points straight up or down, the yaw comes from the node's own +x.
    """
    index = np.asarray(rows, dtype=np.int64).reshape(-1)
    world = scene.world_from_local[index]
    front, side = world[:, :3, 2], world[:, :3, 0]
    level = np.hypot(front[:, 0], front[:, 2]) > 1e-6 * np.linalg.norm(front, axis=1)
    yaw = np.where(level, np.arctan2(front[:, 0], front[:, 2]), np.arctan2(-side[:, 2], side[:, 0]))
    poses: FloatArray = np.concatenate([world[:, :3, 3], yaw[:, None]], axis=1)
    leaves = scene.leaf_rows
    first = np.searchsorted(leaves, index)
    stop = np.searchsorted(leaves, [scene.subtree_end(int(i)) for i in index])
    count = stop - first
    with_geometry = np.flatnonzero(count)
    size: FloatArray = np.zeros((index.size, 3))
    if not with_geometry.size:
        return poses, size
    owner = np.repeat(with_geometry, count[with_geometry])
    starts = np.cumsum(count[with_geometry]) - count[with_geometry]
    leaf = leaves[np.arange(owner.size) - np.repeat(starts, count[with_geometry]) + first[owner]]
    turned = pose_matrices(np.concatenate([np.zeros((index.size, 3)), yaw[:, None]], axis=1))
    matrices = turned[owner].transpose(0, 2, 1) @ scene.world_from_local[leaf]
    hulls = [None if a < 0 else scene.assets[a].hull for a in scene.nodes.asset[leaf].tolist()]
    low, high = leaf_extents(scene.nodes.primitive[leaf], matrices, hulls)
    low, high = np.minimum.reduceat(low, starts), np.maximum.reduceat(high, starts)
    foot = np.stack([(low[:, 0] + high[:, 0]) / 2.0, low[:, 1], (low[:, 2] + high[:, 2]) / 2.0], axis=1)
    poses[with_geometry, :3] = np.einsum("kij,kj->ki", turned[with_geometry, :3, :3], foot)
    size[with_geometry] = high - low
    return poses, size
