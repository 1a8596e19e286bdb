"""Like things that look at one thing stand in rows before it."""

from __future__ import annotations

import numpy as np
import pytest

from tests.support.composed_rooms import written


def poses(text: str, name: str) -> np.ndarray:
    """(N, 4) x, y, z in metres and yaw in degrees of the things of a name."""
    _, scene = written(text)
    found = [e for e in scene.entities() if e.path.rsplit("/", 1)[-1].split("[")[0] == name]
    return np.array(
        [[*e.world_from_local[:3, 3], np.degrees(np.arctan2(*e.world_from_local[[0, 2], 2]))] for e in found]
    )


@pytest.mark.parametrize("count", [6, 12, 20])
def test_desks_stand_in_rows_before_the_blackboard(count: int) -> None:
    text = f"A classroom with {count} desks facing the blackboard."
    desks, (board,) = poses(text, "desk"), poses(text, "blackboard")
    assert len(desks) == count
    assert np.ptp(desks[:, 3]) < 1.0
    # the desks of a classroom have seats of their own, at their backs: who sits there looks over the front at the board
    toward = board[[0, 2]] - desks[:, [0, 2]].mean(axis=0)
    front = np.array([np.sin(np.radians(desks[0, 3])), np.cos(np.radians(desks[0, 3]))])
    assert toward @ front > 0.0
    composition, _ = written(text, dress="light")
    assert "school chair" not in composition.program
    rows = np.unique(desks[:, 2].round(2))
    assert 2 <= len(rows) <= count // 2


def test_chairs_look_at_the_piano() -> None:
    text = "A hall with twelve chairs facing a piano."
    chairs, (piano,) = poses(text, "chair"), poses(text, "piano")
    assert np.ptp(chairs[:, 3]) < 1.0
    toward = piano[[0, 2]] - chairs[:, [0, 2]].mean(axis=0)
    front = np.array([np.sin(np.radians(chairs[0, 3])), np.cos(np.radians(chairs[0, 3]))])
    assert toward @ front > 0.9 * np.hypot(*toward)


@pytest.mark.parametrize("count", [12, 20])
def test_pupils_look_at_the_board_in_a_furnished_classroom(count: int) -> None:
    text = f"a classroom with {count} student desks facing the blackboard"
    composition, scene = written(text, dress="light")
    desks = [e.world_from_local for e in scene.entities() if e.name.startswith("student_desk")]
    board = next(e.world_from_local[:3, 3] for e in scene.entities() if e.name == "blackboard")
    assert len(desks) == count
    for desk in desks:  # what sits at a desk's back looks over its front
        assert (board - desk[:3, 3]) @ desk[:3, 2] > 0.0
    assert "facing('student_desk', 'blackboard')" in composition.program
