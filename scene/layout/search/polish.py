"""Large neighbourhood search: remove a few bodies that fail, place them anew, and keep the result only if it is no worse, or for a
while where nothing else helps."""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout.search.arrangement import Arrangement
from scenewright.scene.layout.search.carrying import carried
from scenewright.scene.layout.search.construction import insert, order_of
from scenewright.scene.layout.search.effort import Stop
from scenewright.scene.layout.search.pairing import put_turning_out, put_with_a_view_to
from scenewright.scene.model import FloatArray

__all__ = ["polish", "put_as_meant"]

_COUNTS = (48, 96, 192)
"""Poses of each source, more where a relation keeps failing."""

_STRESS = 0.5
_PATIENCE = 4
"""Attempts at a relation after which another one may fail instead, even with a greater residual."""

_STUCK = 8
_MORE_FAILING = 2.0
_EXCURSION = 16
"""After `_STUCK` attempts at a relation, relations of the weight `_MORE_FAILING` more may fail for `_EXCURSION` rounds, so that a chain
of bodies can move one by one."""

_ROUND, _ROUND_EACH = 0.1, 3e-3
"""Units of effort (:mod:`scenewright.scene.layout.search.effort`) of a round besides its placements, and those for each body."""

_CHAIN = 8
"""Bodies that are placed together, at most; the more, the longer their relations have failed."""


def polish(
    arrangement: Arrangement,
    *,
    rounds: int,
    patience: int | None = None,
    tried: dict[int, int] | None = None,
    over: Stop | None = None,
) -> int:
    """Work on unplaced bodies and failing relations that were not given up. Returns the number of rounds.

    The arrangement is never worse afterwards, by the number of unplaced bodies, then by the weights of failing relations.

    Args:
        rounds: greatest number of rounds.
        patience: rounds without progress after which to stop; None: unlimited.
        tried: number of a relation -> attempts so far, to continue from; it is updated.
        over: whether to stop, asked between rounds; by default the effort of the arrangement.
    """
    tried = {} if tried is None else tried
    over = arrangement.effort if over is None else over
    best, best_failed = arrangement.snapshot(), arrangement.count_failing
    away = 0
    done = progressed = 0
    while done < rounds and not over():
        missing, failing = arrangement.unserved
        if (not missing and not failing) or (patience is not None and done - progressed >= patience):
            break
        done += 1
        arrangement.effort.charge(_ROUND + _ROUND_EACH * arrangement.count)
        kept, before = arrangement.snapshot(), arrangement.total
        bodies, attempt = _chosen(arrangement, missing, failing, tried)
        _place_by_force(arrangement, bodies, attempt)
        # to exchange one failure for another may help, since the other may be easier to mend
        failed = arrangement.count_failing
        allowed = best_failed + (_MORE_FAILING if attempt > _STUCK else 0.0)
        if failed > allowed + 1e-9 or (attempt <= _PATIENCE and arrangement.total > before + 1e-9):
            arrangement.restore(kept)
        elif failed <= best_failed + 1e-9:
            progressed = done if failed < best_failed - 1e-9 else progressed
            best, best_failed, away = arrangement.snapshot(), failed, 0
        else:
            away += 1
            if away > _EXCURSION:
                arrangement.restore(best)
                away = 0
    if arrangement.count_failing > best_failed + 1e-9:
        arrangement.restore(best)
    return done


def _chosen(
    arrangement: Arrangement, missing: list[int], failing: list[int], tried: dict[int, int]
) -> tuple[list[int], int]:
    """The bodies to remove, and the number of the attempt at the relation for which that is done. `tried`: by relation."""
    rng = arrangement.candidates.rng
    if missing:
        return [int(rng.choice(missing))], 1
    # the relation that was tried least
    number = min(failing, key=lambda k: (tried.get(k, 0), rng.random()))
    attempt = tried[number] = tried.get(number, 0) + 1
    arrangement.stress[number] += _STRESS
    constraint = arrangement.problem.constraints[number]
    movable = [b for b in constraint.bodies if not arrangement.problem.bodies.fixed[b]]
    if attempt % 4 == 3:
        # the neighbourhood: also bodies that relations tie to these
        movable = _tied(arrangement, movable, limit=3 + 2 * min(attempt, 12))
    elif attempt % 4 == 1:
        movable = [b for b in movable if b in constraint.items] or movable
    elif attempt % 4 == 2:
        # only the target: the painting stays, the wardrobe goes below it
        movable = [b for b in movable if b not in constraint.items] or movable
    else:
        # the more attempts at these and their neighbours, the more of them together
        chain = _tied(arrangement, movable, limit=_CHAIN)
        effort = sum(tried.get(k, 0) for k in {k for b in chain for k in arrangement.relations[b]})
        movable = chain[: max(len(movable), effort // 4)]
    return movable, attempt


def _tied(arrangement: Arrangement, bodies: list[int], limit: int) -> list[int]:
    tied = list(bodies)
    for body in tied:
        for k in arrangement.relations[body]:
            for other in arrangement.problem.constraints[k].bodies:
                if other not in tied and not arrangement.problem.bodies.fixed[other] and len(tied) < limit:
                    tied.append(other)
    return tied


def _place_by_force(arrangement: Arrangement, bodies: list[int], attempt: int) -> None:
    """Remove bodies and place them where they cost least, evicting bodies in the way, which are then placed anew."""
    rng = arrangement.candidates.rng
    stood, old = arrangement.occupancy.standing.copy(), arrangement.occupancy.poses.copy()
    waiting: list[int] = []
    for body in bodies:
        waiting += [
            b
            for b in (arrangement.take(body) if arrangement.stands(body) else arrangement.family(body))
            if b not in waiting
        ]
    waiting = order_of(arrangement.problem, waiting)
    if len(waiting) > 1 and attempt % 2 == 0 and rng.random() < 0.5:
        waiting = [waiting[i] for i in rng.permutation(len(waiting))]
    count = _COUNTS[min(attempt // 3, len(_COUNTS) - 1)]
    planned: dict[int, FloatArray] = {}
    if attempt % 4 == 0 and len(bodies) > 1 and all(arrangement.held_up(b) for b in bodies):
        first = next(b for b in waiting if b in bodies)
        combined = put_with_a_view_to(arrangement, first, bodies, count)
        if combined is not None:
            evicted, planned = combined
            rest = [b for b in waiting if b != first and b not in planned]
            waiting = [*planned, *order_of(arrangement.problem, [*rest, *evicted])]
    budget = 3 * len(waiting) + 12
    while waiting and budget > 0 and not arrangement.effort():
        budget -= 1
        body = waiting.pop(0)
        if not arrangement.held_up(body):
            if int(arrangement.problem.parent[body]) not in waiting:
                return
            waiting.append(body)
            continue
        if body in planned:
            out = put_as_meant(arrangement, body, planned.pop(body), bodies)
            if out is not None:
                rest = [b for b in waiting if b not in planned]
                waiting = [*(b for b in waiting if b in planned), *order_of(arrangement.problem, [*rest, *out])]
                continue
        forced = rng.random() < 0.7
        kept = []
        if stood[body] and body not in bodies:
            kept = [carried(arrangement.problem, body, old, arrangement.occupancy.poses)]
        result = insert(arrangement, body, kept, count, evict=forced)
        if result is False:
            return
        if isinstance(result, list):
            waiting = order_of(arrangement.problem, [*waiting, *result])


def put_as_meant(arrangement: Arrangement, body: int, pose: FloatArray, spared: list[int]) -> list[int] | None:
    """Place a body at its planned pose (4,), as :func:`put_turning_out`; None where it can no longer stand there, since its carrier was
    evicted meanwhile."""
    stands = arrangement.candidates.settled(body, pose[None])
    if len(stands) == 0 or not np.allclose(stands[0], pose, atol=1e-6):
        return None
    return put_turning_out(arrangement, body, pose, spared)
