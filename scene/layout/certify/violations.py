"""The violations of a layout: kind, bodies, size and place of each."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from scenewright.scene.model import Vec3

__all__ = ["Violation", "ViolationKind"]


class ViolationKind(enum.StrEnum):
    """The kinds of violations, and what their figure measures (metres)."""

    COLLISION = "collision"
    """Two bodies intersect; the penetration depth."""
    BOUNDS = "bounds"
    """A body leaves the room; by how much."""
    SUPPORT = "support"
    """A body is not supported; the gap below it, or how far its centre of mass is outside the support polygon."""
    DOOR = "door"
    """A body stands in the swing of a door; how far it reaches in."""
    WINDOW = "window"
    """A body on a wall hangs over the edge of a window; how far it would have to move to hang beside it."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One violation. `paths`: full paths of the bodies. `figure`: metres (see :class:`ViolationKind`). `place`: world frame, metres.
    `message`: for people."""

    kind: ViolationKind
    paths: tuple[str, ...]
    figure: float
    place: Vec3
    message: str

    def to_json(self) -> dict[str, object]:
        return {
            "kind": str(self.kind),
            "paths": list(self.paths),
            "figure_m": round(self.figure, 4),
            "place": [round(x, 4) for x in self.place],
            "message": self.message,
        }
