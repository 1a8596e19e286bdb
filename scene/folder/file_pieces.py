"""Files of a scene folder, read in pieces, so that a large one does not fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_files import open_plain

__all__ = ["MAX_PIECES_BYTES", "file_pieces"]

_PIECE = 1 << 20


MAX_PIECES_BYTES = 2**30
"""Largest file that is stored in a scene folder, or checked there."""


def file_pieces(path: Path, what: str, *, root: Path | None = None) -> Iterator[bytes]:
    """The bytes of a file, at most 1 MiB at a time. `what` names the file in the message, such as "the picture".

    Raises:
        ProjectError: 'read': also where it is missing; else as :func:`scenewright.scene.plain_files.open_plain`, with the limit
            :data:`MAX_PIECES_BYTES`.
    """
    try:
        with open_plain(path, MAX_PIECES_BYTES, what, root=root) as file:
            while piece := file.read(_PIECE):
                yield piece
    except ProjectError as error:
        if error.kind != "missing":
            raise
        raise ProjectError(error.message, kind="read") from None
    except OSError as error:
        raise ProjectError(f"{what} cannot be read: {path}: {error.strerror or error}", kind="read") from error
