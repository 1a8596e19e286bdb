"""Place bodies that relations tie to each other together; one by one, each would go where the next cannot follow.

A sandbox against the left wall and a cat tree against the front wall, next to each other, both belong in the corner; placed one by
one they get there only by chance. So poses are drawn for each, and the best combination is found along the tree of their relations,
from its leaves to its root (min-sum: Bishop, Pattern Recognition and Machine Learning, 8.4.5).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np

from scenewright.scene.layout.search.arrangement import Arrangement
from scenewright.scene.model import FloatArray

__all__ = ["put_turning_out", "put_with_a_view_to"]

_KEPT = 100
"""Poses of each body that are combined: the cheapest by its relations to placed bodies."""

_FOLLOWED, _EACH = 24, 12
"""Poses of a child for which poses of its parent in the tree are drawn; for each, one part in `_EACH` of the poses of a source."""

_DRAWN, _OF_RELATION, _PROPOSED = 0.4, 0.5, 0.15
"""Units of effort (:mod:`scenewright.scene.layout.search.effort`) of drawing poses of a body, of the proposals of a relation, and of the
proposals of a relation for one pose of another body."""

_CLOSE = 0.05
"""Combinations that cost at most so much more than the cheapest may be chosen too."""


@dataclass(eq=False)
class _Node:
    """A body of the tree. `relations`: numbers of those to its parent. `poses`: (C, 4). `cost`: (C,) of each pose, with the best poses of
    all below. `best`: (C',) for each pose of the parent the index of the best own pose."""

    body: int
    relations: tuple[int, ...] = ()
    children: list[_Node] = field(default_factory=list)
    poses: FloatArray = field(default_factory=lambda: np.zeros((0, 4)))
    cost: FloatArray = field(default_factory=lambda: np.zeros(0))
    best: np.ndarray[tuple[int], np.dtype[np.intp]] = field(default_factory=lambda: np.zeros(0, dtype=np.intp))


def put_with_a_view_to(
    arrangement: Arrangement, body: int, others: Sequence[int], count: int
) -> tuple[list[int], dict[int, FloatArray]] | None:
    """Place a body, evicting bodies in the way, where the others that are tied to it can follow best.

    None of these bodies is placed now, but their carriers are. `count`: poses of each source.

    Returns:
        The evicted bodies; and number of a body -> planned pose (4,), each after the body that it is tied to. None where there is no
        such pose; then nothing was changed.
    """
    tree = _tree(arrangement, body, others)
    if not _drawn(arrangement, tree, count):
        return None
    good = np.flatnonzero(tree.cost <= tree.cost.min() + _CLOSE)
    chosen = int(arrangement.candidates.rng.choice(good))
    evicted = put_turning_out(arrangement, body, tree.poses[chosen])
    if evicted is None:
        return None
    planned: dict[int, FloatArray] = {}
    _follow(tree, chosen, planned)
    return evicted, planned


def put_turning_out(
    arrangement: Arrangement, body: int, pose: FloatArray, spared: Collection[int] = ()
) -> list[int] | None:
    """Place a body at a pose (4,), and return the bodies that are evicted for it, with those on them. None, and nothing is changed,
    where a fixed body, the swing of a door or one of `spared` is in the way."""
    _, hits, _ = arrangement.occupancy.pairs(body, pose[None])
    hit = np.unique(hits).tolist()
    if any(b >= arrangement.count or arrangement.problem.bodies.fixed[b] or b in spared for b in hit):
        return None
    evicted: list[int] = []
    for b in hit:
        evicted += [t for t in arrangement.take(b) if t not in evicted]
    arrangement.put(body, pose)
    return evicted


def _tree(arrangement: Arrangement, root: int, others: Sequence[int]) -> _Node:
    """The tree of the bodies that relations between two of them tie to the root, each below the first body that it is tied to."""
    tree = _Node(root)
    nodes, left = [tree], [b for b in others if b != root]
    for node in nodes:
        for other in list(left):
            both = {node.body, other}
            ties = tuple(k for k in arrangement.relations[other] if _tied_by(arrangement, k, both))
            if ties:
                left.remove(other)
                node.children.append(_Node(other, ties))
        nodes += node.children
    return tree


def _tied_by(arrangement: Arrangement, number: int, both: set[int]) -> bool:
    """Whether a relation names both bodies, and its other bodies are placed."""
    bodies = set(arrangement.problem.constraints[number].bodies)
    return both <= bodies and all(arrangement.stands(b) for b in bodies - both)


def _drawn(arrangement: Arrangement, node: _Node, count: int) -> bool:
    """Draw poses of a body and of all below it, and compute their combined costs; False where there are none."""
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


def _follow(node: _Node, chosen: int, planned: dict[int, FloatArray]) -> None:
    """Add to `planned` the best poses of all below a body that is at its pose of index `chosen`."""
    for child in node.children:
        planned[child.body] = child.poses[child.best[chosen]]
        _follow(child, int(child.best[chosen]), planned)


def _cheapest(arrangement: Arrangement, node: _Node, count: int) -> tuple[FloatArray, FloatArray]:
    """Poses (C, 4) of a body, drawn for its relations to placed bodies and to its children; and the costs (C,) of the relations to
    placed bodies."""
    relations = arrangement.judged(node.body)
    constraints = [c for k in relations if (c := arrangement.judgeable(k, node.body)) is not None]
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
    """(C, 4) poses of a body at which its relations to a child hold, for some of the cheapest poses of the child."""
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
