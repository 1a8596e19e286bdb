"""Bodies that enclose each other or interlock by design, which are taken as one: a sink in its counter, a stair in its tower, a mast
through a deck, a rock in a cliff.

Told by exact geometry, words only as a hint, and only where a mistake would look different: a lamp that is sunk 3 cm into its
table, a chair pushed through the edge of one, a vase whose bottom is below the table's top are none of these. What somebody drew
with shapes of their own can be joined in all ways; objects of a catalogue are no parts of each other, but for what sits in
something (a washbasin in a worktop).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import combinations, pairwise

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.layout.certify import evidence_of
from scenewright.scene.layout.joining.recognition import Pair, Recogniser, called
from scenewright.scene.layout.model import Joined, Problem
from scenewright.scene.layout.relations import listed, statements_of
from scenewright.scene.model import NodeKind, Scene

__all__ = ["joined_bodies"]

_MOST_NAMED = 4
_MOST_LISTED = 64
"""Bodies whose pairs are listed; of more, all of the group may meet."""


def joined_bodies(scene: Scene, problem: Problem, *, provider: AssetProvider | None = None) -> tuple[Joined, ...]:
    """The groups of bodies of a problem, no body in two of them, that are to be taken as one, at the poses that the program gives
    them. What the program says itself (``joined``, ``embedded_in``) is among them.

    Args:
        provider: where catalogue objects come from; without one their hulls stand for them.
    """
    bodies = problem.bodies
    if len(bodies) < 2:
        return ()
    room = scene.room
    evidence = evidence_of(scene, provider=provider, bodies=bodies, room=room)
    composed = list(_composed(scene, problem))
    pairs = [*_said(scene, problem), *composed, *Recogniser(scene, evidence, problem.parent).pairs()]
    return _groups(len(bodies), pairs, whole={b for pair in composed for b in pair[:2]})


def _said(scene: Scene, problem: Problem) -> Iterator[Pair]:
    """What relations of the program say."""
    found = statements_of(scene, problem.bodies)
    for group in found.joined:
        why = f"the program says that {listed([_name(problem, b) for b in group], _MOST_NAMED)} are one"
        for a, b in combinations(group, 2):
            yield a, b, why
    for a, b in found.embedded:
        yield a, b, f"the program says that {_name(problem, a)} sits in {_name(problem, b)}"


def _composed(scene: Scene, problem: Problem) -> Iterator[Pair]:
    """Without a room the root is a thing itself: what it composes of entities and primitives, without ``place``, is one."""
    if scene.room is not None:
        return
    rows = problem.bodies.row
    own = (scene.nodes.place[rows] < 0) & np.isin(scene.nodes.kind[rows], (NodeKind.ENTITY, NodeKind.PRIMITIVE))
    for a, b in pairwise(np.flatnonzero(own).tolist()):
        yield a, b, f"{called(scene.root_name)} is composed of them"


def _name(problem: Problem, body: int) -> str:
    return called(problem.bodies.path[body])


def _groups(n: int, pairs: Sequence[Pair], whole: Set[int]) -> tuple[Joined, ...]:
    """Pairs that share bodies as groups, with what was found of them. `whole`: bodies that may all meet each other."""
    first = np.arange(n)
    for a, b, _ in pairs:
        one, two = sorted((int(first[a]), int(first[b])))
        first[first == two] = one
    out = []
    for start in np.unique(first[[a for a, _, _ in pairs]]).tolist() if pairs else []:
        members = tuple(np.flatnonzero(first == start).tolist())
        whys = list(dict.fromkeys(why for a, _, why in pairs if first[a] == start))
        more = f"; and {len(whys) - _MOST_NAMED} more" if len(whys) > _MOST_NAMED else ""
        met = {(min(a, b), max(a, b)) for a, b, _ in pairs if first[a] == start}
        among = whole & {*members}
        met = set() if len(among) > _MOST_LISTED else met.union(combinations(sorted(among), 2))
        out.append(Joined(members, "; ".join(whys[:_MOST_NAMED]) + more, tuple(sorted(met))))
    return tuple(out)
