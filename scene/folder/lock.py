"""One writer at a time in a scene folder, across threads and processes.

The operating system locks the file ``lock`` (``flock``, or ``LockFileEx`` on Windows). The lock is released when its holder
dies, for whatever reason; the file stays. ``lock.json`` only says who holds the lock. On file systems without locks,
``filelock`` falls back to a file whose existence is the lock.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import filelock

from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_data import parse_json, shown
from scenewright.scene.plain_files import read_plain

__all__ = ["HOLDER_FILE", "LOCK_FILE", "FolderLock", "folder_errors"]

LOCK_FILE = "lock"
HOLDER_FILE = "lock.json"
_MOST_HOLDER_BYTES = 4096
_LOOK_SECONDS = 0.02


@contextmanager
def folder_errors(folder: Path, doing: str) -> Iterator[None]:
    """Turn an OSError into a ProjectError that says what could not be done (`doing`). The old content is still there.

    Raises:
        ProjectError: 'read-only' or 'write'.
    """
    try:
        yield
    except OSError as error:
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise ProjectError(
                f"cannot {doing}: {folder} may not be written ({error.strerror}). Change its permissions or copy it to a place "
                "of your own",
                kind="read-only",
            ) from error
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise ProjectError(
                f"cannot {doing}: the disk that holds {folder} is full ({error.strerror}): free some space and do it again",
                kind="write",
            ) from error
        raise ProjectError(f"cannot {doing}: {folder}: {error.strerror or error}", kind="write") from error


class FolderLock:
    """The lock of a folder, held by one thread of one process. That thread may enter it again."""

    def __init__(self, folder: Path, timeout: float) -> None:
        """`timeout`: seconds to wait while another process or thread holds the lock."""
        self._folder = folder
        self._timeout = timeout
        self._thread = threading.RLock()
        self._depth = 0
        # The thread lock above decides within the process, so the state of the file lock is shared by all threads.
        self._file = filelock.FileLock(folder / LOCK_FILE, timeout=timeout, thread_local=False)

    def __enter__(self) -> Self:
        """
        Raises:
            ProjectError: 'locked': another process or thread holds it; the message says which, and since when. 'read-only', 'write'.
        """
        started = time.monotonic()
        if not self._thread.acquire(timeout=self._timeout):
            raise self._locked()
        try:
            if self._depth == 0:
                self._acquire(max(0.0, self._timeout - (time.monotonic() - started)))
            self._depth += 1
        except BaseException:
            self._thread.release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._depth -= 1
        try:
            if self._depth == 0:
                try:
                    with suppress(OSError):  # the file only informs; the lock itself must be released
                        atomic.remove(self._folder / HOLDER_FILE, durable=False)
                finally:
                    self._file.release()
        finally:
            self._thread.release()

    def wait_until_free(self) -> None:
        """Wait until no other process or thread holds the lock. It is not taken, and nothing is written.

        Raises:
            ProjectError: 'locked': as on entering.
        """
        end = time.monotonic() + self._timeout
        if not self._thread.acquire(timeout=self._timeout):
            raise self._locked()
        try:
            while self._depth == 0 and _is_held(self._folder / LOCK_FILE):
                if time.monotonic() >= end:
                    raise self._locked()
                time.sleep(_LOOK_SECONDS)
        finally:
            self._thread.release()

    def _acquire(self, timeout: float) -> None:
        with folder_errors(self._folder, "lock the scene"):
            try:
                self._file.acquire(timeout=timeout)
            except filelock.Timeout:
                raise self._locked() from None
            except NotImplementedError as error:
                raise ProjectError(
                    f"the file system of {self._folder} has no locks ({error}): copy the scene to a local disk",
                    kind="write",
                ) from error
            try:
                holder = {
                    "pid": os.getpid(),
                    "host": socket.gethostname(),
                    "since": datetime.now(UTC).isoformat(timespec="seconds"),
                }
                atomic.write(self._folder / HOLDER_FILE, json.dumps(holder).encode("utf-8"), durable=False)
            except BaseException:
                self._file.release()
                raise

    def _locked(self) -> ProjectError:
        who, advice = "another process", "wait until it is done"
        # the lock is held even if lock.json is unreadable
        with suppress(ProjectError, ValueError, KeyError, TypeError, OverflowError):
            data = read_plain(self._folder / HOLDER_FILE, _MOST_HOLDER_BYTES, HOLDER_FILE, root=self._folder)
            holder = parse_json(data)
            who = f"process {int(holder['pid'])} on {shown(holder['host'])[1:-1]} since {shown(holder['since'])[1:-1]}"
            if holder["host"] == socket.gethostname() and not _runs(int(holder["pid"])):
                advice = f"that process has ended; if nothing else uses the scene, remove {LOCK_FILE} and {HOLDER_FILE}"
        return ProjectError(
            f"the scene {self._folder} is locked by {who}; waited {self._timeout:g} s: {advice}", kind="locked"
        )


def _is_held(lock: Path) -> bool:
    """Whether somebody holds the lock of this file. False where that cannot be known without taking it."""
    try:
        import fcntl
    except ImportError:  # Windows
        return False
    try:
        descriptor = os.open(lock, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:  # there is none, or it is not ours to read
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)  # it ends with the descriptor, at once
    except BlockingIOError:
        return True
    except OSError:  # a file system without locks
        return False
    finally:
        os.close(descriptor)
    return False


def _runs(pid: int) -> bool:
    """Whether a process with this number runs. True if unknown (on Windows, signal 0 does not test this)."""
    if os.name == "nt":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
