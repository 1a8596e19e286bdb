"""Support: what holds each body up, whether its weight is over it, and whether that goes on down to the floor.

A body that stands rests with its weight over the convex hull of where it touches what is below. Its weight acts at its centre
of mass, of uniform density; where it would tip by that even on level ground (an arc lamp, a flower pot with one tall leaf),
its real weight must be over its own base, and acts at the nearest point of that. One that hangs touches a wall or the
ceiling. One on a wall touches it with its back, or lies flat against it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from scene.layout.certify.columns import column_spans, grid_points
from scene.layout.certify.contacts import FLOOR, Contacts, find_contacts
from scene.layout.certify.evidence import Evidence, metres
from scene.layout.certify.pairs import box_pairs, piece_pairs
from scene.layout.certify.slight import Slight, SlightKind
from scene.layout.certify.solids import BoolArray
from scene.layout.certify.tolerances import GAP, HANG_GAP, SLIGHT_GAP
from scene.layout.certify.violations import Violation, ViolationKind
from scene.layout.certify.weight import metres_outside, outlines, weights_of
from scene.layout.model import Support
from scene.model import FloatArray, IntArray, Opening, Room, Vec3

__all__ = ["Supported", "judge_support"]

_UNEVEN = 5e-3
"""Metres further than where a body first touches, within which it touches too: feet are not of one length to the hair."""

_AIR = 1e-3
"""Metres of air below a body by which it touches less of a level place, where its underside is round, than of level ground."""

_MARGIN = 5e-3
"""Metres that a centre of mass may lie outside where the body touches: the points are sampled."""

_IN_OPENINGS = ("window", "door", "blind", "blinds", "curtain", "curtains", "shutter", "shutters", "gate")


@dataclass(frozen=True, eq=False)
class Supported:
    """`held`: (N,) bodies that something holds up, all the way down. `below`: for each body those that it rests on. `slight`:
    gaps that nobody sees below bodies that rest on something."""

    violations: tuple[Violation, ...]
    held: BoolArray
    below: tuple[tuple[int, ...], ...]
    slight: tuple[Slight, ...] = ()


def judge_support(evidence: Evidence, *, tolerance: float = GAP, hang_tolerance: float = HANG_GAP) -> Supported:
    """Which bodies stand, hang or float. Fixed bodies hold by themselves; what has no geometry needs nothing; joined bodies are
    judged as one."""
    n, unit = len(evidence), evidence.unit
    free = _one_of(evidence, _hanging(evidence, hang_tolerance) | (evidence.bodies.fixed & evidence.solids.filled))
    free |= ~evidence.solids.filled
    contacts = _stance(evidence, find_contacts(evidence, tolerance + _UNEVEN), tolerance)
    centre = weights_of(evidence, _UNEVEN - _AIR).point[unit]
    outside = _outside(evidence, contacts, centre)
    doubtful = np.flatnonzero(~free & ((outside > _MARGIN) | (_least_gaps(evidence, contacts) > SLIGHT_GAP)))
    if doubtful.size:
        finer = find_contacts(evidence, tolerance + _UNEVEN, only=doubtful.astype(np.int32))
        contacts = _stance(evidence, contacts.joined(finer), tolerance)
        outside = _outside(evidence, contacts, centre)
    stands = outside <= _MARGIN
    keys = np.unique(contacts.above.astype(np.int64) * (n + 1) + contacts.below + 1)
    edges = np.stack([keys // (n + 1), keys % (n + 1) - 1], axis=1)
    grounded = free.copy()
    grounded[edges[edges[:, 1] == FLOOR, 0]] = True
    grounded = _one_of(evidence, grounded)
    between = edges[edges[:, 1] != FLOOR]
    while True:
        reached = between[grounded[between[:, 1]] & ~grounded[between[:, 0]], 0]
        if reached.size == 0:
            break
        grounded[reached] = True
        grounded = _one_of(evidence, grounded)
    held = free | (stands & grounded)
    below: list[list[int]] = [[] for _ in range(n)]
    for a, b in between.tolist():
        below[a].append(b)
    violations = [
        _violation(evidence, i, float(outside[i]), bool(grounded[i]), below, centre[i])
        for i in _speakers(evidence, np.flatnonzero(~held))
    ]
    slight = _slight(evidence, contacts, held & ~free)
    return Supported(tuple(violations), held, tuple(tuple(b) for b in below), slight)


def _one_of(evidence: Evidence, found: BoolArray) -> BoolArray:
    """(N,) bodies of which this is true, or of one that they are joined with."""
    if not evidence.joined:
        return found
    out = np.zeros(len(found), dtype=bool)
    np.logical_or.at(out, evidence.unit, found)
    return out[evidence.unit]


def _speakers(evidence: Evidence, bodies: IntArray) -> list[int]:
    """Of bodies, where several are joined, only the largest."""
    if not bodies.size:
        return []
    bulk = np.prod(evidence.high[bodies] - evidence.low[bodies], axis=1)
    order = bodies[np.argsort(-bulk, kind="stable")]
    _, first = np.unique(evidence.unit[order], return_index=True)
    return sorted(order[first].tolist())


def _stance(evidence: Evidence, contacts: Contacts, tolerance: float) -> Contacts:
    """Where bodies rest once they have come down by the air that is below them, which is within a tolerance."""
    unit = evidence.unit
    below = np.where(contacts.below == FLOOR, FLOOR, unit[contacts.below])
    contacts = contacts.of(below != unit[contacts.above])
    least = _least_gaps(evidence, contacts)[contacts.above]
    return contacts.of((least <= tolerance) & (contacts.gap <= np.maximum(least, 0.0) + _UNEVEN))


def _least_gaps(evidence: Evidence, contacts: Contacts) -> FloatArray:
    """(N,) metres of air below bodies where that is least; inf where there is no contact."""
    least = np.full(len(evidence), np.inf)
    np.minimum.at(least, evidence.unit[contacts.above], contacts.gap)
    return least[evidence.unit]


def _outside(evidence: Evidence, contacts: Contacts, centre: FloatArray) -> FloatArray:
    """(N,) metres that the weight of bodies lies outside of where they rest."""
    united = replace(contacts, above=evidence.unit[contacts.above])
    return metres_outside(*outlines(united), centre)[evidence.unit]


def _slight(evidence: Evidence, contacts: Contacts, resting: BoolArray) -> tuple[Slight, ...]:
    least = _least_gaps(evidence, contacts)
    found, paths = [], evidence.bodies.path
    open_ = np.isfinite(least) & (least > SLIGHT_GAP) & resting
    for k in np.flatnonzero(open_[contacts.above] & (contacts.gap <= least[contacts.above])).tolist():
        above, below = int(contacts.above[k]), int(contacts.below[k])
        if open_[above]:
            open_[evidence.members(above)] = False
            gap = float(contacts.gap[k])
            names = (paths[above],) if below == FLOOR else (paths[above], paths[below])
            found.append(Slight(SlightKind.GAP, names, gap, dy=-gap))
    return tuple(found)


# -- what hangs -------------------------------------------------------------------------------------------------------


def _hanging(evidence: Evidence, tolerance: float) -> BoolArray:
    """(N,) bodies that are meant to hang and touch what they hang on."""
    kinds = evidence.bodies.support
    on_wall = np.array([k == Support.WALL for k in kinds], dtype=bool) & evidence.judged
    on_ceiling = np.array([k == Support.CEILING for k in kinds], dtype=bool) & evidence.judged
    held = np.zeros(len(evidence), dtype=bool)
    room = evidence.room
    if room is not None:
        held |= on_ceiling & (np.abs(room.height - evidence.high[:, 1]) <= tolerance)
        held |= on_wall & _at_wall(evidence, room, on_wall, tolerance)
    return held | _at_fixed(evidence, (on_wall | on_ceiling) & ~held, tolerance)


def _at_wall(evidence: Evidence, room: Room, on_wall: BoolArray, tolerance: float) -> BoolArray:
    low, high = evidence.low, evidence.high
    back = -evidence.world_from_body[:, :3, 2]
    in_opening = evidence.called(_IN_OPENINGS)
    touches = np.zeros(len(evidence), dtype=bool)
    for wall, axis, sign, limit in (
        ("left", 0, -1.0, room.width),
        ("right", 0, 1.0, room.width),
        ("back", 2, -1.0, room.depth),
        ("front", 2, 1.0, room.depth),
    ):
        along = 2 - axis
        gap = 0.5 * limit - (high[:, axis] if sign > 0.0 else -low[:, axis])
        with np.errstate(invalid="ignore"):
            flat = high[:, axis] - low[:, axis] <= high[:, along] - low[:, along]
        near = on_wall & (np.abs(gap) <= tolerance) & (flat | (sign * back[:, axis] > 0.7))
        for i in np.flatnonzero(near).tolist():
            holes = [o for o in room.openings if o.wall == wall]
            span = (low[i, along], high[i, along], low[i, 1], high[i, 1])
            touches[i] |= bool(in_opening[i]) or not any(_within(span, o) for o in holes)
    return touches


def _within(span: tuple[float, float, float, float], opening: Opening) -> bool:
    left, right = opening.offset - opening.width / 2.0, opening.offset + opening.width / 2.0
    return span[0] >= left and span[1] <= right and span[2] >= opening.sill and span[3] <= opening.sill + opening.height


def _at_fixed(evidence: Evidence, wanted: BoolArray, tolerance: float) -> BoolArray:
    """(N,) bodies that touch one that is fixed: a partition, a beam."""
    touches = np.zeros(len(evidence), dtype=bool)
    fixed = evidence.bodies.fixed & evidence.solids.filled
    if not (wanted.any() and fixed.any()):
        return touches
    pairs = box_pairs(evidence.low, evidence.high, tolerance)
    pairs = pairs[(wanted[pairs] & fixed[pairs[:, ::-1]]).any(axis=1)]
    for pair, a, b in piece_pairs(evidence.solids, pairs, tolerance):
        near = evidence.meeting.meet(a, b, 0.5 * tolerance)
        touches[np.unique(pairs[pair[near]])] = True
    return touches & wanted


# -- what is wrong ----------------------------------------------------------------------------------------------------


def _gaps(evidence: Evidence, bodies: IntArray) -> FloatArray:
    """(M,) metres of air straight below bodies, to whatever comes first that they are not joined with."""
    solids, low, high = evidence.solids, evidence.low, evidence.high
    out = np.full(len(bodies), np.inf)
    for k, body in enumerate(bodies.tolist()):
        if not solids.filled[body]:
            continue
        points = grid_points(low[[body]][:, (0, 2)], high[[body]][:, (0, 2)], 9)[0]
        mine = np.arange(solids.start[body], solids.start[body + 1], dtype=np.int32)
        under = column_spans(solids, mine, np.broadcast_to(points, (len(mine), *points.shape)))[0].min(axis=0)
        beside = (solids.low[:, (0, 2)] <= high[body, (0, 2)]) & (solids.high[:, (0, 2)] >= low[body, (0, 2)])
        strange = evidence.unit[solids.body] != evidence.unit[body]
        others = np.flatnonzero(beside.all(axis=1) & (solids.low[:, 1] < high[body, 1]) & strange)
        top = np.zeros(len(points))
        if others.size:
            _, over = column_spans(
                solids, others.astype(np.int32), np.broadcast_to(points, (len(others), *points.shape))
            )
            top = np.maximum(np.where(over <= under + GAP, over, -np.inf).max(axis=0), 0.0)
        met = np.isfinite(under)
        out[k] = float((under - top)[met].min()) if met.any() else float(low[body, 1])
    return out


def _violation(
    evidence: Evidence, body: int, outside: float, grounded: bool, below: list[list[int]], centre: FloatArray
) -> Violation:
    """What is wrong with a body, which speaks for those that it is joined with."""
    members = evidence.members(body)
    others = [b for b in dict.fromkeys(b for m in members.tolist() for b in below[m]) if b not in members]
    path = evidence.bodies.path[body]
    who = path if len(members) == 1 else f"{path}, with what it is joined to,"
    kind = evidence.bodies.support[body]
    middle = 0.5 * (evidence.low[body] + evidence.high[body])
    place: Vec3 = evidence.place(np.array([middle[0], evidence.low[body, 1], middle[2]]))
    paths = (path, *(evidence.bodies.path[b] for b in others))
    if np.isfinite(outside) and outside > _MARGIN:
        message = f"{who} would tip: its weight is {metres(outside)} outside of where it stands"
        return Violation(ViolationKind.SUPPORT, paths, outside, evidence.place(centre), message)
    gaps = _gaps(evidence, members)
    gap = max(float(gaps[np.isfinite(gaps)].min(initial=np.inf)), 0.0)
    if np.isfinite(outside) and not grounded:
        names = ", ".join(paths[1:])
        message = f"{who} stands on {names}, which nothing holds up"
        return Violation(ViolationKind.SUPPORT, paths, gap, place, message)
    if kind in (Support.WALL, Support.CEILING):
        message = f"{who} touches no {kind}"
        return Violation(ViolationKind.SUPPORT, paths, gap, place, message)
    message = f"{who} floats {metres(gap)} above what is below it" if gap > 0 else f"{who} rests on nothing"
    return Violation(ViolationKind.SUPPORT, paths, gap, place, message)
