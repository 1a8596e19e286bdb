"""Find poses for all bodies of a problem: poses of the program that are right are kept, the other bodies are placed anew."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

import numpy as np

from scenewright.scene.layout.model import Problem, Support
from scenewright.scene.layout.search.arrangement import Arrangement, Judge, occupancy_of
from scenewright.scene.layout.search.candidates import Candidates, Propose
from scenewright.scene.layout.search.carrying import carried
from scenewright.scene.layout.search.construction import construct, order_of
from scenewright.scene.layout.search.effort import Effort, Stop, never
from scenewright.scene.layout.search.exact import MAX_BODIES, Verdict, pack_floor
from scenewright.scene.layout.search.polish import polish
from scenewright.scene.layout.search.projection import project
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["Solution", "says_something", "solve"]

_SEVERAL_STARTS = 150
"""With at most so many movable bodies, the starts share the effort evenly."""

_MOST_STARTS = 12
"""Starts of a larger problem, while there is effort left."""

_LOOKS = (24, 48)
"""Rounds of polishing without progress after which hopeless bodies and relations are looked for, for the first and second time."""

_PACKING, _LEAST_PACKING = 2500.0, 100.0
"""Greatest units of effort of an exact packing, and the least with which one is begun."""

_EFFORT = 20_000.0
"""Default units of effort of a problem."""

_PATIENCE = 100
"""Rounds of polishing a larger problem without progress after which a start ends."""


@dataclass(frozen=True, eq=False)
class Solution:
    """The result of a search.

    `poses`: (N, 4); `unplaced` bodies have their initial poses, moved along with their carriers. `unplaced`: numbers of bodies without
    a place. `failing`: numbers of constraints that do not hold. `seconds`, `effort`: what the search took, by the clock and in units.
    `rounds`: of polishing. `stopped_by_clock`: the clock ended the search, so that the result may differ on another machine."""

    poses: FloatArray
    unplaced: IntArray
    failing: IntArray
    seconds: float
    rounds: int
    starts: int
    effort: float = 0.0
    stopped_by_clock: bool = False


Hopeless = Callable[[Solution, int], tuple[Collection[int], Collection[int]]]
"""(solution, how often it was called before) -> unplaced bodies and failing relations that no layout can satisfy."""


def solve(
    problem: Problem,
    judge: Judge,
    propose: Propose,
    *,
    seed: int = 0,
    effort: Effort | float = _EFFORT,
    starts: int = 3,
    from_program: bool = True,
    patience: int | None = None,
    hopeless: Hopeless | None = None,
    cancelled: Stop = never,
) -> Solution:
    """Search poses. The same problem, seed and effort give the same poses on every machine, unless the clock stops the search.

    The starts run one after the other, each with an equal share of the remaining effort. The first that satisfies everything is the
    result, else the best, and the first of equally good ones. They do not run in parallel, since they would hold the interpreter lock,
    and each uses what earlier ones gave up.

    Args:
        judge: the meaning of relations.
        propose: proposes poses at which a relation holds.
        effort: when it is used up or stopped, the best result so far is returned. It may be a number of units.
        starts: orders of placing that are tried until one satisfies everything.
        from_program: begin with the program's poses; else with an empty room.
        patience: rounds of polishing without progress after which a start ends; None: 100 for large problems, else unlimited.
        hopeless: called when the first start makes no progress; what it returns is given up.
        cancelled: checked all the time where `effort` is a number; an :class:`Effort` has its own.
    """
    from_program = from_program and says_something(problem)
    begun = time.monotonic()
    effort = effort.part() if isinstance(effort, Effort) else Effort(effort, cancelled)
    before = effort.spent
    best: tuple[float, Solution] | None = None
    rounds = 0
    start = 0
    given_up: tuple[Collection[int], Collection[int]] = ((), ())
    movable = np.flatnonzero(~problem.bodies.fixed).tolist()
    most = 60 + 10 * len(movable)
    large = len(movable) > _SEVERAL_STARTS
    patience = _PATIENCE if patience is None and large else patience
    for start in range(max(1, starts, _MOST_STARTS if large and starts > 1 else 1)):
        rng = np.random.default_rng([seed, start])
        occupancy = occupancy_of(problem)
        candidates = Candidates(problem, occupancy, propose, rng, wished=from_program)
        arrangement = Arrangement(problem, judge, candidates, occupancy, effort)
        arrangement.give_up(*given_up)
        kept: set[int] = set()
        if from_program and start == 0:
            project(arrangement)
            kept = set(movable)
        elif from_program:
            kept = {b for b in movable if rng.random() < 0.5}
        construct(arrangement, order_of(problem, movable), kept, count=48)
        tried: dict[int, int] = {}
        if hopeless is not None and start == 0:
            rounds += _polished_without_hopeless(arrangement, hopeless, most, effort.part(share=1.0 / starts), tried)
        # polishing a large problem is better than a new start, as long as it makes progress
        part = effort.part(share=1.0 / (1 if large else starts - start))
        rounds += polish(arrangement, rounds=most, patience=patience, tried=tried, over=part)
        _pack_again(arrangement)
        given_up = arrangement.given_up
        total = arrangement.total
        if best is None or total < best[0]:
            best = total, _solution(arrangement)
        if not any(arrangement.unserved) or effort():
            break
    assert best is not None
    return replace(
        best[1],
        seconds=time.monotonic() - begun,
        rounds=rounds,
        starts=start + 1,
        effort=effort.spent - before,
        stopped_by_clock=effort.stopped_by_clock,
    )


def _polished_without_hopeless(
    arrangement: Arrangement,
    hopeless: Hopeless,
    most: int,
    effort: Effort,
    tried: dict[int, int],
) -> int:
    """Polish until there is no progress, and give up what is hopeless. Returns the number of rounds."""
    rounds = 0
    for look, stuck in enumerate(_LOOKS):
        rounds += polish(arrangement, rounds=most, patience=stuck, tried=tried, over=effort)
        if not any(arrangement.unserved) or effort():
            break
        if look == 0:
            _pack_again(arrangement)
        arrangement.give_up(*hopeless(_solution(arrangement), look))
    return rounds


def _solution(arrangement: Arrangement) -> Solution:
    """The solution of the arrangement as it is now."""
    poses = arrangement.occupancy.poses[: arrangement.count].copy()
    missing = np.array(arrangement.missing, dtype=np.int32)
    before = arrangement.problem.bodies.initial
    poses[missing] = before[missing]
    for body in missing.tolist():
        poses[body] = carried(arrangement.problem, body, before, poses)
    failing = np.array(arrangement.failing, dtype=np.int32)
    return Solution(poses, missing, failing, 0.0, 0, 1)


def says_something(problem: Problem) -> bool:
    """Whether the program's poses mean something: not if most bodies stand in one place."""
    movable = problem.bodies.initial[~problem.bodies.fixed]
    if len(movable) < 2:
        return True
    different = np.unique(np.round(movable[:, :3], 2), axis=0)
    return len(different) > max(1.0, 0.3 * len(movable))


def _pack_again(arrangement: Arrangement) -> None:
    """Where some bodies on the floor are unplaced, place all bodies on the floor at once, by exact packing."""
    problem, bodies, effort = arrangement.problem, arrangement.problem.bodies, arrangement.effort
    floor = [
        b
        for b in range(len(bodies))
        if problem.parent[b] < 0 and bodies.support[b] is Support.FLOOR and not bodies.fixed[b]
    ]
    if not any(b in floor for b in arrangement.unserved[0]) or len(floor) > MAX_BODIES or effort.left < _LEAST_PACKING:
        return
    kept, before = arrangement.snapshot(), arrangement.total
    stood = {b for b in range(len(bodies)) if arrangement.stands(b)}
    wishes = {b: kept.poses[b] for b in floor if b in stood}
    taken = [t for b in floor for t in (arrangement.take(b) if arrangement.stands(b) else [b])]
    packing = pack_floor(problem, arrangement.occupancy, floor, units=_PACKING, wishes=wishes, effort=effort)
    if packing.verdict is Verdict.PLACED:
        for body, pose in packing.poses.items():
            arrangement.put(body, pose)
        construct(arrangement, order_of(problem, [*arrangement.missing, *taken]), stood, 96, kept.poses)
        polish(arrangement, rounds=40)
    if arrangement.total > before:
        arrangement.restore(kept)
