"""What stands on, in and around the things of a list: *a table with four chairs and reading lamps on it*, *shelves with detergent*."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.model import Entity, NodeKind, Scene
from tests.support.composed_rooms import written
from tests.support.said_in_texts import arrangements, counts, links


def named(scene: Scene, name: str) -> list[Entity]:
    return [e for e in scene.entities() if e.kind == NodeKind.ASSET and e.name == name]


@pytest.mark.parametrize(
    ("text", "on_it", "beside_it"),
    [
        ("a library with a long table with four chairs and reading lamps on it", "reading lamp", "chair"),
        ("a workshop with a workbench with a stool, a toolbox and a vise on it", "toolbox", "stool"),
        ("a kitchen with an island with three stools and a fruit bowl on it", "fruit bowl", "stool"),
        ("a chapel with an altar with a bench and a cross and two candles on it", "cross", "bench"),
    ],
)
def test_seats_are_not_on_what_they_stand_at(text: str, on_it: str, beside_it: str) -> None:
    found = {(what, relation) for what, relation, _ in links(text)}
    assert (on_it, "on") in found
    assert (beside_it, "on") not in found


def test_all_that_a_stage_has_is_on_it() -> None:
    found = links("a hall with a stage with a piano and a microphone on it")
    assert {("piano", "on", "stage"), ("microphone", "on", "stage")} <= found


def test_things_at_the_end_of_a_list_are_on_its_desk() -> None:
    found = links("an office with a desk with a swivel chair, a monitor and a reading lamp on it")
    assert {("monitor", "on", "desk"), ("reading lamp", "on", "desk")} <= found


def test_a_lamp_that_stands_on_a_table_is_a_table_lamp() -> None:
    _, scene = written("a study with a desk with a reading lamp on it, and an armchair with a reading lamp next to it")
    heights = sorted(float(np.ptp(e.bounds, axis=0)[1]) for e in named(scene, "reading_lamp"))
    assert heights[0] < 0.7
    assert heights[1] > 1.1


def test_seats_around_it_are_around_the_table() -> None:
    assert ("chair", "around", "table") in links("a patio with a table with a parasol, six chairs around it")


def test_what_has_a_plant_on_it_has_the_place_between_windows() -> None:
    assert ("cabinet", "between", "window") in links("a room with a cabinet with a plant on it between the windows")


def test_a_trunk_with_a_place_of_its_own_is_no_part() -> None:
    assert counts("a bedroom with a bed, a dresser with a vase and a trunk at the foot of the bed")["trunk"] == 1


def test_a_corner_is_one_of_the_room() -> None:
    _, scene = written("a nursery with a crib and a teddy bear in the corner")
    (bear,) = named(scene, "teddy_bear")
    assert bear.bounds[0][1] < 0.01


@pytest.mark.parametrize("text", ["a laundry room with shelves with detergent", "a pantry with shelves with jam"])
def test_shelves_with_a_stuff_hold_several(text: str) -> None:
    asked = counts(text)
    shelves = asked.pop("shelf")
    assert shelves >= 2
    assert list(asked.values()) == [8 * shelves]


def test_furniture_after_what_shelves_hold_is_in_none() -> None:
    assert not any(what == "stool" for what, *_ in links("a pantry with shelves with jam and a stool"))


def test_two_things_on_the_same_shelves_have_boards_each() -> None:
    _, scene = written("a pantry with shelves with jam and honey")
    levels = [{round(float(e.bounds[0][1]), 2) for e in named(scene, name)} for name in ("jam", "honey")]
    assert levels[0]
    assert levels[1]
    assert not levels[0] & levels[1]


@pytest.mark.parametrize(("place", "books"), [("a laundry room", False), ("a study", True)])
def test_books_are_where_a_place_has_them(place: str, books: bool) -> None:
    composition, _ = written(f"{place} with two shelves", "none")
    assert ("empty" in composition.program) is not books


def test_covers_hang_at_each_window() -> None:
    _, scene = written("a living room with two windows and terracotta curtains", "light")
    assert len(named(scene, "curtains")) == 2


def test_rows_look_at_what_such_a_place_looks_at() -> None:
    text = "a computer lab with two rows of desks and a whiteboard on the back wall"
    composition, _ = written(text, "none")
    words = [request.words for request in composition.description.requests]
    faced = {
        (words[k.subject], words[k.anchors[0]])
        for k in composition.description.links
        if k.kind == "facing" and k.anchors
    }
    assert ("desk", "whiteboard") in faced
    assert "rows|2|0" in arrangements(text)


def test_desks_face_each_other_with_a_seat_at_each() -> None:
    _, scene = written("an office with two desks facing each other", "none")
    ahead = [e.world_from_local[[0, 2], 2] for e in named(scene, "desk")]
    assert float(ahead[0] @ ahead[1]) < -0.9
    assert len(named(scene, "office_chair")) == 2


def test_stools_of_tables_are_two_at_each() -> None:
    assert counts("a bakery with two tables with stools")["stool"] == 4


def test_lamps_spread_over_the_ceiling() -> None:
    _, scene = written("a room 6 m wide and 4 m deep with two ceiling lights hanging from the ceiling")
    at = [e.bounds.mean(axis=0) for e in named(scene, "ceiling_light")]
    assert abs(at[0][0] - at[1][0]) > 2.0


def test_a_mobile_hangs_low_over_its_crib() -> None:
    _, scene = written("a nursery with a crib and a mobile hanging from the ceiling above the crib")
    (mobile,), (crib,) = named(scene, "mobile"), named(scene, "crib")
    assert 0.2 < mobile.bounds[0][1] - crib.bounds[1][1] < 0.5


def test_pillows_lie_at_the_head_of_a_bed() -> None:
    _, scene = written("a guest room with a double bed with two pillows and a folded blanket on it")
    (bed,) = named(scene, "bed")
    ahead = bed.world_from_local[:3, 2] / np.linalg.norm(bed.world_from_local[:3, 2])
    along = {
        name: [float(e.bounds.mean(axis=0) @ ahead) for e in named(scene, name)]
        for name in ("pillow", "folded_blanket")
    }
    assert max(along["pillow"]) < min(along["folded_blanket"])


def test_flower_pots_of_shelves_are_on_them() -> None:
    _, scene = written("a shed with shelves with flower pots")
    pots, shelves = named(scene, "flower_pot"), named(scene, "shelf")
    assert len(pots) > 6
    at = np.array([e.bounds.mean(axis=0)[[0, 2]] for e in shelves])
    away = [np.linalg.norm(at - e.bounds.mean(axis=0)[[0, 2]], axis=1).min() for e in pots]
    assert max(away) < 0.6
    assert max(float(e.bounds[0][1]) for e in pots) > 1.0


def test_furniture_with_things_of_its_own_opens_a_list() -> None:
    found = links("a craft room with a table with two stools and jars of brushes on it and shelves with yarn")
    assert ("yarn", "with", "shelf") in found
    assert not any(what == "shelf" for what, *_ in found)


def test_what_shelves_have_stays_on_them() -> None:
    found = links("a craft room with shelves with yarn and a sewing machine on a desk")
    assert ("sewing machine", "on", "desk") in found
    assert ("yarn", "on", "desk") not in found
