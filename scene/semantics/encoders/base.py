"""What every encoder offers, and the checks that all of them make of what they are given and of what they give.

Vectors are float32 rows of length 1. A cosine between a text and a picture means something only if both rows come from one encoder:
`name` says which, the weights included, and travels with every answer and every saved field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, runtime_checkable

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.semantics.encoders.dense_map import DenseMap

__all__ = [
    "Calibration",
    "EncoderError",
    "Mask",
    "Picture",
    "PictureEncoder",
    "Rows",
    "TextEncoder",
    "checked_masks",
    "checked_picture",
    "checked_texts",
    "too_long",
    "unit_rows",
]

Rows: TypeAlias = npt.NDArray[np.float32]
Picture: TypeAlias = npt.NDArray[np.uint8]
Mask: TypeAlias = npt.NDArray[np.bool_]

LARGEST_SIDE = 16_384
"""Pixels. What is longer is a mistake, or would fill the memory."""


class EncoderError(ScenewrightError):
    """An encoder is not installed, cannot be loaded, or cannot encode what it is given; the message says what to do."""


@dataclass(frozen=True)
class Calibration:
    """A bound on the cosine that was fitted for one encoder, by its name.

    `threshold`: cosine at and above which a thing is taken for what a text means. `fitted_on`: the set it was fitted on, in words.
    """

    threshold: float
    fitted_on: str


@runtime_checkable
class TextEncoder(Protocol):
    """Words to vectors.

    `name`: with the weights' tag. `dimension`: numbers a vector. `temperature`: what cosines are multiplied by before a softmax over
    texts, the exponential of CLIP's ``logit_scale``; reading it may load the weights. `calibrated`: None where nothing was
    fitted on these weights: answers then say ``"calibrated": false``.
    """

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    @property
    def temperature(self) -> float: ...

    @property
    def calibrated(self) -> Calibration | None: ...

    def encode(self, texts: Sequence[str]) -> Rows:
        """(N, dimension) rows of length 1, one a text.

        Raises:
            EncoderError: an empty text, one longer than the model takes, or the encoder cannot be loaded.
        """
        ...


@runtime_checkable
class PictureEncoder(TextEncoder, Protocol):
    """Words and pictures to vectors of one space."""

    def encode_pictures(self, pictures: Sequence[Picture], masks: Sequence[Mask] | None = None) -> Rows:
        """(N, dimension) rows of length 1, one a picture.

        Args:
            pictures: (H, W, 3) uint8 sRGB each, of any sizes.
            masks: (H, W) each: what of the picture is meant. The rest is made black, and the picture is cut to a square about
                the mask.

        Raises:
            EncoderError: a picture of another shape or type, a mask of another size than its picture, or an empty one.
        """
        ...

    def dense(self, picture: Picture) -> DenseMap:
        """A vector for every cell of a grid over the picture.

        Raises:
            EncoderError: as :meth:`encode_pictures`.
        """
        ...


def checked_texts(texts: Sequence[str]) -> list[str]:
    """The texts without spaces at their ends.

    Raises:
        EncoderError: one string in place of a list, or a text that says nothing.
    """
    if isinstance(texts, str):
        raise EncoderError("texts are a list of texts, not one text")
    out = []
    for number, text in enumerate(texts):
        if not isinstance(text, str):
            raise EncoderError(f"text {number} is of type {type(text).__name__}: texts are strings")
        kept = text.strip()
        if not kept:
            raise EncoderError(f"text {number} is empty: say what to look for")
        out.append(kept)
    return out


def too_long(name: str, text: str, tokens: int, limit: int) -> EncoderError:
    """Cut texts would be answered as if they were whole, so they are refused."""
    return EncoderError(
        f"the text '{text[:40]}...' has {tokens} tokens, and {name} reads {limit}: ask with fewer words, or in several questions"
    )


def checked_picture(picture: Picture, what: str = "the picture") -> Picture:
    """The picture, in one piece of memory.

    Raises:
        EncoderError: it is no (H, W, 3) uint8 array, or has no pixels, or too many.
    """
    if not isinstance(picture, np.ndarray) or picture.dtype != np.uint8 or picture.ndim != 3 or picture.shape[2] != 3:
        found = f"{picture.dtype} {picture.shape}" if isinstance(picture, np.ndarray) else type(picture).__name__
        raise EncoderError(f"{what} is {found}: pictures are uint8 arrays (height, width, 3)")
    if 0 in picture.shape:
        raise EncoderError(f"{what} has no pixels: it is {picture.shape[1]}x{picture.shape[0]}")
    if max(picture.shape) > LARGEST_SIDE:
        raise EncoderError(
            f"{what} is {picture.shape[1]}x{picture.shape[0]}: make it smaller, a side has at most {LARGEST_SIDE} pixels"
        )
    return np.ascontiguousarray(picture)


def checked_masks(pictures: Sequence[Picture], masks: Sequence[Mask]) -> list[Mask]:
    """The masks of checked pictures.

    Raises:
        EncoderError: more or fewer masks than pictures, one of another size, of numbers that are no truth values, or empty.
    """
    if len(masks) != len(pictures):
        raise EncoderError(f"{len(masks)} masks for {len(pictures)} pictures: each picture needs one")
    for number, (picture, mask) in enumerate(zip(pictures, masks, strict=True)):
        if not isinstance(mask, np.ndarray) or mask.dtype != np.bool_:
            found = mask.dtype if isinstance(mask, np.ndarray) else type(mask).__name__
            raise EncoderError(f"mask {number} is of {found}: masks are arrays of bool")
        if mask.shape != picture.shape[:2]:
            raise EncoderError(
                f"mask {number} is {mask.shape}: its picture is {picture.shape[:2]}, they must be the same"
            )
        if not mask.any():
            raise EncoderError(f"mask {number} is empty: leave it out")
    return list(masks)


def unit_rows(rows: npt.NDArray[np.float32] | npt.NDArray[np.float64], name: str) -> Rows:
    """Rows along the last axis, of length 1.

    Raises:
        EncoderError: a value is not a number, or a row has no length.
    """
    values = np.asarray(rows, dtype=np.float32)
    lengths = np.linalg.norm(values, axis=-1, keepdims=True)
    if not np.isfinite(lengths).all():
        raise EncoderError(f"{name} gave values that are no numbers: its weights are damaged, load them anew")
    if not (lengths > 0).all():
        raise EncoderError(f"{name} gave a vector of length 0: its weights are damaged, load them anew")
    out: Rows = values / lengths
    return out
