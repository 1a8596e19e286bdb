"""Runs a batch: plans it, leaves out what is finished, gives the rest to an engine, and keeps the manifest."""

from __future__ import annotations

import platform
import shutil
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from scenewright.app.batch.attempts import Attempt, AttemptResult
from scenewright.app.batch.contact_sheet import write_contact_sheet
from scenewright.app.batch.errors import BatchError
from scenewright.app.batch.job_lines import JobLine, LineProblem
from scenewright.app.batch.job_queue import JobQueue
from scenewright.app.batch.manifest import BatchState, Manifest, ManifestRecord
from scenewright.app.batch.options import BatchOptions
from scenewright.app.batch.planning import PlannedJob, plan_jobs
from scenewright.app.batch.stores import LocalStore, RemoteStore, open_store
from scenewright.scene.jobs import Job
from scenewright.scene.short_repr import short_repr
from scenewright.scene.threads import thread_count

if TYPE_CHECKING:
    from scenewright.app.batch.local_engine import LocalEngine
    from scenewright.app.batch.ray_engine import RayEngine
    from scenewright.scene.children import Supervisor

__all__ = ["BatchDone", "run_batch"]


@dataclass(frozen=True)
class BatchDone:
    """How a batch ended.

    Attributes:
        out: the place of the results.
        manifest: its file.
        contact_sheet: the picture of all results; None where none has a picture.
        counts: how many jobs and lines ended in each state.
        records: the last record of each.
        seconds: of this run.
    """

    out: str
    manifest: Path
    contact_sheet: str | None
    counts: Mapping[BatchState, int]
    records: Sequence[ManifestRecord]
    seconds: float

    __repr__ = short_repr

    @property
    def ok(self) -> bool:
        """Whether nothing failed or was refused."""
        return not (self.counts.get(BatchState.FAILED) or self.counts.get(BatchState.REFUSED))

    def report(self) -> dict[str, object]:
        """All of it as JSON values."""
        return {
            "out": self.out,
            "manifest": str(self.manifest),
            "contact_sheet": self.contact_sheet,
            "seconds": self.seconds,
            "ok": self.ok,
            "counts": {str(state): count for state, count in self.counts.items()},
            "jobs": [record.to_json() for record in self.records],
        }


def run_batch(
    lines: Sequence[JobLine],
    out: str,
    options: BatchOptions,
    *,
    base: Path,
    problems: Sequence[LineProblem] = (),
    keys: Mapping[str, str] | None = None,
    templates: Supervisor | None = None,
    job: Job | None = None,
) -> BatchDone:
    """Run all jobs that are not finished yet. A job that fails does not end the batch.

    Args:
        out: folder or URL of the results.
        base: the folder that paths to read are relative to.
        problems: lines that hold no job, for the manifest.
        keys: environment variables with keys of model providers, for the local engine.
        templates: what several batches of one process share, see :class:`~scenewright.app.batch.local_engine.LocalEngine`.
        job: its progress is the share of finished jobs.

    Raises:
        BatchError: the place of the results cannot be written or is in use, or the engine cannot run.
        JobCancelled: the job was cancelled. The manifest says what is finished; `resume` goes on.
    """
    job = job or Job(name="the batch")
    begun = time.monotonic()
    store = open_store(out)
    part, parts = options.shard
    name = "manifest.jsonl" if parts == 1 else f"manifest-{part}-of-{parts}.jsonl"
    with _working_folder(store, out) as folder, _alone(folder, name, out):
        file = folder / name
        if file.exists() and file.stat().st_size and not options.resume:
            raise BatchError(f"{out} holds results of a batch: go on with --resume, or name another folder", kind="out")
        with closing(Manifest(file)) as manifest:
            if isinstance(store, LocalStore) and parts == 1:
                store.clear_partial()
            job.progress(0.0, "reading the jobs")
            jobs, wrong = plan_jobs(lines, base)
            log = _Log(manifest, store, job)
            log.refuse([*problems, *wrong])
            waiting = log.leave_out(jobs, part, parts)
            queue = JobQueue(
                waiting,
                log,
                first_attempt=lambda planned: _first_attempt(planned, options),
                most_attempts=options.attempts,
            )
            log.begin(len(waiting))
            try:
                if waiting:
                    _engine(options, store, folder, keys or {}, templates).run(queue, job=job)
            finally:
                if isinstance(store, RemoteStore):
                    store.put_file(file, name)
            if isinstance(store, LocalStore):
                store.end()
        sheet = write_contact_sheet(store, [r for r in log.records() if r.folder], folder, part, parts)
    job.progress(1.0, "done")
    return BatchDone(out, file, sheet, log.counts(), log.records(), round(time.monotonic() - begun, 2))


def _engine(
    options: BatchOptions,
    store: LocalStore | RemoteStore,
    folder: Path,
    keys: Mapping[str, str],
    templates: Supervisor | None,
) -> LocalEngine | RayEngine:
    partial = store.partial if isinstance(store, LocalStore) else folder / "partial"
    partial.mkdir(exist_ok=True)
    if options.engine == "ray":
        from scenewright.app.batch.ray_engine import RayEngine, WorkerShape

        url = store.url if isinstance(store, RemoteStore) else None
        return RayEngine(
            address=options.address,
            workers=options.workers,
            shape=WorkerShape(options.cpus, 0.0, options.memory_gb),
            partial=partial,
            store_url=url,
            start_seconds=options.start_seconds,
        )
    from scenewright.app.batch.local_engine import LocalEngine

    threads = max(int(options.cpus), 1)
    return LocalEngine(
        workers=_local_workers(options), threads=threads, partial=partial, keys=keys, templates=templates
    )


def _local_workers(options: BatchOptions) -> int:
    return options.workers or max(int(thread_count() / options.cpus), 1)


def _first_attempt(planned: PlannedJob, options: BatchOptions) -> Attempt:
    gb = planned.limits.memory_gb or options.memory_gb
    return Attempt(planned, 1, planned.limits.seconds or options.seconds, None if gb is None else int(gb * 1e9))


@contextmanager
def _working_folder(store: LocalStore | RemoteStore, out: str) -> Iterator[Path]:
    """The folder of the manifest while the batch runs: that of the results, or one of the user's cache where these go to a URL."""
    if isinstance(store, LocalStore):
        yield store.root
        return
    import hashlib

    from scenewright.scene.data_dir import current_data_dir

    folder = current_data_dir().cache / "batch" / hashlib.sha256(out.encode()).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder / "partial", ignore_errors=True)


@contextmanager
def _alone(folder: Path, name: str, out: str) -> Iterator[None]:
    """Hold the lock of a batch, or of a part of it.

    Raises:
        BatchError: 'busy': another process has it.
    """
    lock = FileLock(folder / f".{name}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise BatchError(f"another process works on this batch in {out}: wait for it, or end it", kind="busy") from None
    try:
        yield
    finally:
        lock.release()


class _Log:
    """Hears of attempts: puts results into the store, writes the manifest, and counts."""

    def __init__(self, manifest: Manifest, store: LocalStore | RemoteStore, job: Job) -> None:
        self._manifest, self._store, self._job = manifest, store, job
        self._last: dict[str, ManifestRecord] = {}
        self._lines: list[ManifestRecord] = []
        self._lock = threading.Lock()
        self._ended, self._failed, self._total = 0, 0, 0

    def refuse(self, problems: Sequence[LineProblem]) -> None:
        for problem in problems:
            called = problem.label or problem.where
            record = ManifestRecord(BatchState.REFUSED, called, where=problem.where, kind="line", reason=problem.reason)
            self._manifest.add(record)
            self._lines.append(record)
            self._job.log(f"refused: {problem.where}: {problem.reason}")

    def leave_out(self, jobs: Sequence[PlannedJob], part: int, parts: int) -> list[PlannedJob]:
        """The jobs of this part that are to be run. Of those that are the same, the first counts."""
        seen: dict[str, PlannedJob] = {}
        waiting: list[PlannedJob] = []
        for planned in jobs:
            if int(planned.key[:16], 16) % parts != part - 1:
                continue
            first = seen.setdefault(planned.key, planned)
            if first is not planned:
                record = _record(BatchState.DUPLICATE, planned, reason=f"the same job as {first.where}")
                self._manifest.add(record)
                self._lines.append(record)
            elif self._store.has(planned.folder_name):
                record = _record(BatchState.SKIPPED, planned, folder=planned.folder_name)
                self._manifest.add(record)
                self._last[planned.key] = record
            else:
                waiting.append(planned)
        return waiting

    def begin(self, total: int) -> None:
        self._total = total
        self._tell_progress()

    def started(self, attempt: Attempt) -> None:
        self._manifest.add(_record(BatchState.STARTED, attempt.job, attempt=attempt.number))

    def ended(self, attempt: Attempt, result: AttemptResult, folder: Path | None, *, again: bool) -> None:
        state, kind, reason = _state_of(result, again), result.kind, result.reason
        if state is BatchState.FINISHED and folder is not None:
            try:
                self._store.put(folder, attempt.job.folder_name)
            except BatchError as error:
                shutil.rmtree(folder, ignore_errors=True)
                state, kind, reason = BatchState.FAILED, "disk", str(error)
        record = _record(
            state,
            attempt.job,
            folder=attempt.job.folder_name if state is BatchState.FINISHED else "",
            kind=kind,
            reason=reason,
            seconds=result.seconds,
            peak_bytes=result.peak_bytes,
            host=result.host,
            attempt=attempt.number,
        )
        with self._lock:
            self._last[attempt.job.key] = record
            if state is not BatchState.RETRIED:
                self._ended += 1
                self._failed += state is BatchState.FAILED
        self._manifest.add(record)
        if state is BatchState.FAILED:
            self._job.log(f"failed: {attempt.job.label} ({attempt.job.where}): {reason}")
        self._tell_progress()

    def counts(self) -> dict[BatchState, int]:
        counted = Counter(r.state for r in self.records())
        return {state: counted[state] for state in BatchState if counted[state]}

    def records(self) -> list[ManifestRecord]:
        return [*self._lines, *self._last.values()]

    def _tell_progress(self) -> None:
        if self._total:
            failed = f", {self._failed} failed" if self._failed else ""
            self._job.progress(self._ended / self._total, f"{self._ended} of {self._total} jobs{failed}")


def _state_of(result: AttemptResult, again: bool) -> BatchState:
    if result.cancelled:
        return BatchState.CANCELLED
    if again:
        return BatchState.RETRIED
    return BatchState.FINISHED if result.finished else BatchState.FAILED


def _record(state: BatchState, planned: PlannedJob, **more: Any) -> ManifestRecord:
    more.setdefault("host", platform.node())
    return ManifestRecord(state, planned.label, key=planned.key, where=planned.where, **more)
