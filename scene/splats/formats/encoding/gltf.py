"""glTF and GLB with ``KHR_gaussian_splatting`` as ratified; see the layout in :mod:`scenewright.scene.splats.formats.decoding.gltf`."""

from __future__ import annotations

import json
import struct
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.splats.formats.decoding.axes import GLTF_FROM_PLY, turned
from scenewright.scene.splats.formats.decoding.columns import SH_C0, GaussianPart
from scenewright.scene.splats.formats.decoding.gltf import ENTITY, EXTENSION
from scenewright.scene.splats.formats.encoding.table import Files, WriteOptions, rounded_bytes, sigmoid, unit_quats

__all__ = ["glb", "gltf"]

_FLOAT, _BYTE, _ARRAY_BUFFER = 5126, 5121, 34962
_TYPES = {1: "SCALAR", 3: "VEC3", 4: "VEC4"}
_EXACT = 1 << 24


def glb(part: GaussianPart, name: str, options: WriteOptions) -> Files:
    document, binary = _document(part)
    text = _padded(json.dumps(document, separators=(",", ":")).encode(), b" ")
    head = struct.pack("<4sII", b"glTF", 2, 12 + 8 + len(text) + 8 + len(binary))
    return {
        name: [head, struct.pack("<I4s", len(text), b"JSON"), text, struct.pack("<I4s", len(binary), b"BIN\0"), binary]
    }


def gltf(part: GaussianPart, name: str, options: WriteOptions) -> Files:
    """The glTF document, and a ``.bin`` file with its data."""
    document, binary = _document(part)
    data = name.rsplit(".", 1)[0] + ".bin"
    document["buffers"][0]["uri"] = data
    return {data: [binary], name: [json.dumps(document, indent=1).encode()]}


def _document(part: GaussianPart) -> tuple[dict[str, Any], bytes]:
    part = turned(part, GLTF_FROM_PLY)
    opacities = sigmoid(part.logits)
    color = np.concatenate([part.sh[:, 0].astype(np.float64) * SH_C0 + 0.5, opacities[:, None]], axis=1)
    columns: dict[str, npt.NDArray[Any]] = {
        "POSITION": part.means,
        "COLOR_0": rounded_bytes(color * 255.0),
        f"{EXTENSION}:ROTATION": unit_quats(part.quats)[:, [1, 2, 3, 0]],
        f"{EXTENSION}:SCALE": np.exp(part.log_scales.astype(np.float64)),
        f"{EXTENSION}:OPACITY": opacities[:, None],
    }
    level = order = 0
    for k in range(part.sh.shape[1]):
        columns[f"{EXTENSION}:SH_DEGREE_{level}_COEF_{order}"] = part.sh[:, k]
        level, order = (level, order + 1) if order < 2 * level else (level + 1, 0)
    if part.entity_ids is not None:
        if int(np.abs(part.entity_ids.astype(np.int64)).max(initial=0)) > _EXACT:
            part.notes.append(
                "entity ids above 2^24 are not whole in glTF, whose attributes are floats: they are left out"
            )
        else:
            columns[ENTITY] = part.entity_ids[:, None]
    views, accessors, blocks, at = [], [], [], 0
    for name, values in columns.items():
        kind = _BYTE if values.dtype == np.uint8 else _FLOAT
        data = _padded(np.ascontiguousarray(values, dtype="u1" if kind == _BYTE else "<f4").tobytes(), b"\0")
        views.append({"buffer": 0, "byteOffset": at, "byteLength": len(data), "target": _ARRAY_BUFFER})
        accessor: dict[str, Any] = {
            "bufferView": len(views) - 1,
            "componentType": kind,
            "count": len(part),
            "type": _TYPES[values.shape[1]],
        }
        if kind == _BYTE:
            accessor["normalized"] = True
        if name == "POSITION" and len(part):
            accessor |= {
                "min": values.min(axis=0).astype(float).tolist(),
                "max": values.max(axis=0).astype(float).tolist(),
            }
        accessors.append(accessor)
        blocks.append(data)
        at += len(data)
    document = {
        "asset": {"version": "2.0", "generator": "Scenewright"},
        "extensionsUsed": [EXTENSION],
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [
            {
                "primitives": [
                    {
                        "mode": 0,
                        "attributes": {name: index for index, name in enumerate(columns)},
                        "extensions": {
                            EXTENSION: {
                                "kernel": "ellipse",
                                "colorSpace": "srgb_rec709_display",
                                "projection": "perspective",
                                "sortingMethod": "cameraDistance",
                            }
                        },
                    }
                ]
            }
        ],
        "accessors": accessors,
        "bufferViews": views,
        "buffers": [{"byteLength": at}],
    }
    return document, b"".join(blocks)


def _padded(data: bytes, filler: bytes) -> bytes:
    return data + filler * (-len(data) % 4)
