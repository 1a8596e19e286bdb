"""Things that are arranged among themselves and move as one: rows, pairs that face each other, circles, a U.

Each thing of a formation is the leader of a unit: itself and what stands around it (a table with its chairs). The units are placed
by their sizes, so that chairs have room and people can walk between.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scenewright.app.furnishing.footprints import turn_towards
from scenewright.app.furnishing.traits import is_desk, is_seat, is_sofa, is_table, wall_backed
from scenewright.app.writers.embedded.arrangement_words import FormationShape
from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.selection import Item
from scenewright.app.writers.embedded.wall_rows import named_wall, row_wall, rows_at_walls, sat_before, wall_of

__all__ = ["Formation", "find_formations", "unit_poses"]

Box = tuple[float, float, float, float]
"""Bounds (x0, x1, z0, z1) of a unit in the frame of its leader, metres."""
Pose = tuple[float, float, float]
"""(x, z, turn): metres, and degrees about +y."""

_ROWS_FROM, _TABLES_FROM = 4, 3
_SEATS_IN_ROWS, _FURNITURE_IN_ROWS, _THINGS_IN_ROWS = 9, 14, 24
"""Least numbers of like things that stand in rows though nobody says so: chairs, cupboards, and others."""
_MOST_COLUMNS = 8
_TALK = 1.5
"""Metres between the fronts of two seats that face each other with nothing between."""
_LONGEST_ROW = 5.5
"""Metres of one wall that a row of what nobody asked for may take."""
_ASKED_ROW = 8.0
"""Metres of one wall that a row takes where the text speaks of the wall."""
_LANE = 2.5
"""Times its width that a thing is deep from which on such things are lanes, which lie side by side."""
_LONGEST_SEATS = 3.2
"""The same for seats: those of a waiting room stand at several walls."""
_REACH = 0.4
"""Metres between a seat and the low table before it."""
_COLUMNS = frozenset(["column", "pillar", "lamppost", "torch", "obelisk"])
_FOR_SEVERAL, _AISLE = 1.2, 0.6
"""Metres: what is wider seats several, and such blocks have an aisle between them where the text says how many are in a row."""
_LITTLE, _BETWEEN_LITTLE = 0.8, 0.2
"""Metres: pots, crates and the like are little, and stand this close to each other in rows."""
_BETWEEN_COLUMNS = 0.7
"""Metres between what people set up at a distance from one another along a wall."""
_ON_FLOOR = ("facing", "back", "row", "rows", "circle", "half circle", "u")
_ABOUT = ("facing", "back", "circle")
"""Shapes with something in the middle."""
_PLACED_BY_ANCHOR = (
    "around",
    "at",
    "flank",
    "in_front_of",
    "behind",
    "next_to",
    "left_of",
    "right_of",
    "foot",
    "between",
)


@dataclass(eq=False)
class Formation:
    """Things that are arranged among themselves. `focus`: what all of them look at. `wall`: the wall that they look at, or stand at;
    '' for any. `at_wall`: they stand with their backs to it. `middle`: what stands between or amid them."""

    items: list[Item]
    shape: FormationShape
    focus: Item | None = None
    wall: str = ""
    at_wall: bool = False
    middle: list[Item] = field(default_factory=list)

    @property
    def looks(self) -> bool:
        """Whether all look the same way, at a focus or a wall, from a distance."""
        return self.shape.kind in ("rows", "half circle", "u") or (self.shape.kind == "row" and self.focus is not None)

    @property
    def sat_at(self) -> bool:
        """Whether people sit at the things, and look over them: desks and tables; not desks with seats of their own, at their backs."""
        first = self.items[0]
        return first.looked_over or (is_table(first) and not is_desk(first))


def find_formations(items: list[Item], bonds: list[Bond]) -> list[Formation]:
    """The formations among things on the floor: those of the text, and things that people expect in rows: four or more like things that
    look at one thing or wall, and desks and tables of which the text says nothing else."""
    standing = [i for i in items if i.support in ("floor", "rug") and i.host is None]
    found: list[Formation] = []
    taken: set[int] = set()
    said: dict[int, list[Bond]] = {}
    here = {id(i) for i in standing}
    for bond in bonds:
        if bond.kind == "arranged" and id(bond.item) in here:
            said.setdefault(bond.link, []).append(bond)
    for group in said.values():
        shape = FormationShape.of(group[0].detail)
        members = [b.item for b in group if id(b.item) not in taken]
        if len(members) < 2 or shape.kind not in _ON_FLOOR:
            continue
        formation = _stated(members, shape, bonds)
        if formation is not None:
            found += [formation] if any(b.stated for b in group) else _in_lengths(formation)
            taken |= {id(i) for i in members}
    alike: dict[tuple[object, ...], list[Item]] = {}
    own = _bonds_by_item(bonds)
    for item in standing:
        if id(item) not in taken and (item.support == "floor" or _is_mat(item)):
            free = not own.get(id(item))  # 'a chair and a chair and a chair': three requests for the same
            key = (item.choice.words, item.choice.request.zone, item.size) if free else (item.request,)
            alike.setdefault(key, []).append(item)
    for members in sat_before(items, own):
        found.append(Formation(members, FormationShape("row"), None, wall_of(members, own), at_wall=True))
        taken |= {id(i) for i in members}
    for members in alike.values():
        lined = rows_at_walls(members, own)
        if lined:
            found += [Formation(row, FormationShape("row"), None, wall, at_wall=True) for row, wall in lined]
            continue
        wall = row_wall(members, own)
        if wall is not None:
            row = Formation(members, FormationShape("row"), None, wall, at_wall=True)
            short = len(members) * members[0].width <= _ASKED_ROW
            found += [row] if row.wall or short else _in_lengths(row)
            continue
        least = _TABLES_FROM if is_table(members[0]) and not is_desk(members[0]) else _ROWS_FROM
        formation = _expected(members, own) if len(members) >= least else None
        if formation is not None:
            found.append(formation)
    return found


def _is_mat(item: Item) -> bool:
    return item.support == "rug" and item.width * item.depth < 2.5


def _bonds_by_item(bonds: list[Bond]) -> dict[int, list[Bond]]:
    """The bonds that say where things are, by the id of the thing."""
    out: dict[int, list[Bond]] = {}
    for bond in bonds:
        if bond.kind == "arranged" or (bond.kind == "with" and not is_seat(bond.item)):
            continue
        if bond.place or bond.anchors:
            out.setdefault(id(bond.item), []).append(bond)
    return out


def _stated(members: list[Item], shape: FormationShape, bonds: list[Bond]) -> Formation | None:
    mine = {id(i) for i in members}
    first = _bonds_by_item(bonds).get(id(members[0]), [])
    if shape.kind in _ABOUT:
        return Formation(members, shape, middle=_amid(members, mine, bonds))
    if any(b.kind in _PLACED_BY_ANCHOR and b.anchors and id(b.anchors[0]) not in mine for b in first):
        return None  # 'stools in a row in front of the bar': the bar places them
    looked_at = next((b for b in first if b.kind in ("facing", "across", "toward")), None)
    focus = looked_at.anchors[0] if looked_at is not None and looked_at.anchors else None
    if focus is not None and focus.host is not None:
        focus = None
    wall = named_wall(looked_at.detail) if looked_at is not None else ""
    backed = [b for b in first if b.place == "wall" and b.kind in ("against_wall", "along", "on_wall")]
    row = shape.kind == "row"
    at_wall = row and focus is None and (bool(backed) or (wall_backed(members[0]) and not first))
    if backed:
        wall = named_wall(backed[0].detail)
    return Formation(members, shape, focus, wall, at_wall)


def _in_lengths(formation: Formation) -> list[Formation]:
    """A row at a wall, divided where nobody asked for the row and it would be too long for one wall: the rest stands at other walls."""
    items = formation.items
    longest = _LONGEST_SEATS if is_seat(items[0]) else _LONGEST_ROW
    each = max(1, int(longest / items[0].width))
    lanes = items[0].depth > _LANE * items[0].width
    if not formation.at_wall or len(items) <= each or lanes:
        return [formation]
    rows = math.ceil(len(items) / each)
    share = math.ceil(len(items) / rows)
    return [
        replace(formation, items=items[k : k + share], wall=formation.wall if k == 0 else "")
        for k in range(0, len(items), share)
    ]


def _amid(members: list[Item], mine: set[int], bonds: list[Bond]) -> list[Item]:
    """What the text puts between the things or in their middle, and a low table of which it says only that it belongs to them."""
    out = []
    for bond in bonds:
        item = bond.item
        if id(item) in mine and bond.anchors and bond.kind in ("across", "around", "at"):
            item = bond.anchors[0]  # 'facing each other across a table'
            if id(item) not in mine and item.support == "floor" and item.host is None and is_table(item):
                out.append(item)
            continue
        if id(item) in mine or item.support != "floor" or item.host is not None or any(item is o for o in out):
            continue
        if not bond.anchors or id(bond.anchors[0]) not in mine:
            continue
        low = (
            is_table(item) and item.height < 0.62 and bond.kind in ("in_front_of", "near", "next_to", "with", "facing")
        )
        if bond.kind in ("between", "centered") or low:
            out.append(item)
    return out[:1]


def _expected(members: list[Item], bonds: dict[int, list[Bond]]) -> Formation | None:
    said = [bonds.get(id(i), []) for i in members]
    if any(b.kind not in ("facing", "along", "across") for own in said for b in own):
        return None
    faced = [next((b for b in own if b.kind == "facing"), None) for own in said]
    first = faced[0]
    if first is None:
        return Formation(members, FormationShape("rows")) if not any(said) and _are_set_in_rows(members) else None
    if not all(b is not None and b.anchors[:1] == first.anchors[:1] for b in faced):
        return None
    focus = first.anchors[0] if first.anchors else None
    if focus is not None and (focus.host is not None or focus.support not in ("wall", "floor")):
        return None
    return Formation(members, FormationShape("rows"), focus, named_wall(first.detail))


def _are_set_in_rows(members: list[Item]) -> bool:
    """Whether people set so many of such things in rows, where nothing else is said."""
    first = members[0]
    if is_desk(first) or is_table(first):
        return first.support == "floor"
    if is_seat(first) and not is_sofa(first):
        return len(members) >= _SEATS_IN_ROWS
    return len(members) >= (_FURNITURE_IN_ROWS if wall_backed(first) else _THINGS_IN_ROWS)


# -- places of the units --------------------------------------------------------------------------------------------


def unit_poses(formation: Formation, boxes: Sequence[Box], middle: Sequence[Box] = ()) -> tuple[list[Pose], Pose]:
    """The pose of each unit, and of what is amid them, in the frame of the formation.

    Args:
        boxes: bounds of the units, each in the frame of its leader.
        middle: bounds of what is amid them; empty where nothing is.
    """
    items, shape = formation.items, formation.shape
    x0, x1 = min(b[0] for b in boxes), max(b[1] for b in boxes)
    z0, z1 = min(b[2] for b in boxes), max(b[3] for b in boxes)
    largest: Box = (x0, x1, z0, z1)
    if shape.kind in ("facing", "back"):
        return _pairs(formation, largest, middle)
    if shape.kind == "circle":
        return _circle(formation, largest, middle), (0.0, 0.0, 0.0)
    if shape.kind == "half circle":
        return _half_circle(formation, largest), (0.0, 0.0, 0.0)
    if shape.kind == "u":
        return _u_shape(formation, largest), (0.0, 0.0, 0.0)
    if shape.kind == "row":
        return _in_a_row(boxes, _beside(formation)), (0.0, 0.0, 0.0)
    columns = _columns(formation, largest)
    across, along = x1 - x0 + _beside(formation), z1 - z0 + _behind(formation)
    back = along if items[0].looked_over else -along  # who sits at a desk looks over it: the next row is at its front
    return [((k % columns) * across, (k // columns) * back, 0.0) for k in range(len(items))], (0.0, 0.0, 0.0)


def _in_a_row(boxes: Sequence[Box], gap: float) -> list[Pose]:
    """Poses side by side, each unit with the room that it needs itself."""
    at, poses = 0.0, list[Pose]()
    for number, box in enumerate(boxes):
        at += boxes[number - 1][1] - box[0] + gap if number else 0.0
        poses.append((at, 0.0, 0.0))
    return poses


def _beside(formation: Formation) -> float:
    """The free space in metres between neighbours in a row."""
    item, kind = formation.items[0], formation.shape.kind
    if is_sofa(item) or item.support == "rug":
        return 0.4
    if is_desk(item):
        return 0.5 if kind == "rows" else 0.1
    if is_table(item):
        return 0.8
    if is_seat(item):
        return _AISLE if kind == "rows" and item.width > _FOR_SEVERAL and formation.shape.per_row else 0.14
    if _COLUMNS & {*item.words, *item.choice.request.words.split()}:
        return _BETWEEN_COLUMNS
    if max(item.width, item.depth) < _LITTLE and not formation.at_wall:
        return _BETWEEN_LITTLE
    if formation.at_wall or wall_backed(item):
        return 0.02 if not formation.looks else 0.5
    return 0.5 if kind == "rows" else 0.25


def _behind(formation: Formation) -> float:
    """The free space in metres between rows."""
    item = formation.items[0]
    if is_desk(item):
        return 0.5 if formation.focus is not None or formation.shape.rows else 0.55
    if is_table(item):
        return 0.8
    if is_seat(item):
        return item.choice.entry.clearance.get("front", 0.45) if item.width > _FOR_SEVERAL else 0.45
    if max(item.width, item.depth) < _LITTLE:
        return _BETWEEN_LITTLE
    return 0.9 if wall_backed(item) else 0.5


def _columns(formation: Formation, box: Box) -> int:
    """How many stand in a row: as the text says, else as many as make the grid a little wider than deep."""
    count, shape = len(formation.items), formation.shape
    if shape.per_row:
        return min(shape.per_row, count)
    if shape.rows:
        return math.ceil(count / shape.rows)
    across, along = box[1] - box[0] + _beside(formation), box[3] - box[2] + _behind(formation)
    columns = max(1, math.ceil(math.sqrt(1.4 * count * along / across)))
    few = count <= _MOST_COLUMNS * _MOST_COLUMNS
    rows = math.ceil(count / (min(columns, _MOST_COLUMNS) if few else columns))
    return math.ceil(count / rows)  # rows of equal length


def _pairs(formation: Formation, box: Box, middle: Sequence[Box]) -> tuple[list[Pose], Pose]:
    """Two lines opposite each other: fronts to fronts, or backs to backs."""
    items = formation.items
    half = math.ceil(len(items) / 2)
    across = box[1] - box[0] + _beside(replace(formation, shape=FormationShape("row")))
    # who sits at a desk looks over its back: people face each other where the backs meet
    by_backs = formation.shape.kind == "back" or formation.sat_at
    if by_backs:
        reach = max(i.depth for i in items) / 2
        gap = 0.04 if formation.shape.kind == "back" or not middle else middle[0][3] - middle[0][2] + 0.1
        apart = -(2 * reach + gap)
    else:
        gap = middle[0][3] - middle[0][2] + 2 * _REACH if middle else _TALK
        apart = 2 * box[3] + max(gap, 1.2)
    poses = []
    for k in range(len(items)):
        line, at = (0, k) if k < half else (1, k - half)
        count = half if line == 0 else len(items) - half
        x = (at - (count - 1) / 2) * across
        poses.append((x, 0.0, 0.0) if line == 0 else (x, apart, 180.0))
    between = apart / 2
    if middle:
        between -= (middle[0][2] + middle[0][3]) / 2
    return poses, (0.0, between, 0.0)


def _circle(formation: Formation, box: Box, middle: Sequence[Box]) -> list[Pose]:
    count = len(formation.items)
    amid = max((math.hypot(b[1] - b[0], b[3] - b[2]) / 2 for b in middle), default=0.0)
    inner = _inner(count, box, formation, 2 * math.pi / count, max(0.7, amid + 0.5 if middle else 0.0))
    return [_on_circle(formation, box, inner, 2 * math.pi * k / count) for k in range(count)]


def _half_circle(formation: Formation, box: Box) -> list[Pose]:
    count = len(formation.items)
    step = math.pi / max(count - 1, 1)
    inner = _inner(count, box, formation, step, 1.0)
    return [_on_circle(formation, box, inner, -math.pi / 2 + step * k) for k in range(count)]


def _inner(count: int, box: Box, formation: Formation, step: float, least: float) -> float:
    """The radius in metres at which the inner corners of neighbours keep apart."""
    width = box[1] - box[0] + 0.15
    return max(least, width / (2 * math.tan(min(step, 2.9) / 2))) if count > 2 else max(least, 0.8)


def _on_circle(formation: Formation, box: Box, inner: float, angle: float) -> Pose:
    x, z = math.sin(angle), math.cos(angle)
    if formation.sat_at:  # people sit outside and look in
        radius = inner - box[2]
        return radius * x, radius * z, turn_towards(x, z)
    radius = inner + box[3]
    return radius * x, radius * z, turn_towards(-x, -z)


def _u_shape(formation: Formation, box: Box) -> list[Pose]:
    """Three sides of a rectangle, open toward -z. Things at which people sit stand close together; people sit outside."""
    count = len(formation.items)
    side = max(1, count // 3)
    base = count - 2 * side
    width = box[1] - box[0] + (0.02 if formation.sat_at else 0.14)
    deep = formation.items[0].depth
    inner = max(base * width, 1.8)  # the free width between the two sides
    length = side * width
    out = formation.sat_at
    turns = (0.0, 270.0, 90.0) if out else (180.0, 90.0, 270.0)
    reach = -box[2] if out else box[3]
    left = [(-inner / 2 - reach, -length + (k + 0.5) * width, turns[1]) for k in range(side)]
    deepest = (0.04 if out else deep * 0.5) + reach
    across = [((k - (base - 1) / 2) * width, deepest, turns[0]) for k in range(base)]
    right = [(inner / 2 + reach, -(k + 0.5) * width, turns[2]) for k in range(side)]
    return [*left, *across, *right]  # from the opening around to the opening
