"""Find conflicts before any search: small sets of bodies and relations that no layout can satisfy together.

Each test is a bound that every layout obeys, so that nothing possible is refused. Each set is minimal: without any one of its members
the bound is kept. Conflicts that no bound shows are found by :mod:`scenewright.scene.layout.feasibility.narrowing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.feasibility.conflict import ROUNDING, Conflict, listed, minimal, names_of, of_relations
from scenewright.scene.layout.feasibility.directions import opposed
from scenewright.scene.layout.feasibility.distances import distances_apart
from scenewright.scene.layout.feasibility.heights import heights_apart, spans_of
from scenewright.scene.layout.model import Problem, Support, planar_rotation
from scenewright.scene.layout.relations import DEFINITIONS
from scenewright.scene.layout.search import Stop, keep_out_zones, never, opening_span, walls_of
from scenewright.scene.model import FloatArray

__all__ = ["Conflict", "find_conflicts", "listed", "minimal"]

_KNEE = 0.3
"""Height in metres at which bodies at one wall certainly collide."""

_SPARE = 0.02
"""Metres to spare in the sizes that a way out names."""

_TURNED = 0.75
"""Least share of a rectangle that is over a surface of the same breadth, if its middle is, however it is turned."""


def find_conflicts(problem: Problem, stop: Stop = never) -> list[Conflict]:
    """All conflicts that a bound shows, except those that contain another; after a stop those that are known by then."""
    conflicts: list[Conflict] = []
    for test in (
        _too_large,
        _wall_length,
        _hung_length,
        _floor_area,
        _surface_area,
        _room_to_arrange,
        opposed,
        _heights,
        distances_apart,
    ):
        if stop():
            break
        conflicts += test(problem)
    return [
        c
        for k, c in enumerate(conflicts)
        if not any(_holds(c, o) and not (_holds(o, c) and k < j) for j, o in enumerate(conflicts) if j != k)
    ]


def _holds(larger: Conflict, smaller: Conflict) -> bool:
    """Whether a conflict contains all members of another."""
    if smaller.constraints:
        return set(smaller.constraints) <= set(larger.constraints)
    return set(smaller.bodies) <= set(larger.bodies)


def _heights(problem: Problem) -> Iterator[Conflict]:
    for numbers, bodies, says in heights_apart(problem):
        texts = listed([problem.constraints[k].text for k in sorted(numbers)])
        conflict = of_relations(
            problem, numbers, f"{texts} cannot hold{' together' if len(numbers) > 1 else ''}: {says}"
        )
        yield Conflict(
            tuple(dict.fromkeys((*bodies, *conflict.bodies))), conflict.constraints, conflict.says, conflict.ways_out
        )


# -- one body alone ---------------------------------------------------------------------------------------------------


def _too_large(problem: Problem) -> Iterator[Conflict]:
    room, bodies = problem.room, problem.bodies
    sides = sorted((room.width, room.depth))
    for b in range(len(bodies)):
        if bodies.fixed[b]:
            continue
        width, depth = (2.0 * bodies.half[b]).tolist()
        name = names_of(problem, [b])
        if bodies.height[b] > room.height + ROUNDING:
            says = f"{name} is {bodies.height[b]:.2f} m high; the room is {room.height:.2f} m high"
            higher = f"a room at least {bodies.height[b] + _SPARE:.2f} m high"
            yield Conflict((b,), (), says, (higher, f"make {name} at most {room.height:.2f} m high"))
        if not _rectangle_fits(max(width, depth), min(width, depth), sides[1], sides[0]):
            says = f"{name} is {width:.2f} m by {depth:.2f} m; the room is {room.width:.2f} m by {room.depth:.2f} m"
            larger = f"a room of at least {_area(width, depth)}"
            yield Conflict((b,), (), says, (larger, f"a smaller {name}"))
        elif (
            bodies.support[b] is Support.WALL
            and np.isfinite(room.height)
            and not bodies.building.any()
            and width > sides[1]
        ):
            says = f"{name} is {width:.2f} m wide; the longest wall is {sides[1]:.2f} m"
            yield Conflict((b,), (), says, (f"a wall at least {width + _SPARE:.2f} m long", f"a narrower {name}"))


def _rectangle_fits(p: float, q: float, a: float, b: float) -> bool:
    """Whether a rectangle p x q (p >= q) fits, turned at will, into a x b (a >= b): Carver's condition (1957)."""
    if p <= a + ROUNDING and q <= b + ROUNDING:
        return True
    if p <= a or q > b:
        return False
    least = (2 * p * q * a + (p * p - q * q) * np.sqrt(p * p + q * q - a * a)) / (p * p + q * q)
    return bool(b >= least - ROUNDING)


# -- walls ------------------------------------------------------------------------------------------------------------


def _wall_length(problem: Problem) -> Iterator[Conflict]:
    """Bodies that must stand side by side at one wall, and are together longer than it."""
    bodies = problem.bodies
    by_wall: dict[str, dict[int, int]] = {}
    for number, constraint in enumerate(problem.constraints):
        named = str(constraint.parameters.get("wall") or "")
        if constraint.kind == RelationName.AGAINST_WALL and named:
            for item in constraint.items:
                by_wall.setdefault(named, {}).setdefault(item, number)
    for name, wall in walls_of(problem.room).items():
        members = by_wall.get(name, {})
        floor = [
            b
            for b in members
            if problem.parent[b] < 0
            and bodies.support[b] is Support.FLOOR
            and bodies.half[b, 1] > DEFINITIONS[RelationName.AGAINST_WALL].tolerance
        ]
        stretches = _stretches_between_doors(problem, name, wall.length)
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
            f"{names_of(problem, clash)} {'all against' if len(clash) > 1 else 'against'} the {name} wall "
            f"{'need' if len(clash) > 1 else 'needs'} {total:.2f} m; it has {length:.2f} m"
        )
        if len(stretches) > 1:
            says += f", which doors part into {len(stretches)} pieces of {_metres(stretches)}"
        ways = [f"put {names_of(problem, [b])} at another wall, or at none" for b in clash]
        longer = total - length + wall.length + _SPARE
        if longer <= wall.length + _SPARE:
            ways.append(f"move the doors of the {name} wall to one end")
        else:
            at_end = ", with its doors at one end" if len(stretches) > 1 else ""
            ways.append(f"make the {name} wall at least {longer:.2f} m long{at_end}")
        yield Conflict(tuple(clash), tuple(members[b] for b in clash), says, tuple(ways))


def _hung_length(problem: Problem) -> Iterator[Conflict]:
    """Bodies that hang at the same height, and are together longer than all walls."""
    bodies, room = problem.bodies, problem.room
    if bodies.building.any() or not np.isfinite(room.height):
        return  # a partition is a wall too
    spans = spans_of(problem)
    hung: dict[int, tuple[int, float, float]] = {}
    for number, c in enumerate(problem.constraints):
        if c.kind != RelationName.ON_WALL or c.parameters.get("height") is None:
            continue
        for item in c.items:
            mine = next(s for s in spans[item] if s.why == {number})
            # the heights that it covers wherever it hangs within its tolerance
            hung.setdefault(item, (number, mine.high, mine.low + float(bodies.height[item])))
    width = {b: 2.0 * float(bodies.half[b, 0]) for b in hung}
    for level in sorted({low for _, low, _ in hung.values()}):
        there = sorted(
            (b for b, (_, low, high) in hung.items() if low <= level < high - ROUNDING), key=lambda b: width[b]
        )

        walls = walls_of(room).items()
        lengths = [s for name, wall in walls for s in _stretches_between_doors(problem, name, wall.length, level)]

        def impossible(chosen: Sequence[int], lengths: list[float] = lengths) -> bool:
            return not _packs([width[b] for b in chosen], lengths)

        if not there or not impossible(there):
            continue
        clash = minimal(there, impossible)
        total = sum(width[b] for b in clash)
        says = (
            f"{names_of(problem, clash)} all hang at {level:.2f} m above the floor, {total:.2f} m in all; they do not fit side by side "
            f"on the walls, which are {_metres(lengths)} long between doors"
        )
        numbers = tuple(hung[b][0] for b in clash)
        yield Conflict(
            tuple(clash), numbers, says, tuple(f"hang {names_of(problem, [b])} at another height" for b in clash)
        )
        return


def _solid_width(boxes: FloatArray) -> float:
    """Metres of wall that a body certainly takes: the width of its widest box at knee height (a chair may stand under a table)."""
    there = boxes[(boxes[:, 0, 1] < _KNEE) & (boxes[:, 1, 1] > _KNEE)]
    return float((there[:, 1, 0] - there[:, 0, 0]).max(initial=0.0))


def _stretches_between_doors(problem: Problem, wall: str, length: float, level: float = 0.0) -> list[float]:
    """Lengths of the stretches of a wall between its doors, at a height of `level` metres."""
    cuts = sorted(
        opening_span(o) for o in problem.room.openings if o.wall == wall and o.kind == "door" and o.height > level
    )
    at, stretches = -length / 2, []
    for start, stop in cuts:
        stretches.append(start - at)
        at = max(at, stop)
    stretches.append(length / 2 - at)
    return [s for s in stretches if s > ROUNDING]


def _metres(lengths: Sequence[float]) -> str:
    return f"{listed([f'{s:.2f}' for s in lengths])} m"


def _area(width: float, depth: float) -> str:
    return f"{width + _SPARE:.2f} m by {depth + _SPARE:.2f} m"


def _packs(widths: Sequence[float], stretches: Sequence[float]) -> bool:
    """Whether the widths can be distributed over the stretches (depth-first search, widest first)."""
    if sum(widths) > sum(stretches) + ROUNDING:
        return False
    ordered = sorted(widths, reverse=True)
    seen: set[tuple[int, tuple[float, ...]]] = set()

    def share(at: int, free: tuple[float, ...]) -> bool:
        if at == len(ordered):
            return True
        key = (at, tuple(sorted(round(f, 3) for f in free)))
        # after a hundred thousand states nothing is proved
        if key in seen:
            return False
        if len(seen) > 100_000:
            return True
        seen.add(key)
        return any(
            share(at + 1, (*free[:k], f - ordered[at], *free[k + 1 :]))
            for k, f in enumerate(free)
            if f >= ordered[at] - ROUNDING
        )

    return share(0, tuple(stretches))


# -- areas ------------------------------------------------------------------------------------------------------------


def _floor_area(problem: Problem) -> Iterator[Conflict]:
    """Bodies that at one height together cover more area than the floor has without the swings of its doors."""
    bodies, room = problem.bodies, problem.room
    free = room.width * room.depth
    free -= _swept(problem)
    for height in (0.05, 0.4, 1.0):
        area = {
            b: _area_at(bodies.boxes[b], height)
            for b in range(len(bodies))
            if problem.parent[b] < 0 and bodies.support[b] is Support.FLOOR and not bodies.fixed[b]
        }
        area = {b: a for b, a in area.items() if 0.0 < a <= free}
        total = sum(area.values())
        if total <= free + ROUNDING:
            continue

        def impossible(chosen: Sequence[int], area: dict[int, float] = area) -> bool:
            return sum(area[b] for b in chosen) > free + ROUNDING

        clash = minimal(sorted(area, key=lambda b: area[b]), impossible)
        needs = sum(area[b] for b in clash)
        says = f"{names_of(problem, clash)} cover {needs:.2f} m2 of floor; the room has {free:.2f} m2 without the swing of its doors"
        factor = np.sqrt(needs / free * 1.3)
        ways = (
            f"a room of about {room.width * factor:.1f} m by {room.depth * factor:.1f} m",
            f"leave out {names_of(problem, clash[-1:]) if len(clash) == 1 else 'one of them'}",
        )
        yield Conflict(tuple(clash), (), says, ways)
        return


def _swept(problem: Problem) -> float:
    """Square metres of the floor in the swings of doors; overlaps of swings count once."""
    limit = 0.5 * np.array([problem.room.width, problem.room.depth])
    corners = [z.box[:, [0, 2]] @ planar_rotation(z.pose[3]).T + z.pose[[0, 2]] for z in keep_out_zones(problem)]
    swings = np.clip(np.sort(np.array(corners).reshape(-1, 2, 2), axis=1), -limit, limit)
    x, z = (np.unique(swings[..., axis]) for axis in (0, 1))
    covered = np.zeros((max(len(x) - 1, 0), max(len(z) - 1, 0)), dtype=bool)
    for low, high in swings:
        covered[(x[:-1] >= low[0]) & (x[:-1] < high[0])] |= (z[:-1] >= low[1]) & (z[:-1] < high[1])
    return float((np.diff(x)[:, None] * np.diff(z)[None] * covered).sum())


def _area_at(boxes: FloatArray, height: float) -> float:
    """Square metres that boxes certainly cover at a height: the area of the largest."""
    there = boxes[(boxes[:, 0, 1] < height) & (boxes[:, 1, 1] > height)]
    if len(there) == 0:
        return 0.0
    size = there[:, 1] - there[:, 0]
    return float((size[:, 0] * size[:, 2]).max())


def _area_on(boxes: FloatArray, breadth: float) -> float:
    """Square metres of a surface of this breadth that a body certainly takes. A larger body may extend beyond the surface, with its
    middle over it and turned in any way."""
    there = boxes[(boxes[:, 0, 1] < 0.01) & (boxes[:, 1, 1] > 0.01)]
    size = (there[:, 1] - there[:, 0])[:, [0, 2]]
    taken = np.where(np.hypot(*size.T) <= breadth, size.prod(axis=1), _TURNED * np.minimum(size, breadth).prod(axis=1))
    return float(taken.max(initial=0.0))


def _breadth(polygon: FloatArray) -> float:
    """The least width of a convex polygon, metres."""
    edges = np.roll(polygon, -1, axis=0) - polygon
    edges = edges[np.hypot(*edges.T) > 1e-9]
    normals = np.column_stack([-edges[:, 1], edges[:, 0]]) / np.hypot(*edges.T)[:, None]
    return float(np.ptp(polygon @ normals.T, axis=0).min())


def _surface_area(problem: Problem) -> Iterator[Conflict]:
    """Bodies on one body that together need more area than its surfaces have."""
    bodies = problem.bodies
    for parent in sorted(set(problem.parent.tolist()) - {-1}):
        offered = bodies.surfaces[parent]
        children = [b for b in range(len(bodies)) if problem.parent[b] == parent]
        if not offered or not children:
            continue
        breadth = min(_breadth(s.polygon) for s in offered)
        area = {b: _area_on(bodies.boxes[b], breadth) for b in children}
        free = sum(s.area for s in offered)

        def impossible(chosen: Sequence[int], area: dict[int, float] = area, free: float = free) -> bool:
            # a single body may extend beyond the edge, with its middle over the surface
            return len(chosen) > 1 and sum(area[b] for b in chosen) > free + ROUNDING

        if not impossible(children):
            continue
        clash = minimal(sorted(children, key=lambda b: area[b]), impossible)
        needs = sum(area[b] for b in clash)
        name = names_of(problem, [parent])
        says = f"{names_of(problem, clash)} on {name} need {needs:.2f} m2; it has {free:.2f} m2"
        stated = tuple(
            k
            for k, c in enumerate(problem.constraints)
            if c.kind == RelationName.ON
            and c.target is not None
            and c.target.body == parent
            and set(c.items) & set(clash)
        )
        yield Conflict(
            tuple(clash), stated, says, (f"a larger {name}", f"put {names_of(problem, clash[-1:])} elsewhere")
        )


def _with_way(conflict: Conflict, way: str) -> Conflict:
    return replace(conflict, ways_out=(way, *conflict.ways_out))


def _room_to_arrange(problem: Problem) -> Iterator[Conflict]:
    """Free spaces that do not fit into the room, and rows that are longer than it."""
    bodies, room = problem.bodies, problem.room
    sides = sorted((room.width, room.depth))
    for number, c in enumerate(problem.constraints):
        slack = DEFINITIONS[c.kind].tolerance + ROUNDING
        if c.kind == RelationName.CLEAR and np.isfinite(room.height):
            item = c.items[0]
            width, depth = (2.0 * bodies.half[item]).tolist()
            depth += c.number("front", 0.6) - 2.0 * slack
            if not _rectangle_fits(max(width, depth), min(width, depth), sides[1], sides[0]):
                says = (
                    f"{c.text} asks for a place of {width:.2f} m by {depth:.2f} m for {names_of(problem, [item])} and the space before "
                    f"it; the room is {room.width:.2f} m by {room.depth:.2f} m"
                )
                larger = f"a room of at least {_area(max(width, depth), min(width, depth))}"
                yield _with_way(of_relations(problem, (number,), says), larger)
        elif c.kind == RelationName.SPACED and c.parameters.get("axis") in ("x", "z"):
            length = room.width if c.parameters["axis"] == "x" else room.depth
            needs = sum(2.0 * float(bodies.half[i].min()) - slack for i in c.items) + slack
            if needs > length + ROUNDING:
                axis = c.parameters["axis"]
                says = f"{c.text} needs {needs:.2f} m along {axis}; the room has {length:.2f} m"
                yield _with_way(
                    of_relations(problem, (number,), says), f"a room at least {needs + _SPARE:.2f} m long along {axis}"
                )
