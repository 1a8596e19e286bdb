"""Recipes as commands, in Python, and as docs/recipes.md teaches to write them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

import scenewright as sw
from scenewright.app.actions.table import run_action
from scenewright.app.cli import app
from scenewright.scene.asset_provider import AssetError
from tests.support.locations import REPOSITORY

EXAMPLE = re.search(r"```toml\n(.*?)```", (REPOSITORY / "docs" / "recipes.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of docs/recipes.md, and an empty folder of user data."""
    monkeypatch.setenv("SCENEWRIGHT_HOME", str(tmp_path / "home"))
    assert EXAMPLE is not None
    (tmp_path / "map_room.toml").write_text(EXAMPLE[1], encoding="utf-8")
    return tmp_path / "map_room.toml"


def command(*words: str, code: int = 0) -> tuple[str, str]:
    """Output and notes of ``scenewright recipes``."""
    result = CliRunner().invoke(app, ["recipes", *words])
    assert result.exit_code == code, result.output
    return result.stdout, result.stderr


def test_the_taught_recipe_furnishes_its_room(example: Path, tmp_path: Path) -> None:
    added = sw.add_recipe(example)
    assert added.remarks == ()
    made = sw.generate("a map room with three globes", out=tmp_path / "scene", picture=False, layout=False)
    names = [path.partition("/")[2] for path in made.session.scene.paths]
    for thing in ("table", "chair[1]", "bookshelf[1]", "map"):
        assert thing in names, thing
    assert sum(name.startswith("globe") and "/" not in name for name in names) == 3
    assert made.read is not None
    assert any("map room" in clause.says for clause in made.read.shown)


def test_what_a_recipe_says_in_vain_is_told(example: Path) -> None:
    text = example.read_text(encoding="utf-8")
    text = text.replace('thing = "telescope"', 'thing = "quibbler"').replace("a telescope", "a quibbler")
    text = text.replace('"walnut wood"', '"moon cheese"').replace("soft warm light", "qwertz")
    text = text.replace("a map on the left wall", "nothing at all")
    remarks = "\n".join(run_action(None, "add_recipe", {"text": text}).remarks)
    assert "the catalogue has no quibbler" in remarks
    assert "'moon cheese' is no color" in remarks
    assert "'qwertz' is no light" in remarks
    assert "'nothing at all' is left out" in remarks


def test_recipes_are_listed_and_searched(example: Path) -> None:
    sw.add_recipe(example)
    listed = json.loads(command("list", "--json")[0])["recipes"]
    assert len(listed) > 200
    mine = next(r for r in listed if r["name"] == "map room")
    assert mine["yours"]
    assert (mine["area"], mine["things"]) == ([16, 26], {"has": 4, "may": 2, "dress": 3})
    found = [r.recipe.name for r in sw.recipes("map room").recipes]
    assert found[0] == "map room"
    assert "pottery studio" in [r.recipe.name for r in sw.recipes("kiln").recipes]
    assert "yours" in command("list", "--search", "chart room")[0]
    assert "no recipe speaks of 'zzzz'" in command("list", "--search", "zzzz", code=AssetError.exit_code)[1]


def test_a_recipe_is_shown_in_80_columns(example: Path) -> None:
    sw.add_recipe(example)
    page = command("show", "a", "dusty", "chart", "room")[0]
    for said in (
        "3 to 4 chairs around the table",
        "60% an armchair",
        "2 windows",
        "soft warm light",
        "or dining table, desk",
    ):
        assert said in page, said
    assert max(map(len, page.splitlines()[:-2])) < 80
    assert page.splitlines()[-1].endswith("map_room.toml (yours)")
    assert (
        "there is no recipe for 'mansion': there are haunted mansion"
        in command("show", "mansion", code=AssetError.exit_code)[1]
    )
    assert json.loads(command("show", "map room", "--json")[0])["has"][1]["n"] == {"every": 6, "least": 2, "most": 4}


def test_replacing_and_removing_is_told(example: Path) -> None:
    text = example.read_text(encoding="utf-8").replace('name = "map room"', 'name = "bedroom"')
    example.write_text(text.replace('"chart room"', '"café"'), encoding="utf-8")
    told = command("add", str(example))[0]
    assert "in place of the recipe of that name that comes with Scenewright" in told
    assert "'café' means this recipe now, no longer 'cafe'" in told
    assert "is in use again" in command("remove", "bedroom")[0]
    assert "comes with Scenewright" in command("remove", "bedroom", code=AssetError.exit_code)[1]


def test_a_wrong_recipe_changes_nothing(example: Path) -> None:
    example.write_text(example.read_text(encoding="utf-8").replace("chance = 0.6", "chance = 6"), encoding="utf-8")
    said = command("add", str(example), code=AssetError.exit_code)[1]
    assert "line 41, chance of the 1st [[may]]: must be at most 1, not 6" in said
    assert [r for r in sw.recipes().recipes if r.added] == []
