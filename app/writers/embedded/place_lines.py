"""Writes the ``place`` calls of a program: an object, its pose, its name."""

from __future__ import annotations

import keyword
from collections import Counter

from scenewright.app.furnishing.traits import wall_backed
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.literals import write_number, write_offset
from scenewright.app.writers.embedded.motion_lines import moving_parts
from scenewright.app.writers.embedded.motions import PlannedMotions
from scenewright.app.writers.embedded.selection import Choice, Item
from scenewright.app.writers.embedded.staging import Stage
from scenewright.scene.model import slug

__all__ = [
    "RESERVED",
    "ObjectKey",
    "asset_text",
    "called",
    "object_text",
    "placement",
    "shared_lines",
    "shared_objects",
]

_NEAR_WALL = 1.3
RESERVED = word_set(
    """room place relate light camera environment embed register loop math np random surface adjust partition
    ground on inside under above hanging near across far behind facing aligned parallel centered around spaced
    symmetric clear dressing"""
)


ObjectKey = tuple[str, tuple[float, float, float] | None, bool]


def _key(item: Item) -> ObjectKey:
    return item.choice.words, item.box, item.upright


def shared_objects(order: list[tuple[str, list[Item]]]) -> dict[ObjectKey, str]:
    """Variable names for objects that the function places several times."""
    count: Counter[ObjectKey] = Counter()
    first: dict[ObjectKey, Choice] = {}
    for _, items in order:
        for item in items:
            key = _key(item)
            count[key] += 1
            first.setdefault(key, item.choice)
    out: dict[ObjectKey, str] = {}
    used: set[str] = set()
    for key, n in count.items():
        if n < 2:
            continue
        name = slug(first[key].request.words)
        name = name if name[0].isalpha() and name.isascii() else f"object_{len(out)}"
        if name in RESERVED or keyword.iskeyword(name) or name in ("min", "max", "list"):
            name = f"the_{name}"
        while name in used:
            name += "_2" if not name[-1].isdigit() else "x"
        used.add(name)
        out[key] = name
    return out


def shared_lines(shared: dict[ObjectKey, str]) -> list[str]:
    """A line for each of the variables."""
    return [f"    {name} = {asset_text(*key)}" for key, name in shared.items()]


def asset_text(words: str, box: tuple[float, float, float] | None, upright: bool, turns: str = "UPRIGHT") -> str:
    """The call that makes an object. `turns`: what turns one that stands on its edge; programs of this writer have a name for it."""
    size = f", size=({', '.join(write_number(v) for v in box)})" if box else ""
    call = f"asset_call({words!r}{size})"
    return f"transform_shape({call}, {turns})" if upright else call


def placement(
    item: Item, stage: Stage, shared: dict[ObjectKey, str], motions: PlannedMotions | None = None, frames: int = 1
) -> str:
    """The ``place`` call of an item."""
    x, y, z = _coordinates(item, stage)
    turn = item.turn % 360.0
    turn = turn - 360.0 if turn > 180.0 else turn
    moved = None if motions is None else motions.of(item)
    if moved is not None:
        parts = moving_parts(moved, asset_text(*_key(item)), (x, y, z), turn, frames)
        return f"place({', '.join([*parts, *called(item)])})"
    what = shared.get(_key(item)) or asset_text(*_key(item))
    parts = [what, f"at=({x}, {y}, {z})"]
    if abs(turn) > 0.005:
        parts.append(f"turn={write_number(turn, 2)}")
    return f"place({', '.join([*parts, *called(item)])})"


def called(item: Item) -> list[str]:
    """The arguments of a ``place`` call that say what the item is called."""
    own = item.choice.identity.lower() != item.choice.request.words.lower()
    return [f"name={item.choice.name!r}", *([f"z=embed({item.choice.identity!r})"] if own else [])]


def object_text(item: Item) -> str:
    """The call that makes the item's object."""
    return asset_text(*_key(item))


def _coordinates(item: Item, stage: Stage) -> tuple[str, str, str]:
    x, y, z = write_number(item.x), write_number(item.y, 4), write_number(item.z)
    if stage.outdoor:
        return x, y, z
    if item.support == "ceiling" and item.host is None:
        y = write_offset("HEIGHT", item.y - stage.height)
    if item.host is None and (item.mounted or (item.support == "floor" and wall_backed(item))):
        wall = item.wall
        at_end = {
            "left": item.x + stage.width / 2,
            "right": stage.width / 2 - item.x,
            "back": item.z + stage.depth / 2,
            "front": stage.depth / 2 - item.z,
        }
        single = not stage.partitions
        if wall == "back" and at_end[wall] < _NEAR_WALL:
            z = write_offset("-DEPTH/2", at_end[wall])
        elif wall == "front" and at_end[wall] < _NEAR_WALL:
            z = write_offset("DEPTH/2", -at_end[wall])
        elif wall == "left" and at_end[wall] < _NEAR_WALL and single:
            x = write_offset("-WIDTH/2", at_end[wall])
        elif wall == "right" and at_end[wall] < _NEAR_WALL and single:
            x = write_offset("WIDTH/2", -at_end[wall])
    return x, y, z
