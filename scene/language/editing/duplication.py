"""The edit that duplicates an instance, with its adjusts."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scenewright.scene.errors import EditError, ProgramError
from scenewright.scene.language.editing.adjust_lines import (
    append_statement,
    find_line,
    foot_in_parent,
    new_line,
    pose_terms,
    short_path,
)
from scenewright.scene.language.editing.comparison import EXACT, Allowed, Pairs, first_difference
from scenewright.scene.language.editing.edits import Duplicate
from scenewright.scene.language.editing.instance_calls import appended_to_root, call_of
from scenewright.scene.language.editing.program_text import Splice
from scenewright.scene.language.editing.workbench import Candidate, RowPairs, Workbench, check_finite, check_name
from scenewright.scene.model import Entity, FloatArray, Scene

__all__ = ["duplicate_candidates"]


def duplicate_candidates(bench: Workbench, entity: Entity, edit: Duplicate) -> Iterator[Candidate]:
    parent = entity.parent
    if parent is None:
        raise EditError("the root is the scene itself: it cannot be duplicated")
    by = np.array(edit.by, dtype=np.float64)
    check_finite(by)
    name = None if edit.name is None else check_name(edit.name)
    bare = bench.bare.find(entity.path)
    target = entity.world_from_local.copy()
    target[:3, 3] += by
    literals = bench.literals(entity, upright=True)
    if literals is not None:
        splices = literals.moved(by)
        if splices is not None and name is not None:
            named = literals.named(name)
            splices = None if named is None else [*splices, *named]
        copied = None if splices is None else literals.followed_by(bench.text.piece(literals.call, splices))
        if copied is not None:
            yield _copy(bench, entity, "literal", copied, parent.path, target)
    unadjusted = parent.world_from_local @ bare.parent_from_local
    unadjusted[:3, 3] += by
    try:
        call = call_of(bench, bare, unadjusted, name)
    except ProgramError as error:
        bench.reasons.append(f"the arguments of its call cannot be observed: {error}")
        return
    splices = None if call is None else appended_to_root(bench, call)
    if splices is not None:
        yield _copy(bench, entity, "statement", splices, bench.scene.root.path, target)


def _copy(
    bench: Workbench, entity: Entity, how: str, splices: list[Splice], parent: str, target: FloatArray
) -> Candidate:
    """A candidate in which a copy of an instance appears below `parent`. `target` (4, 4): its world_from_local."""
    row = bench.bare._path_index[entity.path]
    size = bench.bare.subtree_end(row) - row
    holder = bench.bare._path_index[parent]
    local = np.linalg.inv(bench.scene.find(parent).world_from_local) @ target
    inserted: list[str] = []

    def restructure(bare: Scene) -> RowPairs | None:
        if len(bare) != len(bench.bare) + size:
            return None
        ends = [c for c in bare.children_of(holder) if bare.subtree_end(c) - c == size and c > holder]
        for start in reversed(ends):
            pairs = [(i, i if i < start else i + size) for i in range(len(bench.bare))]
            if first_difference(bench.bare, bare, pairs, Allowed(moved=frozenset(range(len(bench.bare))))) is None:
                inserted[:] = [bare.paths[start]]
                return pairs
        return None

    def further(bare: Scene) -> list[Splice]:
        return _copied_adjusts(bench, entity, bare, inserted[0], local)

    def goal(scene: Scene, pairs: Pairs) -> str | None:
        new = scene._path_index.get(inserted[0])
        if new is None:
            return "the copy would not appear"
        start, end = entity.index, bench.scene.subtree_end(entity.index)
        if scene.subtree_end(new) - new != end - start:
            return "the copy would have other parts"
        a, b = bench.scene.nodes, scene.nodes
        inside, copied = slice(start + 1, end), slice(new + 1, new + end - start)
        if (np.abs(a.parent_from_local[inside] - b.parent_from_local[copied]) > EXACT).any():
            return "the copy would differ (does the program use random numbers?)"
        if not np.allclose(a.color[inside], b.color[copied], rtol=0.0, atol=EXACT, equal_nan=True):
            return "the copy would have other colours"
        far = np.abs(scene.world_from_local[new] - target).max()
        return None if far < 5e-4 * max(1.0, float(np.abs(target).max())) else "the copy would stand at another place"

    return Candidate(how, splices, goal, restructure=restructure, new_path=lambda *_: inserted[0], further=further)


def _copied_adjusts(bench: Workbench, entity: Entity, bare: Scene, path: str, local: FloatArray) -> list[Splice]:
    """The adjust lines of an instance and its parts, repeated for its copy at `path`."""
    statements: list[str | None] = []
    for old in dict.fromkeys(a.resolved for a in bench.scene.adjusts if a.resolved):
        if old != entity.path and not old.startswith(f"{entity.path}/"):
            continue
        line = find_line(bench.text, bench.scene, old)
        if line is None:
            continue
        terms: dict[str, str | None] = dict(line.terms)
        if old == entity.path:
            row = bare._path_index[path]
            foot = foot_in_parent(bare, row)
            terms |= pose_terms(foot, local @ np.linalg.inv(bare.nodes.parent_from_local[row]))
        statements.append(new_line(short_path(bare, path + old[len(entity.path) :]), terms))
    return [append_statement(bench.text, s, ("adjust",)) for s in statements if s is not None]
