"""Progress between the reports of a worker, which may be many seconds apart."""

from __future__ import annotations

import time
from collections.abc import Callable

from scenewright.scene.jobs import Job

__all__ = ["SteadyProgress"]

_STEP = 0.5
"""Seconds between two movements of the bar."""


class SteadyProgress:
    """Moves a job's progress steadily from one report to the share that the next is expected at, and never beyond it."""

    def __init__(self, job: Job, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._job = job
        self._clock = clock
        self._share, self._until, self._seconds = 0.0, 0.0, 0.0
        self._since = self._moved = clock()

    def report(self, share: float, text: str, until: float, seconds: float | None) -> None:
        """A report of the worker.

        Args:
            share: finished share of the work.
            text: the current step.
            until: share at the end of this step.
            seconds: time until then; None if it is not known, and the bar waits.
        """
        self._since = self._moved = self._clock()
        # where the bar is already further, it goes on from there
        self._share = max(share, self._job.share)
        self._until, self._seconds = until, seconds or 0.0
        self._job.progress(share, text)

    def tick(self) -> None:
        """Nothing was heard since the last call."""
        now = self._clock()
        if self._seconds <= 0.0 or now - self._moved < _STEP:
            return
        self._moved = now
        done = min((now - self._since) / self._seconds, 1.0)
        share = self._share + done * max(self._until - self._share, 0.0)
        if share > self._job.share:
            self._job.progress(share, self._job.what)
