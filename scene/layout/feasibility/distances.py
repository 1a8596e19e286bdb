"""Find distances that cannot all hold: the ends of a chain of near things cannot be far apart, nor can things in a small room."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.feasibility.conflict import Conflict, listed, names_of, of_relations
from scenewright.scene.layout.feasibility.heights import Span, spans_of
from scenewright.scene.layout.model import AnchorKind, Constraint, Problem
from scenewright.scene.layout.relations import ACROSS, DEFINITIONS, FAR, NEXT_TO
from scenewright.scene.layout.search import WALLS
from scenewright.scene.model import FloatArray

__all__ = ["distances_apart"]

_TOLERANCE = 0.02
"""Metres by which each relation of a chain may be missed."""

Link = tuple[int, int, float, int]
"""Two nodes (bodies, then the four walls), metres between their nearest points, the number of the relation."""

Near = dict[int, list[tuple[int, float, int]]]
"""Node -> its links: the other node, the metres and the number of the relation."""


def distances_apart(problem: Problem) -> Iterator[Conflict]:
    """Conflicts of pairs that must be further apart than the room, or a chain of near things, allows. The distance of the ends of a
    chain is at most the sum of its distances and of the diagonals of the bodies between."""
    links, apart = _read(problem)
    near = _neighbours(links)
    spans = spans_of(problem)
    size = np.append(np.sqrt((4.0 * problem.bodies.half**2).sum(axis=1) + problem.bodies.height**2), [np.inf] * 4)
    for a, b, least, number in apart:
        text = problem.constraints[number].text
        most = _room_allows(problem, a, b, spans)
        if least > most + _TOLERANCE:
            says = f"{text} asks for {least:.2f} m between them; in this room {names_of(problem, [a, b])} can be at most {most:.2f} m apart"
            yield Conflict((a, b), (number,), says, ("a larger room", f"drop {text}"))
            continue
        chain = _shortest(a, b, near, size, most=least, but=number)
        if chain is not None and chain[0] < least - _TOLERANCE * (len(chain[1]) + 1):
            numbers = {number, *chain[1]}
            others = "other keeps" if len(numbers) == 2 else "others keep"
            says = (
                f"{_texts(problem, numbers)} cannot hold together: {names_of(problem, [a])} and {names_of(problem, [b])} are to be "
                f"at least {least:.2f} m apart, and the {others} them within {chain[0]:.2f} m"
            )
            yield of_relations(problem, numbers, says)
    yield from _between_walls(problem, near)


def _between_walls(problem: Problem, near: Near) -> Iterator[Conflict]:
    """Conflicts of chains from one wall to the opposite one, seen from above."""
    count = len(problem.bodies)
    size = np.append(2.0 * np.hypot(*problem.bodies.half.T), [np.inf] * 4)
    room = problem.room
    for one, other, least in (("left", "right", room.width), ("back", "front", room.depth)):
        chain = _shortest(count + WALLS.index(one), count + WALLS.index(other), near, size, most=least)
        if chain is not None and chain[0] < least - _TOLERANCE * len(chain[1]):
            says = (
                f"{_texts(problem, set(chain[1]))} cannot hold together: from wall to wall they reach at most {chain[0]:.2f} m, and the "
                f"{one} and {other} walls are {least:.2f} m apart"
            )
            yield of_relations(problem, chain[1], says)


def _texts(problem: Problem, numbers: set[int]) -> str:
    return listed([problem.constraints[k].text for k in sorted(numbers)])


def _read(problem: Problem) -> tuple[list[Link], list[Link]]:
    """Links that keep pairs within a distance, and links that keep them apart."""
    links: list[Link] = []
    apart: list[Link] = []
    count = len(problem.bodies)
    for number, c in enumerate(problem.constraints):
        wall = str(c.parameters.get("wall") or "")
        if c.kind == RelationName.AGAINST_WALL and wall in WALLS:
            reach = DEFINITIONS[RelationName.AGAINST_WALL].tolerance
            links += [(item, count + WALLS.index(wall), reach, number) for item in c.items]
        span = _range(c)
        if span is None or c.target is None or c.target.kind is not AnchorKind.BODY:
            continue
        for item in c.items:
            if np.isfinite(span[1]):
                links.append((item, c.target.body, span[1], number))
            if span[0] > 0.0:
                apart.append((item, c.target.body, span[0], number))
    return links, apart


def _range(constraint: Constraint) -> tuple[float, float] | None:
    """Metres between nearest points that a relation of distance allows."""
    match constraint.kind:
        case RelationName.NEXT_TO:
            return NEXT_TO
        case RelationName.NEAR:
            return constraint.number("lo", 0.0), constraint.number("hi", 1.5)
        case RelationName.ACROSS:
            return ACROSS
        case RelationName.FAR:
            return FAR, np.inf
    return None


def _room_allows(problem: Problem, a: int, b: int, spans: list[list[Span]]) -> float:
    """The greatest distance of two bodies in the room, metres: each takes at least its narrow side of both sides of the room."""
    bodies, room = problem.bodies, problem.room
    taken = 2.0 * float(bodies.half[a].min() + bodies.half[b].min())
    planar = np.hypot(max(room.width - taken, 0.0), max(room.depth - taken, 0.0))
    one, other = spans[a][0], spans[b][0]
    above = one.high - other.low - float(bodies.height[b])
    below = other.high - one.low - float(bodies.height[a])
    return float(np.hypot(planar, max(above, below, 0.0)))


def _neighbours(links: list[Link]) -> Near:
    near: Near = {}
    for p, q, most, number in links:
        near.setdefault(p, []).append((q, most, number))
        near.setdefault(q, []).append((p, most, number))
    return near


def _shortest(
    a: int, b: int, near: Near, size: FloatArray, *, most: float, but: int = -1
) -> tuple[float, list[int]] | None:
    """The tightest bound below `most` on the distance of a and b, and its relations, without relation `but` (Dijkstra)."""
    heap: list[tuple[float, int, list[int]]] = [(0.0, a, [])]
    done: set[int] = set()
    while heap:
        reach, at, path = heappop(heap)
        if at == b:
            return reach, path
        if at in done:
            continue
        done.add(at)
        through = 0.0 if at == a else float(size[at])
        for other, gap, number in near.get(at, ()):
            if other not in done and number != but and reach + through + gap < most:
                heappush(heap, (reach + through + gap, other, [*path, number]))
    return None
