"""What each relation means: the one definition that solver, report and grader use.

A **residual** is in metres; where it is at most :func:`tolerance` the relation holds. It is 0 or less where the relation
holds as it should (flush at the wall, the ray on its target), continuous, differentiable almost everywhere, and grows with
the distance from where it holds: there is no plateau to get lost on. An angle of one radian counts
:data:`scenewright.scene.layout.relations.definitions.LEVER` metres. What each kind asks for stands in
:data:`scenewright.scene.layout.relations.definitions.DEFINITIONS`, the formulas in :mod:`scenewright.scene.layout.relations.terms`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.model import Anchor, AnchorKind, Constraint, Problem
from scenewright.scene.layout.relations.definitions import DEFINITIONS
from scenewright.scene.layout.relations.measures import boxes_at
from scenewright.scene.layout.relations.reading import Reader, Term, still_row
from scenewright.scene.layout.relations.terms import FORMULAS
from scenewright.scene.model import FloatArray

__all__ = ["anchor_box", "holds", "residual", "residuals", "tolerance", "tolerances"]


def tolerance(constraint: Constraint) -> float:
    """Metres up to which the relation holds."""
    return DEFINITIONS[constraint.kind].tolerance


def tolerances(problem: Problem) -> FloatArray:
    """(M,) of all relations."""
    return np.array([tolerance(c) for c in problem.constraints])


def holds(constraint: Constraint, residual: FloatArray) -> npt.NDArray[np.bool_]:
    """(...,) whether residuals (...,) of a relation are within its tolerance."""
    out: npt.NDArray[np.bool_] = np.asarray(residual) <= tolerance(constraint) + 1e-6
    return out


def residual(constraint: Constraint, problem: Problem, poses: Sequence[FloatArray]) -> FloatArray:
    """Residual of one relation for many poses at a time.

    Args:
        poses: one array (..., 4) for each of ``constraint.bodies``; they broadcast, so that candidates (C, 4) of one body are
            judged against fixed poses (4,) of the others.

    Returns:
        (...,) metres.

    Raises:
        ValueError: there is no such relation, or it lacks its target.
    """
    compiled = _compiled(problem)
    term = compiled.term(constraint)
    bodies = problem.bodies
    moving = {
        body: boxes_at(np.asarray(pose, dtype=np.float64), bodies.half[body], bodies.height[body])
        for body, pose in zip(constraint.bodies, poses, strict=True)
    }
    count = len(bodies)
    boxes = [moving[i] if i < count else compiled.reader.still[i - count] for i in term.members]
    return FORMULAS[term.formula](boxes, term.parameters, compiled.reader.setting)


def residuals(problem: Problem, poses: FloatArray) -> FloatArray:
    """Residuals of all relations: poses (..., N, 4), result (..., M), metres, in the order of ``problem.constraints``."""
    return _compiled(problem).residuals(np.asarray(poses, dtype=np.float64))


def anchor_box(problem: Problem, anchor: Anchor, poses: FloatArray | None = None) -> FloatArray:
    """(..., 8) box (:mod:`scenewright.scene.layout.relations.measures`) of an anchor; `poses` (..., N, 4) are needed where it is a body.

    The room, a wall or an opening stands still: an opening is its width and height in the thickness of the wall, and fronts
    point into the room.
    """
    if anchor.kind is not AnchorKind.BODY:
        return np.asarray(_compiled(problem).reader.still[still_row(anchor)])
    if poses is None:
        raise ValueError(f"body {anchor.body} moves: its box needs the poses")
    bodies = problem.bodies
    return boxes_at(poses[..., anchor.body, :], bodies.half[anchor.body], bodies.height[anchor.body])


@dataclass(frozen=True, eq=False)
class _Group:
    """K relations of one formula with as many members each. `members`: (n, K). `rows`: (K,) of the result."""

    formula: str
    members: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int64]
    parameters: dict[str, FloatArray]


_FEW = 3
"""Members up to which each has an array of its own."""


class _Compiled:
    """What of a problem's relations does not depend on poses. It holds no reference to the problem, which owns it."""

    def __init__(self, problem: Problem) -> None:
        self.half, self.height = problem.bodies.half, problem.bodies.height
        self.reader = Reader(problem)
        self.terms = {id(c): (c, self.reader.term(c)) for c in problem.constraints}
        self.order = [self.terms[id(c)][1] for c in problem.constraints]
        self.groups = _grouped(self.order)

    def term(self, constraint: Constraint) -> Term:
        found = self.terms.get(id(constraint))
        return found[1] if found is not None and found[0] is constraint else self.reader.term(constraint)

    def residuals(self, poses: FloatArray) -> FloatArray:
        moving = boxes_at(poses, self.half, self.height)
        still = self.reader.still
        table = np.concatenate([moving, np.broadcast_to(still, (*poses.shape[:-2], *still.shape))], axis=-2)
        out = np.empty((*poses.shape[:-2], len(self.order)))
        for group in self.groups:
            # few members are views of their own; many come as one array, members first
            few = len(group.members) <= _FEW
            members = (
                [table[..., i, :] for i in group.members] if few else np.moveaxis(table[..., group.members, :], -3, 0)
            )
            out[..., group.rows] = FORMULAS[group.formula](members, group.parameters, self.reader.setting)
        return out


_cache: WeakKeyDictionary[Problem, _Compiled] = WeakKeyDictionary()


def _compiled(problem: Problem) -> _Compiled:
    found = _cache.get(problem)
    if found is None:
        found = _cache[problem] = _Compiled(problem)
    return found


def _grouped(terms: Sequence[Term]) -> list[_Group]:
    """Terms that one call of a formula can answer: as many members, parameters of the same shapes.

    Arrangements about one thing are made as long as the longest by naming the last item again, which changes none of them.
    """
    longest = max((len(t.members) for t in terms if t.formula == "around"), default=0)
    terms = [_lengthened(t, longest) if t.formula == "around" else t for t in terms]
    alike: dict[tuple[object, ...], list[int]] = {}
    for row, term in enumerate(terms):
        shapes = tuple((name, value.shape) for name, value in term.parameters.items())
        alike.setdefault((term.formula, len(term.members), shapes), []).append(row)
    return [
        _Group(
            terms[rows[0]].formula,
            np.array([terms[r].members for r in rows]).T,
            np.array(rows),
            {name: np.stack([terms[r].parameters[name] for r in rows]) for name in terms[rows[0]].parameters},
        )
        for rows in alike.values()
    ]


def _lengthened(term: Term, members: int) -> Term:
    more = members - len(term.members)
    items, target = term.members[:-1], term.members[-1]
    seats = term.parameters["seats"]
    longer = {**term.parameters, "seats": np.concatenate([seats, np.repeat(seats[-1], more)])}
    return Term(term.formula, (*items, *items[-1:] * more, target), (), longer)
