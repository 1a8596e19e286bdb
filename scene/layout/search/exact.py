"""Exact packing of crowded floors, by the no-overlap constraint of OR-Tools' CP-SAT.

Bodies are whole footprints, square to the room, on a grid of a centimetre; each is at a wall where a relation says so. The packing
runs only where placing bodies one by one leaves some unplaced. Unlike a random search it can prove that a floor holds them or not.

CP-SAT gets one worker, a fixed seed and a limit of its deterministic time, so that the poses are the same on every machine. With
several workers the result would depend on a race.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.model import Problem
from scenewright.scene.layout.search.candidates import WALL_GAP
from scenewright.scene.layout.search.effort import PER_SECOND, Effort
from scenewright.scene.layout.search.occupancy import Occupancy
from scenewright.scene.layout.search.planar import footprint_extent
from scenewright.scene.layout.search.walls import walls_of
from scenewright.scene.model import FloatArray

__all__ = ["MAX_BODIES", "Packing", "Verdict", "pack_floor"]

MAX_BODIES = 50
_STEP = 0.01
_POLL = 0.01
_MODELLED = 0.5
"""Units of effort (:mod:`scenewright.scene.layout.search.effort`) of modelling a body. A unit of CP-SAT's deterministic time counts as a
second."""


class Verdict(enum.Enum):
    """What a packing found out."""

    PLACED = "placed"
    IMPOSSIBLE = "impossible"
    """Impossible square to the room with whole footprints; turned or tucked in, the bodies might still fit."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, eq=False)
class Packing:
    """The result of a packing. `poses`: body -> (4,), where the verdict is PLACED."""

    verdict: Verdict
    poses: Mapping[int, FloatArray]


def pack_floor(
    problem: Problem,
    occupancy: Occupancy,
    bodies: Sequence[int],
    *,
    units: float = 2500.0,
    seed: int = 0,
    wishes: Mapping[int, FloatArray] | None = None,
    effort: Effort | None = None,
) -> Packing:
    """Find places on the floor for `bodies` among all other placed bodies.

    Args:
        units: of effort, at most.
        wishes: body -> the pose (4,) where it would best be; the sum of the distances is minimised.
        effort: charged; asked every hundredth of a second whether to end with the best packing so far.
    """
    effort = Effort() if effort is None else effort
    units = min(units, effort.left) - _MODELLED * len(bodies)
    if units <= 0.0:
        return Packing(Verdict.UNKNOWN, {})
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    room = problem.room
    limit = np.floor(0.5 * np.array([room.width, room.depth]) / _STEP).astype(int)
    intervals: tuple[list[Any], list[Any]] = ([], [])
    for low, high in _disjoint(_obstacles(occupancy, bodies, limit)):
        for axis in (0, 1):
            size = int(high[axis] - low[axis])
            intervals[axis].append(model.new_fixed_size_interval_var(int(low[axis]), size, ""))
    variables: dict[int, tuple[Any, Any, list[Any]]] = {}
    costs: list[Any] = []
    sides = _required_walls(problem)
    for body in bodies:
        half = np.ceil(problem.bodies.half[body] / _STEP - 1e-6).astype(int)
        x = model.new_int_var(-int(limit[0]), int(limit[0]), f"x{body}")
        z = model.new_int_var(-int(limit[1]), int(limit[1]), f"z{body}")
        turned = model.new_bool_var(f"t{body}")
        along, deep = int(half[0]), int(half[1])
        for literal, hx, hz in ((turned.negated(), along, deep), (turned, deep, along)):
            model.add_linear_constraint(x, -int(limit[0]) + hx, int(limit[0]) - hx).only_enforce_if(literal)
            model.add_linear_constraint(z, -int(limit[1]) + hz, int(limit[1]) - hz).only_enforce_if(literal)
            intervals[0].append(model.new_optional_interval_var(x - hx, 2 * hx, x + hx, literal, ""))
            intervals[1].append(model.new_optional_interval_var(z - hz, 2 * hz, z + hz, literal, ""))
        at_wall = [model.new_bool_var(f"{name}{body}") for name in ("back", "right", "front", "left")]
        out = deep + round(WALL_GAP / _STEP)
        model.add(z == -int(limit[1]) + out).only_enforce_if(at_wall[0])
        model.add(x == int(limit[0]) - out).only_enforce_if(at_wall[1])
        model.add(z == int(limit[1]) - out).only_enforce_if(at_wall[2])
        model.add(x == -int(limit[0]) + out).only_enforce_if(at_wall[3])
        for k, literal in enumerate(at_wall):
            model.add_implication(literal, turned if k % 2 else turned.negated())
        if body in sides:
            allowed = [at_wall[("back", "right", "front", "left").index(name)] for name in sides[body]]
            model.add_bool_or(allowed)
        if wishes is not None and body in wishes:
            for variable, value in ((x, wishes[body][0]), (z, wishes[body][2])):
                away = model.new_int_var(0, 4 * int(limit.max()), "")
                target = round(float(value) / _STEP)
                model.add_abs_equality(away, variable - target)
                costs.append(away)
        variables[body] = (x, z, [turned, *at_wall])
    model.add_no_overlap_2d(intervals[0], intervals[1])
    if costs:
        model.minimize(sum(costs))
    solver = cp_model.CpSolver()
    solver.parameters.max_deterministic_time = units / PER_SECOND
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    status = solver.status_name(_solved(solver, model, effort))
    effort.charge(_MODELLED * len(bodies) + PER_SECOND * solver.response_proto.deterministic_time)
    if status == "INFEASIBLE":
        return Packing(Verdict.IMPOSSIBLE, {})
    if status not in ("OPTIMAL", "FEASIBLE"):
        return Packing(Verdict.UNKNOWN, {})
    poses = {}
    for body, (x, z, literals) in variables.items():
        turned_now, *walls_now = (bool(solver.boolean_value(b)) for b in literals)
        wall = next((k for k, there in enumerate(walls_now) if there), None)
        at = solver.value(x) * _STEP, solver.value(z) * _STEP
        if wall is not None:
            yaw = (0.0, -np.pi / 2, np.pi, np.pi / 2)[wall]  # the back is to the wall
        elif turned_now:
            yaw = -np.pi / 2 if at[0] > 0.0 else np.pi / 2  # the front looks into the room
        else:
            yaw = np.pi if at[1] > 0.0 else 0.0
        poses[body] = np.array([at[0], 0.0, at[1], yaw])
    return Packing(Verdict.PLACED, poses)


def _solved(solver: Any, model: Any, over: Effort) -> Any:
    """The final status of the solver. It runs in its own thread, since its callbacks come only with solutions."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        answer = pool.submit(solver.solve, model)
        while not wait([answer], timeout=_POLL).done:
            if over():
                solver.stop_search()  # repeated in the next turn, in case the search had not begun yet
        return answer.result()


def _obstacles(occupancy: Occupancy, bodies: Sequence[int], limit: FloatArray) -> list[tuple[FloatArray, FloatArray]]:
    """(low, high) corners on the grid of the axis-aligned boxes of placed bodies that the bodies on the floor could collide with."""
    table = occupancy.table
    tallest = float(max((table.top[b] for b in bodies), default=0.0))
    obstacles = []
    for other in np.flatnonzero(occupancy.standing).tolist():
        if other in bodies or all(other in occupancy.exempt_of(b) for b in bodies):
            continue
        pose = occupancy.poses[other]
        if pose[1] + table.bottom[other] >= tallest:
            continue
        rows = slice(int(table.start[other]), int(table.start[other + 1]))
        extent = footprint_extent(table.half[rows], np.full(table.half[rows].shape[0], pose[3]))
        c, s = np.cos(pose[3]), np.sin(pose[3])
        centre = table.centre[rows] @ np.array([[c, -s], [s, c]]) + pose[[0, 2]]
        low, high = (centre - extent).min(axis=0), (centre + extent).max(axis=0)
        low = np.maximum(np.floor(low / _STEP + 1e-6), -limit).astype(int)
        high = np.minimum(np.ceil(high / _STEP - 1e-6), limit).astype(int)
        if (high > low).all():
            obstacles.append((low, high))
    return obstacles


def _disjoint(boxes: Sequence[tuple[FloatArray, FloatArray]]) -> list[tuple[FloatArray, FloatArray]]:
    """Disjoint boxes that cover the same area, as the model requires; obstacles at different heights may overlap from above."""
    edges = sorted({int(x) for low, high in boxes for x in (low[0], high[0])})
    disjoint = []
    for first, last in pairwise(edges):
        stop = None
        for start, end in sorted(
            (int(low[1]), int(high[1])) for low, high in boxes if low[0] <= first and high[0] >= last
        ):
            begun = start if stop is None else max(start, stop)
            if end > begun:
                disjoint.append((np.array([first, begun]), np.array([last, end])))
                stop = end
    return disjoint


def _required_walls(problem: Problem) -> dict[int, tuple[str, ...]]:
    """Body -> the walls of which relations require one."""
    everywhere = tuple(walls_of(problem.room))
    required: dict[int, tuple[str, ...]] = {}
    for constraint in problem.constraints:
        if constraint.kind in (RelationName.AGAINST_WALL, RelationName.IN_CORNER):
            wall = str(constraint.parameters.get("wall") or "")
            for item in constraint.items:
                required[item] = (wall,) if wall in everywhere else required.get(item, everywhere)
    return {b: names for b, names in required.items() if names}
