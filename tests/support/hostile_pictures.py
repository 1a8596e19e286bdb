"""What a host does with the pictures of strangers: drawing, exports, meshes, photographs."""

from __future__ import annotations

import json
import struct
import tempfile
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from scenewright.assets.packs import inspect_mesh, read_mesh
from scenewright.renderers.base import RenderRequest
from scenewright.renderers.preview import PreviewRenderer
from scenewright.scene.asset_provider import AssetContent
from scenewright.scene.export.files import export_geometry
from scenewright.scene.geometry import scene_geometry, scene_of_asset
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import AssetRef, Scene
from scenewright.scene.pictures import forget_textures
from scenewright.scene.splats.capture.pictures import read_picture
from tests.hostile.picture_corpus import PICTURES, embedded_picture

__all__ = [
    "draw_and_export",
    "draw_with_surroundings",
    "glb_with_picture",
    "read_mesh_with",
    "read_photograph",
    "scene_with",
]


def scene_with(names: list[str]) -> Scene:
    """A row of cubes with these pictures."""
    cubes = "\n".join(
        f"        transform_shape(primitive_call('cube', {{'scale': 1}}, material={{'texture': 't{i}.png'}}), translation_matrix(({i}, 0, 0))),"
        for i in range(len(names))
    )
    scene = evaluate_here(
        f"from helper import *\n@register()\ndef row():\n    return concat_shapes(\n{cubes}\n    )\n"
        "camera((0.6, 1.0, 3.0), (0.5, 0, 0))\n"
    )
    number = {f"t{i}.png": name for i, name in enumerate(names)}
    return replace(scene, materials=tuple(replace(m, texture=number.get(m.texture or "")) for m in scene.materials))


def draw_and_export(name: str) -> dict[str, Any]:
    """A case in a preview, a GLB and an OBJ. Returns warnings, sizes of the exports, and whether something was drawn."""
    forget_textures()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "scene"
        root.mkdir()
        scene = scene_with(PICTURES[name](root))
        drawn = PreviewRenderer().render(RenderRequest(scene, width=48, height=32, samples=1, root=root))
        color = drawn.views[0].color
        files: list[Path] = []
        said: list[str] = list(drawn.warnings)
        for ending in (".glb", ".obj"):
            exported = export_geometry(scene, Path(place) / f"out{ending}", root=root)
            files += exported.files
            said += exported.warnings
        sizes = {file.name: file.stat().st_size for file in files}
    return {"warnings": list(dict.fromkeys(said)), "bytes": sizes, "drawn": color is not None and int(color.std()) > 0}


def draw_with_surroundings(name: str) -> list[str]:
    """The warnings of a preview whose surroundings are the case's first picture."""
    forget_textures()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        names = PICTURES[name](root)
        scene = evaluate_here(
            "from helper import *\n@register()\ndef a(): return primitive_call('cube', {'scale': 1})\nenvironment(image='sky.png')\n"
        )
        assert scene.environment is not None
        scene = replace(scene, environment=replace(scene.environment, image=names[0]))
        drawn = PreviewRenderer().render(RenderRequest(scene, width=48, height=32, samples=1, root=root))
    return list(drawn.warnings)


def glb_with_picture(picture: bytes, *, copies: int = 1, extension: bool = False) -> bytes:
    """A GLB of one triangle for each material, whose base colour and roughness are the picture."""
    corners = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], dtype="<f4").tobytes()
    uv = np.array([[0, 0], [1, 0], [0, 1]], dtype="<f4").tobytes()
    data = corners + uv + picture
    views = [(0, len(corners)), (len(corners), len(uv)), (len(corners) + len(uv), len(picture))]
    surface = {"baseColorTexture": {"index": 0}, "metallicRoughnessTexture": {"index": 0}}
    gloss = {"diffuseTexture": {"index": 0}, "specularGlossinessTexture": {"index": 0}}
    document = {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": list(range(copies))}],
        "nodes": [{"mesh": i, "name": f"n{i}"} for i in range(copies)],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0, "TEXCOORD_0": 1}, "material": i}]} for i in range(copies)],
        "materials": [
            {"extensions": {"KHR_materials_pbrSpecularGlossiness": gloss}} if extension
            else {"pbrMetallicRoughness": {key: {"index": i} for key in surface}, "name": f"m{i}"}
            for i in range(copies)
        ],
        "textures": [{"source": i} for i in range(copies)],
        "images": [{"bufferView": 2, "mimeType": "image/png"} for _ in range(copies)],
        "accessors": [
            {"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3", "min": [0, 0, 0], "max": [1, 1, 0]},
            {"bufferView": 1, "componentType": 5126, "count": 3, "type": "VEC2"},
        ],
        "bufferViews": [{"buffer": 0, "byteOffset": at, "byteLength": size} for at, size in views],
        "buffers": [{"byteLength": len(data)}],
    }  # fmt: skip
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    data += bytes(-len(data) % 4)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(data), b"BIN\0") + data
    return b"glTF" + struct.pack("<II", 2, 12 + len(chunks)) + chunks


class _OneMesh:
    """Serves one mesh for every name."""

    def __init__(self, content: AssetContent) -> None:
        self.content = content

    def resolve(self, words: str, size: Any, seed: int) -> AssetRef:
        corners = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], dtype=np.float64)
        return AssetRef(words, size, seed, id=words, hull=corners)

    def load(self, ref: AssetRef) -> AssetContent:
        return self.content


def read_mesh_with(name: str, copies: int = 1, extension: bool = False) -> dict[str, Any]:
    """A case inside of a GLB, read, looked at as an import does, drawn as triangles and exported."""
    with tempfile.TemporaryDirectory() as place, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        folder = Path(place)
        picture = embedded_picture(name, folder)
        if picture is None:
            return {"warnings": [], "textures": 0}
        data = glb_with_picture(picture, copies=copies, extension=extension)
        provider = _OneMesh(AssetContent(mesh=read_mesh(data)))
        (folder / "mesh.glb").write_bytes(data)
        inspect_mesh(folder / "mesh.glb")
        scene = scene_of_asset(provider.resolve("thing", None, 0))
        geometry = scene_geometry(scene, provider=provider)
        export_geometry(scene, folder / "out.glb", provider=provider)
        return {"warnings": list(geometry.warnings), "textures": len(geometry.textures)}


def read_photograph(name: str) -> list[int]:
    """The shape of a case as a photograph of a capture."""
    with tempfile.TemporaryDirectory() as place:
        names = PICTURES[name](Path(place))
        pixels, _ = read_picture(Path(place) / names[0], upright=True)
        return list(pixels.shape)
