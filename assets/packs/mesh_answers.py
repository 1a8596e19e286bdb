"""Checks what the child that reads meshes answered. A hostile file may have taken it over, so nothing of its answer is believed.

Each function raises ValueError, KeyError, TypeError or IndexError where the answer is not of its form.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import trimesh

__all__ = ["facts_of", "listing_of", "scene_of_arrays"]

_SIDES = ("-x", "+x", "-y", "+y", "-z", "+z")
_AXES = ("x", "y", "z")
_MOST_TREE = 32 << 20
"""Characters of JSON for the tree of one mesh."""
_MOST_PIECES = 20_000
_TEXT = 4000


def facts_of(answer: Mapping[str, Any]) -> dict[str, Any]:
    """The facts about a mesh, see :func:`scenewright.assets.packs.mesh_reading.facts.inspect`."""
    weights = [*_AXES, *(f"{a}|{half}{b}" for a in _AXES for b in _AXES if a != b for half in "+-")]
    triangles = answer["triangles"]
    if type(triangles) is not int or triangles < 0:
        raise ValueError("triangles")
    return {
        "low": _numbers(answer["low"], 3),
        "high": _numbers(answer["high"], 3),
        "triangles": triangles,
        "supports": {side: _number(answer["supports"][side]) for side in _SIDES},
        "mirror": {axis: _number(answer["mirror"][axis]) for axis in _AXES},
        "weight": {name: _number(answer["weight"][name]) for name in weights},
        "names": [_text(name) for name in _items(answer["names"], 200)],
        "copyright": _text(answer["copyright"]),
        "generator": _text(answer["generator"]),
        "extras": _texts(answer["extras"]),
        "node_extras": [_texts(extras) for extras in _items(answer["node_extras"], 20)],
        "confined": answer.get("confined") is True,
    }


def listing_of(answer: Any) -> dict[str, Any]:
    """The list of a library: see :func:`scenewright.assets.packs.mesh_child.list_library`."""
    if not isinstance(answer, dict):
        raise ValueError("no object")
    return {
        "about": _texts(answer["about"]),
        "pieces": [_texts(piece) for piece in _items(answer["pieces"], _MOST_PIECES)],
        "problems": [_text(problem) for problem in _items(answer["problems"], _MOST_PIECES)],
    }


def scene_of_arrays(path: Path) -> trimesh.Scene:
    """The arrays of a mesh as a trimesh scene. ``metadata['warnings']`` lists what was wrong with its pictures."""
    import trimesh
    from PIL import Image
    from safetensors import safe_open

    looks: Any = trimesh.visual
    scene = trimesh.Scene()
    graph: Any = scene.graph
    with safe_open(path, framework="numpy") as file:
        text = file.metadata()["scene"]
        if len(text) > _MOST_TREE:
            raise ValueError("its tree is too long")
        meta = json.loads(text)
        keys = set(file.keys())
        images: dict[int, Any] = {}

        def image(index: int | None) -> Any:
            if index is None:
                return None
            if index not in images:
                images[index] = Image.fromarray(_array(file.get_tensor(f"image/{index}"), np.uint8, (None, None, 4)))
            return images[index]

        materials = []
        for record in meta["materials"]:
            fields: dict[str, Any] = {
                "name": _text(record["name"]),
                "alphaMode": record["alphaMode"] if record["alphaMode"] in ("OPAQUE", "MASK", "BLEND") else None,
                "doubleSided": record["doubleSided"] is True,
            }
            for name in ("roughnessFactor", "metallicFactor"):
                fields[name] = None if record[name] is None else _number(record[name])
            if record["baseColorFactor"] is not None:
                fields["baseColorFactor"] = np.array(_numbers(record["baseColorFactor"], 4)).astype(np.uint8)
            if record["emissiveFactor"] is not None:
                fields["emissiveFactor"] = np.array(_numbers(record["emissiveFactor"], 3))
            fields = {name: value for name, value in fields.items() if value is not None}
            for name in ("baseColorTexture", "metallicRoughnessTexture"):
                fields[name] = image(record[name])
            materials.append(looks.material.PBRMaterial(**fields))
        for at, record in enumerate(meta["geometries"]):
            vertices = _array(file.get_tensor(f"vertices/{at}"), np.float32, (None, 3))
            faces = _array(file.get_tensor(f"faces/{at}"), np.uint32, (None, 3))
            count = len(vertices)
            if not np.isfinite(vertices).all() or (faces.size and int(faces.max()) >= count):
                raise ValueError(f"geometry {at}")
            uv = _array(file.get_tensor(f"uv/{at}"), np.float32, (count, 2)) if f"uv/{at}" in keys else None
            visual = None
            if record["material"] is not None:
                visual = looks.TextureVisuals(uv=uv, material=materials[record["material"]])
            colors = file.get_tensor(f"colors/{at}") if f"colors/{at}" in keys else None
            name = _text(record["name"])
            scene.geometry[name if name not in scene.geometry else f"{name}_{at}"] = trimesh.Trimesh(
                vertices=vertices,
                faces=faces,
                vertex_normals=_array(file.get_tensor(f"normals/{at}"), np.float32, (count, 3)),
                visual=visual,
                vertex_colors=None if colors is None else _array(colors, np.uint8, (count, 4)),
                process=False,
            )
        names = list(scene.geometry)
        graph.base_frame = meta["base"]
        for at, node in enumerate(meta["nodes"]):
            drawn = {} if node["geometry"] is None else {"geometry": names[node["geometry"]]}
            matrix = _array(file.get_tensor(f"matrix/{at}"), np.float64, (4, 4))
            if not np.isfinite(matrix).all():
                raise ValueError(f"pose {at}")
            graph.update(frame_to=node["row"], frame_from=node["parent"], matrix=matrix, **drawn)
        scene.metadata["warnings"] = [_text(problem) for problem in _items(meta.get("problems", []), 20)]
    return scene


def _array(values: Any, kind: type, shape: tuple[int | None, ...]) -> Any:
    """`values`, if they have this type and shape; None stands for any length but 0."""
    right = values.dtype == kind and len(values.shape) == len(shape)
    if not right or not all(
        n == want if want is not None else n > 0 for n, want in zip(values.shape, shape, strict=True)
    ):
        raise ValueError(f"an array of {values.dtype} {values.shape}")
    return values


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError("a number")
    return float(value)


def _numbers(values: Any, count: int) -> list[float]:
    if not isinstance(values, list) or len(values) != count:
        raise ValueError(f"no {count} numbers")
    return [_number(value) for value in values]


def _text(value: Any) -> str:
    return str(value)[:_TEXT] if isinstance(value, str | int | float) else ""


def _texts(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or len(value) > 1000:
        raise ValueError("no table of texts")
    return {_text(key): _text(text) for key, text in value.items()}


def _items(value: Any, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise ValueError("no list")
    return value
