"""Starts the children that decode pictures, and carries bytes to and from one of them.

On Linux a warm server forks a child for each request; elsewhere each request gets a new process.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import select
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

if sys.platform == "linux":
    import fcntl

from scenewright.scene.children import (
    ChildKind,
    ChildLimits,
    ControlledProcess,
    child_environment,
    command_by_path,
    end_group,
)
from scenewright.scene.errors import ConfinementError, ProjectError
from scenewright.scene.jobs import Job

__all__ = ["PICTURE_READERS", "AnswerChannel", "ChannelLost", "PictureServer"]

_PROCESS = Path(__file__).with_name("process.py")
_START_SECONDS = 60.0
_PIPE_BYTES = 1 << 20
_LOOK_SECONDS = 0.1
"""Between two looks at the job and the clock."""


class ChannelLost(Exception):
    """The child is gone, or did not answer in time (`late`)."""

    def __init__(self, *, late: bool = False) -> None:
        super().__init__()
        self.late = late


class AnswerChannel(Protocol):
    """The way from one child, which has its request already."""

    def fill(self, view: memoryview) -> None:
        """Fill `view` with the next bytes of the child.

        Raises:
            ChannelLost: the child ended or its time is over.
            JobCancelled: the job was cancelled.
        """
        ...

    def close(self) -> None:
        """Hang up. A child that is still at work ends."""
        ...


class PictureServer:
    """A warm process that forks a confined child for each request. Linux only."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process = ControlledProcess(_PROCESS, {"mode": "serve"}, environment=child_environment())
        self._control = self._process.control
        try:
            hello = self._process.greeting(_START_SECONDS)
        except OSError:
            hello = b""
        if not hello:
            self.close()
            raise ConfinementError("the process that decodes pictures did not start", kind="server")

    @property
    def pid(self) -> int:
        return self._process.pid

    def alive(self) -> bool:
        return self._process.alive()

    def open(self, request: Iterable[bytes], limits: dict[str, int], seconds: float, job: Job) -> AnswerChannel:
        """A channel from a new child with this request.

        Raises:
            ChannelLost: the server is gone.
            ProjectError: 'write': this process may not write as much as the pictures have.
        """
        ours, theirs = os.pipe()
        os.set_blocking(ours, False)
        with contextlib.suppress(OSError):  # a larger pipe saves changes between the processes
            fcntl.fcntl(ours, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
        held = os.memfd_create("pictures")
        try:
            _write(held, request)
            os.lseek(held, 0, os.SEEK_SET)
            with self._lock:
                socket.send_fds(self._control, [json.dumps(limits).encode()], [held, theirs])
        except OSError:
            os.close(ours)
            raise ChannelLost from None
        finally:
            os.close(theirs)
            os.close(held)
        return _PipeChannel(ours, time.monotonic() + seconds, job)

    def close(self) -> None:
        self._process.close()


def _write(held: int, request: Iterable[bytes]) -> None:
    """Write a request where a child reads it.

    Raises:
        ProjectError: 'write': it is larger than files may be in this process. That is no fault of a picture.
    """
    try:
        with open(held, "wb", closefd=False) as file:
            file.writelines(request)
    except OSError as error:
        if error.errno not in (errno.EFBIG, errno.ENOSPC, errno.ENOMEM):
            raise
        raise ProjectError(
            f"pictures cannot be handed to the process that decodes them ({error.strerror}): let this process write larger files "
            "(ulimit -f), or free memory",
            kind="write",
        ) from error


class _PipeChannel:
    def __init__(self, ours: int, end: float, job: Job) -> None:
        self._ours, self._end, self._job = ours, end, job

    def fill(self, view: memoryview) -> None:
        while view:
            self._job.check()
            if time.monotonic() > self._end:
                raise ChannelLost(late=True)
            if not select.select([self._ours], [], [], _LOOK_SECONDS)[0]:
                continue
            size = os.readv(self._ours, [view])
            if size == 0:
                raise ChannelLost
            view = view[size:]

    def close(self) -> None:
        os.close(self._ours)


class PictureSpawner:
    """Starts a new process for each request, where a fork is not safe."""

    pid = None

    def alive(self) -> bool:
        return True

    def open(self, request: Iterable[bytes], limits: dict[str, int], seconds: float, job: Job) -> AnswerChannel:
        return _ProcessChannel(request, limits, seconds, job)

    def close(self) -> None:
        return None


class _ProcessChannel:
    """A thread ends the process when its time is over or the job was cancelled, so that writes and reads may block."""

    def __init__(self, request: Iterable[bytes], limits: dict[str, int], seconds: float, job: Job) -> None:
        self._job, self._late, self._over = job, False, threading.Event()
        self._process = subprocess.Popen(
            command_by_path(_PROCESS, {"mode": "once", "limits": limits}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(),
            cwd=Path(sys.executable).anchor,
            start_new_session=True,
        )
        threading.Thread(target=self._watch, args=(time.monotonic() + seconds,), daemon=True).start()
        threading.Thread(target=self._write, args=(request,), daemon=True).start()

    def _watch(self, end: float) -> None:
        while not self._over.wait(_LOOK_SECONDS):
            if time.monotonic() > end or self._job.cancelled():
                self._late = True
                end_group(self._process)
                return

    def _write(self, request: Iterable[bytes]) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError), self._process.stdin as stream:
            stream.writelines(request)

    def fill(self, view: memoryview) -> None:
        assert self._process.stdout is not None
        while view:
            size = self._process.stdout.readinto(view)  # type: ignore[attr-defined]
            if not size:
                self._job.check()
                raise ChannelLost(late=self._late)
            view = view[size:]

    def close(self) -> None:
        self._over.set()
        end_group(self._process)
        assert self._process.stdout is not None
        self._process.stdout.close()


def _start(_settings: str, _job: Job) -> PictureServer | PictureSpawner:
    return PictureServer() if sys.platform == "linux" else PictureSpawner()


PICTURE_READERS = ChildKind(
    "picture readers", _start, ChildLimits(at_once=max(os.cpu_count() or 1, 2), warm=1, idle_seconds=300.0, shared=True)
)
"""Servers that start a child for each request. A request is one picture or several of one scene."""
