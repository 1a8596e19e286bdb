"""Small errors of a layout that are no violations: overlaps of some millimetres, gaps of less than a centimetre."""

from __future__ import annotations

import enum
from dataclasses import dataclass

__all__ = ["Slight", "SlightKind"]


class SlightKind(enum.StrEnum):
    """The kinds of small errors."""

    OVERLAP = "overlap"
    """Two bodies, or a body and the room, intersect within the tolerance."""
    GAP = "gap"
    """There is a small gap between a body and its support."""


@dataclass(frozen=True, slots=True)
class Slight:
    """A small error, and the move that closes it.

    `paths`: the body that must move, then the body that it overlaps or rests on (none: the room). `figure`: metres that it must
    move. `dy`: the same for a vertical move, positive up; 0 for a horizontal one. `direction`: unit vector (x, z) of a horizontal
    move; None for a vertical one.
    """

    kind: SlightKind
    paths: tuple[str, ...]
    figure: float
    dy: float = 0.0
    direction: tuple[float, float] | None = None

    def to_json(self) -> dict[str, object]:
        return {
            "kind": str(self.kind),
            "paths": list(self.paths),
            "figure_m": round(self.figure, 4),
            "dy": round(self.dy, 4),
            "direction": None if self.direction is None else [round(x, 4) for x in self.direction],
        }
