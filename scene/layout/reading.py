"""A scene as a layout problem, with what is joined by design."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from scene.asset_provider import AssetProvider
from scene.layout.bodies.reading import bodies_of
from scene.layout.forest import problem_of
from scene.layout.joining import joined_bodies
from scene.layout.model import Problem
from scene.model import Scene

__all__ = ["read_problem"]


def read_problem(
    scene: Scene, provider: AssetProvider | None = None, root: Path | None = None, *, written: bool = True
) -> Problem:
    """The layout problem of a scene.

    Args:
        provider: where catalogue objects come from. `root`: the scene folder.
        written: the poses of the program are meant; else they are first guesses, and nothing of how they meet is by design.

    Raises:
        LayoutError: a size is no number, supports run in a circle, or there are too many bodies.
    """
    problem = problem_of(scene, bodies_of(scene, provider=provider, root=root, written=written), written=written)
    if not written:
        return problem
    return replace(problem, joined=joined_bodies(scene, problem, provider=provider))
