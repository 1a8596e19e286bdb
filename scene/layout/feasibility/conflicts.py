"""What cannot hold, said before anything is tried: small sets of bodies and relations that no layout can serve together.

Each test is a bound that every layout obeys, so nothing is refused that could be done; a set is minimal in that without any
one of its members the bound is kept. What no bound shows and the search does not find either is narrowed down by
:mod:`scene.layout.feasibility.narrowing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from scene.layout.model import AnchorKind, Constraint, Problem, Support
from scene.layout.relations.definitions import ACROSS, DEFINITIONS, FAR, NEXT_TO
from scene.layout.search.keepouts import keep_out_zones
from scene.layout.search.walls import opening_span, walls_of
from scene.model import FloatArray

__all__ = ["Conflict", "find_conflicts", "listed", "minimal"]

_ROUNDING = 1e-3
_KNEE = 0.3
"""Metres above the floor where bodies at one wall certainly meet."""


@dataclass(frozen=True)
class Conflict:
    """Bodies (by number) and relations (numbers of constraints) that cannot be served together.

    `says`: what is asked and what there is, in figures. `ways_out`: what to change, each enough alone. `proved`: by a bound;
    else no layout was found with all of them, and one without each.
    """

    bodies: tuple[int, ...]
    constraints: tuple[int, ...]
    says: str
    ways_out: tuple[str, ...]
    proved: bool = True


def minimal(members: Sequence[int], impossible: Callable[[Sequence[int]], bool]) -> list[int]:
    """A subset that is impossible while each of its own subsets one smaller is not (deletion filter), the last members of
    the given order kept first."""
    kept = list(members)
    for member in members:
        without = [m for m in kept if m != member]
        if without and impossible(without):
            kept = without
    return kept


def find_conflicts(problem: Problem) -> list[Conflict]:
    """Every conflict that a bound shows, each body or relation in as few of them as can be."""
    found: list[Conflict] = []
    for test in (_too_large, _wall_length, _floor_area, _surface_area, _opposed, _distances):
        found += test(problem)
    return found


def _names(problem: Problem, bodies: Sequence[int]) -> str:
    return listed([problem.bodies.path[b].rsplit("/", 1)[-1] for b in bodies])


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: 'sofa, desk and chair'."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


# -- one body alone ---------------------------------------------------------------------------------------------------


def _too_large(problem: Problem) -> Iterator[Conflict]:
    room, bodies = problem.room, problem.bodies
    sides = sorted((room.width, room.depth))
    for b in range(len(bodies)):
        if bodies.fixed[b]:
            continue
        width, depth = (2.0 * bodies.half[b]).tolist()
        name = _names(problem, [b])
        if bodies.height[b] > room.height + _ROUNDING:
            says = f"{name} is {bodies.height[b]:.2f} m high; the room is {room.height:.2f} m"
            yield Conflict((b,), (), says, (f"a room of {bodies.height[b] + 0.05:.2f} m", f"a lower {name}"))
        if not _rectangle_fits(max(width, depth), min(width, depth), sides[1], sides[0]):
            says = f"{name} is {width:.2f} m by {depth:.2f} m; the room is {room.width:.2f} m by {room.depth:.2f} m"
            yield Conflict((b,), (), says, (f"a larger room than {name}", f"a smaller {name}"))


def _rectangle_fits(p: float, q: float, a: float, b: float) -> bool:
    """Whether a rectangle p x q (p >= q) fits, turned at will, into a x b (a >= b): Carver's condition (1957)."""
    if p <= a + _ROUNDING and q <= b + _ROUNDING:
        return True
    if p <= a or q > b:
        return False
    least = (2 * p * q * a + (p * p - q * q) * np.sqrt(p * p + q * q - a * a)) / (p * p + q * q)
    return bool(b >= least - _ROUNDING)


# -- walls ------------------------------------------------------------------------------------------------------------


def _wall_length(problem: Problem) -> Iterator[Conflict]:
    """Bodies that one wall must hold side by side: all that stand on the floor share the height just above it; what hangs
    counts where its height is prescribed."""
    bodies = problem.bodies
    asked: dict[str, dict[int, int]] = {}
    for number, constraint in enumerate(problem.constraints):
        named = str(constraint.parameters.get("wall") or "")
        if constraint.kind == "against_wall" and named:
            for item in constraint.items:
                asked.setdefault(named, {}).setdefault(item, number)
    for name, wall in walls_of(problem.room).items():
        members = asked.get(name, {})
        floor = [
            b
            for b in members
            if problem.parent[b] < 0
            and bodies.support[b] is Support.FLOOR
            and bodies.half[b, 1] > DEFINITIONS["against_wall"].tolerance
        ]
        stretches = _floor_stretches(problem, name, wall.length)
        width = {b: _solid_width(bodies.boxes[b]) for b in floor}

        def impossible(
            chosen: Sequence[int], width: dict[int, float] = width, stretches: list[float] = stretches
        ) -> bool:
            return not _packs([width[b] for b in chosen], stretches)

        ordered = sorted(floor, key=lambda b: width[b])
        if not ordered or not impossible(ordered):
            continue
        clash = minimal(ordered, impossible)
        total, length = sum(width[b] for b in clash), sum(stretches)
        says = (
            f"{_names(problem, clash)} {'all against' if len(clash) > 1 else 'against'} the {name} wall "
            f"{'need' if len(clash) > 1 else 'needs'} {total:.2f} m; it has {length:.2f} m"
        )
        if len(stretches) > 1:
            says += f" in {len(stretches)} pieces ({', '.join(f'{s:.2f}' for s in stretches)} m)"
        ways = [f"leave out against_wall of {_names(problem, [b])}, or give it another wall" for b in clash]
        ways.append(f"make the {name} wall at least {total - length + wall.length + 0.02:.2f} m long")
        yield Conflict(tuple(clash), tuple(members[b] for b in clash), says, tuple(ways))


def _solid_width(boxes: FloatArray) -> float:
    """Metres of wall that a body certainly takes: its widest box at knee height (a chair may stand under a table)."""
    there = boxes[(boxes[:, 0, 1] < _KNEE) & (boxes[:, 1, 1] > _KNEE)]
    return float((there[:, 1, 0] - there[:, 0, 0]).max(initial=0.0))


def _floor_stretches(problem: Problem, wall: str, length: float) -> list[float]:
    """Lengths of a wall between its doors."""
    cuts = sorted(opening_span(o) for o in problem.room.openings if o.wall == wall and o.kind == "door")
    at, stretches = -length / 2, []
    for start, stop in cuts:
        stretches.append(start - at)
        at = max(at, stop)
    stretches.append(length / 2 - at)
    return [s for s in stretches if s > _ROUNDING]


def _packs(widths: Sequence[float], stretches: Sequence[float]) -> bool:
    """Whether the widths can be shared out among the stretches (depth first, widest first)."""
    if sum(widths) > sum(stretches) + _ROUNDING:
        return False
    ordered = sorted(widths, reverse=True)
    seen: set[tuple[int, tuple[float, ...]]] = set()

    def share(at: int, free: tuple[float, ...]) -> bool:
        if at == len(ordered):
            return True
        key = (at, tuple(sorted(round(f, 3) for f in free)))
        # past a hundred thousand states it is not proved impossible
        if key in seen:
            return False
        if len(seen) > 100_000:
            return True
        seen.add(key)
        return any(
            share(at + 1, (*free[:k], f - ordered[at], *free[k + 1 :]))
            for k, f in enumerate(free)
            if f >= ordered[at] - _ROUNDING
        )

    return share(0, tuple(stretches))


# -- areas ------------------------------------------------------------------------------------------------------------


def _floor_area(problem: Problem) -> Iterator[Conflict]:
    """Bodies whose whole footprints meet at one height cannot take more than the floor; the door's swing stays free."""
    bodies, room = problem.bodies, problem.room
    free = room.width * room.depth
    free -= sum(float(np.prod(z.box[1, [0, 2]] - z.box[0, [0, 2]])) for z in keep_out_zones(problem))
    for height in (0.05, 0.4, 1.0):
        area = {
            b: _area_at(bodies.boxes[b], height)
            for b in range(len(bodies))
            if problem.parent[b] < 0 and bodies.support[b] is Support.FLOOR and not bodies.fixed[b]
        }
        area = {b: a for b, a in area.items() if a > 0.0}
        total = sum(area.values())
        if total <= free + _ROUNDING:
            continue

        def impossible(chosen: Sequence[int], area: dict[int, float] = area) -> bool:
            return sum(area[b] for b in chosen) > free + _ROUNDING

        clash = minimal(sorted(area, key=lambda b: area[b]), impossible)
        needs = sum(area[b] for b in clash)
        says = f"{_names(problem, clash)} cover {needs:.2f} m2 of floor; the room has {free:.2f} m2 beside its doors"
        factor = np.sqrt(needs / free * 1.3)
        ways = (
            f"a room of about {room.width * factor:.1f} m by {room.depth * factor:.1f} m",
            f"leave out {_names(problem, clash[-1:])}",
        )
        yield Conflict(tuple(clash), (), says, ways)
        return


def _area_at(boxes: FloatArray, height: float) -> float:
    """Square metres that boxes certainly cover at a height: the largest of them alone."""
    there = boxes[(boxes[:, 0, 1] < height) & (boxes[:, 1, 1] > height)]
    if len(there) == 0:
        return 0.0
    size = there[:, 1] - there[:, 0]
    return float((size[:, 0] * size[:, 2]).max())


def _surface_area(problem: Problem) -> Iterator[Conflict]:
    """What stands on one body needs no more than its surfaces have, and none of it is larger than every surface."""
    bodies = problem.bodies
    for parent in sorted(set(problem.parent.tolist()) - {-1}):
        offered = bodies.surfaces[parent]
        children = [b for b in range(len(bodies)) if problem.parent[b] == parent]
        if not offered or not children:
            continue
        area = {b: _area_at(bodies.boxes[b], 0.01) for b in children}
        free = sum(s.area for s in offered)

        def impossible(chosen: Sequence[int], area: dict[int, float] = area, free: float = free) -> bool:
            # one alone may stand over the edge, as far as its middle is held
            return len(chosen) > 1 and sum(area[b] for b in chosen) > free + _ROUNDING

        if not impossible(children):
            continue
        clash = minimal(sorted(children, key=lambda b: area[b]), impossible)
        needs = sum(area[b] for b in clash)
        name = _names(problem, [parent])
        says = f"{_names(problem, clash)} on {name} need {needs:.2f} m2; it has {free:.2f} m2"
        stated = tuple(
            k
            for k, c in enumerate(problem.constraints)
            if c.kind == "on" and c.target is not None and c.target.body == parent and set(c.items) & set(clash)
        )
        yield Conflict(tuple(clash), stated, says, (f"a larger {name}", f"put {_names(problem, clash[-1:])} elsewhere"))


# -- relations against each other ---------------------------------------------------------------------------------------

_OPPOSED = ({"left_of", "right_of"}, {"in_front_of", "behind"}, {"above", "under"}, {"on", "under"}, {"on", "inside"})
"""Pairs of relations of the same a to the same b that no pose serves."""


def _opposed(problem: Problem) -> Iterator[Conflict]:
    by_pair: dict[tuple[int, int, object], dict[str, int]] = {}
    for number, c in enumerate(problem.constraints):
        if c.target is not None and c.target.kind is AnchorKind.BODY and len(c.items) == 1:
            frame = c.parameters.get("frame")
            by_pair.setdefault((c.items[0], c.target.body, frame), {}).setdefault(c.kind, number)
    for (a, b, _), kinds in by_pair.items():
        for pair in _OPPOSED:
            if pair <= kinds.keys():
                first, second = sorted(kinds[k] for k in pair)
                texts = [problem.constraints[k].text for k in (first, second)]
                says = f"{texts[0]} and {texts[1]} cannot both hold"
                yield Conflict((a, b), (first, second), says, tuple(f"drop {t}" for t in texts))
    walls: dict[int, dict[str, int]] = {}
    for number, c in enumerate(problem.constraints):
        wall = str(c.parameters.get("wall") or "")
        if c.kind == "against_wall" and wall:
            for item in c.items:
                walls.setdefault(item, {}).setdefault(wall, number)
    for item, named in walls.items():
        if len(named) > 1:
            (one, first), (two, second) = sorted(named.items(), key=lambda e: e[1])[:2]
            says = f"{_names(problem, [item])} cannot have its back to the {one} and the {two} wall at once"
            texts = [problem.constraints[k].text for k in (first, second)]
            yield Conflict((item,), (first, second), says, tuple(f"drop {t}" for t in texts))


def _range(constraint: Constraint) -> tuple[float, float] | None:
    """Metres between nearest points that a relation of distance allows."""
    match constraint.kind:
        case "next_to":
            return NEXT_TO
        case "near":
            return float(constraint.parameters.get("lo", 0.0)), float(constraint.parameters.get("hi", 1.5))
        case "across":
            return ACROSS
        case "far":
            return FAR, np.inf
    return None


def _distances(problem: Problem) -> Iterator[Conflict]:
    """Chains of things that must be near keep their ends near: the sum of the distances and of the diagonals of what is
    between bounds how far apart two bodies can be; so does the room."""
    bodies, room = problem.bodies, problem.room
    size = np.sqrt((4.0 * bodies.half**2).sum(axis=1) + bodies.height**2)
    links: list[tuple[int, int, float, int]] = []
    apart: list[tuple[int, int, float, int]] = []
    for number, c in enumerate(problem.constraints):
        span = _range(c)
        if span is None or c.target is None or c.target.kind is not AnchorKind.BODY:
            continue
        for item in c.items:
            if np.isfinite(span[1]):
                links.append((item, c.target.body, span[1], number))
            if span[0] > 0.0:
                apart.append((item, c.target.body, span[0], number))
    diagonal = float(np.linalg.norm([room.width, room.depth, room.height if np.isfinite(room.height) else 0.0]))
    for a, b, least, number in apart:
        tolerance = 0.02
        if least > diagonal + tolerance:
            says = f"{problem.constraints[number].text} asks for {least:.2f} m; the room is {diagonal:.2f} m corner to corner"
            yield Conflict((a, b), (number,), says, ("a larger room", f"drop {problem.constraints[number].text}"))
            continue
        chain = _shortest(a, b, [e for e in links if e[3] != number], size)
        if chain is not None and chain[0] < least - tolerance * (len(chain[1]) + 1):
            numbers = tuple(sorted({number, *chain[1]}))
            texts = [problem.constraints[k].text for k in numbers]
            says = (
                f"{', '.join(texts)} cannot all hold: {_names(problem, [a])} and {_names(problem, [b])} are to be "
                f"{least:.2f} m apart, and the others keep them within {chain[0]:.2f} m"
            )
            members = tuple(dict.fromkeys(m for k in numbers for m in problem.constraints[k].bodies))
            yield Conflict(members, numbers, says, tuple(f"drop {t}" for t in texts))


def _shortest(
    a: int, b: int, links: list[tuple[int, int, float, int]], size: FloatArray
) -> tuple[float, list[int]] | None:
    """The tightest bound on how far a and b are apart, and the relations that make it (Dijkstra)."""
    from heapq import heappop, heappush

    near: dict[int, list[tuple[int, float, int]]] = {}
    for p, q, most, number in links:
        near.setdefault(p, []).append((q, most, number))
        near.setdefault(q, []).append((p, most, number))
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
        for other, most, number in near.get(at, ()):
            if other not in done:
                heappush(heap, (reach + through + most, other, [*path, number]))
    return None
