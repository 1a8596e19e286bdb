"""Recognise scenes in which so much is wrong that all bodies are placed anew, rather than repaired one by one."""

from __future__ import annotations

from collections.abc import Set

import numpy as np

from scenewright.scene.layout.certificate import Certificate
from scenewright.scene.layout.model import Problem
from scenewright.scene.layout.search import says_something

__all__ = ["is_heap"]

_LEAST, _LEAST_UNSAID, _MOSTLY = 6, 2, 0.6
"""A heap has at least `_LEAST` bodies that violate (`_LEAST_UNSAID` if there are no relations), and more than the share `_MOSTLY`."""

_DEEP = 0.1
"""Metres that the median violation of a heap exceeds: many bodies that are a centimetre off are no heap."""

_IN_VAIN, _FAILING, _SOME = 0.4, 2, 0.25
"""Chaos: at least `_FAILING` relations, and the share `_IN_VAIN`, fail by more than `_DEEP`; at least the share `_SOME` of the bodies
violates, one of them by more than `_DEEP`; and more than the share `_MOSTLY` of the bodies is misplaced."""


def is_heap(problem: Problem, certificate: Certificate, unserved: Set[int] = frozenset()) -> bool:
    """Whether most bodies of a written scene violate, or fail its relations.

    Args:
        unserved: numbers of constraints that conflict with each other, so that their failing says nothing about the poses.
    """
    bodies = problem.bodies
    movable = np.count_nonzero(~bodies.fixed)
    wrong = {p for v in certificate.violations for p in v.paths}
    deep = float(np.median([v.figure for v in certificate.violations])) if wrong else 0.0
    least = _LEAST if says_something(problem) else _LEAST_UNSAID
    if len(wrong) >= least and len(wrong) > _MOSTLY * movable and deep > _DEEP:
        return True
    pairs = enumerate(zip(problem.constraints, certificate.relations, strict=False))
    read = [(c, r.satisfied, r.residual) for k, (c, r) in pairs if r.residual is not None and k not in unserved]
    failing = [c for c, satisfied, residual in read if not satisfied and residual > _DEEP]
    misplaced = wrong | {bodies.path[b] for c in failing for b in c.items}
    in_vain = len(failing) >= max(_FAILING, _IN_VAIN * len(read))
    deepest = max((v.figure for v in certificate.violations), default=0.0)
    some = len(wrong) >= _SOME * movable and deepest > _DEEP
    return in_vain and some and len(misplaced) > _MOSTLY * movable
