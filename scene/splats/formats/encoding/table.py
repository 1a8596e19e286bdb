"""The input of writers (the same numpy columns that readers return), their options, and common helpers."""

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
"""The content of all files to write, by file name. The last one is the requested file."""

Writer = Callable[[GaussianPart, str, "WriteOptions"], Files]


@dataclass(frozen=True)
class WriteOptions:
    """Settings of the writers.

    `spz_version`: 3 (gzip, which most programs read) or 4 (Zstandard). `keep_order`: keep the order of rows; otherwise compressed PLY,
    SOG and SPZ sort them along a Morton curve, which makes them smaller. `compact`: smaller SOG and SPZ files. Both then round
    positions to an eighth of the median Gaussian's size; SOG rounds scales to 128 values, SPZ harmonics to the reference's 5 and 4
    bits. `antialiased`: whether the Gaussians were trained with antialiasing, which SPZ and SOG store. `seed`: of the palette of
    harmonics.
    """

    spz_version: int = 3
    keep_order: bool = False
    compact: bool = False
    antialiased: bool = False
    seed: int = 0


def sigmoid(logits: npt.NDArray[np.floating[Any]]) -> npt.NDArray[np.float64]:
    return 1.0 / (1.0 + np.exp(-np.clip(logits.astype(np.float64), -80.0, 80.0)))


def unit_quats(quats: FloatColumn) -> npt.NDArray[np.float64]:
    """Normalised quaternions. None has length 0, since these were refused before."""
    q = quats.astype(np.float64)
    return np.asarray(q / np.linalg.norm(q, axis=1, keepdims=True))


def rounded_bytes(values: npt.NDArray[np.floating[Any]]) -> npt.NDArray[np.uint8]:
    """Values rounded to the nearest of 0 to 255."""
    return np.asarray(np.clip(np.floor(values + 0.5), 0, 255), dtype=np.uint8)


def clipped(part: GaussianPart, values: npt.NDArray[np.floating[Any]], low: float, high: float, what: str) -> None:
    """Add a note with the number of Gaussians whose values are outside a format's range. `what` describes the values."""
    outside = ((values < low) | (values > high)).any(axis=tuple(range(1, values.ndim)))
    if outside.any():
        part.notes.append(
            f"{int(outside.sum()):,} of {len(part):,} Gaussians have {what} beyond the format's range: clipped"
        )


def median_size(part: GaussianPart) -> float:
    """Median standard deviation over all axes of all Gaussians. The precision of positions is relative to it."""
    return float(np.exp(np.median(part.log_scales))) if len(part) else 1.0


def weight_in_pictures(part: GaussianPart) -> npt.NDArray[np.float64]:
    """(N, 3) visibility of errors along each axis of a Gaussian: its opacity times the deviation along that axis.

    With these weights, codebooks have finer steps for the few large opaque Gaussians, which make most of a picture, than for the many
    faint and tiny ones."""
    opacity = sigmoid(part.logits)[:, None] + 1e-3
    return np.asarray(opacity * np.exp(np.clip(part.log_scales.astype(np.float64), -30.0, 30.0)))


def morton_order(means: FloatColumn) -> npt.NDArray[np.int64]:
    """(N,) order of rows along a Morton curve through the box of the means, 21 bits per axis. It keeps spatial neighbours together."""
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
    """The 21 low bits of x, with two zero bits after each."""
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
    """The part sorted along a Morton curve, unless `options` keep its order."""
    if options.keep_order:
        return part
    return part.selected(morton_order(part.means))
