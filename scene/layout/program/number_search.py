"""Search which numbers to change, and by how much: candidates are judged on predicted scenes, the best first."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.program.number_motion import Motion, ProgramMotion
from scenewright.scene.layout.program.number_plan import least_changes
from scenewright.scene.model import Scene

__all__ = ["Found", "NumberCandidate", "NumberSearch", "Violation", "Violations", "total"]

Violation = tuple[Sequence[str], float]
"""Paths of its bodies, and its depth in metres."""
Found = tuple[Violation, ...]
Violations = Callable[[Scene], Sequence[Violation]]

_SIZES = 7
_FARTHEST = 2.0
"""Metres that one change may move a body."""
_QUARTERS = (90.0, 180.0, -90.0)
_DEGREE = math.pi / 180.0
_BEAM = 6
_LISTED, _WHOLE, _UNTIED = 3.0, 2.0, 3.0
"""Factors by which these must gain more: a number for only some of the bodies of a loop, a whole number, and a number that changes
without the others of its tie."""
_PER_NUMBER = 0.005
"""Cost of changing a number at all, in cubic metres times metres."""
_GAIN = 1e-4
_JUDGED, _JUDGED_EACH = 0.5, 0.1
_PLANNED, _PLANNED_EACH = 2.0, 0.15
"""Units of effort (:mod:`scenewright.scene.layout.search.effort`) of judging a predicted scene, and of computing the least changes;
with those for each body."""
_SAME = 1e-5

_Tie = tuple[tuple[int, float], ...]
"""Indices of numbers that change together, with the sign of each."""


def total(violations: Sequence[Violation]) -> float:
    """The sum of the depths, metres."""
    return float(sum(depth for _, depth in violations))


@dataclass(frozen=True, eq=False)
class NumberCandidate:
    """A change of numbers. `moves`: ties of numbers and the change of each. `left`: metres of violation that remain. `cost`: of the
    motion."""

    moves: tuple[tuple[_Tie, float], ...]
    left: float
    cost: float

    @property
    def ties(self) -> list[frozenset[int]]:
        """Numbers that change together."""
        return [frozenset(i for i, _ in tie) for tie, _ in self.moves]

    @property
    def by(self) -> dict[int, float]:
        return {i: sign * amount for tie, amount in self.moves for i, sign in tie}


class NumberSearch:
    """Searches changes of the numbers of one text.

    Args:
        hopeless: sets of numbers that must not be changed together.
        charge: called with the units of effort before each step; raises to end the search.
    """

    def __init__(
        self,
        motion: ProgramMotion,
        violations: Violations,
        hopeless: set[frozenset[int]],
        charge: Callable[[float], None],
    ) -> None:
        self.motion = motion
        self.violations = violations
        self.hopeless = hopeless
        self.charge = charge
        count = len(motion.bodies.rows)
        self._of_judging, self._of_planning = _JUDGED + _JUDGED_EACH * count, _PLANNED + _PLANNED_EACH * count

    def steps(self, current: Found) -> Iterator[NumberCandidate]:
        """Changes that should reduce the violations `current`, the best first: of one number or tie, of as many as needed, or else of
        two."""
        before = total(current)
        many = self._of_many(current)
        if many is not None and many.left < _GAIN:
            yield self._rounded(many)
        singles = self._of_one((), current)
        together = [many] if many is not None and many.left >= _GAIN else []
        better = [c for c in (*singles, *together) if c.left < before - _GAIN]
        if not better:
            # a first change may make room for a second
            for first in sorted(singles, key=lambda c: (self._open(c, current), c.cost))[:_BEAM]:
                now = self._predicted(first)
                better += [c for c in self._of_one(first.moves, now) if c.left < before - _GAIN]
        better.sort(key=lambda c: self._worth(c, before), reverse=True)
        for candidate in better:
            if frozenset(candidate.by) not in self.hopeless:
                yield self._rounded(candidate if candidate is many else self._least(candidate))

    def _worth(self, candidate: NumberCandidate, before: float) -> float:
        weight = max(self._weight(tie) for tie, _ in candidate.moves)
        return (before - candidate.left) / (candidate.cost + _PER_NUMBER * len(candidate.moves)) / weight

    def _open(self, candidate: NumberCandidate, current: Found) -> float:
        """Metres of the violations `current` that remain after a change, without new violations."""
        now = {frozenset(paths): depth for paths, depth in self._predicted(candidate)}
        return sum(min(depth, now.get(frozenset(paths), 0.0)) for paths, depth in current)

    def _predicted(self, candidate: NumberCandidate) -> Found:
        """The violations of the predicted scene after a candidate."""
        self.charge(self._of_judging)
        return tuple(self.violations(self.motion.predicted(candidate.by)))

    def _of_one(self, base: tuple[tuple[_Tie, float], ...], current: Found) -> list[NumberCandidate]:
        """The best change of each number, and of each tie, that moves a violating body, in addition to `base`."""
        involved = self._involved(current)
        used = {i for tie, _ in base for i, _ in tie}
        best = []
        for tie, motion in self._ties(involved):
            if used & {i for i, _ in tie} or frozenset([*used, *(i for i, _ in tie)]) in self.hopeless:
                continue
            sizes, further = self._amounts(tie[0][0], motion, involved, current)
            signed = [[sign * size for size in sizes] for sign in (1.0, -1.0) if sizes]
            options = [
                *(self._judged((*base, (tie, by))) for by in further),
                *(self._best_size(base, tie, growing) for growing in signed),
            ]
            if options:
                best.append(min(options, key=_rank))
        return best

    def _best_size(self, base: tuple[tuple[_Tie, float], ...], tie: _Tie, sizes: Sequence[float]) -> NumberCandidate:
        """The best of changes of growing size: every second one is tried, then the neighbours of the best."""
        tried = {i: self._judged((*base, (tie, sizes[i]))) for i in range(1, len(sizes), 2) or range(1)}
        best = min(tried, key=lambda i: _rank(tried[i]))
        for i in (best - 1, best + 1):
            if 0 <= i < len(sizes) and i not in tried:
                tried[i] = self._judged((*base, (tie, sizes[i])))
        return min(tried.values(), key=_rank)

    def _of_many(self, current: Found) -> NumberCandidate | None:
        """The least changes of as many numbers as needed; None where none helps."""
        involved = self._involved(current)
        ties = self._ties(involved)
        violating = [(numbers, depth) for numbers, (_, depth) in zip(involved, current, strict=True) if numbers]
        weights = [self._weight(tie) for tie, _ in ties]
        self.charge(self._of_planning)
        by = least_changes(self.motion.bodies, [m for _, m in ties], weights, _FARTHEST, violating)
        if by is None:
            return None
        moves: list[tuple[_Tie, float]] = []
        for (tie, _), amount in zip(ties, by.tolist(), strict=True):
            if abs(amount) > 1e-6:
                moves.append((tie, amount))
        return self._judged(tuple(moves))

    def _involved(self, current: Found) -> list[list[int]]:
        """Numbers of the bodies of each violation."""
        bodies = self.motion.bodies
        return [sorted({b for p in paths if (b := bodies.body_of(p)) is not None}) for paths, _ in current]

    def _ties(self, involved: Sequence[Sequence[int]]) -> list[tuple[_Tie, Motion]]:
        """All numbers that move a violating body, alone and with the others of their ties, with their motions."""
        indices = self.motion.behind({b for bodies in involved for b in bodies})
        whole = {frozenset(i for i, _ in tie): tie for tie in map(self.motion.tied, indices)}
        ties: list[_Tie] = [*(((i, 1.0),) for i in indices), *(tie for tie in whole.values() if len(tie) > 1)]
        self.motion.measure(sorted({i for tie in ties for i, _ in tie}))
        return [(tie, motion) for tie in ties if (motion := self.motion.combined(tie)) is not None]

    def _weight(self, tie: _Tie) -> float:
        number = self.motion.numbers.numbers[tie[0][0]]
        untied = len(tie) == 1 and len(self.motion.tied(number.index)) > 1
        return max(1.0, _LISTED * number.listed, _WHOLE * number.whole, _UNTIED * untied)

    def _judged(self, moves: tuple[tuple[_Tie, float], ...]) -> NumberCandidate:
        self.charge(self._of_judging)
        scene = self.motion.predicted(NumberCandidate(moves, 0.0, 0.0).by)
        return NumberCandidate(moves, total(tuple(self.violations(scene))), self.motion.bodies.cost(scene))

    def _amounts(
        self, index: int, motion: Motion, involved: Sequence[Sequence[int]], current: Found
    ) -> tuple[list[float], list[float]]:
        """Changes worth trying: sizes from just removing the least violation to well beyond the greatest, for both signs; and further
        changes: the opposite sign of the number, and quarter turns."""
        bodies = self.motion.bodies
        shift, turn = bodies.travel(bodies.moved([(motion, 1.0)]))
        rim = bodies.radius * np.abs(turn)
        speed = np.linalg.norm(shift, axis=1) + rim
        needed = []
        for numbers, (_, depth) in zip(involved, current, strict=True):
            pairs = [(a, b) for a in numbers for b in numbers if a < b]
            rates = [float(np.linalg.norm(shift[a] - shift[b]) + rim[a] + rim[b]) for a, b in pairs]
            rate = max(rates or [float(speed[b]) for b in numbers], default=0.0)
            if rate > 1e-6:
                needed.append((depth + 1e-3) / rate)
        if not needed:
            return [], []
        farthest = max(float(np.abs(shift).max()), 1e-9)
        most = _FARTHEST / farthest
        sizes = np.geomspace(min(needed), 4.0 * max(needed), _SIZES)
        value = self.motion.numbers.numbers[index].value
        further = [-2.0 * value] if value else []
        if math.isclose(float(np.abs(motion.turning).max()), _DEGREE, rel_tol=1e-3):
            further += _QUARTERS
        return sizes[sizes <= most].tolist(), [a for a in further if abs(a) <= most]

    def _least(self, candidate: NumberCandidate) -> NumberCandidate:
        """The same change, with as little of its last part as does the same."""
        *first, (tie, _) = candidate.moves
        enough, little = candidate, 0.0
        for _ in range(7):
            middle = (little + enough.moves[-1][1]) / 2.0
            tried = self._judged((*first, (tie, middle)))
            if tried.left <= candidate.left + _SAME:
                enough = tried
            else:
                little = middle
        return enough

    def _rounded(self, candidate: NumberCandidate) -> NumberCandidate:
        """The same change to round numbers, with as few decimals as will do."""
        for i, (tie, amount) in enumerate(candidate.moves):
            value = self.motion.numbers.numbers[tie[0][0]].value
            for rounded in _round_amounts(value, amount):
                tried = self._judged((*candidate.moves[:i], (tie, rounded), *candidate.moves[i + 1 :]))
                if tried.left <= candidate.left + _SAME:
                    candidate = tried
                    break
        return candidate


def _round_amounts(value: float, amount: float) -> Iterator[float]:
    """Changes near an amount that make a number a round one: the next such number, or the next farther away."""
    for unit in (1.0, 0.1, 0.05, 0.01, 0.001):
        steps = round((value + amount) / unit, 6)
        for whole in dict.fromkeys((round(steps), math.ceil(steps) if amount > 0.0 else math.floor(steps))):
            rounded = round(whole * unit, 6) - value
            if 0.85 * abs(amount) <= abs(rounded) <= 1.15 * abs(amount):
                yield rounded


def _rank(candidate: NumberCandidate) -> tuple[float, float]:
    return round(candidate.left, 4), candidate.cost
