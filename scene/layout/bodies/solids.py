"""The geometry of a body in its upright frame: analytic primitives and the triangles of meshes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.geometry import MeshData, level_for, primitive_mesh, scene_geometry, scene_of_asset
from scenewright.scene.model import AssetRef, FloatArray, IntArray, PrimitiveKind, Scene
from scenewright.scene.model.bounds import leaf_extents

__all__ = ["Parts", "Solid", "asset_key", "is_whole", "parts_of_asset", "solid_of"]

TOLERANCE = 0.002
"""Metres between a curved surface and its triangles. Boxes contain the true surface."""

_SHAPED = (PrimitiveKind.CUBE, PrimitiveKind.SPHERE, PrimitiveKind.CYLINDER, PrimitiveKind.CONE, PrimitiveKind.BLOCK)
_CURVED = (PrimitiveKind.SPHERE, PrimitiveKind.CYLINDER, PrimitiveKind.CONE)


@dataclass(frozen=True, eq=False)
class Parts:
    """P primitives and meshes of one object. `kind`: (P,). `frame`: (P, 4, 4) from each part's frame to the object's fitted frame.
    `mesh`: the triangles of parts that are no primitives, else None."""

    kind: npt.NDArray[np.uint8]
    frame: FloatArray
    mesh: tuple[MeshData | None, ...]


_KEPT: dict[tuple[object, ...], Parts] = {}
_MOST_KEPT = 4096


def asset_key(ref: AssetRef, provider: AssetProvider | None) -> tuple[object, ...]:
    """A key of everything that the geometry of an asset depends on."""
    if provider is None or not ref.id:
        return ("hull", ref.hull.tobytes())
    return (ref.id, ref.node, ref.seed, ref.fit.tobytes(), ref.hull.tobytes())


def is_whole(ref: AssetRef, provider: AssetProvider | None) -> bool:
    """Whether all parts of a catalogue object were loaded when they were last asked for."""
    return asset_key(ref, provider) in _KEPT


def parts_of_asset(ref: AssetRef, provider: AssetProvider | None, root: Path | None) -> Parts:
    """The parts of a catalogue object; its hull where it cannot be loaded."""
    key = asset_key(ref, provider)
    parts = _KEPT.get(key)
    if parts is None:
        geometry = scene_geometry(scene_of_asset(ref), provider=provider, root=root, tolerance=TOLERANCE)
        meshes = [geometry.meshes[i] for i in geometry.mesh.tolist()]
        kinds = np.array([m.kind for m in meshes], dtype=np.uint8)
        loose = tuple(m if m.kind == PrimitiveKind.MESH else None for m in meshes)
        parts = Parts(kinds, geometry.world_from_mesh, loose)
        if not geometry.warnings:  # a file that cannot be read now may be readable later
            while len(_KEPT) >= _MOST_KEPT:
                _KEPT.pop(next(iter(_KEPT)))
            _KEPT[key] = parts
    return parts


@dataclass(frozen=True, eq=False)
class Solid:
    """P parts in one upright frame. `kind`: (P,). `frame`: (P, 4, 4) from each part's frame. `mesh`: as in :class:`Parts`."""

    kind: npt.NDArray[np.uint8]
    frame: FloatArray
    mesh: tuple[MeshData | None, ...]

    @cached_property
    def extents(self) -> FloatArray:
        """(P, 2, 3) least and greatest corner of each part's tight axis-aligned box; analytic for primitives."""
        corners = [None if m is None else np.asarray(m.vertices[np.unique(m.faces)], np.float64) for m in self.mesh]
        lo, hi = leaf_extents(self.kind, self.frame, corners)
        return np.stack([lo, hi], axis=1)

    @cached_property
    def bounds(self) -> FloatArray:
        """(2, 3) least and greatest corner of all parts."""
        return np.stack([self.extents[:, 0].min(axis=0), self.extents[:, 1].max(axis=0)])

    @cached_property
    def triangles(self) -> tuple[FloatArray, IntArray]:
        """(T, 3, 3) corners, counter-clockwise seen from outside, and (T,) the part of each triangle."""
        out, parts = [np.zeros((0, 3, 3))], [np.zeros(0, dtype=np.int32)]
        plain = np.array([m is None for m in self.mesh]) & np.isin(self.kind, _SHAPED)
        radius = np.linalg.norm(self.frame[:, :3, :3], axis=1)
        about = np.where(self.kind == PrimitiveKind.SPHERE, radius.max(axis=1), np.maximum(radius[:, 0], radius[:, 2]))
        level = np.where(np.isin(self.kind, _CURVED), level_for(about, TOLERANCE), 0)
        for kind, fine in {(k, n) for k, n, p in zip(self.kind.tolist(), level.tolist(), plain, strict=True) if p}:
            which = np.flatnonzero(plain & (self.kind == kind) & (level == fine)).astype(np.int32)
            self._add(primitive_mesh(PrimitiveKind(kind), fine), which, out, parts)
        for i, mesh in enumerate(self.mesh):
            if mesh is not None:
                self._add(mesh, np.array([i], dtype=np.int32), out, parts)
        return np.concatenate(out), np.concatenate(parts)

    def _add(self, mesh: MeshData, which: IntArray, out: list[FloatArray], parts: list[IntArray]) -> None:
        """Append the triangles of one mesh, placed at each of the parts `which`."""
        frame = self.frame[which]
        points = np.asarray(mesh.vertices, np.float64) @ frame[:, :3, :3].transpose(0, 2, 1) + frame[:, None, :3, 3]
        corners = points[:, mesh.faces.astype(np.int64)]
        mirrored = np.linalg.det(frame[:, :3, :3]) < 0.0
        corners[mirrored] = corners[mirrored][:, :, ::-1]
        out.append(corners.reshape(-1, 3, 3))
        parts.append(np.repeat(which, len(mesh.faces)))


def solid_of(
    scene: Scene,
    leaves: Sequence[int],
    frame_from_leaf: FloatArray,
    provider: AssetProvider | None,
    root: Path | None,
) -> Solid:
    """The geometry of leaf rows; `frame_from_leaf`: (L, 4, 4) from each leaf's own frame to the upright one."""
    kinds: list[npt.NDArray[np.uint8]] = []
    frames: list[FloatArray] = []
    meshes: list[MeshData | None] = []
    for row, frame in zip(leaves, frame_from_leaf, strict=True):
        asset = int(scene.nodes.asset[row])
        primitive = scene.nodes.primitive[row]
        captured = asset >= 0 and primitive == PrimitiveKind.SPLAT and len(scene.assets[asset].hull) > 3
        if (primitive == PrimitiveKind.MESH and asset >= 0) or captured:
            # a capture is laid out as its hull
            parts = parts_of_asset(scene.assets[asset], None if captured else provider, root)
            kinds.append(parts.kind)
            frames.append(frame @ parts.frame)
            meshes.extend(parts.mesh)
        else:
            kinds.append(scene.nodes.primitive[row : row + 1])
            frames.append(frame[None])
            meshes.append(None)
    return Solid(np.concatenate(kinds), np.concatenate(frames), tuple(meshes))
