"""Pictures inside of mesh files: which are opened, and how large they may be together.

The libraries that read meshes open pictures by Pillow without naming formats. :func:`only_known_pictures` replaces Pillow's opener in
this process, which reads one file and ends; so it is the gate for all of them.
"""

from __future__ import annotations

import io
import signal
import time
from typing import Any

import numpy as np
import PIL.Image

from scenewright.scene.pictures.decoding import PictureRefused, eight_bits
from scenewright.scene.pictures.formats import FORMATS, START_BYTES, picture_format
from scenewright.scene.pictures.sharing import reductions

from .refusal import clean

__all__ = ["GATE", "PictureGate", "only_known_pictures"]

_EACH_PIXELS = 8192 * 8192
_ALL_PIXELS = 8192 * 8192
"""Of the pictures that are kept of one file, together."""
_OPENED_PIXELS = 8 * _ALL_PIXELS
"""Of all pictures that one file names, also those that are not kept, by their headers."""
_SECONDS = 5.0
"""Of the processor for all pictures of one file."""
_COMPUTED_PIXELS = 1536 * 1536
_LEAST_COMPUTED_PIXELS = 256 * 256
"""Of a picture that a library computes with in double precision when it opens a file. Of many, the later ones get fewer."""


class PictureGate:
    """Opens the pictures of one file. `problems`: what was wrong with them, for the user."""

    def __init__(self) -> None:
        self.problems: dict[str, None] = {}
        self.computed = False
        """Whether the library will compute with the pictures that it opens."""
        self.shut = False
        """Whether no picture is opened at all."""
        self._computed_left = 3 * _COMPUTED_PIXELS
        self._ends = time.process_time() + _SECONDS
        self._left = _OPENED_PIXELS
        self._open = PIL.Image.open

    def open(self, source: Any, *_: Any, **__: Any) -> PIL.Image.Image:
        """In place of ``PIL.Image.open``. Its callers go on without a picture that is refused."""
        if self.shut:
            raise PictureRefused("pictures are not looked at")
        try:
            return self._opened(source)
        except PictureRefused as error:
            self._note(error)
            raise
        except Exception as error:
            self._note(f"it is cut off or damaged ({error})")
            raise

    def _opened(self, source: Any) -> PIL.Image.Image:
        data = source.read() if hasattr(source, "read") else b""
        name = picture_format(bytes(data[:START_BYTES]))
        if name not in FORMATS:
            raise PictureRefused("it is of a format that is not read")
        PIL.Image.MAX_IMAGE_PIXELS = None  # its size is checked below
        picture = self._open(io.BytesIO(data), formats=(name,))
        pixels = picture.width * picture.height
        if not 0 < pixels <= min(_EACH_PIXELS, self._left):
            raise PictureRefused(f"it has {picture.width}x{picture.height} pixels, which are too many")
        self._left -= pixels
        if self.computed:
            share = max(min(_COMPUTED_PIXELS, self._computed_left // 2), _LEAST_COMPUTED_PIXELS)
            factor = reductions([pixels], share)[0]
            if factor > 1:
                self._reduced(picture)
            picture = self._small(picture, factor, None)
            self._computed_left -= picture.width * picture.height
        return picture

    def arrays(self, pictures: list[PIL.Image.Image]) -> list[np.ndarray | None]:
        """(H, W, 4) sRGB of each picture, reduced where all would be too large together; None for one that is damaged."""
        factors = reductions([p.width * p.height for p in pictures], _ALL_PIXELS)
        out: list[np.ndarray | None] = []
        for picture, factor in zip(pictures, factors, strict=True):
            try:
                out.append(np.ascontiguousarray(np.asarray(self._small(picture, factor, "RGBA"))))
                if factor > 1:
                    self._reduced(picture)
            except PictureRefused as error:
                self._note(error)
                out.append(None)
            except (OSError, ValueError, SyntaxError, IndexError, TypeError, KeyError) as error:
                self._note(f"it is cut off or damaged ({error})")
                out.append(None)
        return out

    def sound(self, picture: PIL.Image.Image | None) -> PIL.Image.Image | None:
        """The decoded picture; None where it is damaged."""
        if picture is None:
            return None
        pixels = self.arrays([picture])[0]
        return None if pixels is None else PIL.Image.fromarray(pixels)

    def _load(self, picture: PIL.Image.Image) -> None:
        """Decode a picture within the time that is left.

        Raises:
            PictureRefused: the time is over.
        """
        left = self._ends - time.process_time()
        if left <= 0.0:
            raise PictureRefused("the pictures before it took too long")
        if hasattr(signal, "setitimer"):  # Pillow decodes by blocks, between which the signal is served
            signal.signal(signal.SIGPROF, _too_late)
            signal.setitimer(signal.ITIMER_PROF, left)
        try:
            picture.load()
        finally:
            if hasattr(signal, "setitimer"):
                signal.setitimer(signal.ITIMER_PROF, 0.0)

    def _small(self, picture: PIL.Image.Image, factor: int, mode: str | None) -> PIL.Image.Image:
        self._load(picture)
        plain = eight_bits(picture)
        if factor > 1 and plain.mode in ("P", "PA", "1"):
            plain = plain.convert("RGBA")
        if factor > 1:
            plain = plain.reduce(factor)
        return plain if mode is None or plain.mode == mode else plain.convert(mode)

    def _reduced(self, picture: PIL.Image.Image) -> None:
        self._note(f"it is reduced from {picture.width}x{picture.height} pixels", drawn=True)

    def _note(self, reason: object, *, drawn: bool = False) -> None:
        end = "" if drawn else "; the plain colour is drawn"
        self.problems.setdefault(f"a picture in the file: {clean(reason)}{end}")


def _too_late(*_: object) -> None:
    raise PictureRefused("it is not decoded in time: make it smaller or simpler")


GATE = PictureGate()
"""The gate of this process."""


def only_known_pictures() -> None:
    """From here on, every library of this process opens pictures through the gate."""
    PIL.Image.open = GATE.open
