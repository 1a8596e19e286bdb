"""Applies edits to the program of a session, one after the other, with what each of them takes along and brings about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from scenewright.app.session.carrying import apply_carrying, what_broke
from scenewright.app.session.putting import put_somewhere
from scenewright.app.session.recolouring import what_keeps_its_colour
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import Add, Duplicate, Edit, EditResult, apply_duplicates
from scenewright.scene.model import Scene

if TYPE_CHECKING:
    from scenewright.app.session.derived import Derived
    from scenewright.scene.asset_provider import AssetProvider

__all__ = ["EditedPlace", "EditedProgram", "apply_edits"]


class EditedPlace(Protocol):
    """What edits are applied to: an open session, or a step that is being made."""

    derived: Derived
    seed: int
    source: str

    @property
    def scene(self) -> Scene: ...
    @property
    def assets(self) -> AssetProvider: ...
    @property
    def folder(self) -> Path | None: ...
    def evaluate_text(self, source: str) -> Scene: ...


@dataclass(frozen=True, eq=False)
class EditedProgram:
    """A program after edits, and its scene. `results`: one for each edit. `operation`: the journal's record of all. `renamed`: path
    before -> path after, None where the instance is gone."""

    source: str
    scene: Scene
    results: list[EditResult]
    operation: Mapping[str, object]
    renamed: Mapping[str, str | None]


def apply_edits(session: EditedPlace, edits: Sequence[Edit], job: Job, *, judged: bool = True) -> EditedProgram:
    """Apply edits to the current program of a session, and save nothing.

    Args:
        judged: let the last result say what the edits make collide, float or break.

    Raises:
        EditError, PathError: an edit cannot be made.
        JobCancelled: the job was cancelled.
    """
    source, scene = session.source, session.scene
    results: list[EditResult] = []
    operations: list[Mapping[str, object]] = []
    renamed: dict[str, str | None] = {}
    unknown: list[str] = []
    while len(results) < len(edits):
        number = len(results)
        edit = edits[number]
        job.tick(number / len(edits), f"edit {number + 1} of {len(edits)}")
        copies = _duplicates(edits[number:])
        if len(copies) > 1:
            part = job.part(number / len(edits), (number + len(copies)) / len(edits))
            made = apply_duplicates(source, copies, session.evaluate_text, scene=scene, job=part)
        else:
            others = [*edits[:number], *edits[number + 1 :]]
            result, why = apply_carrying(
                source,
                edit,
                session.evaluate_text,
                scene=scene,
                derived=session.derived,
                others=others,
                job=job.quiet(),
            )
            unknown += [why] if why else []
            if isinstance(edit, Add):
                result = put_somewhere(result, edit, session, job=job.quiet())
            made = [replace(result, remarks=what_keeps_its_colour(result, edit, session.assets, scene))]
        for result in made:
            operations.append(edits[len(results)].to_json())
            results.append(result)
            renamed = {**{old: result.path_map.get(new or "", new) for old, new in renamed.items()}, **result.path_map}
        source, scene = made[-1].source, made[-1].scene
    if results:
        told: tuple[str, ...] = ()
        if judged:
            told = what_broke(session.derived, session.scene, scene, edits, renamed, job.quiet())
        results[-1] = replace(results[-1], consequences=(*dict.fromkeys(unknown), *told))
    operation = operations[0] if len(operations) == 1 else {"kind": "batch", "edits": operations}
    return EditedProgram(source, scene, results, operation, renamed)


def _duplicates(edits: Sequence[Edit]) -> list[Duplicate]:
    """The duplicates that a list of edits begins with."""
    return [edit for edit in takewhile(lambda edit: isinstance(edit, Duplicate), edits) if isinstance(edit, Duplicate)]
