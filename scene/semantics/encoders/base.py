"""The protocols of encoders, and checks of inputs and outputs that all encoders share.

Vectors are float32 unit rows. Cosines are meaningful only between vectors of the same encoder. Its `name` identifies it with its
weights, and is stored in every answer and every saved field.
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
"""Largest side of a picture, in pixels. A longer one is a mistake, or would fill the memory."""


class EncoderError(ScenewrightError):
    """An encoder is not installed, cannot be loaded, or cannot encode its input. The message says what to do."""


@dataclass(frozen=True)
class Calibration:
    """A threshold for the cosine, fitted for one encoder.

    `threshold`: an object matches a text from this cosine on. `fitted_on`: description of the data that it was fitted on.
    """

    threshold: float
    fitted_on: str


@runtime_checkable
class TextEncoder(Protocol):
    """An encoder of texts.

    `name`: with the weights' tag. `dimension`: length of the vectors. `temperature`: factor of cosines before a softmax over texts,
    the exponential of CLIP's ``logit_scale``; reading it may load the weights. `calibrated`: None if no threshold was fitted for these
    weights; answers then have ``"calibrated": false``.
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
        """(N, dimension) unit rows, one per text.

        Raises:
            EncoderError: a text is empty or too long for the model, or the encoder cannot be loaded.
        """
        ...


@runtime_checkable
class PictureEncoder(TextEncoder, Protocol):
    """An encoder of texts and pictures to a common space."""

    def encode_pictures(self, pictures: Sequence[Picture], masks: Sequence[Mask] | None = None) -> Rows:
        """(N, dimension) unit rows, one per picture.

        Args:
            pictures: (H, W, 3) uint8 sRGB each, of any sizes.
            masks: (H, W) each, the part of the picture to encode. The rest is made black, and the picture is cropped to a square
                around the mask. None: the whole pictures.

        Raises:
            EncoderError: a picture has a wrong shape or type, a mask has another size than its picture, or a mask is empty.
        """
        ...

    def dense(self, picture: Picture) -> DenseMap:
        """A vector for each cell of a grid over the picture.

        Raises:
            EncoderError: as :meth:`encode_pictures`.
        """
        ...


def checked_texts(texts: Sequence[str]) -> list[str]:
    """The texts, stripped.

    Raises:
        EncoderError: `texts` is a single string, or a text is empty or not a string.
    """
    if isinstance(texts, str):
        raise EncoderError("texts are a list of texts, not one text")
    out = []
    for number, text in enumerate(texts):
        if not isinstance(text, str):
            raise EncoderError(f"text {number} is of type {type(text).__name__}: texts are strings")
        stripped = text.strip()
        if not stripped:
            raise EncoderError(f"text {number} is empty: say what to look for")
        out.append(stripped)
    return out


def too_long(name: str, text: str, tokens: int, limit: int) -> EncoderError:
    """The error for a text that exceeds a model's limit. It is refused, because an encoder would cut it without notice."""
    return EncoderError(
        f"the text '{text[:40]}...' has {tokens} tokens, and {name} reads {limit}: ask with fewer words, or in several questions"
    )


def checked_picture(picture: Picture, what: str = "the picture") -> Picture:
    """The picture as a contiguous array. `what` names it in messages.

    Raises:
        EncoderError: it is not a (H, W, 3) uint8 array, or has no pixels, or too many.
    """
    if not isinstance(picture, np.ndarray) or picture.dtype != np.uint8 or picture.ndim != 3 or picture.shape[2] != 3:
        actual = f"{picture.dtype} {picture.shape}" if isinstance(picture, np.ndarray) else type(picture).__name__
        raise EncoderError(f"{what} is {actual}: pictures are uint8 arrays (height, width, 3)")
    if 0 in picture.shape:
        raise EncoderError(f"{what} has no pixels: it is {picture.shape[1]}x{picture.shape[0]}")
    if max(picture.shape) > LARGEST_SIDE:
        raise EncoderError(
            f"{what} is {picture.shape[1]}x{picture.shape[0]}: make it smaller, a side has at most {LARGEST_SIDE} pixels"
        )
    return np.ascontiguousarray(picture)


def checked_masks(pictures: Sequence[Picture], masks: Sequence[Mask]) -> list[Mask]:
    """The masks of checked pictures, after a check.

    Raises:
        EncoderError: the number of masks is wrong, or a mask has another size than its picture, is not bool, or is empty.
    """
    if len(masks) != len(pictures):
        raise EncoderError(f"{len(masks)} masks for {len(pictures)} pictures: each picture needs one")
    for number, (picture, mask) in enumerate(zip(pictures, masks, strict=True)):
        if not isinstance(mask, np.ndarray) or mask.dtype != np.bool_:
            actual = mask.dtype if isinstance(mask, np.ndarray) else type(mask).__name__
            raise EncoderError(f"mask {number} is of {actual}: masks are arrays of bool")
        if mask.shape != picture.shape[:2]:
            raise EncoderError(
                f"mask {number} is {mask.shape}: its picture is {picture.shape[:2]}, they must be the same"
            )
        if not mask.any():
            raise EncoderError(f"mask {number} is empty: leave it out")
    return list(masks)


def unit_rows(rows: npt.NDArray[np.float32] | npt.NDArray[np.float64], name: str) -> Rows:
    """Rows normalised along the last axis. `name` is the encoder's, for messages.

    Raises:
        EncoderError: a value is not finite, or a row has length 0.
    """
    values = np.asarray(rows, dtype=np.float32)
    lengths = np.linalg.norm(values, axis=-1, keepdims=True)
    if not np.isfinite(lengths).all():
        raise EncoderError(f"{name} gave values that are no numbers: its weights are damaged, load them again")
    if not (lengths > 0).all():
        raise EncoderError(f"{name} gave a vector of length 0: its weights are damaged, load them again")
    out: Rows = values / lengths
    return out
