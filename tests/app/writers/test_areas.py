"""Areas that a text names as one thing are shown by the group of things that belongs to them."""

from __future__ import annotations

import pytest

from scenewright.app.writers.embedded.describing import describe
from scenewright.app.writers.embedded.description import Description, ObjectRequest
from scenewright.app.writers.embedded.selection import nouns_of
from scenewright.assets.area_book import area_named, own_areas
from tests.support.composed_rooms import catalogue, written
from tests.support.judged_clauses import judged, moved


def read(text: str) -> Description:
    return describe(text, nouns_of(catalogue()))


def main_of(description: Description) -> ObjectRequest:
    return description.requests[description.areas[0].main]


@pytest.mark.parametrize("area", own_areas(), ids=lambda area: area.names[0])
def test_the_catalogue_has_what_an_area_consists_of(area) -> None:
    description = read(f"A hall with a {area.names[0]} in the corner.")
    (said,) = description.areas
    assert area_named(said.name) == (said.name, area)
    wanted = [description.requests[k] for k in (said.main, *said.members)]
    assert len(wanted) > len(area.lines) / 2
    for request in wanted:
        found = catalogue().find(request.known or request.words, k=1, meaning=False)
        assert found, request.words
        assert found[0].how in ("exact", "synonym", "head"), request.words
    assert any(k.kind == "in_corner" and k.subject == said.main for k in description.links)


def test_the_place_of_an_area_is_that_of_its_main_thing() -> None:
    description = read("A clinic with a desk and a waiting area along the left wall.")
    main = main_of(description)
    assert (main.words, main.count) == ("visitor chair", 4)
    links = [(k.kind, k.place, k.detail) for k in description.links if k.subject == main.index]
    assert ("against_wall", "wall", "left") in links
    assert ("arranged", "", "row|0|0") in links


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("A clinic with a waiting area of six chairs.", "chair", 6),
        ("A bedroom with a bed and a reading nook with a green bean bag.", "bean bag", 1),
        ("A lobby with a seating area with two sofas.", "sofa", 2),
    ],
)
def test_seats_of_the_text_are_the_seats_of_the_area(text: str, words: str, count: int) -> None:
    main = main_of(read(text))
    assert (main.words, main.count) == (words, count)


def test_what_the_text_names_is_not_added_again() -> None:
    description = read("A bedroom with a bed and a reading nook with an armchair and a tall floor lamp.")
    assert sum(r.words == "floor lamp" for r in description.requests) == 1
    assert sum(r.words == "armchair" for r in description.requests) == 1


def test_an_area_alone_is_the_room() -> None:
    description = read("A reading nook with an armchair and a lamp.")
    assert description.areas == []
    assert description.zones[0].kind == "reading nook"


def test_the_room_may_be_named_after_the_area() -> None:
    description = read("A bar area in the corner of a living room with three stools in front of the counter.")
    assert [area.name for area in description.areas] == ["bar area"]
    assert description.zones[0].kind == "living room"
    assert ("in_front_of", "stool") in {(k.kind, description.requests[k.subject].words) for k in description.links}


def test_an_area_is_told_with_what_belongs_to_it() -> None:
    text = "A lobby with a desk and a waiting area by the window."
    told = [c for c in judged(text).clauses if c.says.startswith("a waiting area")]
    assert [c.shown for c in told] == [True]
    assert "side table" in told[0].says


def test_an_area_whose_things_are_elsewhere_is_not_shown() -> None:
    text = "A lobby with a desk and a waiting area by the window."
    far = (moved(name, 60.0 + k, 0.0, 60.0) for k, name in enumerate(("side_table", "potted_plant")))
    told = [c for c in judged(text, *far).clauses if c.says.startswith("a waiting area")]
    assert [c.shown for c in told] == [False]
    assert "is not near" in told[0].why


@pytest.mark.parametrize(("where", "in_corner"), [("", True), (" by the window", False)])
def test_a_corner_is_one_where_the_text_says_no_other_place(where: str, in_corner: bool) -> None:
    composition, _ = written(f"A living room with a reading corner{where}.")
    assert ("in_corner('armchair')" in composition.program) is in_corner
