"""Connections before a request stands on them: how many there are, and how long one may say nothing."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

try:
    import resource
except ImportError:  # Windows, which has no such limit
    resource = None  # type: ignore[assignment]

__all__ = ["PatientProtocol"]

_MOST = 2_000
_SILENT_SECONDS = 20.0


def _most_connections() -> int:
    """Half of the files that this process may open: scenes, workers and pictures need the others."""
    if resource is None:
        return _MOST
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return _MOST if soft == resource.RLIM_INFINITY else min(_MOST, soft // 2)


class PatientProtocol(H11Protocol):
    """HTTP on one connection, which is closed where no whole head of a request comes in time. It takes heads of at most 64 kB."""

    _timer: asyncio.TimerHandle | None = None
    _seen: Any = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > _most_connections():
            transport.abort()
            return
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._timer is not None:
            self._timer.cancel()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._seen = self.cycle
        self._timer = self.loop.call_later(_SILENT_SECONDS, self._look)

    def _look(self) -> None:
        """Close a connection on which no request was read or answered since the last look."""
        if self.transport.is_closing() or self.transport.get_protocol() is not self:  # an event stream by now
            return
        cycle = self.cycle
        if cycle is self._seen and (cycle is None or cycle.response_complete):
            self.transport.close()
            return
        self._wait()
