"""The node tree of a scene file in glTF's form, and the GLB of its meshes alone.

A scene file becomes two things. The **tree** (JSON) lists its nodes: name, parent, matrix, mesh, words. The **stored file** is the same GLB
with a flat tree: one root node for each mesh, in the mesh's own frame, named for people. Buffers, materials and pictures are not encoded
again.
"""

from __future__ import annotations

import json
import math
import re
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from .bundle import MeshBundle
from .gltf_packing import packed_gltf
from .refusal import MeshRefused, clean
from .wavefront_scene import wavefront_glb

__all__ = ["MAX_DEPTH", "MAX_NODES", "read_tree", "read_tree_of_bundle", "write_tree"]

MAX_NODES = 20_000
MAX_DEPTH = 200
MAX_MESHES = 2_000
"""Of different ones: as many distinct assets as one program calls."""
_WORD_KEYS = ("word", "category", "class", "label", "semantic_label")
_PHRASE_KEYS = ("phrase", "description")
_HARMLESS = re.compile(r"KHR_(materials_\w+|texture_transform|lights_punctual|gaussian_splatting)|EXT_texture_webp")
"""Extensions that a file may require: without them its triangles are the same."""
_TRIANGLES, _STRIP = 4, 5
_SINGULAR = 1e-12


def read_tree(source: Path, target: Path, options: dict[str, Any]) -> dict[str, Any]:
    """Read a GLB; writes the stored file to `target`, and the tree beside it as ``.json``."""
    return write_tree(*_split(source.read_bytes()), target)


def read_tree_of_bundle(source: Path, target: Path, options: dict[str, Any]) -> dict[str, Any]:
    """The same for a glTF or OBJ with the files that it names (:mod:`.bundle`), or the names of files that are missing."""
    bundle = MeshBundle(source)
    if bundle.kind == "gltf":
        packed = packed_gltf(bundle, final=bool(options["final"]))
        return {"missing": packed} if isinstance(packed, list) else write_tree(*packed, target)
    data = wavefront_glb(bundle, target, final=bool(options["final"]))
    return {"missing": data} if isinstance(data, list) else write_tree(*_split(data), target)


def _split(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The JSON and the binary chunk of a GLB."""
    if data[:4] != b"glTF":
        raise MeshRefused("it is no GLB file: it does not start with 'glTF'")
    chunks: dict[bytes, bytes] = {}
    at = 12
    while at + 8 <= len(data):
        size, kind = struct.unpack("<I4s", data[at : at + 8])
        chunks.setdefault(kind, data[at + 8 : at + 8 + size])
        at += 8 + size
    document = json.loads(chunks.get(b"JSON", b"{}"))
    if not isinstance(document, dict):
        raise MeshRefused("its JSON is no object")
    return document, chunks.get(b"BIN\0", b"")


def write_tree(
    document: dict[str, Any], binary: bytes, target: Path, left_out: Mapping[str, int] | None = None
) -> dict[str, Any]:
    """Write the stored file of a document to `target`, and the tree beside it. `left_out`: what was left out before."""
    required = [str(name) for name in _rows(document, "extensionsRequired")]
    unknown = [clean(name) for name in required if not _HARMLESS.fullmatch(name)]
    if unknown:
        raise MeshRefused(
            f"it requires {', '.join(unknown)}, which is not read: save it without compression and quantisation"
        )
    tree = _Tree(document)
    if not tree.stored:
        hint = (
            ": scenewright splat view shows its Gaussians" if any("Gaussian" in what for what in tree.left_out) else ""
        )
        raise MeshRefused(f"it holds no triangles{hint}")
    kept = {
        key: document[key]
        for key in ("materials", "textures", "images", "samplers", "accessors", "bufferViews")
        if document.get(key)
    }
    stored = {
        "asset": {
            "version": "2.0",
            **{k: v for k, v in _table(document, "asset").items() if k in ("copyright", "generator")},
        },
        "scene": 0,
        "scenes": [{"nodes": tree.roots}],
        "nodes": tree.stored,
        "meshes": tree.meshes,
        **kept,
        "buffers": [{"byteLength": len(binary)}],
    }
    used = [name for name in _rows(document, "extensionsUsed") if re.match(r"KHR_(materials|texture)_", str(name))]
    if used:
        stored["extensionsUsed"] = used
    text = json.dumps(stored, separators=(",", ":"), allow_nan=False).encode()
    text += b" " * (-len(text) % 4)
    binary += b"\0" * (-len(binary) % 4)
    head = struct.pack("<4sII", b"glTF", 2, 28 + len(text) + len(binary))
    target.write_bytes(
        head + struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(binary), b"BIN\0") + binary
    )
    told = {**tree.listing(), "about": _about(document)}
    told["left_out"] = {**(left_out or {}), **tree.left_out}
    target.with_suffix(".json").write_text(json.dumps(told, separators=(",", ":")), encoding="utf-8")
    return {"nodes": len(tree.nodes)}


def _about(document: Mapping[str, Any]) -> dict[str, Any]:
    asset = _table(document, "asset")
    extras = {clean(k): clean(v) for k, v in list(_table(asset, "extras").items())[:50]}
    return {"copyright": clean(asset.get("copyright", "")), "extras": extras}


class _Tree:
    """The nodes of one scene of a document. `meshes`, `stored`, `roots`: those of the stored file."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.rows = [row if isinstance(row, dict) else {} for row in _rows(document, "nodes")]
        self.nodes: list[dict[str, Any]] = []
        self.cameras: list[dict[str, Any]] = []
        self.meshes: list[dict[str, Any]] = []
        self.stored: list[dict[str, Any]] = []
        self.roots: list[int] = []
        self.names: dict[str, None] = {}
        self.mesh_names: list[str] = []
        self.mesh_of: dict[int, int] = {}
        self.left_out: dict[str, int] = {}
        if len(self.rows) > MAX_NODES:
            raise MeshRefused(f"it has {len(self.rows):,} nodes; the limit is {MAX_NODES:,}")
        self.walk()

    def listing(self) -> dict[str, Any]:
        """The tree as JSON values."""
        scene = self.scene()
        return {
            "name": clean(scene.get("name", "")),
            "nodes": self.nodes,
            "meshes": self.mesh_names,
            "cameras": self.cameras[:50],
            "left_out": self.left_out,
        }

    def scene(self) -> dict[str, Any]:
        scenes = _rows(self.document, "scenes")
        number = self.document.get("scene", 0)
        if not scenes or not isinstance(number, int) or not 0 <= number < len(scenes):
            return {}
        return scenes[number] if isinstance(scenes[number], dict) else {}

    def walk(self) -> None:
        below = {child for row in self.rows for child in _rows(row, "children") if isinstance(child, int)}
        tops = _rows(self.scene(), "nodes") or [i for i in range(len(self.rows)) if i not in below]
        stack = [(top, -1, 1, np.eye(4)) for top in reversed(tops)]
        met: set[int] = set()
        while stack:
            number, parent, depth, above = stack.pop()
            if not isinstance(number, int) or not 0 <= number < len(self.rows):
                raise MeshRefused(f"it has no node {clean(number)}")
            if number in met:
                raise MeshRefused(f"its node {number} is below two others, or below itself")
            met.add(number)
            if depth > MAX_DEPTH:
                raise MeshRefused(f"its nodes are nested more than {MAX_DEPTH} deep")
            row = self.rows[number]
            matrix = _matrix(row, number)
            if abs(np.linalg.det(matrix[:3, :3])) < _SINGULAR:
                self.count("nodes that are scaled to nothing")
                continue
            at = self.add(row, number, parent, matrix)
            world = above @ matrix
            if isinstance(row.get("camera"), int):
                self.add_camera(row["camera"], world)
            stack += [(child, at, depth + 1, world) for child in reversed(_rows(row, "children"))]

    def add(self, row: Mapping[str, Any], number: int, parent: int, matrix: Any) -> int:
        name = clean(row.get("name") or "")
        extras = _table(row, "extras")
        node: dict[str, Any] = {"name": name, "parent": parent}
        if not np.array_equal(matrix, np.eye(4)):
            node["matrix"] = matrix.reshape(-1).tolist()
        for key, choices in (("word", _WORD_KEYS), ("phrase", _PHRASE_KEYS)):
            said = next((extras[k] for k in choices if isinstance(extras.get(k), str) and extras[k].strip()), None)
            if said is not None:
                node[key] = clean(said)
        extensions = _table(row, "extensions")
        for extension, what in (
            ("EXT_mesh_gpu_instancing", "copies by EXT_mesh_gpu_instancing"),
            ("KHR_lights_punctual", "lights"),
        ):
            if extension in extensions:
                self.count(what)
        if "skin" in row:
            self.count("bones (meshes stand as they were modelled)")
        if isinstance(row.get("mesh"), int):
            mesh = self.mesh(row["mesh"], name or f"node {number}")
            if mesh is not None:
                node["mesh"] = mesh
        self.nodes.append(node)
        return len(self.nodes) - 1

    def mesh(self, number: int, called: str) -> int | None:
        """The number of a mesh of the stored file; None where it has no triangles."""
        if number in self.mesh_of:
            known = self.mesh_of[number]
            return known if known >= 0 else None
        meshes = _rows(self.document, "meshes")
        if not 0 <= number < len(meshes) or not isinstance(meshes[number], dict):
            raise MeshRefused(f"it has no mesh {number}")
        row = meshes[number]
        primitives = [p for p in _rows(row, "primitives") if isinstance(p, dict)]
        drawn = [
            p
            for p in primitives
            if p.get("mode", _TRIANGLES) in (_TRIANGLES, _STRIP) and "POSITION" in _table(p, "attributes")
        ]
        splats = sum("KHR_gaussian_splatting" in _table(p, "extensions") for p in primitives)
        if splats:
            self.count("Gaussian splats (splat_call places them)", splats)
        if len(drawn) + splats < len(primitives):
            self.count("points and lines", len(primitives) - len(drawn) - splats)
        if any(p.get("targets") for p in drawn):
            self.count("morph targets")
        if not drawn:
            self.mesh_of[number] = -1
            return None
        if len(self.mesh_names) >= MAX_MESHES:
            raise MeshRefused(
                f"it has more than {MAX_MESHES:,} different meshes, which is as many as one program calls: join some"
            )
        self.mesh_of[number] = len(self.mesh_names)
        name = self.named(called if _telling(called) else clean(row.get("name") or called))
        self.mesh_names.append(name)
        self.roots.append(len(self.stored))
        top: dict[str, Any] = {"name": name}
        self.stored.append(top)
        plain = [{k: v for k, v in p.items() if k in ("attributes", "indices", "material", "mode")} for p in drawn]
        if len(plain) == 1:
            top["mesh"] = len(self.meshes)
            self.meshes.append({"name": name, "primitives": plain})
            return self.mesh_of[number]
        top["children"] = []
        materials = _rows(self.document, "materials")
        for primitive in plain:
            look = primitive.get("material")
            of = materials[look] if isinstance(look, int) and 0 <= look < len(materials) else {}
            part = self.named(f"{name} {clean(of.get('name') or 'surface') if isinstance(of, dict) else 'surface'}")
            top["children"].append(len(self.stored))
            self.stored.append({"name": part, "mesh": len(self.meshes)})
            self.meshes.append({"name": part, "primitives": [primitive]})
        return self.mesh_of[number]

    def named(self, wanted: str) -> str:
        """A name for the stored file: letters and digits with underscores, used once."""
        base = re.sub(r"\W+", "_", wanted.lower()).strip("_")[:80] or "mesh"
        base = f"{base}_mesh" if base == "world" else base
        name, number = base, 2
        while name in self.names:
            name, number = f"{base}_{number}", number + 1
        self.names[name] = None
        return name

    def add_camera(self, number: int, world: Any) -> None:
        cameras = _rows(self.document, "cameras")
        row = cameras[number] if 0 <= number < len(cameras) and isinstance(cameras[number], dict) else {}
        angle = _table(row, "perspective").get("yfov")
        if not isinstance(angle, int | float) or not 0.0 < float(angle) < math.pi:
            self.count("cameras without perspective")
            return
        back = world[:3, 2]
        length = float(np.linalg.norm(back))
        if length > _SINGULAR:
            self.cameras.append(
                {
                    "eye": world[:3, 3].tolist(),
                    "direction": (-back / length).tolist(),
                    "fov": math.degrees(float(angle)),
                }
            )

    def count(self, what: str, number: int = 1) -> None:
        self.left_out[what] = self.left_out.get(what, 0) + number


def _telling(name: str) -> bool:
    """Whether a name says anything of the thing: 'Object_12' and 'node 3' do not."""
    return re.fullmatch(r"(?i)(node|object|mesh|group|root|geometry|primitive)?[\s_.-]*\d*", name) is None


def _matrix(row: Mapping[str, Any], number: int) -> Any:
    """(4, 4) parent_from_node. glTF 2.0, section 5.25: a matrix column by column, or T * R * S with the quaternion as xyzw."""
    out = np.eye(4)
    try:
        if "matrix" in row:
            out = np.asarray(row["matrix"], dtype=np.float64).reshape(4, 4).T
        else:
            x, y, z, w = np.asarray(row.get("rotation", (0.0, 0.0, 0.0, 1.0)), dtype=np.float64).reshape(4)
            length = math.sqrt(x * x + y * y + z * z + w * w) or 1.0
            x, y, z, w = x / length, y / length, z / length, w / length
            turn = np.array(
                [
                    [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
                    [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
                    [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
                ]
            )
            out[:3, :3] = turn * np.asarray(row.get("scale", (1.0, 1.0, 1.0)), dtype=np.float64).reshape(3)
            out[:3, 3] = np.asarray(row.get("translation", (0.0, 0.0, 0.0)), dtype=np.float64).reshape(3)
    except (TypeError, ValueError) as error:
        raise MeshRefused(f"the pose of its node {number} cannot be read ({error})") from error
    if not np.isfinite(out).all() or not np.allclose(out[3], (0.0, 0.0, 0.0, 1.0)):
        raise MeshRefused(f"the pose of its node {number} is not finite, or no affine matrix")
    return out


def _rows(table: Mapping[str, Any], key: str) -> list[Any]:
    rows = table.get(key, [])
    return rows if isinstance(rows, list) else []


def _table(table: Mapping[str, Any], key: str) -> dict[str, Any]:
    inner = table.get(key, {})
    return inner if isinstance(inner, dict) else {}
