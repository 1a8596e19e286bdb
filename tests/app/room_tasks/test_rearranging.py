"""A messy room is re-arranged: the same things with the same looks, in places that such a room gives them."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np
import pytest

import scenewright as sw
from scenewright.app.session import Draft
from tests.support.standing_rooms import MESSY_OFFICE, standing_room

POSE = re.compile(r", at=\([^)]*\)|, turn=[-\d.]+")


def program(folder: Path) -> str:
    return (folder / "program.py").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def arranged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sw.RoomTaskDone]:
    folder = standing_room(tmp_path_factory.mktemp("rooms") / "office", MESSY_OFFICE)
    return folder, sw.rearrange(folder)


def test_only_poses_change(arranged: tuple[Path, sw.RoomTaskDone]) -> None:
    folder, done = arranged
    assert done.moved
    assert not done.added
    assert POSE.sub("", program(folder)) == POSE.sub("", MESSY_OFFICE)


def test_nothing_collides_any_more(arranged: tuple[Path, sw.RoomTaskDone]) -> None:
    assert not Draft(sw.Session.open(arranged[0])).judged().faults.violations


def test_the_chair_is_at_the_desk_and_faces_it(arranged: tuple[Path, sw.RoomTaskDone]) -> None:
    scene = sw.evaluate(arranged[0])
    chair, desk = scene.find("office_chair").world_from_local, scene.find("desk").world_from_local
    to_desk = desk[:3, 3] - chair[:3, 3]
    assert np.linalg.norm(to_desk) < 1.3
    assert float(chair[:3, 2] @ to_desk) > 0.7 * float(np.linalg.norm(to_desk))


def test_the_shelf_has_its_back_to_a_wall(arranged: tuple[Path, sw.RoomTaskDone]) -> None:
    scene = sw.evaluate(arranged[0])
    pose = scene.find("bookshelf").world_from_local
    turn = math.degrees(math.atan2(pose[0, 2], pose[2, 2])) % 90.0
    assert min(turn, 90.0 - turn) < 0.5
    low, high = scene.find("bookshelf").bounds
    gaps = (low[0] + 1.8, 1.8 - high[0], low[2] + 2.0, 2.0 - high[2])
    assert min(gaps) < 0.1


def test_the_lamp_goes_on_furniture(arranged: tuple[Path, sw.RoomTaskDone]) -> None:
    assert sw.evaluate(arranged[0]).find("desk_lamp").world_from_local[1, 3] > 0.3


def test_what_is_pinned_or_fixed_stays(tmp_path: Path) -> None:
    folder = standing_room(tmp_path / "office", f"{MESSY_OFFICE}\n\nrelate(fixed('bookshelf'))\n")
    sw.rearrange(folder, pinned=["office_chair"])
    old, new = sw.evaluate(MESSY_OFFICE), sw.evaluate(folder)
    for name in ("bookshelf", "office_chair"):
        np.testing.assert_allclose(new.find(name).world_from_local, old.find(name).world_from_local, atol=1e-9)
    assert not np.allclose(new.find("desk").world_from_local, old.find("desk").world_from_local)


def test_what_is_missing_can_come_in_the_same_step(tmp_path: Path) -> None:
    folder = standing_room(tmp_path / "office", MESSY_OFFICE)
    done = sw.rearrange(folder, furnish=True)
    assert done.moved
    assert done.added
    assert len(sw.history(folder)) == 2


def test_a_path_that_names_nothing_is_refused(tmp_path: Path) -> None:
    folder = standing_room(tmp_path / "office", MESSY_OFFICE)
    with pytest.raises(sw.PathError):
        sw.rearrange(folder, pinned=["piano"])
    assert program(folder) == MESSY_OFFICE
