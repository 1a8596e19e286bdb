"""Events of an open scene, delivered in order to any number of listeners."""

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
"""Most events that wait for one listener. If there are more, the oldest are dropped and counted."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event of a session. `number`: counts the events from 1, without gaps."""

    number: int


@dataclass(frozen=True, slots=True)
class SceneChanged(Event):
    """The scene changed."""

    change: Change


@dataclass(frozen=True, slots=True)
class CommandFailed(Event):
    """A command failed, and the scene is unchanged. `error`: class name of the error; `kind`: its kind, if it has one."""

    command: str
    error: str
    kind: str | None
    message: str


@dataclass(frozen=True, slots=True)
class JobUpdate(Event):
    """Progress or end of a long command. `job`: its number; `share`: the finished share, 0 to 1; `what`: the current step."""

    job: int
    command: str
    state: JobState
    share: float
    what: str


class Listener:
    """A queue of events, oldest first. Use it in ``with``, or close it."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self._condition = threading.Condition()
        self._waiting: deque[Event] = deque()
        self._open = True
        self.missed = 0
        """Number of events that were dropped because too many waited."""

    def get(self, timeout: float | None = None) -> Event | None:
        """The next event; None if none came within `timeout` seconds, or if the listener is closed and empty."""
        with self._condition:
            self._condition.wait_for(lambda: self._waiting or not self._open, timeout)
            return self._waiting.popleft() if self._waiting else None

    def waiting(self) -> list[Event]:
        """Take all events that wait, without blocking."""
        with self._condition:
            events = list(self._waiting)
            self._waiting.clear()
            return events

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


class _Call(Listener):
    """A listener that hands each event to a function, on the thread that caused it."""

    def __init__(self, feed: Feed, call: Callable[[Event], object]) -> None:
        super().__init__(feed)
        self._call = call

    def put(self, event: Event) -> None:
        self._call(event)


class Feed:
    """Numbers the events and delivers them to all listeners."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Listener] = []
        self._number = 0

    def listen(self) -> Listener:
        """A new listener, which gets all events from now on."""
        return self._added(Listener(self))

    def call(self, function: Callable[[Event], object]) -> Listener:
        """Hand all events from now on to a function, in order, on the threads that cause them; it must not wait for a command. Close what
        this returns to stop."""
        return self._added(_Call(self, function))

    def _added(self, listener: Listener) -> Listener:
        with self._lock:
            self._listeners.append(listener)
        return listener

    def forget(self, listener: Listener) -> None:
        with self._lock:
            if listener in self._listeners:
                self._listeners.remove(listener)

    def emit(self, make: Callable[[int], Event]) -> None:
        """Deliver an event to all listeners. `make`: creates the event from its number."""
        with self._lock:  # held during delivery, so that all listeners get the events in the same order
            self._number += 1
            event = make(self._number)
            for listener in self._listeners:
                listener.put(event)
