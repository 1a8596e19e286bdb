"""``scenewright chat``: one sentence, or a dialogue of lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scenewright.app.cli import app
from scenewright.scene.folder import Project
from tests.support.locations import QUERIES

ROOM = (QUERIES / "scenes" / "studio_flat.py").read_text(encoding="utf-8")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    Project.create(tmp_path / "flat", ROOM)
    return tmp_path / "flat"


def test_a_sentence_changes_the_scene(room: Path) -> None:
    result = CliRunner().invoke(app, ["chat", str(room), "remove the laundry basket"])
    assert result.exit_code == 0, result.output
    assert "Removed the laundry basket." in result.stdout
    assert "laundry_basket" not in Project.open(room).source


def test_events_are_lines_of_json(room: Path) -> None:
    result = CliRunner().invoke(app, ["chat", str(room), "remove the mug", "--json"])
    assert result.exit_code == 1
    events = [json.loads(line) for line in result.stdout.splitlines()]
    assert [e["event"] for e in events if e["event"] in ("asked", "end")] == ["asked", "end"]
    assert len(next(e for e in events if e["event"] == "asked")["candidates"]) == 3


def test_lines_of_standard_input_are_a_dialogue(room: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dialogue.json"
    runner = CliRunner()
    result = runner.invoke(
        app, ["chat", str(room), "--dialogue", str(kept)], input="delete the mug\nthe middle one\nquit\n"
    )
    assert result.exit_code == 0, result.output
    assert len(json.loads(kept.read_text(encoding="utf-8"))["turns"]) == 2
    source = Project.open(room).source
    assert source.count("place(mug,") == 2
    again = runner.invoke(app, ["chat", str(room), "undo that", "--dialogue", str(kept)])
    assert again.exit_code == 0, again.output
    assert Project.open(room).source == ROOM


def test_a_single_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "flat.py").write_text(ROOM, encoding="utf-8")
    result = CliRunner().invoke(app, ["chat", str(tmp_path / "flat.py"), "remove the bowl"])
    assert result.exit_code != 0
    assert "scene folder" in result.output
