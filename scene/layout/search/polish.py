"""Large neighbourhood search: take a few bodies up that do badly, put them anew, keep the result only if it is no worse."""

from __future__ import annotations

import time
from collections.abc import Callable

from scene.layout.search.arrangement import Arrangement
from scene.layout.search.construction import insert, order_of

__all__ = ["polish"]

_COUNTS = (48, 96, 192)
"""Poses tried for each source, more and more where a relation keeps failing."""


def polish(
    arrangement: Arrangement, *, until: float, rounds: int, cancelled: Callable[[], bool] = lambda: False
) -> int:
    """Work on what has no place and on the relations that fail; gives the rounds that it took.

    A layout that is kept is never worse than the one before: bodies without a place first, then the relations' weights.

    Args:
        until: ``time.monotonic()`` at which to stop.
    """
    rng = arrangement.candidates.rng
    tried: dict[int, int] = {}
    for done in range(rounds):
        missing, failing = arrangement.missing, arrangement.failing
        if (not missing and not failing) or time.monotonic() > until or cancelled():
            return done
        kept, before = arrangement.snapshot(), arrangement.total
        if missing:
            body = int(rng.choice(missing))
            _place_by_force(arrangement, [body], tried)
        else:
            # those that were tried least first
            number = min(failing, key=lambda k: (tried.get(-1 - k, 0), rng.random()))
            tried[-1 - number] = tried.get(-1 - number, 0) + 1
            constraint = arrangement.problem.constraints[number]
            movable = [b for b in constraint.bodies if not arrangement.problem.bodies.fixed[b]]
            if not movable:
                continue
            attempt = tried[-1 - number]
            if attempt % 4 == 3:
                # the whole neighbourhood: everything that relations tie to these bodies
                movable = _tied(arrangement, movable, limit=3 + 2 * attempt)
            elif attempt % 4 == 1:
                movable = [b for b in movable if b in constraint.items] or movable
            elif attempt % 4 == 2:
                # what it refers to, the items where they are: the painting hangs, the wardrobe goes below it
                movable = [b for b in movable if b not in constraint.items] or movable
            _place_by_force(arrangement, movable, tried, attempt)
        if arrangement.total > before + 1e-9:
            arrangement.restore(kept)
    return rounds


def _tied(arrangement: Arrangement, bodies: list[int], limit: int) -> list[int]:
    found = list(bodies)
    for body in found:
        for k in arrangement.relations[body]:
            for other in arrangement.problem.constraints[k].bodies:
                if other not in found and not arrangement.problem.bodies.fixed[other] and len(found) < limit:
                    found.append(other)
    return found


def _place_by_force(arrangement: Arrangement, bodies: list[int], tried: dict[int, int], attempt: int = 1) -> None:
    """Take bodies up and put them where they do best, turning out what is in the way, which is put anew after them."""
    rng = arrangement.candidates.rng
    old = {b: arrangement.occupancy.poses[b].copy() for b in range(arrangement.count) if arrangement.stands(b)}
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
    budget = 3 * len(waiting) + 12
    while waiting and budget > 0:
        budget -= 1
        body = waiting.pop(0)
        parent = int(arrangement.problem.parent[body])
        if parent >= 0 and not arrangement.stands(parent):
            if parent not in waiting:
                return
            waiting.append(body)
            continue
        forced = tried.get(body, 0) < 40 and rng.random() < 0.7
        kept = [old[body]] if body in old and body not in bodies else []
        result = insert(arrangement, body, kept, count, evict=forced)
        if result is False:
            tried[body] = tried.get(body, 0) + 1
            return
        if isinstance(result, list):
            for b in result:
                tried[b] = tried.get(b, 0) + 1
            waiting = order_of(arrangement.problem, [*waiting, *result])
