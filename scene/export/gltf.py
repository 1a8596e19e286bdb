"""A Scene as a GLB (glTF 2.0): the instance tree as nodes, meshes shared by their instances, cameras and lights.

Each node's ``extras`` identify its entity (:func:`scenewright.scene.geometry.meshes.node_extras`). Only one frame of an
animation is exported, without glTF animation: the frames of a program may differ in their nodes, and glTF animates fixed nodes.
"""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.export.attribution import copyright_line, credits_of
from scenewright.scene.export.facing import world_from_facing
from scenewright.scene.export.glb import BinaryChunk, pack_glb
from scenewright.scene.export.png import png_bytes
from scenewright.scene.geometry import AssetPart, MeshData, SceneGeometry, node_extras, part_extras
from scenewright.scene.lights import SPOT_INNER_SHARE, SPOT_OUTER_DEGREES, PhysicalLight, length_scale, physical_lights
from scenewright.scene.limits import GLB_BYTES
from scenewright.scene.model import SCHEMA, FloatArray, Material, Scene, Vec3
from scenewright.scene.pictures import Picture

__all__ = ["glb_bytes"]

_SHEAR = 1e-5
"""Two columns of a node's matrix count as perpendicular up to this absolute cosine."""

_NODE_BYTES = 250
"""Of a node in JSON, without its texts."""

_LUMENS_PER_WATT = 683.0
"""Lumens per watt. KHR_lights_punctual uses lux and candela; Blender converts by the same factor."""


def glb_bytes(scene: Scene, geometry: SceneGeometry) -> bytes:
    """One frame of a scene, and its triangles, as the bytes of a ``.glb`` file.

    Ambient light is left out: glTF has none.

    Raises:
        ScenewrightError: the file would be larger than viewers open.
    """
    writer = _Writer(scene, geometry)
    return pack_glb(writer.tree(), writer.chunk)


class _Writer:
    def __init__(self, scene: Scene, geometry: SceneGeometry) -> None:
        self.scene = scene
        self.geometry = geometry
        self.chunk = BinaryChunk()
        self.nodes: list[dict[str, Any]] = []
        self.meshes: list[dict[str, Any]] = []
        self.mesh_index: dict[tuple[int, int], int] = {}
        self.attributes: dict[int, tuple[dict[str, int], int]] = {}
        self.materials: list[dict[str, Any]] = []
        self.material_index: dict[tuple[Vec3, Material, int], int] = {}
        self.images: list[dict[str, Any]] = []
        self.image_index: dict[int, int] = {}
        self.extensions: set[str] = set()
        self.node_bytes = 0

    def tree(self) -> dict[str, Any]:
        roots = [self.add_rows()]
        cameras = self.add_cameras(roots)
        lights = self.add_lights(roots)
        tree: dict[str, Any] = {
            "asset": self.asset(),
            "scene": 0,
            "scenes": [{"name": self.scene.root_name or self.scene.root.word, "nodes": roots}],
            "nodes": self.nodes,
        }
        optional = {"meshes": self.meshes, "materials": self.materials, "cameras": cameras}
        tree.update({k: v for k, v in optional.items() if v})
        if self.images:
            tree["images"] = self.images
            tree["samplers"] = [{"magFilter": 9729, "minFilter": 9987, "wrapS": 10497, "wrapT": 10497}]
            tree["textures"] = [{"sampler": 0, "source": i} for i in range(len(self.images))]
        if lights:
            tree["extensions"] = {"KHR_lights_punctual": {"lights": lights}}
        if self.extensions:
            tree["extensionsUsed"] = sorted(self.extensions)
        return tree

    def asset(self) -> dict[str, Any]:
        scene = self.scene
        extras: dict[str, Any] = {
            "schema": SCHEMA,
            # glTF's unit is the metre. A program without units exports one of its units as one metre.
            "units": scene.units or "arbitrary",
            "root": scene.root_name,
            "seed": scene.seed,
        }
        if scene.room is not None:
            room = scene.room
            extras["room"] = {"path": room.path, "width": room.width, "depth": room.depth, "height": room.height}
        asset: dict[str, Any] = {"version": "2.0", "generator": "Scenewright", "extras": extras}
        credits = credits_of(scene)
        if credits:
            asset["copyright"] = copyright_line(credits)
            extras["attribution"] = [asdict(c) for c in credits]
        return asset

    # -- nodes ----------------------------------------------------------------------------------------------------

    def add_rows(self) -> int:
        """Add the nodes of the instance tree; returns the index of the root."""
        scene, geometry = self.scene, self.geometry
        matrices = scene.nodes.parent_from_local
        sheared = _sheared(matrices)
        node_of: list[int] = []
        for entity in scene.entities(primitives=True):
            row = entity.index
            parent = int(scene.nodes.parent[row])
            mesh = int(geometry.mesh_of_row[row])
            used = None
            if mesh >= 0:
                color = entity.color or (1.0, 1.0, 1.0)
                look = self.material(color, entity.material, geometry.texture_of_row(row))
                used = self.mesh(geometry.meshes[mesh], look)
            name = entity.path.rsplit("/", 1)[-1]
            above = None if parent < 0 else node_of[parent]
            index = self.add_node(name, matrices[row], bool(sheared[row]), node_extras(entity), above, used)
            node_of.append(index)
            use = geometry.assets.get(row)
            if use is not None:
                self.add_parts(entity.index, index, use.tree.parts, use.node_from_asset)
        return 0

    def add_parts(self, row: int, asset_node: int, parts: tuple[AssetPart, ...], node_from_asset: FloatArray) -> None:
        entity = self.scene.entity(row)
        matrices = np.array(
            [node_from_asset @ p.parent_from_local if p.parent < 0 else p.parent_from_local for p in parts]
        )
        sheared = _sheared(matrices)
        node_of: list[int] = []
        for i, part in enumerate(parts):
            used = None
            if part.mesh is not None:
                used = self.mesh(part.mesh, self.material(part.color, part.material, part.texture))
            above = asset_node if part.parent < 0 else node_of[part.parent]
            name = part.path.rsplit("/", 1)[-1]
            extras = part_extras(entity, part)
            node_of.append(self.add_node(name, matrices[i], bool(sheared[i]), extras, above, used))

    def add_node(
        self, name: str, matrix: FloatArray, sheared: bool, extras: dict[str, Any], above: int | None, mesh: int | None
    ) -> int:
        """Add a node; returns the index of the node that its children go below.

        glTF allows no shear in a node's matrix. A sheared node is therefore split in two: the outer one stretches, the inner
        one rotates first and takes the children.
        """
        self._count_node(name, extras)
        node: dict[str, Any] = {"name": name, "extras": extras}
        index = self._append(node, above)
        inner = node
        if sheared:
            # A = U S V^T: V^T is a rotation, and the columns of U S are perpendicular
            u, s, vt = np.linalg.svd(matrix[:3, :3])
            if np.linalg.det(vt) < 0.0:
                vt[2], u[:, 2] = -vt[2], -u[:, 2]
            outer, turn = matrix.copy(), np.eye(4)
            outer[:3, :3] = u * s
            turn[:3, :3] = vt
            _set_matrix(node, outer)
            inner = {"name": f"{name}.turn"}
            _set_matrix(inner, turn)
            index = self._append(inner, index)
        else:
            _set_matrix(node, matrix)
        if mesh is not None:
            inner["mesh"] = mesh
        return index

    def _count_node(self, name: str, extras: dict[str, Any]) -> None:
        """Stop before the nodes alone fill a file that no viewer opens: each repeats the path and the phrase of its entity."""
        self.node_bytes += _NODE_BYTES + len(name) + sum(len(v) for v in extras.values() if isinstance(v, str))
        if self.node_bytes + len(self.chunk.data) > GLB_BYTES:
            raise ScenewrightError(
                f"the GLB would be larger than {GLB_BYTES >> 20} MiB ({len(self.scene):,} nodes, and the parts of its objects), more than "
                "viewers open: export .ply or .obj, which hold no tree, or use fewer instances"
            )

    def _append(self, node: dict[str, Any], above: int | None) -> int:
        self.nodes.append(node)
        index = len(self.nodes) - 1
        if above is not None:
            self.nodes[above].setdefault("children", []).append(index)
        return index

    # -- meshes and materials -------------------------------------------------------------------------------------

    def mesh(self, mesh: MeshData, material: int) -> int:
        key = (id(mesh), material)
        if key not in self.mesh_index:
            attributes, indices = self.accessors(mesh)
            mesh_attributes = dict(attributes)
            if "baseColorTexture" not in self.materials[material]["pbrMetallicRoughness"]:
                mesh_attributes.pop("TEXCOORD_0", None)
            elif mesh.uv is not None and "TEXCOORD_0" not in attributes:
                uv = np.stack([mesh.uv[:, 0], 1.0 - mesh.uv[:, 1]], axis=1)
                mesh_attributes["TEXCOORD_0"] = attributes["TEXCOORD_0"] = self.chunk.add_vectors(uv)
            self.mesh_index[key] = len(self.meshes)
            primitive = {"attributes": mesh_attributes, "indices": indices, "material": material}
            self.meshes.append({"name": mesh.name, "primitives": [primitive]})
        return self.mesh_index[key]

    def accessors(self, mesh: MeshData) -> tuple[dict[str, int], int]:
        if id(mesh) not in self.attributes:
            attributes = {
                "POSITION": self.chunk.add_vectors(mesh.vertices, bounds=True),
                "NORMAL": self.chunk.add_vectors(_unit(mesh.normals)),
            }
            if mesh.colors is not None:
                attributes["COLOR_0"] = self.chunk.add_vectors(mesh.colors)
            self.attributes[id(mesh)] = (attributes, self.chunk.add_indices(mesh.faces, len(mesh.vertices)))
        return self.attributes[id(mesh)]

    def material(self, color: Vec3, material: Material, picture: Picture | None) -> int:
        key = (color, material, -1 if picture is None else id(picture))
        if key in self.material_index:
            return self.material_index[key]
        linear = linear_from_srgb(color)
        r, g, b = (round(float(c), 6) for c in linear)
        surface: dict[str, Any] = {
            "baseColorFactor": [r, g, b, material.opacity],
            "metallicFactor": material.metallic,
            "roughnessFactor": material.roughness,
        }
        if picture is not None:
            surface["baseColorTexture"] = {"index": self.picture(picture)}
        out: dict[str, Any] = {"name": _color_name(color), "pbrMetallicRoughness": surface}
        if material.opacity < 1.0:
            out["alphaMode"] = "BLEND"
        glow = linear * material.emission
        strongest = float(glow.max())
        if strongest > 0.0:
            strength = max(strongest, 1.0)
            out["emissiveFactor"] = [round(float(c / strength), 6) for c in glow]
            if strength > 1.0:
                out["extensions"] = {"KHR_materials_emissive_strength": {"emissiveStrength": round(strength, 6)}}
                self.extensions.add("KHR_materials_emissive_strength")
        self.material_index[key] = len(self.materials)
        self.materials.append(out)
        return self.material_index[key]

    def picture(self, picture: Picture) -> int:
        if id(picture) not in self.image_index:
            data = png_bytes(picture, alpha=not bool((picture[..., 3] == 255).all()))
            self.image_index[id(picture)] = len(self.images)
            self.images.append({"bufferView": self.chunk.add_bytes(data), "mimeType": "image/png"})
        return self.image_index[id(picture)]

    # -- cameras and lights ---------------------------------------------------------------------------------------

    def add_cameras(self, roots: list[int]) -> list[dict[str, Any]]:
        near = 0.01 * length_scale(self.scene)
        cameras = []
        for i, camera in enumerate(self.scene.cameras):
            name = "camera" if i == 0 else f"camera[{i}]"
            lens = {"yfov": math.radians(camera.fov), "znear": near}
            cameras.append({"name": name, "type": "perspective", "perspective": lens})
            eye = np.asarray(camera.eye)
            node: dict[str, Any] = {"name": name, "camera": i}
            _set_matrix(node, world_from_facing(eye, np.asarray(camera.target) - eye))
            roots.append(self._append(node, None))
        return cameras

    def add_lights(self, roots: list[int]) -> list[dict[str, Any]]:
        lights: list[dict[str, Any]] = []
        for light in physical_lights(self.scene):
            if light.kind == "ambient":
                continue
            node: dict[str, Any] = {
                "name": f"light[{len(lights)}]" if lights else "light",
                "extensions": {"KHR_lights_punctual": {"light": len(lights)}},
            }
            _set_matrix(node, world_from_facing(np.asarray(light.position), np.asarray(light.direction)))
            lights.append(_punctual(light))
            roots.append(self._append(node, None))
            self.extensions.add("KHR_lights_punctual")
        return lights


def _punctual(light: PhysicalLight) -> dict[str, Any]:
    out: dict[str, Any] = {"color": [round(c, 6) for c in light.color]}
    if light.kind == "sun":
        return {**out, "type": "directional", "intensity": light.strength * _LUMENS_PER_WATT}
    out["intensity"] = light.radiant_intensity * _LUMENS_PER_WATT
    if light.kind == "point":
        return {**out, "type": "point"}
    outer = math.pi / 2.0 if light.kind == "area" else math.radians(SPOT_OUTER_DEGREES)
    # a panel's intensity falls with the cosine to its axis; a spot light is at full intensity inside its inner cone
    inner = 0.0 if light.kind == "area" else outer * SPOT_INNER_SHARE
    if light.kind == "area":
        out["extras"] = {"kind": "area", "size": list(light.size)}
    return {**out, "type": "spot", "spot": {"innerConeAngle": inner, "outerConeAngle": outer}}


def _sheared(matrices: FloatArray) -> npt.NDArray[np.bool_]:
    """(N,) whether the linear parts of matrices (N, 4, 4) have columns that are not perpendicular."""
    a = matrices[:, :3, :3]
    a = a / np.maximum(np.linalg.norm(a, axis=1, keepdims=True), 1e-300)
    gram = np.swapaxes(a, 1, 2) @ a
    return np.asarray(np.abs(gram - np.eye(3)).max(axis=(1, 2)) > _SHEAR)


def _set_matrix(node: dict[str, Any], matrix: FloatArray) -> None:
    rows: list[list[float]] = matrix.tolist()
    if [row[:3] for row in rows[:3]] == _NO_TURN:
        offset = [row[3] for row in rows[:3]]
        if any(offset):
            node["translation"] = _short(offset)
        return
    # column by column
    node["matrix"] = _short([rows[i][j] for j in range(4) for i in range(4)])


_NO_TURN = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]


def _short(values: list[float]) -> list[float]:
    """Values rounded to nine significant digits, the precision of float32."""
    return [float(f"{v:.9g}") for v in values]


def _unit(normals: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Normals of unit length, as glTF requires. A zero normal becomes +y."""
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    return np.where(
        length > 0.0, normals / np.maximum(length, 1e-30), np.array([0.0, 1.0, 0.0], dtype=np.float32)
    ).astype(np.float32)


def _color_name(color: Vec3) -> str:
    return "#" + "".join(f"{round(min(max(c, 0.0), 1.0) * 255.0):02x}" for c in color)
