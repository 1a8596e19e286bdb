"""Plain threads for kernels that release Python's lock."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from functools import lru_cache
from typing import Any

__all__ = ["chunks", "on_threads"]


@lru_cache(maxsize=8)
def _pool(threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=threads, thread_name_prefix="splats")


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_pool.cache_clear)  # a forked child has the pool object, but not its threads


def on_threads(threads: int, work: Callable[..., Any], arguments: Iterable[Sequence[Any]]) -> list[Any]:
    """The results of ``work(*a)`` for every a in `arguments`, in their order. Several run at a time.

    An exception (also KeyboardInterrupt) is raised after the running calls have ended, so that none of them writes into arrays
    that the caller uses again. Calls that have not begun are dropped.
    """
    calls = list(arguments)
    if threads == 1 or len(calls) <= 1:
        return [work(*a) for a in calls]
    pool = _pool(threads)
    waiting = [pool.submit(work, *a) for a in calls]
    try:
        return [w.result() for w in waiting]
    except BaseException:
        wait([w for w in waiting if not w.cancel()])
        raise


def chunks(count: int, size: int = 8192) -> list[tuple[int, int]]:
    """Ranges from 0 to count of a fixed size, except the last. Sums over a range are thus the same for any number of threads."""
    return [(begin, min(begin + size, count)) for begin in range(0, count, size)]
