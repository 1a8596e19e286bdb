"""Takes several instances out of a program with one evaluation instead of one for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scenewright.scene.errors import EditError, ProgramError
from scenewright.scene.language.editing.comparison import Pairs, rows_without
from scenewright.scene.language.editing.editor import apply_edit
from scenewright.scene.language.editing.edits import Delete
from scenewright.scene.language.editing.helper_functions import helper_function
from scenewright.scene.language.editing.program_text import Splice
from scenewright.scene.language.editing.trying import try_candidate
from scenewright.scene.language.editing.workbench import Candidate, EditResult, Evaluate, RowPairs, Workbench
from scenewright.scene.model import Scene

if TYPE_CHECKING:
    import libcst as cst

__all__ = ["apply_deletions"]


def apply_deletions(
    source: str, paths: Sequence[str], evaluate: Evaluate, *, scene: Scene, helper: str = ""
) -> EditResult:
    """Delete instances, and what of the program speaks of them.

    Args:
        source: the text.
        paths: full paths of instances, none below another.
        scene: the scene of `source`.
        helper: a function that places some of them. It goes, with its call, where nothing is left of it.

    Raises:
        EditError, PathError, ProgramError: as :func:`scenewright.scene.language.editing.editor.apply_edit`.
    """
    bench = Workbench(source, evaluate, scene)
    made = _together(bench, paths, helper)
    if made is not None:
        return made
    renamed: dict[str, str | None] = {path: path for path in scene.paths}
    for path in paths:  # one of them is written as no text can be taken out of: alone, it gets an adjust line
        now = renamed[path]
        assert now is not None
        made = apply_edit(source, Delete(now), evaluate, scene=scene)
        source, scene = made.source, made.scene
        renamed = {old: None if new is None else made.path_map.get(new, new) for old, new in renamed.items()}
    assert made is not None
    changed = {old: new for old, new in renamed.items() if old != new}
    return EditResult(source, scene, made.how, "", changed)


def _together(bench: Workbench, paths: Sequence[str], helper: str) -> EditResult | None:
    """All deletions in one change of the text; None where they cannot be written so."""
    splices = _splices(bench, paths, helper)
    if splices is None:
        return None
    gone: set[int] = set()
    for path in paths:
        row = bench.bare._path_index[path]
        gone |= set(range(len(bench.bare))) - set(rows_without(bench.bare, row))
    kept = [row for row in range(len(bench.bare)) if row not in gone]

    def restructure(bare: Scene) -> RowPairs | None:
        return list(zip(kept, range(len(bare)), strict=True)) if len(bare) == len(kept) else None

    def nothing(scene: Scene, pairs: Pairs) -> str | None:
        return None

    candidate = Candidate("literal", splices, nothing, restructure=restructure, new_path=lambda scene, path_map: "")
    try:
        made = try_candidate(bench, candidate, "")
    except (ProgramError, EditError):
        return None
    return made if isinstance(made, EditResult) else None


def _splices(bench: Workbench, paths: Sequence[str], helper: str) -> list[Splice] | None:
    """The changes that take the calls of the instances out of the text; None where one has no such call of its own."""
    lists: dict[int, tuple[list[cst.CSTNode], list[cst.CSTNode]]] = {}
    for path in paths:
        literals = bench.literals(bench.scene.find(path))
        where = None if literals is None else literals.container()
        if where is None:
            return None
        element, siblings = where
        lists.setdefault(id(siblings[0]), (siblings, []))[1].append(element)
    function = helper_function(bench.text, helper) if helper else None
    splices: list[Splice] = []
    for siblings, elements in lists.values():
        if function is not None and len(elements) == len(siblings) and function.holds(siblings[0]):
            splices += function.removed(bench.text)
        else:
            splices += bench.text.removed_from_list(elements, siblings)
    return splices
