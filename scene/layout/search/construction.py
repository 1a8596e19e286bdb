"""Putting bodies one by one: each where its relations hold best and nothing is in the way."""

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
"""Poses whose clashes are looked for first: mostly one of them is free."""

_UPSET = (0.3, 0.4)
"""What it costs to turn a body out, and more for each of its relations, beside a soft relation's 1 to 2."""

_INSERTION, _PROPOSED, _CHECKED, _NEARBY = 0.3, 0.5, 0.1, 0.2
"""Units (:mod:`scenewright.scene.layout.search.effort`) that putting a body takes, the poses that a relation proposes, looking
what meets some poses, and poses near good ones."""

_OF_EACH, _MET = 1e-3, 1e-4
"""Units more for each body that there is, and for each pose beside each body that may be in its way."""

_CROWDED = 3
"""A body that finds no place may turn out this many others."""


def order_of(problem: Problem, chosen: Sequence[int]) -> list[int]:
    """The order in which bodies are put: carriers before what they carry, what others refer to before those; of the rest
    the bound (to walls, windows, corners) before those with relations, and these before the free; the large before the small.
    What something bound waits for comes as early as that."""
    bodies = problem.bodies
    wanted = set(chosen)
    before: dict[int, set[int]] = {b: set() for b in wanted}
    freedom = dict.fromkeys(wanted, 2)
    for constraint in problem.constraints:
        target = constraint.target.body if constraint.target is not None else -1
        for item in constraint.items:
            if item in wanted:
                freedom[item] = 0 if target < 0 else min(freedom[item], 1)
                if target in wanted and target != item:
                    before[item].add(target)
    carried = {b: int(problem.parent[b]) for b in wanted if int(problem.parent[b]) in wanted}
    for child, parent in carried.items():
        before[child].add(parent)
    area = bodies.half.prod(axis=1)
    hangs = [s is Support.WALL for s in bodies.support]
    ranked = sorted(wanted, key=lambda b: (bool(problem.parent[b] >= 0), freedom[b], hangs[b], -float(area[b]), b))
    order: dict[int, None] = {}

    def put(body: int, waiting: frozenset[int]) -> None:
        if body in order:
            return
        # relations may go round in a circle: what is being waited for already is not waited for again
        for other in sorted(before[body] - waiting):
            put(other, waiting | {body})
        # carriers in such a circle come first all the same
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
    """Put bodies in order; gives those that found no place, or that no effort was left for.

    Args:
        kept: bodies that are tried first where they are among the poses `before` (N, 4), by default those of the program,
            carried along with what they stand on.
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
    """Put one body at the best free pose found.

    Args:
        evict: where no pose is free, or only worse ones are, take up what is in the way.

    Returns:
        Whether it stands; with `evict` the bodies that were taken up for it (True: none).
    """
    if not arrangement.held_up(body):
        return False
    relations = arrangement.judged(body)
    constraints = [c for k in relations if (c := arrangement.asked(k, body)) is not None]
    poses = arrangement.candidates.of(body, constraints, kept, count)
    arrangement.effort.charge(_INSERTION + _OF_EACH * arrangement.count + _PROPOSED * len(constraints))
    if len(poses) == 0:
        return False
    cost = arrangement.costs(body, poses, relations)
    if relations and cost.min() > 0.0:
        poses, cost = _improved(arrangement, body, poses, cost, relations)
    if arrangement.candidates.wished:
        poses, cost = _nearer(arrangement, body, poses, cost, relations)
    # of equal poses the one tried first: where it was, where it was meant to be
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
    """Poses near the best ones, nearer and nearer, where none holds all relations: several relations seldom propose the
    same pose, and often allow one between theirs."""
    rng = arrangement.candidates.rng
    spread = 0.6
    for _ in range(3):
        best = np.argsort(cost, kind="stable")[:8]
        near = np.repeat(poses[best], 8, axis=0)
        near[:, [0, 2]] += rng.normal(0.0, spread, (len(near), 2))
        # positions of some with the turns of others
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
    """Poses between the best ones and where the program has the body: it is to move no further than it must."""
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
    """Take the pose whose relations and whose evictions cost least, of the first and of others that are as good but for where
    they are: the first may all be in one place."""
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
