"""What people read of the steps of a history."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenewright.scene.folder import operation_sentence


@pytest.mark.parametrize(
    ("operation", "sentence"),
    [
        ({"kind": "move", "path": "office/chair_2", "by": [0.4, 0, 0]}, "Moved chair 2 by 0.4 m along x"),
        ({"kind": "move", "path": "chair[1]", "by": [0, 0, -0.25]}, "Moved chair 2 by −0.25 m along z"),
        ({"kind": "move", "path": "chair", "by": [0.3, 0, 0.4]}, "Moved chair by 0.5 m"),
        ({"kind": "move", "path": "chair", "to": [1, 0, 2.5]}, "Moved chair to x 1 y 0 z 2.5"),
        ({"kind": "turn", "path": "desk", "degrees": 90.0}, "Turned desk by 90°"),
        ({"kind": "scale", "path": "desk", "factor": 1.5}, "Scaled desk to 150 %"),
        ({"kind": "scale", "path": "desk", "factor": [1, 2, 1]}, "Scaled desk: y to 200 %"),
        ({"kind": "recolour", "path": "desk", "color": "navy", "part": "top"}, "Coloured top of desk navy"),
        ({"kind": "recolour", "path": "desk", "color": [1, 0, 0]}, "Coloured desk #ff0000"),
        ({"kind": "set-material", "path": "desk", "roughness": 0.2}, "Changed the material of desk: roughness 0.2"),
        ({"kind": "rename", "path": "a/desk", "name": "work_table"}, "Renamed desk to work table"),
        ({"kind": "add", "what": "mug", "on": "office/desk"}, "Added mug on desk"),
        ({"kind": "add", "what": "mug", "at": [0, 0.75, 1]}, "Added mug at x 0 y 0.75 z 1"),
        ({"kind": "add-relation", "relation": "near", "arguments": ["a", "b"]}, "Added the relation near(a, b)"),
        ({"kind": "arrange", "poses": [{"path": "a"}, {"path": "b"}]}, "Moved 2 things"),
        ({"kind": "write", "line": 7, "last": 7, "old": "0.4", "new": "0.9"}, "Changed 0.4 to 0.9 in line 7"),
        ({"kind": "write", "line": 7, "last": 9}, "Wrote lines 7 to 9"),
        ({"kind": "write"}, "Wrote in the program"),
        ({"kind": "drop-relation", "relation": "on(a, b)"}, "Removed the relation on(a, b)"),
        ({"kind": "drop-relation", "index": 3}, "Removed relation 3"),
    ],
)
def test_an_operation_is_a_sentence(operation: dict[str, object], sentence: str) -> None:
    assert operation_sentence(operation) == sentence


def test_a_step_of_many_edits_names_some_and_counts_the_rest() -> None:
    edits = [{"kind": "delete", "path": f"room/block_{n}"} for n in range(5)]
    step = {"kind": "batch", "edits": edits}
    assert operation_sentence(step) == "Deleted block 0; deleted block 1; deleted block 2 and 2 more changes"


ODD = st.sampled_from(
    [None, "", "x" * 5_000, "\x1b[2J", 10**400, float("nan"), -0.0, [], {}, [[[]]], {"kind": [1]}, ["a", 3, True]]
)
KINDS = (
    "move",
    "turn",
    "scale",
    "recolour",
    "set-material",
    "rename",
    "add",
    "duplicate",
    "delete",
    "replace",
    "set-z",
)
MORE = ("add-relation", "drop-relation", "arrange", "batch", "write", "import", 3, "strange")


@given(value=ODD, kind=st.sampled_from([*KINDS, *MORE]))
def test_any_operation_of_a_journal_can_be_said(value: object, kind: object) -> None:
    keys = ("by", "to", "poses", "path", "degrees", "arguments", "index", "what", "on", "factor", "color", "part")
    more = ("name", "words", "relation", "at", "line", "last", "old", "new", "from", "roughness", "near", "edits")
    told = operation_sentence({"kind": kind, **dict.fromkeys((*keys, *more), value)})
    assert 3 <= len(told) < 600
    assert "\x1b" not in told
