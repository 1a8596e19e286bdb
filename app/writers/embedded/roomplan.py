"""A room with doors and windows, and the footprints of the items placed in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from scenewright.app.furnishing.footprints import Footprint
from scenewright.app.writers.embedded.selection import Item
from scenewright.scene.jobs import Job

__all__ = ["WALLS", "PlaceEffort", "RoomOpening", "RoomPlan"]


WALLS: dict[str, float] = {"back": 0.0, "left": 90.0, "right": 270.0, "front": 180.0}
"""Wall -> the turn in degrees of an item with its back to it."""
_BETWEEN = 0.2
"""Metres of wall between two openings, at least."""
_LEAST_SWING = 0.8
"""Metres that stay free before a door, however narrow it is."""


@dataclass(frozen=True, slots=True)
class RoomOpening:
    """A door or a window, in metres. `offset`: its middle along the wall, from the wall's middle toward +x or +z. `opens`: it does so in
    the frames of the scene."""

    kind: str
    wall: str
    offset: float
    width: float
    height: float
    sill: float = 0.0
    opens: bool = False

    def meets(self, other: RoomOpening) -> bool:
        """Whether two openings of a wall are in each other, or have less than 20 cm of wall between them."""
        return self.wall == other.wall and abs(self.offset - other.offset) < (self.width + other.width) / 2 + _BETWEEN


@dataclass
class PlaceEffort:
    """How much the search for places may still do, in comparisons of two footprints. It is counted, not timed, so that the same text gives
    the same scene on every machine. All rooms that are tried for one description share it."""

    left: float = 1_500_000.0

    def share(self, placements: int) -> float:
        """What one of so many placements may use."""
        return max(self.left, 0.0) / max(placements, 1)


@dataclass
class RoomPlan:
    """A room and the items placed in it, in metres.

    `outdoor`: no walls; the sizes are those of the ground. `large`: it is not made larger for rows that find no place before what they
    look at. `any_wall`: rows that nobody asked for may stand at any wall. `beds_at_walls`: no bed stands amid the floor. `served`: the
    floor behind each counter, for who serves there. `left_out`: what nobody asked for and found no place. `standing`: what of `placed`
    was there before and stays. `hung`: the footprint of what hangs on the walls and stays, with the height of its lower edge in metres:
    what stands below it is lower. `job`: cancels the search for places.
    """

    width: float
    depth: float
    height: float
    openings: list[RoomOpening] = field(default_factory=list)
    outdoor: bool = False
    large: bool = True
    any_wall: bool = True
    beds_at_walls: bool = True
    placed: list[tuple[Item, Footprint]] = field(default_factory=list)
    rugs: list[tuple[Item, Footprint]] = field(default_factory=list)
    served: list[tuple[Item, Footprint]] = field(default_factory=list)
    left_out: list[Item] = field(default_factory=list)
    standing: list[Item] = field(default_factory=list)
    hung: list[tuple[Footprint, float]] = field(default_factory=list)
    job: Job = field(default_factory=Job, compare=False, repr=False)
    _fronts: dict[Footprint, Footprint | None] = field(default_factory=dict, compare=False, repr=False)

    def front_of(
        self, item: Item, footprint: Footprint, measure: Callable[[Item, Footprint], Footprint | None]
    ) -> Footprint | None:
        """The floor before a placed item that should stay free, measured once."""
        if footprint not in self._fronts:
            self._fronts[footprint] = measure(item, footprint)
        return self._fronts[footprint]

    def length(self, wall: str) -> float:
        """The length of a wall in metres."""
        return self.width if wall in ("back", "front") else self.depth

    def at_wall(self, wall: str, along: float, off: float) -> tuple[float, float]:
        """(x, z) of a point `along` a wall (from its middle toward +x or +z), `off` metres from its inner face."""
        return {
            "back": (along, -self.depth / 2 + off),
            "front": (along, self.depth / 2 - off),
            "left": (-self.width / 2 + off, along),
            "right": (self.width / 2 - off, along),
        }[wall]

    def inside(self, footprint: Footprint, margin: float = 0.005) -> bool:
        """Whether a footprint is in the room, at least `margin` metres from each wall."""
        x0, x1, z0, z1 = footprint.box
        return (
            x0 >= -self.width / 2 + margin
            and x1 <= self.width / 2 - margin
            and z0 >= -self.depth / 2 + margin
            and z1 <= self.depth / 2 - margin
        )

    def footprint_of(self, item: Item) -> Footprint | None:
        """The footprint of an item, its host on the floor or its proxy; None where none is placed."""
        while item.host is not None:
            item = item.host
        found = next((f for i, f in (*self.placed, *self.rugs) if i is item), None)
        return found if found is not None or item.proxy is None else self.footprint_of(item.proxy)

    def door_zones(self) -> list[Footprint]:
        """The floor to keep free inside each door: as deep as the door is wide, so that it can swing."""
        zones = []
        for o in self.openings:
            if o.kind == "door":
                half = max(o.width, _LEAST_SWING) / 2
                x, z = self.at_wall(o.wall, o.offset, half)
                zones.append(Footprint(x, z, o.width / 2, half, WALLS[o.wall]))
        return zones

    def wall_gaps(self, footprint: Footprint) -> dict[str, float]:
        """Metres between a footprint and each wall."""
        return {
            "back": footprint.z - footprint.reach[1] + self.depth / 2,
            "left": footprint.x - footprint.reach[0] + self.width / 2,
            "right": self.width / 2 - footprint.x - footprint.reach[0],
            "front": self.depth / 2 - footprint.z - footprint.reach[1],
        }

    def nearest_wall(self, footprint: Footprint) -> str:
        """The wall with the smallest gap to a footprint."""
        gaps = self.wall_gaps(footprint)
        return min(gaps, key=lambda w: (round(gaps[w], 3), list(WALLS).index(w)))
