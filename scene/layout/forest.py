"""What is to be laid out: bodies, relations, and the support forest (which body stands on which).

A body stands on what a relation says (``on``, ``inside``), else on what the program has it on, or next above. A thing that stands
on furniture, and that nobody has put anywhere, is given the most usual one that has room for it, and the problem's notes say so.
What stands on a rug stands on the floor, through it, unless it is small or low.
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
"""Metres: a room that is smaller along any side holds nothing."""

_MARGIN = 2.0
"""Metres of open ground on all sides of a scene without a room."""

_SHOWN = 5
"""Things that are named of a longer circle."""

_FULL = 0.7
"""The share of a surface that is filled by what has no place of its own."""

_GROUND = 0.3
"""Metres: the ground is no thicker, as far as it stands above the floor."""

_COMFORT = (0.15, 1.7)
"""Metres: things are put on surfaces between these heights."""

_LOW = 0.25
"""Metres: what is no higher and is said to be on a rug (a floor cushion, a basket) has no legs beside it."""

_Bools = npt.NDArray[np.bool_]


def problem_of(scene: Scene, bodies: Bodies, *, written: bool = True) -> Problem:
    """The layout problem of a scene.

    Its room is the scene's. A scene without one stands on the plane under its lowest point (``bodies.ground``), without walls, in a
    room of infinite height about the origin that has space around all of it.

    Args:
        written: as in :func:`scenewright.scene.layout.bodies.reading.bodies_of`.

    Raises:
        LayoutError: 'size': the room has no size; 'cycle': relations stand things on each other in a circle.
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
    """Open ground as a room: space on all sides of everything, evenly about the origin."""
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
        """What ``on`` and ``inside`` say, hard ones first.

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
        """Whether somebody has written a body over another, on which it may lie though that has no level place."""
        x, y, z = (self.bodies.initial[item] - self.bodies.initial[host])[:3].tolist()
        return not self.guessed[item] and y > 0.0 and float(np.hypot(x, z)) <= float(self.bodies.half[host].max())

    def lies_on_rugs(self, body: int) -> bool:
        """Whether a body rests on a rug, with all of it, instead of standing on the floor through it."""
        return self.bodies.support[body] is Support.SURFACE or float(self.bodies.height[body]) <= _LOW

    def circles(self) -> list[list[int]]:
        """Bodies that rest on each other in a circle."""
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
        """Whether `body` is `other`, or stands on it however indirectly."""
        at = body
        while at >= 0:
            if at == other:
                return True
            at = int(self.parent[at])
        return False

    def family(self, body: int) -> list[int]:
        """A body and all that stands on it."""
        found = [body]
        for one in found:
            found.extend(np.flatnonzero(self.parent == one).tolist())
        return found

    # -- poses ----------------------------------------------------------------------------------------------------------

    def by_poses(self) -> None:
        """What the program has it on: for things that stand on others, and for what stands on a platform of the building."""
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
        """(N,) body and (N,) number of the surface that each body stands on as the program has it; -1 where it stands on none. Of
        poses that somebody wrote also what it is sunk into, or the next below."""
        bodies = self.bodies
        poses = (bodies.initial, bodies.height)
        host, number = standing_hosts(self.hosts, *poses, ~self.rug & ~self.ground)
        if self.guessed.all():
            return host, number
        able = carriers(self.rug, bodies.fixed, *poses)
        found = standing_of(self.hosts, bodies.initial, bodies.half, bodies.height, able)
        pick = self.guessed
        return np.where(pick, host, found.host), np.where(pick, number, found.number)

    def on_uneven_ground(self) -> None:
        """Out of doors, where the ground's top is not at the height of the floor, everything stands on the ground."""
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
        """Hosts for what stands on furniture and has none."""
        bodies = self.bodies
        loose = [
            i
            for i in range(len(bodies))
            if bodies.support[i] is Support.SURFACE and self.parent[i] < 0 and not bodies.fixed[i]
        ]
        for i in [i for i in loose if not self.guessed[i] and abs(float(bodies.initial[i, 1])) <= AT_FLOOR]:
            self.floored.append(i)  # a relation says otherwise, but with nothing that could carry it
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
                self.notes.append(f"{self.name(i)} stands on the floor: nothing that it could stand on has room for it")
                continue
            score = (liking + self.nearness(i))[self.hosts.body] + 0.2 * np.minimum(free, 1.0)
            best = int(np.argmax(np.where(usable, score, -np.inf)))
            self.parent[i] = self.hosts.body[best]
            free[best] -= 4.0 * float(bodies.half[i].prod())
            self.notes.append(
                f"{self.name(i)} was put on {self.name(int(self.parent[i]))}: nothing said where it stands"
            )

    def free_areas(self) -> FloatArray:
        """(S,) square metres of each surface that may be filled, less what stands there already."""
        free: FloatArray = _FULL * self.hosts.area
        first = {int(b): k for k, b in reversed(list(enumerate(self.hosts.body.tolist())))}
        for i, on in enumerate(self.parent.tolist()):
            if on in first:
                free[first[on] + max(int(self.meant[i]), 0)] -= 4.0 * float(self.bodies.half[i].prod())
        return free

    def able_surfaces(self) -> _Bools:
        """(S,) surfaces at a height to put things on, of bodies that do not hang from the ceiling, no rugs and no ground."""
        base = np.where(self.on_wall | self.hanging, self.bodies.initial[:, 1], 0.0)
        for _ in range(4):
            held = self.parent >= 0
            base[held] = base[self.parent[held]] + self.bodies.height[self.parent[held]]
        level = base[self.hosts.body] + self.hosts.height
        unfit = self.rug | self.ground | self.hanging
        able: _Bools = (level >= _COMFORT[0]) & (level <= _COMFORT[1]) & ~unfit[self.hosts.body]
        return able

    def fitting(self, guest: int, free: FloatArray) -> _Bools:
        """(S,) surfaces on which a guest fits beside what is there."""
        bodies, hosts = self.bodies, self.hosts
        size = np.sort(2.0 * bodies.half[guest])
        fits = (hosts.spread >= size - SLACK).all(axis=1) & (hosts.headroom >= bodies.height[guest])
        fits &= free >= size.prod()
        unfit = bodies.half.prod(axis=1) < 2.0 * bodies.half[guest].prod()
        unfit[self.family(guest)] = True
        found: _Bools = fits & ~unfit[hosts.body]
        return found

    def nearness(self, guest: int) -> FloatArray:
        """(N,) how near the program has a guest to each body, where it says; on walls things are put last."""
        bodies = self.bodies
        placed = float(np.abs(bodies.initial[guest, [0, 2]]).max() > 1e-6)
        away = np.linalg.norm(bodies.initial[:, [0, 2]] - bodies.initial[guest, [0, 2]], axis=1)
        near: FloatArray = -0.3 * self.on_wall - placed * np.minimum(0.15 * away, 1.0)
        return near

    # -- surfaces -------------------------------------------------------------------------------------------------------

    def surfaces(self) -> IntArray:
        """(N,) which surface of its parent each body is meant to stand on; -1 where any that has room will do.

        The one that the program has it on, if what is meant for that fits on it together; and the only one that fits.
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
