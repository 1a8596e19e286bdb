"""Scenes whose programs import libraries: each command finds them, folders keep them, edits leave them alone."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

import scenewright as sw
from scenewright.app.actions.table import ACTIONS, run_action
from scenewright.app.reference import EXAMPLES
from scenewright.app.requests import RequestError
from scenewright.app.session import SceneChanged, Session, StaleChange
from scenewright.app.settings import open_scene
from scenewright.scene.data_dir import DataDir
from scenewright.scene.errors import EditError, PolicyError, ProgramError, SettingsError
from scenewright.scene.folder import Project
from scenewright.scene.language.editing import Add, Delete, Duplicate, Edit, Move, Recolour, Replace, Turn
from scenewright.scene.model import Scene
from scenewright.scene.settings import resolve_settings
from tests.support.command_line import answer, run

OAK = """from scene.language import *

SEAT = 0.45

@register('an oak stool')
def stool(height=SEAT):
    leg = place(primitive_call('cube', {'scale': (0.1, height, 0.1)}), at=(0, 0, 0), name='leg')
    return concat_shapes(leg, place(primitive_call('cube', {'scale': (0.4, 0.05, 0.4)}), at=(0, height, 0), name='seat'))
"""
ROOM = """from scene.language import *
from oak import stool as seat

@register('two stools')
def pair():
    return concat_shapes(
        place(seat, at=(0, 0, 0), name='a'),
        place(seat(height=0.6), at=(2, 0, 0), name='b'),
    )
"""


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program beside its library."""
    monkeypatch.setenv("SCENEWRIGHT_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SCENEWRIGHT_LIBRARIES", raising=False)
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "oak.py").write_text(OAK)
    (tmp_path / "work" / "room.py").write_text(ROOM)
    return tmp_path / "work" / "room.py"


@pytest.fixture
def folder(room: Path, tmp_path: Path) -> Path:
    Project.create(tmp_path / "scene", ROOM, libraries={"oak": OAK})
    return tmp_path / "scene"


def top(scene: Scene, path: str = "a") -> float:
    return float(scene.find(path).bounds[1, 1])


# -- where a library is found ---------------------------------------------------------------------------------------------


def test_each_function_finds_the_library_beside_a_program(room: Path, tmp_path: Path) -> None:
    assert top(sw.evaluate(room)) == pytest.approx(0.5)
    assert len(sw.query(room, "the oak stool").results) == 2
    assert sw.ask(room, "how many stools are there?").value == 2
    assert sw.layout(room, check=True, settle=False).report.holds
    assert sw.render(room, arrays=True, width=32, height=24).views[0]["color"].shape == (24, 32, 3)
    assert sw.export(room, tmp_path / "room.glb")
    assert "at=(0, 0, 1)" in sw.edit(room, [Move("a", by=(0, 0, 1))])


def test_a_text_takes_its_libraries_from_a_folder_that_is_named(room: Path) -> None:
    for folders in (room.parent, str(room.parent), [room.parent]):
        assert top(sw.evaluate(ROOM, libraries=folders)) == pytest.approx(0.5)
    with pytest.raises(PolicyError, match="importing 'oak' is refused"):
        sw.evaluate(ROOM)
    with pytest.raises(RequestError, match="there is no folder") as caught:
        sw.evaluate(ROOM, libraries=room.parent / "nowhere")
    assert caught.value.field == "libraries"
    with pytest.raises(RequestError, match="must be a path"):
        sw.evaluate(ROOM, libraries=[3])  # type: ignore[list-item]


@pytest.mark.parametrize("where", ["variable", "data folder"])
def test_the_users_own_folders_are_searched(
    room: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    folder = tmp_path / "home" / "libraries" if where == "data folder" else tmp_path / "oak tools"
    folder.mkdir(parents=True)
    shutil.move(room.parent / "oak.py", folder / "oak.py")
    if where == "variable":
        monkeypatch.setenv("SCENEWRIGHT_LIBRARIES", os.pathsep.join([str(tmp_path / "none"), str(folder)]))
    assert sw.evaluate(room).libraries[0].file == str(folder / "oak.py")


def test_each_user_of_a_server_has_libraries_of_their_own(room: Path, tmp_path: Path) -> None:
    for user, height in (("anna", "0.3"), ("ben", "0.9")):
        (tmp_path / user / "libraries").mkdir(parents=True)
        (tmp_path / user / "libraries" / "oak.py").write_text(OAK.replace("0.45", height))
    (room.parent / "oak.py").unlink()
    tops = [top(Session.open(room, data_dir=tmp_path / user).scene) for user in ("anna", "ben")]
    assert tops == pytest.approx([0.35, 0.95])


def test_settings_name_folders_but_a_scene_cannot(room: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'libraries = ["{room.parent}"]\n')
    assert resolve_settings(environment={}, user_file=config).values.libraries == (str(room.parent),)
    variable = {"SCENEWRIGHT_LIBRARIES": os.pathsep.join(["/x", "/y"])}
    resolved = resolve_settings(environment=variable, user_file=config, scene={"libraries": ["/of/a/stranger"]})
    assert resolved.values.libraries == ("/x", "/y")
    assert resolved.as_environment()["SCENEWRIGHT_LIBRARIES"] == variable["SCENEWRIGHT_LIBRARIES"]
    assert any("a scene folder may not set it" in note for note in resolved.notes)
    config.write_text("libraries = 3\n")
    with pytest.raises(SettingsError, match=r"libraries in .* is a list of folders, not 3"):
        resolve_settings(environment={}, user_file=config)


def test_the_file_of_a_users_settings_names_folders(room: Path, tmp_path: Path) -> None:
    user = DataDir.at(tmp_path / "anna")
    user.data.mkdir()
    user.settings.write_text(f'libraries = ["{room.parent}"]\n')
    (tmp_path / "alone.py").write_text(ROOM)
    session, _ = open_scene(tmp_path / "alone.py", {}, data_dir=user)
    assert top(session.scene) == pytest.approx(0.5)


def test_the_command_line_takes_folders_and_names_an_error(room: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone.py"
    alone.write_text(ROOM)
    found = answer("--libraries", str(room.parent), "evaluate", str(alone))
    assert [use["name"] for use in found["libraries"]] == ["oak"]
    missing = run("evaluate", str(alone), code=4)
    assert f"{alone} line 2: importing 'oak' is refused" in missing.stderr
    (room.parent / "oak.py").write_text(OAK.replace("height, 0.1)", "height, nothing)"))
    broken = answer("evaluate", str(room), code=3)["error"]
    assert (broken["library"], broken["line"], broken["where"]) == ("oak", 7, f"{room.parent / 'oak.py'} line 7")


def test_the_example_of_a_furniture_maker_is_sound() -> None:
    example = EXAMPLES["furniture_maker"]
    scene = sw.evaluate(example.path)
    assert [use.name for use in scene.libraries] == list(example.libraries) == ["oakworks"]
    report = sw.layout(example.path, check=True).report
    assert report.holds
    assert report.unreadable == ()


# -- folders ----------------------------------------------------------------------------------------------------------------


def test_a_new_scene_folder_is_whole_without_the_library(room: Path, tmp_path: Path) -> None:
    out = tmp_path / "made"
    run("generate", "--from", str(room), "--out", str(out), "--no-layout")
    shutil.rmtree(room.parent)
    moved = tmp_path / "elsewhere"
    out.rename(moved)
    assert top(sw.evaluate(moved)) == pytest.approx(0.5)
    assert (moved / "oak.py").read_text() == OAK


def test_a_change_of_a_scene_takes_its_libraries_along(room: Path, tmp_path: Path) -> None:
    """Whatever lay outside of the folder so far is kept in the same step, which is undone as one."""
    Project.create(tmp_path / "scene", ROOM)
    sw.edit(tmp_path / "scene", [Move("a", by=(0, 0, 1))], libraries=room.parent)
    project = Project.open(tmp_path / "scene")
    assert (project.revision, dict(project.libraries)) == (2, {"oak": OAK})
    (room.parent / "oak.py").write_text(OAK.replace("0.45", "0.9"))
    scene = sw.evaluate(tmp_path / "scene", libraries=room.parent)
    assert top(scene) == pytest.approx(0.5)
    assert any(f"{room.parent / 'oak.py'} has another text" in w for w in scene.warnings)


def test_pictures_are_kept_for_the_text_of_the_library(folder: Path) -> None:
    keys = []
    for height in ("0.45", "0.9"):
        (folder / "oak.py").write_text(OAK.replace("0.45", height))
        sw.render(folder, width=16, height=12)
        keys.append({record.job.key for record in Project.open(folder).renders()})
    assert len(keys[0]) == 1
    assert len(keys[1]) == 2


# -- open scenes --------------------------------------------------------------------------------------------------------------


def test_an_open_scene_sees_a_library_that_was_edited(folder: Path) -> None:
    session = Session.open(folder, writable=True)
    known = session.revision
    assert top(session.scene) == pytest.approx(0.5)
    with session.listen() as events:
        (folder / "oak.py").write_text(OAK.replace("0.45", "0.9"))
        evaluated = run_action(session, "evaluate", {})
        event = events.get(timeout=5)
    assert top(evaluated.scene) == pytest.approx(0.95)
    assert isinstance(event, SceneChanged)
    assert event.change.operation["kind"] == "edit-by-hand"
    with pytest.raises(StaleChange, match="edited the files outside of Scenewright"):
        session.edit([Move("a", by=(0, 0, 1))], based_on=known)
    sw.undo(folder)
    session.refresh()
    assert top(session.scene) == pytest.approx(0.5)


def test_an_open_file_sees_a_library_that_was_edited(room: Path) -> None:
    session = Session.open(room)
    assert top(session.scene) == pytest.approx(0.5)
    assert session.refresh_libraries() == ()
    with session.listen() as events:
        (room.parent / "oak.py").write_text(OAK.replace("0.45", "0.9"))
        assert session.refresh_libraries() == ("oak",)
        change = events.get(timeout=5)
    assert isinstance(change, SceneChanged)
    assert change.change.operation == {"kind": "edit-library", "libraries": ["oak"]}
    assert (top(session.scene), session.revision) == (pytest.approx(0.95), 1)


def test_an_edit_is_judged_by_one_text_of_a_library(folder: Path) -> None:
    """Each evaluation of one edit sees the same library, even if somebody writes it meanwhile."""
    session = Session.open(folder, writable=True)
    assert top(session.scene) == pytest.approx(0.5)
    evaluate = session.evaluate_text

    def meddling(source: str) -> Scene:
        (folder / "oak.py").write_text(OAK.replace("0.45", "0.9"))
        return evaluate(source)

    session.evaluate_text = meddling  # type: ignore[method-assign]
    with pytest.raises(StaleChange):
        session.edit([Move("a", by=(0, 0, 1))], based_on=session.revision)
    assert Project.open(folder).source == ROOM


# -- edits ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edit", "written"),
    [
        (Move("a", by=(0, 0, 1)), "place(seat, at=(0, 0, 1), name='a'),"),
        (Turn("b", 90), "place(seat(height=0.6), at=(2, 0, 0), name='b', turn=90),"),
        (Move("a/seat", by=(0, 0.1, 0)), "adjust('a/seat', move=(0, 0.1, 0))"),
        (Recolour("b/leg", (1, 0, 0)), "adjust('b/leg', color=(1, 0, 0))"),
        (Delete("a/leg"), "adjust('a/leg', remove=True)"),
        (Duplicate("b"), "place(seat(height=0.6), at=(2.5, 0, 0), name='b'),"),
        (Replace("b", "stool"), "place('stool', at=(2, 0, 0), name='b'),"),
        (Add("stool", at=(0, 0, 3)), "place('stool', at=(0, 0, 3)),"),
    ],
    ids=lambda value: value.kind if not isinstance(value, str) else "",
)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_an_edit_writes_into_the_program_only(folder: Path, edit: Edit, written: str) -> None:
    text = sw.edit(folder, [edit])
    assert written in [line.strip() for line in text.splitlines()]
    assert (folder / "oak.py").read_text() == OAK
    assert [e.kind for e in Project.open(folder).history()] == ["create", edit.kind]


def test_what_only_the_library_could_say_is_refused(folder: Path) -> None:
    with pytest.raises(EditError, match="the code of a library places it, and an edit writes into the program only"):
        sw.edit(folder, [Duplicate("a/leg")])
    assert Project.open(folder).revision == 1


def test_the_layout_moves_instances_of_a_library(room: Path) -> None:
    room.write_text(ROOM.replace("at=(2, 0, 0)", "at=(0.2, 0.3, 0)"))
    laid = sw.layout(room)
    assert laid.report.holds
    scene = sw.evaluate(laid.source, libraries=room.parent)
    assert np.abs(scene.find("b").bounds[0, 1]) < 1e-3
    assert (room.parent / "oak.py").read_text() == OAK
    Project.create(room.parent / "scene", room.read_text(), libraries={"oak": OAK})
    assert sw.layout(room.parent / "scene").changed
    assert dict(Project.open(room.parent / "scene").libraries) == {"oak": OAK}


def test_every_action_on_a_scene_refreshes_its_libraries(room: Path) -> None:
    session = Session.open(room)
    assert len(session.scene.libraries) == 1
    (room.parent / "oak.py").write_text("x = (\n")
    for name in ("evaluate", "query", "layout", "export", "ask"):
        assert name in ACTIONS
        values = {"queries": ["stool"]} if name == "query" else {"question": "how many?"} if name == "ask" else {}
        values |= {"out": str(room.parent / "x.glb")} if name == "export" else {}
        with pytest.raises(ProgramError, match=r"oak.py line 1: this is no Python"):
            run_action(session, name, values)
