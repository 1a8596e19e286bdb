"""Writes several duplicates with one evaluation instead of one for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scenewright.scene.errors import EditError, PathError, ProgramError
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing.duplication import CopyPlan, copies_candidate, copy_plans
from scenewright.scene.language.editing.editor import apply_edit
from scenewright.scene.language.editing.edits import Duplicate
from scenewright.scene.language.editing.trying import try_candidate
from scenewright.scene.language.editing.workbench import EditResult, Evaluate, Workbench
from scenewright.scene.model import Scene
from scenewright.scene.paths import resolve

__all__ = ["apply_duplicates"]


def apply_duplicates(
    source: str, edits: Sequence[Duplicate], evaluate: Evaluate, *, scene: Scene, job: Job | None = None
) -> list[EditResult]:
    """Write duplicates into a program's text, with the text that they have one after the other.

    Copies that are written at one place of the text are written together and evaluated once: the result holds if each copy stands where
    it was asked for and nothing else changed. Where that fails, halves of them are tried, and in the end each alone.

    Args:
        source: the text.
        scene: the scene of `source`.

    Returns:
        a result for each edit. Those of copies that were written together have one text and one scene, with all of them.

    Raises:
        EditError, PathError, ProgramError: as :func:`scenewright.scene.language.editing.editor.apply_edit`.
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    results: list[EditResult] = []
    left = list(edits)
    most = len(left)
    while left:
        job.tick(len(results) / len(edits), f"duplicate {len(results) + 1} of {len(edits)}")
        together = _together(source, left[:most], evaluate, scene)
        if together is None:
            most = max(min(most, len(left)) // 2, 1)
            continue
        results += together
        source, scene = together[-1].source, together[-1].scene
        left = left[len(together) :]
        most = min(2 * most, len(edits))
    return results


def _together(source: str, edits: Sequence[Duplicate], evaluate: Evaluate, scene: Scene) -> list[EditResult] | None:
    """The results of as many of the first edits as are written at one place; None where they cannot be written together."""
    bench = Workbench(source, _remembered(evaluate), scene)
    plans = _plans_at_one_place(bench, edits) if len(edits) > 1 else []
    if len(plans) < 2:
        return [apply_edit(source, edits[0], evaluate, scene=scene)]
    inserted: list[str] = []
    try:
        made = try_candidate(bench, copies_candidate(bench, plans, inserted), plans[0].entity.path)
    except (ProgramError, EditError):
        return None
    if not isinstance(made, EditResult) or not _still_named(made, edits[: len(plans)], plans):
        return None
    first = replace(made, path=inserted[0])
    return [first, *(replace(made, path=path, path_map={}) for path in inserted[1:])]


def _plans_at_one_place(bench: Workbench, edits: Sequence[Duplicate]) -> list[CopyPlan]:
    """The best plans of the first edits, up to the first that is written elsewhere or cannot be read in this scene."""
    plans: list[CopyPlan] = []
    for edit in edits:
        try:
            plan = next(copy_plans(bench, bench.scene.find(edit.path), edit), None)
        except (EditError, PathError):
            break  # alone, it says what is wrong, or means a copy that is made before it
        if plan is None or plan.place is None or (plans and plan.place != plans[0].place):
            break
        plans.append(plan)
    return plans


def _still_named(made: EditResult, edits: Sequence[Duplicate], plans: Sequence[CopyPlan]) -> bool:
    """Whether the paths of the edits mean the same instances beside the copies: one after the other, later ones are read beside earlier
    copies."""
    for edit, plan in zip(edits, plans, strict=True):
        now = made.path_map.get(plan.entity.path, plan.entity.path)
        if [made.scene.paths[row] for row in resolve(made.scene, edit.path)] != [now]:
            return False
    return True


def _remembered(evaluate: Evaluate) -> Evaluate:
    """The function, which evaluates each text once."""
    known: dict[str, Scene] = {}

    def evaluated(source: str) -> Scene:
        if source not in known:
            known[source] = evaluate(source)
        return known[source]

    return evaluated
