"""Footprints: oriented rectangles on the floor, with tests for overlap and distance.

The floor frame is the world's x and z, in metres; a turn is in degrees about +y, right-handed, so a thing at turn 0 faces +z
and at turn 90 faces +x.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache

__all__ = ["Footprint", "direction", "turn_towards", "turned"]


@lru_cache(maxsize=4096)
def direction(turn: float) -> tuple[float, float]:
    """(x, z) of the front of a thing that is turned by `turn` degrees."""
    exact = {0: (0.0, 1.0), 90: (1.0, 0.0), 180: (0.0, -1.0), 270: (-1.0, 0.0)}.get(
        round(turn) % 360 if abs(turn - round(turn)) < 1e-9 else -1
    )
    return exact or (math.sin(math.radians(turn)), math.cos(math.radians(turn)))


def turned(x: float, z: float, turn: float) -> tuple[float, float]:
    """A point of a thing's own floor frame after its turn."""
    s, c = direction(turn)
    return c * x + s * z, -s * x + c * z


def turn_towards(x: float, z: float) -> float:
    """The turn with which a thing faces the direction (x, z), in [0, 360)."""
    return math.degrees(math.atan2(x, z)) % 360.0


@dataclass(frozen=True)
class Footprint:
    """A rectangle: centre, half width and half depth in its own frame, turn; with `round`, the circle within it."""

    x: float
    z: float
    half_width: float
    half_depth: float
    turn: float = 0.0
    round: bool = False

    @cached_property
    def reach(self) -> tuple[float, float]:
        """Half extents along the world's x and z."""
        s, c = direction(self.turn)
        return abs(c) * self.half_width + abs(s) * self.half_depth, abs(s) * self.half_width + abs(c) * self.half_depth

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """The axis-aligned bounds (x0, x1, z0, z1)."""
        rx, rz = self.reach
        return self.x - rx, self.x + rx, self.z - rz, self.z + rz

    def grown(self, by: float) -> Footprint:
        """The footprint with `by` metres added to each half extent."""
        return Footprint(self.x, self.z, self.half_width + by, self.half_depth + by, self.turn, self.round)

    def placed(self, x: float, z: float, turn: float) -> Footprint:
        """This rectangle after its frame is turned by `turn` and moved to (x, z)."""
        px, pz = turned(self.x, self.z, turn)
        return Footprint(x + px, z + pz, self.half_width, self.half_depth, (self.turn + turn) % 360.0, self.round)

    def overlaps(self, other: Footprint, slack: float = 1e-6) -> bool:
        """Whether two rectangles share more than an edge (separating axes)."""
        dx, dz = other.x - self.x, other.z - self.z
        ax, az = self.reach
        bx, bz = other.reach
        if abs(dx) >= ax + bx - slack or abs(dz) >= az + bz - slack:
            return False
        if self.round:
            return other._gap_to(self.x, self.z) < self.half_width - slack
        if other.round:
            return self._gap_to(other.x, other.z) < other.half_width - slack
        if self.turn % 90.0 == 0.0 and other.turn % 90.0 == 0.0:
            return True
        return not (self._separates(other, dx, dz, slack) or other._separates(self, -dx, -dz, slack))

    def _gap_to(self, x: float, z: float) -> float:
        """Distance of a point from the rectangle or circle, 0 inside."""
        if self.round:
            return max(0.0, math.hypot(x - self.x, z - self.z) - self.half_width)
        s, c = direction(self.turn)
        dx, dz = x - self.x, z - self.z
        along, across = c * dx - s * dz, s * dx + c * dz
        return math.hypot(max(0.0, abs(along) - self.half_width), max(0.0, abs(across) - self.half_depth))

    def _separates(self, other: Footprint, dx: float, dz: float, slack: float) -> bool:
        s, c = direction(self.turn)
        os, oc = direction(other.turn)
        for axis, half in (((c, -s), self.half_width), ((s, c), self.half_depth)):
            across = (
                abs(axis[0] * oc - axis[1] * os) * other.half_width
                + abs(axis[0] * os + axis[1] * oc) * other.half_depth
            )
            if abs(dx * axis[0] + dz * axis[1]) >= half + across - slack:
                return True
        return False

    def distance(self, other: Footprint) -> float:
        """Distance between the axis-aligned bounds of two rectangles, 0 where they overlap."""
        a, b = self.box, other.box
        gap_x = max(0.0, b[0] - a[1], a[0] - b[1])
        gap_z = max(0.0, b[2] - a[3], a[2] - b[3])
        return math.hypot(gap_x, gap_z)
