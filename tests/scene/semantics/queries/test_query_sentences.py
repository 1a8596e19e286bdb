"""Sentences about where things are: orders, clauses, what is said before and after, choices of two, and counting from an end."""

from __future__ import annotations

import pytest

from scenewright.scene.english import Selector
from scenewright.scene.semantics.queries import read_query
from scenewright.scene.semantics.queries.clauses import describes_only, has_clause
from tests.support.query_readings import shape


@pytest.mark.parametrize(
    ("query", "noun", "where"),
    [
        ("Robot, empty the bin that stands under the desk!", "bin", ("under:desk",)),
        ("please bring me the cup next to the sink", "cup", ("next_to:sink",)),
        ("can you hand me the tool closest to the mug, please?", "tool", ("nearest:mug",)),
        ("whatever is hanging over the bed", "", ("above:bed",)),
        ("what is just to the right of the telephone", "", ("right_of:telephone",)),
        ("what did somebody leave on the floor next to the bench", "", ("floor:", "next_to:bench")),
        ("the chair standing partly on the rug", "chair", ("on:rug",)),
        ("the ball that has rolled under the bed", "ball", ("under:bed",)),
        ("the basket tucked under the table", "basket", ("under:table",)),
        ("lamp by bed", "lamp", ("next_to:bed",)),
        ("chair near of window", "chair", ("near:window",)),
        ("the chair left from the door", "chair", ("left_of:door",)),
        ("the table halfway between the bed and the door", "table", ("between:bed,door",)),
        ("the armchair with its back to the window", "armchair", ("away:window",)),
        ("the stool made of plain wood", "plain wood stool", ()),
        ("chairs which are made of wood", "wood chairs", ()),
        ("the blocks right in the middle of the rug", "blocks", ("centre:rug",)),
    ],
)
def test_wordings_of_a_place(query: str, noun: str, where: tuple[str, ...]) -> None:
    assert shape(read_query(query)) == (noun, where)


@pytest.mark.parametrize(
    ("query", "noun", "where"),
    [
        ("what does the vase stand on?", "", ("supports:vase",)),
        ("what the vase is standing on", "", ("supports:vase",)),
        ("the thing the lamp stands on", "", ("supports:lamp",)),
        ("the piece of furniture that the plates are standing on", "furniture", ("supports:plates",)),
        ("the wall on which the clock hangs", "wall", ("supports:clock",)),
        ("the table where the cup stands", "table", ("supports:cup",)),
        ("the box the toys are in", "box", ("holds:toys",)),
        ("what is the stool facing?", "", ("facing:stool",)),
    ],
)
def test_clauses_that_end_in_their_preposition_are_turned(query: str, noun: str, where: tuple[str, ...]) -> None:
    assert shape(read_query(query)) == (noun, where)


def test_only_relations_without_a_reverse_name_are_marked() -> None:
    assert read_query("what is the stool facing?").where[0].turned
    assert not read_query("what does the vase stand on?").where[0].turned


@pytest.mark.parametrize(
    ("query", "noun", "where"),
    [
        ("on the workbench, the tool farthest from the vise", "tool", ("farthest:vise", "on:workbench")),
        ("on the bedside table, whichever is closer to the bed", "", ("nearest:bed", "on:bedside table")),
        ("the bed, the one by the door", "bed", ("next_to:door",)),
        ("the thing on the wall, just beside the picture", "", ("wall:any", "next_to:picture")),
        ("the thing on the wall between two shelves", "", ("wall:any", "between:shelves")),
    ],
)
def test_what_stands_before_and_after_belongs_to_the_first_noun(query: str, noun: str, where: tuple[str, ...]) -> None:
    assert shape(read_query(query)) == (noun, where)


def test_not_the_one_here_but_the_one_there() -> None:
    denied, meant = read_query("the cup, not the one on the shelf but the one on the table").where
    assert (denied.negated, denied.targets[0].noun) == (True, "shelf")
    assert (meant.negated, meant.targets[0].noun) == (False, "table")


@pytest.mark.parametrize(
    "query",
    [
        "whichever of the shelf and the lamp is farther from the bed",
        "of the shelf and the lamp, the one farther from the bed",
        "the shelf or the lamp, whichever is farther from the bed",
    ],
)
def test_either_of_two(query: str) -> None:
    reading = read_query(query)
    assert [r.noun for r in reading.either] == ["shelf", "lamp"]
    assert [(w.kind, w.targets[0].noun) for w in reading.where] == [("farthest", "bed")]


@pytest.mark.parametrize(
    ("query", "selector"),
    [
        ("third shelf from the left", Selector("screen_x", False, 3)),
        ("the second chair from the right", Selector("screen_x", True, 2)),
        ("last but one shelf from the left", Selector("screen_x", True, 2)),
        ("the second drawer from the bottom", Selector("level", False, 2)),
    ],
)
def test_counting_from_an_end(query: str, selector: Selector) -> None:
    assert read_query(query).selectors == (selector,)


@pytest.mark.parametrize(
    "query", ["you wash the dishes in it", "keeps the milk cold", "something to sit on while reading"]
)
def test_descriptions_stay_descriptions(query: str) -> None:
    assert has_clause(read_query(query).text)


def test_a_known_noun_before_a_relation_is_no_verb() -> None:
    assert not describes_only("flower next to teapot")
    assert describes_only("keeps the milk cold")
