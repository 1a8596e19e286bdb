"""Applies edits to the program of a session, one after the other, with what each of them takes along and brings about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scenewright.app.session.carrying import apply_carrying, what_broke
from scenewright.app.session.putting import put_somewhere
from scenewright.app.session.recolouring import what_keeps_its_colour
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import Add, Edit, EditResult
from scenewright.scene.model import Scene

if TYPE_CHECKING:
    from scenewright.app.session.session import Session

__all__ = ["EditedProgram", "apply_edits"]


@dataclass(frozen=True, eq=False)
class EditedProgram:
    """A program after edits, and its scene. `results`: one for each edit. `operation`: the journal's record of all. `renamed`: path
    before -> path after, None where the instance is gone."""

    source: str
    scene: Scene
    results: list[EditResult]
    operation: Mapping[str, object]
    renamed: Mapping[str, str | None]


def apply_edits(session: Session, edits: Sequence[Edit], job: Job) -> EditedProgram:
    """Apply edits to the current program of a session, and save nothing.

    Raises:
        EditError, PathError: an edit cannot be made.
        JobCancelled: the job was cancelled.
    """
    source, scene = session.source, session.scene
    results: list[EditResult] = []
    operations: list[Mapping[str, object]] = []
    renamed: dict[str, str | None] = {}
    unknown: list[str] = []
    for number, edit in enumerate(edits):
        job.tick(number / len(edits), f"edit {number + 1} of {len(edits)}")
        others = [*edits[:number], *edits[number + 1 :]]
        result, why = apply_carrying(
            source, edit, session.evaluate_text, scene=scene, derived=session.derived, others=others, job=job.quiet()
        )
        unknown += [why] if why else []
        if isinstance(edit, Add):
            result = put_somewhere(result, edit, session, job=job.quiet())
        result = replace(result, remarks=what_keeps_its_colour(result, edit, session.assets))
        source, scene = result.source, result.scene
        results.append(result)
        operations.append(edit.to_json())
        renamed = {**{old: result.path_map.get(new or "", new) for old, new in renamed.items()}, **result.path_map}
    if results:
        told = what_broke(session.derived, session.scene, scene, edits, renamed, job.quiet())
        results[-1] = replace(results[-1], consequences=(*dict.fromkeys(unknown), *told))
    operation = operations[0] if len(operations) == 1 else {"kind": "batch", "edits": operations}
    return EditedProgram(source, scene, results, operation, renamed)
