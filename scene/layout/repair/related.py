"""Propose poses at which a failing relation holds, the least change first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.model import AnchorKind, Constraint, Problem, wrapped
from scenewright.scene.layout.relations import anchor_box, faces_back, residual, tolerance
from scenewright.scene.layout.repair.change import Costs
from scenewright.scene.layout.repair.collisions import Setting
from scenewright.scene.layout.search import sample
from scenewright.scene.model import FloatArray

__all__ = ["holds_at", "improving", "poses_for"]

_RADII = (0.0, 0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1.0, 1.3, 1.7, 2.2, 3.0, 4.0, 5.5, 7.5)
_ANGLES = 24
_SAMPLED = 96
_MOST = 120
_INNER = 0.9
"""Share of a relation's tolerance that a pose may use, since written numbers are rounded."""

_TOUCHING = (RelationName.ON, RelationName.INSIDE, RelationName.ON_WALL, RelationName.HANGING)
_TOUCH = 1e-3
"""Metres: the residual that is wanted of relations that mean contact, in place of their tolerance."""

_BISECTIONS = 8


def holds_at(problem: Problem, k: int, poses: FloatArray) -> bool:
    """Whether relation k holds at poses (N, 4)."""
    c = problem.constraints[k]
    return float(residual(c, problem, [poses[b] for b in c.bodies])) <= tolerance(c) + 1e-6


def poses_for(problem: Problem, costs: Costs, k: int, body: int, setting: Setting) -> list[FloatArray]:
    """Poses (4,) of one body at which relation k holds, the other bodies as in `setting`; the cheapest first."""
    c = problem.constraints[k]
    poses = _proposed(problem, c, body, setting)
    left = _left(problem, c, body, setting, poses)
    good = poses[left <= _wanted(c)]
    if not len(good):
        good = poses[left <= _INNER * tolerance(c)]
    if not len(good):
        return []
    order = np.argsort([costs.least(body, p) for p in good], kind="stable")[:_MOST]
    nearer = [_drawn_back(problem, c, body, setting, good[n]) for n in order.tolist()]
    order = np.argsort([costs.least(body, p) for p in nearer], kind="stable")
    return [nearer[n] for n in order.tolist()]


def improving(problem: Problem, costs: Costs, k: int, body: int, setting: Setting) -> list[FloatArray]:
    """Poses (4,) of one body that lower the residual of relation k, which arranges several; the best gain for the cost first."""
    c = problem.constraints[k]
    poses = _proposed(problem, c, body, setting)
    now = float(residual(c, problem, [setting.poses[b] for b in c.bodies]))
    left = np.maximum(_left(problem, c, body, setting, poses), _INNER * tolerance(c))
    gained = max(now, 0.0) - left
    good = np.flatnonzero(gained > 0.2 * max(now - tolerance(c), 1e-3))
    if not len(good):
        return []
    price = np.array([costs.least(body, poses[n]) for n in good]) + 2.0 * left[good]
    order = good[np.argsort(price, kind="stable")][:_MOST]
    return [_drawn_back(problem, c, body, setting, poses[n], float(left[n]) + 1e-6) for n in order.tolist()]


def _wanted(c: Constraint) -> float:
    return _TOUCH if c.kind in _TOUCHING else _INNER * tolerance(c)


def _left(problem: Problem, c: Constraint, body: int, setting: Setting, poses: FloatArray) -> FloatArray:
    return residual(c, problem, [poses if b == body else setting.poses[b] for b in c.bodies])


def _proposed(problem: Problem, c: Constraint, body: int, setting: Setting) -> FloatArray:
    now = setting.poses[body]
    angle = np.arange(_ANGLES) * (2.0 * np.pi / _ANGLES)
    radius = np.array(_RADII)
    dx = np.concatenate([[0.0], np.outer(radius[1:], np.cos(angle)).reshape(-1)])
    dz = np.concatenate([[0.0], np.outer(radius[1:], np.sin(angle)).reshape(-1)])
    yaws = np.array(_yaws(problem, c, body, setting))
    places = np.stack([now[0] + dx, np.full(len(dx), now[1]), now[2] + dz, np.zeros(len(dx))], axis=1)
    poses = np.repeat(places, len(yaws), axis=0)
    poses[:, 3] = np.tile(yaws, len(places))
    facing = places.copy()
    target = c.target if body in c.items else None
    if target is not None and target.kind is not AnchorKind.ROOM:
        box = anchor_box(problem, target, setting.poses)
        facing[:, 3] = np.arctan2(box[0] - facing[:, 0], box[2] - facing[:, 2])
    elif body not in c.items and c.items:
        at = setting.poses[c.items[0]]
        facing[:, 3] = np.arctan2(at[0] - facing[:, 0], at[2] - facing[:, 2])
    if faces_back(c):
        facing[:, 3] += np.pi
    poses = np.concatenate([poses, facing])
    drawn = sample(c, problem, body, setting.poses, np.random.default_rng(0), _SAMPLED)
    return np.concatenate([poses, drawn[np.isfinite(drawn).all(axis=1)]])


def _yaws(problem: Problem, c: Constraint, body: int, setting: Setting) -> list[float]:
    now = float(setting.poses[body, 3])
    yaws = [now]
    named = [a.body for a in (c.target, c.about) if a is not None and a.kind is AnchorKind.BODY and a.body != body]
    bases = [0.0, *(float(setting.poses[b, 3]) for b in named)]
    if body not in c.items and c.items:
        bases.append(float(setting.poses[c.items[0], 3]))
    for base in bases:
        yaws += [base + q * np.pi / 2 for q in range(4)]
    unique: dict[float, float] = {}
    for y in yaws:
        # the equivalent yaw nearest to the written one, so that drawing back turns the short way
        near = now + float(wrapped(np.asarray(y - now)))
        unique.setdefault(round(near, 6), near)
    return list(unique.values())


def _drawn_back(
    problem: Problem, c: Constraint, body: int, setting: Setting, pose: FloatArray, most: float | None = None
) -> FloatArray:
    """A pose drawn back toward the body's pose in `setting` as far as the residual stays at most `most`."""
    start = setting.poses[body]
    goal = pose.copy()
    goal[3] = start[3] + wrapped(goal[3] - start[3])
    most = _wanted(c) if most is None else most
    low, high = 0.0, 1.0
    for _ in range(_BISECTIONS):
        share = 0.5 * (low + high)
        at = start + share * (goal - start)
        if float(_left(problem, c, body, setting, at[None])[0]) <= most:
            high = share
        else:
            low = share
    drawn: FloatArray = start + high * (goal - start)
    return drawn


def several(problem: Problem, k: int) -> Sequence[int]:
    """The bodies that relation k arranges together; empty where it places only one."""
    c = problem.constraints[k]
    return c.items if len(c.items) > 1 and c.kind != RelationName.CLEAR else ()
