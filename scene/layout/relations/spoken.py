"""From where on people say a relation: every figure that queries, questions and the scene graph judge by, beside the layout's own.

A layout puts things in order, and asks for more than a description does: that a back is flush with the wall, that a thing is squarely
beside another. Those figures are in :mod:`scenewright.scene.layout.relations.definitions`, and how near is near is the language's
(:mod:`scenewright.scene.language.relations.kinds`). Where people mean the same, the figure is taken from there; where they grant more, it
stands here, with the reason. All lengths are metres between nearest points unless something else is said.
"""

from __future__ import annotations

from scenewright.scene.language.relations import FAR, NEAR, NEXT_TO
from scenewright.scene.layout.relations.definitions import DEFINITIONS, WALL_REACH

__all__ = [
    "ALIKE_LEVEL",
    "APART",
    "BARELY",
    "BETWEEN",
    "CAPTURED_BARELY",
    "CAPTURED_CORNER",
    "CAPTURED_WITHIN",
    "CORNER_REACH",
    "CORNER_SIDE",
    "COVERED",
    "COVERED_FROM_ABOVE",
    "DIRECTION_REACH",
    "END_FROM",
    "FAR_SAID",
    "FLAT",
    "HUNG",
    "INSIDE_BOX",
    "LEANING",
    "LOOSE",
    "MIDDLE",
    "NEAR_LEVEL",
    "OBLONG",
    "OVER",
    "PART_SHARE",
    "SAID_WITHIN",
    "SET_DOWN",
    "SPOKEN",
    "SUNK",
    "TOUCHING",
    "WALL_SIDE",
]

_SLACK = DEFINITIONS["next_to"].tolerance

SAID_WITHIN: dict[str, float] = {
    "next_to": NEXT_TO[1] + _SLACK,
    "near": NEAR[1] + DEFINITIONS["near"].tolerance,
    "against": DEFINITIONS["against_wall"].tolerance,
}
"""Up to how far people say so: as the language has it, and *against* a thing as the layout has it of walls."""
TOUCHING = 0.02
"""Up to how far things touch. A layout's things may not meet at all; surfaces that were set by hand miss each other by this much."""
APART = 1.0
"""From how far a thing is *away from* another. No layout asks for it; it is between next to and far."""
FAR_SAID = FAR - DEFINITIONS["far"].tolerance
"""From how far a thing is *far from* another: as the language has it."""
BARELY = 2.5
"""Times as far, a thing is still *nearly* so: what *the lamp next to the bed* may mean where no lamp is."""

SPOKEN: dict[str, float] = {"against_wall": 0.15, "on_wall": 0.15, "hanging": 0.05, "in_corner": 0.5}
"""Metres of a layout's residual up to which people say it. Things hang on hooks and off cords that their boxes do not show, and what
stands at a skirting stands at the wall; a corner reaches as far as an arm (SceneEval's corner_of_room: 0.8). Others: the layout's
tolerance."""
CORNER_REACH = 2.0 * SPOKEN["in_corner"]
"""Metres of the same residual from which a thing is not even nearly in a corner."""
LEANING = 0.05
"""So near a wall a thing leans against it, however it is turned: a layout turns it until it is flush."""
WALL_SIDE = 2.0 * WALL_REACH
"""Up to how far from a wall a thing is at that one rather than out in the room: which wall *the wall beside the bed* is. Twice what a
layout grants, since the question only is which of four."""
HUNG = 0.02
"""Above the floor, from where what is at a wall and held by nothing hangs on it."""
SET_DOWN = 0.06
"""Above or below a thing's top up to where another is set down on it: what people made is sunk and lifted more than a layout's
centimetre."""
SUNK = SET_DOWN
"""Metres that a thing may be sunk into what it rests on: a bowl's hollow, a cushion, a print pressed into sand."""
LOOSE = 0.06
"""Metres within which captured things touch: Gaussians blur what they show, and only their boxes are known."""
ALIKE_LEVEL = 0.05
"""By how much the bottoms of things on one level differ, where *between* is said of them."""
NEAR_LEVEL = 0.75
"""Metres of height between two things from which the upper is not *near* the lower: a lamp at the ceiling is not near the rug."""
OVER = 0.35
"""Metres beside a thing up to which what is higher is above it: shelves and windows keep to their wall. The layout's WALL_REACH, and
the half depth of a thin thing."""
FLAT = 0.05
"""Metres of height: what is no higher (a rug, a book) faces nothing, nothing stands between it and another, and on it one is on the
floor."""
DIRECTION_REACH = 3.0
"""Farther apart the graph tells no direction (InstructScene, section 4)."""
BETWEEN = (0.15, 0.85)
"""Of the way from b to c: what is nearer to one of their middles than that is at it rather than between."""
PART_SHARE = 0.6
"""The part of a thing's box in another's from which it belongs to it."""
INSIDE_BOX = 0.9
"""The same, from which it is in it although no surfaces are about it, and nothing else holds it."""
CORNER_SIDE = 0.25
"""Of the way from the middle of a room to a wall, from where a thing is on that side: *the back left corner*."""
COVERED = 0.5
"""The part of the smaller footprint that is over the other, from which a thing without a holder is set down on it."""
COVERED_FROM_ABOVE = 0.3
"""The same within OVER, from which it is above it."""
END_FROM = 0.8
"""Of the half length of a table, from where one is at its end."""
OBLONG = 1.1
"""Times as long as wide, from which a thing has ends."""
MIDDLE = 1.0 / 3.0
"""Of the way from the middle of a room to its walls: what is no farther out is in the middle."""

CAPTURED_WITHIN = {"next_to": 0.6, "end": 0.6, "near": 1.6, "against": 0.25, "touching": 0.05}
"""As SAID_WITHIN and TOUCHING, of things in a capture: 5 to 15 cm more, since a box about Gaussians is known no better."""
CAPTURED_BARELY = 2.0
"""As BARELY, of the same."""
CAPTURED_CORNER = (0.4, 1.6)
"""Metres off a corner of a capture, up to which a thing is in it as the layout has it, and from which it is not: its walls are fitted,
and what is nearest to a corner is meant."""
