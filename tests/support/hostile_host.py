"""A host process that is given hostile input, case after case, while its time and memory are watched from outside.

A task is a function `module:function` of plain JSON arguments that does what a host does with the input. The host survives all cases
where Scenewright is sound, so one process serves a whole corpus.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psutil

from tests.support.locations import REPOSITORY

MOST_SECONDS = 20.0
MOST_MEGABYTES = 1536.0
"""Over what the process and its children hold when they are idle."""
_KILL_SECONDS = 120.0
_SAMPLE_SECONDS = 0.02


@dataclass(frozen=True)
class Attempt:
    """How the host took one case. `outcome`: 'done', 'error' (one of ours, by name), 'crash' (any other exception) or 'dead' (the
    process ended, or had to be killed)."""

    outcome: str
    error: str
    """Class of the error; '' without one."""
    message: str
    value: Any
    seconds: float
    """Processor time of the host and its children, which the load of the machine does not change."""
    megabytes: float

    def complaint(self, *, seconds: float = MOST_SECONDS, megabytes: float = MOST_MEGABYTES) -> str:
        """Why the case was not held; '' where it was."""
        if self.outcome in ("crash", "dead"):
            return f"{self.outcome}: {self.error} {self.message[-2000:]}"
        if self.seconds > seconds:
            return f"it took {self.seconds:.1f} s"
        if self.megabytes > megabytes:
            return f"it took {self.megabytes:,.0f} MB"
        if self.outcome == "error" and not self.message.strip():
            return f"a {self.error} without a message"
        return ""


class HostileHost:
    """The process, started on the first case and again after it died. A context manager."""

    def __init__(self, environment: dict[str, str] | None = None) -> None:
        self._environment = {**os.environ, "OMP_NUM_THREADS": "1", **(environment or {})}
        self._process: subprocess.Popen[str] | None = None
        self.starts = 0

    def __enter__(self) -> HostileHost:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def attempt(self, task: str, *arguments: Any) -> Attempt:
        """Run `task` with JSON arguments in the host."""
        process = self._process or self._start()
        watch = _Watch(process.pid)
        killer = threading.Timer(_KILL_SECONDS, self._kill)
        killer.start()
        with watch:
            assert process.stdin is not None
            assert process.stdout is not None
            line = ""
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write(json.dumps([task, arguments]) + "\n")
                process.stdin.flush()
                line = process.stdout.readline()
        killer.cancel()
        seconds = watch.seconds
        if not line:
            self._end()
            return Attempt("dead", "", f"exit code {process.returncode}", None, seconds, watch.megabytes)
        answer = json.loads(line)
        return Attempt(answer["outcome"], answer["error"], answer["message"], answer["value"], seconds, watch.megabytes)

    def _start(self) -> subprocess.Popen[str]:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=REPOSITORY,
            env=self._environment,
            start_new_session=True,
        )
        self.starts += 1
        assert self._process.stdout is not None
        self._process.stdout.readline()
        return self._process

    def _kill(self) -> None:
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, 9)

    def _end(self) -> None:
        if self._process is not None:
            self._kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(BrokenPipeError):
                    if pipe is not None:
                        pipe.close()
            self._process = None


class _Watch:
    """Samples the memory of a process and all its children; `megabytes` is the most that it rose over the first sample."""

    def __init__(self, pid: int) -> None:
        self._root = psutil.Process(pid)
        self._idle = self._held()
        self._most = self._idle
        self._spent_before = self._spent()
        self.seconds = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> _Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self.seconds = max(self.seconds, self._spent() - self._spent_before)

    @property
    def megabytes(self) -> float:
        return (self._most - self._idle) / 1e6

    def _sample(self) -> None:
        while not self._over.wait(_SAMPLE_SECONDS):
            self._most = max(self._most, self._held())
            self.seconds = max(self.seconds, self._spent() - self._spent_before)

    def _spent(self) -> float:
        """Seconds of processor of the processes that live, and of their children that ended."""
        total = 0.0
        with contextlib.suppress(psutil.Error):
            for process in (self._root, *self._root.children(recursive=True)):
                with contextlib.suppress(psutil.Error):
                    total += sum(process.cpu_times()[:4])
        return total

    def _held(self) -> int:
        total = 0
        with contextlib.suppress(psutil.Error):
            total += self._root.memory_info().rss
            for child in self._root.children(recursive=True):
                with contextlib.suppress(psutil.Error):
                    used = child.memory_info()
                    total += used.rss - used.shared  # a forked child shares most of its memory with its server
        return total


def _serve() -> None:
    from scenewright.scene.errors import ScenewrightError

    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a case prints does not reach the protocol
    print("ready", file=out, flush=True)
    for line in _lines():
        task, arguments = json.loads(line)
        module, _, name = task.partition(":")
        answer: dict[str, Any] = {"outcome": "done", "error": "", "message": "", "value": None}
        try:
            function = getattr(importlib.import_module(module), name)
            value = function(*arguments)
            json.dumps(value)
            answer["value"] = value
        except ScenewrightError as error:
            answer |= {"outcome": "error", "error": type(error).__name__, "message": str(error)[:20_000]}
        except BaseException as error:  # noqa: BLE001 - whatever else comes is what the corpus looks for
            answer |= {"outcome": "crash", "error": type(error).__name__, "message": traceback.format_exc()[-4000:]}
        print(json.dumps(answer), file=out, flush=True)


def _lines() -> Iterator[str]:
    while line := sys.stdin.readline():
        yield line


if __name__ == "__main__":
    _serve()
