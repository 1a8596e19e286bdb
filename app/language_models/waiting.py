"""Waits for what a model answers, from any thread, and stops waiting with the job.

All requests of a process run on one event loop, in a thread of its own: connections belong to one loop, and conversations in several
threads share a model. The thread starts with the first request and ends with the process.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import os
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from scenewright.scene.jobs import Job

__all__ = ["wait_for"]

_LOOK_SECONDS = 0.05
"""Seconds between two looks at the job."""
_CLOSING_SECONDS = 1.0
"""Most seconds that a cancelled request has to close its connection."""

T = TypeVar("T")

_lock = threading.Lock()
_loop: asyncio.AbstractEventLoop | None = None
_loop_process = 0


def wait_for(answer: Coroutine[Any, Any, T], job: Job, *, meanwhile: Callable[[], None] | None = None) -> T:
    """The result of a coroutine, which runs with the context of the caller.

    Args:
        meanwhile: called some times a second on the thread of the caller, and once after the coroutine ended.

    Raises:
        JobCancelled: the job was cancelled; the coroutine was, too.
    """
    future = asyncio.run_coroutine_threadsafe(answer, _running_loop())
    try:
        while True:
            try:
                return future.result(timeout=_LOOK_SECONDS)
            except concurrent.futures.TimeoutError:
                if future.done():
                    raise
                job.check()
                if meanwhile is not None:
                    meanwhile()
    except BaseException:
        if future.cancel():
            _await_closing()
        raise
    finally:
        if meanwhile is not None:
            meanwhile()


def _await_closing() -> None:
    """Give what was cancelled the time to close its connection, at most :data:`_CLOSING_SECONDS`."""

    async def a_few_turns() -> None:
        for _ in range(5):
            await asyncio.sleep(0)

    turn = asyncio.run_coroutine_threadsafe(a_few_turns(), _running_loop())
    concurrent.futures.wait([turn], timeout=_CLOSING_SECONDS)


def _running_loop() -> asyncio.AbstractEventLoop:
    global _loop, _loop_process  # noqa: PLW0603 - one loop per process; a forked child has none of its own
    with _lock:
        if _loop is None or _loop_process != os.getpid():
            _loop = asyncio.new_event_loop()
            _loop_process = os.getpid()
            threading.Thread(target=_loop.run_forever, name="language-models", daemon=True).start()
        return _loop


def _forget_lock() -> None:
    """In a forked child: whoever held the lock is not there."""
    global _lock, _loop
    _lock, _loop = threading.Lock(), None


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_lock)
