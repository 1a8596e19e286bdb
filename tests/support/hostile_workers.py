"""A worker that was taken over: it sends what it likes, and the server's end of the connection has to hold."""

from __future__ import annotations

import json
import random
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from scenewright.app.session import Change
from scenewright.app.workers.errors import change_to_json, error_to_json
from scenewright.app.workers.frames import WorkerChannel, WorkerFrame
from scenewright.app.workers.link import WorkerLink
from scenewright.scene.errors import ProgramError

HEADER = struct.Struct("!BIII")
"""Kind, number, bytes of the envelope, bytes of the body."""


class TakenOver:
    """A process that exists only as the other end of a connection."""

    pid = 0

    def __init__(self) -> None:
        ours, self.theirs = socket.socketpair()
        self._ours = ours
        self.closed = False
        self.channel = WorkerChannel(ours.makefile("rb"), ours.makefile("wb"), close=self._hang_up)

    def alive(self) -> bool:
        return not self.closed

    def close(self) -> None:
        self.closed = True
        self._hang_up()

    def ending(self) -> str:
        return ""

    def printed(self) -> str:
        return "\x1b[31mred\nERROR a forged line"

    def _hang_up(self) -> None:
        with suppress(OSError):
            self._ours.shutdown(socket.SHUT_RDWR)

    def send(self, data: bytes) -> None:
        with suppress(OSError):
            self.theirs.sendall(data)

    def end(self) -> None:
        self.theirs.close()


@contextmanager
def link_to_a_hostile_worker() -> Iterator[tuple[TakenOver, WorkerLink, list[Any]]]:
    """The worker, the server's end, and the list that its events go to."""
    process, events = TakenOver(), []
    link = WorkerLink(process, on_event=events.append, on_revision=lambda revision: None)
    try:
        yield process, link, events
    finally:
        link.close()
        process.end()


def raw_frame(kind: int, number: int, envelope: object, body: bytes = b"") -> bytes:
    """A frame as bytes; an envelope that is bytes is sent as it is."""
    head = envelope if isinstance(envelope, bytes) else json.dumps(envelope).encode()
    return HEADER.pack(kind, number, len(head), len(body)) + head + body


def honest_stream() -> list[bytes]:
    """The frames of a worker that opens a scene and answers request 1, with all kinds of frames between."""
    change = Change(2, 1, "person", {"kind": "move", "path": "a"}, "Anna", frozenset({"row/a"}), {"row/x": None})
    return [
        raw_frame(WorkerFrame.READY, 0, {"at": 1}),
        raw_frame(WorkerFrame.PROGRESS, 1, {"share": 0.5, "what": "half"}),
        raw_frame(WorkerFrame.PROGRESS, 1, {"log": "a line"}),
        raw_frame(WorkerFrame.EVENT, 0, {"event": "changed", "change": change_to_json(change)}),
        raw_frame(
            WorkerFrame.EVENT,
            0,
            {"event": "failed", "command": "edit", "error": "PathError", "kind": None, "message": "no"},
        ),
        raw_frame(WorkerFrame.ANSWER, 1, {"at": 2, "revision": 2}, b'{"how":["literal"]}'),
        raw_frame(WorkerFrame.ERROR, 2, {**error_to_json(ProgramError("wrong", line=3, kind="argument")), "at": 2}),
    ]


def mutated(data: bytes, rng: random.Random) -> bytes:
    """The bytes with a few of them changed, cut, doubled, spliced, or with a number blown up."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        where = rng.randrange(len(out)) if out else 0
        kind = rng.randrange(7)
        if kind == 0 and out:
            out[where] ^= 1 << rng.randrange(8)
        elif kind == 1:
            del out[where:]
        elif kind == 2:
            del out[where : where + rng.randint(1, 40)]
        elif kind == 3:
            other = rng.randrange(len(out)) if out else 0
            out[where:where] = out[other : other + rng.randint(1, 200)]
        elif kind == 4:
            out[where : where + 4] = rng.choice((b"\xff" * 4, b"\x00" * 4, b"\x7f\xff\xff\xff"))
        elif kind == 5:
            out[where:where] = rng.choice(
                (b"[" * 5000, b'{"a":' * 3000, b"9" * 6000, b"1e999", b"NaN", b"\xed\xa0\x80", b'"\\ud800"')
            )
        else:
            out[where:where] = rng.choice((b"null", b"-1", b'"x"', b"[]", b"{}", b"true", b"1e308"))
    return bytes(out)


def take_a_stream(data: bytes) -> list[str]:
    """Give a server's end these bytes of a worker, and ask it twice; what each request came to. Threads that ended by an exception are an
    outcome, too."""
    outcomes: list[str] = []
    hook = threading.excepthook
    threading.excepthook = lambda failure: outcomes.append(f"crash: {failure.exc_type.__name__}: {failure.exc_value}")
    try:
        with link_to_a_hostile_worker() as (process, link, _):
            waiting = [link.opened()]
            with suppress(Exception):
                waiting += [link.ask("source", b"{}", title="the source", most=1000) for _ in range(2)]
            process.send(data)
            process.end()
            for pending in waiting:
                while True:
                    message = pending.messages.get(timeout=20.0)
                    name = type(message).__name__
                    if name != "ProgressReport":
                        outcomes.append(name)
                        break
    finally:
        threading.excepthook = hook
    return outcomes


def hold_a_worker(kind: str) -> str:
    """Serve a worker that sends as much as it can for two seconds, in one of several ways; what became of it."""
    import time

    with link_to_a_hostile_worker() as (process, link, events):
        pending = link.ask("source", b"{}", title="the source", most=16 << 20)
        process.theirs.setblocking(False)
        data = {
            "floods": raw_frame(WorkerFrame.EVENT, 0, {"event": "failed", "message": "x" * 100}),
            "deep": raw_frame(WorkerFrame.EVENT, 0, b'{"a":' + b"[" * 900 + b"]" * 900 + b"}"),
            "wide": raw_frame(WorkerFrame.EVENT, 0, b'{"a":[' + b"[]," * 150_000 + b"0]}"),
            "drips": HEADER.pack(WorkerFrame.ANSWER, 1, 2, 16 << 20) + b"{}" + b"x" * 1000,
        }[kind]
        end = time.monotonic() + 2.0
        sent = 0
        while time.monotonic() < end:
            if kind == "drips" and sent >= len(data):
                time.sleep(0.05)
                continue
            try:
                sent += process.theirs.send(data[sent % len(data) :])
            except (BlockingIOError, OSError):
                time.sleep(0.01)
        return f"{link.alive()} {len(events)} {pending.messages.empty()}"
