"""A turn of a dialogue in a worker: its events come one by one, checked, and a turn can be stopped."""

from __future__ import annotations

import json

import pytest

from scenewright.app.agent import Dialogue, QuestionAnswered, TurnEnded, TurnRequest
from scenewright.app.requests import RequestError
from scenewright.app.workers import RemoteSession, WorkerError
from scenewright.app.workers.turns import checked_event, streamed_turn
from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job

END = {"event": "end", "outcome": "talked", "revision": 1, "past": {"said": "hello"}}


@pytest.mark.slow
def test_a_turn_in_a_worker_streams_its_events(session: RemoteSession) -> None:
    events = list(session.turn(TurnRequest(text="how many blocks are there?")))
    assert any(isinstance(e, QuestionAnswered) for e in events)
    end = events[-1]
    assert isinstance(end, TurnEnded)
    later = list(session.turn(TurnRequest(text="remove the block on the left", dialogue=Dialogue().then(end.past))))
    assert [e.event for e in later if e.event in ("edited", "end")] == ["edited", "end"]
    assert session.revision == later[-1].revision  # type: ignore[union-attr]


@pytest.mark.slow
def test_a_turn_that_is_stopped_changes_nothing(session: RemoteSession) -> None:
    before = session.source()
    job = Job()
    job.cancel()
    with pytest.raises(JobCancelled):
        list(session.turn(TurnRequest(text="remove the block on the left"), job=job))
    turn = session.turn(TurnRequest(text="hello"))
    turn.close()  # type: ignore[attr-defined]
    assert session.source() == before


@pytest.mark.slow
def test_an_editor_that_does_not_exist_is_named(session: RemoteSession) -> None:
    with pytest.raises(RequestError, match="no editor 'nobody'"):
        list(session.turn(TurnRequest(text="hello"), editor="nobody"))


@pytest.mark.parametrize(
    "piece",
    [
        {},
        {"event": "text"},
        {"event": "text", "piece": 5},
        {"event": "text", "piece": "x", "html": "<b>"},
        {"event": "text", "piece": "x" * 9_000},
        {"event": "end", "outcome": "owned", "revision": 1, "past": {"said": ""}},
        {"event": "selected", "paths": ["a"] * 501},
        {"event": "edited", "words": "x", "revision": -1},
        {"event": "edited", "words": "x", "revision": 1, "edits": [json.loads("[" * 40 + "]" * 40)]},
        ["text"],
    ],
)
def test_what_is_no_event_is_refused_by_name(piece: object) -> None:
    with pytest.raises(WorkerError) as caught:
        checked_event(piece)
    assert caught.value.kind == "wire"


def test_texts_of_a_worker_lose_control_characters() -> None:
    event = checked_event({"event": "text", "piece": "a\x1b[31mb\u202ec"})
    assert "\x1b" not in event.piece  # type: ignore[union-attr]
    assert "\u202e" not in event.piece  # type: ignore[union-attr]


def test_events_after_the_end_are_refused() -> None:
    def run(job: Job) -> None:
        job.give(END)
        job.give({"event": "text", "piece": "more"})

    turn = streamed_turn(run, Job())
    assert isinstance(next(turn), TurnEnded)
    with pytest.raises(WorkerError, match="after its end"):
        next(turn)


def test_a_turn_without_an_end_is_an_error() -> None:
    with pytest.raises(WorkerError, match="did not end"):
        list(streamed_turn(lambda job: job.give({"event": "text", "piece": "hello"}), Job()))


def test_who_stops_listening_cancels_the_turn() -> None:
    job = Job()

    def run(own: Job) -> None:
        own.give({"event": "text", "piece": "one"})
        own.event.wait(30.0)
        own.check()

    turn = streamed_turn(run, job)
    next(turn)
    turn.close()  # type: ignore[attr-defined]
    assert job.cancelled()
