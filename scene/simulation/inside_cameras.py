"""Cameras for programs that leave no wall out of a picture: from within the room."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from scenewright.scene.model import Camera, Room

__all__ = ["inside_camera"]

_FROM_WALLS = 0.1
"""Metres between the camera and the walls, the floor and the ceiling."""
_NEAREST = 0.5
"""Metres to what a moved camera looks at, at least."""
_WIDEST = 80.0
"""Degrees of a view whose angle is widened."""


def inside_camera(camera: Camera, room: Room) -> Camera:
    """A camera that stands outside of a room, moved along its view to just within. Its angle is widened, to 80 degrees at most, so that it
    shows as much around what it looks at. A camera that stands inside is as it was."""
    high = np.array([room.width / 2.0, room.height, room.depth / 2.0]) - _FROM_WALLS
    low = np.array([-high[0], _FROM_WALLS, -high[2]])
    eye = np.array(camera.eye, dtype=np.float64)
    if ((eye >= low) & (eye <= high)).all():
        return camera
    target = np.clip(np.array(camera.target, dtype=np.float64), low, high)
    way = target - eye
    # the slab method: the view is within once it is between the planes of all three axes
    crossings = np.where(way > 0.0, low - eye, high - eye) / np.where(way == 0.0, np.inf, way)
    entered = float(np.clip(crossings.max(), 0.0, 1.0))
    away = float(np.linalg.norm(way))
    left = max((1.0 - entered) * away, _NEAREST)
    half = math.tan(math.radians(camera.fov) / 2.0) * away / left
    fov = max(camera.fov, min(_WIDEST, 2.0 * math.degrees(math.atan(half))))
    within = eye + entered * way
    x, y, z = within.tolist()
    a, b, c = (within + way * left / away).tolist()
    return replace(camera, eye=(x, y, z), target=(a, b, c), fov=fov)
