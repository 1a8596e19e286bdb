"""Runs jobs one after the other in a worker that stays warm, and is replaced when it is lost."""

from __future__ import annotations

import json
import platform
import shutil
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import psutil

from scenewright.app.batch.attempts import Attempt, AttemptResult, moved_inputs
from scenewright.app.batch.stores import RESULT
from scenewright.app.version import __version__
from scenewright.app.workers import RemoteSession, SceneWorkers, WorkerError, WorkerLimits
from scenewright.scene import atomic
from scenewright.scene.children import Supervisor
from scenewright.scene.data_dir import current_data_dir
from scenewright.scene.errors import InternalError, JobCancelled, ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.model import SCHEMA

__all__ = ["JobRunner", "memory_for_each"]

_SHARE_OF_MEMORY = 0.8
"""Of the machine's memory, for all workers together."""

_LOST = frozenset({"crash", "ended", "wire", "closed"})
"""Kinds of a WorkerError that say nothing of the job: it may be tried again."""

_KINDS = {"write": "disk", "read-only": "disk"}
"""What the manifest calls errors of files that cannot be written."""

_IDLE = 1e6
"""Seconds that a worker is kept without work: it waits for the jobs of its batch."""

_GRACE = 2.0
"""Seconds that cancelled work has to end by itself."""


@dataclass
class JobRunner:
    """A worker of a batch, for one thread.

    Attributes:
        threads: of numeric libraries.
        memory_bytes: for jobs that do not say their own.
        templates: lends the process that workers are forked from; several runners of a process can share it.
        preload: load the libraries of models once for all workers of the process that they are forked from, which takes it some seconds.
        keys: environment variables with keys of model providers.
    """

    threads: int
    memory_bytes: int
    templates: Supervisor
    preload: bool = False
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    _workers: SceneWorkers | None = field(default=None, init=False)
    _session: RemoteSession | None = field(default=None, init=False)
    _memory: int = field(default=0, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    def run(self, attempt: Attempt, folder: Path, places: Mapping[str, str], *, job: Job) -> AttemptResult:
        """Run a job.

        Args:
            folder: an empty folder, which gets the results and ``result.json``; if the attempt fails, it is removed.
            places: where inputs lie on this machine, if elsewhere than the job says.
        """
        steps, scene = moved_inputs(attempt.job, places)
        cache = folder.with_name(f"{folder.name}.cache")
        begun = time.monotonic()
        try:
            cache.mkdir()
            order = {"steps": steps, "scene": scene, "folder": str(folder), "cache": str(cache)}
            done = self._ready(attempt.memory_bytes or self.memory_bytes).run_chain(
                order, job=job, seconds=attempt.seconds
            )
            result = self._told(attempt, done, begun, folder)
        except JobCancelled:
            result = AttemptResult(_since(begun), platform.node(), cancelled=True)
        except OSError as error:
            result = _failed(begun, "disk", f"{error.filename or folder}: {error.strerror or error}")
        except ScenewrightError as error:
            result = self._refused(error, begun)
        finally:
            shutil.rmtree(cache, ignore_errors=True)
        if not result.finished:
            shutil.rmtree(folder, ignore_errors=True)
        return result

    def close(self) -> None:
        """End the worker, even amid its work."""
        with self._lock:
            workers, self._workers, self._session = self._workers, None, None
        if workers is not None:
            workers.close()

    def _ready(self, memory_bytes: int) -> RemoteSession:
        """The worker, which is replaced for a job that may take more or less memory."""
        if self._session is not None and self._memory != memory_bytes:
            self.close()
        if self._session is None:
            limits = WorkerLimits(
                memory_bytes=memory_bytes,
                grace_seconds=_GRACE,
                idle_seconds=_IDLE,
                niceness=0,
                commands_per_owner=1,
                workers_per_owner=1,
                workers=1,
                threads=self.threads,
                share_cores=False,
                preload=self.preload,
            )
            workers = SceneWorkers(limits, templates=self.templates)
            session = workers.open(None, writable=False, keys=self._variables())
            with self._lock:
                self._workers, self._session, self._memory = workers, session, memory_bytes
        assert self._session is not None
        return self._session

    def _variables(self) -> dict[str, str]:
        """The places of the user that this process works for, which the worker works for, too, and keys."""
        return {**current_data_dir().environment(), **self.keys}

    def _told(self, attempt: Attempt, done: Mapping[str, object], begun: float, folder: Path) -> AttemptResult:
        steps = tuple(s for s in _list(done.get("steps")) if isinstance(s, dict))
        peak = done.get("peak_bytes")
        peak_bytes = peak if isinstance(peak, int) else None
        error = done.get("error")
        if isinstance(error, dict):
            number, count = error.get("step"), len(attempt.job.steps)
            kinds = attempt.job.kinds
            at = number if isinstance(number, int) and 0 <= number < count else 0
            about = "" if count == 1 else f"step {at + 1} of {count}, {kinds[at]}: "
            kind = str(error.get("kind") or error.get("class") or "error")
            reason = f"{about}{error.get('message', '')}"
            kind = _KINDS.get(kind, kind)
            return AttemptResult(_since(begun), platform.node(), steps, kind, reason, peak_bytes=peak_bytes)
        seconds = _since(begun)
        values = {
            "schema": SCHEMA,
            "version": __version__,
            "job": {
                "key": attempt.job.key,
                "label": attempt.job.label,
                "scene": attempt.job.scene,
                "steps": [dict(s) for s in attempt.job.steps],
            },
            "seconds": seconds,
            "steps": steps,
        }
        atomic.write(folder / RESULT, json.dumps(values, ensure_ascii=False, indent=1).encode(), durable=False)
        return AttemptResult(seconds, platform.node(), steps, peak_bytes=peak_bytes)

    def _refused(self, error: ScenewrightError, begun: float) -> AttemptResult:
        if isinstance(error, WorkerError):
            lost = error.kind in _LOST
            return AttemptResult(_since(begun), platform.node(), kind=error.kind, reason=str(error), again=lost)
        kind = "internal" if isinstance(error, InternalError) else str(getattr(error, "kind", "error"))
        return _failed(begun, _KINDS.get(kind, kind), str(error))


def memory_for_each(workers: int) -> int:
    """Bytes that each of so many workers of this machine may take."""
    return int(psutil.virtual_memory().total * _SHARE_OF_MEMORY / max(workers, 1))


def _failed(begun: float, kind: str, reason: str) -> AttemptResult:
    return AttemptResult(_since(begun), platform.node(), kind=kind, reason=reason)


def _since(begun: float) -> float:
    return round(time.monotonic() - begun, 3)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
