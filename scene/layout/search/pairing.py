"""Two bodies of one relation put with a view to each other: each by itself would go where the other cannot follow.

A sandbox against the left wall and a cat tree against the front wall, next to each other, both belong in the corner; put one
by one they find it only by chance. So poses of both are drawn, and all pairs of them judged at once.
"""

from __future__ import annotations

import numpy as np

from scene.layout.search.arrangement import Arrangement
from scene.model import FloatArray

__all__ = ["put_with_a_view_to"]

_KEPT = 160
"""Poses of each that are paired: the cheapest by the body's other relations."""

_CLOSE = 0.05
"""What pairs may cost more than the cheapest and be taken all the same."""


def put_with_a_view_to(arrangement: Arrangement, body: int, partner: int, number: int, count: int) -> list[int] | None:
    """Put a body, turning out what is in the way, where a pose of its partner serves relation `number` best.

    Neither stands now, and what carries them does. `count`: of poses of each source.

    Returns:
        what was turned out; None where no pose was found and nothing was changed.
    """
    mine, my_cost = _cheapest(arrangement, body, count)
    theirs, their_cost = _cheapest(arrangement, partner, count)
    if not len(mine) or not len(theirs):
        return None
    constraint = arrangement.problem.constraints[number]
    at = [
        mine[:, None] if b == body else theirs[None] if b == partner else arrangement.occupancy.poses[b]
        for b in constraint.bodies
    ]
    both = arrangement.price(number, at) + my_cost[:, None] + their_cost[None]
    cost = both.min(axis=1)
    good = np.flatnonzero(cost <= cost.min() + _CLOSE)
    pose = mine[int(arrangement.candidates.rng.choice(good))]
    _, others, _ = arrangement.occupancy.pairs(body, pose[None])
    hit = np.unique(others).tolist()
    if any(b >= arrangement.count or arrangement.problem.bodies.fixed[b] for b in hit):
        return None
    turned_out: list[int] = []
    for b in hit:
        turned_out += [t for t in arrangement.take(b) if t not in turned_out]
    arrangement.put(body, pose)
    return turned_out


def _cheapest(arrangement: Arrangement, body: int, count: int) -> tuple[FloatArray, FloatArray]:
    """Poses of a body, and what its relations to what stands cost there."""
    relations = arrangement.judged(body)
    constraints = [c for k in relations if (c := arrangement.asked(k, body)) is not None]
    poses = arrangement.candidates.of(body, constraints, count=count)
    cost = arrangement.costs(body, poses, relations)
    chosen = arrangement.candidates.rng.permutation(len(poses))
    chosen = chosen[np.argsort(cost[chosen], kind="stable")[:_KEPT]]
    return poses[chosen], cost[chosen]
