"""Groups of furniture, each arranged around its leader before the room is planned.

A cluster's frame is its leader's floor frame: the leader at the origin, facing +z. A member takes the first of its candidate
places that overlaps nothing. Where the leader stands at a wall, no place is behind its back.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from scenewright.app.furnishing.footprints import turned
from scenewright.app.furnishing.places_around import places_around
from scenewright.app.furnishing.traits import (
    is_bed,
    is_counter,
    is_desk,
    is_dining_seat,
    is_read_from,
    is_seat,
    is_sofa,
    is_table,
    wall_backed,
    weight,
)
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.arrangement_words import FormationShape
from scenewright.app.writers.embedded.bonds import IMPLIED, Bond
from scenewright.app.writers.embedded.cluster import Cluster, Member
from scenewright.app.writers.embedded.formations import Formation, find_formations, unit_poses
from scenewright.app.writers.embedded.parasols import POLE, pole_places, shades
from scenewright.app.writers.embedded.selection import Item

__all__ = ["build_clusters", "rug_offset"]

# Bonds that put two things in one cluster; other bonds only relate clusters to each other.
_TOGETHER = word_set(
    """flank next_to near left_of right_of in_front_of behind foot head around at with between on under centered
    along facing away across inside above"""
)
_ROOM_KINDS = word_set("in_corner centered against_wall next_to under near across in_front_of on_wall facing")
_FEW_PLACES = ("window", "door", "corner")
_MANY_LOOSE = 30
_AISLE = 0.5
_RUG_MARGIN = 0.1
"""Metres by which a rug is wider than all that is arranged on it."""


def build_clusters(items: list[Item], bonds: list[Bond]) -> list[Cluster]:
    """All items on the floor as clusters, the greatest :func:`weight` first. Each item is in exactly one cluster."""
    on_floor = [i for i in items if i.host is None and (i.support in ("floor", "rug") or _orders_floor(i, bonds))]
    leaders = _leaders(on_floor, bonds)
    formations = find_formations(on_floor, bonds)
    formed = {id(i) for group in formations for i in (*group.items, *group.middle)}
    for key in formed:
        leaders.pop(key, None)
    clusters: dict[int, Cluster] = {}
    order = sorted(
        (i for i in on_floor if id(i) not in leaders and (i.support != "rug" or id(i) in formed)),
        key=lambda i: (-weight(i), i.request, i.ordinal),
    )
    for item in order:
        placed = [b for b in bonds if b.item is item]
        floating = any(b.kind == "centered" and b.place for b in placed) or _looks_into_room(item, placed)
        clusters[id(item)] = Cluster(
            item,
            id(item) not in formed
            and ((wall_backed(item) and not floating) or any(b.kind in ("against_wall", "in_corner") for b in placed)),
            served=_is_served(item, bonds),
        )
    waiting = [i for i in on_floor if id(i) in leaders]
    waiting.sort(key=lambda i: (_urgency(leaders[id(i)]), i.request, i.ordinal))
    where: dict[int, Cluster] = {id(c.leader): c for c in clusters.values()}
    while waiting:
        progress = False
        for item in list(waiting):
            bond = leaders[id(item)]
            anchor = _anchor(bond, item)
            if id(anchor) not in where:
                continue
            waiting.remove(item)
            progress = True
            cluster = where[id(anchor)]
            if item.support == "rug":
                _lay(cluster, item, anchor, bond)
                where[id(item)] = cluster
            elif _join(cluster, item, anchor, bond):
                where[id(item)] = cluster
            else:
                where[id(item)] = clusters[id(item)] = Cluster(item, wall_backed(item))
        if not progress:
            for item in waiting:
                if item.support == "floor":
                    where[id(item)] = clusters[id(item)] = Cluster(item, wall_backed(item))
            waiting = [i for i in waiting if i.support == "rug"]
            break
    for item in on_floor:
        if item.support == "rug" and id(item) not in where:
            _loose_rug(list(clusters.values()), item, bonds)
    for group in formations:
        _form(group, clusters)
        _widen_rugs(clusters[id(group.items[0])], bonds)
    _gather(clusters, bonds)
    for cluster in clusters.values():
        _turn_to_sitter(cluster, bonds)
    asked = {id(b.item) for b in bonds if b.stated and b.place in _FEW_PLACES and not b.item.choice.request.expected}

    def order_of(cluster: Cluster) -> tuple[bool, float]:
        """What the text puts at a window, a door or in a corner comes first: there are few of those, and furniture takes them."""
        return not any(id(m.item) in asked for m in cluster.members), -sum(weight(m.item) for m in cluster.members)

    return sorted(clusters.values(), key=order_of)


def _is_served(item: Item, bonds: list[Bond]) -> bool:
    """Whether people stand or sit behind a thing: at a counter, unless the text puts its back to a wall, or where a chair is behind it."""
    if is_counter(item):
        return not any(b.item is item and b.kind == "against_wall" and b.stated for b in bonds)
    return any(b.kind == "behind" and is_seat(b.item) and b.anchors[:1] == (item,) for b in bonds)


def _turn_to_sitter(cluster: Cluster, bonds: list[Bond]) -> None:
    """Turn the open side of a desk, and the sheet of a music stand, to who sits behind it, where the text does not say that the chair is
    behind."""
    leader = cluster.leader
    behind = [b for b in bonds if b.kind == "behind" and is_seat(b.item) and b.anchors[:1] == (leader,)]
    turned_round = (is_desk(leader) and leader.looked_over) or is_read_from(leader)
    if behind and turned_round and not any(b.stated for b in behind):
        cluster.members[0] = Member(leader, 0.0, 0.0, 180.0)


def _gather(clusters: dict[int, Cluster], bonds: list[Bond]) -> None:
    """Where very many clusters stand anywhere, put them in rows as one: each would search its own place among all others."""
    tied = {id(i) for b in bonds for i in (b.item, *b.anchors) if b.link != IMPLIED and (b.place or b.anchors)}
    loose = [
        c
        for c in clusters.values()
        if c.formation is None and not c.at_wall and not any(id(m.item) in tied for m in c.members)
    ]
    if len(loose) <= _MANY_LOOSE:
        return
    loose.sort(key=lambda c: (c.leader.request, c.leader.ordinal))
    boxes = [c.box for c in loose]
    wide = math.sqrt(1.4 * sum((b[1] - b[0] + _AISLE) * (b[3] - b[2] + _AISLE) for b in boxes))
    first, (bx0, _, bz0, _) = loose[0], boxes[0]
    x = z = deepest = 0.0
    for cluster, (x0, x1, z0, z1) in zip(loose, boxes, strict=True):
        if x > 0.0 and x + x1 - x0 > wide:
            x, z, deepest = 0.0, z - deepest - _AISLE, 0.0
        dx, dz = x - x0 + bx0, z - z1 - bz0
        x, deepest = x + x1 - x0 + _AISLE, max(deepest, z1 - z0)
        if cluster is first:
            shift = dx, dz
            continue
        for kept, moved in ((first.members, cluster.members), (first.rugs, cluster.rugs)):
            kept += [Member(m.item, m.x + dx - shift[0], m.z + dz - shift[1], m.turn) for m in moved]
        del clusters[id(cluster.leader)]
    first.formation = Formation([c.leader for c in loose], FormationShape("rows"))


def _form(formation: Formation, clusters: dict[int, Cluster]) -> None:
    """Make one cluster of the units of a formation and of what is amid them."""
    units = [clusters[id(item)] for item in formation.items]
    middle = [clusters[id(item)] for item in formation.middle if id(item) in clusters]
    poses, amid = unit_poses(formation, [u.box for u in units], [m.box for m in middle])
    first, (x0, z0, turn0) = units[0], poses[0]
    for unit, (x, z, turn) in zip((*units[1:], *middle), (*poses[1:], *[amid] * len(middle)), strict=True):
        dx, dz = turned(x - x0, z - z0, -turn0)
        for kept, moved in ((first.members, unit.members), (first.rugs, unit.rugs)):
            for member in moved:
                mx, mz = turned(member.x, member.z, turn - turn0)
                kept.append(Member(member.item, dx + mx, dz + mz, (member.turn + turn - turn0) % 360.0))
        del clusters[id(unit.leader)]
    first.formation, first.own_turn, first.at_wall = formation, turn0, formation.at_wall


def _looks_into_room(item: Item, bonds: list[Bond]) -> bool:
    """Whether people at a desk look at a thing or a door, or away from a window: then its back is to no wall."""
    return item.looked_over and any(
        (b.kind == "facing" and (b.anchors or b.place == "door")) or (b.kind == "away" and b.place == "window")
        for b in bonds
    )


def _orders_floor(item: Item, bonds: list[Bond]) -> bool:
    """Whether furniture is placed relative to an item on a wall: a screen between speakers, a mirror before a chair; or leaves it
    the floor below: coats on hooks along the back wall."""
    if item.support != "wall" or item.proxy is not None or item.host is not None:
        return False
    if item.reach and any(b.item is item and b.stated and b.place == "wall" for b in bonds):
        return True
    tied = ("flank", "next_to", "left_of", "right_of", "near", "in_front_of", "facing", "across")
    return any(
        b.kind in tied
        and (
            (b.item is item and any(a.support == "floor" for a in b.anchors))
            or (any(a is item for a in b.anchors) and b.item.support == "floor")
        )
        for b in bonds
    )


# -- who follows whom -----------------------------------------------------------------------------------------------


def _leaders(items: list[Item], bonds: list[Bond]) -> dict[int, Bond]:
    """The bond by which each follower is placed at its anchor, by id of the follower. The bonds form no cycles."""
    out: dict[int, Bond] = {}
    here = {id(i) for i in items}

    def root_of(item: Item) -> Item:
        seen = set()
        while id(item) in out and id(item) not in seen:
            seen.add(id(item))
            item = _anchor(out[id(item)], item)
        return item

    def tie(follower: Item, bond: Bond, anchor: Item) -> None:
        if id(follower) in out or root_of(anchor) is follower or follower is anchor:
            return
        out[id(follower)] = bond

    for bond in bonds:
        if bond.kind not in _TOGETHER or not bond.anchors or id(bond.item) not in here:
            continue
        item = bond.item
        anchor = _floor(bond.anchors[0])
        if anchor is None or id(anchor) not in here or anchor is item:
            continue
        if bond.kind == "behind" and item.choice.request.expected and _is_asked_at_wall(anchor, bonds):
            continue  # an unasked lamp behind the chair would keep it from its window
        own_place = any(b.item is item and b.place and b.kind in _ROOM_KINDS and b.place != "floor" for b in bonds)
        apart = bond.kind in ("facing", "away", "across") and (
            (wall_backed(item) and (wall_backed(anchor) or weight(item) > weight(anchor))) or is_bed(item)
        )
        if (
            bond.kind == "in_front_of"
            and wall_backed(item)
            and wall_backed(anchor)
            and weight(item) > 2.0
            and not is_desk(item)
        ):
            apart = True  # a sofa in front of a TV stand stands across the room
        if (
            bond.kind in ("near", "in_front_of", "behind", "facing", "away", "across")
            and own_place
            and item.support != "rug"
        ):
            apart = True
        if anchor.support == "rug" and item.support == "floor":
            if not any(b.item is anchor and b.anchors for b in bonds) and id(anchor) not in out:
                tie(anchor, Bond("under", anchor, (item,), link=bond.link), item)
            continue
        if (
            own_place
            and item.support == "floor"
            and bond.kind in ("next_to", "with", "at", "around")
            and any(b.item is item and b.kind in ("in_corner", "centered") for b in bonds)
        ):
            apart = apart or not is_seat(item)
        if apart:
            flipped = (
                weight(item) > weight(anchor)
                and not wall_backed(anchor)
                and bond.kind in ("facing", "across", "in_front_of")
            )
            free = not any(b.item is anchor and (b.place or b.kind in ("around", "flank")) for b in bonds)
            if flipped and free:
                tie(anchor, Bond("in_front_of", anchor, (item,), link=bond.link), item)
            continue
        if bond.kind == "between" and len(bond.anchors) == 2:
            other = _floor(bond.anchors[1])
            first_heavier = weight(anchor) >= weight(item) or is_seat(anchor)
            if first_heavier:
                tie(item, Bond("beside", item, (anchor,), detail="left", link=bond.link), anchor)
            if (
                other is not None
                and other is not anchor
                and id(other) in here
                and not any(b.item is other and b.place for b in bonds)
            ):
                tie(other, Bond("beside", other, (item,), detail="left", link=bond.link), item)
            continue
        if _leads(item, anchor, bond, bonds, out):
            flip = {"in_front_of": "in_front_of", "behind": "behind", "left_of": "right_of", "right_of": "left_of"}.get(
                bond.kind, bond.kind
            )
            tie(
                anchor,
                Bond(flip, anchor, (item,), detail=bond.detail, rank=bond.rank, total=bond.total, link=bond.link),
                item,
            )
        else:
            tie(item, bond, anchor)
    return out


def _leads(item: Item, anchor: Item, bond: Bond, bonds: list[Bond], followers: dict[int, Bond]) -> bool:
    """Whether an item has its place before what it is said to be by, since it is so much larger. `followers`: those found so far."""
    if weight(item) <= weight(anchor) + 0.3 or anchor.support == "wall" or item.support == "rug" or is_seat(item):
        return False
    if bond.kind not in ("next_to", "near", "in_front_of", "with", "behind", "left_of", "right_of") or shades(bond):
        return False
    if any(b.item is anchor and b.kind in ("around", "at") for b in bonds):
        return False  # balloons at a chair of a table
    if bond.kind == "behind" and is_counter(anchor):
        return False
    if bond.kind == "in_front_of" and is_table(item) and is_seat(anchor) and not is_dining_seat(anchor):
        return False
    return not (
        is_sofa(item) and is_table(anchor) and id(anchor) in followers
    )  # a second sofa joins the first one's table


def _is_asked_at_wall(item: Item, bonds: list[Bond]) -> bool:
    """Whether the text puts a thing at a window or a door, in a corner or at a wall."""
    return any(b.item is item and b.stated and b.place in (*_FEW_PLACES, "wall") for b in bonds)


def _floor(item: Item) -> Item | None:
    """The item on the floor that carries an item, directly or through others; for one on a wall its proxy, else itself.

    None for what hangs from the ceiling.
    """
    while item.host is not None:
        item = item.host
    if item.support == "wall":
        return item.proxy or item
    return item if item.support in ("floor", "rug") else None


def _anchor(bond: Bond, item: Item) -> Item:
    floor = _floor(bond.anchors[0])
    return floor if floor is not None else item


def _urgency(bond: Bond) -> int:
    """Sort key: close bonds are placed before loose ones."""
    return {
        "row": -1,
        "around": 0,
        "flank": 0,
        "at": 1,
        "in_front_of": 1,
        "foot": 1,
        "left_of": 2,
        "right_of": 2,
        "beside": 2,
        "next_to": 3,
        "with": 3,
    }.get(bond.kind, 4)


def _join(cluster: Cluster, item: Item, anchor: Item, bond: Bond) -> bool:
    base = cluster.find(anchor)
    if base is None:
        return False

    def in_frame(places: Iterable[tuple[float, float, float]]) -> Iterator[tuple[float, float, float]]:
        for x, z, turn in places:
            px, pz = turned(x, z, base.turn)
            yield base.x + px, base.z + pz, (turn + base.turn) % 360.0

    if shades(bond):
        item.foot = POLE
        return cluster.add(item, in_frame(pole_places(anchor)))
    return cluster.add(item, in_frame(places_around(item, anchor, bond)))


# -- rugs -----------------------------------------------------------------------------------------------------------


def _lay(cluster: Cluster, rug: Item, anchor: Item, bond: Bond) -> None:
    base = cluster.find(anchor)
    if base is None:
        base = cluster.members[0]
    px, pz = turned(*rug_offset(rug, anchor, bond), base.turn)
    cluster.rugs.append(Member(rug, base.x + px, base.z + pz, base.turn))


def rug_offset(rug: Item, anchor: Item, bond: Bond) -> tuple[float, float]:
    """(x, z) in the frame of what a rug belongs to, metres."""
    if bond.kind in ("in_front_of", "foot", "facing"):
        return 0.0, anchor.depth / 2 + rug.depth / 2 + 0.05
    if bond.kind == "behind":
        return 0.0, -(anchor.depth + rug.depth) / 2 - 0.05
    if bond.kind in ("next_to", "near", "left_of", "right_of", "with"):
        side = -1 if bond.kind == "right_of" else 1
        return side * ((anchor.width + rug.width) / 2 + 0.05), 0.0
    if not wall_backed(anchor):
        return 0.0, 0.0
    # under a bed or a sofa a rug shows in front
    in_front = max(0.0, min(anchor.depth / 2 + 0.15, anchor.depth / 2 + rug.depth / 2 - 0.3))
    return 0.0, in_front if rug.depth < anchor.depth + 1.0 else anchor.depth * 0.35


def _widen_rugs(cluster: Cluster, bonds: list[Bond]) -> None:
    """Lay the rug of things that are arranged on it under all of them, and make it large enough for them."""
    for number, rug in enumerate(cluster.rugs):
        on_it = {id(b.item) for b in bonds if b.kind == "on" and b.anchors[:1] == (rug.item,)}
        boxes = [m.footprint.box for m in cluster.members if id(m.item) in on_it]
        if len(boxes) < 2:
            continue
        x0, x1 = min(b[0] for b in boxes), max(b[1] for b in boxes)
        z0, z1 = min(b[2] for b in boxes), max(b[3] for b in boxes)
        grown = max((x1 - x0 + _RUG_MARGIN) / rug.item.width, (z1 - z0 + _RUG_MARGIN) / rug.item.depth, 1.0)
        width, height, depth = rug.item.size
        rug.item.box = (round(width * grown, 2), height, round(depth * grown, 2))
        cluster.rugs[number] = Member(rug.item, (x0 + x1) / 2, (z0 + z1) / 2, rug.turn)


def _loose_rug(clusters: list[Cluster], rug: Item, bonds: list[Bond]) -> None:
    """Put a rug without stated relations where people sit. Where there is no such place, the room plan places it."""
    if any(b.item is rug and b.place not in ("", "floor") for b in bonds):
        return
    for cluster in clusters:
        if is_sofa(cluster.leader) and not cluster.rugs:
            cluster.rugs.append(Member(rug, 0.0, cluster.leader.depth / 2 + rug.depth / 2 - 0.25, 0.0))
            return
    for cluster in clusters:
        if (is_table(cluster.leader) or is_bed(cluster.leader)) and not cluster.rugs:
            z = 0.0 if not cluster.at_wall else cluster.leader.depth / 2
            cluster.rugs.append(Member(rug, 0.0, z, 0.0))
            return
