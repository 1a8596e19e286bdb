"""Puts other objects in the places of many with one evaluation instead of one for each."""

from __future__ import annotations

from collections.abc import Sequence

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.editing.comparison import Allowed, first_difference, relation_key
from scenewright.scene.language.editing.editor import apply_edit
from scenewright.scene.language.editing.edits import Replace
from scenewright.scene.language.editing.program_text import Splice
from scenewright.scene.language.editing.shared_objects import SharedObjects
from scenewright.scene.language.editing.structure_edits import replaced_literals, what_text
from scenewright.scene.language.editing.workbench import EditResult, Evaluate, Workbench
from scenewright.scene.model import Scene

__all__ = ["apply_replacements"]


def apply_replacements(source: str, edits: Sequence[Replace], evaluate: Evaluate, *, scene: Scene) -> EditResult:
    """Replace instances, each by an object of its own.

    Args:
        source: the text.
        edits: at least one, each of another instance, none below another.
        scene: the scene of `source`.

    Raises:
        EditError, PathError, ProgramError: as :func:`scenewright.scene.language.editing.editor.apply_edit`.
    """
    made = _together(Workbench(source, evaluate, scene), edits)
    if made is not None:
        return made
    renamed: dict[str, str | None] = {}
    for edit in edits:  # one of them is written as no text can be replaced, or gives its instance another path
        path = renamed.get(edit.path, edit.path) or edit.path
        made = apply_edit(source, Replace(path, edit.what, size=edit.size), evaluate, scene=scene)
        source, scene = made.source, made.scene
        renamed = {old: made.path_map.get(new or "", new) for old, new in renamed.items()} | {
            old: new for old, new in made.path_map.items() if old not in renamed.values()
        }
    assert made is not None
    return EditResult(source, scene, made.how, made.path, renamed)


def _together(bench: Workbench, edits: Sequence[Replace]) -> EditResult | None:
    """All replacements in one change of the text; None where they cannot be written so, or change anything else."""
    splices: list[Splice] = []
    targets: set[int] = set()
    shared = SharedObjects(bench.text)
    for edit in edits:
        entity = bench.scene.find(edit.path)
        written = replaced_literals(bench, entity, edit)
        if written is None:
            return None
        shared.note(written[0], what_text(bench, edit))
        splices += written
        targets.add(entity.index)
    splices = shared.rewritten(splices)
    try:
        source = bench.text.spliced(splices)
        scene = bench.evaluate(source)
    except (ProgramError, ValueError):
        return None
    if scene.paths != bench.scene.paths or len(scene.relations) != len(bench.scene.relations):
        return None
    others = [(row, row) for row in range(len(scene)) if row not in targets]
    if first_difference(bench.scene, scene, others, Allowed()):
        return None
    if any(
        relation_key(a, {}) != relation_key(b, {}) for a, b in zip(bench.scene.relations, scene.relations, strict=True)
    ):
        return None
    return EditResult(source, scene, "literal", edits[-1].path, {})
