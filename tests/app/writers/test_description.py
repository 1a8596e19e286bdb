"""Reading of descriptions: what is asked for, how often, and how it stands to what."""

from __future__ import annotations

import pytest

from scenewright.app.writers.embedded.describing import describe
from scenewright.app.writers.embedded.description import Description, ObjectRequest
from scenewright.app.writers.embedded.english import DescriptionError
from tests.support.description_nouns import nouns


def read(text: str) -> Description:
    return describe(text, nouns())


def counts(text: str) -> dict[str, int]:
    out: dict[str, int] = {}
    for request in read(text).requests:
        out[request.words] = out.get(request.words, 0) + request.count
    return out


def request(description: Description, words: str) -> ObjectRequest:
    return next(r for r in description.requests if r.words == words)


def links(text: str) -> set[tuple[str, str, str]]:
    """(kind, subject, anchor or place) of every link."""
    description = read(text)
    out = set()
    for link in description.links:
        subject = description.requests[link.subject].words
        for anchor in link.anchors:
            out.add((link.kind, subject, description.requests[anchor].words))
        if link.place:
            out.add((link.kind, subject, link.place))
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A study with a desk and a chair.", {"desk": 1, "chair": 1}),
        ("An attic holds three stools, a bench, and 2 tables", {"stool": 3, "bench": 1, "table": 2}),
        ("twelve chairs and twenty-one books", {"chair": 12, "book": 21}),
        ("A pair of vases and a dozen plates lie on a table.", {"vase": 2, "plate": 12, "table": 1}),
        ("a couple of stools and several candles", {"stool": 2, "candle": 3}),
        ("A set of six dining chairs", {"dining chair": 6}),
        ("A row of four stools along the wall", {"stool": 4}),
        ("A collection of candles stands on the shelf.", {"candle": 4, "shelf": 1}),
        ("Over ten books fill the shelf", {"book": 11, "shelf": 1}),
        ("At least two lamps in the room", {"lamp": 2}),
        ("a single stool and a lone chair", {"stool": 1, "chair": 1}),
        ("a pair of scissors on a desk", {"scissors": 1, "desk": 1}),
        ("The shelf displays some plates and a few cups.", {"shelf": 1, "plate": 3, "cup": 3}),
        ("two black office chairs, both facing the desk", {"office chair": 2, "desk": 1}),
    ],
)
def test_counts_come_from_numerals_number_words_and_quantities(text: str, expected: dict[str, int]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bed stands at the wall. The bed has two pillows.", {"bed": 1, "pillow": 2}),
        ("A sofa and two armchairs. The two armchairs face the sofa.", {"sofa": 1, "armchair": 2}),
        ("Two nightstands flank the bed, one of which holds a lamp.", {"nightstand": 2, "bed": 1, "lamp": 1}),
        ("There are three chairs. One of the chairs is red and two of the chairs are blue.", {"chair": 3}),
        ("A desk is in the corner. It holds a laptop, and next to it is a lamp.", {"desk": 1, "laptop": 1, "lamp": 1}),
        ("Two lamps stand on the dresser, one on the left and one on the right.", {"lamp": 2, "dresser": 1}),
        ("A bathtub sits under the window; a stool is beside the tub.", {"bathtub": 1, "stool": 1}),
        ("Two stools and a lamp near a stool", {"stool": 2, "lamp": 1}),
        ("A chair is by the desk and another chair is by the door.", {"chair": 2, "desk": 1}),
        ("A chair by the desk, and another by the window.", {"chair": 2, "desk": 1}),
        ("A coffee table carries a vase. On the table lie two books.", {"coffee table": 1, "vase": 1, "book": 2}),
        ("A table with six chairs, with two chairs on each long side and one on each short side.", {"table": 1, "chair": 6}),
        ("Four chairs surround a table. The chairs are wooden.", {"chair": 4, "table": 1}),
        ("An armchair and a mirror. The mirror hangs behind the armchair, which is covered with a pillow.",
         {"armchair": 1, "mirror": 1, "pillow": 1}),
    ],
)  # fmt: skip
def test_what_was_named_before_is_not_asked_for_again(text: str, expected: dict[str, int]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bed with a nightstand on each side.", {"bed": 1, "nightstand": 2}),
        ("A bed flanked by nightstands.", {"bed": 1, "nightstand": 2}),
        ("A bed with two nightstands on either side.", {"bed": 1, "nightstand": 2}),
        ("A table with two chairs on each long side.", {"table": 1, "chair": 4}),
        ("Three desks, each with a lamp and a chair.", {"desk": 3, "lamp": 3, "chair": 3}),
        ("Two desks line the wall, each accompanied by a stool.", {"desk": 2, "stool": 2}),
        ("A hall with eight tables with four chairs each, and a counter.", {"table": 8, "chair": 32, "counter": 1}),
        ("Three desks with a lamp and a mug each and a plant.", {"desk": 3, "lamp": 3, "mug": 3, "plant": 1}),
        ("An exam hall with forty desks, each with a chair.", {"desk": 40, "chair": 40}),
        ("Four tables with six chairs apiece.", {"table": 4, "chair": 24}),
        ("Two shelves stand by the wall. Each holds three books.", {"shelf": 2, "book": 6}),
        ("Three tables along the wall; each consists of two lamps and a mug.", {"table": 3, "lamp": 6, "mug": 3}),
        ("A table with two chairs each of which is red.", {"table": 1, "chair": 2}),
        ("There are two nightstands. On each nightstand stands a lamp.", {"nightstand": 2, "lamp": 2}),
        ("Four tables. Each table has a candle on it.", {"table": 4, "candle": 4}),
        ("A stool in each corner of the room.", {"stool": 4}),
        ("Two cups on saucers stand on the table.", {"cup": 2, "saucer": 2, "table": 1}),
    ],
)
def test_each_and_every_side_multiply(text: str, expected: dict[str, int]) -> None:
    found = counts(text)
    assert {k: found.get(k) for k in expected} == expected


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("A lounge with a sofa. There is no coffee table in the room.", "coffee table"),
        ("A bedroom with a bed but without a wardrobe.", "wardrobe"),
        ("The room has a desk and lacks a bookshelf.", "bookshelf"),
        ("There isn't any rug; a sofa stands by the window.", "rug"),
        ("A lounge with a sofa instead of a bed.", "bed"),
    ],
)
def test_what_is_not_there_is_not_asked_for(text: str, absent: str) -> None:
    description = read(text)
    assert absent in description.absent
    assert absent not in {r.words for r in description.requests}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A sofa faces a table.", ("facing", "sofa", "table")),
        ("A table is faced by a sofa.", ("facing", "sofa", "table")),
        ("A lamp on the desk", ("on", "lamp", "desk")),
        ("On the desk sits a lamp.", ("on", "lamp", "desk")),
        ("A desk topped with a lamp.", ("on", "lamp", "desk")),
        ("The desk holds a lamp.", ("on", "lamp", "desk")),
        ("A vase adorns the table.", ("on", "vase", "table")),
        ("A shelf filled with books.", ("inside", "book", "shelf")),
        ("A rug lies under the table.", ("under", "rug", "table")),
        ("A chandelier hangs above the table.", ("above", "chandelier", "table")),
        ("A table, with a chandelier overhead.", ("above", "chandelier", "table")),
        ("A pendant light hangs from the ceiling.", ("hanging", "pendant light", "ceiling")),
        ("A painting hangs on the wall.", ("on_wall", "painting", "wall")),
        ("A dresser stands against the back wall.", ("against_wall", "dresser", "wall")),
        ("A chair is tucked in the corner.", ("in_corner", "chair", "corner")),
        ("In the corner stands a chair.", ("in_corner", "chair", "corner")),
        ("A table occupies the center of the room.", ("centered", "table", "room")),
        ("A desk beneath the window.", ("under", "desk", "window")),
        ("A bookshelf by the door", ("next_to", "bookshelf", "door")),
        ("A bench at the foot of the bed.", ("foot", "bench", "bed")),
        ("A stool to the left of the desk", ("left_of", "stool", "desk")),
        ("A monitor on the desk with a mouse to its right.", ("right_of", "mouse", "monitor")),
        ("A sofa stands next to a table that holds a lamp.", ("on", "lamp", "table")),
        ("A desk holds a globe and a silver pen set to its right.", ("right_of", "pen", "globe")),
        ("A stool behind the desk", ("behind", "stool", "desk")),
        ("A coffee table in front of the sofa", ("in_front_of", "coffee table", "sofa")),
        ("Six chairs surround a table.", ("around", "chair", "table")),
        ("A table encircled by six chairs.", ("around", "chair", "table")),
        ("A table sits between the sofa and the bed.", ("between", "table", "bed")),
        ("An armchair opposite the sofa.", ("across", "armchair", "sofa")),
        ("A dresser far from the bed", ("far", "dresser", "bed")),
        ("Two sconces flank the mirror.", ("flank", "sconce", "mirror")),
        ("A mirror flanked by sconces.", ("flank", "sconce", "mirror")),
        ("A bed with two pillows against the wall", ("against_wall", "bed", "wall")),
        ("A sofa facing a TV on a TV stand", ("on", "tv", "tv stand")),
        ("A laptop, a mouse and a lamp on the desk", ("on", "laptop", "desk")),
        ("Below the mirror, a dresser holds a vase.", ("under", "dresser", "mirror")),
        ("On the table: a cup, a plate and a bowl.", ("on", "bowl", "table")),
        ("A low ottoman, on which a doll rests.", ("on", "doll", "ottoman")),
        ("Books are scattered across the table.", ("on", "book", "table")),
        ("A bed piled with pillows", ("on", "pillow", "bed")),
    ],
)
def test_relations(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in links(text)


@pytest.mark.parametrize(
    ("text", "words", "has"),
    [
        ("A large round oak table with brass legs", "table", ["large", "round", "oak", "brass", "legs"]),
        ("A sofa upholstered in navy velvet", "sofa", ["navy", "velvet"]),
        ("The bed is big and white. A lamp stands by it.", "bed", ["big", "white"]),
        ("A dresser made of walnut", "dresser", ["walnut"]),
        ("A wardrobe with four drawers", "wardrobe", ["four", "drawers"]),
        ("A vase filled with wild orchids", "vase", ["orchids"]),
    ],
)  # fmt: skip
def test_phrases_stay_with_their_object(text: str, words: str, has: list[str]) -> None:
    phrase = request(read(text), words).phrase
    assert all(h in phrase for h in has), phrase


def test_parts_and_materials_are_no_objects() -> None:
    assert counts("A table with brass legs and a marble top, made of oak, in a modern style") == {"table": 1}


def test_nouns_without_things_are_not_asked_for() -> None:
    text = "The warm light of the evening adds charm and comfort to the atmosphere of a room for reading, with a desk."
    assert counts(text) == {"desk": 1}


def test_people_are_not_placed_and_purposes_are_named() -> None:
    description = read("A teenager's bedroom has a wardrobe for coats. The chef sleeps in the bed.")
    assert {r.words for r in description.requests} == {"wardrobe", "bed"}
    assert [word for word, _ in description.aside] == ["coats"]


def test_nouns_and_verbs_of_one_form_are_told_apart() -> None:
    assert counts("A lamp lights the desk and three pendant lights hang over the table.")["pendant light"] == 3
    assert counts("A plant stand holds a plant.") == {"plant stand": 1, "plant": 1}
    assert counts("A vase and a small bowl rest on the table.") == {"vase": 1, "bowl": 1, "table": 1}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A cozy reading nook with a chair", "reading nook"), ("In the kitchen, a stove stands by the window.", "kitchen"),
        ("This playroom features a rug.", "playroom"), ("The chairman's home office has a desk.", "home office"), ("A park with a bench", "park"),
        ("A walk-in closet with a stool", "walk-in closet"), ("A desk with a lamp.", ""),
        ("The stockroom holds a shelf.", "stockroom"),
    ],
)  # fmt: skip
def test_the_first_room_that_is_named_is_the_kind(text: str, kind: str) -> None:
    assert read(text).zones[0].kind == kind


def test_rooms_of_one_scene() -> None:
    description = read(
        "The living room has a sofa and a table. The kitchen features a stove. Back in the living room there is a rug."
    )
    assert [z.kind for z in description.zones] == ["living room", "kitchen"]
    assert {r.words: r.zone for r in description.requests} == {"sofa": 0, "table": 0, "stove": 1, "rug": 0}


def test_a_room_word_after_a_noun_is_a_thing_in_a_known_room() -> None:
    assert "puppet theater" in counts("A playroom with a puppet theater and a toy chest")


def test_size_openings_and_surfaces_of_the_room() -> None:
    description = read("A spacious 5 m x 4 m bedroom has blue walls, two windows and a door. The floor is oak.")
    assert description.size == "large"
    assert description.dimensions == (5.0, 4.0)
    assert (description.windows, description.doors) == (2, 1)
    assert description.surfaces == {"wall": "blue", "floor": "oak"}


def test_unknown_nouns_are_asked_for_all_the_same() -> None:
    description = read("A zither and two clepsydras stand beside a mechanical orrery on the table.")
    unknown = {r.head: r.count for r in description.requests if r.known is None}
    assert unknown == {"zither": 1, "clepsydra": 2, "orrery": 1}


@pytest.mark.parametrize(
    "text",
    [
        "Ein Schlafzimmer mit einem Bett und zwei Stühlen neben der Tür.", "Une chambre avec un lit et deux chaises dans le coin.",
        "Una habitación con una cama y dos sillas.", "带有一张床和两把椅子的卧室", "Спальня с кроватью и двумя стульями",
    ],
)  # fmt: skip
def test_other_languages_are_named_as_such(text: str) -> None:
    with pytest.raises(DescriptionError, match="English"):
        read(text)


@pytest.mark.parametrize("text", ["", "   \n ", "!!! ...", "123"])
def test_a_text_without_words_says_what_to_write(text: str) -> None:
    with pytest.raises(DescriptionError, match="say what the scene holds"):
        read(text)


def test_punctuation_lists_and_dashes() -> None:
    assert counts("Bedroom:\n- a bed\n- two nightstands\n- a rug (round)\n") == {"bed": 1, "nightstand": 2, "rug": 1}
    assert counts("A sofa — with three pillows — and a “lamp”.") == {"sofa": 1, "pillow": 3, "lamp": 1}


def test_reading_is_repeatable() -> None:
    text = "A bed flanked by two nightstands, each with a lamp; a rug lies in front of it."
    first, second = read(text), read(text)
    assert first.requests == second.requests
    assert first.links == second.links
