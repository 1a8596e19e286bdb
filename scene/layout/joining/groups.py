"""Find bodies that enclose each other or interlock by design, and are treated as one: a sink in its counter, a stair in its tower, a
mast through a deck, a rock in a cliff.

Exact geometry decides, with words as a hint. Overlaps that are probably mistakes do not join: a lamp that is sunk 3 cm into its table,
a chair pushed through the edge of one, a vase whose bottom is below the table's top. Bodies made of a program's own shapes can be
joined in all ways; objects of a catalogue only where one sits in another (a washbasin in a worktop).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import combinations, pairwise

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.jobs import Job
from scenewright.scene.layout.certify import evidence_of
from scenewright.scene.layout.joining.crowds import require_uncrowded
from scenewright.scene.layout.joining.recognition import Pair, Recogniser, called
from scenewright.scene.layout.model import Joined, Problem
from scenewright.scene.layout.relations import listed, statements_of
from scenewright.scene.model import NodeKind, Scene

__all__ = ["joined_bodies"]

_MOST_NAMED = 4
_MOST_LISTED = 64
"""Of at most so many bodies the overlapping pairs are listed; in a larger group all may overlap."""


def joined_bodies(
    scene: Scene,
    problem: Problem,
    *,
    provider: AssetProvider | None = None,
    apart: Set[int] = frozenset(),
    job: Job | None = None,
) -> tuple[Joined, ...]:
    """The disjoint groups of bodies that are treated as one, judged at the poses in the program. Groups that the program states
    (``joined``, ``embedded_in``) are included.

    Args:
        provider: where catalogue objects come from; without one they are their hulls.
        apart: bodies that are joined only where the program states it: what moves in an animation is not one with what it stands on.

    Raises:
        LayoutError: 'crowded': so many bodies stand in each other that judging each pair would take minutes.
        JobCancelled: the job was cancelled.
    """
    bodies = problem.bodies
    if len(bodies) < 2:
        return ()
    room = scene.room
    evidence = evidence_of(scene, provider=provider, bodies=bodies, room=room)
    require_uncrowded(evidence)
    composed = list(_composed(scene, problem, apart))
    recognised = Recogniser(scene, evidence, problem.parent).pairs(job or Job())
    pairs = [*_stated(scene, problem), *composed, *(pair for pair in recognised if apart.isdisjoint(pair[:2]))]
    return _groups(len(bodies), pairs, whole={b for pair in composed for b in pair[:2]})


def _stated(scene: Scene, problem: Problem) -> Iterator[Pair]:
    """Pairs that relations of the program state."""
    statements = statements_of(scene, problem.bodies)
    for group in statements.joined:
        why = f"the program says that {listed([_name(problem, b) for b in group], _MOST_NAMED)} are one"
        for a, b in combinations(group, 2):
            yield a, b, why
    for a, b in statements.embedded:
        yield a, b, f"the program says that {_name(problem, a)} sits in {_name(problem, b)}"


def _composed(scene: Scene, problem: Problem, apart: Set[int]) -> Iterator[Pair]:
    """In a scene without a room the root is itself a thing: its entities and primitives without ``place`` are one body."""
    if scene.room is not None:
        return
    rows = problem.bodies.row
    own = (scene.nodes.place[rows] < 0) & np.isin(scene.nodes.kind[rows], (NodeKind.ENTITY, NodeKind.PRIMITIVE))
    for a, b in pairwise([b for b in np.flatnonzero(own).tolist() if b not in apart]):
        yield a, b, f"{called(scene.root_name)} is composed of them"


def _name(problem: Problem, body: int) -> str:
    return called(problem.bodies.path[body])


def _groups(n: int, pairs: Sequence[Pair], whole: Set[int]) -> tuple[Joined, ...]:
    """Merge pairs that share bodies into groups, with their reasons. `whole`: bodies that may all overlap each other."""
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
