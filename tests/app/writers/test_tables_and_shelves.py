"""Tables with their seats and settings, and shelves that are filled level by level."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.model import Entity, NodeKind, Scene
from tests.support.composed_rooms import catalogue, written


def named(scene: Scene, name: str) -> list[Entity]:
    return [e for e in scene.entities() if e.kind == NodeKind.ASSET and e.name == name]


def at(entity: Entity) -> np.ndarray:
    return entity.bounds.mean(axis=0)[[0, 2]]


def front(entity: Entity) -> np.ndarray:
    m = entity.world_from_local
    return np.array([m[0, 2], m[2, 2]]) / np.hypot(m[0, 2], m[2, 2])


def violations(scene: Scene) -> list[str]:
    problem = problem_of(scene, bodies_of(scene, provider=catalogue()))
    return [f"{v.kind}: {v.paths}" for v in certify(scene, provider=catalogue(), problem=problem).violations]


@pytest.mark.parametrize(
    ("text", "tables", "seats"),
    [
        ("A restaurant with ten tables of four.", 10, 4),
        ("A dining room with a table for six.", 1, 6),
        ("A dining room with a six-seater table.", 1, 6),
        ("A dining room with a round table for ten people.", 1, 10),
        ("A cafe with three square tables, each with four chairs.", 3, 4),
        ("A dining hall with a table that is set for twelve.", 1, 12),
    ],
)
def test_each_table_has_its_seats(text: str, tables: int, seats: int) -> None:
    _, scene = written(text)
    found, chairs = named(scene, "table"), named(scene, "chair")
    assert len(found) == tables
    assert len(chairs) == tables * seats
    nearest = [int(np.argmin([np.linalg.norm(at(c) - at(t)) for t in found])) for c in chairs]
    assert np.bincount(nearest).tolist() == [seats] * tables
    for chair, number in zip(chairs, nearest, strict=True):
        way = at(found[number]) - at(chair)
        assert front(chair) @ way / np.linalg.norm(way) > 0.5
    assert violations(scene) == []


def test_chairs_are_square_to_a_table_with_corners() -> None:
    _, scene = written("A dining room with a square table for six and a canteen table for five.")
    for chair in named(scene, "chair"):
        assert np.abs(front(chair)).max() > 0.999


def test_a_table_is_as_long_as_its_seats_need() -> None:
    lengths = []
    for seats in (4, 8, 14):
        _, scene = written(f"A hall with a table for {seats}.")
        (table,) = named(scene, "table")
        lengths.append(float(np.ptp(table.bounds, axis=0)[[0, 2]].max()))
        assert lengths[-1] >= 0.58 * (seats - 2) / 2
    assert lengths == sorted(lengths)


def test_tables_leave_aisles() -> None:
    _, scene = written("A restaurant with twelve tables of four.")
    tables, chairs = named(scene, "table"), named(scene, "chair")
    taken = []
    for table in tables:
        own = [table, *(c for c in chairs if np.linalg.norm(at(c) - at(table)) < 1.3)]
        taken.append(
            (np.min([e.bounds[0] for e in own], axis=0)[[0, 2]], np.max([e.bounds[1] for e in own], axis=0)[[0, 2]])
        )
    for k, (low, high) in enumerate(taken):
        for other_low, other_high in taken[k + 1 :]:
            assert np.maximum(other_low - high, low - other_high).max() > 0.6


@pytest.mark.parametrize(
    "text",
    [
        "A dining room with a table set for eight: each setting has a plate, a glass, a fork and a knife.",
        "A dining room with a table for eight and a plate, a glass, a fork and a knife per setting.",
        "A dining room with a table for eight and a plate, a glass, a fork and a knife at each place.",
    ],
)
def test_each_seat_has_its_setting(text: str) -> None:
    _, scene = written(text)
    (table,) = named(scene, "table")
    chairs, plates = named(scene, "chair"), named(scene, "plate")
    assert len(chairs) == 8
    for word in ("plate", "glass", "fork", "knife"):
        assert len(named(scene, word)) == 8, word
    for chair in chairs:
        plate = min(plates, key=lambda p: np.linalg.norm(at(p) - at(chair)))
        ahead = front(chair)
        right = np.array([-ahead[1], ahead[0]])
        assert abs((at(plate) - at(chair)) @ right) < 0.05
        fork, knife, glass = (
            min(named(scene, w), key=lambda e: np.linalg.norm(at(e) - at(plate))) for w in ("fork", "knife", "glass")
        )
        assert (at(fork) - at(plate)) @ right < -0.1
        assert (at(knife) - at(plate)) @ right > 0.1
        assert (at(glass) - at(plate)) @ ahead > 0.1
    assert all(p.bounds[0, 1] == pytest.approx(table.bounds[1, 1], abs=0.01) for p in plates)
    assert violations(scene) == []


def test_seats_that_are_named_are_those_of_the_table() -> None:
    _, scene = written("A kitchen with a table for four with stools.")
    assert len(named(scene, "stool")) == 4
    assert named(scene, "chair") == []


@pytest.mark.parametrize(
    ("text", "word", "host", "least"),
    [
        ("A bookstore with at least 50 books.", "book", "bookshelf", 50),
        ("A study with two bookcases full of books.", "book", "bookcase", 60),
        ("A cellar with a metal rack filled with bottles.", "bottle", "rack", 16),
        ("A shop with three shelves stocked with jars.", "jar", "shelf", 24),
    ],
)
def test_filled_shelves_hold_things_on_several_levels(text: str, word: str, host: str, least: int) -> None:
    _, scene = written(text)
    things, hosts = named(scene, word), named(scene, host)
    assert len(things) >= least
    levels = set()
    for thing in things:
        inside = [
            h
            for h in hosts
            if (at(thing) >= h.bounds[0, [0, 2]] - 0.02).all() and (at(thing) <= h.bounds[1, [0, 2]] + 0.02).all()
        ]
        assert inside, f"{thing.path} stands in none"
        assert thing.bounds[0, 1] > 0.02
        levels.add(round(float(thing.bounds[0, 1]), 2))
    assert len(levels) >= 3
    assert violations(scene) == []


def test_books_stand_upright() -> None:
    _, scene = written("A library with a bookcase full of books.")
    for book in named(scene, "book"):
        width, height, depth = np.ptp(book.bounds, axis=0)
        assert height > 0.2
        assert min(width, depth) < 0.05


@pytest.mark.parametrize(("level", "low", "high"), [("top", 0.6, 1.1), ("bottom", 0.0, 0.25)])
def test_a_level_that_is_named_holds_them(level: str, low: float, high: float) -> None:
    _, scene = written(f"A kitchen with a three-level shelf: the {level} level holds at least 10 jars.")
    jars, (shelf,) = named(scene, "jar"), named(scene, "shelf")
    assert len(jars) >= 10
    heights = {round(float(j.bounds[0, 1]), 2) for j in jars}
    assert len(heights) == 1
    tall = float(shelf.bounds[1, 1])
    assert low * tall <= heights.pop() <= high * tall
    assert violations(scene) == []


def test_two_levels_of_one_shelf_hold_different_things() -> None:
    _, scene = written(
        "A store room with a shelf. The top shelf holds six jars and the bottom shelf holds four bottles."
    )
    jars, bottles = named(scene, "jar"), named(scene, "bottle")
    assert len(jars) == 6
    assert len(bottles) == 4
    assert min(j.bounds[0, 1] for j in jars) > max(b.bounds[1, 1] for b in bottles)


@pytest.mark.parametrize(
    ("text", "word", "count"),
    [
        ("A study with a desk and a stack of five magazines on it.", "magazine", 5),
        ("A garage with a stack of three boxes in the corner.", "box", 3),
        ("A living room with a sofa and a pile of cushions in the corner.", "cushion", 4),
    ],
)
def test_a_stack_stands_one_on_the_other(text: str, word: str, count: int) -> None:
    _, scene = written(text)
    things = sorted(named(scene, word), key=lambda e: e.bounds[0, 1])
    assert len(things) == count
    for below, above in itertools.pairwise(things):
        assert above.bounds[0, 1] == pytest.approx(below.bounds[1, 1], abs=0.03)
        assert np.linalg.norm(at(above) - at(below)) < 0.02


def test_a_clothes_rail_shows_its_clothes() -> None:
    composition, scene = written("A bedroom with a hanging rail with clothes.")
    assert len(named(scene, "rail")) == 1
    assert "clothes rail" in composition.program
    assert any("shows them" in note for note in composition.notes)


def test_goods_of_a_recipe_keep_off_each_other() -> None:
    text = (
        "a toy shop with shelves of teddy bears, a toy train on a round table in the middle and balloons at the counter"
    )
    boxes = named(written(text, dress="light")[1], "game_box")
    assert len(boxes) > 2
    for a, b in itertools.combinations(boxes, 2):
        apart = np.abs(at(a) - at(b))
        level = abs(a.bounds[0, 1] - b.bounds[0, 1]) < 0.1
        assert not level or (apart > 0.2).any()
