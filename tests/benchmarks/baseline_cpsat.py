"""Exact packing alone: all bodies of the floor placed at once by CP-SAT without overlap, to the walls that are named, nearest to
each other where a distance is asked for. What hangs on walls is put side by side at its height.

It is what the solver asks when putting bodies one by one fails (:mod:`scenewright.scene.layout.search.exact`), here with nothing around it.
"""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout import Problem, Support
from scenewright.scene.layout.search import occupancy_of, walls_of
from scenewright.scene.layout.search.exact import Verdict, pack_floor
from scenewright.scene.layout.search.walls import free_intervals

__all__ = ["cpsat_alone"]


def cpsat_alone(problem: Problem, seed: int, seconds: float) -> np.ndarray:
    """(N, 4) poses; NaN of what has no place."""
    bodies = problem.bodies
    poses = np.full((len(bodies), 4), np.nan)
    occupancy = occupancy_of(problem)
    walls = list(walls_of(problem.room).values())
    heights = {c.items[0]: c.parameters.get("height") for c in problem.constraints if c.kind == "on_wall"}
    for body in np.flatnonzero([s is Support.WALL for s in bodies.support]).tolist():
        y = float(heights.get(body) or 1.4)
        hx, hz = bodies.half[body].tolist()
        for wall in walls:
            free = free_intervals(
                wall, occupancy, depth=2.0 * hz, low=y, high=y + float(bodies.height[body]), skip=body
            )
            wide = free[free[:, 1] - free[:, 0] > 2.0 * hx]
            if len(wide):
                pose = wall.poses(wide[:1, 0] + hx + 1e-3, hz, y)[0]
                occupancy.put(body, pose)
                poses[body] = pose
                break
    floor = [b for b in range(len(bodies)) if bodies.support[b] is Support.FLOOR and problem.parent[b] < 0]
    packing = pack_floor(problem, occupancy, floor, seconds=seconds, seed=seed)
    if packing.verdict is Verdict.PLACED:
        for body, pose in packing.poses.items():
            poses[body] = pose
    return poses
