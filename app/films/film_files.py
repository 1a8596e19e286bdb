"""The files that films are written into: which there are, what each can hold, and writing one whole or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from scenewright.app.films.film_look import FilmLook, Frames
from scenewright.app.picture_places import refuse_picture
from scenewright.app.requests import RequestError
from scenewright.scene import atomic

__all__ = [
    "FilmFormat",
    "FilmLook",
    "Frames",
    "film_endings",
    "find_format",
    "refuse_film_place",
    "refuse_unfit_film",
    "write_film",
]


@dataclass(frozen=True, slots=True)
class FilmFormat:
    """A kind of file.

    Attributes:
        name: for people.
        is_video: FFmpeg writes it, and both sides of a picture must be even (4:2:0: two pixels share a color).
        most_fps: most frames a second that players show.
        holds_alpha: whether it can be transparent.
    """

    name: str
    is_video: bool
    most_fps: float
    holds_alpha: bool


FORMATS = {
    ".mp4": FilmFormat("H.264", True, 120.0, False),
    ".webm": FilmFormat("VP9", True, 120.0, False),
    ".gif": FilmFormat("GIF", False, 50.0, True),
    ".webp": FilmFormat("WebP", False, 120.0, True),
}
"""By their endings."""


def film_endings() -> list[str]:
    """The endings of the files that films are written into, with their dots."""
    return list(FORMATS)


def find_format(out: Path) -> FilmFormat:
    """The format of a file, by its ending.

    Raises:
        RequestError: films are not written into such files.
    """
    found = FORMATS.get(out.suffix.lower())
    if found is None:
        raise RequestError(
            f"out is a film: give it a name that ends with {', '.join(FORMATS)}, not {out.name!r}", field="out"
        )
    return found


def refuse_unfit_film(out: Path, *, width: int, height: int, fps: float, transparent: bool) -> None:
    """Look whether a file can hold what is asked for, before anything is opened.

    Raises:
        RequestError: its ending is unknown, or it cannot hold such frames.
    """
    kind = find_format(out)
    for field, size in (("width", width), ("height", height)):
        if kind.is_video and size % 2:
            raise RequestError(
                f"{field} is {size}: {kind.name} shares a color between two pixels, so give an even number: {size - 1} or {size + 1}",
                field=field,
            )
    if fps > kind.most_fps:
        raise RequestError(
            f"fps is {fps:g}: players show a {kind.name} with at most {kind.most_fps:g} frames a second", field="fps"
        )
    if transparent and not kind.holds_alpha:
        raise RequestError(
            f"background: a film in {kind.name} cannot be transparent: write a .webp or .gif, or choose a color",
            field="background",
            also=("out",),
        )


def refuse_film_place(out: Path) -> None:
    """Look whether the file could be written, and whether its encoder is here.

    Raises:
        RequestError: its folder does not exist, it is a folder, or the encoder is not installed.
        ProjectError: the system refuses to write it.
    """
    if find_format(out).is_video and find_spec("imageio_ffmpeg") is None:
        raise RequestError(
            f"{out.suffix.lower()} needs imageio-ffmpeg: pip install 'scenewright[film]', or write a .webp or .gif",
            field="out",
        )
    refuse_picture(out, "out", tuple(FORMATS))


def write_film(out: Path, frames: Frames, look: FilmLook) -> int:
    """Encode frames into a file, which is replaced when the last is in it. Returns its bytes.

    What ends the frames early, such as a cancelled job, leaves nothing behind, and a file that was there as it was.

    Raises:
        RenderError: the encoder failed.
        ProjectError: the system refuses to write the file.
    """
    encode = _encoder(out)
    temporary = out.with_name(f".{out.name}.{secrets.token_hex(4)}.tmp")
    written = atomic.Staged(temporary, "", 0, durable=False)
    try:
        encode(temporary, frames, look)
        size = temporary.stat().st_size
        written.publish(out)
    except atomic.CannotWrite as error:
        raise atomic.refusal_of(error) from error
    finally:
        with suppress(OSError):
            written.discard()
    return size


def _encoder(out: Path) -> Callable[[Path, Frames, FilmLook], None]:
    ending = out.suffix.lower()
    if ending == ".gif":
        from scenewright.app.films.gif_files import write_gif

        return write_gif
    if ending == ".webp":
        from scenewright.app.films.webp_files import write_webp

        return write_webp
    from scenewright.app.films.video_files import VIDEO_CODECS, write_video

    codec = VIDEO_CODECS[ending]
    return lambda file, frames, look: write_video(file, frames, look, codec)
