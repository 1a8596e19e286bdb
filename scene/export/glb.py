"""The container of a glTF 2.0 file: buffers, accessors and the bytes of a GLB.

Why not a library: trimesh's exporter stores base colours in eight linear bits, so dark ones collapse, and it cannot write
several cameras, lights or emissive strength. pygltflib makes a Python object of every node.
"""

from __future__ import annotations

import hashlib
import struct
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.export.text_fields import clean_json

__all__ = ["BinaryChunk", "pack_glb"]

_FLOAT, _UINT, _USHORT = 5126, 5125, 5123
_ARRAY_BUFFER, _ELEMENT_BUFFER = 34962, 34963


class BinaryChunk:
    """The binary buffer of a GLB, with the ``accessors`` and ``bufferViews`` that point into it."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.views: list[dict[str, Any]] = []
        self.accessors: list[dict[str, Any]] = []
        self._known: dict[tuple[bytes, str, bool], int] = {}

    def add_vectors(self, values: npt.NDArray[np.float32], *, bounds: bool = False) -> int:
        """Add vertex attributes (V, 2), (V, 3) or (V, 4); returns their accessor. `bounds` adds min and max, which positions need.
        Equal ones are kept once."""
        data = np.ascontiguousarray(values, dtype="<f4").tobytes()
        form = f"VEC{values.shape[1]}"
        key = hashlib.sha256(data).digest(), form, bounds
        if key not in self._known:
            accessor: dict[str, Any] = {
                "bufferView": self._view(data, _ARRAY_BUFFER),
                "componentType": _FLOAT,
                "count": len(values),
                "type": form,
            }
            if bounds:
                accessor["min"] = [float(v) for v in values.min(axis=0)]
                accessor["max"] = [float(v) for v in values.max(axis=0)]
            self._known[key] = self._append(accessor)
        return self._known[key]

    def add_indices(self, faces: npt.NDArray[np.uint32], vertex_count: int) -> int:
        """Add triangles (F, 3); returns their accessor. Equal ones are kept once."""
        small = vertex_count < 65535
        data = np.ascontiguousarray(faces.reshape(-1), dtype="<u2" if small else "<u4").tobytes()
        key = hashlib.sha256(data).digest(), "small" if small else "large", False
        if key not in self._known:
            accessor = {
                "bufferView": self._view(data, _ELEMENT_BUFFER),
                "componentType": _USHORT if small else _UINT,
                "count": int(faces.size),
                "type": "SCALAR",
            }
            self._known[key] = self._append(accessor)
        return self._known[key]

    def add_bytes(self, data: bytes) -> int:
        """Add the bytes of a file, such as a picture; returns their buffer view."""
        return self._view(data, None)

    def _append(self, accessor: dict[str, Any]) -> int:
        self.accessors.append(accessor)
        return len(self.accessors) - 1

    def _view(self, data: bytes, target: int | None) -> int:
        view: dict[str, Any] = {"buffer": 0, "byteOffset": len(self.data), "byteLength": len(data)}
        if target is not None:
            view["target"] = target
        self.data += data
        self.data += b"\0" * (-len(self.data) % 4)
        self.views.append(view)
        return len(self.views) - 1


def pack_glb(tree: dict[str, Any], chunk: BinaryChunk) -> bytes:
    """The bytes of a GLB: the JSON `tree`, completed by the chunk's buffer, buffer views and accessors."""
    document = dict(tree)
    if chunk.data:
        document["buffers"] = [{"byteLength": len(chunk.data)}]
        document["bufferViews"] = chunk.views
        if chunk.accessors:
            document["accessors"] = chunk.accessors
    text = clean_json(document).encode()
    text += b" " * (-len(text) % 4)
    parts = [struct.pack("<II", len(text), 0x4E4F534A), text]
    if chunk.data:
        parts += [struct.pack("<II", len(chunk.data), 0x004E4942), bytes(chunk.data)]
    total = 12 + sum(len(p) for p in parts)
    return b"".join([struct.pack("<III", 0x46546C67, 2, total), *parts])
