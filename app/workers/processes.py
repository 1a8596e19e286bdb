"""The processes of workers as the serving process sees them: the template, and the workers that it forks."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from scenewright.app.workers.errors import WorkerError
from scenewright.app.workers.frames import WorkerChannel
from scenewright.app.workers.worker_environment import template_environment
from scenewright.scene.children import ChildKind, ChildLimits, ControlledProcess, Supervisor, command_by_path
from scenewright.scene.children.processes import end_group
from scenewright.scene.jobs import Job

__all__ = ["TEMPLATES", "Template", "WorkerOrder", "WorkerProcess", "start_worker"]

_MAIN = Path(__file__).with_name("worker_main.py")
_START_SECONDS = 120.0
_END_SECONDS = 5.0
_KILL = b"k"
_MOST_PRINTED = 4000


@dataclass(frozen=True)
class WorkerOrder:
    """How a worker is to be started. `folder`: its current folder. `variables`: of its environment, beside the common ones."""

    opening: Mapping[str, Any]
    folder: Path
    variables: Mapping[str, str] = field(repr=False)  # keys of model providers may be among them
    memory_bytes: int
    niceness: int
    preload: bool


class WorkerProcess(Protocol):
    """A started worker; a :class:`~scenewright.scene.children.Child` with a channel."""

    channel: WorkerChannel

    @property
    def pid(self) -> int: ...

    def alive(self) -> bool: ...

    def close(self) -> None: ...

    def ending(self) -> str:
        """How it ended, in words, once it has: 'signal 11', 'exit code 1'; '' where nobody knows."""
        ...

    def printed(self) -> str:
        """The last characters that libraries printed on its standard error. It is not trusted."""
        ...


class Template:
    """The process that workers are forked from. Linux only."""

    def __init__(self, *, preload: bool) -> None:
        """
        Args:
            preload: load all that workers may need: its start takes up to half a minute, and each worker's first query 10 s less.
        """
        self._lock = threading.Lock()
        settings = {"mode": "template", "preload": preload}
        self._process = ControlledProcess(_MAIN, settings, environment=template_environment(), stderr=None)
        self._control = self._process.control
        try:
            hello = json.loads(self._process.greeting(_START_SECONDS) or b"{}")
        except (OSError, ValueError) as error:
            self.close()
            raise WorkerError(f"the template of workers did not start: {error}", kind="crash") from error
        self.threads: int = hello.get("threads", 0)
        if self.threads != 1:
            self.close()
            reason = f"it has {self.threads} threads, and must have one" if self.threads else "it ended"
            raise WorkerError(f"the template of workers cannot be used: {reason}", kind="crash")

    @property
    def pid(self) -> int:
        return self._process.pid

    def alive(self) -> bool:
        return self._process.alive()

    def fork(self, order: WorkerOrder) -> tuple[int, tuple[socket.socket, socket.socket, int]]:
        """The number of a new worker, with the host's ends: its channel, its status socket, and the pipe of its standard error."""
        pairs = [socket.socketpair() for _ in range(2)]
        read_errors, write_errors = os.pipe()
        os.set_blocking(read_errors, False)
        values = {
            "opening": dict(order.opening),
            "folder": str(order.folder),
            "variables": dict(order.variables),
            "memory_bytes": order.memory_bytes,
            "niceness": order.niceness,
        }
        try:
            with self._lock:
                fds = [pairs[0][1].fileno(), pairs[1][1].fileno(), write_errors]
                socket.send_fds(self._control, [json.dumps(values).encode()], fds)
                answer = json.loads(self._control.recv(1 << 16))
        except (OSError, ValueError) as error:
            for ours, _ in pairs:
                ours.close()
            os.close(read_errors)
            raise WorkerError(f"the template of workers started none: {error}", kind="crash") from error
        finally:
            for _, theirs in pairs:
                theirs.close()
            os.close(write_errors)
        return answer["pid"], (pairs[0][0], pairs[1][0], read_errors)

    def close(self) -> None:
        self._process.close(_END_SECONDS)  # it ends its workers first


TEMPLATES: ChildKind[bool, Template] = ChildKind(
    "template of workers",
    lambda preload, job: Template(preload=preload),
    ChildLimits(at_once=2, warm=2, idle_seconds=600.0, shared=True),
)
"""The process that all workers are forked from. Its settings say whether it preloads."""


class _ForkedWorker:
    """A worker that a template forked. The template lives at least as long."""

    def __init__(self, order: WorkerOrder, templates: Supervisor) -> None:
        self._held = ExitStack()
        template = self._held.enter_context(templates.lend(TEMPLATES, order.preload))
        try:
            self.pid, (connection, self._status, errors) = template.fork(order)
        except BaseException:
            self._held.close()
            raise
        self.channel = WorkerChannel(
            connection.makefile("rb"), connection.makefile("wb"), close=lambda: _hang_up(connection)
        )
        self._errors = os.fdopen(errors, "rb", buffering=0)
        self._lock = threading.Lock()
        self._closed = False
        self._status_lock = threading.Lock()
        self._ended: dict[str, Any] | None = None

    def alive(self) -> bool:
        return not self._closed and not self._look(0.0)

    def close(self) -> None:
        with self._lock:
            if self._closed:
                return
            self._closed = True
        self._look(0.0)  # how it ended by itself, before it is killed
        with suppress(OSError):
            self._status.send(_KILL)
        self.channel.close()
        self._look(_END_SECONDS)
        self._held.close()

    def ending(self) -> str:
        self._look(1.0)
        ended = self._ended or {}
        if ended.get("signal") is not None:
            return f"signal {ended['signal']}"
        return f"exit code {ended['exit']}" if ended.get("exit") is not None else ""

    def printed(self) -> str:
        with suppress(OSError):
            return (self._errors.read(1 << 16) or b"").decode("utf-8", "replace")[-_MOST_PRINTED:]
        return ""

    def _look(self, seconds: float) -> bool:
        """Whether it has ended, within so many seconds."""
        with self._status_lock:
            if self._ended is None:
                self._status.settimeout(seconds)  # 0: only what is there already
                try:
                    self._ended = json.loads(self._status.recv(4096) or b"{}")
                except (BlockingIOError, TimeoutError):
                    return False
                except OSError:  # the template is gone, and its workers with it
                    self._ended = {}
            return True


class _SpawnedWorker:
    """A worker in a new process, for systems where forking is not safe: its start takes seconds."""

    def __init__(self, order: WorkerOrder) -> None:
        self._process = subprocess.Popen(
            command_by_path(_MAIN, {"mode": "once", "opening": dict(order.opening)}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**template_environment(), **order.variables},
            cwd=order.folder,
            start_new_session=True,
        )
        reader, writer = self._process.stdout, self._process.stdin
        assert reader is not None
        assert writer is not None
        self.channel = WorkerChannel(reader, writer, close=lambda: None)

    @property
    def pid(self) -> int:
        return self._process.pid

    def alive(self) -> bool:
        return self._process.poll() is None

    def close(self) -> None:
        end_group(self._process)

    def ending(self) -> str:
        code = self._process.poll()
        return "" if code is None else f"exit code {code}" if code >= 0 else f"signal {-code}"

    def printed(self) -> str:
        return ""


def start_worker(order: WorkerOrder, templates: Supervisor, job: Job) -> WorkerProcess:
    """A worker that begins to open its scene.

    Args:
        templates: lends the process that it is forked from.

    Raises:
        WorkerError: it cannot be started.
        JobCancelled: the job was cancelled.
    """
    job.check()
    if sys.platform.startswith("linux"):
        return _ForkedWorker(order, templates)
    return _SpawnedWorker(order)


def _hang_up(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)  # wakes the thread that reads
    connection.close()
