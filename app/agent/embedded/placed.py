"""What a place is looked for, and the pose that is found for it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scenewright.app.agent.embedded.stage import Box
from scenewright.app.furnishing.footprints import Footprint
from scenewright.app.furnishing.furniture import NamedFurniture
from scenewright.app.furnishing.traits import is_seat, is_sofa

__all__ = ["FLAT", "OWN_WAYS", "WALLS", "PlacedThing", "Spot", "foot_at"]

FLAT = 0.03
"""Metres: what is no higher lies flat, and other things stand on it."""
_SMALL = 0.65
"""Metres: things no larger than this are put on a table rather than beside it."""
WALLS = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "back": (0.0, -1.0), "front": (0.0, 1.0)}
"""(x, z) from the middle of the room toward each wall."""
OWN_WAYS = {"left_of": (1.0, 0.0), "right_of": (-1.0, 0.0), "in_front_of": (0.0, 1.0), "behind": (0.0, -1.0)}
"""(x, z) in the frame of a thing that faces +z: its own left hand is at +x."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A pose: bottom centre in metres of the world, yaw in radians."""

    x: float
    y: float
    z: float
    yaw: float


@dataclass(frozen=True, slots=True)
class PlacedThing:
    """What a place is looked for: its box as it stands now, or at the origin for a new thing; its name; which of how many it is."""

    box: Box
    words: tuple[str, ...]
    path: str = ""
    rank: int = 0
    total: int = 1

    @property
    def furniture(self) -> NamedFurniture:
        return NamedFurniture(self.words, self.box.width, self.box.height, self.box.depth, said=frozenset(self.words))

    @property
    def turns(self) -> bool:
        """Whether it is turned to what it stands at."""
        return not self.path or is_seat(self.furniture) or is_sofa(self.furniture)

    @property
    def small(self) -> bool:
        return max(self.box.width, self.box.depth) <= _SMALL and self.box.height <= 0.9


def foot_at(item: PlacedThing, spot: Spot) -> Footprint:
    """The footprint of a thing at a spot."""
    return Footprint(spot.x, spot.z, item.box.width / 2.0, item.box.depth / 2.0, math.degrees(spot.yaw) % 360.0)
