"""Places on furniture that stands, among what is on it already."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from scenewright.app.furnishing.footprints import Footprint, turned
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.supports import Level, level_top, levels, rectangle_of
from scenewright.app.writers.embedded.tabletop import lay_out, stand

if TYPE_CHECKING:
    from scenewright.app.room_tasks.standing_room import StandingRoom
    from scenewright.app.writers.embedded.bonds import Bond
    from scenewright.app.writers.embedded.selection import Item

__all__ = ["put_on_hosts"]

_STEP = 0.05
"""Metres between the places that are tried."""
_GAP = 0.015
"""Metres that stay free between two things, and between a thing and the edge."""
_OVER = 1.25
"""Times the width of a surface that what stands on its middle may be wide: a lamp with a foot narrower than its shade."""
_IN_REACH = 1.75
"""Metres up to which people put things down."""
_AT_END = word_set("lamp phone telephone clock frame plant speaker")
"""What people put to the end of a table or sideboard and not into its middle."""
_PER_LEVEL = 0.35
"""What each surface after the best costs, in metres from the place that is best on one."""


def put_on_hosts(
    room: StandingRoom, standing: Mapping[int, Item], placing: list[Item], bonds: list[Bond], *, alone: bool = False
) -> None:
    """Place what goes on furniture, hosts before guests. What finds no room on its host stays unplaced.

    Args:
        standing: the items of all things, by the numbers of their bodies.
        placing: what is to be placed; only what has a host is.
        alone: what else has a place on the hosts by now is in the way, too.
    """
    bodies = {id(item): body for body, item in standing.items()}
    mine = {id(item) for item in placing}
    waiting = [item for item in placing if item.host is not None]
    while waiting:
        host = next((i.host for i in waiting if i.host is not None and i.host.placed), None)
        if host is None:
            return
        guests = [i for i in waiting if i.host is host]
        waiting = [i for i in waiting if i.host is not host]
        body = bodies.get(id(host))
        most = float("inf") if room.judged.scene.room is None else room.judged.scene.room.height - host.y
        least = min(guest.height for guest in guests)
        # what stands on the top of a wardrobe ends below the ceiling, too
        free = (replace(v, headroom=min(v.headroom, most - v.y)) for v in _surfaces(room, host, body))
        surfaces = tuple(v for v in free if v.headroom > least)
        there = [i for i in standing.values() if i.host is host and id(i) not in mine and i.placed]
        if not there and all(id(g) not in bodies for g in guests):
            # a new or empty host is laid as the writer lays one
            for guest in lay_out(host, guests, surfaces, bonds, lambda i: level_top(room.catalogue, i.choice.ref)):
                guest.placed = False
            continue
        taken = [_now_in_frame(i, host) if alone else _in_frame(room, i, host, bodies) for i in there]
        for guest in guests:
            foot = _best_place(guest, surfaces, taken) or _all_of_it(guest, surfaces, taken)
            if foot is not None:
                (x, y, z), taken_foot = foot
                stand(host, guest, x, y, z)
                taken.append((taken_foot, y, guest.height))


def _surfaces(room: StandingRoom, host: Item, body: int | None) -> tuple[Level, ...]:
    """The surfaces of a host in its own frame, the most useful first."""
    if body is None:
        return levels(room.catalogue, host.choice.ref)
    found = [rectangle_of(surface) for surface in room.judged.problem.bodies.surfaces[body]]
    open_tops = [v for v in found if v.headroom == float("inf") and v.y < _IN_REACH]
    others = [v for v in found if v not in open_tops]
    return (*sorted(open_tops, key=lambda v: -v.area), *sorted(others, key=lambda v: abs(v.y - 1.1)))


def _in_frame(room: StandingRoom, item: Item, host: Item, bodies: Mapping[int, int]) -> tuple[Footprint, float, float]:
    """The footprint of what stands on a host, in the frame of that, its height above the base of it, and its own height. The host may have
    a new place already: where the two stood to each other counts."""
    old = {thing.body: thing for thing in room.things}
    own, base = old[bodies[id(item)]], old[bodies[id(host)]]
    x, z = turned(own.at[0] - base.at[0], own.at[2] - base.at[2], -base.turn)
    foot = Footprint(x, z, own.size[0] / 2, own.size[2] / 2, (own.turn - base.turn) % 360.0)
    return foot, own.at[1] - base.at[1], own.size[1]


def _now_in_frame(item: Item, host: Item) -> tuple[Footprint, float, float]:
    """The same by the places that both have in the plan."""
    x, z = turned(item.x - host.x, item.z - host.z, -host.turn)
    foot = Footprint(x, z, item.width / 2, item.depth / 2, (item.turn - host.turn) % 360.0)
    return foot, item.y - host.y, item.height


def _best_place(
    guest: Item, surfaces: tuple[Level, ...], taken: list[tuple[Footprint, float, float]]
) -> tuple[tuple[float, float, float], Footprint] | None:
    """(x, y, z) and the footprint of the best free place for a guest in the frame of its host; None where there is none."""
    best: tuple[float, tuple[float, float, float], Footprint] | None = None
    ends = bool(_AT_END & set(guest.words))
    for number, level in enumerate(surfaces):
        if level.headroom < guest.height + _GAP or (number and level.y > _IN_REACH):
            continue
        middle = (level.z0 + level.z1) / 2
        aim = (level.x1 - guest.width / 2 if ends else (level.x0 + level.x1) / 2), middle
        for x, z in _grid(level, guest):
            cost = math.hypot(x - aim[0], z - aim[1]) + _PER_LEVEL * number
            if best is not None and cost >= best[0]:
                continue
            foot = Footprint(x, z, guest.width / 2 + _GAP, guest.depth / 2 + _GAP)
            if not any(
                other.overlaps(foot) and y < level.y + guest.height and level.y < y + height
                for other, y, height in taken
            ):
                best = cost, (x, level.y, z), foot
    return None if best is None else (best[1], best[2])


def _all_of_it(
    guest: Item, surfaces: tuple[Level, ...], taken: list[tuple[Footprint, float, float]]
) -> tuple[tuple[float, float, float], Footprint] | None:
    """The middle of the best surface for what takes all of it, such as a lamp on a small round table, where nothing else stands there."""
    for level in surfaces[:1]:
        fits = guest.width <= _OVER * level.width and guest.depth <= _OVER * level.depth
        if fits and level.headroom > guest.height and not any(abs(y - level.y) < _GAP for _, y, _ in taken):
            x, z = (level.x0 + level.x1) / 2, (level.z0 + level.z1) / 2
            return (x, level.y, z), Footprint(x, z, guest.width / 2, guest.depth / 2)
    return None


def _grid(level: Level, guest: Item) -> Iterator[tuple[float, float]]:
    """Places of a guest's middle at which all of it is on a surface."""
    low_x, high_x = level.x0 + guest.width / 2 + _GAP, level.x1 - guest.width / 2 - _GAP
    low_z, high_z = level.z0 + guest.depth / 2 + _GAP, level.z1 - guest.depth / 2 - _GAP
    if high_x < low_x or high_z < low_z:
        return
    nx, nz = max(1, round((high_x - low_x) / _STEP)), max(1, round((high_z - low_z) / _STEP))
    for i in range(nx + 1):
        for k in range(nz + 1):
            yield low_x + (high_x - low_x) * i / nx, low_z + (high_z - low_z) * k / nz
