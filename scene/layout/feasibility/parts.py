"""Parts of a problem: without some bodies, or only some relations with their bodies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.model import Anchor, AnchorKind, Bodies, Constraint, Problem, Support

__all__ = ["carriers", "freed", "of_bodies", "without"]


def carriers(problem: Problem, bodies: Iterable[int]) -> set[int]:
    """The given bodies and all bodies below them, directly or indirectly."""
    result = set(bodies)
    for b in list(result):
        on = int(problem.parent[b])
        while on >= 0 and on not in result:
            result.add(on)
            on = int(problem.parent[on])
    return result


def without(problem: Problem, left_out: Sequence[int]) -> Problem:
    """The problem without the bodies `left_out`, all bodies on them, and relations that name any of these."""
    gone = set(left_out)
    line = list(left_out)
    for b in line:
        carried = [c for c in np.flatnonzero(problem.parent == b).tolist() if c not in gone]
        gone.update(carried)
        line += carried
    kept = [b for b in range(len(problem.bodies)) if b not in gone]
    there = set(kept)
    return _part(problem, kept, [c for c in problem.constraints if there.issuperset(c.bodies)])


def of_bodies(problem: Problem, bodies: Collection[int], constraints: Sequence[Constraint]) -> Problem:
    """The problem of only the given bodies, their carriers and the fixed bodies, and of the given relations between them. All other
    bodies are gone, so that what cannot hold here cannot hold in the whole problem."""
    there = carriers(problem, bodies) | set(np.flatnonzero(problem.bodies.fixed).tolist())
    return _part(problem, sorted(there), constraints)


def freed(problem: Problem, item: int, constraint: Constraint) -> Problem:
    """The problem with a body moved off its parent: onto the body that `constraint` puts it on, else onto the floor."""
    target = constraint.target
    puts = constraint.kind in (RelationName.ON, RelationName.INSIDE) and item in constraint.items
    host = target.body if puts and target is not None and target.kind is AnchorKind.BODY else -1
    parent, surface = problem.parent.copy(), problem.surface.copy()
    parent[item], surface[item] = host, -1
    support = list(problem.bodies.support)
    support[item] = Support.SURFACE if host >= 0 else Support.FLOOR
    return replace(problem, parent=parent, surface=surface, bodies=replace(problem.bodies, support=tuple(support)))


def _part(problem: Problem, kept: Sequence[int], constraints: Sequence[Constraint]) -> Problem:
    """The problem of the bodies `kept`, in ascending order and with all their carriers, and of relations between them."""
    new = {b: k for k, b in enumerate(kept)}
    old = problem.bodies
    bodies = Bodies(
        row=old.row[kept],
        path=tuple(old.path[b] for b in kept),
        half=old.half[kept],
        height=old.height[kept],
        initial=old.initial[kept],
        body_from_row=old.body_from_row[kept],
        support=tuple(old.support[b] for b in kept),
        fixed=old.fixed[kept],
        held=None if old.held is None else old.held[kept],
        clearance=old.clearance[kept],
        boxes=tuple(old.boxes[b] for b in kept),
        surfaces=tuple(old.surfaces[b] for b in kept),
    )
    named = tuple(_renumbered(c, new) for c in constraints)
    parent = np.array([new.get(int(p), -1) for p in problem.parent[kept]], dtype=np.int32)
    return replace(problem, bodies=bodies, constraints=named, parent=parent, surface=problem.surface[kept])


def _renumbered(constraint: Constraint, new: dict[int, int]) -> Constraint:
    def anchor(a: Anchor | None) -> Anchor | None:
        return a if a is None or a.body < 0 else replace(a, body=new[a.body])

    return replace(
        constraint,
        items=tuple(new[i] for i in constraint.items),
        target=anchor(constraint.target),
        about=anchor(constraint.about),
    )
