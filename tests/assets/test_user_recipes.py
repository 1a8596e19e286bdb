"""A person's own recipes: kept with their data, in place of ours, and never in the way of a generation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scenewright.assets.recipe_book import own_recipes, parse_recipe
from scenewright.assets.user_recipes import add_recipe, recipe_book, remove_recipe, user_recipes
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.data_dir import DataDir, using_data_dir

TOWER = """
# mine
name = "clock tower"
about = "A place for a clock."
kinds = ["clock tower", "belfry"]
setting = "indoor"
[[has]]
thing = "ladder"
text = "a ladder against the back wall"
[[has]]
thing = "bell"
n = { every = 3, least = 1, most = 4 }
text = "{n} bells beside the [ladder]"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path) -> Iterator[Path]:
    with using_data_dir(DataDir.at(tmp_path / "home")):
        yield tmp_path / "home"


def added(text: str) -> str:
    return add_recipe(text.encode(), "tower.toml").recipe.name


def test_an_added_recipe_is_found_until_it_is_removed(home: Path) -> None:
    assert recipe_book().find("old belfry") is None
    kept = add_recipe(TOWER.encode(), "tower.toml")
    assert kept.file.read_text(encoding="utf-8") == TOWER
    assert kept.file.parent == home / "recipes"
    found = recipe_book().find("old belfry")
    assert found is not None
    assert found.name == "clock tower"
    assert remove_recipe("clock tower").file == kept.file
    assert recipe_book().find("old belfry") is None
    assert len(recipe_book()) == len(own_recipes())


def test_users_see_their_own_recipes_alone(tmp_path: Path) -> None:
    added(TOWER)
    with using_data_dir(DataDir.at(tmp_path / "other")):
        assert recipe_book().find("belfry") is None
    assert own_recipes().find("belfry") is None


def test_a_recipe_is_replaced_by_one_of_its_name() -> None:
    added(TOWER)
    added(TOWER.replace('"belfry"', '"steeple"'))
    assert recipe_book().find("belfry") is None
    assert recipe_book().find("steeple") is not None


def test_a_recipe_stands_for_ours_of_its_name() -> None:
    kept = add_recipe(TOWER.replace("clock tower", "bedroom").encode(), "mine.toml")
    assert kept.instead
    found = recipe_book().find("master bedroom")
    assert found == kept.recipe
    remove_recipe("bedroom")
    assert recipe_book().find("master bedroom") == own_recipes().find("bedroom")


def test_a_kind_that_ours_have_means_that_of_the_person() -> None:
    added(TOWER.replace('"belfry"', '"café"'))
    book = recipe_book()
    assert book.find("café").name == "clock tower"  # type: ignore[union-attr]
    assert book.find("coffee shop").name == "cafe"  # type: ignore[union-attr]


def test_two_of_a_persons_recipes_claim_no_kind_both() -> None:
    added(TOWER)
    with pytest.raises(AssetError, match="'clock tower' is for a belfry already"):
        added(TOWER.replace('"clock tower"', '"steeple"'))
    assert len(recipe_book()) == len(own_recipes()) + 1


def test_only_ones_own_recipes_are_removed() -> None:
    with pytest.raises(AssetError, match="comes with Scenewright"):
        remove_recipe("bedroom")
    added(TOWER)
    with pytest.raises(AssetError, match=r"is no recipe: only your own can be removed\. Yours: clock tower"):
        remove_recipe("moon base")


def test_a_recipe_needs_a_word_that_people_call_it_by() -> None:
    with pytest.raises(AssetError, match=r"kinds = \[\"clock tower\"\]"):
        added(TOWER.replace('kinds = ["clock tower", "belfry"]', ""))


def test_damaged_files_are_left_out_and_told(home: Path) -> None:
    added(TOWER)
    folder = home / "recipes"
    (folder / "broken.toml").write_text("name = ", encoding="utf-8")
    (folder / "twice.toml").write_text(TOWER, encoding="utf-8")
    (folder / "zz.toml").write_text(TOWER.replace('"clock tower"', '"steeple"'), encoding="utf-8")
    (folder / "link.toml").symlink_to(home / "nowhere")
    found = user_recipes()
    assert found.book.find("belfry") is not None
    said = "\n".join(found.problems)
    for word in ("broken.toml", "twice.toml is left out", "zz.toml is left out"):
        assert word in said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('thing = "bell"', 'thing = "bell"\nprice = 3', "line 12, price of the 2nd [[has]]: there is no such key here: use thing"),
        ("least = 1", "fewest = 1", "line 12, fewest of the 2nd [[has]]: there is no such key here: use every, least, most"),
        ('setting = "indoor"', "", "setting: it is missing: write setting"),
        ('thing = "bell"\n', "", "line 10, thing of the 2nd [[has]]: it is missing"),
        ('setting = "indoor"', 'setting = "space"', "line 6, setting: must be 'indoor' or 'outdoor'"),
        ('setting = "indoor"', 'setting = "indoor"\nwalls = ["red"]', "line 7, walls: must be a colour such as '#e8d9cf', not"),
        ('setting = "indoor"', 'setting = "indoor"\narea = [9, 4]', "line 7, area: 9 to 4 is not from least to most: write [4, 9]"),
        ("[ladder]", "[stair]", "line 13: '{n} bells beside the [stair]': no line is about [stair]"),
        ("[[has]]", "[[has]", "cannot be read as TOML"),
    ],
)  # fmt: skip
def test_errors_name_line_key_and_remedy(before: str, after: str, said: str) -> None:
    at = TOWER.index(before)
    with pytest.raises(AssetError, match=r"^tower\.toml ") as caught:
        parse_recipe((TOWER[:at] + after + TOWER[at + len(before) :]).encode(), "tower.toml")
    assert said in str(caught.value)
