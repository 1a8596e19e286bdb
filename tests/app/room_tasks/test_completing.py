"""A half-furnished room is completed: what it lacks comes to sensible places, and nothing else changes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import numpy as np
import pytest

import scenewright as sw
from scenewright.app.room_views import ViewJudge
from scenewright.app.session import Draft
from scenewright.scene.language.editing import placed_by
from tests.support.standing_rooms import HALF_BEDROOM, PLAIN_LOUNGE, standing_room


def program(folder: Path) -> str:
    return (folder / "program.py").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def completed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sw.RoomTaskDone]:
    folder = standing_room(tmp_path_factory.mktemp("rooms") / "bedroom", HALF_BEDROOM)
    return folder, sw.furnish(folder)


def test_what_such_a_room_has_is_added(completed: tuple[Path, sw.RoomTaskDone]) -> None:
    folder, done = completed
    names = {path.partition("/")[2] for path in done.added}
    assert done.place == "bedroom"
    assert {"nightstand_2", "wardrobe"} <= names
    assert done.says.startswith("Completed the bedroom: added ")
    assert set(done.added) <= set(sw.evaluate(folder).paths)


def test_the_other_nightstand_stands_beside_the_bed(completed: tuple[Path, sw.RoomTaskDone]) -> None:
    scene = sw.evaluate(completed[0])
    first, second = (scene.find(name).world_from_local[:3, 3] for name in ("nightstand", "nightstand_2"))
    bed = scene.find("bed").world_from_local[0, 3]
    assert first[0] - bed == pytest.approx(bed - second[0], abs=0.1)
    assert first[2] == pytest.approx(second[2], abs=0.15)


def test_what_is_there_stays_byte_for_byte(completed: tuple[Path, sw.RoomTaskDone]) -> None:
    after = program(completed[0])
    for line in HALF_BEDROOM.splitlines():
        assert line in after
    old, new = sw.evaluate(HALF_BEDROOM), sw.evaluate(completed[0])
    for path in old.paths:
        np.testing.assert_allclose(new.find(path).world_from_local, old.find(path).world_from_local, atol=1e-9)


def test_furniture_and_dressing_have_functions_of_their_own(completed: tuple[Path, sw.RoomTaskDone]) -> None:
    folder, done = completed
    session = sw.Session.open(folder)
    furniture = placed_by(session.source, session.scene, "furnishing")
    dressing = placed_by(session.source, session.scene, "dressing")
    assert sorted([*furniture, *dressing]) == sorted(done.added)
    assert "bedroom/wardrobe" in furniture
    assert not {"bedroom/wardrobe", "bedroom/nightstand_2"} & set(dressing)


def test_nothing_that_was_added_collides(completed: tuple[Path, sw.RoomTaskDone]) -> None:
    assert not Draft(sw.Session.open(completed[0])).judged().faults.violations


def test_it_is_one_step_that_can_be_undone(completed: tuple[Path, sw.RoomTaskDone], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(completed[0], tmp_path / "bedroom"))
    assert len(sw.history(folder)) == 2
    sw.undo(folder)
    assert program(folder) == HALF_BEDROOM


def test_a_complete_room_lacks_nothing_more(completed: tuple[Path, sw.RoomTaskDone], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(completed[0], tmp_path / "bedroom"))
    again = sw.furnish(folder, level="none")
    assert not {re.sub(r"_\d+$", "", path) for path in again.added} & {
        "bedroom/nightstand",
        "bedroom/wardrobe",
        "bedroom/bed",
    }


def test_without_dressing_only_furniture_comes(tmp_path: Path) -> None:
    folder = standing_room(tmp_path / "lounge", PLAIN_LOUNGE)
    done = sw.furnish(folder, level="none")
    session = sw.Session.open(folder)
    assert done.added
    assert not placed_by(session.source, session.scene, "dressing")


def test_a_place_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    folder = standing_room(tmp_path / "bedroom", HALF_BEDROOM)
    with pytest.raises(sw.EditError, match="no recipe is for 'flibber'"):
        sw.furnish(folder, place="flibber")
    assert program(folder) == HALF_BEDROOM


BARE_BEDROOM = """from scene.language import *

@register('a bedroom')
def bedroom():
    return concat_shapes(
        room(3.9, 3.6, 2.7, doors=[('front', 1.25, 0.9, 2.05)], windows=[('left', -0.18, 1.44, 1.25)]),
        place(asset_call('double bed'), at=(0, 0, -0.72), name='bed'),
    )

camera(eye=(0, 1.5, 3.4), target=(0, 0.9, -0.8), fov=44)
"""


def test_new_nightstands_flank_a_bed_and_block_no_view(tmp_path: Path) -> None:
    folder = standing_room(tmp_path / "bedroom", BARE_BEDROOM)
    sw.furnish(folder, level="none")
    scene = sw.evaluate(folder)
    left, right = sorted(scene.find(name).world_from_local[0, 3] for name in ("nightstand", "nightstand_2"))
    assert left < -0.7
    assert right > 0.7
    session = sw.Session.open(folder)
    judge = ViewJudge(scene, session.derived.graph_geometry(scene))
    (view,) = judge.look(list(scene.cameras), 80, 60)
    largest = {
        scene.entity(row).name: share for row, share in zip(judge.rows, view.pixels / view.thing.size, strict=True)
    }
    assert largest["bed"] > 0.05
    assert all(share < 0.4 for share in largest.values()), largest
