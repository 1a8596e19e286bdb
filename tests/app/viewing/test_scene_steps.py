"""Steps: whoever knows a revision and the step from it knows the next one."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.app.session import Session
from scenewright.app.view_records import ViewRecords
from scenewright.app.viewing.scene_steps import text_changes
from scenewright.scene.folder import Project
from scenewright.scene.language.editing import Delete, Move, Recolour, Turn, edit_from_json

ROOM = """from scene.language import *

@register('ein Zimmer für zwei 🪑')
def home():
    return concat_shapes(
        room(4, 3, 2.5),
        place(asset_call('table'), at=(0, 0, 0), name='table'),
        place(asset_call('mug'), at=(0, 0.75, 0), name='mug'),
        place(asset_call('chair'), at=(1.2, 0, 0), turn=-90, name='chair'))
"""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    Project.create(tmp_path / "scene", ROOM)
    return Session.open(tmp_path / "scene", writable=True)


def followed(state: dict[str, Any], step: dict[str, Any]) -> dict[str, Any]:
    """What a page makes of a state and a step."""
    changed = {node["row"]: node for node in step["nodes"]}
    return {
        **state,
        "source": applied(state["source"], step["text"]),
        "revision": step["revision"],
        "canUndo": step["canUndo"],
        "canRedo": step["canRedo"],
        "nodes": [changed.get(node["row"], node) for node in state["nodes"]],
    }


def applied(text: str, changes: list[dict[str, Any]]) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    out, at = b"", 0
    for change in changes:
        out += units[2 * at : 2 * change["from"]] + change["insert"].encode("utf-16-le", "surrogatepass")
        at = change["to"]
    return (out + units[2 * at :]).decode("utf-16-le", "surrogatepass")


@pytest.mark.parametrize(
    "edits",
    [
        [Move("chair", by=(0.3, 0, 0.2))],
        [Turn("chair", 40)],
        [Move("table", by=(-0.5, 0, 0))],
        [Move("chair", by=(0.3, 0, 0)), Turn("table", 90)],
    ],
    ids=["move", "turn", "with-a-rider", "two"],
)
def test_a_page_that_follows_poses_knows_the_next_state(session: Session, edits: list[Any]) -> None:
    records = ViewRecords(session)
    state = records.state()
    before = session.scene.world_from_local
    session.edit(edits)
    step = records.step(state["revision"])
    assert followed(state, step) == records.state()
    moved = before.copy()
    for one in step["motions"]:  # parents come first, and what is below moves along
        motion = np.vstack([np.reshape(one["motion"], (3, 4)), [0, 0, 0, 1]])
        rows = slice(one["row"], session.scene.subtree_end(one["row"]))
        moved[rows] = motion @ before[rows]
    assert np.allclose(moved, session.scene.world_from_local, atol=1e-6)


def test_a_thing_that_is_gone_needs_a_new_state(session: Session) -> None:
    records = ViewRecords(session)
    revision = records.state()["revision"]
    session.edit([Delete("mug")])
    step = records.step(revision)
    assert step["motions"] is None
    assert step["nodes"] is None
    assert step["renamed"]["home/mug"] is None
    assert "mug" not in applied(ROOM, step["text"])


def test_a_new_colour_needs_a_new_drawing(session: Session) -> None:
    records = ViewRecords(session)
    revision = records.state()["revision"]
    session.edit([Recolour("chair", (0.1, 0.2, 0.9))])
    assert records.step(revision)["motions"] is None


def test_several_changes_are_one_step(session: Session) -> None:
    records = ViewRecords(session)
    state = records.state()
    for _ in range(3):
        session.edit([Move("chair", by=(0.1, 0, 0))])
    step = records.step(state["revision"])
    assert step["basedOn"] == state["revision"]
    assert followed(state, step) == records.state()


def test_an_unknown_revision_means_all_anew(session: Session) -> None:
    records = ViewRecords(session)
    session.edit([Move("chair", by=(0.1, 0, 0))])
    step = records.step(1)
    assert step["text"] is None
    assert step["what"].startswith("Moved chair")


def test_spans_are_columns_of_an_editor(session: Session) -> None:
    state = ViewRecords(session).state()
    lines = state["source"].splitlines()
    span = next(node for node in state["nodes"] if node["path"] == "home/chair")["span"]
    assert lines[span["line"] - 1][span["column"] - 1 : span["endColumn"] - 1] == "asset_call('chair')"


@settings(max_examples=150)
@given(st.text("ab\n🪑é", max_size=30), st.text("ab\n🪑é", max_size=30))
def test_text_changes_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    changes = text_changes(before, after)
    assert applied(before, changes) == after
    assert all(a["to"] <= b["from"] for a, b in pairwise(changes))


def test_a_change_of_one_number_is_a_change_of_few_characters(session: Session) -> None:
    source = session.source
    session.edit([edit_from_json({"kind": "move", "path": "chair", "by": [0.1, 0, 0]})])
    changes = text_changes(source, session.source)
    assert sum(len(c["insert"]) + c["to"] - c["from"] for c in changes) < 10


def test_another_size_of_the_room_needs_a_new_drawing(session: Session) -> None:
    records = ViewRecords(session)
    revision = records.state()["revision"]
    wide = ROOM.replace("room(4,", "room(34,")
    session.take(wide, session.evaluate_text(wide), author="person", operation={"kind": "program"})
    assert records.step(revision)["motions"] is None
    assert records.state()["room"]["width"] == 34
