"""The cost of a move: it grows with distance, number and size of the bodies, and for bodies that leave their wall."""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout.model import Problem, wrapped
from scenewright.scene.layout.relations import residual, tolerance, tolerances
from scenewright.scene.layout.relations.residuals import residuals
from scenewright.scene.layout.repair.collisions import Setting
from scenewright.scene.layout.repair.stage import TOUCH, RepairStage
from scenewright.scene.layout.repair.units import Units, carry
from scenewright.scene.model import FloatArray

__all__ = ["Costs"]

_EACH = 0.03
"""Cost, in metres, of moving a body at all, so that few bodies move rather than many."""

_CARRIED = 0.25
"""Each carried body adds this share to a body's weight."""

_HEAVY = 0.5
"""Each metre of a body's diagonal adds this to its weight of 1."""

_UPWARD = 1.3
"""Raising a body costs this factor of moving it horizontally or down."""

_LEAVES_WALL, _UNHUNG = 0.2, 1.0
"""Cost, in metres, of leaving the wall that a body stands at, and that it hangs on."""

_ASKEW = 0.02
"""Sine of the turn from which a body on a wall is askew."""

_AT_WALL = 0.06
"""Metres from a wall within which a body stands at it."""

_BREAKS = 0.6
"""Cost, in metres, of breaking a relation of weight 1."""

_MENDS = 0.4
"""Metres that mending a relation of weight 1 saves."""

_MOST_LEVER = 0.6
"""Metres: a turn costs as much as a move by the turn times at most this lever."""


class Costs:
    """Weights of bodies, and the cost of changing their poses, in metres of a light body."""

    def __init__(self, stage: RepairStage, units: Units, problem: Problem) -> None:
        self.stage, self.units, self.problem = stage, units, problem
        bodies = problem.bodies
        diagonal = np.linalg.norm(2.0 * bodies.half, axis=1)
        carried = np.array([len(m) - 1 for m in units.members])
        self.weight = (1.0 + _HEAVY * np.minimum(diagonal, 3.0)) * (1.0 + _CARRIED * np.minimum(carried, 8))
        self.lever = np.minimum(diagonal / 2.0, _MOST_LEVER) + 0.1
        home = stage.at_home()
        self.near = [TOUCH if stage.hangs(i) else _AT_WALL for i in range(len(bodies))]
        self.wall = [stage.wall_of(i, home, self.near[i]) if not bodies.fixed[i] else None for i in range(len(bodies))]
        self.about: list[list[int]] = [[] for _ in range(len(bodies))]
        for k, constraint in enumerate(problem.constraints):
            for i in constraint.bodies:
                self.about[i].append(k)

    def least(self, i: int, pose: FloatArray) -> FloatArray:
        """(...) the least cost of poses (..., 4) of body `i`, by distance and turn alone."""
        before = self.problem.bodies.initial[i]
        flat = np.hypot(pose[..., 0] - before[0], pose[..., 2] - before[2])
        rise = pose[..., 1] - before[1]
        turn = np.abs(wrapped(pose[..., 3] - before[3]))
        far = flat + np.where(rise > 0.0, _UPWARD * rise, -rise) + self.lever[i] * turn
        cost: FloatArray = np.where(far < 1e-6, 0.0, self.weight[i] * (_EACH + far))
        return cost

    def relations(self, i: int, pose: FloatArray, setting: Setting, holding: frozenset[int]) -> FloatArray:
        """(...) the cost of relations that poses (..., 4) of body `i` break, less the gain of those that they mend.

        Args:
            holding: numbers of the relations that held before.
        """
        carried = carry(self.units.members[i], setting.poses, pose)
        cost = np.zeros(pose.shape[:-1])
        for k in self.concerned(i):
            constraint = self.problem.constraints[k]
            poses = [carried.get(b, setting.poses[b]) for b in constraint.bodies]
            holds = residual(constraint, self.problem, poses) <= tolerance(constraint) + 1e-6
            if k in holding:
                cost += np.where(holds, 0.0, _BREAKS * constraint.weight * (20.0 if constraint.hard else 1.0))
            else:
                cost -= np.where(holds, _MENDS * constraint.weight, 0.0)
        return cost

    def of(self, i: int, setting: Setting, holding: frozenset[int]) -> float:
        """The cost of a body's pose in a setting.

        Args:
            holding: numbers of the relations that held before.
        """
        pose = setting.poses[i]
        return float(self.least(i, pose) + self.relations(i, pose, setting, holding)) + self.of_wall(i, setting)

    def of_wall(self, i: int, setting: Setting) -> float:
        """The cost of a body's having left the wall where it was written; 0 where it did not."""
        wall = self.wall[i]
        if wall is None:
            return 0.0
        hangs = self.stage.hangs(i)
        turned = float(setting.poses[i, 3] - self.problem.bodies.initial[i, 3])
        askew = hangs and abs(np.sin(turned)) > _ASKEW  # a corner touches the wall, not its back
        if self.stage.wall_of(i, setting, self.near[i]) == wall and not askew:
            return 0.0
        return (_UNHUNG if hangs else _LEAVES_WALL) * float(self.weight[i])

    def concerned(self, i: int) -> set[int]:
        """Numbers of the relations about a body, or about a body that it carries."""
        return {k for m in self.units.members[i] for k in self.about[m]}

    def holding(self, poses: FloatArray) -> frozenset[int]:
        """Numbers of the relations that hold at poses (N, 4)."""
        if not self.problem.constraints:
            return frozenset()
        left = residuals(self.problem, poses) - tolerances(self.problem)
        return frozenset(np.flatnonzero(left <= 1e-6).tolist())
