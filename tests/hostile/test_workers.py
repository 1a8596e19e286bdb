"""A worker that was taken over cannot crash, fill, hold up or deceive the server that it belongs to."""

from __future__ import annotations

import json
import logging
import random
import time
from pathlib import Path

import pytest

from scenewright.app.workers import SceneWorkers, WorkerError, WorkerLimits
from scenewright.app.workers.errors import change_from_json, change_to_json, error_from_json, error_to_json
from scenewright.app.workers.frames import MOST_ENVELOPE, WorkerFrame
from scenewright.app.workers.remote_session import RemoteSession, parsed
from scenewright.scene import errors
from scenewright.scene.errors import InternalError, ProgramError, ScenewrightError
from tests.hostile.program_corpus import PROGRAMS
from tests.support.hostile_host import HostileHost
from tests.support.hostile_workers import (
    HEADER,
    honest_stream,
    link_to_a_hostile_worker,
    mutated,
    raw_frame,
    take_a_stream,
)
from tests.support.samples import some_of
from tests.support.served_programs import serve_program

READY = raw_frame(WorkerFrame.READY, 0, {"at": 1})

BROKEN = {
    "a kind that does not exist": raw_frame(99, 0, {}),
    "a request": raw_frame(WorkerFrame.REQUEST, 1, {}),
    "a cancel": raw_frame(WorkerFrame.CANCEL, 1, {}),
    "an answer that nobody asked for": READY + raw_frame(WorkerFrame.ANSWER, 7, {}),
    "an answer before the opening": raw_frame(WorkerFrame.ANSWER, 0, {}),
    "ready for a request": READY + raw_frame(WorkerFrame.READY, 1, {}),
    "ready twice": READY + READY,
    "an envelope of 4 GB": HEADER.pack(WorkerFrame.EVENT, 0, 0xFFFFFFFF, 0),
    "an envelope over the limit": HEADER.pack(WorkerFrame.EVENT, 0, MOST_ENVELOPE + 1, 0),
    "a body of 4 GB": HEADER.pack(WorkerFrame.ANSWER, 1, 2, 0xFFFFFFFF) + b"{}",
    "a body over the limit of its request": READY + raw_frame(WorkerFrame.ANSWER, 1, {}, b"x" * 1001),
    "an event with a body": raw_frame(WorkerFrame.EVENT, 0, {}, b"x"),
    "progress with a body of 4 GB": HEADER.pack(WorkerFrame.PROGRESS, 1, 2, 0xFFFFFFFF) + b"{}",
    "an envelope that is no JSON": raw_frame(WorkerFrame.EVENT, 0, b"no JSON"),
    "an envelope that is a list": raw_frame(WorkerFrame.EVENT, 0, [1]),
    "an envelope of deep lists": raw_frame(WorkerFrame.EVENT, 0, b"[" * 400_000),
    "an envelope of deep objects": raw_frame(WorkerFrame.EVENT, 0, b'{"a":' * 80_000),
    "a number of 400,000 digits": raw_frame(WorkerFrame.EVENT, 0, b'{"at":' + b"9" * 400_000 + b"}"),
    "text that is no UTF-8": raw_frame(WorkerFrame.EVENT, 0, b'{"a":"\xff\xfe"}'),
    "a piece of a result that is not streamed": READY + raw_frame(WorkerFrame.PIECE, 1, {"event": "text"}),
    "a piece with a body": READY + raw_frame(WorkerFrame.PIECE, 1, {}, b"x"),
    "half a header": READY[:7],
    "half an envelope": READY[:-3],
    "half a body": READY + raw_frame(WorkerFrame.ANSWER, 1, {}, b"x" * 900)[:-100],
    "nothing": b"",
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_frame_ends_the_worker_by_a_named_error(case: str) -> None:
    with link_to_a_hostile_worker() as (process, link, events):
        pending = link.ask("source", b"{}", title="the source", most=1000)
        process.send(BROKEN[case])
        process.end()
        message = pending.messages.get(timeout=10.0)
        assert isinstance(message, WorkerError)
        assert message.kind in ("wire", "crash")
        assert str(message)
        assert not link.alive()
        assert not events


STRANGE = [
    {},
    {"class": "SystemExit", "message": "x"},
    {"class": "Exception", "message": "x"},
    {"class": ["a"], "message": "x"},
    {"class": "ProgramError", "message": None},
    {"class": "ProgramError", "message": "x", "line": 10**400, "column": -1, "kind": 3, "where": 5},
    {"class": "BudgetError", "message": "x" * 100_000, "line": True},
    {"class": "ProjectError", "message": "\x1b]0;title\x07", "kind": "\x1b[2J" * 100},
    {
        "class": "StaleChange",
        "message": "x",
        "changes": [None, 3, {}, {"revision": -1}, {"revision": 1, "based_on": 0}] * 100,
    },
    {"class": "RequestError", "message": "x", "field": {"a": 1}, "also": [[[]], 3, "\x1b[31m"] * 100},
    {"class": "WorkerError", "message": "x", "kind": [], "number": "\n\nERROR forged"},
]


@pytest.mark.parametrize("values", STRANGE, ids=lambda v: str(v)[:40])
def test_a_strange_error_becomes_one_of_ours(values: dict[str, object]) -> None:
    error = error_from_json(values)
    assert isinstance(error, ScenewrightError)
    assert 0 < len(str(error)) <= 6000
    for text in (str(error), getattr(error, "kind", ""), error.field, getattr(error, "number", "")):
        assert "\x1b" not in text
        assert "\n" not in text


def test_every_error_of_the_core_crosses_as_itself() -> None:
    for name, cls in vars(errors).items():
        if isinstance(cls, type) and issubclass(cls, ScenewrightError):
            here = InternalError("a message", id="12ab") if cls is InternalError else cls("a message")
            there = error_from_json(json.loads(json.dumps(error_to_json(here))))
            assert getattr(there, "id", None) == getattr(here, "id", None)
            assert type(there) is cls, name
            assert str(there) == "a message"


@pytest.mark.parametrize("values", [None, 3, {}, {"revision": 1}, {"revision": True, "based_on": 0, "operation": {}},
    {"revision": 2, "based_on": 1, "operation": [], "paths": None, "renamed": {}},
    {"revision": 2, "based_on": 1, "operation": {}, "paths": [1], "renamed": {}},
    {"revision": 2, "based_on": 1, "operation": {}, "paths": None, "renamed": {"a": 3}},
    {"revision": 2**80, "based_on": 1, "operation": {}, "paths": None, "renamed": {}}], ids=str)  # fmt: skip
def test_what_is_no_change_is_dropped(values: object) -> None:
    assert change_from_json(values) is None
    session = RemoteSession(SceneWorkers(WorkerLimits(share_cores=False)), 1, None, "", None, False)
    with session.listen() as listener:
        session.take_event({"event": "changed", "change": values})
        session.take_event({"event": values})
        assert listener.waiting() == []


def test_a_change_of_many_paths_fits_its_frame() -> None:
    from scenewright.app.session import Change

    many = frozenset(f"room/{'😀' * 30}_{n}" for n in range(5000))
    change = Change(
        2,
        1,
        "person",
        {"kind": "batch", "edits": [{"kind": "move", "path": p} for p in many]},
        "x" * 9999,
        many,
        dict.fromkeys(many),
    )
    values = change_to_json(change)
    assert len(json.dumps(values)) < MOST_ENVELOPE
    there = change_from_json(values)
    assert there is not None
    assert there.paths is None  # the whole scene may have changed


def test_a_flood_of_events_is_slowed_down() -> None:
    with link_to_a_hostile_worker() as (process, link, events):
        process.theirs.setblocking(False)
        events_sent = raw_frame(WorkerFrame.EVENT, 0, {"event": "changed", "what": "x" * 1000}) * 50
        end, sent = time.monotonic() + 2.0, 0
        while time.monotonic() < end:
            try:
                sent += process.theirs.send(events_sent[sent % len(events_sent) :])
            except BlockingIOError:
                time.sleep(0.01)
        assert len(events) < 3000
        assert link.alive()


def test_log_lines_of_a_worker_cannot_be_forged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR), link_to_a_hostile_worker() as (process, link, _):
        pending = link.ask("source", b"{}", title="the source", most=1000)
        fault = error_to_json(InternalError("a fault", id="1\nERROR"))
        process.send(raw_frame(WorkerFrame.ERROR, 1, {**fault, "trace": "a\x1b[2J\nERROR forged\n" * 3}))
        assert isinstance(pending.messages.get(timeout=10.0), InternalError)
        process.end()
        ask = link.opened().messages.get(timeout=10.0)
        assert isinstance(ask, WorkerError)
    for record in caplog.records:
        assert "\x1b" not in record.getMessage()
        assert all(line.startswith("    | ") for line in record.getMessage().split("\n")[1:])


def test_a_result_of_many_parts_is_not_parsed() -> None:
    with pytest.raises(WorkerError, match="too many parts") as caught:
        parsed(b'{"a":[' + b"[]," * 1_500_000 + b"0]}")
    assert caught.value.kind == "large"
    for body in (b"[]", b"{", b"[" * 100_000, b'{"a":' * 100_000, b"\xff", b"9" * 5000):
        with pytest.raises(WorkerError) as caught:
            parsed(body)
        assert caught.value.kind == "wire"


def test_mutated_streams_end_in_named_outcomes() -> None:
    rng = random.Random(20_013)
    whole = b"".join(honest_stream())
    assert take_a_stream(whole) == ["WorkerAnswer", "WorkerAnswer", "ProgramError"]
    for number in range(100):
        outcomes = take_a_stream(mutated(whole, rng))
        assert len(outcomes) == 3, (number, outcomes)
        for outcome in outcomes:
            assert outcome == "WorkerAnswer" or outcome.endswith(("Error", "Change")), (number, outcome)


def test_what_a_worker_sends_takes_little_of_the_server(host: HostileHost) -> None:
    for kind in ("floods", "deep", "wide", "drips"):
        attempt = host.attempt("tests.support.hostile_workers:hold_a_worker", kind)
        assert attempt.complaint(megabytes=300.0) == "", kind


def test_an_error_keeps_its_line_and_place() -> None:
    error = ProgramError("no such block", line=3, column=7, kind="unknown-entity")
    error.where = "line 12 of reply.md"
    there = error_from_json(error_to_json(error))
    assert isinstance(there, ProgramError)
    assert (there.line, there.column, there.kind, str(there)) == (3, 7, "unknown-entity", str(error))


@pytest.mark.slow
def test_hostile_programs_cost_the_server_itself_little(tmp_path: Path) -> None:
    workers = SceneWorkers(WorkerLimits(preload=False, memory_bytes=3 << 29))
    names = ("placed and thrown away", "empty groups", "spheres by doubling", "relations of many names")
    for number, name in enumerate(some_of(names, 2)):
        served = serve_program(workers, PROGRAMS[name], tmp_path / str(number), seconds=1.5)
        assert served.longest < 30.0, name  # 1.5 s, the start of a worker on a very busy machine, and a kill
        assert served.megabytes < 100.0, name
        assert not any("InternalError" in outcome for outcome in served.outcomes.values()), name
    workers.close()
