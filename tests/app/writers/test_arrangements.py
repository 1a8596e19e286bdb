"""How things stand to each other: what the text says of it is to be seen in the scene."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.app.writers.embedded.composer import Composition
from scenewright.scene.model import Entity, NodeKind, Scene
from tests.support.composed_rooms import written


def named(scene: Scene, name: str) -> list[Entity]:
    return [e for e in scene.entities() if e.kind == NodeKind.ASSET and e.name == name]


def at(entity: Entity) -> np.ndarray:
    """The middle of a thing seen from above, (x, z) metres."""
    return entity.bounds.mean(axis=0)[[0, 2]]


def front(entity: Entity) -> np.ndarray:
    m = entity.world_from_local
    return np.array([m[0, 2], m[2, 2]]) / np.hypot(m[0, 2], m[2, 2])


def looks_at(a: Entity, b: Entity) -> float:
    """Cosine between the front of one thing and the way to the other."""
    way = at(b) - at(a)
    return float(front(a) @ way / np.linalg.norm(way))


def extent(entities: list[Entity]) -> tuple[np.ndarray, np.ndarray]:
    return np.min([e.bounds[0] for e in entities], axis=0), np.max([e.bounds[1] for e in entities], axis=0)


def room(composition: Composition) -> tuple[float, float]:
    """Width and depth in metres."""
    line = next(r for r in composition.program.splitlines() if r.startswith("WIDTH, DEPTH"))
    width, depth = line.split("=")[1].split("#")[0].split(",")[:2]
    return float(width), float(depth)


def apart(entities: list[Entity]) -> bool:
    """Whether no two things meet."""
    boxes = np.array([e.bounds for e in entities])
    for k, box in enumerate(boxes):
        others = boxes[k + 1 :]
        meet = (others[:, 0] < box[1] - 1e-3).all(axis=1) & (others[:, 1] > box[0] + 1e-3).all(axis=1)
        if meet.any():
            return False
    return True


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A lounge with two armchairs facing each other.", "armchair"),
        ("A study where two chairs face one another.", "chair"),
        ("A den with two sofas facing each other across a coffee table.", "sofa"),
        ("A park with benches facing each other.", "bench"),
    ],
)
def test_seats_that_face_each_other_stand_opposite(text: str, word: str) -> None:
    _, scene = written(text)
    a, b = named(scene, word)
    assert looks_at(a, b) > 0.99
    assert looks_at(b, a) > 0.99
    deep = max(np.ptp(e.local_bounds, axis=0)[2] for e in (a, b))
    assert 1.1 <= np.linalg.norm(at(a) - at(b)) - deep <= 2.6


def test_a_table_between_two_seats_is_between_them() -> None:
    _, scene = written("A lounge with two armchairs facing each other and a coffee table between them.")
    chairs, (table,) = named(scene, "armchair"), named(scene, "coffee_table")
    assert np.linalg.norm(at(table) - (at(chairs[0]) + at(chairs[1])) / 2) < 0.05
    assert apart([*chairs, table])


def test_desks_back_to_back_leave_their_users_outside() -> None:
    _, scene = written("An office with two desks back to back, each with a chair.")
    a, b = named(scene, "desk")
    assert front(a) @ front(b) < -0.99
    assert looks_at(a, b) < -0.99
    assert np.linalg.norm(at(a) - at(b)) < 0.9
    for desk in (a, b):
        assert min(np.linalg.norm(at(c) - at(desk)) for c in named(scene, "chair")) < 1.0


@pytest.mark.parametrize(
    ("text", "word", "wall"),
    [
        ("A waiting room with five chairs in a row along the back wall.", "chair", "back"),
        ("A changing room with a row of lockers along the left wall and a bench.", "locker", "left"),
        ("A hall with three cabinets lined up against the right wall.", "cabinet", "right"),
    ],
)
def test_a_row_along_a_wall_is_straight_and_close(text: str, word: str, wall: str) -> None:
    composition, scene = written(text)
    things = named(scene, word)
    low, high = extent(things)
    width, depth = room(composition)
    across, along = (2, 0) if wall == "back" else (0, 2)
    assert high[across] - low[across] < max(np.ptp(t.bounds, axis=0)[across] for t in things) + 0.01
    edge = {"back": low[2] + depth / 2, "left": low[0] + width / 2, "right": width / 2 - high[0]}[wall]
    assert edge < 0.06
    places = sorted(t.bounds.mean(axis=0)[along] for t in things)
    assert np.ptp(np.diff(places)) < 0.01
    assert apart(things)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A hall with twelve chairs in two rows.", [6, 6]),
        ("A hall with twenty chairs in rows of five.", [5, 5, 5, 5]),
        ("A hall with three rows of four chairs.", [4, 4, 4]),
        ("A hall with chairs in two rows of three.", [3, 3]),
    ],
)
def test_rows_have_as_many_as_the_text_says(text: str, rows: list[int]) -> None:
    _, scene = written(text)
    chairs = named(scene, "chair")
    lines = np.unique(np.round([at(c)[1] for c in chairs], 2), return_counts=True)[1]
    assert lines.tolist() == rows
    assert len({tuple(np.round(front(c), 3)) for c in chairs}) == 1


def test_a_circle_looks_at_its_middle() -> None:
    _, scene = written("A therapy room with eight chairs in a circle.")
    chairs = named(scene, "chair")
    middle = np.mean([at(c) for c in chairs], axis=0)
    ways = [middle - at(c) for c in chairs]
    radius = [np.linalg.norm(w) for w in ways]
    assert np.ptp(radius) < 0.05
    assert all(front(c) @ w / np.linalg.norm(w) > 0.98 for c, w in zip(chairs, ways, strict=True))
    assert len(chairs) == 8


def test_a_u_of_desks_is_open_at_one_side() -> None:
    _, scene = written("A seminar room with nine desks in a U shape, each with a chair.")
    desks, chairs = named(scene, "desk"), named(scene, "chair")
    assert len(desks) == len(chairs) == 9
    turns = [tuple(np.round(front(d)).astype(int)) for d in desks]
    assert sorted(turns.count(t) for t in set(turns)) == [3, 3, 3]
    middle = np.mean([at(d) for d in desks], axis=0)
    for chair in chairs:  # people sit outside and look in
        assert front(chair) @ (middle - at(chair)) > 0.0


def test_mats_stand_in_a_grid_before_someone_who_is_no_object() -> None:
    composition, scene = written("A yoga studio with twelve mats facing the instructor.")
    mats = named(scene, "mat")
    assert len(mats) == 12
    assert len({tuple(np.round(front(m), 3)) for m in mats}) == 1
    assert len({round(float(at(m)[0]), 2) for m in mats}) * len({round(float(at(m)[1]), 2) for m in mats}) == 12
    assert "instructor" in {u.word for u in composition.unserved}


def test_pictures_of_a_gallery_wall_hang_together() -> None:
    _, scene = written("A hall with a gallery wall of five paintings.")
    pictures = named(scene, "painting")
    assert len(pictures) == 5
    low, high = extent(pictures)
    assert high[2] - low[2] < 0.06 or high[0] - low[0] < 0.06
    assert apart(pictures)
    assert len({round(float(p.bounds[0, 1]), 2) for p in pictures}) == 2


@pytest.mark.parametrize(
    ("text", "word", "below"),
    [
        ("A living room with a sofa and a shelf above the sofa.", "shelf", "sofa"),
        ("A laundry room with a dryer and a shelf above the dryer.", "shelf", "dryer"),
        ("A study with a desk and a bookshelf above it.", "bookshelf", "desk"),
        ("A bedroom with a bed and a painting above the bed.", "painting", "bed"),
    ],
)
def test_what_is_above_hangs_over_it(text: str, word: str, below: str) -> None:
    _, scene = written(text)
    (a,), (b,) = named(scene, word), named(scene, below)
    assert a.bounds[0, 1] > b.bounds[1, 1]
    low, high = b.bounds[:, [0, 2]] - 0.35
    assert (at(a) > low).all()
    assert (at(a) < high + 0.7).all()


def test_a_clock_over_the_door_is_over_it() -> None:
    composition, scene = written("A bedroom with a bed and a clock over the door.")
    (clock,) = named(scene, "clock")
    assert clock.bounds[0, 1] > 2.05
    assert "doors=[('front'" in composition.program
    _, depth = room(composition)
    assert depth / 2 - clock.bounds[1, 2] < 0.05


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("A bedroom, six by five metres, with a bed.", (6.0, 5.0)),
        ("A six-by-four-metre studio with a desk.", (6.0, 4.0)),
        ("A 4 by 3 m office with a desk.", (4.0, 3.0)),
        ("A study measuring four and a half by four metres with a desk.", (4.5, 4.0)),
    ],
)
def test_a_room_is_as_large_as_the_words_say(text: str, size: tuple[float, float]) -> None:
    composition, _ = written(text)
    assert composition.description.dimensions == size
    assert room(composition) == size
    assert composition.notes == []


def test_the_size_of_a_thing_is_not_that_of_its_room() -> None:
    composition, scene = written("A living room with a sofa and a rug 2 by 3 m.")
    assert composition.description.dimensions is None
    assert len(named(scene, "rug")) == 1
    assert any("2 by 3 m" in u.word for u in composition.unserved)


@pytest.mark.parametrize(
    ("text", "kind", "counts"),
    [
        ("A bedroom with a chest of drawers.", "bedroom", {"chest_of_drawers": 1}),
        ("A bedroom with a pair of slippers.", "bedroom", {"slipper": 1}),
        ("A bathroom with a stack of towels.", "bathroom", {"stack_of_towels": 1}),
        ("A classroom with four children's chairs.", "classroom", {"children_chair": 4}),
        ("A camp site with a tent.", "camp site", {"tent": 1}),
        ("A room with no chairs, just a table.", "room", {"table": 1, "chair": 0}),
    ],
)
def test_words_are_counted_as_a_person_counts_them(text: str, kind: str, counts: dict[str, int]) -> None:
    composition, scene = written(text)
    assert composition.description.zones[0].kind == kind
    assert {name: len(named(scene, name)) for name in counts} == counts


@pytest.mark.parametrize("place", ["pantry", "market", "camp site", "flower shop"])
def test_a_bare_name_of_a_place_is_a_place(place: str) -> None:
    composition, _ = written(f"A {place} with a chair.")
    assert composition.description.zones[0].words == place
    assert [r.words for r in composition.description.requests] == ["chair"]


@pytest.mark.parametrize(("count", "most"), [(100, 15.0), (500, 60.0)])
def test_many_things_are_all_placed(count: int, most: float) -> None:
    from time import process_time

    begun = process_time()
    composition, scene = written(f"A hall with {count} chairs.")
    assert process_time() - begun < most
    chairs = named(scene, "chair")
    assert len(chairs) == count
    assert composition.notes == []
    assert apart(chairs)
    width, depth = room(composition)
    low, high = extent(chairs)
    assert (np.abs([low, high])[:, [0, 2]] < (width / 2, depth / 2)).all()


def test_a_thing_asked_for_many_times_is_placed_each_time() -> None:
    from time import process_time

    begun = process_time()
    _, scene = written(f"A hall with {'a chair and ' * 40}a plant.")
    assert process_time() - begun < 15.0
    assert len(named(scene, "chair")) == 40
