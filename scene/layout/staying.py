"""Which bodies of a program are right already and stay, and which are placed anew since they violate or fail a relation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.certificate import Certificate
from scenewright.scene.layout.model import AnchorKind, Problem
from scenewright.scene.model import Opening, Room

__all__ = ["blamed", "flawless", "held", "holds", "widened", "worth"]

_Bools = npt.NDArray[np.bool_]

_NAVIGABLE = 0.95
"""Share of the free floor that must be reachable; below it the layout opens paths."""

_NEAR = 0.6
"""Metres between the bounding circles of two bodies; nearer than this, one may have to make way for the other."""


def worth(certificate: Certificate) -> tuple[int, int, float]:
    """The faults of a layout, to compare (less is better): violations, failing relations, and the share of the floor that is
    missing to `_NAVIGABLE`. Relations that cannot be read do not count."""
    failing = sum(not r.satisfied and r.residual is not None for r in certificate.relations)
    return len(certificate.violations), failing, max(0.0, _NAVIGABLE - certificate.navigable)


def holds(certificate: Certificate) -> bool:
    """Whether there are no violations and every relation holds."""
    return worth(certificate)[:2] == (0, 0)


def flawless(certificate: Certificate) -> bool:
    """Whether there is nothing to improve: no violations, all relations hold, and the floor is reachable."""
    return worth(certificate) == (0, 0, 0.0)


def blamed(problem: Problem, certificate: Certificate) -> _Bools:
    """(N,) bool, the bodies to place anew, with all that stands on them: of a violation the smallest body, of a failing relation
    its items."""
    bodies = problem.bodies
    number = {path: i for i, path in enumerate(bodies.path)}
    bulk = np.where(bodies.fixed, np.inf, bodies.half.prod(axis=1) * bodies.height)
    to_place: set[int] = set()
    for violation in certificate.violations:
        named = [number[p] for p in violation.paths if p in number]
        to_place.update(sorted(named, key=lambda b: bulk[b])[:1])
    for constraint, result in zip(problem.constraints, certificate.relations, strict=False):
        if not result.satisfied:
            to_place.update(constraint.items)
    return _with_carried(problem, to_place)


def widened(problem: Problem, chosen: _Bools, failing: Iterable[int] = ()) -> _Bools:
    """(N,) bool, the chosen bodies and all that stand near them or share a relation with them.

    Args:
        chosen: (N,) bool.
        failing: numbers of failing constraints, whose bodies are chosen too, with what stands near the opening that they name.
    """
    bodies = problem.bodies
    for k in failing:
        constraint = problem.constraints[k]
        chosen = chosen.copy()
        chosen[list(constraint.bodies)] = True
        for anchor in (constraint.target, constraint.about):
            if anchor is not None and anchor.kind is AnchorKind.OPENING:
                x0, z0, x1, z1 = _before(problem.room, problem.openings[anchor.opening])
                x, z = bodies.initial[:, 0], bodies.initial[:, 2]
                reach = np.linalg.norm(bodies.half, axis=1)
                near = np.hypot(np.maximum(0, np.maximum(x0 - x, x - x1)), np.maximum(0, np.maximum(z0 - z, z - z1)))
                chosen |= near - reach < _NEAR
    at, reach = bodies.initial[:, [0, 2]], np.linalg.norm(bodies.half, axis=1)
    some = np.flatnonzero(chosen & ~bodies.fixed)
    apart = np.linalg.norm(at[:, None] - at[some], axis=-1) - reach[:, None] - reach[some]
    more = set(np.flatnonzero((apart < _NEAR).any(axis=1)).tolist()) if len(some) else set()
    for constraint in problem.constraints:
        if chosen[list(constraint.bodies)].any():
            more.update(constraint.bodies)
    return _with_carried(problem, more)


def _before(room: Room, opening: Opening) -> tuple[float, float, float, float]:
    """The segment of an opening in its wall, from above: least x, least z, greatest x, greatest z."""
    side, along = opening.width / 2.0, opening.offset
    if opening.wall in ("left", "right"):
        x = room.width / 2.0 * (1.0 if opening.wall == "right" else -1.0)
        return x, along - side, x, along + side
    z = room.depth / 2.0 * (1.0 if opening.wall == "front" else -1.0)
    return along - side, z, along + side, z


def held(problem: Problem, free: _Bools) -> Problem:
    """The same problem, in which only the bodies `free` (N,) may move; the others are fixed at their initial poses."""
    bodies = problem.bodies
    return replace(problem, bodies=replace(bodies, fixed=bodies.fixed | ~free, held=~free & ~bodies.building))


def _with_carried(problem: Problem, chosen: Iterable[int]) -> _Bools:
    free = np.zeros(len(problem.bodies), dtype=bool)
    free[list(chosen)] = True
    on = problem.parent
    while True:
        carried = (on >= 0) & free[on] & ~free
        if not carried.any():
            break
        free |= carried
    return free & ~problem.bodies.fixed
