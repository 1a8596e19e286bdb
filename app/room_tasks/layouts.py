"""Lets the layout have the last word on a task's step: what collides is mended, and what cannot be is told."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from scenewright.scene.errors import EditError, LayoutError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.scene.layout import LayoutResult

__all__ = ["laid_out", "what_is_wrong"]

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


def what_is_wrong(result: LayoutResult, among: Collection[str]) -> dict[str, str]:
    """What of some things stands badly, by path, with the reason: first violations, then relations that do not hold."""
    found: dict[str, str] = {}
    for violation in result.certificate.violations:
        for path in violation.paths:
            if path in among:
                found.setdefault(path, violation.message)
    for constraint, held in zip(result.problem.constraints, result.certificate.relations, strict=False):
        if held.satisfied:
            continue
        for body in constraint.items:
            path = result.problem.bodies.path[body]
            if path in among:
                found.setdefault(path, f"no place was found where {held.text} holds")
    return found
