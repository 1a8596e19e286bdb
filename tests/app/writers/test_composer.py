"""The embedded writer: its programs evaluate, hold what was asked for, and look as a furnished room should."""

from __future__ import annotations

import csv
import itertools
import os
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenewright.app.furnishing.footprints import Footprint, turn_towards, turned
from scenewright.app.writers.embedded.composer import compose
from scenewright.app.writers.embedded.english import DescriptionError
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Entity, NodeKind, Scene, slug
from tests.support.composed_rooms import catalogue, written


def things(scene: Scene) -> list[Entity]:
    return [e for e in scene.entities() if e.kind == NodeKind.ASSET]


def named(scene: Scene, name: str) -> list[Entity]:
    return [e for e in things(scene) if e.name == name]


def supports(entity: Entity) -> str:
    assert entity.asset is not None
    return catalogue().find(entity.asset.words, k=1, meaning=False)[0].entry.support


def footprint(entity: Entity) -> Footprint:
    """Of the oriented box of a thing that stands upright."""
    low, high = entity.local_bounds
    m = entity.world_from_local
    centre = m[:3, :3] @ ((low + high) / 2) + m[:3, 3]
    turn = turn_towards(m[0, 2], m[2, 2])
    half = float(high[0] - low[0]) / 2, float(high[2] - low[2]) / 2
    circle = entity.asset is not None and "round" in entity.asset.words
    return Footprint(float(centre[0]), float(centre[2]), *half, turn, circle)


def front(entity: Entity) -> np.ndarray:
    m = entity.world_from_local
    return np.array([m[0, 2], m[2, 2]]) / np.hypot(m[0, 2], m[2, 2])


def towards(a: Entity, b: Entity) -> float:
    """Cosine between the front of `a` and the way to `b`."""
    way = (b.bounds.mean(axis=0) - a.bounds.mean(axis=0))[[0, 2]]
    return float(front(a) @ way / np.linalg.norm(way))


SCENES = [
    "A bedroom with a double bed against the back wall, two nightstands beside it, a lamp on each nightstand and a wardrobe in the corner.",
    "A living room with a sofa facing a TV on a TV stand, a coffee table in front of the sofa and a rug under the coffee table.",
    "A dining room with a round table surrounded by five chairs, a vase on the table and a pendant light above it.",
    "A study with a desk under the window, a chair at the desk, a laptop and a lamp on the desk, and two bookshelves along the wall.",
    "A bathroom with a bathtub next to the window, a toilet in the corner and a mirror above a vanity.",
    "A reading nook with an armchair in the corner, a side table next to it holding two books and a mug, and a floor lamp behind the armchair.",
]


@pytest.mark.parametrize("text", SCENES)
def test_programs_evaluate_cleanly_and_hold_what_was_asked_for(text: str) -> None:
    composition, scene = written(text)
    assert scene.warnings == ()
    assert composition.notes == []
    for request in composition.description.requests:
        asked = sum(r.count for r in composition.description.requests if r.words == request.words)
        assert len(named(scene, slug(request.words))) == asked, request.words


@pytest.mark.parametrize("text", SCENES)
def test_all_is_inside_the_room_and_nothing_meets_on_the_floor(text: str) -> None:
    _, scene = written(text)
    assert scene.room is not None
    half = np.array([scene.room.width / 2, scene.room.depth / 2])
    for entity in things(scene):
        low, high = entity.bounds
        assert np.all(low[[0, 2]] >= -half - 1e-3), entity.path
        assert np.all(high[[0, 2]] <= half + 1e-3), entity.path
        assert low[1] >= -1e-6, entity.path
        assert high[1] <= scene.room.height + 1e-3, entity.path
    standing = [e for e in things(scene) if supports(e) == "floor" and e.bounds[0, 1] < 0.01]
    for a, b in itertools.combinations(standing, 2):
        assert not footprint(a).overlaps(footprint(b), slack=2e-3), (a.path, b.path)


@pytest.mark.parametrize("text", SCENES)
def test_things_on_things_touch_them_and_not_each_other(text: str) -> None:
    _, scene = written(text)
    on: dict[str, list[Entity]] = {}
    for relation in scene.relations:
        if relation.kind in ("on", "inside") and len(relation.paths["a"]) == 1 and len(relation.paths["b"]) == 1:
            on.setdefault(relation.paths["b"][0], []).append(scene.find(relation.paths["a"][0]))
    for path, guests in on.items():
        host = scene.find(path)
        for guest in guests:
            x, z = guest.bounds.mean(axis=0)[[0, 2]]
            assert host.bounds[0, 0] - 0.01 <= x <= host.bounds[1, 0] + 0.01, guest.path
            assert host.bounds[0, 2] - 0.01 <= z <= host.bounds[1, 2] + 0.01, guest.path
            assert 0.0 < guest.bounds[0, 1] <= host.bounds[1, 1] + 0.01, guest.path
        for a, b in itertools.combinations(guests, 2):
            apart = a.bounds[0, 1] >= b.bounds[1, 1] - 1e-3 or b.bounds[0, 1] >= a.bounds[1, 1] - 1e-3
            assert apart or not footprint(a).overlaps(footprint(b), slack=2e-3), (a.path, b.path)


def test_furniture_stands_as_it_is_used() -> None:
    _, scene = written(SCENES[1])
    sofa, tv, stand, table = (named(scene, n)[0] for n in ("sofa", "tv", "tv_stand", "coffee_table"))
    assert towards(sofa, tv) > 0.8
    assert towards(tv, sofa) > 0.8
    assert towards(sofa, table) > 0.9
    assert tv.bounds[0, 1] == pytest.approx(stand.bounds[1, 1], abs=0.02)


def test_chairs_face_their_table() -> None:
    _, scene = written(SCENES[2])
    table = named(scene, "table")[0]
    chairs = named(scene, "chair")
    assert all(towards(chair, table) > 0.98 for chair in chairs)
    assert all(footprint(chair).distance(footprint(table)) < 0.4 for chair in chairs)
    light = named(scene, "pendant_light")[0]
    assert light.bounds[1, 1] == pytest.approx(scene.room.height, abs=0.01)  # type: ignore[union-attr]
    assert np.linalg.norm((light.bounds.mean(axis=0) - table.bounds.mean(axis=0))[[0, 2]]) < 0.1


def test_backs_are_at_walls_and_pictures_at_eye_height() -> None:
    _, scene = written("A hallway with a sideboard against the back wall and a painting above the sideboard.")
    assert scene.room is not None
    sideboard, painting = named(scene, "sideboard")[0], named(scene, "painting")[0]
    assert sideboard.bounds[0, 2] == pytest.approx(-scene.room.depth / 2, abs=0.05)
    assert front(sideboard) @ np.array([0.0, 1.0]) > 0.99
    assert painting.bounds[0, 2] == pytest.approx(-scene.room.depth / 2, abs=0.02)
    assert 1.2 < painting.bounds.mean(axis=0)[1] < 1.9
    assert abs(painting.bounds.mean(axis=0)[0] - sideboard.bounds.mean(axis=0)[0]) < 0.25


def test_corners_and_windows() -> None:
    _, scene = written("A room with a plant in the corner, and a desk under the window.")
    assert scene.room is not None
    plant, desk = named(scene, "plant")[0], named(scene, "desk")[0]
    gaps = [
        min(abs(abs(plant.bounds[k, a]) - half) for k in (0, 1))
        for a, half in ((0, scene.room.width / 2), (2, scene.room.depth / 2))
    ]
    assert max(gaps) < 0.25
    window = next(o for o in scene.room.openings if o.kind == "window")
    assert window.wall == "left"
    assert abs(desk.bounds.mean(axis=0)[2] - window.offset) < 0.5
    assert desk.bounds[0, 0] == pytest.approx(-scene.room.width / 2, abs=0.06)


def test_a_room_of_given_size_and_colours() -> None:
    _, scene = written("A 6 m by 5 m office with green walls, a desk and a chair.")
    assert scene.room is not None
    assert (scene.room.width, scene.room.depth) == (6.0, 5.0)
    wall = next(e for e in scene.entities(primitives=True) if "wall_back" in e.path and e.color is not None)
    assert wall.color is not None
    assert wall.color[1] > max(wall.color[0], wall.color[2])


def test_out_of_doors_there_is_a_ground_and_no_room() -> None:
    composition, scene = written("A park with a bench and a round table with four chairs around it.")
    assert scene.room is None
    assert "room(" not in composition.program
    ground = scene.find("ground")
    assert all(e.bounds[0, 1] >= -1e-6 for e in things(scene))
    assert np.all(ground.bounds[0, [0, 2]] <= scene.bounds[0, [0, 2]] + 1e-6)


def test_two_rooms_have_a_wall_between_them() -> None:
    _, scene = written("The living room has a sofa and a bookshelf. The kitchen has a table with two chairs.")
    partition = scene.find("partition").bounds.mean(axis=0)[0]
    sofa, table = named(scene, "sofa")[0].bounds, named(scene, "table")[0].bounds
    assert (sofa[1, 0] <= partition) != (table[1, 0] <= partition)


def test_the_program_is_the_text_of_the_same_scene_each_time() -> None:
    first, second = compose(SCENES[0], catalogue(), seed=3), compose(SCENES[0], catalogue(), seed=3)
    assert first.program == second.program
    assert first.unserved == second.unserved


def test_the_program_names_and_describes_what_it_places() -> None:
    composition, scene = written("A lounge with two worn red leather armchairs and a sofa.")
    assert "register(" in composition.program
    assert scene.root.name == "lounge"
    assert scene.root.phrase is not None
    assert scene.root.phrase.startswith("A lounge with two worn")
    assert [e.path for e in named(scene, "armchair")] == ["lounge/armchair", "lounge/armchair[1]"]
    first = named(scene, "armchair")[0]
    assert first.embedding is not None
    assert first.embedding.words == "worn red leather armchair"
    assert scene.cameras
    assert scene.lights
    assert scene.environment is not None


@pytest.mark.slow
def test_words_without_an_object_are_named_with_the_reason() -> None:
    composition, scene = written("A desk with a clepsydra and a lamp.")
    reasons = {u.word: u.reason for u in composition.unserved}
    assert "clepsydra" in reasons
    assert "catalogue" in reasons["clepsydra"] or "served by" in reasons["clepsydra"]
    assert named(scene, "lamp")


def test_more_things_than_a_surface_holds_are_placed_and_told_of() -> None:
    composition, scene = written("A side table with forty plates on it.")
    assert len(named(scene, "plate")) == 40
    assert composition.notes


def test_a_scene_of_nothing_that_is_known_still_is_a_program() -> None:
    composition, scene = written("A room with a clepsydra.")
    assert scene.room is not None
    assert composition.unserved


_NOUNS = [
    "bed",
    "sofa",
    "armchair",
    "desk",
    "bookshelf",
    "lamp",
    "vase",
    "book",
    "rug",
    "painting",
    "clepsydra",
    "zither",
    "floor lamp",
    "mug",
    "plant",
    "chair",
]
_ITEMS = st.tuples(
    st.sampled_from(["a", "two", "three", "several", "a small red", "an old wooden"]), st.sampled_from(_NOUNS)
)
_PLACES = st.sampled_from(
    [
        "",
        " next to the door",
        " on the desk",
        " in the corner",
        " against the wall",
        " under the window",
        " beside the bed",
    ]
)


def _phrase(item: tuple[str, str]) -> str:
    count, noun = item
    if count not in ("two", "three", "several"):
        return f"{count} {noun}"
    return f"{count} {'bookshelves' if noun == 'bookshelf' else noun + 's'}"


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(_ITEMS, _PLACES), min_size=1, max_size=5),
    st.sampled_from(["A bedroom with", "The office has", "There is", "In the den, there is"]),
)
def test_every_noun_is_placed_or_named(items: list[tuple[tuple[str, str], str]], opening: str) -> None:
    text = f"{opening} {', and '.join(_phrase(i) + place for i, place in items)}."
    composition = compose(text, catalogue(), dress="only")
    said = (
        {noun for (_, noun), _ in items}
        | {"desk" for _, p in items if "desk" in p}
        | {"bed" for _, p in items if "bed" in p}
    )
    placed = {r.words for r in composition.description.requests}
    unserved = {u.word for u in composition.unserved}
    for noun in said:
        assert noun in placed, (text, noun)
        written_down = f"name={slug(noun)!r}" in composition.program
        assert written_down or noun in unserved, (text, noun)


def test_footprints_turn_as_the_language_does() -> None:
    assert turned(0.0, 1.0, 90.0) == pytest.approx((1.0, 0.0))
    a, b = Footprint(0, 0, 0.5, 0.25, 45.0), Footprint(0.7, 0.7, 0.2, 0.2)
    assert not a.overlaps(Footprint(0.52, 0.52, 0.2, 0.2, 45.0))
    assert a.overlaps(Footprint(0.3, -0.3, 0.2, 0.2))
    assert not a.overlaps(b)
    table = Footprint(0, 0, 0.6, 0.6, 0.0, round=True)
    assert not table.overlaps(Footprint(0.6, 0.6, 0.1, 0.1))
    assert table.overlaps(Footprint(0.5, 0.0, 0.1, 0.1, 30.0))


@pytest.mark.slow
@pytest.mark.skipif("SCENEWRIGHT_DATA" not in os.environ, reason="SCENEWRIGHT_DATA is not set")
def test_scene_descriptions_all_become_programs() -> None:
    with open(
        Path(os.environ["SCENEWRIGHT_DATA"]) / "sceneeval" / "annotations.csv", encoding="utf-8", newline=""
    ) as file:
        texts = [row["Description"] for row in csv.DictReader(file)][::10]
    for text in texts:
        composition, scene = written(text)
        assert scene.room is not None
        unserved = {u.word for u in composition.unserved}
        for request in composition.description.requests:
            shown = request.count <= 0 or named(scene, slug(request.words))  # a vase of flowers is one object
            assert shown or request.words in unserved, (text, request.words)


@pytest.mark.parametrize(
    ("text", "said", "turned"),
    [
        ("A glass coffee table. A sofa is in front of the coffee table.", "'sofa', 'glass_coffee_table'", True),
        ("An armchair stands in front of the fireplace.", "'armchair', 'fireplace'", True),
        ("A stool stands in front of a bookshelf.", "'stool', 'bookshelf'", False),
        ("A coffee table is in front of the sofa.", "'coffee_table', 'sofa'", False),
    ],
)
def test_who_sits_before_a_table_or_a_fire_is_turned_to_it(text: str, said: str, turned: bool) -> None:
    composition, _ = written(text)
    assert f"in_front_of({said})" in composition.program
    assert (f"facing({said})" in composition.program) is turned


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A desk. A camera rests to the left of a laptop on it and a book lies to its right.", "right_of('book', 'laptop')"),
        ("A desk. A book lies to the left of a laptop on it and a mug stands to the right.", "right_of('mug', 'laptop')"),
        ("A counter. A bowl rests next to a kettle on it and a spoon lies on the right.", "right_of('spoon', 'kettle')"),
        ("A desk with a laptop. A mug sits right of the laptop.", "right_of('mug', 'laptop')"),
        ("A fireplace. Two plants stand on the floor, one on each side of it.", "left_of('plant[1]', 'fireplace')"),
    ],
)  # fmt: skip
def test_the_other_side_is_that_of_the_same_thing(text: str, said: str) -> None:
    composition, _ = written(text)
    assert said in composition.program


@pytest.mark.parametrize("number", ["1e400", "10**9", "2 ^ 8", "3E4", "99999999999"])
def test_a_number_that_is_not_read_is_refused_by_name(number: str) -> None:
    with pytest.raises(DescriptionError, match="number") as refusal:
        compose(f"a room with {number} chairs", catalogue())
    assert number in str(refusal.value)


def test_a_name_with_digits_is_no_power() -> None:
    said = compose("a room 3e with 4exits, a desk 2b and 12 chairs", catalogue(), dress="none")
    assert [r.count for r in said.description.requests if "chair" in r.words] == [12]


def test_what_nothing_stands_on_carries_nothing() -> None:
    """A lamp has no top: what is to be in it gets another place, and that is said."""
    made = compose("two nightstands in a front lamp", catalogue())
    assert any("stands beside it" in note for note in made.notes)
    evaluate(made.program, assets=catalogue())


def test_a_long_text_is_refused_with_what_reads_it() -> None:
    with pytest.raises(DescriptionError, match=r"say it shorter, or let a language model .* 4,000 words"):
        compose("a chair and " * 1333 + "a", catalogue())


def test_things_without_a_place_are_counted() -> None:
    notes = compose("a tiny shelf with forty vases on it", catalogue()).notes
    said = [re.search(r"vase \((\d+) of them\): there was no room for it", note) for note in notes]
    assert sum(match is not None for match in said) == 1
    assert max(int(match[1]) for match in said if match) > 10
