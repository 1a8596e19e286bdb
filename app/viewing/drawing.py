"""The triangles of a scene for a page: instances in one safetensors file, and meshes and textures, by content, in others.

A page asks only for shapes whose keys it does not know. Keys are hashes of content, so that a mesh keeps its key from revision to revision
and from scene to scene. ``app/studio/web/src/protocol/drawing.ts`` describes both files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from safetensors.numpy import save

from scenewright.scene.errors import PathError
from scenewright.scene.export.png import png_bytes
from scenewright.scene.geometry import MeshData, SceneGeometry
from scenewright.scene.lights import physical_lights
from scenewright.scene.model import NodeKind, Scene
from scenewright.scene.pictures import Picture

__all__ = ["drawing_bytes", "shape_keys", "shapes_bytes"]

_SCHEMA = 1
_SHELL = ("floor", "ceiling", "wall_left", "wall_right", "wall_back", "wall_front")

_MESH_KEYS: WeakKeyDictionary[MeshData, str] = WeakKeyDictionary()


def drawing_bytes(scene: Scene, geometry: SceneGeometry, revision: int) -> bytes:
    """The instances of one frame of a scene, as a safetensors file.

    `matrix` (I, 12) is world_from_mesh, its three upper rows; `color` (I, 3) is sRGB. Meshes and textures are named by their keys.
    """
    mesh_keys, mesh_of = _numbered([mesh_key(m) for m in geometry.meshes])
    texture_keys, texture_of = _numbered([_texture_key(t) for t in geometry.textures])
    used = geometry.texture >= 0
    texture = np.full(len(geometry), -1, dtype=np.int32)
    texture[used] = texture_of[geometry.texture[used]]
    head: dict[str, Any] = {
        "schema": _SCHEMA,
        "revision": revision,
        "bounds": scene.bounds.tolist(),
        "meshes": mesh_keys,
        "textures": texture_keys,
        "materials": [
            {"metallic": m.metallic, "roughness": m.roughness, "opacity": m.opacity, "emission": m.emission}
            for m in geometry.materials
        ],
        "lights": _lights(scene),
        "background": None,
        "shell": _shell(scene),
    }
    tensors = {
        "mesh": mesh_of[geometry.mesh].astype(np.uint32),
        "row": geometry.entity.astype(np.uint32),
        "part": geometry.part.astype(np.int32),
        "material": geometry.material.astype(np.uint32),
        "texture": texture,
        "color": np.ascontiguousarray(geometry.color, dtype=np.float32),
        "matrix": np.ascontiguousarray(geometry.world_from_mesh[:, :3, :].reshape(-1, 12), dtype=np.float32),
    }
    return bytes(save(tensors, metadata={"head": json.dumps(head, allow_nan=False, separators=(",", ":"))}))


def shapes_bytes(geometry: SceneGeometry, keys: Iterable[str]) -> bytes:
    """Meshes and textures of a geometry by their keys, as a safetensors file.

    Raises:
        PathError: the geometry has no such shape; it may have changed meanwhile.
    """
    meshes = {mesh_key(m): m for m in geometry.meshes}
    textures = {_texture_key(t): t for t in geometry.textures}
    tensors: dict[str, np.ndarray[Any, Any]] = {}
    for key in dict.fromkeys(keys):
        if key in meshes:
            mesh = meshes[key]
            tensors[f"{key}.positions"] = np.ascontiguousarray(mesh.vertices, dtype=np.float32)
            tensors[f"{key}.normals"] = np.ascontiguousarray(mesh.normals, dtype=np.float32)
            tensors[f"{key}.faces"] = np.ascontiguousarray(mesh.faces, dtype=np.uint32)
            if mesh.uv is not None:
                tensors[f"{key}.uv"] = np.ascontiguousarray(mesh.uv, dtype=np.float32)
            if mesh.colors is not None:
                tensors[f"{key}.colors"] = np.ascontiguousarray(mesh.colors, dtype=np.float32)
        elif key in textures:
            picture = textures[key]
            data = png_bytes(picture, alpha=not bool((picture[..., 3] == 255).all()))
            tensors[f"{key}.png"] = np.frombuffer(data, dtype=np.uint8)
        else:
            raise PathError(f"the scene has no shape {key[:40]!r}: fetch its drawing again")
    return bytes(save(tensors))


def shape_keys(geometry: SceneGeometry) -> list[str]:
    """The keys of all meshes and textures of a geometry."""
    return list(dict.fromkeys([*map(mesh_key, geometry.meshes), *map(_texture_key, geometry.textures)]))


def mesh_key(mesh: MeshData) -> str:
    """The hash of a mesh's content, in 20 hexadecimal digits."""
    known = _MESH_KEYS.get(mesh)
    if known is None:
        parts = [mesh.vertices, mesh.normals, mesh.faces, mesh.uv, mesh.colors]
        known = _MESH_KEYS[mesh] = _digest(parts)
    return known


def _texture_key(picture: Picture) -> str:
    return _digest([picture])


def _digest(parts: Iterable[np.ndarray[Any, Any] | None]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        if part is None:
            digest.update(b"-")
            continue
        digest.update(f"{part.dtype.str}{part.shape}".encode())
        digest.update(np.ascontiguousarray(part).tobytes())
    return digest.hexdigest()[:20]


def _numbered(keys: list[str]) -> tuple[list[str], np.ndarray[Any, Any]]:
    """Each key once, and for each of the given ones its number among them."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    return list(numbers), np.array([numbers[key] for key in keys], dtype=np.int64)


def _lights(scene: Scene) -> list[dict[str, Any]]:
    out = []
    for light in physical_lights(scene):
        values: dict[str, Any] = {"kind": light.kind, "color": list(light.color), "strength": light.strength}
        if light.kind != "ambient":
            values["direction"] = list(light.direction)
        if light.kind not in ("ambient", "sun"):
            values |= {"position": list(light.position), "size": list(light.size)}
        out.append(values)
    return out


def _shell(scene: Scene) -> list[dict[str, Any]]:
    """The parts of rooms, by their rows."""
    shell = []
    for row in np.flatnonzero(scene.nodes.kind == NodeKind.ROOM).tolist():
        entity = scene.entity(row)
        if entity.parent is not None and entity.parent.kind is NodeKind.ROOM:
            shell.append({"row": row, "part": entity.word if entity.word in _SHELL else "other"})
    return shell
