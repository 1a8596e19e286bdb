"""A session in a worker behaves as one in this process: the same results, errors and events."""

from __future__ import annotations

import json
import threading
import typing
from pathlib import Path
from typing import Any

import pytest

from scenewright.app.actions.action import SceneAction
from scenewright.app.actions.table import ACTIONS, run_action
from scenewright.app.requests import RequestError
from scenewright.app.session import CommandFailed, JobState, JobUpdate, SceneChanged, Session, StaleChange
from scenewright.app.workers import RemoteSession, SceneWorkers, WorkerError, result_report
from scenewright.scene.errors import EditError, PathError, ProgramError, ProjectError, ScenewrightError
from scenewright.scene.language.editing.edits import Move
from tests.support.worker_scenes import ROW, move, scene_folder

REQUESTS: dict[str, dict[str, Any]] = {
    "edit": {"edits": [move()]},
    "step": {"what": "undo"},
    "history": {},
    "evaluate": {},
    "layout": {"check": True, "settle": False},
    "query": {"queries": ["the block"]},
    "ask": {"question": "how many blocks are there?"},
    "dress": {"level": "none"},
    "fit": {"image": str(Path(__file__).parents[3] / "docs" / "reference" / "pictures" / "register.png")},
    "chat": {"text": "how many blocks are there?"},
    "render": {"width": 32, "height": 24},
    "film": {"out": "row.gif", "width": 32, "height": 24, "seconds": 0.5, "fps": 4.0},
    "export": {"out": "row.glb"},
    "search_catalogue": {"words": "chair"},
    "write_program": {"text": ROW.replace("(2, 0.25, 0)", "(3, 0.25, 0)")},
    "packs": {},
    "recipes": {"search": "kiln"},
    "show_recipe": {"name": "bedroom"},
    "renderers": {},
    "reference": {"name": "place"},
    "generate": {"text": "a table", "renderers": [], "out": "made"},
    "brief": {"text": "a table"},
    "learn_offers": {},
    "learned": {},
}
"""A request that succeeds. All other actions need a capture or files of splats, and say that theirs is not there."""

MISSING: dict[str, dict[str, Any]] = {
    **{name: {"capture": "/nowhere"} for name in ("capture_info", "capture_prepare", "capture_train")},
    "capture_field": {"capture": "/nowhere", "splats": "/nowhere.ply", "out": "x.safetensors"},
    "capture_program": {"splats": "/nowhere.ply", "features": "/nowhere.npy"},
    "field_query": {"splats": "/nowhere.ply", "field": "/nowhere.safetensors", "queries": ["a cup"]},
    "splat_info": {"file": "/nowhere.ply"},
    "splat_convert": {"files": ["/nowhere.ply"], "out": "x.spz"},
    "splat_view": {"file": "/nowhere.ply", "out": "x.png"},
    "add_assets": {"folder": "/nowhere"},
    "remove_assets": {"pack": "nowhere"},
    "add_recipe": {"file": "/nowhere.toml"},
    "remove_recipe": {"name": "nowhere"},
    "dataset_room": {"recipe": "/nowhere.toml", "index": 0, "out": "room"},
    "rename_scene": {"scene": "/nowhere", "title": "a row"},
    "copy_scene": {"scene": "/nowhere", "out": "copy"},
    "runs": {"scene": "/nowhere"},
    "resume": {"scene": "/nowhere"},
    "show_run": {"scene": "/nowhere", "run": "1"},
    "replay_run": {"scene": "/nowhere", "run": "1"},
    "learn_entity": {"name": "nowhere"},
    "remove_learned": {"name": "nowhere"},
    "furnish": {"pinned": ["nowhere"]},
    "rearrange": {"pinned": ["nowhere"]},
    "tidy": {"pinned": ["nowhere"]},
    "restyle": {"style": "nowhere"},
}


@pytest.mark.slow
@pytest.mark.parametrize("name", REQUESTS)
def test_an_action_answers_in_json_through_a_worker(session: RemoteSession, name: str) -> None:
    if name == "step":
        session.edit([move()])
    values = session.run(name, REQUESTS[name])
    assert values
    assert json.loads(json.dumps(values)) == values


@pytest.mark.slow
def test_errors_of_actions_cross_by_their_names(session: RemoteSession, workers: SceneWorkers, tmp_path: Path) -> None:
    free = workers.open(None, owner="anna", data_dir=tmp_path)
    assert {*REQUESTS, *MISSING} == set(ACTIONS)
    for name, request in MISSING.items():
        with pytest.raises(ScenewrightError) as caught:
            (session if isinstance(ACTIONS[name], SceneAction) else free).run(name, request)
        assert not isinstance(caught.value, WorkerError), (name, str(caught.value))
        assert "nowhere" in str(caught.value), name
    free.close()


@pytest.mark.slow
def test_a_worker_finds_libraries_and_sees_them_edited(workers: SceneWorkers, tmp_path: Path) -> None:
    folder = scene_folder(
        tmp_path / "scene", ROW.replace("@register('a block')", "from sizes import S\n\n@register('a block')")
    )
    (tmp_path / "data" / "libraries").mkdir(parents=True)
    (tmp_path / "data" / "libraries" / "sizes.py").write_text("S = 1\n")
    opened = workers.open(folder, owner="anna", data_dir=tmp_path / "data")
    assert [use["name"] for use in opened.run("evaluate")["libraries"]] == ["sizes"]
    opened.edit([move()])
    (folder / "sizes.py").write_text("S = (\n")
    with pytest.raises(ProgramError, match="this is no Python") as caught:
        opened.run("evaluate")
    assert (caught.value.library, caught.value.where) == ("sizes", f"{folder / 'sizes.py'} line 1")
    opened.close()


def test_every_result_of_an_action_has_a_json_form() -> None:
    for action in ACTIONS.values():
        kind = typing.get_type_hints(action.run)["return"]
        kind = typing.get_origin(kind) or kind
        known = result_report.dispatch(kind) is not result_report.dispatch(object)
        assert known or hasattr(kind, "report"), action.name


def test_results_are_those_of_a_session_here(session: RemoteSession, tmp_path: Path) -> None:
    here = Session.open(scene_folder(tmp_path / "here"), writable=True)
    for name in ("evaluate", "edit", "query", "ask", "step"):
        there = session.run(name, REQUESTS[name])
        wanted = json.loads(json.dumps(result_report(run_action(here, name, REQUESTS[name]))))
        assert there == wanted, name
    assert session.source() == here.source == ROW
    assert session.revision == here.revision == 3


def test_a_batch_is_one_step_that_undo_takes_back(session: RemoteSession) -> None:
    done = session.edit([Move("a", (0.5, 0, 0)), move("b")], author="agent", name="a helper", based_on=1)
    assert done["paths"] == ["row/a", "row/b"]
    assert session.revision == done["revision"] == 2
    assert "0.5, 0.25" in session.source()
    session.undo()
    assert session.source() == ROW
    session.redo(based_on=3)
    assert [c.operation["kind"] for c in session.changes_since(1)] == ["batch", "undo", "redo"]


def test_errors_keep_class_kind_and_place(session: RemoteSession, workers: SceneWorkers, tmp_path: Path) -> None:
    with pytest.raises(PathError, match="no instance 'sofa'"):
        session.edit([move("sofa")])
    with pytest.raises(RequestError, match="there is no action 'fly'"):
        session.run("fly")
    with pytest.raises(RequestError) as refused:
        session.run("render", {"width": "wide"})
    assert refused.value.field == "width"
    with pytest.raises(ProjectError) as nothing:
        session.undo()
    assert nothing.value.kind == "nothing-to-undo"
    wrong = workers.open(scene_folder(tmp_path / "wrong", ROW.replace("block(0.5)", "blok(0.5)", 1)), owner="anna")
    with pytest.raises(ProgramError) as program:
        wrong.run("evaluate")
    assert program.value.line == 10
    assert "line 10" in str(program.value)
    wrong.close()


def test_a_stale_change_names_what_was_done_since(session: RemoteSession) -> None:
    session.edit([move("b")])
    with pytest.raises(StaleChange, match="based on revision 1, and the scene is at revision 2") as caught:
        session.edit([move("a")], based_on=1)
    assert [c.operation["path"] for c in caught.value.changes] == ["b"]
    assert session.revision == 2


def test_a_folder_that_is_no_scene_is_refused(workers: SceneWorkers, tmp_path: Path) -> None:
    for where in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(ProjectError):
            workers.open(where).source()
    file = tmp_path / "row.py"
    file.write_text(ROW)
    with pytest.raises(ProjectError, match="only a scene folder"):
        workers.open(file).source()
    assert workers.open(file, writable=False).source() == ROW


def test_listeners_hear_events_in_order(session: RemoteSession) -> None:
    with session.listen() as listener:
        session.edit([move("a")])
        with pytest.raises(PathError):
            session.edit([move("sofa")])
        session.run("query", {"queries": ["the block"]})
        session.undo()
        events = listener.waiting()
    assert [e.number for e in events] == list(range(1, len(events) + 1))
    first, failed, *jobs, last = events
    assert isinstance(first, SceneChanged)
    assert first.change.paths == {"row/a"}
    assert isinstance(failed, CommandFailed)
    assert (failed.command, failed.error) == ("edit", "PathError")
    assert isinstance(last, SceneChanged)
    assert last.change.operation["kind"] == "undo"
    updates = [e for e in jobs if isinstance(e, JobUpdate)]
    assert len(updates) == len(jobs)
    assert updates[0].state is JobState.STARTED
    assert updates[-1].state is JobState.FINISHED
    assert {e.command for e in updates} == {"query"}


def test_changes_of_another_process_are_read_and_told(session: RemoteSession) -> None:
    assert session.where is not None
    session.start()
    Session.open(session.where, writable=True).edit([Move("c", (0.2, 0.0, 0.0))])
    with session.listen() as listener:
        assert [c.operation["path"] for c in session.refresh()] == ["c"]
        assert [type(e) for e in listener.waiting()] == [SceneChanged]
    assert session.revision == 2


def test_commands_of_many_threads_are_each_done_once(session: RemoteSession) -> None:
    def work(path: str) -> None:
        for _ in range(8):
            session.edit([move(path, 0.01)])

    threads = [threading.Thread(target=work, args=(path,)) for path in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert session.revision == 25
    assert len(session.run("history")["history"]) == 25


def test_triangles_come_as_a_glb_with_their_revision(session: RemoteSession) -> None:
    session.edit([move()])
    found = session.geometry()
    assert found.revision == 2
    assert found.data[:4] == b"glTF"
    assert int.from_bytes(found.data[8:12], "little") == len(found.data)


def test_a_result_can_be_taken_as_text(session: RemoteSession) -> None:
    assert json.loads(session.run_text("evaluate"))["root"] == "row"


def test_a_request_that_is_no_json_is_refused(session: RemoteSession) -> None:
    for values in ({"edits": [object()]}, {"edits": [float("nan")]}):
        with pytest.raises(RequestError, match="no JSON"):
            session.run("edit", values)
    with pytest.raises((RequestError, EditError)):
        session.run("edit", {"edits": "no list"})


def test_a_closed_session_says_so(workers: SceneWorkers, tmp_path: Path) -> None:
    opened = workers.open(scene_folder(tmp_path / "scene"))
    opened.source()
    opened.close()
    with pytest.raises(WorkerError, match="closed"):
        opened.source()
