"""Writes the relations of a stage as the ``relate(...)`` call of its program."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from scenewright.app.furnishing.footprints import Footprint
from scenewright.app.furnishing.traits import (
    is_bed,
    is_counter,
    is_desk,
    is_sat_at,
    is_seat,
    is_sofa,
    is_table,
    wall_backed,
)
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.arrangement_words import FormationShape
from scenewright.app.writers.embedded.bonds import IMPLIED, Bond
from scenewright.app.writers.embedded.prepositions import GAP
from scenewright.app.writers.embedded.roomplan import WALLS
from scenewright.app.writers.embedded.selection import Item
from scenewright.app.writers.embedded.staging import Stage

__all__ = ["Names", "relate_call", "relation_lines"]


@dataclass(frozen=True)
class Names:
    """Paths of the instances below the root, in the order of the program. `dressing`: those of what dresses the room."""

    path: dict[int, str]
    dressing: frozenset[str] = frozenset()

    def of(self, item: Item) -> str:
        """The path of an item."""
        return self.path[id(item)]

    def named_in(self, line: str) -> set[str]:
        """The paths of instances that a line of a relation names."""
        return {name for name in re.findall(r"'([^']*)'", line) if name in self._paths}

    @cached_property
    def _paths(self) -> frozenset[str]:
        return frozenset(self.path.values())


def relate_call(lines: Sequence[str]) -> str:
    """The call with these lines; '' where there are none."""
    return "\nrelate(\n" + "".join(f"    {line},\n" for line in lines) + ")\n" if lines else ""


def relation_lines(stage: Stage, names: Names) -> tuple[list[str], list[str]]:
    """A line for each relation of the text and for each item hung by the writer; and those that speak of what dresses the room."""
    lines: list[str] = []
    grouped: dict[tuple[int, int], list[Bond]] = {}
    stated = [b for b in stage.bonds if b.link != IMPLIED and not _covers_window(b) and not _stands_elsewhere(b)]
    lines += _arranged(stated, names)
    lines += _in_line(stage, names)
    # a circle may be wider than what *around* means to a layout, which would break it
    formed = {id(b.item) for b in stated if b.kind == "arranged" and FormationShape.of(b.detail).kind in _FORMED}
    stated = [b for b in stated if b.kind != "around" or id(b.item) not in formed]
    for bond in stated:
        if bond.kind == "around" and bond.anchors:
            grouped.setdefault((bond.link, id(bond.anchors[0])), []).append(bond)
    done: set[tuple[int, int]] = set()
    for bond in stated:
        if bond.kind == "around" and bond.anchors:
            key = (bond.link, id(bond.anchors[0]))
            if key in done:
                continue
            done.add(key)
            items = ", ".join(repr(names.of(b.item)) for b in grouped[key])
            lines.append(f"around([{items}], {names.of(bond.anchors[0])!r})")
            continue
        lines += _relation(bond, stage, names)
    lines += _hung(stage, names)
    lines += _at_other_walls(stage, names)
    lines += _holds(stage, names)
    lines = _consistent(list(dict.fromkeys(lines)))
    own = [line for line in lines if names.dressing.isdisjoint(names.named_in(line))]
    return own, [line for line in lines if line not in own]


_OFF_CENTRE = 0.35
"""Metres from the middle of a room up to which a layout may move a table to it."""
_FORMED = frozenset(["circle", "half circle", "u"])
"""Arrangements with something in the middle."""


def _hung(stage: Stage, names: Names) -> list[str]:
    """A ``joined`` line for each thing with what hangs from it."""
    groups: dict[int, list[Item]] = {}
    for item in stage.items:
        if item.hung and item.host is not None:
            groups.setdefault(id(item.host), [item.host]).append(item)
    return [f"joined({', '.join(repr(names.of(i)) for i in group)})" for group in groups.values()]


def _at_other_walls(stage: Stage, names: Names) -> list[str]:
    """An ``against_wall`` line for furniture of a recipe at another wall than is usual, so that a layout leaves it at one."""
    if stage.outdoor:
        return []
    return [
        f"against_wall({names.of(b.item)!r})"
        for b in stage.bonds
        if b.place == "wall"
        and b.kind == "against_wall"
        and _stands_elsewhere(b)
        and b.item.wall
        and wall_backed(b.item)
    ]


def _arranged(bonds: list[Bond], names: Names) -> list[str]:
    """A ``facing`` line for each of the seats that face each other."""
    groups: dict[int, list[Item]] = {}
    for bond in bonds:
        if bond.kind == "arranged" and FormationShape.of(bond.detail).kind == "facing":
            groups.setdefault(bond.link, []).append(bond.item)
    lines = []
    for items in groups.values():
        half = (len(items) + 1) // 2
        for a, b in zip(items[:half], items[half:], strict=False):
            if a.support == b.support == "floor" and not is_sat_at(a) and not is_sat_at(b):
                lines += [f"facing({names.of(a)!r}, {names.of(b)!r})", f"facing({names.of(b)!r}, {names.of(a)!r})"]
    return lines


def _in_line(stage: Stage, names: Names) -> list[str]:
    """An ``on`` line for what stands in line on the boards of each shelf."""
    shelved: dict[tuple[int, bool], tuple[Item, list[Item]]] = {}
    for bond in stage.bonds:
        item = bond.item
        if bond.kind in ("on", "inside") and item.slot is not None and item.host is bond.anchors[0]:
            shelved.setdefault((id(item.host), item.dresses), (item.host, []))[1].append(item)
    lines = []
    for host, items in shelved.values():
        said = ", ".join(repr(name) for name in dict.fromkeys(names.of(i) for i in items))
        lines.append(f"on([{said}], {names.of(host)!r})")
    return lines


def _covers_window(bond: Bond) -> bool:
    """Whether a curtain hangs at its window: before it, which no relation says."""
    return bond.place == "window" and bond.item.mounted and bond.kind in ("next_to", "near", "with", "at", "on")


def _stands_elsewhere(bond: Bond) -> bool:
    """Whether nobody asked for the thing, and it cannot stand as is usual: at the named wall, in the middle where several of its kind are,
    or behind what has its back to a wall."""
    if not bond.item.choice.request.expected:
        return False
    named = [wall for wall in WALLS if wall in bond.detail.split()]
    if bond.place == "wall" and is_counter(bond.item):
        return True  # who serves stands between it and the wall
    if bond.place == "wall" and named:
        return bond.item.wall not in named
    if bond.kind == "centered" and bond.place:
        return bond.total > 1
    return bond.kind == "behind" and bool(bond.anchors) and wall_backed(bond.anchors[0])


def _holds(stage: Stage, names: Names) -> list[str]:
    """An ``on_wall`` line for each item that hangs though its kind usually stands: a television without a stand."""
    hung = [i for i in stage.items if i.mounted and i.choice.support != "wall"]
    return [f"on_wall({names.of(i)!r})" for i in hung]


_OPPOSITE = {"left_of": "right_of", "right_of": "left_of", "in_front_of": "behind", "behind": "in_front_of"}


def _consistent(lines: list[str]) -> list[str]:
    """The lines without those that contradict another line: the text may state both (*on* the *lower* shelf of a bookcase)."""
    on = {line.removeprefix("on(") for line in lines if line.startswith("on(")}
    in_or_on = on | {line.removeprefix("inside(") for line in lines if line.startswith("inside(")}
    out = []
    for line in lines:
        kind, _, pair = line.partition("(")
        ruled_out = pair in on if kind in ("inside", "above") else kind == "under" and pair in in_or_on
        ruled_out |= kind in (*_OPPOSITE, "next_to", "near") and pair in in_or_on
        ruled_out |= f"{_OPPOSITE.get(kind)}({pair}" in out
        if not ruled_out:
            out.append(line)
    return out


_ACROSS = 4.0
_PAIRS = {
    "on": "on", "inside": "inside", "under": "under", "above": "above", "next_to": "next_to", "near": "near",
    "across": "across", "far": "far", "left_of": "left_of",
    "right_of": "right_of", "in_front_of": "in_front_of", "behind": "behind", "facing": "facing",
    "foot": "in_front_of", "with": "near", "at": "next_to",
    "along": "next_to", "head": "near", "centered": "centered", "apart": "near", "away": "behind",
}  # fmt: skip


def _relation(bond: Bond, stage: Stage, names: Names) -> list[str]:
    a = names.of(bond.item)
    if bond.place:
        return _place_relation(bond, stage, names)
    if not bond.anchors:
        return []
    b = names.of(bond.anchors[0])
    if bond.kind == "hung":
        return []  # see _hung
    if bond.kind == "between":
        return [_apart(bond.item, anchor, a, names.of(anchor)) for anchor in bond.anchors]
    if bond.kind == "flank":
        # the first is the left one in the picture, at the right hand of what faces the viewer
        return [f"{'right_of' if bond.rank % 2 == 0 else 'left_of'}({a!r}, {b!r})", f"next_to({a!r}, {b!r})"]
    below = bond.item.host
    if bond.kind in ("on", "inside", "with") and below is not None and below.request == bond.item.request:
        return [_line("on", a, names.of(below))]  # in a pile on another of its kind
    if bond.kind in ("on", "inside") and bond.item.slot is not None and below is bond.anchors[0]:
        return []  # see _in_line
    if bond.kind in ("on", "inside") and _carries_host(bond.anchors[0], bond.item):
        return []  # 'a dresser holds three bottles on a tray': not the bottles but the tray is on it
    if bond.kind == "inside" and bond.item.mounted:
        return []  # it was too large for its container and hangs
    if bond.kind == "with":
        return [f"{'on' if bond.item.host is bond.anchors[0] else 'near'}({a!r}, {b!r})"]
    if bond.kind in ("above", "next_to", "near", "with", "at") and _from_afar(bond.item, bond.anchors[0]):
        return [_apart(bond.item, bond.anchors[0], a, b)]
    if bond.kind in ("next_to", "near", "apart", "far") and bond.anchors[0].support == "floor":
        a = names.of(_ground(bond.item, bond.anchors[0]))  # 'a lamp on a table beside the bed': relate the table
    kind = _as_it_stands(bond.kind, bond.item, bond.anchors[0])
    if kind == "facing" and bond.item.words[-1:] == ("table",) and not bond.item.looked_over:
        return []  # a table has no front: who sits at it looks there
    lines = [_line(kind, a, b)] if kind in _PAIRS else []
    if kind == "away" and bond.item.looked_over:
        lines = [_line("in_front_of", b, a)]  # people at a desk have what is before its front at their backs
    if kind in ("near", "apart") and bond.detail.startswith(GAP):
        least, most = (float(metres) for metres in bond.detail.removeprefix(GAP).split())
        lines = [f"near({a!r}, {b!r}, {least}, {most})"]
    if kind == "in_front_of" and (is_seat(bond.item) or is_sofa(bond.item)) and is_sat_at(bond.anchors[0]):
        lines.append(_line("facing", a, b))  # 'the sofa is in front of the coffee table' implies facing it
    return lines


def _ground(item: Item, other: Item | None) -> Item:
    """The item on the floor that carries `item`; `item` itself where that is `other`."""
    at = item
    while at.host is not None and not at.below:
        at = at.host
    return at if at.support == "floor" and at is not other else item


def _carries_host(anchor: Item, item: Item) -> bool:
    """Whether the anchor carries the item's host."""
    at = item.host
    while at is not None and at.host is not None:
        at = at.host
        if at is anchor:
            return True
    return False


def _has_room_below(anchor: Item, item: Item) -> bool:
    """Whether an item has room below the anchor: furniture that one sits at or puts things under, or something that hangs."""
    if anchor.mounted or anchor.support in ("ceiling", "wall"):
        return True
    return (is_table(anchor) or is_desk(anchor) or is_bed(anchor)) and (is_seat(item) or item.height < anchor.height)


_BOARDS = word_set(
    "shelf shelves bookshelf bookcase shelving cabinet cupboard cart trolley rack wardrobe closet stand console"
)
"""Nouns of furniture that holds things on boards."""


def _line(kind: str, a: str, b: str) -> str:
    if kind == "apart":  # 'apart' is a moderate distance, less than 'far'
        return f"near({a!r}, {b!r}, 1.5, 4.0)"
    if kind == "away":  # 'a' turns its back on 'b': so 'b' is behind 'a'
        a, b = b, a
    return f"{_PAIRS[kind]}({a!r}, {b!r})"


def _as_it_stands(kind: str, item: Item, anchor: Item) -> str:
    """The kind of a bond, replaced where the two items cannot meet it: a lamp on the floor is not above what it lights."""
    if kind in ("next_to", "near", "with", "at") and anchor.support == "ceiling" and item.support == "floor":
        return "under"
    if kind == "under" and item.support == "floor" and item.host is None and not _has_room_below(anchor, item):
        return "next_to"  # a pouf that is too high for the space below a shelf
    if kind in ("on", "inside") and item.support == "ceiling" and anchor.support == "floor":
        return "above"
    if kind in ("on", "inside") and item.support == "floor" and item.host is None and anchor.support != "rug":
        return "next_to"  # it is too large to stand on the anchor
    if kind == "on" and item.mounted and anchor.support == "floor":
        return "above"
    if kind == "above" and item.support in ("floor", "surface"):
        return "next_to"
    if kind in ("next_to", "near", "with", "at") and item.support == "ceiling" and anchor.support in ("floor", "rug"):
        return "above"
    if kind == "inside" and item.host is anchor and (_BOARDS & _words(anchor) or not _within(item, anchor)):
        return "on"  # on a board, or on the top where no board has room
    return kind


def _words(item: Item) -> set[str]:
    return set(item.choice.entry.word.lower().split())


def _within(item: Item, host: Item) -> bool:
    """Whether at least half of an item's height is below the top of its host."""
    return item.y + item.height / 2.0 <= host.y + host.height


def _apart(item: Item, anchor: Item, a: str, b: str) -> str:
    """The relation for the distance of an item to an anchor: next to, near, or near with the distance as its limit."""
    away = _footprint(item).distance(_footprint(anchor))
    if away <= 0.5:
        return f"next_to({a!r}, {b!r})"
    return f"near({a!r}, {b!r})" if away <= 1.5 else f"near({a!r}, {b!r}, 0.0, {math.ceil(2.0 * away) / 2.0})"


def _from_afar(item: Item, anchor: Item) -> bool:
    """Whether the item hangs on a wall away from the anchor, which stands on the floor."""
    on_wall = item.support == "wall" and item.host is None and anchor.support == "floor"
    return on_wall and _footprint(item).distance(_footprint(anchor)) > 0.3


def _footprint(item: Item) -> Footprint:
    return Footprint(item.x, item.z, item.width / 2.0, item.depth / 2.0, item.turn)


def _place_relation(bond: Bond, stage: Stage, names: Names) -> list[str]:
    a = names.of(bond.item)
    if stage.outdoor:
        return [f"centered({a!r}, 'ground')"] if bond.kind == "centered" else []
    if bond.kind == "on" and bond.place == "floor":
        # only items that usually stand on furniture need the relation
        small = bond.item.choice.support == "surface" and bond.item.host is None and bond.item.support == "floor"
        return [f"on({a!r}, 'room/floor')"] if small else []
    if bond.kind == "in_corner":
        return [f"in_corner({a!r})"]
    if bond.kind == "hanging":
        return [f"hanging({a!r})"] if bond.item.support == "ceiling" else []
    if bond.kind in ("on_wall", "against_wall", "along") and bond.item.host is not None:
        return []  # 'a monitor to the right': its host has its own place
    if bond.kind == "on_wall":
        return [f"on_wall({a!r})"] if bond.item.mounted else [f"against_wall({a!r})"]
    if bond.kind in ("against_wall", "along"):
        named = next((w for w in WALLS if w in bond.detail.split()), None)
        return [f"against_wall({a!r}, {named!r})" if named else f"against_wall({a!r})"]
    if bond.kind == "centered":
        if bond.total > 1:
            return []  # several cannot all stand in the middle: they stand about it
        seats = any(b.anchors[:1] == (bond.item,) and b.kind in ("around", "at") for b in stage.bonds)
        if seats and not stage.partitions and max(abs(bond.item.x), abs(bond.item.z)) > _OFF_CENTRE:
            return []  # the room has no middle for a table with its seats, and a table alone would be moved into them
        return [f"centered({a!r}, 'room')"]
    if bond.kind in ("facing", "away") and bond.place == "wall":
        named = next((w for w in WALLS if w in bond.detail.split()), bond.item.wall if bond.item.looked_over else "")
        wall = named if bond.kind == "facing" else _OTHER_WALL.get(named, "")
        return [_line("facing", a, f"room/wall_{wall}")] if wall else []
    if bond.place in ("door", "window") and bond.kind in _PAIRS:
        a = names.of(_ground(bond.item, None))  # 'glasses on a cart near the window': relate the cart
        found = _nearest_opening(bond, stage)
        if found is None:
            return []
        away, target, wall = found
        if bond.kind == "away":
            return [_line("facing", a, f"room/wall_{_OTHER_WALL[wall]}")]
        # an item at a wall of a large room faces a window over four metres away
        kind = "facing" if bond.kind == "across" and away > _ACROSS and bond.item.wall else bond.kind
        if kind == "under" and bond.item.support == "floor" and bond.item.height > _highest_sill(bond.place, stage):
            kind = "next_to"
        return [_line(kind, a, target)]
    return []


def _highest_sill(place: str, stage: Stage) -> float:
    return max(o.sill for o in stage.openings if o.kind == place)


_OTHER_WALL = {"back": "front", "front": "back", "left": "right", "right": "left"}


def _nearest_opening(bond: Bond, stage: Stage) -> tuple[float, str, str] | None:
    """Distance in metres, name and wall of the nearest opening of the bond's kind; the farthest for 'far' and 'across'; else None."""
    best: tuple[float, str, str] | None = None
    number = 0
    for o in stage.openings:
        if o.kind != bond.place:
            continue
        x, z = {
            "back": (o.offset, -stage.depth / 2),
            "front": (o.offset, stage.depth / 2),
            "left": (-stage.width / 2, o.offset),
            "right": (stage.width / 2, o.offset),
        }[o.wall]
        away = ((bond.item.x - x) ** 2 + (bond.item.z - z) ** 2) ** 0.5
        away = -away if bond.kind in ("far", "across") else away
        name = f"room/{bond.place}" if number == 0 else f"room/{bond.place}[{number}]"
        number += 1
        if best is None or away < best[0]:
            best = (away, name, o.wall)
    return (abs(best[0]), *best[1:]) if best else None
