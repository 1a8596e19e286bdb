"""Which of two things is bigger: named so that the size does not explain itself, and by how much; and whether doors are blocked."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenewright.scene.language.editing import Recolour
from tests.support.held_dialogues import HeldDialogue


def test_the_bigger_one_has_a_name_and_a_difference(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("which armchair is bigger?")
    assert talk.told.startswith("Armchair 2 is the bigger: 0.17 m wider, taller and deeper than armchair 1 (")
    talk.say("which armchair is smaller?")
    assert talk.told.startswith("Armchair 1 is the smaller: 0.17 m narrower, lower and less deep than armchair 2 (")
    talk.say("which armchair is taller?")
    assert talk.told == "Armchair 2 is the taller: 1.02 m tall; armchair 1 is 0.85 m tall."


def test_things_of_other_kinds_keep_their_names(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("which is bigger, the desk or the sofa?")
    assert talk.told.startswith("The sofa is the bigger: 0.74 m wider, 9 cm taller and 0.22 m deeper than the desk (")


@pytest.mark.parametrize(("word", "rgb"), [("walnut", (0.388, 0.263, 0.188)), ("dark oak", (0.416, 0.290, 0.176))])
def test_a_material_is_a_colour_word(word: str, rgb: tuple[float, float, float], tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.session.edit([Recolour("desk", word)])
    desk = talk.session.scene.find("desk")
    scene = talk.session.scene
    colors = [
        scene.entity(row).color for row in range(desk.index, scene.subtree_end(desk.index)) if scene.entity(row).color
    ]
    assert any(max(abs(a - b) for a, b in zip(c, rgb, strict=True)) < 2e-3 for c in colors)


_IN_THE_WAY = 'place(asset_call("bookshelf"), at=(1.7, 0, 1.6), name="bookshelf"),'


@pytest.mark.parametrize("more", ["", _IN_THE_WAY])
def test_whether_the_door_is_blocked_is_as_the_layout_has_it(more: str, tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", more=more)
    talk.say("Is the door blocked?")
    assert talk.told.startswith(
        "Yes, the door is blocked: in the way is the bookshelf by " if more else "No, the door is free"
    )
    talk.say("is the door free?")
    assert talk.told.startswith("No, the door is blocked" if more else "Yes, the door is free")
    faults = talk.session.derived.judged(talk.session.scene).faults.violations
    assert ("door" in {str(v.kind) for v in faults}) == bool(more)
