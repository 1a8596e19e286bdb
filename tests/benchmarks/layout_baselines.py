"""The baselines on rooms with a hidden solution, judged as the solver is: by the certifier, from the program that they give."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import Problem
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.layout.program import write_poses
from scenewright.scene.model import Scene
from tests.benchmarks.baseline_cpsat import cpsat_alone
from tests.benchmarks.baseline_grid_search import grid_search
from tests.benchmarks.baseline_penalty import penalty_descent
from tests.benchmarks.layout_rooms import HiddenRoom

__all__ = ["BASELINES", "baseline_outcome"]

BASELINES: dict[str, tuple[Callable[[Problem, int, float], np.ndarray], float]] = {
    "cp-sat alone": (cpsat_alone, 30.0),
    "grid search": (grid_search, 30.0),
    "penalty descent": (penalty_descent, 300.0),
}
"""What gives poses of a problem from a seed, within some seconds."""


def baseline_outcome(name: str, room: HiddenRoom, catalogue: Catalogue, seed: int) -> dict[str, Any]:
    """What the certifier says of a room laid out by a baseline. What it leaves out is left out of the program, with its
    relations, and counts as not placed; where nothing is left, nothing collides."""

    def evaluate(text: str) -> Scene:
        return evaluate_here(text, assets=catalogue)

    solve, limit = BASELINES[name]
    scene = evaluate(room.program)
    bodies = bodies_of(scene, provider=catalogue)
    problem = problem_of(scene, bodies)
    begun, process = time.perf_counter(), time.process_time()
    poses = solve(problem, seed, limit)
    seconds, process = time.perf_counter() - begun, time.process_time() - process
    missing = np.flatnonzero(~np.isfinite(poses).all(axis=1)).tolist()
    figures: dict[str, Any] = {
        "requested": room.count,
        "relations": room.relations,
        "seconds": seconds,
        "process": process,
    }
    if len(missing) == len(bodies):
        return {**figures, "placed": 0, "satisfied": 0, "collision_free": True, "in_bounds": True, "certified": False}
    written = write_poses(room.program, scene, bodies, poses, evaluate).source
    kept = evaluate(_without(written, [bodies.path[b].rsplit("/", 1)[-1] for b in missing]))
    of_kept = bodies_of(kept, provider=catalogue)
    certificate = certify(kept, provider=catalogue, problem=problem_of(kept, of_kept))
    return {
        **figures,
        "placed": certificate.placed,
        "satisfied": sum(r.satisfied for r in certificate.relations),
        "collision_free": certificate.collision_free,
        "in_bounds": certificate.in_bounds,
        "certified": certificate.certified and not missing,
    }


def _without(text: str, names: list[str]) -> str:
    """A program of :mod:`tests.benchmarks.layout_rooms`, which has a line for each thing and each relation, without some."""
    quoted = [repr(n) for n in names]
    return "\n".join(line for line in text.split("\n") if not any(q in line for q in quoted))
