"""What the serving process hears of an open scene whose work a worker does: its revisions, events and jobs."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from scenewright.app.session import Change, CommandFailed, Event, JobState, JobUpdate, Listener, SceneChanged
from scenewright.app.session.events import Feed
from scenewright.app.workers.errors import change_from_json
from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.printing import printable

__all__ = ["RemoteEvents", "WorkerEnded"]


@dataclass(frozen=True, slots=True)
class WorkerEnded(Event):
    """The worker of the scene was killed or crashed; the next command gets a new one. `kind`: of the WorkerError. What was not saved in the
    folder is gone, and what was is there."""

    kind: str
    message: str


class RemoteEvents:
    """The listeners and the running jobs of a scene. The worker is not trusted: what it sends is checked here.

    Attributes:
        revision: the revision that the worker named last; None before its first answer.
    """

    def __init__(self) -> None:
        self.revision: int | None = None
        self._feed = Feed()
        self._job_numbers = count(1)
        self._jobs: dict[int, Job] = {}
        self._lock = threading.Lock()

    def listen(self) -> Listener:
        """A listener that gets all events from now on: SceneChanged, CommandFailed, JobUpdate and :class:`WorkerEnded`."""
        return self._feed.listen()

    def cancel(self, job: int) -> bool:
        """Cancel a job by the number in its events; False where no such job runs."""
        with self._lock:
            found = self._jobs.get(job)
        if found is not None:
            found.cancel()
        return found is not None

    def reported_job(self, name: str, job: Job | None) -> ReportedJob:
        """The job of an action, whose start, progress and end listeners hear."""
        return ReportedJob(self, next(self._job_numbers), name, job or Job(name=f"the {name.replace('_', ' ')}"))

    def add_job(self, number: int, job: Job) -> None:
        with self._lock:
            self._jobs[number] = job

    def remove_job(self, number: int) -> None:
        with self._lock:
            self._jobs.pop(number, None)

    def tell_job(self, number: int, name: str, state: JobState, share: float, what: str) -> None:
        """Send listeners an event of a job."""
        self._feed.emit(lambda count: JobUpdate(count, number, name, state, share, what))

    def take_event(self, values: Mapping[str, Any]) -> None:
        """Hand an event of the worker to the listeners. What is no event is dropped: the worker is not trusted."""
        if values.get("event") == "changed":
            change = change_from_json(values.get("change"))
            if change is not None:
                self.take_revision(change.revision)
                self._feed.emit(lambda number: SceneChanged(number, change))
        elif values.get("event") == "failed":
            texts = [values.get(key) for key in ("command", "error", "message")]
            command, error, message = (printable(t[:4000]) if isinstance(t, str) else "" for t in texts)
            kind = values.get("kind")
            shown = printable(kind[:40]) if isinstance(kind, str) else None
            self._feed.emit(lambda number: CommandFailed(number, command, error, shown, message))

    def take_revision(self, revision: int) -> None:
        self.revision = revision

    def tell_missed(self, known: int | None) -> None:
        """Tell listeners of a change that a worker saved and could not tell of before it ended. `known`: the revision before."""
        revision = self.revision
        if known is not None and revision is not None and revision > known:
            change = Change(revision, known, "unknown", {"kind": "change"})
            self._feed.emit(lambda number: SceneChanged(number, change))

    def tell_end(self, error: ScenewrightError) -> None:
        """Tell listeners that the worker has ended."""
        self._feed.emit(lambda number: WorkerEnded(number, str(getattr(error, "kind", "")), str(error)))


class ReportedJob:
    """Tells the listeners of a session of a job, from its start to its end."""

    def __init__(self, events: RemoteEvents, number: int, name: str, job: Job) -> None:
        self._events, self._number, self._name, self._job = events, number, name, job

    def __enter__(self) -> Job:
        self._events.add_job(self._number, self._job)
        self._tell(JobState.STARTED, 0.0, "")
        self._job.listen(lambda share, what: self._tell(JobState.RUNNING, share, what))
        return self._job

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self._events.remove_job(self._number)
        if error is None:
            self._tell(JobState.FINISHED, 1.0, "")
        else:
            stopped = isinstance(error, (JobCancelled, KeyboardInterrupt))
            self._tell(JobState.CANCELLED if stopped else JobState.FAILED, self._job.share, str(error))

    def _tell(self, state: JobState, share: float, what: str) -> None:
        self._events.tell_job(self._number, self._name, state, share, what)
