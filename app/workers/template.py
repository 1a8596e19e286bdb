"""The template: a process that has loaded what every worker needs, and forks one for each open scene. It runs no work of its own, so it
has one thread, which makes forking safe.

The host orders a worker with a JSON message and three file descriptors: the worker's channel, its status socket, and a pipe for what
libraries print. The status socket stays here: the host may send KILL on it, and gets the exit of the worker as JSON. The host cannot
kill by a process number that belongs to somebody else by now, since only this process reaps.

Whatever a worker started becomes a child of this process when the worker ends, and is killed then: nothing outlives its worker.
"""

from __future__ import annotations

import ctypes
import faulthandler
import fcntl
import gc
import json
import os
import resource
import selectors
import signal
import socket
import sys
from contextlib import suppress
from typing import Any, NoReturn

__all__ = ["KILL", "serve_forks"]

KILL = b"k"
"""What the host sends on a worker's status socket."""

_LOOK_SECONDS = 1.0
"""Interval at which orphans of living workers are looked for."""

_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36

_SAFE_TO_LOAD = (
    "scenewright.app.settings",
    "scenewright.app.actions.table",
    "scenewright.app.workers.serving",
    "scenewright.app.workers.reports",
    "scenewright.app.writers.embedded.composer",
    "scenewright.app.agent.scene_writers",
    "scenewright.scene.language.editing.editor",
    "scenewright.scene.language.running.evaluator",
    "scenewright.scene.language.running.program",
    "scenewright.scene.language.running.sandbox",
    "scenewright.scene.report",
    "scenewright.scene.geometry.triangles",
    "scenewright.scene.geometry.updates",
    "scenewright.scene.semantics.scene_graph.graph",
    "scenewright.scene.semantics.queries.query",
    "scenewright.scene.semantics.questions.asking_lexicon",
    "scenewright.scene.layout.layout",
    "scenewright.scene.layout.report",
    "scenewright.scene.export.files",
    "scenewright.renderers.preview.renderer",
    "scenewright.assets.folder_assets",
    "scenewright.assets.packs.folder",
    "PIL.PngImagePlugin",
    "libcst",
    "platformdirs.unix",
    "pluralizer",
    "scipy.spatial",
    "trimesh",
    "shapely",
    "tomlkit",
)
"""Modules that start no thread and read nothing of a user's when they are loaded."""

_SLOW_TO_LOAD = ("numba", "torch", "open3d", "mujoco")
"""Modules that take seconds to load; workers share their memory. Loading them starts no thread here, where each pool has one, and touches
no graphics card. What is not installed is left out."""


def serve_forks(control_fd: int, *, preload: bool) -> int:
    """Fork workers until the host closes the control socket; then end them all and return the exit status 0.

    Args:
        preload: load the modules that are slow to load, too.
    """
    import importlib
    import importlib.util

    control = socket.socket(fileno=control_fd)
    _control_process(_PR_SET_CHILD_SUBREAPER, 1)
    slow = [name for name in _SLOW_TO_LOAD if importlib.util.find_spec(name) is not None] if preload else []
    for name in (*_SAFE_TO_LOAD, *slow):
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    threads = len(os.listdir("/proc/self/task"))
    control.send(json.dumps({"threads": threads}).encode())
    return _Template(control).run()


class _Template:
    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._workers: dict[int, socket.socket] = {}
        self._wake_read, self._wake_write = socket.socketpair()
        for end in (self._wake_read, self._wake_write):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wake_write.fileno(), warn_on_full_buffer=False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(control, selectors.EVENT_READ)
        self._selector.register(self._wake_read, selectors.EVENT_READ)

    def run(self) -> int:
        while True:
            ready = self._selector.select(_LOOK_SECONDS if self._workers else None)
            for key, _ in ready:
                if key.fileobj is self._control:
                    message, fds, _, _ = socket.recv_fds(self._control, 1 << 16, 3)
                    if not message:
                        self._end_all()
                        return 0
                    self._fork(json.loads(message), fds)
                elif key.fileobj is self._wake_read:
                    self._wake_read.recv(4096)
                else:
                    self._command(key.data)
            self._reap()
            self._end_orphans()

    def _fork(self, order: dict[str, Any], fds: list[int]) -> None:
        channel, status, errors = fds
        template = os.getpid()
        pid = os.fork()
        if pid == 0:
            try:
                os.close(status)
                self._become_worker(order, channel, errors, template)
            finally:
                os._exit(1)
        os.close(channel)
        os.close(errors)
        held = socket.socket(fileno=status)
        self._workers[pid] = held
        self._selector.register(held, selectors.EVENT_READ, data=pid)
        self._control.send(json.dumps({"pid": pid}).encode())

    def _become_worker(self, order: dict[str, Any], channel_fd: int, errors: int, template: int) -> NoReturn:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()  # what it starts can be killed together
        _control_process(_PR_SET_PDEATHSIG, int(signal.SIGKILL))
        if os.getppid() != template:
            os._exit(1)
        self._selector.close()
        for each in (self._control, self._wake_read, self._wake_write, *self._workers.values()):
            each.close()
        _own_streams(errors)
        _held_to(order["memory_bytes"], order["niceness"])
        os.environ.update(order["variables"])
        os.chdir(order["folder"])

        from scenewright.app.workers.frames import WorkerChannel
        from scenewright.app.workers.serving import serve

        connection = socket.socket(fileno=channel_fd)
        serve(
            WorkerChannel(connection.makefile("rb"), connection.makefile("wb"), close=connection.close),
            order["opening"],
        )
        os._exit(0)  # threads that still work must not hold it

    def _command(self, pid: int) -> None:
        status = self._workers.get(pid)
        if status is None:  # it ended and was reaped in the same round
            return
        try:
            data = status.recv(64)
        except ConnectionError:
            data = b""
        _kill(pid)  # KILL, or the host has forgotten the worker
        if not data:
            self._selector.unregister(status)

    def _reap(self) -> None:
        with suppress(ChildProcessError):
            while True:
                pid, code = os.waitpid(-1, os.WNOHANG)
                if pid == 0:
                    return
                status = self._workers.pop(pid, None)
                if status is None:
                    continue  # an orphan
                if status in self._selector.get_map():
                    self._selector.unregister(status)
                ended = {
                    "exit": os.WEXITSTATUS(code) if os.WIFEXITED(code) else None,
                    "signal": os.WTERMSIG(code) if os.WIFSIGNALED(code) else None,
                }
                with suppress(OSError):  # the host may have closed its end
                    status.sendall(json.dumps(ended).encode())
                status.close()

    def _end_orphans(self) -> None:
        """Kill what workers left behind. Their own children come here next, so that a few rounds end all."""
        thread = os.getpid()
        with open(f"/proc/self/task/{thread}/children", "rb") as file:
            children = list(map(int, file.read().split()))
        for pid in children:
            if pid not in self._workers:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

    def _end_all(self) -> None:
        signal.set_wakeup_fd(-1)
        for pid in self._workers:
            _kill(pid)
        while self._workers:
            pid, _ = os.waitpid(-1, 0)
            self._workers.pop(pid, None)
            self._end_orphans()


def _control_process(what: int, value: int) -> None:
    ctypes.CDLL(None).prctl(what, ctypes.c_ulong(value), *(ctypes.c_ulong(0),) * 3)


def _kill(pid: int) -> None:
    # the worker is not reaped yet, so that the number is still its own
    for kill in (os.killpg, os.kill):
        with suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)


def _own_streams(errors: int) -> None:
    """Standard output goes nowhere. What libraries print on standard error goes into a pipe that drops what nobody reads; the host looks
    there when the worker crashed."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    fcntl.fcntl(errors, fcntl.F_SETFL, os.O_NONBLOCK)
    os.dup2(errors, 2)
    os.close(errors)
    sys.stdout = sys.stderr = open(nothing, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - lives as long as the worker
    faulthandler.enable(2)


def _held_to(memory_bytes: int, niceness: int) -> None:
    """The kernel's limits. RLIMIT_DATA counts the address space of one process that can be written: what asks for too much gets a
    MemoryError. The supervisor watches what all processes of a worker really use."""
    with open("/proc/self/status", "rb") as file:
        begun = next(int(line.split()[1]) * 1024 for line in file if line.startswith(b"VmData:"))
    resource.setrlimit(resource.RLIMIT_DATA, (begun + memory_bytes,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(niceness)
    with open("/proc/self/oom_score_adj", "w", encoding="ascii") as file:
        file.write("500")  # where the machine's memory ends, a worker goes first
