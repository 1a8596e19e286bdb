"""Durable changes to files: after a crash or a power failure a change is complete or absent.

Each change writes a temporary file, flushes it, renames it, and flushes the folder. Every call that changes the disk goes
through the functions with a leading underscore, where a test can stop the process (:func:`fault_hook`).

Differences between systems: Windows cannot flush a folder (NTFS journals the rename itself) and refuses to replace a file
that another program has open, so a rename is tried again for a second there; macOS needs ``F_FULLFSYNC`` where Linux needs
``fsync``.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from scenewright.scene.errors import ProjectError

__all__ = [
    "CannotWrite",
    "FaultHook",
    "Staged",
    "append",
    "fault_hook",
    "has_temporaries",
    "is_temporary",
    "make_directory",
    "move",
    "refusal_of",
    "remove",
    "remove_temporaries",
    "require_writable",
    "stage",
    "stage_stream",
    "truncate",
    "write",
    "write_all",
    "writing",
]


class CannotWrite(OSError):
    """The operating system refuses to write a file. `filename` is the file that was to be written, not a temporary one beside it."""


FaultHook = Callable[[str, Path, int, bytes], None]
"""Called before each change with its name ('create', 'write', 'fsync', 'rename', 'fsync-directory', 'unlink', 'truncate',
'mkdir'), its path, the open descriptor (-1 where there is none) and its data: the bytes about to be written, the old name of
what is renamed, the size that is left."""

_hook: FaultHook | None = None

_RENAME_TRIES = 20 if sys.platform == "win32" else 1

_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{8}\.tmp")


@contextmanager
def fault_hook(hook: FaultHook) -> Iterator[None]:
    """Call `hook` before every change that this process makes. Tests kill the process, or raise, there."""
    global _hook  # noqa: PLW0603 - the seam is one per process, as the file system is
    previous, _hook = _hook, hook
    try:
        yield
    finally:
        _hook = previous


def _point(operation: str, path: Path, descriptor: int = -1, data: bytes = b"") -> None:
    if _hook is not None:
        _hook(operation, path, descriptor, data)


# -- system calls ---------------------------------------------------------------------------------------------------------


def _create(path: Path, flags: int, mode: int = 0o666) -> int:
    _point("create", path)
    return os.open(path, flags | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0), mode)


def _write(descriptor: int, path: Path, data: bytes) -> None:
    _point("write", path, descriptor, data)
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _fsync(descriptor: int, path: Path) -> None:
    _point("fsync", path, descriptor)
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # network volumes have no F_FULLFSYNC, only the fsync below
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _fsync_directory(directory: Path) -> None:
    _point("fsync-directory", directory)
    if sys.platform == "win32":
        return
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _rename(source: Path, target: Path) -> None:
    _point("rename", target, data=os.fsencode(source))
    for attempt in range(1, _RENAME_TRIES + 1):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            if attempt == _RENAME_TRIES:
                raise
            time.sleep(0.05)


def _unlink(path: Path) -> None:
    _point("unlink", path)
    path.unlink(missing_ok=True)


@contextmanager
def writing(target: Path) -> Iterator[None]:
    """Within the block, `target` is written. What the operating system refuses names it.

    Raises:
        CannotWrite
    """
    try:
        yield
    except OSError as error:
        raise CannotWrite(error.errno, error.strerror or str(error), str(target)) from error


def refusal_of(error: CannotWrite) -> ProjectError:
    """The error of a file that cannot be written, with what to do."""
    reason = error.strerror or str(error)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return ProjectError(f"{error.filename} cannot be written ({reason}): name another place", kind="read-only")
    remedies = {
        errno.ENOSPC: ": free some space and do it again",
        errno.EDQUOT: ": free some space and do it again",
        errno.ENOENT: ": name another place",
        errno.EFBIG: ": files may not be so large here, see the limit of the shell (ulimit -f)",
    }
    return ProjectError(
        f"{error.filename} cannot be written ({reason}){remedies.get(error.errno or 0, '')}", kind="write"
    )


def require_writable(target: Path) -> None:
    """Look whether a file could be written, before the work that makes it. What is there stays as it is.

    Raises:
        ProjectError: 'read-only' or 'write'.
    """
    try:
        stage_stream(target.parent, target.name, (b"tried",), durable=False).discard()
    except CannotWrite as error:
        raise refusal_of(error) from error


# -- what the rest of the core uses -------------------------------------------------------------------------------------


@dataclass
class Staged:
    """New content of a file, flushed to the disk under a temporary name in the same folder."""

    temporary: Path
    sha256: str
    size: int
    durable: bool = True
    published: bool = False

    def publish(self, target: Path, *, flush_name: bool = True) -> None:
        """Replace `target`, a path in the same folder, by the content in one step.

        `flush_name=False` leaves the folder to be flushed by a later change in it.
        """
        with writing(target):
            _rename(self.temporary, target)
        self.published = True
        if self.durable and flush_name:
            _fsync_directory(target.parent)

    def discard(self) -> None:
        """Drop the content; nothing happens when it was published."""
        if not self.published:
            _unlink(self.temporary)


def stage_stream(directory: Path, name: str, chunks: Iterable[bytes], *, durable: bool = True) -> Staged:
    """Write `chunks` to a temporary file in `directory`, flush it, and compute its hash meanwhile."""
    temporary = directory / f".{name}.{secrets.token_hex(4)}.tmp"
    digest, size = hashlib.sha256(), 0
    target = directory / name
    with writing(target):
        descriptor = _create(temporary, os.O_WRONLY | os.O_EXCL)
    try:
        try:
            for chunk in chunks:
                with writing(target):
                    _write(descriptor, temporary, chunk)
                digest.update(chunk)
                size += len(chunk)
            if durable:
                with writing(target):
                    _fsync(descriptor, temporary)
        finally:
            os.close(descriptor)
    except BaseException:
        with suppress(OSError):
            _unlink(temporary)
        raise
    return Staged(temporary, digest.hexdigest(), size, durable)


def stage(path: Path, data: bytes, *, durable: bool = True) -> Staged:
    """Write the next content of `path` to a temporary file beside it, with the permissions of the old file."""
    staged = stage_stream(path.parent, path.name, (data,), durable=durable)
    with suppress(FileNotFoundError):
        staged.temporary.chmod(stat.S_IMODE(path.stat().st_mode))
    return staged


def write(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Replace the content of `path` in one step."""
    staged = stage(path, data, durable=durable)
    try:
        staged.publish(path)
    except OSError:
        with suppress(OSError):
            staged.discard()
        raise


def write_all(files: Mapping[Path, bytes], *, durable: bool = True) -> None:
    """Replace the content of several files, which lie in one folder: where one cannot be written, all stay as they were."""
    staged: list[tuple[Staged, Path]] = []
    try:
        for path, data in files.items():
            staged.append((stage(path, data, durable=durable), path))
        for content, path in staged:
            content.publish(path)
    except OSError:
        for content, _ in staged:
            with suppress(OSError):
                content.discard()
        raise


def append(path: Path, data: bytes) -> None:
    """Add `data` at the end of `path`, flushed; a new file's name is flushed too."""
    new = not path.exists()
    descriptor = _create(path, os.O_WRONLY | os.O_APPEND)
    try:
        _write(descriptor, path, data)
        _fsync(descriptor, path)
    finally:
        os.close(descriptor)
    if new:
        _fsync_directory(path.parent)


def truncate(path: Path, size: int) -> None:
    """Cut `path` to its first `size` bytes."""
    descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        _point("truncate", path, descriptor, b"%d" % size)
        os.ftruncate(descriptor, size)
        _fsync(descriptor, path)
    finally:
        os.close(descriptor)


def remove(path: Path, *, durable: bool = True) -> None:
    """Remove a file. A missing file is not an error."""
    _unlink(path)
    if durable:
        _fsync_directory(path.parent)


def move(source: Path, target: Path) -> None:
    """Rename a file or folder within its folder, to a name that is free."""
    _rename(source, target)
    _fsync_directory(target.parent)


def make_directory(path: Path) -> None:
    """Make a folder if it does not exist. Its parent must exist."""
    if path.is_dir():
        return
    _point("mkdir", path)
    path.mkdir(exist_ok=True)
    _fsync_directory(path.parent)


def is_temporary(name: str) -> bool:
    """Whether this is the name of staged content that was not published."""
    return _TEMPORARY.fullmatch(name) is not None


def has_temporaries(directories: Iterable[Path]) -> bool:
    """Whether one of these folders holds a temporary file."""
    return any(any(map(is_temporary, os.listdir(d))) for d in directories if d.is_dir())


def remove_temporaries(directories: Iterable[Path]) -> int:
    """Remove temporary files that a dead process left in these folders. Returns their number. Call it under the lock."""
    count = 0
    for directory in directories:
        if not directory.is_dir():
            continue
        for entry in sorted(os.listdir(directory)):
            if is_temporary(entry):
                _unlink(directory / entry)
                count += 1
    return count
