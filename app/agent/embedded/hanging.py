"""Which things hang: on a wall, or at all."""

from __future__ import annotations

from scenewright.app.agent.embedded.stage import SceneStage

__all__ = ["hangs", "is_off_floor"]

_LEAST_UP = 0.3
_AT_WALL = 0.12
"""Metres: what hangs is so far above the floor, and so near a wall."""


def is_off_floor(stage: SceneStage, path: str) -> bool:
    """Whether a thing is off the floor and stands on nothing."""
    return stage.box(path).y >= _LEAST_UP and stage.below(path) is None


def hangs(stage: SceneStage, path: str) -> bool:
    """Whether a thing is mounted on a wall: it is off the floor, at a wall, and stands on nothing."""
    room, box = stage.scene.room, stage.box(path)
    if room is None or not is_off_floor(stage, path):
        return False
    x0, x1, z0, z1 = box.foot.box
    gaps = (x0 + room.width / 2, room.width / 2 - x1, z0 + room.depth / 2, room.depth / 2 - z1)
    return min(abs(gap) for gap in gaps) < _AT_WALL
