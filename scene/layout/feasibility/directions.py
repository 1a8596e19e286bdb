"""Find relations of direction and orientation that cannot all hold."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.feasibility.conflict import Conflict, listed, names_of, of_relations
from scenewright.scene.layout.model import AnchorKind, Constraint, Problem
from scenewright.scene.layout.relations import ALONG, DEFINITIONS, FACING, SAME_LEVEL, faces_back
from scenewright.scene.layout.search import WALLS

__all__ = ["opposed"]

_OPPOSED = (
    {RelationName.LEFT_OF, RelationName.RIGHT_OF},
    {RelationName.IN_FRONT_OF, RelationName.BEHIND},
    {RelationName.ABOVE, RelationName.UNDER},
    {RelationName.ON, RelationName.UNDER},
    {RelationName.ON, RelationName.INSIDE},
)
"""Pairs of relations of the same a to the same b that no pose satisfies."""

_CHAIN = 8
"""In a chain of at most so many parallel things, the tolerances do not add up to a quarter turn."""

_SLACK = 0.01


def opposed(problem: Problem) -> Iterator[Conflict]:
    """All conflicts of directions between two relations, or along a chain of them."""
    yield from _of_pairs(problem)
    yield from _two_walls(problem)
    yield from _middle_and_wall(problem)
    yield from _behind_and_before(problem)
    yield from _circles(problem)
    yield from _parallel(problem)


def _to_body(c: Constraint) -> bool:
    return c.target is not None and c.target.kind is AnchorKind.BODY and len(c.items) == 1


def _of_pairs(problem: Problem) -> Iterator[Conflict]:
    by_pair: dict[tuple[int, int, object], dict[str, int]] = {}
    for number, c in enumerate(problem.constraints):
        if c.target is not None and _to_body(c):
            frame = c.parameters.get("frame")
            by_pair.setdefault((c.items[0], c.target.body, frame), {}).setdefault(c.kind, number)
    for (item, host, _), kinds in by_pair.items():
        for pair in _OPPOSED:
            if pair <= kinds.keys() and not _within(problem, pair, item, host):
                yield _both(problem, *(kinds[k] for k in pair))


def _within(problem: Problem, pair: set[RelationName], item: int, host: int) -> bool:
    """Whether an item on a low surface of its host (a shelf) may also be inside or under the host."""
    if RelationName.ON not in pair:
        return False
    tall = problem.bodies.height
    lowest = min((s.height for s in problem.bodies.surfaces[host]), default=float(tall[host]))
    most = float(tall[host]) - 0.5 * float(min(tall[item], tall[host])) if RelationName.INSIDE in pair else SAME_LEVEL
    return lowest <= most + sum(DEFINITIONS[kind].tolerance for kind in pair)


def _both(problem: Problem, *numbers: int) -> Conflict:
    first, second = sorted(numbers)
    texts = [problem.constraints[k].text for k in (first, second)]
    return of_relations(problem, (first, second), f"{texts[0]} and {texts[1]} cannot both hold")


def _named_walls(problem: Problem) -> dict[int, dict[str, int]]:
    """Body -> the walls that relations put its back to -> number of the relation."""
    walls: dict[int, dict[str, int]] = {}
    for number, c in enumerate(problem.constraints):
        wall = str(c.parameters.get("wall") or "")
        if c.kind == RelationName.AGAINST_WALL and wall in WALLS:
            for item in c.items:
                walls.setdefault(item, {}).setdefault(wall, number)
    return walls


def _two_walls(problem: Problem) -> Iterator[Conflict]:
    """Bodies with their back at two walls. A body that is deeper than wide may lie along the second wall."""
    half = problem.bodies.half
    for item, named in _named_walls(problem).items():
        if len(named) > 1 and half[item, 1] < ALONG * half[item, 0]:
            (one, first), (two, second) = sorted(named.items(), key=lambda e: e[1])[:2]
            says = f"{names_of(problem, [item])} cannot have its back at the {one} wall and at the {two} wall at once"
            yield of_relations(problem, (first, second), says)


def _middle_and_wall(problem: Problem) -> Iterator[Conflict]:
    """Bodies that must be centered in the room, and at a wall or in a corner of it."""
    room = problem.room
    for number, c in enumerate(problem.constraints):
        if (
            c.kind != RelationName.CENTERED
            or c.target is None
            or c.target.kind is not AnchorKind.ROOM
            or not np.isfinite(room.height)
        ):
            continue
        for item in c.items:
            reach = float(np.hypot(*problem.bodies.half[item])) + DEFINITIONS[RelationName.CENTERED].tolerance
            free = {"left": room.width / 2 - reach, "right": room.width / 2 - reach}
            free |= {"back": room.depth / 2 - reach, "front": room.depth / 2 - reach}
            for other, wish in enumerate(problem.constraints):
                if item not in wish.items or wish.kind not in (RelationName.AGAINST_WALL, RelationName.IN_CORNER):
                    continue
                wall = str(wish.parameters.get("wall") or "")
                if wish.target is not None and wish.target.kind is AnchorKind.BODY:
                    continue
                if not wall and wish.kind == RelationName.AGAINST_WALL and problem.bodies.building.any():
                    continue  # a partition is a wall too
                near = free[wall] if wall in free else min(free.values())
                if wish.kind == RelationName.IN_CORNER:
                    near = max(free.values())
                if near > DEFINITIONS[wish.kind].tolerance + _SLACK:
                    yield _both(problem, number, other)


def _behind_and_before(problem: Problem) -> Iterator[Conflict]:
    """a faces b while b is behind a: b would have to reach around a, from its back to its front."""
    bodies = problem.bodies
    faces = {
        (c.items[0], c.target.body): k
        for k, c in enumerate(problem.constraints)
        if c.kind in (RelationName.FACING, RelationName.ACROSS)
        and c.target is not None
        and _to_body(c)
        and not faces_back(c)
    }
    for number, c in enumerate(problem.constraints):
        if (
            c.kind != RelationName.BEHIND
            or c.target is None
            or not _to_body(c)
            or c.parameters.get("frame") is not None
        ):
            continue
        b, a = c.items[0], c.target.body
        known = faces.get((a, b))
        whole = len(bodies.boxes[a]) == 1 and len(bodies.boxes[b]) == 1
        wide, deep = bodies.half[a]
        around = float(np.hypot(*bodies.half[b])) < 2.0 * float(deep) and float(wide) > np.tan(FACING) * float(deep)
        if known is not None and whole and around and bodies.height[a] > 0.1 and bodies.height[b] > 0.1:
            yield _both(problem, known, number)


_ON_SCREEN = {
    RelationName.LEFT_OF: ("x", False),
    RelationName.RIGHT_OF: ("x", True),
    RelationName.IN_FRONT_OF: ("z", False),
    RelationName.BEHIND: ("z", True),
}


def _circles(problem: Problem) -> Iterator[Conflict]:
    """Circles of things that are each left of (or in front of) the next on the screen."""
    half = problem.bodies.half.min(axis=1)
    for axis in ("x", "z"):
        edges: list[tuple[int, int, int]] = []
        targets: dict[int, int] = {}
        for number, c in enumerate(problem.constraints):
            side = _ON_SCREEN.get(c.kind)
            if side is None or side[0] != axis or c.target is None or not _to_body(c):
                continue
            if c.parameters.get("frame") == "view":
                pair = (c.items[0], c.target.body)
                targets[number] = c.target.body
                edges.append((*(pair[::-1] if side[1] else pair), number))
        reported: set[frozenset[int]] = set()
        for first, second, number in edges:
            way = _way(second, first, edges)
            if way is None or len(way) < 2:
                continue
            numbers = frozenset((number, *way))
            moved = sum(float(half[targets[k]]) - _SLACK for k in numbers)
            if numbers not in reported and moved > 0.0:
                reported.add(numbers)
                texts = listed([problem.constraints[k].text for k in sorted(numbers)])
                yield of_relations(problem, numbers, f"{texts} go round in a circle")


def _way(start: int, goal: int, edges: list[tuple[int, int, int]]) -> list[int] | None:
    """The numbers of the fewest edges (p, q, number) that lead from `start` to `goal`; None where none do."""
    reached: dict[int, list[int]] = {start: []}
    waiting = deque([start])
    while waiting:
        at = waiting.popleft()
        if at == goal:
            return reached[at]
        for p, q, number in edges:
            if p == at and q not in reached:
                reached[q] = [*reached[at], number]
                waiting.append(q)
    return None


def _parallel(problem: Problem) -> Iterator[Conflict]:
    """Parallel things with their backs to walls at a right angle. Bodies that are deeper than wide do not count, since they may lie
    along a wall."""
    half = problem.bodies.half
    named = {
        item: next(iter(walls.items()))
        for item, walls in _named_walls(problem).items()
        if len(walls) == 1 and half[item, 1] < ALONG * half[item, 0]
    }
    edges: list[tuple[int, int, int]] = []
    for number, c in enumerate(problem.constraints):
        if c.kind == RelationName.PARALLEL and c.target is not None and _to_body(c):
            edges += [(c.items[0], c.target.body, number), (c.target.body, c.items[0], number)]
    sides = (("left", "right"), ("back", "front"))
    for one, (wall, first) in named.items():
        for other, (across, second) in named.items():
            if one >= other or any(wall in s and across in s for s in sides):
                continue
            way = _way(one, other, edges)
            if way is not None and len(way) <= _CHAIN:
                numbers = {first, second, *way}
                texts = listed([problem.constraints[k].text for k in sorted(numbers)])
                yield of_relations(
                    problem,
                    numbers,
                    f"{texts} cannot hold together: the {wall} and {across} walls meet at a right angle",
                )
