"""The jobs that wait, those that run, and which are tried again. Engines take attempts from it and say how they ended."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Protocol

from scenewright.app.batch.attempts import Attempt, AttemptResult
from scenewright.app.batch.planning import PlannedJob

__all__ = ["AttemptListener", "JobQueue"]


class AttemptListener(Protocol):
    """Hears of attempts, from any thread, one call at a time."""

    def started(self, attempt: Attempt) -> None: ...

    def ended(self, attempt: Attempt, result: AttemptResult, folder: Path | None, *, again: bool) -> None:
        """`folder`: the results on this machine; None where they are in their store already, or there are none. `again`: another attempt
        follows."""
        ...


class JobQueue:
    """Thread-safe. `most_attempts`: of a job whose workers are lost."""

    def __init__(
        self,
        jobs: Iterable[PlannedJob],
        listener: AttemptListener,
        *,
        first_attempt: Callable[[PlannedJob], Attempt],
        most_attempts: int,
    ) -> None:
        self._waiting: deque[Attempt] = deque(map(first_attempt, jobs))
        self._running: dict[str, Attempt] = {}
        self._listener = listener
        self._most = most_attempts
        self._changed = threading.Condition()
        self._stopped = False
        self.error: BaseException | None = None

    def take(self, fits: Callable[[PlannedJob], bool] | None = None, *, wait: bool = True) -> Attempt | None:
        """The next attempt. None: there will be no further one; without `wait`, there is none now.

        Args:
            fits: jobs that the caller can run; None: all.
        """
        with self._changed:
            while not self._stopped:
                found = next((a for a in self._waiting if fits is None or fits(a.job)), None)
                if found is not None:
                    self._waiting.remove(found)
                    self._running[found.job.key] = found
                    self._tell(partial(self._listener.started, found))
                    return None if self._stopped else found
                if not wait or not self._running:
                    return None
                self._changed.wait()
            return None

    def ended(self, attempt: Attempt, result: AttemptResult, folder: Path | None = None) -> None:
        """An attempt has ended. A job whose worker was lost goes to the end of the queue, if it has attempts left."""
        with self._changed:
            again = result.again and attempt.number < self._most and not self._stopped
            self._running.pop(attempt.job.key, None)
            self._tell(lambda: self._listener.ended(attempt, result, folder, again=again))
            if again:
                self._waiting.append(Attempt(attempt.job, attempt.number + 1, attempt.seconds, attempt.memory_bytes))
            self._changed.notify_all()

    def stop(self, error: BaseException | None = None) -> None:
        """Hand out nothing more. `error`: why."""
        with self._changed:
            self._stopped = True
            self.error = self.error or error
            self._changed.notify_all()

    @property
    def stopped(self) -> bool:
        return self._stopped

    @property
    def waiting(self) -> tuple[PlannedJob, ...]:
        """The jobs that wait."""
        with self._changed:
            return tuple(a.job for a in self._waiting)

    @property
    def done(self) -> bool:
        """Whether nothing waits or runs."""
        with self._changed:
            return self._stopped or not (self._waiting or self._running)

    def _tell(self, call: Callable[[], None]) -> None:
        """Call the listener. Where it fails, since the manifest cannot be written, nothing more is begun."""
        try:
            call()
        except BaseException as error:  # noqa: BLE001 - whoever runs the engine raises it
            self._stopped = True
            self.error = self.error or error
            self._changed.notify_all()
