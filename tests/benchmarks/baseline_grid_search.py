"""Placing one after the other on a grid, in the manner of Holodeck (Yang et al., CVPR 2024).

Depth first over the bodies, those with most relations first: each at the places of a grid of a twentieth of the room's longer
side, at the yaws 0, 90, 180 and 270 degrees, that are free with 10 cm around and hold its hard relation (edge or middle of the room).
The places are ranked by weights: global 1, direction and alignment 0.5, distance 1.8. Thirty seconds; the best branch is
taken, and what has no place in it is left out without a word.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import numpy as np

from scenewright.scene.layout import AnchorKind, Constraint, Problem, Support
from scenewright.scene.layout.relations import holds, residual
from scenewright.scene.layout.search import keep_out_zones
from scenewright.scene.layout.search.planar import footprint_extent

__all__ = ["grid_search"]

_STEPS = 20
_PADDING = 0.1
_BRANCHES = 5
_YAWS = np.radians([0.0, 90.0, 180.0, 270.0])
_WEIGHTS = {"near": 1.8, "next_to": 1.8, "far": 1.8, "across": 1.8}
_OTHERS = 0.5
_EDGE = ("against_wall", "on_wall", "in_corner")


@dataclass
class _Search:
    problem: Problem
    until: float
    relations: list[list[Constraint]]
    order: list[int]
    best: dict[int, np.ndarray] = field(default_factory=dict)
    best_score: float = -1.0

    def descend(self, at: int, placed: dict[int, np.ndarray], score: float) -> None:
        if (len(placed), score) > (len(self.best), self.best_score):
            self.best, self.best_score = dict(placed), score
        if at == len(self.order) or time.monotonic() > self.until:
            return
        body = self.order[at]
        poses = self.free(body, placed)
        scores = self.scores(body, poses, placed)
        for k in np.argsort(-scores, kind="stable")[:_BRANCHES].tolist():
            self.descend(at + 1, {**placed, body: poses[k]}, score + float(scores[k]))
            if len(self.best) == len(self.order) or time.monotonic() > self.until:
                return
        if len(poses) == 0:
            self.descend(at + 1, placed, score)

    def free(self, body: int, placed: dict[int, np.ndarray]) -> np.ndarray:
        """(C, 4) poses on the grid, or flush at the walls for the edge, where nothing is in the way."""
        bodies, room = self.problem.bodies, self.problem.room
        step = max(room.width, room.depth) / _STEPS
        x, z = np.arange(-room.width / 2, room.width / 2 + 1e-9, step), np.arange(-room.depth / 2, room.depth / 2, step)
        grid = np.stack(np.meshgrid(x, z, _YAWS, indexing="ij"), -1).reshape(-1, 3)
        edge = bodies.support[body] is Support.WALL or any(c.kind in _EDGE for c in self.relations[body])
        if edge:
            grid = np.concatenate([_at_walls(self.problem, body, x, z)])
        height = next((c.parameters.get("height") for c in self.relations[body] if c.kind == "on_wall"), None)
        y = float(height or 1.4) if bodies.support[body] is Support.WALL else 0.0
        reach = footprint_extent(bodies.half[body], grid[:, 2])
        inside = (np.abs(grid[:, :2]) + reach <= np.array([room.width, room.depth]) / 2 + 1e-9).all(axis=1)
        grid, reach = grid[inside], reach[inside]
        low, high = grid[:, :2] - reach, grid[:, :2] + reach
        clear = np.ones(len(grid), dtype=bool)
        top = y + float(bodies.height[body])
        for other, pose in placed.items():
            if pose[1] >= top or pose[1] + bodies.height[other] <= y:
                continue
            its = footprint_extent(bodies.half[other], pose[3]) + (0.0 if edge else _PADDING)
            clear &= ((low >= pose[[0, 2]] + its - 1e-9) | (high <= pose[[0, 2]] - its + 1e-9)).any(axis=1)
        for zone in keep_out_zones(self.problem):
            corners = np.array([[x, z] for x in zone.box[:, 0] for z in zone.box[:, 2]])
            c, s = np.cos(zone.pose[3]), np.sin(zone.pose[3])
            there = corners @ np.array([[c, -s], [s, c]]) + zone.pose[[0, 2]]
            clear &= ((low >= there.max(axis=0)) | (high <= there.min(axis=0))).any(axis=1)
        found = grid[clear]
        return np.column_stack([found[:, 0], np.full(len(found), y), found[:, 1], found[:, 2]])

    def scores(self, body: int, poses: np.ndarray, placed: dict[int, np.ndarray]) -> np.ndarray:
        total = np.zeros(len(poses))
        for c in self.relations[body]:
            others = [b for b in c.bodies if b != body]
            if c.kind in _EDGE or any(b not in placed for b in others):
                continue
            at = [poses if b == body else placed[b] for b in c.bodies]
            total += _WEIGHTS.get(c.kind, _OTHERS) * holds(c, residual(c, self.problem, at))
        return total


def grid_search(problem: Problem, seed: int, seconds: float) -> np.ndarray:
    """(N, 4) poses; NaN of what was left out."""
    count = len(problem.bodies)
    relations: list[list[Constraint]] = [[] for _ in range(count)]
    for c in problem.constraints:
        if c.target is None or c.target.kind in (AnchorKind.BODY, AnchorKind.WALL):
            for body in c.bodies:
                relations[body].append(c)
    area = problem.bodies.half.prod(axis=1)
    order = sorted(range(count), key=lambda b: (-len(relations[b]), -float(area[b])))
    search = _Search(problem, time.monotonic() + seconds, relations, order)
    search.descend(0, {}, 0.0)
    poses = np.full((count, 4), np.nan)
    for body, pose in search.best.items():
        poses[body] = pose
    return poses


def _at_walls(problem: Problem, body: int, x: np.ndarray, z: np.ndarray) -> np.ndarray:
    """(C, 3) x, z, yaw with the back flush at each wall, or at the wall that is named."""
    room, (_, deep) = problem.room, problem.bodies.half[body]
    named = {str(c.parameters["wall"]) for c in problem.constraints if body in c.items and "wall" in c.parameters}
    out = float(deep) + 1e-3
    sides = {
        "back": np.column_stack([x, np.full_like(x, -room.depth / 2 + out), np.zeros_like(x)]),
        "front": np.column_stack([x, np.full_like(x, room.depth / 2 - out), np.full_like(x, np.pi)]),
        "left": np.column_stack([np.full_like(z, -room.width / 2 + out), z, np.full_like(z, np.pi / 2)]),
        "right": np.column_stack([np.full_like(z, room.width / 2 - out), z, np.full_like(z, -np.pi / 2)]),
    }
    return np.concatenate([s for name, s in sides.items() if not named or name in named])
