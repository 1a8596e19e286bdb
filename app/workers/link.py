"""A running worker with its connection: requests go out, and a thread takes in what comes back."""

from __future__ import annotations

import logging
import queue
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from scenewright.app.workers.errors import WorkerError, error_from_json
from scenewright.app.workers.frames import FrameHead, WorkerChannel, WorkerFrame
from scenewright.app.workers.processes import WorkerProcess
from scenewright.scene.errors import InternalError, ScenewrightError
from scenewright.scene.printing import printable

__all__ = ["Pending", "StreamedPiece", "WorkerAnswer", "WorkerLink"]

_LOG = logging.getLogger(__name__)

_BURST_BYTES, _BYTES_PER_SECOND = 4 << 20, 2 << 20
_FRAME_COST = 4096
"""What each frame that nobody asked for costs beside its bytes: 500 short ones a second."""
_MOST_PIECES = 10_000
"""Of one request."""


@dataclass(frozen=True, slots=True)
class WorkerAnswer:
    """`envelope`: small values, not checked. `body`: the result, not read yet."""

    envelope: Mapping[str, Any]
    body: bytes


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """Progress of a request, or a line of its log."""

    share: float | None
    text: str


@dataclass(frozen=True, slots=True)
class StreamedPiece:
    """A part of the result of a request, as JSON values that nobody has checked yet."""

    values: Mapping[str, Any]


@dataclass(slots=True)
class Pending:
    """A request that waits for its answer. `most`: bytes of the answer. `pieces`: the most parts of a result that it takes one by one
    before the answer; 0 for a request that did not ask for them."""

    number: int
    most: int
    pieces: int = 0
    messages: queue.SimpleQueue[WorkerAnswer | ProgressReport | StreamedPiece | ScenewrightError] = field(
        default_factory=queue.SimpleQueue
    )


class _Pace:
    """Slows down the reading of a worker that sends more events and progress than anybody can use: the worker then waits."""

    def __init__(self) -> None:
        self._left, self._since = float(_BURST_BYTES), time.monotonic()

    def take(self, size: int) -> None:
        now = time.monotonic()
        self._left = min(self._left + (now - self._since) * _BYTES_PER_SECOND, _BURST_BYTES) - size - _FRAME_COST
        self._since = now
        if self._left < 0:
            time.sleep(-self._left / _BYTES_PER_SECOND)


class WorkerLink:
    """A worker that serves requests of any thread. It is a child of the supervisor.

    Args of the constructor: `on_event`: called with the envelope of each event, in order, on the thread that reads. `on_revision`: called
    with the scene's revision whenever the worker names it.
    """

    def __init__(
        self,
        process: WorkerProcess,
        *,
        on_event: Callable[[Mapping[str, Any]], None],
        on_revision: Callable[[int], None],
    ) -> None:
        self._process = process
        self._channel: WorkerChannel = process.channel
        self._on_event, self._on_revision = on_event, on_revision
        self._numbers = count(1)
        self._lock = threading.Lock()
        self._pending: dict[int, Pending] = {}
        self._why: ScenewrightError | None = None
        self._opening = Pending(0, 0)
        self._pending[0] = self._opening
        self._pace = _Pace()
        threading.Thread(target=self._read, name="reader of a worker", daemon=True).start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def alive(self) -> bool:
        return self._why is None and self._process.alive()

    def close(self) -> None:
        """Kill the worker with all that it started. Requests that wait get a WorkerError of kind 'ended'."""
        self._end(WorkerError("the worker was ended because of another command: try again", kind="ended"))
        self._process.close()

    def opened(self) -> Pending:
        """What waits for the worker to be ready: it gets an answer or an error."""
        return self._opening

    def ask(self, do: str, body: bytes, *, title: str, most: int, stream: bool = False) -> Pending:
        """Send a request; the answer comes to the result's messages, with `stream` after parts of it.

        Raises:
            WorkerError: the worker is gone.
        """
        with self._lock:
            if self._why is not None:
                raise self._why
            pending = Pending(next(self._numbers), most, _MOST_PIECES if stream else 0)
            self._pending[pending.number] = pending
        try:
            self._channel.send(WorkerFrame.REQUEST, pending.number, {"do": do, "title": title, "stream": stream}, body)
        except (OSError, ValueError):
            self._end(self._crashed())
        return pending

    def cancel(self, pending: Pending) -> None:
        """Ask the work of a request to stop."""
        try:
            self._channel.send(WorkerFrame.CANCEL, pending.number)
        except (OSError, ValueError):
            self._end(self._crashed())

    # -- the thread that reads ----------------------------------------------------------------------------------------

    def _read(self) -> None:
        try:
            while (frame := self._channel.receive()) is not None:
                if not self._take(frame):
                    break
        except WorkerError as error:
            _LOG.warning("worker %d broke the protocol: %s", self.pid, printable(str(error)))
            self._end(error)
            self._process.close()
        except (OSError, ValueError):  # this side closed the connection
            self._end(self._crashed())
        else:
            self._end(self._crashed())

    def _take(self, frame: FrameHead) -> bool:
        """Take in a frame; False where its end is missing."""
        if frame.kind in (WorkerFrame.EVENT, WorkerFrame.PROGRESS, WorkerFrame.PIECE):
            self._pace.take(len(str(frame.envelope)))
            if self._channel.body(frame, 0) is None:
                return False
            if frame.kind is WorkerFrame.EVENT:
                self._on_event(frame.envelope)
            elif frame.kind is WorkerFrame.PIECE:
                self._take_piece(frame)
            else:
                self._tell(frame)
            return True
        if frame.kind not in (WorkerFrame.ANSWER, WorkerFrame.ERROR, WorkerFrame.READY):
            raise WorkerError(f"the worker sent a frame of kind {frame.kind.name}", kind="wire")
        with self._lock:
            pending = self._pending.get(frame.number)
        if pending is None or (frame.kind is WorkerFrame.READY) != (
            frame.number == 0 and frame.kind is not WorkerFrame.ERROR
        ):
            raise WorkerError("the worker answered what nobody asked", kind="wire")
        body = self._channel.body(frame, pending.most)
        if body is None:
            return False
        with self._lock:
            self._pending.pop(frame.number, None)
        at = frame.envelope.get("at")
        if type(at) is int and 0 <= at < 2**53:
            self._on_revision(at)
        if frame.kind is WorkerFrame.ERROR:
            self._take_error(frame, pending)
        else:
            pending.messages.put(WorkerAnswer(frame.envelope, body))
        return True

    def _take_error(self, frame: FrameHead, pending: Pending) -> None:
        error = error_from_json(frame.envelope)
        if isinstance(error, InternalError):
            _LOG.error("worker %d: fault %s\n%s", self.pid, error.id, _safe(frame.envelope.get("trace")))
        pending.messages.put(error)
        if frame.envelope.get("spent") is True or pending is self._opening:
            self._end(WorkerError("the worker was ended because its memory was used up: try again", kind="ended"))

    def _take_piece(self, frame: FrameHead) -> None:
        with self._lock:
            pending = self._pending.get(frame.number)
            if pending is None:  # the end of a cancelled request
                return
            pending.pieces -= 1
        if pending.pieces < 0:
            raise WorkerError("the worker streamed more than was asked for", kind="wire")
        pending.messages.put(StreamedPiece(frame.envelope))

    def _tell(self, frame: FrameHead) -> None:
        with self._lock:
            pending = self._pending.get(frame.number)
        if pending is None:  # the end of a cancelled request
            return
        log, what, share = (frame.envelope.get(key) for key in ("log", "what", "share"))
        if isinstance(log, str):
            pending.messages.put(ProgressReport(None, printable(log[:2000])))
        elif isinstance(what, str) and isinstance(share, int | float) and 0.0 <= share <= 1.0:
            pending.messages.put(ProgressReport(float(share), printable(what[:200])))

    def _end(self, why: ScenewrightError) -> None:
        with self._lock:
            if self._why is None:
                self._why = why
            waiting, self._pending = list(self._pending.values()), {}
        for pending in waiting:
            pending.messages.put(self._why)

    def _crashed(self) -> WorkerError:
        """The error of a worker that ended by itself."""
        if self._why is not None:
            return WorkerError("the worker was ended", kind="ended")
        how, number = self._process.ending(), uuid.uuid4().hex[:12]
        printed = _safe(self._process.printed())
        _LOG.error(
            "worker %d ended by itself (%s), number %s\n%s", self.pid, how or "it is not known how", number, printed
        )
        return WorkerError(
            f"the work ended its process{f' ({how})' if how else ''}: what was saved is still there, and the next command gets a new "
            f"one; the server's log has more under the number {number}",
            kind="crash",
            number=number,
        )


def _safe(text: object) -> str:
    """Text of a worker for the log: line by line, with neither control characters nor lines that look like ours."""
    lines = text.split("\n") if isinstance(text, str) else []
    return "\n".join(f"    | {printable(line)}" for line in lines[-200:])
