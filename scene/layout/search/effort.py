"""How much a search may do, counted in work done and not in seconds.

Every part of the search charges what it does: insertions, relations judged, poses drawn, programs evaluated, CP-SAT's deterministic
time. What is found therefore depends on the problem and the seed alone, not on how fast a machine is, nor on what else it does.
A unit is about a millisecond of a slow machine, so that efforts read like times.

The clock is asked as well, but only to stop what runs away. Where it stops something the effort says so, and whoever tells of the
result says so too: it may be another one on another machine. A user who cancels knows that, and is not the clock.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

__all__ = ["PER_SECOND", "RUNAWAY_SECONDS", "Effort", "Stop", "never"]

PER_SECOND = 1000.0
"""Units that a slow machine does in a second, about."""

RUNAWAY_SECONDS = 600.0
"""After so long whatever still runs has run away, unless its caller says another number."""

Stop = Callable[[], bool]
"""Whether to stop now with what there is."""


def never() -> bool:
    """Go on until it is done."""
    return False


class _Work:
    """What has been done by all the parts of one effort, and what may stop all of them at once."""

    def __init__(self, cancelled: Stop, seconds: float) -> None:
        self.done = 0.0
        self.cancelled = cancelled
        self.seconds = seconds
        self.begun = time.monotonic()
        self.stopped = self.stopped_by_clock = False

    def stop(self) -> bool:
        if not self.stopped:
            # who cancels is asked first, so that one who cancels late is not taken for the clock
            self.stopped = self.cancelled()
            if not self.stopped and time.monotonic() - self.begun >= self.seconds:
                self.stopped = self.stopped_by_clock = True
        return self.stopped


class Effort:
    """So many units from now; called, it says whether they are used up, or all is to stop. It stays over once it was found to be.

    Parts of an effort count the same work: what one part charges is gone for all of them.
    """

    def __init__(self, units: float = math.inf, cancelled: Stop = never, *, seconds: float = RUNAWAY_SECONDS) -> None:
        """
        Args:
            cancelled: asked whenever this is; once it says so, this and all its parts are over.
            seconds: after which the clock stops it, from now.
        """
        self._work = _Work(cancelled, seconds)
        self._until = units
        self._over = False

    def part(self, units: float = math.inf, share: float = 1.0) -> Effort:
        """At most so many units, from now, and at most such a share of what is left of this."""
        made = object.__new__(Effort)
        made._work = self._work
        made._until = self._work.done + min(units, share * self.left)
        made._over = self._over
        return made

    def charge(self, units: float) -> None:
        """Say that so much was done."""
        self._work.done += units

    def __call__(self) -> bool:
        self._over = self._over or self._work.done >= self._until or self._work.stop()
        return self._over

    @property
    def left(self) -> float:
        """Units; none once it was found to be over."""
        return 0.0 if self._over else max(self._until - self._work.done, 0.0)

    @property
    def spent(self) -> float:
        """Units that were charged since the whole of which this is a part began."""
        return self._work.done

    @property
    def stopped_by_clock(self) -> bool:
        """Whether the clock stopped this, or another part of the same whole."""
        return self._work.stopped_by_clock

    @property
    def note(self) -> str:
        """What a result is to be told with where the clock stopped the search for it; else empty."""
        if not self.stopped_by_clock:
            return ""
        return f"the search was stopped by the clock after {self._work.seconds:g} s; the result may differ on another machine"
