"""Bodies that relations tie to each other put with a view to all of them: each by itself would go where the next cannot follow.

A sandbox against the left wall and a cat tree against the front wall, next to each other, both belong in the corner; put one
by one they find it only by chance. So poses of each are drawn, and of all combinations the best found, along the tree of their
relations from its leaves to its root (min-sum: Bishop, Pattern Recognition and Machine Learning, 8.4.5).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np

from scenewright.scene.layout.search.arrangement import Arrangement
from scenewright.scene.model import FloatArray

__all__ = ["put_turning_out", "put_with_a_view_to"]

_KEPT = 100
"""Poses of each that are combined: the cheapest by its relations to what stands."""

_FOLLOWED, _EACH = 24, 12
"""Poses of one below that a body is drawn to follow, and the share of the poses of a source that is drawn for each."""

_DRAWN, _OF_RELATION, _PROPOSED = 0.4, 0.5, 0.15
"""Units (:mod:`scenewright.scene.layout.search.effort`) that drawing poses of a body takes, those that each relation proposes for it, and
those that one proposes for one pose of another."""

_CLOSE = 0.05
"""What combinations may cost more than the cheapest and be taken all the same."""


@dataclass(eq=False)
class _Node:
    """A body of the tree. `relations`: those to the body above it. `poses`: (C, 4), and `cost`: (C,) of each, with the best of
    all below it; `best`: for each pose of the body above, (C',) numbers of the poses that suit it best."""

    body: int
    relations: tuple[int, ...] = ()
    children: list[_Node] = field(default_factory=list)
    poses: FloatArray = field(default_factory=lambda: np.zeros((0, 4)))
    cost: FloatArray = field(default_factory=lambda: np.zeros(0))
    best: np.ndarray[tuple[int], np.dtype[np.intp]] = field(default_factory=lambda: np.zeros(0, dtype=np.intp))


def put_with_a_view_to(
    arrangement: Arrangement, body: int, others: Sequence[int], count: int
) -> tuple[list[int], dict[int, FloatArray]] | None:
    """Put a body, turning out what is in the way, where others that are tied to it can follow best.

    None of them stands now, and what carries them does. `count`: of poses of each source.

    Returns:
        what was turned out, and the poses (4,) that are meant for the others, each after the one that it is tied to; None
        where there is no such pose and nothing was changed.
    """
    tree = _tree(arrangement, body, others)
    if not _drawn(arrangement, tree, count):
        return None
    good = np.flatnonzero(tree.cost <= tree.cost.min() + _CLOSE)
    chosen = int(arrangement.candidates.rng.choice(good))
    turned_out = put_turning_out(arrangement, body, tree.poses[chosen])
    if turned_out is None:
        return None
    meant: dict[int, FloatArray] = {}
    _follow(tree, chosen, meant)
    return turned_out, meant


def put_turning_out(
    arrangement: Arrangement, body: int, pose: FloatArray, spared: Collection[int] = ()
) -> list[int] | None:
    """Put a body at a pose (4,); gives what is turned out for it with what that carries. None, and nothing is changed, where
    something fixed is in the way, a door's sweep, or one of those that are `spared`."""
    _, hits, _ = arrangement.occupancy.pairs(body, pose[None])
    hit = np.unique(hits).tolist()
    if any(b >= arrangement.count or arrangement.problem.bodies.fixed[b] or b in spared for b in hit):
        return None
    turned_out: list[int] = []
    for b in hit:
        turned_out += [t for t in arrangement.take(b) if t not in turned_out]
    arrangement.put(body, pose)
    return turned_out


def _tree(arrangement: Arrangement, root: int, others: Sequence[int]) -> _Node:
    """What relations between two of the bodies tie to the root, each below the first that it is tied to."""
    made = _Node(root)
    nodes, left = [made], [b for b in others if b != root]
    for node in nodes:
        for other in list(left):
            both = {node.body, other}
            ties = tuple(k for k in arrangement.relations[other] if _tied_by(arrangement, k, both))
            if ties:
                left.remove(other)
                node.children.append(_Node(other, ties))
        nodes += node.children
    return made


def _tied_by(arrangement: Arrangement, number: int, both: set[int]) -> bool:
    """Whether a relation is one between two bodies, and what else it speaks of stands."""
    bodies = set(arrangement.problem.constraints[number].bodies)
    return both <= bodies and all(arrangement.stands(b) for b in bodies - both)


def _drawn(arrangement: Arrangement, node: _Node, count: int) -> bool:
    """Draw poses of a body and of all below it, and work out what they cost together; whether there are any."""
    if not all(_drawn(arrangement, child, count) for child in node.children):
        return False
    node.poses, node.cost = _cheapest(arrangement, node, count)
    for child in node.children:
        both = np.broadcast_to(child.cost, (len(node.poses), len(child.poses)))
        for number in child.relations:
            at = [
                node.poses[:, None]
                if b == node.body
                else child.poses[None]
                if b == child.body
                else arrangement.occupancy.poses[b]
                for b in arrangement.problem.constraints[number].bodies
            ]
            both = both + arrangement.price(number, at)
        child.best = both.argmin(axis=1)
        node.cost = node.cost + both.min(axis=1)
    return len(node.poses) > 0


def _follow(node: _Node, chosen: int, meant: dict[int, FloatArray]) -> None:
    """The poses of all below a body that stands at the chosen one of its poses."""
    for child in node.children:
        meant[child.body] = child.poses[child.best[chosen]]
        _follow(child, int(child.best[chosen]), meant)


def _cheapest(arrangement: Arrangement, node: _Node, count: int) -> tuple[FloatArray, FloatArray]:
    """Poses of a body, and what its relations to what stands cost there: drawn for these relations, and drawn for those to
    the bodies below it, wherever these may come to stand."""
    relations = arrangement.judged(node.body)
    constraints = [c for k in relations if (c := arrangement.asked(k, node.body)) is not None]
    parts = [arrangement.candidates.of(node.body, constraints, count=count)]
    arrangement.effort.charge(_DRAWN + _OF_RELATION * len(constraints))
    parts += [_following(arrangement, node.body, child, count) for child in node.children]
    kept = []
    for poses in parts:
        cost = arrangement.costs(node.body, poses, relations)
        chosen = arrangement.candidates.rng.permutation(len(poses))
        chosen = chosen[np.argsort(cost[chosen], kind="stable")[:_KEPT]]
        kept.append((poses[chosen], cost[chosen]))
    return np.concatenate([poses for poses, _ in kept]), np.concatenate([cost for _, cost in kept])


def _following(arrangement: Arrangement, body: int, child: _Node, count: int) -> FloatArray:
    """(C, 4) poses of a body at which its relations to one below it hold, for some of the cheapest poses of that one."""
    candidates = arrangement.candidates
    now = arrangement.occupancy.poses.copy()
    cheap = np.flatnonzero(child.cost <= child.cost.min() + _CLOSE)
    drawn = []
    for pose in child.poses[candidates.rng.choice(cheap, min(_FOLLOWED, len(cheap)), replace=False)]:
        now[child.body] = pose
        for number in child.relations:
            constraint = arrangement.problem.constraints[number]
            each = max(1, count // _EACH)
            arrangement.effort.charge(_PROPOSED)
            drawn.append(candidates.propose(constraint, arrangement.problem, body, now, candidates.rng, each))
    return candidates.settled(body, np.concatenate(drawn))
