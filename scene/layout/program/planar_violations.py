"""The violations of a scene as the solver sees them, fast enough for thousands of scenes: overlaps of boxes, bodies beyond a wall,
and failing relations."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.scene.layout.model import Problem
from scenewright.scene.layout.program.poses import poses_in
from scenewright.scene.layout.relations import tolerances
from scenewright.scene.layout.relations.residuals import residuals
from scenewright.scene.layout.search import occupancy_of
from scenewright.scene.model import FloatArray, Scene

__all__ = ["PlanarViolations"]

_DEEP = 1e-3
_WORST = 2.0
"""Metres that one failing relation counts, at most."""


class PlanarViolations:
    """Callable that returns the violations of a scene with the bodies of `problem`: paths of the bodies, and depth in metres.

    `relations`: whether failing relations count too, by their residual beyond the tolerance times their weight.
    """

    def __init__(self, problem: Problem, *, relations: bool = True) -> None:
        self.problem = problem
        self.relations = relations and bool(problem.constraints)
        self._occupancy = occupancy_of(problem)
        self._tolerances = tolerances(problem)
        self._poses = np.full((len(problem.bodies), 4), np.nan)
        self._clashes: dict[tuple[int, int], float] = {}
        self._with_bodies = [k for k, c in enumerate(problem.constraints) if c.bodies]

    def __call__(self, scene: Scene) -> list[tuple[Sequence[str], float]]:
        poses = poses_in(scene, self.problem.bodies)
        self._put(poses)
        return [*self._overlaps(), *self._beyond(), *(self._failing(poses) if self.relations else ())]

    def _put(self, poses: FloatArray) -> None:
        """Move the bodies to poses (N, 4); only moved bodies are tested again."""
        moved = np.flatnonzero(~(np.abs(poses - self._poses).max(axis=1) < 1e-9)).tolist()
        again = set(moved)
        for body in moved:
            self._occupancy.put(body, poses[body])
        self._clashes = {pair: depth for pair, depth in self._clashes.items() if not again.intersection(pair)}
        for body in moved:
            for clash in self._occupancy.clashes(body):
                self._clashes[min(body, clash.b), max(body, clash.b)] = clash.depth
        self._poses = poses

    def _overlaps(self) -> list[tuple[Sequence[str], float]]:
        path = self.problem.bodies.path
        # boxes without a path are zones that stay free
        return [
            (tuple(path[b] for b in pair if b < len(path)), depth)
            for pair, depth in self._clashes.items()
            if depth > _DEEP
        ]

    def _beyond(self) -> list[tuple[Sequence[str], float]]:
        room, boxes = self.problem.room, self._occupancy
        half = np.array([room.width, room.depth]) / 2.0
        over = np.maximum(boxes.box_high[:, [0, 2]] - half, -half - boxes.box_low[:, [0, 2]]).max(axis=1)
        depth = np.full(len(self.problem.bodies), -np.inf)
        mine = boxes.box_body < len(depth)
        np.maximum.at(depth, boxes.box_body[mine], over[mine])
        return [((self.problem.bodies.path[b],), float(depth[b])) for b in np.flatnonzero(depth > _DEEP).tolist()]

    def _failing(self, poses: FloatArray) -> list[tuple[Sequence[str], float]]:
        over = residuals(self.problem, poses) - self._tolerances
        failing: list[tuple[Sequence[str], float]] = []
        for k in self._with_bodies:
            constraint = self.problem.constraints[k]
            if over[k] > _DEEP:
                paths = tuple(self.problem.bodies.path[b] for b in constraint.bodies)
                failing.append((paths, constraint.weight * min(float(over[k]), _WORST)))
        return failing
