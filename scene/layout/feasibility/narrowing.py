"""What the search could not serve, narrowed down to a small set that conflicts: without any one of its members the rest can
be laid out. Unlike :mod:`scene.layout.feasibility.conflicts` this proves nothing; it says what was tried. Where time is over
before a set is small, it is not told: what is left unserved is, and that the reason is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from scene.layout.feasibility.conflict import Conflict, listed, names_of, of_relations
from scene.layout.model import Anchor, Bodies, Constraint, Problem
from scene.layout.search.deadline import Deadline
from scene.layout.search.solver import Solution

__all__ = ["narrow"]

_MOST = 24
"""Members that a set is narrowed down from."""

_TELLING = 6
"""Members up to which a set is told although time was over before it was known that it needs them all."""

_OVER = "; the search was over before it was known what stands in the way"

Solve = Callable[[Problem, float], Solution]


def narrow(problem: Problem, solution: Solution, solve: Solve, deadline: Deadline) -> list[Conflict]:
    """A conflict for what a solution left without a place or a relation that holds, one after the other. Each relation that
    fails is in one of them, each body without a place is named.

    Args:
        solve: a problem within some seconds.
        deadline: for all of it.
    """
    found: list[Conflict] = []
    missing = solution.unplaced.tolist()
    if missing:
        found.append(_of_bodies(problem, missing, solve, deadline))
    told: set[int] = set()
    for number in solution.failing.tolist():
        if number not in told and not deadline():
            conflict = _of_relation(problem, int(number), solution, solve, deadline)
            told.update(conflict.constraints)
            found.append(conflict)
    rest = [k for k in solution.failing.tolist() if k not in told]
    if rest:
        found.append(_unknown(problem, rest))
    return found


def _unknown(problem: Problem, numbers: Sequence[int]) -> Conflict:
    """Relations that no layout was found for, and no more is known."""
    conflict = of_relations(problem, numbers, "")
    texts = [problem.constraints[k].text for k in conflict.constraints]
    says = f"no layout was found in which {listed(texts)} hold{'s' if len(texts) == 1 else ''}{_OVER}"
    ways = ("lay it out again with more time", *conflict.ways_out[:_TELLING])
    return replace(conflict, says=says, ways_out=ways, proved=False)


class _Trials:
    """Whether parts of a problem can be served, as long as there is time. `over`: there was no time for one of them."""

    def __init__(self, solve: Solve, deadline: Deadline, most: float) -> None:
        self.solve, self.deadline, self.most, self.over = solve, deadline, most, False

    def answer(self, problem: Problem) -> Solution | None:
        """What came of a part; None where time is over."""
        if self.deadline():
            self.over = True
            return None
        answer = self.solve(problem, min(self.deadline.left / 2.0, self.most))
        if (len(answer.failing) or len(answer.unplaced)) and self.deadline():
            self.over = True  # it was cut short
            return None
        return answer


def _of_relation(problem: Problem, number: int, solution: Solution, solve: Solve, deadline: Deadline) -> Conflict:
    """The relations without any one of which this one can hold."""
    trials = _Trials(solve, deadline, 2.0)

    def served(kept: Sequence[int]) -> bool:
        wanted = sorted({number, *kept})
        result = trials.answer(replace(problem, constraints=tuple(problem.constraints[k] for k in wanted)))
        # without time nothing is left out of the set that was not found to be beside the point
        return result is None or (len(result.failing) == 0 and len(result.unplaced) == 0)

    kept: list[int] = []
    if served(()):
        # those that hold in the solution hold together: what else fails has a conflict of its own
        others = [k for k in _tied(problem, number) if k not in solution.failing]
        if served(others):
            # what stands in the way has nothing to do with these things: others that want the same place
            kind = problem.constraints[number].kind
            far = [k for k in range(len(problem.constraints)) if k != number and k not in others]
            others = sorted(far, key=lambda k: problem.constraints[k].kind != kind) + others
        kept = _narrowed(others, served)
    if trials.over and len(kept) > _TELLING:
        return _unknown(problem, [number])
    numbers = tuple(sorted({number, *kept}))
    texts = [problem.constraints[k].text for k in numbers]
    members = tuple(dict.fromkeys(b for k in numbers for b in problem.constraints[k].bodies))
    says = f"no layout was found in which {listed(texts)} hold{'s' if len(texts) == 1 else ' together'}"
    return Conflict(members, numbers, says, tuple(f"drop {t}" for t in texts), proved=False)


def _narrowed(members: Sequence[int], served: Callable[[Sequence[int]], bool]) -> list[int]:
    """A smallest set of members that is not served, while it is without any one of them (QuickXplain, Junker 2004)."""

    def needed(base: list[int], grown: bool, chosen: list[int]) -> list[int]:
        if grown and not served(base):
            return []
        if len(chosen) == 1:
            return chosen
        first, second = chosen[: len(chosen) // 2], chosen[len(chosen) // 2 :]
        of_second = needed([*base, *first], True, second)
        of_first = needed([*base, *of_second], bool(of_second), first)
        return [*of_first, *of_second]

    return needed([], False, list(members)) if members else []


def _tied(problem: Problem, number: int) -> list[int]:
    """Relations that share bodies with this one, nearest first."""
    bodies = set(problem.constraints[number].bodies)
    found: list[int] = []
    grown = True
    while grown and len(found) < _MOST:
        grown = False
        for k, constraint in enumerate(problem.constraints):
            if k != number and k not in found and bodies & set(constraint.bodies) and len(found) < _MOST:
                found.append(k)
                grown = True
        for k in found:
            bodies |= set(problem.constraints[k].bodies)
    return found


def _of_bodies(problem: Problem, missing: Sequence[int], solve: Solve, deadline: Deadline) -> Conflict:
    """Bodies that find no place together: of those without one, and of the largest that stand on the same."""
    bodies = problem.bodies
    area = bodies.half.prod(axis=1)
    same = [
        b
        for b in np.argsort(-area).tolist()
        if b not in missing
        and problem.parent[b] == problem.parent[missing[0]]
        and bodies.support[b] is bodies.support[missing[0]]
    ]
    among = [*same[: max(_MOST - len(missing), 0)][::-1], *missing]

    trials = _Trials(solve, deadline, 1.0)

    def served(kept: Sequence[int]) -> bool:
        result = trials.answer(_without(problem, [b for b in among if b not in kept]))
        return result is None or len(result.unplaced) == 0

    kept = sorted(_narrowed(among, served), key=lambda b: (b not in missing, -area[b]))
    unknown = trials.over and len(kept) > _TELLING
    if unknown:
        kept = sorted(missing, key=lambda b: -area[b])
    names = names_of(problem, kept)
    says = (
        f"no layout was found that has a place for {names}{_OVER}"
        if unknown
        else f"no layout was found that holds {names} together"
    )
    others = [b for b in missing if b not in kept]
    if others:
        says += f"; {names_of(problem, others)} found no place either"
    ways = (
        f"a room larger than {problem.room.width:.1f} m by {problem.room.depth:.1f} m",
        f"leave out one of {names}",
    )
    stated = tuple(
        k
        for k, c in enumerate(problem.constraints)
        if c.kind in ("on", "inside") and set(c.items) & set(kept) and c.target is not None and c.target.body >= 0
    )
    return Conflict(tuple(kept), stated, says, ways, proved=False)


def _without(problem: Problem, left_out: Sequence[int]) -> Problem:
    """The problem without some bodies and all that they carry."""
    gone = list(left_out)
    for b in gone:
        gone.extend(np.flatnonzero(problem.parent == b).tolist())
    kept = [b for b in range(len(problem.bodies)) if b not in gone]
    new = {b: k for k, b in enumerate(kept)}
    old = problem.bodies
    bodies = Bodies(
        row=old.row[kept],
        path=tuple(old.path[b] for b in kept),
        half=old.half[kept],
        height=old.height[kept],
        initial=old.initial[kept],
        body_from_row=old.body_from_row[kept],
        support=tuple(old.support[b] for b in kept),
        fixed=old.fixed[kept],
        clearance=old.clearance[kept],
        boxes=tuple(old.boxes[b] for b in kept),
        surfaces=tuple(old.surfaces[b] for b in kept),
    )
    constraints = tuple(_renumbered(c, new) for c in problem.constraints if set(c.bodies) <= new.keys())
    parent = np.array([new.get(int(p), -1) for p in problem.parent[kept]], dtype=np.int32)
    return replace(problem, bodies=bodies, constraints=constraints, parent=parent, surface=problem.surface[kept])


def _renumbered(constraint: Constraint, new: dict[int, int]) -> Constraint:
    def anchor(a: Anchor | None) -> Anchor | None:
        return a if a is None or a.body < 0 else replace(a, body=new[a.body])

    return replace(
        constraint,
        items=tuple(new[i] for i in constraint.items),
        target=anchor(constraint.target),
        about=anchor(constraint.about),
    )
