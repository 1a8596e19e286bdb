"""Large neighbourhood search: take a few bodies up that do badly, put them anew, keep the result only if it is no worse, or
where nothing else helps for a while."""

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
"""Poses tried for each source, more and more where a relation keeps failing."""

_STRESS = 0.5
_PATIENCE = 4
"""Attempts at a relation after which one that is further from holding may fail in its place."""

_STUCK = 8
_MORE_FAILING = 2.0
_EXCURSION = 16
"""Attempts at a relation after which some more may fail for so many rounds: a chain of things moves one by one."""

_ROUND, _ROUND_EACH = 0.1, 3e-3
"""Units (:mod:`scenewright.scene.layout.search.effort`) that a round takes besides what it does with bodies, and more for each
body that there is."""

_CHAIN = 8
"""Bodies at most, the first of them a relation's, that are put with a view to each other: more of them from time to time."""


def polish(
    arrangement: Arrangement,
    *,
    rounds: int,
    patience: int | None = None,
    tried: dict[int, int] | None = None,
    over: Stop | None = None,
) -> int:
    """Work on what has no place and on the relations that fail, but for what was given up; gives the rounds that it took.

    The layout is never worse afterwards: bodies without a place first, then the relations' weights.

    Args:
        patience: rounds without progress after which to stop; None: no such number.
        tried: how often bodies were taken up for each relation before, where this goes on from there; brought up to date.
        over: asked between two rounds: whether to stop, by default the effort of the arrangement.
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
        # one failure for another is progress where nothing else is: the other may be easier to mend
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
    """Bodies to take up, and how often the relation for which that is done was tried. `tried`: by relation."""
    rng = arrangement.candidates.rng
    if missing:
        return [int(rng.choice(missing))], 1
    # those that were tried least first
    number = min(failing, key=lambda k: (tried.get(k, 0), rng.random()))
    attempt = tried[number] = tried.get(number, 0) + 1
    arrangement.stress[number] += _STRESS
    constraint = arrangement.problem.constraints[number]
    movable = [b for b in constraint.bodies if not arrangement.problem.bodies.fixed[b]]
    if attempt % 4 == 3:
        # the whole neighbourhood: everything that relations tie to these bodies
        movable = _tied(arrangement, movable, limit=3 + 2 * min(attempt, 12))
    elif attempt % 4 == 1:
        movable = [b for b in movable if b in constraint.items] or movable
    elif attempt % 4 == 2:
        # what it refers to, the items where they are: the painting hangs, the wardrobe goes below it
        movable = [b for b in movable if b not in constraint.items] or movable
    else:
        # the longer these and their neighbours have been tried, the more of them together
        chain = _tied(arrangement, movable, limit=_CHAIN)
        effort = sum(tried.get(k, 0) for k in {k for b in chain for k in arrangement.relations[b]})
        movable = chain[: max(len(movable), effort // 4)]
    return movable, attempt


def _tied(arrangement: Arrangement, bodies: list[int], limit: int) -> list[int]:
    found = list(bodies)
    for body in found:
        for k in arrangement.relations[body]:
            for other in arrangement.problem.constraints[k].bodies:
                if other not in found and not arrangement.problem.bodies.fixed[other] and len(found) < limit:
                    found.append(other)
    return found


def _place_by_force(arrangement: Arrangement, bodies: list[int], attempt: int) -> None:
    """Take bodies up and put them where they do best, turning out what is in the way, which is put anew after them."""
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
    meant: dict[int, FloatArray] = {}
    if attempt % 4 == 0 and len(bodies) > 1 and all(arrangement.held_up(b) for b in bodies):
        first = next(b for b in waiting if b in bodies)
        found = put_with_a_view_to(arrangement, first, bodies, count)
        if found is not None:
            turned_out, meant = found
            rest = [b for b in waiting if b != first and b not in meant]
            waiting = [*meant, *order_of(arrangement.problem, [*rest, *turned_out])]
    budget = 3 * len(waiting) + 12
    while waiting and budget > 0 and not arrangement.effort():
        budget -= 1
        body = waiting.pop(0)
        if not arrangement.held_up(body):
            if int(arrangement.problem.parent[body]) not in waiting:
                return
            waiting.append(body)
            continue
        if body in meant:
            out = put_as_meant(arrangement, body, meant.pop(body), bodies)
            if out is not None:
                rest = [b for b in waiting if b not in meant]
                waiting = [*(b for b in waiting if b in meant), *order_of(arrangement.problem, [*rest, *out])]
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
    """Put a body at the pose (4,) that was meant for it, as :func:`put_turning_out` does; None where it can stand there no more:
    what was to carry it has been turned out since, and is elsewhere."""
    stands = arrangement.candidates.settled(body, pose[None])
    if len(stands) == 0 or not np.allclose(stands[0], pose, atol=1e-6):
        return None
    return put_turning_out(arrangement, body, pose, spared)
