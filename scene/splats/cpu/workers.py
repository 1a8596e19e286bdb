"""Plain threads for kernels that release Python's lock."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from scenewright.scene.jobs import Job

__all__ = ["chunks", "drawing_for", "on_threads"]


@lru_cache(maxsize=8)
def _pool(threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=threads, thread_name_prefix="splats")


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_pool.cache_clear)  # a forked child has the pool object, but not its threads


_JOB: ContextVar[Job | None] = ContextVar("drawing for", default=None)


@contextmanager
def drawing_for(job: Job | None) -> Iterator[None]:
    """What goes on threads in the block is looked after by a job: where it is cancelled, no further piece is begun."""
    before = _JOB.set(job)
    try:
        yield
    finally:
        _JOB.reset(before)


def on_threads(threads: int, work: Callable[..., Any], arguments: Iterable[Sequence[Any]]) -> list[Any]:
    """The results of ``work(*a)`` for every a in `arguments`, in their order. Several run at a time.

    An exception (also KeyboardInterrupt) is raised after the running calls have ended, so that none of them writes into arrays
    that the caller uses again. Calls that have not begun are dropped.

    Raises:
        JobCancelled: the job of :func:`drawing_for` was cancelled.
    """
    calls, job = list(arguments), _JOB.get()
    if job is not None:
        plain, whole = work, job

        def work(*a: Any) -> Any:
            whole.check()
            return plain(*a)

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
