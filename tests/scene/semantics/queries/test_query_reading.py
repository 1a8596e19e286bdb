"""How queries are read: the noun, which of several, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenewright.scene.english import Selector
from scenewright.scene.semantics.queries import read_query
from tests.support.query_readings import shape

WORDS = st.sampled_from(
    [
        "the",
        "a",
        "red",
        "second",
        "largest",
        "leftmost",
        "chair",
        "table",
        "on",
        "top",
        "of",
        "next",
        "to",
        "left",
        "right",
        "in",
        "corner",
        "wall",
        "between",
        "and",
        "with",
        "it",
        "which",
        "is",
        "what",
        "where",
        "nearest",
        "other",
        "two",
        "smaller",
        "behind",
        "under",
        "lamp",
        "of",
        "one",
        "ones",
    ]
)


@pytest.mark.parametrize(
    ("query", "noun", "where"),
    [
        ("the red cup on the desk", "red cup", ("on:desk",)),
        ("Where is the lamp next to the bed?", "lamp", ("next_to:bed",)),
        ("chair to the left of the table", "chair", ("left_of:table",)),
        ("the plant in the corner", "plant", ("corner:",)),
        ("pictures on the back wall", "pictures", ("wall:back",)),
        ("the desk against the left wall", "desk", ("against:left",)),
        ("what is on the counter?", "", ("on:counter",)),
        ("what lies between the bath and the door", "", ("between:bath,door",)),
        ("the chair at the end of the table", "chair", ("end:table",)),
        ("the table with the cups on it", "table", ("supports:cups",)),
        ("the widest piece of furniture", "furniture", ()),
        ("something made of stone", "stone thing", ()),
        ("find the chair on the left", "chair", ("side:left",)),
        ("the nearest stool to the bar", "stool", ("nearest:bar",)),
        ("the second farthest stool from the bar", "stool", ("farthest:bar",)),
        ("the tv stand next to the sofa", "tv stand", ("next_to:sofa",)),
        ("the stool not far from the bar", "stool", ("near:bar",)),
        ("the bench round the tree", "bench", ("around:tree",)),
        ("the round bench", "round bench", ()),
    ],
)
def test_what_is_looked_for_and_where(query: str, noun: str, where: tuple[str, ...]) -> None:
    assert shape(read_query(query)) == (noun, where)


@pytest.mark.parametrize(
    ("query", "selector"),
    [
        ("the tallest tree", Selector("height", True)),
        ("the second largest picture", Selector("size", True, 2)),
        ("third tallest pine", Selector("height", True, 3)),
        ("leftmost cup", Selector("screen_x", False)),
        ("one of the smaller desks", Selector("size", False, 1, comparative=True)),
        ("the middle lamp", Selector("middle")),
        ("the nearest chair", Selector("screen_depth", False)),
        ("the upper drawers", Selector("level", True, 1, comparative=True)),
    ],
)
def test_which_of_several(query: str, selector: Selector) -> None:
    assert read_query(query).selectors == (selector,)


@pytest.mark.parametrize(
    ("query", "noun", "where"),
    [
        ("the picture that is hanging just above the bed", "picture", ("above:bed",)),
        ("which chair stands closest to the window?", "chair", ("nearest:window",)),
        ("the ball to the doll house's left", "ball", ("left_of:doll house",)),
        ("which wall does the bed stand against?", "wall", ("next_to:bed",)),
        ("the wall the desk stands against", "wall", ("next_to:desk",)),
        ("of the two paintings, the one farther from the door", "paintings", ("farthest:door",)),
        ("is there a lamp on the desk?", "lamp", ("on:desk",)),
        ("any cups here?", "cups", ()),
        ("what's hanging over the bed", "", ("above:bed",)),
        ("both beds along the back wall", "beds", ("against:back",)),
    ],
)
def test_many_wordings_say_the_same(query: str, noun: str, where: tuple[str, ...]) -> None:
    assert shape(read_query(query)) == (noun, where)


def test_denied_relations_are_kept_apart() -> None:
    (where,) = read_query("the chair that isn't next to the table").where
    assert where.negated
    assert (where.kind, where.targets[0].noun) == ("next_to", "table")


def test_the_second_from_something() -> None:
    (where,) = read_query("the second mug from the bowl").where
    assert (where.kind, where.ordinal, where.targets[0].noun) == ("nearest", 2, "bowl")


def test_which_is_tallest_and_the_taller_of_two() -> None:
    for query in ("which chair is tallest?", "the taller of the two chairs"):
        reading = read_query(query)
        assert reading.noun.startswith("chair")
        assert reading.selectors == (Selector("height", True),)


def test_a_second_relation_belongs_to_its_neighbour_or_the_first() -> None:
    reading = read_query("the toy on the mat nearest the bed")
    assert shape(reading) == ("toy", ("on:mat",))
    (mat,) = reading.where[0].targets
    assert shape(mat) == ("mat", ("nearest:bed",))
    assert [shape(r) for r in reading.others] == [("toy", ("on:mat", "nearest:bed"))]


def test_of_may_be_part_of_the_noun() -> None:
    reading = read_query("a chest of drawers")
    assert "chest of drawers" in {r.noun for r in (reading, *reading.others)}


def test_the_other_ones_are_told_apart() -> None:
    (where,) = read_query("the pan between the other two pans").where
    assert [(t.noun, t.other) for t in where.targets] == [("pans", True)]
    (where,) = read_query("the cup between the other two").where
    assert [(t.noun, t.other) for t in where.targets] == [("", True)]


def test_left_in_the_picture_is_not_left_of_the_thing() -> None:
    assert read_query("the top left drawer, as seen from the camera").seen
    assert not read_query("the top left drawer").seen


@given(st.lists(WORDS, min_size=1, max_size=12).map(" ".join))
def test_whatever_is_said_is_read(query: str) -> None:
    reading = read_query(query)
    for one in (reading, *reading.others):
        assert one.text == reading.text
        assert len(one.where) <= len(query.split())


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read(query: str) -> None:
    read_query(query)


def test_a_query_of_many_relations_has_few_readings() -> None:
    reading = read_query("the cup " + "on the table left of the chair " * 12)
    assert reading.noun == "cup"
    assert 1 <= len(reading.others) < 40
