"""Shares the cores of the machine between the owners that have work, so that nobody's work slows down that of others."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Hashable
from contextlib import suppress

from scenewright.scene.children.memory import family_of

__all__ = ["CoreShares"]

_RECENT_SECONDS = 5.0
"""An owner counts as one with work for so long after its last command, so that short commands do not move everybody about."""


class CoreShares:
    """While one owner has work, it has all cores. While several have, each gets cores of its own, and the same number; where there are more
    owners than cores, several share one. Only where the system lets a process choose the cores of another one (Linux)."""

    def __init__(self) -> None:
        self._works = hasattr(os, "sched_setaffinity")
        self._cores = sorted(os.sched_getaffinity(0)) if self._works else []
        self._lock = threading.Lock()
        self._seen: dict[Hashable, float] = {}
        self._running: dict[Hashable, int] = {}
        self._workers: dict[Hashable, set[int]] = {}
        self._shares: dict[Hashable, tuple[int, ...]] = {}  # what the workers of an owner are confined to now

    def add(self, owner: Hashable, pid: int) -> None:
        """Count a worker to an owner."""
        with self._lock:
            self._workers.setdefault(owner, set()).add(pid)
            if owner in self._shares:
                _confine(pid, self._shares[owner])

    def remove(self, owner: Hashable, pid: int) -> None:
        with self._lock:
            left = self._workers.get(owner, set())
            left.discard(pid)
            if not left:
                self._workers.pop(owner, None)
                self._shares.pop(owner, None)

    def begin(self, owner: Hashable) -> None:
        """A command of this owner begins."""
        if self._works:
            with self._lock:
                self._running[owner] = self._running.get(owner, 0) + 1
                self._seen[owner] = time.monotonic()
                self._share()

    def end(self, owner: Hashable) -> None:
        """A command of this owner has ended."""
        if self._works:
            with self._lock:
                self._running[owner] -= 1
                self._seen[owner] = time.monotonic()

    def _share(self) -> None:
        now = time.monotonic()
        self._seen = {o: t for o, t in self._seen.items() if now - t < _RECENT_SECONDS or self._running.get(o)}
        shares = shared_out(self._cores, list(self._seen))
        for owner, cores in shares.items():
            if self._shares.get(owner) != cores:
                for pid in self._workers.get(owner, ()):
                    _confine(pid, cores)
        self._shares.update(shares)


def shared_out(cores: list[int], owners: list[Hashable]) -> dict[Hashable, tuple[int, ...]]:
    """The cores of each owner: all for one, equal parts without overlap for several, one each in turn where there are too few."""
    if len(owners) <= 1:
        return {owner: tuple(cores) for owner in owners}
    each = len(cores) // len(owners)
    if each == 0:
        return {owner: (cores[n % len(cores)],) for n, owner in enumerate(owners)}
    return {owner: tuple(cores[n * each : (n + 1) * each]) for n, owner in enumerate(owners)}


def _confine(pid: int, cores: tuple[int, ...]) -> None:
    """Let all threads of a process and of what it started run on these cores alone."""
    for each in family_of(pid):
        with suppress(OSError):  # it ended meanwhile
            for thread in os.listdir(f"/proc/{each}/task"):
                with suppress(OSError):
                    os.sched_setaffinity(int(thread), cores)
