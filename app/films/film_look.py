"""What encoders take: the frames of a film, one after the other, and what there is to know of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["FilmLook", "Frames"]

Frames = Iterator[npt.NDArray[np.uint8]]
"""The pictures of a film in their order, each (H, W, 3) or (H, W, 4) sRGB, with alpha not premultiplied. Each is drawn when it is
asked for."""


@dataclass(frozen=True, slots=True)
class FilmLook:
    """What an encoder is told of a film. `size`: width and height in pixels. `repeats`: whether a player begins again at its end, where a
    file can say so."""

    size: tuple[int, int]
    fps: float
    count: int
    repeats: bool
