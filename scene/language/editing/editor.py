"""Writes edits into a program's text. An edit is kept only if it changes its target and nothing else.

Every edit is a list of candidates, best first: literals of the ``place`` call that made the instance, then an ``adjust``
line. Each candidate is written into the text, evaluated, and compared with the scene before; the first that changes its
target as requested and nothing else is kept. If there is none, the edit is refused with the reason of each candidate.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenewright.scene.errors import EditError, ProgramError
from scenewright.scene.language.editing.addition import add_candidates
from scenewright.scene.language.editing.adjust_lines import without_adjusts
from scenewright.scene.language.editing.arrange_edits import arranged
from scenewright.scene.language.editing.comparison import first_difference, relation_key
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
    SetZ,
    Turn,
)
from scenewright.scene.language.editing.look_edits import recolour_candidates, set_z_candidates
from scenewright.scene.language.editing.pose_edits import pose_candidates
from scenewright.scene.language.editing.program_text import Splice
from scenewright.scene.language.editing.references import reference_splices
from scenewright.scene.language.editing.relation_edits import added_relation, dropped_relation
from scenewright.scene.language.editing.structure_edits import (
    delete_candidates,
    rename_candidates,
    replace_candidates,
)
from scenewright.scene.language.editing.workbench import Candidate, EditResult, Evaluate, RowPairs, Workbench
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
            result = _tried(bench, candidate, target)
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


def _tried(bench: Workbench, candidate: Candidate, target: str) -> EditResult | str:
    """The result of a candidate, or the reason against it."""
    splices = candidate.splices
    path_map: dict[str, str | None] = {}
    bare, bare_source = None, ""
    if candidate.restructure is not None:
        # adjust lines inside a changed piece change with it, so only those outside are removed
        tree_splices = splices if candidate.bare_splices is None else candidate.bare_splices
        free = [s for s in without_adjusts(bench.text) if not _touching(s, tree_splices)]
        bare_source = bench.text.spliced([*tree_splices, *free])
        bare = bench.evaluate(bare_source) if tree_splices else bench.bare
        rows = candidate.restructure(bare)
        if rows is None:
            return "the tree would not change as the edit requires"
        path_map = _path_map(bench.bare, bare, rows)
        if candidate.successor is not None:
            path_map[target] = candidate.successor(bare)
        splices = [*splices, *reference_splices(bench.text, bench.scene, bench.bare, bare, path_map, splices)]
        splices += [] if candidate.further is None else candidate.further(bare)
    source = bench.text.spliced(splices)
    scene = bare if bare is not None and source == bare_source else bench.evaluate(source)
    pairs: RowPairs = []
    for i, old in enumerate(bench.scene.paths):
        new = path_map.get(old, old)
        if new is None or (candidate.successor is not None and old == target):
            continue
        if new not in scene._path_index:
            return f"'{old}' would be lost"
        pairs.append((i, scene._path_index[new]))
    wrong = first_difference(bench.scene, scene, pairs, candidate.allowed) or candidate.goal(scene, pairs)
    if wrong:
        return wrong
    path = candidate.new_path(scene, path_map) if candidate.new_path else path_map.get(target, target)
    appearing = path or "" if candidate.new_path is not None else ""
    expected = {j for _, j in pairs}
    appeared = next((p for j, p in enumerate(scene.paths) if j not in expected and not _within(p, appearing)), None)
    if appeared is not None:
        return f"'{appeared}' would appear"
    wrong = _relations_differ(bench, candidate, scene, path_map, appearing)
    if wrong:
        return wrong
    changed = {old: new for old, new in path_map.items() if old != new}
    return EditResult(source, scene, candidate.how, path or "", changed)


def _relations_differ(
    bench: Workbench, candidate: Candidate, scene: Scene, path_map: dict[str, str | None], appearing: str
) -> str | None:
    """The first relation that differs, in words; None where there is none. A relation that lost an instance may be gone, or
    name nothing. Relations made in a call of an instance go with it, and come with a new one at the path `appearing`."""
    after = [relation_key(r, {}) for r in scene.relations if not _within(r.scope, appearing)]
    at = 0
    for number, relation in enumerate(bench.scene.relations):
        scope = relation.scope
        if number == candidate.dropped_relation or (scope and path_map.get(scope, scope) is None):
            continue
        if scope and _within(path_map.get(scope, scope), appearing):
            continue
        key = relation_key(relation, path_map)
        found = after[at] if at < len(after) else None
        if key is not None and found != key:
            return f"relation {number} ({relation.kind}) would change its meaning: its names are computed, or no name means its instances"
        if key is not None or (at < len(after) and found is None):
            at += 1
    return None if at == len(after) or candidate.added_relation else "a relation would be lost or appear"


def _within(path: str | None, top: str) -> bool:
    return bool(path and top) and (path == top or str(path).startswith(f"{top}/"))


def _path_map(old: Scene, new: Scene, pairs: RowPairs) -> dict[str, str | None]:
    found: dict[str, str | None] = dict.fromkeys(old.paths)
    for i, j in pairs:
        found[old.paths[i]] = new.paths[j]
    return found


def _touching(splice: Splice, others: list[Splice]) -> bool:
    return any(o.start < splice.end and splice.start < o.end for o in others)


def _subject(edit: Edit) -> str:
    return str(
        getattr(edit, "path", None)
        or getattr(edit, "relation", None)
        or getattr(edit, "what", None)
        or getattr(edit, "index", "")
    )
