"""Replacing the text of a program: one undo step, or nothing."""

from pathlib import Path

import pytest

from scenewright.app.actions.table import run_action
from scenewright.app.session import Session, StaleChange
from scenewright.app.session.text_changes import change_of_text
from scenewright.scene.errors import ProgramError
from scenewright.scene.folder import Project
from tests.support.worker_scenes import ROW, scene_folder


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session.open(scene_folder(tmp_path / "scene"), writable=True)


def test_a_new_text_is_one_step(session: Session) -> None:
    written = run_action(session, "write_program", {"text": ROW.replace("(1, 0.25", "(1.5, 0.25")})
    assert (written.revision, written.changed) == (2, True)
    assert session.scene.find("b").bounds[0][0] == pytest.approx(1.25)
    run_action(session, "step", {"what": "undo"})
    assert session.source == ROW


def test_the_same_text_changes_nothing(session: Session) -> None:
    assert run_action(session, "write_program", {"text": ROW}).changed is False
    assert session.revision == 1


def test_a_wrong_text_is_refused_with_its_line(session: Session) -> None:
    with pytest.raises(ProgramError) as caught:
        run_action(session, "write_program", {"text": ROW.replace("block(0.5)", "block(0.5", 1)})
    assert caught.value.line is not None
    assert (session.source, session.revision) == (ROW, 1)


def test_a_text_for_an_older_revision_is_refused(session: Session) -> None:
    run_action(session, "edit", {"edits": [{"kind": "move", "path": "a", "by": [0, 0, 1]}]})
    with pytest.raises(StaleChange, match="person: moved a by 1 m along z"):
        run_action(session, "write_program", {"text": ROW, "based_on": 1})


def test_consequences_can_be_asked_for_later(session: Session) -> None:
    request = {"edits": [{"kind": "move", "path": "a", "by": [0.8, 0, 0]}]}
    judged = run_action(Session.open(session.folder), "edit", {**request, "in_memory": True})
    edited = run_action(session, "edit", {**request, "judged": False})
    assert edited.consequences == ()
    assert session.consequences(session.revision) == judged.consequences != ()
    assert session.consequences(session.revision - 1) is None


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("a\nat=(0.45, 0)\nb", "a\nat=(0.85, 0)\nb", {"line": 2, "last": 2, "old": "0.45", "new": "0.85"}),
        ("a\nb", "a\nc\nd\nb", {"line": 2, "last": 3}),
        ("a\nb\nc", "a\nc", {"line": 2, "last": 2}),
        ("desk(1)", "desk(1, 2)", {"line": 1, "last": 1, "old": "1", "new": "1, 2"}),
        ("a", "a", {}),
    ],
)
def test_a_change_of_text_names_lines_and_words(before: str, after: str, change: dict[str, object]) -> None:
    assert change_of_text(before, after) == change


DESK_AT_A_WALL = """from scene.language import *

WIDTH = 4

@register('an office')
def office():
    return concat_shapes(
        room(WIDTH, 4, 2.6),
        place(asset_call('desk'), at=(WIDTH/2 - 0.4, 0, 0), turn=-90, name='desk'),
        place(asset_call('mug'), at=(1.6, 0.75, 0.2), name='mug'))
"""


def test_a_written_text_is_judged_as_an_edit_is(tmp_path: Path) -> None:
    Project.create(tmp_path / "office", DESK_AT_A_WALL)
    session = Session.open(tmp_path / "office", writable=True)
    assert session.scene.find("office/mug")
    run_action(session, "write_program", {"text": DESK_AT_A_WALL.replace("WIDTH = 4", "WIDTH = 6")})
    told = session.consequences(session.revision)
    assert told is not None
    assert any("office/mug" in message and "floats" in message for message in told)


def test_what_is_written_in_one_go_is_judged_as_one(tmp_path: Path) -> None:
    Project.create(tmp_path / "office", DESK_AT_A_WALL)
    session = Session.open(tmp_path / "office", writable=True)
    assert session.scene.find("office/mug")
    for width in ("5", "5.5"):
        run_action(session, "write_program", {"text": DESK_AT_A_WALL.replace("WIDTH = 4", f"WIDTH = {width}")})
    told = session.consequences(session.revision)
    assert told is not None
    assert any("office/mug" in message for message in told)
