"""The pages that listen to something: each has a queue of messages in the server's event loop."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Mapping
from typing import Any

__all__ = ["Subscriber", "Subscribers"]

_MOST_WAITING = 500
"""Messages for a page that does not read. It is told to fetch all anew instead."""


class Subscriber:
    """One event stream. Messages come from any thread."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._waiting: asyncio.Queue[str | None] = asyncio.Queue()

    def send(self, text: str | None) -> None:
        """Queue a message; None ends the stream."""
        try:
            self._loop.call_soon_threadsafe(self._put, text)
        except RuntimeError:  # the loop has ended, and the page with it
            return

    def _put(self, text: str | None) -> None:
        if self._waiting.qsize() >= _MOST_WAITING:
            while not self._waiting.empty():
                self._waiting.get_nowait()
            self._waiting.put_nowait('{"type":"missed"}')
        self._waiting.put_nowait(text)

    async def next(self) -> str | None:
        return await self._waiting.get()


class Subscribers:
    """All who listen to one thing."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._all: list[Subscriber] = []

    def __len__(self) -> int:
        with self._lock:
            return len(self._all)

    def add(self, subscriber: Subscriber) -> None:
        with self._lock:
            self._all.append(subscriber)

    def remove(self, subscriber: Subscriber) -> None:
        with self._lock:
            if subscriber in self._all:
                self._all.remove(subscriber)

    def tell(self, message: Mapping[str, Any]) -> None:
        """Send a message to all, in the same order to each."""
        text = json.dumps(message, allow_nan=False, separators=(",", ":"))
        with self._lock:
            for subscriber in self._all:
                subscriber.send(text)
