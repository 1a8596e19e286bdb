"""What is let go of where not everything can hold, so that the rest can still be laid out."""

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
"""Relations that say what a body rests on: without them it would have no place at all."""


def eased(problem: Problem, stop: Stop = never) -> list[int]:
    """Numbers of the relations that are left when each conflict that a bound shows has lost its least: one that is not hard,
    of the lowest weight, the last of those. What holds a body up stays, and with it what only that conflicts with."""
    kept = list(range(len(problem.constraints)))
    while True:
        constraints = [problem.constraints[k] for k in kept]
        gone = {k for c in find_conflicts(with_constraints(problem, kept), stop) for k in _least(constraints, c)}
        if not gone:
            return kept
        kept = [number for k, number in enumerate(kept) if k not in gone]


def with_constraints(problem: Problem, kept: Sequence[int]) -> Problem:
    """The problem with some of its relations, by number."""
    return replace(problem, constraints=tuple(problem.constraints[k] for k in kept))


def _least(constraints: Sequence[Constraint], conflict: Conflict) -> list[int]:
    loose = [k for k in conflict.constraints if constraints[k].kind not in _HOLDS_UP]
    return [min(loose, key=lambda k: (constraints[k].hard, constraints[k].weight, -k))] if loose else []
