"""A partial layout: which bodies are placed, where, and which relations hold now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import numpy.typing as npt

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.model import Constraint, Problem
from scenewright.scene.layout.search.candidates import Candidates
from scenewright.scene.layout.search.effort import Effort
from scenewright.scene.layout.search.keepouts import exempt_pairs, keep_out_zones
from scenewright.scene.layout.search.occupancy import Occupancy
from scenewright.scene.model import FloatArray

__all__ = ["ROUNDING", "Arrangement", "ArrangementSnapshot", "Judge"]

_HARD = 20.0
"""A failing hard relation weighs as much as so many soft ones."""

ROUNDING = 5e-4
"""Metres of tolerance to spare, so that relations still hold after poses are written: with four decimals of a metre and hundredths of
a degree, which are 0.4 mm at five metres. Relations between fixed bodies alone need none."""

_GIVEN_UP = 1e-3
"""Factor of the weight of a relation that was given up: it is satisfied only where that costs nothing."""

_JUDGED, _JUDGED_EACH = 0.04, 1e-4
"""Units of effort (:mod:`scenewright.scene.layout.search.effort`) of judging a relation, for each of its bodies and for each pose."""

_ARRANGEMENTS = {RelationName.AROUND: 1, RelationName.SPACED: 2, RelationName.IN_ROW: 2}
"""Relations whose items are placed one by one, and the least number of placed items with which they can be judged."""


class Judge(Protocol):
    """The meaning of relations: their residuals and tolerances (:mod:`scenewright.scene.layout.relations.residuals`)."""

    def residual(self, constraint: Constraint, problem: Problem, poses: Sequence[FloatArray]) -> FloatArray: ...

    def tolerance(self, constraint: Constraint) -> float: ...


@dataclass(frozen=True, eq=False)
class ArrangementSnapshot:
    """A saved state of an arrangement."""

    poses: FloatArray
    standing: npt.NDArray[np.bool_]
    cost: FloatArray


class Arrangement:
    """The state that construction and polish change.

    `cost`: (M,) of each relation, 0 where it holds or cannot be judged. `stress`: (M,) factors of the costs when poses are chosen;
    they grow for relations that keep failing (breakout, Morris 1993). `given_up`: bodies and relations that cannot be satisfied.
    `effort`: charged by all work on the arrangement, and asked whether to stop.
    """

    def __init__(
        self,
        problem: Problem,
        judge: Judge,
        candidates: Candidates,
        occupancy: Occupancy,
        effort: Effort | None = None,
    ) -> None:
        self.problem = problem
        self.judge = judge
        self.candidates = candidates
        self.occupancy = occupancy
        self.effort = Effort() if effort is None else effort
        self.count = len(problem.bodies)
        self.cost = np.zeros(len(problem.constraints))
        self.weight = np.array([c.weight * (_HARD if c.hard else 1.0) for c in problem.constraints])
        self.stress = np.ones(len(problem.constraints))
        self.given_up: tuple[set[int], set[int]] = (set(), set())
        fixed = problem.bodies.fixed
        self._tolerance = [
            judge.tolerance(c) - (0.0 if all(fixed[b] for b in c.bodies) else ROUNDING) for c in problem.constraints
        ]
        self.relations: list[list[int]] = [[] for _ in range(self.count)]
        for number, constraint in enumerate(problem.constraints):
            for body in constraint.bodies:
                self.relations[body].append(number)
        self.children: list[list[int]] = [[] for _ in range(self.count)]
        for child, parent in enumerate(problem.parent.tolist()):
            if parent >= 0:
                self.children[parent].append(child)

    # -- placed bodies ------------------------------------------------------------------------------------------------

    def stands(self, body: int) -> bool:
        return bool(self.occupancy.standing[body])

    def held_up(self, body: int) -> bool:
        """Whether the parent of a body, if it has one, is placed."""
        parent = int(self.problem.parent[body])
        return parent < 0 or self.stands(parent)

    @property
    def missing(self) -> list[int]:
        """Numbers of bodies that are not placed."""
        return [int(b) for b in np.flatnonzero(~self.occupancy.standing[: self.count])]

    def put(self, body: int, pose: FloatArray) -> None:
        self.occupancy.put(body, pose)
        self.judge_again(self.relations[body])

    def take(self, body: int) -> list[int]:
        """Remove a body and all bodies on it, and return them, the body first."""
        taken = [b for b in self.family(body) if self.stands(b)]
        for one in taken:
            self.occupancy.take(one)
        self.judge_again({k for one in taken for k in self.relations[one]})
        return taken

    def family(self, body: int) -> list[int]:
        """A body and all bodies on it, directly or indirectly, carriers first."""
        family = [body]
        for one in family:
            family.extend(self.children[one])
        return family

    def snapshot(self) -> ArrangementSnapshot:
        return ArrangementSnapshot(self.occupancy.poses.copy(), self.occupancy.standing.copy(), self.cost.copy())

    def restore(self, kept: ArrangementSnapshot) -> None:
        self.occupancy.restore(kept.poses, kept.standing)
        self.cost[:] = kept.cost

    # -- costs --------------------------------------------------------------------------------------------------------

    @property
    def total(self) -> float:
        """The cost of the arrangement: 1000 for each unplaced body, and the costs of failing relations."""
        return 1000.0 * len(self.missing) + float(self.cost.sum())

    @property
    def count_failing(self) -> float:
        """The same with only the weights of failing relations, whatever their residuals."""
        return 1000.0 * len(self.missing) + float(self.weight[self.cost > 0.0].sum())

    @property
    def failing(self) -> list[int]:
        """Numbers of the failing relations."""
        return [int(k) for k in np.flatnonzero(self.cost > 0.0)]

    @property
    def unserved(self) -> tuple[list[int], list[int]]:
        """Unplaced bodies and failing relations, without those that were given up."""
        bodies, relations = self.given_up
        return [b for b in self.missing if b not in bodies], [k for k in self.failing if k not in relations]

    def give_up(self, bodies: Collection[int], relations: Collection[int]) -> None:
        """Give up bodies and relations that cannot be satisfied."""
        fresh = [k for k in relations if k not in self.given_up[1]]
        self.given_up[0].update(bodies)
        self.given_up[1].update(fresh)
        self.weight[fresh] *= _GIVEN_UP
        self.judge_again(fresh)

    def judged(self, body: int) -> list[int]:
        """Numbers of the relations of a body that can be judged with the placed bodies."""
        return [k for k in self.relations[body] if self.judgeable(k, body) is not None]

    def judgeable(self, number: int, body: int) -> Constraint | None:
        """The constraint by which a relation can be judged when `body` is placed: of an arrangement with only its placed items; None
        where other bodies that it needs are not placed."""
        constraint = self.problem.constraints[number]
        absent = {b for b in constraint.bodies if b != body and not self.stands(b)}
        if not absent:
            return constraint
        if constraint.kind not in _ARRANGEMENTS or body not in constraint.items or absent - set(constraint.items):
            return None
        kept = [n for n, item in enumerate(constraint.items) if item not in absent]
        if len(kept) < _ARRANGEMENTS[constraint.kind]:
            return None
        parameters = dict(constraint.parameters)
        seats = parameters.get("seats")
        if isinstance(seats, tuple):
            parameters["seats"] = tuple(seats[n] for n in kept)
        return replace(constraint, items=tuple(constraint.items[n] for n in kept), parameters=parameters)

    def costs(self, body: int, poses: FloatArray, relations: Sequence[int]) -> FloatArray:
        """(C,) the costs of the given relations with the body at each of the poses (C, 4)."""
        total = np.zeros(len(poses))
        for k in relations:
            constraint = self.judgeable(k, body)
            if constraint is None:
                continue
            at = [poses if b == body else self.occupancy.poses[b] for b in constraint.bodies]
            total += self.price(k, at, constraint)
        return total

    def price(self, number: int, poses: Sequence[FloatArray], judgeable: Constraint | None = None) -> FloatArray:
        """(...) the cost of a relation, or of its `judgeable` constraint, with its bodies at poses (..., 4), which broadcast."""
        constraint = judgeable or self.problem.constraints[number]
        price = self._price(number, self.judge.residual(constraint, self.problem, poses))
        self.effort.charge(len(poses) * (_JUDGED + _JUDGED_EACH * price.size))
        costs: FloatArray = self.stress[number] * self.weight[number] * price
        return costs

    def _price(self, number: int, residual: FloatArray) -> FloatArray:
        over = np.maximum(residual - self._tolerance[number], 0.0)
        return np.where(over > 0.0, 1.0 + np.minimum(over, 8.0) / 8.0, 0.0)

    def judge_again(self, relations: Iterable[int]) -> None:
        """Update the costs of relations after their bodies moved."""
        for k in relations:
            constraint = self.problem.constraints[k]
            self.effort.charge(_JUDGED * len(constraint.bodies))
            if all(self.stands(b) for b in constraint.bodies):
                at = [self.occupancy.poses[b] for b in constraint.bodies]
                residual = np.asarray(self.judge.residual(constraint, self.problem, at))
                self.cost[k] = self.weight[k] * float(self._price(k, residual))
            else:
                self.cost[k] = 0.0


def occupancy_of(problem: Problem) -> Occupancy:
    """The occupancy with only the fixed bodies placed; the swings of doors stay free."""
    occupancy = Occupancy(problem.bodies, zones=keep_out_zones(problem), exempt=exempt_pairs(problem))
    for body in np.flatnonzero(problem.bodies.fixed).tolist():
        occupancy.put(body, problem.bodies.initial[body])
    return occupancy
