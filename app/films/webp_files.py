"""Films in animated WebP, by Pillow, whose encoder takes a picture at a time and holds only what is encoded.

Equal frames in a row become one frame that is shown longer.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PIL import Image

from scenewright.app.films.film_look import FilmLook, Frames
from scenewright.scene import atomic

__all__ = ["write_webp"]

_QUALITY = 82
_EFFORT = 2
"""Of 0 to 6: more is slower, and makes files that are a little smaller."""


def write_webp(file: Path, frames: Frames, look: FilmLook) -> None:
    """Encode frames, with alpha or without, into a file. Times are whole milliseconds, rounded so that their sum is right."""
    ends = [round(1000.0 * (k + 1) / look.fps) for k in range(look.count)]
    durations = [end - begin for begin, end in zip([0, *ends], ends, strict=False)]
    first = next(frames)
    film = _Drawn(Image.fromarray(first), frames, look.count)
    with atomic.writing(file), file.open("wb") as stream:
        film.save(
            stream, "WEBP", save_all=True, duration=durations, loop=0 if look.repeats else 1, quality=_QUALITY,
            method=_EFFORT, alpha_quality=100,
        )  # fmt: skip


class _Drawn(Image.Image):
    """A picture whose frames are drawn when Pillow goes to them, which it does once, in their order."""

    def __init__(self, first: Image.Image, frames: Frames, count: int) -> None:
        super().__init__()
        self._frames = frames
        self._at = 0
        self.n_frames = count
        self.is_animated = True
        self._show(first)

    def _show(self, picture: Image.Image) -> None:
        self._mode, self._size, self.im = picture.mode, picture.size, picture.im

    def seek(self, frame: int) -> None:
        if frame == self._at + 1:
            self._at = frame
            self._show(Image.fromarray(next(self._frames)))

    def tell(self) -> int:
        return self._at

    def load(self) -> Any:
        return Image.Image.load(self)
