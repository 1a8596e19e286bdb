"""The frames between the serving process and a worker: a kind, a request's number, a short JSON envelope, and a body of bytes.

A worker has run the programs of strangers, so that the serving process trusts it least of all. It checks every length before it reads,
parses only the envelope, which is short, and hands a body on as it is. Never pickle.
"""

from __future__ import annotations

import json
import struct
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import IO, Any

from scenewright.app.workers.errors import WorkerError

__all__ = ["MOST_ENVELOPE", "FrameHead", "WorkerChannel", "WorkerFrame"]

MOST_ENVELOPE = 512 << 10
"""Most bytes of an envelope: it holds an error or an event, never a result."""

_HEADER = struct.Struct("!BIII")


class WorkerFrame(IntEnum):
    """What a frame says."""

    READY = 1
    """Worker to host: the scene is open."""
    REQUEST = 2
    """Host to worker: do something. The body is the request as JSON."""
    CANCEL = 3
    """Host to worker: stop the work of a request."""
    PROGRESS = 4
    """Worker to host: how far the work of a request is, or a line of its log."""
    EVENT = 5
    """Worker to host: an event of the session."""
    ANSWER = 6
    """Worker to host: the result of a request, in the body."""
    ERROR = 7
    """Worker to host: why a request, or the opening, has no result."""
    PIECE = 8
    """Worker to host: a part of the result of a request that is streamed, in the envelope."""


@dataclass(frozen=True, slots=True)
class FrameHead:
    """One frame. `number`: of the request, 0 where it belongs to none. `size`: bytes of its body, which is still to be read."""

    kind: WorkerFrame
    number: int
    envelope: Mapping[str, Any]
    size: int


class WorkerChannel:
    """One end of the connection. One thread may read; any thread may send."""

    def __init__(self, reader: IO[bytes], writer: IO[bytes], *, close: Callable[[], None]) -> None:
        self._reader, self._writer, self._close = reader, writer, close
        self._lock = threading.Lock()

    def send(
        self, kind: WorkerFrame, number: int = 0, envelope: Mapping[str, Any] | None = None, body: bytes = b""
    ) -> None:
        """
        Raises:
            OSError, ValueError: the other side is gone, or this one was closed.
            WorkerError: the envelope is too long.
        """
        head = json.dumps(envelope or {}, ensure_ascii=True, separators=(",", ":")).encode("ascii")
        if len(head) > MOST_ENVELOPE:
            raise WorkerError(f"a message of {len(head):,} bytes is too long for its frame", kind="wire")
        with self._lock:
            self._writer.write(_HEADER.pack(kind, number, len(head), len(body)) + head)
            if body:
                self._writer.write(body)
            self._writer.flush()

    def receive(self) -> FrameHead | None:
        """The next frame, without its body; None where the other side is gone.

        Raises:
            WorkerError: 'wire': it is no frame of this protocol.
            OSError, ValueError: this side was closed.
        """
        head = self._read(_HEADER.size)
        if head is None:
            return None
        kind, number, envelope, body = _HEADER.unpack(head)
        if kind not in WorkerFrame._value2member_map_ or envelope > MOST_ENVELOPE:
            raise WorkerError(
                f"the worker sent a frame of kind {kind} with {envelope:,} bytes of envelope", kind="wire"
            )
        text = self._read(envelope)
        if text is None:
            return None
        try:
            values = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise WorkerError(f"the worker sent an envelope that is no JSON: {error}", kind="wire") from error
        if not isinstance(values, dict):
            raise WorkerError("the worker sent an envelope that is no JSON object", kind="wire")
        return FrameHead(WorkerFrame(kind), number, values, body)

    def body(self, frame: FrameHead, most: int) -> bytes | None:
        """The body of the frame that was received last; None where the other side is gone.

        Raises:
            WorkerError: 'wire': it is longer than `most` bytes. Nothing of it was read.
        """
        if frame.size > most:
            raise WorkerError(f"the worker sent {frame.size:,} bytes where at most {most:,} are allowed", kind="wire")
        return self._read(frame.size)

    def close(self) -> None:
        self._close()

    def _read(self, count: int) -> bytes | None:
        if count == 0:
            return b""
        data = self._reader.read(count)  # a buffered reader waits for all of it
        return data if data is not None and len(data) == count else None
