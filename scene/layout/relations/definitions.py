"""How each relation is judged: in which frame, how nearly, and where its figures come from.

What a relation means in words stands in :mod:`scenewright.scene.language.relations.table`, with the language's own figures (how
near is near); :mod:`scenewright.scene.layout.relations.terms` puts it into formulas. The other figures stand here alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.language.relations.kinds import ACROSS, AROUND, CLEAR, FAR, NEAR, NEXT_TO
from scenewright.scene.language.relations.kinds import FACING as FACING_DEGREES

__all__ = [
    "ACROSS",
    "ALONG",
    "AROUND_GAP",
    "CLEAR",
    "DEFINITIONS",
    "FACING",
    "FAR",
    "LATERAL",
    "LEVER",
    "NEAR",
    "NEXT_TO",
    "SAME_LEVEL",
    "SIDEWAYS",
    "SPREAD",
    "WALL_REACH",
    "Definition",
]

LEVER = 0.5
"""Metres that a radian counts: an angle is judged by how far it moves the edge of a thing a metre wide."""

FACING = float(np.deg2rad(FACING_DEGREES))
"""By how much the front's ray may pass its target by, radians."""

AROUND_GAP = AROUND
"""Metres between each item and what it stands around: next to it."""

LATERAL = 0.2
"""Metres beyond b's sides that still count as beside it. SceneEval grants 0.25 to each sample point and asks for more than
half of them; 0.05 less keeps what holds here clear of that border."""

WALL_REACH = 0.3
"""Metres from a wall at which a thing is still 'at' it: SceneEval's against-wall range. What hangs on the wall above a sofa,
or stands below a window, may be that far from what it is above or below."""

SAME_LEVEL = 0.1
"""Metres by which the bottoms of two things may differ (a rug, a sill) and they still stand on one level."""

ALONG = 1.2
"""What is this much deeper than wide may stand against a wall with its side: a bed lies along a wall, a sofa does not."""

SIDEWAYS = 0.05
"""Metres that a side counts more than the back, so that the back is preferred."""

SPREAD = 1.5
"""How many times its even share of b's edge the widest gap between neighbours around b may be."""


@dataclass(frozen=True, slots=True)
class Definition:
    """`frame`: whose axes it is judged in. `tolerance`: metres, the residual up to which it holds. `hard`: whether a layout
    without it is no layout at all, since it says what holds the thing up. `source`: of its figures. `turns`: whether angles
    are judged too, :data:`LEVER` metres a radian."""

    frame: str
    tolerance: float
    hard: bool
    source: str
    turns: bool = False


_LANGUAGE = "Scene Language 5"
_SIDE = "SceneEval side_of: beyond the side and within the extent plus 0.25 m, by more than half"

DEFINITIONS: dict[str, Definition] = {
    "on": Definition("b", 0.01, True, "SceneEval support: 1 cm"),
    "inside": Definition("b", 0.02, True, "SceneEval inside_of: more than half of a's sample points in b"),
    "under": Definition("both", 0.02, False, "by hand; SceneEval side_of(bottom) asks the same of most of a"),
    "above": Definition("both", 0.02, False, "as under"),
    "hanging": Definition("room", 0.01, True, "SceneEval hang_from_ceiling: 1 cm"),
    "on_wall": Definition("wall", 0.01, True, "SceneEval on_wall: 1 cm", turns=True),
    "against_wall": Definition(
        "wall", 0.1, False, "stricter than SceneEval against_wall (0.3 m, any side): room for a skirting or a curtain", turns=True
    ),
    "in_corner": Definition("room", 0.4, False, "stricter than SceneEval corner_of_room: 0.8 m"),
    "next_to": Definition("none", 0.01, False, f"{_LANGUAGE}; SceneEval next_to"),
    "near": Definition("none", 0.01, False, f"{_LANGUAGE}; SceneEval near"),
    "across": Definition("a", 0.01, False, f"{_LANGUAGE}; SceneEval across_from", turns=True),
    "far": Definition("none", 0.01, False, f"{_LANGUAGE}; SceneEval far"),
    "left_of": Definition("b or view", 0.01, False, _SIDE),
    "right_of": Definition("b or view", 0.01, False, _SIDE),
    "in_front_of": Definition("b or view", 0.01, False, _SIDE),
    "behind": Definition("b or view", 0.01, False, _SIDE),
    "facing": Definition("a", 0.01, False, "SceneEval face_to: half of 30 degrees", turns=True),
    "aligned": Definition("room", 0.05, False, "5 cm: seen as a line in a room"),
    "parallel": Definition("none", 0.05, False, "5 cm a half metre out", turns=True),
    "centered": Definition("b", 0.1, False, "half of SceneEval's middle_of (0.25 m: 0.6)"),
    "around": Definition(
        "b",
        0.05,
        False,
        "SceneEval surround asks for even angles and distances; by edge length, so that a long table's chairs are even",
        turns=True,
    ),
    "spaced": Definition("room", 0.05, False, "as aligned"),
    "in_row": Definition("room", 0.05, False, "as aligned"),
    "symmetric": Definition("about", 0.05, False, "as aligned", turns=True),
    "clear": Definition("a", 0.01, False, _LANGUAGE),
}  # fmt: skip
"""Of every relation that a layout can solve: ``joined``, ``embedded_in`` and ``fixed`` say how things are put together, and have no
residual (:mod:`scenewright.scene.layout.relations.statements`)."""
