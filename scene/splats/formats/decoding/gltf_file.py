"""glTF and GLB containers: JSON, buffers, accessors, and the transforms of meshes (Khronos, glTF 2.0)."""

from __future__ import annotations

import base64
import binascii
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, unquote_to_bytes

import numpy as np
import numpy.typing as npt

from .columns import FloatColumn, Refused, clean
from .json_fields import JsonFields, parsed
from .unpacking import plain_bytes

__all__ = ["GltfFile", "opened", "placed_meshes"]

_COMPONENTS = {5120: "i1", 5121: "u1", 5122: "i2", 5123: "u2", 5125: "u4", 5126: "f4"}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}
_PACKED_VIEWS = ("EXT_meshopt_compression", "KHR_meshopt_compression")
_MAX_JSON = 64 << 20
_MAX_NODES = 100_000
_MOST_BESIDE = 8 << 30


def opened(source: Path) -> GltfFile:
    """Open a glTF or GLB file.

    Raises:
        Refused: the file is not a glTF, or is cut off.
    """
    data = source.read_bytes()
    text, binary = _chunks(data) if data[:4] == b"glTF" else (data, None)
    if len(text) > _MAX_JSON:
        raise Refused(f"its JSON has {len(text):,} bytes; at most {_MAX_JSON:,} are read")
    return GltfFile(parsed(text, "its JSON"), binary, source.parent)


def _chunks(data: bytes) -> tuple[bytes, bytes | None]:
    """The JSON chunk and the binary chunk of a GLB."""
    if len(data) < 20:
        raise Refused("it ends within its header")
    _, version, length = struct.unpack_from("<4sII", data)
    if version != 2:
        raise Refused(f"it is a GLB of version {version}; version 2 is read")
    if length > len(data):
        raise Refused(f"its header says {length:,} bytes and it has {len(data):,}: it is cut off")
    chunks: dict[bytes, bytes] = {}
    at = 12
    while at + 8 <= length:
        size, kind = struct.unpack_from("<I4s", data, at)
        if at + 8 + size > length:
            raise Refused(f"its chunk '{clean(kind)}' of {size:,} bytes ends beyond the file: it is cut off")
        chunks.setdefault(kind, data[at + 8 : at + 8 + size])
        at += 8 + size
    if b"JSON" not in chunks:
        raise Refused("it has no JSON chunk")
    return chunks[b"JSON"], chunks.get(b"BIN\0")


@dataclass
class GltfFile:
    """An open file. `json`: the whole document. `binary`: a GLB's own buffer. `folder`: of the files that it names. `beside`: size in
    bytes of the other files that were read."""

    json: JsonFields
    binary: bytes | None
    folder: Path
    beside: int = 0
    _buffers: dict[int, bytes] = field(default_factory=dict)

    def view(self, index: int) -> bytes:
        """The bytes of a buffer view."""
        data, start, end, _ = self._span(index, 1)
        return data[start:end]

    def has_values(self, index: int) -> bool:
        """Whether an accessor's values are in the file. If not, they are zeros or come from an extension."""
        return "bufferView" in self.json.item("accessors", index)

    def accessor(self, index: int, width: int, name: str) -> FloatColumn:
        """(N, width) values of an accessor, with normalised integers as fractions and sparse values filled in.

        Raises:
            Refused: it has another shape, or its values lie outside the file.
        """
        fields = self.json.item("accessors", index)
        kind, count = fields.integer("componentType"), fields.integer("count")
        label = f"{fields.where} ({clean(name)})"
        if kind not in _COMPONENTS or _WIDTHS.get(fields.text("type")) != width:
            raise Refused(f"{label} must have {width} components of a known type")
        item = np.dtype("<" + _COMPONENTS[kind])
        if "bufferView" in fields:
            raw = self._values(
                fields.integer("bufferView"), fields.integer("byteOffset", 0), item, (count, width), label
            )
        else:
            # only as much memory is allocated as the file has data for
            raw = np.broadcast_to(np.zeros((), item), (count, width))
        if "sparse" in fields:
            raw = self._filled(raw, fields.object("sparse"), label)
        if fields.values.get("normalized") is True and item.kind in "iu":
            return np.maximum(raw.astype(np.float32) / np.float32(np.iinfo(item).max), np.float32(-1.0))
        return np.asarray(raw, dtype=np.float32)

    def count(self, index: int) -> int:
        """The number of an accessor's values."""
        return self.json.item("accessors", index).integer("count")

    def _filled(self, raw: npt.NDArray[Any], sparse: JsonFields, what: str) -> npt.NDArray[Any]:
        count = sparse.integer("count")
        indices, values = sparse.object("indices"), sparse.object("values")
        kind = indices.integer("componentType")
        if kind not in (5121, 5123, 5125):
            raise Refused(f"{indices.where} has components of a type that is no index")
        rows = self._values(
            indices.integer("bufferView"),
            indices.integer("byteOffset", 0),
            np.dtype("<" + _COMPONENTS[kind]),
            (count, 1),
            f"{what}.sparse",
        )[:, 0].astype(np.int64)
        if count and int(rows.max()) >= len(raw):
            raise Refused(f"{indices.where} names the value {int(rows.max()):,}; {what} has {len(raw):,}")
        new = self._values(
            values.integer("bufferView"),
            values.integer("byteOffset", 0),
            raw.dtype,
            (count, raw.shape[1]),
            f"{what}.sparse",
        )
        out = raw.copy()
        out[rows] = new
        return out

    def _values(
        self, view: int, offset: int, item: np.dtype[Any], shape: tuple[int, int], what: str
    ) -> npt.NDArray[Any]:
        """An array that views a buffer, without a copy."""
        size = item.itemsize * shape[1]
        data, start, end, stride = self._span(view, size)
        at = start + offset
        if shape[0] and at + (shape[0] - 1) * stride + size > end:
            raise Refused(f"{what} says {shape[0]:,} values beyond the {end:,} bytes of its buffer: it is cut off")
        if not shape[0]:
            return np.empty((0, shape[1]), item)
        return np.ndarray(shape, item, data, at, (stride if shape[0] > 1 else size, item.itemsize))

    def _span(self, index: int, size: int) -> tuple[bytes, int, int, int]:
        """A view's buffer, its first byte and one past its last, and the step between values of `size` bytes."""
        view = self.json.item("bufferViews", index)
        extensions = view.values.get("extensions")
        packed = [e for e in _PACKED_VIEWS if isinstance(extensions, dict) and e in extensions]
        if packed:
            raise Refused(f"{view.where} is packed with {packed[0]}, which is not read: write it without")
        data = self._buffer(view.integer("buffer"))
        start = view.integer("byteOffset", 0)
        end = min(len(data), start + view.integer("byteLength"))
        if start > len(data):
            raise Refused(f"{view.where} begins beyond the {len(data):,} bytes of its buffer: it is cut off")
        return data, start, end, view.integer("byteStride", size, least=size)

    def _buffer(self, index: int) -> bytes:
        if index not in self._buffers:
            self._buffers[index] = self._loaded(index)
        return self._buffers[index]

    def _loaded(self, index: int) -> bytes:
        fields = self.json.item("buffers", index)
        if "uri" not in fields:
            if index or self.binary is None:
                raise Refused(f"{fields.where} has no 'uri', and no binary chunk is its own")
            return self.binary
        uri = fields.text("uri")
        if uri[:5].lower() == "data:":
            return _of_data_uri(uri, fields.where)
        path = self._beside(unquote(uri), fields.where)
        data = plain_bytes(path, _MOST_BESIDE, unquote(uri))
        self.beside += len(data)
        return data

    def _beside(self, name: str, where: str) -> Path:
        """A file in the document's folder or below it. Paths and links to other places are refused."""
        parts = name.split("/")
        plain = bool(name) and not any(p in ("", "..") or ":" in p or "\\" in p or "\0" in p for p in parts)
        path = self.folder / name
        if not plain or not path.resolve().is_relative_to(self.folder.resolve()):
            raise Refused(f"{where}: 'uri' is '{clean(name)}'; only files in its own folder are read")
        return path


def _of_data_uri(uri: str, where: str) -> bytes:
    head, comma, body = uri.partition(",")
    if not comma:
        raise Refused(f"{where}: 'uri' begins as data and has none")
    if not head.lower().endswith(";base64"):
        return unquote_to_bytes(body)
    try:
        return base64.b64decode(unquote(body), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused(f"{where}: 'uri' is no sound base64 ({clean(error)})") from None


def placed_meshes(json: JsonFields) -> list[tuple[int, npt.NDArray[np.float64]]]:
    """Every mesh of the default scene with its node's matrix. Without a scene or nodes in it: all meshes."""
    nodes = json.list("nodes")
    if not nodes:
        return [(index, np.eye(4)) for index in range(len(json.list("meshes")))]
    if len(nodes) > _MAX_NODES:
        raise Refused(f"it has {len(nodes):,} nodes; at most {_MAX_NODES:,} are read")
    if json.list("scenes"):
        roots = json.item("scenes", json.integer("scene", 0)).list("nodes")
    else:
        children = {
            c
            for n in nodes
            if isinstance(n, dict) and isinstance(n.get("children"), list)
            for c in n["children"]
            if isinstance(c, int)
        }
        roots = [i for i in range(len(nodes)) if i not in children]
    placed: list[tuple[int, npt.NDArray[np.float64]]] = []
    visited: set[int] = set()
    pending = [(root, np.eye(4)) for root in reversed(roots)]
    while pending:
        index, world = pending.pop()
        if isinstance(index, bool) or not isinstance(index, int) or index in visited:
            raise Refused(f"its node {clean(index)} is placed twice, or is no node")
        visited.add(index)
        fields = json.item("nodes", index)
        with np.errstate(over="ignore", invalid="ignore"):
            world = world @ _local(fields)
        if not np.isfinite(world).all():
            raise Refused(f"{fields.where} has a transform that is not finite")
        if "mesh" in fields:
            placed.append((fields.integer("mesh"), world))
        pending += [(child, world) for child in reversed(fields.list("children"))]
    return placed


def _local(node: JsonFields) -> npt.NDArray[np.float64]:
    if "matrix" in node:
        return np.array(node.numbers("matrix", 16)).reshape(4, 4).T
    out = np.eye(4)
    if "rotation" in node:
        quat = np.array(node.numbers("rotation", 4))
        x, y, z, w = quat / max(np.linalg.norm(quat), 1e-30)
        out[:3, :3] = [
            [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
            [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
            [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
        ]
    if "scale" in node:
        out[:3, :3] = out[:3, :3] * np.array(node.numbers("scale", 3))
    if "translation" in node:
        out[:3, 3] = node.numbers("translation", 3)
    return out
