"""Move bodies along with their carrier, so that a set table keeps its setting."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.model import Problem, to_body_frame
from scenewright.scene.model import FloatArray

__all__ = ["carried", "lies_as_before", "was_on"]

_SAME = 1e-9
_LEVEL = 0.1
"""Metres between the bottom of a body and the surface that it was on, at most."""


def carried(problem: Problem, body: int, before: FloatArray, now: FloatArray) -> FloatArray:
    """(4,) the pose of a body after its parent moved rigidly from its pose in `before` (N, 4) to that in `now` (N, 4). A body that was
    not on its parent keeps its pose."""
    parent, was = int(problem.parent[body]), before[body]
    if parent < 0 or not was_on(problem, body, parent, before):
        stays: FloatArray = was.copy()
        return stays
    moved = now[parent] - before[parent]
    pose: FloatArray = was + moved
    if moved[3] != 0.0:
        c, s = np.cos(moved[3]), np.sin(moved[3])
        x, z = (was - before[parent])[[0, 2]]
        pose[[0, 2]] = now[parent, 0] + c * x + s * z, now[parent, 2] - s * x + c * z
    return pose


def lies_as_before(problem: Problem, before: FloatArray, now: FloatArray) -> npt.NDArray[np.bool_]:
    """(N,) whether each body kept its pose relative to its parent."""
    return np.array(
        [
            problem.parent[b] >= 0 and bool(np.abs(carried(problem, b, before, now) - now[b]).max() < _SAME)
            for b in range(len(before))
        ],
        dtype=bool,
    )


def was_on(problem: Problem, body: int, parent: int, poses: FloatArray) -> bool:
    """Whether the middle of a body is over its parent, at the height of one of its surfaces."""
    bodies = problem.bodies
    x, y, z = to_body_frame(poses[parent], poses[body, None, :3])[0]
    levels = [s.height for s in bodies.surfaces[parent]] or [float(bodies.height[parent])]
    over = abs(x) <= bodies.half[parent, 0] and abs(z) <= bodies.half[parent, 1]
    return bool(over and np.abs(y - np.array(levels)).min() <= _LEVEL)
