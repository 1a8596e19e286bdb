"""A glTF document that grows: nodes, meshes, materials and pictures, with their numbers in one binary chunk."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np

__all__ = ["GrowingDocument"]

_FLOAT, _UNSIGNED = 5126, 5125
_TYPES = {1: "SCALAR", 2: "VEC2", 3: "VEC3"}
_PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


class GrowingDocument:
    """`document`: the JSON; `binary`: the chunk that its views refer to."""

    def __init__(self) -> None:
        self.document: dict[str, Any] = {
            "asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": []}], "nodes": [], "meshes": [], "materials": [],
            "accessors": [], "bufferViews": [], "cameras": [], "images": [], "textures": [],
        }  # fmt: skip
        self.binary = bytearray()
        self._pictures: dict[bytes, int] = {}
        self._arrays: dict[tuple[bytes, int, bool], int] = {}

    def add_node(self, node: dict[str, Any], parent: int | None) -> int:
        """The number of a new node below `parent`; None: at the top."""
        nodes = self.document["nodes"]
        nodes.append(node)
        above = self.document["scenes"][0]["nodes"] if parent is None else nodes[parent].setdefault("children", [])
        above.append(len(nodes) - 1)
        return len(nodes) - 1

    def add(self, kind: str, row: dict[str, Any]) -> int:
        """The number of a new row of ``meshes``, ``materials`` or another list."""
        self.document[kind].append(row)
        return len(self.document[kind]) - 1

    def add_array(self, values: Any, *, bounds: bool = False) -> int:
        """The number of an accessor of an array (N,) of indices or (N, 2 or 3) of floats. Equal ones are kept once: files have the same
        shape in many colours."""
        whole = values.ndim == 1
        data = np.ascontiguousarray(values, dtype="<u4" if whole else "<f4")
        key = hashlib.sha256(data).digest(), 1 if whole else data.shape[1], bounds
        if key in self._arrays:
            return self._arrays[key]
        row: dict[str, Any] = {
            "bufferView": self._view(data.tobytes()),
            "componentType": _UNSIGNED if whole else _FLOAT,
            "count": len(data),
            "type": _TYPES[1 if whole else data.shape[1]],
        }
        if bounds:
            row |= {"min": data.min(axis=0).tolist(), "max": data.max(axis=0).tolist()}
        self._arrays[key] = self.add("accessors", row)
        return self._arrays[key]

    def add_texture(self, picture: bytes) -> int | None:
        """The number of a texture of a PNG or JPEG; None for another format."""
        if picture not in self._pictures:
            kind = next((name for magic, name in _PICTURES.items() if picture.startswith(magic)), None)
            if kind is None:
                return None
            image = self.add("images", {"bufferView": self._view(picture), "mimeType": kind})
            self._pictures[picture] = self.add("textures", {"source": image})
        return self._pictures[picture]

    def _view(self, data: bytes) -> int:
        self.binary += b"\0" * (-len(self.binary) % 4)
        row = {"buffer": 0, "byteOffset": len(self.binary), "byteLength": len(data)}
        self.binary += data
        return self.add("bufferViews", row)
