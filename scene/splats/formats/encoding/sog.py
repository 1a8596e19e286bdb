"""PlayCanvas' SOG, version 2; see the layout in :mod:`scenewright.scene.splats.formats.decoding.sog`."""

from __future__ import annotations

import io
import json
import math
import zipfile
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.splats.formats.decoding.columns import SH_COUNTS, GaussianPart
from scenewright.scene.splats.formats.encoding.codebooks import codebook, nearest_codes, palette
from scenewright.scene.splats.formats.encoding.smallest_three import smallest_three
from scenewright.scene.splats.formats.encoding.table import (
    Files,
    WriteOptions,
    median_size,
    ordered,
    rounded_bytes,
    sigmoid,
    unit_quats,
    weight_in_pictures,
)

__all__ = ["bundle", "folder"]

Pixels = npt.NDArray[np.uint8]

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def bundle(part: GaussianPart, name: str, options: WriteOptions) -> Files:
    """One ZIP archive. Its entries are stored uncompressed, because WebP is already compressed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for entry, data in _files(part, options).items():
            archive.writestr(zipfile.ZipInfo(entry, _FIXED_DATE), data)
    return {name: [stream.getvalue()]}


def folder(part: GaussianPart, name: str, options: WriteOptions) -> Files:
    """``meta.json`` and its pictures, as separate files."""
    return {entry: [data] for entry, data in _files(part, options).items()}


def _files(part: GaussianPart, options: WriteOptions) -> dict[str, bytes]:
    part = ordered(part, options)
    count = len(part)
    width = max(4, math.ceil(math.sqrt(count) / 4) * 4)
    height = max(4, math.ceil(count / width / 4) * 4)
    pictures: dict[str, bytes] = {}

    def picture(name: str, rows: Pixels, size: tuple[int, int] = (width, height)) -> str:
        pixels = np.zeros((size[1] * size[0], rows.shape[1]), dtype=np.uint8)
        pixels[: len(rows)] = rows
        pictures[name] = _webp(pixels.reshape(size[1], size[0], rows.shape[1]))
        return name

    logs = np.sign(part.means) * np.log1p(np.abs(part.means.astype(np.float64)))
    low, high = (logs.min(axis=0), logs.max(axis=0)) if count else (np.zeros(3), np.zeros(3))
    extent = np.where(high > low, high - low, 1.0)
    steps = 1 << (_spare_bits(part, extent) if options.compact else 0)
    words = np.floor((logs - low) / extent * 65535.0 / steps + 0.5) * steps
    words = np.clip(words, 0, 65535).astype(np.uint16)
    small, which = smallest_three(unit_quats(part.quats))
    turns = np.concatenate(
        [rounded_bytes((small * math.sqrt(2.0) * 0.5 + 0.5) * 255.0), (252 + which)[:, None]], axis=1
    )
    weights = weight_in_pictures(part)
    gaussian_weights = weights.mean(axis=1)
    scale_codes = codebook(part.log_scales, 128 if options.compact else 256, weights)
    dc_codes = codebook(part.sh[:, 0], weights=np.broadcast_to(gaussian_weights[:, None], (count, 3)))
    colors = np.concatenate(
        [nearest_codes(part.sh[:, 0], dc_codes), rounded_bytes(sigmoid(part.logits) * 255.0)[:, None]], axis=1
    )
    meta: dict[str, Any] = {
        "version": 2,
        "asset": {"generator": "Scenewright"},
        "count": count,
        "means": {
            "mins": low.tolist(),
            "maxs": high.tolist(),
            "files": [
                picture("means_l.webp", (words & 0xFF).astype(np.uint8)),
                picture("means_u.webp", (words >> 8).astype(np.uint8)),
            ],
        },
        "scales": {
            "codebook": np.pad(scale_codes, (0, 256 - len(scale_codes)), "edge").astype(float).tolist(),
            "files": [picture("scales.webp", nearest_codes(part.log_scales, scale_codes))],
        },
        "quats": {"files": [picture("quats.webp", turns.astype(np.uint8))]},
        "sh0": {"codebook": dc_codes.astype(float).tolist(), "files": [picture("sh0.webp", colors)]},
    }
    if options.antialiased:
        meta["antialias"] = True
    k = part.sh.shape[1] - 1
    if k and count:
        size = min(64, 2 ** int(math.log2(max(count, 1024) / 1024))) * 1024
        centers, labels = palette(part.sh[:, 1:].reshape(count, 3 * k), size, options.seed, gaussian_weights)
        codes = codebook(centers)
        lines = math.ceil(len(centers) / 64)
        entries = nearest_codes(centers, codes).reshape(len(centers) * k, 3)
        meta["shN"] = {
            "count": len(centers),
            "bands": next(d for d, n in SH_COUNTS.items() if n == k + 1),
            "codebook": codes.astype(float).tolist(),
            "files": [
                picture("shN_centroids.webp", entries, (64 * k, lines)),
                picture(
                    "shN_labels.webp",
                    np.stack([labels & 0xFF, labels >> 8, np.zeros_like(labels)], axis=1).astype(np.uint8),
                ),
            ],
        }
    pictures["meta.json"] = json.dumps(meta, separators=(",", ":")).encode()
    return pictures


def _spare_bits(part: GaussianPart, extent: npt.NDArray[np.float64]) -> int:
    """The number of low bits (of 16) that can be zeroed while steps of positions stay below a quarter of the median Gaussian's size."""
    if not len(part):
        return 0
    # steps are widest where |x| is largest, because positions are stored as logarithms
    step = float((extent / 65535.0 * (1.0 + np.abs(part.means).max(axis=0))).max())
    return min(8, max(0, math.floor(math.log2(0.25 * median_size(part) / step))))


def _webp(pixels: Pixels) -> bytes:
    """A lossless WebP that keeps colours under alpha 0. More effort takes up to a hundred times as long and does not help with noise."""
    from PIL import Image

    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "WEBP", lossless=True, quality=75, method=4, exact=True)
    return stream.getvalue()
