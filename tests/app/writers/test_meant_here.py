"""What a name means where the text puts the thing, and names of several words that are one object."""

from __future__ import annotations

import pytest

from scenewright.app.writers.embedded.composer import compose
from tests.support.composed_rooms import catalogue


def program_of(text: str) -> str:
    return compose(text, catalogue()).program


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a study with a brown horse on the desk", "brown toy horse"),
        ("a living room with a lighthouse on a shelf", "toy lighthouse"),
        ("a kids bedroom with a tractor on the low table", "toy tractor"),
    ],
)
def test_large_things_on_furniture_are_small_ones(text: str, words: str) -> None:
    assert f"asset_call('{words}'" in program_of(text)


def test_a_tractor_in_a_barn_is_a_real_one() -> None:
    assert "asset_call('tractor'" in program_of("a tractor in a barn")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a hallway with a red umbrella", "red rain umbrella"),
        ("a hallway with an umbrella in an umbrella stand", "closed umbrella"),
        ("a terrace with a table and an umbrella over it", "umbrella"),
    ],
)
def test_an_umbrella_is_what_its_place_needs(text: str, words: str) -> None:
    assert f"asset_call('{words}'" in program_of(text)


@pytest.mark.parametrize("way", ["with tracks", "on tracks", "on a track"])
def test_a_toy_train_and_its_track_are_one(way: str) -> None:
    composed = compose(f"a playroom with a toy train {way} on the rug", catalogue())
    assert [r.known for r in composed.description.requests if r.count and not r.expected][:1] == [f"toy train {way}"]


@pytest.mark.parametrize(("said", "known"), [("a set of jenga", "jenga"), ("a display of cheese", "cheese")])
def test_a_set_of_a_thing_is_the_thing(said: str, known: str) -> None:
    composed = compose(f"a living room with {said} on a table", catalogue())
    assert known in {r.known for r in composed.description.requests if not r.expected}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a living room with a black cat sleeping on the sofa", "black sleeping cat"),
        ("a living room. A dog is lying on the rug.", "lying dog"),
        ("a kitchen with a dog that sits beside the table", "sitting dog"),
        ("a living room with a cat on the sofa, and a sleeping bag", "cat"),
    ],
)
def test_an_animal_has_the_pose_that_is_told(text: str, words: str) -> None:
    assert f"asset_call('{words}'" in program_of(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a workshop with a workbench with tools on it", "tools"),
        ("a garage with tools on the wall", "wall tool"),
    ],
)
def test_tools_are_one_group_on_a_bench_or_wall(text: str, words: str) -> None:
    composed = compose(text, catalogue())
    assert {r.words: r.count for r in composed.description.requests if not r.expected}["tool"] == 1
    assert f"{words}'" in composed.program


@pytest.mark.parametrize(
    ("text", "there", "not_there"),
    [
        ("a kindergarten room with two tables and eight chairs", "kids table", "dining"),
        ("a playroom with a table and four chairs for the children", "kids chair", "upholstered"),
        ("a kids bedroom with a desk and a chair", "school chair", "kids chair"),
        ("a teenager's bedroom with a table and a chair", "table", "kids"),
    ],
)
def test_furniture_fits_the_children_it_is_for(text: str, there: str, not_there: str) -> None:
    program = program_of(text)
    assert f"{there}'" in program
    assert f"'{not_there}" not in program


def test_a_neon_sign_shows_the_word_that_it_says() -> None:
    assert "asset_call('open neon sign'" in program_of("a bar with a neon sign that says 'open' on the wall")


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("a bedroom with a blue shirt on the bed", "blue folded shirt"),
        ("a shop with jeans on a shelf", "folded jeans"),
        ("a bathroom with a towel on a towel rail", "hanging towel"),
        ("a bathroom with a towel on a stool", "towel"),
        ("a hall with a jacket on a coat stand", "jacket"),
        ("a living room with a balloon beside the sofa", "balloon"),
        ("a living room with balloons beside the sofa", "bunch of balloons"),
    ],
)
def test_clothes_lie_or_hang_and_balloons_are_bunches(text: str, there: str) -> None:
    assert f"asset_call('{there}'" in program_of(text)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("a model railway on a table with a tunnel and three trees", "model tunnel"),
        ("a model railway with a fir tree beside it", "model fir tree"),
        ("an umbrella in an umbrella stand", "empty umbrella stand"),
    ],
)
def test_what_stands_by_or_in_a_thing_is_as_it_needs(text: str, there: str) -> None:
    assert f"asset_call('{there}'" in program_of(text)
