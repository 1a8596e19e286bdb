"""A Scene as a trimesh scene: one graph node for each node of the instance tree. Instances share their geometry."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.geometry.asset_geometry import AssetPart
from scenewright.scene.geometry.primitive_meshes import MeshData
from scenewright.scene.geometry.triangles import AssetUse, SceneGeometry, scene_geometry
from scenewright.scene.model import Entity, Material, NodeKind, Scene, Vec3
from scenewright.scene.pictures import Picture
from scenewright.scene.short_repr import short_repr

if TYPE_CHECKING:
    import trimesh

__all__ = ["MeshMaker", "node_extras", "part_extras", "to_trimesh", "trimesh_of"]


def node_extras(entity: Entity) -> dict[str, Any]:
    """Metadata of an exported node: ``path``, ``word``, ``phrase``, ``id`` (row of the node table), ``z`` and ``asset``.

    Absent values are left out. A primitive does not repeat the z of its parent.
    """
    extras: dict[str, Any] = {"path": entity.path, "word": entity.word, "id": entity.index}
    if entity.phrase is not None:
        extras["phrase"] = entity.phrase
    z = entity.embedding
    if z is not None and not (entity.kind is NodeKind.PRIMITIVE and entity.parent and entity.parent.embedding == z):
        extras["z"] = {k: v for k, v in (("words", z.words), ("image", z.image), ("token", z.token)) if v is not None}
    ref = entity.asset
    if ref is not None:
        extras["asset"] = {"id": ref.id, "licence": ref.licence, "author": ref.author, "source": ref.source}
    return extras


def part_extras(entity: Entity, part: AssetPart) -> dict[str, Any]:
    """Metadata of a part inside a catalogue object. `entity` is the object's node, and its id is used."""
    path = f"{entity.path}/{part.path}"
    extras: dict[str, Any] = {"path": path, "word": part.word, "id": entity.index, "part": part.path}
    if part.phrase is not None:
        extras["phrase"] = part.phrase
    return extras


def to_trimesh(
    scene: Scene, *, provider: AssetProvider | None = None, root: Path | None = None, frame: int = 0
) -> trimesh.Scene:
    """One frame of the scene for trimesh, in its own frame of reference (+y up).

    The graph has the shape of the instance tree. Nodes are named by path, parts of catalogue objects ``<path>/<part>``;
    their metadata are :func:`node_extras`. ``metadata['warnings']`` lists what could not be converted.

    Args:
        provider: where catalogue objects come from; without one, their convex hulls are used.
        root: the scene folder, for textures.
        frame: number of the animation frame, from 0.

    Raises:
        IndexError: there is no such frame.
    """
    one_frame = scene.frame(frame)
    return trimesh_of(one_frame, scene_geometry(one_frame, provider=provider, root=root))


@dataclass(frozen=True, eq=False)
class MeshMaker:
    """What :meth:`scenewright.scene.model.Scene.to_trimesh` asks: the catalogues and the scene folder of a session's scenes."""

    provider: AssetProvider | None = None
    root: Path | None = None

    __repr__ = short_repr

    def to_trimesh(self, scene: Scene) -> trimesh.Scene:
        """See :func:`to_trimesh`."""
        return to_trimesh(scene, provider=self.provider, root=self.root)


def trimesh_of(scene: Scene, geometry: SceneGeometry) -> trimesh.Scene:
    """The trimesh scene of one frame, from triangles that are already computed."""
    import trimesh

    out = trimesh.Scene(base_frame="world")
    graph: Any = out.graph
    shelf = _Shelf(out)
    for entity in scene.entities(primitives=True):
        row = entity.index
        parent = entity.parent
        name = None
        mesh = int(geometry.mesh_of_row[row])
        if mesh >= 0:
            color = entity.color or (1.0, 1.0, 1.0)
            name = shelf.add(geometry.meshes[mesh], color, entity.material, geometry.texture_of_row(row))
        graph.update(
            frame_from="world" if parent is None else parent.path,
            frame_to=entity.path,
            matrix=entity.parent_from_local,
            metadata=node_extras(entity),
            **({} if name is None else {"geometry": name}),
        )
        use = geometry.assets.get(row)
        if use is not None:
            _add_parts(graph, shelf, entity, use)
    out.metadata.update({"units": scene.units, "root": scene.root_name, "warnings": list(geometry.warnings)})
    return out


def _add_parts(graph: Any, shelf: _Shelf, entity: Entity, use: AssetUse) -> None:
    names = [f"{entity.path}/{part.path}" for part in use.tree.parts]
    for part, node in zip(use.tree.parts, names, strict=True):
        top = part.parent < 0
        graph.update(
            frame_from=entity.path if top else names[part.parent],
            frame_to=node,
            matrix=use.node_from_asset @ part.parent_from_local if top else part.parent_from_local,
            metadata=part_extras(entity, part),
            **(
                {} if part.mesh is None else {"geometry": shelf.add(part.mesh, part.color, part.material, part.texture)}
            ),
        )


class _Shelf:
    """The geometries of a trimesh scene, one for each combination of mesh and appearance."""

    def __init__(self, scene: trimesh.Scene) -> None:
        self.scene = scene
        self.names: dict[tuple[int, Vec3, Material, int], str] = {}
        self.keep: list[Any] = []

    def add(self, mesh: MeshData, color: Vec3, material: Material, picture: Picture | None) -> str:
        key = (id(mesh), color, material, id(picture))
        name = self.names.get(key)
        if name is None:
            name = self.names[key] = f"{mesh.name}.{len(self.names)}"
            self.keep.append((mesh, picture))
            self.scene.geometry[name] = _trimesh(mesh, color, material, picture)
        return name


def _trimesh(mesh: MeshData, color: Vec3, material: Material, picture: Picture | None) -> trimesh.Trimesh:
    import trimesh
    from PIL import Image

    visuals: Any = trimesh.visual
    linear = linear_from_srgb(color)
    look = visuals.material.PBRMaterial(
        baseColorFactor=np.round(np.append(linear, material.opacity) * 255.0).astype(np.uint8),
        roughnessFactor=material.roughness,
        metallicFactor=material.metallic,
        emissiveFactor=np.minimum(linear * material.emission, 1.0),
        alphaMode="BLEND" if material.opacity < 1.0 else "OPAQUE",
        baseColorTexture=None if picture is None else Image.fromarray(picture),
    )
    visual = visuals.TextureVisuals(uv=mesh.uv if picture is not None else None, material=look)
    return trimesh.Trimesh(
        vertices=mesh.vertices, faces=mesh.faces, vertex_normals=mesh.normals, visual=visual, process=False
    )
