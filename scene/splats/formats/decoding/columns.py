"""What every reader makes of a file: the columns of Gaussians as numpy arrays, checked as one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = [
    "LEAST_LOG_SCALE",
    "LOGIT_LIMIT",
    "MAX_GAUSSIANS",
    "SH_C0",
    "SH_COUNTS",
    "FloatColumn",
    "GaussianPart",
    "Options",
    "Refused",
    "checked",
    "clean",
    "count_checked",
    "dc_of",
    "logits_of",
    "logs_of",
    "not_inflated",
]

FloatColumn = npt.NDArray[np.float32]

SH_C0 = 0.28209479177387814
SH_COUNTS = {0: 1, 1: 4, 2: 9, 3: 16}
"""Spherical harmonics a channel, the constant one included, of each degree that is kept."""
MAX_GAUSSIANS = 50_000_000
_MANY = 1_000_000
LOGIT_LIMIT = 13.815509557963774
"""Logit of 1 - 1e-6: opacities of 0 and 1 are read as this close to them, as their logits are not finite."""
LEAST_LOG_SCALE = -27.631021115928547
"""Logarithm of 1e-12: what a scale of 0 is read as."""


class Refused(Exception):
    """The file is not what it should be; the message says which field and how."""


def clean(text: object, limit: int = 80) -> str:
    """Text of a stranger on one line, without control characters."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", str(text))[:limit]


@dataclass(frozen=True)
class Options:
    """`drop_invalid`: leave out Gaussians that cannot be drawn, instead of refusing the file."""

    drop_invalid: bool = False


@dataclass
class GaussianPart:
    """N Gaussians of a file, float32, in the axes of a PLY file (x right, y down, z front, as trained).

    `means` (N, 3); `quats` (N, 4) wxyz; `log_scales` (N, 3); `logits` (N,) of opacity; `sh` (N, K, 3); `entity_ids` (N,) int32 or
    None. `matrix`: (4, 4) that moves them to the file's world, None for none. `notes`: what the reader had to change or leave out.
    `details`: facts of the format for people, such as its version. `beside`: bytes of other files that were read.
    """

    means: FloatColumn
    quats: FloatColumn
    log_scales: FloatColumn
    logits: FloatColumn
    sh: FloatColumn
    entity_ids: npt.NDArray[np.int32] | None = None
    matrix: npt.NDArray[np.float64] | None = None
    notes: list[str] = field(default_factory=list)
    details: dict[str, Any] = field(default_factory=dict)
    beside: int = 0

    def __len__(self) -> int:
        return len(self.means)

    def selected(self, rows: npt.NDArray[np.bool_] | npt.NDArray[np.int64]) -> GaussianPart:
        """Those of a mask, or of indices in their order."""
        return replace(
            self,
            means=self.means[rows],
            quats=self.quats[rows],
            log_scales=self.log_scales[rows],
            logits=self.logits[rows],
            sh=self.sh[rows],
            entity_ids=None if self.entity_ids is None else self.entity_ids[rows],
        )


def count_checked(count: int, field_name: str) -> int:
    """`count` where it is one that can be held.

    Raises:
        Refused: it is negative or more than :data:`MAX_GAUSSIANS`.
    """
    if not 0 <= count <= MAX_GAUSSIANS:
        raise Refused(f"{field_name} says {count:,} Gaussians; at most {MAX_GAUSSIANS:,} are read")
    return count


def not_inflated(count: int, size: int, what: str) -> None:
    """Bounds what a few bytes can unpack to. Files of many Gaussians, which are never all alike, take ten bytes and more for each.

    Raises:
        Refused: more than a million Gaussians, and less than a quarter of a byte for each.
    """
    if count > _MANY and 4 * size < count:
        raise Refused(
            f"{what} has {size:,} bytes for {count:,} Gaussians: it would unpack to thousands of times its size"
        )


def checked(part: GaussianPart, options: Options) -> GaussianPart:
    """The part with unit quaternions, finite opacities and scales.

    A scale of 0 is read as 1e-12 and told; opacities of 0 and 1 as 1e-6 from them.

    Raises:
        Refused: Gaussians have a position, colour, scale or opacity that is no number, or an orientation of length 0, and
            they are not to be dropped.
    """
    with np.errstate(invalid="ignore", over="ignore"):
        lengths = np.sqrt(np.einsum("nk,nk->n", part.quats, part.quats, dtype=np.float64))
        faults = {
            "a position that is not finite": ~np.isfinite(part.means).all(axis=1),
            "an orientation of length 0 or not finite": ~(np.isfinite(lengths) & (lengths > 1e-12)),
            "a scale that is infinite or no number": (np.isnan(part.log_scales) | (part.log_scales > 80.0)).any(axis=1),
            "an opacity that is no number": np.isnan(part.logits),
            "a colour that is not finite": ~np.isfinite(part.sh).all(axis=(1, 2)),
        }
    invalid = np.logical_or.reduce(list(faults.values()))
    if invalid.any():
        kinds = ", ".join(
            f"{int(mask.sum()):,} with {what} (first: row {int(mask.argmax()):,})"
            for what, mask in faults.items()
            if mask.any()
        )
        told = f"{int(invalid.sum()):,} of {len(part):,} Gaussians are invalid: {kinds}"
        if not options.drop_invalid:
            raise Refused(f"{told}; drop_invalid leaves them out")
        part.notes.append(f"{told}; they are left out")
        part, lengths = part.selected(~invalid), lengths[~invalid]
    part.quats = (part.quats / lengths[:, None]).astype(np.float32)
    flat = part.log_scales < LEAST_LOG_SCALE
    if flat.any():
        part.notes.append(f"{int(flat.any(axis=1).sum()):,} Gaussians have a scale of 0 (read as 1e-12)")
    part.log_scales = np.maximum(part.log_scales, np.float32(LEAST_LOG_SCALE))
    part.logits = np.clip(part.logits, np.float32(-LOGIT_LIMIT), np.float32(LOGIT_LIMIT))
    return part


def logits_of(opacities: npt.NDArray[Any]) -> FloatColumn:
    """Logits of opacities in [0, 1], limited by :data:`LOGIT_LIMIT`."""
    p = np.clip(opacities.astype(np.float64), 1e-6, 1.0 - 1e-6)
    return np.log(p / (1.0 - p)).astype(np.float32)


def logs_of(scales: npt.NDArray[Any]) -> FloatColumn:
    """Logarithms of scales; of 0 minus infinity, of negative ones no number."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(scales.astype(np.float64)).astype(np.float32)


def dc_of(rgb: npt.NDArray[Any]) -> FloatColumn:
    """Constant coefficient of colours in [0, 1]."""
    return ((rgb.astype(np.float64) - 0.5) / SH_C0).astype(np.float32)
