"""A group of furniture that moves as one, in the floor frame of its leader: the leader at the origin, facing +z."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from scenewright.app.furnishing.footprints import Footprint
from scenewright.app.furnishing.places_around import BEHIND_COUNTER
from scenewright.app.furnishing.traits import is_round
from scenewright.app.writers.embedded.formations import Formation
from scenewright.app.writers.embedded.selection import Item

__all__ = ["Cluster", "Member"]

_GAP = 0.02
"""Least distance between two members, in metres."""


@dataclass(frozen=True)
class Member:
    """One item of a cluster and its pose in the leader's frame."""

    item: Item
    x: float
    z: float
    turn: float

    @cached_property
    def footprint(self) -> Footprint:
        """The item's footprint in the leader's frame; of a parasol that of its foot."""
        if self.item.foot is not None:
            return Footprint(self.x, self.z, self.item.foot, self.item.foot, self.turn)
        circle = is_round(self.item) and abs(self.item.width - self.item.depth) < 0.02
        return Footprint(self.x, self.z, self.item.width / 2, self.item.depth / 2, self.turn, circle)


@dataclass
class Cluster:
    """A leader and its members. `at_wall`: the leader is to stand with its back to a wall. `formation`: what it is the first of.
    `own_turn`: the turn in degrees of the leader in the frame of its formation. `served`: somebody stands or sits
    behind the leader: at a counter, or at a desk with a chair behind it."""

    leader: Item
    at_wall: bool
    members: list[Member] = field(default_factory=list)
    rugs: list[Member] = field(default_factory=list)
    formation: Formation | None = None
    own_turn: float = 0.0
    served: bool = False

    def __post_init__(self) -> None:
        self.members.append(Member(self.leader, 0.0, 0.0, 0.0))

    def find(self, item: Item) -> Member | None:
        """The member of an item, None where the cluster has none."""
        return next((m for m in self.members if m.item is item), None)

    @property
    def served_from(self) -> Footprint | None:
        """The floor in the leader's frame on which somebody stands who serves at it; None where nobody does."""
        if not self.served:
            return None
        away = -(self.leader.depth + BEHIND_COUNTER) / 2
        return Footprint(0.0, away, self.leader.width / 2, BEHIND_COUNTER / 2)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Bounds (x0, x1, z0, z1) of all members, and of who serves there, in the leader's frame, metres."""
        boxes = [m.footprint.box for m in self.members]
        served = self.served_from
        boxes += [] if served is None else [served.box]
        return min(b[0] for b in boxes), max(b[1] for b in boxes), min(b[2] for b in boxes), max(b[3] for b in boxes)

    def free(self, footprint: Footprint, ignore: Item | None = None) -> bool:
        """Whether a footprint in the leader's frame overlaps no member but `ignore`, and is not behind a leader at a wall."""
        if self.at_wall and self.served_from is None and footprint.box[2] < -self.leader.depth / 2 - 1e-6:
            return False
        return not any(
            m.footprint.grown(_GAP / 2).overlaps(footprint.grown(_GAP / 2))
            for m in self.members
            if m.item is not ignore
        )

    def add(self, item: Item, candidates: Iterator[tuple[float, float, float]]) -> bool:
        """Put an item at the first free candidate (x, z, turn). Returns whether there was one."""
        wide, deep = (item.width / 2, item.depth / 2) if item.foot is None else (item.foot, item.foot)
        for x, z, turn in candidates:
            if self.free(Footprint(x, z, wide, deep, turn)):
                self.members.append(Member(item, x, z, turn))
                return True
        return False
