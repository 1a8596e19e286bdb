"""Actions: typed requests from JSON, results without printing, the same for every face."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from scenewright.app.actions import Action, Request, RequestError
from scenewright.app.actions.editing import EDIT, EditRequest
from scenewright.app.actions.table import ACTIONS, run_action
from scenewright.app.session import Session
from scenewright.scene.errors import EditError, ProgramError, ProjectError
from scenewright.scene.folder import Project
from scenewright.scene.sources import SceneSource, SourceKind
from tests.support.locations import REPOSITORY

PROGRAM = """from scene.language import *

@register('a table')
def table():
    return primitive_call('cube', {'scale': (1.2, 0.7, 0.8)}, color=(0.5, 0.3, 0.1))

@register('a room with a table and a cup')
def cafe():
    return concat_shapes(
        room(4, 4),
        place(table(), at=(0, 0, 0), name='table'),
        place(asset_call('mug'), at=(0, 0.7, 0), name='mug'))

relate(on('mug', 'table'))
"""


@pytest.fixture
def session() -> Session:
    return Session(SceneSource(PROGRAM, SourceKind.PROGRAM, None))


@pytest.mark.parametrize("action", ACTIONS.values(), ids=list(ACTIONS))
def test_every_request_has_a_schema_that_json_can_hold(action: Action[Request, object]) -> None:
    schema = json.loads(json.dumps(action.schema()))
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False
    assert action.about.endswith(".")


def test_what_a_request_lacks_or_has_too_much_is_named(session: Session) -> None:
    with pytest.raises(RequestError, match="edits: field required") as caught:
        run_action(session, "edit", {})
    assert caught.value.field == "edits"
    with pytest.raises(RequestError, match="speed"):
        run_action(session, "edit", {"edits": [], "speed": 3})
    with pytest.raises(RequestError, match="width"):
        run_action(session, "render", {"width": "wide"})
    with pytest.raises(RequestError, match="there is no action 'fly': use edit, write_program, step"):
        run_action(session, "fly", {})
    with pytest.raises(RequestError, match="author"):
        EditRequest(edits=(), author="nobody")  # type: ignore[arg-type]


def test_edits_from_json_are_one_step_or_none(tmp_path: Path) -> None:
    Project.create(tmp_path / "cafe", PROGRAM)
    session = Session.open(tmp_path / "cafe", writable=True)
    revision = session.revision
    edits = [
        {"kind": "move", "path": "table", "by": [0.5, 0, 0]},
        {"kind": "recolour", "path": "table", "color": "red"},
    ]
    edited = run_action(session, "edit", {"edits": edits, "based_on": revision, "author": "agent", "name": "tester"})
    assert edited.revision == revision + 1
    assert [r.path for r in edited.results] == ["cafe/table", "cafe/table"]
    with pytest.raises(EditError, match="no '#rrggbb'"):
        run_action(session, "edit", {"edits": [*edits, {"kind": "recolour", "path": "mug", "color": "#zzzzzz"}]})
    assert session.revision == revision + 1
    (first, last) = run_action(session, "history", {})
    assert (first.kind, last.kind, last.name) == ("create", "batch", "tester")
    stepped = run_action(session, "step", {"what": "undo"})
    assert stepped.operation["kind"] == "undo"
    assert session.source == PROGRAM


def test_edits_in_memory_leave_the_folder(tmp_path: Path) -> None:
    Project.create(tmp_path / "cafe", PROGRAM)
    session = Session.open(tmp_path / "cafe", writable=True)
    edited = EDIT(session, EditRequest(edits=({"kind": "delete", "path": "mug"},), in_memory=True))
    assert "mug'" not in edited.source
    assert (tmp_path / "cafe" / "program.py").read_text() == PROGRAM


def test_a_plain_file_has_no_history(session: Session) -> None:
    with pytest.raises(ProjectError, match="keeps no history"):
        run_action(session, "history", {})
    with pytest.raises(ProjectError, match="keeps no history"):
        run_action(session, "step", {"what": "undo"})


def test_questions_queries_and_evaluation_of_one_session(session: Session) -> None:
    made = run_action(session, "evaluate", {})
    assert made.report()["frames"] == 1
    with pytest.raises(ProgramError, match="no frame 3"):
        run_action(session, "evaluate", {"frame": 3})
    found = run_action(session, "query", {"queries": ["the mug on the table", "the piano"]})
    assert [a.results[0].path if a.results else None for a in found.answers] == ["cafe/mug", None]
    asked = run_action(session, "ask", {"question": "how many mugs are there?", "practice": 3})
    assert asked.answer.value == 1
    assert len(asked.practice) == 3
    with pytest.raises(RequestError, match="give one"):
        run_action(session, "ask", {"model": "some:model"})
    run_action(session, "edit", {"edits": [{"kind": "delete", "path": "mug"}]})
    assert run_action(session, "query", {"queries": ["the mug"]}).answers[0].none


def test_pictures_layout_and_exports_of_one_session(session: Session, tmp_path: Path) -> None:
    drawn = run_action(session, "render", {"width": 32, "height": 24, "out": str(tmp_path / "pictures")})
    assert all(f.file.is_file() for f in drawn.frames)
    written = run_action(session, "export", {"out": str(tmp_path / "cafe.glb")})
    assert written.files[0].stat().st_size > 1000
    laid = run_action(session, "layout", {"check": True, "settle": False})
    assert laid.report.certificate.placed == 2
    with pytest.raises(RequestError, match="moves nothing"):
        run_action(session, "layout", {"check": True, "accept": True})


def test_actions_print_nothing_and_know_no_flags() -> None:
    for file in (REPOSITORY / "app" / "actions").glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
        imported = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
        texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        assert "print" not in names, file
        assert not imported & {"argparse", "typer", "os", "sys"}, file
        assert not [t for t in texts if t.strip().startswith("--") or " --" in t], file


def test_one_request_lists_a_bounded_number_of_things(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scenewright.app.actions.querying.ANSWER_RESULTS", 1)
    found = run_action(session, "query", {"queries": ["the mug", "the table"]})
    assert [len(answer.results) for answer in found.answers] == [1, 0]
    assert any("'the table'" in w and "listed" in w for w in found.warnings)


def test_a_scene_folder_is_renamed_and_copied(tmp_path: Path) -> None:
    """Neither makes a revision; the copy has the history, no pictures, and follows no links out of the folder."""
    project = Project.create(tmp_path / "cafe", PROGRAM, title="Cafe")
    project.save(PROGRAM + "# more\n", author="person", operation={"kind": "write"})
    (tmp_path / "cafe" / "renders" / "picture.png").write_bytes(b"no picture")
    (tmp_path / "cafe" / "notes.txt").write_text("mine")
    (tmp_path / "secret").write_text("not mine")
    (tmp_path / "cafe" / "link").symlink_to(tmp_path / "secret")
    named = run_action(None, "rename_scene", {"scene": str(tmp_path / "cafe"), "title": " The \n new cafe"})
    assert named.report() == {"folder": str(tmp_path / "cafe"), "title": "The new cafe"}
    assert (Project.open(tmp_path / "cafe").title, project.revision) == ("The new cafe", 2)
    made = run_action(None, "copy_scene", {"scene": str(tmp_path / "cafe"), "out": str(tmp_path / "two")})
    copy = Project.open(made.folder)
    assert (copy.title, copy.source, copy.revision) == ("The new cafe copy", project.source, 2)
    assert (made.folder / "notes.txt").read_text() == "mine"
    assert not (made.folder / "link").exists()
    assert list((made.folder / "renders").iterdir()) == []
    copy.undo()
    assert copy.source == PROGRAM
    assert Project.open(tmp_path / "cafe").source != PROGRAM
    with pytest.raises(ProjectError, match="is there already"):
        run_action(None, "copy_scene", {"scene": str(tmp_path / "cafe"), "out": str(tmp_path / "two")})
    with pytest.raises(RequestError, match="at least one letter"):
        run_action(None, "rename_scene", {"scene": str(tmp_path / "cafe"), "title": " \n"})
