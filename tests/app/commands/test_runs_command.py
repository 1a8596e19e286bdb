"""``scenewright runs``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scenewright.app.agent.runs import Round, RunRecord, save_run
from scenewright.app.cli import app
from scenewright.app.language_models import Exchange, Transcript


def run(*arguments: object, code: int = 0):
    done = CliRunner().invoke(app, ["runs", *map(str, arguments)])
    assert done.exit_code == code, done.output
    return done


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    """A folder with two runs."""
    said = [{"kind": "request", "parts": [{"part_kind": "user-prompt", "content": "a \x1b[31mbed " + "word " * 2_000}]}]
    answer = {"kind": "response", "parts": [{"part_kind": "tool-call", "tool_name": "t", "args": {"beds": 1}}]}
    first = Exchange("planner", "2", "tiny", "localhost:8000/v1", messages=said, response=answer, tries=2, cost=0.0123)
    first.usage = {"input_tokens": 1_200, "output_tokens": 34}
    second = Exchange(
        "writer", "5", "large", error="large at localhost:8000/v1 has a fault of its own", error_kind="server"
    )
    transcript = Transcript([first, second], notes=["planner: tiny was asked again"])
    record = RunRecord(
        "generate", "a bedroom with a bed", id="20260101-120000-aaaaaa", seconds=12.34, transcript=transcript
    )
    record.outcome, record.message = "best-so-far", "the checks did not pass"
    record.rounds = [Round(1, "x = 1", "no bed"), Round(2, "x = 2", "all there", kept=True)]
    save_run(tmp_path, record)
    save_run(tmp_path, RunRecord("edit", "make it cosier", id="20260102-120000-bbbbbb", outcome="cancelled"))
    return tmp_path


def test_runs_are_listed_for_people(scene: Path) -> None:
    lines = run(scene).stdout.splitlines()
    assert lines[0].split() == ["run", "did", "outcome", "rounds", "tokens", "seconds", "cost"]
    assert lines[1].split() == ["20260101-120000-aaaaaa", "generate", "best-so-far", "2", "1,234", "12.3", "$0.0123"]
    assert lines[2].strip().startswith("a bedroom")
    assert any(line.split()[-5:] == ["cancelled", "0", "0", "0.0", "?"] for line in lines)


def test_runs_are_listed_as_data(scene: Path) -> None:
    values = json.loads(run(scene, "--json").stdout)
    assert [each["id"] for each in values["runs"]] == ["20260101-120000-aaaaaa", "20260102-120000-bbbbbb"]
    assert values["runs"][0]["spent"] == {
        "requests": 3,
        "input_tokens": 1_200,
        "output_tokens": 34,
        "seconds": 0.0,
        "money": 0.0123,
    }
    assert values["runs"][0]["models"] == ["tiny", "large"]


def test_a_run_is_shown_turn_by_turn(scene: Path) -> None:
    told = run(scene, "20260101-120000-aaaaaa").stdout
    assert "20260101-120000-aaaaaa  generate, best-so-far: the checks did not pass" in told
    assert "planner  tiny (prompt 2)" in told
    assert "round 2  kept  all there" in told
    assert "1. planner: 1,200 + 34 tokens" in told
    assert '< {"beds": 1}' in told
    assert "sent 2 times" in told
    assert "! large at localhost:8000/v1 has a fault of its own" in told
    assert "note: planner: tiny was asked again" in told
    assert "\x1b" not in told
    assert len(told) < 4_000
    assert str(scene / "runs" / "20260101-120000-aaaaaa" / "transcript.json") in told


def test_a_run_is_shown_as_data(scene: Path) -> None:
    values = json.loads(run(scene, "20260101-120000-aaaaaa", "--json").stdout)
    rounds = [(each["number"], each["checks"], each["kept"]) for each in values["rounds"]]
    assert rounds == [(1, "no bed", False), (2, "all there", True)]
    assert [turn["role"] for turn in values["turns"]] == ["planner", "writer"]
    assert len(values["turns"][0]["said"]) == 2_000
    assert values["turns"][1]["error"].startswith("large at")


def test_what_is_missing_is_named(scene: Path, tmp_path: Path) -> None:
    assert "has no run 2026; its last ones: 20260101-120000-aaaaaa" in run(scene, "2026", code=9).stderr
    assert "is no id of a run" in run(scene, "../x", code=9).stderr
    assert "there is no scene folder" in run(tmp_path / "nowhere", code=9).stderr
    (tmp_path / "empty").mkdir()
    empty = run(tmp_path / "empty")
    assert "keeps no runs" in empty.stderr
    assert empty.stdout == ""


def test_a_damaged_run_does_not_hide_the_others(scene: Path) -> None:
    (scene / "runs" / "20260101-120000-aaaaaa" / "run.json").write_text("{")
    done = run(scene)
    assert "20260102-120000-bbbbbb" in done.stdout
    assert "warning: the run 20260101-120000-aaaaaa is damaged" in done.stderr
