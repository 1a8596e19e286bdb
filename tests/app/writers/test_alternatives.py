"""Rooms of one sentence differ by their seed, and what the sentence says holds in all of them."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from scenewright.app.writers.embedded.alternatives import RoomFrame, arranged, turned_proportion
from scenewright.app.writers.embedded.composer import Composition, compose
from scenewright.app.writers.embedded.description import Description
from scenewright.assets import Catalogue
from scenewright.assets.recipe_book import own_recipes, parse_recipe
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import FloatArray, Scene

SEEDS = range(8)
RECIPE = """
name = "map room"
about = "A room with charts."
kinds = ["map room"]
setting = "indoor"
proportion = [1.2, 1.6]
[[has]]
thing = "table"
text = "a table against the back wall"
[[has]]
thing = "chair"
text = "a chair at the [table]"
[[may]]
thing = "globe"
chance = 0.0
text = "a globe on the [table]"
[[arrangement]]
name = "two tables"
share = 20.0
proportion = [2.0, 2.0]
takes = ["globe"]
[arrangement.texts]
table = "two tables against the right wall"
chair = ""
"""


@cache
def made(text: str, seed: int) -> Composition:
    return compose(text, Catalogue.built_in(), seed=seed)


@cache
def scene_of(text: str, seed: int) -> Scene:
    return evaluate(made(text, seed).program, seed=seed, assets=Catalogue.built_in())


def middle(scene: Scene, name: str) -> FloatArray:
    at: FloatArray = np.mean(scene.find(name).bounds, axis=0)
    return at


def wall_of(scene: Scene, name: str) -> str:
    """The wall that a thing is nearest to."""
    assert scene.room is not None
    (x0, _, z0), (x1, _, z1) = scene.find(name).bounds
    w, d = scene.room.width / 2, scene.room.depth / 2
    gaps = {"left": x0 + w, "right": w - x1, "back": z0 + d, "front": d - z1}
    return min(gaps, key=lambda wall: gaps[wall])


def test_one_seed_is_one_room() -> None:
    again = compose("a living room", Catalogue.built_in(), seed=3)
    assert again.program == made("a living room", 3).program


def test_beds_stand_at_different_walls() -> None:
    walls = [wall_of(scene_of("a bedroom", seed), "bed") for seed in SEEDS]
    assert len(set(walls)) >= 2
    assert "front" not in walls


def test_rooms_differ_in_what_stands_in_them() -> None:
    programs = [made("a living room", seed).program for seed in range(16)]
    assert any("'loveseat'" in program for program in programs)
    assert any("sofa" in program and "sofa[1]" not in program and "'sofa'" in program for program in programs)
    assert len({program.count("name='armchair'") for program in programs}) >= 2


@pytest.mark.parametrize(
    ("text", "thing", "count"),
    [
        ("a living room with one sofa", "sofa", 1),
        ("a living room with three armchairs", "armchair", 3),
        ("an office with two bookshelves", "bookshelf", 2),
    ],
)
def test_the_number_of_the_text_holds(text: str, thing: str, count: int) -> None:
    for seed in SEEDS:
        assert sum(r.count for r in made(text, seed).description.requests if r.words == thing) == count, seed


@pytest.mark.parametrize("wall", ["left", "right", "back"])
def test_a_wall_of_the_text_holds_in_every_room(wall: str) -> None:
    for seed in SEEDS:
        assert wall_of(scene_of(f"a living room with a sofa against the {wall} wall", seed), "sofa") == wall, seed


@pytest.mark.parametrize(
    ("text", "frame", "turned"),
    [
        ("a sofa against the back wall", RoomFrame("left"), "a sofa against the left wall"),
        ("a sofa against the left wall", RoomFrame("left"), "a sofa against the back wall"),
        ("a lamp in the back right corner", RoomFrame("back", mirrored=True), "a lamp in the back left corner"),
        ("a lamp in the back left corner", RoomFrame("right"), "a lamp in the front right corner"),
        ("a stool to the left of the [bar]", RoomFrame("back", mirrored=True), "a stool to the right of the [bar]"),
        ("a stool to the left of the [bar]", RoomFrame("left"), "a stool to the left of the [bar]"),
        ("a fire against the right wall", RoomFrame("left"), "a fire against the back wall"),
        (
            "two trees on the left side of the place",
            RoomFrame(mirrored=True),
            "two trees on the right side of the place",
        ),
        ("a rug under the [bed]", RoomFrame("right", mirrored=True), "a rug under the [bed]"),
    ],
)
def test_a_frame_turns_walls_and_corners(text: str, frame: RoomFrame, turned: str) -> None:
    assert frame.text(text) == turned


def test_a_turned_room_is_deep_where_it_was_wide() -> None:
    assert turned_proportion((1.25, 2.0), "back") == (1.25, 2.0)
    assert turned_proportion((1.25, 2.0), "left") == (0.5, 0.8)


def test_an_arrangement_of_a_recipe_is_taken() -> None:
    recipe = parse_recipe(RECIPE.encode(), "map_room.toml")
    ways = [arranged(recipe, Description("a map room"), {}, seed)[0] for seed in range(30)]
    both = [way for way in ways if [line.thing for line in way.has] == ["table"]]
    assert 20 <= len(both) < len(ways)
    assert all(way.has[0].text.startswith("two tables against the ") and way.may[0].chance == 1.0 for way in both)
    assert all(way.proportion == (2.0, 2.0) for way in both)
    assert all(way.proportion == recipe.proportion and way.may[0].chance == 0.0 for way in ways if way not in both)


def test_ways_speak_of_what_is_there() -> None:
    text = RECIPE.replace(
        'text = "a chair at the [table]"', 'text = "a chair at the [table]"\nways = ["a chair beside the [globe]"]'
    )
    recipe = parse_recipe(text.replace("share = 20.0", "share = 0.1").encode(), "map_room.toml")
    chairs = {
        way.has[1].text
        for seed in range(30)
        for way in [arranged(recipe, Description("a map room"), {}, seed)[0]]
        if len(way.has) > 1
    }
    assert chairs == {"a chair at the [table]"}


def test_arrangements_place_what_lines_are_about() -> None:
    for recipe in own_recipes().recipes:
        for arrangement in recipe.arrangement:
            assert arrangement.texts, (recipe.name, arrangement.name)
            optional = {line.thing for line in (*recipe.may, *recipe.dress)}
            assert optional.issuperset(arrangement.takes), (recipe.name, arrangement.name)


def test_an_island_serves_as_the_table() -> None:
    found = [seed for seed in range(24) if "name='kitchen_island'" in made("a kitchen", seed).program]
    assert found
    for seed in found[:3]:
        scene = scene_of("a kitchen", seed)
        stools = [e for e in scene.entities() if e.name.startswith("bar_stool")]
        island = middle(scene, "kitchen_island")
        assert len(stools) == 3
        assert all(np.linalg.norm(np.mean(e.bounds, axis=0)[[0, 2]] - island[[0, 2]]) < 1.6 for e in stools)


def test_the_hood_hangs_over_its_stove() -> None:
    for seed in SEEDS:
        scene = scene_of("a kitchen", seed)
        hood, stove = middle(scene, "range_hood"), middle(scene, "stove")
        assert np.abs(hood - stove)[[0, 2]].max() < 0.35, seed


def test_rows_out_of_doors_stand_at_the_edge() -> None:
    for seed in SEEDS:
        scene = scene_of("a garden", seed)
        bushes = [e for e in scene.entities() if e.name.startswith("bush")]
        ground = np.abs(scene.find("ground").bounds).max(axis=0)
        edge = [min(ground[[0, 2]] - np.abs(np.mean(e.bounds, axis=0))[[0, 2]]) for e in bushes]
        assert max(edge, default=0.0) < 1.5, seed
