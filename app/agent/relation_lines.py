"""What was said of the things of a stage, as the ``relate(...)`` call of its program."""

from __future__ import annotations

import math
from dataclasses import dataclass

from app.agent.bonds import IMPLIED, Bond
from app.agent.footprints import Footprint
from app.agent.roomplan import WALLS
from app.agent.selection import Item
from app.agent.staging import Stage

__all__ = ["Names", "write_relations"]


@dataclass(frozen=True)
class Names:
    """Paths of the instances below the root, in the order in which they are written."""

    path: dict[int, str]

    def of(self, item: Item) -> str:
        return self.path[id(item)]


def write_relations(stage: Stage, names: Names) -> str:
    """The call with a line for each relation that the text states, and for what hangs; empty where there are none."""
    lines: list[str] = []
    grouped: dict[tuple[int, int], list[Bond]] = {}
    stated = [b for b in stage.bonds if b.link != IMPLIED]
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
    lines += _holds(stage, names)
    lines = _consistent(list(dict.fromkeys(lines)))
    if not lines:
        return ""
    return "\nrelate(\n" + "".join(f"    {line},\n" for line in lines) + ")\n"


def _holds(stage: Stage, names: Names) -> list[str]:
    """What holds up the things that stand elsewhere by custom and were hung up here: a television without a stand."""
    hung = [i for i in stage.items if i.mounted and i.choice.support != "wall"]
    return [f"on_wall({names.of(i)!r})" for i in hung]


def _consistent(lines: list[str]) -> list[str]:
    """The lines without those that another rules out, where the text has it both ways: *on* the *lower* shelf of a bookcase."""
    on = {line.removeprefix("on(") for line in lines if line.startswith("on(")}
    in_or_on = on | {line.removeprefix("inside(") for line in lines if line.startswith("inside(")}
    out = []
    for line in lines:
        kind, _, pair = line.partition("(")
        ruled_out = pair in on if kind in ("inside", "above") else kind == "under" and pair in in_or_on
        if not ruled_out:
            out.append(line)
    return out


_PAIRS = {
    "on": "on", "inside": "inside", "under": "under", "above": "above", "next_to": "next_to", "near": "near",
    "across": "across", "far": "far", "left_of": "left_of",
    "right_of": "right_of", "in_front_of": "in_front_of", "behind": "behind", "facing": "facing",
    "foot": "in_front_of", "with": "near", "at": "next_to",
    "along": "next_to", "head": "near", "centered": "centered", "away": "near",
}  # fmt: skip


def _relation(bond: Bond, stage: Stage, names: Names) -> list[str]:
    a = names.of(bond.item)
    if bond.place:
        return _place_relation(bond, stage, a)
    if not bond.anchors:
        return []
    b = names.of(bond.anchors[0])
    if bond.kind == "between":
        return [_apart(bond.item, anchor, a, names.of(anchor)) for anchor in bond.anchors]
    if bond.kind == "flank":
        return [f"{'left_of' if bond.rank % 2 == 0 else 'right_of'}({a!r}, {b!r})", f"next_to({a!r}, {b!r})"]
    if bond.kind == "with":
        return [f"{'on' if bond.item.host is bond.anchors[0] else 'near'}({a!r}, {b!r})"]
    kind = _as_it_stands(bond.kind, bond.item, bond.anchors[0])
    return [_line(kind, a, b)] if kind in _PAIRS else []


def _line(kind: str, a: str, b: str) -> str:
    # away from something is not far from it
    return f"near({a!r}, {b!r}, 1.5, 4.0)" if kind == "away" else f"{_PAIRS[kind]}({a!r}, {b!r})"


def _as_it_stands(kind: str, item: Item, anchor: Item) -> str:
    """The kind of a bond, as it can be of these two: a lamp that stands on the floor is not above what it lights."""
    if kind == "above" and item.support == "floor" and item.host is None:
        return "next_to"
    if kind in ("next_to", "near", "with", "at") and item.support == "ceiling" and anchor.support in ("floor", "rug"):
        return "above"
    if kind == "inside" and item.host is anchor and anchor.support != "surface" and not _within(item, anchor):
        return "on"  # a cabinet that holds a microwave has it on its top, where none of its boards has room
    return kind


def _within(item: Item, host: Item) -> bool:
    """Whether at least half of what stands on a host is below its top."""
    return item.y + item.height / 2.0 <= host.y + host.height


def _apart(item: Item, anchor: Item, a: str, b: str) -> str:
    """How far one of the two is that something is between: what it stands next to, near, or in any case not beyond."""
    away = _footprint(item).distance(_footprint(anchor))
    if away <= 0.5:
        return f"next_to({a!r}, {b!r})"
    return f"near({a!r}, {b!r})" if away <= 1.5 else f"near({a!r}, {b!r}, 0.0, {math.ceil(2.0 * away) / 2.0})"


def _footprint(item: Item) -> Footprint:
    return Footprint(item.x, item.z, item.width / 2.0, item.depth / 2.0, item.turn)


def _place_relation(bond: Bond, stage: Stage, a: str) -> list[str]:
    if stage.outdoor:
        return [f"centered({a!r}, 'ground')"] if bond.kind == "centered" else []
    if bond.kind == "in_corner":
        return [f"in_corner({a!r})"]
    if bond.kind == "hanging":
        return [f"hanging({a!r})"] if bond.item.support == "ceiling" else []
    if bond.kind == "on_wall":
        return [f"on_wall({a!r})"] if bond.item.mounted else [f"against_wall({a!r})"]
    if bond.kind in ("against_wall", "along"):
        named = next((w for w in WALLS if w in bond.detail.split()), None)
        return [f"against_wall({a!r}, {named!r})" if named else f"against_wall({a!r})"]
    if bond.kind == "centered":
        return [f"centered({a!r}, 'room')"]
    if bond.place in ("door", "window") and bond.kind in _PAIRS:
        target = _nearest_opening(bond, stage)
        return [f"{_PAIRS[bond.kind]}({a!r}, {target!r})"] if target else []
    return []


def _nearest_opening(bond: Bond, stage: Stage) -> str | None:
    """The name of the opening that is meant: the nearest one (the farthest, of what is to be far)."""
    best: tuple[float, str] | None = None
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
            best = (away, name)
    return best[1] if best else None
