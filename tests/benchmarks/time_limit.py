"""A limit on one piece of a bench's work, so that what runs away is counted as that and the rest is measured all the same."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["RAN_AWAY_S", "RanAway", "time_limit"]

RAN_AWAY_S = 300.0
"""Seconds after which a layout counts as running away."""


class RanAway(Exception):
    """It took longer than it may."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Stop what runs inside after some seconds of wall clock, by :class:`RanAway`. For the main thread of a process."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise RanAway(f"it was stopped after {seconds:g} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0.0)
        signal.signal(signal.SIGALRM, before)
