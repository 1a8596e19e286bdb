"""antimatter15's ``.splat`` and mkkellogg's ``.ksplat``.

.splat has 32 bytes per Gaussian: position (3 float32), scale (3 float32), RGBA (4 bytes), quaternion wxyz (4 bytes, q * 128 + 128).
.ksplat (GaussianSplats3D, ``SplatBuffer.js``) has a header of 4096 bytes, section headers of 1024 bytes, then each section's buckets
and Gaussians. Level 0 has float32 values, level 1 16 bits, level 2 also harmonics of 8 bits. Axes are as trained.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from .columns import SH_COUNTS, FloatColumn, GaussianPart, Options, Refused, count_checked, dc_of, logits_of, logs_of

__all__ = ["SPLAT", "read_ksplat", "read_splat"]

SPLAT = np.dtype([("mean", "<f4", 3), ("scale", "<f4", 3), ("rgba", "u1", 4), ("quat", "u1", 4)])

_HEADER, _SECTION = 4096, 1024


def read_splat(source: Path, options: Options) -> list[GaussianPart]:
    """Read a ``.splat`` file.

    Raises:
        Refused: the file's size is not a multiple of 32.
    """
    size = source.stat().st_size
    if size % SPLAT.itemsize:
        raise Refused(f"it has {size:,} bytes, no multiple of {SPLAT.itemsize}: it is no .splat, or cut off")
    count_checked(size // SPLAT.itemsize, "its size")
    table = np.fromfile(source, dtype=SPLAT)
    colors = table["rgba"].astype(np.float32) / np.float32(255.0)
    return [
        GaussianPart(
            table["mean"].astype(np.float32),
            (table["quat"].astype(np.float32) - np.float32(128.0)) / np.float32(128.0),
            logs_of(table["scale"]),
            logits_of(colors[:, 3]),
            dc_of(colors[:, :3])[:, None],
        )
    ]


@dataclass(frozen=True)
class _Section:
    """A section's header. `at`: offset of its buckets in the file. `stride`: bytes per Gaussian."""

    at: int
    count: int
    stride: int
    degree: int
    bucket_size: int
    buckets: int
    bucket_bytes: int
    full: int
    partial: int
    block: float
    half_range: int

    @property
    def gaussians_at(self) -> int:
        return self.at + 4 * self.partial + self.bucket_bytes * self.buckets


def read_ksplat(source: Path, options: Options) -> list[GaussianPart]:
    """Read a ``.ksplat`` file.

    Raises:
        Refused: the file is not a ``.ksplat`` of version 0.1, or its tables do not fit its size.
    """
    data = source.read_bytes()
    if len(data) < _HEADER:
        raise Refused(f"it has {len(data):,} bytes; the header of a .ksplat alone has {_HEADER:,}")
    major, minor = data[0], data[1]
    if major != 0 or minor < 1:
        raise Refused(f"it is a .ksplat of version {major}.{minor}; version 0.1 is read")
    (sections,) = struct.unpack_from("<I", data, 4)
    (count,) = struct.unpack_from("<I", data, 16)
    (level,) = struct.unpack_from("<H", data, 20)
    low, high = struct.unpack_from("<ff", data, 36)
    if level > 2:
        raise Refused(f"its compression level is {level}; 0, 1 and 2 are read")
    if not (np.isfinite(low) and np.isfinite(high)) or low == 0.0 == high:
        low, high = -1.5, 1.5
    if _HEADER + sections * _SECTION > len(data):
        raise Refused(f"its header says {sections:,} sections, more than its {len(data):,} bytes can hold")
    count_checked(count, "its header")
    section_list, at = [], _HEADER + sections * _SECTION
    for index in range(sections):
        section, at = _section(data, index, at, level)
        section_list.append(section)
    if sum(s.count for s in section_list) != count:
        raise Refused(f"its header says {count:,} Gaussians and its sections {sum(s.count for s in section_list):,}")
    parts = [_gaussians(data, s, level, (low, high)) for s in section_list if s.count]
    for part in parts:
        part.details = {"version": f"{major}.{minor}", "compression_level": level, "sections": sections}
    return parts


def _section(data: bytes, index: int, at: int, level: int) -> tuple[_Section, int]:
    head = _HEADER + index * _SECTION
    count, capacity, bucket_size, buckets = struct.unpack_from("<IIII", data, head)
    (block,) = struct.unpack_from("<f", data, head + 16)
    (bucket_bytes,) = struct.unpack_from("<H", data, head + 20)
    (half_range,) = struct.unpack_from("<I", data, head + 24)
    full, partial = struct.unpack_from("<II", data, head + 32)
    (degree,) = struct.unpack_from("<H", data, head + 40)
    where = f"its section {index}"
    if degree > 3:
        raise Refused(f"{where} has spherical harmonics of degree {degree}; 0 to 3 are read")
    if count > capacity:
        raise Refused(f"{where} says {count:,} Gaussians in room for {capacity:,}")
    sh_count = 3 * (SH_COUNTS[degree] - 1)
    stride = 44 + 4 * sh_count if level == 0 else 24 + sh_count * (2 if level == 1 else 1)
    section = _Section(
        at, count, stride, degree, bucket_size, buckets, bucket_bytes, full, partial, block, half_range or 32767
    )
    end = section.gaussians_at + capacity * stride
    if count and level and (bucket_bytes < 12 or full + partial > buckets or not np.isfinite(block)):
        raise Refused(
            f"{where} has buckets that cannot be: {buckets:,} of {bucket_bytes} bytes, {full:,} full, {partial:,} partial"
        )
    if section.gaussians_at + count * stride > len(data):
        raise Refused(f"{where} says {count:,} Gaussians, {stride} bytes each, beyond the file's {len(data):,} bytes")
    return section, end


def _gaussians(data: bytes, section: _Section, level: int, sh_range: tuple[float, float]) -> GaussianPart:
    sh_count = 3 * (SH_COUNTS[section.degree] - 1)
    wide = level == 0
    kind = "<f4" if wide else "<u2"
    dtype = np.dtype(
        [
            ("mean", kind, 3),
            ("scale", "<f4" if wide else "<f2", 3),
            ("quat", "<f4" if wide else "<f2", 4),
            ("rgba", "u1", 4),
            ("sh", ("<f4", "<f2", "u1")[level], (sh_count,)),
        ]
    )
    table = np.frombuffer(data, dtype=dtype, count=section.count, offset=section.gaussians_at)
    if wide:
        means = table["mean"].astype(np.float32)
    else:
        step = section.block / 2.0 / section.half_range
        centers = _centers(data, section)
        means = ((table["mean"].astype(np.float64) - section.half_range) * step + centers).astype(np.float32)
    colors = table["rgba"].astype(np.float32) / np.float32(255.0)
    sh = table["sh"].astype(np.float32)
    if level == 2:
        sh = np.float32(sh_range[0]) + sh / np.float32(255.0) * np.float32(sh_range[1] - sh_range[0])
    return GaussianPart(
        means,
        table["quat"].astype(np.float32),
        logs_of(table["scale"]),
        logits_of(colors[:, 3]),
        np.concatenate([dc_of(colors[:, :3])[:, None], _harmonics(sh, section.degree)], axis=1),
    )


def _centers(data: bytes, section: _Section) -> npt.NDArray[np.float64]:
    """(N, 3) centre of each Gaussian's bucket: full buckets come first, then partial ones with their stated sizes."""
    sizes = np.frombuffer(data, dtype="<u4", count=section.partial, offset=section.at).astype(np.int64)
    fulls = min(section.full, -(-section.count // max(section.bucket_size, 1)))
    counts = np.concatenate([np.full(fulls, section.bucket_size, dtype=np.int64), np.minimum(sizes, section.count)])
    bucket = np.repeat(np.arange(len(counts)), counts)[: section.count] if counts.sum() <= 4 * section.count else None
    if bucket is None or len(bucket) < section.count:
        raise Refused(f"its buckets hold {int(counts.sum()):,} Gaussians and its section {section.count:,}")
    start = section.at + 4 * section.partial
    raw = np.frombuffer(data, dtype=np.uint8, count=section.buckets * section.bucket_bytes, offset=start)
    floats = raw.reshape(section.buckets, section.bucket_bytes)[:, :12].copy().view("<f4")
    return np.asarray(floats[bucket], dtype=np.float64)


def _harmonics(values: npt.NDArray[np.float32], degree: int) -> FloatColumn:
    """(N, K - 1, 3) harmonics from values stored degree by degree, and channel by channel within a degree."""
    parts, at = [], 0
    for level in range(1, degree + 1):
        width = 2 * level + 1
        block = values[:, at : at + 3 * width].reshape(len(values), 3, width)
        parts.append(block.transpose(0, 2, 1))
        at += 3 * width
    return np.concatenate(parts, axis=1) if parts else np.empty((len(values), 0, 3), dtype=np.float32)
