"""The triangles of a scene after some of its instances moved, made from those before: only what moved is placed anew."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from scenewright.scene.geometry.triangles import SceneGeometry
from scenewright.scene.model import FloatArray, IntArray, Scene

__all__ = ["moved_geometry"]

_COLUMNS = ("parent", "kind", "primitive", "material", "asset")
_SAME = 1e-9
"""Relative difference of sizes that are the same."""


def moved_geometry(geometry: SceneGeometry, before: Scene, after: Scene) -> SceneGeometry | None:
    """What :func:`scenewright.scene.geometry.triangles.scene_geometry` gives for a scene that differs from another in
    positions and turns alone.

    Args:
        geometry: of `before`, with the tolerance that follows from the size of the scene.

    Returns:
        None where more differs, or where the scene is larger or smaller than before, so that its curves ask for other triangles.
    """
    if not _same_tree(before, after):
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


def _same_tree(before: Scene, after: Scene) -> bool:
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
    """What tells the catalogue objects of a scene from others."""
    return [(r.id, r.words, r.size, r.seed, r.node) for r in scene.assets]


def _scales(scene: Scene, rows: IntArray) -> FloatArray:
    """(M, 3) lengths of the axes of rows."""
    return np.asarray(np.linalg.norm(scene.world_from_local[rows][:, :3, :3], axis=1))


def _diagonal(scene: Scene) -> float:
    return float(np.linalg.norm(np.diff(scene.bounds, axis=0)))
