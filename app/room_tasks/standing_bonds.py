"""The relations that a program states, as bonds between the things of its room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import IMPLIED, Bond
from scenewright.scene.layout import AnchorKind

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.selection import Item
    from scenewright.scene.layout import Constraint, JudgedScene

__all__ = ["stated_bonds"]

_TO_THINGS = word_set(
    """on inside under above next_to near across far left_of right_of in_front_of behind facing centered around"""
)
_TO_ROOM = {"in_corner": "corner", "against_wall": "wall", "on_wall": "wall", "hanging": "ceiling"}
"""Relations to the room -> the place that their bonds name."""


def stated_bonds(judged: JudgedScene, items: Mapping[int, Item]) -> list[Bond]:
    """A bond for each relation of the program that the plan of a room knows.

    Args:
        items: by the numbers of their bodies.
    """
    out: list[Bond] = []
    for constraint in judged.problem.constraints:
        kind = str(constraint.kind)
        members = [items[i] for i in constraint.items if i in items]
        for rank, item in enumerate(members):
            bond = _bond(judged, constraint, kind, item, items, rank, len(members))
            if bond is not None:
                out.append(bond)
    return out


def _bond(
    judged: JudgedScene,
    constraint: Constraint,
    kind: str,
    item: Item,
    items: Mapping[int, Item],
    rank: int,
    total: int,
) -> Bond | None:
    target = constraint.target
    if kind in _TO_ROOM:
        wall = constraint.word("wall") or ("" if target is None else target.wall)
        return Bond(kind, item, (), _TO_ROOM[kind], wall, rank, total, IMPLIED)
    if kind not in _TO_THINGS or target is None:
        return None
    if target.kind is AnchorKind.BODY:
        other = items.get(target.body)
        return None if other is None or other is item else Bond(kind, item, (other,), "", "", rank, total, IMPLIED)
    if target.kind is AnchorKind.OPENING and judged.scene.room is not None:
        return Bond(kind, item, (), judged.scene.room.openings[target.opening].kind, "", rank, total, IMPLIED)
    if target.kind is AnchorKind.WALL:
        return Bond(kind, item, (), "wall", target.wall, rank, total, IMPLIED)
    return Bond(kind, item, (), "room", "", rank, total, IMPLIED) if kind in ("centered", "across") else None
