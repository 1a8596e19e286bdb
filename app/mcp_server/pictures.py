"""Pictures as MCP sends them: encoded so that their text in base64 stays below a limit, whatever the renderer wrote."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["MOST_PICTURE", "PictureBlock", "picture_block"]

MOST_PICTURE = 900_000
"""Characters of a picture in base64, which is what crosses."""

_QUALITIES = (88, 80, 70, 55)
_SMALLER = 0.75
_LEAST_SIDE = 64


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """`data`: the file in base64. `width`, `height`: in pixels, after it was made smaller."""

    data: str
    mime: str
    width: int
    height: int


def picture_block(file: Path, *, flat: bool = False, most: int = MOST_PICTURE, job: Job | None = None) -> PictureBlock:
    """A picture file that a worker drew, for a client. It is decoded in the child that reads pictures: workers are not trusted.

    Args:
        flat: it is a drawing of few colours, which PNG keeps sharp.
        most: characters of its base64.

    Raises:
        PictureError: the file is no picture.
    """
    from PIL import Image

    from scenewright.scene.pictures import load_picture

    pixels = load_picture(file.parent, file.name, job=job)
    picture = Image.fromarray(pixels)
    if picture.mode == "RGBA":  # what is not covered is shown on white
        ground = Image.new("RGBA", picture.size, (255, 255, 255, 255))
        picture = Image.alpha_composite(ground, picture).convert("RGB")
    while True:
        if flat and (found := _fitting(_png(picture), "image/png", picture, most)) is not None:
            return found
        for quality in _QUALITIES:
            found = _fitting(_jpeg(picture, quality), "image/jpeg", picture, most)
            if found is not None:
                return found
        width, height = (max(int(side * _SMALLER), _LEAST_SIDE) for side in picture.size)
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)


def _fitting(data: bytes, mime: str, picture: Image, most: int) -> PictureBlock | None:
    text = base64.b64encode(data).decode("ascii")
    return PictureBlock(text, mime, picture.width, picture.height) if len(text) < most else None


def _png(picture: Image) -> bytes:
    from PIL.Image import Dither, Quantize

    out = io.BytesIO()
    picture.quantize(128, method=Quantize.FASTOCTREE, dither=Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _jpeg(picture: Image, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
