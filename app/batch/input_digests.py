"""What the files that a job reads contain, as hashes."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from scenewright.scene import atomic
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.folder.lock import HOLDER_FILE, LOCK_FILE
from scenewright.scene.folder.state import RENDERS

__all__ = ["InputDigests", "InputMissing"]

_MOST_READ = 256 << 20
"""Bytes of one file that are read. A larger one counts by its size and its first and last bytes."""
_CHUNK = 1 << 20
_CAPTURE_CACHE = frozenset({".scenewright-capture"})
_PASSED_OVER = frozenset({LOCK_FILE, HOLDER_FILE, RENDERS, "history", "journal.jsonl"})
"""In a scene folder: what a scene does not depend on, or what opening it leaves behind."""


class InputMissing(ScenewrightError):
    """A file or folder that a job reads is not there."""


class InputDigests:
    """Hashes of inputs. Each is read once, however many jobs read it."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, path: str) -> str:
        """The hash of a file, or of a folder with all that is in it; of a scene folder without its history and pictures.

        Raises:
            InputMissing: there is nothing, or it cannot be read.
        """
        if path not in self._known:
            try:
                self._known[path] = self._read(Path(path))
            except OSError as error:
                raise InputMissing(f"{path} cannot be read: {error.strerror or error}") from error
        return self._known[path]

    def _read(self, path: Path) -> str:
        status = path.stat()
        if stat.S_ISREG(status.st_mode):
            return _file_digest(path, status.st_size)
        if not stat.S_ISDIR(status.st_mode):
            raise InputMissing(f"{path} is neither a file nor a folder")
        digest = hashlib.sha256()
        passed_over = _PASSED_OVER if (path / "scene.toml").is_file() else _CAPTURE_CACHE
        for folder, folders, files in os.walk(path):
            folders[:] = sorted(name for name in folders if name not in passed_over)
            here = Path(folder)
            for name in sorted(files):
                file = here / name
                if atomic.is_temporary(name) or name in passed_over or not file.is_file():
                    continue
                digest.update(
                    f"{file.relative_to(path).as_posix()}\0{_file_digest(file, file.stat().st_size)}\0".encode()
                )
        return digest.hexdigest()


def _file_digest(path: Path, size: int) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        if size <= _MOST_READ:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        else:
            digest.update(f"{size}\0".encode() + file.read(_CHUNK))
            file.seek(-_CHUNK, os.SEEK_END)
            digest.update(file.read(_CHUNK))
    return digest.hexdigest()
