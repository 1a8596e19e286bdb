"""Another size for the room: its numbers change in the program, and what stands against a wall goes along."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing import with_room_side
from tests.support.held_dialogues import HeldDialogue


def test_what_stands_against_a_wall_goes_along(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    before = {name: talk.pose(name) for name in ("armchair", "armchair[1]", "wall_clock", "coffee_table", "desk")}
    assert talk.say("make the room 1 m wider").outcome == "changed"
    assert "W, D, H = 6, 4.3, 2.7" in talk.session.source
    moved = {name: talk.pose(name)[0] - was[0] for name, was in before.items()}
    assert moved["armchair"] == pytest.approx(-0.5, abs=1e-3)
    assert moved["armchair[1]"] == pytest.approx(0.5, abs=1e-3)
    assert moved["wall_clock"] == pytest.approx(0.5, abs=1e-3)  # the program places it by the width: not twice
    assert moved["coffee_table"] == pytest.approx(0.0, abs=1e-6)
    assert "moved the two armchairs along with the walls" in talk.told
    talk.say("undo")
    assert talk.pose("armchair") == before["armchair"]


def test_a_room_too_small_for_its_things_is_refused(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    source = talk.session.source
    assert talk.say("make the room half as big").outcome == "refused"
    assert "the wall" in talk.told or "intersect" in talk.told
    assert talk.session.source == source


def test_bigger_is_wider_and_deeper(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("make the room bigger")
    assert talk.told.startswith("Made the room 6.25 m wide and 5.375 m deep")
    assert "W, D, H = 6.25, 5.375, 2.7" in talk.session.source


@pytest.mark.parametrize(
    ("source", "side", "changed"),
    [
        ("s = room(4, 3, 2.5)", "depth", "s = room(4, 3.5, 2.5)"),
        ("s = room(4, height=2.5, depth=3)", "depth", "s = room(4, height=2.5, depth=3.5)"),
        (
            "WIDTH = 4\nDEPTH = 3\ns = room(WIDTH, DEPTH, 2.5)",
            "depth",
            "WIDTH = 4\nDEPTH = 3.5\ns = room(WIDTH, DEPTH, 2.5)",
        ),
    ],
)
def test_a_side_is_written_where_it_is_stated(source: str, side: str, changed: str) -> None:
    assert with_room_side(source, None, side, 3.5)[0] == changed


@pytest.mark.parametrize(
    "source", ["s = room(4, 2 * 1.5, 2.5)", "D = 3\nD = 4\ns = room(4, D, 2.5)", "s = room(*size)", "s = 1"]
)
def test_a_side_that_is_reckoned_is_refused(source: str) -> None:
    with pytest.raises(EditError, match="does not state the depth"):
        with_room_side(source, None, "depth", 3.5)
