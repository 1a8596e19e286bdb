"""glTF 2.0 binary files (GLB): the instance tree as nodes, every node with its path, words and entity id.

The frame is the scene's own: right-handed, +y up, objects face +z. Meshes are shared by all their instances. What a node
stands for is in its ``extras``: ``path``, ``word``, ``phrase``, ``id`` (row of the node table), ``z``; parts of catalogue
objects are nodes below the object's. Loaders may rename nodes; extras they keep.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from scene.colorspace import linear_from_srgb
from scene.export.attribution import copyright_line, credits_of
from scene.geometry import SceneGeometry
from scene.lights import SPOT_INNER_SHARE, SPOT_OUTER_DEGREES, physical_lights
from scene.model import Camera, FloatArray, Material, NodeKind, Scene, Vec3
from scene.primitive_meshes import MeshData

if TYPE_CHECKING:
    from pygltflib import GLTF2

__all__ = ["glb_bytes"]

_FLOAT, _UNSIGNED_INT = 5126, 5125
_ARRAY_BUFFER, _ELEMENT_BUFFER = 34962, 34963
_LUMENS_PER_WATT = 683.0
"""Of the photometric units that KHR_lights_punctual asks for, as Blender's exporter converts them."""
_ROUNDING = 1e-7

Look = tuple[Vec3, Material, int]
"""sRGB colour, material, index of a texture or -1."""


def glb_bytes(scene: Scene, geometry: SceneGeometry) -> bytes:
    """One frame of a scene as the bytes of a ``.glb`` file."""
    document = _Writer(scene, geometry).document()
    parts: list[bytes] = document.save_to_bytes()
    return b"".join(parts)


class _Writer:
    def __init__(self, scene: Scene, geometry: SceneGeometry) -> None:
        import pygltflib

        self.lib = pygltflib
        self.scene = scene
        self.geometry = geometry
        self.gltf: GLTF2 = pygltflib.GLTF2()
        self.blob: list[bytes] = []
        self.size = 0
        self.accessors: dict[int, dict[str, int]] = {}
        self.meshes: dict[tuple[int, Look], int] = {}
        self.materials: dict[tuple[Look, bool], int] = {}
        self.textures: dict[int, int] = {}
        self.extensions: set[str] = set()

    def document(self) -> GLTF2:
        lib, scene = self.lib, self.scene
        credits = credits_of(scene)
        extras: dict[str, Any] = {"units": scene.units or "arbitrary", "root": scene.root_name, "seed": scene.seed}
        self.gltf.asset = lib.Asset(
            version="2.0", generator="Scenewright", copyright=copyright_line(credits), extras=extras
        )
        tops = [self.tree()]
        tops += self.cameras()
        tops += self.lights()
        self.gltf.scenes = [lib.Scene(name=scene.root_name, nodes=tops)]
        self.gltf.scene = 0
        self.gltf.buffers = [lib.Buffer(byteLength=self.size)] if self.size else []
        self.gltf.extensionsUsed = sorted(self.extensions)
        self.gltf.set_binary_blob(b"".join(self.blob))
        return self.gltf

    # -- nodes --------------------------------------------------------------------------------------------------------

    def tree(self) -> int:
        """Every row as a node; gives the root's index."""
        scene, geometry = self.scene, self.geometry
        materials = geometry.materials
        look: dict[int, Look] = {}
        for k in np.flatnonzero(geometry.part < 0).tolist():
            c = geometry.color[k]
            look[int(geometry.entity[k])] = (
                (float(c[0]), float(c[1]), float(c[2])),
                materials[int(geometry.material[k])],
                int(geometry.texture[k]),
            )
        inner: dict[int, int] = {}
        for row in range(len(scene)):
            mesh = int(geometry.mesh_of_row[row])
            index = None if mesh < 0 or row not in look else self.mesh(geometry.meshes[mesh], mesh, look[row])
            parent = int(scene.nodes.parent[row])
            outer, inner[row] = self.node(
                scene.nodes.parent_from_local[row], scene.paths[row].rsplit("/", 1)[-1], self.about(row), index
            )
            if parent >= 0:
                self.add_child(inner[parent], outer)
            use = geometry.assets.get(row)
            if use is not None:
                self.asset(row, inner[row])
        return 0

    def about(self, row: int) -> dict[str, Any]:
        entity = self.scene.entity(row)
        extras: dict[str, Any] = {"path": entity.path, "word": entity.word, "id": row}
        if entity.phrase:
            extras["phrase"] = entity.phrase
        z = entity.embedding
        if z is not None and (entity.parent is None or entity.parent.embedding != z):
            extras["z"] = {
                k: v for k, v in (("words", z.words), ("image", z.image), ("token", z.token)) if v is not None
            }
        if entity.kind is NodeKind.ASSET and entity.asset is not None:
            ref = entity.asset
            extras["asset"] = {"id": ref.id, "licence": ref.licence, "author": ref.author, "source": ref.source}
        return extras

    def asset(self, row: int, below: int) -> None:
        """The parts of a catalogue object as nodes below its own."""
        use = self.geometry.assets[row]
        path = self.scene.paths[row]
        holder, top = self.node(use.node_from_asset, "object", None, None)
        self.add_child(below, holder)
        inner: list[int] = []
        numbers = self.mesh_numbers
        for part in use.tree.parts:
            extras = {"path": f"{path}/{part.path}", "word": part.word, "id": row, "part": part.path}
            if part.phrase:
                extras["phrase"] = part.phrase
            index = None
            if part.mesh is not None:
                texture = -1 if part.texture is None else self.picture_numbers[id(part.texture)]
                index = self.mesh(part.mesh, numbers[id(part.mesh)], (part.color, part.material, texture))
            outer, own = self.node(part.parent_from_local, part.path.rsplit("/", 1)[-1] or "part", extras, index)
            inner.append(own)
            self.add_child(top if part.parent < 0 else inner[part.parent], outer)

    @cached_property
    def mesh_numbers(self) -> Mapping[int, int]:
        return {id(m): i for i, m in enumerate(self.geometry.meshes)}

    @cached_property
    def picture_numbers(self) -> Mapping[int, int]:
        return {id(p): i for i, p in enumerate(self.geometry.textures)}

    def node(
        self, parent_from_local: FloatArray, name: str, extras: dict[str, Any] | None, mesh: int | None
    ) -> tuple[int, int]:
        """One node, or two where the matrix shears (glTF allows translation, rotation and scale only); gives the outer,
        which stands below the parent, and the inner, which holds the children."""
        outer, rest = _split(parent_from_local)
        first = len(self.gltf.nodes)
        plain = self.lib.Node(name=name, extras=extras or {})
        if not np.allclose(outer, np.eye(4), atol=1e-12):
            plain.matrix = outer.T.reshape(-1).tolist()  # column-major
        self.gltf.nodes.append(plain)
        if rest is None:
            plain.mesh = mesh
            return first, first
        turned = self.lib.Node(name=f"{name}_turned", mesh=mesh, matrix=rest.T.reshape(-1).tolist())
        self.gltf.nodes.append(turned)
        plain.children = [first + 1]
        return first, first + 1

    def add_child(self, parent: int, child: int) -> None:
        node = self.gltf.nodes[parent]
        if node.children:
            node.children.append(child)
        else:
            node.children = [child]

    # -- meshes and materials -----------------------------------------------------------------------------------------

    def mesh(self, data: MeshData, number: int, look: Look) -> int:
        key = (number, look)
        if key not in self.meshes:
            accessors = self.accessors.get(number)
            if accessors is None:
                accessors = self.accessors[number] = self.mesh_accessors(data)
            attributes = self.lib.Attributes(POSITION=accessors["POSITION"], NORMAL=accessors["NORMAL"])
            if "TEXCOORD_0" in accessors and look[2] >= 0:
                attributes.TEXCOORD_0 = accessors["TEXCOORD_0"]
            if "COLOR_0" in accessors:
                attributes.COLOR_0 = accessors["COLOR_0"]
            primitive = self.lib.Primitive(
                attributes=attributes,
                indices=accessors["indices"],
                material=self.material(look, "TEXCOORD_0" in accessors),
            )
            self.meshes[key] = len(self.gltf.meshes)
            self.gltf.meshes.append(self.lib.Mesh(name=data.name, primitives=[primitive]))
        return self.meshes[key]

    def mesh_accessors(self, data: MeshData) -> dict[str, int]:
        found = {
            "POSITION": self.accessor(data.vertices, "VEC3", limits=True),
            "NORMAL": self.accessor(data.normals, "VEC3"),
            "indices": self.accessor(data.faces.reshape(-1), "SCALAR"),
        }
        if data.uv is not None:
            uv = data.uv.copy()
            uv[:, 1] = 1.0 - uv[:, 1]  # glTF counts v from the top
            found["TEXCOORD_0"] = self.accessor(uv, "VEC2")
        if data.colors is not None:
            found["COLOR_0"] = self.accessor(data.colors, "VEC3")
        return found

    def accessor(self, values: npt.NDArray[Any], kind: str, *, limits: bool = False) -> int:
        indices = kind == "SCALAR"
        array = np.ascontiguousarray(values, dtype=np.uint32 if indices else np.float32)
        view = self.view(array.tobytes(), _ELEMENT_BUFFER if indices else _ARRAY_BUFFER)
        made = self.lib.Accessor(
            bufferView=view, componentType=_UNSIGNED_INT if indices else _FLOAT, count=len(array), type=kind
        )
        if limits:
            made.min, made.max = array.min(axis=0).tolist(), array.max(axis=0).tolist()
        self.gltf.accessors.append(made)
        return len(self.gltf.accessors) - 1

    def view(self, data: bytes, target: int | None) -> int:
        padding = (-len(data)) % 4
        self.gltf.bufferViews.append(
            self.lib.BufferView(buffer=0, byteOffset=self.size, byteLength=len(data), target=target)
        )
        self.blob.append(data + b"\0" * padding)
        self.size += len(data) + padding
        return len(self.gltf.bufferViews) - 1

    def material(self, look: Look, has_uv: bool) -> int:
        key = (look, has_uv)
        if key in self.materials:
            return self.materials[key]
        color, surface, texture = look
        linear = linear_from_srgb(np.array(color)).tolist()
        pbr = self.lib.PbrMetallicRoughness(
            baseColorFactor=[*linear, float(surface.opacity)],
            roughnessFactor=float(surface.roughness),
            metallicFactor=float(surface.metallic),
        )
        if texture >= 0 and has_uv:
            pbr.baseColorTexture = self.lib.TextureInfo(index=self.texture(texture))
        made = self.lib.Material(pbrMetallicRoughness=pbr, doubleSided=surface.opacity < 1.0)
        if surface.opacity < 1.0:
            made.alphaMode, made.alphaCutoff = "BLEND", None
        else:
            made.alphaMode, made.alphaCutoff = "OPAQUE", None
        if surface.emission > 0.0:
            glow = np.array(linear) * surface.emission
            strength = max(1.0, float(glow.max()))
            made.emissiveFactor = (glow / strength).tolist()
            if strength > 1.0:
                made.extensions = {"KHR_materials_emissive_strength": {"emissiveStrength": strength}}
                self.extensions.add("KHR_materials_emissive_strength")
        self.materials[key] = len(self.gltf.materials)
        self.gltf.materials.append(made)
        return self.materials[key]

    def texture(self, number: int) -> int:
        if number not in self.textures:
            from PIL import Image

            buffer = io.BytesIO()
            Image.fromarray(self.geometry.textures[number]).save(buffer, "PNG")
            view = self.view(buffer.getvalue(), None)
            self.gltf.images.append(self.lib.Image(bufferView=view, mimeType="image/png"))
            self.gltf.textures.append(self.lib.Texture(source=len(self.gltf.images) - 1))
            self.textures[number] = len(self.gltf.textures) - 1
        return self.textures[number]

    # -- cameras and lights -------------------------------------------------------------------------------------------

    def cameras(self) -> list[int]:
        reach = float(np.linalg.norm(np.diff(self.scene.bounds, axis=0)))
        out = []
        for number, camera in enumerate(self.scene.cameras):
            lens = self.lib.Perspective(yfov=float(np.radians(camera.fov)), znear=max(1e-3 * reach, 1e-6))
            self.gltf.cameras.append(self.lib.Camera(type="perspective", perspective=lens, name=f"camera_{number}"))
            node = self.lib.Node(
                name=f"camera_{number}", camera=number, matrix=_world_from_camera(camera).T.reshape(-1).tolist()
            )
            self.gltf.nodes.append(node)
            out.append(len(self.gltf.nodes) - 1)
        return out

    def lights(self) -> list[int]:
        """Sun, point and spot lights as they are; area and ceiling lights as points. Ambient light has no glTF form."""
        listed: list[dict[str, Any]] = []
        out = []
        for light in physical_lights(self.scene):
            if light.kind == "ambient":
                continue
            kind = {"sun": "directional", "spot": "spot"}.get(light.kind, "point")
            power = light.strength if light.kind == "sun" else light.radiant_intensity
            color = np.array(light.color, dtype=np.float64)
            top = max(float(color.max()), 1e-9)
            entry: dict[str, Any] = {
                "type": kind,
                "color": (color / top).tolist(),
                "intensity": power * top * (_LUMENS_PER_WATT if light.kind != "sun" else _LUMENS_PER_WATT / np.pi),
            }
            if kind == "spot":
                outer = float(np.radians(SPOT_OUTER_DEGREES))
                entry["spot"] = {"innerConeAngle": outer * SPOT_INNER_SHARE, "outerConeAngle": outer}
            listed.append(entry)
            node = self.lib.Node(
                name=f"light_{len(listed) - 1}", extensions={"KHR_lights_punctual": {"light": len(listed) - 1}}
            )
            looking = Camera(light.position, _plus(light.position, light.direction))
            node.matrix = _world_from_camera(looking).T.reshape(-1).tolist()
            self.gltf.nodes.append(node)
            out.append(len(self.gltf.nodes) - 1)
        if listed:
            self.gltf.extensions = {"KHR_lights_punctual": {"lights": listed}}
            self.extensions.add("KHR_lights_punctual")
        return out


def _plus(a: Vec3, b: Vec3) -> Vec3:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def _world_from_camera(camera: Camera) -> FloatArray:
    """(4, 4) of a glTF camera: it looks along -z, +y is up."""
    eye = np.array(camera.eye)
    back = eye - np.array(camera.target)
    back /= max(float(np.linalg.norm(back)), 1e-12)
    up = np.array([0.0, 1.0, 0.0]) if abs(back[1]) < 1.0 - 1e-6 else np.array([0.0, 0.0, -1.0])
    right = np.cross(up, back)
    right /= np.linalg.norm(right)
    m = np.eye(4)
    m[:3, 0], m[:3, 1], m[:3, 2], m[:3, 3] = right, np.cross(back, right), back, eye
    return m


def _split(m: FloatArray) -> tuple[FloatArray, FloatArray | None]:
    """A matrix as one that glTF can say (translation, rotation, scale, mirrored or not) and a further rotation, which is
    needed where it shears: by its singular value decomposition."""
    a = m[:3, :3]
    gram = a.T @ a
    size = float(np.trace(gram)) / 3.0
    if np.abs(gram - np.diag(np.diag(gram))).max() <= _ROUNDING * max(size, 1e-30):
        return m, None
    u, s, vt = np.linalg.svd(a)
    if np.linalg.det(vt) < 0.0:
        vt, s = -vt, -s
    outer = m.copy()
    outer[:3, :3] = u * s
    rest = np.eye(4)
    rest[:3, :3] = vt
    return outer, rest
