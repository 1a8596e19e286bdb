"""In which order the pictures of objects are drawn: what a page shows now comes first, what nobody has asked for yet comes last."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

__all__ = ["PictureJob", "PictureQueue"]

PictureJob = tuple[str, str, int]
"""Owner, key of the object, side in pixels."""

_BATCH_SECONDS = 0.25
"""Requests that come within so long of each other are those of one view of a page."""


class PictureQueue:
    """Pictures that wait. The newest view comes first, and within a view the order in which its pictures were asked for, which is that on
    the page. Not safe for threads: its owner holds a lock.
    """

    def __init__(self, most: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        """
        Args:
            most: pictures that wait at a time; those of the oldest views are dropped, and asked for again when they are looked at.
        """
        self._most, self._clock = most, clock
        self._views: list[OrderedDict[PictureJob, None]] = []
        self._ahead: OrderedDict[PictureJob, None] = OrderedDict()
        self._last = float("-inf")

    def __len__(self) -> int:
        return sum(map(len, self._views)) + len(self._ahead)

    def ask(self, job: PictureJob) -> None:
        """A page shows the place of this picture now."""
        now = self._clock()
        if not self._views or now - self._last > _BATCH_SECONDS:
            self._views.append(OrderedDict())
        self._last = now
        self._ahead.pop(job, None)
        for view in self._views[:-1]:
            view.pop(job, None)
        self._views[-1].setdefault(job)
        self._views = [view for view in self._views if view]
        while len(self) > self._most:
            oldest = self._ahead or self._views[0]
            oldest.popitem()
            self._views = [view for view in self._views if view]

    def prepare(self, job: PictureJob) -> None:
        """Nobody has asked for this picture yet: it is drawn when there is nothing else to do."""
        if len(self) < self._most and all(job not in view for view in self._views):
            self._ahead.setdefault(job)

    def next(self) -> PictureJob | None:
        """The picture to draw now, which waits no longer; None: none waits."""
        if self._views:
            job, _ = self._views[-1].popitem(last=False)
            if not self._views[-1]:
                self._views.pop()
            return job
        return self._ahead.popitem(last=False)[0] if self._ahead else None

    def clear(self) -> None:
        self._views.clear()
        self._ahead.clear()
