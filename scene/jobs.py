"""One long piece of work as those see it who wait for it: how far it is, what it is doing, and whether it is to stop.

Who starts the work makes a :class:`Job`, listens to it and may cancel it, from any thread. The function that does the work takes it
as ``job: Job | None = None``, tells it how far it is, and looks whether it is to stop::

    def bake(scene: Scene, *, job: Job | None = None) -> Picture:
        job = (job or Job()).part(name="the baking")
        geometry = read(scene, job=job.part(0.0, 0.3))
        for n, face in enumerate(geometry):
            job.tick(0.3 + 0.7 * n / len(geometry), f"face {n}")

Some work ends with :class:`scenewright.scene.errors.JobCancelled` where it is cancelled (:meth:`Job.check`, :meth:`Job.tick`). Other
work returns what there is by then: it asks :meth:`Job.cancelled`, and its documentation says so.
"""

from __future__ import annotations

import enum
import math
import threading
import time
from collections.abc import Callable

from scenewright.scene.errors import JobCancelled

__all__ = ["Job", "JobState", "Log", "Progress"]

Progress = Callable[[float, str], None]
"""Called with the share that is done, 0 to 1, and what is being done."""

Log = Callable[[str], None]
"""Called with a line for people, beside the progress."""


class JobState(enum.StrEnum):
    """Where a job is, and what became of it. A lost one was running when its process ended."""

    STARTED = "started"
    RUNNING = "running"
    FINISHED = "finished"
    FAILED = "failed"
    CANCELLED = "cancelled"
    LOST = "lost"

    @property
    def ended(self) -> bool:
        return self not in (JobState.STARTED, JobState.RUNNING)


_ROUNDING = 1e-9
"""What a sum of shares may be past their whole."""


class _Run:
    """What a job and all its parts have in common."""

    def __init__(self, seconds: float, event: threading.Event) -> None:
        self.event = event
        self.seconds = seconds
        self.deadline = time.monotonic() + seconds
        # one lock for the whole: a listener hears one thing after another, and may ask or cancel the job from within
        self.lock = threading.RLock()


class Job:
    """Work under way. All of it can be used from several threads at once.

    ``Job()`` is the job that nobody listens to and nobody cancels; it costs next to nothing.
    """

    def __init__(
        self,
        on_progress: Progress | None = None,
        *,
        on_log: Log | None = None,
        seconds: float = math.inf,
        event: threading.Event | None = None,
        name: str = "the job",
    ) -> None:
        """
        Args:
            on_progress, on_log: the first listeners; see :meth:`listen`.
            seconds: after which the job is cancelled, from now.
            event: that cancels the job when it is set, where there is one already; None: one of its own.
            name: what is cancelled, as a message says it: "the render".
        """
        self._run = _Run(seconds, threading.Event() if event is None else event)
        self._parent: Job | None = None
        self._begin, self._end = 0.0, 1.0
        self._name = name
        self._share, self._what = 0.0, ""
        self._on_progress: list[Progress] = []
        self._on_log: list[Log] = []
        self.listen(on_progress, on_log=on_log)

    def part(self, begin: float = 0.0, end: float = 1.0, *, name: str | None = None) -> Job:
        """A job for a part of this work, whose progress from 0 to 1 is that of this job from `begin` to `end`.

        It is cancelled together with this job, and this job with it. What it logs, this job logs. Its deadline is that of this job.

        Args:
            name: what is cancelled, as a message says it; None: the same as for this job.
        """
        if not (0.0 <= begin <= end + _ROUNDING and end <= 1.0 + _ROUNDING):
            raise ValueError(f"a part goes from {begin} to {end}: 0 <= begin <= end <= 1")
        made = object.__new__(Job)
        made._run = self._run
        made._parent = self
        made._begin, made._end = min(begin, 1.0), min(max(begin, end), 1.0)
        made._name = self._name if name is None else name
        made._share, made._what = 0.0, ""
        made._on_progress, made._on_log = [], []
        return made

    def quiet(self) -> Job:
        """A job that is cancelled together with this one, and this one with it, and whose progress and log nobody hears: for work within
        a step, which is told as a whole."""
        made = self.part()
        made._parent = None
        return made

    def listen(self, on_progress: Progress | None = None, *, on_log: Log | None = None) -> None:
        """Tell these, too, from now on. They are called on the thread that works, one after the other; what they raise ends the work."""
        with self._run.lock:
            if on_progress is not None:
                self._on_progress.append(on_progress)
            if on_log is not None:
                self._on_log.append(on_log)

    # -- how far it is ------------------------------------------------------------------------------------------------

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        return self._share

    @property
    def what(self) -> str:
        """What is being done; '' before anything is."""
        return self._what

    def progress(self, share: float, what: str) -> None:
        """Say how much is done, from 0 to 1, and what is being done now. A share that is less than before counts as that before."""
        with self._run.lock:
            if share > self._share:  # no number is more than another, and is left out
                self._share = min(float(share), 1.0)
            self._what = what
            for listener in tuple(self._on_progress):
                listener(self._share, what)
            if self._parent is not None:
                self._parent.progress(self._begin + (self._end - self._begin) * self._share, what)

    def log(self, text: str) -> None:
        """Say something beside the progress: what went wrong without ending the work, what was chosen."""
        with self._run.lock:
            for listener in tuple(self._on_log):
                listener(text)
            if self._parent is not None:
                self._parent.log(text)

    # -- whether it is to stop ----------------------------------------------------------------------------------------

    def cancel(self) -> None:
        """Ask the work to stop. It does so when it looks next."""
        self._run.event.set()

    def cancelled(self) -> bool:
        """Whether the work is to stop: somebody cancelled it, or its deadline has passed."""
        return self._run.event.is_set() or time.monotonic() >= self._run.deadline

    def check(self) -> None:
        """
        Raises:
            JobCancelled: the work is to stop.
        """
        if self._run.event.is_set():
            raise JobCancelled(f"{self._name} was cancelled")
        if time.monotonic() >= self._run.deadline:
            raise JobCancelled(
                f"{self._name} was stopped at the end of the {self._run.seconds:g} s that it had", kind="deadline"
            )

    def tick(self, share: float, what: str) -> None:
        """:meth:`check`, then :meth:`progress`: for loops that end where they are cancelled.

        Raises:
            JobCancelled: the work is to stop.
        """
        self.check()
        self.progress(share, what)

    @property
    def event(self) -> threading.Event:
        """Set where somebody cancelled the job: for what waits for an event, such as the evaluation of a program (its `cancel`). A
        deadline does not set it."""
        return self._run.event

    @property
    def deadline(self) -> float:
        """When the job is cancelled, by :func:`time.monotonic`; infinite where it has no deadline."""
        return self._run.deadline

    @property
    def remaining(self) -> float:
        """Seconds until the deadline, 0 after it, infinite where there is none."""
        return max(self._run.deadline - time.monotonic(), 0.0)
