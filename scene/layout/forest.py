"""Build the layout problem: bodies, constraints, and the support forest (which body stands on which).

A body stands on what a relation names (``on``, ``inside``), else on what it stands on, or is next above, in the program. A body
that needs furniture below it but has no pose gets the most usual piece that has room, and a note says so. A body on a rug stands
on the floor, through the rug, unless it is small or low.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import LayoutError
from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.affinity import NEVER, affinities, host_class
from scenewright.scene.layout.bodies import (
    AT_FLOOR,
    SLACK,
    Hosts,
    carriers,
    fitting_surfaces,
    standing_hosts,
    standing_of,
    texts_of,
)
from scenewright.scene.layout.model import AnchorKind, Bodies, Constraint, Problem, Support
from scenewright.scene.layout.relations import constraints_of, listed
from scenewright.scene.model import FloatArray, IntArray, Room, Scene

__all__ = ["problem_of"]

MIN_ROOM = 0.3
"""Metres: a room must be at least this long along each side."""

_MARGIN = 2.0
"""Metres of open ground on all sides of a scene without a room."""

_SHOWN = 5
"""Bodies of a circle of supports that a message names."""

_FULL = 0.7
"""The share of a surface that bodies without a place of their own may fill."""

_GROUND = 0.3
"""Metres: a fixed body that is at most this high, with its top at the floor, is the ground."""

_COMFORT = (0.15, 1.7)
"""Metres: bodies without a place are put on surfaces between these heights."""

_LOW = 0.25
"""Metres: a body at most this high that is to be on a rug (a floor cushion, a basket) lies on it with all of it."""

_Bools = npt.NDArray[np.bool_]


def problem_of(scene: Scene, bodies: Bodies, *, written: bool = True) -> Problem:
    """The layout problem of a scene.

    A scene without a room stands on the plane under its lowest point (``bodies.ground``). Its room is then infinitely high, centred on
    the origin, and leaves space around all bodies.

    Args:
        written: as in :func:`scenewright.scene.layout.bodies.reading.bodies_of`.

    Raises:
        LayoutError: 'size': the room is too small; 'cycle': relations make bodies rest on each other in a circle.
    """
    room = _room(scene, bodies)
    constraints, unread = constraints_of(scene, bodies)
    forest = _Forest(scene, bodies, constraints, written)
    forest.by_relations()
    forest.by_poses()
    forest.by_custom()
    support = list(bodies.support)
    for i in forest.floored:
        support[i] = Support.FLOOR
    return Problem(
        replace(bodies, support=tuple(support)),
        room,
        constraints,
        forest.parent,
        forest.surfaces(),
        scene.cameras[0] if scene.cameras else None,
        unread,
        tuple(forest.notes),
    )


# -- the room -----------------------------------------------------------------------------------------------------------


def _room(scene: Scene, bodies: Bodies) -> Room:
    room = scene.room
    if room is None:
        return _open_ground(bodies)
    sides = (room.width, room.depth, room.height)
    if not np.isfinite(sides).all() or min(sides) < MIN_ROOM:
        raise LayoutError(
            f"the room is {room.width:.4g} m wide, {room.depth:.4g} m deep and {room.height:.4g} m high: nothing can be laid out "
            f"in it. Lengths of room(width, depth, height) are metres, each at least {MIN_ROOM} here",
            kind="size",
        )
    return room


def _open_ground(bodies: Bodies) -> Room:
    """Open ground as a room that is centred on the origin and leaves `_MARGIN` around all bodies."""
    if not len(bodies):
        return Room(2.0 * _MARGIN, 2.0 * _MARGIN, float("inf"))
    yaw = bodies.initial[:, 3]
    c, s = np.abs(np.cos(yaw)), np.abs(np.sin(yaw))
    w, d = bodies.half.T
    reach = np.abs(bodies.initial[:, [0, 2]]) + np.stack([c * w + s * d, s * w + c * d], axis=1)
    width, depth = (2.0 * (reach.max(axis=0) + _MARGIN)).tolist()
    return Room(width, depth, float("inf"))


# -- the forest ---------------------------------------------------------------------------------------------------------


class _Forest:
    def __init__(self, scene: Scene, bodies: Bodies, constraints: Sequence[Constraint], written: bool) -> None:
        n = len(bodies)
        guessed = np.zeros(n, dtype=bool) if bodies.guessed is None else bodies.guessed
        self.guessed = guessed if written else np.ones(n, dtype=bool)
        self.scene = scene
        self.bodies = bodies
        self.constraints = constraints
        self.parent = np.full(n, -1, dtype=np.int32)
        self.meant = np.full(n, -1, dtype=np.int32)
        self.notes: list[str] = []
        self.floored: list[int] = []
        self.hosts = Hosts(bodies.surfaces)
        self.rug = np.array([s is Support.RUG for s in bodies.support], dtype=bool)
        self.on_wall = np.array([s is Support.WALL for s in bodies.support], dtype=bool)
        self.hanging = np.array([s is Support.CEILING for s in bodies.support], dtype=bool)
        top = bodies.initial[:, 1] + bodies.height
        self.ground = bodies.fixed & (bodies.height <= _GROUND) & (np.abs(top) <= 0.02)

    def name(self, body: int) -> str:
        return self.bodies.path[body].split("/", 1)[-1]

    # -- relations ------------------------------------------------------------------------------------------------------

    def by_relations(self) -> None:
        """Set the parents that ``on`` and ``inside`` name, hard relations first.

        Raises:
            LayoutError: 'cycle'.
        """
        why: dict[int, str] = {}
        for c in sorted(self.constraints, key=lambda c: not self.scene.relations[c.relation].hard):
            if (
                c.kind not in (RelationName.ON, RelationName.INSIDE)
                or c.target is None
                or c.target.kind is not AnchorKind.BODY
            ):
                continue
            host = c.target.body
            for item in c.items:
                if item == host or self.bodies.fixed[item] or self.parent[item] >= 0 or self.ground[host]:
                    continue
                if self.rug[host] and not self.lies_on_rugs(item):
                    continue
                self.parent[item] = host
                if not self.bodies.surfaces[host] and not self.bodies.fixed[host] and not self.is_over(item, host):
                    self.notes.append(f"{self.name(host)} has no level place for {self.name(item)} to stand on")
                why[item] = c.text or f"{c.kind}('{self.name(item)}', '{self.name(host)}')"
        for circle in self.circles():
            names = [self.name(i) for i in circle]
            shown = names if len(names) <= _SHOWN else [*names[:_SHOWN], "..."]
            around = " on ".join([*shown, names[0]])
            raise LayoutError(
                f"{len(circle)} things rest on each other in a circle, {around}: leave out one of "
                f"{listed([why[i] for i in circle], _SHOWN)}",
                kind="cycle",
            )

    def is_over(self, item: int, host: int) -> bool:
        """Whether the written pose of a body is above `host`, so that it may lie on that although it has no level surface."""
        x, y, z = (self.bodies.initial[item] - self.bodies.initial[host])[:3].tolist()
        return not self.guessed[item] and y > 0.0 and float(np.hypot(x, z)) <= float(self.bodies.half[host].max())

    def lies_on_rugs(self, body: int) -> bool:
        """Whether a body lies on a rug with all of it, rather than standing on the floor through the rug."""
        return self.bodies.support[body] is Support.SURFACE or float(self.bodies.height[body]) <= _LOW

    def circles(self) -> list[list[int]]:
        """Circles of bodies that rest on each other."""
        state = np.zeros(len(self.parent), dtype=np.int8)
        found: list[list[int]] = []
        for start in range(len(self.parent)):
            trail: list[int] = []
            at = start
            while at >= 0 and state[at] == 0:
                state[at] = 1
                trail.append(at)
                at = int(self.parent[at])
            if at >= 0 and state[at] == 1:
                found.append(trail[trail.index(at) :])
            state[trail] = 2
        return found

    def rests_on(self, body: int, other: int) -> bool:
        """Whether `body` is `other`, or stands on it directly or indirectly."""
        at = body
        while at >= 0:
            if at == other:
                return True
            at = int(self.parent[at])
        return False

    def family(self, body: int) -> list[int]:
        """A body and all that stands on it."""
        family = [body]
        for one in family:
            family.extend(np.flatnonzero(self.parent == one).tolist())
        return family

    # -- poses ----------------------------------------------------------------------------------------------------------

    def by_poses(self) -> None:
        """Set the parents that the poses show: for bodies that need a surface, and for those on a platform of the building."""
        bodies = self.bodies
        host, number = self.standing()
        on_floor = (Support.FLOOR, Support.RUG)
        for i in np.flatnonzero(host >= 0).tolist():
            on = int(host[i])
            if bodies.fixed[i] or self.rests_on(on, i):
                continue
            kind = bodies.support[i]
            raised = bool(bodies.fixed[on]) and (kind is Support.FLOOR if self.guessed[i] else kind in on_floor)
            if self.parent[i] < 0 and (kind is Support.SURFACE or raised):
                self.parent[i] = on
            if self.parent[i] == on:
                self.meant[i] = number[i]
        self.on_uneven_ground()

    def standing(self) -> tuple[IntArray, IntArray]:
        """(N,) the body and (N,) the number of its surface on which each body stands in the program; -1 for none. For written poses also
        a body that it is sunk into, or the next below."""
        bodies = self.bodies
        poses = (bodies.initial, bodies.height)
        host, number = standing_hosts(self.hosts, *poses, ~self.rug & ~self.ground)
        if self.guessed.all():
            return host, number
        able = carriers(self.rug, bodies.fixed, *poses)
        by_pose = standing_of(self.hosts, bodies.initial, bodies.half, bodies.height, able)
        return np.where(self.guessed, host, by_pose.host), np.where(self.guessed, number, by_pose.number)

    def on_uneven_ground(self) -> None:
        """Outdoors, where the top of the ground is not at floor height, put all guessed bodies on the largest fixed one."""
        bodies = self.bodies
        if self.scene.room is not None or self.ground.any() or not bodies.fixed.any():
            return
        area = np.where(bodies.fixed, bodies.half.prod(axis=1), 0.0)
        k = int(area.argmax())
        for i in range(len(bodies)):
            if (
                i != k
                and self.parent[i] < 0
                and not bodies.fixed[i]
                and self.guessed[i]
                and bodies.support[i] in (Support.FLOOR, Support.RUG)
            ):
                self.parent[i] = k

    # -- custom ---------------------------------------------------------------------------------------------------------

    def by_custom(self) -> None:
        """Choose usual hosts for bodies that need furniture below them and have none."""
        bodies = self.bodies
        loose = [
            i
            for i in range(len(bodies))
            if bodies.support[i] is Support.SURFACE and self.parent[i] < 0 and not bodies.fixed[i]
        ]
        for i in [i for i in loose if not self.guessed[i] and abs(float(bodies.initial[i, 1])) <= AT_FLOOR]:
            self.floored.append(i)  # it was written on the floor, where nothing could carry it
            loose.remove(i)
        if not loose:
            return
        kinds = [host_class(texts_of(self.scene, int(row))) for row in bodies.row]
        kind_of, which = np.unique(np.array(kinds), return_inverse=True)
        free = self.free_areas()
        able = self.able_surfaces()
        loose.sort(key=lambda i: -float(bodies.half[i].prod()))
        for i in loose:
            likes = affinities(texts_of(self.scene, int(bodies.row[i])))
            liking = np.array([likes[str(k)] for k in kind_of])[which.reshape(-1)]
            usable = able & self.fitting(i, free) & (liking > NEVER)[self.hosts.body]
            if not usable.any():
                self.floored.append(i)
                self.notes.append(
                    f"{self.name(i)} stands on the floor: no furniture that it could stand on has room for it"
                )
                continue
            score = (liking + self.nearness(i))[self.hosts.body] + 0.2 * np.minimum(free, 1.0)
            best = int(np.argmax(np.where(usable, score, -np.inf)))
            self.parent[i] = self.hosts.body[best]
            free[best] -= 4.0 * float(bodies.half[i].prod())
            self.notes.append(
                f"{self.name(i)} was put on {self.name(int(self.parent[i]))}: the program does not say where it stands"
            )

    def free_areas(self) -> FloatArray:
        """(S,) square metres of each surface that may still be filled."""
        free: FloatArray = _FULL * self.hosts.area
        first = {int(b): k for k, b in reversed(list(enumerate(self.hosts.body.tolist())))}
        for i, on in enumerate(self.parent.tolist()):
            if on in first:
                free[first[on] + max(int(self.meant[i]), 0)] -= 4.0 * float(self.bodies.half[i].prod())
        return free

    def able_surfaces(self) -> _Bools:
        """(S,) bool, surfaces at a usual height, except those of rugs, of the ground and of bodies that hang from the ceiling."""
        base = np.where(self.on_wall | self.hanging, self.bodies.initial[:, 1], 0.0)
        for _ in range(4):
            raised = self.parent >= 0
            base[raised] = base[self.parent[raised]] + self.bodies.height[self.parent[raised]]
        level = base[self.hosts.body] + self.hosts.height
        unfit = self.rug | self.ground | self.hanging
        able: _Bools = (level >= _COMFORT[0]) & (level <= _COMFORT[1]) & ~unfit[self.hosts.body]
        return able

    def fitting(self, guest: int, free: FloatArray) -> _Bools:
        """(S,) bool, surfaces on which a guest fits beside what stands there."""
        bodies, hosts = self.bodies, self.hosts
        size = np.sort(2.0 * bodies.half[guest])
        fits = (hosts.spread >= size - SLACK).all(axis=1) & (hosts.headroom >= bodies.height[guest])
        fits &= free >= size.prod()
        unfit = bodies.half.prod(axis=1) < 2.0 * bodies.half[guest].prod()
        unfit[self.family(guest)] = True
        fitting: _Bools = fits & ~unfit[hosts.body]
        return fitting

    def nearness(self, guest: int) -> FloatArray:
        """(N,) a score, at most 0, that falls with the distance from a guest to each body, if it has a pose; lower for bodies on
        walls."""
        bodies = self.bodies
        placed = float(np.abs(bodies.initial[guest, [0, 2]]).max() > 1e-6)
        away = np.linalg.norm(bodies.initial[:, [0, 2]] - bodies.initial[guest, [0, 2]], axis=1)
        near: FloatArray = -0.3 * self.on_wall - placed * np.minimum(0.15 * away, 1.0)
        return near

    # -- surfaces -------------------------------------------------------------------------------------------------------

    def surfaces(self) -> IntArray:
        """(N,) the number of the parent's surface on which each body must stand; -1 where any that has room will do.

        It is the surface in the program, if all bodies of that fit on it together; else the only one that fits.
        """
        bodies = self.bodies
        out = np.full(len(bodies), -1, dtype=np.int32)
        load: dict[tuple[int, int], float] = {}
        for i in np.flatnonzero(self.meant >= 0).tolist():
            key = (int(self.parent[i]), int(self.meant[i]))
            load[key] = load.get(key, 0.0) + 4.0 * float(bodies.half[i].prod())
        for i, on in enumerate(self.parent.tolist()):
            if on < 0:
                continue
            offered = bodies.surfaces[on]
            fitting = fitting_surfaces(offered, bodies.half[i], float(bodies.height[i]))
            key = (on, int(self.meant[i]))
            if self.meant[i] >= 0 and (load[key] <= offered[key[1]].area or len(fitting) < 2):
                out[i] = self.meant[i]
            elif len(fitting) == 1:
                out[i] = fitting[0]
        return out
