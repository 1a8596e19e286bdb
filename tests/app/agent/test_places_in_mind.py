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


def test_a_bare_number_of_many_is_any_so_many(talk: HeldDialogue) -> None:
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


def test_a_word_nobody_knows_makes_no_two_names_one(talk: HeldDialogue) -> None:
    before = talk.session.source
    assert talk.say("remove the squarish seats").outcome != "changed"
    assert talk.session.source == before


def test_what_hangs_on_a_wall_grows_about_its_middle(talk: HeldDialogue) -> None:
    middle = _middle(talk, "wall_clock")
    talk.say("make the clock twice as big")
    assert _middle(talk, "wall_clock") == pytest.approx(middle, abs=0.02)


def test_things_go_into_the_two_corners_of_a_side(talk: HeldDialogue) -> None:
    talk.say("remove the middle bean bag")
    assert talk.say("put the bean bags in the two left corners").outcome == "changed"
    back, front = sorted((talk.pose(name) for name in ("bean_bag", "bean_bag[1]")), key=lambda pose: pose[2])
    assert max(back[0], front[0]) < -1.5
    assert back[2] < -1.2 < 1.2 < front[2]


def test_the_armchair_without_a_blanket_is_the_other_one(tmp_path: Path) -> None:
    blanket = 'place(asset_call("folded blanket"), at=(-1.9, 0.43, -0.098), turn=90, name="folded_blanket"),'
    talk = HeldDialogue(tmp_path / "scene", more=blanket)
    talk.say("select the armchair with a blanket on it")
    assert talk.told == "Selected the armchair 1."
    talk.say("select the armchair that has no blanket on it")
    assert talk.told == "Selected the armchair 2."


def _middle(talk: HeldDialogue, name: str) -> float:
    low, high = talk.session.scene.find(f"lounge/{name}").bounds
    return float(low[1] + high[1]) / 2.0
