"""What happens to an open scene, told to any number of listeners in the order in which it happened."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Self

from scenewright.app.session.changes import Change
from scenewright.scene.jobs import JobState

__all__ = ["CommandFailed", "Event", "Feed", "JobUpdate", "Listener", "SceneChanged"]

MOST_WAITING = 10_000
"""Events that wait for one listener: of more, the oldest are dropped, and counted."""


@dataclass(frozen=True, slots=True)
class Event:
    """`number`: counts the events of a session from 1, without gaps."""

    number: int


@dataclass(frozen=True, slots=True)
class SceneChanged(Event):
    """The scene is another now."""

    change: Change


@dataclass(frozen=True, slots=True)
class CommandFailed(Event):
    """A command was refused or broke, and the scene is as it was. `error`: class of the error; `kind`: its own, where it has one."""

    command: str
    error: str
    kind: str | None
    message: str


@dataclass(frozen=True, slots=True)
class JobUpdate(Event):
    """How far a long command is. `share`: 0 to 1."""

    job: int
    command: str
    state: JobState
    share: float
    what: str


class Listener:
    """Hands events out, oldest first. Use it in ``with``, or close it."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self._condition = threading.Condition()
        self._waiting: deque[Event] = deque()
        self._open = True
        self.missed = 0
        """Events that were dropped, since too many waited."""

    def get(self, timeout: float | None = None) -> Event | None:
        """The next event; None where none came in `timeout` seconds, or the listener is closed and empty."""
        with self._condition:
            self._condition.wait_for(lambda: self._waiting or not self._open, timeout)
            return self._waiting.popleft() if self._waiting else None

    def waiting(self) -> list[Event]:
        """All events that came and were not handed out yet."""
        with self._condition:
            found = list(self._waiting)
            self._waiting.clear()
            return found

    def close(self) -> None:
        self._feed.forget(self)
        with self._condition:
            self._open = False
            self._condition.notify_all()

    def __iter__(self) -> Iterator[Event]:
        """Events as they come, until the listener is closed."""
        while (event := self.get()) is not None:
            yield event

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def put(self, event: Event) -> None:
        with self._condition:
            if not self._open:
                return
            if len(self._waiting) >= MOST_WAITING:
                self._waiting.popleft()
                self.missed += 1
            self._waiting.append(event)
            self._condition.notify_all()


class Feed:
    """Numbers events and hands them to the listeners."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Listener] = []
        self._number = 0

    def listen(self) -> Listener:
        """A listener that gets what happens from now on."""
        listener = Listener(self)
        with self._lock:
            self._listeners.append(listener)
        return listener

    def forget(self, listener: Listener) -> None:
        with self._lock:
            if listener in self._listeners:
                self._listeners.remove(listener)

    def emit(self, make: Callable[[int], Event]) -> None:
        """Tell all listeners of an event, which is made with its number."""
        with self._lock:  # held while it is handed out, so that all get events in one order
            self._number += 1
            event = make(self._number)
            for listener in self._listeners:
                listener.put(event)
