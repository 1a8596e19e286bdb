"""Unpacks an uploaded archive. A child that can reach nothing else reads it into one long file, which is cut up here."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from scenewright.app.studio.upload_types import UploadRefused, new_file, relative_path
from scenewright.scene.children.parser.host import answer_of, written_file
from scenewright.scene.jobs import Job

__all__ = ["unpacked"]

_WORKER = Path(__file__).with_name("unpack_worker.py")
_SECONDS = 300.0
_PIECE = 1 << 20
_CHUNK = "unpacked.bin"


def unpacked(archive: Path, target: Path, *, most_bytes: int, most_files: int, job: Job | None = None) -> None:
    """Write the files of a zip archive below the folder `target`. Hidden files, and what systems put beside others, are left out.

    Raises:
        UploadRefused: it is no archive, is damaged or encrypted, or would become too large.
        JobCancelled: the job was cancelled.
    """
    with tempfile.TemporaryDirectory(prefix="unpack-", dir=archive.parent) as scratch:
        folder = Path(scratch)
        arguments = [str(archive), str(folder / _CHUNK), str(most_bytes), str(most_files)]
        answer = answer_of(
            _WORKER, arguments, about="the archive", folder=folder, seconds=_SECONDS, error=UploadRefused,
            most_written=most_bytes + (1 << 20), job=job,
        )  # fmt: skip
        listed = _listed(answer, most_files)
        chunk = written_file(folder / _CHUNK, most=most_bytes, about="the archive", error=UploadRefused)
        with chunk.open("rb") as stream:
            for name, size in listed:
                with new_file(target / relative_path(name), name) as out:
                    _copy(stream, out, size)


def _listed(answer: dict[str, Any], most: int) -> list[tuple[str, int]]:
    rows = answer.get("files")
    if not isinstance(rows, list) or not 0 < len(rows) <= most:
        raise UploadRefused("the archive holds no files that can be used")
    out = []
    for row in rows:
        if not (isinstance(row, list) and len(row) == 2 and isinstance(row[0], str) and type(row[1]) is int):
            raise UploadRefused("the process that reads the archive answered with something else")
        out.append((row[0], row[1]))
    return out


def _copy(source: Any, out: Any, size: int) -> None:
    while size > 0:
        data = source.read(min(size, _PIECE))
        if not data:
            raise UploadRefused("the process that reads the archive wrote less than it said")
        out.write(data)
        size -= len(data)
