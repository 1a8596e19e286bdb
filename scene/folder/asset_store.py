"""The files of a scene's assets, named by their content: ``assets/<sha256>.<extension>``.

A file is written once and never changed. Each read checks the content against the name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.file_pieces import file_pieces
from scenewright.scene.folder.lock import folder_errors

__all__ = ["MAX_ASSET_BYTES", "AssetStore"]

MAX_ASSET_BYTES = 2**30

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
        if not self.directory.is_dir():
            return ()
        return tuple(sorted({p.stem for p in self.directory.iterdir() if _ID.fullmatch(p.stem)}))

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
        data = self.path(asset_id).read_bytes()
        if hashlib.sha256(data).hexdigest() != asset_id:
            self._checked.pop(asset_id, None)
            raise ProjectError(f"the asset {asset_id} changed while it was read: read it again", kind="asset")
        return data

    def _find(self, asset_id: str) -> Path | None:
        if not _ID.fullmatch(asset_id) or not self.directory.is_dir():
            return None
        return next((p for p in sorted(self.directory.glob(f"{asset_id}.*")) if p.is_file()), None)

    def _is_whole(self, asset_id: str) -> bool:
        path = self._find(asset_id)
        if path is None:
            return False
        status = path.stat()
        stamp = (status.st_ino, status.st_size, status.st_mtime_ns)
        if self._checked.get(asset_id) == stamp:
            return True
        digest = hashlib.sha256()
        for chunk in file_pieces(path, "the asset file"):
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
