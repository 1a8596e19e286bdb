"""Where the results of a batch go: one folder a job, there whole or not at all.

On a file system a result is written beside its place and renamed. An object store has no rename: there the file ``result.json`` is
written last, and a folder without one does not count. Either way a result is finished exactly if its ``result.json`` stands in its folder.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from scenewright.app.batch.errors import BatchError
from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

__all__ = ["RESULT", "LocalStore", "RemoteStore", "ResultStore", "is_url", "open_store"]

RESULT = "result.json"
"""In the folder of a finished job: what its steps returned."""

_PARTIAL = ".partial"
_CHUNK = 1 << 20


class ResultStore(Protocol):
    """Keeps the results of jobs, each below its folder name."""

    def has(self, name: str) -> bool:
        """Whether a result is there, whole."""
        ...

    def put(self, folder: Path, name: str) -> bool:
        """Take a folder as a result. The folder is gone then. For a store of this machine it lies on the same file system.

        Returns:
            False: the result was there already, and stays as it is.

        Raises:
            BatchError: 'out': it cannot be written.
        """
        ...

    def picture(self, name: str, folder: Path) -> Path | None:
        """The PNG file that shows a result best, on this machine; None: it has none. `folder`: for files that are fetched."""
        ...

    def result(self, name: str) -> dict[str, Any]:
        """What the steps of a result returned."""
        ...


class LocalStore:
    """Results in a folder of this machine, or of a file system that several share."""

    def __init__(self, root: Path) -> None:
        """
        Raises:
            BatchError: 'out': the folder cannot be made, or nothing can be written there.
        """
        self.root = root.absolute()
        self.partial = self.root / _PARTIAL
        try:
            self.partial.mkdir(parents=True, exist_ok=True)
            atomic.require_writable(self.root / "manifest.jsonl")
        except OSError as error:
            raise _refused(self.root, error) from error
        except ProjectError as error:
            raise BatchError(str(error), kind="out") from error

    def has(self, name: str) -> bool:
        return (self.root / name / RESULT).is_file()

    def put(self, folder: Path, name: str) -> bool:
        target = self.root / name
        if self.has(name):
            shutil.rmtree(folder, ignore_errors=True)
            return False
        try:
            _flush(folder)
            if target.exists():  # nothing of ours: a whole result has a result.json
                raise BatchError(f"{target} is there and is no result: take it away", kind="out")
            atomic.move(folder, target)
        except OSError as error:
            raise _refused(target, error) from error
        return True

    def picture(self, name: str, folder: Path) -> Path | None:
        here = self.root / name
        first = _first_picture([f.relative_to(here).as_posix() for f in here.rglob("*.png") if f.is_file()])
        return None if first is None else here / first

    def result(self, name: str) -> dict[str, Any]:
        values: dict[str, Any] = json.loads((self.root / name / RESULT).read_bytes())
        return values

    def end(self) -> None:
        """Remove the folder for results that are not whole, unless another part of the batch still works there."""
        with suppress(OSError):
            self.partial.rmdir()

    def clear_partial(self) -> None:
        """Remove what processes that were killed have left. Only the holder of the batch's lock may call it."""
        for entry in self.partial.iterdir():
            shutil.rmtree(entry, ignore_errors=True)


class RemoteStore:
    """Results in an object store or any file system of fsspec, such as ``s3://bucket/rooms``."""

    def __init__(self, url: str) -> None:
        """
        Raises:
            BatchError: 'out': fsspec or the package of this kind of store is not installed, or it cannot be reached.
        """
        self.url = url
        try:
            import fsspec
        except ImportError as error:
            raise BatchError(
                "results are written to URLs by fsspec: pip install 'scenewright[ray]'", kind="out"
            ) from error
        with _refused_as_batch(url, "written"):
            self._fs: AbstractFileSystem
            self._fs, self._root = fsspec.core.url_to_fs(url)
            probe = f"{self._root}/.writable"
            self._fs.makedirs(self._root, exist_ok=True)
            self._fs.pipe_file(probe, b"tried")
            self._fs.rm_file(probe)

    def has(self, name: str) -> bool:
        with _refused_as_batch(f"{self.url}/{name}", "read"):
            return bool(self._fs.exists(f"{self._root}/{name}/{RESULT}"))

    def put(self, folder: Path, name: str) -> bool:
        if self.has(name):
            shutil.rmtree(folder, ignore_errors=True)
            return False
        files = sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())
        last = [f for f in files if f == RESULT]
        with _refused_as_batch(f"{self.url}/{name}", "written"):
            for file in [*(f for f in files if f != RESULT), *last]:
                target = f"{self._root}/{name}/{file}"
                self._fs.makedirs(target.rpartition("/")[0], exist_ok=True)
                self._fs.put_file(str(folder / file), target)
        shutil.rmtree(folder, ignore_errors=True)
        return True

    def picture(self, name: str, folder: Path) -> Path | None:
        below = f"{self._root}/{name}/"
        with _refused_as_batch(f"{self.url}/{name}", "read"):
            files = [str(f) for f in self._fs.find(below)]
            first = _first_picture([f.partition(f"{name}/")[2] for f in files if f.endswith(".png")])
            if first is None:
                return None
            picture = self._fs.cat_file(below + first)
        fetched = folder / f"{name}.png"
        fetched.write_bytes(picture)
        return fetched

    def result(self, name: str) -> dict[str, Any]:
        with _refused_as_batch(f"{self.url}/{name}", "read"):
            values: dict[str, Any] = json.loads(self._fs.cat_file(f"{self._root}/{name}/{RESULT}"))
        return values

    def put_file(self, file: Path, name: str) -> None:
        """Write a file beside the results."""
        with _refused_as_batch(f"{self.url}/{name}", "written"):
            self._fs.put_file(str(file), f"{self._root}/{name}")


@contextmanager
def _refused_as_batch(place: str, how: str) -> Iterator[None]:
    """Name the place of what a file system of fsspec refuses. Their packages have errors of their own, such as botocore's, which share
    no class."""
    try:
        yield
    except Exception as error:
        raise BatchError(f"{place} cannot be {how}: {error}", kind="out") from error


def is_url(out: str) -> bool:
    """Whether a place is a URL, of a scheme other than file."""
    scheme, found, _ = out.partition("://")
    return bool(found) and scheme.replace("+", "").isalnum() and scheme != "file"


def open_store(out: str) -> LocalStore | RemoteStore:
    """The store at a folder or a URL.

    Raises:
        BatchError: 'out': it cannot be written.
    """
    return RemoteStore(out) if is_url(out) else LocalStore(Path(out.removeprefix("file://")))


def _first_picture(files: Sequence[str]) -> str | None:
    """Which of these shows a result best: colours before other passes, then what lies few folders deep."""
    return min(files, key=lambda f: ("color" not in f and "camera" not in f, f.count("/"), f), default=None)


def _flush(folder: Path) -> None:
    """Flush all files of a folder to the disk."""
    for here, _, files in os.walk(folder):
        for name in files:
            descriptor = os.open(Path(here, name), os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _refused(path: Path, error: OSError) -> BatchError:
    return BatchError(
        f"{path} cannot be written ({error.strerror or error}): free some space, or name another place", kind="out"
    )
