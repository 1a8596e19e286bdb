"""Compares the scenes before and after an edit, row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import IntArray, Relation, Scene

__all__ = ["EXACT", "Pairs", "first_difference", "relation_key", "rows_without", "touched_paths"]

BoolArray = npt.NDArray[np.bool_]

EXACT = 1e-6
"""Tolerance on every number of an instance that an edit was not meant to change. Things are placed by hulls that are kept in
float32: poses differ by less where a hull is read from a scene folder and where it is computed."""

Pairs = Sequence[tuple[int, int]]
"""(old row, new row) of every instance that remains."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """Allowed differences, by old row: poses of `moved`; colour, identity and words of `restyled`; materials of `resurfaced`;
    names of `renamed`."""

    moved: frozenset[int] = frozenset()
    restyled: frozenset[int] = frozenset()
    renamed: frozenset[int] = frozenset()
    resurfaced: frozenset[int] = frozenset()


def rows_without(scene: Scene, row: int) -> list[int]:
    """All rows without a node and everything below it."""
    end = scene.subtree_end(row)
    return [*range(row), *range(end, len(scene))]


def first_difference(old: Scene, new: Scene, pairs: Pairs, allowed: Allowed) -> str | None:
    """The first difference that is not allowed, in words; None where there is none."""
    if not pairs:
        return None
    a, b = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    moved = np.isin(a, list(allowed.moved))
    restyled = np.isin(a, list(allowed.restyled))
    renamed = np.isin(a, list(allowed.renamed))
    o, n = old.nodes, new.nodes
    old_to_new = dict(pairs)
    for i, j in pairs:
        p, q = int(o.parent[i]), int(n.parent[j])
        if p >= 0 and old_to_new.get(p) != q:
            return f"'{old.paths[i]}' would move into '{new.paths[q]}'"

    def named(mask: BoolArray, what: str) -> str | None:
        return f"{what} of '{old.paths[int(a[int(np.argmax(mask))])]}' would change too" if mask.any() else None

    differs = _differences(old, new, a, b)
    return (
        named(differs.pose & ~moved, "the pose")
        or named(differs.kind, "the kind")
        or named(differs.name & ~renamed, "the name")
        or named(differs.word & ~restyled & ~renamed, "the word")
        or named(differs.material & ~np.isin(a, list(allowed.resurfaced)), "the material")
        or named(differs.color & ~restyled, "the colour")
        or named(differs.identity & ~restyled, "the identity")
        or named(differs.asset, "the asset")
    )


def touched_paths(old: Scene, new: Scene) -> frozenset[str]:
    """Paths of the instances that differ between two scenes: they are in one scene only, or differ in pose relative to their
    parent, in look or in words. Parts of an instance that moved are not listed unless they moved in it."""
    shared = [(i, new._path_index[p]) for i, p in enumerate(old.paths) if p in new._path_index]
    paths = set(old.paths).symmetric_difference(new.paths)
    if shared:
        a, b = (np.array(side, dtype=np.int64) for side in zip(*shared, strict=True))
        paths |= {old.paths[i] for i in a[_differences(old, new, a, b).any].tolist()}
    return frozenset(paths)


@dataclass(frozen=True, slots=True)
class _Differences:
    """Differences of N pairs of rows, each (N,)."""

    pose: BoolArray
    kind: BoolArray
    name: BoolArray
    word: BoolArray
    material: BoolArray
    color: BoolArray
    identity: BoolArray
    asset: BoolArray

    @property
    def any(self) -> BoolArray:
        found: BoolArray = np.logical_or.reduce([getattr(self, name) for name in self.__slots__])
        return found


def _differences(old: Scene, new: Scene, a: npt.NDArray[np.int64], b: npt.NDArray[np.int64]) -> _Differences:
    """Differences between rows `a` (N,) of the old scene and rows `b` (N,) of the new one."""
    o, n = old.nodes, new.nodes
    words = _differs(old.strings, o.word[a], new.strings, n.word[b])
    old_assets, new_assets = ([_asset_key(r) for r in scene.assets] for scene in (old, new))
    return _Differences(
        pose=np.abs(o.parent_from_local[a] - n.parent_from_local[b]).max(axis=(1, 2)) > EXACT,
        kind=(o.kind[a] != n.kind[b]) | (o.primitive[a] != n.primitive[b]),
        name=_differs(old.strings, o.name[a], new.strings, n.name[b]),
        word=words | _differs(old.strings, o.phrase[a], new.strings, n.phrase[b]),
        material=_differs(old.materials, o.material[a], new.materials, n.material[b]),
        color=~np.isclose(o.color[a], n.color[b], rtol=0.0, atol=EXACT, equal_nan=True).all(axis=1),
        identity=_differs(old.embeddings, o.z[a], new.embeddings, n.z[b]),
        asset=_differs(old_assets, o.asset[a], new_assets, n.asset[b]),
    )


def _asset_key(ref: object) -> tuple[object, ...]:
    return tuple(getattr(ref, f) for f in ("words", "size", "seed", "id", "node"))


def _differs(old_table: Sequence[object], old: IntArray, new_table: Sequence[object], new: IntArray) -> BoolArray:
    """(N,) whether the table entries of two index columns differ."""
    codes: dict[object, int] = {None: 0}
    left = np.array([codes.setdefault(t, len(codes)) for t in old_table] or [0], dtype=np.int64)
    right = np.array([codes.setdefault(t, len(codes)) for t in new_table] or [0], dtype=np.int64)
    before = np.where(old < 0, 0, left[np.clip(old, 0, None)])
    after = np.where(new < 0, 0, right[np.clip(new, 0, None)])
    differs: BoolArray = before != after
    return differs


def relation_key(relation: Relation, path_map: Mapping[str, str | None]) -> tuple[object, ...] | None:
    """A comparable key of a relation, with its paths replaced by `path_map` where they are in it. Lists lose items that are
    gone. None: a name means no instance, or its instance is gone."""
    paths: list[tuple[str, tuple[str, ...]]] = []
    for name, listed in relation.paths.items():
        kept = tuple(m for p in listed if (m := path_map.get(p, p)) is not None)
        if not kept or (name != "items" and len(kept) < len(listed)):
            return None
        paths.append((name, kept))
    numbers = tuple((k, v) for k, v in relation.arguments.items() if k not in relation.paths)
    return relation.kind, tuple(paths), relation.weight, relation.hard, numbers
