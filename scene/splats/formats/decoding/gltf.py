"""glTF and GLB with ``KHR_gaussian_splatting``.

A primitive of points with the attributes POSITION, ``KHR_gaussian_splatting:ROTATION`` (xyzw), ``:SCALE``, ``:OPACITY`` and
``:SH_DEGREE_l_COEF_n``. As ratified, SCALE is linear; the review draft had its logarithm, which shows where a value is negative. Files of
earlier drafts name the attributes ``_ROTATION`` or plain ``ROTATION``, inside the extension too, and have colour and opacity in COLOR_0.
Axes become those of a PLY file (:mod:`scene.splats.formats.decoding.axes`); nodes' matrices are handed on with each part.
"""

from __future__ import annotations

import base64
import binascii
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import numpy as np
import numpy.typing as npt

from .axes import GLTF_FROM_PLY, turned
from .columns import MAX_GAUSSIANS, SH_COUNTS, FloatColumn, Options, Part, Refused, clean, dc_of, logits_of, logs_of
from .json_fields import Fields, parsed

__all__ = ["ENTITY", "EXTENSION", "read"]

EXTENSION = "KHR_gaussian_splatting"
ENTITY = "_ENTITY_ID"
"""Attribute of an application's own: entity ids as floats, since such attributes may not be of type unsigned int."""

_COMPONENTS = {5120: "i1", 5121: "u1", 5122: "i2", 5123: "u2", 5125: "u4", 5126: "f4"}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}
_MAX_JSON = 64 << 20
_MAX_NODES = 100_000


def read(source: Path, options: Options) -> list[Part]:
    """Raises:
    Refused: the file is no glTF, holds no Gaussians, or its tables refer to what is not there.
    """
    data = source.read_bytes()
    if data[:4] == b"glTF":
        text, binary = _chunks(data)
    else:
        text, binary = data, None
    if len(text) > _MAX_JSON:
        raise Refused(f"its JSON has {len(text):,} bytes; at most {_MAX_JSON:,} are read")
    file = _File(parsed(text, "its JSON"), binary, source.parent)
    parts = [
        part
        for mesh, matrix in _placed_meshes(file.json)
        for index in range(len(file.json.item("meshes", mesh).list("primitives")))
        if (part := _primitive(file, mesh, index, matrix)) is not None
    ]
    if not parts:
        raise Refused(f"none of its primitives has the extension {EXTENSION}: it is a mesh, not Gaussians")
    if sum(map(len, parts)) > MAX_GAUSSIANS:
        raise Refused(f"its nodes place {sum(map(len, parts)):,} Gaussians; at most {MAX_GAUSSIANS:,} are read")
    parts[0].beside = file.beside
    return parts


def _chunks(data: bytes) -> tuple[bytes, bytes | None]:
    """JSON and binary chunk of a GLB."""
    if len(data) < 20:
        raise Refused("it ends within its header")
    _, version, length = struct.unpack_from("<4sII", data)
    if version != 2:
        raise Refused(f"it is a GLB of version {version}; version 2 is read")
    if length > len(data):
        raise Refused(f"its header says {length:,} bytes and it has {len(data):,}: it is cut off")
    found: dict[bytes, bytes] = {}
    at = 12
    while at + 8 <= length:
        size, kind = struct.unpack_from("<I4s", data, at)
        if at + 8 + size > length:
            raise Refused(f"its chunk '{clean(kind)}' of {size:,} bytes ends beyond the file: it is cut off")
        found.setdefault(kind, data[at + 8 : at + 8 + size])
        at += 8 + size
    if b"JSON" not in found:
        raise Refused("it has no JSON chunk")
    return found[b"JSON"], found.get(b"BIN\0")


@dataclass
class _File:
    """`json`: the whole document. `binary`: a GLB's own buffer. `folder`: where files that it names lie."""

    json: Fields
    binary: bytes | None
    folder: Path

    def __post_init__(self) -> None:
        self._buffers: dict[int, bytes] = {}
        self.beside = 0

    def buffer(self, index: int) -> bytes:
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
        if uri.startswith("data:"):
            try:
                return base64.b64decode(uri.partition(";base64,")[2], validate=True)
            except (binascii.Error, ValueError) as error:
                raise Refused(f"{fields.where}: 'uri' is no sound base64 ({clean(error)})") from None
        name = unquote(uri)
        if name != Path(name).name or name in ("", ".", "..") or "\\" in name or "\0" in name:
            raise Refused(f"{fields.where}: 'uri' is '{clean(uri)}'; only plain names of files beside it are read")
        try:
            data = (self.folder / name).read_bytes()
        except OSError as error:
            raise Refused(f"'{clean(name)}' beside it cannot be read ({clean(error.strerror)})") from None
        self.beside += len(data)
        return data

    def accessor(self, index: int, width: int, name: str) -> npt.NDArray[np.float32]:
        """(N, width) values, normalised integers as fractions."""
        fields = self.json.item("accessors", index)
        kind, count = fields.integer("componentType"), fields.integer("count")
        if kind not in _COMPONENTS or _WIDTHS.get(fields.text("type")) != width:
            raise Refused(f"{fields.where} ({clean(name)}) must have {width} components of a known type")
        if "sparse" in fields:
            raise Refused(f"{fields.where} ({clean(name)}) is sparse, which is not read: write it out in full")
        view = self.json.item("bufferViews", fields.integer("bufferView"))
        buffer = self.buffer(view.integer("buffer"))
        item = np.dtype("<" + _COMPONENTS[kind])
        stride = view.integer("byteStride", item.itemsize * width, least=item.itemsize * width)
        at = view.integer("byteOffset", 0) + fields.integer("byteOffset", 0)
        end = min(len(buffer), view.integer("byteOffset", 0) + view.integer("byteLength"))
        if count and at + (count - 1) * stride + item.itemsize * width > end:
            raise Refused(
                f"{fields.where} ({clean(name)}) says {count:,} values beyond the {end:,} bytes of its buffer: it is cut off"
            )
        if count == 0:
            return np.empty((0, width), dtype=np.float32)
        raw: npt.NDArray[Any] = np.ndarray((count, width), item, buffer, at, (stride, item.itemsize))
        out = raw.astype(np.float32)
        if fields.values.get("normalized") is True and item.kind in "iu":
            out = np.maximum(out / np.float32(np.iinfo(item).max), np.float32(-1.0))
        return out


def _placed_meshes(json: Fields) -> list[tuple[int, npt.NDArray[np.float64]]]:
    """Every mesh of the default scene with its node's matrix; all meshes where there is no node."""
    nodes = json.list("nodes")
    if not nodes:
        return [(index, np.eye(4)) for index in range(len(json.list("meshes")))]
    if len(nodes) > _MAX_NODES:
        raise Refused(f"it has {len(nodes):,} nodes; at most {_MAX_NODES:,} are read")
    if json.list("scenes"):
        roots = json.item("scenes", json.integer("scene", 0)).list("nodes")
    else:
        children = {c for n in nodes if isinstance(n, dict) for c in n.get("children") or () if isinstance(c, int)}
        roots = [i for i in range(len(nodes)) if i not in children]
    found, seen, pending = [], set(), [(root, np.eye(4)) for root in roots]
    while pending:
        index, world = pending.pop(0)
        if not isinstance(index, int) or index in seen:
            raise Refused(f"its node {clean(index)} is placed twice, or is no node")
        seen.add(index)
        fields = json.item("nodes", index)
        world = world @ _local(fields)
        if not np.isfinite(world).all():
            raise Refused(f"{fields.where} has a transform that is not finite")
        if "mesh" in fields:
            found.append((fields.integer("mesh"), world))
        pending += [(child, world) for child in fields.list("children")]
    return found


def _local(node: Fields) -> npt.NDArray[np.float64]:
    if "matrix" in node:
        return np.array(node.numbers("matrix", 16)).reshape(4, 4).T
    out = np.eye(4)
    if "rotation" in node:
        x, y, z, w = np.array(node.numbers("rotation", 4)) / max(np.linalg.norm(node.numbers("rotation", 4)), 1e-30)
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


def _primitive(file: _File, mesh: int, index: int, matrix: npt.NDArray[np.float64]) -> Part | None:
    fields = file.json.item("meshes", mesh).item("primitives", index)
    extensions = fields.values.get("extensions")
    if not isinstance(extensions, dict) or EXTENSION not in extensions:
        return None
    extension = fields.object("extensions").object(EXTENSION)
    inner = extension.values.get("extensions")
    if isinstance(inner, dict) and inner:
        names = clean(", ".join(map(str, inner)))
        raise Refused(f"{fields.where} is stored with {names}, which is not read: write it without")
    if fields.integer("mode", 4) != 0:
        raise Refused(f"{fields.where}: 'mode' must be 0 (points)")
    notes = []
    kernel = extension.text("kernel", "ellipse")
    if kernel != "ellipse":
        notes.append(f"its kernel '{clean(kernel)}' is drawn as an ellipse")
    space = extension.text("colorSpace", "srgb_rec709_display")
    if space != "srgb_rec709_display":
        notes.append(f"its colours are in '{clean(space)}' and are taken as sRGB: they will look wrong")
    attributes = _Attributes(file, fields, extension)
    part = _gaussians(attributes, notes)
    flip = np.diag([*GLTF_FROM_PLY, 1.0])
    part.matrix = None if np.array_equal(matrix, np.eye(4)) else flip @ matrix @ flip
    part.details = {"color_space": clean(space), "kernel": clean(kernel)}
    return turned(part, GLTF_FROM_PLY)


class _Attributes:
    """A primitive's attributes by their short names, whatever draft they are named after."""

    def __init__(self, file: _File, primitive: Fields, extension: Fields) -> None:
        self._file, self.where = file, primitive.where
        self._accessors: dict[str, int] = {}
        inner = [extension.object("attributes")] if "attributes" in extension else []
        for fields in [primitive.object("attributes"), *inner]:
            for name, value in fields.values.items():
                short = name.removeprefix(f"{EXTENSION}:")
                if short != ENTITY:
                    short = short.removeprefix("_")
                if not isinstance(value, bool) and isinstance(value, int):
                    self._accessors.setdefault(short, value)

    def __contains__(self, name: str) -> bool:
        return name in self._accessors

    def read(self, name: str, width: int, count: int | None = None) -> FloatColumn:
        if name not in self._accessors:
            raise Refused(f"{self.where} lacks the attribute {EXTENSION}:{name}")
        out = self._file.accessor(self._accessors[name], width, name)
        if count is not None and len(out) != count:
            raise Refused(f"{self.where}: {name} has {len(out):,} values for {count:,} Gaussians")
        return out

    def color(self, count: int) -> FloatColumn:
        """(N, 4) of COLOR_0."""
        kind: Any = self._file.json.item("accessors", self._accessors["COLOR_0"]).values.get("type")
        if kind == "VEC3":
            return np.column_stack([self.read("COLOR_0", 3, count), np.ones(count, np.float32)])
        return self.read("COLOR_0", 4, count)


def _gaussians(attributes: _Attributes, notes: list[str]) -> Part:
    means = attributes.read("POSITION", 3)
    count = len(means)
    xyzw = attributes.read("ROTATION", 4, count)
    scales = attributes.read("SCALE", 3, count)
    if (scales < 0.0).any():
        notes.append("its scales are logarithms, as in the draft of the extension")
        log_scales = scales
    else:
        log_scales = logs_of(scales)
    if "OPACITY" in attributes:
        opacities = attributes.read("OPACITY", 1, count)[:, 0]
        if ((opacities < 0.0) | (opacities > 1.0)).any():
            raise Refused(f"{attributes.where}: OPACITY has values outside of 0 to 1")
    elif "COLOR_0" in attributes:
        opacities = attributes.color(count)[:, 3]
    else:
        raise Refused(f"{attributes.where} has neither OPACITY nor COLOR_0")
    if "SH_DEGREE_0_COEF_0" in attributes:
        dc = attributes.read("SH_DEGREE_0_COEF_0", 3, count)
    elif "COLOR_0" in attributes:
        notes.append("its colours are those of COLOR_0: it has no spherical harmonics of degree 0")
        dc = dc_of(attributes.color(count)[:, :3])
    else:
        raise Refused(f"{attributes.where} has neither SH_DEGREE_0_COEF_0 nor COLOR_0")
    degree = 0
    while degree < 3 and f"SH_DEGREE_{degree + 1}_COEF_0" in attributes:
        degree += 1
    if "SH_DEGREE_4_COEF_0" in attributes:
        notes.append("spherical harmonics of degree 4 are left out: degree 3 is the highest that is drawn")
    sh = np.empty((count, SH_COUNTS[degree], 3), dtype=np.float32)
    sh[:, 0] = dc
    for level in range(1, degree + 1):
        for order in range(2 * level + 1):
            sh[:, level * level + order] = attributes.read(f"SH_DEGREE_{level}_COEF_{order}", 3, count)
    ids = None
    if ENTITY in attributes:
        ids = attributes.read(ENTITY, 1, count)[:, 0].astype(np.int32)
    quats = np.ascontiguousarray(xyzw[:, [3, 0, 1, 2]])
    return Part(means, quats, log_scales, logits_of(opacities), sh, ids, notes=notes)
