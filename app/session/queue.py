"""A queue of commands, which run one after the other in the order of their calls."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

__all__ = ["CommandQueue"]

T = TypeVar("T")


class CommandQueue:
    """A queue of commands from any number of threads. A command runs on its caller's thread when it is its turn; a submitted command
    runs on a thread of the queue. A command may run other commands, as parts of itself.
    """

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._tickets: deque[object] = deque()
        self._holder: int | None = None
        self._pool: ThreadPoolExecutor | None = None

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until all earlier commands have ended. Later commands wait until this block ends."""
        if self._holder == threading.get_ident():
            yield
            return
        with self._taken(self._ticket()):
            yield

    def submit(self, command: Callable[[], T]) -> Future[T]:
        """Queue a command without waiting for it. It runs after all earlier ones, unless its future is cancelled."""
        with self._condition:
            if self._pool is None:
                self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="scenewright-session")
        ticket = self._ticket()

        def run() -> T:
            with self._taken(ticket):
                return command()

        future = self._pool.submit(run)
        future.add_done_callback(lambda f: self._give_up(ticket) if f.cancelled() else None)
        return future

    def close(self) -> None:
        """Wait for all submitted commands. After that no command can be submitted."""
        if self._pool is not None:
            self._pool.shutdown(wait=True)

    def _ticket(self) -> object:
        ticket = object()
        with self._condition:
            self._tickets.append(ticket)
        return ticket

    @contextmanager
    def _taken(self, ticket: object) -> Iterator[None]:
        try:
            with self._condition:
                self._condition.wait_for(lambda: self._tickets[0] is ticket)
                self._holder = threading.get_ident()
            yield
        finally:  # also if the wait was interrupted
            with self._condition:
                if self._holder == threading.get_ident():
                    self._holder = None
            self._give_up(ticket)

    def _give_up(self, ticket: object) -> None:
        with self._condition:
            if ticket in self._tickets:
                self._tickets.remove(ticket)
            self._condition.notify_all()
