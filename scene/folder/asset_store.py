"""The files of a scene's assets, named by their content: ``assets/<sha256>.<extension>``.

A file is written once and never changed. Each read checks the content against the name.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.file_pieces import MAX_PIECES_BYTES, file_pieces
from scenewright.scene.folder.lock import folder_errors
from scenewright.scene.plain_files import names_in, read_plain

__all__ = ["MAX_ASSET_BYTES", "AssetStore"]

MAX_ASSET_BYTES = MAX_PIECES_BYTES

_SETTLED_SECONDS = 1.0
"""After so long without a change of the folder, its list of files is kept: clocks of file systems are coarse."""

_MOST_FILES = 20_000
_ID = re.compile(r"[0-9a-f]{64}")
_EXTENSION = re.compile(r"[a-z0-9]{1,12}")


class AssetStore:
    """The content-addressed files of one folder."""

    def __init__(self, directory: Path, guard: Callable[[], AbstractContextManager[object]]) -> None:
        """
        Args:
            directory: the folder of the files; created with the first file.
            guard: returns the lock to hold while a file is added.
        """
        self.directory = directory
        self._guard = guard
        self._checked: dict[str, tuple[int, int, int]] = {}
        self._listed: tuple[tuple[int, int], dict[str, list[str]]] | None = None

    def add_bytes(self, data: bytes, extension: str) -> str:
        """Store `data`; returns its id, the sha256 in hex.

        Raises:
            ProjectError: 'too-large', 'argument' (extension), 'read-only', 'write', 'locked'.
        """
        return self._add((data,), extension)

    def add_file(self, path: Path, extension: str | None = None) -> str:
        """Store a copy of a file; returns its id. `extension`: None for the file's own.

        Raises:
            ProjectError: as :meth:`add_bytes`; 'read': the file cannot be read.
        """
        return self._add(
            file_pieces(path, "the asset file"), path.suffix.removeprefix(".") if extension is None else extension
        )

    def _add(self, chunks: Iterator[bytes] | tuple[bytes, ...], extension: str) -> str:
        extension = extension.lower()
        if not _EXTENSION.fullmatch(extension):
            raise ProjectError(f"an asset's extension is up to 12 letters and digits, as in 'glb'; got {extension!r}")
        with self._guard(), folder_errors(self.directory.parent, "keep an asset"):
            atomic.make_directory(self.directory)
            staged = atomic.stage_stream(self.directory, "asset", _limited(chunks))
            try:
                found = self._find(staged.sha256)
                if found is None or not self._is_whole(staged.sha256):
                    staged.publish(found or self.directory / f"{staged.sha256}.{extension}")
            finally:
                staged.discard()
        return staged.sha256

    def __contains__(self, asset_id: str) -> bool:
        return self._find(asset_id) is not None

    def ids(self) -> tuple[str, ...]:
        """The ids of all files, sorted."""
        return tuple(sorted(self._names()))

    def path(self, asset_id: str) -> Path:
        """The file of an asset, after its content was checked.

        Raises:
            ProjectError: 'asset': the file is missing, or its content does not match its name.
        """
        asset_path = self._find(asset_id)
        if asset_path is None:
            raise ProjectError(
                f"the scene has no asset {asset_id!r} in {self.directory}: take it from where the scene was made",
                kind="asset",
            )
        if not self._is_whole(asset_id):
            raise ProjectError(
                f"the asset {asset_path} is damaged: its content is not what its name says. Replace it by the original, or remove it "
                "and ask the catalogue again",
                kind="asset",
            )
        return asset_path

    def read(self, asset_id: str) -> bytes:
        """The content of an asset, checked against its name.

        Raises:
            ProjectError: 'asset': the file is missing, or its content does not match its name.
        """
        data = read_plain(self.path(asset_id), MAX_ASSET_BYTES, "the asset file", root=self.directory)
        if hashlib.sha256(data).hexdigest() != asset_id:
            self._checked.pop(asset_id, None)
            raise ProjectError(f"the asset {asset_id} changed while it was read: read it again", kind="asset")
        return data

    def _find(self, asset_id: str) -> Path | None:
        if not _ID.fullmatch(asset_id):
            return None
        paths = (self.directory / name for name in self._names().get(asset_id, ()))
        return next((path for path in paths if path.is_file()), None)

    def _names(self) -> dict[str, list[str]]:
        """The names of all files, by id.

        Raises:
            ProjectError: 'too-large': the folder holds too many files; 'read'.
        """
        try:
            status = self.directory.stat()
        except (FileNotFoundError, NotADirectoryError):
            return {}
        stamp = (status.st_ino, status.st_mtime_ns)
        if self._listed is not None and self._listed[0] == stamp:
            return self._listed[1]
        names: dict[str, list[str]] = {}
        for name in names_in(self.directory, "the folder of assets", most=_MOST_FILES):
            asset_id, dot, _ = name.partition(".")
            if dot and _ID.fullmatch(asset_id):
                names.setdefault(asset_id, []).append(name)
        settled = time.time() - status.st_mtime > _SETTLED_SECONDS
        self._listed = (stamp, names) if settled else None
        return names

    def _is_whole(self, asset_id: str) -> bool:
        path = self._find(asset_id)
        if path is None:
            return False
        status = path.stat()
        stamp = (status.st_ino, status.st_size, status.st_mtime_ns)
        if self._checked.get(asset_id) == stamp:
            return True
        digest = hashlib.sha256()
        for chunk in file_pieces(path, "the asset file", root=self.directory):
            digest.update(chunk)
        matches_id = digest.hexdigest() == asset_id
        if matches_id:
            self._checked[asset_id] = stamp
        return matches_id


def _limited(chunks: Iterator[bytes] | tuple[bytes, ...]) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MAX_ASSET_BYTES:
            raise ProjectError(f"an asset has at most {MAX_ASSET_BYTES:,} bytes; this one has more", kind="too-large")
        yield chunk
