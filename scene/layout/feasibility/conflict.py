"""What a conflict is, and how a set of what conflicts is made small."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from scenewright.scene.layout.model import Problem
from scenewright.scene.layout.relations import listed

__all__ = ["ROUNDING", "Conflict", "listed", "minimal", "names_of", "of_relations"]

ROUNDING = 1e-3
"""Metres."""


@dataclass(frozen=True)
class Conflict:
    """Bodies (by number) and relations (numbers of constraints) that cannot be served together.

    `says`: what is asked and what there is, in figures. `ways_out`: what to change, each enough alone. `proved`: by a bound;
    else no layout was found with all of them, and one without each.
    """

    bodies: tuple[int, ...]
    constraints: tuple[int, ...]
    says: str
    ways_out: tuple[str, ...]
    proved: bool = True


def minimal(members: Sequence[int], impossible: Callable[[Sequence[int]], bool]) -> list[int]:
    """A subset that is impossible while each of its own subsets one smaller is not (deletion filter), the last members of
    the given order kept first."""
    kept = list(members)
    for member in members:
        without = [m for m in kept if m != member]
        if without and impossible(without):
            kept = without
    return kept


def of_relations(problem: Problem, numbers: Iterable[int], says: str) -> Conflict:
    """The conflict of some relations, each of which may be dropped."""
    chosen = tuple(sorted(set(numbers)))
    texts = [problem.constraints[k].text for k in chosen]
    members = tuple(dict.fromkeys(b for k in chosen for b in problem.constraints[k].bodies))
    return Conflict(members, chosen, says, tuple(f"drop {t}" for t in texts))


def names_of(problem: Problem, bodies: Sequence[int]) -> str:
    return listed([problem.bodies.path[b].rsplit("/", 1)[-1] for b in bodies])
