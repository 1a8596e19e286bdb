"""Heights at which bodies may hang on walls."""

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
"""Metres: nothing hangs lower than this unless a relation says so."""

EYE_LEVEL = 1.5
"""Default height of the middle of a body on a wall, metres."""

_FARTHEST = {RelationName.NEXT_TO: NEXT_TO[1], RelationName.NEAR: NEAR[1], RelationName.ACROSS: ACROSS[1]}
_TOO_FAR, _WELL = 0.8, 0.5
"""Shares of the greatest distance that a relation allows: above the first a body hangs too high, and is then put at the second."""


def asked_heights(constraints: Sequence[Constraint]) -> list[float]:
    """The heights at which relations ask a body to hang, metres."""
    heights = [c.height for c in constraints if c.kind == RelationName.ON_WALL]
    return list(dict.fromkeys(h for h in heights if h is not None))


def hanging_heights(
    problem: Problem, occupancy: Occupancy, body: int, constraints: Sequence[Constraint]
) -> list[float]:
    """Heights for a body on a wall without a stated height: low enough for its relations to bodies below, its height in the program,
    and eye level."""
    height, top = float(problem.bodies.height[body]), problem.room.height
    usual = max(min(EYE_LEVEL, top - 0.1 - height / 2) - height / 2, 0.0)
    heights = _reaching(problem, occupancy, body, constraints, usual)
    written = float(problem.bodies.initial[body, 1])
    if AT_FLOOR < written <= top - height:
        heights.append(written)
    return list(dict.fromkeys([*heights, usual]))


def with_proposed(problem: Problem, body: int, heights: list[float], proposed: Sequence[FloatArray]) -> list[float]:
    """The heights, those of proposed poses (C, 4), and the greatest possible one, where the walls may still be free."""
    every = [*heights]
    if proposed:
        every += np.unique(np.round(np.concatenate([p[:, 1] for p in proposed]), 3))[:3].tolist()
    every.append(max(problem.room.height - float(problem.bodies.height[body]) - 0.05, 0.0))
    return list(dict.fromkeys(every))


def _reaching(
    problem: Problem, occupancy: Occupancy, body: int, constraints: Sequence[Constraint], usual: float
) -> list[float]:
    """Heights near bodies below that must be near, where the usual height is too far from these."""
    heights = []
    for c in constraints:
        if c.kind not in _FARTHEST:
            continue
        most = c.number("hi", _FARTHEST[c.kind])
        for other in set(c.bodies) - {body}:
            top = float(occupancy.poses[other, 1] + problem.bodies.height[other])
            if usual - top > _TOO_FAR * most:
                heights.append(top + _WELL * most)
    return heights
