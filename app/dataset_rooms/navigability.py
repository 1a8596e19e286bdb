"""Whether a robot finds its way through a room, and whether its doors and windows are free."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from scenewright.scene.layout import Certificate
from scenewright.scene.layout.certify import RADIUS, Walkable
from scenewright.scene.layout.certify.navigation import grown
from scenewright.scene.model import FloatArray, Opening, Room

__all__ = ["ROBOT_RADIUS", "RoomAccess", "room_access", "standing_cells"]

ROBOT_RADIUS = 0.3
"""Metres."""
_AT_DOOR = 1.0
"""Metres from the middle of a door within which the robot enters."""
_EIGHT = np.ones((3, 3))


@dataclass(frozen=True)
class RoomAccess:
    """How free a room is.

    Attributes:
        free_area: square metres of floor where the middle of the robot can be.
        reached: share of it that is connected with a door; without a door, the share of its largest part.
        doors: share of the doors within a metre of which the robot can stand.
        doors_free: whether nothing stands in the swing of a door.
        windows: how many there are; `covered`: how many of them are more than half covered by what stands before them.
        clearance: share of the clearances that furniture asks for that are free.
    """

    free_area: float
    reached: float
    doors: float
    doors_free: bool
    windows: int
    covered: int
    clearance: float

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "robot_radius": ROBOT_RADIUS, "free_area": round(self.free_area, 3), "reached": round(self.reached, 4),
            "doors_reached": round(self.doors, 4), "doors_free": self.doors_free, "windows": self.windows, "windows_covered": self.covered,
            "clearance": round(self.clearance, 4),
        }  # fmt: skip


def room_access(certificate: Certificate, room: Room) -> RoomAccess:
    """How free a room is for a robot of :data:`ROBOT_RADIUS`, from the raster of its certificate."""
    walkable = certificate.walkable
    windows = sum(o.kind == "window" for o in room.openings)
    covered = sum(note.startswith("the window in the ") for note in certificate.notes)
    if walkable is None:
        return RoomAccess(0.0, 0.0, 0.0, certificate.doors_free, windows, covered, certificate.clearance)
    free = standing_cells(walkable, ROBOT_RADIUS)
    label, count = ndimage.label(free, structure=_EIGHT)
    areas = np.bincount(label.reshape(-1), minlength=count + 1)
    total = int(areas[1:].sum())
    doors = [o for o in room.openings if o.kind == "door"]
    entered = [set(np.unique(label[_near(walkable, room, door)]).tolist()) - {0} for door in doors]
    reachable = set().union(*entered) if doors else set(range(1, count + 1))
    best = max((int(areas[n]) for n in reachable), default=0)
    return RoomAccess(
        free_area=float(total * walkable.step[0] * walkable.step[1]),
        reached=best / total if total else 0.0,
        doors=sum(bool(e) for e in entered) / len(doors) if doors else 1.0,
        doors_free=certificate.doors_free,
        windows=windows,
        covered=covered,
        clearance=certificate.clearance,
    )


def standing_cells(walkable: Walkable, radius: float) -> npt.NDArray[np.bool_]:
    """(X, Z) cells of the raster where the middle of an upright cylinder of so many metres can be, from the floor up to a person's height.

    The raster of the certificate is free for one of its own radius (:data:`scenewright.scene.layout.certify.RADIUS`); discs add up.
    """
    more = radius - RADIUS
    if more <= 0.0:
        return walkable.free
    padded = np.pad(~walkable.free, 1, constant_values=False)
    return np.asarray(~grown(padded, walkable.step, more)[1:-1, 1:-1])


def _near(walkable: Walkable, room: Room, door: Opening) -> npt.NDArray[np.bool_]:
    """(X, Z) cells within a metre of the middle of a door."""
    half = np.array([room.width / 2.0, room.depth / 2.0])
    at: FloatArray = {
        "left": np.array([-half[0], door.offset]), "right": np.array([half[0], door.offset]),
        "back": np.array([door.offset, -half[1]]), "front": np.array([door.offset, half[1]]),
    }[door.wall]  # fmt: skip
    x, z = cell_centres(walkable)
    return np.asarray(np.hypot(x[:, None] - at[0], z[None, :] - at[1]) <= _AT_DOOR)


def cell_centres(walkable: Walkable) -> tuple[FloatArray, FloatArray]:
    """(X,) and (Z,) world coordinates of the middles of the cells, metres."""
    nx, nz = walkable.free.shape
    return (
        walkable.origin[0] + (np.arange(nx) + 0.5) * walkable.step[0],
        walkable.origin[1] + (np.arange(nz) + 0.5) * walkable.step[1],
    )
