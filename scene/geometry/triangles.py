"""A Scene as triangles: unique meshes and their instances, in flat arrays, for renderers and exporters.

Each instance has the row of its node and, inside a catalogue object, the index of its part.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from scenewright.scene.asset_provider import AssetError, AssetProvider
from scenewright.scene.geometry.asset_geometry import AssetPart, PartTree, hull_tree, recoloured, tree_of_mesh
from scenewright.scene.geometry.primitive_meshes import LEVELS, MeshData, level_for, primitive_mesh, triangle_count
from scenewright.scene.jobs import Job
from scenewright.scene.limits import TEXTURES_PIXELS
from scenewright.scene.model import AssetRef, FloatArray, IntArray, Material, NodeKind, PrimitiveKind, Scene, Vec3
from scenewright.scene.pictures import Picture, load_textures
from scenewright.scene.short_repr import short_repr

__all__ = ["AssetUse", "SceneGeometry", "asset_parts", "scene_geometry"]

TOLERANCE = 1e-4
"""Chord error of curved surfaces, as a fraction of the scene's diagonal: 0.1 pixels where the scene spans 1000."""

MAX_TRIANGLES = 3_000_000
"""Most triangles of all primitives. Curved surfaces get coarser until the count is below it, or to the coarsest level."""

_COARSE = 0.05
"""Chord error in metres that is enough to compare the areas of parts."""
_MAX_NESTING = 8
_SHAPED = (PrimitiveKind.CUBE, PrimitiveKind.SPHERE, PrimitiveKind.CYLINDER, PrimitiveKind.CONE, PrimitiveKind.BLOCK)


@dataclass(frozen=True, eq=False)
class AssetUse:
    """A catalogue object at one node: its parts, and the transform from their frame to the node's."""

    tree: PartTree
    node_from_asset: FloatArray

    __repr__ = short_repr


@dataclass(frozen=True, eq=False)
class SceneGeometry:
    """I instances of M meshes.

    `mesh`: (I,) into meshes. `world_from_mesh`: (I, 4, 4). `entity`: (I,) row of the node. `part`: (I,) into parts, -1
    outside catalogue objects. `color`: (I, 3) sRGB. `material`: (I,) into materials. `texture`: (I,) into textures, -1.
    `mesh_of_row`: (N,) into meshes for rows that are primitives, -1. `assets`: the object at each asset row.
    """

    meshes: tuple[MeshData, ...]
    mesh: IntArray
    world_from_mesh: FloatArray
    entity: IntArray
    part: IntArray
    color: FloatArray
    material: IntArray
    texture: IntArray
    materials: tuple[Material, ...]
    textures: tuple[Picture, ...]
    parts: tuple[AssetPart, ...]
    mesh_of_row: IntArray
    assets: Mapping[int, AssetUse] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    __repr__ = short_repr

    def __len__(self) -> int:
        return int(self.mesh.shape[0])

    @cached_property
    def _texture_by_row(self) -> dict[int, int]:
        chosen = np.flatnonzero((self.part < 0) & (self.texture >= 0))
        return dict(zip(self.entity[chosen].tolist(), self.texture[chosen].tolist(), strict=True))

    def texture_of_row(self, row: int) -> Picture | None:
        """The picture on the primitive at a row."""
        index = self._texture_by_row.get(row)
        return None if index is None else self.textures[index]

    @cached_property
    def triangles(self) -> int:
        """The number of triangles of all instances."""
        sizes = np.array([len(m.faces) for m in self.meshes], dtype=np.int64)
        return int(sizes[self.mesh].sum()) if len(self) else 0


def scene_geometry(
    scene: Scene,
    *,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    tolerance: float | None = None,
    max_triangles: int = MAX_TRIANGLES,
    note_splats: bool = True,
    job: Job | None = None,
) -> SceneGeometry:
    """The triangles of a scene (one frame of it: see :meth:`scenewright.scene.model.Scene.frame`).

    Args:
        provider: where catalogue objects come from; without one, their convex hulls are used, with a warning.
        root: the scene folder, for textures.
        tolerance: greatest distance between a curved surface and its triangles, in scene units; None: by scene size.
        max_triangles: limit for primitives; triangles of assets are not counted.
        note_splats: warn of splats, which have no triangles. A caller that draws splats itself passes False.

    Raises:
        JobCancelled: the job was cancelled; it is looked at before each catalogue object.
    """
    return _Builder(scene, provider, root, tolerance, max_triangles, job or Job()).build(note_splats)


class _Builder:
    def __init__(
        self,
        scene: Scene,
        provider: AssetProvider | None,
        root: Path | None,
        tolerance: float | None,
        max_triangles: int,
        job: Job,
    ) -> None:
        self.job = job
        self.scene = scene
        self.provider = provider
        self.root = root
        diagonal = float(np.linalg.norm(np.diff(scene.bounds, axis=0)))
        self.tolerance = tolerance if tolerance is not None else TOLERANCE * diagonal
        self.max_triangles = max_triangles
        self.meshes: dict[int, int] = {}
        self.mesh_list: list[MeshData] = []
        self.materials: dict[Material, int] = {m: i for i, m in reversed(list(enumerate(scene.materials)))}
        self.material_list: list[Material] = list(scene.materials)
        self.pictures: dict[int, int] = {}
        self.picture_list: list[Picture] = []
        self.pixels_of: dict[int, int] = {}
        """Of each picture, by its id."""
        self.parts: list[AssetPart] = []
        self.assets: dict[int, AssetUse] = {}
        self.warnings: dict[str, None] = {}

    def build(self, note_splats: bool) -> SceneGeometry:
        scene, nodes = self.scene, self.scene.nodes
        mesh_of_row = np.full(len(nodes), -1, dtype=np.int32)
        rows, meshes = _shaped_rows(scene, self.tolerance, self.max_triangles)
        for mesh in dict.fromkeys(meshes):
            self.mesh_index(mesh)
        mesh_of_row[rows] = [self.meshes[id(m)] for m in meshes]
        default = self.material_index(Material())
        material = np.where(nodes.material[rows] < 0, default, nodes.material[rows]).astype(np.int32)
        columns = [
            _Columns(
                mesh=mesh_of_row[rows],
                world=scene.world_from_local[rows],
                entity=rows,
                part=np.full(len(rows), -1, dtype=np.int32),
                color=np.nan_to_num(nodes.color[rows], nan=1.0),
                material=material,
                texture=self.texture_of_materials()[material],
            )
        ]
        columns.extend(self.asset_columns())
        if note_splats:
            self.note_splats()
        return SceneGeometry(
            meshes=tuple(self.mesh_list),
            mesh=np.concatenate([c.mesh for c in columns]),
            world_from_mesh=np.concatenate([c.world for c in columns]),
            entity=np.concatenate([c.entity for c in columns]),
            part=np.concatenate([c.part for c in columns]),
            color=np.concatenate([c.color for c in columns]),
            material=np.concatenate([c.material for c in columns]),
            texture=np.concatenate([c.texture for c in columns]),
            materials=tuple(self.material_list),
            textures=tuple(self.picture_list),
            parts=tuple(self.parts),
            mesh_of_row=mesh_of_row,
            assets=self.assets,
            warnings=tuple(self.warnings),
        )

    def warn(self, message: str) -> None:
        self.warnings.setdefault(message)

    def mesh_index(self, mesh: MeshData) -> int:
        index = self.meshes.get(id(mesh))
        if index is None:
            index = self.meshes[id(mesh)] = len(self.mesh_list)
            self.mesh_list.append(mesh)
        return index

    def material_index(self, material: Material) -> int:
        index = self.materials.get(material)
        if index is None:
            index = self.materials[material] = len(self.material_list)
            self.material_list.append(material)
        return index

    def picture_index(self, picture: Picture | None) -> int:
        if picture is None:
            return -1
        index = self.pictures.get(id(picture))
        if index is None:
            index = self.pictures[id(picture)] = len(self.picture_list)
            self.picture_list.append(picture)
        return index

    def texture_of_materials(self) -> IntArray:
        """(materials,) index of each material's picture, -1 for none. A picture that cannot be read adds a warning."""
        named = [material.texture for material in self.material_list]
        found = load_textures(self.root, [name for name in named if name is not None], job=self.job)
        for error in found.problems.values():
            self.warn(f"{error}; the plain colour is drawn")
        for note in found.notes:
            self.warn(note)
        self.pixels_of |= {id(picture): picture[..., 0].size for picture in found.pictures.values()}
        pictures = {name: self.picture_index(picture) for name, picture in found.pictures.items()}
        return np.array([-1 if name is None else pictures.get(name, -1) for name in named], dtype=np.int32)

    # -- catalogue objects ----------------------------------------------------------------------------------------

    def asset_columns(self) -> list[_Columns]:
        nodes = self.scene.nodes
        rows = np.flatnonzero(nodes.primitive == PrimitiveKind.MESH)
        scales: dict[int, float] = {}
        for row in rows.tolist():
            a = int(nodes.asset[row])
            if a >= 0:
                linear = (self.scene.world_from_local[row] @ self.scene.assets[a].fit)[:3, :3]
                scales[a] = max(scales.get(a, 0.0), float(np.linalg.norm(linear, axis=0).max()))
        trees: dict[tuple[int, Vec3 | None, Material | None], tuple[PartTree, FloatArray]] = {}
        first_part: dict[int, int] = {}
        out = []
        for done, row in enumerate(rows.tolist()):
            self.job.tick(done / len(rows), "geometry")
            a = int(nodes.asset[row])
            if a < 0:
                self.warn(f"{self.scene.paths[row]} names no asset and is not drawn")
                continue
            ref = self.scene.assets[a]
            entity = self.scene.entity(row)
            material = entity.material if nodes.material[row] >= 0 else None
            key = (a, entity.color, material)
            if key not in trees:
                plain = trees.get((a, None, None)) or self.asset_tree(ref, self.tolerance / max(scales[a], 1e-300))
                trees[(a, None, None)] = plain
                trees[key] = recoloured(plain[0], entity.color, material), plain[1]
            tree, node_from_asset = trees[key]
            self.assets[row] = AssetUse(tree, node_from_asset)
            if id(tree) not in first_part:
                first_part[id(tree)] = len(self.parts)
                self.parts.extend(tree.parts)
            out.append(self.use_columns(row, self.assets[row], first_part[id(tree)]))
        return out

    def use_columns(self, row: int, use: AssetUse, first_part: int) -> _Columns:
        drawn_parts = [(i, p, p.mesh) for i, p in enumerate(use.tree.parts) if p.mesh is not None]
        part_rows = [i for i, _, _ in drawn_parts]
        world_from_asset = self.scene.world_from_local[row] @ use.node_from_asset
        textures = [self.picture_index(p.texture) for _, p, _ in drawn_parts]
        return _Columns(
            mesh=np.array([self.mesh_index(m) for _, _, m in drawn_parts], dtype=np.int32),
            world=world_from_asset @ use.tree.asset_from_local()[part_rows],
            entity=np.full(len(drawn_parts), row, dtype=np.int32),
            part=np.array(part_rows, dtype=np.int32) + np.int32(first_part),
            color=np.array([p.color for _, p, _ in drawn_parts], dtype=np.float64).reshape(-1, 3),
            material=np.array([self.material_index(p.material) for _, p, _ in drawn_parts], dtype=np.int32),
            texture=np.array(textures, dtype=np.int32),
        )

    def asset_tree(self, ref: AssetRef, tolerance: float) -> tuple[PartTree, FloatArray]:
        tree = _load_tree(ref, self.provider, tolerance, self.max_triangles, _MAX_NESTING)
        for warning in tree[0].warnings:
            self.warn(warning)
        return self.with_fewer_pixels(tree[0], ref), tree[1]

    def with_fewer_pixels(self, tree: PartTree, ref: AssetRef) -> PartTree:
        """The object with its pictures reduced, where all pictures of the scene would be too large together."""
        smaller: dict[int, Picture] = {}
        for picture in {id(p.texture): p.texture for p in tree.parts if p.texture is not None}.values():
            if id(picture) in self.pixels_of:
                continue
            height, width = picture.shape[:2]
            left = TEXTURES_PIXELS - sum(self.pixels_of.values())
            if height * width > left:
                # half of what is left, so that something remains for the objects after it
                step = math.ceil(math.sqrt(height * width / max(left // 2, 1)))
                smaller[id(picture)] = np.ascontiguousarray(picture[::step, ::step])
                self.warn(
                    f"a picture of '{ref.words}' is reduced from {width}x{height} to {-(-width // step)}x{-(-height // step)}:"
                    f" all pictures of a scene have at most {TEXTURES_PIXELS:,} pixels"
                )
            kept = smaller.get(id(picture), picture)
            self.pixels_of[id(kept)] = kept[..., 0].size
        if not smaller:
            return tree
        parts = [replace(p, texture=smaller.get(id(p.texture), p.texture)) for p in tree.parts]
        return PartTree(tuple(parts), tree.warnings)

    def note_splats(self) -> None:
        rows = np.flatnonzero(self.scene.nodes.primitive == PrimitiveKind.SPLAT).tolist()
        if rows:
            names = ", ".join(self.scene.paths[r] for r in rows[:5]) + (" ..." if len(rows) > 5 else "")
            self.warn(f"{len(rows)} splat(s) hold Gaussians instead of triangles and are left out: {names}")


@dataclass(frozen=True, eq=False)
class _Columns:
    mesh: IntArray
    world: FloatArray
    entity: IntArray
    part: IntArray
    color: FloatArray
    material: IntArray
    texture: IntArray


def _shaped_rows(scene: Scene, tolerance: float, max_triangles: int) -> tuple[IntArray, list[MeshData]]:
    """The rows of primitives, and the mesh of each."""
    kinds = scene.nodes.primitive
    rows = np.flatnonzero(np.isin(kinds, _SHAPED)).astype(np.int32)
    if rows.size == 0:
        return rows, []
    kinds = kinds[rows]
    columns = np.linalg.norm(scene.world_from_local[rows][:, :3, :3], axis=1)
    radius = np.where(kinds == PrimitiveKind.SPHERE, columns.max(axis=1), np.maximum(columns[:, 0], columns[:, 2]))
    flat = (kinds == PrimitiveKind.CUBE) | (kinds == PrimitiveKind.BLOCK)
    sizes = np.array([[triangle_count(k, level) for level in range(len(LEVELS))] for k in range(max(_SHAPED) + 1)])
    while True:
        levels = np.where(flat, 0, level_for(radius, tolerance))
        if sizes[kinds, levels].sum() <= max_triangles or not levels.any():
            break
        tolerance *= 2.0
    keys = kinds.astype(np.int64) * len(LEVELS) + levels
    unique, inverse = np.unique(keys, return_inverse=True)
    table = [primitive_mesh(PrimitiveKind(int(k) // len(LEVELS)), int(k) % len(LEVELS)) for k in unique.tolist()]
    return rows, [table[i] for i in inverse.reshape(-1).tolist()]


def asset_parts(ref: AssetRef, provider: AssetProvider | None) -> PartTree:
    """The parts of a catalogue object, coarsely. If it cannot be loaded: its hull, with a warning."""
    return _load_tree(ref, provider, _COARSE, MAX_TRIANGLES, _MAX_NESTING)[0]


def _load_tree(
    ref: AssetRef, provider: AssetProvider | None, tolerance: float, max_triangles: int, nesting: int
) -> tuple[PartTree, FloatArray]:
    """The parts of an object and node_from_asset (4, 4). If it cannot be loaded: its hull, with a warning."""

    def hull(why: str) -> tuple[PartTree, FloatArray]:
        tree = hull_tree(ref)
        return PartTree(tree.parts, (f"'{ref.words}' is drawn as its hull: {why}",)), np.eye(4)

    if not ref.id:
        return hull("no catalogue serves it")
    if provider is None:
        return hull("no catalogue was given to load it from")
    if nesting == 0:
        return hull(f"objects are nested more than {_MAX_NESTING} deep")
    try:
        content = provider.load(ref)
    except AssetError as error:
        return hull(str(error))
    fit = np.asarray(ref.fit, dtype=np.float64)
    if content.scene is not None:
        return _tree_of_scene(content.scene, provider, tolerance, max_triangles, nesting - 1), fit
    if content.mesh is not None:
        return tree_of_mesh(content.mesh), fit
    return hull("its file holds nothing to draw")


def _tree_of_scene(
    scene: Scene, provider: AssetProvider, tolerance: float, max_triangles: int, nesting: int
) -> PartTree:
    rows, meshes = _shaped_rows(scene, tolerance, max_triangles)
    mesh_of = dict(zip(rows.tolist(), meshes, strict=True))
    parts: list[AssetPart] = []
    warnings: list[str] = []
    row_of: dict[int, int] = {}
    for entity in scene.entities(primitives=True):
        i = entity.index
        parent = int(scene.nodes.parent[i])
        row_of[i] = len(parts)
        parts.append(
            AssetPart(
                entity.path,
                entity.word,
                entity.phrase,
                -1 if parent < 0 else row_of[parent],
                entity.parent_from_local,
                mesh_of.get(i),
                entity.color or (1.0, 1.0, 1.0),
                entity.material,
            )
        )
        ref = entity.asset
        if entity.kind == NodeKind.ASSET and ref is not None:
            inner, node_from_asset = _load_tree(ref, provider, tolerance, max_triangles, nesting)
            warnings.extend(inner.warnings)
            given = entity.material if scene.nodes.material[i] >= 0 else None
            inner = recoloured(inner, entity.color, given)
            base = len(parts)
            for part in inner.parts:
                top = part.parent < 0
                matrix = node_from_asset @ part.parent_from_local if top else part.parent_from_local
                parent_row = row_of[i] if top else base + part.parent
                parts.append(
                    AssetPart(
                        f"{entity.path}/{part.path}",
                        part.word,
                        part.phrase,
                        parent_row,
                        matrix,
                        part.mesh,
                        part.color,
                        part.material,
                        part.texture,
                    )
                )
    return PartTree(tuple(parts), tuple(dict.fromkeys(warnings)))
