"""Ways to damage a certified room, each by a known amount, written into its text as an edit is.

What stands on a body goes along with it, and counts as damaged as well. Poses are drawn until the certifier objects to what was
damaged; where it does not after some tries, there is no damage of that kind in this room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.layout import Problem, Support
from scenewright.scene.layout.certificate import Violation
from scenewright.scene.layout.program import poses_in, write_poses
from scenewright.scene.model import FloatArray, Scene

__all__ = ["KINDS", "Damaged", "damaged", "drawn_poses", "loads_of", "overlap_depth"]

PUSH, LIFT, OUT = (0.01, 0.30), (0.02, 0.30), (0.01, 0.30)
"""Metres."""

TURN = (5.0, 90.0)
"""Degrees."""

SINGLE = ("pushed", "lifted", "out of a wall", "turned")
KINDS = (*SINGLE, "swapped", "five at once")
FIVE, FIVE_FLAGGED = 5, 3
TRIES, DRAWS = 12, 60
NEAR = 0.3
"""Metres to a neighbour, or a wall, that a body may be pushed into."""
DEEP_ENOUGH = 0.008
"""Metres that boxes overlap at least, where the certifier is to see it."""


@dataclass(frozen=True)
class Damaged:
    """`bodies`: paths of what was displaced, with its load; `chosen`: without that. `metres`: how far each of `bodies` went."""

    kind: str
    source: str
    scene: Scene
    chosen: tuple[str, ...]
    bodies: tuple[str, ...]
    metres: tuple[float, ...]
    violations: int


def damaged(
    kind: str,
    source: str,
    scene: Scene,
    problem: Problem,
    rng: np.random.Generator,
    evaluate: Callable[[str], Scene],
    judge: Callable[[Scene], Sequence[Violation]],
) -> Damaged | None:
    """A room damaged in such a way; None where that cannot be done here."""
    bodies = problem.bodies
    for _ in range(TRIES):
        drawn = drawn_poses(kind, problem, rng)
        if drawn is None:
            return None
        poses, chosen = drawn
        try:
            result = write_poses(source, scene, bodies, poses, evaluate)
        except ScenewrightError:
            continue
        if result.failed or not np.allclose(poses_in(result.scene, bodies)[:, :3], poses[:, :3], atol=1e-3):
            continue
        violations = judge(result.scene)
        named = {p for v in violations for p in v.paths}
        loads = [b for c in chosen for b in loads_of(problem, c)]
        flagged = sum(any(bodies.path[b] in named for b in loads_of(problem, c)) for c in chosen)
        if flagged < min(len(chosen), FIVE_FLAGGED if kind == KINDS[-1] else 1):
            continue
        away = np.linalg.norm(poses[:, :3] - bodies.initial[:, :3], axis=1)
        return Damaged(
            kind,
            result.source,
            result.scene,
            tuple(bodies.path[c] for c in chosen),
            tuple(bodies.path[b] for b in loads),
            tuple(float(away[b]) for b in loads),
            len(violations),
        )
    return None


def drawn_poses(kind: str, problem: Problem, rng: np.random.Generator) -> tuple[FloatArray, list[int]] | None:
    """(N, 4) poses of a damage, and the bodies that it is about; None where none was found."""
    bodies = problem.bodies
    free = [b for b in range(len(bodies)) if not bodies.fixed[b]]
    for _ in range(DRAWS):
        if not free:
            return None
        poses = bodies.initial.copy()
        if kind == "swapped":
            chosen = _swapped(problem, poses, free, rng)
        elif kind == KINDS[-1]:
            chosen = _several(problem, poses, free, rng)
        else:
            body = int(rng.choice(free))
            chosen = [body] if _displaced(kind, problem, poses, body, rng) else []
        if chosen:
            return poses, chosen
    return None


def loads_of(problem: Problem, body: int) -> list[int]:
    """A body and all that stands on it."""
    found = [body]
    for b in found:
        found += [c for c in np.flatnonzero(problem.parent == b).tolist() if c not in found]
    return found


def overlap_depth(half: FloatArray, poses: FloatArray, a: int, b: int) -> float:
    """How far the footprints of two bodies are into each other, metres; negative: apart by about that."""
    deepest = np.inf
    for one, other in ((a, b), (b, a)):
        yaw, turn = poses[one, 3], poses[other, 3] - poses[one, 3]
        offset = poses[other, [0, 2]] - poses[one, [0, 2]]
        c, s = np.cos(yaw), np.sin(yaw)
        away = np.abs([c * offset[0] - s * offset[1], s * offset[0] + c * offset[1]])
        ct, st = abs(np.cos(turn)), abs(np.sin(turn))
        reach = np.array([ct * half[other, 0] + st * half[other, 1], st * half[other, 0] + ct * half[other, 1]])
        deepest = min(deepest, float((half[one] + reach - away).min()))
    return deepest


# -- one body -----------------------------------------------------------------------------------------------------------


def _displaced(kind: str, problem: Problem, poses: FloatArray, body: int, rng: np.random.Generator) -> bool:
    """Displace a body with its load, in place; whether that could be."""
    support = problem.bodies.support[body]
    if kind == "lifted":
        if support not in (Support.FLOOR, Support.SURFACE, Support.RUG):
            return False
        poses[loads_of(problem, body), 1] += round(float(rng.uniform(*LIFT)), 3)
        return True
    if support is Support.RUG:
        return False  # people walk and stand on rugs: into nothing
    if kind == "pushed":
        return _pushed(problem, poses, body, rng)
    if kind == "out of a wall":
        return _pushed_out(problem, poses, body, rng)
    degrees = float(rng.uniform(*TURN)) * rng.choice([-1, 1])
    _turn(problem, poses, body, np.radians(round(degrees, 1)))
    return _meets_something(problem, poses, body)


def _pushed(problem: Problem, poses: FloatArray, body: int, rng: np.random.Generator) -> bool:
    """Toward a neighbour that is near, so far into it; no further than half of the smaller one, past which it would be
    out on the other side."""
    half, loads = problem.bodies.half, loads_of(problem, body)
    gaps = {
        b: -overlap_depth(half, poses, body, b)
        for b in range(len(poses))
        if b not in loads and _level_with(problem, poses, body, b)
    }
    near = [b for b, gap in gaps.items() if gap < NEAR]
    if not near:
        return False
    other = int(rng.choice(near))
    toward = poses[other, [0, 2]] - poses[body, [0, 2]]
    # along the axis that is nearest to the way there: that is how slips go, by one number of the text
    axis = int(np.argmax(np.abs(toward)))
    sizes = [_reach(problem, poses, b)[axis] for b in (body, other)]
    deep = float(rng.uniform(PUSH[0], max(min(PUSH[1], *sizes), PUSH[0])))
    by = np.zeros(2)
    by[axis] = np.sign(toward[axis]) * round(float(abs(toward[axis]) - sum(sizes)) + deep, 3)
    poses[np.ix_(loads, [0, 2])] += by
    away = float(by[axis] * np.sign(toward[axis]))
    return 0.0 < away < NEAR + PUSH[1] and overlap_depth(half, poses, body, other) > DEEP_ENOUGH


def _reach(problem: Problem, poses: FloatArray, body: int) -> FloatArray:
    """(2,) how far a body's box reaches from its middle along x and z."""
    w, d = problem.bodies.half[body]
    c, s = abs(np.cos(poses[body, 3])), abs(np.sin(poses[body, 3]))
    return np.array([c * w + s * d, s * w + c * d])


def _pushed_out(problem: Problem, poses: FloatArray, body: int, rng: np.random.Generator) -> bool:
    """Through a wall that is near."""
    room = problem.room
    if not np.isfinite(room.height):
        return False  # open ground
    reach = _reach(problem, poses, body)
    limit = 0.5 * np.array([room.width, room.depth])
    walls = [
        (axis, sign, float(limit[axis] - sign * poses[body, 2 * axis] - reach[axis]))
        for axis in (0, 1)
        for sign in (-1, 1)
    ]
    near = [w for w in walls if w[2] < NEAR]
    if not near:
        return False
    axis, sign, gap = near[int(rng.integers(len(near)))]
    poses[loads_of(problem, body), 2 * axis] += sign * (max(gap, 0.0) + round(float(rng.uniform(*OUT)), 3))
    return True


def _turn(problem: Problem, poses: FloatArray, body: int, by: float) -> None:
    """Turn a body with its load about where it stands."""
    middle = poses[body, [0, 2]].copy()
    c, s = np.cos(by), np.sin(by)
    for b in loads_of(problem, body):
        x, z = poses[b, [0, 2]] - middle
        poses[b, [0, 2]] = middle + (c * x + s * z, -s * x + c * z)
        poses[b, 3] += by


def _meets_something(problem: Problem, poses: FloatArray, body: int) -> bool:
    """Whether a body's box is deeper in another, or further out of the room, than in the room as it was."""
    bodies, room = problem.bodies, problem.room
    before, loads = bodies.initial, loads_of(problem, body)
    for b in range(len(poses)):
        if b not in loads and _level_with(problem, poses, body, b):
            now, was = (overlap_depth(bodies.half, p, body, b) for p in (poses, before))
            if now > max(was, 0.0) + DEEP_ENOUGH:
                return True
    reach = _reach(problem, poses, body)
    return bool((np.abs(poses[body, [0, 2]]) + reach > 0.5 * np.array([room.width, room.depth]) + DEEP_ENOUGH).any())


def _level_with(problem: Problem, poses: FloatArray, a: int, b: int) -> bool:
    """Whether two bodies share heights, and neither is a rug or stands on the other."""
    bodies = problem.bodies
    if Support.RUG in (bodies.support[a], bodies.support[b]) or problem.parent[a] == b or problem.parent[b] == a:
        return False
    low = max(poses[a, 1], poses[b, 1])
    high = min(poses[a, 1] + bodies.height[a], poses[b, 1] + bodies.height[b])
    return bool(high - low > DEEP_ENOUGH)


# -- several ------------------------------------------------------------------------------------------------------------


def _swapped(problem: Problem, poses: FloatArray, free: Sequence[int], rng: np.random.Generator) -> list[int]:
    """Two of the floor trade places, with their loads."""
    support, parent = problem.bodies.support, problem.parent
    floor = [b for b in free if support[b] is Support.FLOOR and parent[b] < 0]
    if len(floor) < 2:
        return []
    a, b = (int(k) for k in rng.choice(floor, 2, replace=False))
    before = poses.copy()
    for one, other in ((a, b), (b, a)):
        _turn(problem, poses, one, before[other, 3] - before[one, 3])
        loads = loads_of(problem, one)
        poses[np.ix_(loads, [0, 2])] += before[other, [0, 2]] - before[one, [0, 2]]
    apart = float(np.hypot(*(before[a, [0, 2]] - before[b, [0, 2]])))
    return [a, b] if apart > 0.05 else []


def _several(problem: Problem, poses: FloatArray, free: Sequence[int], rng: np.random.Generator) -> list[int]:
    """Five, of which none carries another, each in a way of its own."""
    chosen: list[int] = []
    touched: set[int] = set()
    for body in rng.permutation(free).tolist():
        loads = set(loads_of(problem, body))
        if loads & touched:
            continue
        trial = poses.copy()
        if not _displaced(str(rng.choice(SINGLE)), problem, trial, body, rng):
            continue
        poses[:] = trial
        chosen.append(body)
        touched |= loads
        if len(chosen) == FIVE:
            return chosen
    return []
