"""What a description says of some of several: a look of one, the other one, all of them."""

from __future__ import annotations

import pytest

from scenewright.app.writers.embedded.describing import describe
from scenewright.app.writers.embedded.description import Nouns


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # lists of what each of several has, and where they end
        (
            "A room with two low tables, each with four cushions around it, a mat underneath and a jug in the middle.",
            {"low table": 2, "cushion": 8, "mat": 2, "jug": 2},
        ),
        (
            "An office with three desks, each with a monitor, a keyboard, and a mouse, and a plant in the corner.",
            {"desk": 3, "monitor": 3, "keyboard": 3, "mouse": 3, "plant": 1},
        ),
        ("Two dog beds, each with a bone, and a fish tank.", {"dog bed": 2, "bone": 2, "fish tank": 1}),
        (
            "Twin beds, each with a blanket, and one nightstand between them.",
            {"twin bed": 2, "blanket": 2, "nightstand": 1},
        ),
        ("Six desks, every desk with a monitor; a chair stands behind each.", {"desk": 6, "monitor": 6, "chair": 6}),
        # as many as what they belong to
        ("Two nightstands with lamps.", {"nightstand": 2, "lamp": 2}),
        ("Four cups with saucers.", {"cup": 4, "saucer": 4}),
        (
            "A table set for six, with a plate and a fork at each place.",
            {"table": 1, "plate": 6, "fork": 6, "chair": 6},
        ),
        ("A table with a plate at each seat and four chairs.", {"table": 1, "plate": 4, "chair": 4}),
    ],
)
def test_what_each_has_is_counted_for_each(text: str, expected: dict[str, int], nouns: Nouns) -> None:
    assert looks(text, nouns) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A television on the wall, and a sofa opposite the screen.", {"television": 1, "sofa": 1}),
        ("A couch by the window. A rug lies in front of the sofa.", {"couch": 1, "rug": 1}),
        ("A fireplace with a mirror above the mantel, and two armchairs facing the fire.",
         {"fireplace": 1, "mirror": 1, "armchair": 2}),
        ("An upright piano by the wall, its bench tucked underneath.", {"upright piano": 1, "bench": 1}),
        ("A rack on wheels holding five dresses.", {"rack on wheels": 1, "dress": 5}),
        ("A bed (queen-size, with four pillows), a desk (oak) and a chair.",
         {"queen-size bed": 1, "pillow": 4, "oak desk": 1, "chair": 1}),
        ("A teddy bear on the lid of a low toy chest.", {"teddy bear": 1, "low toy chest": 1}),
    ],
)  # fmt: skip
def test_other_words_for_a_thing_or_its_parts_ask_nothing_new(
    text: str, expected: dict[str, int], nouns: Nouns
) -> None:
    assert looks(text, nouns) == expected


def test_it_is_the_desk_that_several_things_stand_on(nouns: Nouns) -> None:
    description = describe("A desk. On it are a lamp and an inkwell; behind it is a green chair.", nouns)
    said = {(link.kind, description.requests[link.subject].words, link.anchors) for link in description.links}
    assert said == {("on", "lamp", (0,)), ("on", "inkwell", (0,)), ("behind", "chair", (0,))}


def test_a_bench_along_a_wall_stands_there_itself(nouns: Nouns) -> None:
    description = describe("On the workbench along the right wall lie a drill and three wrenches.", nouns)
    placed = {(link.kind, description.requests[link.subject].words) for link in description.links}
    assert placed == {("against_wall", "workbench"), ("on", "drill"), ("on", "wrench")}


def test_what_stands_around_a_table_is_not_put_on_it(nouns: Nouns) -> None:
    description = describe("Two low tables, each with four cushions around it and a bottle in the middle.", nouns)
    on = {description.requests[link.subject].words for link in description.links if link.kind == "on"}
    assert on == {"bottle"}


@pytest.mark.parametrize(
    ("text", "kind"), [("An outdoor cafe with two tables.", "outdoor area"), ("A cafe with two tables.", "cafe")]
)
def test_a_cafe_may_be_out_of_doors(text: str, kind: str, nouns: Nouns) -> None:
    assert describe(text, nouns).zones[0].kind == kind


def test_the_stairs_are_one(nouns: Nouns) -> None:
    assert looks("A basement with a bag hanging near the stairs.", nouns)["stairs"] == 1
