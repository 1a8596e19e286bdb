"""Where a newcomer belongs by what stands there: a bed between its nightstands, a table amid its chairs, a lamp beside the sofa."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from scenewright.app.furnishing.footprints import Footprint, turned
from scenewright.app.furnishing.places_around import places_around
from scenewright.app.furnishing.traits import is_seat, wall_backed
from scenewright.app.writers.embedded.costs import ground_of

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.bonds import Bond
    from scenewright.app.writers.embedded.roomplan import RoomPlan
    from scenewright.app.writers.embedded.selection import Item

__all__ = ["Amid", "poses_amid_standing", "poses_at_standing"]

_BY_IT = frozenset(["flank", "around", "at", "with", "next_to", "left_of", "right_of", "in_front_of", "foot", "head"])
"""How a thing is said to be by another, where it has its place at that."""
_AT_OTHERS = frozenset(["around", "at", "flank", "next_to", "left_of", "right_of", "foot", "head", "with"])
"""How a thing is said to be by another that it has its place at, wherever that is."""
_BESIDE = frozenset(["flank", "next_to", "left_of", "right_of", "with", "head"])
_BEFORE_OTHERS = frozenset(["in_front_of", "facing", "near", "behind"])
"""The same for what stands free."""
_NEAR, _TURNED = 0.35, 30.0
"""Metres and degrees by which a thing may stand off its place and is still at it."""
_MOST, _PLACES = 8, 6
"""Most things that are asked, and most places of one of them for each of their ranks."""
_MOST_POSES = 24

Place = tuple[float, float, float]


@dataclass(frozen=True)
class Amid:
    """A pose of a newcomer, and the ids of the items that have their place at it then: what is pushed under it is not in its way."""

    x: float
    z: float
    turn: float
    own: frozenset[int]


def poses_amid_standing(plan: RoomPlan, leader: Item, bonds: Sequence[Bond]) -> list[Amid]:
    """Poses of a newcomer at which at least half of what stands there for it has its place at it, the best first.

    Args:
        leader: has no place yet.
        bonds: all that bear on it.
    """
    there = [found for bond in bonds if (found := _standing_for(plan, leader, bond)) is not None][:_MOST]
    judged: list[tuple[int, float, Amid]] = []
    for foot, _, places in there:
        for x, z, turn in places:
            own_turn = (foot.turn - turn) % 360.0
            px, pz = turned(x, z, own_turn)
            judged.append(_judged(there, foot.x - px, foot.z - pz, own_turn))
    good = [each for each in judged if 2 * each[0] >= len(there)]
    return [amid for _, _, amid in sorted(good, key=lambda each: (-each[0], each[1]))[:_MOST_POSES]]


def _standing_for(plan: RoomPlan, leader: Item, bond: Bond) -> tuple[Footprint, Item, list[Place]] | None:
    """What stands there by reason of the newcomer, with its places at that; None where a bond says nothing of such a thing."""
    item = bond.item
    if not bond.anchors or ground_of(bond.anchors[0]) is not leader or not any(item is s for s in plan.standing):
        return None
    places = list(dict.fromkeys(_places(item, leader, bond)))
    return (Footprint(item.x, item.z, item.width / 2, item.depth / 2, item.turn), item, places) if places else None


def _places(item: Item, leader: Item, bond: Bond) -> Iterator[Place]:
    """The places of a thing in the frame of what it belongs to: (x, z) in metres, its turn in degrees."""
    if item.support == "rug":
        yield from ((0.0, 0.0, turn) for turn in (0.0, 90.0, 180.0, 270.0))
    elif item.support == "wall":
        if bond.kind == "above":
            yield 0.0, (item.depth - leader.depth) / 2, 0.0
    elif bond.kind in _BY_IT:
        for rank in range(max(min(bond.total, _MOST), 2 if bond.kind == "flank" else 1)):
            yield from islice(places_around(item, leader, replace(bond, rank=rank)), _PLACES)


def _judged(
    there: Sequence[tuple[Footprint, Item, list[Place]]], x: float, z: float, turn: float
) -> tuple[int, float, Amid]:
    """How many of what stands there has its place at a pose, and how far off all of it is, in metres."""
    own: set[int] = set()
    total = 0.0
    for foot, item, places in there:
        off = min(_off(foot, place, x, z, turn) for place in places)
        total += min(off, 1.0)
        if off < _NEAR:
            own.add(id(item))
    return len(own), total, Amid(x, z, turn, frozenset(own))


def _off(foot: Footprint, place: Place, x: float, z: float, turn: float) -> float:
    """Metres between where a thing stands and a place of it; infinite where it faces elsewhere."""
    px, pz = turned(place[0], place[1], turn)
    if abs((foot.turn - place[2] - turn + 180.0) % 360.0 - 180.0) > _TURNED:
        return math.inf
    return math.hypot(foot.x - x - px, foot.z - z - pz)


def poses_at_standing(plan: RoomPlan, leader: Item, bonds: Sequence[Bond]) -> Iterator[Place]:
    """The customary poses of a newcomer at what stands in the room since before, the best first."""
    for bond in bonds:
        if bond.item is not leader or not bond.anchors:
            continue
        anchor = ground_of(bond.anchors[0])
        free = bond.kind in _BEFORE_OTHERS and not wall_backed(leader)
        stands = any(anchor is other for other in plan.standing) and anchor.support == "floor"
        if not stands or not (free or bond.kind in _AT_OTHERS):
            continue
        there = plan.footprint_of(anchor)
        if there is None:
            continue
        for x, z, turn in _customary(leader, anchor, bond):
            if bond.kind in _BESIDE and not is_seat(leader) and z > anchor.depth / 2:
                continue  # what belongs at a side is in the way in front
            px, pz = turned(x, z, there.turn)
            yield there.x + px, there.z + pz, (turn + there.turn) % 360.0


def _customary(item: Item, anchor: Item, bond: Bond) -> Iterator[Place]:
    """The places around an anchor, the best first. What stands there already may be at either side of it."""
    if bond.kind != "flank":
        yield from places_around(item, anchor, bond)
        return
    found = [place for rank in (0, 1) for place in places_around(item, anchor, replace(bond, rank=rank))]
    # at its other side rather than further away at the same
    yield from sorted(found, key=lambda place: (round(abs(place[1] - found[0][1]), 2), round(abs(place[0]), 2)))
