"""Starts children for the host: a fork server on Linux, a new process for each program elsewhere.

A :class:`Start` holds the host's four sockets of one child: its channel, its prints, its crash reports and its status.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from scenewright.scene.children import ChildKind, ChildLimits, ControlledProcess
from scenewright.scene.children.kernel import KernelLevel, KernelReport
from scenewright.scene.errors import ConfinementError
from scenewright.scene.jobs import Job
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running.channel import DUMP_COMMAND
from scenewright.scene.language.running.kernel_check import what_holds
from scenewright.scene.language.running.worker_command import WORKER, worker_command, worker_environment

__all__ = ["PROGRAMS", "ForkServer", "Server", "ServerSettings", "SpawnServer", "Start"]

_START_SECONDS = 120.0
_END_SECONDS = 2.0
_ENDS = 4


@dataclass(frozen=True)
class Start:
    """The host's sockets of one child; a selector can wait for all of them. `carried`: threads copy the data, so that prints
    from before an answer may arrive after it."""

    channel: socket.socket
    log: socket.socket
    dump: socket.socket
    status: socket.socket
    carried: bool = False

    def close(self) -> None:
        for end in (self.status, self.channel, self.log, self.dump):
            end.close()


class Server(Protocol):
    """Something that starts children."""

    report: KernelReport

    @property
    def pid(self) -> int | None: ...

    def alive(self) -> bool: ...

    def start(self, budgets: Budgets, level: KernelLevel) -> Start:
        """A child that waits for its request.

        Raises:
            ServerGone: the server died; a new one is needed.
        """
        ...

    def close(self) -> None: ...


class ServerGone(Exception):
    """The server process has ended. The sandbox starts another; users never see this error."""


class ForkServer:
    """A warm process that forks a child for each program in a few milliseconds. Linux only."""

    def __init__(self, entry: str, modules: tuple[str, ...]) -> None:
        self._lock = threading.Lock()
        settings = {"mode": "serve", "entry": entry, "modules": list(modules)}
        # A file and not a pipe, since nobody reads it while the server runs.
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the server
        self._process = ControlledProcess(WORKER, settings, environment=worker_environment(), stderr=self._errors)
        self._control = self._process.control
        try:
            self.report = self._greeting()
        except BaseException:
            self.close()
            raise

    def _greeting(self) -> KernelReport:
        try:
            hello = self._process.greeting(_START_SECONDS)
        except TimeoutError as error:
            raise ConfinementError(
                f"the program server did not start in {_START_SECONDS:.0f} s", kind="server"
            ) from error
        if not hello:
            self._errors.seek(0)
            tail = self._errors.read().decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]
            raise ConfinementError(f"the program server did not start: {tail or 'it printed nothing'}", kind="server")
        return KernelReport.from_json(json.loads(hello))

    @property
    def pid(self) -> int:
        return self._process.pid

    def alive(self) -> bool:
        return self._process.alive()

    def start(self, budgets: Budgets, level: KernelLevel) -> Start:
        order = json.dumps({"budgets": budgets.to_json(), "level": int(level)}).encode()
        try:
            with self._lock:
                self._control.send(order)
                message, fds, _, _ = socket.recv_fds(self._control, 64, _ENDS)
        except OSError as error:
            raise ServerGone(str(error)) from error
        if not message or len(fds) != _ENDS:
            raise ServerGone("it hung up")
        channel, log, dump, status = (socket.socket(fileno=fd) for fd in fds)
        return Start(channel, log, dump, status)

    def close(self) -> None:
        self._process.close(_END_SECONDS)
        self._errors.close()


class SpawnServer:
    """Starts a new process for each program, one ahead. For systems where numpy is not safe after a fork."""

    def __init__(self, entry: str, modules: tuple[str, ...]) -> None:
        self.report = what_holds()
        self._command = worker_command({"mode": "once", "entry": entry, "modules": list(modules)})
        self._lock = threading.Lock()
        self._next: subprocess.Popen[bytes] | None = self._spawn()

    @property
    def pid(self) -> int | None:
        """Process id of the child that warms up; None while there is none."""
        waiting = self._next
        return waiting.pid if waiting is not None else None

    def alive(self) -> bool:
        """Always True, since each program gets a new process."""
        return True

    def _spawn(self) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        return subprocess.Popen(
            self._command,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            env=worker_environment(),
            cwd=Path(sys.executable).anchor,
            start_new_session=True,
        )

    def start(self, budgets: Budgets, level: KernelLevel) -> Start:
        with self._lock:
            process, self._next = self._next or self._spawn(), None
        pairs = [socket.socketpair() for _ in range(4)]
        _Pumps(process, *(theirs for _, theirs in pairs))
        with self._lock:
            if self._next is None:
                self._next = self._spawn()
        channel, log, dump, status = (ours for ours, _ in pairs)
        return Start(channel, log, dump, status, carried=True)

    def close(self) -> None:
        with self._lock:
            process, self._next = self._next, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe is not None:
                    pipe.close()


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Settings of a server. `owner`: the sandbox that it belongs to; each has a server of its own."""

    entry: str
    modules: tuple[str, ...]
    spawns: bool
    owner: str


def _start(settings: ServerSettings, _job: Job) -> Server:
    make = SpawnServer if settings.spawns else ForkServer
    return make(settings.entry, settings.modules)


PROGRAMS = ChildKind(
    "programs", _start, ChildLimits(at_once=16, warm=4, resident_bytes=1 << 30, idle_seconds=600.0, shared=True)
)
"""Servers that start a child for each program. The sandbox confines, counts and kills the children."""


class _Pumps:
    """Threads that copy the pipes of a process to sockets, so that one selector works on every system."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        channel: socket.socket,
        log: socket.socket,
        dump: socket.socket,
        status: socket.socket,
    ) -> None:
        self._process = process
        self._status = status
        dump.close()  # its crash reports come with its prints
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        carry = [
            threading.Thread(target=self._outward, args=(process.stdout, channel), daemon=True),
            threading.Thread(target=self._outward, args=(process.stderr, log), daemon=True),
        ]
        inward = threading.Thread(target=self._inward, args=(channel, process.stdin), daemon=True)
        obey = threading.Thread(target=self._obey, daemon=True)
        for thread in (*carry, inward, obey):
            thread.start()
        threading.Thread(target=self._finish, args=(carry,), daemon=True).start()

    @staticmethod
    def _outward(pipe: IO[bytes], target: socket.socket) -> None:
        with pipe, contextlib.suppress(OSError):
            while data := os.read(pipe.fileno(), 1 << 16):
                target.sendall(data)
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_WR)

    @staticmethod
    def _inward(source: socket.socket, pipe: IO[bytes]) -> None:
        with contextlib.suppress(OSError), pipe:
            while data := source.recv(1 << 16):
                pipe.write(data)
                pipe.flush()
        source.close()

    def _obey(self) -> None:
        while True:
            try:
                command = self._status.recv(1)
            except OSError:
                command = b""
            if command == DUMP_COMMAND and hasattr(signal, "SIGUSR1"):
                self._process.send_signal(signal.SIGUSR1)
                continue
            self._process.kill()
            if not command:
                return

    def _finish(self, carry: list[threading.Thread]) -> None:
        code = self._process.wait()
        for thread in carry:
            thread.join(1.0)
        report = {"exit": code if code >= 0 else None, "signal": -code if code < 0 else None}
        with contextlib.suppress(OSError):
            self._status.sendall(json.dumps(report).encode() + b"\n")
            self._status.shutdown(socket.SHUT_WR)
