"""Push intersecting bodies apart by the least translation, repeatedly, each within its own support: along its wall, on its surface,
inside the room."""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout.search.arrangement import Arrangement
from scenewright.scene.model import FloatArray

__all__ = ["project"]

_ROUNDS = 60
_STEP = 0.55
"""Share of a push that each of two movable bodies takes: slightly more than half, so that contacts open."""

_LOOKED = 0.15
"""Units of effort (:mod:`scenewright.scene.layout.search.effort`) of finding what a body intersects."""

_REACH = 0.75
"""Metres that a body may be pushed in all; a body that would have to go further is placed anew."""


def project(arrangement: Arrangement) -> None:
    """Place every body at its pose in the program if its support allows that, push intersecting bodies apart, and remove those that
    still intersect.

    Failing relations are left to :mod:`scenewright.scene.layout.search.polish`.
    """
    problem, candidates, occupancy = arrangement.problem, arrangement.candidates, arrangement.occupancy
    bodies = problem.bodies
    order = sorted(np.flatnonzero(~bodies.fixed).tolist(), key=lambda b: len(_line(arrangement, b)))
    for body in order:
        parent = int(problem.parent[body])
        if arrangement.effort():
            break
        arrangement.effort.charge(_LOOKED)
        if parent >= 0 and not arrangement.stands(parent):
            continue
        wish = candidates.wish(body)
        settled = candidates.settled(body, wish[None])
        moved = np.abs(settled - wish)[:, :3].max() if len(settled) else np.inf
        if moved <= _REACH:
            occupancy.put(body, settled[0])
    _push_apart(arrangement, order)
    for body in sorted(order, key=lambda b: float(bodies.half[b].prod())):
        if arrangement.stands(body) and occupancy.clashes(body):
            arrangement.take(body)
    arrangement.judge_again(range(len(problem.constraints)))


def _line(arrangement: Arrangement, body: int) -> list[int]:
    """A body and its carriers, from itself down."""
    line = [body]
    while (parent := int(arrangement.problem.parent[line[-1]])) >= 0 and parent not in line:
        line.append(parent)
    return line


def _push_apart(arrangement: Arrangement, order: list[int]) -> None:
    problem, candidates, occupancy = arrangement.problem, arrangement.candidates, arrangement.occupancy
    bodies = problem.bodies
    count = len(bodies)
    live = [b for b in order if arrangement.stands(b)]
    for _ in range(_ROUNDS):
        again: list[int] = []
        for body in live:
            if arrangement.effort():
                return
            arrangement.effort.charge(_LOOKED)
            clashes = occupancy.clashes(body)
            if not clashes:
                continue
            push = np.zeros(2)
            for clash in clashes:
                alone = clash.b >= count or bool(bodies.fixed[clash.b])
                push -= (1.02 if alone else _STEP) * np.array(clash.push)
            size = float(np.hypot(*push))
            if size < 1e-10:  # pushed equally from both sides
                continue
            pose = occupancy.poses[body].copy()
            pose[[0, 2]] += push * (1.0 + 1e-3 / size)
            settled = candidates.settled(body, pose[None])
            if len(settled) and np.hypot(*(settled[0] - candidates.wish(body))[[0, 2]]) <= _REACH:
                _carry(arrangement, body, settled[0])
                again.append(body)
                again += [c.b for c in clashes if c.b < count and not bodies.fixed[c.b]]
        live = list(dict.fromkeys(again))
        if not live:
            return


def _carry(arrangement: Arrangement, body: int, pose: FloatArray) -> None:
    """Move a body and, rigidly, all bodies on it."""
    occupancy = arrangement.occupancy
    shift = pose[:3] - occupancy.poses[body, :3]
    for one in arrangement.family(body):
        if arrangement.stands(one):
            moved = occupancy.poses[one].copy()
            moved[:3] += shift
            occupancy.put(one, pose if one == body else moved)
