"""Opening the file of a picture. What is no regular file, or too large, is refused before anything of it is read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from scenewright.scene.limits import TEXTURE_BYTES, WORDS_CHARACTERS
from scenewright.scene.pictures.errors import PictureError
from scenewright.scene.plain_files import PLAIN_FLAGS
from scenewright.scene.printing import printable

__all__ = ["PHOTOGRAPH_BYTES", "file_inside", "picture_bytes", "shown"]

PHOTOGRAPH_BYTES = 512 << 20
"""Of the file of one photograph: a TIFF of 16 bits is large."""


def shown(name: str) -> str:
    """A picture's name as messages show it."""
    return printable(name if len(name) <= 80 else f"{name[:60]}...{name[-16:]}")


def file_inside(root: Path, name: str) -> Path:
    """The file `name` of the folder `root`, with links resolved.

    Raises:
        PictureError: the name is too long or no name of a file, or it leads out of the folder, into a loop of links, or nowhere.
    """
    if len(name) > WORDS_CHARACTERS:
        raise PictureError(
            f"the picture '{shown(name)}' has a name of {len(name):,} characters; at most {WORDS_CHARACTERS} are read: rename it"
        )
    try:
        base = root.resolve()
        path = (base / name).resolve()
        inside = path.is_relative_to(base)
        exists = path.is_file() or path.exists()
    except RuntimeError:  # Python 3.11 and 3.12 raise it for a loop
        raise PictureError(
            f"the picture '{shown(name)}' is a link that leads to itself: replace it by a file"
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise PictureError(f"'{shown(name)}' is no name of a picture ({printable(str(reason))})") from None
    if not inside:
        raise PictureError(f"the picture '{shown(name)}' lies outside the scene folder: copy it into the folder")
    if not exists:
        raise PictureError(f"there is no picture '{shown(name)}' in the scene folder")
    return path


def picture_bytes(path: Path, *, most: int = TEXTURE_BYTES) -> bytes:
    """The content of a file of at most `most` bytes.

    Raises:
        OSError: it cannot be opened or read.
        PictureError: it is no regular file or too large. The message does not name the file.
    """
    number = os.open(path, PLAIN_FLAGS)
    with open(number, "rb", buffering=0) as file:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode):
            raise PictureError("it is no regular file")
        if status.st_size > most:
            raise PictureError(f"it has {status.st_size:,} bytes; at most {most:,} are read: make it smaller")
        parts: list[bytes] = []
        left = status.st_size
        while left and (part := file.read(left)):
            parts.append(part)
            left -= len(part)
    return b"".join(parts)
