"""Films in GIF, by Pillow, a frame at a time.

A frame has 256 colors. Their table is made for one frame and kept as long as it fits the next ones nearly as well, since grain that
changes with the table would flicker. Of each frame only the part that differs from the one before is written.
"""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import GifImagePlugin, Image, ImageChops

from scenewright.app.films.film_look import FilmLook, Frames
from scenewright.scene import atomic

__all__ = ["write_gif"]

_COLORS = 255
"""One of the 256 is left for transparent pixels."""
_CLEAR = 255
_WORSE = 1.2
"""A table of colors is kept up to so many times its first error."""
_TOLERANCE = 0.3
"""Levels of error that are never worth another table."""
_EVERY = 2
"""Every so many pixels are looked at for the error."""

Picture = npt.NDArray[np.uint8]


def write_gif(file: Path, frames: Frames, look: FilmLook) -> None:
    """Encode frames, with alpha or without, into a file. Times are whole hundredths of a second, rounded so that their sum is right;
    a pixel is transparent where alpha is below one half."""
    ends = [round(100.0 * (k + 1) / look.fps) for k in range(look.count)]
    tables = _Tables()
    before: Image.Image | None = None
    with file.open("wb") as stream:
        _put(file, stream, _head(look))
        begin = 0
        for picture, end in zip(frames, ends, strict=False):
            shown, is_new = tables.reduced(picture)
            clear = picture.shape[2] == 4
            box = (0, 0, *look.size)
            if before is not None and not is_new and not clear:
                # the encoder writes nothing for no pixels: a frame that equals the one before has one
                box = ImageChops.difference(shown, before).getbbox() or (0, 0, 1, 1)
            _put(file, stream, _block(shown.crop(box), box[:2], 10 * (end - begin), clear=clear))
            before, begin = shown, end
        _put(file, stream, b";")


def _put(file: Path, stream: io.BufferedWriter, data: bytes) -> None:
    with atomic.writing(file):
        stream.write(data)


def _head(look: FilmLook) -> bytes:
    """The header of a GIF without a global table of colors, and the extension that says that it repeats."""
    size = b"".join(side.to_bytes(2, "little") for side in look.size)
    repeat = b"!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00" if look.repeats else b""
    return b"GIF89a" + size + b"\x70\x00\x00" + repeat


def _block(picture: Image.Image, at: tuple[int, int], milliseconds: int, *, clear: bool) -> bytes:
    """One frame with its own table of colors."""
    kept = {"disposal": 2, "transparency": _CLEAR} if clear else {"disposal": 1}
    return b"".join(GifImagePlugin.getdata(picture, at, duration=milliseconds, include_color_table=True, **kept))


class _Tables:
    """Tables of colors, each used as long as it fits."""

    def __init__(self) -> None:
        self._table: Image.Image | None = None
        self._error = 0.0

    def reduced(self, picture: Picture) -> tuple[Image.Image, bool]:
        """The picture in at most 255 colors, and whether their table is new."""
        plain = Image.fromarray(np.ascontiguousarray(picture[..., :3]))
        shown, is_new = self._with_table(plain), False
        if shown is None or self._miss(plain, shown) > _WORSE * self._error + _TOLERANCE:
            self._table = plain.quantize(_COLORS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
            shown, is_new = self._with_table(plain), True
            assert shown is not None
            self._error = self._miss(plain, shown)
        if picture.shape[2] == 4:
            index = np.array(shown)
            index[picture[..., 3] < 128] = _CLEAR
            cut = Image.fromarray(index, "P")
            cut.putpalette(shown.getpalette() or [])
            return cut, is_new
        return shown, is_new

    def _with_table(self, plain: Image.Image) -> Image.Image | None:
        if self._table is None:
            return None
        return plain.quantize(palette=self._table, dither=Image.Dither.FLOYDSTEINBERG)

    @staticmethod
    def _miss(plain: Image.Image, shown: Image.Image) -> float:
        """The mean error in levels, grain included: the more a table lacks colors, the coarser it is."""
        wanted, got = (np.asarray(p.convert("RGB"))[::_EVERY, ::_EVERY].astype(np.int16) for p in (plain, shown))
        return float(np.abs(wanted - got).mean())
