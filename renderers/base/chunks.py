"""Work on long arrays in chunks on several threads; numpy and Embree release the interpreter lock while they work."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from scenewright.scene.jobs import Job

__all__ = ["map_chunks"]

T = TypeVar("T")

_LOOK_SECONDS = 0.1
"""Seconds between two checks of the job while a chunk is computed."""


def map_chunks(
    work: Callable[[int, int], T],
    count: int,
    *,
    size: int,
    threads: int,
    job: Job | None = None,
    what: str = "",
) -> list[T]:
    """Call ``work(first, end)`` for consecutive chunks of `count` items, at most `size` each; returns the results in order.

    Args:
        job: gets the finished share, on the calling thread.
        what: the current step, for the job.

    Raises:
        JobCancelled: the job was cancelled. Chunks that have not started are skipped, and running ones are waited for: they are small,
            or check the job themselves.
    """
    job = job or Job()
    pieces = [(first, min(first + size, count)) for first in range(0, count, size)]
    results: list[T] = []
    if threads <= 1 or len(pieces) <= 1:
        for done, (first, end) in enumerate(pieces):
            job.tick(done / len(pieces), what)
            results.append(work(first, end))
        return results
    with ThreadPoolExecutor(max_workers=threads) as pool:
        waiting = [pool.submit(work, first, end) for first, end in pieces]
        try:
            for done, future in enumerate(waiting):
                job.tick(done / len(pieces), what)
                while True:
                    try:
                        results.append(future.result(timeout=_LOOK_SECONDS))
                        break
                    except TimeoutError:
                        job.check()
        except BaseException:
            for future in waiting:
                future.cancel()
            raise
    return results
