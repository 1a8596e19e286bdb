"""Reasons, parts, light and places as people say them, read as what is meant."""

import pytest

from scenewright.app.agent.embedded.cutting import parts_of
from scenewright.app.agent.embedded.phrases_said import with_plain_phrases
from scenewright.app.agent.embedded.reading import read_clause
from scenewright.app.agent.embedded.reasons import without_reasons
from scenewright.app.agent.embedded.spelling_said import with_words_spelt
from scenewright.app.agent.embedded.wanted import (
    AddWanted,
    AgainWanted,
    CountWanted,
    LightWanted,
    MoveWanted,
    OtherWanted,
    PreferWanted,
    Remark,
    RemoveWanted,
    StepWanted,
    SwitchWanted,
    Wanted,
)
from scenewright.app.agent.embedded.wording import plain_text


def _read(said: str) -> list[Wanted]:
    parts = parts_of(plain_text(said))
    return without_reasons(parts, [read_clause(part) for part in parts])[1]


def _orders(said: str) -> list[Wanted]:
    return [one for one in _read(said) if not isinstance(one, Remark)]


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("take the clock down, it's ugly", "the clock"),
        ("remove one of the lamps, the one by the door", "the lamp by the door"),
        ("one of the stools can go, the one next to the fridge", "the stool next to the fridge"),
        ("get rid of two of the books, the ones on the right", "the two books on the right"),
        ("the desk has to go along with its lamp", "the desk along with its lamp"),
        ("the stool between the bench and the wall has to go", "the stool between the bench and the wall"),
    ],
)
def test_only_what_is_said_is_removed(said: str, what: str) -> None:
    (order,) = _orders(said)
    assert isinstance(order, RemoveWanted)
    assert order.what == what


@pytest.mark.parametrize(
    ("said", "light"),
    [
        ("it feels so clinical, warm the light up", LightWanted("warmer")),
        ("a touch more light", LightWanted("brighter", "little")),
        ("dim it to about a third", LightWanted("darker", "much")),
        ("leave just a soft golden glow", LightWanted("darker", also="warmer")),
        ("with a whiter, cooler light", LightWanted("cooler")),
        ("how does the room look at dusk?", LightWanted("sky", sky="dusk")),
        ("make it evening with the sun setting", LightWanted("sky", sky="evening sunset")),
        ("only the floor lamp on", SwitchWanted("the floor lamp", on=True, only=True)),
    ],
)
def test_light_is_read_as_people_say_it(said: str, light: Wanted) -> None:
    assert _orders(said) == [light]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("30 cm more", AgainWanted(metres=0.3)),
        ("the shelf in the same colour", AgainWanted(to="the shelf", colour="the same")),
        ("I actually meant the one by the window", OtherWanted("the one by the window")),
        ("that's too far, go back one step", StepWanted("undo")),
        ("I'd rather have a round mirror", PreferWanted("a round mirror")),
        ("double the number of plates", CountWanted(factor=2.0, what="plates")),
    ],
)
def test_what_goes_on_from_before_is_read(said: str, wanted: Wanted) -> None:
    assert _orders(said) == [wanted]


def test_a_needed_part_names_what_it_is_a_part_of() -> None:
    (order,) = _orders("the table could do with an oak top")
    assert isinstance(order, AddWanted)
    assert order.items[0].of == "the table"


def test_one_is_what_was_spoken_of() -> None:
    (order,) = _orders("there's room for a bench now, add one")
    assert isinstance(order, AddWanted)
    assert order.items[0].words == "bench"


def test_the_nearer_of_two_places_says_where_on_the_other() -> None:
    (order,) = _orders("let the kettle stand at the end of the counter, next to the toaster")
    assert isinstance(order, MoveWanted)
    assert (order.ways[0][1].what, order.ways[0][1].upon) == (("the toaster",), ("the counter",))


@pytest.mark.parametrize("said", ["that is more than they like", "then leave these there while I think"])
def test_words_of_the_grammar_are_no_slips(said: str) -> None:
    assert with_words_spelt(said) == said


def test_nothing_but_this_is_not_cut() -> None:
    assert parts_of(plain_text("nothing but the vase should be left")) == ["nothing but the vase should be left"]


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("make this waiting room a bit cosier", "make this room a bit cosier"),
        ("turn both stools round so that they face the bar", "turn both stools so that they face the bar"),
        ("put the lamp where the plant is and the plant where the lamp is", "swap the lamp and the plant"),
        ("slide the bench half a metre to the right along the wall", "slide the bench half a metre to the right"),
        ("the remaining two can go too", "the other two can go too"),
        (
            "as for the tall lamp, I do need it, so bring it here",
            "i do need the tall lamp, so bring the tall lamp here",
        ),
        ("a shelf with a clock on it by the door", "a shelf by the door and put a clock on it"),
        ("the dresser is too tall, take 20 cm off its height", "make the dresser 20 cm lower"),
        ("remove the middle one of the reading lamps", "remove the middle reading lamp"),
        ("make the palm a fifth smaller", "make the palm 20 percent smaller"),
        ("lay the table with the four plates from the shelf", "put the four plates on the table"),
        ("arrange the chairs around the table so that each of them faces it", "arrange the chairs around the table"),
        ("no, I want the sun back", "make it sunny"),
    ],
)
def test_turns_of_phrase_become_plain(said: str, plain: str) -> None:
    assert with_plain_phrases(plain_text(said)) == plain
