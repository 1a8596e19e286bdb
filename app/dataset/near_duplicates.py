"""Finds rooms that are nearly the same: their layouts agree, or their pictures do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from PIL import Image

from scenewright.app.dataset.room_folders import RoomFolder
from scenewright.app.dataset_rooms import load_extra, signature_likeness

__all__ = ["LAYOUT_LIKENESS", "PICTURE_DISTANCE", "NearDuplicate", "RoomPrint", "near_duplicates", "print_of"]

LAYOUT_LIKENESS = 0.7
"""Share of the larger things that stand in the same cells of 0.4 m from which on two layouts are nearly the same."""
PICTURE_DISTANCE = 4
"""Bits of 64 of the perceptual hash up to which two pictures are nearly the same (Zauner, 2010: a DCT of 32 x 32 pixels)."""
_PICTURES = 0.5
"""Share of the views of a room that must have nearly the same picture in the other."""


@dataclass(frozen=True)
class RoomPrint:
    """What rooms are compared by. `hashes`: a number of 64 bits for each view."""

    index: int
    kind: str
    signature: tuple[str, ...]
    hashes: tuple[int, ...]


@dataclass(frozen=True)
class NearDuplicate:
    """Two rooms, by their numbers. `layout`: how much their layouts agree, from 0 to 1. `pictures`: share of the views that agree."""

    first: int
    second: int
    layout: float
    pictures: float


def print_of(room: RoomFolder) -> RoomPrint:
    """The print of a room.

    Raises:
        DatasetError: 'extra': ImageHash is not installed.
    """
    hashing = load_extra("imagehash")
    hashes = []
    for view in room.views:
        with Image.open(view.file("rgb.png")) as picture:
            hashes.append(int(str(hashing.phash(picture)), 16))
    return RoomPrint(room.index, room.values["plan"]["kind"], tuple(room.values["signature"]), tuple(hashes))


def near_duplicates(prints: Sequence[RoomPrint]) -> list[NearDuplicate]:
    """The pairs of rooms of one kind that are nearly the same: by their layouts, or by half of their pictures."""
    found = []
    for a, b in combinations(prints, 2):
        if a.kind != b.kind:
            continue
        layout = signature_likeness(list(a.signature), list(b.signature))
        pictures = _alike(a.hashes, b.hashes)
        if layout >= LAYOUT_LIKENESS or pictures >= _PICTURES:
            found.append(NearDuplicate(a.index, b.index, round(layout, 3), round(pictures, 3)))
    return found


def _alike(a: Sequence[int], b: Sequence[int]) -> float:
    if not a:
        return 0.0
    return sum(any((one ^ other).bit_count() <= PICTURE_DISTANCE for other in b) for one in a) / len(a)
