"""The floor as an occupancy grid, in the form of ROS's map_server (http://wiki.ros.org/map_server): a picture and a YAML file."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.export.png import png_bytes
from scenewright.scene.model import FloatArray, Room, Vec3
from scenewright.scene.physics import Collider, ColliderShape, PhysicsModel
from scenewright.scene.short_repr import short_repr
from scenewright.scene.simulation.z_up import UP

__all__ = ["OccupancyGrid", "occupancy_of"]

_CELL = 0.02
_LOW, _HIGH = 0.03, 1.5
"""Metres above the floor between which a robot meets things; it drives over what is lower, such as a rug."""

_MARGIN = 1.0
"""Metres around a scene without a room."""

_FREE, _UNKNOWN, _TAKEN = 254, 205, 0
_MOST_CELLS = 4_000
"""Along one side; larger scenes have larger cells."""


@dataclass(frozen=True, eq=False)
class OccupancyGrid:
    """A map of the floor.

    `cells`: (H, W) uint8, 254 free, 0 taken, walls too, 205 unknown: doorways, behind which nobody knows what is; row 0 is the farthest
    along +y. `resolution`: metres of a cell. `origin`: (x, y, yaw) of the lower left corner, in the exported frame (+z up).
    """

    cells: npt.NDArray[np.uint8]
    resolution: float
    origin: Vec3

    __repr__ = short_repr

    def png(self) -> bytes:
        """The picture, grey."""
        return png_bytes(np.repeat(self.cells[..., None], 3, axis=2))

    def yaml(self, picture: str) -> str:
        """The YAML that goes with a picture of this file name."""
        x, y, yaw = self.origin
        return (
            f"image: {picture}\nmode: trinary\nresolution: {self.resolution:g}\norigin: [{x:.6g}, {y:.6g}, {yaw:g}]\n"
            "negate: 0\noccupied_thresh: 0.65\nfree_thresh: 0.196\n"
        )


def occupancy_of(model: PhysicsModel, room: Room | None) -> OccupancyGrid:
    """What a robot on the floor can reach: cells are taken where a collider stands between 3 cm and 1.5 m above the floor."""
    outlines = [
        outline
        for body in model.bodies
        if body.word != "ground"
        for collider in body.colliders
        if (outline := _outline(collider, UP @ body.world_from_body @ collider.body_from_collider)) is not None
    ]
    if room is not None:
        low, high = np.array([-room.width / 2.0, -room.depth / 2.0]), np.array([room.width / 2.0, room.depth / 2.0])
    elif outlines:
        corners = np.concatenate(outlines)
        low, high = corners.min(axis=0) - _MARGIN, corners.max(axis=0) + _MARGIN
    else:
        low, high = np.full(2, -_MARGIN), np.full(2, _MARGIN)
    border = 0.0 if room is None else 5 * _CELL
    cell = max(_CELL, float((high - low).max() + 2.0 * border) / _MOST_CELLS)
    start = low - border
    width, height = np.maximum(np.ceil((high - low + 2.0 * border) / cell - 1e-9), 1).astype(int).tolist()
    x = start[0] + cell * (np.arange(width) + 0.5)
    y = start[1] + cell * (np.arange(height) + 0.5)
    cells = np.full((height, width), _FREE, dtype=np.uint8)
    if room is not None:
        _mark_walls(cells, room, x, y)
    for outline in outlines:
        _mark(cells, outline, x, y, cell)
    return OccupancyGrid(cells[::-1].copy(), cell, (float(start[0]), float(start[1]), 0.0))


def _mark_walls(cells: npt.NDArray[np.uint8], room: Room, x: FloatArray, y: FloatArray) -> None:
    """Take the cells of the walls, and leave the doorways unknown. The room's z is -y here."""
    beyond_x, beyond_y = np.abs(x) > room.width / 2.0, np.abs(y) > room.depth / 2.0
    cells[beyond_y, :] = _TAKEN
    cells[:, beyond_x] = _TAKEN
    for opening in room.openings:
        if opening.sill > _LOW:
            continue
        if opening.wall in ("left", "right"):
            side = x < 0.0 if opening.wall == "left" else x > 0.0
            along = np.abs(y + opening.offset) < opening.width / 2.0
            cells[np.ix_(along, beyond_x & side)] = _UNKNOWN
        else:
            side = y > 0.0 if opening.wall == "back" else y < 0.0
            along = np.abs(x - opening.offset) < opening.width / 2.0
            cells[np.ix_(beyond_y & side, along)] = _UNKNOWN


def _outline(collider: Collider, up_from_collider: FloatArray) -> FloatArray | None:
    """(V, 2) corners of a collider seen from above; None where it is above or below all robots."""
    a, b, c = collider.size
    if collider.shape is ColliderShape.CONVEX:
        points = collider.vertices
    elif collider.shape is ColliderShape.BOX:
        points = np.array([[x, y, z] for x in (-a, a) for y in (-b, b) for z in (-c, c)])
    else:
        angle = np.arange(16) * np.pi / 8.0
        ring = np.stack([a * np.cos(angle), np.zeros(16), a * np.sin(angle)], axis=1)
        half = b if collider.shape is ColliderShape.CYLINDER else 0.0
        up = np.array([0.0, half, 0.0])
        points = np.concatenate([ring - up, ring + up])
        if collider.shape is ColliderShape.SPHERE:
            points = np.concatenate([points, [[0.0, -a, 0.0], [0.0, a, 0.0]]])
            up_from_collider = np.block([[UP[:3, :3], up_from_collider[:3, 3:]], [np.zeros((1, 3)), np.ones((1, 1))]])
    at: FloatArray = points @ up_from_collider[:3, :3].T + up_from_collider[:3, 3]
    return at[:, :2] if at[:, 2].max() > _LOW and at[:, 2].min() < _HIGH else None


def _mark(cells: npt.NDArray[np.uint8], outline: FloatArray, x: FloatArray, y: FloatArray, cell: float) -> None:
    """Take the cells whose middle is at most half a cell from the hull of an outline."""
    low, high = outline.min(axis=0) - cell / 2.0, outline.max(axis=0) + cell / 2.0
    x0, x1 = np.searchsorted(x, [low[0], high[0]])
    y0, y1 = np.searchsorted(y, [low[1], high[1]])
    if x0 >= x1 or y0 >= y1:
        return
    middle = np.stack(np.meshgrid(x[x0:x1], y[y0:y1]), axis=-1)
    from scipy.spatial import ConvexHull, QhullError

    inside = np.ones(middle.shape[:2], dtype=bool)
    try:
        sides = ConvexHull(outline).equations
        inside = (middle @ sides[:, :2].T + sides[:, 2]).max(axis=2) <= cell / 2.0
    except QhullError:  # an outline on a line: its box is all it has
        inside[:] = True
    part = cells[y0:y1, x0:x1]
    part[inside & (part != _UNKNOWN)] = _TAKEN
