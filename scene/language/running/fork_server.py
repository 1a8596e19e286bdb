"""The fork server: a warm process that keeps one confined child ready for the next program. It never runs a program itself.

The host orders a child and gets its ends of four sockets: the channel, the child's prints, its crash reports, and the
status, whose other end stays here. On the status socket the host may send DUMP (report the running line) and KILL.
Closing it kills the child too, so a host that dies leaves nothing running. The exit of the child is reported on it as JSON.

A child is forked, confined and warmed up before it is ordered, so that no program waits for this. Only its limits of memory
and processor time come with the order; this server sets them when it hands the child over.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import json
import os
import resource
import selectors
import signal
import socket
from dataclasses import dataclass
from typing import Any, NoReturn

from scenewright.scene.children.kernel import KernelLevel, Lockdown, prove, survey
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running.channel import DUMP_COMMAND, KILL_COMMAND
from scenewright.scene.language.running.child import CHANNEL, DUMP, Preparation, live
from scenewright.scene.language.running.limits import address_space, budget_limits

__all__ = ["serve"]

_FIRST_FREE = 64


def serve(control_fd: int, preparation: Preparation) -> int:
    """Serve until the host closes the control socket, then return the exit status 0."""
    control = socket.socket(fileno=control_fd)
    offered = survey()
    level = KernelLevel.NONE if not offered.seccomp else KernelLevel.FULL if offered.landlock else KernelLevel.SECCOMP
    report = prove(level)
    gc.collect()
    gc.freeze()
    server = _Server(control, preparation, report.level)
    control.send(json.dumps(report.to_json()).encode())
    return server.run()


@dataclass(frozen=True)
class _Child:
    pid: int
    status: socket.socket
    host_ends: tuple[socket.socket, ...]


class _Server:
    def __init__(self, control: socket.socket, preparation: Preparation, level: KernelLevel) -> None:
        self._control = control
        self._preparation = preparation
        self._level = level
        self._lockdowns = {each: Lockdown(each) for each in KernelLevel}
        self._base = address_space()
        self._running: dict[int, socket.socket] = {}
        self._wake_read, self._wake_write = socket.socketpair()
        for end in (self._wake_read, self._wake_write):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wake_write.fileno(), warn_on_full_buffer=False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(control, selectors.EVENT_READ)
        self._selector.register(self._wake_read, selectors.EVENT_READ)
        self._ready: _Child | None = self._fork(level)

    def run(self) -> int:
        while True:
            if self._ready is None:
                self._ready = self._fork(self._level)
            for key, _ in self._selector.select():
                if key.fileobj is self._control:
                    order = self._control.recv(1 << 16)
                    if not order:
                        for pid in self._running:
                            _kill(pid)
                        return 0
                    self._hand_over(json.loads(order))
                elif key.fileobj is self._wake_read:
                    self._wake_read.recv(4096)
                    self._reap()
                else:
                    self._command(key.data)

    def _hand_over(self, order: dict[str, Any]) -> None:
        level = KernelLevel(order["level"])
        if self._ready is not None and level is self._level:
            child, self._ready = self._ready, None
        else:
            child = self._fork(level)
        for what, soft, hard in budget_limits(Budgets.from_json(order["budgets"]), self._base):
            # A child that died while it waited is reported on its status socket.
            with contextlib.suppress(ProcessLookupError):
                resource.prlimit(child.pid, what, (soft, hard))
        socket.send_fds(self._control, [b"child"], [end.fileno() for end in child.host_ends])
        for end in child.host_ends:
            end.close()

    def _fork(self, level: KernelLevel) -> _Child:
        pairs = [socket.socketpair() for _ in range(4)]
        server = os.getpid()
        pid = os.fork()
        if pid == 0:
            self._become_child([theirs.fileno() for _, theirs in pairs[:3]], level, server)
        for _, theirs in pairs[:3]:
            theirs.close()
        status = pairs[3][1]
        self._running[pid] = status
        self._selector.register(status, selectors.EVENT_READ, data=pid)
        return _Child(pid, status, tuple(ours for ours, _ in pairs))

    def _become_child(self, fds: list[int], level: KernelLevel, server: int) -> NoReturn:
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.setpgid(0, 0)
            lockdown = self._lockdowns[level]
            lockdown.follow_parent()
            if os.getppid() != server:
                os._exit(1)
            # Move them away from the file numbers that they get below.
            channel, log, dump = (fcntl.fcntl(fd, fcntl.F_DUPFD, _FIRST_FREE) for fd in fds)
            nothing = os.open(os.devnull, os.O_RDONLY)
            for source, target in ((nothing, 0), (log, 1), (log, 2), (channel, CHANNEL), (dump, DUMP)):
                os.dup2(source, target)
            os.closerange(DUMP + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
            live(self._preparation, lockdown)
        finally:
            os._exit(1)

    def _command(self, pid: int) -> None:
        status = self._running.get(pid)
        if status is None:  # the child died and its host hung up in the same round of select: it is reaped already
            return
        try:
            data = status.recv(64)
        except ConnectionError:
            data = b""
        if KILL_COMMAND in data or not data:
            _kill(pid)
            if not data:
                self._selector.unregister(status)
        elif DUMP_COMMAND in data:
            os.kill(pid, signal.SIGUSR1)

    def _reap(self) -> None:
        while self._running:
            pid, code, usage = os.wait4(-1, os.WNOHANG)
            if pid == 0:
                return
            status = self._running.pop(pid)
            if status in self._selector.get_map():
                self._selector.unregister(status)
            report = {
                "exit": os.WEXITSTATUS(code) if os.WIFEXITED(code) else None,
                "signal": os.WTERMSIG(code) if os.WIFSIGNALED(code) else None,
                "cpu_seconds": usage.ru_utime + usage.ru_stime,
                "peak_kib": usage.ru_maxrss,
            }
            # A host that has its answer may have closed its end.
            with contextlib.suppress(OSError):
                status.sendall(json.dumps(report).encode() + b"\n")
            status.close()
            if self._ready is not None and self._ready.pid == pid:
                for end in self._ready.host_ends:
                    end.close()
                self._ready = None


def _kill(pid: int) -> None:
    # The child is not reaped yet, so the number is still its own. Killing the group ends what it may have started, too.
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError):
            kill(pid, signal.SIGKILL)
