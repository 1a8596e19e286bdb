"""The cost of a pose: for walls, windows, blocked fronts, and relations of the description that it does not meet.

Costs are numbers without a unit and are added; 1 is about as bad as standing a metre too far away.
"""

from __future__ import annotations

import math

from scenewright.app.furnishing.footprints import Footprint, direction
from scenewright.app.furnishing.traits import is_bed, is_desk, is_seat, is_sofa, is_table, wall_backed
from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.cluster import Cluster
from scenewright.app.writers.embedded.room_openings import middle_of_windows
from scenewright.app.writers.embedded.roomplan import WALLS, RoomPlan
from scenewright.app.writers.embedded.selection import Item

__all__ = ["blocked_fronts", "ground_of", "pose_cost"]


_BLOCKED = 1.8
"""For what stands before a thing that people come to: a wardrobe, a counter."""
_SHOWS_BACK = 1.0
"""Metres: what is higher hides the room from who looks in from the front, and shows its bare back."""
_BARE_BACK = 2.5
"""For such a thing that has its place at a wall and stands out from it."""
_LOW = 0.5
"""Metres: people do not come to open what is lower."""
_UNEVEN = 1.6
"""For all things at one side of the floor."""
_ALIKE_TURNED, _OUT_OF_LINE = 0.7, 1.5
"""For two of a kind that look different ways, and for each metre by which one is out of the line of the other."""
_IN_THE_VIEW = 0.8
"""For what is high and stands before the middle of the room, where people look in."""
_TURNED_AWAY = 1.0
"""For a seat by a window or in a corner that looks at a wall."""
_LOOKED_FROM = ("window", "door", "corner")
_SEATS_APART = 0.2
"""For each metre between two seats of a kind that stand about."""
_TURNED_FROM_FRONT = 0.2
"""For what stands in the middle and does not look to the front."""
_BEDS_ASKEW = 3.0
"""For a bed at right angles to another."""
_OPPOSITE = {"back": "front", "front": "back", "left": "right", "right": "left"}


def pose_cost(plan: RoomPlan, cluster: Cluster, x: float, z: float, turn: float, bonds: list[Bond]) -> float:
    """The cost of a cluster's pose in a room: (x, z) of its leader in metres, `turn` in degrees."""
    leader = cluster.leader
    feet = [(m.item, m.footprint.placed(x, z, turn)) for m in cluster.members]
    mine = {id(m.item) for m in cluster.members} | {id(r.item) for r in cluster.rugs}
    at = feet[0][1]
    cost = 0.0
    wall = next((w for w, t in WALLS.items() if abs((t - turn) % 360.0) < 1e-6), "back")
    own = [b for b in bonds if b.item is leader]
    if cluster.at_wall:
        off = plan.wall_gaps(at)[wall]
        off -= 0.0 if cluster.served_from is None else -leader.depth / 2 - cluster.box[2]
        cost += 2.5 * min(off, 2.0) + _BARE_BACK * (leader.height > _SHOWS_BACK) if off > 0.1 else 0.0
        important = is_bed(leader) or is_sofa(leader)
        before = 1.8 if leader.height > _SHOWS_BACK else 1.3 if important else 0.9
        cost += {"back": 0.0, "left": 0.35, "right": 0.3, "front": before}[wall]
        along = at.x if wall in ("back", "front") else at.z
        cornered = any(b.kind == "in_corner" for b in own)
        among_beds = is_bed(leader) and any(is_bed(other) for other, _ in plan.placed)
        if important and not cornered and not among_beds:
            cost += 1.2 * abs(along) / plan.length(wall)
    elif not any(b.place for b in own):
        if is_table(leader) or len(cluster.members) > 2:
            cost += 0.5 * math.hypot(at.x, at.z) / max(plan.width, plan.depth)
            cost += 0.2 * (turn % 180.0 != 0.0) + 0.3 * (turn % 360.0 == 180.0)
        else:
            # an item alone stands near a wall and faces into the room
            edge = min(plan.width / 2 - abs(at.x) - at.reach[0], plan.depth / 2 - abs(at.z) - at.reach[1])
            cost += 0.7 * max(0.0, edge - 0.15)
            fx, fz = direction(turn)
            length = math.hypot(at.x, at.z) or 1.0
            cost += 0.4 * (1.0 + (fx * at.x + fz * at.z) / length)
            cost += 0.25 * (at.z > plan.depth * 0.28)
            if leader.height > _SHOWS_BACK and at.z > plan.depth * 0.28:
                cost += _IN_THE_VIEW * max(0.0, 1.0 - 2.0 * abs(at.x) / plan.width)
    if is_seat(leader) and not cluster.at_wall and any(b.place in _LOOKED_FROM for b in own):
        fx, fz = direction(turn)
        cost += _TURNED_AWAY * (1.0 + (fx * at.x + fz * at.z) / (math.hypot(at.x, at.z) or 1.0))
    if not cluster.at_wall and any(b.kind == "centered" and b.place for b in own):
        cost += _TURNED_FROM_FRONT * (turn % 180.0 != 0.0) + _TURNED_FROM_FRONT * (turn % 360.0 == 180.0)
    in_line = {id(m.item) for m in cluster.members[1:] if m.turn == 0.0} if cluster.at_wall else set()
    beside = [b for b in bonds if id(b.item) in in_line and b.kind == "against_wall" and b.place]
    cost += _place_cost(plan, cluster, at, wall, [*own, *beside])
    for item, foot in feet:
        cost += _window_cost(plan, item, foot)
    for bond in bonds:
        if not bond.anchors:
            continue
        if id(ground_of(bond.item)) in mine and not any(id(ground_of(a)) in mine for a in bond.anchors):
            for anchor in bond.anchors[:1]:
                there = plan.footprint_of(anchor)
                here = next((f for i, f in feet if i is ground_of(bond.item)), at)
                if there is not None:
                    cost += _bond_cost(bond, here, there)
        elif id(ground_of(bond.item)) not in mine and any(id(ground_of(a)) in mine for a in bond.anchors):
            there = plan.footprint_of(bond.item)
            here = next((f for i, f in feet if i is ground_of(bond.anchors[0])), at)
            if there is not None:
                cost += _bond_cost(bond, there, here)
    return cost + _crowding(plan, cluster, feet) + _order_cost(plan, cluster, at) + _balance_cost(plan, feet)


def _order_cost(plan: RoomPlan, cluster: Cluster, at: Footprint) -> float:
    """The cost of things of a kind that stand without an axis: turned to different sides, or out of line."""
    leader = cluster.leader
    if is_bed(leader):
        askew = [there for other, there in plan.placed if is_bed(other) and (at.turn - there.turn) % 180.0 > 1.0]
        return _BEDS_ASKEW * len(askew)
    alike = [there for other, there in plan.placed if other.request == leader.request]
    if cluster.at_wall or not alike:
        return 0.0
    there = min(alike, key=at.distance)
    cost = _ALIKE_TURNED * ((at.turn - there.turn) % 360.0 > 1.0)
    dx, dz = there.x - at.x, there.z - at.z
    fx, fz = direction(at.turn)
    off = abs(fx * dx + fz * dz) if is_seat(leader) else min(abs(dx), abs(dz))  # nobody sits behind another
    cost += _OUT_OF_LINE * min(off, 1.0)
    return cost + _SEATS_APART * min(at.distance(there), 3.0) * is_seat(leader)


def _balance_cost(plan: RoomPlan, feet: list[tuple[Item, Footprint]]) -> float:
    """The cost of a floor of which one side is full and the other empty: how far from the middle of the room that of its things is."""
    area = x = z = own = 0.0
    for item, foot in (*plan.placed, *feet):
        size = item.width * item.depth
        area, x, z = area + size, x + size * foot.x, z + size * foot.z
    own = sum(item.width * item.depth for item, _ in feet)
    if area <= own:
        return 0.0
    return _UNEVEN * (abs(x) / (area * plan.width) + abs(z) / (area * plan.depth)) * 2.0


def ground_of(item: Item) -> Item:
    """What carries an item on the floor or wall; itself where nothing does."""
    while item.host is not None:
        item = item.host
    return item


_ASKED_MIDDLE = 3.0
"""For each metre from the middle of the room of what the text puts there: a layout would take it there, and leave behind what is at it."""


def _place_cost(plan: RoomPlan, cluster: Cluster, at: Footprint, wall: str, bonds: list[Bond]) -> float:
    cost = 0.0
    box = [m.footprint.placed(at.x, at.z, at.turn).box for m in cluster.members]
    gap_x = min(min(b[0] for b in box) + plan.width / 2, plan.width / 2 - max(b[1] for b in box))
    gap_z = min(min(b[2] for b in box) + plan.depth / 2, plan.depth / 2 - max(b[3] for b in box))
    for bond in bonds:
        if not bond.place:
            continue
        detail = bond.detail.split()
        if bond.kind == "in_corner":
            cost += 3.0 * (max(0.0, gap_x - 0.12) + max(0.0, gap_z - 0.12))
            if "far" in detail or "back" in detail:
                cost += 1.5 * (at.z > 0)
            if "front" in detail:
                cost += 1.5 * (at.z < 0)
            for side in ("left", "right"):
                cost += 1.5 * (side in detail and (at.x > 0) == (side == "left"))
        elif bond.kind in ("against_wall", "on_wall", "along"):
            cost += (
                0.35 * abs(at.x if wall in ("back", "front") else at.z) / plan.length(wall) if cluster.at_wall else 0.0
            )
            cost += 2.0 * max(0.0, min(gap_x, gap_z) - 0.1) if not cluster.at_wall else 0.0
            for named in ("back", "left", "right", "front"):
                cost += 3.0 * (named in detail and wall != named)
            cost += 1.0 * ("far" in detail and wall == "front")
            if "side" in detail:  # 'tables on both sides' of the room
                cost += 3.0 * (wall in ("back", "front")) + 2.0 * (wall != ("left", "right")[bond.item.ordinal % 2])
            if "opposite" in detail or "other" in detail or "another" in detail or "adjacent" in detail:
                last = next((_wall_of(plan, f) for i, f in reversed(plan.placed) if wall_backed(i)), "front")
                cost += 1.5 * (wall != _OPPOSITE[last]) if "opposite" in detail else 1.0 * (wall == last)
        elif bond.kind == "centered":
            cost += (_ASKED_MIDDLE if bond.stated else 1.2) * math.hypot(at.x, at.z)
        elif bond.place == "wall" and bond.kind in ("facing", "away"):
            ahead = _ahead(bond.item) * (1.0 if bond.kind == "facing" else -1.0)
            faced = wall if ahead < 0.0 else _OPPOSITE[wall]
            cost += 3.0 * any(w in detail and faced != w for w in _OPPOSITE)
        elif bond.place in ("door", "window"):
            cost += _opening_cost(plan, bond, at, wall)
        elif bond.place == "room" and bond.kind == "across":
            last = plan.placed[0][1] if plan.placed else None
            cost += max(0.0, 2.0 - at.distance(last)) if last is not None else 0.0
    return cost


def _wall_of(plan: RoomPlan, foot: Footprint) -> str:
    """The wall behind a footprint's back, else the nearest wall."""
    wall = next((w for w, t in WALLS.items() if abs((t - foot.turn) % 360.0) < 1e-6), None)
    return wall if wall is not None and plan.wall_gaps(foot)[wall] < 0.3 else plan.nearest_wall(foot)


def _opening_cost(plan: RoomPlan, bond: Bond, at: Footprint, wall: str) -> float:
    costs = []
    if bond.kind == "between" and (middle := middle_of_windows(plan.openings)) is not None:
        x, z = plan.at_wall(*middle, 0.0)
        return 1.5 * (wall != middle[0]) + 1.2 * math.hypot(at.x - x, at.z - z)
    for o in plan.openings:
        if o.kind != bond.place:
            continue
        x, z = plan.at_wall(o.wall, o.offset, 0.0)
        away = math.hypot(max(0.0, abs(at.x - x) - at.reach[0]), max(0.0, abs(at.z - z) - at.reach[1]))
        aside = abs((at.x - x) if o.wall in ("back", "front") else (at.z - z))
        fx, fz = direction(at.turn)
        length = math.hypot(x - at.x, z - at.z) or 1.0
        towards = (fx * (x - at.x) + fz * (z - at.z)) / length
        if bond.kind in ("facing", "away"):
            towards *= _ahead(bond.item)
        if bond.kind == "between":
            costs.append(2.0 * (wall != o.wall) + 2.0 * abs(at.x if o.wall in ("back", "front") else at.z))
        elif bond.kind == "under":
            costs.append(1.5 * (wall != o.wall) + 1.2 * aside + away)
        elif bond.kind in ("next_to", "with", "left_of", "right_of"):
            costs.append(1.2 * max(0.0, away - 0.25))
        elif bond.kind == "near":
            costs.append(0.8 * max(0.0, away - 0.8))
        elif bond.kind == "away":
            costs.append(1.5 * (1.0 + towards) + 0.5 * max(0.0, away - 1.5))
        elif bond.kind == "apart":
            costs.append(0.5 * max(0.0, 2.0 - away) + 0.5 * max(0.0, away - 3.5))
        elif bond.kind == "far":
            costs.append(0.5 * max(0.0, 4.0 - away) + 0.3 * max(0.0, 8.0 - away) / 8)
        elif bond.kind == "facing" and bond.item.looked_over and o.kind == "window":
            costs.append(
                2.5 * (1.0 - towards) + 0.4 * aside + 0.4 * away
            )  # people look out of the window from their desk
        elif bond.kind in ("across", "facing"):
            costs.append(1.5 * (1.0 - towards) + 0.5 * max(0.0, 1.5 - away))
        elif bond.kind == "in_front_of":
            costs.append(0.8 * aside + 0.6 * max(0.0, away - 0.6))
        else:
            costs.append(0.5 * away)
    return min(costs, default=0.0)


def _window_cost(plan: RoomPlan, item: Item, foot: Footprint) -> float:
    cost, height = 0.0, max(item.height, item.laden)
    for o in plan.openings:
        if o.kind != "window" or height <= o.sill + 0.05:
            continue
        x, z = plan.at_wall(o.wall, o.offset, 0.15)
        pane = Footprint(x, z, o.width / 2, 0.15, WALLS[o.wall])
        if foot.overlaps(pane):
            cost += 4.0 if height > o.sill + 0.4 else 1.2
    return cost


def _ahead(item: Item) -> float:
    """-1 for what faces its back, as people at a desk do, else 1."""
    return -1.0 if item.looked_over else 1.0


_FAR_SEAT = 0.7
"""For each metre beyond a talking distance of a seat from what it faces."""


def _bond_cost(bond: Bond, a: Footprint, b: Footprint) -> float:
    """How far the item of a bond, at `a`, is from meeting its relation to `b`; 0 where it is met."""
    kind = bond.kind
    distance = a.distance(b)
    dx, dz = b.x - a.x, b.z - a.z
    length = math.hypot(dx, dz) or 1.0
    fx, fz = direction(a.turn)
    towards = (fx * dx + fz * dz) / length
    gx, gz = direction(b.turn)
    seen = -(gx * dx + gz * dz) / length
    if kind in ("next_to", "with", "at", "flank", "left_of", "right_of"):
        side = 0.0
        if kind in ("left_of", "right_of"):
            lx, lz = gz, -gx  # the left of b, as b faces
            lateral = -(lx * dx + lz * dz) / length
            side = 0.8 * (1.0 - lateral) if kind == "left_of" else 0.8 * (1.0 + lateral)
        return 1.0 * max(0.0, distance - 0.5) + side
    if kind == "near":
        return 0.8 * max(0.0, distance - 1.2)
    if kind in ("facing", "away"):
        towards *= _ahead(bond.item)
        seen *= _ahead(bond.anchors[0]) if bond.item.looked_over else 1.0
    if kind == "away":
        return 2.4 * (1.0 + towards) + 0.5 * max(0.0, distance - 3.0)
    if kind == "apart":
        return 0.8 * max(0.0, 2.0 - distance) + 0.5 * max(0.0, distance - 3.5)
    if kind == "far":
        return 0.5 * max(0.0, 4.0 - distance)
    if kind == "facing":
        return (
            2.4 * (1.0 - towards)
            + 0.9 * (1.0 - seen)
            + (_FAR_SEAT * max(0.0, distance - 2.6) if is_seat(bond.item) else 0.25 * max(0.0, distance - 3.5))
            + 0.4 * max(0.0, 1.0 - distance) * (not bond.item.looked_over)
        )
    if kind == "across":
        return (
            1.2 * (1.0 - towards) + 1.0 * (1.0 - seen) + 0.3 * max(0.0, distance - 4.0) + 0.5 * max(0.0, 1.2 - distance)
        )
    if kind in ("in_front_of", "foot"):
        return 1.3 * (1.0 - seen) + 0.8 * (1.0 - towards) * (kind == "in_front_of") + 0.4 * max(0.0, distance - 3.0)
    if kind == "behind":
        return 1.2 * (1.0 + seen) + 0.5 * max(0.0, distance - 1.0)
    if kind in ("around", "between", "on", "under"):
        return 0.8 * max(0.0, distance - 0.3)
    return 0.3 * max(0.0, distance - 2.0)


def _crowding(plan: RoomPlan, cluster: Cluster, feet: list[tuple[Item, Footprint]]) -> float:
    """The cost of blocked fronts and of gaps below 0.35 m."""
    cost = 0.0
    fronts = [plan.front_of(other, there, _front_zone) for other, there in plan.placed]
    seats = {id(other) for other, _ in plan.placed if is_seat(other)}  # a chair is moved aside
    blocking: set[int] = set()
    for item, foot in feet:
        zone = _front_zone(item, foot)
        blocked = False
        for (other, there), front in zip(plan.placed, fronts, strict=True):
            gap = foot.distance(there)
            if gap < 0.35:
                cost += 0.35 * (0.35 - gap)
            if front is not None and not is_seat(item) and foot.overlaps(front):
                blocking.add(id(other))
            blocked |= zone is not None and id(other) not in seats and there.overlaps(zone)
        cost += _BLOCKED * blocked
        if zone is not None and not plan.outdoor and not plan.inside(zone, margin=-0.05):
            cost += _BLOCKED
    return cost + _BLOCKED * len(blocking)


def blocked_fronts(plan: RoomPlan) -> int:
    """How many things that people come to have something other than a seat close before their fronts."""
    count = 0
    for item, foot in plan.placed:
        zone = plan.front_of(item, foot, _front_zone)
        if zone is not None and item.height > _LOW and not is_bed(item):
            count += any(
                other is not item and not is_seat(other) and there.overlaps(zone) for other, there in plan.placed
            )
    return count


def _front_zone(item: Item, foot: Footprint) -> Footprint | None:
    """The part of the floor in front of an item that should stay free; None where it needs none."""
    front = item.choice.entry.clearance.get("front", 0.0)
    if not front and (wall_backed(item) or is_desk(item)):
        front = 0.5
    if not front or is_seat(item):
        return None
    front = min(front, 0.8)
    dx, dz = direction(foot.turn)
    reach = foot.half_depth + front / 2
    return Footprint(foot.x + dx * reach, foot.z + dz * reach, foot.half_width * 0.9, front / 2 - 0.02, foot.turn)
