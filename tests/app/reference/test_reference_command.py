"""``scenewright reference``: the index, one entry, its program, and the pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scenewright.app import cli
from scenewright.app.reference import EXAMPLES, all_entries, picture_names, reference_pages, writing
from scenewright.app.reference.pictures import picture_of_file


def told(*arguments: str, code: int = 0) -> tuple[str, str]:
    result = CliRunner().invoke(cli.app, ["reference", *arguments])
    assert result.exit_code == code, result.output
    return result.stdout, result.stderr


def test_the_index_names_every_entry_and_example():
    words = set(told()[0].replace(",", " ").split())
    assert set(all_entries()) | set(EXAMPLES) <= words


def test_an_entry_shows_its_call_arguments_units_and_program():
    shown, _ = told("rotation_matrix")
    assert "rotation_matrix(angle, direction, point=(0.0, 0.0, 0.0))" in shown
    assert "angle: Radians" in shown
    assert "from scene.language import *" in shown


def test_the_program_alone_can_be_written_into_a_file():
    assert told("chair", "--program")[0] == EXAMPLES["chair"].program
    assert told("on", "--program")[0] == all_entries()["on"].program


def test_json_holds_the_whole_entry():
    entry = json.loads(told("asset_call", "--json")[0])["entry"]
    assert [a["name"] for a in entry["arguments"]] == ["words", "size", "seed", "z"]
    assert len(json.loads(told("--json")[0])["entries"]) == len(all_entries())


def test_an_unknown_name_ends_with_the_nearest():
    out, err = told("primitve_call", code=2)
    assert out == ""
    assert "primitive_call" in err


@pytest.mark.parametrize("arguments", [("place", "--write", "x"), ("--program",)])
def test_options_that_do_not_go_together_are_refused(arguments: tuple[str, ...]):
    assert "error" in told(*arguments, code=2)[1]


def test_write_makes_pages_and_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for draw in ("picture_of_capture", "picture_of_program", "picture_of_file"):
        monkeypatch.setattr(writing, draw, lambda *a, **k: b"a picture")
    (tmp_path / "notes.txt").write_text("kept")
    told("--write", str(tmp_path))
    assert {f.name for f in tmp_path.glob("*.md")} == set(reference_pages())
    assert {f.name for f in (tmp_path / "pictures").iterdir()} == set(picture_names())
    assert (tmp_path / "notes.txt").read_text() == "kept"


@pytest.mark.slow
def test_a_scene_folder_is_drawn_with_its_texture():
    example = EXAMPLES["materials_and_textures"]
    assert picture_of_file(example.path, example.frames, width=64, height=48).startswith(b"\x89PNG")
