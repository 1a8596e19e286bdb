"""Lets the layout have the last word on a task's step: what collides is mended, and what cannot be is told."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from scenewright.scene.errors import EditError, LayoutError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.scene.layout import JudgedScene

__all__ = ["laid_out", "unmet", "violated"]

_EFFORT = 6_000.0
"""Bound on the search for places, in units of about a millisecond on a slow machine."""


def laid_out(draft: Draft, keep: Collection[str], job: Job) -> JudgedScene:
    """Lay out a step in the making where anything in it is wrong, and take the new poses over. Returns the scene as it is judged then.

    Args:
        keep: paths of what stays where it is.

    Raises:
        EditError: the scene cannot be laid out.
        JobCancelled: the job was cancelled.
    """
    from scenewright.scene.layout import solve_scene

    try:
        judged = draft.judged(job=job.quiet())
        moving = {path for path in judged.problem.bodies.path if path not in keep}
        if not violated(judged, moving) and not unmet(judged, moving):
            return judged
        result = solve_scene(
            draft.source, draft.scene, draft.evaluate_text, provider=draft.assets, root=draft.folder, seed=draft.seed,
            effort=_EFFORT, settle=False, best_effort=True, accept=True, keep=tuple(keep), job=job,
        )  # fmt: skip
    except LayoutError as error:
        raise EditError(f"the scene cannot be laid out: {error}") from error
    job.check()
    if result.source != draft.source:
        draft.write(result.source, result.scene, {"kind": "layout"})
    return draft.judged(job=job.quiet())


def violated(judged: JudgedScene, among: Collection[str]) -> dict[str, str]:
    """What of some things collides, floats or is in the way, by path, with the reason."""
    found: dict[str, str] = {}
    for violation in judged.faults.violations:
        for path in violation.paths:
            if path in among:
                found.setdefault(path, violation.message)
    return found


def unmet(judged: JudgedScene, among: Collection[str]) -> dict[int, tuple[str, str]]:
    """The relations of some things that do not hold: their numbers in the scene -> (path of the thing, the relation)."""
    found: dict[int, tuple[str, str]] = {}
    for constraint, held in zip(judged.problem.constraints, judged.faults.relations, strict=False):
        for body in constraint.items if not held.satisfied else ():
            path = judged.problem.bodies.path[body]
            if path in among:
                found.setdefault(constraint.relation, (path, held.text))
    return found
