"""Lets the layout have the last word on a task's step: what collides is mended, and what cannot be is told."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from scenewright.scene.errors import EditError, LayoutError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.scene.layout import LayoutResult

__all__ = ["laid_out", "unmet", "violated"]

_EFFORT = 6_000.0
"""Bound on the search for places, in units of about a millisecond on a slow machine."""


def laid_out(draft: Draft, keep: Collection[str], job: Job) -> LayoutResult:
    """Lay out a step in the making, and take the new poses over.

    Args:
        keep: paths of what stays where it is.

    Raises:
        EditError: the scene cannot be laid out.
        JobCancelled: the job was cancelled.
    """
    from scenewright.scene.layout import solve_scene

    try:
        result = solve_scene(
            draft.source, draft.scene, draft.evaluate_text, provider=draft.assets, root=draft.folder, seed=draft.seed,
            effort=_EFFORT, settle=False, best_effort=True, accept=True, keep=tuple(keep), job=job,
        )  # fmt: skip
    except LayoutError as error:
        raise EditError(f"the scene cannot be laid out: {error}") from error
    job.check()
    if result.source != draft.source:
        draft.write(result.source, result.scene, {"kind": "layout"})
    return result


def violated(result: LayoutResult, among: Collection[str]) -> dict[str, str]:
    """What of some things collides, floats or is in the way after a layout, by path, with the reason."""
    found: dict[str, str] = {}
    for violation in result.certificate.violations:
        for path in violation.paths:
            if path in among:
                found.setdefault(path, violation.message)
    return found


def unmet(result: LayoutResult, among: Collection[str]) -> dict[int, tuple[str, str]]:
    """The relations of some things that do not hold after a layout: their numbers in the scene -> (path of the thing, the relation)."""
    found: dict[int, tuple[str, str]] = {}
    for constraint, held in zip(result.problem.constraints, result.certificate.relations, strict=False):
        for body in constraint.items if not held.satisfied else ():
            path = result.problem.bodies.path[body]
            if path in among:
                found.setdefault(constraint.relation, (path, held.text))
    return found
