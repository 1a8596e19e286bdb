"""Place bodies one by one, each at the free pose at which its relations hold best."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from scenewright.scene.layout.model import Numbers, Problem, Support
from scenewright.scene.layout.search.arrangement import Arrangement
from scenewright.scene.layout.search.carrying import carried
from scenewright.scene.model import FloatArray

__all__ = ["construct", "insert", "order_of"]

_CHUNK = 24
_FIRST = 4
"""Poses that are tested for collisions first; mostly one of them is free."""

_UPSET = (0.3, 0.4)
"""Cost of evicting a body, and of each of its relations; a failing soft relation costs 1 to 2."""

_INSERTION, _PROPOSED, _CHECKED, _NEARBY = 0.3, 0.5, 0.1, 0.2
"""Units of effort (:mod:`scenewright.scene.layout.search.effort`) of placing a body, of the proposals of a relation, of testing a batch of
poses for collisions, and of a batch of poses near good ones."""

_OF_EACH, _MET = 1e-3, 1e-4
"""Further units for each body of the problem, and for each pair of a tested pose and a near body."""

_CROWDED = 3
"""Bodies that may be evicted for one body."""


def order_of(problem: Problem, chosen: Sequence[int]) -> list[int]:
    """The order in which bodies are placed: carriers before the bodies on them, and targets before items. Otherwise bodies that are
    bound to walls, windows or corners come first, then those with relations, then the others, each the large before the small. A body
    that an earlier one needs moves forward with it."""
    bodies = problem.bodies
    members = set(chosen)
    before: dict[int, set[int]] = {b: set() for b in members}
    freedom = dict.fromkeys(members, 2)
    for constraint in problem.constraints:
        target = constraint.target.body if constraint.target is not None else -1
        for item in constraint.items:
            if item in members:
                freedom[item] = 0 if target < 0 else min(freedom[item], 1)
                if target in members and target != item:
                    before[item].add(target)
    carried = {b: int(problem.parent[b]) for b in members if int(problem.parent[b]) in members}
    for child, parent in carried.items():
        before[child].add(parent)
    area = bodies.half.prod(axis=1)
    hangs = [s is Support.WALL for s in bodies.support]
    ranked = sorted(members, key=lambda b: (bool(problem.parent[b] >= 0), freedom[b], hangs[b], -float(area[b]), b))
    order: dict[int, None] = {}

    def put(body: int, waiting: frozenset[int]) -> None:
        if body in order:
            return
        # relations may form a circle: bodies that are being waited for are not waited for again
        for other in sorted(before[body] - waiting):
            put(other, waiting | {body})
        # even in such a circle carriers come first
        line = [body]
        while (below := carried.get(line[-1])) is not None and below not in order:
            line.append(below)
        order.update(dict.fromkeys(reversed(line)))

    for body in ranked:
        put(body, frozenset((body,)))
    return list(order)


def construct(
    arrangement: Arrangement,
    order: Sequence[int],
    kept: Collection[int],
    count: int,
    before: FloatArray | None = None,
) -> list[int]:
    """Place bodies in order. Returns those that found no place, or for which no effort was left.

    Args:
        kept: bodies that are first tried at their poses among `before`, moved along with their carriers.
        before: (N, 4); by default the poses of the program.
    """
    poses = arrangement.problem.bodies.initial if before is None else before
    left = []
    for body in order:
        if arrangement.stands(body):
            continue
        first = []
        if body in kept and arrangement.held_up(body):
            first = [carried(arrangement.problem, body, poses, arrangement.occupancy.poses)]
        if arrangement.effort() or not insert(arrangement, body, first, count):
            left.append(body)
    return left


def insert(
    arrangement: Arrangement, body: int, kept: Sequence[FloatArray] = (), count: int = 64, *, evict: bool = False
) -> bool | list[int]:
    """Place one body at the best free pose found.

    Args:
        kept: poses (4,) that are tried first.
        count: poses of each source.
        evict: where no pose is free, or free ones cost more, remove bodies that are in the way.

    Returns:
        Whether the body is placed; with `evict` the bodies that were removed for it (True: none).
    """
    if not arrangement.held_up(body):
        return False
    relations = arrangement.judged(body)
    constraints = [c for k in relations if (c := arrangement.judgeable(k, body)) is not None]
    poses = arrangement.candidates.of(body, constraints, kept, count)
    arrangement.effort.charge(_INSERTION + _OF_EACH * arrangement.count + _PROPOSED * len(constraints))
    if len(poses) == 0:
        return False
    cost = arrangement.costs(body, poses, relations)
    if relations and cost.min() > 0.0:
        poses, cost = _improved(arrangement, body, poses, cost, relations)
    if arrangement.candidates.wished:
        poses, cost = _nearer(arrangement, body, poses, cost, relations)
    # of equal poses the earlier one: where the body was, or where a relation proposes it
    first = 1e-9 if arrangement.candidates.wished else 1e-6
    rank = cost + first * np.arange(len(poses)) + 1e-3 * arrangement.candidates.unease(body, poses)
    order = np.argsort(rank, kind="stable")
    among = arrangement.occupancy.neighbours(body, poses)
    free_cost = np.inf
    for some in np.split(order, range(_FIRST, len(order), _CHUNK)):
        arrangement.effort.charge(_CHECKED + _MET * len(some) * len(among))
        free = arrangement.occupancy.depths(body, poses[some], among) <= 0.0
        if free.any():
            best = int(some[free.argmax()])
            if not evict or cost[best] <= cost[order[0]] + 1e-9:
                arrangement.put(body, poses[best])
                return True
            free_cost = float(cost[best])
            break
    if not evict:
        return False
    return _evict(arrangement, body, poses, cost, order, among, free_cost)


def _improved(
    arrangement: Arrangement, body: int, poses: FloatArray, cost: FloatArray, relations: Sequence[int]
) -> tuple[FloatArray, FloatArray]:
    """Add poses near the best ones, nearer each time, where no pose satisfies all relations. Several relations seldom propose the same
    pose, but often allow one between."""
    rng = arrangement.candidates.rng
    spread = 0.6
    for _ in range(3):
        best = np.argsort(cost, kind="stable")[:8]
        near = np.repeat(poses[best], 8, axis=0)
        near[:, [0, 2]] += rng.normal(0.0, spread, (len(near), 2))
        # positions of one pose with the yaw of another
        near[::2, 3] = poses[rng.choice(best, len(near[::2])), 3]
        near = arrangement.candidates.settled(body, near)
        arrangement.effort.charge(_NEARBY)
        near_cost = arrangement.costs(body, near, relations)
        poses, cost = np.concatenate([poses, near]), np.concatenate([cost, near_cost])
        if cost.min() <= 0.0 or arrangement.effort():
            break
        spread *= 0.5
    return poses, cost


def _nearer(
    arrangement: Arrangement, body: int, poses: FloatArray, cost: FloatArray, relations: Sequence[int]
) -> tuple[FloatArray, FloatArray]:
    """Add poses between the best ones and the program's pose, so that the body moves no further than needed."""
    wish = arrangement.candidates.wish(body)
    for _ in range(3):
        unease = arrangement.candidates.unease(body, poses)
        best = poses[np.lexsort((unease, cost))[:4]]
        if unease.min() < 1e-4 or arrangement.effort():
            break
        near = np.concatenate([best + share * (wish - best) for share in (0.1, 0.3, 0.6, 0.9)])
        for axis in (0, 2):
            moved = best.copy()
            moved[:, axis] = wish[axis]
            near = np.concatenate([near, moved])
        near[:, 3] = np.tile(best[:, 3], len(near) // len(best))
        near = arrangement.candidates.settled(body, near)
        arrangement.effort.charge(_NEARBY)
        poses = np.concatenate([poses, near])
        cost = np.concatenate([cost, arrangement.costs(body, near, relations)])
    return poses, cost


def _evict(
    arrangement: Arrangement,
    body: int,
    poses: FloatArray,
    cost: FloatArray,
    order: Numbers,
    among: Numbers,
    free_cost: float,
) -> bool | list[int]:
    """Place the body at the pose with the least cost of relations and evictions, among the best poses and a random choice of equally
    good ones elsewhere."""
    alike = order[_CHUNK:][cost[order[_CHUNK:]] <= cost[order[0]] + 1e-9]
    some = np.concatenate([order[:_CHUNK], arrangement.candidates.rng.permutation(alike)[:_CHUNK]])
    candidate, other, _ = arrangement.occupancy.pairs(body, poses[some], among)
    arrangement.effort.charge(_CHECKED + _MET * len(some) * len(among))
    count = arrangement.count
    fixed = arrangement.problem.bodies.fixed
    best: tuple[float, int, list[int]] = (np.inf, -1, [])
    for k in range(len(some)):
        hit = np.unique(other[candidate == k]).tolist()
        if any(b >= count or fixed[b] for b in hit) or len(hit) > _CROWDED:
            continue
        families = {f for b in hit for f in arrangement.family(b)}
        upset = sum(_UPSET[0] + _UPSET[1] * len(arrangement.relations[f]) for f in families)
        price = float(cost[some[k]]) + upset + float(arrangement.candidates.rng.random()) * 0.5
        if price < best[0]:
            best = (price, int(some[k]), hit)
    if best[1] < 0 or best[0] >= free_cost + 5.0:
        if np.isfinite(free_cost):
            fallback = order[arrangement.occupancy.depths(body, poses[order], among) <= 0.0]
            arrangement.put(body, poses[int(fallback[0])])
            return True
        return False
    taken: list[int] = []
    for b in best[2]:
        taken += [t for t in arrangement.take(b) if t not in taken]
    arrangement.put(body, poses[best[1]])
    return taken or True
