"""A limit on one piece of a bench's work, so that what runs away is counted as that and the rest is measured all the same."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["RAN_AWAY_S", "RanAway", "time_limit"]

RAN_AWAY_S = 120.0
"""Seconds of the processor after which a layout counts as running away."""


class RanAway(Exception):
    """It took longer than it may."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Stop what runs inside after it took some seconds of the processor, by :class:`RanAway`: how busy the machine is plays no
    part. Children are not counted. For the main thread of a process."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise RanAway(f"it was stopped after {seconds:g} s of the processor")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.signal(signal.SIGPROF, before)
