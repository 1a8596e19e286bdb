"""A conflict between bodies and relations, and how to reduce a conflicting set to a minimal one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from scenewright.scene.layout.model import Problem
from scenewright.scene.layout.relations import listed

__all__ = ["ROUNDING", "Conflict", "listed", "minimal", "names_of", "of_relations"]

ROUNDING = 1e-3
"""Metres of rounding that a bound may be missed by."""


@dataclass(frozen=True)
class Conflict:
    """Bodies and relations (by number of the constraint) that cannot hold together.

    `says`: for people, what is required and what is possible, in figures. `ways_out`: changes of which each alone is enough. `proved`:
    a bound proves it; otherwise a search found no layout with all of them, but one without each.
    """

    bodies: tuple[int, ...]
    constraints: tuple[int, ...]
    says: str
    ways_out: tuple[str, ...]
    proved: bool = True


def minimal(members: Sequence[int], impossible: Callable[[Sequence[int]], bool]) -> list[int]:
    """A subset that is impossible, but possible without any one of its members (deletion filter). Later members are rather kept."""
    kept = list(members)
    for member in members:
        without = [m for m in kept if m != member]
        if without and impossible(without):
            kept = without
    return kept


def of_relations(problem: Problem, numbers: Iterable[int], says: str) -> Conflict:
    """The conflict of the given relations; the ways out are to drop each."""
    chosen = tuple(sorted(set(numbers)))
    texts = [problem.constraints[k].text for k in chosen]
    members = tuple(dict.fromkeys(b for k in chosen for b in problem.constraints[k].bodies))
    return Conflict(members, chosen, says, tuple(f"drop {t}" for t in texts))


def names_of(problem: Problem, bodies: Sequence[int]) -> str:
    return listed([problem.bodies.path[b].rsplit("/", 1)[-1] for b in bodies])
