"""Orders that go on from what was done before, and things that are told apart by how they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.held_dialogues import HeldDialogue

_ROW = (
    'place(asset_call("bean bag"), at=(-1.6, 0, 1.5), name="bean_bag"),'
    'place(asset_call("bean bag"), at=(-0.7, 0, 1.5), name="bean_bag"),'
    'place(asset_call("bean bag"), at=(0.2, 0, 1.5), name="bean_bag"),'
)


@pytest.fixture
def talk(tmp_path: Path) -> HeldDialogue:
    return HeldDialogue(tmp_path / "scene", more=_ROW)


def test_putting_back_what_was_moved_is_an_undo(talk: HeldDialogue) -> None:
    before = talk.session.source
    talk.say("move the desk 40 cm to the left")
    assert talk.say("no, leave it where it was").outcome == "stepped"
    assert talk.session.source == before


def test_the_outer_ones_are_both_ends(talk: HeldDialogue) -> None:
    end = talk.say("remove the two outer bean bags")
    assert set(end.gone) == {"lounge/bean_bag", "lounge/bean_bag[2]"}


def test_three_of_many_are_any_three(talk: HeldDialogue) -> None:
    assert len(talk.say("take two bean bags away").gone) == 2


def test_the_new_ones_are_those_just_added(talk: HeldDialogue) -> None:
    talk.say("add two bean bags")
    gone = talk.say("remove one of the new bean bags").gone
    assert len(gone) == 1
    assert gone[0] not in ("lounge/bean_bag", "lounge/bean_bag[1]", "lounge/bean_bag[2]")


def test_a_bare_distance_goes_on(talk: HeldDialogue) -> None:
    x = talk.pose("desk")[0]
    talk.say("move the desk 30 cm to the left")
    first = talk.pose("desk")[0] - x
    talk.say("another 20 cm")
    assert talk.pose("desk")[0] - x == pytest.approx(first * 5 / 3, abs=0.02)


def test_all_that_was_done_is_undone(talk: HeldDialogue) -> None:
    before = talk.session.source
    talk.say("move the desk 30 cm to the left")
    talk.say("paint the desk green")
    assert talk.say("undo everything we just did").outcome == "stepped"
    assert talk.session.source == before
