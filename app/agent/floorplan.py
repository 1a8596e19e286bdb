"""The room and where the clusters stand in it: every pose that comes into question is scored, and the best is taken.

Clusters are placed one after the other, the weightiest first, so that a bed or a sofa has the choice of the walls. What is
impossible (through a wall, into another thing, before the door) is left out; what is merely worse costs. Where a cluster
finds no place, the room is made larger and all begins again: :func:`plan_room`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.agent.bonds import Bond
from app.agent.clusters import Cluster, Member
from app.agent.footprints import Footprint, direction, turned
from app.agent.lexicon import word_set
from app.agent.selection import Item
from app.agent.traits import is_bed, is_desk, is_seat, is_sofa, is_table, wall_backed

__all__ = ["WALLS", "RoomOpening", "RoomPlan", "plan_room"]

WALLS: dict[str, float] = {"back": 0.0, "left": 90.0, "right": 270.0, "front": 180.0}
"""Wall -> the turn of what stands with its back to it."""
_OPPOSITE = {"back": "front", "front": "back", "left": "right", "right": "left"}
_STEP = 0.1
_SKIN = 0.02
"""Free space between a back and its wall, and between any two things. Metres."""
_BASE: dict[str, tuple[float, float]] = {
    "bedroom": (3.9, 3.6), "living": (4.6, 4.0), "lounge": (4.6, 4.0), "dining": (4.0, 3.6), "kitchen": (3.8, 3.4),
    "bathroom": (2.8, 2.5), "washroom": (2.6, 2.4),
    "office": (3.8, 3.4), "study": (3.6, 3.2), "hallway": (4.0, 1.9), "corridor": (5.0, 2.0), "classroom": (7.0, 6.0),
    "closet": (2.4, 2.2), "basement": (4.6, 4.2),
    "garage": (5.5, 5.5), "gym": (5.0, 4.5), "library": (5.0, 4.5), "restaurant": (7.0, 6.0), "cafe": (6.0, 5.0),
    "shop": (6.0, 5.0), "nook": (2.8, 2.6),
}  # fmt: skip
_SIZE_FACTORS = {"small": 0.88, "large": 1.22, "huge": 1.5}
_WINDOWLESS = word_set(
    """basement bathroom washroom cellar garage closet hallway corridor casino theater cinema ensuite pantry
    storage"""
)


@dataclass(frozen=True, slots=True)
class RoomOpening:
    """A door or a window; `offset` runs along the wall toward +x or +z."""

    kind: str
    wall: str
    offset: float
    width: float
    height: float
    sill: float = 0.0


@dataclass
class RoomPlan:
    """A room and what has been placed in it. `outdoor`: there are no walls, the sizes are those of the ground."""

    width: float
    depth: float
    height: float
    openings: list[RoomOpening] = field(default_factory=list)
    outdoor: bool = False
    placed: list[tuple[Item, Footprint]] = field(default_factory=list)
    rugs: list[tuple[Item, Footprint]] = field(default_factory=list)

    def length(self, wall: str) -> float:
        return self.width if wall in ("back", "front") else self.depth

    def at_wall(self, wall: str, along: float, off: float) -> tuple[float, float]:
        """(x, z) of a point `along` a wall (toward +x or +z) and `off` its inner face."""
        return {
            "back": (along, -self.depth / 2 + off),
            "front": (along, self.depth / 2 - off),
            "left": (-self.width / 2 + off, along),
            "right": (self.width / 2 - off, along),
        }[wall]

    def inside(self, footprint: Footprint, margin: float = 0.005) -> bool:
        x0, x1, z0, z1 = footprint.box
        return (
            x0 >= -self.width / 2 + margin
            and x1 <= self.width / 2 - margin
            and z0 >= -self.depth / 2 + margin
            and z1 <= self.depth / 2 - margin
        )

    def footprint_of(self, item: Item) -> Footprint | None:
        while item.host is not None:
            item = item.host
        found = next((f for i, f in (*self.placed, *self.rugs) if i is item), None)
        return found if found is not None or item.proxy is None else self.footprint_of(item.proxy)

    def door_zones(self) -> list[Footprint]:
        zones = []
        for o in self.openings:
            if o.kind == "door":
                x, z = self.at_wall(o.wall, o.offset, 0.4)
                zones.append(Footprint(x, z, o.width / 2, 0.4, WALLS[o.wall]))
        return zones

    def nearest_wall(self, footprint: Footprint) -> str:
        gaps = {
            "back": footprint.z - footprint.reach[1] + self.depth / 2,
            "left": footprint.x - footprint.reach[0] + self.width / 2,
            "right": self.width / 2 - footprint.x - footprint.reach[0],
            "front": self.depth / 2 - footprint.z - footprint.reach[1],
        }
        return min(gaps, key=lambda w: (round(gaps[w], 3), list(WALLS).index(w)))


def plan_room(
    kind: str,
    clusters: list[Cluster],
    bonds: list[Bond],
    *,
    size: str = "",
    dimensions: tuple[float, float] | None = None,
    doors: int = 0,
    windows: int = 0,
    outdoor: bool = False,
    wall_items: list[Item] | None = None,
) -> RoomPlan:
    """A room that holds the clusters, with their places. `wall_items` need wall length too."""
    width, depth = _first_size(kind, clusters, size, wall_items or [])
    if dimensions is not None:
        width, depth = dimensions
    height = 2.7 if max(width, depth) < 8 else 3.2
    best: RoomPlan | None = None
    for _ in range(14):
        plan = RoomPlan(round(width, 1), round(depth, 1), height, outdoor=outdoor)
        if not outdoor:
            plan.openings = _openings(plan, kind, doors, windows)
        missing = _fill(plan, clusters, bonds)
        if not missing:
            return plan
        best = plan
        width, depth = width * 1.09 + 0.1, depth * 1.09 + 0.1
    assert best is not None
    for cluster in missing:
        _squeeze(best, cluster)
    return best


def _first_size(kind: str, clusters: list[Cluster], size: str, wall_items: list[Item]) -> tuple[float, float]:
    base = next((v for k, v in _BASE.items() if k in kind.split() or k in kind), (4.0, 3.6))
    area = 1.5
    longest = 0.0
    for cluster in clusters:
        x0, x1, z0, z1 = cluster.box
        free = 0.8 if cluster.at_wall else 1.0
        area += (x1 - x0 + 0.3) * (z1 - z0 + free)
        longest = max(longest, x1 - x0, z1 - z0)
    factor = _SIZE_FACTORS.get(size, 1.0)
    wanted = max(base[0] * base[1] * factor * factor, area * 1.25)
    ratio = base[0] / base[1]
    depth = math.sqrt(wanted / ratio)
    width = wanted / depth
    hung = sum(i.width + 0.25 for i in wall_items)
    return max(width, longest + 0.4, hung / 3), max(depth, min(longest + 0.4, depth))


def _openings(plan: RoomPlan, kind: str, doors: int, windows: int) -> list[RoomOpening]:
    """Doors in the front wall first, windows in the left; both out of the corners."""
    out: list[RoomOpening] = []
    width = min(0.9, plan.width * 0.4)
    spots = [
        ("front", plan.width / 2 - 0.25 - width / 2),
        ("right", plan.depth / 2 - 0.25 - width / 2),
        ("left", plan.depth / 2 - 0.25 - width / 2),
        ("front", -plan.width / 2 + 0.25 + width / 2),
    ]
    for wall, offset in spots[: max(1, min(doors, 4))]:
        out.append(RoomOpening("door", wall, round(offset, 2), round(width, 2), 2.05))
    if windows == 0 and not (_WINDOWLESS & set(kind.split())):
        windows = 1
    for wall in ("left", "right", "back", "left", "right")[: min(windows, 5)]:
        length = plan.length(wall)
        wide = round(min(1.5, length * 0.4), 2)
        doubled = sum(1 for o in out if o.kind == "window" and o.wall == wall)
        offset = -0.05 * length if not doubled else 0.3 * length
        if doubled:
            out = [
                RoomOpening(
                    o.kind, o.wall, round(-0.25 * length, 2), min(o.width, round(length * 0.35, 2)), o.height, o.sill
                )
                if o.kind == "window" and o.wall == wall
                else o
                for o in out
            ]
            wide = round(min(wide, length * 0.3), 2)
            offset = 0.22 * length
        sill, tall = (1.5, 0.7) if "basement" in kind else (0.9, 1.25)
        out.append(RoomOpening("window", wall, round(offset, 2), wide, tall, sill))
    return out


# -- filling --------------------------------------------------------------------------------------------------------


def _fill(plan: RoomPlan, clusters: list[Cluster], bonds: list[Bond]) -> list[Cluster]:
    """Place every cluster, then let each move once more, now that it sees the others; those that found no place."""
    order = sorted(clusters, key=lambda c: (_order(c, bonds), clusters.index(c)))
    missing = [c for c in order if not _place_best(plan, c, bonds)]
    if not missing and len(order) > 1:
        for cluster in order:
            _take_up(plan, cluster)
            _place_best(plan, cluster, bonds)
    return missing


def _place_best(plan: RoomPlan, cluster: Cluster, bonds: list[Bond]) -> bool:
    best: tuple[float, tuple[float, float, float]] | None = None
    for x, z, turn in _poses(plan, cluster, bonds):
        if not _fits(plan, cluster, x, z, turn):
            continue
        cost = _cost(plan, cluster, x, z, turn, bonds)
        if best is None or cost < best[0] - 1e-9:
            best = (cost, (x, z, turn))
        if best[0] <= 1e-9:
            break
    if best is None:
        return False
    _settle(plan, cluster, *best[1])
    return True


def _take_up(plan: RoomPlan, cluster: Cluster) -> None:
    mine = {id(m.item) for m in (*cluster.members, *cluster.rugs)}
    plan.placed = [(i, f) for i, f in plan.placed if id(i) not in mine]
    plan.rugs = [(i, f) for i, f in plan.rugs if id(i) not in mine]


def _settle(plan: RoomPlan, cluster: Cluster, x: float, z: float, turn: float) -> None:
    for member in cluster.members:
        footprint = member.footprint.placed(x, z, turn)
        plan.placed.append((member.item, footprint))
    for rug in cluster.rugs:
        plan.rugs.append((rug.item, _rug_in_room(plan, rug, x, z, turn)))


def _rug_in_room(plan: RoomPlan, rug: Member, x: float, z: float, turn: float) -> Footprint:
    footprint = rug.footprint.placed(x, z, turn)
    rx, rz = footprint.reach
    limit_x, limit_z = max(plan.width / 2 - rx - 0.05, 0.0), max(plan.depth / 2 - rz - 0.05, 0.0)
    return Footprint(
        min(max(footprint.x, -limit_x), limit_x),
        min(max(footprint.z, -limit_z), limit_z),
        footprint.half_width,
        footprint.half_depth,
        footprint.turn,
    )


def _squeeze(plan: RoomPlan, cluster: Cluster) -> None:
    """The last resort: the place in the room that meets the least."""
    best: tuple[float, float, float] = (math.inf, 0.0, 0.0)
    for i in range(-8, 9):
        for k in range(-8, 9):
            x, z = i * plan.width / 18, k * plan.depth / 18
            feet = [m.footprint.placed(x, z, 0.0) for m in cluster.members]
            met = sum(f.overlaps(other) for f in feet for _, other in plan.placed) + 10 * sum(
                not plan.inside(f) for f in feet
            )
            if met < best[0]:
                best = (met, x, z)
    for member in cluster.members:
        member.item.notes.append("no free place was found for it")
    _settle(plan, cluster, best[1], best[2], 0.0)


def _order(cluster: Cluster, bonds: list[Bond]) -> int:
    """What has its place prescribed comes first, what looks at something after it."""
    mine = [b for b in bonds if b.item is cluster.leader]
    if any(b.kind == "centered" and b.place for b in mine):
        return 0
    if any(b.place in ("window", "door") or b.kind == "in_corner" for b in mine):
        return 1
    if is_bed(cluster.leader) or is_sofa(cluster.leader):
        return 2
    return 3 if cluster.at_wall else 4


def _fits(plan: RoomPlan, cluster: Cluster, x: float, z: float, turn: float) -> bool:
    feet = [m.footprint.placed(x, z, turn) for m in cluster.members]
    if not all(plan.inside(f) for f in feet):
        return False
    zones = plan.door_zones()
    for foot in feet:
        grown = foot.grown(_SKIN / 2)
        if any(grown.overlaps(other) for _, other in plan.placed) or any(foot.overlaps(zone) for zone in zones):
            return False
    return True


def _poses(plan: RoomPlan, cluster: Cluster, bonds: list[Bond]) -> Iterator[tuple[float, float, float]]:
    """(x, z, turn) of the leader."""
    leader = cluster.leader
    mine = [b for b in bonds if b.item is leader]
    if any(b.kind == "centered" and b.place for b in mine) and not cluster.at_wall:
        x0, x1, z0, z1 = cluster.box
        cx, cz = (x0 + x1) / 2, (z0 + z1) / 2
        for dx in (0.0, 0.25, -0.25, 0.5, -0.5, 0.8, -0.8):
            for dz in (0.0, 0.25, -0.25, 0.5, -0.5, 0.8, -0.8):
                yield dx - 0.5 * cx, dz - 0.5 * cz, 0.0
    if cluster.at_wall and not plan.outdoor:
        yield from _wall_poses(plan, cluster)
        if not any(b.kind in ("against_wall", "in_corner") for b in mine):
            yield from _grid(plan, cluster, 0.3)
        return
    if any(b.kind == "in_corner" for b in mine) and not plan.outdoor:
        yield from _wall_poses(plan, cluster)
    yield from _grid(plan, cluster, 0.2 if len(cluster.members) < 4 else 0.25)


def _wall_poses(plan: RoomPlan, cluster: Cluster) -> Iterator[tuple[float, float, float]]:
    x0, x1, z0, _ = cluster.box
    for wall, turn in WALLS.items():
        # along the wall the cluster's +x runs toward +x (back), -z (left), +z (right), -x (front)
        sign = {"back": 1.0, "left": -1.0, "right": 1.0, "front": -1.0}[wall]
        half = plan.length(wall) / 2
        a0, a1 = (x0, x1) if sign > 0 else (-x1, -x0)
        low, high = -half + _SKIN - a0, half - _SKIN - a1
        if high < low - 1e-9:
            continue
        count = max(1, int((high - low) / _STEP))
        for k in range(count + 1):
            along = low + (high - low) * k / count
            x, z = plan.at_wall(wall, along, _SKIN - z0)
            yield x, z, turn


def _grid(plan: RoomPlan, cluster: Cluster, step: float) -> Iterator[tuple[float, float, float]]:
    x0, x1, z0, z1 = cluster.box
    for turn in (0.0, 90.0, 270.0, 180.0):
        corners = [turned(x, z, turn) for x in (x0, x1) for z in (z0, z1)]
        rx0, rx1 = min(c[0] for c in corners), max(c[0] for c in corners)
        rz0, rz1 = min(c[1] for c in corners), max(c[1] for c in corners)
        low_x, high_x = -plan.width / 2 + 0.06 - rx0, plan.width / 2 - 0.06 - rx1
        low_z, high_z = -plan.depth / 2 + 0.06 - rz0, plan.depth / 2 - 0.06 - rz1
        if high_x < low_x or high_z < low_z:
            continue
        nx, nz = max(1, round((high_x - low_x) / step)), max(1, round((high_z - low_z) / step))
        for i in range(nx + 1):
            for k in range(nz + 1):
                yield low_x + (high_x - low_x) * i / nx, low_z + (high_z - low_z) * k / nz, turn


# -- cost -----------------------------------------------------------------------------------------------------------


def _cost(plan: RoomPlan, cluster: Cluster, x: float, z: float, turn: float, bonds: list[Bond]) -> float:
    leader = cluster.leader
    feet = [(m.item, m.footprint.placed(x, z, turn)) for m in cluster.members]
    mine = {id(m.item) for m in cluster.members} | {id(r.item) for r in cluster.rugs}
    at = feet[0][1]
    cost = 0.0
    wall = next((w for w, t in WALLS.items() if abs((t - turn) % 360.0) < 1e-6), "back")
    own = [b for b in bonds if b.item is leader]
    if cluster.at_wall:
        off = _off_wall(plan, at, wall)
        cost += 2.5 * min(off, 2.0) if off > 0.1 else 0.0
        important = is_bed(leader) or is_sofa(leader)
        cost += {"back": 0.0, "left": 0.35, "right": 0.3, "front": 1.3 if important else 0.9}[wall]
        along = at.x if wall in ("back", "front") else at.z
        cornered = any(b.kind == "in_corner" for b in own)
        if important and not cornered:
            cost += 1.2 * abs(along) / plan.length(wall)
    elif not any(b.place for b in own):
        if is_table(leader) or len(cluster.members) > 2:
            cost += 0.5 * math.hypot(at.x, at.z) / max(plan.width, plan.depth)
            cost += 0.2 * (turn % 180.0 != 0.0)
        else:
            # what stands alone keeps to the sides and looks into the room
            edge = min(plan.width / 2 - abs(at.x) - at.reach[0], plan.depth / 2 - abs(at.z) - at.reach[1])
            cost += 0.7 * max(0.0, edge - 0.15)
            fx, fz = direction(turn)
            length = math.hypot(at.x, at.z) or 1.0
            cost += 0.4 * (1.0 + (fx * at.x + fz * at.z) / length)
            cost += 0.25 * (at.z > plan.depth * 0.28)
    cost += _place_cost(plan, cluster, at, wall, own)
    for item, foot in feet:
        cost += _window_cost(plan, item, foot)
    for bond in bonds:
        if not bond.anchors:
            continue
        if id(_ground(bond.item)) in mine and not any(id(_ground(a)) in mine for a in bond.anchors):
            for anchor in bond.anchors[:1]:
                there = plan.footprint_of(anchor)
                here = next((f for i, f in feet if i is _ground(bond.item)), at)
                if there is not None:
                    cost += _bond_cost(bond.kind, here, there)
        elif id(_ground(bond.item)) not in mine and any(id(_ground(a)) in mine for a in bond.anchors):
            there = plan.footprint_of(bond.item)
            here = next((f for i, f in feet if i is _ground(bond.anchors[0])), at)
            if there is not None:
                cost += _bond_cost(bond.kind, there, here)
    return cost + _crowding(plan, cluster, feet)


def _ground(item: Item) -> Item:
    while item.host is not None:
        item = item.host
    return item


def _off_wall(plan: RoomPlan, at: Footprint, wall: str) -> float:
    return {
        "back": at.z - at.reach[1] + plan.depth / 2,
        "front": plan.depth / 2 - at.z - at.reach[1],
        "left": at.x - at.reach[0] + plan.width / 2,
        "right": plan.width / 2 - at.x - at.reach[0],
    }[wall]


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
                cost += 0.6 * (at.z > 0)
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
            if "opposite" in detail or "other" in detail or "another" in detail or "adjacent" in detail:
                last = next((_wall_of(plan, f) for i, f in reversed(plan.placed) if wall_backed(i)), "front")
                cost += 1.5 * (wall != _OPPOSITE[last]) if "opposite" in detail else 1.0 * (wall == last)
        elif bond.kind == "centered":
            cost += 1.2 * math.hypot(at.x, at.z)
        elif bond.place in ("door", "window"):
            cost += _opening_cost(plan, bond, at, wall)
        elif bond.place == "room" and bond.kind == "across":
            last = plan.placed[0][1] if plan.placed else None
            cost += max(0.0, 2.0 - at.distance(last)) if last is not None else 0.0
    return cost


def _wall_of(plan: RoomPlan, foot: Footprint) -> str:
    """The wall that something has its back to."""
    wall = next((w for w, t in WALLS.items() if abs((t - foot.turn) % 360.0) < 1e-6), None)
    return wall if wall is not None and _off_wall(plan, foot, wall) < 0.3 else plan.nearest_wall(foot)


def _opening_cost(plan: RoomPlan, bond: Bond, at: Footprint, wall: str) -> float:
    costs = []
    for o in plan.openings:
        if o.kind != bond.place:
            continue
        x, z = plan.at_wall(o.wall, o.offset, 0.0)
        away = math.hypot(max(0.0, abs(at.x - x) - at.reach[0]), max(0.0, abs(at.z - z) - at.reach[1]))
        aside = abs((at.x - x) if o.wall in ("back", "front") else (at.z - z))
        fx, fz = direction(at.turn)
        length = math.hypot(x - at.x, z - at.z) or 1.0
        towards = (fx * (x - at.x) + fz * (z - at.z)) / length
        if bond.kind == "under":
            costs.append(1.5 * (wall != o.wall) + 1.2 * aside + away)
        elif bond.kind in ("next_to", "with", "left_of", "right_of"):
            costs.append(1.2 * max(0.0, away - 0.25))
        elif bond.kind == "near":
            costs.append(0.8 * max(0.0, away - 0.8))
        elif bond.kind == "far":
            costs.append(0.5 * max(0.0, 4.0 - away) + 0.3 * max(0.0, 8.0 - away) / 8)
        elif bond.kind in ("across", "facing"):
            costs.append(1.5 * (1.0 - towards) + 0.5 * max(0.0, 1.5 - away))
        elif bond.kind == "in_front_of":
            costs.append(0.8 * aside + 0.6 * max(0.0, away - 0.6))
        else:
            costs.append(0.5 * away)
    return min(costs, default=0.0)


def _window_cost(plan: RoomPlan, item: Item, foot: Footprint) -> float:
    cost = 0.0
    for o in plan.openings:
        if o.kind != "window" or item.height <= o.sill + 0.05:
            continue
        x, z = plan.at_wall(o.wall, o.offset, 0.15)
        pane = Footprint(x, z, o.width / 2, 0.15, WALLS[o.wall])
        if foot.overlaps(pane):
            cost += 2.0 if item.height > o.sill + 0.4 else 0.6
    return cost


def _bond_cost(kind: str, a: Footprint, b: Footprint) -> float:
    """How badly `a` stands to `b` for a relation."""
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
            lx, lz = gz, -gx  # b's own left hand
            lateral = -(lx * dx + lz * dz) / length
            side = 0.8 * (1.0 - lateral) if kind == "left_of" else 0.8 * (1.0 + lateral)
        return 1.0 * max(0.0, distance - 0.5) + side
    if kind == "near":
        return 0.8 * max(0.0, distance - 1.2)
    if kind == "far":
        return 0.5 * max(0.0, 4.0 - distance)
    if kind == "facing":
        return (
            2.4 * (1.0 - towards)
            + 0.9 * (1.0 - seen)
            + 0.25 * max(0.0, distance - 3.5)
            + 0.4 * max(0.0, 1.0 - distance)
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
    """Blocked fronts, and things that stand too close without a reason."""
    cost = 0.0
    for item, foot in feet:
        for other, there in plan.placed:
            gap = foot.distance(there)
            if gap < 0.35:
                cost += 0.35 * (0.35 - gap)
            front = _front_zone(other, there)
            if front is not None and foot.overlaps(front):
                cost += 0.9
            front = _front_zone(item, foot)
            if front is not None and there.overlaps(front):
                cost += 0.9
        zone = _front_zone(item, foot)
        if zone is not None and not plan.outdoor and not plan.inside(zone, margin=-0.05):
            cost += 0.8
    return cost


def _front_zone(item: Item, foot: Footprint) -> Footprint | None:
    """The floor that an item wants free before it."""
    front = item.choice.entry.clearance.get("front", 0.0)
    if not front and (wall_backed(item) or is_desk(item)):
        front = 0.5
    if not front or is_seat(item):
        return None
    front = min(front, 0.8)
    dx, dz = direction(foot.turn)
    reach = foot.half_depth + front / 2
    return Footprint(foot.x + dx * reach, foot.z + dz * reach, foot.half_width * 0.9, front / 2 - 0.02, foot.turn)
