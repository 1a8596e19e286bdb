"""Niantic's SPZ, versions 3 and 4; see the layout in :mod:`scenewright.scene.splats.formats.decoding.spz`."""

from __future__ import annotations

import math
import zlib

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import SplatError
from scenewright.scene.splats.formats.decoding.axes import SPZ_FROM_PLY, turned
from scenewright.scene.splats.formats.decoding.columns import SH_COUNTS, GaussianPart
from scenewright.scene.splats.formats.decoding.spz import ANTIALIASED, COLOR_SCALE, HEADER, HEADER_4, MAGIC, TOC
from scenewright.scene.splats.formats.encoding.smallest_three import smallest_three
from scenewright.scene.splats.formats.encoding.table import (
    Files,
    WriteOptions,
    clipped,
    median_size,
    ordered,
    rounded_bytes,
    sigmoid,
    unit_quats,
)

__all__ = ["COMPACT_STEPS", "spz"]

COMPACT_STEPS = (8, 16)
"""Steps, in 1/128, to which compact files round harmonics of degree 1 and of higher degrees: the reference's 5 and 4 bits. Coarser
values compress better. Other files use all 8 bits, which every reader accepts as well."""

_GZIP_LEVEL = 6
_ZSTD_LEVEL = 12
"""The reference's level of Zstandard. Level 19 takes five to ten times as long and saves 3 to 6 %."""


def spz(part: GaussianPart, name: str, options: WriteOptions) -> Files:
    """An SPZ file of the version in `options`.

    Raises:
        SplatError: the version cannot be written, or the positions do not fit into 24 bits.
    """
    if options.spz_version not in (3, 4):
        raise SplatError(f"SPZ of version {options.spz_version} is not written; 3 and 4 are")
    part = turned(ordered(part, options), SPZ_FROM_PLY)
    bits = _fraction_bits(part, name, options)
    streams = [
        _positions(part, bits),
        rounded_bytes(sigmoid(part.logits) * 255.0).tobytes(),
        _colors(part),
        _scales(part),
        _rotations(part),
    ]
    degree = next(d for d, k in SH_COUNTS.items() if k == part.sh.shape[1])
    if degree:
        streams.append(_harmonics(part, COMPACT_STEPS if options.compact else (1, 1)))
    head = (MAGIC, options.spz_version, len(part), degree, bits, ANTIALIASED if options.antialiased else 0)
    if options.spz_version == 3:
        engine = zlib.compressobj(_GZIP_LEVEL, zlib.DEFLATED, 31, 9)
        packed = [engine.compress(HEADER.pack(*head, 0)), *map(engine.compress, streams)]
        return {name: [*packed, engine.flush()]}
    import zstandard

    frames = [zstandard.ZstdCompressor(level=_ZSTD_LEVEL).compress(s) for s in streams]
    toc = b"".join(TOC.pack(len(f), len(s)) for f, s in zip(frames, streams, strict=True))
    return {name: [HEADER_4.pack(*head, len(frames), HEADER_4.size), toc, *frames]}


def _fraction_bits(part: GaussianPart, name: str, options: WriteOptions) -> int:
    """The number of fractional bits of positions: as many as the farthest position allows, at most 24.

    The reference always writes 12, but reads any number. Its step of 1/4096 is larger than small Gaussians, which may change the
    order in depth. Compact files have as few bits as keep the step within a quarter of the median Gaussian.
    """
    reach = float(np.abs(part.means).max(initial=0.0))
    fitting = 24 if reach == 0.0 else math.floor(math.log2((2**23 - 1) / reach))
    if fitting < 0:
        raise SplatError(f"{name}: positions reach {reach:.3g}, and SPZ holds at most 2^23; scale the Gaussians down")
    needed = math.ceil(math.log2(4.0 / median_size(part))) if options.compact else 24
    return max(0, min(fitting, needed, 24))


def _positions(part: GaussianPart, bits: int) -> bytes:
    fixed = np.floor(part.means.astype(np.float64) * (1 << bits) + 0.5)
    words = np.clip(fixed, -(2**23), 2**23 - 1).astype("<i4")
    return np.ascontiguousarray(words.view(np.uint8).reshape(len(part), 3, 4)[:, :, :3]).tobytes()


def _colors(part: GaussianPart) -> bytes:
    dc = part.sh[:, 0].astype(np.float64)
    half = 0.5 / COLOR_SCALE
    clipped(part, dc, -half, half, "a colour")
    return rounded_bytes(dc * (COLOR_SCALE * 255.0) + 127.5).tobytes()


def _scales(part: GaussianPart) -> bytes:
    clipped(part, part.log_scales, -10.0 - 1 / 32, 255.0 / 16.0 - 10.0 + 1 / 32, "a scale")
    return rounded_bytes((part.log_scales.astype(np.float64) + 10.0) * 16.0).tobytes()


def _rotations(part: GaussianPart) -> bytes:
    xyzw = unit_quats(part.quats)[:, [1, 2, 3, 0]]
    small, which = smallest_three(xyzw)
    word = which.astype(np.uint32)
    for column in small.T:
        size = np.minimum(np.floor(511.0 * np.abs(column) / math.sqrt(0.5) + 0.5), 511.0).astype(np.uint32)
        word = (word << np.uint32(10)) | ((column < 0.0).astype(np.uint32) << np.uint32(9)) | size
    return word.astype("<u4").tobytes()


def _harmonics(part: GaussianPart, steps: tuple[int, int]) -> bytes:
    rest = part.sh[:, 1:].astype(np.float64)
    clipped(part, rest, -1.0 - 1 / 256, 1.0, "spherical harmonics")
    out = np.empty(rest.shape, dtype=np.uint8)
    for columns, step in ((slice(0, 3), steps[0]), (slice(3, None), steps[1])):
        rounded = np.floor(rest[:, columns] * 128.0 + 0.5) + 128.0
        out[:, columns] = _clip(np.floor((rounded + step // 2) / step) * step)
    return out.tobytes()


def _clip(values: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    return np.clip(values, 0, 255).astype(np.uint8)
