"""At which heights things hang on walls."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.model import Constraint, Problem
from scenewright.scene.layout.relations import ACROSS, NEAR, NEXT_TO
from scenewright.scene.layout.search.occupancy import Occupancy
from scenewright.scene.model import FloatArray

__all__ = ["AT_FLOOR", "EYE_LEVEL", "asked_heights", "hanging_heights", "with_proposed"]

AT_FLOOR = 0.2
"""Metres: nothing hangs as low as that unless it is asked to."""

EYE_LEVEL = 1.5
"""Height of the middle of what hangs on a wall when nothing says where."""

_FARTHEST = {RelationName.NEXT_TO: NEXT_TO[1], RelationName.NEAR: NEAR[1], RelationName.ACROSS: ACROSS[1]}
_TOO_FAR, _WELL = 0.8, 0.5
"""Shares of the greatest distance that a relation allows: what may be above the other at most, and what is then."""


def asked_heights(constraints: Sequence[Constraint]) -> list[float]:
    """At which heights relations ask a body to hang."""
    asked = [c.parameters.get("height") for c in constraints if c.kind == RelationName.ON_WALL]
    return list(dict.fromkeys(float(h) for h in asked if h is not None))


def hanging_heights(
    problem: Problem, occupancy: Occupancy, body: int, constraints: Sequence[Constraint]
) -> list[float]:
    """Where a body may hang that is not asked to at a height: low enough to be as near to what stands below as it is to be, as
    the program has it, and at the height of the eyes."""
    height, top = float(problem.bodies.height[body]), problem.room.height
    usual = max(min(EYE_LEVEL, top - 0.1 - height / 2) - height / 2, 0.0)
    found = _reaching(problem, occupancy, body, constraints, usual)
    written = float(problem.bodies.initial[body, 1])
    if AT_FLOOR < written <= top - height:
        found.append(written)
    return list(dict.fromkeys([*found, usual]))


def with_proposed(problem: Problem, body: int, heights: list[float], proposed: Sequence[FloatArray]) -> list[float]:
    """Heights, those of some poses (C, 4) that relations propose, and the highest: above the others, where the rest is taken all
    along the walls."""
    found = [*heights]
    if proposed:
        found += np.unique(np.round(np.concatenate([p[:, 1] for p in proposed]), 3))[:3].tolist()
    found.append(max(problem.room.height - float(problem.bodies.height[body]) - 0.05, 0.0))
    return list(dict.fromkeys(found))


def _reaching(
    problem: Problem, occupancy: Occupancy, body: int, constraints: Sequence[Constraint], usual: float
) -> list[float]:
    """Heights above what stands below and is to be near, where the usual one is too far from it."""
    found = []
    for c in constraints:
        if c.kind not in _FARTHEST:
            continue
        most = float(c.parameters.get("hi", _FARTHEST[c.kind]))
        for other in set(c.bodies) - {body}:
            top = float(occupancy.poses[other, 1] + problem.bodies.height[other])
            if usual - top > _TOO_FAR * most:
                found.append(top + _WELL * most)
    return found
