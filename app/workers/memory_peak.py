"""The most memory that a process and all that it starts hold while it works."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from scenewright.scene.children.memory import family_bytes

__all__ = ["MemoryPeak", "measured_peak"]

_EVERY = 0.5
"""Seconds between two looks. One takes some milliseconds for each process."""


@dataclass
class MemoryPeak:
    """`bytes`: the most that was seen so far. What comes and goes between two looks is not seen."""

    bytes: int = 0


@contextmanager
def measured_peak() -> Iterator[MemoryPeak]:
    """Look at the memory of this process and of all that it started, from the beginning of the block to its end."""
    peak, ended = MemoryPeak(), threading.Event()

    def look() -> None:
        while True:
            peak.bytes = max(peak.bytes, family_bytes(os.getpid()))
            if ended.wait(_EVERY):
                return

    watcher = threading.Thread(target=look, name="memory peak", daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        ended.set()
        watcher.join()
        peak.bytes = max(peak.bytes, family_bytes(os.getpid()))
