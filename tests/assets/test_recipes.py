"""Recipes of rooms: the file format, the book, and what the recipes that come with Scenewright have to hold."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenewright.app.writers.embedded.meant_places import USUAL_ROOM
from scenewright.assets.recipe_book import HowMany, RecipeBook, own_recipes, read_recipe
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.language.vocabulary import find_surface

PLAIN = """
name = "shed"
about = "A place for tools."
kinds = ["shed", "tool shed"]
setting = "indoor"
area = [4, 9]
[[has]]
thing = "shelf"
text = "a shelf against the back wall"
[[has]]
thing = "toolbox"
n = { every = 3, least = 1, most = 4 }
text = "{n} toolboxes on the [shelf]"
"""


def written(folder: Path, text: str, name: str = "shed.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_recipe_is_read(tmp_path: Path) -> None:
    recipe = read_recipe(written(tmp_path, PLAIN))
    assert recipe.kinds == ("shed", "tool shed")
    shelf, toolboxes = recipe.has
    assert shelf.names == ("shelf",)
    assert toolboxes.mentioned == ("shelf",)
    assert toolboxes.n is not None
    assert toolboxes.n.of(9.0) == 3


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('"a shelf against', '"a shelf beside the [bench] against'), "no line is about [bench]"),
        (("{n} toolboxes", "two toolboxes"), "go together"),
        (("area = [4, 9]", "area = [9, 4]"), "least to most"),
        (('setting = "indoor"', 'setting = "space"'), "setting"),
        (('thing = "shelf"', 'thing = "shelf"\nprice = 3'), "price"),
        (("least = 1, most = 4", "least = 5, most = 4"), "more than most"),
        (("[[has]]", "[[has"), "TOML"),
    ],
)
def test_what_is_wrong_in_a_recipe_is_named(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    path = written(tmp_path, PLAIN.replace(*change, 1))
    with pytest.raises(AssetError, match=r"shed\.toml") as caught:
        read_recipe(path)
    assert said in str(caught.value)


@given(st.floats(0.5, 500), st.integers(0, 20), st.integers(0, 20), st.floats(0.1, 5000), st.floats(0.1, 5000))
def test_counts_grow_with_the_room(every: float, least: int, more: int, small: float, large: float) -> None:
    count = HowMany(every=every, least=least, most=least + more + 1)
    small, large = sorted((small, large))
    assert least <= count.of(small) <= count.of(large) <= count.most


def test_the_longest_known_name_of_a_place_counts(tmp_path: Path) -> None:
    book = RecipeBook([read_recipe(written(tmp_path, PLAIN))])
    for said in ("shed", "a dusty tool shed", "Tool Sheds", "my tool-shed"):
        found = book.find(said)
        assert found is not None, said
        assert found.name == "shed"
    assert book.find("sheds of gold") is None
    assert book.find("") is None


def test_two_recipes_of_one_kind_are_refused(tmp_path: Path) -> None:
    one = read_recipe(written(tmp_path, PLAIN))
    other = read_recipe(written(tmp_path, PLAIN.replace('name = "shed"', 'name = "hut"')))
    with pytest.raises(AssetError, match="both"):
        RecipeBook([one, other])
    assert len(RecipeBook([one, one])) == 1


def test_the_own_recipes_are_for_many_kinds_of_place() -> None:
    book = own_recipes()
    assert len(book) >= 200
    assert len(book.dressing) >= 20
    for kind in (
        "kitchen",
        "cozy bedroom",
        "classroom",
        "dentist",
        "robotics lab",
        "garden",
        "restaurant",
        "camp site",
    ):
        assert book.find(kind) is not None, kind


def test_each_own_recipe_has_what_makes_the_place() -> None:
    for recipe in own_recipes().recipes:
        if recipe.name == USUAL_ROOM:  # what it is for, the text says
            continue
        assert len(recipe.has) >= 3, recipe.name
        assert len(recipe.dress) >= 3, recipe.name
        if recipe.setting == "indoor":
            assert recipe.walls, recipe.name
            assert recipe.floors, recipe.name


def test_floors_of_the_own_recipes_are_surfaces() -> None:
    for recipe in own_recipes().recipes:
        for floor in recipe.floors:
            assert find_surface(floor) is not None, (recipe.name, floor)


def test_what_dressing_spares_is_known() -> None:
    book = own_recipes()
    tags = {tag for recipe in book.recipes for tag in recipe.tags}
    for line in book.dressing:
        for kind in line.unless:
            assert book.find(kind) is not None, (line.thing, kind)
            assert book.find(kind) not in [r for r in book.recipes if set(r.tags) & set(line.unless_tags)], kind
        assert tags.issuperset(line.unless_tags), line.thing
    assert tags == {tag for line in book.dressing for tag in line.unless_tags}


DRESSING = """
name = "dressing"
about = "What any room has."
setting = "indoor"
[[dress]]
thing = "socket"
level = "light"
chance = 0.5
text = "a socket on the wall"
unless_tags = ["old"]
[[dress]]
thing = "picture"
level = "light"
chance = 0.5
text = "a picture on the wall"
unless = ["tool shed"]
"""


@pytest.mark.parametrize(
    ("change", "things"),
    [
        (("area", "area"), ["socket"]),
        (('"shed", "tool shed"', '"shed"'), ["socket", "picture"]),
        (('setting = "indoor"', 'setting = "indoor"\ntags = ["old", "small"]'), []),
        (('setting = "indoor"', 'setting = "indoor"\ntags = ["small"]'), ["socket"]),
        (('setting = "indoor"', 'setting = "outdoor"'), []),
    ],
)
def test_dressing_spares_tags_and_kinds(tmp_path: Path, change: tuple[str, str], things: list[str]) -> None:
    dressing = read_recipe(written(tmp_path, DRESSING, "_dressing.toml"))
    shed = read_recipe(written(tmp_path, PLAIN.replace(*change, 1)))
    assert [line.thing for line in RecipeBook([dressing, shed]).dressing_of(shed)] == things


def test_places_are_dressed_as_their_tags_say() -> None:
    book = own_recipes()
    for kind, has, lacks in (
        ("bakery", "socket", "robot vacuum"),
        ("dungeon", "wall sconce", "light switch"),
        ("spaceship bridge", "air vent", "umbrella stand"),
        ("office", "wall clock", "mirror"),
        ("garden", "", "socket"),
    ):
        recipe = book.find(kind)
        assert recipe is not None
        things = {line.thing for line in book.dressing_of(recipe)}
        assert not has or has in things, kind
        assert lacks not in things, kind


@pytest.mark.parametrize(
    ("added", "message"),
    [
        (
            '[[arrangement]]\nname = "other"\n[arrangement.texts]\ndragon = "a dragon in the corner"\n',
            "no line is about it",
        ),
        ('[[arrangement]]\nname = "other"\ntakes = ["dragon"]\n[arrangement.texts]\n', "no line is about it"),
        ('[[arrangement]]\nname = "other"\nwalls = 1\n[arrangement.texts]\n', "there is no such key here: use name"),
        (
            '[[arrangement]]\nname = "other"\nproportion = [2.0, 1.0]\n[arrangement.texts]\n',
            "is not from least to most",
        ),
    ],
)
def test_mistakes_in_arrangements_are_told(tmp_path: Path, added: str, message: str) -> None:
    with pytest.raises(AssetError, match=re.escape(message)):
        read_recipe(written(tmp_path, PLAIN + added))
