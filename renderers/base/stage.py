"""The stage: what renderers add around a scene, a ground under it and a ceiling over its room, and the numbers of both in ``entity``.

Neither has a node. The ceiling has the row of its room, which no other geometry has, since floor and walls have rows of their own. The
ground has the number after the last row: it belongs to nothing in the scene, so it must not be in the mask of anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenewright.renderers.base.culling import looks_from_above
from scenewright.scene.model import Camera, NodeKind, Scene, Vec3

__all__ = ["LAND_ALBEDO", "StageRows", "sees_ceiling", "stage_rows"]

LAND_ALBEDO: Vec3 = (0.22, 0.24, 0.13)
"""Linear base colour of the ground below an outdoor scene: dry grass."""


@dataclass(frozen=True, slots=True)
class StageRows:
    """The numbers of stage surfaces in the channel ``entity``. `ground`: the number of rows. `ceiling`: the row of the room, -1 without
    a room."""

    ground: int
    ceiling: int

    def named(self) -> dict[int, str]:
        """'ground' and 'ceiling' by their numbers."""
        return {row: name for row, name in ((self.ground, "ground"), (self.ceiling, "ceiling")) if row >= 0}


def stage_rows(scene: Scene) -> StageRows:
    """The numbers of ground and ceiling in the views of a scene."""
    ground = len(scene)
    if scene.room is None:
        return StageRows(ground, -1)
    rooms = [part.index for part in scene.find_all(scene.room.path) if scene.nodes.kind[part.index] == NodeKind.ROOM]
    return StageRows(ground, rooms[0] if rooms else ground)


def sees_ceiling(scene: Scene, camera: Camera) -> bool:
    """Whether the camera is below the ceiling of a room: in it, or before a wall that its view leaves out."""
    return scene.room is not None and not looks_from_above(scene, camera)
