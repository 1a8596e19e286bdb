"""Files and folders as bytes, for machines that share no file system."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

__all__ = ["pack", "unpack"]


def pack(path: Path) -> bytes:
    """A file, or a folder with all regular files below it, as an uncompressed tar. It begins with the path's own name."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.add(path, arcname=path.name or "root", filter=_only_files)
    return out.getvalue()


def unpack(data: bytes, folder: Path) -> Path:
    """Write what :func:`pack` packed into an existing folder; returns the path of the file or folder there.

    Raises:
        OSError: it cannot be written.
        tarfile.TarError: it is no such archive, or would write outside of the folder.
    """
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
        names = archive.getnames()
        archive.extractall(folder, filter="data")
    return folder / names[0].split("/")[0]


def _only_files(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
    return entry if entry.isfile() or entry.isdir() else None
