"""Briefs, runs and what a language model may use, from Python."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

import scenewright as sw
from scenewright.app.actions.run_resuming import ResumeRequest
from scenewright.app.generate_request import GenerateRequest
from tests.support.model_server import Call, Fault, Say, model_server
from tests.support.scripted_models import fenced
from tests.support.staged_rooms import STAGED_TEXT, stage_programs
from tests.support.written_studies import STUDY


def test_a_brief_says_what_a_text_asks_for() -> None:
    planned = sw.brief("a study with two red chairs facing a tall bookshelf")
    things = {thing.noun: thing for thing in planned.brief.things}
    assert (things["chair"].count, things["chair"].attributes) == (2, "red")
    assert planned.brief.relations[0].kind == "facing"
    assert sw.Brief.model_validate_json(planned.brief.model_dump_json()) == planned.brief


def test_a_brief_needs_a_text_that_can_be_read() -> None:
    with pytest.raises(sw.RequestError) as caught:
        sw.brief(None)  # type: ignore[arg-type]
    assert caught.value.field == "text"
    with pytest.raises(sw.ScenewrightError):
        sw.brief("")


def test_a_model_writes_by_a_brief_within_bounds(tmp_path: Path) -> None:
    wanted = sw.brief("a study with two armchairs").brief
    with model_server(Say(fenced(STUDY), tokens=(700, 300))) as server:
        made = sw.generate(
            "a study with two armchairs", out=tmp_path / "study", model="openai-chat:tiny", base_url=server.address("chat"),
            effort="quick", brief=wanted, max_requests=2, max_tokens=50_000, max_seconds=60.0, max_money=1.0, picture=False,
        )  # fmt: skip
        assert 1 <= len(server.asked) <= 2
    found = sw.runs(made.folder)
    assert [run.models for run in found.runs] == [("tiny",)]
    assert found.runs[0].spent.tokens >= 1_000
    assert found.runs[0].rounds >= 1
    assert repr(found).startswith("RunsFound(")


def test_a_bound_that_is_reached_ends_the_run(tmp_path: Path) -> None:
    with model_server(Call({"nonsense": 1}), Say("no program")) as server:
        with pytest.raises(sw.ScenewrightError, match="budget for language models is spent"):
            sw.generate(
                "a study",
                out=tmp_path / "study",
                model="openai-chat:tiny",
                base_url=server.address("chat"),
                max_requests=1,
            )
        assert len(server.asked) == 1
    assert not (tmp_path / "study").exists()


def test_a_fault_of_the_server_is_one_line(tmp_path: Path) -> None:
    with model_server(Fault(401, "no such key")) as server, pytest.raises(sw.ScenewrightError) as caught:
        sw.brief("a study", model="openai-chat:tiny", base_url=server.address("chat"))
    assert f"127.0.0.1:{server.port}" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("field", "value"), [("effort", "huge"), ("max_requests", 0), ("max_money", -1.0), ("brief", {"things": 3})]
)
def test_wrong_bounds_name_their_argument(field: str, value: object) -> None:
    with pytest.raises(sw.RequestError) as caught:
        sw.generate("a room", model="ollama:none", **{field: value})  # type: ignore[arg-type]
    assert caught.value.field.startswith(field)


def test_runs_need_a_scene_folder(tmp_path: Path) -> None:
    with pytest.raises(sw.ProjectError, match="no scene folder"):
        sw.runs(tmp_path / "nowhere")
    sw.Project.create(tmp_path / "study", STUDY)
    assert sw.runs(tmp_path / "study").runs == ()


def test_going_on_from_a_run_takes_what_its_request_has() -> None:
    taken = set(inspect.signature(sw.resume).parameters)
    assert set(ResumeRequest.model_fields) - {"renderers", "width", "height"} <= taken


@pytest.mark.slow
def test_a_run_in_stages_is_gone_on_from(tmp_path: Path) -> None:
    plan, furnished, walls, ceiling, everything = map(fenced, stage_programs())
    with model_server(Say(plan), Say(furnished), Fault(401)) as server:
        first = sw.generate(
            STAGED_TEXT, out=tmp_path / "room", model="openai-chat:tiny", base_url=server.address("chat"),
            effort="quick", staged=True, picture=False,
        )  # fmt: skip
    assert any(note.startswith("not done: the walls") for note in first.notes)
    with model_server(Say(walls), Say(ceiling), Say(everything)) as server:
        made = sw.resume(first.folder, out=tmp_path / "other", base_url=server.address("chat"), picture=False)
    assert "wall clock" in made.program.read_text(encoding="utf-8")
    with pytest.raises(sw.RequestError, match="no stage 'small'"):
        sw.resume(first.folder, after="small")


def test_generate_takes_what_its_request_has_for_people() -> None:
    """`sw.generate` takes each field but those that other functions are for."""
    others = {"program", "source", "root", "splats", "writer", "start"}
    taken = set(inspect.signature(sw.generate).parameters)
    assert set(GenerateRequest.model_fields) - others <= taken
