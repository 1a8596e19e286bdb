"""Zones of a room that must stay free, and pairs of bodies that may intersect."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.model import AnchorKind, Problem, Support
from scenewright.scene.layout.search.occupancy import FloorZone
from scenewright.scene.layout.search.walls import walls_of

__all__ = ["PASSAGE_HEIGHT", "RUG_HEIGHT", "exempt_pairs", "keep_out_zones"]

RUG_HEIGHT = 0.04
"""Metres: people step, and doors swing, over lower things."""

PASSAGE_HEIGHT = 2.0
"""Metres of height that must stay free in front of a door."""


def keep_out_zones(problem: Problem) -> list[FloorZone]:
    """The swing of each door: as deep as it is wide, at most a metre."""
    walls = walls_of(problem.room)
    zones = []
    for opening in problem.room.openings:
        wall = walls.get(opening.wall)
        if opening.kind != "door" or wall is None:
            continue
        half = opening.width / 2
        depth = min(opening.width, 1.0)
        box = np.array([[-half, RUG_HEIGHT, 0.0], [half, max(opening.height, PASSAGE_HEIGHT), depth]])
        pose = wall.poses(np.array([opening.offset]), 0.0, 0.0)[0]
        zones.append(FloorZone(box, pose, f"the {opening.wall} door"))
    return zones


def exempt_pairs(problem: Problem) -> Iterator[tuple[int, int]]:
    """Pairs that may intersect: a rug and any body but other rugs, a body and the one that it lies in, a body and its parent, whose
    surface keeps them apart."""
    bodies = problem.bodies
    count = len(bodies)
    rugs = [b for b in range(count) if bodies.support[b] is Support.RUG]
    for rug in rugs:
        yield from ((rug, other) for other in range(count) if other != rug and bodies.support[other] is not Support.RUG)
    for child, parent in enumerate(problem.parent.tolist()):
        if parent >= 0:
            yield child, parent
    for constraint in problem.constraints:
        if (
            constraint.kind == RelationName.INSIDE
            and constraint.target is not None
            and constraint.target.kind is AnchorKind.BODY
        ):
            yield from ((item, constraint.target.body) for item in constraint.items)
