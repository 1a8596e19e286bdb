"""What is not quite right with a layout, and no violation: overlaps of some millimetres, gaps of less than a centimetre."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any

__all__ = ["Slight", "SlightKind"]


class SlightKind(enum.StrEnum):
    """What people do not see of a layout."""

    OVERLAP = "overlap"
    """Two bodies, or one and the room, intersect by no more than they may."""
    GAP = "gap"
    """There is a little air between a body and what holds it up."""


@dataclass(frozen=True, slots=True)
class Slight:
    """How a body (the first path) must move to touch exactly what it is sunk into, or what it rests on (the others; none: the room).

    `figure`: metres that it must move. `dy`: the same, up where positive; 0 where it must move along the floor. `direction`: unit
    vector (x, z) of that move; None where it is up or down.
    """

    kind: SlightKind
    paths: tuple[str, ...]
    figure: float
    dy: float = 0.0
    direction: tuple[float, float] | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": str(self.kind),
            "paths": list(self.paths),
            "figure_m": round(self.figure, 4),
            "dy": round(self.dy, 4),
            "direction": None if self.direction is None else [round(x, 4) for x in self.direction],
        }
