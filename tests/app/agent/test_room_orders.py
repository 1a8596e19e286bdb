"""Sentences about the whole room: what they are read as, and that each is one step that can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenewright.app.agent import Dialogue, TurnEnded, TurnRequest, scene_editor
from scenewright.app.agent.embedded.reading import read_clause
from scenewright.app.agent.embedded.wanted import (
    ClearWanted,
    FurnishWanted,
    MissingAsked,
    MoodWanted,
    PaintWanted,
    RearrangeWanted,
    RestyleWanted,
    TidyWanted,
    VagueWish,
    Wanted,
)
from scenewright.app.agent.embedded.wording import clauses, plain_text
from scenewright.app.session import Session
from scenewright.scene.jobs import Job
from tests.support.standing_rooms import MESSY_OFFICE, standing_room


def wanted(sentence: str) -> list[Wanted]:
    return [read_clause(clause) for clause in clauses(plain_text(sentence))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("furnish the rest of this room", FurnishWanted()),
        ("What is missing here? Add it.", FurnishWanted()),
        ("please add whatever is still missing", FurnishWanted()),
        ("what's missing here?", MissingAsked()),
        ("tidy up", TidyWanted()),
        ("clear the clutter from the floor", TidyWanted()),
        ("could you put everything back where it belongs", TidyWanted()),
        ("re-arrange the furniture", RearrangeWanted()),
        ("arrange everything sensibly", RearrangeWanted()),
        ("rearrange the room and add what is missing", RearrangeWanted(furnish=True)),
        ("make it Japandi", RestyleWanted("japandi")),
        ("give the room an industrial look", RestyleWanted("industrial")),
        ("make the sofa more victorian", RestyleWanted("victorian", "the sofa")),
        ("the place should look more rustic", RestyleWanted("rustic")),
        ("redecorate the room in art deco style", RestyleWanted("art deco")),
        ("make the bedroom look like the living room", RestyleWanted(what="the bedroom", like="the living room")),
        ("match the chairs to the sofa", RestyleWanted(what="the chairs", like="the sofa")),
    ],
)
def test_requests_about_the_room_are_read(sentence: str, expected: Wanted) -> None:
    assert wanted(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("make it cosier", MoodWanted),
        ("make it roomier", VagueWish),
        ("clear the table", ClearWanted),
        ("make the walls pastel pink", PaintWanted),
        ("make the room blue", PaintWanted),
    ],
)
def test_other_requests_stay_what_they_are(sentence: str, kind: type[Wanted]) -> None:
    assert [type(one) for one in wanted(sentence)] == [kind]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session.open(standing_room(tmp_path / "office", MESSY_OFFICE), writable=True)


def said(session: Session, sentence: str, pinned: tuple[str, ...] = ()) -> TurnEnded:
    turn = TurnRequest(text=sentence, dialogue=Dialogue(), pinned=pinned)
    events = list(scene_editor("embedded").turn(session, turn, job=Job()))
    assert isinstance(events[-1], TurnEnded)
    return events[-1]


@pytest.mark.parametrize("sentence", ["re-arrange the furniture", "tidy up", "make it Japandi"])
def test_each_is_one_step_that_can_be_taken_back(session: Session, sentence: str) -> None:
    ended = said(session, sentence)
    assert ended.outcome == "changed"
    assert ended.steps == 1
    said(session, "undo")
    assert session.source == MESSY_OFFICE


def test_what_is_missing_is_told_without_a_change(session: Session) -> None:
    ended = said(session, "what is missing here?")
    assert ended.outcome == "answered"
    assert session.source == MESSY_OFFICE


def test_what_is_pinned_in_the_turn_stays(session: Session) -> None:
    before = session.scene.find("desk").world_from_local.copy()
    ended = said(session, "re-arrange the furniture", pinned=("home_office/desk",))
    assert ended.outcome == "changed"
    assert (session.scene.find("desk").world_from_local == before).all()
