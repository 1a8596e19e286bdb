"""Tries one way to write an edit: it is kept only if it changes its target and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from scenewright.scene.language.editing.adjust_lines import without_adjusts
from scenewright.scene.language.editing.comparison import first_difference, relation_key
from scenewright.scene.language.editing.program_text import Splice
from scenewright.scene.language.editing.references import reference_splices
from scenewright.scene.language.editing.workbench import Candidate, EditResult, RowPairs, Workbench
from scenewright.scene.model import Scene

__all__ = ["try_candidate"]


def try_candidate(bench: Workbench, candidate: Candidate, target: str) -> EditResult | str:
    """Write a candidate into the text, evaluate it, and hold the scene against the one before.

    Args:
        target: full path of the edit's target; '' for a relation.

    Returns:
        the result, or the reason against the candidate.

    Raises:
        ProgramError: the new program fails.
        EditError: its changes cannot be written.
    """
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
    appearing: Sequence[str] = [path or ""] if candidate.new_path is not None else []
    appearing = appearing if candidate.appearing is None else candidate.appearing()
    expected = {j for _, j in pairs}
    appeared = next((p for j, p in enumerate(scene.paths) if j not in expected and not _within_any(p, appearing)), None)
    if appeared is not None:
        return f"'{appeared}' would appear"
    wrong = _relations_differ(bench, candidate, scene, path_map, appearing)
    if wrong:
        return wrong
    changed = {old: new for old, new in path_map.items() if old != new}
    return EditResult(source, scene, candidate.how, path or "", changed)


def _relations_differ(
    bench: Workbench, candidate: Candidate, scene: Scene, path_map: dict[str, str | None], appearing: Sequence[str]
) -> str | None:
    """The first relation that differs, in words; None where there is none. A relation that lost an instance may be gone, or
    name nothing. Relations made in a call of an instance go with it, and come with new ones at the paths `appearing`."""
    after = [relation_key(r, {}) for r in scene.relations if not _within_any(r.scope, appearing)]
    at = 0
    for number, relation in enumerate(bench.scene.relations):
        scope = relation.scope
        if number == candidate.dropped_relation or (scope and path_map.get(scope, scope) is None):
            continue
        if scope and _within_any(path_map.get(scope, scope), appearing):
            continue
        key = relation_key(relation, path_map)
        found = after[at] if at < len(after) else None
        if key is not None and found != key:
            return f"relation {number} ({relation.kind}) would change its meaning: its names are computed, or no name means its instances"
        if key is not None or (at < len(after) and found is None):
            at += 1
    return None if at == len(after) or candidate.added_relation else "a relation would be lost or appear"


def _within_any(path: str | None, tops: Sequence[str]) -> bool:
    return path is not None and any(top and (path == top or path.startswith(f"{top}/")) for top in tops)


def _path_map(old: Scene, new: Scene, pairs: RowPairs) -> dict[str, str | None]:
    found: dict[str, str | None] = dict.fromkeys(old.paths)
    for i, j in pairs:
        found[old.paths[i]] = new.paths[j]
    return found


def _touching(splice: Splice, others: list[Splice]) -> bool:
    return any(o.start < splice.end and splice.start < o.end for o in others)
