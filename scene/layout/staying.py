"""What of a program's layout is right already: it stays, and only what violates, or is asked for in vain, is put anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from scene.layout.certificate import Certificate
from scene.layout.model import Problem

__all__ = ["blamed", "flawless", "held", "says_something", "widened", "worth"]

_Bools = npt.NDArray[np.bool_]

_NAVIGABLE = 0.95
"""Share of the free floor that one gets to in a room that is left as it is."""

_NEAR = 0.6
"""Metres between the circles about two bodies of which one may have to make way for the other."""

_DIFFERENT = 0.3
"""Share of bodies that stand in places of their own in a program that says where things stand."""


def says_something(problem: Problem) -> bool:
    """Whether the program puts its bodies anywhere: not where most of them stand in one place."""
    places = problem.bodies.initial[~problem.bodies.fixed][:, [0, 2]].round(2)
    return len(places) < 2 or len(np.unique(places, axis=0)) > _DIFFERENT * len(places)


def worth(certificate: Certificate) -> tuple[int, int, float]:
    """What is wrong with a layout, the worst first: less is better. Relations that cannot be read do not count."""
    failing = sum(not r.satisfied and r.residual is not None for r in certificate.relations)
    return len(certificate.violations), failing, max(0.0, _NAVIGABLE - certificate.navigable)


def flawless(certificate: Certificate) -> bool:
    """Whether there is nothing that a layout could mend."""
    return worth(certificate) == (0, 0, 0.0)


def blamed(problem: Problem, certificate: Certificate) -> _Bools:
    """(N,) bodies to put anew that all may hold, with what they carry: of two that intersect the smaller, of a relation that
    fails those that it places."""
    bodies = problem.bodies
    number = {path: i for i, path in enumerate(bodies.path)}
    bulk = np.where(bodies.fixed, np.inf, bodies.half.prod(axis=1) * bodies.height)
    guilty: set[int] = set()
    for violation in certificate.violations:
        named = [number[p] for p in violation.paths if p in number]
        guilty.update(sorted(named, key=lambda b: bulk[b])[:1])
    for constraint, result in zip(problem.constraints, certificate.relations, strict=False):
        if not result.satisfied:
            guilty.update(constraint.items)
    return _with_carried(problem, guilty)


def widened(problem: Problem, free: _Bools) -> _Bools:
    """(N,) the same with all that stands near, or is bound to them by a relation."""
    bodies = problem.bodies
    at, reach = bodies.initial[:, [0, 2]], np.linalg.norm(bodies.half, axis=1)
    chosen = np.flatnonzero(free)
    apart = np.linalg.norm(at[:, None] - at[chosen], axis=-1) - reach[:, None] - reach[chosen]
    more = set(np.flatnonzero((apart < _NEAR).any(axis=1)).tolist()) if len(chosen) else set()
    for constraint in problem.constraints:
        if free[list(constraint.bodies)].any():
            more.update(constraint.bodies)
    return _with_carried(problem, more)


def held(problem: Problem, free: _Bools) -> Problem:
    """The same problem with all but some bodies (N,) where the program has them."""
    return replace(problem, bodies=replace(problem.bodies, fixed=problem.bodies.fixed | ~free))


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
