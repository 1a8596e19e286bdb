"""Support: what each body rests on, whether it is stable there, and whether the chain of supports ends on the floor.

A body stands if its centre of mass is above the convex hull of its contact points. The density is taken as uniform; a body that
would then tip even on level ground (an arc lamp, a flower pot with one tall leaf) must be weighted at its base, so that the nearest
point of its base is used. A body that does not stand may hang, be held in a frame, or lean: see
:mod:`scenewright.scene.layout.certify.holding`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from scenewright.scene.layout.certify.columns import column_spans, grid_points
from scenewright.scene.layout.certify.contacts import FLOOR, Contacts, find_contacts
from scenewright.scene.layout.certify.evidence import Evidence, metres
from scenewright.scene.layout.certify.holding import Holding
from scenewright.scene.layout.certify.slight import Slight, SlightKind
from scenewright.scene.layout.certify.solids import BoolArray, Solids
from scenewright.scene.layout.certify.tolerances import GAP, HANG_GAP, SLIGHT_GAP
from scenewright.scene.layout.certify.touching import Touch, find_touches
from scenewright.scene.layout.certify.violations import Violation, ViolationKind
from scenewright.scene.layout.certify.weight import metres_outside, outlines, weights_of
from scenewright.scene.layout.model import Support
from scenewright.scene.model import FloatArray, IntArray, Vec3

__all__ = ["Supported", "judge_support", "unevenness"]

_UNEVEN, _TILT, _UNEVEN_MOST = 5e-3, 0.015, 0.015
"""Contacts count if they are at most this far (metres) above the lowest one, or this share of the body's width, up to the last
figure: feet differ slightly in length, and some may stand on a rug."""

_AIR = 1e-3
"""Metres by which a round underside touches less of its support than of level ground."""

_MARGIN = 5e-3
"""Metres that a centre of mass may lie outside the support polygon, since contacts are sampled."""

_AROUND = 9


@dataclass(frozen=True, eq=False)
class Supported:
    """The support of all bodies. `held`: (N,) bool, bodies that are supported, down to the floor. `hung`: (N,) bool, those of them that
    hang or are held in a frame. `grounded`: (N,) bool, those that touch the floor from above. `below`: for each body the numbers of
    those that it rests on, that with the most contacts first. `hangs_on`: the body that each hanging body hangs on, without those
    that hang on the building. `slight`: gaps within the tolerance."""

    violations: tuple[Violation, ...]
    held: BoolArray
    hung: BoolArray
    grounded: BoolArray
    below: tuple[tuple[int, ...], ...]
    hangs_on: Mapping[int, int]
    slight: tuple[Slight, ...] = ()


def judge_support(evidence: Evidence, *, tolerance: float = GAP) -> Supported:
    """Judge which bodies stand, hang or float. Fixed bodies, flying bodies and bodies without geometry need no support; joined bodies
    are judged as one. `tolerance`: metres of gap that count as contact."""
    judge = _Judge(evidence, tolerance)
    judge.hang()
    violations = [judge.violation(i) for i in _representatives(evidence, np.flatnonzero(~judge.held))]
    grounded = np.zeros(len(evidence), dtype=bool)
    grounded[judge.edges[judge.edges[:, 1] == FLOOR, 0]] = True
    hangs_on = {body: touch.other for body, touch in judge.hangs_on.items() if touch.other < len(evidence)}
    return Supported(tuple(violations), judge.held, judge.hung, grounded, judge.below(), hangs_on, judge.slight())


class _Judge:
    def __init__(self, evidence: Evidence, tolerance: float) -> None:
        self.evidence = evidence
        n = len(evidence)
        free = evidence.bodies.fixed & evidence.solids.filled
        self.free = _one_of(evidence, free | evidence.aloft) | ~evidence.solids.filled
        self.hung = np.zeros(n, dtype=bool)
        self.hangs_on: dict[int, Touch] = {}
        size = np.nan_to_num(evidence.high - evidence.low, posinf=0.0, neginf=0.0)[:, (0, 2)].max(axis=1, initial=0.0)
        uneven = unevenness(size)
        reach = tolerance + _UNEVEN_MOST
        weights = weights_of(evidence, _UNEVEN - _AIR)
        self.weight, self.mass = weights.point[evidence.unit], weights.centre[evidence.unit]
        self.contacts = _stance(evidence, find_contacts(evidence, reach), tolerance, uneven)
        outside = _outside(evidence, self.contacts, self.weight)
        doubtful = ~self.free & (outside > _MARGIN)
        if doubtful.any():
            finer = find_contacts(evidence, reach, only=np.flatnonzero(doubtful).astype(np.int32))
            self.contacts = _stance(evidence, self.contacts.joined(finer), tolerance, uneven)
            outside = _outside(evidence, self.contacts, self.weight)
        self.outside = outside
        self.holding = Holding(evidence, (), self.contacts, self.mass)
        self.stands = outside <= _MARGIN
        every = self.contacts.above.astype(np.int64) * (n + 1) + self.contacts.below + 1
        keys, self.points = np.unique(every, return_counts=True)
        self.edges = np.stack([keys // (n + 1), keys % (n + 1) - 1], axis=1)
        self.settle()

    def settle(self) -> None:
        """Update `held`, from the bodies that need no support, stand or hang."""
        grounded = self.free | self.hung
        grounded[self.edges[self.edges[:, 1] == FLOOR, 0]] = True
        grounded = _one_of(self.evidence, grounded)
        between = self.edges[self.edges[:, 1] != FLOOR]
        while True:
            reached = between[grounded[between[:, 1]] & ~grounded[between[:, 0]], 0]
            if reached.size == 0:
                break
            grounded[reached] = True
            grounded = _one_of(self.evidence, grounded)
        self.grounded = grounded
        self.held = self.free | self.hung | (self.stands & grounded)

    def hang(self) -> None:
        """Find what holds the bodies that do not stand or have a gap below them. Most hang on a wall, so that walls come first; only for
        the others all that they touch is searched."""
        evidence = self.evidence
        least = _least_gaps(evidence, self.contacts)
        doubtful = np.flatnonzero(~self.free & (~self.held | (least > SLIGHT_GAP))).astype(np.int32)
        self.look_at(doubtful, only_sides=True)
        for body in _representatives(evidence, doubtful):
            self.hangs(body)
        doubtful = doubtful[~self.hung[doubtful]]
        self.look_at(doubtful)
        self.settle()
        waiting = _representatives(evidence, doubtful)
        while waiting:
            left = [i for i in waiting if not self.finds_holder(i)]
            if len(left) == len(waiting):
                return
            waiting = left
            self.settle()

    def look_at(self, bodies: IntArray, *, only_sides: bool = False) -> None:
        touches = find_touches(self.evidence, bodies, only_sides=only_sides) if bodies.size else ()
        self.holding = Holding(self.evidence, touches, self.contacts, self.mass)

    def hangs(self, body: int) -> bool:
        """Whether a body hangs on a body that is known to be held."""
        touch = self.holding.hangs(body, self.held, self.hung)
        if touch is not None:
            self.hung[self.evidence.members(body)] = True
            self.hangs_on[body] = touch
        return touch is not None

    def finds_holder(self, body: int) -> bool:
        """Whether a body hangs or leans on a body that is known to be held."""
        members = self.evidence.members(body)
        if self.hangs(body):
            return True
        if not self.stands[body] and self.holding.leans(body, self.held):
            self.stands[members] = True
            return True
        return False

    def above(self, members: IntArray) -> BoolArray:
        """(N,) bool, bodies that rest on `members`, directly or indirectly."""
        above = np.zeros(len(self.evidence), dtype=bool)
        waiting = members
        while waiting.size:
            waiting = np.unique(self.edges[np.isin(self.edges[:, 1], waiting), 0])
            waiting = waiting[~above[waiting]]
            above[waiting] = True
        return above

    def below(self) -> tuple[tuple[int, ...], ...]:
        """For each body the numbers of those that it rests on, that with the most contacts first."""
        below: list[list[int]] = [[] for _ in range(len(self.evidence))]
        order = np.argsort(-self.points, kind="stable")
        for a, b in self.edges[order[self.edges[order, 1] != FLOOR]].tolist():
            below[a].append(b)
        return tuple(tuple(b) for b in below)

    def slight(self) -> tuple[Slight, ...]:
        """Small gaps below standing bodies, and between hanging bodies and what they hang on."""
        resting = self.held & ~self.free & ~self.hung
        hanging = [_hanging_gap(self.evidence, t) for t in self.hangs_on.values() if t.gap > SLIGHT_GAP]
        return (*_gaps_below(self.evidence, self.contacts, resting), *hanging)

    def violation(self, body: int) -> Violation:
        """The violation of a body that is not held; it also stands for the bodies joined with it."""
        evidence, outside = self.evidence, float(self.outside[body])
        members = evidence.members(body)
        edges = self.edges[np.isin(self.edges[:, 0], members) & (self.edges[:, 1] != FLOOR), 1]
        path = evidence.bodies.path[body]
        who = path if len(members) == 1 else f"{path}, with what it is joined to,"
        kind = evidence.bodies.support[body]
        middle = 0.5 * (evidence.low[body] + evidence.high[body])
        place: Vec3 = evidence.place(np.array([middle[0], evidence.low[body, 1], middle[2]]))
        paths = (path, *(evidence.bodies.path[b] for b in dict.fromkeys(edges.tolist())))
        hook = self.holding.hangs(body, ~self.above(members), self.hung)
        if hook is not None and hook.other < len(evidence):
            other = evidence.bodies.path[hook.other]
            message = f"{who} hangs on {other}, which nothing holds up"
            return Violation(ViolationKind.SUPPORT, (path, other), max(self.holding.air(body), 0.0), place, message)
        if np.isfinite(outside) and outside > _MARGIN:
            message = f"{who} would tip: its weight is {metres(outside)} outside of where it stands"
            at = evidence.place(self.weight[body])
            return Violation(ViolationKind.SUPPORT, paths, outside, at, message)
        gap = max(self.holding.air(body), 0.0)
        if np.isfinite(outside) and not self.grounded[body]:
            message = f"{who} stands on {', '.join(paths[1:])}, which nothing holds up"
        elif kind in (Support.WALL, Support.CEILING):
            away = _away(evidence, members, kind)
            message = f"{who} touches no {kind}"
            if np.isfinite(away):
                gap, message = away, f"{message}: it is {metres(away)} away from it"
        else:
            message = f"{who} floats {metres(gap)} above what is below it" if gap > 0 else f"{who} rests on nothing"
        return Violation(ViolationKind.SUPPORT, paths, gap, place, message)


def unevenness(size: FloatArray) -> FloatArray:
    """(N,) metres above its lowest contact within which further contacts of a body count; `size`: (N,) larger side of its footprint."""
    allowed: FloatArray = np.clip(_TILT * size, _UNEVEN, _UNEVEN_MOST)
    return allowed


def _one_of(evidence: Evidence, flags: BoolArray) -> BoolArray:
    """(N,) bool, true for bodies of which, or of one joined with them, `flags` is true."""
    if not evidence.joined:
        return flags
    out = np.zeros(len(flags), dtype=bool)
    np.logical_or.at(out, evidence.unit, flags)
    return out[evidence.unit]


def _representatives(evidence: Evidence, bodies: IntArray) -> list[int]:
    """The given bodies, but of joined ones only the largest."""
    if not bodies.size:
        return []
    bulk = np.prod(evidence.high[bodies] - evidence.low[bodies], axis=1)
    order = bodies[np.argsort(-bulk, kind="stable")]
    _, first = np.unique(evidence.unit[order], return_index=True)
    return sorted(order[first].tolist())


def _stance(evidence: Evidence, contacts: Contacts, tolerance: float, uneven: FloatArray) -> Contacts:
    """The contacts on which bodies rest once they are lowered by the gap below them, for gaps within the tolerance."""
    unit = evidence.unit
    below = np.where(contacts.below == FLOOR, FLOOR, unit[contacts.below])
    contacts = contacts.of(below != unit[contacts.above])
    least = _least_gaps(evidence, contacts)[contacts.above]
    rests = contacts.gap <= np.maximum(least, 0.0) + uneven[contacts.above]
    return contacts.of((least <= tolerance) & rests)


def _least_gaps(evidence: Evidence, contacts: Contacts) -> FloatArray:
    """(N,) the least gap below each body; inf where there is no contact."""
    least = np.full(len(evidence), np.inf)
    np.minimum.at(least, evidence.unit[contacts.above], contacts.gap)
    return least[evidence.unit]


def _outside(evidence: Evidence, contacts: Contacts, centre: FloatArray) -> FloatArray:
    """(N,) metres that the centre of mass of each body lies outside its support polygon."""
    united = replace(contacts, above=evidence.unit[contacts.above])
    return metres_outside(*outlines(united), centre)[evidence.unit]


def _away(evidence: Evidence, members: IntArray, kind: Support) -> float:
    """Metres between joined bodies and the ceiling, or the nearest wall; inf without a room, or where they are near enough to touch."""
    room = evidence.room
    if room is None:
        return np.inf
    low, high = evidence.low[members].min(axis=0), evidence.high[members].max(axis=0)
    if kind == Support.CEILING:
        away = room.height - float(high[1])
    else:
        half = 0.5 * np.array([room.width, room.depth])
        away = float(np.minimum(half - high[[0, 2]], half + low[[0, 2]]).min())
    return away if away > HANG_GAP else np.inf


def _gaps_below(evidence: Evidence, contacts: Contacts, resting: BoolArray) -> tuple[Slight, ...]:
    least = _least_gaps(evidence, contacts)
    slight, paths = [], evidence.bodies.path
    open_ = np.isfinite(least) & (least > SLIGHT_GAP) & resting
    for k in np.flatnonzero(open_[contacts.above] & (contacts.gap <= least[contacts.above])).tolist():
        above, below = int(contacts.above[k]), int(contacts.below[k])
        if not open_[above]:
            continue
        open_[evidence.members(above)] = False
        gap = float(contacts.gap[k])
        if below != FLOOR:
            gap = min(gap, _least_near(evidence, above, below, contacts.point[k]))
        if gap > SLIGHT_GAP:
            names = (paths[above],) if below == FLOOR else (paths[above], paths[below])
            slight.append(Slight(SlightKind.GAP, names, gap, dy=-gap))
    return tuple(slight)


def _least_near(evidence: Evidence, above: int, below: int, point: FloatArray) -> float:
    """The least gap between two bodies near a point (2,), by refined sampling: round bodies are nearest between the sampled points."""
    solids = evidence.solids
    reach = 0.2 * (evidence.high[above] - evidence.low[above])[[0, 2]]
    least = np.inf
    for _ in range(3):
        points = grid_points((point - reach)[None], (point + reach)[None], _AROUND)[0]
        under, over = (_pieces_near(solids, body, points) for body in (above, below))
        if not (under.size and over.size):
            break
        bottom = column_spans(solids, under, np.broadcast_to(points, (len(under), *points.shape)))[0].min(axis=0)
        tops = column_spans(solids, over, np.broadcast_to(points, (len(over), *points.shape)))[1]
        gap = bottom - np.where(tops <= bottom + SLIGHT_GAP, tops, -np.inf).max(axis=0)
        gap[~np.isfinite(gap)] = np.inf
        best = int(gap.argmin())
        least, point, reach = min(least, float(gap[best])), points[best], 0.25 * reach
    return least


def _pieces_near(solids: Solids, body: int, points: FloatArray) -> IntArray:
    """Pieces of a body whose boxes overlap that of points (K, 2), from above."""
    mine = np.arange(solids.start[body], solids.start[body + 1], dtype=np.int32)
    low, high = points.min(axis=0), points.max(axis=0)
    near: IntArray = mine[((solids.low[mine][:, (0, 2)] <= high) & (solids.high[mine][:, (0, 2)] >= low)).all(axis=1)]
    return near


def _hanging_gap(evidence: Evidence, touch: Touch) -> Slight:
    paths = evidence.bodies.path
    names = (paths[touch.body],) if touch.other >= len(paths) else (paths[touch.body], paths[touch.other])
    flat = float(np.hypot(touch.way[0], touch.way[2]))
    if flat < abs(float(touch.way[1])):
        by = touch.gap / abs(float(touch.way[1]))
        return Slight(SlightKind.GAP, names, by, dy=-by if touch.way[1] > 0.0 else by)
    way = (-float(touch.way[0]) / flat, -float(touch.way[2]) / flat)
    return Slight(SlightKind.GAP, names, touch.gap / flat, direction=way)
