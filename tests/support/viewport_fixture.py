"""The files that a page of the viewport needs to show a scene: ``python -m tests.support.viewport_fixture SCENE FOLDER``.

It writes ``state.json``, ``drawing.safetensors`` and ``shapes.safetensors`` (all meshes and textures), so that the viewport can be looked
at without a server of the studio.
"""

from __future__ import annotations

import hashlib
import io
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from safetensors.numpy import save

from scenewright.app.session import Session
from scenewright.renderers.base import stands_inside
from scenewright.scene.geometry import MeshData, SceneGeometry
from scenewright.scene.lights import physical_lights
from scenewright.scene.model import NodeKind, Scene

__all__ = ["write_fixture"]

_SHELL = {"floor", "ceiling", "wall_left", "wall_right", "wall_back", "wall_front"}
_KINDS = {NodeKind.ENTITY: "entity", NodeKind.GROUP: "group", NodeKind.ASSET: "asset", NodeKind.SPLAT: "splat"}


def write_fixture(scene: Scene, geometry: SceneGeometry, folder: Path) -> None:
    """Write the state, the drawing and the shapes of a scene."""
    folder.mkdir(parents=True, exist_ok=True)
    mesh_keys = [_key(m) for m in geometry.meshes]
    texture_keys = [hashlib.sha256(np.ascontiguousarray(t).tobytes()).hexdigest()[:24] for t in geometry.textures]
    head = {
        "schema": 1,
        "revision": 1,
        "bounds": scene.bounds.tolist(),
        "meshes": mesh_keys,
        "textures": texture_keys,
        "materials": [
            {"metallic": m.metallic, "roughness": m.roughness, "opacity": m.opacity, "emission": m.emission}
            for m in geometry.materials
        ],
        "lights": [_light(light) for light in physical_lights(scene)],
        "background": None,
        "shell": _shell(scene),
    }
    tensors = {
        "mesh": geometry.mesh.astype(np.uint32),
        "row": geometry.entity.astype(np.uint32),
        "part": geometry.part.astype(np.int32),
        "material": geometry.material.astype(np.uint32),
        "texture": geometry.texture.astype(np.int32),
        "color": geometry.color.astype(np.float32),
        "matrix": np.ascontiguousarray(geometry.world_from_mesh[:, :3].reshape(-1, 12), dtype=np.float32),
    }
    (folder / "drawing.safetensors").write_bytes(save(tensors, {"head": json.dumps(head)}))
    shapes: dict[str, np.ndarray] = {}
    for key, mesh in zip(mesh_keys, geometry.meshes, strict=True):
        shapes[f"{key}.positions"] = np.ascontiguousarray(mesh.vertices, dtype=np.float32)
        shapes[f"{key}.normals"] = np.ascontiguousarray(mesh.normals, dtype=np.float32)
        shapes[f"{key}.faces"] = np.ascontiguousarray(mesh.faces, dtype=np.uint32)
        if mesh.uv is not None:
            shapes[f"{key}.uv"] = np.ascontiguousarray(mesh.uv, dtype=np.float32)
        if mesh.colors is not None:
            shapes[f"{key}.colors"] = np.ascontiguousarray(mesh.colors, dtype=np.float32)
    for key, texture in zip(texture_keys, geometry.textures, strict=True):
        file = io.BytesIO()
        Image.fromarray(np.asarray(texture)).save(file, "png")
        shapes[f"{key}.png"] = np.frombuffer(file.getvalue(), dtype=np.uint8)
    (folder / "shapes.safetensors").write_bytes(save(shapes))
    (folder / "state.json").write_text(json.dumps(_state(scene, geometry)))


def _key(mesh: MeshData) -> str:
    digest = hashlib.sha256()
    for array in (mesh.vertices, mesh.faces, mesh.normals, mesh.uv, mesh.colors):
        digest.update(b"-" if array is None else np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()[:24]


def _light(light: Any) -> dict[str, Any]:
    out = {"kind": light.kind, "color": list(light.color), "strength": light.strength}
    if light.kind == "sun":
        out["direction"] = list(light.direction)
    elif light.kind != "ambient":
        out |= {"position": list(light.position), "direction": list(light.direction), "size": list(light.size)}
    return out


def _shell(scene: Scene) -> list[dict[str, Any]]:
    rows = np.flatnonzero(scene.nodes.kind == NodeKind.ROOM).tolist()
    out = []
    for row in rows:
        name = scene.entity(row).name
        if len(scene.children_of(row)) == 0 or name in _SHELL:
            out.append({"row": row, "part": name if name in _SHELL else "other"})
        elif name not in {"room"}:
            out.append({"row": row, "part": "other"})
    return out


def _state(scene: Scene, geometry: SceneGeometry) -> dict[str, Any]:
    boxes = np.array([(m.vertices.min(axis=0), m.vertices.max(axis=0)) for m in geometry.meshes])
    picks = np.stack(np.meshgrid([0, 1], [0, 1], [0, 1]), axis=-1).reshape(-1, 3)
    corners = np.take_along_axis(boxes[geometry.mesh], picks[None].repeat(len(geometry), 0), axis=1)
    world = np.einsum("iab,ikb->ika", geometry.world_from_mesh[:, :3, :3], corners)
    world += geometry.world_from_mesh[:, None, :3, 3]
    nodes = []
    listed = [r for r in range(len(scene)) if scene.nodes.kind[r] != NodeKind.PRIMITIVE]
    for row in listed:
        entity, end = scene.entity(row), scene.subtree_end(row)
        z = entity.world_from_local[:3, 2]
        yaw = float(np.arctan2(z[0], z[2]))
        inside = (geometry.entity >= row) & (geometry.entity < end)
        points = world[inside].reshape(-1, 3)
        if len(points) == 0:
            points = entity.world_from_local[None, :3, 3]
        turn = np.array([[np.cos(yaw), 0, -np.sin(yaw)], [0, 1, 0], [np.sin(yaw), 0, np.cos(yaw)]])
        low, high = (points @ turn.T).min(axis=0), (points @ turn.T).max(axis=0)
        at = turn.T @ np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2])
        span, ref = entity.span, entity.asset
        nodes.append(
            {
                "row": row,
                "end": end,
                "parent": int(scene.nodes.parent[row]),
                "path": entity.path,
                "word": entity.word,
                "phrase": entity.phrase,
                "kind": _KINDS.get(entity.kind, "room"),
                "span": None
                if span is None
                else {
                    "line": span.line,
                    "column": span.column,
                    "endLine": span.end_line,
                    "endColumn": span.end_column,
                },
                "at": at.tolist(),
                "yaw": yaw,
                "size": (high - low).tolist(),
                "color": entity.color,
                "asset": None
                if ref is None
                else {"id": ref.id, "words": ref.words, "licence": ref.licence, "title": ref.title},
                "z": None,
            }
        )
    room = scene.room
    return {
        "schema": 1,
        "revision": 1,
        "root": scene.root.path,
        "units": None,
        "frames": scene.frames,
        "bounds": scene.bounds.tolist(),
        "nodes": nodes,
        "relations": [],
        "cameras": [
            {"name": f"camera {i + 1}", "eye": c.eye, "target": c.target, "fov": c.fov, "inside": stands_inside(scene, c)}
            for i, c in enumerate(scene.cameras)
        ],
        "room": None
        if room is None
        else {"path": room.path, "width": room.width, "depth": room.depth, "height": room.height},
        "warnings": list(geometry.warnings),
        "canUndo": False,
        "canRedo": False,
        "splats": [],
    }


if __name__ == "__main__":
    opened = Session.open(Path(sys.argv[1]))
    try:
        write_fixture(opened.scene, opened.derived.geometry(), Path(sys.argv[2]))
    finally:
        opened.close()
