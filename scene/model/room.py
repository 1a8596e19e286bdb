"""The room of a scene, with its doors and windows."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Opening", "Room"]


@dataclass(frozen=True, slots=True)
class Opening:
    """A door or a window. `offset` is the distance from the wall's middle along the wall, toward +x or +z. In metres.
    `opened`: how far a door is open, in degrees."""

    kind: str  # 'door' | 'window'
    wall: str  # 'left' | 'right' | 'back' | 'front'
    offset: float
    width: float
    height: float
    sill: float = 0.0
    opened: float = 0.0


@dataclass(frozen=True, slots=True)
class Room:
    """Floor at y=0, centred on the origin; walls left (-x), right (+x), back (-z), front (+z). Metres."""

    width: float
    depth: float
    height: float
    openings: tuple[Opening, ...] = ()
    path: str = "room"
