"""What stands on a thing that is moved goes with it: a set table keeps its setting."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.model import Problem, to_body_frame
from scenewright.scene.model import FloatArray

__all__ = ["carried", "lies_as_before"]

_SAME = 1e-9
_LEVEL = 0.1
"""Metres between a body's bottom and a surface that it was on, more or less."""


def carried(problem: Problem, body: int, before: FloatArray, now: FloatArray) -> FloatArray:
    """(4,) where a body comes to be as what it stands on goes from where it is among poses `before` (N, 4) to where it is in
    `now`: as it lies on it. What was not on it stays where it was."""
    parent, was = int(problem.parent[body]), before[body]
    if parent < 0 or not _was_on(problem, body, parent, before):
        stays: FloatArray = was.copy()
        return stays
    moved = now[parent] - before[parent]
    made: FloatArray = was + moved
    if moved[3] != 0.0:
        c, s = np.cos(moved[3]), np.sin(moved[3])
        x, z = (was - before[parent])[[0, 2]]
        made[[0, 2]] = now[parent, 0] + c * x + s * z, now[parent, 2] - s * x + c * z
    return made


def lies_as_before(problem: Problem, before: FloatArray, now: FloatArray) -> npt.NDArray[np.bool_]:
    """(N,) whether each body lies on its carrier as it did, wherever that went."""
    return np.array(
        [
            problem.parent[b] >= 0 and bool(np.abs(carried(problem, b, before, now) - now[b]).max() < _SAME)
            for b in range(len(before))
        ],
        dtype=bool,
    )


def _was_on(problem: Problem, body: int, parent: int, poses: FloatArray) -> bool:
    """Whether a body has its middle over its carrier, at the height of one of its surfaces."""
    bodies = problem.bodies
    x, y, z = to_body_frame(poses[parent], poses[body, None, :3])[0]
    levels = [s.height for s in bodies.surfaces[parent]] or [float(bodies.height[parent])]
    over = abs(x) <= bodies.half[parent, 0] and abs(z) <= bodies.half[parent, 1]
    return bool(over and np.abs(y - np.array(levels)).min() <= _LEVEL)
