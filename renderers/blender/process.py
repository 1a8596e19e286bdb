"""A Blender worker process from the host's side: it is started, asked and reliably ended here.

:mod:`scenewright.scene.children` keeps it warm.
"""

from __future__ import annotations

import contextlib
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy.typing as npt

from scenewright.renderers.base import RenderError
from scenewright.renderers.blender.inside_blender.framing import FramingError, read_message, write_message
from scenewright.scene.children.memory import resident_bytes
from scenewright.scene.children.processes import end_group
from scenewright.scene.jobs import Job

__all__ = ["BlenderCrash", "BlenderJobError", "BlenderProcess", "BlenderTimeout", "Heard", "scrubbed_environment"]

START_SECONDS = 120.0
"""Most seconds for the start; loading Blender from a cold disk may take most of a minute."""

_POLL_SECONDS = 0.1
_TAIL_LINES = 15
_GIB = 1 << 30
_LEAST_MEMORY = 3 * _GIB

_KEPT = frozenset(
    {"PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH",
     "SYSTEMROOT", "WINDIR", "COMSPEC", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "SSL_CERT_FILE"}
)  # fmt: skip
_KEPT_STARTS = ("LC_", "XDG_", "DYLD_", "CUDA_", "NVIDIA_", "HIP_", "ROCR_", "HSA_", "ONEAPI_", "SYCL_", "ZE_")

Message = dict[str, Any]
Arrays = Mapping[str, npt.NDArray[Any]]
Heard = Callable[[Message, dict[str, npt.NDArray[Any]]], None]


class BlenderCrash(RenderError):
    """The worker died. The message ends with the last lines of its log."""


class BlenderTimeout(RenderError):
    """The worker was stopped because its time was over."""


class BlenderJobError(RenderError):
    """The job failed; the worker can be used again."""


@dataclass(frozen=True)
class _Ended:
    """The last item of the reading thread: the stream has ended, or is damaged."""

    why: str


def scrubbed_environment(threads: int) -> dict[str, str]:
    """The environment of a worker: without keys and Python settings, with capped thread pools."""
    kept = {k: v for k, v in os.environ.items() if k.upper() in _KEPT or k.upper().startswith(_KEPT_STARTS)}
    caps = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
    return kept | dict.fromkeys(caps, str(threads)) | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONNOUSERSITE": "1"}


class BlenderProcess:
    """A running worker. `ready`: its first answer, with version, GPUs and denoiser."""

    def __init__(self, command: list[str], *, threads: int, job: Job | None = None) -> None:
        """Start the worker and wait for its first answer.

        Args:
            command: the command line.
            threads: most threads of its thread pools.

        Raises:
            BlenderCrash: it did not start; the message has its output.
            BlenderTimeout: it did not answer.
            JobCancelled: the job was cancelled meanwhile.
        """
        self.scratch = Path(tempfile.mkdtemp(prefix="scenewright-blender-"))
        self._log = self.scratch / "start.log"
        with self._log.open("wb") as log:
            try:
                self._process = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    cwd=self.scratch,
                    env=scrubbed_environment(threads),
                    start_new_session=True,
                )
            except OSError as error:
                shutil.rmtree(self.scratch, ignore_errors=True)
                raise BlenderCrash(f"Blender cannot be started: {command[0]}: {error.strerror}") from error
        self._end = weakref.finalize(self, _end, os.getpid(), self._process, self.scratch)
        self._answers: queue.Queue[tuple[Message, dict[str, npt.NDArray[Any]]] | _Ended] = queue.Queue()
        threading.Thread(target=_read, args=(self._process, self._answers), daemon=True).start()
        try:
            self.ready = self._wait(time.monotonic() + START_SECONDS, None, job or Job(), "while it started")
        except BaseException:
            self.close()
            raise

    @property
    def pid(self) -> int:
        return self._process.pid

    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(
        self,
        request: Message,
        arrays: Arrays,
        *,
        seconds: float,
        heard: Heard,
        job: Job,
        log: Path,
        waiting: Callable[[], None] | None = None,
        memory_share: float = 0.75,
    ) -> Message:
        """Run one request and return its ``done`` answer; all other answers go to `heard`.

        After any failure that the worker did not report itself, it has ended.

        Args:
            waiting: is called some ten times a second while there is no answer.
            memory_share: share of the free memory that the worker may use (Linux).

        Raises:
            BlenderJobError: the worker says that the job failed.
            BlenderCrash, BlenderTimeout, JobCancelled: it died, took over `seconds`, or the job was cancelled.
        """
        self._log = log
        log.touch()
        _limit_memory(self._process.pid, memory_share)
        # in a thread: a worker that no longer reads must not block the host
        threading.Thread(
            target=_write,
            args=(self._process, {**request, "log": str(log), "scratch": str(self.scratch)}, dict(arrays)),
            daemon=True,
        ).start()
        try:
            return self._wait(time.monotonic() + seconds, heard, job, f"of the {seconds:g} s it had", waiting)
        except BlenderJobError:
            raise
        except BaseException:
            # after any other error, or an interrupt, the worker is in the middle of a job
            self.close()
            raise

    def close(self) -> None:
        """End the worker and all its child processes at once."""
        self._end()

    def tail(self) -> str:
        """The last lines of its log."""
        try:
            text = self._log.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
        return "\n".join([line for line in text.splitlines() if line.strip()][-_TAIL_LINES:])

    def _wait(
        self,
        deadline: float,
        heard: Heard | None,
        job: Job,
        allowed: str,
        waiting: Callable[[], None] | None = None,
    ) -> Message:
        while True:
            job.check()
            left = deadline - time.monotonic()
            if left <= 0.0:
                raise BlenderTimeout(
                    f"Blender was stopped at the end {allowed}: ask for fewer samples or a smaller picture, or allow "
                    f"more time\n{self.tail()}".rstrip()
                )
            try:
                item = self._answers.get(timeout=min(_POLL_SECONDS, left))
            except queue.Empty:
                if waiting is not None:
                    waiting()
                continue
            if isinstance(item, _Ended):
                raise BlenderCrash(f"Blender {self._fate()}{item.why}:\n{self.tail()}".rstrip(":\n"))
            message, arrays = item
            if message["answer"] in ("done", "ready"):
                return message
            if message["answer"] == "failed" and message["memory"]:
                raise BlenderCrash(f"Blender ran out of memory: {message['message']}")
            if message["answer"] == "failed":
                raise BlenderJobError(f"Blender could not do the job: {message['message']}")
            if heard is not None:
                heard(message, arrays)

    def _fate(self) -> str:
        try:
            status = self._process.wait(timeout=2.0)
        except subprocess.TimeoutExpired:
            return "broke off its answer"
        if status < 0:
            with contextlib.suppress(ValueError):
                return f"was ended by {signal.Signals(-status).name}"
        return f"ended with status {status}"


def _read(process: subprocess.Popen[bytes], answers: queue.Queue[Any]) -> None:
    stream = process.stdout
    assert stream is not None
    greeting = bytearray()
    first: bytearray | None = greeting
    while True:
        try:
            item = read_message(stream, greeting=first)
        except (FramingError, OSError, ValueError) as error:
            answers.put(_Ended(f" ({error})"))
            return
        if item is None:
            answers.put(_Ended(""))
            return
        first = None
        answers.put(item)


def _write(process: subprocess.Popen[bytes], request: Message, arrays: dict[str, npt.NDArray[Any]]) -> None:
    assert process.stdin is not None
    # if the reader has gone, the end of its answers gives a better message
    with contextlib.suppress(OSError, ValueError):
        write_message(process.stdin, request, arrays)


def _end(owner: int, process: subprocess.Popen[bytes], scratch: Path) -> None:
    if os.getpid() != owner:  # in a fork of the host: the worker is not ours
        return
    end_group(process)
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                stream.close()
    shutil.rmtree(scratch, ignore_errors=True)


def _limit_memory(pid: int, share: float) -> None:
    """On Linux: limit the worker's data to its present size plus `share` of the free memory, and make it the first process that the
    kernel ends if memory runs out. The limit can be raised for the next request."""
    if sys.platform != "linux":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        available = next(
            int(line.split()[1]) * 1024
            for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
            if line.startswith("MemAvailable:")
        )
        cap = max((resident_bytes(pid) or 0) + int(available * share), _LEAST_MEMORY)
        _, hard = resource.prlimit(pid, resource.RLIMIT_DATA)
        resource.prlimit(pid, resource.RLIMIT_DATA, (cap if hard == resource.RLIM_INFINITY else min(cap, hard), hard))
        Path(f"/proc/{pid}/oom_score_adj").write_text("800", encoding="ascii")
