"""Runs programs of any origin, each in a child process of its own, within budgets and, on Linux, confined by the kernel.

SECURITY.md says what each layer stops, and what is not promised on other systems.
"""

from __future__ import annotations

import atexit
import os
import sys
import threading
import uuid
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from scenewright.scene.children import Supervisor, default_supervisor
from scenewright.scene.children.kernel import KernelLevel, check_level
from scenewright.scene.errors import ConfinementError, ProgramError
from scenewright.scene.jobs import Job
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running.channel import FrameKind, frame_json
from scenewright.scene.language.running.program_run import Answer, ProgramRun, Stop
from scenewright.scene.language.running.servers import (
    PROGRAMS,
    Server,
    ServerGone,
    ServerSettings,
)

__all__ = ["Sandbox", "UnconfinedWarning", "default_sandbox"]

ENTRY = "scenewright.scene.language.running.evaluator:run_request"
_LEVELS = {"full": KernelLevel.FULL, "seccomp": KernelLevel.SECCOMP, "none": KernelLevel.NONE}


class UnconfinedWarning(UserWarning):
    """Programs run without the kernel boundary on this system."""


class Sandbox:
    """Runs programs, several at a time, from any thread. A context manager; the server starts with the first program.

    Args:
        entry: `module:function` that the child calls as `function(request, ask) -> bytes`.
        modules: modules to load before the boundary closes, besides those that programs may import.
        workers: programs that run at one time, by default the number of processors. A program that runs to answer the
            question of another (a catalogue object) starts at once.
        spawn: start a process for each program instead of forking; None chooses by the system.
        supervisor: keeps the server warm; None: the supervisor of the whole process.
    """

    def __init__(
        self,
        *,
        entry: str = ENTRY,
        modules: tuple[str, ...] = (),
        workers: int | None = None,
        spawn: bool | None = None,
        supervisor: Supervisor | None = None,
    ) -> None:
        spawns = not sys.platform.startswith("linux") if spawn is None else spawn
        self._settings = ServerSettings(entry, modules, spawns, owner=uuid.uuid4().hex)
        self._supervisor = supervisor or default_supervisor()
        self._slots = threading.Semaphore(workers or os.cpu_count() or 1)
        self._local = threading.local()
        self._server: Server | None = None
        self._closed = False

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(
        self,
        request: Mapping[str, Any],
        *,
        answer: Answer | None = None,
        budgets: Budgets | None = None,
        kernel: KernelLevel | bool | None = None,
        policy: bool = True,
        cancel: Stop | None = None,
        printed: Callable[[str], None] | None = None,
    ) -> bytes:
        """Run one program and return the result of the entry function.

        Args:
            request: JSON; `source` is the program's text.
            answer: answers the program's questions, in this thread; the program is not charged for the time.
            budgets: limits; None takes the defaults.
            kernel: how much of the kernel boundary must hold. None and True: all of it (off Linux: what there is, with
                a warning); a lower level, or False for none, is the caller's explicit choice. The environment variable
                SCENEWRIGHT_KERNEL (full, seccomp, none) sets what None means.
            policy: check the text against the policy first.
            cancel: set it from another thread to stop; the child ends within two seconds.
            printed: called once with what the program printed, the first 64 KiB of it.

        Raises:
            ProgramError: the program is wrong; PolicyError, BudgetError and ConfinementError say which layer stopped it.
        """
        budgets = budgets or Budgets()
        level = _wanted(kernel)
        try:
            orders = {"budgets": budgets.to_json(), "policy": policy, "level": int(level)}
            message = frame_json(FrameKind.REQUEST, {**request, **orders})
        except (TypeError, ValueError) as error:
            raise ProgramError(
                f"the arguments of a program must be plain numbers, texts and lists: {error}", kind="argument"
            ) from error
        cancel = _first_of(cancel, getattr(self._local, "within", None))
        with self._slot(cancel):
            for attempt in range(2):
                with self._lent() as server:
                    if sys.platform.startswith("linux"):
                        check_level(server.report, level)
                    try:
                        run = ProgramRun(server.start(budgets, level), message, budgets, answer)
                    except ServerGone as error:
                        self._supervisor.discard(server)
                        if attempt:
                            raise ConfinementError(
                                f"the program server ended each time that it was started: {error}", kind="server"
                            ) from error
                        continue
                    try:
                        return run.run(cancel)
                    finally:
                        if run.server_suspect:
                            self._supervisor.discard(server)
                        if printed is not None:
                            printed(run.printed)
            raise AssertionError("the last attempt returns or raises")

    @contextmanager
    def within(self, job: Job) -> Iterator[None]:
        """Programs that this thread runs in the block end when the job is cancelled, whatever else may cancel them."""
        before = getattr(self._local, "within", None)
        self._local.within = _Stopping(job.cancelled)
        try:
            yield
        finally:
            self._local.within = before

    def warm(self) -> None:
        """Start the server now, so that the first program does not wait for it.

        Raises:
            ConfinementError: it does not start.
        """
        with self._lent():
            pass

    def close(self) -> None:
        """End the server and whatever it runs. Closing twice is allowed."""
        self._server, self._closed = None, True
        self._supervisor.end(PROGRAMS, self._settings)

    @contextmanager
    def _lent(self) -> Iterator[Server]:
        if self._closed:
            raise ConfinementError("this sandbox is closed", kind="closed")
        with self._supervisor.lend(PROGRAMS, self._settings) as server:
            self._server = server
            yield server

    @contextmanager
    def _slot(self, cancel: Stop | None) -> Iterator[None]:
        if getattr(self._local, "inside", False):
            # Called while a program's question is answered: that program holds a slot, so waiting for one could last forever.
            yield
            return
        while not self._slots.acquire(timeout=0.05 if cancel is not None else None):
            if cancel is not None and cancel.is_set():
                raise ConfinementError("the evaluation was cancelled", kind="cancelled")
        self._local.inside = True
        try:
            yield
        finally:
            self._local.inside = False
            self._slots.release()


@dataclass(frozen=True)
class _Stopping:
    """Says what a function says."""

    is_set: Callable[[], bool]


def _first_of(one: Stop | None, other: Stop | None) -> Stop | None:
    """What stops as soon as one of the two does."""
    if one is None or other is None:
        return one or other
    return _Stopping(lambda: one.is_set() or other.is_set())


def _wanted(kernel: KernelLevel | bool | None) -> KernelLevel:
    if isinstance(kernel, KernelLevel):
        return kernel
    if kernel is False:
        return KernelLevel.NONE
    level = KernelLevel.FULL
    if kernel is None:
        name = os.environ.get("SCENEWRIGHT_KERNEL", "full").lower()
        if name not in _LEVELS:
            raise ConfinementError(f"SCENEWRIGHT_KERNEL is {name!r}: choose full, seccomp or none", kind="settings")
        level = _LEVELS[name]
    if not sys.platform.startswith("linux") and level is not KernelLevel.NONE:
        warnings.warn(
            f"programs run in a process of their own with budgets, but without a kernel boundary on {sys.platform}: "
            "see SECURITY.md, and set SCENEWRIGHT_KERNEL=none to say that you know",
            UnconfinedWarning,
            stacklevel=3,
        )
        level = KernelLevel.NONE
    return level


_default: Sandbox | None = None
_default_lock = threading.Lock()


def default_sandbox() -> Sandbox:
    """The sandbox that the whole process shares. It is made on the first call and closed at exit."""
    global _default  # noqa: PLW0603 - one warm server a process is the point
    with _default_lock:
        if _default is None:
            _default = Sandbox()
            atexit.register(_default.close)
        return _default
