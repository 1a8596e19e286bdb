"""How each relation is judged: in which frame, how nearly, and where its figures come from.

What a relation means in words stands in :mod:`scenewright.scene.language.relations.table`, with the language's own figures (how
near is near); :mod:`scenewright.scene.layout.relations.terms` puts it into formulas. The other figures stand here alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.language.relations import ACROSS, AROUND, CLEAR, FAR, NEAR, NEXT_TO, RelationName
from scenewright.scene.language.relations import FACING as FACING_DEGREES

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

    @property
    def slack(self) -> str:
        """The tolerance in words: '1 cm', or '1 cm, or 1 degree'."""
        shown = f"{100.0 * self.tolerance:g} cm"
        if not self.turns:
            return shown
        degrees = round(float(np.rad2deg(self.tolerance / LEVER)))
        return f"{shown}, or {degrees} degree{'s' * (degrees != 1)}"


_LANGUAGE = "Scene Language 5"
_SIDE = "SceneEval side_of: beyond the side and within the extent plus 0.25 m, by more than half"

DEFINITIONS: dict[str, Definition] = {
    RelationName.ON: Definition("b", 0.01, True, "SceneEval support: 1 cm"),
    RelationName.INSIDE: Definition("b", 0.02, True, "SceneEval inside_of: more than half of a's sample points in b"),
    RelationName.UNDER: Definition("both", 0.02, False, "by hand; SceneEval side_of(bottom) asks the same of most of a"),
    RelationName.ABOVE: Definition("both", 0.02, False, "as under"),
    RelationName.HANGING: Definition("room", 0.01, True, "SceneEval hang_from_ceiling: 1 cm"),
    RelationName.ON_WALL: Definition("wall", 0.01, True, "SceneEval on_wall: 1 cm", turns=True),
    RelationName.AGAINST_WALL: Definition(
        "wall", 0.1, False, "stricter than SceneEval against_wall (0.3 m, any side): room for a skirting or a curtain", turns=True
    ),
    RelationName.IN_CORNER: Definition("room", 0.4, False, "stricter than SceneEval corner_of_room: 0.8 m"),
    RelationName.NEXT_TO: Definition("none", 0.01, False, f"{_LANGUAGE}; SceneEval next_to"),
    RelationName.NEAR: Definition("none", 0.01, False, f"{_LANGUAGE}; SceneEval near"),
    RelationName.ACROSS: Definition("a", 0.01, False, f"{_LANGUAGE}; SceneEval across_from", turns=True),
    RelationName.FAR: Definition("none", 0.01, False, f"{_LANGUAGE}; SceneEval far"),
    RelationName.LEFT_OF: Definition("b or view", 0.01, False, _SIDE),
    RelationName.RIGHT_OF: Definition("b or view", 0.01, False, _SIDE),
    RelationName.IN_FRONT_OF: Definition("b or view", 0.01, False, _SIDE),
    RelationName.BEHIND: Definition("b or view", 0.01, False, _SIDE),
    RelationName.FACING: Definition("a", 0.01, False, "SceneEval face_to: half of 30 degrees", turns=True),
    RelationName.ALIGNED: Definition("room", 0.05, False, "5 cm: seen as a line in a room"),
    RelationName.PARALLEL: Definition("none", 0.05, False, "5 cm a half metre out", turns=True),
    RelationName.CENTERED: Definition("b", 0.1, False, "half of SceneEval's middle_of (0.25 m: 0.6)"),
    RelationName.AROUND: Definition(
        "b",
        0.05,
        False,
        "SceneEval surround asks for even angles and distances; by edge length, so that a long table's chairs are even",
        turns=True,
    ),
    RelationName.SPACED: Definition("room", 0.05, False, "as aligned"),
    RelationName.IN_ROW: Definition("room", 0.05, False, "as aligned"),
    RelationName.SYMMETRIC: Definition("about", 0.05, False, "as aligned", turns=True),
    RelationName.CLEAR: Definition("a", 0.01, False, _LANGUAGE),
}  # fmt: skip
"""Of every relation that a layout can solve: ``joined``, ``embedded_in`` and ``fixed`` say how things are put together, and have no
residual (:mod:`scenewright.scene.layout.relations.statements`)."""
