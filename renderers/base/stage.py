"""The stage: what renderers add around a scene, a ground under it and a ceiling over its room, and the rows that stand for it.

Stage surfaces have no nodes of their own. In the channels of a view the ceiling has the row of its room, and the ground the row of the
root: no other geometry has these rows, since floor, walls and things have their own.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenewright.scene.model import Camera, NodeKind, PrimitiveKind, Scene

__all__ = ["StageRows", "stage_rows", "stands_inside"]


@dataclass(frozen=True, slots=True)
class StageRows:
    """Rows of the node table for stage surfaces. `ceiling`: -1 without a room. `ground`: -1 if the root is itself geometry, which happens
    only in scenes that no program made; its ground is then nothing in all channels but the colour."""

    ground: int
    ceiling: int

    def named(self) -> dict[int, str]:
        """'ground' and 'ceiling' by their rows."""
        return {row: name for row, name in ((self.ground, "ground"), (self.ceiling, "ceiling")) if row >= 0}


def stage_rows(scene: Scene) -> StageRows:
    """The rows that stand for the ground and the ceiling of a scene."""
    ground = -1 if scene.nodes.primitive[0] != PrimitiveKind.NONE else 0
    if scene.room is None:
        return StageRows(ground, -1)
    rooms = [part.index for part in scene.find_all(scene.room.path) if scene.nodes.kind[part.index] == NodeKind.ROOM]
    return StageRows(ground, rooms[0] if rooms else ground)


def stands_inside(scene: Scene, camera: Camera) -> bool:
    """Whether the camera is in the room, below its ceiling, so that it can see the ceiling."""
    room = scene.room
    if room is None:
        return False
    x, y, z = camera.eye
    return abs(x) <= room.width / 2.0 and abs(z) <= room.depth / 2.0 and y < room.height
