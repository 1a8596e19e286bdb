"""What stands on a thing comes along when an edit moves it, and what an edit makes collide or float is told."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.app.session import Session
from scenewright.scene.errors import EditError
from scenewright.scene.folder import Project
from scenewright.scene.language.editing import (
    Add,
    Delete,
    Duplicate,
    Edit,
    EditResult,
    Move,
    Recolour,
    Replace,
    Scale,
    Turn,
)
from scenewright.scene.sources import SceneSource, SourceKind

ROOM = """from scene.language import *

def block(w, h, d):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, h / 2, 0)))

@register('a table')
def table():
    return block(1.2, 0.7, 0.8)

@register('a vase')
def vase():
    return block(0.1, 0.3, 0.1)

@register('a book')
def book():
    return block(0.2, 0.04, 0.15)

@register('a chair')
def chair():
    return block(0.4, 0.8, 0.4)

@register('a tray')
def tray():
    return block(0.5, 0.02, 0.4)

@register('a rug')
def rug():
    return block(2.0, 0.01, 1.6)

@register('a stage')
def stage():
    return block(9, 1, 9)

@register('a room')
def den():
    return concat_shapes(
        room(6, 5, 2.7),
        place('rug', at=(0, 0, 0)),
        place('table', at=(0, 0.01, 0)),
        place('tray', at=(-0.2, 0.71, 0)),
        place('book', at=(-0.25, 0.73, 0.05)),
        place('vase', at=(0.4, 0.71, 0.1)),
        place('chair', at=(0, 0, 0.9)),
        place('chair', at=(2, 0, -1)),
        place('vase', at=(2, 0.8, -1)),
    )
relate(on('vase', 'table'), near('chair', 'table'))
"""
ON_TABLE = ("den/tray", "den/book", "den/vase")


def opened(source: str = ROOM) -> Session:
    return Session(SceneSource(source, SourceKind.PROGRAM, None))


@pytest.fixture(scope="module")
def den() -> Session:
    session = opened()
    session.derived.judged()
    return session


def edited(session: Session, *edits: Edit) -> tuple[Session, list[EditResult]]:
    """A session with the scene of another after some edits, and their results."""
    changed = opened(session.source)
    return changed, changed.edit(edits)


def foot(session: Session, path: str) -> np.ndarray:
    low, high = session.scene.find(path).bounds
    return np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2])


def test_what_stands_on_a_table_comes_along(den: Session) -> None:
    moved, (result,) = edited(den, Move("table", by=(0.5, 0.0, -0.3)))
    assert result.carried == ON_TABLE
    for path in ("table", *ON_TABLE):
        assert foot(moved, path) - foot(den, path) == pytest.approx([0.5, 0, -0.3], abs=1e-3)
    assert foot(moved, "den/vase[1]") == pytest.approx(foot(den, "den/vase[1]"))
    assert result.consequences == ()


def test_alone_leaves_it_and_says_what_floats(den: Session) -> None:
    moved, (result,) = edited(den, Move("table", by=(2.39, 0.0, 0.0), alone=True))
    assert result.carried == ()
    assert foot(moved, "den/vase") == pytest.approx(foot(den, "den/vase"))
    assert sum("floats" in told for told in result.consequences) == 2
    assert any("den/book stands on den/tray, which nothing holds up" in told for told in result.consequences)
    assert any(
        told.startswith("near(chair, table, lo=0.0, hi=1.5) does not hold any more") for told in result.consequences
    )
    assert not any(told.startswith("on(vase, table)") for told in result.consequences)  # told where it floats


def test_a_thing_in_the_middle_takes_only_what_is_on_it(den: Session) -> None:
    _, (result,) = edited(den, Move("tray", by=(0.1, 0.0, 0.0)))
    assert result.carried == ("den/book",)


def test_what_only_touches_a_thing_does_not_ride_on_it() -> None:
    """A chair that cuts into the table, as high as that, touches the tray from below as the table does."""
    source = ROOM.replace("block(0.4, 0.8, 0.4)", "block(0.4, 0.71, 0.4)")
    source = source.replace("place('chair', at=(0, 0, 0.9))", "place('chair', at=(-0.35, 0, 0.2))")
    source = source.replace("relate(", "relate(on('tray', 'table'), ")
    cut = opened(source)
    _, (result,) = edited(cut, Move("den/chair", by=(-1.0, 0.0, 0.5)))
    assert result.carried == ()
    _, (result,) = edited(cut, Move("table", by=(0.5, 0.0, -0.3)))
    assert result.carried == ON_TABLE


def test_what_rests_on_two_things_rides_on_neither() -> None:
    source = ROOM.replace(
        "place('table', at=(0, 0.01, 0))", "place('table', at=(-0.6, 0, 0)), place('table', at=(0.61, 0, 0))"
    )
    source = source.replace("place('tray', at=(-0.2, 0.71, 0))", "place('tray', at=(0, 0.7, 0))")
    source = source.replace("relate(on('vase', 'table'), near('chair', 'table'))", "")
    two = opened(source)
    _, (result,) = edited(two, Move("den/table[0]", by=(-0.3, 0.0, 0.0)))
    assert "den/tray" not in result.carried


def test_furniture_does_not_ride_on_its_rug(den: Session) -> None:
    moved, (result,) = edited(den, Move("rug", by=(0.3, 0.0, 0.0)))
    assert result.carried == ()
    assert foot(moved, "den/table") == pytest.approx(foot(den, "den/table"))


def test_a_scaled_table_keeps_its_setting_on_top(den: Session) -> None:
    scaled, (result,) = edited(den, Scale("table", 1.2))
    assert result.carried == ON_TABLE
    assert foot(scaled, "den/vase")[1] == pytest.approx(0.01 + 1.2 * 0.7, abs=1e-3)
    assert result.consequences == ()


def test_what_the_same_step_poses_does_not_ride_as_well(den: Session) -> None:
    moved, results = edited(den, Move("den/vase", by=(0.5, 0.0, 0.0)), Move("table", by=(0.5, 0.0, 0.0)))
    assert foot(moved, "den/vase") - foot(den, "den/vase") == pytest.approx([0.5, 0, 0], abs=1e-3)
    assert results[1].carried == ("den/tray", "den/book")


@settings(max_examples=4, deadline=None)
@given(
    x=st.integers(-6, 6).map(lambda n: n / 10), z=st.integers(-4, 4).map(lambda n: n / 10), degrees=st.integers(-180, 180).map(float),
    first=st.sampled_from(["move", "turn"]),
)  # fmt: skip
def test_the_setting_keeps_its_place_on_the_table(den: Session, x: float, z: float, degrees: float, first: str) -> None:
    edits: list[Edit] = [Move("table", by=(x, 0.0, z)), Turn("table", degrees)]
    moved, _ = edited(den, *(edits if first == "move" else edits[::-1]))
    for path in ON_TABLE:
        before, after = (
            np.linalg.inv(s.scene.find("table").world_from_local) @ s.scene.find(path).world_from_local
            for s in (den, moved)
        )
        np.testing.assert_allclose(before, after, atol=2e-3)


TOLD = {
    "a chair in a table": (Move("chair[1]", by=(-2.0, 0.0, 0.9)), r"chair\[1\].*intersect|intersect.*chair\[1\]"),
    "a chair in a wall": (Move("chair[1]", by=(1.0, 0.0, 0.0)), "leaves the room through the right wall"),
    "a vase in the air": (Move("den/vase", by=(0.0, 0.5, 0.0)), "den/vase floats 50"),
    "a table that is gone": (Delete("table"), "den/vase floats"),
    "a lower thing in its place": (Replace("table", "rug"), "den/vase floats"),
    "a copy in the original": (Duplicate("chair", (0.1, 0.0, 0.0)), "intersect"),
}


@pytest.mark.parametrize("what", TOLD)
def test_what_an_edit_breaks_is_told(den: Session, what: str) -> None:
    edit, wanted = TOLD[what]
    _, (result,) = edited(den, edit)
    assert any(re.search(wanted, told) for told in result.consequences), result.consequences


def test_what_was_wrong_before_is_not_told_again(den: Session) -> None:
    broken, _ = edited(den, Move("den/vase", by=(0.0, 0.5, 0.0)))
    _, (result,) = edited(broken, Move("chair[1]", by=(0.1, 0.0, 0.0)))
    assert result.consequences == ()
    assert edited(broken, Recolour("chair[1]", (1.0, 0.0, 0.0)))[1][0].consequences == ()


def test_carrying_is_one_step_of_a_folder(tmp_path: Path) -> None:
    Project.create(tmp_path / "den", ROOM)
    session = Session.open(tmp_path / "den", writable=True)
    before = session.source
    session.edit([Turn("table", 30.0)])
    assert session.revision == 2
    session.step(Project.undo)
    assert session.source == before


# -- adding -----------------------------------------------------------------------------------------------------------


def test_a_thing_is_added_where_it_is_said(den: Session) -> None:
    added, (result,) = edited(den, Add("book", at=(0.4, 0.71, -0.25), turn=90.0, name="novel"))
    assert result.path == "den/novel"
    assert foot(added, "novel") == pytest.approx([0.4, 0.71, -0.25], abs=1e-3)
    assert result.consequences == ()


def test_a_thing_is_put_on_or_near_another(den: Session) -> None:
    added, results = edited(den, Add("book", on="table", name="novel"), Add("chair", near="table"))
    assert foot(added, "novel")[1] == pytest.approx(0.71, abs=2e-3)
    assert results[1].path == "den/chair[2]"
    assert results[-1].consequences == ()
    for path in (*ON_TABLE, "den/table", "den/chair"):
        assert foot(added, path) == pytest.approx(foot(den, path))
    assert "relate(on('novel', 'table'))" in added.source
    assert "relate(near('chair[2]', 'table'))" in added.source


def test_where_there_is_no_room_nothing_is_added(den: Session) -> None:
    with pytest.raises(EditError, match=r"no place for 'den/stage'.*say where it stands"):
        edited(den, Add("stage"))
    with pytest.raises(EditError, match="either `at`"):
        edited(den, Add("table", on="den/vase", at=(0.0, 0.0, 0.0)))
    with pytest.raises(EditError, match="`turn` together"):
        edited(den, Add("table", turn=3.0))
