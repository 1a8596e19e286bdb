"""What a description says of some of several: a look of one, the other one, all of them."""

from __future__ import annotations

import pytest

from app.agent.description import Nouns, describe
from app.agent.selection import nouns_of
from assets.catalogue import Catalogue


@pytest.fixture(scope="module")
def nouns() -> Nouns:
    return nouns_of(Catalogue.built_in())


def looks(text: str, nouns: Nouns) -> dict[str, int]:
    """What is asked for, in the words of each request, and how often."""
    return {r.phrase: r.count for r in describe(text, nouns).requests}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three chairs: one red, one blue and one yellow.", {"red chair": 1, "blue chair": 1, "yellow chair": 1}),
        ("A room with two nightstands, one oak and one white.", {"oak nightstand": 1, "white nightstand": 1}),
        ("Five pillows, three of them grey, and a sofa.", {"grey pillow": 3, "pillow": 2, "sofa": 1}),
        ("A shelf with six mugs. Two of the mugs are red.", {"shelf": 1, "mug": 4, "red mug": 2}),
        ("Two armchairs, one of which is green.", {"armchair": 1, "green armchair": 1}),
        ("Four stools, three of them black and one white, at a bar.", {"black stool": 3, "white stool": 1, "bar": 1}),
        ("A desk and two stools, both black.", {"desk": 1, "black stool": 2}),
        ("A table and five chairs, all wooden.", {"table": 1, "wooden chair": 5}),
        ("Three bean bags near the door, all three orange.", {"orange bean bag": 3}),
        ("Two plates and one wine glass on a table.", {"plate": 2, "wine glass": 1, "table": 1}),
    ],
)
def test_a_look_of_some_is_no_thing_of_its_own(text: str, expected: dict[str, int], nouns: Nouns) -> None:
    assert looks(text, nouns) == expected


def test_one_of_several_is_told_by_a_comparison(nouns: Nouns) -> None:
    description = describe(
        "There are two lamps. The taller one stands in the corner; the other one is on the nightstand.", nouns
    )
    tall, other, stand = (
        next(r.index for r in description.requests if r.phrase == p) for p in ("tall lamp", "lamp", "nightstand")
    )
    said = {(link.kind, link.subject, link.anchors) for link in description.links}
    assert said == {("in_corner", tall, ()), ("on", other, (stand,))}


def test_one_of_unlike_things_is_told_by_its_look(nouns: Nouns) -> None:
    description = describe("A red chair and a blue chair stand by the window. The red one faces the desk.", nouns)
    red = next(r.index for r in description.requests if r.phrase == "red chair")
    assert [link.subject for link in description.links if link.kind == "facing"] == [red]
    assert sum(r.count for r in description.requests if r.words == "chair") == 2


def test_they_are_all_that_were_named_together(nouns: Nouns) -> None:
    description = describe("Three chairs: one red, one blue and one yellow. They stand around a table.", nouns)
    assert {link.subject for link in description.links if link.kind == "around"} == {0, 1, 2}


def test_links_that_held_of_all_hold_of_each_part(nouns: Nouns) -> None:
    description = describe("A window seat with four cushions, two of them striped.", nouns)
    assert sorted(r.phrase for r in description.requests) == ["cushion", "striped cushion", "window seat"]
    assert len([link for link in description.links if link.kind == "with"]) == 2
