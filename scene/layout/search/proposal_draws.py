"""Draw random poses of one body around the target of a relation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.model import Anchor, AnchorKind, Constraint, Problem
from scenewright.scene.layout.relations import COS, HALF_DEPTH, HALF_WIDTH, HEIGHT, SIN, X, Y, Z, anchor_box
from scenewright.scene.model import FloatArray

__all__ = ["QUARTER", "Draw", "ring", "square", "toward", "yaw_of"]

_ODD_YAWS = 0.05
"""Share of draws with a random yaw rather than a quarter turn."""

QUARTER = np.pi / 2.0


@dataclass(frozen=True, eq=False)
class Draw:
    """One request: `count` poses of body `moving`, the others at `poses` (N, 4)."""

    constraint: Constraint
    problem: Problem
    moving: int
    poses: FloatArray
    rng: np.random.Generator
    count: int

    @property
    def half(self) -> FloatArray:
        half: FloatArray = self.problem.bodies.half[self.moving]
        return half

    @property
    def height(self) -> float:
        return float(self.problem.bodies.height[self.moving])

    @property
    def now(self) -> FloatArray:
        pose: FloatArray = self.poses[self.moving]
        return pose

    def box(self, anchor: Anchor | None) -> FloatArray:
        assert anchor is not None
        return anchor_box(self.problem, anchor, self.poses)

    def between(self, low: FloatArray | float, high: FloatArray | float) -> FloatArray:
        """(count,) uniform draws."""
        drawn: FloatArray = low + self.rng.random(self.count) * (np.asarray(high) - low)
        return drawn

    def quarters(self, yaw: float = 0.0) -> FloatArray:
        """(count,) yaws: quarter turns from `yaw` or from the room's axes, a few random ones."""
        pick = self.rng.random(self.count)
        base = np.where(pick < 0.25, 0.0, yaw)
        turns = base + QUARTER * self.rng.integers(0, 4, self.count)
        return np.where(pick > 1.0 - _ODD_YAWS, self.between(-np.pi, np.pi), turns)

    def at(
        self, x: FloatArray, z: FloatArray, yaw: FloatArray | float, y: FloatArray | float | None = None
    ) -> FloatArray:
        """(count, 4) poses, by default at the present height of the body."""
        height = self.now[1] if y is None else y
        shape = np.broadcast_shapes(np.shape(x), np.shape(z), np.shape(yaw))
        return np.stack([np.broadcast_to(v, shape) for v in (x, height, z, yaw)], axis=-1)

    def anywhere(self, yaw: FloatArray) -> FloatArray:
        """(count, 4) poses anywhere in the room."""
        w, d = self.reach(yaw)
        room = self.problem.room
        x = self.between(-1.0, 1.0) * np.maximum(room.width / 2.0 - w, 0.0)
        z = self.between(-1.0, 1.0) * np.maximum(room.depth / 2.0 - d, 0.0)
        return self.at(x, z, yaw)

    def reach(self, yaw: FloatArray | float) -> tuple[FloatArray, FloatArray]:
        """Half the extents of the body along x and z, at a yaw."""
        c, s = np.abs(np.cos(yaw)), np.abs(np.sin(yaw))
        w, d = self.half
        return c * w + s * d, s * w + c * d

    def beside(
        self, box: FloatArray, x: FloatArray, z: FloatArray, yaw: FloatArray, y: float | None = None
    ) -> FloatArray:
        """Poses at places (x, z) in the frame of a box."""
        c, s = box[COS], box[SIN]
        return self.at(box[X] + c * x + s * z, box[Z] - s * x + c * z, yaw, y)


def yaw_of(box: FloatArray) -> float:
    return float(np.arctan2(box[SIN], box[COS]))


def ring(draw: Draw, box: FloatArray, low: float, high: float, yaw: FloatArray) -> FloatArray:
    """Poses whose distance to a box is about `low` to `high` metres: along the sides of the box grown by the body's own extents."""
    rise = max(box[Y] - draw.now[1] - draw.height, draw.now[1] - box[Y] - box[HEIGHT], 0.0)
    low, high = np.sqrt(max(low**2 - rise**2, 0.0)), np.sqrt(max(high**2 - rise**2, 0.0))
    gap = draw.between(low + 0.05 * (high - low), low + 0.9 * (high - low))
    w, d = draw.reach(yaw - yaw_of(box))
    w, d = w + box[HALF_WIDTH], d + box[HALF_DEPTH]
    side = draw.rng.random(draw.count) * (w + d) < w  # before or behind, else left or right
    sign = np.where(draw.rng.random(draw.count) < 0.5, -1.0, 1.0)
    along = draw.between(-1.0, 1.0) * np.where(side, w, d)
    out = sign * (np.where(side, d, w) + gap)
    return draw.beside(box, np.where(side, along, out), np.where(side, out, along), yaw)


def toward(x: FloatArray, z: FloatArray, box: FloatArray) -> FloatArray:
    """The yaw that faces a box's centre from places (x, z)."""
    yaw: FloatArray = np.arctan2(box[X] - x, box[Z] - z)
    return yaw


def square(draw: Draw, box: FloatArray, low: float, high: float) -> FloatArray:
    """Poses in front of a side of a box, `low` to `high` metres from it, facing it squarely and mostly at its middle."""
    quarter = draw.rng.integers(0, 4, draw.count)
    target = draw.constraint.target
    if target is not None and target.kind in (AnchorKind.WALL, AnchorKind.OPENING):
        quarter[:] = 0  # walls and openings have only one side in the room
    across = quarter % 2 == 1
    out = np.where(across, box[HALF_WIDTH], box[HALF_DEPTH]) + draw.half[1] + draw.between(low, high)
    along = 0.8 * draw.between(-1.0, 1.0) ** 3 * np.where(across, box[HALF_DEPTH], box[HALF_WIDTH])
    angle = QUARTER * quarter
    x, z = np.sin(angle) * out + np.cos(angle) * along, np.cos(angle) * out - np.sin(angle) * along
    return draw.beside(box, x, z, yaw_of(box) + angle + np.pi)
