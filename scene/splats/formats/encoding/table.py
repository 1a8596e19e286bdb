"""The Gaussians that a writer gets: numpy columns of the Part that readers give, and what it says about what it cannot keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.splats.formats.decoding.columns import FloatColumn, GaussianPart

__all__ = [
    "Files",
    "WriteOptions",
    "clipped",
    "median_size",
    "morton_order",
    "ordered",
    "rounded_bytes",
    "sigmoid",
    "unit_quats",
    "weight_in_pictures",
]

Files = dict[str, Iterable[bytes]]
"""Content of the files of one writing, by their names beside each other; the last one is the one that was asked for."""

Writer = Callable[[GaussianPart, str, "WriteOptions"], Files]


@dataclass(frozen=True)
class WriteOptions:
    """`spz_version`: 3 (gzip, which most programs read) or 4 (Zstandard). `keep_order`: rows in their order; otherwise formats that
    are smaller for it (compressed PLY, SOG, SPZ) put them along a Morton curve. `compact`: smaller SOG and SPZ. Both round positions
    to an eighth of the median Gaussian's size; SOG rounds scales to 128 values, SPZ harmonics to the reference's 5 and 4 bits.
    `antialiased`: the Gaussians were trained so, which SPZ and SOG tell. `seed`: of the palette of harmonics."""

    spz_version: int = 3
    keep_order: bool = False
    compact: bool = False
    antialiased: bool = False
    seed: int = 0


def sigmoid(logits: npt.NDArray[np.floating[Any]]) -> npt.NDArray[np.float64]:
    return 1.0 / (1.0 + np.exp(-np.clip(logits.astype(np.float64), -80.0, 80.0)))


def unit_quats(quats: FloatColumn) -> npt.NDArray[np.float64]:
    """Normalised; a quaternion of length 0 was refused before."""
    q = quats.astype(np.float64)
    return np.asarray(q / np.linalg.norm(q, axis=1, keepdims=True))


def rounded_bytes(values: npt.NDArray[np.floating[Any]]) -> npt.NDArray[np.uint8]:
    """To the nearest of 0 to 255."""
    return np.asarray(np.clip(np.floor(values + 0.5), 0, 255), dtype=np.uint8)


def clipped(part: GaussianPart, values: npt.NDArray[np.floating[Any]], low: float, high: float, what: str) -> None:
    """Notes how many Gaussians have values outside of what a format can hold."""
    outside = ((values < low) | (values > high)).any(axis=tuple(range(1, values.ndim)))
    if outside.any():
        part.notes.append(
            f"{int(outside.sum()):,} of {len(part):,} Gaussians have {what} beyond the format's range: clipped"
        )


def median_size(part: GaussianPart) -> float:
    """Median standard deviation, over all axes of all Gaussians: what roundings of positions are measured by."""
    return float(np.exp(np.median(part.log_scales))) if len(part) else 1.0


def weight_in_pictures(part: GaussianPart) -> npt.NDArray[np.float64]:
    """(N, 3) how much an error along each axis of a Gaussian shows: its opacity times the deviation along that axis.

    Codebooks fitted so give the few large, opaque Gaussians that make most of a picture finer steps than the many faint and tiny
    ones."""
    opacity = sigmoid(part.logits)[:, None] + 1e-3
    return np.asarray(opacity * np.exp(np.clip(part.log_scales.astype(np.float64), -30.0, 30.0)))


def morton_order(means: FloatColumn) -> npt.NDArray[np.int64]:
    """(N,) rows along a Morton curve through the box of the means, 21 bits an axis: neighbours in space stand together."""
    if len(means) == 0:
        return np.empty(0, dtype=np.int64)
    low, high = means.min(axis=0).astype(np.float64), means.max(axis=0).astype(np.float64)
    extent = max(float((high - low).max()), 1e-30)
    cells = ((means - low) / extent * float((1 << 21) - 1)).astype(np.uint64)
    code = np.zeros(len(means), dtype=np.uint64)
    for axis in range(3):
        code |= _spread(cells[:, axis]) << np.uint64(axis)
    return np.argsort(code, kind="stable")


def _spread(x: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """The 21 low bits of x, two empty bits after each."""
    for shift, mask in (
        (32, 0x1F00000000FFFF),
        (16, 0x1F0000FF0000FF),
        (8, 0x100F00F00F00F00F),
        (4, 0x10C30C30C30C30C3),
        (2, 0x1249249249249249),
    ):
        x = (x | (x << np.uint64(shift))) & np.uint64(mask)
    return x


def ordered(part: GaussianPart, options: WriteOptions) -> GaussianPart:
    """The part along a Morton curve, unless its order is to be kept."""
    if options.keep_order:
        return part
    return part.selected(morton_order(part.means))
