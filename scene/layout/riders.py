"""What comes along when a thing is moved by hand: what stands, lies or hangs on it, and what is joined to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import LayoutError
from scenewright.scene.jobs import Job
from scenewright.scene.layout.bodies import MAX_BODIES, owners
from scenewright.scene.layout.certificate import LayoutFaults, find_faults
from scenewright.scene.layout.model import Problem, Support
from scenewright.scene.layout.reading import read_problem
from scenewright.scene.layout.relations import statements_of
from scenewright.scene.layout.search import was_on
from scenewright.scene.model import NodeKind, Scene

__all__ = ["JudgedScene", "judge_scene", "riders", "supports"]


class JudgedScene(NamedTuple):
    """A scene with its layout problem, and what is wrong with its poses."""

    scene: Scene
    problem: Problem
    faults: LayoutFaults


def judge_scene(
    scene: Scene,
    *,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    most_bodies: int = MAX_BODIES,
    job: Job | None = None,
) -> JudgedScene:
    """Judge a scene as it stands; nothing is moved.

    Args:
        provider: where catalogue objects come from.
        root: the scene folder.
        most_bodies: refuse scenes with more.

    Raises:
        LayoutError: the scene cannot be judged: a size is no number, or there are more bodies than `most_bodies`.
        JobCancelled: the job was cancelled.
    """
    found = owners(scene)
    count = len(np.unique(found[found >= 0]))
    if count > most_bodies:
        raise LayoutError(f"the scene has {count:,} things, and at most {most_bodies:,} are looked at", kind="too-many")
    problem = read_problem(scene, provider, root, job=job)
    return JudgedScene(scene, problem, find_faults(scene, problem, provider=provider, job=job))


def riders(judged: JudgedScene, moved: Iterable[int]) -> tuple[int, ...]:
    """Rows of the bodies that come along when the nodes `moved` (rows) move: those that rest or hang on them, directly or on each other,
    and those that are joined to them.

    A body that also touches the floor stays, and so does furniture on a rug. A body that rests on several others comes along where all of
    them do (:func:`supports`): what only touches it does not drag it away. What sits in a larger thing (a sink in its counter) comes
    along with that, but not the other way round.
    """
    bodies = judged.problem.bodies
    spans = [(row, judged.scene.subtree_end(row)) for row in moved]
    first = [i for i, row in enumerate(bodies.row.tolist()) if any(low <= row < high for low, high in spans)]
    followers, resting = _followers(judged)
    found: dict[int, None] = dict.fromkeys(first)
    waiting = list(first)
    while waiting:
        for body in followers[waiting.pop()]:
            if body not in found and resting.get(body, found.keys()) <= found.keys():
                found[body] = None
                waiting.append(body)
    return tuple(sorted(int(bodies.row[i]) for i in found if i not in first))


def supports(judged: JudgedScene, body: int) -> tuple[int, ...]:
    """The bodies that a body rests on, that which bears it first; () for the floor, a wall, the ceiling or the air.

    What stands on the floor rests on nothing else, even where it reaches into the top of another. What its place or a relation names comes
    first. What cuts into that one bears nothing of what lies there, such as a chair that was pushed into the desk.
    """
    problem, supported = judged.problem, judged.faults.support
    if supported.grounded[body]:
        return ()
    below = supported.below[body]
    parent = int(problem.parent[body])
    if not below and parent >= 0 and not supported.hung[body] and was_on(problem, body, parent, problem.bodies.initial):
        return (parent,)  # it floats just above what a relation or its place says that it is on
    if parent not in below or len(below) == 1:
        return below
    cut = {frozenset(violation.paths) for violation in judged.faults.collisions.violations}
    paths = problem.bodies.path
    others = (
        other
        for other in below
        if other != parent
        and (frozenset((paths[other], paths[parent])) not in cut or _stands_on(judged, other, parent))
    )
    return (parent, *others)


def _stands_on(judged: JudgedScene, body: int, base: int) -> bool:
    """Whether a body rests on another, directly or by way of others."""
    supported = judged.faults.support
    seen, waiting = {body}, [body]
    while waiting:
        one = waiting.pop()
        under = () if supported.grounded[one] else supported.below[one]
        if base in under:
            return True
        new = [other for other in under if other not in seen]
        seen.update(new)
        waiting += new
    return False


def _followers(judged: JudgedScene) -> tuple[defaultdict[int, set[int]], dict[int, set[int]]]:
    """For each body the numbers of those that come along with it, and for bodies that rest on several all of these."""
    problem, supported = judged.problem, judged.faults.support
    out: defaultdict[int, set[int]] = defaultdict(set)
    resting: dict[int, set[int]] = {}
    for body in range(len(problem.bodies)):
        carriers = _carriers(judged, body)
        for carrier in carriers:
            out[carrier].add(body)
        if len(carriers) > 1:
            resting[body] = set(carriers)
    stated = statements_of(judged.scene, problem.bodies)
    for group in stated.joined:
        for body in group:
            out[body].update(other for other in group if other != body)
    for inner, outer in stated.embedded:
        out[outer].add(inner)
    size = np.prod(np.column_stack([2.0 * problem.bodies.half, problem.bodies.height]), axis=1)
    own = _composed(judged)
    for joined in problem.joined:
        for pair in joined.pairs:
            if own[list(pair)].all():
                continue
            small, large = sorted(pair, key=lambda i: float(size[i]))
            if not supported.grounded[small]:
                out[large].add(small)
    for body in np.flatnonzero(problem.bodies.fixed).tolist():
        for others in out.values():
            others.discard(body)
    together = (*stated.joined, *(pair for joined in problem.joined for pair in joined.pairs))
    for body in (*(body for group in together for body in group), *(inner for inner, _ in stated.embedded)):
        resting.pop(body, None)
    return out, resting


def _carriers(judged: JudgedScene, body: int) -> tuple[int, ...]:
    """The bodies that carry another: it comes along where all of them move."""
    problem, supported = judged.problem, judged.faults.support
    if body in supported.hangs_on:
        return (supported.hangs_on[body],)
    if supported.grounded[body] or supported.hung[body]:
        return ()
    below = supports(judged, body)
    if below and problem.bodies.support[below[0]] is Support.RUG:
        parent = int(problem.parent[body])
        return (parent,) if parent >= 0 else ()
    return tuple(other for other in below if problem.bodies.support[other] is not Support.RUG)


def _composed(judged: JudgedScene) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """(N,) bool, bodies that are no things of their own, but parts that the root of a scene without a room is composed of."""
    scene, rows = judged.scene, judged.problem.bodies.row
    if scene.room is not None:
        return np.zeros(len(rows), dtype=bool)
    own: np.ndarray[tuple[int], np.dtype[np.bool_]] = (scene.nodes.place[rows] < 0) & np.isin(
        scene.nodes.kind[rows], (NodeKind.ENTITY, NodeKind.PRIMITIVE)
    )
    return own
