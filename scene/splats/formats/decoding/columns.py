"""The output of every reader: Gaussians as numpy columns, and the checks that are common to all formats."""

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
"""Number of spherical harmonics per channel, including the constant one, for each supported degree."""
MAX_GAUSSIANS = 50_000_000
_MANY = 1_000_000
LOGIT_LIMIT = 13.815509557963774
"""Logit of 1 - 1e-6, the limit for logits, because opacities of 0 and 1 have no finite logit."""
LEAST_LOG_SCALE = -27.631021115928547
"""Logarithm of 1e-12, which replaces a scale of 0."""


class Refused(Exception):
    """The file is invalid. The message names the field and the problem."""


def clean(text: object, limit: int = 80) -> str:
    """Untrusted text on one line, shortened and without control characters."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", str(text))[:limit]


@dataclass(frozen=True)
class Options:
    """`drop_invalid`: leave out Gaussians that cannot be drawn, instead of refusing the file."""

    drop_invalid: bool = False


@dataclass
class GaussianPart:
    """N Gaussians of a file, float32, in the axes of a PLY file (x right, y down, z front, as trained).

    `means` (N, 3); `quats` (N, 4) wxyz; `log_scales` (N, 3); `logits` (N,) of opacity; `sh` (N, K, 3); `entity_ids` (N,) int32 or
    None. `matrix`: (4, 4) transform to the file's world, or None. `notes`: what the reader changed or left out. `details`: facts for
    people, such as the format's version. `beside`: size in bytes of other files that were read.
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
        """The Gaussians at a mask, or at indices in their order."""
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
    """`count`, if it is valid. `field_name` is for the message.

    Raises:
        Refused: it is negative or more than :data:`MAX_GAUSSIANS`.
    """
    if not 0 <= count <= MAX_GAUSSIANS:
        raise Refused(f"{field_name} says {count:,} Gaussians; at most {MAX_GAUSSIANS:,} are read")
    return count


def not_inflated(count: int, size: int, what: str) -> None:
    """Refuse files that unpack to far more than their size. Real files take at least ten bytes per Gaussian.

    Raises:
        Refused: more than a million Gaussians, and less than a quarter of a byte for each.
    """
    if count > _MANY and 4 * size < count:
        raise Refused(
            f"{what} has {size:,} bytes for {count:,} Gaussians: it would unpack to thousands of times its size"
        )


def checked(part: GaussianPart, options: Options) -> GaussianPart:
    """The part with unit quaternions and finite opacities and scales.

    A scale of 0 becomes 1e-12, with a note. Opacities of 0 and 1 are changed by 1e-6.

    Raises:
        Refused: a Gaussian has a position, colour, scale or opacity that is not a number, or an orientation of length 0, and
            `options` do not drop such Gaussians.
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
            f"{int(mask.sum()):,} with {fault} (first: row {int(mask.argmax()):,})"
            for fault, mask in faults.items()
            if mask.any()
        )
        summary = f"{int(invalid.sum()):,} of {len(part):,} Gaussians are invalid: {kinds}"
        if not options.drop_invalid:
            raise Refused(f"{summary}; drop_invalid leaves them out")
        part.notes.append(f"{summary}; they are left out")
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
    """Logarithms of scales: minus infinity for 0, NaN for negative ones."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(scales.astype(np.float64)).astype(np.float32)


def dc_of(rgb: npt.NDArray[Any]) -> FloatColumn:
    """The constant spherical harmonic's coefficient for colours in [0, 1]."""
    return ((rgb.astype(np.float64) - 0.5) / SH_C0).astype(np.float32)
