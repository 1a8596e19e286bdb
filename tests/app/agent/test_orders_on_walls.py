"""What hangs on a wall keeps hanging where it is told to go to another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.held_dialogues import HeldDialogue


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("move the clock to the back wall", (None, -2.12)),
        ("move the wall clock against the left wall", (-2.47, None)),
        ("put the clock on the front wall", (None, 2.12)),
    ],
)
def test_what_hangs_goes_to_another_wall_at_its_height(
    said: str, at: tuple[float | None, float | None], tmp_path: Path
) -> None:
    talk = HeldDialogue(tmp_path / "scene", relations="relate(on_wall('wall_clock', 'right'))\n")
    assert talk.say(said).outcome == "changed"
    x, y, z, _ = talk.pose("wall_clock")
    assert y == pytest.approx(1.74, abs=1e-3)
    assert at[0] is None or x == pytest.approx(at[0], abs=0.02)
    assert at[1] is None or z == pytest.approx(at[1], abs=0.02)
    assert "on_wall('wall_clock', 'right')" not in talk.session.source
    assert "on_wall('wall_clock'" in talk.session.source
    assert "onto the" in talk.told


def test_what_hangs_is_not_hung_into_a_window(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("move the clock to the left wall under the window")
    talk.say("move the clock to the left wall")
    x, y, z, _ = talk.pose("wall_clock")
    assert (x, y) == (pytest.approx(-2.47, abs=0.02), pytest.approx(1.74, abs=1e-3))
    assert abs(z + 0.21) > 0.75


def test_what_stands_still_goes_to_the_foot_of_a_wall(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("move the coffee table to the front wall")
    assert talk.pose("coffee_table")[1] == pytest.approx(0.0, abs=0.01)
