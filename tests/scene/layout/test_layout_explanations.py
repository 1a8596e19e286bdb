"""The reason why a relation does not hold names what is wrong: no reason states only figures that the relation asks for."""

from __future__ import annotations

import re

import pytest

from scenewright.scene.language.running import evaluate
from scenewright.scene.layout import check_scene

ROOM = """from scene.language import *
@register('a room')
def room_scene():
    return concat_shapes(
        room(5, 4, 2.7),
        {things}
    )
relate({relation})
"""


def reason(relation: str, **things: str) -> str:
    """Why the relation between boxes does not hold: each is (size, at, turn) as text."""
    lines = ",\n        ".join(
        f"place(primitive_call('cube', {{'scale': ({size})}}), at=({at}), turn={turn}, name='{name}')"
        for name, (size, at, turn) in ((n, t.split(";")) for n, t in things.items())
    )
    report = check_scene(evaluate(ROOM.format(things=lines, relation=relation)), settle=False)
    (result,) = report.certificate.relations
    assert not result.satisfied
    return result.reason


SOFA = "2, 0.8, 0.9"

WRONG = {
    "far along the wall": ("against_wall('sofa')", {"sofa": f"{SOFA}; 100, 0, -1.53; 0"}, r"97\.50 m past the end"),
    "through the wall": ("against_wall('sofa')", {"sofa": f"{SOFA}; 0, 0, -1.9; 0"}, r"0\.35 m into the back wall"),
    "another wall": ("against_wall('sofa', 'left')", {"sofa": f"{SOFA}; 0, 0, -1.53; 0"}, r"from the left wall"),
    "turned": ("against_wall('sofa')", {"sofa": f"{SOFA}; 0, 0, -1.4; 30"}, r"turned 30 degrees"),
    "a bed that lies along a wall": (
        "against_wall('bed')", {"bed": "1, 0.5, 2; 0, 0, -1.2; 90"}, r"0\.30 m from the back wall.*its side turned 0",
    ),
    "in each other": (
        "near('a', 'b', lo=0.3)", {"a": "1, 1, 1; 0, 0, 0; 0", "b": "1, 1, 1; 0.6, 0, 0; 0"}, r"0\.40 m deep in b",
    ),
    "half beyond": (
        "left_of('a', 'b')", {"a": "1, 1, 1; 0.52, 0, 0.6; 0", "b": "1, 1, 1; 0, 0, 0; 0"}, r"over half of it is not",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_the_reason_names_what_is_wrong(what: str) -> None:
    relation, things, wanted = WRONG[what]
    assert re.search(wanted, reason(relation, **things))


def test_a_figure_within_what_is_asked_is_not_the_only_reason() -> None:
    """A sofa that is two centimetres from the line of a wall, and far from the wall itself."""
    told = reason("against_wall('sofa', 'back')", sofa=f"{SOFA}; -9, 0, -1.53; 0")
    assert "0.02 m from the back wall, 6.50 m past the end of it" in told
