"""How much work something was: what a budget for untrusted text is charged with.

Elapsed seconds are no measure of that, since on a busy machine an honest program would fail for the work of others.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

__all__ = ["ChargedWork", "once_for_all"]

_WAITED = 1.0 / 8.0
"""Share of the elapsed time that is charged at least: a child process may do the work, and its processor time is not ours."""


class ChargedWork:
    """Seconds of work in a ``with`` block: the processor time of the thread, and at least an eighth of the elapsed time. What
    :func:`once_for_all` marks does not count."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._free_work = self._free_wait = 0.0

    def __enter__(self) -> ChargedWork:
        self._token = _current.set(self)
        self._work, self._wait = time.thread_time(), time.monotonic()
        return self

    def __exit__(self, *_: object) -> None:
        _current.reset(self._token)
        work = time.thread_time() - self._work - self._free_work
        wait = time.monotonic() - self._wait - self._free_wait
        self.seconds = max(work, _WAITED * wait, 0.0)

    def spare(self, work: float, wait: float) -> None:
        """Leave seconds of work and of waiting out of account."""
        self._free_work += work
        self._free_wait += wait


_current: ContextVar[ChargedWork | None] = ContextVar("charged_work", default=None)


@contextmanager
def once_for_all() -> Iterator[None]:
    """Marks what is loaded for the whole process, such as a model: no one caller is charged with it."""
    work, wait = time.thread_time(), time.monotonic()
    try:
        yield
    finally:
        charged = _current.get()
        if charged is not None:
            charged.spare(time.thread_time() - work, time.monotonic() - wait)
