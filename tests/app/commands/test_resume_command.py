"""``scenewright generate --staged`` that is cut short, and ``scenewright resume``."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from unittest.mock import patch

import pytest
from typer.testing import CliRunner

from scenewright.app.actions.generating import GenerateSceneRequest
from scenewright.app.actions.run_resuming import RESUME, ResumeRequest
from scenewright.app.agent.runs import RunRecord, list_runs, load_run, save_run
from scenewright.app.cli import app
from tests.support.model_server import Answer, Fault, Say, model_server
from tests.support.scripted_models import fenced
from tests.support.staged_rooms import STAGED_TEXT, stage_programs, staged_room

pytestmark = pytest.mark.slow

PLAN, FURNISHED, WALLS, CEILING, ALL = stage_programs()


def run(*arguments: object, answers: tuple[Answer, ...] = (Say("x"),), code: int = 0) -> tuple[str, str]:
    """What a command prints, with a model server that gives these answers."""
    with model_server(*answers) as server, patch.dict(os.environ):
        named = ["--model", "vllm:tiny", "--base-url", server.address("chat")] if arguments[0] != "runs" else []
        done = CliRunner().invoke(app, [*map(str, arguments), *named])
    assert done.exit_code == code, done.output
    return done.stdout, done.stderr


def said(*programs: str) -> tuple[Say, ...]:
    return tuple(Say(fenced(program)) for program in programs)


@pytest.fixture(scope="module")
def cut_short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scene of which the model made the plan and the furniture, and then refused."""
    scene = tmp_path_factory.mktemp("made") / "room"
    answers = (*said(PLAN, FURNISHED), Fault(401))
    _, told = run("generate", STAGED_TEXT, "--staged", "--effort", "quick", "--out", scene, answers=answers)
    assert "not done: the walls, the ceiling, the small things" in told
    return scene


def test_finished_stages_can_be_looked_at(cut_short: Path) -> None:
    (listed,) = list_runs(cut_short)
    told, _ = run("runs", cut_short, listed.id)
    for name in ("1_plan.py", "2_furniture.py"):
        assert str(cut_short / "runs" / listed.id / "stages" / name) in told
    shown = json.loads(run("runs", cut_short, listed.id, "--json")[0])
    assert [stage["name"] for stage in shown["stages"]] == ["plan", "furniture"]
    assert Path(shown["stages"][1]["picture"]).read_bytes().startswith(b"\x89PNG")


def test_a_run_goes_on_where_it_was_cut_short(cut_short: Path, tmp_path: Path) -> None:
    told, _ = run("resume", cut_short, "--out", tmp_path / "new", answers=said(WALLS, CEILING, ALL))
    assert "program" in told
    program = (tmp_path / "new" / "program.py").read_text(encoding="utf-8")
    assert all(name in program for name in ("oak dining table", "wall clock", "apple"))
    assert "wall clock" not in (cut_short / "program.py").read_text(encoding="utf-8")


def test_an_edited_stage_becomes_another_scene(cut_short: Path, tmp_path: Path) -> None:
    edited = tmp_path / "edited.py"
    edited.write_text(staged_room("table").replace("oak", "walnut"), encoding="utf-8")
    rest = said(*(p.replace("oak", "walnut") for p in (WALLS, CEILING, ALL)))
    arguments = ("resume", cut_short, "--after", "furniture", "--from", edited, "--out", tmp_path / "new")
    run(*arguments, answers=rest)
    assert "walnut dining table" in (tmp_path / "new" / "program.py").read_text(encoding="utf-8")
    (listed,) = list_runs(tmp_path / "new")
    assert load_run(tmp_path / "new", listed.id).settings["start"]["stage"] == "furniture"


def test_a_stage_that_was_not_reached_is_named(cut_short: Path, tmp_path: Path) -> None:
    _, told = run("resume", cut_short, "--after", "ceiling", "--out", tmp_path / "new", code=2)
    assert "has no stage 'ceiling': it finished plan, furniture" in told
    assert not (tmp_path / "new").exists()


def test_a_program_needs_its_stage(cut_short: Path, tmp_path: Path) -> None:
    _, told = run("resume", cut_short, "--from", cut_short, "--out", tmp_path / "new", code=2)
    assert "say after which stage" in told


def test_a_folder_without_runs_says_so(tmp_path: Path) -> None:
    save_run(tmp_path, RunRecord("edit", "make it cosier"))
    _, told = run("resume", tmp_path, code=9)
    assert "keeps no run that made a scene" in told


def test_an_address_of_a_run_goes_with_its_model_alone(cut_short: Path, tmp_path: Path) -> None:
    """A scene of a stranger names no address that the model of whoever goes on is asked at, and no file as a picture."""
    scene = Path(shutil.copytree(cut_short, tmp_path / "scene"))
    (listed,) = list_runs(scene)
    record = load_run(scene, listed.id)
    record.settings |= {"base_url": "http://elsewhere.invalid/v1", "pictures": ["../../../secret"]}
    save_run(scene, record)
    asked: list[GenerateSceneRequest] = []
    with patch("scenewright.app.actions.run_resuming.generate_scene", lambda request, job: asked.append(request)):
        for model in (None, record.settings["model"], "openai:other"):
            RESUME(ResumeRequest(scene=scene, model=model, after="furniture"))
    assert [request.base_url for request in asked] == ["http://elsewhere.invalid/v1", None, None]
    assert all(request.images == () for request in asked)
