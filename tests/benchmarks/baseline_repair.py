"""Two plain ways to repair poses, both begun from the damaged ones, for figures to be held against.

``penalty``: Adam on penalties in the manner of LayoutVLM (see :mod:`tests.benchmarks.baseline_penalty`): overlap of footprints where
heights meet, what is outside, relations; four hundred steps at 0.01 of the room's size. ``cp-sat``: no two pieces of bodies
overlap that share heights, at the yaw that each has, nothing outside, and the sum of all shifts is the least; steps of a
centimetre, a bound on its work in place of seconds.

Both let bodies down onto what they stand on first, as LayoutVLM does by projection, take what stands on a thing along with it,
and leave alone what is fixed and pairs of boxes that meet by design: a chair under its table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from scenewright.scene.layout import Problem, Support
from scenewright.scene.model import FloatArray
from tests.benchmarks.baseline_penalty import (
    BOUNDS,
    OVERLAP,
    PROJECT_EVERY,
    RATE,
    STEPS,
    outside_penalty,
    overlap_penalty,
    penalty,
    reach_of,
)
from tests.benchmarks.layout_damage import loads_of

__all__ = ["REPAIRS", "cpsat_repair", "let_down", "penalty_repair"]

_CM = 100.0
_WORK = 8.0
"""CP-SAT's own measure of how much it does, about seconds of a processor."""

_PIECES = 36
"""Pairs of pieces of two bodies up to which their pieces are kept apart, not their boxes."""

_MARGIN = 0.002
"""Metres by which boxes are kept apart."""


def penalty_repair(problem: Problem) -> FloatArray:
    """(N, 4) poses."""
    import torch

    torch.set_num_threads(1)
    bodies, room = problem.bodies, problem.room
    start = let_down(problem)
    flat = start[:, [0, 2, 3]]
    if not np.isfinite(room.height):
        return start  # open ground: no walls, and no size to step by
    at = torch.tensor(flat, dtype=torch.float64, requires_grad=True)
    half = torch.tensor(bodies.half)
    size = torch.tensor(0.5 * np.array([room.width, room.depth]))
    pairs = [p for p in _meeting(problem, start) if not all(bodies.fixed[list(p)])]
    first, second = (torch.tensor([p[k] for p in pairs], dtype=torch.long) for k in (0, 1))
    still = torch.tensor(bodies.fixed)
    adam = torch.optim.Adam([at], lr=RATE * float(size.max()))
    for step in range(STEPS):
        adam.zero_grad()
        loss = BOUNDS * outside_penalty(torch, at, half, size).sum()
        if pairs:
            loss = loss + OVERLAP * overlap_penalty(torch, at, half, first, second).sum()
        for c in problem.constraints:
            loss = loss + penalty(torch, c, at, half, size)
        for child, parent in enumerate(problem.parent.tolist()):
            if parent >= 0:  # what stands on a thing stays above it
                beyond = torch.relu((at[child, :2] - at[parent, :2]).abs() - half[parent].min())
                loss = loss + BOUNDS * (beyond**2).sum()
        loss.backward()
        assert at.grad is not None
        at.grad[still] = 0.0
        adam.step()
        if (step + 1) % PROJECT_EVERY == 0 or step + 1 == STEPS:
            with torch.no_grad():
                reach = reach_of(torch, at[:, 2], half)
                inside = torch.minimum(torch.maximum(at[:, :2], reach - size), size - reach)
                at[:, :2] = torch.where(still[:, None], at[:, :2], inside)
    found = at.detach().numpy()
    return np.column_stack([found[:, 0], start[:, 1], found[:, 1], found[:, 2]])


def cpsat_repair(problem: Problem) -> FloatArray | None:
    """(N, 4) poses; None where it finds none."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    bodies, room = problem.bodies, problem.room
    start = let_down(problem)
    limit = 0.5 * np.array([room.width, room.depth])
    walled = np.isfinite(room.height)
    most = int(_CM * 2.0 * limit.max()) if walled else 500
    reaches = [0 if fixed else most for fixed in bodies.fixed.tolist()]
    shift = [[model.new_int_var(-r, r, f"{axis}{b}") for axis in "xz"] for b, r in enumerate(reaches)]
    costs: list[Any] = []
    for b, variables in enumerate(shift):
        parent = int(problem.parent[b])
        for axis, v in enumerate(variables):
            size = model.new_int_var(0, 4 * most, "")
            # what stands on a thing goes along with it: only what it moves beyond that counts
            model.add_abs_equality(size, v if parent < 0 else v - shift[parent][axis])
            costs.append(size)
            low, high = _extent(problem, start, b)[axis]
            if walled and not bodies.fixed[b] and high - low < 2.0 * limit[axis]:
                model.add(v >= int(np.ceil(_CM * (-limit[axis] - low) - 1e-6)))
                model.add(v <= int(np.floor(_CM * (limit[axis] - high) + 1e-6)))
    for a, b in _meeting(problem, start):
        if bodies.fixed[a] and bodies.fixed[b]:
            continue
        for one, other in _piece_pairs(problem, start, a, b):
            ways = []
            for axis in (0, 1):
                x, y = shift[a][axis], shift[b][axis]
                for ahead, gap in ((x - y, other[0][axis] - one[1][axis]), (y - x, one[0][axis] - other[1][axis])):
                    way = model.new_bool_var("")
                    model.add(ahead <= int(np.floor(_CM * (gap - _MARGIN)))).only_enforce_if(way)
                    ways.append(way)
            model.add_bool_or(ways)
    model.minimize(sum(costs))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.max_deterministic_time = _WORK
    if solver.status_name(solver.solve(model)) not in ("OPTIMAL", "FEASIBLE"):
        return None
    found = start.copy()
    for b, (x, z) in enumerate(shift):
        found[b, 0] += solver.value(x) / _CM
        found[b, 2] += solver.value(z) / _CM
    return found


REPAIRS = {"adam on penalties": penalty_repair, "cp-sat": cpsat_repair}


def let_down(problem: Problem) -> FloatArray:
    """(N, 4) the poses as they are, each body down, or up, to what it stands on."""
    bodies, poses = problem.bodies, problem.bodies.initial.copy()
    roots = [b for b in range(len(bodies)) if problem.parent[b] < 0]
    for root in roots:
        if bodies.support[root] in (Support.FLOOR, Support.RUG) and not bodies.fixed[root]:
            poses[root, 1] = 0.0
        for b in loads_of(problem, root)[1:]:
            parent, surface = int(problem.parent[b]), int(problem.surface[b])
            if surface >= 0 and not bodies.fixed[b]:
                poses[b, 1] = poses[parent, 1] + bodies.surfaces[parent][surface].height
    return poses


def _meeting(problem: Problem, poses: FloatArray) -> Iterator[tuple[int, int]]:
    """Pairs that are to be kept apart: that share heights, do not stand on each other, are no rugs, and do not meet by design."""
    bodies = problem.bodies
    rug = [s is Support.RUG for s in bodies.support]
    for a in range(len(bodies)):
        for b in range(a):
            if rug[a] or rug[b] or problem.parent[a] == b or problem.parent[b] == a:
                continue
            low, high = (
                max(poses[a, 1], poses[b, 1]),
                min(poses[a, 1] + bodies.height[a], poses[b, 1] + bodies.height[b]),
            )
            if high - low > 1e-3 and not _tucked_in(problem, poses, a, b):
                yield b, a


def _tucked_in(problem: Problem, poses: FloatArray, a: int, b: int) -> bool:
    """Whether the boxes of two bodies meet and their pieces do not."""

    def meet(one: FloatArray, other: FloatArray) -> bool:
        return bool((one[0] < other[1] - _MARGIN).all() and (other[0] < one[1] - _MARGIN).all())

    pieces = [(p, q) for p in _pieces(problem, poses, a) for q in _pieces(problem, poses, b)]
    return (
        len(pieces) > 1
        and meet(_whole(problem, poses, a), _whole(problem, poses, b))
        and not any(meet(p, q) for p, q in pieces)
    )


def _piece_pairs(problem: Problem, poses: FloatArray, a: int, b: int) -> list[tuple[FloatArray, FloatArray]]:
    """Boxes (2, 2) in plan, of pieces that share heights, or of the whole bodies where these are many."""
    ones, others = _pieces(problem, poses, a), _pieces(problem, poses, b)
    if len(ones) * len(others) > _PIECES:
        ones, others = [_whole(problem, poses, a)], [_whole(problem, poses, b)]
    return [
        (p[:, [0, 2]], q[:, [0, 2]])
        for p in ones
        for q in others
        if min(p[1, 1], q[1, 1]) - max(p[0, 1], q[0, 1]) > 1e-3
    ]


def _pieces(problem: Problem, poses: FloatArray, body: int) -> list[FloatArray]:
    """(2, 3) world boxes about each of a body's own boxes."""
    return [_world(poses[body], low, high) for low, high in problem.bodies.boxes[body]]


def _whole(problem: Problem, poses: FloatArray, body: int) -> FloatArray:
    w, d = problem.bodies.half[body]
    return _world(poses[body], np.array([-w, 0.0, -d]), np.array([w, problem.bodies.height[body], d]))


def _world(pose: FloatArray, low: FloatArray, high: FloatArray) -> FloatArray:
    c, s = np.cos(pose[3]), np.sin(pose[3])
    x, z = (low[0] + high[0]) / 2, (low[2] + high[2]) / 2
    w, d = (high[0] - low[0]) / 2, (high[2] - low[2]) / 2
    middle = np.array([pose[0] + c * x + s * z, pose[2] - s * x + c * z])
    reach = np.array([abs(c) * w + abs(s) * d, abs(s) * w + abs(c) * d])
    (x0, z0), (x1, z1) = middle - reach, middle + reach
    return np.array([[x0, pose[1] + low[1], z0], [x1, pose[1] + high[1], z1]])


def _extent(problem: Problem, poses: FloatArray, body: int) -> list[tuple[float, float]]:
    """From where to where a body reaches along x and z."""
    box = _whole(problem, poses, body)
    return [(float(box[0, k]), float(box[1, k])) for k in (0, 2)]
