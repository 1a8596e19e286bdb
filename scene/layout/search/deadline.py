"""When a search is to end, asked by all of its parts."""

from __future__ import annotations

import time
from collections.abc import Callable

__all__ = ["Deadline", "Stop", "never"]

Stop = Callable[[], bool]
"""Whether to stop now with what there is."""


def never() -> bool:
    """Go on until it is done."""
    return False


class Deadline:
    """Some seconds from now, or when `cancelled` says so, whichever is first; called, it says whether that has come."""

    def __init__(self, seconds: float, cancelled: Stop = never) -> None:
        self.until = time.monotonic() + seconds
        self._cancelled = cancelled
        self._over = False

    def __call__(self) -> bool:
        self._over = self._over or time.monotonic() >= self.until or self._cancelled()
        return self._over

    @property
    def left(self) -> float:
        """Seconds; none once it was found to be over."""
        return 0.0 if self._over else max(self.until - time.monotonic(), 0.0)
