"""Pictures as notebooks show them: one JPEG, small enough to be kept in a notebook."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence

import numpy as np

from scenewright.scene.model import Array

__all__ = ["MOST_SHOWN", "inline_jpeg"]

MOST_SHOWN = 9
"""Pictures of one JPEG; of more, the first are shown."""
_WIDTH = 720
"""Pixels of the JPEG: of one picture, or of all columns together."""
_GAP = 4
_PAPER = (255, 255, 255)


def inline_jpeg(pictures: Sequence[Array[np.uint8]]) -> bytes | None:
    """The pictures side by side, reduced to the width of a notebook, as a JPEG; None for no picture.

    Args:
        pictures: each (H, W), (H, W, 3) or (H, W, 4) uint8, sRGB; alpha is laid over white.
    """
    from PIL import Image

    shown = [Image.fromarray(picture) for picture in pictures[:MOST_SHOWN]]
    if not shown:
        return None
    columns = math.ceil(math.sqrt(len(shown)))
    width = (_WIDTH - _GAP * (columns - 1)) // columns
    for picture in shown:
        picture.thumbnail((width, 4 * width))
    wide, high = (max(size) for size in zip(*(picture.size for picture in shown), strict=True))
    rows = math.ceil(len(shown) / columns)
    sheet = Image.new("RGB", (columns * (wide + _GAP) - _GAP, rows * (high + _GAP) - _GAP), _PAPER)
    for number, picture in enumerate(shown):
        row, column = divmod(number, columns)
        layer = picture.convert("RGBA")
        sheet.paste(layer, (column * (wide + _GAP), row * (high + _GAP)), layer)
    stream = io.BytesIO()
    sheet.save(stream, "JPEG", quality=88)
    return stream.getvalue()
