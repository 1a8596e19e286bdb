"""Arrangements of several things, judged by where they stand in the scene."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pytest

from scenewright.app.clauses import Clause
from scenewright.app.writers.asked import AskedRelation, AskedRoom, AskedScene, AskedThing
from scenewright.scene.semantics.words import Vocabulary, parse
from tests.support.judged_clauses import judged_program

Place = tuple[float, float, float]
"""x, z in metres, and the turn in degrees."""


def arranged(detail: str, places: Iterable[Place]) -> Clause:
    """The clause on chairs at these places that are asked to stand so."""
    lines = [
        f"place(asset_call('chair'), at=({x:.3f}, 0, {z:.3f}), turn={turn:.1f}, name='chair')" for x, z, turn in places
    ]
    program = "from scene.language import *\n\n@register('a hall')\ndef hall():\n    return concat_shapes(room(12, 12, 3),\n        "
    program += ",\n        ".join(lines) + ")\n"
    names = tuple("chair" if k == 0 else f"chair[{k}]" for k in range(len(lines)))
    chairs = AskedThing(
        "chair", "chair", parse("chair", Vocabulary(["chair"])), len(names), names=names, titles=frozenset(["chair"])
    )
    asked = AskedScene("chairs", AskedRoom(), (chairs,), (AskedRelation("arranged", 0, detail=detail),))
    (told,) = [c for c in judged_program(asked, program).clauses if c.about == "relation"]
    return told


def on_circle(count: int, *, over: float = 360.0, radius: float = 2.0) -> list[Place]:
    steps = [math.radians(over * k / (count if over == 360.0 else count - 1)) for k in range(count)]
    return [(radius * math.sin(a), radius * math.cos(a), 0.0) for a in steps]


GRID = [(1.2 * i, 1.5 * k, 0.0) for i in range(4) for k in range(3)]
LINE = [(1.0 * i, 0.5, 0.0) for i in range(5)]
HEAP = [(0.0, 0.0, 0.0), (2.1, 1.3, 40.0), (-1.4, 2.2, 10.0), (0.4, -2.5, 90.0), (3.0, -3.0, 15.0)]
U_SHAPE = [
    (-2, 0, 90),
    (-2, 1.5, 90),
    (2, 0, -90),
    (2, 1.5, -90),
    (-2, -1.5, 0),
    (0, -1.5, 0),
    (1, -1.5, 0),
    (2, -1.5, 0),
]


@pytest.mark.parametrize(
    ("detail", "places", "shown"),
    [
        ("facing|0|0", [(-1.5, 0, 90), (1.5, 0, -90)], True),
        ("facing|0|0", [(-1.5, 0, 90), (1.5, 0, 90)], False),
        ("back|0|0", [(-0.5, 0, -90), (0.5, 0, 90)], True),
        ("back|0|0", [(-0.5, 0, 90), (0.5, 0, -90)], False),
        ("row|0|0", LINE, True),
        ("row|0|0", HEAP, False),
        ("rows|3|0", GRID, True),
        ("rows|3|4", GRID, True),
        ("rows|2|0", GRID, False),
        ("rows|0|0", LINE, False),
        ("circle|0|0", on_circle(8), True),
        ("circle|0|0", LINE, False),
        ("circle|0|0", on_circle(8, over=180.0), False),
        ("half circle|0|0", on_circle(7, over=180.0), True),
        ("half circle|0|0", on_circle(8), False),
        ("u|0|0", U_SHAPE, True),
        ("u|0|0", [*U_SHAPE, (0, 0.2, 0)], False),
        ("u|0|0", GRID, False),
        ("gallery|0|0", LINE, False),
        ("stack|0|0", LINE, False),
        ("spiral|0|0", LINE, None),
    ],
)  # fmt: skip
def test_arrangements_are_judged_by_places(detail: str, places: list[Place], shown: bool | None) -> None:
    told = arranged(detail, places)
    assert told.shown is shown, told
    assert bool(told.why) == (shown is not True)


def test_an_arrangement_is_said_in_words() -> None:
    assert arranged("rows|3|4", GRID).says == "the chairs are in three rows of four"
    assert arranged("facing|0|0", LINE).says == "the chairs are facing each other"
