"""The protocol of a dialogue, as the embedded editor keeps it: one undo step or none, events as data, nothing half done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scenewright.app.agent import (
    Dialogue,
    PastTurn,
    SceneEdited,
    StepBegun,
    TextPiece,
    TurnEnded,
    TurnEvent,
    TurnNote,
    TurnRequest,
    editor_names,
    scene_editor,
    turn_event_from_json,
)
from scenewright.app.requests import RequestError
from scenewright.app.session import Session
from scenewright.scene.errors import JobCancelled
from scenewright.scene.folder import Project
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import Move
from tests.support.locations import QUERIES

ROOM = (QUERIES / "scenes" / "living_room.py").read_text(encoding="utf-8")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    Project.create(tmp_path / "scene", ROOM)
    return Session.open(tmp_path / "scene", writable=True)


def say(session: Session, text: str, dialogue: Dialogue | None = None, *, job: Job | None = None) -> list[TurnEvent]:
    turn = TurnRequest(text=text, dialogue=dialogue or Dialogue())
    return list(scene_editor().turn(session, turn, job=job or Job()))


def end_of(events: list[TurnEvent]) -> TurnEnded:
    assert isinstance(events[-1], TurnEnded)
    return events[-1]


def test_several_clauses_are_one_undo_step_by_the_agent(session: Session) -> None:
    before = session.source
    end = end_of(say(session, "remove the rug and make the sofa red, then turn the armchair around"))
    assert (end.outcome, end.steps, end.revision) == ("changed", 1, session.revision)
    assert session.project is not None
    last = session.project.history()[-1]
    assert (str(last.author.value), last.name) == ("agent", "embedded")
    assert [e["kind"] for e in last.operation["edits"]] == ["delete", "recolour", "turn", "move"]
    session.step(Project.undo)
    assert session.source == before


def test_what_can_be_done_is_done_and_the_rest_is_told(session: Session) -> None:
    revision = session.revision
    events = say(session, "remove the rug and move the piano next to the sofa")
    end = end_of(events)
    assert (end.outcome, end.steps, end.gone) == ("changed", 1, ("living_room/rug",))
    assert session.revision == revision + 1
    told = "".join(e.piece for e in events if isinstance(e, TextPiece))
    assert "Not done: 'move the piano next to the sofa'. There is no piano here." in told


def test_of_a_list_what_is_here_is_removed(session: Session) -> None:
    events = say(session, "remove the rug and the piano")
    end = end_of(events)
    assert (end.outcome, end.steps, end.gone) == ("changed", 1, ("living_room/rug",))
    told = "".join(e.piece for e in events if isinstance(e, TextPiece)).lower()
    assert "removed the rug" in told
    assert "there is no piano here" in told


def test_what_hangs_on_a_failed_clause_is_not_done(session: Session) -> None:
    events = say(session, "make the sofa red, remove the piano, turn it around and remove the rug")
    end = end_of(events)
    assert (end.outcome, end.gone) == ("changed", ("living_room/rug",))
    told = "".join(e.piece for e in events if isinstance(e, TextPiece))
    assert "Not done: 'turn it around'" in told
    assert [e["kind"] for e in next(e for e in events if isinstance(e, SceneEdited)).edits] == ["recolour", "delete"]


def test_several_clauses_that_all_fail_change_nothing(session: Session) -> None:
    before, revision = session.source, session.revision
    end = end_of(say(session, "remove the piano and move the harp next to the sofa"))
    assert (end.outcome, end.steps) == ("refused", 0)
    assert (session.source, session.revision) == (before, revision)


def test_the_change_is_told_after_it_was_saved(session: Session) -> None:
    events = scene_editor().turn(session, TurnRequest(text="remove the rug"), job=Job())
    for event in events:
        if isinstance(event, SceneEdited):
            assert event.revision == session.revision
            assert event.gone == ("living_room/rug",)
            break
        assert isinstance(event, StepBegun)
    rest = list(events)
    assert isinstance(rest[-1], TurnEnded)


def test_a_cancelled_turn_changes_nothing(session: Session) -> None:
    before, revision = session.source, session.revision
    job = Job()
    events = scene_editor().turn(session, TurnRequest(text="remove the rug and add a plant"), job=job)
    assert isinstance(next(events), StepBegun)
    job.cancel()
    with pytest.raises(JobCancelled):
        list(events)
    assert (session.source, session.revision) == (before, revision)


def test_all_events_cross_as_json(session: Session) -> None:
    dialogue = Dialogue()
    for text in (
        "move the armchair 30 cm to the left",
        "remove the picture",
        "the left one",
        "what is on the cabinet?",
    ):
        events = say(session, text, dialogue)
        for event in events:
            assert turn_event_from_json(json.loads(json.dumps(event.to_json()))) == event
        dialogue = Dialogue(**json.loads(dialogue.then(end_of(events).past).model_dump_json()))
    assert [t.outcome for t in dialogue.turns] == ["changed", "asked", "changed", "answered"]


def test_what_others_changed_meanwhile_is_kept(session: Session) -> None:
    """Another process moves the sofa while a turn is made: both changes are in the scene."""
    events = scene_editor().turn(session, TurnRequest(text="remove the rug"), job=Job())
    next(events)
    assert session.folder is not None
    other = Session.open(session.folder, writable=True)
    other.edit([Move("sofa", by=(0.2, 0.0, 0.0))])
    assert end_of(list(events)).outcome == "changed"
    session.refresh()
    assert "living_room/rug" not in session.scene.paths
    moved = session.scene.find("sofa").world_from_local[0, 3]
    assert moved == pytest.approx(0.402, abs=1e-3)


def test_a_change_tells_what_it_makes_collide(session: Session) -> None:
    events = say(session, "move the armchair 1.2 m to the right anyway")
    notes = [e for e in events if isinstance(e, TurnNote) and e.kind == "consequence"]
    assert any("coffee table" in n.text for n in notes)
    why = say(session, "why can't it go there?", Dialogue().then(end_of(events).past))
    assert any(isinstance(e, TextPiece) and "coffee table" in e.piece for e in why)


def test_what_is_refused_says_what_can_be_said(session: Session) -> None:
    events = say(session, "make it roomier in here")
    refused = next(e for e in events if e.event == "refused")
    assert refused.reason
    assert refused.suggestions


def test_a_text_that_is_too_long_is_refused(session: Session) -> None:
    assert end_of(say(session, "move the sofa " * 200)).outcome == "refused"
    with pytest.raises(RequestError):
        TurnRequest(text="x" * 5_000)


def test_the_memory_of_another_editor_is_no_hindrance(session: Session) -> None:
    past = PastTurn(said="hello", memory={"acts": "none", "plan": [1, 2, {"deep": True}]})
    assert end_of(say(session, "remove the rug", Dialogue(turns=(past,)))).outcome == "changed"


def test_a_dialogue_keeps_its_last_turns() -> None:
    dialogue = Dialogue()
    for n in range(50):
        dialogue = dialogue.then(PastTurn(said=str(n)))
    assert len(dialogue.turns) == 40
    assert dialogue.last is not None
    assert dialogue.last.said == "49"


def test_editors_are_found_by_name() -> None:
    assert editor_names()[0] == "embedded"
    assert scene_editor("embedded").name == "embedded"
    with pytest.raises(RequestError, match="there are embedded"):
        scene_editor("nobody")
