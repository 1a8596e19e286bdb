"""Read a scene as a layout problem, with the bodies that are joined by design."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.jobs import Job
from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.bodies import AT_CEILING, bodies_of
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.layout.joining import joined_bodies
from scenewright.scene.layout.model import Anchor, AnchorKind, Joined, Problem, Support
from scenewright.scene.model import FloatArray, Scene

__all__ = ["read_problem"]


def read_problem(
    scene: Scene,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    *,
    written: bool = True,
    apart: Collection[str] = (),
    job: Job | None = None,
) -> Problem:
    """The layout problem of a scene.

    Args:
        provider: where catalogue objects come from.
        root: the scene folder.
        written: somebody chose the poses of the program. False: they are first guesses, and no bodies are joined by design.
        apart: paths of what is a body of its own, and joined with others only where the program states it.

    Raises:
        LayoutError: a size is no number, supports run in a circle, there are too many bodies, or too many in one place.
        JobCancelled: the job was cancelled.
    """
    problem = problem_of(
        scene, bodies_of(scene, provider=provider, root=root, written=written, apart=apart), written=written
    )
    if not written:
        return problem
    alone = {body for body, path in enumerate(problem.bodies.path) if path in apart}
    joined = joined_bodies(scene, problem, provider=provider, apart=alone, job=job)
    return _hung(replace(problem, joined=joined))


def _bearing(joined: Joined, top: FloatArray) -> list[int]:
    """Of joined bodies that all hang, the one that the others hang from: that with the most contacts, then the highest."""
    touching = [b for pair in joined.pairs for b in pair]
    return [max(joined.bodies, key=lambda b: (touching.count(b), float(top[b]), -b))]


def _hung(problem: Problem) -> Problem:
    """The problem in which a body that hangs well below the ceiling, and is joined with another body, is held by that body."""
    bodies = problem.bodies
    top = bodies.initial[:, 1] + bodies.height
    low = [
        s is Support.CEILING and problem.room.height - t > AT_CEILING for s, t in zip(bodies.support, top, strict=True)
    ]
    holder: dict[int, int] = {}
    for joined in problem.joined:
        hanging = [b for b in joined.bodies if low[b]]
        others = [b for b in joined.bodies if not low[b]] or _bearing(joined, top)
        for b in hanging:
            if b not in others:
                apart = np.linalg.norm(bodies.initial[others, :3] - bodies.initial[b, :3], axis=1)
                holder[b] = others[int(apart.argmin())]
    if not holder:
        return problem
    constraints = tuple(
        replace(c, target=Anchor(AnchorKind.BODY, body=holder[c.items[0]]))
        if c.kind == RelationName.HANGING and c.items[0] in holder
        else c
        for c in problem.constraints
    )
    support = tuple(Support.HELD if b in holder else s for b, s in enumerate(bodies.support))
    return replace(problem, bodies=replace(bodies, support=support), constraints=constraints)
