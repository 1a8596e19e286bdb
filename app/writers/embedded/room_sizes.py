"""The size of a room to try first: that of its things, with floor to walk, and how large such places usually are."""

from __future__ import annotations

import math

from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.cluster import Cluster
from scenewright.app.writers.embedded.rows import taken_before
from scenewright.app.writers.embedded.selection import Item

__all__ = ["first_size"]

_FAR = 4.3
_RAIL = 3.0
"""Metres of a rail of hooks for which a wall is made long enough."""
_BASE: dict[str, tuple[float, float]] = {
    "bedroom": (3.9, 3.6), "living": (4.6, 4.0), "lounge": (4.6, 4.0), "dining": (4.0, 3.6), "kitchen": (3.8, 3.4),
    "bathroom": (2.8, 2.5), "washroom": (2.6, 2.4),
    "office": (3.8, 3.4), "study": (3.6, 3.2), "hallway": (4.0, 1.9), "corridor": (5.0, 2.0), "classroom": (7.0, 6.0),
    "closet": (2.4, 2.2), "basement": (4.6, 4.2),
    "garage": (5.5, 5.5), "gym": (5.0, 4.5), "library": (5.0, 4.5), "restaurant": (7.0, 6.0), "cafe": (6.0, 5.0),
    "shop": (6.0, 5.0), "nook": (2.8, 2.6),
}  # fmt: skip
_SIZE_FACTORS = {"small": 0.88, "large": 1.22, "huge": 1.5}
_SPARE = 0.05
_SPARE_OUTDOORS = 0.5
"""Share of the floor by which a place of its usual size exceeds what its things need, that it has in addition to this."""
_LARGE_SHARE = 0.9
"""Share of the usual size of such a place, if large, below which one that the text calls large does not fall."""
_EDGE = 0.08
"""Metres of floor at each side of a group of furniture."""
_LARGE_GROUP = 2.5
"""Square metres of floor from which on people walk past a group of furniture, or around it."""
_WAY, _OPPOSITE_WALL = 0.85, 0.5
"""Metres: what a way is wide, and what stands at the wall across it is deep."""
_DOORWAY = 1.0
"""Square metres of floor that nothing but people need."""
_FRONT = 0.48
_ROUND_ABOUT = 0.45
"""Metres of floor before a group at a wall, and behind or beside one that stands in the room, for people to walk."""
_LOOKED_AT, _BEHIND_ROWS = 1.3, 0.6
"""Metres before and behind rows that look at a wall or a thing."""


def first_size(
    kind: str,
    clusters: list[Cluster],
    size: str,
    wall_items: list[Item],
    bonds: list[Bond],
    usual: tuple[float, float] | None,
    outdoor: bool,
) -> tuple[float, float]:
    """The size to try first: that of the things, with room to walk, and a little more where such places are usually larger."""
    base = usual or next((v for k, v in _BASE.items() if k in kind.split() or k in kind), (4.0, 3.6))
    area = _DOORWAY
    longest = sideways = deep = 0.0
    for cluster in clusters:
        x0, x1, z0, z1 = cluster.box
        if usual is not None:
            area += (x1 - x0 + 2 * _EDGE) * (z1 - z0 + (_FRONT if cluster.at_wall else _ROUND_ABOUT))
        else:
            area += (x1 - x0 + 0.3) * (z1 - z0 + (0.8 if cluster.at_wall else 1.0))
        along_side = cluster.at_wall and cluster.formation is not None and cluster.formation.wall in ("left", "right")
        looks = cluster.formation is not None and cluster.formation.looks  # it is as deep as the room allows
        longest = max(longest, z1 - z0 if along_side else x1 - x0, 0.0 if looks else z1 - z0)
        if cluster.formation is not None and cluster.formation.looks:
            before = max(taken_before(cluster.formation, bonds), _LOOKED_AT)
            area += (x1 - x0) * before
            deep = max(deep, z1 - z0 + before + _BEHIND_ROWS)
        if along_side:
            sideways = max(sideways, x1 - x0 + 0.4)
    factor = _SIZE_FACTORS.get(size, 1.0)
    if usual is not None:
        spare = _SPARE_OUTDOORS if outdoor else _SPARE
        wanted = (area + spare * max(0.0, base[0] * base[1] - area)) * max(factor * factor, 1.0)
        if factor > 1.0:
            wanted = max(wanted, _LARGE_SHARE * base[0] * base[1])  # it is large whatever stands in it
    else:
        wanted = max(base[0] * base[1] * factor * factor, area * 1.25)
    ratio = base[0] / base[1]
    depth = math.sqrt(wanted / ratio)
    width = wanted / depth
    if usual is not None and not outdoor and size != "small":
        width, depth = _with_ways(clusters, width, depth, base[0] * base[1])
    hung = sum(i.width + 0.25 for i in wall_items)
    longest = max(longest, *(min(i.width, _RAIL) for i in wall_items if i.reach), 0.0)
    # items that are far apart stand at opposite walls, over four metres apart
    apart = [_FAR + sum(min(i.width, i.depth) for i in (b.item, *b.anchors[:1])) for b in bonds if b.kind == "far"]
    return max(width, longest + 0.4, min(hung / 3, hung - 2.0 * depth)), max(
        depth, sideways, deep, min(longest + 0.4, depth), *apart
    )


def _with_ways(clusters: list[Cluster], width: float, depth: float, most: float) -> tuple[float, float]:
    """A room in which people can walk past each large group, and around one that stands in the middle. It grows up to `most` square
    metres for that."""
    long, short = max(width, depth), min(width, depth)
    for cluster in clusters:
        x0, x1, z0, z1 = cluster.box
        wide, deep = x1 - x0, z1 - z0
        if cluster.formation is not None or wide * deep < _LARGE_GROUP:
            continue
        sides = 1 if cluster.at_wall else 2
        wide, deep = wide + sides * _WAY, deep + sides * _WAY + _OPPOSITE_WALL
        long, short = max(long, wide, deep), max(short, min(wide, deep))
    grown = long * short
    if grown <= width * depth:
        return width, depth
    share = min(1.0, max(0.0, (most - width * depth) / (grown - width * depth)))
    long = max(width, depth) + share * (long - max(width, depth))
    short = min(width, depth) + share * (short - min(width, depth))
    return (long, short) if width >= depth else (short, long)
