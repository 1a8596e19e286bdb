"""Choose which relations to drop where not all can hold, so that the others can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.feasibility.conflict import Conflict
from scenewright.scene.layout.feasibility.conflicts import find_conflicts
from scenewright.scene.layout.model import Constraint, Problem
from scenewright.scene.layout.search import Stop, never

__all__ = ["eased", "with_constraints"]

_HOLDS_UP = (RelationName.ON, RelationName.INSIDE, RelationName.ON_WALL, RelationName.HANGING)
"""Relations that state the support of a body; these are never dropped."""


def eased(problem: Problem, stop: Stop = never) -> list[int]:
    """Numbers of the relations that remain after dropping, from each conflict that a bound shows, the least important relation: a soft
    one before a hard one, then the lowest weight, then the last. Relations that support a body are kept."""
    kept = list(range(len(problem.constraints)))
    while True:
        constraints = [problem.constraints[k] for k in kept]
        gone = {k for c in find_conflicts(with_constraints(problem, kept), stop) for k in _least(constraints, c)}
        if not gone:
            return kept
        kept = [number for k, number in enumerate(kept) if k not in gone]


def with_constraints(problem: Problem, kept: Sequence[int]) -> Problem:
    """The problem with only the relations `kept`, by number."""
    return replace(problem, constraints=tuple(problem.constraints[k] for k in kept))


def _least(constraints: Sequence[Constraint], conflict: Conflict) -> list[int]:
    loose = [k for k in conflict.constraints if constraints[k].kind not in _HOLDS_UP]
    return [min(loose, key=lambda k: (constraints[k].hard, constraints[k].weight, -k))] if loose else []
