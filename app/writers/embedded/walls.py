"""Places items that hang on walls: pictures, shelves and screens."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scenewright.app.furnishing.footprints import Footprint, direction
from scenewright.app.furnishing.traits import is_counter, wall_height
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.arrangement_words import FormationShape
from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.hung_things import narrower_rail
from scenewright.app.writers.embedded.roomplan import WALLS, RoomPlan
from scenewright.app.writers.embedded.selection import Item
from scenewright.app.writers.embedded.window_covers import covers_windows, hang_at_windows

__all__ = ["footprint_at", "hang_on_walls"]

_BETWEEN = 0.1
"""Metres between the pictures of a gallery wall."""
_IN_THE_WAY = 6.0
"""The cost from which on a place is none."""
_CLEAR = 0.65
"""Metres below the clothes on the hooks of a wall."""
_AT_WALL = 0.3
"""Metres up to which what has its back to a wall stands at it."""
_PICTURES = word_set("painting picture photo photograph poster print tapestry mirror")
_LEAST_BELOW, _WIDE_BELOW = 0.35, 0.75
"""Metres: the height and the width from which on pictures hang above a thing."""
_ABOVE_NOTHING = 0.8
_A_TAP, _AT_EDGE = 0.3, 0.07
"""Metres: what reaches so little higher is high amid its top alone, as a sink with its tap is, and may stand below the edge of a hood."""
_SCREENS = frozenset(["tv", "television", "screen"])
_RAISED, _HIGH_SCREEN, _SEEN_OVER = 0.6, 0.4, 1.8
"""Metres by which a screen hangs higher over what stands before it, what that costs, and the metres up to which that is in the way."""
_CURTAINS = frozenset(["curtain", "curtains", "drapes", "blind", "blinds", "valance"])


def hang_on_walls(plan: RoomPlan, items: list[Item], bonds: list[Bond], standing: Sequence[Item] = ()) -> None:
    """Set the wall, the position along it and the height of all items on walls. `standing`: what hangs there already."""
    covers = hang_at_windows(plan, [i for i in items if covers_windows(i)], standing)
    hung = [(i, i.wall, i.x if i.wall in ("back", "front") else i.z) for i in (*standing, *covers) if i.placed]
    items = [i for i in items if not any(i is done for done in covers)]
    together = [i for group in _galleries(items, bonds) if _hang_together(plan, group, bonds, hung) for i in group]
    for item in sorted(
        (i for i in items if not any(i is other for other in together)),
        key=lambda i: (
            not _is_tied(i, bonds),
            i.choice.request.expected,
            i.choice.request.count > 1,  # of several one finds its place beside what is there already
            -i.width * i.height,
        ),
    ):
        own = [b for b in bonds if b.item is item or any(a is item for a in b.anchors)]
        best = _best_spot(plan, item, own, hung)
        while (best is None or best[0] >= _IN_THE_WAY) and (size := narrower_rail(item)) is not None:
            item.box = size
            best = _best_spot(plan, item, own, hung)
        if item.choice.request.expected and (best is None or best[0] >= _IN_THE_WAY):
            continue  # nobody asked for it, and it would hang before a window or another thing
        if best is None:
            best = (0.0, "back", 0.0, _usual_bottom(plan, item))
        _, wall, along, bottom = best
        item.x, item.z = plan.at_wall(wall, along, item.depth / 2 + 0.002)
        item.y = round(bottom, 3)
        item.turn, item.wall, item.mounted, item.placed = WALLS[wall], wall, True, True
        hung.append((item, wall, along))


def _best_spot(
    plan: RoomPlan, item: Item, bonds: list[Bond], hung: list[tuple[Item, str, float]]
) -> tuple[float, str, float, float] | None:
    """The cost, the wall, the place along it and the height of the best spot for an item; None where no wall is long enough."""
    costs = ((_cost(plan, item, *spot, hung, bonds), *spot) for spot in _spots(plan, item, bonds))
    return min(costs, key=lambda spot: round(spot[0], 9), default=None)


def _is_tied(item: Item, bonds: list[Bond]) -> bool:
    """Whether an item has its place by another: what hangs anywhere leaves room for it."""
    tied = ("above", "facing", "between", "behind")
    return any(
        (b.item is item and b.kind in tied) or (b.kind == "under" and any(a is item for a in b.anchors)) for b in bonds
    )


def _galleries(items: list[Item], bonds: list[Bond]) -> list[list[Item]]:
    """Pictures that hang close together: a gallery wall, or a row of them."""
    groups: dict[int, list[Item]] = {}
    here = {id(i) for i in items}
    for bond in bonds:
        if (
            bond.kind == "arranged"
            and id(bond.item) in here
            and FormationShape.of(bond.detail).kind in ("gallery", "row", "rows")
        ):
            groups.setdefault(bond.link, []).append(bond.item)
    return [group for group in groups.values() if len(group) > 1]


def _hang_together(plan: RoomPlan, group: list[Item], bonds: list[Bond], hung: list[tuple[Item, str, float]]) -> bool:
    """Hang pictures in one or two lines on one wall. Returns whether a wall has room for them."""
    shape = next(FormationShape.of(b.detail) for b in bonds if b.kind == "arranged" and b.item is group[0])
    lines = shape.rows or (2 if shape.kind == "gallery" and len(group) > 3 else 1)
    columns = math.ceil(len(group) / lines)
    wide, high = max(i.width for i in group) + _BETWEEN, max(i.height for i in group) + _BETWEEN
    whole = Item(group[0].choice, 0, box=(columns * wide - _BETWEEN, lines * high - _BETWEEN, group[0].depth))
    own = [replace(b, item=whole, rank=0, total=1) for b in bonds if b.item is group[0]]
    best = _best_spot(plan, whole, own, hung)
    if best is None or whole.height > plan.height - 0.4:
        return False
    _, wall, middle, bottom = best
    sign = 1.0 if wall in ("back", "left") else -1.0
    for k, item in enumerate(group):
        line, column = divmod(k, columns)
        count = min(columns, len(group) - line * columns)
        along = middle + sign * (column - (count - 1) / 2) * wide
        item.x, item.z = plan.at_wall(wall, along, item.depth / 2 + 0.002)
        item.y = round(bottom + (lines - 1 - line) * high + (high - _BETWEEN - item.height) / 2, 3)
        item.turn, item.wall, item.mounted, item.placed = WALLS[wall], wall, True, True
        hung.append((item, wall, along))
    return True


def _usual_bottom(plan: RoomPlan, item: Item) -> float:
    """The height at which a thing hangs where nothing else is said; coats on hooks hang clear of the floor."""
    bottom = wall_height(item, plan.height)
    return max(bottom, min(item.reach + _CLEAR, plan.height - item.height - 0.1)) if item.reach else bottom


def _spots(plan: RoomPlan, item: Item, bonds: list[Bond]) -> Iterator[tuple[str, float, float]]:
    bottom = _usual_bottom(plan, item)
    tops = [
        t
        for t in (_top(plan, b.anchors[0]) for b in bonds if b.item is item and b.kind in ("above", "on") and b.anchors)
        if t is not None
    ]
    tops += [
        t
        for t in (_top(plan, b.item) for b in bonds if b.kind == "under" and b.anchors and b.anchors[0] is item)
        if t is not None
    ]
    over = [o for b in bonds if b.item is item and b.kind == "above" for o in plan.openings if o.kind == b.place]
    if over:
        bottom = min(max(o.sill + o.height for o in over) + 0.08, plan.height - item.height - 0.02)
    if tops:
        bottom = (
            max(bottom, max(tops) + item.reach + 0.12)
            if max(tops) + item.reach + 0.12 + item.height < plan.height
            else min(bottom, plan.height - item.height - 0.08)
        )
    under = [b.anchors[0] for b in bonds if b.item is item and b.kind == "under" and b.anchors and b.anchors[0].mounted]
    if under:
        bottom = max(0.1, under[0].y - item.height - 0.08)
    own = _planned(plan, item)
    if own is not None:
        yield *own, bottom
        return
    raised = min(bottom + _RAISED, plan.height - item.height - 0.1)
    heights = (bottom, raised) if _SCREENS & set(item.words) and raised > bottom + 0.1 else (bottom,)
    for wall in WALLS:
        half = plan.length(wall) / 2 - item.width / 2 - 0.06
        if half < 0:
            continue
        count = max(1, int(2 * half / 0.08))
        for along in (*_middles(plan, wall), *(-half + 2 * half * k / count for k in range(count + 1))):
            if abs(along) <= half:
                yield from ((wall, along, high) for high in heights)


def _middles(plan: RoomPlan, wall: str) -> list[float]:
    """How far along a wall the middles of what stands at it are: a picture above a sofa hangs above its middle."""
    feet = [f for i, f in plan.placed if not i.mounted and _at_back(f) == wall and plan.wall_gaps(f)[wall] < _AT_WALL]
    return [f.x if wall in ("back", "front") else f.z for f in feet]


def _planned(plan: RoomPlan, item: Item) -> tuple[str, float] | None:
    """The wall, and where along it, of what was placed with the furniture before it: a mirror with its chair. None for others."""
    foot = next((f for i, f in plan.placed if i is item), None)
    if foot is None:
        return None
    wall = _at_back(foot)
    at = plan.at_wall(wall, foot.x if wall in ("back", "front") else foot.z, foot.half_depth)
    return (wall, foot.x if wall in ("back", "front") else foot.z) if math.dist(at, (foot.x, foot.z)) < 0.1 else None


def _top(plan: RoomPlan, anchor: Item) -> float | None:
    if anchor.support in ("rug", "ceiling"):
        return None
    if anchor.host is not None:
        below = _top(plan, anchor.host)
        return (below or 0.0) + anchor.height
    return anchor.y + anchor.height if anchor.mounted else anchor.height


def _cost(
    plan: RoomPlan,
    item: Item,
    wall: str,
    along: float,
    bottom: float,
    hung: list[tuple[Item, str, float]],
    bonds: list[Bond],
) -> float:
    """How bad a spot is. `bonds`: those that the item is part of."""
    cost = {"back": 0.0, "left": 0.25, "right": 0.3, "front": 1.4}[wall]
    half, low = item.width / 2, bottom - item.reach
    curtains = bool(_CURTAINS & set(item.choice.entry.word.split()))
    for o in plan.openings:
        if o.wall != wall:
            continue
        gap = abs(along - o.offset) - half - o.width / 2
        crosses = low < o.sill + o.height and bottom + item.height > o.sill
        if curtains:
            cost += 0.0 if o.kind == "window" and abs(along - o.offset) < 0.1 else 0.5
        elif gap < 0.05 and crosses:
            cost += 12.0
    if curtains and not any(
        o.wall == wall and o.kind == "window" and abs(o.offset - along) < 0.1 for o in plan.openings
    ):
        cost += 4.0
    for other, where, at in hung:
        if (
            where == wall
            and abs(at - along) < half + other.width / 2 + 0.06
            and low < other.y + other.height + 0.04
            and bottom + item.height > other.y - other.reach - 0.04
        ):
            cost += 10.0
    x, z = plan.at_wall(wall, along, item.depth / 2)
    body = Footprint(x, z, half, max(item.depth / 2, 0.03), WALLS[wall])
    screen = bool(_SCREENS & set(item.words))
    cost += _HIGH_SCREEN * (screen and bottom > _usual_bottom(plan, item) + 0.1)
    core = replace(body, half_width=max(half - _AT_EDGE, 0.01))
    for stander, foot in plan.placed:
        if stander.mounted or stander is item:
            continue
        high = max(stander.height, stander.laden) if screen else stander.height
        if high > low and (core if high < low + _A_TAP else body).overlaps(foot):
            cost += 6.0
        elif high > low - 0.05 and _before(body, foot, wall, _SEEN_OVER if screen else 0.5):
            cost += 2.5
    tied = False
    for bond in bonds:
        if bond.item is item and bond.place == "wall" and bond.detail:
            words = bond.detail.split()
            cost += sum(4.0 for named in WALLS if named in words and named != wall)
        elif bond.item is item and bond.place in ("window", "door") and bond.anchors == ():
            gaps = [
                abs(along - o.offset) - half - o.width / 2 if o.wall == wall else 2.5
                for o in plan.openings
                if o.kind == bond.place
            ]
            if bond.kind == "above":  # 'a clock over the door'
                cost += (
                    min(
                        (2.0 * abs(along - o.offset) if o.wall == wall else 6.0)
                        for o in plan.openings
                        if o.kind == bond.place
                    )
                    if gaps
                    else 0.0
                )
            elif gaps and bond.kind in ("next_to", "near"):
                cost += 0.8 * max(0.0, min(gaps) - 0.3)
        if not bond.anchors or (bond.item is not item and not any(a is item for a in bond.anchors)):
            continue
        others = bond.anchors if bond.item is item else (bond.item,)
        for other in others:
            at_other = footprint_at(plan, other)
            if at_other is None:
                continue
            tied = True
            cost += _tie_cost(plan, bond, item, body, other, at_other, wall)
    if not tied and _PICTURES & set(item.choice.entry.word.lower().split()):
        cost += _off_furniture(plan, wall, along, bottom)
    if not tied:
        cost += 0.3 * abs(along) / plan.length(wall)
        cost += 0.12 * sum(1 for _, where, _ in hung if where == wall)
    return cost


def _off_furniture(plan: RoomPlan, wall: str, along: float, bottom: float) -> float:
    """The cost of a picture that hangs above nothing: people hang them over a sideboard, a bench or a bed, above its middle."""
    away = [
        abs(along - (foot.x if wall in ("back", "front") else foot.z))
        for stander, foot in plan.placed
        if _LEAST_BELOW <= stander.height <= bottom
        and stander.width >= _WIDE_BELOW
        and not stander.mounted
        and _at_back(foot) == wall
        and plan.wall_gaps(foot)[wall] < _AT_WALL
    ]
    return _ABOVE_NOTHING * min([1.0, *(2.0 * d for d in away)])


def _before(body: Footprint, foot: Footprint, wall: str, reach: float) -> bool:
    """Whether an item within so many metres of a wall hides a part of it."""
    box, there = body.box, foot.box
    if wall in ("back", "front"):
        beside = min(box[1], there[1]) - max(box[0], there[0])
        return beside > 0.3 * (box[1] - box[0]) and body.distance(foot) < reach
    beside = min(box[3], there[3]) - max(box[2], there[2])
    return beside > 0.3 * (box[3] - box[2]) and body.distance(foot) < reach


def _at_back(there: Footprint) -> str:
    """The wall behind the back of what stands there."""
    return next((wall for wall, turn in WALLS.items() if abs((turn - there.turn) % 360.0) < 1.0), "back")


def _wall_behind(plan: RoomPlan, there: Footprint) -> str:
    """The wall that what stands there has its back to; where it has it to none, the nearest."""
    back = _at_back(there)
    return back if plan.wall_gaps(there)[back] < _AT_WALL else plan.nearest_wall(there)


def footprint_at(plan: RoomPlan, item: Item) -> Footprint | None:
    """Where a thing stands or hangs, or what carries it; None where it has no place yet."""
    ground = item
    while ground.host is not None:
        ground = ground.host
    if ground.mounted:
        return Footprint(ground.x, ground.z, ground.width / 2, ground.depth / 2, ground.turn)
    return plan.footprint_of(ground)


def _tie_cost(
    plan: RoomPlan, bond: Bond, item: Item, body: Footprint, other: Item, there: Footprint, wall: str
) -> float:
    along_x = wall in ("back", "front")
    offset = abs(body.x - there.x) if along_x else abs(body.z - there.z)
    away = body.distance(there)
    dx, dz = there.x - body.x, there.z - body.z
    length = (dx * dx + dz * dz) ** 0.5 or 1.0
    mine, theirs = direction(body.turn), direction(there.turn)
    seen = (mine[0] * dx + mine[1] * dz) / length
    looks = -(theirs[0] * dx + theirs[1] * dz) / length * (-1.0 if other is bond.item and other.looked_over else 1.0)
    kind = bond.kind
    if kind == "behind" and bond.item is item and is_counter(other):
        spread = (bond.rank - (bond.total - 1) / 2) * (item.width + 0.05)
        shift = abs((body.x - there.x if along_x else body.z - there.z) - spread)
        return 1.5 * shift + 4.0 * (wall != _at_back(there))
    if kind in ("above", "under", "on", "inside", "centered", "with"):
        spread = (
            (bond.rank - (bond.total - 1) / 2) * (item.width + 0.15) if bond.item is item and bond.total > 1 else 0.0
        )
        shift = abs((body.x - there.x if along_x else body.z - there.z) - spread)
        return 1.5 * shift + 1.2 * away + 2.0 * (_wall_behind(plan, there) != wall and not other.mounted)
    if kind in ("flank", "left_of", "right_of", "next_to", "between"):
        reach = item.width / 2 + (there.half_width if other.mounted or theirs == mine else max(there.reach)) + 0.12
        sides = {"left_of": 1.0, "right_of": -1.0, "flank": 1.0 if bond.rank % 2 == 0 else -1.0}
        lx, lz = theirs[1], -theirs[0]
        lateral = -(lx * dx + lz * dz)
        if kind == "between":
            return 1.2 * offset + 1.5 * (other.mounted and other.wall != wall)
        if bond.item is not item or kind == "next_to":
            return 1.2 * abs(offset - reach) + 2.0 * (plan.nearest_wall(there) != wall)
        return 1.2 * abs(lateral - sides[kind] * reach) + 2.0 * (plan.nearest_wall(there) != wall)
    if kind in ("facing", "across", "in_front_of"):
        return 1.5 * (1.0 - seen) + 1.8 * (1.0 - looks) + 0.5 * offset + 0.5 * max(0.0, 1.2 - away)
    if kind == "near":
        return 0.5 * max(0.0, away - 0.8)
    if kind == "away":
        return 0.4 * max(0.0, 1.8 - away)
    if kind == "far":
        return 0.4 * max(0.0, 4.0 - away)
    return 0.3 * away
