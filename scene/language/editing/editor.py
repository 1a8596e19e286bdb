"""Writes edits into a program's text. An edit is kept only if it changes its target and nothing else.

Every edit is a list of candidates, best first: literals of the ``place`` call that made the instance, then an ``adjust``
line. Each candidate is written into the text, evaluated, and compared with the scene before; the first that changes its
target as requested and nothing else is kept. If there is none, the edit is refused with the reason of each candidate.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenewright.scene.errors import EditError, ProgramError
from scenewright.scene.language.editing.addition import add_candidates
from scenewright.scene.language.editing.arrange_edits import arranged
from scenewright.scene.language.editing.duplication import duplicate_candidates
from scenewright.scene.language.editing.edits import (
    Add,
    AddRelation,
    Arrange,
    Delete,
    DropRelation,
    Duplicate,
    Edit,
    Move,
    Recolour,
    Rename,
    Replace,
    Scale,
    SetMaterial,
    SetZ,
    Turn,
)
from scenewright.scene.language.editing.look_edits import recolour_candidates, set_z_candidates
from scenewright.scene.language.editing.material_edits import material_candidates
from scenewright.scene.language.editing.pose_edits import pose_candidates
from scenewright.scene.language.editing.relation_edits import added_relation, dropped_relation
from scenewright.scene.language.editing.structure_edits import (
    delete_candidates,
    rename_candidates,
    replace_candidates,
)
from scenewright.scene.language.editing.trying import try_candidate
from scenewright.scene.language.editing.workbench import Candidate, EditResult, Evaluate, Workbench
from scenewright.scene.model import Scene

__all__ = ["EditResult", "Evaluate", "apply_edit"]


def apply_edit(source: str, edit: Edit, evaluate: Evaluate, *, scene: Scene | None = None) -> EditResult:
    """Write one edit into a program's text.

    Args:
        source: the text. All bytes outside the edit stay as they are.
        edit: the operation.
        evaluate: text to Scene, as :func:`scenewright.scene.language.running.program.evaluate` with seed and assets bound.
        scene: the scene of `source`; None: it is evaluated here.

    Raises:
        EditError: the edit cannot be made without changing something else; the message says why.
        PathError: the path names no instance, or several.
        ProgramError: `source` itself does not evaluate.
    """
    bench = Workbench(source, evaluate, scene or evaluate(source))
    if isinstance(edit, Arrange):
        return arranged(bench, edit)
    target, candidates = _candidates(bench, edit)
    for candidate in candidates:
        try:
            result = try_candidate(bench, candidate, target)
        except ProgramError as error:
            bench.reasons.append(f"the new program would fail: {error}")
            continue
        except EditError as error:
            bench.reasons.append(str(error))
            continue
        if isinstance(result, EditResult):
            return result
        bench.reasons.append(result)
    reasons = "; ".join(dict.fromkeys(bench.reasons)) or "no way to write it was found"
    raise EditError(f"{edit.kind} of '{_subject(edit)}' was refused, nothing is changed: {reasons}")


def _candidates(bench: Workbench, edit: Edit) -> tuple[str, Iterator[Candidate]]:
    """Full path of the target ('' for a relation), and the candidates of the edit, best first."""
    if isinstance(edit, AddRelation):
        return "", iter([added_relation(bench, edit)])
    if isinstance(edit, DropRelation):
        return "", iter([dropped_relation(bench, edit)])
    if isinstance(edit, Add):
        return "", add_candidates(bench, edit)
    entity = bench.scene.find(edit.path)  # type: ignore[attr-defined]
    found: Iterator[Candidate]
    match edit:
        case Move() | Turn() | Scale():
            found = pose_candidates(bench, entity, edit)
        case Recolour():
            found = recolour_candidates(bench, entity, edit)
        case SetMaterial():
            found = material_candidates(bench, entity, edit)
        case SetZ():
            found = set_z_candidates(bench, entity, edit)
        case Rename():
            found = rename_candidates(bench, entity, edit)
        case Delete():
            found = delete_candidates(bench, entity)
        case Duplicate():
            found = duplicate_candidates(bench, entity, edit)
        case Replace():
            found = replace_candidates(bench, entity, edit)
        case _:
            raise EditError(f"there is no way to write {type(edit).__name__}")
    return entity.path, found


def _subject(edit: Edit) -> str:
    return str(
        getattr(edit, "path", None)
        or getattr(edit, "relation", None)
        or getattr(edit, "what", None)
        or getattr(edit, "index", "")
    )
