"""The host's side of one run: talks to the child, enforces its budgets, and turns its end into a result or an error."""

from __future__ import annotations

import contextlib
import json
import re
import selectors
import signal
import socket
import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from scenewright.scene.errors import BudgetError, ConfinementError, JobCancelled, ProgramError, ScenewrightError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running.channel import (
    DUMP_COMMAND,
    KILL_COMMAND,
    Decoder,
    FrameKind,
    decode_error,
    encode_error,
    frame_json,
    parse_json,
)
from scenewright.scene.language.running.policy_names import is_library_name
from scenewright.scene.language.running.servers import Start
from scenewright.scene.language.vocabulary import LIBRARY_FILE, PROGRAM_FILE

__all__ = ["Answer", "ProgramRun"]

Answer = Callable[[Mapping[str, Any]], Mapping[str, Any]]

_READ = 1 << 20
_KEPT_LOG = 64 << 10
_KEPT_DUMP = 64 << 10
_DUMP_GRACE = 0.25
"""Seconds that a child gets to report its line when its time is up."""
_KILL_GRACE = 1.5
_LAST_PRINTS = 1.0
"""Seconds that a process gets to end after its answer."""
_CANCEL_POLL = 0.05
_QUESTION_BYTES = 16 << 10
"""Most bytes of one question: words of some hundred characters, each of which JSON may write with twelve."""
_FILES = re.escape(PROGRAM_FILE.encode()) + b"|" + re.escape(LIBRARY_FILE.encode()) + rb"(\w{1,64})"
_LINE = re.compile(rb'File "(?:' + _FILES + rb')", line (\d{1,7})\b')


class Stop(Protocol):
    """An event, or an object with its ``is_set``, that says whether to stop."""

    def is_set(self) -> bool: ...


class ProgramRun:
    """One child from its request to its end. Call :meth:`run` once."""

    def __init__(self, start: Start, request: bytes, budgets: Budgets, answer: Answer | None) -> None:
        self._start = start
        self._budgets = budgets
        self._answer = answer
        self._outgoing = bytearray(request)
        self._decoder = Decoder(
            {FrameKind.ASK: _QUESTION_BYTES, FrameKind.RESULT: budgets.result_bytes, FrameKind.ERROR: 1 << 16}
        )
        self._log = bytearray()
        self._printed = 0
        self._questions = 0
        self._dump = bytearray()
        self._tail = b""
        self._status = bytearray()
        self._result: bytes | None = None
        self._error: ScenewrightError | None = None
        self._verdict: ScenewrightError | None = None
        self._deadline = time.monotonic() + budgets.wall_seconds
        self._kill_at: float | None = None
        self._give_up_at: float | None = None
        self.server_suspect = False
        """The child did not end when it was killed: its server should be replaced."""

    @property
    def printed(self) -> str:
        """What the program printed, the first 64 KiB of it."""
        return self._log.decode("utf-8", "replace")

    def run(self, cancel: Stop | None) -> bytes:
        """The result of the program, as bytes.

        Raises:
            ScenewrightError: the program's own error, or that of the budget or boundary that stopped it.
        """
        with selectors.DefaultSelector() as selector:
            for end, take in (
                (self._start.channel, self._take_frames),
                (self._start.log, self._take_log),
                (self._start.dump, self._take_dump),
                (self._start.status, self._take_status),
            ):
                end.setblocking(False)
                selector.register(end, selectors.EVENT_READ, data=take)
            try:
                self._loop(selector, cancel)
            finally:
                self._drain_log()
                self._start.close()
        if self._verdict is not None:
            raise self._with_line(self._verdict)
        if self._error is not None:
            raise self._error
        if self._result is not None:
            return self._result
        raise self._with_line(self._cause_of_death())

    def _loop(self, selector: selectors.BaseSelector, cancel: Stop | None) -> None:
        while self._result is None and self._error is None:
            self._want_writes(selector)
            for key, mask in selector.select(self._patience(cancel)):
                if mask & selectors.EVENT_WRITE:
                    self._send()
                if mask & selectors.EVENT_READ and not self._receive(key, selector):
                    selector.unregister(key.fileobj)
            if len(selector.get_map()) == 0:
                return
            self._look_at_the_clock(cancel)
            if self._give_up_at is not None and time.monotonic() > self._give_up_at:
                self.server_suspect = True
                return

    # -- time -----------------------------------------------------------------------------------------------------

    def _patience(self, cancel: Stop | None) -> float:
        times = [t for t in (self._kill_at, self._give_up_at) if t is not None]
        if self._verdict is None:
            times.append(self._deadline)
        left = max(0.0, min(times, default=time.monotonic() + 1.0) - time.monotonic())
        return min(left, _CANCEL_POLL) if cancel is not None else left

    def _look_at_the_clock(self, cancel: Stop | None) -> None:
        now = time.monotonic()
        if self._verdict is None:
            if cancel is not None and cancel.is_set():
                self._condemn(ConfinementError("the evaluation was cancelled", kind="cancelled"))
            elif now >= self._deadline:
                self._verdict = BudgetError(
                    f"the program ran longer than {self._budgets.wall_seconds:g} s: use fewer repetitions", kind="time"
                )
                self._command(DUMP_COMMAND)
                self._kill_at = now + _DUMP_GRACE
        elif self._kill_at is not None and (now >= self._kill_at):
            self._condemn(self._verdict)

    def _condemn(self, verdict: ScenewrightError) -> None:
        """Kill the child with the error `verdict`, unless it is being killed already."""
        if self._verdict is None or self._kill_at is not None:
            self._verdict = self._verdict or verdict
            self._kill_at = None
            self._give_up_at = time.monotonic() + _KILL_GRACE
            self._command(KILL_COMMAND)

    def _command(self, command: bytes) -> None:
        with contextlib.suppress(OSError):
            self._start.status.send(command)

    # -- what comes in --------------------------------------------------------------------------------------------

    def _receive(self, key: selectors.SelectorKey, selector: selectors.BaseSelector) -> bool:
        end = key.fileobj
        assert isinstance(end, socket.socket)
        try:
            data = end.recv(_READ)
        except BlockingIOError:
            return True
        except ConnectionError:
            data = b""
        if data:
            key.data(data)
        return bool(data)

    def _take_frames(self, data: bytes) -> None:
        if self._verdict is not None:
            return
        try:
            for kind, payload in self._decoder.feed(data):
                if kind is FrameKind.RESULT:
                    self._result = payload
                elif kind is FrameKind.ERROR:
                    self._error = decode_error(parse_json(payload))
                else:
                    self._reply_to(parse_json(payload))
        except (BudgetError, ConfinementError) as error:
            self._condemn(error)

    def _reply_to(self, question: dict[str, Any]) -> None:
        asked = time.monotonic()
        self._questions += 1
        if self._answer is None:
            raise ConfinementError("the program's process asked the host a question that nobody answers", kind="wire")
        if self._questions > self._budgets.assets:
            raise BudgetError(
                f"the program asked for more than {self._budgets.assets:,} distinct assets: use fewer", kind="assets"
            )
        try:
            reply = frame_json(FrameKind.ANSWER, self._answer(question))
        except JobCancelled:
            return  # the clock is looked at next
        except ScenewrightError as error:
            reply = frame_json(FrameKind.REFUSAL, encode_error(error))
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise ConfinementError(
                f"the host cannot answer what the program's process asked: {error!r}", kind="wire"
            ) from error
        self._outgoing += reply
        # The program's own clock stands still meanwhile: whoever answers charges for the host's time.
        self._deadline += time.monotonic() - asked

    def _take_log(self, data: bytes) -> None:
        self._printed += len(data)
        self._log += data[: max(0, _KEPT_LOG - len(self._log))]
        if self._verdict is not None and not self._dump:
            # A spawned process has one pipe for its prints and its crash reports, which come in pieces.
            self._tail = self._tail[-1000:] + data
            if report := _LINE.search(self._tail):
                self._dump += report.group(0)
        if self._printed > self._budgets.output_bytes and self._verdict is None:
            self._verdict = BudgetError(
                f"the program printed more than {self._budgets.output_bytes:,} bytes: print less", kind="output"
            )
            self._command(DUMP_COMMAND)
            self._kill_at = time.monotonic() + _DUMP_GRACE

    def _take_dump(self, data: bytes) -> None:
        self._dump += data[: max(0, _KEPT_DUMP - len(self._dump))]
        if self._verdict is None and b"Fatal" not in self._dump:
            # A report that nobody asked for, without a crash: the kernel signalled that the CPU time is up.
            self._verdict = self._out_of_cpu()
            self._kill_at = time.monotonic() + _DUMP_GRACE
        if self._kill_at is not None and _LINE.search(self._dump):
            self._kill_at = min(self._kill_at, time.monotonic() + 0.02)

    def _take_status(self, data: bytes) -> None:
        self._status += data[: max(0, 4096 - len(self._status))]

    def _drain_log(self) -> None:
        # Where threads copy the prints, the answer may arrive before them: read on until the process ends or the time is up.
        until = time.monotonic() + (_LAST_PRINTS if self._start.carried else 0.0)
        with contextlib.suppress(OSError):
            while True:
                self._start.log.settimeout(max(0.0, until - time.monotonic()))
                data = self._start.log.recv(_READ)
                if not data:
                    return
                self._log += data[: max(0, _KEPT_LOG - len(self._log))]
                if len(self._log) >= _KEPT_LOG:
                    return

    # -- what goes out --------------------------------------------------------------------------------------------

    def _want_writes(self, selector: selectors.BaseSelector) -> None:
        key = selector.get_map().get(self._start.channel)
        if key is not None:
            wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if self._outgoing else 0)
            if key.events != wanted:
                selector.modify(self._start.channel, wanted, data=key.data)

    def _send(self) -> None:
        try:
            sent = self._start.channel.send(memoryview(self._outgoing)[:_READ])
        except BlockingIOError:
            return
        except ConnectionError:
            self._outgoing.clear()  # the child has ended; its status says why
            return
        del self._outgoing[:sent]

    # -- the end --------------------------------------------------------------------------------------------------

    def _out_of_cpu(self) -> BudgetError:
        return BudgetError(
            f"the program used more than {self._budgets.cpu_seconds} s of processor time: use fewer repetitions",
            kind="time",
        )

    def _with_line(self, error: ScenewrightError) -> ScenewrightError:
        """The error with the line of the crash report, where it has none."""
        found = _LINE.search(self._dump) or _LINE.search(self._log)
        if isinstance(error, ProgramError) and error.line is None and found is not None and error.kind != "cancelled":
            library = (found.group(1) or b"").decode("ascii", "replace")
            error.line, error.library = int(found.group(2)), library if is_library_name(library) else None
        return error

    def _cause_of_death(self) -> ScenewrightError:
        try:
            status = json.loads(bytes(self._status).split(b"\n", 1)[0])
            number, cpu = status.get("signal"), float(status.get("cpu_seconds") or 0.0)
        except (ValueError, TypeError, AttributeError, RecursionError):
            self.server_suspect = True
            return ConfinementError("another process ended the program's process and its server", kind="server")
        if number is None:
            return ConfinementError(
                f"the program's process ended without an answer (exit code {status.get('exit')})", kind="exit"
            )
        name = _signal_name(number)
        if name == "SIGXCPU" or (name == "SIGKILL" and cpu >= self._budgets.cpu_seconds):
            return self._out_of_cpu()
        if name == "SIGSYS":
            return ConfinementError(
                "the program made a system call for which the kernel ends the process: remove it", kind="kernel"
            )
        if name == "SIGKILL":
            return ConfinementError(
                "the program's process was killed from outside, most likely because memory ran out", kind="killed"
            )
        return ConfinementError(f"the program crashed its process ({name})", kind="crash")


def _signal_name(number: object) -> str:
    try:
        return signal.Signals(int(str(number))).name
    except ValueError:
        return f"signal {str(number)[:20]}"
