"""A supposed thing: a plain shape on the ground, as numbers that can be fitted to a picture."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from scenewright.app.picture_fitting.bodies import Body, Pose, box_body, cylinder_body, sphere_body
from scenewright.scene.model import FloatArray

__all__ = ["BODIES", "SHAPES", "PlainShape", "PlainThing"]

PlainShape = Literal["cube", "sphere", "cylinder"]
SHAPES: tuple[PlainShape, ...] = ("cube", "sphere", "cylinder")
BODIES: dict[PlainShape, Callable[[], Body]] = {"cube": box_body, "sphere": sphere_body, "cylinder": cylinder_body}


@dataclass(frozen=True)
class PlainThing:
    """A thing on the ground. `at`: (x, z). `size`: width, height, depth. `turn`: radians. `segments`: those of the picture that it is to
    explain."""

    shape: PlainShape
    at: tuple[float, float]
    size: tuple[float, float, float]
    turn: float = 0.0
    segments: frozenset[int] = frozenset()

    @property
    def body(self) -> Body:
        return BODIES[self.shape]()

    @property
    def pose(self) -> Pose:
        return Pose((self.at[0], 0.0, self.at[1]), self.turn, self.size)

    @property
    def turns(self) -> bool:
        """Whether its turn can be seen."""
        return self.shape == "cube"

    def stepped(self, step: FloatArray) -> PlainThing:
        """After a step (6,) of x, z, turn and the logarithms of width, height and depth."""
        w, h, d = (s * math.exp(float(v)) for s, v in zip(self.size, step[3:6], strict=True))
        return replace(
            self,
            at=(self.at[0] + float(step[0]), self.at[1] + float(step[1])),
            turn=self.turn + float(step[2]),
            size=(w, h, d),
        )

    def apart(self, other: PlainThing) -> float:
        """Roughly how far apart the two are on the ground; negative where they overlap."""
        reach = (min(self.size[0], self.size[2]) + min(other.size[0], other.size[2])) / 2.0
        return float(np.hypot(self.at[0] - other.at[0], self.at[1] - other.at[1])) - reach
