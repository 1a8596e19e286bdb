"""Clauses that say more than a noun and a preposition: sizes in words, what is full, what lines walls, windows in lists."""

from __future__ import annotations

import pytest

from scenewright.app.writers.embedded.describing import describe
from scenewright.app.writers.embedded.description import Description
from scenewright.app.writers.embedded.selection import nouns_of
from tests.support.composed_rooms import catalogue, written
from tests.support.judged_clauses import clause, judged, without


def read(text: str) -> Description:
    return describe(text, nouns_of(catalogue()))


def links(text: str) -> set[tuple[str, str, str]]:
    """(kind, subject, first anchor or place) of all links."""
    description = read(text)
    words = [r.words for r in description.requests]
    return {(k.kind, words[k.subject], words[k.anchors[0]] if k.anchors else k.place) for k in description.links}


def counts(text: str) -> dict[str, int]:
    return {r.words: r.count for r in written(text)[0].description.requests if not r.expected}


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("A bathroom two metres wide and six metres long, with a bathtub.", (2.0, 6.0)),
        ("A hall three metres wide and nine metres deep with a runner.", (3.0, 9.0)),
        ("A four metre long pantry with a shelf.", (None, 4.0)),
        ("A studio 5 m wide with an easel.", (5.0, None)),
        ("A room with a table three metres long.", None),
    ],
)
def test_lengths_in_words_are_those_of_the_room(text: str, lengths: object) -> None:
    assert read(text).lengths == lengths


def test_stated_lengths_are_kept() -> None:
    room = written("A corridor two metres wide and nine metres long with a bench.")[1].room
    assert room is not None
    assert sorted((room.width, room.depth)) == [2.0, 9.0]


def test_a_narrow_room_is_long_and_a_plain_one_is_not() -> None:
    assert clause(judged("A long and narrow hallway with a bench."), "the room is long and narrow").shown
    assert not read("A hallway with a long bench.").long


def test_the_size_of_a_single_thing_is_no_count() -> None:
    description = read("A room with a table three metres long and a chair.")
    assert [(r.words, r.count) for r in description.requests] == [("table", 1), ("chair", 1)]
    assert description.aside[0][0] == "three metres long"


def test_a_window_in_a_list_has_its_own_relation() -> None:
    found = links("A kitchen with a vase on the counter, three stools, and a window above the sink.")
    assert ("under", "sink", "window") in found
    assert not any(subject in ("vase", "stool") and anchor == "sink" for _, subject, anchor in found)


def test_between_two_windows_ends_with_them() -> None:
    found = links("A living room with a fireplace between two windows and a pair of armchairs facing it.")
    assert ("between", "fireplace", "window") in found
    assert ("facing", "armchair", "fireplace") in found
    assert not any(kind == "between" and anchor == "armchair" for kind, _, anchor in found)


def test_the_windows_stand_on_both_sides() -> None:
    certificate = judged("A room with a fireplace between two windows.")
    assert clause(certificate, "the fireplace is between the two windows").shown


def test_large_things_of_a_list_leave_its_table() -> None:
    found = links("A cellar with a table with two cups and a ladder leaning against the wall.")
    assert ("against_wall", "ladder", "wall") in found
    assert not any(subject == "ladder" and anchor == "table" for _, subject, anchor in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bedroom with a blanket draped over the bed.", ("on", "blanket", "bed")),
        ("A room with a sofa and string lights overhead.", ("hanging", "string light", "ceiling")),
        ("A room with a floor lamp leaning over an armchair.", ("next_to", "floor lamp", "armchair")),
        ("A shop with shelves full of jars along one wall.", ("against_wall", "shelf", "wall")),
        ("A shop with dozens of bottles behind the counter.", ("behind", "bottle", "counter")),
        ("A greenhouse with a pot on a table on both sides.", ("against_wall", "table", "wall")),
        ("A study whose walls are lined with bookshelves.", ("against_wall", "bookshelf", "wall")),
    ],
)
def test_places_are_meant_as_they_are_said(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in links(text)


def test_dozens_are_of_what_follows() -> None:
    assert counts("A room with three stools in front of a counter and dozens of bottles behind it.")["bottle"] == 24


def test_piles_of_books_are_several() -> None:
    assert counts("A study with piles of books on the floor.") == {"pile of books": 3}


@pytest.mark.parametrize(
    ("text", "held", "least"),
    [
        ("A room with a shelf full of teddy bears.", "teddy bear", 8),
        ("A room with a shelf full of plants.", "plant", 8),
        ("A room with two shelves lined with jars.", "jar", 24),
        ("A room with a crate full of bottles.", "bottle", 6),
    ],
)
def test_what_is_full_is_filled(text: str, held: str, least: int) -> None:
    assert counts(text)[held] >= least
    full = [c for c in judged(text).clauses if " full of " in c.says]
    assert [c.shown for c in full] == [True]


def test_a_shelf_that_lost_its_things_is_not_full() -> None:
    text = "A room with a shelf full of teddy bears."
    certificate = judged(text, *(without("teddy_bear", which=0) for _ in range(counts(text)["teddy bear"] - 2)))
    full = [c for c in certificate.clauses if " full of " in c.says]
    assert [c.shown for c in full] == [False]


def test_the_next_shelf_is_not_in_the_full_one() -> None:
    found = links("A room with a bookcase full of books and a shelf full of plants.")
    assert ("inside", "plant", "shelf") in found
    assert ("inside", "shelf", "bookcase") not in found


def test_a_wall_of_things_is_a_wall_of_them() -> None:
    books = counts("A room with a wall of books.")
    assert books["bookcase"] == 3
    assert books["book"] > 100
    assert ("arranged", "clock", "") in links("A room with a wall of clocks.")
    assert ("arranged", "locker", "") in links("A room with a wall of lockers.")


def test_what_lines_the_walls_is_many() -> None:
    assert counts("A cellar lined with barrels.")["barrel"] >= 4
    assert counts("A cellar with three barrels.")["barrel"] == 3


def test_what_finds_no_place_in_a_bowl_is_told() -> None:
    told = {c.says: c.shown for c in judged("A room with a bowl of pineapples on a table.").clauses}
    assert told["the bowl has pineapples"] is False
    assert told["the bowl is on the table"]


@pytest.mark.parametrize(
    ("text", "holder", "count"),
    [
        ("A kitchen with two baskets of bread on the counter.", "basket of bread", 2),
        ("A florist with three buckets of roses.", "bucket of roses", 3),
        ("A kitchen with a bowl with lemons in it on the table.", "bowl of lemons", 1),
        ("A shop with a crate filled with oranges.", "crate of oranges", 1),
        ("A living room with a vase with tulips.", "vase of tulips", 1),
        ("A room with a violin on a stand.", "violin on a stand", 1),
    ],
)
def test_a_holder_and_what_fills_it_are_one_object(text: str, holder: str, count: int) -> None:
    assert counts(text)[holder] == count
    assert all(c.shown for c in judged(text).clauses if c.about in ("thing", "relation"))


def test_a_number_of_things_in_a_holder_is_counted() -> None:
    assert counts("A kitchen with a table and a bowl with two lemons on it.")["lemon"] == 2


def test_a_chair_in_the_color_of_wicker_is_not_told_as_woven() -> None:
    told = {c.says: c.shown for c in judged("A porch with a wicker bench and a wicker desk.").clauses}
    assert told["the desk is wicker"] is None


def test_string_lights_overhead_hang_from_the_ceiling() -> None:
    certificate = judged("A lounge with a sofa, a coffee table and string lights overhead.")
    assert clause(certificate, "the string lights are hanging from the ceiling").shown


def test_a_stack_is_where_its_lowest_thing_is() -> None:
    certificate = judged("A studio with a stack of bowls on the worktable.")
    assert clause(certificate, "the bowls are in a stack").shown
    assert clause(certificate, "the bowls are on the worktable").shown
