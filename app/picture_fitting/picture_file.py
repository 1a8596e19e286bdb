"""Reads the picture that a scene is made of or fitted to. Nobody vouches for it: a child decodes it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from scenewright.scene.jobs import Job
from scenewright.scene.pictures import (
    PHOTOGRAPH_FORMATS,
    DecodeRequest,
    PictureAnswer,
    PictureError,
    answers_of,
    picture_bytes,
    picture_format,
)

__all__ = ["LEAST_SIDE", "MOST_SIDE", "read_picture_file", "reduced"]

MOST_SIDE = 16_384
LEAST_SIDE = 32
"""Pixels of a side."""
_MOST_PIXELS = 8_192 * 8_192
_BACKGROUND = 255
"""Behind what is transparent."""


def read_picture_file(path: Path, *, job: Job | None = None) -> npt.NDArray[np.uint8]:
    """(H, W, 3) sRGB of a picture, upright.

    Raises:
        PictureError: there is no such file, it is no picture, damaged, or too large or too small.
        JobCancelled: the job was cancelled.
    """
    try:
        data = picture_bytes(path)
    except FileNotFoundError:
        raise PictureError(f"{path}: there is no such picture") from None
    except OSError as error:
        raise PictureError(f"{path}: the picture cannot be read: {error.strerror or error}") from None
    except PictureError as error:
        raise PictureError(f"{path}: the picture cannot be read: {error}") from None
    if not data:
        raise PictureError(f"{path}: the picture is empty")
    if picture_format(data[:64]) not in PHOTOGRAPH_FORMATS:
        raise PictureError(f"{path}: it is no picture that can be read (PNG, JPEG, WebP, TIFF, BMP or HEIC)")
    width, height = _answered(path, data, "facts", job).facts["size"]
    if max(width, height) > MOST_SIDE or min(width, height) < LEAST_SIDE:
        raise PictureError(
            f"{path}: the picture is {width}x{height}: each side must have {LEAST_SIDE} to {MOST_SIDE:,} pixels"
        )
    pixels = _answered(path, data, "photograph", job).pixels
    assert pixels is not None
    if pixels.shape[2] == 4:
        alpha = pixels[..., 3:].astype(np.float32) / 255.0
        return np.asarray(np.round(pixels[..., :3] * alpha + _BACKGROUND * (1.0 - alpha)), dtype=np.uint8)
    return np.asarray(pixels[..., :3])


def _answered(path: Path, data: bytes, want: Literal["facts", "photograph"], job: Job | None) -> PictureAnswer:
    request = DecodeRequest(data, want, PHOTOGRAPH_FORMATS, most_pixels=_MOST_PIXELS, upright=True)
    (answer,) = answers_of([request], job=job)
    if answer.error:
        raise PictureError(f"{path}: {re.sub('^it ', 'the picture ', answer.error)}")
    return answer


def reduced(picture: npt.NDArray[np.uint8], longest: int) -> npt.NDArray[np.uint8]:
    """A picture (H, W, 3) whose longer side has at most `longest` pixels."""
    from PIL import Image

    height, width = picture.shape[:2]
    factor = longest / max(height, width)
    if factor >= 1.0:
        return picture
    size = max(round(width * factor), 1), max(round(height * factor), 1)
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BOX), dtype=np.uint8)
