"""Progress, log and cancelling of one long piece of work.

The caller makes a :class:`Job`, listens to it, and may cancel it from any thread. The function that does the work takes it as
``job: Job | None = None``, reports its progress, and checks whether it must stop::

    def bake(scene: Scene, *, job: Job | None = None) -> Picture:
        job = (job or Job()).part(name="the baking")
        geometry = read(scene, job=job.part(0.0, 0.3))
        for n, face in enumerate(geometry):
            job.tick(0.3 + 0.7 * n / len(geometry), f"face {n}")

Most functions raise :class:`scenewright.scene.errors.JobCancelled` when they are cancelled (:meth:`Job.check`, :meth:`Job.tick`).
Others check :meth:`Job.cancelled` and return what they have by then; their documentation says so.
"""

from __future__ import annotations

import enum
import math
import threading
import time
from collections.abc import Callable, Mapping

from scenewright.scene.errors import JobCancelled

__all__ = ["Job", "JobState", "Log", "Piece", "Progress"]

Progress = Callable[[float, str], None]
"""Called with the finished share, 0 to 1, and the current step."""

Log = Callable[[str], None]
"""Called with a message for the user, beside the progress."""

Piece = Callable[[Mapping[str, object]], None]
"""Called with a part of the result as JSON values, as soon as it is there."""


class JobState(enum.StrEnum):
    """State of a job. A lost job was running when its process ended."""

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
"""Tolerance for sums of shares beyond 1."""


class _Run:
    """State that a job and all its parts share."""

    def __init__(self, seconds: float, event: threading.Event) -> None:
        self.event = event
        self.seconds = seconds
        self.deadline = time.monotonic() + seconds
        # one lock for all parts: listeners are called one at a time, and may use the job from within
        self.lock = threading.RLock()


class Job:
    """Progress, log and cancelling of work. All methods may be called from several threads at once.

    ``Job()`` is a job without listeners that nobody cancels; it costs nearly nothing.
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
            seconds: time from now until the job is cancelled.
            event: cancels the job when it is set; None: a new event.
            name: the work in messages, such as "the render".
        """
        self._run = _Run(seconds, threading.Event() if event is None else event)
        self._parent: Job | None = None
        self._begin, self._end = 0.0, 1.0
        self._name = name
        self._share, self._what = 0.0, ""
        self._on_progress: list[Progress] = []
        self._on_log: list[Log] = []
        self._on_piece: list[Piece] = []
        self.listen(on_progress, on_log=on_log)

    def part(self, begin: float = 0.0, end: float = 1.0, *, name: str | None = None) -> Job:
        """A job for a part of this work. Its progress from 0 to 1 moves this job from `begin` to `end`.

        Cancelling either cancels both. Its log goes to this job, and it has the same deadline.

        Args:
            name: the part in messages; None: the name of this job.
        """
        if not (0.0 <= begin <= end + _ROUNDING and end <= 1.0 + _ROUNDING):
            raise ValueError(f"a part goes from {begin} to {end}: 0 <= begin <= end <= 1")
        part = object.__new__(Job)
        part._run = self._run
        part._parent = self
        part._begin, part._end = min(begin, 1.0), min(max(begin, end), 1.0)
        part._name = self._name if name is None else name
        part._share, part._what = 0.0, ""
        part._on_progress, part._on_log, part._on_piece = [], [], []
        return part

    def quiet(self) -> Job:
        """A job that is cancelled together with this one, but does not pass on its progress, log and pieces: for work within a step that is
        reported as a whole."""
        part = self.part()
        part._parent = None
        return part

    def listen(
        self, on_progress: Progress | None = None, *, on_log: Log | None = None, on_piece: Piece | None = None
    ) -> None:
        """Add listeners. They are called on the working thread, one at a time; an exception from one ends the work."""
        with self._run.lock:
            if on_progress is not None:
                self._on_progress.append(on_progress)
            if on_log is not None:
                self._on_log.append(on_log)
            if on_piece is not None:
                self._on_piece.append(on_piece)

    # -- progress and log ---------------------------------------------------------------------------------------------

    @property
    def share(self) -> float:
        """Finished share of the work, 0 to 1."""
        return self._share

    @property
    def what(self) -> str:
        """The current step; '' before the first."""
        return self._what

    def progress(self, share: float, what: str) -> None:
        """Report the finished share, 0 to 1, and the current step. A share below an earlier one leaves the share as it is."""
        with self._run.lock:
            if share > self._share:  # false for NaN, too
                self._share = min(float(share), 1.0)
            self._what = what
            for listener in tuple(self._on_progress):
                listener(self._share, what)
            if self._parent is not None:
                self._parent.progress(self._begin + (self._end - self._begin) * self._share, what)

    def log(self, text: str) -> None:
        """Report a message for the user, such as a choice or a fault that did not end the work."""
        with self._run.lock:
            for listener in tuple(self._on_log):
                listener(text)
            if self._parent is not None:
                self._parent.log(text)

    def give(self, piece: Mapping[str, object]) -> None:
        """Hand on a part of the result, as JSON values, before the whole is there: for work whose result is streamed."""
        with self._run.lock:
            for listener in tuple(self._on_piece):
                listener(piece)
            if self._parent is not None:
                self._parent.give(piece)

    # -- cancelling and deadlines -------------------------------------------------------------------------------------

    def cancel(self) -> None:
        """Cancel the work. It stops at its next check."""
        self._run.event.set()

    def cancelled(self) -> bool:
        """Whether the work must stop: it was cancelled, or its deadline has passed."""
        return self._run.event.is_set() or time.monotonic() >= self._run.deadline

    def check(self) -> None:
        """Raise if the work must stop.

        Raises:
            JobCancelled: it was cancelled, or its deadline has passed.
        """
        if self._run.event.is_set():
            raise JobCancelled(f"{self._name} was cancelled")
        if time.monotonic() >= self._run.deadline:
            raise JobCancelled(
                f"{self._name} was stopped at the end of the {self._run.seconds:g} s that it had", kind="deadline"
            )

    def tick(self, share: float, what: str) -> None:
        """:meth:`check`, then :meth:`progress`: for loops that end when they are cancelled.

        Raises:
            JobCancelled: it was cancelled, or its deadline has passed.
        """
        self.check()
        self.progress(share, what)

    @property
    def event(self) -> threading.Event:
        """Set when the job is cancelled, but not by the deadline: for functions that wait for an event, such as `cancel` of the
        evaluation of a program."""
        return self._run.event

    @property
    def deadline(self) -> float:
        """Time of the deadline, by :func:`time.monotonic`; infinite where there is none."""
        return self._run.deadline

    @property
    def remaining(self) -> float:
        """Seconds until the deadline, 0 after it, infinite where there is none."""
        return max(self._run.deadline - time.monotonic(), 0.0)
