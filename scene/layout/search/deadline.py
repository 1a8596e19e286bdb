"""Efforts given in seconds, for callers that do not count in units yet."""

from __future__ import annotations

from scene.layout.search.effort import PER_SECOND, RUNAWAY_SECONDS, Effort, Stop, never

__all__ = ["Deadline", "Stop", "never"]


class Deadline(Effort):
    """As much work as a slow machine does in some seconds."""

    def __init__(self, seconds: float, cancelled: Stop = never) -> None:
        super().__init__(PER_SECOND * seconds, cancelled, seconds=max(RUNAWAY_SECONDS, 20.0 * seconds))

    @property
    def left(self) -> float:
        """Seconds of a slow machine; none once it was found to be over."""
        return self._units_left() / PER_SECOND
