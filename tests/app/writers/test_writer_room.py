"""What the embedded writer does where a thing has no room for all that the text puts on it."""

from __future__ import annotations

import re

import numpy as np
import pytest

from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.model import Entity, NodeKind, Scene
from tests.support.composed_rooms import catalogue, written


def named(scene: Scene, name: str) -> list[Entity]:
    return [e for e in scene.entities() if e.kind == NodeKind.ASSET and e.name == name]


def size(entity: Entity) -> np.ndarray:
    low, high = entity.local_bounds
    return (high - low) * np.linalg.norm(entity.world_from_local[:3, :3], axis=0)


def usual(words: str) -> np.ndarray:
    return np.ptp(catalogue().resolve(words, None, 0).hull, axis=0)


def on(scene: Scene) -> dict[str, set[str]]:
    """What is on or in each thing, by name."""
    found: dict[str, set[str]] = {}
    for relation in scene.relations:
        if relation.kind in ("on", "inside"):
            for path in relation.paths["b"]:
                found.setdefault(path.split("/", 1)[1], set()).update(p.split("/", 1)[1] for p in relation.paths["a"])
    return found


def test_nothing_is_put_on_what_has_no_level_place():
    composition, scene = written("A low table with a plush elephant on it and a plush lion on top of the elephant.")
    assert "plush_elephant" not in on(scene)
    assert any("lion" in n and "no level place" in n for n in composition.notes)
    (lion,), (table,) = named(scene, "plush_lion"), named(scene, "table")
    assert lion.bounds[0, 1] == pytest.approx(table.bounds[1, 1], abs=0.02)
    assert size(lion) == pytest.approx(usual("plush lion"), rel=0.21)


def test_things_without_level_tops_are_not_piled():
    _, scene = written("A kitchen with a wicker basket that holds six cloth napkins.")
    bottoms = [n.bounds[0, 1] for n in named(scene, "napkin")]
    assert len(bottoms) == 6
    assert len([b for b in bottoms if b > 0.1]) == 1
    problem = problem_of(scene, bodies_of(scene, provider=catalogue()))
    certificate = certify(scene, provider=catalogue(), problem=problem)
    assert not [v for v in certificate.violations if any("napkin" in p for p in v.paths)]


def test_a_second_host_takes_what_the_first_has_no_room_for():
    """The second is another thing of the same words."""
    composition, scene = written("A living room with three small side tables and three vases on a side table.")
    hosts = on(scene)
    assert {h.split("[")[0] for h in hosts} == {"side_table"}
    assert len(hosts) >= 2
    assert len(set.union(*hosts.values())) == 3
    for vase in named(scene, "vase"):
        assert size(vase) == pytest.approx(usual("vase"), rel=0.21)
    assert not [n for n in composition.notes if "beside" in n]


def test_a_larger_host_is_taken_unless_a_small_one_is_asked_for():
    """Larger hosts come before smaller things on them."""
    text = "A bathroom with a {}wicker basket that holds four folded towels."
    large, scene = written(text.format(""))
    (basket,) = named(scene, "basket")
    assert size(basket)[0] > 1.1 * usual("wicker basket")[0]
    small, scene = written(text.format("small "))
    (basket,) = named(scene, "basket")
    assert size(basket) == pytest.approx(usual("small wicker basket"), rel=1e-3)
    assert all(n.startswith("folded towel") for n in (*large.notes, *small.notes))


@pytest.mark.parametrize(
    "text",
    [
        "A bathroom with a wicker basket that holds four folded towels.",
        "A bedroom with a small stool that holds a teddy bear, a lamp and a vase.",
        "A study with a narrow shelf that holds a globe and a microscope.",
        "A bedroom with a bed and two storage boxes under the bed.",
        "A hall with a vase that holds fresh flowers.",
    ],
)
def test_what_is_made_much_smaller_is_told(text: str):
    composition, _ = written(text)
    made = re.findall(r"asset_call\('([^']+)', size=\(([^)]+)\)\)", composition.program)
    smaller = [w for w, box in made if (np.array([float(v) for v in box.split(",")]) / usual(w)).min() < 0.79]
    told = [n for n in composition.notes if "as large as usual" in n]
    assert len(told) >= len({w.split()[-1] for w in smaller})
    for words in smaller:
        assert any(words.split()[-1].rstrip("s") in note for note in told), words


def test_a_picture_that_has_no_room_where_it_is_to_stand_hangs():
    composition, scene = written("A studio with an easel holding a canvas and a stool.")
    (canvas,) = named(scene, "canvas")
    assert "easel" not in on(scene)
    assert canvas.bounds[0, 1] > 0.3
    assert any("hangs on the wall" in note for note in composition.notes)


def test_what_stands_on_the_floor_for_want_of_room_is_said_to():
    composition, scene = written("A playroom with a toy bin that holds twelve balls.")
    left = [b for b in named(scene, "ball") if b.bounds[0, 1] < 1e-6]
    said = {p for r in scene.relations if r.kind == "on" and "room/floor" in r.paths["b"][0] for p in r.paths["a"]}
    assert left
    assert {b.path for b in left} == said
    assert any("beside it" in note for note in composition.notes)
