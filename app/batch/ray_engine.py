"""The engine of many machines: a pool of Ray actors, each with a warm process of its own.

Jobs are given to actors one at a time, so that a lost machine costs the jobs that ran there and nothing else. This process alone puts
results in their place (but those that go to a URL), writes the manifest, and says which job is tried again; Ray retries nothing by itself.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from scenewright.app.batch.attempts import Attempt, AttemptResult
from scenewright.app.batch.errors import BatchError
from scenewright.app.batch.job_queue import JobQueue
from scenewright.app.batch.packing import pack, unpack
from scenewright.app.batch.planning import PlannedJob
from scenewright.app.batch.ray_worker import BatchWorker, attempt_to_json
from scenewright.app.version import __version__
from scenewright.scene.jobs import Job

__all__ = ["RayEngine", "WorkerShape"]

_CONNECT_SECONDS = 5.0
_LOOK_SECONDS = 0.25
_RESOURCES_SECONDS = 2.0
"""Between two looks at what the cluster has."""
_BEYOND_SECONDS = 60.0
"""After its time limit a job is ended by its worker. If nothing comes so long after that, the worker is ended."""
_FAILED_STARTS = 3


@dataclass(frozen=True)
class WorkerShape:
    """What one worker takes of the cluster: cores, GPUs, and GB of memory, None: not planned with."""

    cpus: float
    gpus: float
    memory_gb: float | None

    def of(self, job: PlannedJob) -> WorkerShape:
        """The shape of a worker for this job."""
        own = job.limits
        return WorkerShape(own.cpus or self.cpus, own.gpus or self.gpus, own.memory_gb or self.memory_gb)

    def __str__(self) -> str:
        memory = "" if self.memory_gb is None else f", {self.memory_gb:g} GB"
        return f"{self.cpus:g} cores, {self.gpus:g} GPUs{memory}"


class RayEngine:
    """Runs jobs on a Ray cluster. Its actors end with this process, however it ends."""

    def __init__(
        self,
        *,
        address: str | None,
        workers: int | None,
        shape: WorkerShape,
        partial: Path,
        store_url: str | None,
        start_seconds: float,
    ) -> None:
        """
        Args:
            address: of the cluster; None: Ray is started on this machine, unless this process is connected already.
            workers: most actors; None: as many as the cluster has cores for.
            shape: what a worker takes where a job says nothing else.
            partial: folder of this machine for results that are not whole.
            store_url: where actors put results; None: this process does.
            start_seconds: time that the cluster has to find a place for a first worker.

        Raises:
            BatchError: 'engine': Ray is not installed.
        """
        try:
            import ray  # noqa: F401
        except ImportError as error:
            raise BatchError(
                "Ray is not installed: pip install 'scenewright[ray]', or use --engine local", kind="engine"
            ) from error
        self._address, self._workers, self._shape = address, workers, shape
        self._partial, self._url, self._start_seconds = partial, store_url, start_seconds

    def run(self, queue: JobQueue, *, job: Job) -> None:
        """Run all jobs of a queue.

        Raises:
            BatchError: 'engine': the cluster cannot be reached or has no place for a worker; 'out': results or manifest cannot be written.
            JobCancelled: the job was cancelled; what was running is told as cancelled.
        """
        with _connected(self._address):
            pool = _ActorPool(queue, self._shape, self._workers, self._partial, self._url, self._start_seconds, job)
            try:
                while not queue.done:
                    job.check()
                    pool.give()
                    pool.collect()
            except BaseException:
                queue.stop()
                pool.cancel()
                raise
            finally:
                pool.close()
        if queue.error is not None:
            raise queue.error


@contextmanager
def _connected(address: str | None) -> Iterator[None]:
    """Be connected to a cluster within the block.

    Raises:
        BatchError: it cannot be reached.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # no telemetry; Ray reads it when it starts
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    import ray

    if ray.is_initialized():
        yield
        return
    if address is not None and address != "auto":
        _refuse_unreachable(address)
    try:
        ray.init(
            address=address,
            include_dashboard=None if address else False,
            log_to_driver=False,
            logging_level=logging.ERROR,
        )
    except (ConnectionError, ValueError, RuntimeError, OSError) as error:
        where = "no Ray cluster runs on this machine" if address == "auto" else f"Ray at {address} cannot be used"
        raise BatchError(f"{where}: {_first_line(error)}", kind="engine") from error
    try:
        yield
    finally:
        ray.shutdown()


def _refuse_unreachable(address: str) -> None:
    """Ray itself tries for minutes."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if not (host and port.isdecimal()):
        raise BatchError(
            f"{address} is no address of a cluster: give auto, host:port or ray://host:port", kind="engine"
        )
    try:
        socket.create_connection((host.strip("[]"), int(port)), _CONNECT_SECONDS).close()
    except OSError as error:
        raise BatchError(
            f"no Ray cluster answers at {address} ({error.strerror or error}): look at `ray status` there",
            kind="engine",
        ) from error


@dataclass(eq=False)
class _Actor:
    """An actor with what it does: it starts until `host` is known, and works while it has an attempt."""

    handle: Any
    shape: WorkerShape
    hello: Any
    since: float
    host: str = ""
    attempt: Attempt | None = None
    info: Any = None
    data: Any = None

    @property
    def waits_for(self) -> Any:
        """What comes next from it; None where it is idle."""
        return self.info if self.attempt is not None else None if self.host else self.hello


class _ActorPool:
    def __init__(
        self,
        queue: JobQueue,
        shape: WorkerShape,
        most: int | None,
        partial: Path,
        url: str | None,
        start_seconds: float,
        job: Job,
    ) -> None:
        import ray

        self._ray: Any = ray
        self._queue, self._shape, self._most = queue, shape, most
        self._partial, self._url, self._start_seconds, self._job = partial, url, start_seconds, job
        self._actors: list[_Actor] = []
        self._held: dict[str, Any] = {}
        self._cores, self._looked = 0.0, -1e9
        self._failed_starts = 0
        self._idle_since = time.monotonic()
        self._class: Any = self._ray.remote(BatchWorker)

    def give(self) -> None:
        """Give jobs to idle actors, end those that no waiting job fits, and start further ones."""
        for actor in [a for a in self._actors if a.host and a.attempt is None]:
            attempt = self._queue.take(partial(self._fits, actor), wait=False)
            if attempt is not None:
                self._begin(actor, attempt)
            elif self._queue.waiting:
                self._end(actor)
        starting = [a.shape for a in self._actors if not a.host]
        for planned in self._queue.waiting:
            if len(self._actors) >= self._room():
                break
            shape = self._shape.of(planned)
            if shape in starting:
                starting.remove(shape)  # one that starts already will take it
            else:
                self._start(shape)

    def collect(self) -> None:
        """Wait a moment for what actors have to say, and tell the queue.

        Raises:
            BatchError: 'engine': no worker starts.
        """
        waited = {actor.waits_for: actor for actor in self._actors if actor.waits_for is not None}
        if not waited:
            time.sleep(_LOOK_SECONDS)
            return
        ready, _ = self._ray.wait(list(waited), num_returns=1, timeout=_LOOK_SECONDS)
        for ref in ready:
            actor = waited[ref]
            if actor.attempt is not None:
                self._finish(actor, actor.attempt)
            else:
                self._greet(actor)
        self._look_at_time()

    def cancel(self) -> None:
        """Tell all that runs as cancelled."""
        for actor in self._actors:
            if actor.attempt is not None:
                seconds = round(time.monotonic() - actor.since, 3)
                self._queue.ended(actor.attempt, AttemptResult(seconds, actor.host, cancelled=True))
                actor.attempt = None
                self._kill(actor)
        self._actors = [a for a in self._actors if a.host]

    def close(self) -> None:
        """End all actors; they remove their folders."""
        closing = [a.handle.close.remote() for a in self._actors if a.host and a.attempt is None]
        if closing:
            with suppress(Exception):  # an actor that is gone needs no end
                self._ray.wait(closing, num_returns=len(closing), timeout=5.0)
        for actor in self._actors:
            self._kill(actor)
        self._actors = []

    # -- within -------------------------------------------------------------------------------------------------------

    def _fits(self, actor: _Actor, planned: PlannedJob) -> bool:
        return self._shape.of(planned) == actor.shape

    def _room(self) -> int:
        """How many actors there may be."""
        if self._most is not None:
            return self._most
        now = time.monotonic()
        if now - self._looked > _RESOURCES_SECONDS:
            self._looked, self._cores = now, float(self._ray.cluster_resources().get("CPU", 0.0))
        return max(int(self._cores / self._shape.cpus), 1)

    def _start(self, shape: WorkerShape) -> None:
        options: dict[str, Any] = {
            "num_cpus": shape.cpus,
            "num_gpus": shape.gpus,
            "max_restarts": 0,
            "max_task_retries": 0,
        }
        if shape.memory_gb is not None:
            options["memory"] = int(shape.memory_gb * 1e9)
        cores = [float(n["Resources"].get("CPU", 1.0)) for n in self._ray.nodes() if n["Alive"]]
        here = max(int(max(cores, default=1.0) / shape.cpus), 1)
        handle = self._class.options(**options).remote(max(int(shape.cpus), 1), here, self._url)
        self._actors.append(_Actor(handle, shape, handle.hello.remote(), time.monotonic()))

    def _greet(self, actor: _Actor) -> None:
        """An actor has started, or could not."""
        try:
            who = self._ray.get(actor.hello)
        except self._ray.exceptions.RayError as error:
            self._actors.remove(actor)
            self._failed_starts += 1
            if self._failed_starts >= _FAILED_STARTS:
                raise BatchError(
                    f"no worker starts on the cluster: {_cause(error)}; is the same Scenewright installed on its machines?",
                    kind="engine",
                ) from error
            return
        if who["version"] != __version__:
            raise BatchError(
                f"{who['host']} has Scenewright {who['version']}, and this machine {__version__}: install the same on all",
                kind="engine",
            )
        actor.host = who["host"]
        self._failed_starts = 0

    def _begin(self, actor: _Actor, attempt: Attempt) -> None:
        inputs = [(path, digest, [self._hold(path, digest)]) for path, digest in attempt.job.reads.items()]
        actor.attempt, actor.since = attempt, time.monotonic()
        actor.info, actor.data = actor.handle.run.options(num_returns=2).remote(attempt_to_json(attempt), inputs)

    def _hold(self, path: str, digest: str) -> Any:
        """The content of an input in the object store, put there once."""
        if digest not in self._held:
            self._held[digest] = self._ray.put(pack(Path(path)))
        return self._held[digest]

    def _finish(self, actor: _Actor, attempt: Attempt) -> None:
        try:
            values = json.loads(self._ray.get(actor.info))
            result = AttemptResult(**{**values, "steps": tuple(values["steps"])})
            folder = None
            if result.finished and self._url is None:
                landing = self._partial / f"{attempt.job.folder_name}.{secrets.token_hex(4)}.received"
                landing.mkdir()
                received = unpack(self._ray.get(actor.data), landing)
                folder = received.rename(landing.with_suffix(".whole"))
                landing.rmdir()
        except self._ray.exceptions.RayTaskError as error:  # a fault of ours in the actor: the same would happen again
            self._free(actor)
            self._queue.ended(attempt, self._lost(actor, "internal", _cause(error), again=False))
        except self._ray.exceptions.RayError as error:
            self._actors.remove(actor)
            memory = isinstance(error, self._ray.exceptions.OutOfMemoryError)
            self._queue.ended(attempt, self._lost(actor, "memory" if memory else "lost", _cause(error), again=True))
        except OSError as error:
            self._free(actor)
            self._queue.ended(attempt, self._lost(actor, "disk", str(error), again=False))
        else:
            self._free(actor)
            self._queue.ended(attempt, result, folder)

    def _lost(self, actor: _Actor, kind: str, cause: str, *, again: bool) -> AttemptResult:
        reason = f"the worker on {actor.host} was lost: {cause}" if again else cause
        return AttemptResult(
            round(time.monotonic() - actor.since, 3), actor.host, kind=kind, reason=reason, again=again
        )

    def _free(self, actor: _Actor) -> None:
        actor.attempt = actor.info = actor.data = None

    def _look_at_time(self) -> None:
        now = time.monotonic()
        for actor in list(self._actors):
            attempt = actor.attempt
            if attempt is not None and now - actor.since > attempt.seconds + _BEYOND_SECONDS:
                self._actors.remove(actor)
                self._kill(actor)
                self._queue.ended(
                    attempt,
                    self._lost(
                        actor,
                        "time",
                        f"it took more than {attempt.seconds:g} s and its worker did not end it",
                        again=False,
                    ),
                )
        if any(a.host for a in self._actors):
            self._idle_since = now
        elif self._actors and now - self._idle_since > self._start_seconds:
            has = self._ray.cluster_resources()
            raise BatchError(
                f"the cluster found no place for a worker with {self._actors[0].shape} within {self._start_seconds:g} s: it has "
                f"{has.get('CPU', 0):g} cores, {has.get('GPU', 0):g} GPUs",
                kind="engine",
            )

    def _end(self, actor: _Actor) -> None:
        self._actors.remove(actor)
        actor.handle.close.remote()
        self._kill(actor)

    def _kill(self, actor: _Actor) -> None:
        with suppress(Exception):  # it may be gone already
            self._ray.kill(actor.handle)


def _cause(error: BaseException) -> str:
    cause = getattr(error, "cause", None)
    return _first_line(cause if isinstance(cause, BaseException) else error)


def _first_line(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0][:300] if lines else type(error).__name__
