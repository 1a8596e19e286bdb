"""Things stand where people would expect them: in the window, on every wall, under a loft bed, over tables out of doors."""

from __future__ import annotations

import pytest

from scenewright.app.writers.embedded.plain_text import normalize
from scenewright.assets.recipe_book import own_recipes
from scenewright.scene.model import Entity, NodeKind, Scene
from tests.support.composed_rooms import written


def named(scene: Scene, name: str) -> list[Entity]:
    return [e for e in scene.entities() if e.kind == NodeKind.ASSET and e.name == name]


def test_plants_in_the_window_stand_at_the_sill() -> None:
    _, scene = written("A study with three plants in the window.")
    assert all(0.6 < plant.bounds[0, 1] < 1.0 for plant in named(scene, "small_plant"))
    assert len(named(scene, "small_plant")) == 3
    _, scene = written("A study with three plants by the window.")
    assert all(plant.bounds[0, 1] < 0.01 for plant in named(scene, "plant"))


def test_what_is_on_every_wall_is_on_four() -> None:
    _, scene = written("An empty room with acoustic panels on every wall.")
    assert scene.room is not None
    walls = {
        (axis, side)
        for panel in named(scene, "acoustic_panel")
        for axis, half in ((0, scene.room.width / 2), (2, scene.room.depth / 2))
        for side in (-1, 1)
        if abs(side * half - panel.bounds[(side + 1) // 2, axis]) < 0.05
    }
    assert len(named(scene, "acoustic_panel")) == 12
    assert len(walls) == 4


def test_a_desk_stands_under_the_loft_bed_that_is_over_it() -> None:
    composition, scene = written("A bedroom with a loft bed over a desk.")
    (bed,), (desk,) = named(scene, "loft_bed"), named(scene, "desk")
    assert (desk.bounds[0, [0, 2]] >= bed.bounds[0, [0, 2]] - 0.01).all()
    assert (desk.bounds[1, [0, 2]] <= bed.bounds[1, [0, 2]] + 0.01).all()
    assert composition.unserved == []


def test_string_lights_hang_between_poles_over_the_tables() -> None:
    composition, scene = written("A beer garden with string lights over long tables.")
    lights, poles, tables = (named(scene, name) for name in ("string_light", "light_pole", "table"))
    assert lights
    assert all(light.bounds[0, 1] > 1.9 for light in lights)
    assert len(poles) == 2 * len(lights)
    assert min(t.bounds[0, 2] for t in tables) < lights[0].bounds[0, 2] < max(t.bounds[1, 2] for t in tables)
    assert not any("ground" in note for note in composition.notes)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a 5 by 4 grid of potted plants", "4 rows of 5 potted plants"),
        ("7x7 of pots in a hall", "7 rows of 7 pots in a hall"),
        ("twenty lamps in a 5x4 grid", "twenty lamps in 4 rows of 5"),
        ("a room of 4 by 5 m", "a room of 4 by 5 m"),
        ("two facing benches", "two benches facing each other"),
    ],
)
def test_a_grid_is_read_as_rows(text: str, rows: str) -> None:
    assert normalize(text) == rows


def test_a_nursery_is_of_what_is_named_in_it() -> None:
    _, scene = written("A nursery with plants in rows.", "light")
    assert not named(scene, "crib")
    assert len(named(scene, "plant")) >= 12
    _, scene = written("A nursery with a plant and a crib.", "light")
    assert len(named(scene, "crib")) == 1
    assert named(scene, "changing_table")


def test_small_things_alone_stand_on_a_table_in_a_small_room() -> None:
    _, scene = written("A chessboard.", "light")
    (board,), (table,) = named(scene, "chessboard"), named(scene, "table")
    assert abs(board.bounds[0, 1] - table.bounds[1, 1]) < 0.01
    assert len(named(scene, "chair")) == 2
    assert scene.room is not None
    assert scene.room.width * scene.room.depth < 10.0


def test_each_of_several_tables_has_its_seats() -> None:
    _, scene = written("A staff room with three round tables.", "light")
    chairs = named(scene, "chair")
    for table in named(scene, "table"):
        middle = table.bounds.mean(axis=0)
        assert sum(abs(c.bounds.mean(axis=0) - middle)[[0, 2]].max() < 1.3 for c in chairs) >= 2


def test_a_cafe_in_a_park_is_out_of_doors_with_trees() -> None:
    composition, scene = written("A cafe in a park with round tables.", "light")
    assert scene.room is None
    assert composition.description.outdoor
    assert named(scene, "tree")
    assert len(named(scene, "bistro_chair")) >= 2 * len(named(scene, "table"))


def test_stools_belong_to_the_bar_not_to_the_pool_table() -> None:
    _, scene = written("A games room with a pool table, a bar table and four bar stools.")
    (bar,) = named(scene, "bar_table")
    (pool,) = named(scene, "pool_table")
    for stool in named(scene, "bar_stool"):
        at = stool.bounds.mean(axis=0)
        assert abs(at - bar.bounds.mean(axis=0))[[0, 2]].max() < abs(at - pool.bounds.mean(axis=0))[[0, 2]].max() + 0.6


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the cabin of a plane", "the plane cabin"),
        ("The lobby of a small hotel with a sofa", "The small hotel lobby with a sofa"),
        ("the waiting room of a dentist", "the waiting room of a dentist"),
        ("a picture of a cat", "a picture of a cat"),
    ],
)
def test_a_place_is_named_by_what_it_belongs_to(text: str, read: str) -> None:
    assert own_recipes().put_first(text) == read


def test_things_named_after_who_uses_them_are_these_things() -> None:
    composition, _ = written("An office with a director's chair.")
    assert [r.words for r in composition.description.requests if not r.expected] == ["director's chair"]
