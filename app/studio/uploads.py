"""The uploads of one owner. What a browser says a file is called is kept as text; where it lies is decided here."""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import TypeAdapter, ValidationError

from scenewright.app.studio.upload_types import UploadRefused, checked_file, new_file, relative_path
from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import names_in, read_plain

__all__ = ["NO_ROOM", "Upload", "UploadKind", "UploadStore", "UploadWriter"]

UploadKind = Literal["scene", "capture", "splat", "picture", "asset"]
UPLOAD_KINDS: tuple[str, ...] = get_args(UploadKind)

NO_ROOM = "all visitors together have used up the room of this server: try again later, when others have left, or run a studio of your own"
"""What a visitor is told whose upload or job has no room left."""

_ID = re.compile(r"[0-9a-f]{24}\Z")
_STAGED = ".new-"
_STALE_SECONDS = 6 * 3600.0
_MOST_BYTES = 64 << 10
_MOST_UPLOADS = 5_000
_MOST_NAME = 120
_MOST_PICTURE = 64 << 20
"""Bytes of one picture."""


@dataclass(frozen=True, slots=True)
class _Facts:
    kind: UploadKind
    name: str
    content: str
    bytes: int
    files: int
    at: float


_READER = TypeAdapter(_Facts)


@dataclass(frozen=True, slots=True)
class Upload:
    """`name`: as the browser said it, for people. `content`: the file, or the folder with the files. `at`: seconds since 1970."""

    id: str
    kind: UploadKind
    name: str
    folder: Path
    content: Path
    bytes: int
    files: int
    at: float

    def to_json(self) -> dict[str, Any]:
        """As pages see it."""
        return {name: getattr(self, name) for name in ("id", "kind", "name", "bytes", "files", "at")}


class UploadStore:
    """The uploads in one folder."""

    def __init__(
        self,
        folder: Path,
        *,
        most_bytes: int,
        most_files: int,
        disk_bytes: int,
        home: Path,
        room: Callable[[], int | None] = lambda: None,
    ) -> None:
        """
        Args:
            most_bytes, most_files: of one upload.
            disk_bytes: of all files below `home`.
            room: bytes that are left for several owners together; None: there is no such bound.
        """
        self.room = room
        self.folder = folder
        self.most_bytes, self.most_files = most_bytes, most_files
        self._disk_bytes, self._home = disk_bytes, home

    def begin(self, kind: UploadKind) -> UploadWriter:
        """Take in a new upload.

        Raises:
            UploadRefused: the owner has no room left.
        """
        left = self._disk_bytes - used_bytes(self._home)
        if left <= 0:
            raise UploadRefused(
                "there is no room left for your files here: delete old uploads or jobs", kind="too-large"
            )
        together = self.room()
        if together == 0:
            raise UploadRefused(NO_ROOM, kind="too-large")
        left = left if together is None else min(left, together)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._forget_staged()
        most = min(self.most_bytes, _MOST_PICTURE) if kind == "picture" else self.most_bytes
        return UploadWriter(self, kind, min(most, left))

    def find(self, upload: str) -> Upload:
        """
        Raises:
            ProjectError: 'missing': the owner has no such upload.
        """
        missing = ProjectError("this upload is not there any more: upload it again", kind="missing")
        if not _ID.match(upload):
            raise missing
        folder = self.folder / upload
        try:
            values = parse_json(read_plain(folder / "upload.json", _MOST_BYTES, "the upload", root=folder))
            facts = _READER.validate_python(values)
        except (ProjectError, ValueError, ValidationError):
            raise missing from None
        return Upload(
            upload, facts.kind, facts.name, folder, folder / facts.content, facts.bytes, facts.files, facts.at
        )

    def list(self) -> list[Upload]:
        """All uploads, newest first."""
        found = []
        for name in names_in(self.folder, "the uploads", most=_MOST_UPLOADS):
            with suppress(ProjectError):
                found.append(self.find(name))
        return sorted(found, key=lambda one: one.at, reverse=True)

    def delete(self, upload: str) -> None:
        """
        Raises:
            ProjectError: 'missing': the owner has no such upload.
        """
        shutil.rmtree(self.find(upload).folder, ignore_errors=True)

    def _forget_staged(self) -> None:
        """Delete what a server that was killed left of uploads."""
        for name in names_in(self.folder, "the uploads", most=_MOST_UPLOADS):
            folder = self.folder / name
            if name.startswith(_STAGED):
                with suppress(OSError):
                    if time.time() - folder.stat().st_mtime > _STALE_SECONDS:
                        shutil.rmtree(folder, ignore_errors=True)


class UploadWriter:
    """Writes the files of one upload as they come. Nothing of it is left unless :meth:`finish` is called."""

    def __init__(self, store: UploadStore, kind: UploadKind, most: int) -> None:
        self._store, self.kind, self._most = store, kind, most
        self._id = secrets.token_hex(12)
        self._staged = store.folder / f"{_STAGED}{self._id}"
        self._content = self._staged / "content"
        self._content.mkdir(parents=True)
        self._open: Any = None
        self._names: list[str] = []
        self._taken: set[Path] = set()
        self.bytes = 0

    # -- files as they come -------------------------------------------------------------------------------------------

    def begin_file(self, name: str) -> None:
        """A file begins. `name`: as the browser says it, with folders where a folder is uploaded.

        Raises:
            UploadRefused: the name is no plain relative one, is there already, or there are too many files.
        """
        self.end_file()
        if len(self._names) >= self._store.most_files:
            raise UploadRefused(f"an upload may hold {self._store.most_files:,} files, not more", kind="too-large")
        self._names.append(name[:_MOST_NAME])
        path = self._content / relative_path(name)
        self._open = new_file(path, name)
        self._taken.add(path)

    def write(self, data: bytes) -> None:
        """
        Raises:
            UploadRefused: the upload is too large.
        """
        self.bytes += len(data)
        if self.bytes > self._most:
            raise UploadRefused(f"an upload may take {self._most:,} bytes here, not more", kind="too-large")
        self._open.write(data)

    def end_file(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    # -- the end ------------------------------------------------------------------------------------------------------

    def finish(self) -> Upload:
        """Look at the files, unpack an archive, and keep the upload.

        Raises:
            UploadRefused: a file is not what its name says, or is of no use here.
        """
        self.end_file()
        if not self._names:
            raise UploadRefused("there is no file in this upload")
        content = self._looked_at()
        files = [f for f in content.rglob("*") if f.is_file()] if content.is_dir() else [content]
        total = sum(f.stat().st_size for f in files)
        first = self._names[0].replace("\\", "/")
        name = first.partition("/")[0] if "/" in first else first
        facts = _Facts(self.kind, name, str(content.relative_to(self._staged)), total, len(files), time.time())
        atomic.write(self._staged / "upload.json", json.dumps(asdict(facts)).encode(), durable=False)
        # others may have used up the room while this came
        if self._store.room() == 0:
            raise UploadRefused(NO_ROOM, kind="too-large")
        self._staged.rename(self._store.folder / self._id)
        return self._store.find(self._id)

    def discard(self) -> None:
        """Leave nothing behind."""
        with suppress(OSError):
            self.end_file()
        shutil.rmtree(self._staged, ignore_errors=True)

    def _looked_at(self) -> Path:
        """The file or the folder that is the content, after a look at each file."""
        files = sorted(self._taken)
        if len(files) == 1 and files[0].suffix.lower() == ".zip" and self.kind in ("scene", "capture", "asset"):
            from scenewright.app.studio.unpacking import unpacked

            archive = files[0].rename(self._staged / "archive.zip")
            unpacked(archive, self._content, most_bytes=self._most, most_files=self._store.most_files)
            archive.unlink()
            files = sorted(f for f in self._content.rglob("*") if f.is_file())
        for file in files:
            checked_file(self.kind, file, alone=len(files) == 1)
        if len(files) == 1 and self.kind != "asset" and files[0].parent == self._content:
            # one file gets a name of ours, with the ending that its content was held against
            return files[0].rename(self._content / f"file{_ending(files[0])}")
        if self.kind in ("splat", "picture"):
            raise UploadRefused(f"a {self.kind} is one file: upload one at a time")
        return _top(self._content)


def _ending(file: Path) -> str:
    name = file.name.lower()
    return ".compressed.ply" if name.endswith(".compressed.ply") else file.suffix.lower()


def _top(folder: Path) -> Path:
    """The folder that holds more than one other folder."""
    while True:
        inside = list(folder.iterdir())
        if len(inside) != 1 or not inside[0].is_dir():
            return folder
        folder = inside[0]


def used_bytes(home: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(_sizes(home))


def _sizes(folder: Path) -> Iterator[int]:
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                yield os.lstat(os.path.join(place, name)).st_size
