"""The supervisor lends child processes, keeps them warm, enforces their limits, and ends them with this process."""

from __future__ import annotations

import os
import threading
import time
import weakref
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from scenewright.scene.children.kinds import (
    C,
    Child,
    ChildKind,
    ChildLimits,
    ChildrenClosed,
    ChildReport,
    ChildTooLarge,
    S,
)
from scenewright.scene.children.memory import family_takes_more, resident_bytes
from scenewright.scene.jobs import Job

__all__ = ["Supervisor"]

_LOOK_SECONDS = 0.1
"""Interval at which the jobs of busy children, and of callers that wait for a child, are checked for cancelling."""

_IDLE_LOOK_SECONDS = 1.0
"""Interval at which the memory of idle children is looked at."""

_GRACE_SECONDS = 0.5
"""Time that a borrower has after its job is cancelled to end the child itself, with its own message."""


@dataclass(eq=False)
class _Place:
    """A child, or one that is being started (`child` None), with its state."""

    kind: str
    settings: Hashable
    limits: ChildLimits
    child: Child | None = None
    users: int = 0
    requests: int = 0
    idle_since: float = 0.0
    job: Job = field(default_factory=Job)
    cancelled_at: float | None = None
    ended: bool = False
    too_large: bool = False

    @property
    def waits(self) -> bool:
        return self.child is not None and self.users == 0


class Supervisor:
    """Lends warm children, several at a time, to any thread.

    A thread ends children that are idle for too long, and children whose job was cancelled; it runs only while there are children.
    A process that is forked from this one starts without children, since the existing ones belong to its parent.
    """

    def __init__(self, *, warm: int = 8) -> None:
        """
        Args:
            warm: most idle children of all kinds together; beyond it the one that is idle longest ends first.
        """
        self._warm = warm
        self._begin()
        self._parents_places: list[list[_Place]] = []
        if hasattr(os, "register_at_fork"):
            here = weakref.ref(self)
            os.register_at_fork(after_in_child=lambda: _forget(here()))

    def _begin(self) -> None:
        self._changed = threading.Condition()
        self._places: list[_Place] = []
        self._keeper: threading.Thread | None = None

    # -- borrowing ----------------------------------------------------------------------------------------------------

    @contextmanager
    def lend(self, kind: ChildKind[S, C], settings: S, *, job: Job | None = None) -> Iterator[C]:
        """Lend a child of this kind with these settings for a block: an idle one, else a new one. Nobody else uses it meanwhile, unless
        the kind is shared. After an error that is not harmless the child is ended, and the next caller gets a new one.

        When the job is cancelled or its deadline passes, the child is ended, and the block raises JobCancelled in place of the
        error that the end of the child caused.

        Raises:
            JobCancelled: the job was cancelled, in the block or while it waited for a child.
            ChildTooLarge: the child was ended in the block because of its memory.
            ChildrenClosed: the supervisor was closed while the child started.
            Exception: any error of `kind.start` and of the block.
        """
        job = job or Job()
        place = self._take(kind, settings, job)
        fit = False
        try:
            yield cast("C", place.child)
            fit = True
        except Exception as error:
            fit = isinstance(error, kind.harmless)
            job.check()  # a cancelled job raises JobCancelled, not the error of a broken pipe
            if place.too_large:
                raise _too_large(kind) from error
            raise
        finally:
            self._give_back(place, fit=fit and not job.cancelled())

    def discard(self, child: Child) -> None:
        """End a child that is no longer fit for requests, even while it is borrowed. The next caller gets another."""
        with self._changed:
            for place in [p for p in self._places if p.child is child]:
                self._drop(place)
        child.close()

    def end(self, kind: ChildKind[S, C], settings: S) -> None:
        """End the idle children with these settings, and shared ones even while they are borrowed."""
        with self._changed:
            ended = [
                p
                for p in self._places
                if (p.kind, p.settings) == (kind.name, settings) and (p.waits or p.limits.shared)
            ]
            for place in ended:
                self._drop(place)
        _close(ended)

    def close(self) -> None:
        """End all children, borrowed ones, too. The supervisor starts new ones on later calls."""
        with self._changed:
            ended = list(self._places)
            for place in ended:
                self._drop(place)
        _close(ended)

    def report(self) -> list[ChildReport]:
        """The children that live now."""
        with self._changed:
            places = [p for p in self._places if p.child is not None and p.child.alive()]
            rows = [(p.kind, p.child.pid, p.users, p.requests) for p in places if p.child is not None]
        return [ChildReport(kind, pid, users, requests, resident_bytes(pid)) for kind, pid, users, requests in rows]

    # -- taking and giving back ---------------------------------------------------------------------------------------

    def _take(self, kind: ChildKind[S, C], settings: S, job: Job) -> _Place:
        place = None
        while place is None:
            job.check()
            with self._changed:
                spent, place = self._choose(kind, settings)
                if place is not None:
                    place.users += 1
                    place.requests += 1
                    place.limits = kind.limits  # the limits of the latest request count
                    if not kind.limits.shared:
                        place.job, place.cancelled_at = job, None
                elif not spent:
                    self._changed.wait(_LOOK_SECONDS)
            _close(spent)
        if place.child is None:
            self._start(kind, settings, place, job)
        self._watch()
        return place

    def _choose(self, kind: ChildKind[S, C], settings: S) -> tuple[list[_Place], _Place | None]:
        """(children to end, chosen place). The place has no `child` where one must be started; it is None where the caller must wait."""
        limits = kind.limits
        same = [p for p in self._places if (p.kind, p.settings) == (kind.name, settings)]
        spent = []
        for place in [p for p in same if p.child is not None and (p.users == 0 or limits.shared)]:
            assert place.child is not None
            worn = limits.requests is not None and place.requests >= limits.requests and place.users == 0
            if worn or not place.child.alive():
                spent.append(place)
            else:
                return self._dropped(spent), place
        if limits.shared and any(p.child is None for p in same):
            return self._dropped(spent), None  # another thread is starting it
        others = [p for p in self._places if p.kind == kind.name and p not in spent]
        if len(others) >= limits.at_once:
            idle = min((p for p in others if p.waits), key=lambda p: p.idle_since, default=None)
            if idle is None:
                return self._dropped(spent), None
            spent.append(idle)
        place = _Place(kind.name, settings, limits)
        self._places.append(place)
        return self._dropped(spent), place

    def _start(self, kind: ChildKind[S, C], settings: S, place: _Place, job: Job) -> None:
        try:
            child = kind.start(settings, job)
        except BaseException:
            with self._changed:
                self._drop(place)
            raise
        with self._changed:
            place.child = child
            late = place.ended
            self._changed.notify_all()
        if late:
            child.close()
            raise ChildrenClosed(f"the {kind.name} was ended while it started, since all of its kind were closed")

    def _give_back(self, place: _Place, *, fit: bool) -> None:
        child, limits = place.child, place.limits
        assert child is not None
        unfit = not child.alive() or (not limits.shared and (not fit or limits.warm == 0))
        if limits.resident_bytes is not None and not unfit:
            unfit = (resident_bytes(child.pid) or 0) > limits.resident_bytes
        with self._changed:
            place.users -= 1
            place.job, place.idle_since = Job(), time.monotonic()
            ended = []
            if place.users == 0 and not place.ended:
                ended = [place] if unfit else self._too_many(place.kind, limits.warm)
            self._dropped(ended)
            self._changed.notify_all()
        _close(ended)

    def _too_many(self, kind: str, warm: int) -> list[_Place]:
        """Idle children beyond the limit of their kind, or of all kinds: those that are idle longest."""
        idle = sorted((p for p in self._places if p.waits), key=lambda p: p.idle_since)
        alike = [p for p in idle if p.kind == kind]
        gone = alike[: max(len(alike) - warm, 0)]
        left = [p for p in idle if p not in gone]
        return gone + left[: max(len(left) - self._warm, 0)]

    def _dropped(self, places: list[_Place]) -> list[_Place]:
        for place in places:
            self._drop(place)
        return places

    def _drop(self, place: _Place) -> None:
        place.ended = True
        if place in self._places:
            self._places.remove(place)
        self._changed.notify_all()

    # -- the thread that looks after them -----------------------------------------------------------------------------

    def _watch(self) -> None:
        with self._changed:
            if self._keeper is None and self._places:
                self._keeper = threading.Thread(target=self._keep, name="supervisor of children", daemon=True)
                self._keeper.start()
            self._changed.notify_all()

    def _keep(self) -> None:
        while True:
            with self._changed:
                if not self._places:
                    self._keeper = None
                    return
                now = time.monotonic()
                idle = [p for p in self._places if p.waits and now - p.idle_since >= p.limits.idle_seconds]
                ended = self._dropped(idle) + [p for p in self._places if _cancelled(p, now)]
                watched = [p for p in self._places if p.limits.most_bytes is not None]
                if not ended:
                    self._changed.wait(self._patience(now))
            _close(ended)
            self._end_too_large(watched)

    def _end_too_large(self, watched: list[_Place]) -> None:
        """End the children that take more memory than they may, even while they are borrowed. The next borrower gets another."""
        grown = [
            p
            for p in watched
            if p.child is not None
            and p.limits.most_bytes is not None
            and family_takes_more(p.child.pid, p.limits.most_bytes)
        ]
        if not grown:
            return
        with self._changed:
            for place in grown:
                place.too_large = True
                self._drop(place)
        _close(grown)

    def _patience(self, now: float) -> float:
        """Seconds until a child may have to be ended."""
        if any(p.users and (not p.limits.shared or p.limits.most_bytes is not None) for p in self._places):
            return _LOOK_SECONDS
        idle = [p.idle_since + p.limits.idle_seconds - now for p in self._places if p.waits]
        if not idle or any(p.limits.most_bytes is not None for p in self._places):
            idle.append(_IDLE_LOOK_SECONDS)
        return max(min(idle), 0.0)


def _cancelled(place: _Place, now: float) -> bool:
    """Whether the job of a child was cancelled longer than `_GRACE_SECONDS` ago."""
    if place.child is None or place.users == 0 or place.limits.shared or not place.job.cancelled():
        return False
    if place.cancelled_at is None:
        place.cancelled_at = now
    return now - place.cancelled_at >= _GRACE_SECONDS and place.child.alive()


def _too_large(kind: ChildKind[Any, Any]) -> ChildTooLarge:
    most = (kind.limits.most_bytes or 0) / (1 << 30)
    return ChildTooLarge(f"the work took more than {most:.3g} GB of memory: ask for less, or make the scene smaller")


def _close(places: list[_Place]) -> None:
    for place in places:
        if place.child is not None:
            place.child.close()


def _forget(supervisor: Supervisor | None) -> None:
    """Drop the children in a process that was just forked, since they belong to its parent. References to them are kept, so that no
    finalizer ends them here."""
    if supervisor is not None:
        parents_places: list[Any] = supervisor._parents_places
        parents_places.append(supervisor._places)
        supervisor._begin()
