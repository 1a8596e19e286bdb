"""Translate constraints into formulas with parameters, once for all poses."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from scenewright.scene.language.relations import WALLS, RelationName
from scenewright.scene.layout.bodies import wall_faces
from scenewright.scene.layout.model import Anchor, AnchorKind, Bodies, Constraint, Problem, Support
from scenewright.scene.layout.relations.definitions import ACROSS, ALONG, CLEAR, FAR, NEAR, NEXT_TO, SIDEWAYS
from scenewright.scene.layout.relations.measures import boxes_at
from scenewright.scene.layout.relations.terms import TermSetting
from scenewright.scene.model import Camera, FloatArray, IntArray, Room

__all__ = ["BACK", "WALLS", "Reader", "Term", "faces_back", "still_boxes", "still_row"]

BACK = "back"
"""The value of a constraint's parameter ``faces`` where its item faces as the people at its front do, who look over it: a desk."""

_FAR_AWAY = 1e6
"""Metres: used where there is no bound."""

_WALL_HALF = 0.05
"""Half the thickness of a wall, which lies outside the room's own width and depth. Metres."""

_PARTITION_HEIGHT = 1.8
_PARTITION_HALF = 0.15
"""A part of the building at least this tall (metres) and at most that thin (half) is a wall too."""

_SIDES = {
    RelationName.LEFT_OF: np.pi / 2,
    RelationName.IN_FRONT_OF: 0.0,
    RelationName.RIGHT_OF: -np.pi / 2,
    RelationName.BEHIND: np.pi,
}
"""Yaw of a thing that turns its front to that side of b. On the screen left and right are the viewer's."""


@dataclass(frozen=True, eq=False)
class Term:
    """A formula and its arguments. `members`: rows in the table of all boxes, the N bodies first, then the still boxes. `slots`: for
    each member its position in ``constraint.bodies``, -1 for still boxes."""

    formula: str
    members: tuple[int, ...]
    slots: tuple[int, ...]
    parameters: dict[str, FloatArray]


def faces_back(constraint: Constraint) -> bool:
    """Whether what ``facing`` asks for is at the back of its item."""
    return constraint.parameters.get("faces") == BACK


def still_boxes(room: Room) -> FloatArray:
    """(5 + openings, 8) boxes of the room, its walls in the order of :data:`WALLS`, and its openings. Fronts point into the room."""
    w, d, h = room.width, room.depth, room.height
    yaw = {"left": np.pi / 2, "right": -np.pi / 2, "back": 0.0, "front": np.pi}
    x = {"left": -w / 2 - _WALL_HALF, "right": w / 2 + _WALL_HALF, "back": 0.0, "front": 0.0}
    z = {"left": 0.0, "right": 0.0, "back": -d / 2 - _WALL_HALF, "front": d / 2 + _WALL_HALF}
    poses, half, height = [(0.0, 0.0, 0.0, 0.0)], [(w / 2, d / 2)], [h]
    for wall in WALLS:
        poses.append((x[wall], 0.0, z[wall], yaw[wall]))
        half.append(((d if wall in ("left", "right") else w) / 2, _WALL_HALF))
        height.append(h)
    for o in room.openings:
        along_z = o.wall in ("left", "right")
        poses.append((x[o.wall] + (0.0 if along_z else o.offset), o.sill, z[o.wall] + o.offset * along_z, yaw[o.wall]))
        half.append((o.width / 2, _WALL_HALF))
        height.append(o.height)
    return boxes_at(np.array(poses), np.array(half), np.array(height))


def still_row(anchor: Anchor) -> int:
    """The row of the room, a wall or an opening in :func:`still_boxes`."""
    if anchor.kind is AnchorKind.ROOM:
        return 0
    return 1 + WALLS.index(anchor.wall) if anchor.kind is AnchorKind.WALL else 5 + anchor.opening


class Reader:
    """Translates the constraints of one problem. `still`: the boxes of :func:`still_boxes`. `setting`: data that all formulas share."""

    def __init__(self, problem: Problem) -> None:
        self.bodies: Bodies = problem.bodies
        self.still = still_boxes(problem.room)
        self.face_owner, self.setting = _faces(problem.bodies, problem.room, problem.view)
        surfaces = [s for some in problem.bodies.surfaces for s in some]
        self.most_surfaces = max((len(s) for s in problem.bodies.surfaces), default=1) or 1
        self.most_edges = max((len(s.polygon) for s in surfaces), default=4)

    def term(self, c: Constraint) -> Term:
        """The term of a constraint.

        Raises:
            ValueError: there is no relation of that kind, or its target is missing.
        """
        p, target = c.parameters, c.target
        kind = c.kind
        if kind in (RelationName.NEXT_TO, RelationName.NEAR, RelationName.FAR, RelationName.ACROSS):
            low, high = {
                RelationName.NEXT_TO: NEXT_TO,
                RelationName.NEAR: NEAR,
                RelationName.ACROSS: ACROSS,
                RelationName.FAR: (FAR, np.inf),
            }[kind]
            if kind == RelationName.NEAR:
                low, high = c.number("lo", low), c.number("hi", high)
            # 0 is no lower bound: overlapping boxes (a chair tucked under a table) are near
            at_least, at_most = low if low > 0.0 else -_FAR_AWAY, min(high, _FAR_AWAY)
            return self.term_of(c, "across" if kind == RelationName.ACROSS else "distance", lo=at_least, hi=at_most)
        if kind in _SIDES:
            view = p.get("frame") == "view"
            turn = _SIDES[kind] * (-1.0 if view and kind in (RelationName.LEFT_OF, RelationName.RIGHT_OF) else 1.0)
            any_depth = _FAR_AWAY * (view and kind in (RelationName.LEFT_OF, RelationName.RIGHT_OF))
            return self.term_of(
                c, "direction", view=float(view), cos=np.cos(turn), sin=np.sin(turn), any_depth=any_depth
            )
        if kind == RelationName.FACING:
            return self.term_of(c, kind, ahead=-1.0 if faces_back(c) else 1.0)
        if kind in (RelationName.PARALLEL, RelationName.INSIDE):
            return self.term_of(c, kind)
        if kind == RelationName.ON:
            return self.on(c)
        if kind in (RelationName.UNDER, RelationName.ABOVE):
            return self.below(c)
        if kind in (RelationName.AGAINST_WALL, RelationName.ON_WALL):
            return self.wall(c)
        if kind == RelationName.HANGING:
            return self.term_of(c, kind if target is None or target.kind is not AnchorKind.BODY else "hanging_from")
        if kind == RelationName.IN_CORNER:
            return self.term_of(c, kind, corner=_corner(str(p.get("corner", ""))))
        if kind == RelationName.CENTERED:
            both = target is not None and target.kind is AnchorKind.ROOM
            return self.term_of(c, kind, both=_FAR_AWAY * both)
        if kind in (RelationName.ALIGNED, RelationName.SPACED):
            return self.term_of(c, kind, axis=np.array([float(p["axis"] == a) for a in "xyz"]))
        if kind == RelationName.IN_ROW:
            return self.row_of(c)
        if kind == RelationName.AROUND:
            seats = np.array(p.get("seats", (True,) * len(c.items)), dtype=np.float64)
            return self.term_of(c, kind, seats=seats, count=float(len(c.items)))
        if kind == RelationName.SYMMETRIC:
            return self.term_of(c, kind)
        if kind == RelationName.CLEAR:
            return self.term_of(c, kind, front=c.number("front", CLEAR))
        raise ValueError(f"there is no relation {kind!r}")

    def term_of(
        self, c: Constraint, formula: str, members: tuple[int, ...] | None = None, **parameters: FloatArray | float
    ) -> Term:
        count = len(self.bodies)
        if members is None:
            members = (*c.items, *(self.row(a) for a in (c.target, c.about) if a is not None))
        place = {body: k for k, body in enumerate(c.bodies)}
        slots = tuple(place[m] if m < count else -1 for m in members)
        return Term(formula, members, slots, {k: np.asarray(v, dtype=np.float64) for k, v in parameters.items()})

    def row_of(self, c: Constraint) -> Term:
        """The term of things in a row along x, along z or either, possibly along a wall."""
        along, wall = c.word("along"), c.word("wall")
        if along == "wall":
            along = {"back": "x", "front": "x", "left": "z", "right": "z"}.get(wall, "")
        side = np.array([{"back": -1.0, "front": 1.0}.get(wall, 0.0), {"left": -1.0, "right": 1.0}.get(wall, 0.0)])
        against = np.array([_FAR_AWAY * (along == "z"), _FAR_AWAY * (along == "x")])
        return self.term_of(c, "in_row", side=side, not_along=against)

    def row(self, anchor: Anchor) -> int:
        return anchor.body if anchor.kind is AnchorKind.BODY else len(self.bodies) + still_row(anchor)

    def on(self, c: Constraint) -> Term:
        target = _target(c)
        if target.kind is AnchorKind.ROOM:
            if c.parameters.get("part") == "ceiling":
                return self.term_of(c, "hanging", c.items)
            return self.term_of(c, "on_floor", c.items)
        if target.kind is AnchorKind.WALL:
            return self.wall(c)
        if target.kind is AnchorKind.OPENING:
            return self.term_of(c, "on_opening")
        planes, levels = self.planes(target.body)
        rug = self.bodies.support[target.body] is Support.RUG
        return self.term_of(c, "on", planes=planes, levels=levels, through=0.0 if rug else _FAR_AWAY)

    def planes(self, body: int) -> tuple[FloatArray, FloatArray]:
        """(S, V, 3) edges and (S,) heights of a body's surfaces, or of the top of its box if it has none; padded with far edges."""
        planes = np.zeros((self.most_surfaces, self.most_edges, 3))
        planes[..., 2] = -_FAR_AWAY
        levels = np.zeros(self.most_surfaces)
        w, d = self.bodies.half[body]
        top = np.array([[-w, -d], [w, -d], [w, d], [-w, d]])
        stated = [(s.polygon, s.height) for s in self.bodies.surfaces[body]] or [(top, float(self.bodies.height[body]))]
        for k, (polygon, level) in enumerate(stated):
            edges = [(a, b) for a, b in pairwise([*polygon, polygon[0]]) if np.hypot(*(b - a)) > 1e-9]
            rows = np.array([[(b - a)[1], -(b - a)[0]] / np.hypot(*(b - a)) for a, b in edges])
            distance = np.array([row @ a for row, (a, _) in zip(rows, edges, strict=True)])
            inward = rows @ polygon.mean(axis=0) - distance > 0.0  # the polygon may run either way
            planes[k] = np.column_stack([rows, distance])[np.arange(self.most_edges) % len(edges)]
            planes[k] *= np.where(inward, -1.0, 1.0)[np.arange(self.most_edges) % len(edges), None]
            levels[k] = level
        return planes, levels

    def below(self, c: Constraint) -> Term:
        target = _target(c)
        item, other = c.items[0], self.row(target)
        opening = target.kind in (AnchorKind.OPENING, AnchorKind.WALL)
        walls = (
            self.bodies.support[item] is Support.WALL,
            target.kind is AnchorKind.BODY and self.bodies.support[target.body] is Support.WALL,
        )
        low_first = c.kind == RelationName.UNDER
        low, up = (0, 1) if low_first else (1, 0)
        openings = (False, opening)
        return self.term_of(
            c,
            "below",
            (item, other) if low_first else (other, item),
            wall_low=float(walls[low]),
            wall_up=float(walls[up]),
            open_low=float(openings[low]),
            open_up=float(openings[up]),
        )

    def wall(self, c: Constraint) -> Term:
        named, target = c.parameters.get("wall"), c.target
        if target is not None and target.kind is AnchorKind.BODY:
            faces = self.face_owner == target.body
            if not faces.any():
                return self.term_of(c, "against_body")
        elif target is not None and target.kind is AnchorKind.WALL and c.parameters.get("part") != "walls":
            faces = self.face_owner == still_row(target) + _STILL
        elif named is not None:
            faces = self.face_owner == 1 + WALLS.index(named) + _STILL
        else:
            faces = np.ones(len(self.face_owner), dtype=bool)
        allowed = faces.astype(np.float64)
        if c.kind == RelationName.AGAINST_WALL:
            width, depth = self.bodies.half[c.items[0]]
            along = depth >= ALONG * width
            return self.term_of(c, "walls", c.items, walls=allowed, sideways=SIDEWAYS if along else _FAR_AWAY)
        height = c.height
        return self.term_of(
            c,
            "on_wall",
            c.items,
            walls=allowed,
            sideways=_FAR_AWAY,
            height=0.0 if height is None else height,
            height_slack=_FAR_AWAY if height is None else HEIGHT_SLACK,
        )


HEIGHT_SLACK = 0.04
"""Metres by which the bottom of what hangs may be off the height asked for, before the relation's own tolerance."""

_STILL = 1 << 30
"""Owners of wall faces: a body's number, or this plus the row of a wall in :func:`still_boxes`."""


def _corner(named: str) -> FloatArray:
    """(2,) the sides of x and z of a corner such as 'back_left', -1 or 1; 0 where it names none."""
    side = {"left": (0, -1.0), "right": (0, 1.0), "back": (1, -1.0), "front": (1, 1.0)}
    out = np.zeros(2)
    for word in named.split("_"):
        if word in side:
            out[side[word][0]] = side[word][1]
    return out


def _target(c: Constraint) -> Anchor:
    if c.target is None:
        raise ValueError(f"{c.kind} needs a target: {c.text or c.items}")
    return c.target


def _faces(bodies: Bodies, room: Room, view: Camera | None) -> tuple[IntArray, TermSetting]:
    """Owners (W,) of the wall faces, and the data that formulas share. Wall faces are those of the room's walls, of their coverings,
    and both faces of partitions."""
    rows: list[tuple[int, float, float, float, float, float]] = []
    if np.isfinite(room.height):
        for k, (nx, nz, off, reach) in enumerate(
            (
                (1.0, 0.0, room.width / 2, room.depth / 2),
                (-1.0, 0.0, room.width / 2, room.depth / 2),
                (0.0, 1.0, room.depth / 2, room.width / 2),
                (0.0, -1.0, room.depth / 2, room.width / 2),
            )
        ):
            rows.append((_STILL + 1 + k, nx, nz, off, 0.0, reach))
        walls, fronts = wall_faces(bodies, room)
        for k, (nx, nz, offset, low, high) in zip(walls.tolist(), fronts.tolist(), strict=True):
            rows.append((_STILL + 1 + k, nx, nz, -offset, (low + high) / 2.0, (high - low) / 2.0))
    for body in np.flatnonzero(bodies.building).tolist():
        half, (x, _, z, yaw) = bodies.half[body], bodies.initial[body]
        thin = int(np.argmin(half))
        if bodies.height[body] < _PARTITION_HEIGHT or half[thin] > _PARTITION_HALF or half[1 - thin] < 2.0 * half[thin]:
            continue
        out = yaw + (np.pi / 2 if thin == 0 else 0.0)
        for nx, nz in ((np.sin(out), np.cos(out)), (-np.sin(out), -np.cos(out))):
            rows.append((body, nx, nz, -(nx * x + nz * z) - half[thin], nz * x - nx * z, half[1 - thin]))
    table = np.array(rows, dtype=np.float64).reshape(-1, 6)
    facing = np.array([1.0, 0.0])
    if view is not None:
        dx, dz = view.eye[0] - view.target[0], view.eye[2] - view.target[2]
        length = float(np.hypot(dx, dz))
        if length > 1e-6:  # a camera that looks straight down has the back wall at the top of its picture
            facing = np.array([dz / length, dx / length])
    size = np.array([room.width, room.height, room.depth])
    columns = (np.ascontiguousarray(table[:, k]) for k in range(1, 6))
    return table[:, 0].astype(np.int32), TermSetting(size, facing, *columns)
