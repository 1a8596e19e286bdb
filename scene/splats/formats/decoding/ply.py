"""INRIA's PLY and PlayCanvas' compressed PLY.

INRIA (Kerbl et al., 3D Gaussian Splatting, 2023, ``save_ply``): an element `vertex` with x y z, [nx ny nz], f_dc_0..2, f_rest_* channel by
channel, opacity (logit), scale_0..2 (logarithm), rot_0..3 (wxyz). PlayCanvas: chunks of 256 with bounds, four packed words
per Gaussian, spherical harmonics of 8 bits. Axes are as trained, and are kept.
"""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .columns import (
    LEAST_LOG_SCALE,
    FloatColumn,
    GaussianPart,
    Options,
    Refused,
    clean,
    count_checked,
    dc_of,
    logits_of,
)
from .mip_filter import with_filter
from .packed_quats import completed
from .ply_header import Header, read_header
from .ply_rows import rows

__all__ = ["CHUNK", "SH_RANGE", "read"]

CHUNK = 256
SH_RANGE = 8.0
"""Range of compressed spherical harmonics, centred at 0."""

_REST = {0: 0, 9: 1, 24: 2, 45: 3, 72: 4}
_PACKED = ("packed_position", "packed_rotation", "packed_scale", "packed_color")


def read(source: Path, options: Options) -> list[GaussianPart]:
    """Read a PLY file of either kind.

    Raises:
        Refused: the file is neither kind, or is damaged.
    """
    with source.open("rb") as stream:
        header = read_header(stream)
    vertex = header.element("vertex")
    if vertex is None:
        raise Refused("it has no element 'vertex'")
    count_checked(vertex.count, "its element 'vertex'")
    names = {p.name for p in vertex.properties}
    if header.element("chunk") is not None and set(_PACKED) <= names:
        return [_compressed(source, header)]
    return [_plain(source, header, names)]


def _plain(source: Path, header: Header, names: set[str]) -> GaussianPart:
    notes: list[str] = []
    needed = ["x", "y", "z", "opacity", "scale_0", "scale_1", *(f"rot_{i}" for i in range(4))]
    missing = [name for name in needed if name not in names]
    if missing:
        raise Refused(f"its element 'vertex' lacks {', '.join(missing)}: {_otherwise(header, names)}")
    colored = all(f"f_dc_{i}" in names for i in range(3))
    if not colored and not {"red", "green", "blue"} <= names:
        raise Refused("its element 'vertex' has no colour: neither f_dc_0 to f_dc_2 nor red, green and blue")
    rest = 0
    while f"f_rest_{rest}" in names:
        rest += 1
    if rest not in _REST:
        raise Refused(f"it has {rest} properties f_rest_*; degrees 0 to 3 have 0, 9, 24 or 45")
    table = rows(source, header, "vertex")

    def stacked(columns: list[str]) -> FloatColumn:
        out = np.empty((len(table), len(columns)), dtype=np.float32)
        with np.errstate(over="ignore"):
            for at, name in enumerate(columns):
                out[:, at] = table[name]
        return out

    flat = "scale_2" not in names
    log_scales = stacked(["scale_0", "scale_1", *([] if flat else ["scale_2"])])
    if flat:
        notes.append("its Gaussians are flat (no scale_2): their thickness is read as 1e-12")
        log_scales = np.column_stack([log_scales, np.full(len(table), LEAST_LOG_SCALE, np.float32)])
    if colored:
        dc = stacked([f"f_dc_{i}" for i in range(3)])
    else:
        kind = table.dtype["red"].kind
        dc = dc_of(stacked(["red", "green", "blue"]) / (255.0 if kind in "ui" else 1.0))
    degree = _REST[rest]
    if degree == 4:
        notes.append("spherical harmonics of degree 4 are left out: degree 3 is the highest that is drawn")
    count = rest // 3
    used = min(count, 15)
    chosen = [f"f_rest_{channel * count + k}" for k in range(used) for channel in range(3)]
    sh = np.concatenate([dc[:, None], stacked(chosen).reshape(len(table), used, 3)], axis=1)
    logits = stacked(["opacity"])[:, 0]
    details = {"encoding": "text" if header.order is None else "binary", **_comment_details(header)}
    if "filter_3D" in names:
        log_scales, logits = with_filter(log_scales, logits, stacked(["filter_3D"])[:, 0])
        notes.append("its filter_3D (Mip-Splatting) is put into scales and opacities; draw it antialiased")
        details["antialiased"] = True
    return GaussianPart(
        stacked(["x", "y", "z"]),
        stacked([f"rot_{i}" for i in range(4)]),
        log_scales,
        logits,
        sh,
        table["entity_id"].astype(np.int32) if "entity_id" in names else None,
        notes=notes,
        details=details,
    )


def _otherwise(header: Header, names: set[str]) -> str:
    """A description of a PLY without all columns of Gaussians."""
    if any(e.name in ("face", "tristrips") and e.count for e in header.elements):
        return "it is a mesh, not Gaussians"
    if {"opacity", "scale_0", "rot_0", "f_dc_0"} & names:
        return "it holds Gaussians of which a part is missing"
    return "it is a cloud of points, not Gaussians"


def _comment_details(header: Header) -> dict[str, Any]:
    """Details from the comments: their text, and the up axis if one states it, as nerfstudio's do."""
    out: dict[str, Any] = {"comments": list(header.comments[:8])} if header.comments else {}
    for comment in header.comments:
        if found := re.search(r"vertical axis:\s*([+-]?)([xyz])\b", comment, re.IGNORECASE):
            out["up"] = found[1].replace("+", "") + found[2].lower()
    return out


def _compressed(source: Path, header: Header) -> GaussianPart:
    chunks = rows(source, header, "chunk")
    words = rows(source, header, "vertex")
    count = len(words)
    if len(chunks) != math.ceil(count / CHUNK):
        raise Refused(
            f"{count:,} Gaussians need {math.ceil(count / CHUNK):,} chunks of {CHUNK}, and it has {len(chunks):,}"
        )
    fields = chunks.dtype.names or ()
    axes = "xyz"
    bounds = [f"{end}_{extra}{a}" for end in ("min", "max") for extra in ("", "scale_") for a in axes]
    missing = [name for name in bounds if name not in fields]
    if missing:
        raise Refused(f"its element 'chunk' lacks {', '.join(missing)}")
    if any(words.dtype[name].kind not in "ui" or words.dtype[name].itemsize != 4 for name in _PACKED):
        raise Refused("its packed properties are not all of type uint")
    packed = {name: words[name].astype(np.uint32) for name in _PACKED}
    chunk = np.arange(count) // CHUNK

    def between(low: str, high: str, part: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        a, b = chunks[low].astype(np.float32)[chunk], chunks[high].astype(np.float32)[chunk]
        return np.asarray(a * (1.0 - part) + b * part, dtype=np.float32)

    def vector(word: npt.NDArray[np.uint32], prefix: str) -> FloatColumn:
        shares = (_bits(word, 21, 11), _bits(word, 11, 10), _bits(word, 0, 11))
        columns = [between(f"min_{prefix}{a}", f"max_{prefix}{a}", s) for a, s in zip(axes, shares, strict=True)]
        return np.stack(columns, axis=1)

    color = packed["packed_color"]
    rgb = [_bits(color, shift, 8) for shift in (24, 16, 8)]
    if {f"{end}_{c}" for end in ("min", "max") for c in "rgb"} <= set(fields):
        rgb = [between(f"min_{c}", f"max_{c}", share) for c, share in zip("rgb", rgb, strict=True)]
    sh = dc_of(np.stack(rgb, axis=1))[:, None]
    rest = header.element("sh")
    if rest is not None and rest.properties:  # gsplat writes the element without properties at degree 0
        sh = np.concatenate([sh, _compressed_sh(source, header, count)], axis=1)
    return GaussianPart(
        vector(packed["packed_position"], ""),
        _packed_quats(packed["packed_rotation"]),
        vector(packed["packed_scale"], "scale_"),
        logits_of(_bits(color, 0, 8)),
        sh,
        details={"chunks": len(chunks), **_comment_details(header)},
    )


def _bits(word: npt.NDArray[np.uint32], shift: int, bits: int) -> npt.NDArray[np.float32]:
    """A bit field of a word, scaled to [0, 1]."""
    top = (1 << bits) - 1
    return ((word >> np.uint32(shift)) & np.uint32(top)).astype(np.float32) / np.float32(top)


def _packed_quats(word: npt.NDArray[np.uint32]) -> FloatColumn:
    """(N, 4) quaternions. Two bits give the index (wxyz) of the largest component, which is positive; the others have 10 bits over
    +-1/sqrt 2."""
    components = [(_bits(word, shift, 10) - np.float32(0.5)) * np.float32(math.sqrt(2.0)) for shift in (20, 10, 0)]
    return completed(np.stack(components, axis=1), (word >> np.uint32(30)).astype(np.int64))


def _compressed_sh(source: Path, header: Header, count: int) -> FloatColumn:
    table = rows(source, header, "sh")
    names = table.dtype.names or ()
    if len(names) not in (9, 24, 45) or set(names) != {f"f_rest_{i}" for i in range(len(names))}:
        raise Refused(
            f"its element 'sh' has the properties {clean(', '.join(names))}; f_rest_0 to 8, 23 or 44 were expected"
        )
    if len(table) != count:
        raise Refused(f"its element 'sh' has {len(table):,} rows for {count:,} Gaussians")
    if any(table.dtype[name] != np.uint8 for name in names):
        raise Refused("the properties of its element 'sh' are not all of type uchar")
    levels = (np.arange(256, dtype=np.float32) + np.float32(0.5)) / np.float32(256.0)
    levels[0], levels[255] = 0.0, 1.0
    levels = (levels - np.float32(0.5)) * np.float32(SH_RANGE)
    k = len(names) // 3
    out = np.empty((count, k, 3), dtype=np.float32)
    for channel in range(3):
        for at in range(k):
            out[:, at, channel] = levels[table[f"f_rest_{channel * k + at}"]]
    return out
