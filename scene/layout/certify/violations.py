"""What is wrong with a layout: one thing at a time, with whom, how much and where."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any

from scenewright.scene.model import Vec3

__all__ = ["Violation", "ViolationKind"]


class ViolationKind(enum.StrEnum):
    """What a layout can do wrong."""

    COLLISION = "collision"
    """Two bodies intersect; the figure is the depth in metres."""
    BOUNDS = "bounds"
    """A body leaves the room; the figure is by how many metres."""
    SUPPORT = "support"
    """Nothing holds a body; the figure is the gap in metres below it, or how far its weight is from what holds it."""
    DOOR = "door"
    """A body stands where a door swings and people pass; the figure is how many metres it reaches in."""


@dataclass(frozen=True, slots=True)
class Violation:
    """`paths`: full paths of the bodies. `figure`: metres. `place`: world frame, metres. `message`: for people."""

    kind: ViolationKind
    paths: tuple[str, ...]
    figure: float
    place: Vec3
    message: str

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": str(self.kind),
            "paths": list(self.paths),
            "figure_m": round(self.figure, 4),
            "place": [round(x, 4) for x in self.place],
            "message": self.message,
        }
