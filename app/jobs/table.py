"""The table of long commands: a JSON file, a log and a lock for each."""

from __future__ import annotations

import functools
import json
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from filelock import FileLock, Timeout
from pydantic import TypeAdapter

from scenewright.scene import atomic
from scenewright.scene.errors import JobCancelled, ProjectError, ScenewrightError
from scenewright.scene.jobs import Job, JobState
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import names_in, open_plain, read_plain, refused_as
from scenewright.scene.printing import cut, printable

__all__ = ["JobRecord", "JobTable", "Tracked", "default_table"]

_SCHEMA = 1
_EVERY = 0.25
"""Seconds between two checks for a request to cancel, between two checks of a follower, and between two writes of progress."""

_PATIENCE = 0.75
"""Seconds that a cancelled job has to end by itself; half of that after `insist` was called."""

_KEPT = 200
"""Number of ended jobs that are kept; older ones are deleted."""

_MOST_BYTES = 4 << 20
"""Most bytes of a record or a log that are read."""
_MOST_LOG_BYTES = 1 << 30
_MOST_FILES = 20_000


@dataclass(frozen=True, slots=True)
class JobRecord:
    """One row of the table. `share`: the finished share, 0 to 1; `what`: the current or last step. `begun`, `ended`: UTC, ISO 8601.
    `result`: the result of the command as JSON values. `error`: why it failed."""

    id: str
    kind: str
    state: JobState
    scene: str | None = None
    share: float = 0.0
    what: str = ""
    begun: str = ""
    ended: str | None = None
    pid: int = 0
    result: Mapping[str, Any] = field(default_factory=dict)
    error: str | None = None

    def to_json(self) -> dict[str, Any]:
        return {"schema": _SCHEMA, **asdict(self), "state": str(self.state)}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """
        Raises:
            ValueError, TypeError: the values are no record.
        """
        if not isinstance(values, Mapping):
            raise TypeError("it is no object")
        known = {f.name for f in fields(cls)}
        row = {k: v for k, v in values.items() if k in known}
        return _row_reader().validate_python({**row, "state": JobState(row["state"])})  # type: ignore[return-value]


@functools.cache
def _row_reader() -> TypeAdapter[JobRecord]:
    """Reads a row and refuses wrong types: its file may have been written by anything."""
    return TypeAdapter(JobRecord)


class Tracked:
    """A running job with its row. `result`: values that the row gets as its result when the job ends."""

    def __init__(self, table: JobTable, record: JobRecord) -> None:
        self._table = table
        self._lock = threading.Lock()
        self._written = 0.0
        self.record = record
        self.result: dict[str, Any] = {}

    def progress(self, share: float, what: str) -> None:
        with self._lock:
            self.record = replace(self.record, share=round(share, 4), what=what)
            now = time.monotonic()
            if now - self._written >= _EVERY:
                self._written = now
                self._table.write(self.record)

    def log(self, text: str) -> None:
        with self._lock:
            self._table.add_line(self.record.id, text)

    def end(self, state: JobState, error: str | None = None) -> None:
        with self._lock:
            share = 1.0 if state is JobState.FINISHED else self.record.share
            self.record = replace(
                self.record, state=state, share=share, ended=_now(), result=dict(self.result), error=error
            )
            self._table.write(self.record)


class JobTable:
    """The jobs in one folder. Several processes can use it at once; each writes only the rows of its own jobs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    # -- one's own jobs -----------------------------------------------------------------------------------------------

    @contextmanager
    def track(
        self,
        job: Job,
        *,
        kind: str,
        scene: str | None = None,
        insist: Callable[[], None] | None = None,
        number: str | None = None,
    ) -> Iterator[Tracked]:
        """Keep a row of a job while the block runs, with its progress, log and end. If another process cancels the row, the job is
        cancelled.

        Args:
            insist: called if the block still runs a second after that, to end the work by force. Half a second later the row says
                that it was.
            number: the id of the row, from :meth:`new_number`; None: a new one.

        Raises:
            ScenewrightError: the folder cannot be written.
        """
        number = number or self.new_number()
        tracked = Tracked(self, JobRecord(number, kind, JobState.RUNNING, scene, begun=_now(), pid=os.getpid()))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self._file(number, "lock"), timeout=0)
            lock.acquire()
            self.write(tracked.record)
        except OSError as error:
            raise ScenewrightError(f"no job can be kept in {self.folder}: {error.strerror or error}") from None
        job.listen(tracked.progress, on_log=tracked.log)
        over = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(tracked, job, over, insist), daemon=True)
        watcher.start()
        try:
            yield tracked
        except (JobCancelled, KeyboardInterrupt) as error:
            tracked.end(JobState.CANCELLED, str(error) or "interrupted")
            raise
        except BaseException as error:
            tracked.end(JobState.FAILED, f"{type(error).__name__}: {error}")
            raise
        else:
            tracked.end(JobState.FINISHED)
        finally:
            over.set()
            watcher.join()
            lock.release()
            for ending in ("lock", "cancel"):
                self._file(number, ending).unlink(missing_ok=True)
            self.forget_old()

    @staticmethod
    def new_number() -> str:
        """An id for a row. Ids sort by time."""
        return f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"

    def _watch(self, tracked: Tracked, job: Job, over: threading.Event, insist: Callable[[], None] | None) -> None:
        cancel_file = self._file(tracked.record.id, "cancel")
        while not over.wait(_EVERY):
            if cancel_file.exists():
                job.cancel()
                if insist is not None and not over.wait(_PATIENCE):
                    insist()
                    if not over.wait(_PATIENCE / 2):
                        tracked.end(JobState.CANCELLED, "it was ended by force")
                return

    def write(self, record: JobRecord) -> None:
        data = json.dumps(record.to_json(), default=str).encode()
        atomic.write(self._file(record.id, "json"), data, durable=False)

    def add_line(self, number: str, text: str) -> None:
        with self._file(number, "log").open("a", encoding="utf-8") as log:
            log.write(f"{_now()} {printable(text)}\n")

    # -- all jobs -----------------------------------------------------------------------------------------------------

    def list(self) -> list[JobRecord]:
        """All rows, newest first."""
        records = []
        for number in self._numbers():
            with suppress(ScenewrightError):  # the row was deleted meanwhile, or is damaged
                records.append(self._row(number))
        return sorted(records, key=lambda r: (r.begun, r.id), reverse=True)

    def get(self, number: str) -> JobRecord:
        """One row, by its id or the first characters of it.

        Raises:
            ScenewrightError: there is no such job, or there are several.
        """
        return self._row(self._whole(number))

    def _row(self, number: str) -> JobRecord:
        """The row of the job with exactly this id."""
        record = self._record(number)
        if record.state is JobState.RUNNING and not self._runs(number):
            with suppress(ScenewrightError):  # it was deleted meanwhile
                record = self._record(number)
            if record.state is JobState.RUNNING:  # it did not end between the two reads
                return replace(record, state=JobState.LOST, error="its process ended without a result")
        return record

    def _record(self, number: str) -> JobRecord:
        """The row as it is written. Its id is that of its file's name, whatever its content says."""
        try:
            data = read_plain(self._file(number, "json"), _MOST_BYTES, "the row", root=self.folder)
            return replace(JobRecord.from_json(parse_json(data)), id=number)
        except (ProjectError, ValueError, TypeError, KeyError) as error:
            raise ScenewrightError(f"the row of job {number} cannot be read: {cut(str(error), 200)}") from None

    def log(self, number: str) -> str:
        """The log of a job: lines, each with its time."""
        file = self._file(self._whole(number), "log")
        try:
            with open_plain(file, _MOST_LOG_BYTES, "the log", root=self.folder) as stream:
                return stream.read(_MOST_BYTES).decode("utf-8", "replace")
        except ProjectError as error:
            if error.kind == "missing":
                return ""
            raise ScenewrightError(f"the log of job {number} cannot be read: {error.message}") from None

    def follow(self, number: str) -> Iterator[JobRecord]:
        """Yield the row of a job each time that it changes, until the job has ended."""
        last = None
        while True:
            record = self.get(number)
            if record != last:
                last = record
                yield record
            if record.state.ended:
                return
            time.sleep(_EVERY)

    def cancel(self, number: str) -> JobRecord:
        """Ask a job to stop; it stops at its next check.

        Raises:
            ScenewrightError: there is no such job, or it has ended.
        """
        record = self.get(number)
        if record.state.ended:
            raise ScenewrightError(f"job {record.id} is {record.state}: there is nothing to cancel")
        self._file(record.id, "cancel").touch()
        return record

    def forget_old(self, keep: int = _KEPT) -> None:
        """Delete the rows of ended jobs, except for the last `keep`."""
        for record in [r for r in self.list() if r.state.ended][keep:]:
            for ending in ("json", "log", "lock", "cancel"):
                self._file(record.id, ending).unlink(missing_ok=True)

    def _whole(self, number: str) -> str:
        found = [n for n in self._numbers() if n.startswith(number)] if number else []
        if len(found) != 1:
            raise ScenewrightError(f"several jobs begin with {number!r}" if found else f"there is no job {number!r}")
        return found[0]

    def _numbers(self) -> list[str]:
        """The ids of all rows.

        Raises:
            ScenewrightError: the folder holds too many files, or cannot be listed.
        """
        with refused_as(ScenewrightError):
            names = names_in(self.folder, "the table of jobs", most=_MOST_FILES)
        return [name.removesuffix(".json") for name in names if name.endswith(".json")]

    def _runs(self, number: str) -> bool:
        """Whether the process of a job is alive: it keeps a file lock while it runs."""
        file = self._file(number, "lock")
        if not file.is_file() or file.is_symlink():
            return False
        lock = FileLock(file, timeout=0)
        try:
            with lock:
                return False
        except Timeout:
            return True

    def _file(self, number: str, ending: str) -> Path:
        return self.folder / f"{number}.{ending}"


def default_table() -> JobTable:
    """The table of this user, in the data folder (``SCENEWRIGHT_HOME``)."""
    from scenewright.assets import data_folder

    return JobTable(data_folder() / "jobs")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
