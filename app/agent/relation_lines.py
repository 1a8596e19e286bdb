"""What was said of the things of a stage, as the ``relate(...)`` call of its program."""

from __future__ import annotations

from dataclasses import dataclass

from app.agent.bonds import IMPLIED, Bond
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
    """The call with a line for each relation that the text states; empty where it states none."""
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
    lines = list(dict.fromkeys(lines))
    if not lines:
        return ""
    return "\nrelate(\n" + "".join(f"    {line},\n" for line in lines) + ")\n"


_PAIRS = {
    "on": "on", "inside": "inside", "under": "under", "above": "above", "next_to": "next_to", "near": "near",
    "across": "across", "far": "far", "left_of": "left_of",
    "right_of": "right_of", "in_front_of": "in_front_of", "behind": "behind", "facing": "facing",
    "foot": "in_front_of", "with": "near", "at": "next_to",
    "along": "next_to", "head": "near", "centered": "centered",
}  # fmt: skip


def _relation(bond: Bond, stage: Stage, names: Names) -> list[str]:
    a = names.of(bond.item)
    if bond.place:
        return _place_relation(bond, stage, a)
    if not bond.anchors:
        return []
    b = names.of(bond.anchors[0])
    if bond.kind == "between":
        if len(bond.anchors) < 2:
            return [f"near({a!r}, {b!r})"]
        return [f"symmetric({b!r}, {names.of(bond.anchors[1])!r}, {a!r})"]
    if bond.kind == "flank":
        return [f"{'left_of' if bond.rank % 2 == 0 else 'right_of'}({a!r}, {b!r})", f"next_to({a!r}, {b!r})"]
    if bond.kind == "with":
        return [f"{'on' if bond.item.host is bond.anchors[0] else 'near'}({a!r}, {b!r})"]
    return [f"{_PAIRS[bond.kind]}({a!r}, {b!r})"] if bond.kind in _PAIRS else []


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
