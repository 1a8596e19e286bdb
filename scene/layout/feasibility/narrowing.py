"""What the search could not serve, narrowed down to a small set that conflicts: without any one of its members the rest can be
laid out. Unlike :mod:`scenewright.scene.layout.feasibility.conflicts` this proves nothing; it says what was tried. Where the
effort is used up before a set is small, it is not told: what is left unserved is, and that the reason is not known. Efforts are
counted in work (:mod:`scenewright.scene.layout.search.effort`), so that the same set is told on every machine; where the clock
stopped it, the effort says so.

What conflicts is looked for first among few bodies: what cannot hold in a room that is empty but for them cannot hold in the
whole, and that is found out with a fraction of the effort.
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
"""Members that a set is narrowed down from."""

_NEAREST = 8
"""Relations that are tried together with one that fails, among the few bodies that they speak of."""

TELLING = 6
"""Members up to which a set is told although the effort was used up before it was known that it needs them all."""

_TRIAL = 1000.0
"""Units that one trial may take; those in the whole room twice as many."""

_SLOWER, _LEAST = 12.0, 300.0
"""What could not be served is given up after so many times the units of the slowest that could, and so many at least."""

_SHORT = 100.0
"""Units with which what can be served need not be."""

_HOSTS = (RelationName.ON, RelationName.INSIDE)

_OVER = "; the search was over before it was known what stands in the way"

_SURE = 3
"""Times the tries with which few bodies are tried once more before their relations are told to conflict."""


class Solve(Protocol):
    """A problem with some effort, which is charged; `tries`: times as many before it is given up."""

    def __call__(self, problem: Problem, effort: Effort, tries: int = 1, /) -> Solution: ...


def narrow(
    problem: Problem, solution: Solution, solve: Solve, effort: Effort, known: Sequence[Conflict] = ()
) -> list[Conflict]:
    """A conflict for what a solution left without a place or a relation that holds, one after the other. Each relation that
    fails is in one of them, each body without a place is named.

    Args:
        effort: for all of it; `solve` is given parts of it.
        known: conflicts that tell of some of it already.
    """
    found: list[Conflict] = []
    told = {k for c in known for k in c.constraints}
    missing = untold(problem, solution, known)
    if missing:
        found.append(_of_bodies(problem, missing, _Trials(solve, effort, _TRIAL)))
    for number in solution.failing.tolist():
        if number not in told and not effort():
            conflict = _of_relation(problem, int(number), solution, solve, effort)
            told.update(conflict.constraints)
            found.append(conflict)
    rest = [k for k in solution.failing.tolist() if k not in told]
    if rest:
        found.append(_unknown(problem, rest))
    return found


def hopeless(
    problem: Problem,
    solution: Solution,
    solve: Solve,
    effort: Effort,
    known: Sequence[Conflict] = (),
    *,
    alone: bool = True,
) -> list[Conflict]:
    """Conflicts that a few bodies show by themselves, for what a solution does not serve and none tells of yet.

    Args:
        alone: look only at each relation by itself, and at what is to stand on one thing; else also at a relation with others
            that speak of the same things.
    """
    found: list[Conflict] = []
    for parent in dict.fromkeys(int(problem.parent[b]) for b in untold(problem, solution, known)):
        if parent >= 0:
            conflict = _on_one(problem, parent, solution, _Trials(solve, effort, _TRIAL))
            found += [conflict] if conflict is not None else []
    told = {k for c in known for k in c.constraints}
    for number in solution.failing.tolist():
        if number in told or effort():
            continue
        trials = _Trials(solve, effort, _TRIAL)
        conflict = _of_few(problem, number, solution, trials, alone=alone)
        if conflict is not None and not trials.over:
            told.update(conflict.constraints)
            found.append(conflict)
    return found


def untold(problem: Problem, solution: Solution, known: Sequence[Conflict]) -> list[int]:
    """Bodies without a place of which no known conflict tells, nor of too many on what they are to stand on."""
    told = {b for c in known for b in c.bodies}
    crowded = set()
    for c in known:
        on = {int(problem.parent[b]) for b in c.bodies}
        if len(on) == 1 and len(c.bodies) > 1 and all(problem.constraints[k].kind in _HOSTS for k in c.constraints):
            crowded |= on - {-1}
    return [b for b in solution.unplaced.tolist() if b not in told and int(problem.parent[b]) not in crowded]


class _Trials:
    """Whether parts of a problem can be served, as long as there is effort left. `over`: there was none for one of them."""

    def __init__(self, solve: Solve, effort: Effort, most: float) -> None:
        self.solve, self.effort, self.most, self.over = solve, effort, most, False
        self.pace = 0.0

    def served(self, part: Callable[[], Problem]) -> bool:
        """Whether a part can be; without effort it is taken to, so that nothing that may matter is left out of a set."""
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
        if limit < _SHORT or self.effort():  # it was cut short
            self.over = True
            return True
        return False

    def after_all(self, part: Callable[[], Problem]) -> bool:
        """Whether a part that was not served is with more tries; without effort for that it is taken not to be."""
        if self.effort():
            return False
        answer = self.solve(part(), self.effort.part(_SURE * self.most, share=0.5), _SURE)
        return not len(answer.failing) and not len(answer.unplaced)


# -- relations that fail ------------------------------------------------------------------------------------------------


def _of_relation(problem: Problem, number: int, solution: Solution, solve: Solve, effort: Effort) -> Conflict:
    """The relations without any one of which this one can hold."""
    trials = _Trials(solve, effort, _TRIAL)
    conflict = _of_few(problem, number, solution, trials, alone=False)
    if conflict is not None:
        known = not trials.over or len(conflict.constraints) <= 1 + TELLING
        return conflict if known else _unknown(problem, [number])
    trials = _Trials(solve, effort, 2.0 * _TRIAL)

    def served(kept: Sequence[int]) -> bool:
        wanted = sorted({number, *kept})
        return trials.served(lambda: replace(problem, constraints=tuple(problem.constraints[k] for k in wanted)))

    kept: list[int] = []
    if served(()):
        # those that hold in the solution hold together: what else fails has a conflict of its own
        others = [k for k in _tied(problem, number, _MOST) if k not in solution.failing]
        if served(others):
            # what stands in the way has nothing to do with these things: others that want the same place
            kind = problem.constraints[number].kind
            far = [k for k in range(len(problem.constraints)) if k != number and k not in others]
            others = sorted(far, key=lambda k: problem.constraints[k].kind != kind) + others
        kept = _narrowed(others, served)
    if trials.over and len(kept) > TELLING:
        return _unknown(problem, [number])
    return _together(problem, {number, *kept})


def _of_few(problem: Problem, number: int, solution: Solution, trials: _Trials, *, alone: bool) -> Conflict | None:
    """What keeps a relation from holding, by itself or with others about the same things, in a room that is empty but for
    these; None where nothing does."""

    def part(kept: Sequence[int]) -> Problem:
        wanted = [problem.constraints[k] for k in sorted({number, *kept})]
        return of_bodies(problem, {b for c in wanted for b in c.bodies}, wanted)

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
    """The conflict of a relation that cannot hold by itself, with what one of its things is to stand on, where that is why."""
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
    """The conflict of a relation with where the program has one of its things, of which no relation says anything."""
    conflict = _together(problem, {number})
    name, host = names_of(problem, [item]), names_of(problem, [on])
    says = f"{conflict.says} while {name} stands on {host}"
    return replace(conflict, says=says, ways_out=(*conflict.ways_out, f"stand {name} elsewhere than on {host}"))


def _puts(constraint: Constraint, item: int, on: int) -> bool:
    """Whether a relation says that an item stands on some body."""
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
    """Relations that no layout was found for, and no more is known."""
    conflict = _together(problem, numbers)
    ways = ("lay it out again with more effort", *conflict.ways_out[:TELLING])
    return replace(conflict, says=conflict.says.removesuffix(" together") + _OVER, ways_out=ways)


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


def _tied(problem: Problem, number: int, most: int) -> list[int]:
    """Relations that share bodies with this one, nearest first."""
    bodies = set(problem.constraints[number].bodies)
    found: list[int] = []
    grown = True
    while grown and len(found) < most:
        grown = False
        for k, constraint in enumerate(problem.constraints):
            if k != number and k not in found and bodies & set(constraint.bodies) and len(found) < most:
                found.append(k)
                grown = True
        for k in found:
            bodies |= set(problem.constraints[k].bodies)
    return found


# -- bodies without a place ---------------------------------------------------------------------------------------------


def _on_one(problem: Problem, parent: int, solution: Solution, trials: _Trials) -> Conflict | None:
    """Bodies that do not go on one carrier together, by themselves; None where they do."""
    carried = np.flatnonzero(problem.parent == parent).tolist()
    missing = [b for b in carried if b in solution.unplaced]

    def served(kept: Sequence[int]) -> bool:
        return trials.served(lambda: of_bodies(problem, kept, ()))

    if served(carried) or trials.over:
        return None
    among = _crowd(problem, missing, carried)
    return _crowded(problem, missing, _narrowed(among, served), trials)


def _of_bodies(problem: Problem, missing: Sequence[int], trials: _Trials) -> Conflict:
    """Bodies that find no place together: of those without one, and of the largest that stand on the same."""
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
    """The bodies without a place, after the largest of the others, as many as a set is narrowed down from."""
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
