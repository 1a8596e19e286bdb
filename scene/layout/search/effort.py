"""Budgets of a search, counted in work done rather than in seconds.

Every part of the search charges its work: insertions, judged relations, drawn poses, evaluated programs, CP-SAT's deterministic time.
So the result depends on the problem and the seed alone, not on the speed or load of the machine. A unit is about a millisecond of a
slow machine, so that efforts read like times.

The clock is used only to stop a search that runs away. Then the effort, and the notes of the result, say so, since the result may
differ on another machine. A user's cancelling does not count as the clock.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

__all__ = ["PER_SECOND", "RUNAWAY_SECONDS", "Effort", "Stop", "never"]

PER_SECOND = 1000.0
"""Units in a second of a slow machine, about."""

RUNAWAY_SECONDS = 600.0
"""Default seconds after which the clock stops a search."""

Stop = Callable[[], bool]
"""Returns whether to stop now with the result so far."""


def never() -> bool:
    """Never stop."""
    return False


class _Work:
    """The work of all parts of one effort, and what may stop all of them."""

    def __init__(self, cancelled: Stop, seconds: float) -> None:
        self.done = 0.0
        self.cancelled = cancelled
        self.seconds = seconds
        self.begun = time.monotonic()
        self.stopped = self.stopped_by_clock = False

    def stop(self) -> bool:
        if not self.stopped:
            # cancelling is asked first, so that a late cancelling does not count as the clock
            self.stopped = self.cancelled()
            if not self.stopped and time.monotonic() - self.begun >= self.seconds:
                self.stopped = self.stopped_by_clock = True
        return self.stopped


class Effort:
    """A budget of units. Calling it returns whether the units are used up or the search must stop; once true, it stays true.

    Parts of an effort share the same count of work: what one part charges is gone for all.
    """

    def __init__(self, units: float = math.inf, cancelled: Stop = never, *, seconds: float = RUNAWAY_SECONDS) -> None:
        """
        Args:
            cancelled: asked on each call; once true, this effort and all its parts are over.
            seconds: seconds from now after which the clock stops it.
        """
        self._work = _Work(cancelled, seconds)
        self._until = units
        self._over = False

    def part(self, units: float = math.inf, share: float = 1.0) -> Effort:
        """A part of this effort, from now: at most `units`, and at most a `share` of what is left."""
        part = object.__new__(Effort)
        part._work = self._work
        part._until = self._work.done + min(units, share * self.left)
        part._over = self._over
        return part

    def charge(self, units: float) -> None:
        """Count work that was done."""
        self._work.done += units

    def __call__(self) -> bool:
        self._over = self._over or self._work.done >= self._until or self._work.stop()
        return self._over

    @property
    def left(self) -> float:
        """Units that are left; 0 once it is over."""
        return 0.0 if self._over else max(self._until - self._work.done, 0.0)

    @property
    def spent(self) -> float:
        """Units that all parts of the whole effort have charged."""
        return self._work.done

    @property
    def stopped_by_clock(self) -> bool:
        """Whether the clock stopped this effort or another part of the whole."""
        return self._work.stopped_by_clock

    @property
    def note(self) -> str:
        """The note for a result where the clock stopped the search; '' otherwise."""
        if not self.stopped_by_clock:
            return ""
        return f"the search was stopped by the clock after {self._work.seconds:g} s; the result may differ on another machine"
