"""A plain color behind a scene, in place of sky or backdrop."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.app.requests import RequestError
from scenewright.scene.strict_types import shown_value

__all__ = ["background_color", "over_color"]

Picture = npt.NDArray[np.uint8]


def background_color(text: str) -> tuple[int, int, int]:
    """The sRGB color that a name such as ``white`` or a number such as ``#203040`` stands for, 0 to 255.

    Raises:
        RequestError: it is neither.
    """
    from scenewright.scene.language.vocabulary.colors import find_color

    named = find_color(text)
    if named is None:
        raise RequestError(
            f"background is stage, transparent, or a color such as white or #203040, not {shown_value(text)}",
            field="background",
        )
    red, green, blue = (round(255.0 * value) for value in named)
    return red, green, blue


def over_color(picture: Picture, color: tuple[int, int, int]) -> Picture:
    """(H, W, 3) a picture (H, W, 4) with alpha, not premultiplied, laid over a color."""
    share = picture[..., 3:].astype(np.float32) / 255.0
    return np.asarray(np.round(picture[..., :3] * share + np.array(color) * (1.0 - share)), dtype=np.uint8)
