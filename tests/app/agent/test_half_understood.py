"""Sentences of which a part is not understood or not here: it is named, and the other parts are done."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenewright.app.agent.embedded.orders import orders_apart
from tests.support.held_dialogues import HeldDialogue

RUG = 'place(asset_call("rug"), at=(-0.1, 0, 0), name="rug"),'


@pytest.mark.parametrize(
    ("said", "done", "unread"),
    [
        ("remove the rug and polish the desk", "Removed the rug.", "polish the desk"),
        ("remove the rug and flibber the piano", "Removed the rug.", "flibber the piano"),
        ("paint the desk white and flibber the sofa", "Coloured the desk white.", "flibber the sofa"),
        ("move the coffee table 10 cm to the left then wibble the desk", "Moved the coffee table", "wibble the desk"),
        ("make the sofa red, then frobnicate it", "Coloured the sofa red.", "frobnicate it"),
        ("swap the desk and the coffee table, and varnish both", "Swapped", "varnish both"),
    ],
)
def test_what_is_not_understood_is_named(said: str, done: str, unread: str, tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", more=RUG)
    assert talk.say(said).outcome == "changed"
    assert done in talk.told
    assert f"I do not understand '{unread}'." in talk.told


def test_what_stands_between_unknown_orders_is_done(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", more=RUG)
    talk.say("remove the rug, polish the desk and make the sofa red")
    assert talk.told == "Removed the rug; coloured the sofa red. I do not understand 'polish the desk'."


def test_nothing_is_done_where_all_is_unknown(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    assert talk.say("flibber the sofa and wobble the desk").outcome == "refused"
    assert "I do not understand 'flibber the sofa' and 'wobble the desk'. Nothing was changed." in talk.told


def test_a_reason_and_what_is_unknown_are_both_told(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    assert talk.say("remove the piano and flibber the sofa").outcome == "refused"
    assert "There is no piano here" in talk.told
    assert "I do not understand 'flibber the sofa'" in talk.told


@pytest.mark.parametrize("said", ["remove the desk and the wobbly", "remove the desk and wobbly"])
def test_no_name_of_a_list_is_dropped_in_silence(said: str, tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    assert talk.say(said).gone == ("lounge/desk",)
    assert "nothing here is called 'wobbly'" in talk.told


@pytest.mark.parametrize(
    "clause",
    [
        "remove the desk and the chair that is on it",
        "put the plant between the sofa and the desk",
        "turn the desk and the chair the other way",
        "remove the lamp and everything on the desk",
        "put a lamp on the desk and behind the sofa",
        "make the rug black and white",
        "make the sofa red and the desk blue",
    ],
)
def test_one_order_stays_one(clause: str) -> None:
    assert orders_apart(clause) == [clause]


def test_several_changes_of_one_thing_are_orders_of_their_own() -> None:
    assert orders_apart("make the desk white, wider and 70 cm high") == [
        "make the desk white",
        "make the desk wider",
        "make the desk 70 cm high",
    ]
    assert orders_apart("the desk should be white and a bit lower") == [
        "make the desk white",
        "make the desk a bit lower",
    ]
    assert orders_apart("make the sofa and the desk white and lower") == [
        "make the sofa and the desk white",
        "make the sofa and the desk lower",
    ]


def test_a_colour_and_a_size_are_both_given(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    assert talk.say("make the coffee table green and a bit smaller").outcome == "changed"
    assert "Coloured the coffee table green; changed the size of the coffee table" in talk.told
