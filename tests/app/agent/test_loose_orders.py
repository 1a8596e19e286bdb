"""How people say things beyond plain orders: what is read for them, and what is left unread."""

from __future__ import annotations

import pytest

from scenewright.app.agent.embedded.cutting import parts_of
from scenewright.app.agent.embedded.measures_said import with_plain_measures
from scenewright.app.agent.embedded.plain_orders import base_of_gerund, base_of_participle
from scenewright.app.agent.embedded.reading import read_clause
from scenewright.app.agent.embedded.spelling_said import with_words_spelt
from scenewright.app.agent.embedded.wanted import (
    AddWanted,
    AskWanted,
    CopyWanted,
    CountWanted,
    ExceptWanted,
    LightWanted,
    MoodWanted,
    MoveWanted,
    PaintWanted,
    Remark,
    RemoveWanted,
    ReplaceWanted,
    ResizeWanted,
    ShadeWanted,
    StepWanted,
    TurnWanted,
    Unread,
    Wanted,
)
from scenewright.app.agent.embedded.wording import plain_text


def read(sentence: str) -> list[Wanted]:
    return [read_clause(part) for part in parts_of(plain_text(sentence))]


def one(sentence: str) -> Wanted:
    found = read(sentence)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("any chance you could get rid of that vase?", "remove that vase"),
        ("what if we put the plant on the shelf", "put the plant on the shelf"),
        (
            "I'd be happier if you could move the sofa under the window, please and thank you",
            "move the sofa under the window",
        ),
        ("let's see the armchair in mustard", "make the armchair mustard"),
        ("plonk the cat on the bed", "put the cat on the bed"),
        ("the bed should be pushed up against the left wall", "push the bed up against the left wall"),
        ("the bookcase would look better on the back wall", "move the bookcase on the back wall"),
        ("could the chairs be a bit nearer the table?", "move the chairs a bit nearer the table"),
        ("the stools are too far from the counter", "move the stools closer to the counter"),
        ("make everything on the desk disappear", "remove everything on the desk"),
        ("move the table away from the door so that I can open it", "move the table away from the door"),
        ("the desk needs a lamp", "add a lamp to the desk"),
        ("there's a lamp missing on the right nightstand", "add a lamp on the right nightstand"),
        ("I need somewhere to put my coffee next to the sofa", "add a side table next to the sofa"),
        ("nudge the table a smidge to the left", "move the table a bit to the left"),
        ("the second one can face the fire", "turn the second one to face the fire"),
        ("swap the rug for something bigger", "make the rug bigger"),
    ],
)
def test_loose_orders_are_read_as_plain_ones(said: str, plain: str) -> None:
    found, expected = one(said), one(plain)
    assert type(found) is type(expected)
    if isinstance(found, MoveWanted) and isinstance(expected, MoveWanted):
        assert found.ways[0][0] == expected.ways[0][0]
        assert found.ways[0][1] == expected.ways[0][1]
    elif isinstance(found, (AddWanted, PaintWanted, RemoveWanted, ResizeWanted, TurnWanted)):
        assert found == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("1.2 m wide is plenty", ResizeWanted("it", "width", size=1.2)),
        ("yellow would suit it better", PaintWanted((("it", "yellow"),))),
        ("both away again", RemoveWanted("both")),
        ("except the wardrobe, that one was fine the way it was", ExceptWanted("the wardrobe")),
        ("only the ones by the window", ExceptWanted("the ones by the window", only=True)),
        ("make it three", CountWanted(number=3)),
        ("a shade darker", ShadeWanted("it", lighter=False, loosely="little")),
        ("make the sofa a bit lighter", ShadeWanted("the sofa", lighter=True, loosely="little")),
        ("the armchairs have to match the sofa", PaintWanted((("the armchairs", "that of the sofa"),))),
        ("the mirror is hanging crooked", TurnWanted("the mirror", straight=True)),
        ("I liked the old ones better", StepWanted("undo")),
        ("start over", StepWanted("undo", 10_000)),
        ("get me a different sofa", ReplaceWanted("the sofa", "another kind")),
        ("keep the bed where it is", Remark("keep the bed where it is", "the bed")),
    ],
)
def test_parts_of_sentences_are_read(said: str, expected: Wanted) -> None:
    assert one(said) == expected


@pytest.mark.parametrize(
    ("said", "mood"),
    [
        ("make it cosier", "cosy"),
        ("it feels cold in here", "cosy"),
        ("bring some life into the room", "cheerful"),
        ("could it be a bit more festive in here?", "festive"),
        ("set the mood for a date", "romantic"),
        ("decorate for christmas", "christmassy"),
        ("add some greenery", "green"),
        ("make it emptier", "uncluttered"),
        ("it feels empty", "full"),
    ],
)
def test_moods_are_read(said: str, mood: str) -> None:
    assert one(said) == MoodWanted(mood)


def test_a_mood_may_be_of_one_thing() -> None:
    assert one("make the sofa cosier") == MoodWanted("cosy", "the sofa")


@pytest.mark.parametrize(
    "said",
    [
        "flibber the sofa",
        "make the table seat six",
        "close the blinds",
        "roll up the rug",
        "the coffee table is not centred in front of the sofa",
        "do not put it there",
    ],
)
def test_what_nobody_knows_stays_unread(said: str) -> None:
    assert isinstance(one(said), (Unread, Remark))


@pytest.mark.parametrize(
    "said",
    [
        "can you see the tv from the sofa?",
        "how far apart are the chairs?",
        "is there enough room for the bed?",
        "what is missing on the shelf?",
    ],
)
def test_questions_stay_questions(said: str) -> None:
    assert isinstance(one(said), AskWanted)


def test_a_reason_and_its_order_are_two_parts() -> None:
    assert parts_of("the walls look drab, how about a sage green") == ["the walls look drab", "a sage green"]
    assert [type(each) for each in read("clear the table: no cups, no vase")][1:] == [RemoveWanted, RemoveWanted]


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("move it a hand's width to the left", "move it 10 cm to the left"),
        ("make it about half a metre or so wide", "make it half a metre wide"),
        ("push it back 40", "push it back 40 cm"),
        ("make the table more wide", "make the table wider"),
        ("rotate the sofa 45", "rotate the sofa 45 degrees"),
    ],
)
def test_amounts_are_said_plainly(said: str, plain: str) -> None:
    assert with_plain_measures(said) == plain


def test_forms_of_verbs() -> None:
    assert [base_of_gerund(word) for word in ("moving", "swapping", "getting", "building", "lamp")] == [
        "move", "swap", "get", "build", None,
    ]  # fmt: skip
    assert [base_of_participle(word) for word in ("pushed", "hung", "swapped", "sofa")] == [
        "push",
        "hang",
        "swap",
        None,
    ]


def test_slips_in_the_words_of_requests_are_mended() -> None:
    assert with_words_spelt("make evrything on the desk disapear") == "make everything on the desk disappear"
    assert with_words_spelt("i hate the clothes on the armoire") == "i hate the clothes on the armoire"


def test_a_degree_without_a_noun_may_be_of_a_colour() -> None:
    found = one("make it a bit darker")
    assert isinstance(found, LightWanted)
    assert found.bare
    named = one("make the room a bit darker")
    assert isinstance(named, LightWanted)
    assert not named.bare


def test_one_more_is_a_copy() -> None:
    assert isinstance(one("one more of those"), CopyWanted)
