"""Check a tried pose: collisions, the bounds and doors of the room, and the support of the body."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from scenewright.scene.geometry import pose_matrices
from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.bodies import is_seat, texts_of
from scenewright.scene.layout.certify import (
    FLAT,
    FLOOR,
    Contacts,
    Evidence,
    column_spans,
    door_box,
    find_contacts,
    grid_points,
    metres_outside,
    outlines,
    surface_heights,
    unevenness,
    weights_of,
    with_boxes,
)
from scenewright.scene.layout.model import Problem, Support
from scenewright.scene.layout.repair.collisions import CLEAR, PosedCollisions, Setting
from scenewright.scene.model import FloatArray, IntArray, Opening

__all__ = ["HAIR", "TOUCH", "RepairStage"]

HAIR = 2e-4
"""Metres that stay free between bodies that a repair puts side by side."""

TOUCH = 1e-2
"""A gap of at most so many metres is contact."""

_DOOR_REACH = 1e-2
"""Metres that a body may stand in the swing of a door."""

_BESIDE = 1e-2
"""Metres that what hangs on a wall is moved clear of a door or a window."""

_GRID = 7
_FINE_GRID = 15
"""Points a side of the grids on which support is sampled."""

_SOLE = 0.03
"""Metres above a body's lowest point within which its pieces may be its feet."""

_MOST_SOLES, _PER_SOLE, _MOST_FACES = 24, 4, 60
"""Feet of a body that are sampled, points a side of the grid of each, and faces of each whose middle is sampled; at most."""

_MARGIN = 2e-3
"""Metres that the centre of mass must lie inside the support polygon."""


class RepairStage(PosedCollisions):
    """Collisions of the bodies of one problem, and the other conditions of a pose: bounds, doors, support, walls."""

    def __init__(self, evidence: Evidence, problem: Problem) -> None:
        room = evidence.room
        doors = [] if room is None else [o for o in room.openings if o.kind == "door"]
        boxes = np.stack([door_box(room, d) for d in doors]) if room is not None and doors else np.zeros((0, 2, 3))
        super().__init__(evidence, problem, with_boxes(evidence.solids, boxes[:, 0], boxes[:, 1]))
        self.doors = boxes
        self.weight = np.einsum(
            "nij,nj->ni", self.from_home, np.column_stack([weights_of(evidence, TOUCH / 2).point, np.ones(self.count)])
        )[:, :3]
        self._home = self.at_home()
        self._home_stands: dict[int, bool] = {}
        self._uneven = unevenness(
            np.nan_to_num(evidence.high - evidence.low, posinf=0.0, neginf=0.0)[:, (0, 2)].max(axis=1)
        )
        self._soles: dict[tuple[int, int], FloatArray] = {}
        self._undersides: dict[tuple[int, int], tuple[FloatArray, FloatArray]] = {}
        self._door_leaf = evidence.called(("door", "doors", "doorway", "gate", "rug", "mat"))

    # -- doors --------------------------------------------------------------------------------------------------------

    def blocks_door(self, i: int, setting: Setting) -> bool:
        """Whether a body stands in the swing of a door."""
        if not len(self.doors) or self.evidence.rugs[i] or self._door_leaf[i]:
            return False
        for k, box in enumerate(self.doors):
            if (setting.low[i] < box[1] - _DOOR_REACH).all() and (setting.high[i] > box[0] + _DOOR_REACH).all():
                pose_i = setting.poses[i]
                if self._pieces_meet(i, self.count + k, pose_i, None, _DOOR_REACH):
                    return True
        return False

    # -- bounds -------------------------------------------------------------------------------------------------------

    def outside(self, i: int, setting: Setting) -> FloatArray:
        """(6,) metres that a body extends beyond left wall, floor, back wall, right wall, ceiling, front wall; 0 or less inside."""
        low, high, room = setting.low[i], setting.high[i], self.evidence.room
        if room is None:
            return np.array([-np.inf, -low[1], -np.inf, -np.inf, -np.inf, -np.inf])
        limit = np.array([0.5 * room.width, room.height, 0.5 * room.depth])
        least = np.array([-limit[0], 0.0, -limit[2]])
        return np.concatenate([least - low, high - limit])

    # -- support ------------------------------------------------------------------------------------------------------

    def columns(self, i: int, pose: FloatArray, points: FloatArray) -> tuple[FloatArray, FloatArray]:
        """(K,) lowest and (K,) highest point of a body at a pose above points (K, 2); inf and -inf where it has none."""
        pieces = np.arange(self.solids.start[i], self.solids.start[i + 1], dtype=np.int32)
        if not pieces.size:
            return np.full(len(points), np.inf), np.full(len(points), -np.inf)
        c, s = np.cos(pose[3] - self.home[i, 3]), np.sin(pose[3] - self.home[i, 3])
        dx, dz = points[:, 0] - pose[0], points[:, 1] - pose[2]
        back = np.stack([c * dx - s * dz + self.home[i, 0], s * dx + c * dz + self.home[i, 2]], axis=1)
        inside = (
            (self.solids.low[pieces][:, None, (0, 2)] <= back) & (self.solids.high[pieces][:, None, (0, 2)] >= back)
        ).all(axis=2)
        pieces = pieces[inside.any(axis=1)]
        if not pieces.size:
            return np.full(len(points), np.inf), np.full(len(points), -np.inf)
        bottom, top = column_spans(self.solids, pieces, np.broadcast_to(back, (len(pieces), *back.shape)))
        rise = pose[1] - self.home[i, 1]
        return bottom.min(axis=0) + rise, top.max(axis=0) + rise

    def beds(
        self,
        i: int,
        setting: Setting,
        ceiling: float,
        ignored: Iterable[int] = (),
        count: int = _GRID,
        least: float = -np.inf,
    ) -> tuple[FloatArray, FloatArray, FloatArray, IntArray]:
        """Sample what is below a body along vertical lines.

        Args:
            ceiling: height above which tops do not count; those below `least` may be left out.
            ignored: bodies that do not count.
            count: points a side of the grid.

        Returns:
            points (K, 2), the heights of its underside (K,), the highest tops below (K,), and their bodies (K,), FLOOR for the floor.
        """
        low, high = setting.low[i], setting.high[i]
        soles, above = self.undersides(i, count)
        points = soles @ _planar(float(setting.poses[i, 3])).T + setting.poses[i, [0, 2]]
        under = above + setting.poses[i, 1]
        top, owner = np.zeros(len(points)), np.full(len(points), FLOOR, dtype=np.int32)
        passed = {i, *ignored}
        near = (setting.low[:, (0, 2)] <= high[[0, 2]]) & (setting.high[:, (0, 2)] >= low[[0, 2]])
        level = (setting.high[:, 1] >= least) & (setting.low[:, 1] <= ceiling) & self.evidence.solids.filled
        for j in np.flatnonzero(near.all(axis=1) & level).tolist():
            if j in passed:
                continue
            reached = self._tops(j, setting.poses[j], points, ceiling, least)
            better = reached > top
            top[better], owner[better] = reached[better], j
        return points, under, top, owner

    def undersides(self, i: int, count: int) -> tuple[FloatArray, FloatArray]:
        """The :meth:`soles` (K, 2) that a body is above, and (K,) how high above its origin its underside is there."""
        cached = self._undersides.get((i, count))
        if cached is None:
            soles = self.soles(i, count)
            points = soles @ _planar(float(self.home[i, 3])).T + self.home[i, [0, 2]]
            under, _ = self.columns(i, self.home[i], points)
            met = np.isfinite(under)
            cached = self._undersides[(i, count)] = soles[met], under[met] - self.home[i, 1]
        return cached

    def soles(self, i: int, count: int) -> FloatArray:
        """(K, 2) sample points in a body's own frame: a grid over all of it, and finer ones over its lowest pieces, such as feet."""
        cached = self._soles.get((i, count))
        if cached is not None:
            return cached
        solids = self.solids
        pieces = np.arange(solids.start[i], solids.start[i + 1], dtype=np.int32)
        low, high = self.evidence.low[i], self.evidence.high[i]
        points = [grid_points(low[None, (0, 2)], high[None, (0, 2)], count)[0]]
        lowest = pieces[solids.low[pieces, 1] <= low[1] + _SOLE]
        lowest = lowest[np.argsort(solids.low[lowest, 1], kind="stable")][:_MOST_SOLES]
        for piece in lowest.tolist():
            around = grid_points(solids.low[[piece]][:, (0, 2)], solids.high[[piece]][:, (0, 2)], _PER_SOLE)[0]
            points.append(around)
            if solids.shape[piece] >= 0:
                corners = solids.vertices(piece)[solids.shapes[solids.shape[piece]].faces]
                flat = corners[(corners[:, :, 1] <= low[1] + TOUCH).all(axis=1)]
                middles = flat.mean(axis=1)[:, (0, 2)]
                points.append(middles[:: max(1, len(middles) // _MOST_FACES)])
        world = np.concatenate(points) - self.home[i, [0, 2]]
        local: FloatArray = world @ _planar(float(self.home[i, 3]))
        self._soles[(i, count)] = local
        return local

    def _tops(self, j: int, pose: FloatArray, points: FloatArray, ceiling: float, least: float) -> FloatArray:
        """(K,) the highest top of a body at points (K, 2) that is not above `ceiling`, -inf for none. Pieces wholly below `least` are
        left out."""
        pieces = np.arange(self.solids.start[j], self.solids.start[j + 1], dtype=np.int32)
        c, s = np.cos(pose[3] - self.home[j, 3]), np.sin(pose[3] - self.home[j, 3])
        dx, dz = points[:, 0] - pose[0], points[:, 1] - pose[2]
        back = np.stack([c * dx - s * dz + self.home[j, 0], s * dx + c * dz + self.home[j, 2]], axis=1)
        inside = (
            (self.solids.low[pieces][:, None, (0, 2)] <= back) & (self.solids.high[pieces][:, None, (0, 2)] >= back)
        ).all(axis=2)
        rise = float(pose[1] - self.home[j, 1])
        pieces = pieces[inside.any(axis=1) & (self.solids.high[pieces, 1] + rise >= least)]
        self.pairs += len(pieces)
        highest = np.full(len(points), -np.inf)
        convex = self.solids.convex[pieces]
        if convex.any():
            solid = pieces[convex]
            _, tops = column_spans(self.solids, solid, np.broadcast_to(back, (len(solid), *back.shape)))
            highest = np.where(tops + rise <= ceiling, tops + rise, -np.inf).max(axis=0)
        for piece in pieces[~convex].tolist():
            tops = surface_heights(self.solids, piece, back) + rise
            tops = np.where(np.isfinite(tops) & (tops <= ceiling), tops, -np.inf)
            highest = np.maximum(highest, tops.max(axis=1, initial=-np.inf))
        return highest

    def rest_height(
        self, i: int, setting: Setting, ceiling: float, ignored: Iterable[int] = (), least: float = -np.inf
    ) -> float:
        """The y of the pose at which a body, lowered or raised in place, rests on what lies below `ceiling`; what is wholly below `least`
        may be left out."""
        _, under, top, _ = self.beds(i, setting, ceiling, ignored, _FINE_GRID, least)
        if not len(under):
            return float(setting.poses[i, 1])
        return float(setting.poses[i, 1] + (top - under).max())

    def stands(self, i: int, setting: Setting, ignored: Iterable[int] = ()) -> bool:
        """Whether a body touches what is below it and its centre of mass is above the support polygon."""
        ceiling = float(setting.low[i, 1]) + 0.5 * float(setting.high[i, 1] - setting.low[i, 1]) + TOUCH
        least = float(setting.low[i, 1]) - TOUCH
        for count in (_GRID, _FINE_GRID):
            points, under, top, _ = self.beds(i, setting, ceiling, ignored, count, least)
            gap = under - top
            contact = np.abs(gap) <= TOUCH
            if not contact.any():
                continue
            contact &= gap <= max(float(gap[contact].min()), 0.0) + self._uneven[i]
            places = points[contact]
            contacts = Contacts(
                np.zeros(len(places), dtype=np.int32),
                np.full(len(places), FLOOR, dtype=np.int32),
                places,
                (under - top)[contact],
            )
            weight = (pose_matrices(setting.poses[i]) @ np.append(self.weight[i], 1.0))[:3]
            if metres_outside(*outlines(contacts), weight[None])[0] <= -_MARGIN * (count == _GRID):
                return True
        return False

    def touches_below(self, i: int, setting: Setting, ignored: Iterable[int] = ()) -> bool:
        """Whether a body collides as soon as it is lowered, and not where it is."""
        pose = setting.poses[i].copy()
        pose[1] -= 2.0 * CLEAR
        lower = self.moved(setting, {i: pose})
        return not self.is_clear([i], lower, ignored=ignored) and self.is_clear([i], setting, ignored=ignored)

    def at_home_held(self, i: int) -> bool:
        """Whether a body stands on something at its written pose."""
        stands = self._home_stands.get(i)
        if stands is None:
            stands = self._home_stands[i] = self.stands(i, self._home)
        return stands

    def flat_ground(self, i: int, setting: Setting) -> bool:
        """Whether there is only the floor, and bodies that lie flat on it, below a body on the floor."""
        near = (setting.low[:, (0, 2)] <= setting.high[i, [0, 2]]) & (setting.high[:, (0, 2)] >= setting.low[i, [0, 2]])
        below = near.all(axis=1) & (setting.high[:, 1] <= float(setting.low[i, 1]) + TOUCH)
        below[i] = False
        return not any(not self.lies_flat(j) for j in np.flatnonzero(below).tolist())

    def carriers(self) -> list[dict[int, int]]:
        """For each body: number of a body that it rests on as written, or FLOOR -> number of contact points."""
        contacts = find_contacts(self.evidence, TOUCH)
        rests_on: list[dict[int, int]] = [{} for _ in range(self.count)]
        for above, below in zip(contacts.above.tolist(), contacts.below.tolist(), strict=True):
            rests_on[above][below] = rests_on[above].get(below, 0) + 1
        return rests_on

    # -- walls --------------------------------------------------------------------------------------------------------

    def wall_of(self, i: int, setting: Setting, within: float = TOUCH) -> str | None:
        """The wall that is nearest to a body and within `within` metres; None for none."""
        room = self.evidence.room
        if room is None:
            return None
        gap = -self.outside(i, setting)
        names = ("left", "floor", "back", "right", "ceiling", "front")
        best = min((k for k in (0, 2, 3, 5)), key=lambda k: abs(gap[k]))
        return names[best] if abs(gap[best]) <= within else None

    def leans_on_fixed(self, i: int, setting: Setting) -> bool:
        """Whether a body touches a fixed body beside it, such as a partition or a wall covering."""
        low, high = setting.low[i] - TOUCH, setting.high[i] + TOUCH
        near = self.bodies.fixed & ((low < setting.high) & (high > setting.low)).all(axis=1)
        near[i] = False
        for j in np.flatnonzero(near).tolist():
            for way in np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]]):
                pose = setting.poses[i].copy()
                pose[[0, 2]] += TOUCH * way
                if self._pieces_meet(i, j, pose, setting.poses[j], 0.0):
                    return True
        return False

    def in_opening(self, i: int, setting: Setting) -> bool:
        """Whether a body on a wall hangs in front of a door or a window."""
        room, wall = self.evidence.room, self.wall_of(i, setting)
        if room is None or wall is None:
            return False
        along = 2 if wall in ("left", "right") else 0
        span = (setting.low[i, along], setting.high[i, along], setting.low[i, 1], setting.high[i, 1])
        return any(_within(span, o) for o in room.openings if o.wall == wall)

    def off_openings(self, i: int, setting: Setting) -> list[FloatArray]:
        """(3,) shifts along its wall, up and down after which a body on a wall is a centimetre beside a door or window that it is over."""
        room, wall = self.evidence.room, self.wall_of(i, setting)
        if room is None or wall is None:
            return []
        along = 2 if wall in ("left", "right") else 0
        low, high = setting.low[i], setting.high[i]
        shifts = []
        for o in room.openings:
            if o.wall != wall or not _within((low[along], high[along], low[1], high[1]), o):
                continue
            for axis, first, last in (
                (along, o.offset - o.width / 2.0, o.offset + o.width / 2.0),
                (1, o.sill, o.sill + o.height),
            ):
                for far in (first - high[axis] - _BESIDE, last - low[axis] + _BESIDE):
                    shift = np.zeros(3)
                    shift[axis] = far
                    shifts.append(shift)
        return shifts

    def joined_with(self, i: int) -> list[int]:
        """Numbers of a body and of those that it is joined with."""
        return [i] if self._group[i] < 0 else np.flatnonzero(self._group == self._group[i]).tolist()

    def said_to_hang(self, i: int) -> bool:
        """Whether a relation of the program says that a body, or one that it is joined with, hangs."""
        group = self.joined_with(i)
        return any(c.kind == RelationName.HANGING and c.items[0] in group for c in self.problem.constraints)

    def could_hang(self, i: int) -> bool:
        """Whether a body may hang from others: it is neither an asset that stands on the floor nor a seat."""
        row = int(self.bodies.row[i])
        asset = self.evidence.scene.entity(row).asset
        stands = asset is not None and asset.support == Support.FLOOR
        return not stands and not is_seat(*texts_of(self.evidence.scene, row))

    def hangs(self, i: int) -> bool:
        return self.bodies.support[i] in (Support.WALL, Support.CEILING)

    def lies_flat(self, i: int) -> bool:
        return bool(self.evidence.rugs[i]) or float(self.evidence.high[i, 1] - self.evidence.low[i, 1]) <= FLAT


def _within(span: tuple[float, float, float, float], opening: Opening) -> bool:
    left, right = opening.offset - opening.width / 2.0, opening.offset + opening.width / 2.0
    return span[1] > left and span[0] < right and span[3] > opening.sill and span[2] < opening.sill + opening.height


def _planar(yaw: float) -> FloatArray:
    """(2, 2) rotation of (x, z) from a body's frame into the room's."""
    c, s = np.cos(yaw), np.sin(yaw)
    return np.array([[c, s], [-s, c]])
