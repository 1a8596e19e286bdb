"""Plans the room and the places of clusters in it: scores every candidate pose and takes the best.

Clusters are placed one after the other, the weightiest first, so that a bed or a sofa can choose among the walls. Impossible poses
(through a wall, overlapping another thing, before the door) are skipped; undesirable ones have a cost. Where a cluster finds no
place, :func:`plan_room` enlarges the room and starts again.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from scenewright.app.furnishing.footprints import Footprint, turned
from scenewright.app.furnishing.traits import is_bed, wall_backed, weight
from scenewright.app.writers.embedded.amid_standing import poses_amid_standing, poses_at_standing
from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.cluster import Cluster, Member
from scenewright.app.writers.embedded.costs import blocked_fronts, ground_of, pose_cost
from scenewright.app.writers.embedded.description import LONG_ROOM, UsualOpenings
from scenewright.app.writers.embedded.plan_order import is_essential, is_unasked, loss_of, place_order, unplaced
from scenewright.app.writers.embedded.room_openings import room_openings
from scenewright.app.writers.embedded.room_sizes import first_size
from scenewright.app.writers.embedded.roomplan import WALLS, PlaceEffort, RoomPlan
from scenewright.app.writers.embedded.rows import formation_poses
from scenewright.app.writers.embedded.selection import Item
from scenewright.scene.jobs import Job

__all__ = ["fill_standing", "plan_cost", "plan_room", "rug_in_room"]

_USUAL = UsualOpenings()
_STEP = 0.1
_SKIN = 0.02
"""Free space in metres between a back and its wall, and between any two things."""
_BEFORE_CURTAINS = 0.17
"""The same between a back and a wall with curtains between them."""
_GROWTH, _LONGER = 1.05, 0.05
"""By how much a room is made larger at a time: the factor of its sides, and metres on top."""
_GROWN_FOR_UNASKED = 3
"""How often a room of its usual size is made larger for what nobody asked for."""
_GROWN_FOR_FURNITURE = 5
"""The same for furniture, without which the place is not what it was called."""
_GROWN_FOR_MANY = 9
_MEMBERS = 4
"""The same for groups of so many things, which make the place what it is: the tables of a restaurant."""
_GROWN_FOR_BEDS = 9
"""How often a room is made larger before a bed stands amid its floor."""
_GROWN_FOR_FRONTS = 3
"""How often a room is made larger so that nothing stands before a wardrobe or a counter."""
_AMPLE = 30.0
"""Square metres of floor from which on a larger room is no remedy for that."""
_JUDGED = 4.0
"""What judging a pose costs, where finding that it does not fit costs 1."""
_MANY = 60
"""Things in a room from which on the last resort looks at fewer places."""
_LARGE = 12
"""Members of a formation from which on it takes the first pose that fits."""
_GROWN_FOR_ROWS = 6
"""How often a room is made larger before rows may stand otherwise than before what they look at."""
_GROWN_FOR_WALLS = 3
"""How often a room is made larger before a row that nobody asked for may stand at another wall than its own."""
_GROWN_FOR_PLACES = 8
"""How often a room is made larger so that what the text puts in a corner or against a wall finds its place there."""
_AT_CORNER = 0.3
"""Metres from the walls at which a thing is still in their corner."""
_FOR_ONE = 20_000.0
"""Effort for one thing whose group found no place."""
_NO_FIT = 3.0
"""How many times its share of the effort a cluster may use that fits nowhere yet."""


def plan_room(
    kind: str,
    clusters: list[Cluster],
    bonds: list[Bond],
    *,
    size: str = "",
    dimensions: tuple[float, float] | None = None,
    free: tuple[bool, bool] = (True, True),
    usual: tuple[float, float] | None = None,
    usual_height: float | None = None,
    long: bool = False,
    doors: int = 0,
    windows: int = 0,
    mirrored: bool = False,
    openings: UsualOpenings = _USUAL,
    outdoor: bool = False,
    wall_items: list[Item] | None = None,
    job: Job | None = None,
) -> RoomPlan:
    """A room that holds the clusters, with their places. `wall_items` need wall length, so they count for its width. `long`: much deeper
    than wide. `free`: whether its width and its depth may grow where `dimensions` give both.

    Raises:
        JobCancelled: the job was cancelled.
    """
    width, depth = first_size(kind, clusters, size, wall_items or [], bonds, usual, outdoor)
    if long:
        width = min(width, math.sqrt(width * depth * LONG_ROOM))
        depth = max(depth, width / LONG_ROOM)
    if dimensions is not None:
        width, depth = dimensions
    height = max(usual_height or (2.7 if max(width, depth) < 8 else 3.2), _hung_height(bonds))
    best: RoomPlan | None = None
    left_over: list[Cluster] = []
    first: RoomPlan | None = None
    wider = 0
    effort = PlaceEffort()
    for grown in range(22):
        plan = RoomPlan(round(width, 1), round(depth, 1), height, outdoor=outdoor, job=job or Job())
        if not outdoor:
            plan.openings = room_openings(
                plan, kind, bonds, doors=doors, windows=windows, mirrored=mirrored, usual=openings
            )
        large = usual is None or dimensions is not None or width * depth >= usual[0] * usual[1]
        plan.large = large and (usual is None or dimensions is not None or grown >= _GROWN_FOR_ROWS)
        plan.any_wall = plan.large or grown >= _GROWN_FOR_WALLS
        plan.beds_at_walls = dimensions is None and grown < _GROWN_FOR_BEDS
        missing = _fill(plan, clusters, bonds, effort, whole=large)
        if not missing:
            met = _meets_places(plan, clusters, bonds)
            if first is None or (met and (not wider or blocked_fronts(plan) < blocked_fronts(first))):
                first = plan
            ample = outdoor or wider >= _GROWN_FOR_FRONTS or width * depth > _AMPLE
            open_to_people = ample or blocked_fronts(plan) == 0
            if met and open_to_people:
                return first if wider else plan
            wider += met
            if dimensions is not None or grown >= _GROWN_FOR_PLACES or effort.left <= 0.0:
                return first
            width, depth = (
                v * _GROWTH + _LONGER if grows else v for v, grows in zip((width, depth), free, strict=True)
            )
            continue
        if first is not None:
            return first
        if effort.left <= 0.0:
            missing = unplaced(plan, clusters)
        unasked = all(is_unasked(cluster) for cluster in missing)
        furniture = any(not cluster.leader.choice.request.dressing for cluster in missing)
        many = any(len(cluster.members) >= _MEMBERS or is_essential(cluster) for cluster in missing)
        most = _GROWN_FOR_MANY if many else _GROWN_FOR_FURNITURE if furniture else _GROWN_FOR_UNASKED
        lacking = missing if large else unplaced(plan, clusters)
        if best is None or loss_of(lacking) <= loss_of(left_over):
            best, left_over = plan, lacking
        if effort.left <= 0.0 or (unasked and ((large and grown >= most) or dimensions is not None)):
            break
        width, depth = (v * _GROWTH + _LONGER if grows else v for v, grows in zip((width, depth), free, strict=True))
    assert best is not None
    for cluster in left_over:
        if is_unasked(cluster):
            best.left_out += [m.item for m in (*cluster.members, *cluster.rugs)]
        else:
            _squeeze(best, cluster)
    return best


def _meets_places(plan: RoomPlan, clusters: list[Cluster], bonds: list[Bond]) -> bool:
    """Whether what the text puts in a corner or against a wall of a name stands there."""
    for cluster in clusters:
        at = plan.footprint_of(cluster.leader)
        for bond in bonds:
            if bond.item is not cluster.leader or not bond.stated or at is None or plan.outdoor:
                continue
            away = plan.wall_gaps(at)
            if bond.kind == "in_corner" and sorted(away.values())[1] > _AT_CORNER:
                return False
            named = [away[wall] for wall in away if wall in bond.detail.split()]
            if bond.kind == "against_wall" and named and min(named) > _AT_CORNER:
                return False
    return True


def _hung_height(bonds: list[Bond]) -> float:
    """The least room height in metres at which hanging items are clear of the furniture below them; 0 where there are none."""
    hung = [b for b in bonds if b.item.support == "ceiling" and b.anchors and b.anchors[0].support == "floor"]
    highest = max((b.item.height + b.anchors[0].height for b in hung), default=0.0)
    return math.ceil(10.0 * (highest + 0.1)) / 10.0 if hung else 0.0


def fill_standing(plan: RoomPlan, clusters: list[Cluster], bonds: list[Bond], effort: PlaceEffort) -> list[Item]:
    """Place clusters in a room that keeps its size, among what is placed in it already. A group that finds no place is taken apart.
    Returns what finds none by itself either."""
    left = []
    for cluster in _fill(plan, clusters, bonds, effort):
        parts = [Cluster(m.item, wall_backed(m.item)) for m in cluster.members]
        left += [
            part.leader
            for part in sorted(parts, key=lambda p: -weight(p.leader))
            if not _place_best(plan, part, bonds, effort, max(effort.share(4), _FOR_ONE))
        ]
        left += [rug.item for rug in cluster.rugs]
    return left


def plan_cost(plan: RoomPlan, clusters: list[Cluster], bonds: list[Bond]) -> float:
    """What the places of clusters in a filled plan cost together."""
    total = 0.0
    for cluster in clusters:
        at = plan.footprint_of(cluster.leader)
        if at is None:
            continue
        before = plan.placed, plan.rugs, plan.served
        _take_up(plan, cluster)
        total += pose_cost(plan, cluster, at.x, at.z, at.turn, _of(cluster, bonds))
        plan.placed, plan.rugs, plan.served = before
    return total


# -- filling --------------------------------------------------------------------------------------------------------


def _fill(
    plan: RoomPlan, clusters: list[Cluster], bonds: list[Bond], effort: PlaceEffort, *, whole: bool = True
) -> list[Cluster]:
    """Place every cluster, then each once more with all others in place. Returns the clusters that found no place: the first alone
    unless the `whole` room is to be filled, since a larger one is tried next."""
    number = {id(c): n for n, c in enumerate(clusters)}
    foci = {id(c.formation.focus) for c in clusters if c.formation is not None and c.formation.looks}
    order = sorted(clusters, key=lambda c: (plan.outdoor and is_unasked(c), place_order(c, bonds, foci), number[id(c)]))
    missing = []
    for n, cluster in enumerate(order):
        if not _place_best(plan, cluster, bonds, effort, effort.share(2 * len(order) - n)):
            missing.append(cluster)
            if not whole:
                return missing
    if not missing and len(order) > 1:
        for n, cluster in enumerate(order):
            share = effort.share(len(order) - n)
            if share <= 0.0:
                break
            before = plan.placed, plan.rugs, plan.served
            _take_up(plan, cluster)
            if not _place_best(plan, cluster, bonds, effort, share):
                plan.placed, plan.rugs, plan.served = before  # the effort ended before its own place was tried again
    return missing


def _place_best(plan: RoomPlan, cluster: Cluster, bonds: list[Bond], effort: PlaceEffort, share: float) -> bool:
    """Put a cluster where it costs least. `share`: of the effort. Past it, the best pose so far is taken, or the next that fits; past
    a few times as much, none."""
    best: tuple[float, tuple[float, float, float]] | None = None
    bonds = _of(cluster, bonds)
    comparisons = len(cluster.members) * (1 + len(plan.placed))
    used = 0.0
    newcomer = plan.standing and cluster.formation is None
    for amid in poses_amid_standing(plan, cluster.leader, bonds) if newcomer else ():
        plan.job.check()
        if _fits(plan, cluster, amid.x, amid.z, amid.turn, own=amid.own):
            _settle(plan, cluster, amid.x, amid.z, amid.turn)
            return True
    for x, z, turn in poses_at_standing(plan, cluster.leader, bonds) if newcomer else ():
        plan.job.check()
        if _fits(plan, cluster, x, z, turn):
            _settle(plan, cluster, x, z, turn)
            return True
    for number, (x, z, turn) in enumerate(_poses(plan, cluster, bonds)):
        plan.job.check()
        if used > (share if best is not None else _NO_FIT * share):
            break
        fits = _fits(plan, cluster, x, z, turn)
        charge = comparisons * (_JUDGED if fits else 1.0)
        used += charge
        effort.left -= charge
        if not fits:
            continue
        # the poses of formations are in order of their worth
        ordered = cluster.formation is not None and (cluster.formation.looks or len(cluster.members) > _LARGE)
        cost = 0.01 * number if ordered else pose_cost(plan, cluster, x, z, turn, bonds)
        if best is None or cost < best[0] - 1e-9:
            best = (cost, (x, z, turn))
        if best[0] <= 1e-9:
            break
    if best is None:
        return False
    _settle(plan, cluster, *best[1])
    return True


def _of(cluster: Cluster, bonds: list[Bond]) -> list[Bond]:
    """The bonds that bear on a cluster: of its members, and of what they carry."""
    mine = {id(m.item) for m in (*cluster.members, *cluster.rugs)}
    focus = cluster.formation.focus if cluster.formation is not None else None
    mine |= {id(focus)} if focus is not None else set()
    return [b for b in bonds if any(id(ground_of(i)) in mine or id(i) in mine for i in (b.item, *b.anchors))]


def _take_up(plan: RoomPlan, cluster: Cluster) -> None:
    mine = {id(m.item) for m in (*cluster.members, *cluster.rugs)}
    plan.placed = [(i, f) for i, f in plan.placed if id(i) not in mine]
    plan.rugs = [(i, f) for i, f in plan.rugs if id(i) not in mine]
    plan.served = [(i, f) for i, f in plan.served if id(i) not in mine]


def _settle(plan: RoomPlan, cluster: Cluster, x: float, z: float, turn: float) -> None:
    for member in cluster.members:
        footprint = member.footprint.placed(x, z, turn)
        plan.placed.append((member.item, footprint))
    if cluster.served_from is not None:
        plan.served.append((cluster.leader, cluster.served_from.placed(x, z, turn)))
    for rug in cluster.rugs:
        plan.rugs.append((rug.item, rug_in_room(plan, rug, x, z, turn)))


def rug_in_room(plan: RoomPlan, rug: Member, x: float, z: float, turn: float) -> Footprint:
    """Where a rug lies that belongs to a cluster at a pose: all of it in the room."""
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
    """The last resort: put the cluster where it overlaps the fewest footprints."""
    best: tuple[float, float, float] = (math.inf, 0.0, 0.0)
    steps = 8 if len(plan.placed) < _MANY else 4
    for i in range(-steps, steps + 1):
        for k in range(-steps, steps + 1):
            x, z = i * plan.width / (2 * steps + 2), k * plan.depth / (2 * steps + 2)
            feet = [m.footprint.placed(x, z, 0.0) for m in cluster.members]
            met = sum(f.overlaps(other) for f in feet for _, other in plan.placed) + 10 * sum(
                not plan.inside(f) for f in feet
            )
            if met < best[0]:
                best = (met, x, z)
    for member in cluster.members if best[0] > 0 else ():
        member.item.notes.append("no free place was found for it")
    _settle(plan, cluster, best[1], best[2], 0.0)


def _fits(
    plan: RoomPlan, cluster: Cluster, x: float, z: float, turn: float, *, own: frozenset[int] = frozenset()
) -> bool:
    """Whether a cluster has room at a pose. `own`: ids of items that are in nobody's way there."""
    feet = [m.footprint.placed(x, z, turn) for m in cluster.members]
    if not all(plan.inside(f) for f in feet):
        return False
    zones = [*plan.door_zones(), *(f for _, f in plan.served)]
    if cluster.served_from is not None:
        served = cluster.served_from.placed(x, z, turn)
        if not plan.inside(served) or any(served.overlaps(other) for _, other in plan.placed):
            return False
    for member, foot in zip(cluster.members, feet, strict=True):
        grown = foot.grown(_SKIN / 2)
        if any(member.item.height > low and grown.overlaps(there) for there, low in plan.hung):
            return False
        if any(grown.overlaps(other) for item, other in plan.placed if id(item) not in own) or any(
            foot.overlaps(zone) for zone in zones
        ):
            return False
    return True


def _poses(plan: RoomPlan, cluster: Cluster, bonds: list[Bond]) -> Iterator[tuple[float, float, float]]:
    """Candidate (x, z, turn) of the leader."""
    leader = cluster.leader
    mine = [b for b in bonds if b.item is leader]
    if cluster.formation is not None and not (cluster.at_wall and not plan.outdoor):
        if cluster.at_wall:
            yield from _wall_poses(plan, cluster)  # out of doors that is the edge of the place
            if leader.choice.request.dressing:
                return  # a row of bushes amid the place would be in the way
        yield from formation_poses(plan, cluster, cluster.formation, bonds)
        return
    if any(b.kind == "centered" and b.place for b in mine) and not cluster.at_wall:
        x0, x1, z0, z1 = cluster.box
        cx, cz = (x0 + x1) / 2, (z0 + z1) / 2
        for dx in (0.0, 0.25, -0.25, 0.5, -0.5, 0.8, -0.8):
            for dz in (0.0, 0.25, -0.25, 0.5, -0.5, 0.8, -0.8):
                yield dx - 0.5 * cx, dz - 0.5 * cz, 0.0
    if cluster.at_wall and not plan.outdoor:
        yield from _wall_poses(plan, cluster)
        members = {id(m.item) for m in cluster.members}
        if (
            cluster.formation is None
            and leader.support != "wall"
            and not (is_bed(leader) and plan.beds_at_walls)
            and not leader.choice.request.dressing
            and not any(b.kind in ("against_wall", "in_corner") for b in bonds if id(b.item) in members)
        ):
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
        named = cluster.formation.wall if cluster.formation is not None else ""
        # nobody asked for the row, so any wall will do at last
        bound = not (plan.any_wall and cluster.leader.choice.request.expected)
        if high < low - 1e-9 or (bound and named not in ("", wall)):
            continue
        count = max(1, int((high - low) / _STEP))
        for off in (_SKIN, _BEFORE_CURTAINS) if plan.hung else (_SKIN,):
            for k in range(count + 1):
                along = low + (high - low) * k / count
                x, z = plan.at_wall(wall, along, off - z0)
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
