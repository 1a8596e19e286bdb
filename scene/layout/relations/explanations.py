"""Explain relations in words: the present state, and what the relation requires."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.model import Anchor, AnchorKind, Bodies, Constraint, Problem
from scenewright.scene.layout.relations.definitions import (
    ACROSS,
    ALONG,
    CLEAR,
    DEFINITIONS,
    FACING,
    FAR,
    LATERAL,
    LEVER,
    NEAR,
    NEXT_TO,
    SIDEWAYS,
)
from scenewright.scene.layout.relations.measures import (
    COS,
    HALF_DEPTH,
    HALF_WIDTH,
    HEIGHT,
    SIN,
    X,
    Y,
    Z,
    box_gap,
    extents_along,
    facing_angle,
    relative_turn,
)
from scenewright.scene.layout.relations.reading import faces_back
from scenewright.scene.layout.relations.residuals import anchor_box, holds, residual
from scenewright.scene.model import FloatArray, Room

__all__ = ["explain", "listed", "name_of"]


def name_of(what: int | Anchor, bodies: Bodies, room: Room | None, part: str = "") -> str:
    """A short name of a body (number) or an anchor: its path below the root, 'back wall', 'window[1]'. `part`: the part of the room
    that a relation names, such as 'floor'."""
    if isinstance(what, int) or what.kind is AnchorKind.BODY:
        path = bodies.path[what if isinstance(what, int) else what.body]
        return path.split("/", 1)[-1]
    if what.kind is AnchorKind.WALL:
        return "a wall" if part == "walls" else f"{what.wall} wall"
    if what.kind is AnchorKind.ROOM or room is None:
        return part or "room"
    opening = room.openings[what.opening]
    before = sum(o.kind == opening.kind for o in room.openings[: what.opening])
    return opening.kind if before == 0 else f"{opening.kind}[{before}]"


def listed(names: Sequence[str], shown: int = 10) -> str:
    """Names in a sentence: 'sofa, desk and chair'; for many more than `shown` the first ones and the number of the others."""
    if len(names) > shown + 2:
        return f"{', '.join(names[:shown])} and {len(names) - shown} more"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def explain(constraint: Constraint, problem: Problem, poses: FloatArray) -> str:
    """One sentence: 'lamp is 0.82 m from desk; next_to asks 0 to 0.5 m'; `poses`: (N, 4) of all bodies."""
    value = residual(constraint, problem, [poses[i] for i in constraint.bodies])
    kind = constraint.kind
    describe = _STATES.get(kind)
    state = describe(constraint, problem, poses) if describe is not None else ""
    if state:
        return f"{state}; {kind} asks {_requirement(constraint)}"
    names = _names(constraint, problem)
    if bool(holds(constraint, value)):
        return f"{names}: {kind} holds"
    return f"{names}: {_figure(constraint, problem, poses, float(value))} m off; {kind} asks {_requirement(constraint)}"


_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MOST_DIGITS = 6


def _figure(c: Constraint, problem: Problem, poses: FloatArray, value: float, digits: int = 2) -> str:
    """A figure of a relation. Where the relation does not hold, it has as many digits as tell it from the limits that are asked: 0.401
    for what may be 0.4 at most."""
    if not _holds(c, problem, poses):
        limits = [float(number) for number in _NUMBER.findall(_requirement(c))]
        while digits < _MOST_DIGITS and any(round(value, digits) == limit != value for limit in limits):
            digits += 1
    return f"{value:.{digits}f}"


def _requirement(c: Constraint) -> str:
    p = c.parameters
    if c.kind == RelationName.NEXT_TO:
        return "{:g} to {:g} m".format(*NEXT_TO)
    if c.kind == RelationName.NEAR:
        return f"{p.get('lo', NEAR[0]):g} to {p.get('hi', NEAR[1]):g} m"
    if c.kind == RelationName.ACROSS:
        return "{:g} to {:g} m, and that it faces it".format(*ACROSS)
    if c.kind == RelationName.FAR:
        return f"more than {FAR:g} m"
    if c.kind == RelationName.FACING:
        return f"at most {np.rad2deg(FACING):.0f} degrees past it"
    if c.kind == RelationName.CLEAR:
        return f"{p.get('front', CLEAR):g} m"
    if c.kind == RelationName.ON_WALL and "height" in p:
        return f"that its back is on a wall, its bottom at {p['height']:g} m"
    return _REQUIREMENTS[c.kind]


_REQUIREMENTS = {
    RelationName.ON: "that it stands on a surface, its middle over it",
    RelationName.INSIDE: "that it lies within",
    RelationName.UNDER: "that it is below",
    RelationName.ABOVE: "that it is above",
    RelationName.HANGING: "that its top is at the ceiling",
    RelationName.ON_WALL: "that its back is flat on a wall",
    RelationName.AGAINST_WALL: "that its back is parallel to the wall and at most 0.1 m from it",
    RelationName.IN_CORNER: "at most 0.4 m to two walls that meet",
    RelationName.LEFT_OF: "that it is beyond that face and abreast of it",
    RelationName.RIGHT_OF: "that it is beyond that face and abreast of it",
    RelationName.IN_FRONT_OF: "that it is beyond that face and abreast of it",
    RelationName.BEHIND: "that it is beyond that face and abreast of it",
    RelationName.ALIGNED: "at most 0.05 m",
    RelationName.PARALLEL: "at most 5.7 degrees",
    RelationName.CENTERED: "the middle of it, or of one of its sides",
    RelationName.AROUND: "that each is next to it, the seats face it, and they are spread about it",
    RelationName.SPACED: "even gaps",
    RelationName.IN_ROW: "that they are in line within 0.05 m",
    RelationName.SYMMETRIC: "that one is the mirror image of the other",
}


def _names(c: Constraint, problem: Problem) -> str:
    items = c.items if c.kind in (RelationName.AROUND, RelationName.SPACED, RelationName.IN_ROW) else c.items[:1]
    names = [name_of(i, problem.bodies, problem.room) for i in items]
    names += [name_of(a, problem.bodies, problem.room, _part(c)) for a in (c.target, c.about) if a is not None]
    return listed(names)


def _part(c: Constraint) -> str:
    return str(c.parameters.get("part", ""))


def _pair(c: Constraint, problem: Problem, poses: FloatArray) -> tuple[str, str, FloatArray, FloatArray]:
    """Names and boxes of a and b."""
    assert c.target is not None
    item = Anchor(AnchorKind.BODY, c.items[0])
    a = name_of(item, problem.bodies, problem.room)
    b = name_of(c.target, problem.bodies, problem.room, _part(c))
    return a, b, anchor_box(problem, item, poses), anchor_box(problem, c.target, poses)


def _distance(c: Constraint, problem: Problem, poses: FloatArray) -> str:
    a, b, box, other = _pair(c, problem, poses)
    gap = float(box_gap(box, other))
    return (
        f"{a} is {_figure(c, problem, poses, gap)} m from {b}" if gap >= 0.0 else f"{a} stands {-gap:.2f} m deep in {b}"
    )


def _facing(c: Constraint, problem: Problem, poses: FloatArray) -> str:
    a, b, box, other = _pair(c, problem, poses)
    past = float(np.rad2deg(facing_angle(box, other, -1.0 if faces_back(c) else 1.0)))
    return f"{a} faces {b}" if past <= 0.0 else f"{a} looks {_figure(c, problem, poses, past, 0)} degrees past {b}"


def _across(c: Constraint, problem: Problem, poses: FloatArray) -> str:
    return f"{_distance(c, problem, poses)}, and {_facing(c, problem, poses)}"


def _on(c: Constraint, problem: Problem, poses: FloatArray) -> str:
    if c.target is None or c.target.kind is not AnchorKind.BODY:
        return ""
    a, b, box, other = _pair(c, problem, poses)
    levels = [s.height for s in problem.bodies.surfaces[c.target.body]] or [float(other[HEIGHT])]
    rise = float(box[Y] - other[Y]) - np.array(levels)
    nearest = float(rise[np.argmin(np.abs(rise))])
    if abs(nearest) > DEFINITIONS[RelationName.ON].tolerance:
        return f"{a}'s bottom is {abs(nearest):.2f} m {'above' if nearest > 0 else 'below'} the nearest surface of {b}"
    return f"{a} is level with a surface of {b}" + (
        "" if _holds(c, problem, poses) else ", but its middle is not over it"
    )


def _holds(c: Constraint, problem: Problem, poses: FloatArray) -> bool:
    return bool(holds(c, residual(c, problem, [poses[i] for i in c.bodies])))


_SIDES = {
    RelationName.LEFT_OF: (1.0, 0.0, "left"),
    RelationName.RIGHT_OF: (-1.0, 0.0, "right"),
    RelationName.IN_FRONT_OF: (0.0, 1.0, "front"),
    RelationName.BEHIND: (0.0, -1.0, "back"),
}


def _direction(c: Constraint, problem: Problem, poses: FloatArray) -> str:
    a, b, box, other = _pair(c, problem, poses)
    if c.parameters.get("frame") == "view":
        return ""
    dx, dz = float(box[X] - other[X]), float(box[Z] - other[Z])
    x, z = other[COS] * dx - other[SIN] * dz, other[SIN] * dx + other[COS] * dz
    toward_x, toward_z, side = _SIDES[c.kind]
    half = abs(toward_x) * other[HALF_WIDTH] + abs(toward_z) * other[HALF_DEPTH]
    width = abs(toward_z) * other[HALF_WIDTH] + abs(toward_x) * other[HALF_DEPTH]
    out, along = float(toward_x * x + toward_z * z - half), float(abs(toward_z * x + toward_x * z) - width)
    if out > 0.0 and along <= LATERAL and not _holds(c, problem, poses):
        return f"{a}'s middle is {out:.2f} m beyond {b}'s {side} face, but over half of it is not beyond it or not abreast of it"
    where = f"{abs(out):.2f} m {'beyond' if out > 0 else 'short of'} {b}'s {side} face"
    return f"{a}'s middle is {where}" + (f" and {along:.2f} m past its end" if along > 0 else "")


def _against_wall(c: Constraint, problem: Problem, poses: FloatArray) -> str:
    box = anchor_box(problem, Anchor(AnchorKind.BODY, c.items[0]), poses)
    a = name_of(c.items[0], problem.bodies, problem.room)
    room = problem.room
    walls: tuple[str, ...] = ("left", "right", "back", "front")
    if c.target is not None and c.target.kind is AnchorKind.WALL and _part(c) != "walls":
        walls = (c.target.wall,)
    elif c.target is not None:
        return ""
    side, wall, gap, past, turn = min(
        (_at_wall(box, room, wall, turned) for wall in walls for turned in _sides(box, c.kind)), key=lambda at: at.off
    )
    state = (
        f"{a} is {_figure(c, problem, poses, gap)} m from the {wall} wall"
        if gap >= 0.0
        else f"{a} reaches {-gap:.2f} m into the {wall} wall"
    )
    beside = f", {past:.2f} m past the end of it" if past > 0.0 else ""
    return f"{state}{beside}, its {side} turned {turn:.0f} degrees from it"


class _AtWall(NamedTuple):
    """How a box stands at a wall with its back or a side: metres between them, metres that its middle is past the end of the wall, and
    degrees that it is turned away."""

    side: str
    wall: str
    gap: float
    past: float
    turn: float

    @property
    def off(self) -> float:
        """The residual of this wall and side: the greatest of the three, in metres."""
        return max(
            abs(self.gap), self.past, LEVER * float(np.deg2rad(self.turn)) + (SIDEWAYS if self.side == "side" else 0.0)
        )


def _sides(box: FloatArray, kind: RelationName) -> tuple[tuple[str, float, float], ...]:
    """The sides of a box that may be at a wall: the name, and cosine and sine of the yaw of a box whose back that side is."""
    c, s = float(box[COS]), float(box[SIN])
    back = ("back", c, s)
    long = kind == RelationName.AGAINST_WALL and float(box[HALF_DEPTH]) >= ALONG * float(box[HALF_WIDTH])
    return (back, ("side", -s, c), ("side", s, -c)) if long else (back,)


def _at_wall(box: FloatArray, room: Room, wall: str, turned: tuple[str, float, float]) -> _AtWall:
    wide, deep = extents_along(box, box[COS], box[SIN])
    side, c, s = turned
    gap, toward, along, half = {
        "left": (box[X] + room.width / 2 - wide, s, box[Z], room.depth / 2),
        "right": (room.width / 2 - box[X] - wide, -s, box[Z], room.depth / 2),
        "back": (box[Z] + room.depth / 2 - deep, c, box[X], room.width / 2),
        "front": (room.depth / 2 - box[Z] - deep, -c, box[X], room.width / 2),
    }[wall]
    turn = float(np.rad2deg(np.arccos(np.clip(toward, -1.0, 1.0))))
    return _AtWall(side, wall, float(gap), float(abs(along) - half), turn)


def _hanging(c: Constraint, problem: Problem, poses: FloatArray) -> str:
    a = name_of(c.items[0], problem.bodies, problem.room)
    below = problem.room.height - float(poses[c.items[0], 1] + problem.bodies.height[c.items[0]])
    return f"{a}'s top is {abs(below):.2f} m {'below' if below >= 0.0 else 'above'} the ceiling"


def _parallel(c: Constraint, problem: Problem, poses: FloatArray) -> str:
    a, b, box, other = _pair(c, problem, poses)
    cosine, sine = relative_turn(box, other)
    turn = float(np.rad2deg(np.arctan2(abs(sine), abs(cosine))))
    return f"{a} and {b} are {_figure(c, problem, poses, turn, 1)} degrees from parallel"


def _aligned(c: Constraint, problem: Problem, poses: FloatArray) -> str:
    a, b, *_ = _pair(c, problem, poses)
    off = float(residual(c, problem, [poses[i] for i in c.bodies]))
    return f"{a} and {b} are {_figure(c, problem, poses, off, 3)} m apart along {c.parameters['axis']}"


def _clear(c: Constraint, problem: Problem, poses: FloatArray) -> str:
    """The body that alone stands in the way, or a wall."""
    a = name_of(c.items[0], problem.bodies, problem.room)
    if _holds(c, problem, poses):
        return f"nothing stands before {a}"
    for other in c.items[1:]:
        alone = Constraint(c.relation, c.kind, (c.items[0], other), parameters=c.parameters)
        without = Constraint(c.relation, c.kind, (c.items[0],), parameters=c.parameters)
        if not _holds(alone, problem, poses) and _holds(without, problem, poses):
            return f"{name_of(other, problem.bodies, problem.room)} stands before {a}"
    return f"{a} stands before a wall"


_STATES = {
    RelationName.NEXT_TO: _distance,
    RelationName.NEAR: _distance,
    RelationName.FAR: _distance,
    RelationName.ACROSS: _across,
    RelationName.FACING: _facing,
    RelationName.ON: _on,
    RelationName.LEFT_OF: _direction,
    RelationName.RIGHT_OF: _direction,
    RelationName.IN_FRONT_OF: _direction,
    RelationName.BEHIND: _direction,
    RelationName.AGAINST_WALL: _against_wall,
    RelationName.ON_WALL: _against_wall,
    RelationName.HANGING: _hanging,
    RelationName.PARALLEL: _parallel,
    RelationName.ALIGNED: _aligned,
    RelationName.CLEAR: _clear,
}
