"""The pieces of a catalogue object, computed once for each object of a provider."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from scenewright.scene.asset_provider import AssetContent, AssetError, AssetProvider
from scenewright.scene.geometry import tree_of_mesh
from scenewright.scene.layout.certify.shapes import MeshShape, hull_shape, shapes_of_mesh
from scenewright.scene.model import AssetRef, FloatArray, IntArray, PrimitiveKind, Scene

__all__ = ["SOLID", "Pieces", "joined", "pieces_of_asset", "pieces_of_rows"]

SOLID = (
    PrimitiveKind.CUBE,
    PrimitiveKind.SPHERE,
    PrimitiveKind.CYLINDER,
    PrimitiveKind.CONE,
    PrimitiveKind.BLOCK,
)
"""Kinds of leaves that have a shape of their own."""

_MOST_NESTING = 8
_MOST_KEPT = 2048

_Key = tuple[str, int, str | None]
_known: WeakKeyDictionary[AssetProvider, dict[_Key, Pieces]] = WeakKeyDictionary()


@dataclass(frozen=True, eq=False)
class Pieces:
    """K pieces. `kind`: (K,) PrimitiveKind, never BLOCK. `frame_from_piece`: (K, 4, 4). `shape`: (K,) index into `shapes`, or -1.

    `estimates`: messages about objects that could not be loaded and are judged by their convex hulls.
    """

    kind: npt.NDArray[np.uint8]
    frame_from_piece: FloatArray
    shape: IntArray
    shapes: tuple[MeshShape, ...] = ()
    estimates: tuple[str, ...] = ()

    def moved(self, matrix: FloatArray) -> Pieces:
        """The same pieces in another frame; `matrix`: (4, 4)."""
        return Pieces(self.kind, matrix @ self.frame_from_piece, self.shape, self.shapes, self.estimates)


def joined(parts: list[Pieces]) -> Pieces:
    """The pieces of all parts together."""
    first = np.cumsum([0, *(len(p.shapes) for p in parts)])
    shape = [np.where(p.shape < 0, -1, p.shape + n) for p, n in zip(parts, first.tolist(), strict=False)]
    return Pieces(
        kind=np.concatenate([p.kind for p in parts]) if parts else np.zeros(0, dtype=np.uint8),
        frame_from_piece=np.concatenate([p.frame_from_piece for p in parts]) if parts else np.zeros((0, 4, 4)),
        shape=np.concatenate(shape).astype(np.int32) if parts else np.zeros(0, dtype=np.int32),
        shapes=tuple(s for p in parts for s in p.shapes),
        estimates=tuple(dict.fromkeys(e for p in parts for e in p.estimates)),
    )


def pieces_of_rows(scene: Scene, rows: IntArray) -> Pieces:
    """The primitives at the given rows of a scene, in its world frame."""
    kind = scene.nodes.primitive[rows].copy()
    kind[kind == PrimitiveKind.BLOCK] = PrimitiveKind.CUBE
    return Pieces(kind, scene.world_from_local[rows], np.full(len(rows), -1, dtype=np.int32))


def pieces_of_asset(ref: AssetRef, provider: AssetProvider | None) -> Pieces:
    """The pieces of an object in the frame of its node; its hull where it cannot be loaded."""
    return _pieces(ref, provider, _MOST_NESTING)


def _pieces(ref: AssetRef, provider: AssetProvider | None, nesting: int) -> Pieces:
    if not ref.id:
        return _hull(ref, "no catalogue serves it")
    if provider is None:
        return _hull(ref, "no catalogue was given to load it from")
    if nesting == 0:
        return _hull(ref, f"objects are nested more than {_MOST_NESTING} deep")
    kept = _known.setdefault(provider, {})
    key = (ref.id, ref.seed, ref.node)
    if key not in kept:
        try:
            content = provider.load(ref)
        except AssetError as error:
            return _hull(ref, str(error))
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        kept[key] = _of_content(content, provider, nesting - 1)
    pieces = kept[key]
    return pieces.moved(np.asarray(ref.fit, dtype=np.float64)) if len(pieces.kind) else _hull(ref, "its file is empty")


def _hull(ref: AssetRef, why: str) -> Pieces:
    return _whole(hull_shape(ref.hull), np.eye(4), (f"'{ref.words}' is judged as its hull: {why}",))


def _whole(shape: MeshShape, matrix: FloatArray, estimates: tuple[str, ...] = ()) -> Pieces:
    kind = np.array([PrimitiveKind.MESH], dtype=np.uint8)
    return Pieces(kind, matrix[None], np.zeros(1, dtype=np.int32), (shape,), estimates)


def _of_content(content: AssetContent, provider: AssetProvider, nesting: int) -> Pieces:
    if content.scene is not None:
        return _of_scene(content.scene, provider, nesting)
    if content.mesh is None:
        return joined([])
    tree = tree_of_mesh(content.mesh)
    return joined(
        [
            _whole(shape, matrix)
            for part, matrix in zip(tree.parts, tree.asset_from_local(), strict=True)
            if part.mesh is not None
            for shape in shapes_of_mesh(part.mesh)
        ]
    )


def _of_scene(scene: Scene, provider: AssetProvider, nesting: int) -> Pieces:
    kinds = scene.nodes.primitive
    solid = np.flatnonzero(np.isin(kinds, SOLID)).astype(np.int32)
    parts = [pieces_of_rows(scene, solid)]
    for row in np.flatnonzero((kinds == PrimitiveKind.MESH) & (scene.nodes.asset >= 0)).tolist():
        ref = scene.assets[int(scene.nodes.asset[row])]
        parts.append(_pieces(ref, provider, nesting).moved(scene.world_from_local[row]))
    return joined(parts)
