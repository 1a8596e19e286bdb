"""What each relation means: in words, in which frame, how nearly, and where its figures come from.

:mod:`scene.layout.relations.terms` puts the same into formulas; the figures stand here alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

__all__ = ["DEFINITIONS", "Definition"]

LEVER = 0.5
"""Metres that a radian counts: an angle is judged by how far it moves the edge of a thing a metre wide."""

NEXT_TO = (0.0, 0.5)
NEAR = (0.0, 1.5)
ACROSS = (1.5, 4.0)
FAR = 4.0
"""Metres between nearest points: the Scene Language, section 5, after SceneEval's ranges (next to, near, across, far)."""

FACING = np.deg2rad(15.0)
"""By how much the front's ray may pass its target by. SceneEval's score falls from 1 to 0 over 30 degrees and is above a half
below 15."""

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

AROUND_GAP = 0.5
"""Metres between each item and what it stands around: next to it."""

SPREAD = 1.5
"""How many times its even share of b's edge the widest gap between neighbours around b may be."""


@dataclass(frozen=True, slots=True)
class Definition:
    """`meaning`: for people. `frame`: whose axes it is judged in. `tolerance`: metres, the residual up to which it holds.
    `hard`: whether a layout without it is no layout at all, since it says what holds the thing up. `source`: of its figures."""

    meaning: str
    frame: str
    tolerance: float
    hard: bool
    source: str


_LANGUAGE = "Scene Language 5"
_SIDE = "SceneEval side_of: beyond the side and within the extent plus 0.25 m, by more than half"

DEFINITIONS: dict[str, Definition] = {
    "on": Definition(
        "a's bottom touches a level surface of b, and a's centre is over it", "b", 0.01, True, "SceneEval support: 1 cm"
    ),
    "inside": Definition(
        "a lies in b's box in plan, and at least half of a (or of b, if lower) below b's top",
        "b",
        0.02,
        True,
        "SceneEval inside_of: more than half of a's sample points in b",
    ),
    "under": Definition(
        "a is below b, or fits under its top on the same level; the centre of one is in the other's footprint",
        "both",
        0.02,
        False,
        "by hand; SceneEval side_of(bottom) asks the same of most of a",
    ),
    "above": Definition("b is under a", "both", 0.02, False, "as under"),
    "hanging": Definition("a's top touches the ceiling", "room", 0.01, True, "SceneEval hang_from_ceiling: 1 cm"),
    "on_wall": Definition(
        "a's back is flat on a wall (within 1 degree), and its bottom at the height that is asked for, within 5 cm",
        "wall",
        0.01,
        True,
        "SceneEval on_wall: 1 cm",
    ),
    "against_wall": Definition(
        "a's back (the long side, of a bed) is at the wall (any, or the named one) within 10 cm, and parallel to it within 11 degrees",
        "wall",
        0.1,
        False,
        "stricter than SceneEval against_wall (0.3 m, any side): room for a skirting or a curtain, no more",
    ),
    "in_corner": Definition(
        "a is within 40 cm of two walls that meet", "room", 0.4, False, "stricter than SceneEval corner_of_room: 0.8 m"
    ),
    "next_to": Definition("0 to 0.5 m apart", "none", 0.01, False, f"{_LANGUAGE}; SceneEval next_to"),
    "near": Definition("lo to hi apart (0 to 1.5 m)", "none", 0.01, False, f"{_LANGUAGE}; SceneEval near"),
    "across": Definition("1.5 to 4 m apart, and a faces b", "a", 0.01, False, f"{_LANGUAGE}; SceneEval across_from"),
    "far": Definition("over 4 m apart", "none", 0.01, False, f"{_LANGUAGE}; SceneEval far"),
    "left_of": Definition("a is at b's own left hand (+x where b faces +z)", "b or view", 0.01, False, _SIDE),
    "right_of": Definition("a is at b's own right hand", "b or view", 0.01, False, _SIDE),
    "in_front_of": Definition("a is before b's front", "b or view", 0.01, False, _SIDE),
    "behind": Definition("a is behind b's back", "b or view", 0.01, False, _SIDE),
    "facing": Definition(
        "the ray from a's front hits b's footprint, or passes it by at most 15 degrees",
        "a",
        0.01,
        False,
        "SceneEval face_to: half of 30 degrees",
    ),
    "aligned": Definition("the centres agree along the axis", "room", 0.05, False, "5 cm: seen as a line in a room"),
    "parallel": Definition("the same or the opposite direction, within 6 degrees", "none", 0.05, False, "5 cm a half metre out"),
    "centered": Definition(
        "a's centre is at b's, or before, behind or beside b's middle", "b", 0.1, False, "half of SceneEval's middle_of (0.25 m: 0.6)"
    ),
    "around": Definition(
        "each item is next to b, the seats face it, and they are spread about its edge",
        "b",
        0.05,
        False,
        "SceneEval surround asks for even angles and distances; by edge length, so that a long table's chairs are even",
    ),
    "spaced": Definition("equal gaps along the axis, none of them an overlap", "room", 0.05, False, "as aligned"),
    "symmetric": Definition(
        "b is a's mirror image in the middle plane of `about`, left to right or front to back", "about", 0.05, False, "as aligned"
    ),
    "clear": Definition("nothing, and no wall, within the given distance before a's front", "a", 0.01, False, _LANGUAGE),
}  # fmt: skip
