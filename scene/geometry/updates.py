"""The triangles of a scene after some instances moved. Meshes are reused; only transforms are computed again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from scenewright.scene.geometry.triangles import SceneGeometry
from scenewright.scene.model import FloatArray, IntArray, Scene

__all__ = ["moved_geometry", "same_tree"]

_COLUMNS = ("parent", "kind", "primitive", "material", "asset")
_SAME = 1e-9
"""Sizes count as equal up to this relative difference."""


def moved_geometry(geometry: SceneGeometry, before: Scene, after: Scene) -> SceneGeometry | None:
    """The geometry of `after`, made from that of `before`, where the two differ only in positions and rotations.

    Args:
        geometry: the geometry of `before`, with the default tolerance (which follows from the size of the scene).

    Returns:
        The same as :func:`scenewright.scene.geometry.triangles.scene_geometry`. None if more than poses differ, or if the
        scene's size changed, as curved surfaces then need other triangles.
    """
    if not same_tree(before, after):
        return None
    moved = np.flatnonzero((before.world_from_local != after.world_from_local).any(axis=(1, 2)))
    if not np.allclose(_scales(before, moved), _scales(after, moved), rtol=_SAME, atol=0.0):
        return None
    if not np.isclose(_diagonal(before), _diagonal(after), rtol=_SAME, atol=0.0):
        return None
    chosen = np.flatnonzero(np.isin(geometry.entity, moved))
    rows = geometry.entity[chosen]
    world = geometry.world_from_mesh.copy()
    motion = after.world_from_local[rows] @ np.linalg.inv(before.world_from_local[rows])
    world[chosen] = motion @ world[chosen]
    return replace(geometry, world_from_mesh=world)


def same_tree(before: Scene, after: Scene) -> bool:
    """Whether two scenes hold the same instances, of the same shapes, colours and materials."""
    old, new = before.nodes, after.nodes
    return (
        len(old) == len(new)
        and not before.later_frames
        and not after.later_frames
        and all(np.array_equal(getattr(old, c), getattr(new, c)) for c in _COLUMNS)
        and np.array_equal(old.color, new.color, equal_nan=True)
        and before.materials == after.materials
        and _objects(before) == _objects(after)
    )


def _objects(scene: Scene) -> list[tuple[object, ...]]:
    """The fields that identify each catalogue object of a scene, for comparison."""
    return [(r.id, r.words, r.size, r.seed, r.node) for r in scene.assets]


def _scales(scene: Scene, rows: IntArray) -> FloatArray:
    """(M, 3) scale along each axis, for M rows."""
    return np.asarray(np.linalg.norm(scene.world_from_local[rows][:, :3, :3], axis=1))


def _diagonal(scene: Scene) -> float:
    return float(np.linalg.norm(np.diff(scene.bounds, axis=0)))
