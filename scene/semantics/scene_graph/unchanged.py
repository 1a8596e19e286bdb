"""Find what a change left as it was: compare a scene and its geometry with those before the change, by path.

:func:`scenewright.scene.semantics.scene_graph.graph.scene_graph` reuses the graph before the change where nothing changed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.language.editing import touched_paths
from scenewright.scene.layout import Numbers
from scenewright.scene.model import FloatArray, IntArray, NodeKind, Scene

__all__ = ["Unchanged", "instance_rectangles", "unchanged"]

Bools = npt.NDArray[np.bool_]

_CELL = 1e-6
"""Margin of rectangles around what they bound, in metres, against rounding."""


@dataclass(frozen=True, eq=False)
class Unchanged:
    """What is unchanged of the N nodes of a graph and the I instances of its geometry.

    `number`: (N,) the number of each node in the graph before, -1 for a new node. `row`: the new row of each old row, -1 where it is gone.
    `said`: (N,) whether words, kind and place in the tree are the same. `shape`: (N,) whether all surfaces of a node and of the nodes
    below it are where they were. `look`: (N,) whether they also look the same. `instance`: (I,) the old number of each instance that is the
    same, else -1. `changed`: (C, 2, 2) rectangles on the floor, (low, high) of (x, z), around the old and the new places of surfaces that
    changed.
    """

    number: Numbers
    row: Numbers
    said: Bools
    shape: Bools
    look: Bools
    instance: Numbers
    changed: FloatArray

    def near_changes(self, low: FloatArray, high: FloatArray) -> Bools:
        """(K,) whether surfaces changed over rectangles on the floor from low (K, 2) to high (K, 2), at any height."""
        if not len(self.changed):
            return np.zeros(len(low), dtype=bool)
        over = (low[:, None] <= self.changed[None, :, 1]) & (high[:, None] >= self.changed[None, :, 0])
        found: Bools = over.all(axis=2).any(axis=1)
        return found


def unchanged(
    before: tuple[Scene, SceneGeometry, Numbers], after: tuple[Scene, SceneGeometry, Numbers]
) -> Unchanged | None:
    """Compare two states of a scene.

    Args:
        before, after: the scene, its geometry and (N,) the rows of the graph's nodes.

    Returns:
        None where too little is the same: another room, captured things, or instances in another order.
    """
    (old, old_geometry, old_rows), (new, geometry, rows) = before, after
    if old.room != new.room or any((s.nodes.kind == NodeKind.SPLAT).any() for s in (old, new)):
        return None
    row = _rows(old, new)
    kept = row[row >= 0]
    if not len(kept) or (np.diff(kept) <= 0).any():
        return None
    old_row = np.full(len(new), -1, dtype=np.int64)
    old_row[kept] = np.flatnonzero(row >= 0)
    numbers = np.full(len(old), -1, dtype=np.int64)
    numbers[old_rows] = np.arange(len(old_rows))
    number = np.where(old_row[rows] >= 0, numbers[old_row[rows]], -1)
    touched = touched_paths(old, new)
    said = (number >= 0) & ~np.array([new.paths[r] in touched for r in rows.tolist()], dtype=bool)
    same, alike = _instances(old_geometry, geometry, old_row)
    end = np.array([new.subtree_end(int(r)) for r in rows], dtype=np.int64)
    old_end = np.array([old.subtree_end(int(r)) if r >= 0 else 0 for r in old_row[rows]], dtype=np.int64)
    of_old = np.searchsorted(np.sort(old_geometry.entity), np.stack([np.maximum(old_row[rows], 0), old_end]))
    whole = (number >= 0) & (old_end - old_row[rows] == end - rows)
    whole &= _all_below(geometry, same >= 0, rows, end, of_old[1] - of_old[0])
    gone = np.ones(len(old_geometry), dtype=bool)
    gone[same[same >= 0]] = False
    rectangles = [
        instance_rectangles(old_geometry, np.flatnonzero(gone)),
        instance_rectangles(geometry, np.flatnonzero(same < 0)),
    ]
    return Unchanged(
        number=number,
        row=row,
        said=said,
        shape=whole,
        look=whole & _all_below(geometry, alike, rows, end, of_old[1] - of_old[0]),
        instance=same,
        changed=np.concatenate(rectangles),
    )


def _rows(old: Scene, new: Scene) -> Numbers:
    """The new row of each old row, by path, -1 where it is gone."""
    if old.paths == new.paths:
        return np.arange(len(old), dtype=np.int64)
    where = {path: row for row, path in enumerate(new.paths)}
    return np.array([where.get(path, -1) for path in old.paths], dtype=np.int64)


def _instances(old: SceneGeometry, new: SceneGeometry, old_row: Numbers) -> tuple[Numbers, Bools]:
    """(I,) the old instance of each new one, -1 where shape or place differ; and (I,) whether it also looks the same."""
    order, old_order = np.argsort(new.entity, kind="stable"), np.argsort(old.entity, kind="stable")
    at, old_at = new.entity[order], old.entity[old_order]
    nth = np.arange(len(at)) - np.searchsorted(at, at)
    candidate = np.searchsorted(old_at, old_row[at]) + nth
    there = (old_row[at] >= 0) & (candidate < len(old_at))
    there[there] = old_at[candidate[there]] == old_row[at[there]]
    k, q = order[there], old_order[candidate[there]]
    same = _meshes(old, new, old.mesh[q], new.mesh[k])
    same &= (old.world_from_mesh[q] == new.world_from_mesh[k]).all(axis=(1, 2))
    kept = np.full(len(new), -1, dtype=np.int64)
    kept[k[same]] = q[same]
    alike = np.zeros(len(new), dtype=bool)
    k, q = k[same], q[same]
    materials = {m: i for i, m in reversed(list(enumerate((*old.materials, *new.materials))))}
    of_old = np.array([materials[m] for m in old.materials], dtype=np.int64)
    of_new = np.array([materials[m] for m in new.materials], dtype=np.int64)
    alike[k] = (old.color[q] == new.color[k]).all(axis=1) & (of_old[old.material[q]] == of_new[new.material[k]])
    return kept, alike


def _meshes(old: SceneGeometry, new: SceneGeometry, a: IntArray | Numbers, b: IntArray | Numbers) -> Bools:
    """(K,) whether meshes a (K,) of the old geometry and b (K,) of the new one have the same shape."""
    if old.meshes is new.meshes:
        equal: Bools = a == b
        return equal
    pairs, which = np.unique(np.stack([a, b], axis=1), axis=0, return_inverse=True)
    verdicts = []
    for i, j in pairs.tolist():
        one, other = old.meshes[i], new.meshes[j]
        alike = one is other or (
            one.kind == other.kind
            and np.array_equal(one.vertices, other.vertices)
            and np.array_equal(one.faces, other.faces)
        )
        verdicts.append(alike)
    found: Bools = np.array(verdicts, dtype=bool)[which.reshape(-1)]
    return found


def _all_below(geometry: SceneGeometry, good: Bools, rows: Numbers, end: Numbers, count: Numbers) -> Bools:
    """(N,) whether all instances of a node and of the nodes below it are marked `good`, and are as many as `count` (N,)."""
    order = np.argsort(geometry.entity, kind="stable")
    at = geometry.entity[order]
    first, stop = np.searchsorted(at, rows), np.searchsorted(at, end)
    sums = np.concatenate([[0], np.cumsum(good[order])])
    found: Bools = (sums[stop] - sums[first] == stop - first) & (stop - first == count)
    return found


def instance_rectangles(geometry: SceneGeometry, chosen: IntArray | Numbers) -> FloatArray:
    """(K, 2, 2) rectangles on the floor, (low, high) of (x, z), around the instances `chosen` (K,)."""
    if not len(chosen):
        return np.zeros((0, 2, 2))
    used, which = np.unique(geometry.mesh[chosen], return_inverse=True)
    corners = [np.asarray(geometry.meshes[m].vertices, dtype=np.float64) for m in used.tolist()]
    low = np.array([c.min(axis=0) if len(c) else np.zeros(3) for c in corners])[which.reshape(-1)]
    high = np.array([c.max(axis=0) if len(c) else np.zeros(3) for c in corners])[which.reshape(-1)]
    world = geometry.world_from_mesh[chosen]
    middle = np.einsum("kij,kj->ki", world[:, :3, :3], (low + high) / 2.0) + world[:, :3, 3]
    half = np.einsum("kij,kj->ki", np.abs(world[:, :3, :3]), (high - low) / 2.0) + _CELL
    out: FloatArray = np.stack([middle - half, middle + half], axis=1)[..., [0, 2]]
    return out
