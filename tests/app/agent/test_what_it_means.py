"""What *it* and ordinals mean after a refusal, a selection and an answer, and what is pinned."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.held_dialogues import HeldDialogue

_BAGS = (
    'place(asset_call("bean bag"), at=(-1.6, 0, 1.5), name="bean_bag"),'
    'place(asset_call("bean bag"), at=(0.2, 0, 1.5), name="bean_bag"),'
    'place(asset_call("bean bag"), at=(-0.7, 0, 1.5), name="bean_bag"),'
)


@pytest.mark.parametrize("refused", ["move the desk in front of the mirror", "move the desk onto the clock"])
def test_what_was_refused_is_it_before_the_selection(refused: str, tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    table = talk.pose("coffee_table")
    assert talk.say(refused, selection=("coffee_table",)).outcome == "refused"
    end = talk.say("turn it 20 degrees clockwise anyway", selection=("coffee_table",))
    assert (end.outcome, end.paths) == ("changed", ("lounge/desk",))
    assert talk.pose("coffee_table") == table


def test_what_is_selected_after_a_refusal_is_it(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("move the desk in front of the mirror")
    assert talk.say("turn it around", selection=("coffee_table",)).paths == ("lounge/coffee_table",)


@pytest.mark.parametrize("said", ["turn it by 90 degrees", "move it 20 cm to the left", "swap it and the sofa"])
@pytest.mark.parametrize("by_program", [False, True])
def test_a_pinned_thing_stays_until_one_insists(said: str, by_program: bool, tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", relations="relate(fixed('coffee_table'))\n" if by_program else "")
    pinned = () if by_program else ("coffee_table",)
    before = talk.pose("coffee_table")
    assert talk.say(said, selection=("coffee_table",), pinned=pinned).outcome == "refused"
    assert "coffee table is pinned" in talk.told
    assert talk.pose("coffee_table") == before
    assert talk.say("do it anyway", selection=("coffee_table",), pinned=pinned).outcome == "changed"
    assert talk.pose("coffee_table") != before


def test_a_pinned_thing_can_be_painted(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    assert talk.say("make the coffee table green", pinned=("coffee_table",)).outcome == "changed"


@pytest.mark.parametrize("said", ["the third one", "the third", "the third bean bag", "the third of them"])
def test_an_ordinal_means_the_order_of_a_listing(said: str, tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", more=_BAGS)
    talk.say("which bean bags are there?")
    listed = talk.dialogue.turns[-1].paths
    assert len(listed) == 3
    assert talk.say(f"make {said} yellow").paths == (listed[2],)
    assert talk.say("make the first one red").paths == (listed[0],)


def test_an_ordinal_keeps_its_own_order_without_a_listing(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", more=_BAGS)
    assert talk.say("make the first bean bag from the left yellow").paths == ("lounge/bean_bag",)
