"""The signature of a layout: what stands where in a room, coarsely, for finding rooms that are nearly the same."""

from __future__ import annotations

import math
from collections import Counter

from scenewright.app.dataset_rooms.room_things import RoomThings
from scenewright.scene.model import Room

__all__ = ["CELL", "layout_signature", "signature_likeness"]

CELL = 0.4
"""Metres. What stands in the same cell, with its front to the same side, stands alike."""
_LEAST = 0.3
"""Metres: smaller things do not count."""
_BUILDING = frozenset({"door", "window"})


def layout_signature(things: RoomThings, room: Room) -> list[str]:
    """The larger things of a room, each with its class, cell and side, sorted. Mirrored rooms have other signatures."""
    out = [f"room:{round(room.width / CELL)}x{round(room.depth / CELL)}"]
    for thing in things.things:
        if thing.name in _BUILDING or max(thing.size) < _LEAST:
            continue
        x, _, z, yaw = thing.pose
        out.append(f"{thing.category}:{round(x / CELL)},{round(z / CELL)},{round(yaw / (math.pi / 2.0)) % 4}")
    return sorted(out)


def signature_likeness(a: list[str], b: list[str]) -> float:
    """The share that two signatures have in common (Jaccard's index of multisets), from 0 to 1."""
    first, second = Counter(a), Counter(b)
    both, all_of = sum((first & second).values()), sum((first | second).values())
    return both / all_of if all_of else 1.0
