"""What lies about is put where it belongs or taken away; all else stays where it is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import scenewright as sw
from scenewright.assets.tidying import belonging_of
from tests.support.standing_rooms import HALF_BEDROOM, MESSY_OFFICE, standing_room

TIDY_OFFICE = MESSY_OFFICE.replace("at=(0.5, 0, 0.9), turn=120", "at=(1.2, 0, -1.84)").replace(
    "at=(1.4, 0, -1.2)", "at=(1.4, 0, 0.2)"
)
"""The same with the shelf at the wall, so that nothing but the small things is in a mess."""


@pytest.fixture(scope="module")
def tidied(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sw.RoomTaskDone]:
    folder = standing_room(tmp_path_factory.mktemp("rooms") / "office", TIDY_OFFICE)
    return folder, sw.tidy(folder)


def test_rubbish_is_cleared_away_and_told_of(tidied: tuple[Path, sw.RoomTaskDone]) -> None:
    folder, done = tidied
    assert done.removed == ("home_office/pizza_box",)
    assert "cleared the pizza box away" in done.says
    assert "home_office/pizza_box" not in sw.evaluate(folder).paths


def test_a_book_goes_onto_furniture(tidied: tuple[Path, sw.RoomTaskDone]) -> None:
    folder, done = tidied
    assert "home_office/book" in done.moved
    assert sw.evaluate(folder).find("book").world_from_local[1, 3] > 0.2


def test_furniture_stays_where_it_is(tidied: tuple[Path, sw.RoomTaskDone]) -> None:
    old, new = sw.evaluate(TIDY_OFFICE), sw.evaluate(tidied[0])
    for name in ("desk", "office_chair", "bookshelf"):
        np.testing.assert_allclose(new.find(name).world_from_local, old.find(name).world_from_local, atol=1e-9)


def test_nothing_is_taken_away_where_all_is_to_be_kept(tmp_path: Path) -> None:
    folder = standing_room(tmp_path / "office", TIDY_OFFICE)
    done = sw.tidy(folder, keep=True)
    assert not done.removed
    assert "home_office/pizza_box" in sw.evaluate(folder).paths


def test_a_tidy_room_is_left_as_it_is(tmp_path: Path) -> None:
    folder = standing_room(tmp_path / "bedroom", HALF_BEDROOM)
    done = sw.tidy(folder)
    assert not done.done
    assert done.says == "Nothing lies about here."
    assert len(sw.history(folder)) == 1


def test_things_are_known_by_name_before_their_category() -> None:
    rubbish, toy = belonging_of(["pizza box"], "food"), belonging_of(["teddy bear"], "toys")
    assert rubbish is not None
    assert rubbish.away == "always"
    assert toy is not None
    assert toy.rank(["toy chest"]) == 0
    assert toy.rank(["sofa"]) is None
    assert belonging_of(["grand piano"], "unheard of") is None
