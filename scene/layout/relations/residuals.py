"""The residual of each relation: the one definition that solver, report and grader share.

A **residual** is in metres. A relation holds where its residual is at most :func:`tolerance`; the residual is 0 or less where it
holds exactly (flush at the wall, the ray on its target). It is continuous, differentiable almost everywhere, and grows with the
distance from where the relation holds, so that a search has no plateaus. An angle of one radian counts
:data:`scenewright.scene.layout.relations.definitions.LEVER` metres. The tolerances are in
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
    """The residual, in metres, up to which the relation holds."""
    return DEFINITIONS[constraint.kind].tolerance


def tolerances(problem: Problem) -> FloatArray:
    """(M,) tolerances of all relations, metres."""
    return np.array([tolerance(c) for c in problem.constraints])


def holds(constraint: Constraint, residual: FloatArray) -> npt.NDArray[np.bool_]:
    """(...) whether residuals (...) of a relation are within its tolerance."""
    out: npt.NDArray[np.bool_] = np.asarray(residual) <= tolerance(constraint) + 1e-6
    return out


def residual(constraint: Constraint, problem: Problem, poses: Sequence[FloatArray]) -> FloatArray:
    """The residual of one relation at many poses.

    Args:
        poses: one array (..., 4) for each of ``constraint.bodies``. They broadcast: candidates (C, 4) of one body may be judged
            against fixed poses (4,) of the others.

    Returns:
        (...) metres.

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
    """(..., M) residuals of all relations at poses (..., N, 4), metres, in the order of ``problem.constraints``."""
    return _compiled(problem).residuals(np.asarray(poses, dtype=np.float64))


def anchor_box(problem: Problem, anchor: Anchor, poses: FloatArray | None = None) -> FloatArray:
    """(..., 8) box (:mod:`scenewright.scene.layout.relations.measures`) of an anchor; for a body `poses` (..., N, 4) are needed.

    The box of an opening fills it within the thickness of its wall. Fronts of walls and openings point into the room.

    Raises:
        ValueError: the anchor is a body, and no poses were given.
    """
    if anchor.kind is not AnchorKind.BODY:
        return np.asarray(_compiled(problem).reader.still[still_row(anchor)])
    if poses is None:
        raise ValueError(f"body {anchor.body} moves: its box needs the poses")
    bodies = problem.bodies
    return boxes_at(poses[..., anchor.body, :], bodies.half[anchor.body], bodies.height[anchor.body])


@dataclass(frozen=True, eq=False)
class _Group:
    """K relations of one formula with n members each. `members`: (n, K). `rows`: (K,) their columns in the result."""

    formula: str
    members: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int64]
    parameters: dict[str, FloatArray]


_FEW = 3
"""Up to so many members, each is passed as an array of its own."""


class _Compiled:
    """All of a problem's relations that does not depend on poses. It must not refer to the problem, whose weak key it is kept under."""

    def __init__(self, problem: Problem) -> None:
        self.half, self.height = problem.bodies.half, problem.bodies.height
        self.reader = Reader(problem)
        self.terms = {id(c): (c, self.reader.term(c)) for c in problem.constraints}
        self.order = [self.terms[id(c)][1] for c in problem.constraints]
        self.groups = _grouped(self.order)

    def term(self, constraint: Constraint) -> Term:
        known = self.terms.get(id(constraint))
        return known[1] if known is not None and known[0] is constraint else self.reader.term(constraint)

    def residuals(self, poses: FloatArray) -> FloatArray:
        moving = boxes_at(poses, self.half, self.height)
        still = self.reader.still
        table = np.concatenate([moving, np.broadcast_to(still, (*poses.shape[:-2], *still.shape))], axis=-2)
        out = np.empty((*poses.shape[:-2], len(self.order)))
        for group in self.groups:
            # few members are separate views; many are one array with the members first
            few = len(group.members) <= _FEW
            members = (
                [table[..., i, :] for i in group.members] if few else np.moveaxis(table[..., group.members, :], -3, 0)
            )
            out[..., group.rows] = FORMULAS[group.formula](members, group.parameters, self.reader.setting)
        return out


_cache: WeakKeyDictionary[Problem, _Compiled] = WeakKeyDictionary()


def _compiled(problem: Problem) -> _Compiled:
    compiled = _cache.get(problem)
    if compiled is None:
        compiled = _cache[problem] = _Compiled(problem)
    return compiled


def _grouped(terms: Sequence[Term]) -> list[_Group]:
    """Group terms that one call of a formula can evaluate: equal numbers of members, and parameters of equal shapes.

    ``around`` terms are padded to the longest by repeating the last item, which does not change their residuals.
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
