"""A scene as rigid bodies: their frames, boxes, supports and clearances."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from scene.asset_provider import AssetProvider
from scene.bounds import leaf_extents
from scene.layout.model import Bodies, Support, Surface
from scene.layout.selection import owners
from scene.model import FloatArray, Scene

__all__ = ["bodies_of"]


def bodies_of(scene: Scene, *, provider: AssetProvider | None = None, root: Path | None = None) -> Bodies:
    """The rigid bodies of a scene: see :mod:`scene.layout.selection` for which those are.

    A body's frame is upright. Its yaw is that of the row's front (+z) on the floor; where that points straight up or down,
    of its x. Its box is the tight one in that frame: what is tilted, mirrored or sheared is measured as it stands.

    Args:
        provider: where catalogue objects come from; without one their hulls stand for them.
        root: the scene folder.
    """
    owner = owners(scene)
    leaves = np.flatnonzero((owner >= 0) & np.isin(np.arange(len(scene)), scene.leaf_rows))
    rows, body = np.unique(owner[leaves], return_inverse=True)
    world = scene.world_from_local[rows]
    yaw = yaw_of(world)
    upright_from_world = _upright_from_world(yaw)
    matrices = upright_from_world[body] @ scene.world_from_local[leaves]
    assets = scene.nodes.asset[leaves].tolist()
    hulls = [None if a < 0 else scene.assets[a].hull for a in assets]
    lo, hi = leaf_extents(scene.nodes.primitive[leaves], matrices, hulls)
    low, high = np.full((len(rows), 3), np.inf), np.full((len(rows), 3), -np.inf)
    np.minimum.at(low, body, lo)
    np.maximum.at(high, body, hi)
    foot = np.stack([(low[:, 0] + high[:, 0]) / 2.0, low[:, 1], (low[:, 2] + high[:, 2]) / 2.0], axis=1)
    c, s = np.cos(yaw), np.sin(yaw)
    initial = np.stack([c * foot[:, 0] + s * foot[:, 2], foot[:, 1], -s * foot[:, 0] + c * foot[:, 2], yaw], axis=1)
    body_from_row = upright_from_world @ world
    body_from_row[:, :3, 3] -= foot
    size = high - low
    boxes = [np.array([[[-w / 2, 0.0, -d / 2], [w / 2, h, d / 2]]]) for w, h, d in size.tolist()]
    surfaces = [_top(w / 2, h, d / 2) for w, h, d in size.tolist()]
    refs = [scene.entity(int(r)).asset for r in rows]
    n = len(rows)
    return Bodies(
        row=rows.astype(np.int32),
        path=tuple(scene.paths[r] for r in rows.tolist()),
        half=size[:, (0, 2)] / 2.0,
        height=size[:, 1],
        initial=initial,
        body_from_row=body_from_row,
        support=tuple(Support.FLOOR for _ in refs),
        fixed=np.zeros(n, dtype=bool),
        clearance=np.zeros((n, 4)),
        boxes=tuple(boxes),
        surfaces=tuple(surfaces),
    )


def yaw_of(world_from_row: FloatArray) -> FloatArray:
    """(N,) yaw of rows with matrices (N, 4, 4): of their front on the floor, else of their x."""
    front, right = world_from_row[:, :3, 2], world_from_row[:, :3, 0]
    flat = np.hypot(front[:, 0], front[:, 2])
    upright = flat > 1e-6 * np.linalg.norm(front, axis=1)
    return np.where(upright, np.arctan2(front[:, 0], front[:, 2]), np.arctan2(-right[:, 2], right[:, 0]))


def _upright_from_world(yaw: FloatArray) -> FloatArray:
    """(N, 4, 4) that turn the world back by yaw."""
    out = np.tile(np.eye(4), (len(yaw), 1, 1))
    c, s = np.cos(yaw), np.sin(yaw)
    out[:, 0, 0], out[:, 0, 2], out[:, 2, 0], out[:, 2, 2] = c, -s, s, c
    return out


def _top(x: float, height: float, z: float) -> tuple[Surface, ...]:
    return (Surface(np.array([[-x, -z], [x, -z], [x, z], [-x, z]]), height),)
