"""Files of a scene folder, read in pieces, so that a large one does not fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scenewright.scene.errors import ProjectError

__all__ = ["file_pieces"]

_PIECE = 1 << 20


def file_pieces(path: Path, what: str) -> Iterator[bytes]:
    """The bytes of a file, at most 1 MiB at a time. `what` names the file in the message, such as "the picture".

    Raises:
        ProjectError: 'read', the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece
    except OSError as error:
        raise ProjectError(f"{what} cannot be read: {path}: {error.strerror or error}", kind="read") from error
