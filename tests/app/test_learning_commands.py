"""The commands of library learning: listing writes nothing, saving says what became of a function, and mistakes are told in a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scenewright.app.actions.table import run_action
from scenewright.app.cli import app
from scenewright.app.session import Session
from tests.support.learning_scenes import GARDEN, open_scene


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SCENEWRIGHT_HOME", str(tmp_path / "home"))
    open_scene(tmp_path / "garden")
    return tmp_path / "garden"


def said(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == code, result.output
    return result.output


def test_offers_are_listed_with_reasons_for_the_rest(scene: Path, tmp_path: Path) -> None:
    told = said("learn", str(scene), "--sheet", str(tmp_path / "offers.png"))
    assert "garden bench" in told
    assert "not offered: lawn (it is a piece of the place" in told
    assert "nothing was saved" in told
    assert (tmp_path / "offers.png").read_bytes().startswith(b"\x89PNG")
    assert not (tmp_path / "home" / "learned").exists()


def test_a_function_is_saved_listed_found_and_removed(scene: Path, tmp_path: Path) -> None:
    assert "asset_call('plank seat')" in said("learn", str(scene), "--save", "garden_bench", "--word", "plank seat")
    assert "merged: plank_seat says the same" in said("learn", str(scene), "--save", "garden_bench", "--word", "pew")
    report = json.loads(said("learned", "--json").splitlines()[-1])
    (row,) = report["learned"]
    assert (row["name"], row["synonyms"]) == ("plank_seat", ["garden bench", "pew"])
    assert Path(row["picture"]).is_file()
    assert "exact" in said("learned", "plank", "seat")
    assert "removed plank seat" in said("learned", "--remove", "pew")
    assert "nothing was saved yet" in said("learned")


def test_a_single_file_offers_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCENEWRIGHT_HOME", str(tmp_path / "home"))
    (tmp_path / "yard.py").write_text(GARDEN)
    assert "bird_house" in said("learn", str(tmp_path / "yard.py"))
    assert "the scene 'yard'" in said("learn", str(tmp_path / "yard.py"), "--save", "bird_house")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--save", "no_such"), "registers no function"),
        (("--save", "garden_bench", "--word", "../x"), "is no word"),
        (("--save", "garden_bench", "--apart", "--replace"), "not both"),
    ],
)
def test_mistakes_are_told_in_a_line(words: tuple[str, ...], message: str, scene: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["learn", str(scene), *words])
    assert result.exit_code not in (0, 70)
    assert message in result.output
    assert not (tmp_path / "home" / "learned").exists()


def test_a_program_can_ask_for_it_by_name(scene: Path) -> None:
    session = Session.open(scene)
    names = [offer["name"] for offer in run_action(session, "learn_offers", {}).report()["offers"]]
    assert "garden_bench" in names
    saved = run_action(session, "learn_entity", {"name": "garden_bench", "synonyms": ["pew"]}).report()
    assert (saved["how"], saved["word"]) == ("saved", "garden bench")
    found = run_action(None, "learned", {"words": "pew"}).report()["learned"]
    assert [row["name"] for row in found] == ["garden_bench"]
    assert run_action(None, "remove_learned", {"name": "garden_bench"}).report()["word"] == "garden bench"
