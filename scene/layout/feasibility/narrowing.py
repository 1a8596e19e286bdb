"""Reduce what the search could not satisfy to a small conflicting set: without any one of its members the rest can be laid out.

Unlike :mod:`scenewright.scene.layout.feasibility.conflicts` this proves nothing; a conflict only says what was tried. If the effort
runs out before a set is small, the conflict names what remained unsatisfied and says that the reason is unknown. Effort is counted
in work (:mod:`scenewright.scene.layout.search.effort`), so that the result is the same on every machine; if the clock stopped the
search, the effort says so.

Conflicts are first searched among few bodies: what cannot hold in a room with only these bodies cannot hold in the whole problem,
and that takes a fraction of the effort.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.feasibility.conflict import Conflict, listed, names_of, of_relations
from scenewright.scene.layout.feasibility.parts import carriers, freed, of_bodies, without
from scenewright.scene.layout.model import Constraint, Problem
from scenewright.scene.layout.search import Effort, Solution

__all__ = ["TELLING", "hopeless", "narrow", "untold"]

_MOST = 24
"""Members of the set that is to be reduced, at most."""

_NEAREST = 8
"""Relations that are tried together with a failing one, with only the bodies that they name."""

TELLING = 6
"""A set of at most so many members is reported even if the effort ran out before it was known to be minimal."""

_TRIAL = 1000.0
"""Units of effort of one trial; trials in the whole room may take twice as many."""

_SLOWER, _LEAST = 12.0, 300.0
"""A trial is given up after this factor of the units of the slowest success, and after at least so many units."""

_SHORT = 100.0
"""A trial with fewer units than this may fail although it could succeed."""

_HOSTS = (RelationName.ON, RelationName.INSIDE)

_OVER = "; the search was over before it was known what stands in the way"

_SURE = 3
"""Factor of the patience of a second trial, before relations of few bodies are reported to conflict."""


class Solve(Protocol):
    """Solves a problem within an effort, which it charges; `tries`: factor of the patience."""

    def __call__(self, problem: Problem, effort: Effort, tries: int = 1, /) -> Solution: ...


def narrow(
    problem: Problem, solution: Solution, solve: Solve, effort: Effort, known: Sequence[Conflict] = ()
) -> list[Conflict]:
    """Conflicts that explain all failing relations and unplaced bodies of a solution.

    Args:
        effort: the budget of all trials.
        known: conflicts that explain some of them already.
    """
    conflicts: list[Conflict] = []
    explained = {k for c in known for k in c.constraints}
    missing = untold(problem, solution, known)
    if missing:
        conflicts.append(_of_bodies(problem, missing, _Trials(solve, effort, _TRIAL)))
    for number in solution.failing.tolist():
        if number not in explained and not effort():
            conflict = _of_relation(problem, int(number), solution, solve, effort)
            explained.update(conflict.constraints)
            conflicts.append(conflict)
    rest = [k for k in solution.failing.tolist() if k not in explained]
    if rest:
        conflicts.append(_unknown(problem, rest))
    return conflicts


def hopeless(
    problem: Problem,
    solution: Solution,
    solve: Solve,
    effort: Effort,
    known: Sequence[Conflict] = (),
    *,
    alone: bool = True,
) -> list[Conflict]:
    """Conflicts among few bodies, for failing relations and unplaced bodies that no known conflict explains.

    Args:
        alone: look only at each relation by itself, and at the bodies on one parent; otherwise also at a relation together with
            others about the same bodies.
    """
    conflicts: list[Conflict] = []
    for parent in dict.fromkeys(int(problem.parent[b]) for b in untold(problem, solution, known)):
        if parent >= 0:
            conflict = _on_one(problem, parent, solution, _Trials(solve, effort, _TRIAL))
            conflicts += [conflict] if conflict is not None else []
    explained = {k for c in known for k in c.constraints}
    for number in solution.failing.tolist():
        if number in explained or effort():
            continue
        trials = _Trials(solve, effort, _TRIAL)
        conflict = _of_few(problem, number, solution, trials, alone=alone)
        if conflict is not None and not trials.over:
            explained.update(conflict.constraints)
            conflicts.append(conflict)
    return conflicts


def untold(problem: Problem, solution: Solution, known: Sequence[Conflict]) -> list[int]:
    """Unplaced bodies that no known conflict names, and whose parent no known conflict calls crowded."""
    explained = {b for c in known for b in c.bodies}
    crowded = set()
    for c in known:
        on = {int(problem.parent[b]) for b in c.bodies}
        if len(on) == 1 and len(c.bodies) > 1 and all(problem.constraints[k].kind in _HOSTS for k in c.constraints):
            crowded |= on - {-1}
    return [b for b in solution.unplaced.tolist() if b not in explained and int(problem.parent[b]) not in crowded]


class _Trials:
    """Tries parts of a problem while there is effort. `over`: the effort ran out for one of them."""

    def __init__(self, solve: Solve, effort: Effort, most: float) -> None:
        self.solve, self.effort, self.most, self.over = solve, effort, most, False
        self.pace = 0.0

    def served(self, part: Callable[[], Problem]) -> bool:
        """Whether a part can be satisfied; true without effort, so that no member that may matter is left out of a set."""
        if self.effort():
            self.over = True
            return True
        problem = part()
        size = len(problem.bodies) + len(problem.constraints)
        most = min(self.most, max(_LEAST, _SLOWER * self.pace * size)) if self.pace else self.most
        mine = self.effort.part(most, share=0.5)
        limit, before = mine.left, self.effort.spent
        answer = self.solve(problem, mine)
        if not len(answer.failing) and not len(answer.unplaced):
            self.pace = max(self.pace, (self.effort.spent - before) / max(size, 1))
            return True
        if limit < _SHORT or self.effort():  # the trial was cut short
            self.over = True
            return True
        return False

    def after_all(self, part: Callable[[], Problem]) -> bool:
        """Whether a part that was not satisfied is with more patience; false without effort."""
        if self.effort():
            return False
        answer = self.solve(part(), self.effort.part(_SURE * self.most, share=0.5), _SURE)
        return not len(answer.failing) and not len(answer.unplaced)


# -- relations that fail ------------------------------------------------------------------------------------------------


def _of_relation(problem: Problem, number: int, solution: Solution, solve: Solve, effort: Effort) -> Conflict:
    """The conflict of a failing relation: the relations of which any one, if dropped, lets it hold."""
    trials = _Trials(solve, effort, _TRIAL)
    conflict = _of_few(problem, number, solution, trials, alone=False)
    if conflict is not None:
        known = not trials.over or len(conflict.constraints) <= 1 + TELLING
        return conflict if known else _unknown(problem, [number])
    trials = _Trials(solve, effort, 2.0 * _TRIAL)

    def served(kept: Sequence[int]) -> bool:
        tried = sorted({number, *kept})
        return trials.served(lambda: replace(problem, constraints=tuple(problem.constraints[k] for k in tried)))

    kept: list[int] = []
    if served(()):
        # relations that hold in the solution hold together; other failing ones have their own conflicts
        others = [k for k in _tied(problem, number, _MOST) if k not in solution.failing]
        if served(others):
            # the obstacle is unrelated: other relations whose bodies need the same place
            kind = problem.constraints[number].kind
            far = [k for k in range(len(problem.constraints)) if k != number and k not in others]
            others = sorted(far, key=lambda k: problem.constraints[k].kind != kind) + others
        kept = _narrowed(others, served)
    if trials.over and len(kept) > TELLING:
        return _unknown(problem, [number])
    return _together(problem, {number, *kept})


def _of_few(problem: Problem, number: int, solution: Solution, trials: _Trials, *, alone: bool) -> Conflict | None:
    """The conflict of a relation alone, or with others about the same bodies, in a room with only these bodies; None for none."""

    def part(kept: Sequence[int]) -> Problem:
        constraints = [problem.constraints[k] for k in sorted({number, *kept})]
        return of_bodies(problem, {b for c in constraints for b in c.bodies}, constraints)

    def served(kept: Sequence[int]) -> bool:
        return trials.served(lambda: part(kept))

    if not served(()):
        return None if trials.after_all(lambda: part(())) else _held_elsewhere(problem, number, trials)
    others = [] if alone else [k for k in _tied(problem, number, _NEAREST) if k not in solution.failing]
    if not others or served(others):
        return None
    kept = _narrowed(others, served)
    return None if trials.after_all(lambda: part(kept)) else _together(problem, {number, *kept})


def _held_elsewhere(problem: Problem, number: int, trials: _Trials) -> Conflict:
    """The conflict of a relation that cannot hold by itself, with the support of one of its bodies where that is the reason."""
    constraint = problem.constraints[number]
    for item in constraint.bodies:
        on = int(problem.parent[item])
        holds = next((k for k, c in enumerate(problem.constraints) if _puts(c, item, on) and k != number), None)
        target = -1 if constraint.target is None else constraint.target.body
        if on < 0 or (target >= 0 and item in carriers(problem, [target])):
            continue
        apart = partial(of_bodies, freed(problem, item, constraint), constraint.bodies, [constraint])
        if trials.served(apart) and not trials.over:
            if holds is not None:
                return _together(problem, {number, holds})
            return _while_on(problem, number, item, on)
    return _together(problem, {number})


def _while_on(problem: Problem, number: int, item: int, on: int) -> Conflict:
    """The conflict of a relation with the parent of one of its bodies, which no relation states."""
    conflict = _together(problem, {number})
    name, host = names_of(problem, [item]), names_of(problem, [on])
    says = f"{conflict.says} while {name} stands on {host}"
    return replace(conflict, says=says, ways_out=(*conflict.ways_out, f"stand {name} elsewhere than on {host}"))


def _puts(constraint: Constraint, item: int, on: int) -> bool:
    """Whether a relation puts an item on the body `on`."""
    target = constraint.target
    return (
        on >= 0 and constraint.kind in _HOSTS and item in constraint.items and target is not None and target.body == on
    )


def _together(problem: Problem, numbers: Collection[int]) -> Conflict:
    conflict = of_relations(problem, numbers, "")
    texts = [problem.constraints[k].text for k in conflict.constraints]
    says = f"no layout was found in which {listed(texts)} hold{'s' if len(texts) == 1 else ' together'}"
    return replace(conflict, says=says, proved=False)


def _unknown(problem: Problem, numbers: Sequence[int]) -> Conflict:
    """The conflict of relations for which no layout was found, for an unknown reason."""
    conflict = _together(problem, numbers)
    ways = ("lay it out again with more effort", *conflict.ways_out[:TELLING])
    return replace(conflict, says=conflict.says.removesuffix(" together") + _OVER, ways_out=ways)


def _narrowed(members: Sequence[int], served: Callable[[Sequence[int]], bool]) -> list[int]:
    """A minimal set of members that cannot be satisfied, but can without any one of them (QuickXplain, Junker 2004)."""

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


def _tied(problem: Problem, number: int, most: int) -> list[int]:
    """Numbers of relations that share bodies with this one, directly or through others, the nearest first; at most `most`."""
    bodies = set(problem.constraints[number].bodies)
    tied: list[int] = []
    grown = True
    while grown and len(tied) < most:
        grown = False
        for k, constraint in enumerate(problem.constraints):
            if k != number and k not in tied and bodies & set(constraint.bodies) and len(tied) < most:
                tied.append(k)
                grown = True
        for k in tied:
            bodies |= set(problem.constraints[k].bodies)
    return tied


# -- bodies without a place ---------------------------------------------------------------------------------------------


def _on_one(problem: Problem, parent: int, solution: Solution, trials: _Trials) -> Conflict | None:
    """The conflict of bodies that do not fit together on one parent, without other bodies; None where they do."""
    carried = np.flatnonzero(problem.parent == parent).tolist()
    missing = [b for b in carried if b in solution.unplaced]

    def served(kept: Sequence[int]) -> bool:
        return trials.served(lambda: of_bodies(problem, kept, ()))

    if served(carried) or trials.over:
        return None
    among = _crowd(problem, missing, carried)
    return _crowded(problem, missing, _narrowed(among, served), trials)


def _of_bodies(problem: Problem, missing: Sequence[int], trials: _Trials) -> Conflict:
    """The conflict of bodies that find no place together: unplaced ones, and the largest on the same parent."""
    bodies = problem.bodies
    same = [
        b
        for b in range(len(bodies))
        if problem.parent[b] == problem.parent[missing[0]] and bodies.support[b] is bodies.support[missing[0]]
    ]
    among = _crowd(problem, missing, same)

    def served(kept: Sequence[int]) -> bool:
        return trials.served(lambda: without(problem, sorted(set(among) - set(kept))))

    return _crowded(problem, missing, _narrowed(among, served), trials)


def _crowd(problem: Problem, missing: Sequence[int], same: Sequence[int]) -> list[int]:
    """The unplaced bodies, after the largest of the others, `_MOST` in all."""
    area = problem.bodies.half.prod(axis=1)
    others = sorted((b for b in same if b not in missing), key=lambda b: -area[b])
    return [*others[: max(_MOST - len(missing), 0)][::-1], *missing]


def _crowded(problem: Problem, missing: Sequence[int], kept: Sequence[int], trials: _Trials) -> Conflict:
    area = problem.bodies.half.prod(axis=1)
    unknown = trials.over and len(kept) > TELLING
    kept = sorted(missing if unknown else kept, key=lambda b: (b not in missing, -area[b]))
    names = names_of(problem, kept)
    parents = {int(problem.parent[b]) for b in kept}
    host = names_of(problem, list(parents)) if len(parents) == 1 and -1 not in parents else ""
    where = f" on {host}" if host else ""
    if unknown or len(kept) == 1:
        says = f"no layout was found that has a place for {names}{where}{_OVER if unknown else ''}"
    else:
        says = f"no layout was found that holds {names} together{where}"
    others = [b for b in missing if b not in kept]
    if others:
        says += f"; {names_of(problem, others)} found no place either"
    room = problem.room
    larger = f"a larger {host}" if host else f"a room larger than {room.width:.1f} m by {room.depth:.1f} m"
    ways = (larger, f"leave out {names}" if len(kept) == 1 else f"leave out one of {names}")
    stated = tuple(
        k
        for k, c in enumerate(problem.constraints)
        if c.kind in _HOSTS and set(c.items) & set(kept) and c.target is not None and c.target.body >= 0
    )
    return Conflict(tuple(kept), stated, says, ways, proved=False)
