"""Find heights that cannot all hold: each body's bottom is limited by its support and by relations.

Each limit is an interval. Intervals have a common height exactly if each two of them have (Helly), so that two disjoint ones are a
minimal conflict. Relations between two bodies are checked against the intervals of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.model import AnchorKind, Constraint, Problem, Support
from scenewright.scene.layout.relations import DEFINITIONS, HEIGHT_SLACK, SAME_LEVEL

__all__ = ["Span", "heights_apart", "spans_of"]

_ROUNDING = 1e-3


@dataclass(frozen=True, slots=True)
class Span:
    """The interval of heights, in metres, of a body's bottom. `why`: numbers of the relations behind it."""

    low: float
    high: float
    why: frozenset[int] = frozenset()


def heights_apart(problem: Problem) -> Iterator[tuple[frozenset[int], tuple[int, ...], str]]:
    """For each conflict: numbers of the relations, the bodies, and what is wrong, in figures."""
    spans = spans_of(problem)
    for body, stated in enumerate(spans):
        yield from _through_the_ceiling(problem, body, stated)
        for one, other in combinations(stated, 2):
            low, high = (one, other) if one.high < other.high else (other, one)
            if low.high < high.low - _ROUNDING and (low.why or high.why):
                says = (
                    f"the bottom of {_name(problem, body)} may be at most {low.high:.2f} m above the floor, and must be at least "
                    f"{high.low:.2f} m above it"
                )
                yield low.why | high.why, (body,), says
    for number, constraint in enumerate(problem.constraints):
        target = constraint.target
        if target is None or target.kind is not AnchorKind.BODY:
            continue
        for item in constraint.items:
            for a, b in product(spans[item], spans[target.body]):
                says = _apart(problem, constraint, item, target.body, a, b)
                if says:
                    yield frozenset((number,)) | a.why | b.why, (item, target.body), says


def spans_of(problem: Problem) -> list[list[Span]]:
    """For each body the intervals of its height: first the one of its support, then those of relations."""
    by_support: dict[int, Span] = {}
    stated: list[list[Span]] = [[_supported(problem, body, by_support)] for body in range(len(problem.bodies))]
    for number, constraint in enumerate(problem.constraints):
        for item in constraint.items:
            span = _stated(problem, number, constraint, item, by_support)
            if span is not None:
                stated[item].append(span)
    return stated


def _supported(problem: Problem, body: int, known: dict[int, Span]) -> Span:
    if body in known:
        return known[body]
    bodies, room = problem.bodies, problem.room
    top, tall = room.height, float(bodies.height[body])
    parent = int(problem.parent[body])
    if bodies.fixed[body]:
        span = Span(float(bodies.initial[body, 1]), float(bodies.initial[body, 1]))
    elif parent >= 0:
        below = _supported(problem, parent, known)
        least, most = _levels(problem, parent)
        span = Span(below.low + least, below.high + most, below.why | _standing(problem, body, parent))
    elif bodies.support[body] is Support.CEILING and np.isfinite(top):
        span = Span(top - tall, top - tall)
    elif bodies.support[body] is Support.WALL and np.isfinite(top):
        span = Span(0.0, max(top - tall, 0.0))
    elif bodies.support[body] in (Support.FLOOR, Support.RUG):
        span = Span(0.0, 0.0)
    else:
        span = Span(0.0, np.inf)
    known[body] = span
    return span


def _levels(problem: Problem, host: int) -> tuple[float, float]:
    """The lowest and the highest surface of a body, metres above its bottom."""
    levels = [s.height if s.relief is None else float(s.relief.top.min()) for s in problem.bodies.surfaces[host]]
    tall = float(problem.bodies.height[host])
    if any(
        c.kind == RelationName.INSIDE and c.target is not None and c.target.body == host for c in problem.constraints
    ):
        levels.append(0.0)
    return min(levels, default=tall), max([s.height for s in problem.bodies.surfaces[host]], default=tall)


def _standing(problem: Problem, body: int, parent: int) -> frozenset[int]:
    """The number of the relation that puts a body on its parent, if any."""
    for number, c in enumerate(problem.constraints):
        if (
            c.kind in (RelationName.ON, RelationName.INSIDE)
            and body in c.items
            and c.target is not None
            and c.target.body == parent
        ):
            return frozenset((number,))
    return frozenset()


def _stated(
    problem: Problem, number: int, constraint: Constraint, item: int, by_support: dict[int, Span]
) -> Span | None:
    """The interval of an item's height that a relation states by itself; None for none."""
    bodies, room = problem.bodies, problem.room
    why, slack = frozenset((number,)), DEFINITIONS[constraint.kind].tolerance
    target = constraint.target
    height = constraint.height
    if constraint.kind == RelationName.ON_WALL and height is not None:
        return Span(height - HEIGHT_SLACK - slack, height + HEIGHT_SLACK + slack, why)
    if (constraint.kind == RelationName.HANGING and not _from_a_body(constraint)) or (
        constraint.kind == RelationName.ON and constraint.parameters.get("part") == "ceiling"
    ):
        at = room.height - float(bodies.height[item])
        return Span(at - slack, at + slack, why)
    if constraint.kind == RelationName.ON and target is not None and target.kind is AnchorKind.BODY:
        if bodies.support[target.body] is Support.RUG:
            return None  # furniture stands on the floor through a rug as well as on it
        below = by_support[target.body]
        least, most = _levels(problem, target.body)
        return Span(below.low + least - slack, below.high + most + slack, why | below.why)
    return None


def _from_a_body(constraint: Constraint) -> bool:
    return constraint.target is not None and constraint.target.kind is AnchorKind.BODY


def _through_the_ceiling(
    problem: Problem, body: int, stated: Sequence[Span]
) -> Iterator[tuple[frozenset[int], tuple[int, ...], str]]:
    tall, top = float(problem.bodies.height[body]), problem.room.height
    for span in stated:
        if span.why and span.low + tall > top + DEFINITIONS[RelationName.HANGING].tolerance + _ROUNDING:
            says = f"the top of {_name(problem, body)} would be {span.low + tall:.2f} m above the floor; the room is {top:.2f} m high"
            yield span.why, (body,), says
        if span.why and span.high < -_ROUNDING:
            yield span.why, (body,), f"{_name(problem, body)} would be below the floor, at {span.high:.2f} m"


def _apart(problem: Problem, constraint: Constraint, item: int, other: int, a: Span, b: Span) -> str:
    """Why a relation between two bodies cannot hold at heights in `a` and `b`; '' where it can."""
    tall = problem.bodies.height
    slack = DEFINITIONS[constraint.kind].tolerance + _ROUNDING
    match constraint.kind:
        case RelationName.SYMMETRIC:
            gap = max(a.low - b.high, b.low - a.high)
            if gap > slack:
                return (
                    f"{_name(problem, item)} and {_name(problem, other)} are {gap:.2f} m apart in height, so that neither "
                    "is the mirror image of the other"
                )
        case RelationName.ALIGNED if constraint.parameters.get("axis") == "y":
            mine, its = float(tall[item]) / 2.0, float(tall[other]) / 2.0
            gap = max(a.low + mine - b.high - its, b.low + its - a.high - mine)
            if gap > slack:
                return (
                    f"the middles of {_name(problem, item)} and {_name(problem, other)} are {gap:.2f} m apart in height"
                )
        case RelationName.ABOVE | RelationName.UNDER:
            up, low, upper, lower = (
                (item, other, a, b) if constraint.kind == RelationName.ABOVE else (other, item, b, a)
            )
            nests = float(tall[low]) <= float(tall[up]) + SAME_LEVEL + 2.0 * slack
            if not nests and upper.high < lower.low + float(tall[low]) - slack:
                return (
                    f"the bottom of {_name(problem, up)} would be at most {upper.high:.2f} m above the floor, and the top of "
                    f"{_name(problem, low)} is at {lower.low + float(tall[low]):.2f} m"
                )
    return ""


def _name(problem: Problem, body: int) -> str:
    return problem.bodies.path[body].rsplit("/", 1)[-1]
