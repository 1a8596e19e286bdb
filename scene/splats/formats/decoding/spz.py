"""Niantic's SPZ, versions 1 to 4.

A header is followed by one stream per attribute: positions (24-bit fixed point; version 1: float16), alphas, colours, scales,
rotations (from version 3 on: smallest three in 4 bytes, else xyz in 3), spherical harmonics. Up to version 3 all this is one gzip
stream, or unpacked. Version 4 has a plain header of 32 bytes, extensions, a table, and a Zstandard frame per stream. SPZ is
right-up-back, PLY right-down-front; the half turn between them is applied here, as Niantic's own PLY converter does.
(github.com/nianticlabs/spz, ``load-spz.cc``, ``extensions/README.md``.)
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from .axes import SPZ_FROM_PLY, turned
from .columns import FloatColumn, GaussianPart, Options, Refused, count_checked, logits_of, not_inflated
from .packed_quats import completed
from .unpacking import GZIP, gunzipped, possible_deflate, unzstd

__all__ = ["ANTIALIASED", "COLOR_SCALE", "HEADER", "HEADER_4", "MAGIC", "TOC", "decoded", "read"]

MAGIC = b"NGSP"
HEADER = struct.Struct("<4sIIBBBB")
HEADER_4 = struct.Struct("<4sIIBBBBI12x")
TOC = struct.Struct("<QQ")
COLOR_SCALE = 0.15
ANTIALIASED, HAS_EXTENSIONS = 0x1, 0x2

_SH_REST = {0: 0, 1: 3, 2: 8, 3: 15, 4: 24}
_MAX_FRACTION = 30
"""Most fractional bits. The reference shifts a signed word by them; positions themselves have 24 bits."""
_MAX_EXTENSIONS = 1 << 20
_SH_QUANTIZATION = 0xADBE0001
_FIXED = {_SH_QUANTIZATION: 10, 0xADBE0002: 12}
"""Size in bytes of those extensions that early files store without a length."""


@dataclass(frozen=True)
class _Head:
    version: int
    count: int
    degree: int
    fraction_bits: int
    flags: int

    def sizes(self) -> dict[str, int]:
        """The size of each stream in bytes."""
        per = {
            "positions": 6 if self.version == 1 else 9,
            "alphas": 1,
            "colors": 3,
            "scales": 3,
            "rotations": 4 if self.version >= 3 else 3,
            "sh": 3 * _SH_REST[self.degree],
        }
        return {name: self.count * size for name, size in per.items()}


def read(source: Path, options: Options) -> list[GaussianPart]:
    """Read an SPZ file.

    Raises:
        Refused: the file is not an SPZ, is cut off, or claims more data than it can hold.
    """
    return [decoded(source.read_bytes())]


def decoded(data: bytes) -> GaussianPart:
    """Decode the bytes of an SPZ file, to the axes of a PLY.

    Raises:
        Refused: as :func:`read`.
    """
    if data[:2] == GZIP:
        start = gunzipped(data, HEADER.size, "it", first=HEADER.size)
        if len(start) >= 4 and start[:4] != MAGIC:
            raise Refused("it is a gzip stream of something else than an SPZ: unpack it first")
        head = _head(start)
        not_inflated(head.count, len(data), "it")
        needed = HEADER.size + sum(head.sizes().values())
        if not possible_deflate(len(data), needed):
            raise Refused(
                f"its header says {head.count:,} Gaussians: no gzip stream of {len(data):,} bytes holds {needed:,}"
            )
        streams, sh_range = _one_stream(gunzipped(data, needed + _MAX_EXTENSIONS, "it"), head)
        packing = "gzip"
    elif data[:4] == MAGIC and len(data) >= 8 and struct.unpack_from("<I", data, 4)[0] >= 4:
        head = _head(data)
        not_inflated(head.count, len(data), "it")
        streams, sh_range = _streams_of_4(data, head)
        packing = "zstd"
    elif data[:4] == MAGIC:
        head = _head(data)
        streams, sh_range = _one_stream(data, head)
        packing = "none"
    else:
        raise Refused("it is no SPZ: it starts neither with 'NGSP' nor as a gzip stream")
    return _part(head, streams, sh_range, packing)


def _head(data: bytes) -> _Head:
    if len(data) < HEADER.size:
        raise Refused("it ends within its header")
    magic, version, count, degree, fraction_bits, flags, _ = HEADER.unpack_from(data)
    if magic != MAGIC:
        raise Refused("its header does not start with 'NGSP'")
    if not 1 <= version <= 4:
        raise Refused(f"it is an SPZ of version {version}; versions 1 to 4 are read")
    if degree not in _SH_REST:
        raise Refused(f"its header says spherical harmonics of degree {degree}; 0 to 4 exist")
    if version > 1 and fraction_bits > _MAX_FRACTION:
        raise Refused(f"its header says {fraction_bits} fractional bits; at most {_MAX_FRACTION} make sense")
    return _Head(version, count_checked(count, "its header"), degree, fraction_bits, flags)


def _one_stream(data: bytes, head: _Head) -> tuple[dict[str, bytes], tuple[float, float] | None]:
    """The streams of versions 1 to 3, and the range of the harmonics if an extension states it.

    Extensions come before the streams; some writers put them after."""
    sizes = head.sizes()
    extra = len(data) - HEADER.size - sum(sizes.values())
    if extra < 0:
        raise Refused(
            f"its header says {head.count:,} Gaussians of degree {head.degree}: that takes {sum(sizes.values()):,} bytes, and "
            f"{len(data) - HEADER.size:,} are there; it is cut off or damaged"
        )
    at, sh_range = HEADER.size, None
    if extra and head.flags & HAS_EXTENSIONS:
        front = _extensions(data[HEADER.size : HEADER.size + extra])
        if front is not None:
            at, sh_range = at + extra, front.get("sh_range")
        else:
            sh_range = (_extensions(data[len(data) - extra :]) or {}).get("sh_range")
    out = {}
    for name, size in sizes.items():
        out[name] = data[at : at + size]
        at += size
    return out, sh_range


def _extensions(data: bytes) -> dict[str, tuple[float, float]] | None:
    """The relevant values in extension records. None if the bytes are not extension records."""
    out: dict[str, tuple[float, float]] = {}
    at = 0
    while at < len(data):
        if len(data) - at < 4:
            return None
        (kind,) = struct.unpack_from("<I", data, at)
        length = struct.unpack_from("<I", data, at + 4)[0] if len(data) - at >= 8 else -1
        fixed = _FIXED.get(kind)
        if 0 <= length <= len(data) - at - 8 and (fixed is None or length == fixed):
            payload = data[at + 8 : at + 8 + length]
            at += 8 + length
        elif fixed is not None and fixed <= len(data) - at - 4:
            payload = data[at + 4 : at + 4 + fixed]
            at += 4 + fixed
        else:
            return None
        if kind == _SH_QUANTIZATION and len(payload) == 10:
            low, high = struct.unpack_from("<ff", payload, 2)
            if math.isfinite(low) and math.isfinite(high) and low < high:
                out["sh_range"] = (low, high)
    return out


def _streams_of_4(data: bytes, head: _Head) -> tuple[dict[str, bytes], tuple[float, float] | None]:
    if len(data) < HEADER_4.size:
        raise Refused("it ends within its header")
    *_, number, toc_at = HEADER_4.unpack_from(data)
    sizes = {name: size for name, size in head.sizes().items() if name != "sh" or head.degree}
    if number != len(sizes) and head.count:
        raise Refused(f"its header says {number} streams; {len(sizes)} belong to degree {head.degree}")
    at = toc_at + number * TOC.size
    if toc_at < HEADER_4.size or at > len(data):
        raise Refused(f"its header puts the table of streams at byte {toc_at:,}, outside of its {len(data):,} bytes")
    sh_range = None
    if head.flags & HAS_EXTENSIONS:
        sh_range = (_extensions(data[HEADER_4.size : min(toc_at, HEADER_4.size + _MAX_EXTENSIONS)]) or {}).get(
            "sh_range"
        )
    out = dict.fromkeys(head.sizes(), b"")
    for index, (name, size) in enumerate(sizes.items()):
        packed, unpacked = TOC.unpack_from(data, toc_at + index * TOC.size) if index < number else (0, 0)
        if unpacked != size:
            raise Refused(f"its table says {unpacked:,} bytes of {name}; {head.count:,} Gaussians have {size:,}")
        if at + packed > len(data):
            raise Refused(f"its stream of {name} ends at byte {at + packed:,} of {len(data):,}: it is cut off")
        out[name] = unzstd(data[at : at + packed], size, f"its stream of {name}") if size else b""
        at += packed
    return out, sh_range


def _part(head: _Head, streams: dict[str, bytes], sh_range: tuple[float, float] | None, packing: str) -> GaussianPart:
    n = head.count
    bytes_of = {name: np.frombuffer(data, dtype=np.uint8) for name, data in streams.items()}
    if head.version == 1:
        means = np.frombuffer(streams["positions"], dtype="<f2").astype(np.float32).reshape(n, 3)
    else:
        means = _fixed_point(bytes_of["positions"].reshape(n, 3, 3), head.fraction_bits)
    used = min(_SH_REST[head.degree], 15)
    dc = (bytes_of["colors"].reshape(n, 1, 3).astype(np.float32) / np.float32(255.0) - np.float32(0.5)) / np.float32(
        COLOR_SCALE
    )
    rest = bytes_of["sh"].reshape(n, _SH_REST[head.degree], 3)[:, :used].astype(np.float32)
    if sh_range is None:
        rest = (rest - np.float32(128.0)) / np.float32(128.0)
    else:
        rest = np.float32(sh_range[0]) + rest / np.float32(255.0) * np.float32(sh_range[1] - sh_range[0])
    part = GaussianPart(
        means,
        _rotations(bytes_of["rotations"], head),
        bytes_of["scales"].reshape(n, 3).astype(np.float32) / np.float32(16.0) - np.float32(10.0),
        logits_of(bytes_of["alphas"].astype(np.float32) / np.float32(255.0)),
        np.concatenate([dc, rest], axis=1),
        details={
            "version": head.version,
            "packing": packing,
            "fractional_bits": head.fraction_bits,
            "antialiased": bool(head.flags & ANTIALIASED),
        },
    )
    if head.degree == 4:
        part.notes.append("spherical harmonics of degree 4 are left out: degree 3 is the highest that is drawn")
    if head.flags & ANTIALIASED:
        part.notes.append("it was trained with antialiasing: draw it antialiased")
    return turned(part, SPZ_FROM_PLY)


def _fixed_point(raw: npt.NDArray[np.uint8], fraction_bits: int) -> FloatColumn:
    value = raw[..., 0].astype(np.int32) | (raw[..., 1].astype(np.int32) << 8) | (raw[..., 2].astype(np.int32) << 16)
    value -= (value & 0x800000) << 1
    return (value / float(1 << fraction_bits)).astype(np.float32)


def _rotations(raw: npt.NDArray[np.uint8], head: _Head) -> FloatColumn:
    """(N, 4) wxyz; the file has them xyzw."""
    if head.version < 3:
        xyz = raw.reshape(head.count, 3).astype(np.float32) / np.float32(127.5) - np.float32(1.0)
        return completed(xyz, np.zeros(head.count, dtype=np.int64))
    word = raw.view("<u4").astype(np.uint32)
    small = []
    for shift in (20, 10, 0):
        field = word >> np.uint32(shift)
        size = (field & np.uint32(511)).astype(np.float32) * np.float32(math.sqrt(0.5) / 511.0)
        small.append(np.where(field & np.uint32(512), -size, size))
    xyzw = completed(np.stack(small, axis=1), (word >> np.uint32(30)).astype(np.int64))
    return np.ascontiguousarray(xyzw[:, [3, 0, 1, 2]])
