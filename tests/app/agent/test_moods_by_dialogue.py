"""Moods, shades, counts and corrections in a dialogue, on one lounge: what changes, that it is one step, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.held_dialogues import HeldDialogue

DAY = '\nenvironment("soft daylight")\n'


def names(talk: HeldDialogue) -> list[str]:
    return [entity.name for entity in talk.session.scene.root.children]


def test_cosier_is_warmer_light_and_things_in_one_step(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", relations=DAY)
    before, things, revision = talk.session.source, len(names(talk)), talk.session.revision
    assert talk.say("make it cosier").outcome == "changed"
    assert talk.session.revision == revision + 1
    assert len(names(talk)) > things
    assert "warmer" in talk.session.source
    assert talk.told.startswith("Made it more cosy: made the light")
    assert "added" in talk.told
    talk.say("undo")
    assert talk.session.source == before


def test_a_mood_of_one_thing_leaves_the_light(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", relations=DAY)
    assert talk.say("make the sofa cosier").outcome == "changed"
    assert "soft daylight," not in talk.session.source


def test_a_colour_can_be_a_shade_darker(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", relations=DAY)
    talk.say("paint the sofa green")
    talk.say("a bit darker")
    assert "the colour of the sofa a little darker" in talk.told
    assert "soft daylight," not in talk.session.source


def test_what_was_added_can_be_more_or_fewer(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("add a plant")
    talk.say("make it three")
    assert sum("plant" in name for name in names(talk)) == 3
    talk.say("make that two")
    assert sum("plant" in name for name in names(talk)) == 2


def test_the_last_change_can_spare_something(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("paint the sofa and the desk red")
    assert talk.say("except the desk").outcome == "changed"
    assert "desk" not in talk.told.split("red")[0]


@pytest.mark.parametrize("sentence", ["add a window to the back wall", "make some room in the middle"])
def test_parts_of_the_room_are_not_added(tmp_path: Path, sentence: str) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    before = talk.session.source
    assert talk.say(sentence).outcome == "refused"
    assert talk.session.source == before


def test_it_is_not_what_was_spoken_of_before(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("paint the sofa green")
    talk.say("where is the piano?")
    before = talk.session.source
    assert talk.say("get rid of it").outcome == "asked"
    assert talk.session.source == before


def test_a_dislike_alone_changes_nothing(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    assert talk.say("I hate the sofa").outcome == "refused"
    assert "remove the sofa" in talk.told
