"""A named kind of place is furnished as such places are, after what the text says of it."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import pytest

from scenewright.app.writers.embedded.composer import Composition, compose
from scenewright.app.writers.writer import Dress
from scenewright.assets import Catalogue
from scenewright.assets.recipe_book import own_recipes
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Scene


@cache
def made(text: str, dress: Dress = "light", seed: int = 0) -> Composition:
    return compose(text, Catalogue.built_in(), dress=dress, seed=seed)


def counts(text: str, dress: Dress = "light", seed: int = 0) -> dict[str, int]:
    """How many of each thing the program places, by their names."""
    names = re.findall(r"name='(\w+)'", made(text, dress, seed).program)
    return {name: names.count(name) for name in names}


def island_of(scene: Scene) -> np.ndarray:
    middle: np.ndarray = scene.find("island").bounds.mean(axis=0)
    return middle


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("a cozy bedroom", {"bed", "nightstand", "wardrobe"}),
        ("a kitchen", {"stove", "fridge", "sink"}),
        ("a bathroom", {"toilet", "bathtub", "mirror"}),
        ("A sunny office", {"desk", "office_chair"}),
    ],
)
def test_a_bare_name_of_a_room_furnishes_it(text: str, things: set[str]) -> None:
    placed = counts(text)
    assert {thing for thing in things if any(thing in name for name in placed)} == things
    assert sum(placed.values()) >= 10


def test_where_a_place_lies_is_no_second_place() -> None:
    assert sum(counts("a camp site at the edge of a forest").values()) >= 8


def test_what_the_text_names_is_not_made_twice() -> None:
    placed = counts("a bedroom with a canopy bed and one nightstand")
    assert placed["canopy_bed"] == 1
    assert "bed" not in placed
    assert placed["nightstand"] == 1


def test_two_words_for_one_object_are_one_thing() -> None:
    placed = counts("a boardroom with a screen on the wall")
    assert sum("tv" in name or "screen" in name for name in placed) == 1


def test_stools_stand_at_the_island_that_is_named_with_them() -> None:
    program = made("a kitchen with an island and four stools").program
    scene = evaluate(program, assets=Catalogue.built_in())
    stools = [e for e in scene.entities() if e.name == "stool"]
    assert len(stools) == 4
    assert all(np.hypot(*(e.bounds.mean(axis=0) - island_of(scene))[[0, 2]]) < 1.8 for e in stools)


def test_what_the_text_refuses_is_left_out() -> None:
    assert "rug" in counts("a bedroom")
    assert "rug" not in counts("a bedroom without a rug")


@pytest.mark.parametrize("text", ["a bedroom with just a bed", "A bedroom with a bed and nothing else."])
def test_nothing_else_means_nothing_else(text: str) -> None:
    assert counts(text) == {"bed": 1}


def test_dressing_adds_and_takes_nothing_away() -> None:
    only, none, light, full = (counts("a study with a desk", dress) for dress in ("only", "none", "light", "full"))
    assert only == {"desk": 1}
    assert sum(only.values()) < sum(none.values()) < sum(light.values()) < sum(full.values())
    assert set(none) <= set(light)


def test_a_seed_is_one_room_and_seeds_are_many() -> None:
    text = "a living room"
    assert made(text, seed=4).program == compose(text, Catalogue.built_in(), seed=4).program
    assert len({made(text, seed=seed).program for seed in range(6)}) == 6
    assert len({re.search(r"wall_color=(\S+ \S+ \S+)\)", made(text, seed=seed).program) for seed in range(6)}) > 2


def test_seeds_have_doors_and_windows_on_other_sides() -> None:
    programs = [made("a living room", seed=seed).program for seed in range(8)]
    assert {re.search(r"doors=\[\('\w+', (-?)", p)[1] for p in programs} == {"", "-"}  # type: ignore[index]
    assert {re.search(r"windows=\[\('(\w+)'", p)[1] for p in programs} >= {"left", "right"}  # type: ignore[index]


def test_what_cannot_be_where_it_usually_is_has_no_relation() -> None:
    """Two tables are not both in the middle, and nobody stands behind a counter at the wall."""
    for seed in range(3):
        program = made("a bookshop", seed=seed).program
        assert len(re.findall(r"centered\('(\w+)", program)) <= 1
        assert "behind('stool', 'shop_counter')" not in program


def test_the_light_is_that_of_the_place_or_of_the_text() -> None:
    assert "environment('dim moody light')" in made("a bar").program
    assert "environment('soft morning light')" in made("a bar in the morning").program


def test_a_named_style_chooses_the_palette() -> None:
    woods = {re.search(r"'([\w ]+?) wardrobe'", made("a coastal bedroom", seed=s).program)[1] for s in range(6)}  # type: ignore[index]
    assert {wood.split()[-1] for wood in woods} <= {"white", "pine"}
    assert made("a coastal bedroom").asked.unread == ()
    assert made("a flurbish bedroom").asked.unread == ("flurbish",)


def test_described_looks_stay() -> None:
    program = made("a living room with a red armchair", seed=2).program
    assert "asset_call('red armchair')" in program


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A busy bar with five stools", "bar"),
        ("a dentist's office", "dentist's office"),
        ("Two chairs beside a bar", ""),
        ("the desk of a dentist", ""),
        ("a quiet pottery studio in the mountains", "pottery studio"),
    ],
)
def test_the_kind_of_place_that_a_text_opens_with(text: str, kind: str) -> None:
    assert own_recipes().named_by(text) == kind


def test_unasked_things_are_never_reported_as_missing() -> None:
    composition = made("a classroom", "full")
    assert composition.unserved == []
    assert composition.notes == []


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("a hair salon with three chairs", "styling chair"),
        ("a boardroom with a long table and eight chairs", "conference chair"),
        ("a street café with four tables and eight chairs", "bistro chair"),
        ("a classroom with ten desks", "student desk"),
    ],
)
def test_a_plain_noun_means_what_such_a_place_has(text: str, thing: str) -> None:
    assert re.search(rf"asset_call\('(?:[\w -]+ )?{thing}'\)", made(text).program)


def test_several_chairs_of_a_library_are_no_armchairs() -> None:
    program = made("a library with two tables and eight chairs").program
    assert "reading chair" not in program


def test_a_plain_noun_means_so_where_nothing_is_added() -> None:
    program = made("a hair salon with three chairs", dress="only").program
    assert "asset_call('styling chair')" in program
    assert counts("a hair salon with three chairs", dress="only") == {"chair": 3}


def test_desks_of_pupils_do_not_serve_as_the_teachers() -> None:
    program = made("a classroom with six desks").program
    assert program.count("place(desk,") == 6  # student desks
    there = counts("a classroom with six desks")
    assert (there["desk"], there["teacher_desk"]) == (6, 1)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("a tailor's workshop", "clothes_rack"),
        ("a veterinary exam room", "dog_crate"),
        ("an attic study", "desk"),
    ],
)
def test_words_before_the_kind_say_more_of_it(text: str, thing: str) -> None:
    assert counts(text)[thing] >= 1


def test_a_room_is_built_as_the_place_around_it() -> None:
    assert "roof='gable'" in made("an attic study").program
    assert "roof=" not in made("a study").program
    assert not made("an attic study").asked.unread


def test_plurals_are_as_many_as_the_place_has() -> None:
    found = counts("a school cafeteria with long tables, benches and a serving counter")
    assert found["table"] >= 3
    assert found["bench"] == 2 * found["table"]


def test_what_is_counted_gets_no_more_of_its_kind() -> None:
    found = counts("a small wine bar with six stools at the counter")
    assert sum(number for name, number in found.items() if name.endswith("stool")) == 6


@pytest.mark.parametrize(
    ("text", "around", "thing"),
    [
        ("a home bar in the basement with a pool table", "basement", "bar_counter"),
        ("a study in the attic with a desk", "attic", "bookshelf"),
        ("a bedroom in a log cabin with a bed", "log cabin", "nightstand"),
    ],
)
def test_a_room_within_a_place_is_one_room(text: str, around: str, thing: str) -> None:
    composition = made(text)
    assert composition.description.around == around
    assert len(composition.description.zones) == 1
    assert counts(text)[thing] >= 1
    assert around not in {asked.noun for asked in composition.asked.things if not asked.added}


def test_a_place_around_is_not_lost_where_nothing_is_added() -> None:
    composition = made("a study in the attic with a desk", dress="only")
    assert composition.description.around == ""
    assert any("attic" in zone.words for zone in composition.description.zones)


def test_a_place_has_the_things_that_it_is_named_after() -> None:
    studio = counts("a violin teacher's studio")
    assert studio["violin"] >= 2
    assert "guitar" not in studio
    assert counts("a hat shop")["hat"] >= 6
    assert counts("a piano bar")["piano"] == 1


def test_people_sit_on_cushions_at_low_tables() -> None:
    named = counts("a tea house with low tables")
    assert "chair" not in named
    assert named["floor_cushion"] >= 2 * named["table"]


def test_seats_of_a_text_are_as_many_as_the_tables_take() -> None:
    named = counts("a cafe with wicker chairs")
    assert named["chair"] == 2 * sum(count for name, count in named.items() if name.endswith("_table"))


def test_what_a_text_calls_by_name_is_no_other_of_its_kind() -> None:
    assert "asset_call('wicker chair" in made("a porch with wicker chairs").program


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("a room with a mug, a candle and scissors", "candle"),
        ("a trophy in an empty room", "trophy"),
        ("a room with a globe", "globe"),
        ("a podcast studio with two microphones", "microphone"),
        ("a kitchen with a basket of bread", "basket_of_bread"),
    ],
)
def test_small_things_stand_on_something(text: str, thing: str) -> None:
    heights = re.findall(rf"at=\([^,]+, ([\d.]+), .*name='{thing}'", made(text).program)
    assert heights
    assert all(float(height) > 0.2 for height in heights)
