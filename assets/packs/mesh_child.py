"""The host's side of :mod:`scenewright.assets.packs.mesh_worker`: one short-lived child per file, with a time limit, answers in JSON."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from safetensors import SafetensorError

from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.children.parser.host import answer_of
from scenewright.scene.plain_files import check_plain, refused_as

if TYPE_CHECKING:
    import trimesh

__all__ = ["convert_piece", "inspect_mesh", "kept_arrays", "list_library", "read_mesh"]

WALL_SECONDS = 180.0

_WORKER = Path(__file__).with_name("mesh_worker.py")


MOST_FILE_BYTES = 512 << 20
"""Of a mesh or a library; the child refuses larger ones as well."""


def _run(command: str, source: Path, target: Path, options: Mapping[str, Any]) -> dict[str, Any]:
    with refused_as(AssetError):
        check_plain(source, MOST_FILE_BYTES, "the file")
    arguments = [command, str(source), str(target), json.dumps(options)]
    return answer_of(
        _WORKER, arguments, about=source.name, folder=target.parent, seconds=WALL_SECONDS, error=AssetError
    )


def kept_arrays(folder: Path, asset_id: str) -> Path:
    """The file in a cache folder for the parsed arrays of a stored mesh."""
    return folder / "meshes" / asset_id[:2] / f"{asset_id}.safetensors"


def read_mesh(data: bytes, kept: Path | None = None) -> trimesh.Scene:
    """A GLB as a trimesh scene in the file's own unit and frame, parsed in a child.

    Args:
        kept: cache file of the parsed arrays; a child runs only if it does not exist.

    Raises:
        AssetError: it is no GLB, has no triangles, or exceeds the limits.
    """
    if kept is not None and kept.is_file():
        try:
            return _scene_of(kept)
        except (OSError, KeyError, TypeError, ValueError, SafetensorError):  # damaged: parsed anew
            kept.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="scenewright-") as folder:
        source, target = Path(folder) / "mesh.glb", Path(folder) / "mesh.safetensors"
        source.write_bytes(data)
        _run("read", source, target, {})
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(kept, target.read_bytes(), durable=False)
        return _scene_of(target)


def _scene_of(path: Path) -> trimesh.Scene:
    import trimesh
    from PIL import Image
    from safetensors import safe_open

    looks: Any = trimesh.visual
    scene = trimesh.Scene()
    graph: Any = scene.graph
    with safe_open(path, framework="numpy") as file:
        meta = json.loads(file.metadata()["scene"])
        keys = set(file.keys())
        images: dict[int, Any] = {}

        def image(index: int | None) -> Any:
            if index is None:
                return None
            if index not in images:
                images[index] = Image.fromarray(file.get_tensor(f"image/{index}"))
            return images[index]

        materials = []
        for record in meta["materials"]:
            fields = {k: v for k, v in record.items() if v is not None and not k.endswith("Texture")}
            if "baseColorFactor" in fields:
                fields["baseColorFactor"] = np.array(fields["baseColorFactor"], dtype=np.uint8)
            if "emissiveFactor" in fields:
                fields["emissiveFactor"] = np.array(fields["emissiveFactor"], dtype=np.float64)
            for name in ("baseColorTexture", "metallicRoughnessTexture"):
                fields[name] = image(record[name])
            materials.append(looks.material.PBRMaterial(**fields))
        for at, record in enumerate(meta["geometries"]):
            uv = file.get_tensor(f"uv/{at}") if f"uv/{at}" in keys else None
            visual = None
            if record["material"] is not None:
                visual = looks.TextureVisuals(uv=uv, material=materials[record["material"]])
            colors = file.get_tensor(f"colors/{at}") if f"colors/{at}" in keys else None
            name = record["name"] if record["name"] not in scene.geometry else f"{record['name']}_{at}"
            scene.geometry[name] = trimesh.Trimesh(
                vertices=file.get_tensor(f"vertices/{at}"),
                faces=file.get_tensor(f"faces/{at}"),
                vertex_normals=file.get_tensor(f"normals/{at}"),
                visual=visual,
                vertex_colors=colors,
                process=False,
            )
        names = list(scene.geometry)
        base = meta["base"]
        graph.base_frame = base
        for at, node in enumerate(meta["nodes"]):
            drawn = {} if node["geometry"] is None else {"geometry": names[node["geometry"]]}
            matrix = file.get_tensor(f"matrix/{at}")
            graph.update(frame_to=node["row"], frame_from=node["parent"], matrix=matrix, **drawn)
    return scene


def inspect_mesh(path: Path) -> dict[str, Any]:
    """The facts about a GLB, see :func:`scenewright.assets.packs.mesh_reading.facts.inspect`.

    Raises:
        AssetError: it is no GLB, has no triangles, or exceeds the limits.
    """
    with tempfile.TemporaryDirectory(prefix="scenewright-") as folder:
        return _run("inspect", path.resolve(), Path(folder) / "none", {})


def list_library(path: Path) -> dict[str, Any]:
    """``{'about', 'pieces', 'problems'}`` of a Sweet Home 3D library.

    Raises:
        AssetError: it is no library, or exceeds the limits.
    """
    with tempfile.TemporaryDirectory(prefix="scenewright-") as folder:
        target = Path(folder) / "list.json"
        _run("list", path.resolve(), target, {})
        return dict(json.loads(target.read_text(encoding="utf-8")))


def convert_piece(path: Path, model: str, copyright_line: str) -> tuple[bytes, bytes]:
    """One model of a Sweet Home 3D library as GLB, and the arrays that :func:`read_mesh` keeps of it.

    Raises:
        AssetError: the library does not have it, or it cannot be converted.
    """
    with tempfile.TemporaryDirectory(prefix="scenewright-") as folder:
        target = Path(folder) / "piece.glb"
        _run("convert", path.resolve(), target, {"model": model, "copyright": copyright_line})
        return target.read_bytes(), target.with_suffix(".safetensors").read_bytes()
