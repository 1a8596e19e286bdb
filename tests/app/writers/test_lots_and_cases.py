"""Numbers that nobody gives: lots of things, places full of them, what cases show, and things of which no two are alike."""

from __future__ import annotations

import re
from functools import cache

import pytest

from scenewright.app.writers.embedded.composer import Composition, compose
from scenewright.app.writers.writer import Dress
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Scene
from tests.support.composed_rooms import catalogue


@cache
def made(text: str, dress: Dress = "only") -> tuple[Composition, Scene]:
    composition = compose(text, catalogue(), dress=dress, seed=2)
    return composition, evaluate(composition.program, assets=catalogue())


def count(text: str, name: str) -> int:
    """How many instances of a name a text asks for and gets."""
    return sum(1 for e in made(text)[1].entities() if re.fullmatch(rf"{name}(?:_\d+)?", e.name))


@pytest.mark.parametrize(
    ("text", "name", "least"),
    [
        ("a sunroom with lots of plants", "plant", 6),
        ("a studio overflowing with plants", "plant", 6),
        ("a playroom with tons of teddy bears", "teddy_bear", 8),
        ("a living room with many pictures on the walls", "picture", 6),
        ("a room with shelves crammed with jars", "jar", 20),
        ("a library full of books", "book", 40),
    ],
)
def test_lots_are_more_than_one_counts_at_a_glance(text: str, name: str, least: int) -> None:
    assert count(text, name) >= least


def test_lots_on_a_table_are_as_many_as_it_bears() -> None:
    assert 2 <= count("a living room with lots of cushions on the armchair", "cushion") <= 6


@pytest.mark.parametrize("text", ["a kitchen with three plants", "a kitchen with several plants"])
def test_other_numbers_stay(text: str) -> None:
    assert count(text, "plant") == 3


def test_many_plants_are_of_several_kinds() -> None:
    program = made("a sunroom with lots of plants")[0].program
    assert all(f"asset_call('{kind}')" in program for kind in ("snake plant", "fiddle leaf fig", "palm"))


def test_mismatched_chairs_differ() -> None:
    program = made("a dining room with a table and six mismatched chairs")[0].program
    assert len(set(re.findall(r"asset_call\('([\w ]*chair)'", program))) == 6


@pytest.mark.parametrize(
    "text",
    [
        "a bakery with a loaf of bread in the display case",
        "a cheese shop with a display case full of cheese",
        "a shop with a cake in the glass display case",
    ],
)
def test_things_in_a_case_lie_behind_its_glass(text: str) -> None:
    scene = made(text)[1]
    case = next(e for e in scene.entities() if e.name.endswith("case"))
    inside = [e for e in scene.entities() if re.fullmatch(r"(?:loaf_of_bread|cheese|cake)(?:_\d+)?", e.name)]
    assert inside
    for thing in inside:
        assert case.bounds[0][1] < thing.bounds[0][1]
        assert thing.bounds[1][1] < case.bounds[1][1]


def test_a_case_full_of_stuff_is_full() -> None:
    assert count("a cheese shop with a display case full of cheese", "cheese") >= 8


def test_a_baker_has_more_bread_than_the_loaf_that_is_named() -> None:
    scene = made("a bakery with a loaf of bread in the display case", "light")[1]
    assert sum(e.name.startswith("loaf_of_bread") for e in scene.entities()) > 4


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a sailing boat with white sails", "sailing_boat"),
        ("a studio flat with a fold-out sofa", "fold_out_sofa"),
        ("a bedroom with a pull-out bed", "pull_out_bed"),
    ],
)
def test_one_thing_with_its_parts_is_one(text: str, name: str) -> None:
    things = made(text, "light")[0].description.requests
    asked = [r.words.replace(" ", "_") for r in things if not r.expected and r.count]
    assert asked == [name]


@pytest.mark.parametrize("text", ["a studio flat with a kitchen and a bed", "a loft with a kitchen and a sofa"])
def test_homes_of_one_room_have_no_walls_within(text: str) -> None:
    assert len(made(text, "light")[0].description.zones) == 1


def test_a_kitchen_beside_a_bedroom_has_its_own_walls() -> None:
    assert len(made("a bedroom with a bed and a kitchen with a stove", "light")[0].description.zones) == 2


def test_a_television_that_is_named_gets_its_stand() -> None:
    program = made("a studio flat with a bed and a TV", "light")[0].program
    assert "name='tv_stand'" in program


@pytest.mark.parametrize("style", ["Victorian", "gothic"])
def test_old_styles_have_no_television(style: str) -> None:
    names = {e.name for e in made(f"a {style} living room", "light")[1].entities()}
    assert not {"tv", "light_switch", "radiator", "ceiling_light"} & names


def test_what_is_named_is_there_in_any_style() -> None:
    assert count("a Victorian living room with a TV", "tv") == 1


def test_logs_stand_about_a_fire_however_many() -> None:
    scene = made("a camp site with a campfire and four logs around it")[1]
    fire = scene.find("campfire").bounds.mean(axis=0)
    logs = [e.bounds.mean(axis=0) for e in scene.entities() if e.name.startswith("log")]
    away = [float(((log - fire)[[0, 2]] ** 2).sum() ** 0.5) for log in logs]
    assert len(away) == 4
    assert max(away) < 2.5


@pytest.mark.parametrize("likeness", ["a road", "a mushroom"])
def test_what_something_is_shaped_like_is_not_there(likeness: str) -> None:
    composition = made(f"a bedroom with a rug shaped like {likeness} and a bed")[0]
    assert [r.words for r in composition.description.requests if r.count] == ["rug", "bed"]
    assert len(composition.description.zones) == 1


def test_cakes_are_on_all_boards_of_a_case() -> None:
    scene = made("a tea shop with a glass case full of cakes")[1]
    heights = {round(e.bounds[0][1], 1) for e in scene.entities() if re.fullmatch(r"cake(?:_\d+)?", e.name)}
    assert len(heights) == 2
