"""Small layouts written by hand, for tests of the meaning of relations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from scenewright.scene.layout import Anchor, AnchorKind, Bodies, Constraint, Problem, Support, SupportSurface
from scenewright.scene.model import Camera, Opening, Room


@dataclass(frozen=True)
class Thing:
    """A block, in metres. `size`: width, height, depth. `at`: centre of the bottom. `turn`: degrees. `levels`: heights of its surfaces."""

    size: tuple[float, float, float]
    at: tuple[float, float, float] = (0.0, 0.0, 0.0)
    turn: float = 0.0
    support: Support = Support.FLOOR
    levels: Sequence[float] = field(default_factory=tuple)
    fixed: bool = False


ROOM = Room(6.0, 5.0, 2.7, (Opening("door", "front", -1.0, 0.9, 2.0), Opening("window", "left", 0.5, 1.4, 1.2, 0.9)))

SHELF = Thing((1.0, 2.0, 0.4), (0.0, 0.0, -2.3), levels=(0.05, 0.45, 0.85, 1.25, 1.65))
"""A shelf with five boards at the back wall."""


def poses_of(things: Mapping[str, Thing]) -> np.ndarray:
    """(N, 4) x, y, z in metres and turn in radians of each thing."""
    return np.array([[*t.at, np.deg2rad(t.turn)] for t in things.values()])


def bodies_of_things(things: Mapping[str, Thing]) -> Bodies:
    """The things as bodies, in their order."""
    n = len(things)
    sizes = np.array([t.size for t in things.values()])
    half = sizes[:, (0, 2)] / 2.0
    surfaces = []
    for (w, d), t in zip(half.tolist(), things.values(), strict=True):
        rectangle = np.array([[-w, -d], [w, -d], [w, d], [-w, d]])
        surfaces.append(tuple(SupportSurface(rectangle, level) for level in (t.levels or (t.size[1],))))
    return Bodies(
        row=np.arange(1, n + 1, dtype=np.int32),
        path=tuple(f"scene/{name}" for name in things),
        half=half,
        height=sizes[:, 1],
        initial=poses_of(things),
        body_from_row=np.tile(np.eye(4), (n, 1, 1)),
        support=tuple(t.support for t in things.values()),
        fixed=np.array([t.fixed for t in things.values()]),
        clearance=np.zeros((n, 4)),
        boxes=tuple(
            np.array([[[-w, 0.0, -d], [w, h, d]]]) for (w, d), h in zip(half.tolist(), sizes[:, 1], strict=True)
        ),
        surfaces=tuple(surfaces),
    )


def anchor(name: str, things: Mapping[str, Thing], room: Room = ROOM) -> tuple[Anchor, dict[str, Any]]:
    """The anchor that a name means, and the relation parameters that it implies."""
    if name in things:
        return Anchor(AnchorKind.BODY, list(things).index(name)), {}
    if name in ("room", "floor", "ceiling"):
        return Anchor(AnchorKind.ROOM), {} if name == "room" else {"part": name}
    if name.startswith("wall_"):
        return Anchor(AnchorKind.WALL, wall=name.removeprefix("wall_")), {}
    return Anchor(AnchorKind.OPENING, opening=[o.kind for o in room.openings].index(name)), {}


def problem_of(
    things: Mapping[str, Thing],
    *relations: tuple[str, Any, Any, dict[str, Any]],
    room: Room = ROOM,
    view: Camera | None = None,
) -> Problem:
    """A problem with these things and relations: (kind, names of a, name of b or (b, about) or None, parameters)."""
    constraints = []
    for number, (kind, a, b, given) in enumerate(relations):
        parameters = dict(given)
        names = [a] if isinstance(a, str) else list(a)
        items = tuple(list(things).index(n) for n in names)
        if kind == "clear":
            items = (*items, *(i for i in range(len(things)) if i not in items))
        target = about = None
        if b is not None:
            one, *other = [b] if isinstance(b, str) else list(b)
            target, more = anchor(one, things, room)
            parameters.update(more)
            about = anchor(other[0], things, room)[0] if other else None
        constraints.append(Constraint(number, kind, items, target, about, parameters, text=f"{kind}({a}, {b})"))
    n = len(things)
    nothing = np.full(n, -1, dtype=np.int32)
    return Problem(bodies_of_things(things), room, tuple(constraints), nothing, nothing.copy(), view)
