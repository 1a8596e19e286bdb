"""Which things of a room belong together by custom and do so: a chair at its table, a nightstand at the bed, the sofa before the screen."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from scenewright.app.furnishing.footprints import Footprint, direction
from scenewright.app.furnishing.furniture import NamedFurniture
from scenewright.app.furnishing.traits import is_bed, is_desk, is_dining_seat, is_seat, is_sofa, is_table, wall_backed
from scenewright.app.room_tasks.things import StandingThing
from scenewright.scene.model import Room

__all__ = ["pairings"]

_AT, _BESIDE, _BEFORE, _FAR = 0.45, 0.45, 0.9, 5.5
"""Metres: between a chair and its table, between what stands side by side, between a low table and its sofa, and to a screen."""
_FACES = 0.7
"""Least cosine between where a thing faces and where the other is."""
_AT_WALL = 0.2
_SCREENS = frozenset({"tv", "television", "screen", "fireplace"})


def pairings(things: Sequence[StandingThing], room: Room | None) -> Counter[tuple[str, str, str]]:
    """(kind, how, kind) of all that belongs together and does so, with how often."""
    found: Counter[tuple[str, str, str]] = Counter()
    bodies = {thing.body: thing for thing in things}
    on_floor = [t for t in things if t.carrier is None and t.support in ("floor", "rug")]
    named = {t.body: _furniture(t) for t in things}
    for thing in things:
        below = bodies.get(thing.carrier) if thing.carrier is not None else None
        if below is not None:
            found[thing.noun, "on", below.noun] += 1
    for a in on_floor:
        item = named[a.body]
        if room is not None and wall_backed(item) and a.support == "floor" and _wall_gap(a, room) < _AT_WALL:
            found[a.noun, "at", "wall"] += 1
        for b in on_floor:
            how = "" if a is b else _how(a, item, b, named[b.body])
            if how:
                found[a.noun, how, b.noun] += 1
    for a in on_floor:
        if is_sofa(named[a.body]):
            screens = [t for t in things if _SCREENS & set(t.noun.split()) and _sees(a, t)]
            if screens:
                found[a.noun, "sees", screens[0].noun] += 1
    return found


def _how(a: StandingThing, item: NamedFurniture, b: StandingThing, other: NamedFurniture) -> str:
    """How a thing belongs to another and does so; '' where it does not."""
    gap = a.foot.distance(b.foot)
    if is_dining_seat(item) and (is_table(other) or is_desk(other)) and other.height > 0.6:
        return "at" if gap < _AT and _faces(a.foot, b.foot) else ""
    if "nightstand" in a.noun and is_bed(other):
        return "beside" if gap < _BESIDE else ""
    if a.noun in ("coffee table", "low table") and is_sofa(other):
        return "before" if gap < _BEFORE and _faces(b.foot, a.foot) else ""
    if a.noun == "floor lamp" and (is_sofa(other) or is_seat(other) or is_bed(other)):
        return "beside" if gap < 2 * _BESIDE else ""
    if a.support == "rug" and (is_table(other) or is_sofa(other) or is_bed(other)):
        return "under" if a.foot.overlaps(b.foot) else ""
    if is_seat(item) and not is_dining_seat(item) and is_table(other) and other.height < 0.62:
        return "at" if gap < 2 * _BEFORE and _faces(a.foot, b.foot) else ""
    return ""


def _furniture(thing: StandingThing) -> NamedFurniture:
    words = tuple(thing.noun.split())
    return NamedFurniture(words, *thing.size, category=thing.entry.category, support=thing.support)


def _faces(a: Footprint, b: Footprint) -> bool:
    dx, dz = b.x - a.x, b.z - a.z
    fx, fz = direction(a.turn)
    return fx * dx + fz * dz > _FACES * (math.hypot(dx, dz) or 1.0)


def _sees(seat: StandingThing, screen: StandingThing) -> bool:
    away = math.hypot(screen.at[0] - seat.at[0], screen.at[2] - seat.at[2])
    return away < _FAR and _faces(seat.foot, screen.foot)


def _wall_gap(thing: StandingThing, room: Room) -> float:
    rx, rz = thing.foot.reach
    return min(room.width / 2 - abs(thing.at[0]) - rx, room.depth / 2 - abs(thing.at[2]) - rz)
