"""GLB files that tests write themselves: boxes in a tree of nodes."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

__all__ = ["box_document", "glb_of", "parsed_glb", "world_matrices"]

_SIGNS = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (-0.5, 0.5)], dtype=np.float32)
_FACES = np.array(
    [[0, 1, 3], [0, 3, 2], [4, 6, 7], [4, 7, 5], [0, 4, 5], [0, 5, 1], [2, 3, 7], [2, 7, 6], [0, 2, 6], [0, 6, 4], [1, 5, 7], [1, 7, 3]],
    dtype=np.uint16,
)  # fmt: skip


def box_document(nodes: Sequence[dict[str, Any]], roots: Sequence[int], boxes: int = 1) -> tuple[dict[str, Any], bytes]:
    """A glTF document with `boxes` meshes, and its binary chunk. Box k has edges (1, 1 + k / 2, 1), its middle at (0.1 k, 0.2, 0)."""
    views, accessors, meshes, binary = [], [], [], b""

    def accessor(values: np.ndarray, component: int, kind: str, **more: Any) -> int:
        nonlocal binary
        views.append({"buffer": 0, "byteOffset": len(binary), "byteLength": values.nbytes})
        binary += values.tobytes() + b"\0" * (-values.nbytes % 4)
        accessors.append(
            {"bufferView": len(views) - 1, "componentType": component, "count": len(values), "type": kind, **more}
        )
        return len(accessors) - 1

    for k in range(boxes):
        corners = (_SIGNS * (1, 1 + k / 2, 1) + (0.1 * k, 0.2, 0)).astype(np.float32)
        bounds = {"min": corners.min(axis=0).tolist(), "max": corners.max(axis=0).tolist()}
        position = accessor(corners, 5126, "VEC3", **bounds)
        indices = accessor(_FACES.reshape(-1), 5123, "SCALAR")
        meshes.append({"name": f"box {k}", "primitives": [{"attributes": {"POSITION": position}, "indices": indices}]})
    document = {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": list(roots)}],
        "nodes": list(nodes),
        "meshes": meshes,
        "accessors": accessors,
        "bufferViews": views,
        "buffers": [{"byteLength": len(binary)}],
    }
    return document, binary


def glb_of(document: dict[str, Any], binary: bytes) -> bytes:
    """The bytes of a GLB."""
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    head = struct.pack("<4sII", b"glTF", 2, 28 + len(text) + len(binary))
    return head + struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(binary), b"BIN\0") + binary


def parsed_glb(path: Path) -> dict[str, Any]:
    """The JSON of a GLB."""
    data = path.read_bytes()
    size = struct.unpack("<I", data[12:16])[0]
    return json.loads(data[20 : 20 + size])


def world_matrices(document: dict[str, Any]) -> list[np.ndarray]:
    """(4, 4) world_from_node of every node of a document."""
    from scipy.spatial.transform import Rotation

    nodes = document["nodes"]
    world: list[np.ndarray] = [np.eye(4) for _ in nodes]
    pending = [(i, np.eye(4)) for i in document["scenes"][0]["nodes"]]
    while pending:
        i, above = pending.pop()
        node = nodes[i]
        local = np.eye(4)
        if "matrix" in node:
            local = np.array(node["matrix"], dtype=np.float64).reshape(4, 4).T
        else:
            turn = Rotation.from_quat(node.get("rotation", (0, 0, 0, 1))).as_matrix()
            local[:3, :3] = turn * np.array(node.get("scale", (1, 1, 1)))
            local[:3, 3] = node.get("translation", (0, 0, 0))
        world[i] = above @ local
        pending += [(child, world[i]) for child in node.get("children", [])]
    return world
