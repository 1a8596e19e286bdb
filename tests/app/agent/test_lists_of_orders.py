"""Several new things in one order, and things by the openings of the room."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.held_dialogues import HeldDialogue


def test_a_chair_in_front_of_it_is_one_at_the_desk(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    assert talk.say("add a lamp on the desk and a chair in front of it").outcome == "changed"
    assert "in front of the desk" in talk.told
    assert talk.pose("table_lamp")[1] > 0.5
    assert talk.pose("chair")[1] == pytest.approx(0.0, abs=0.01)


def test_a_small_thing_next_to_it_is_beside_the_new_one(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("add a vase on the coffee table and a book next to it")
    assert talk.pose("book")[1] == pytest.approx(talk.pose("vase")[1], abs=0.02)


def test_what_cannot_be_added_does_not_hinder_the_rest(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    end = talk.say("add a vase on the desk and a wardrobe behind the sofa")
    assert (end.outcome, end.paths) == ("changed", ("lounge/vase",))
    assert "Not done: 'add wardrobe'" in talk.told


@pytest.mark.parametrize("place", ["by the window", "near the window", "next to the window", "by the left wall"])
def test_a_thing_is_found_by_the_opening_beside_it(place: str, tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    assert talk.say(f"make the armchair {place} green").paths == ("lounge/armchair",)
