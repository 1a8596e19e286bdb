"""Edits of the tree: rename, delete, duplicate, replace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from scene.errors import EditError
from scene.language.comparison import Allowed, Pairs, first_difference, rows_without
from scene.language.edits import Duplicate, Rename, Replace
from scene.language.instance_calls import appended_to_root, call_of, place_text, registered
from scene.language.program_text import Splice, python_string
from scene.language.workbench import Candidate, RowPairs, Workbench, check_finite, check_name
from scene.model import Entity, FloatArray, Scene

__all__ = ["delete_candidates", "duplicate_candidates", "rename_candidates", "replace_candidates"]


def rename_candidates(bench: Workbench, entity: Entity, edit: Rename) -> Iterator[Candidate]:
    name = check_name(edit.name)
    row = entity.index

    def goal(scene: Scene, pairs: Pairs) -> str | None:
        return None if scene.entity(dict(pairs)[row]).name == name else "it would not get the name"

    def every_row(bare: Scene) -> RowPairs | None:
        return [(i, i) for i in range(len(bare))] if len(bare) == len(bench.bare) else None

    literals = bench.literals(entity)
    named = None if literals is None else literals.named(name)
    if named is not None:
        yield Candidate("literal", named, goal, Allowed(renamed=frozenset({row})), restructure=every_row)
    elif literals is not None:
        bench.reasons.append("its name is computed")

    def word_goal(scene: Scene, pairs: Pairs) -> str | None:
        return None if scene.entity(dict(pairs)[row]).word == name else "it would not get the word"

    splices = bench.adjust_term(entity, "words", python_string(name))
    yield Candidate("adjust", splices, word_goal, Allowed(restyled=frozenset({row})))


def delete_candidates(bench: Workbench, entity: Entity) -> Iterator[Candidate]:
    if entity.parent is None:
        raise EditError("the root is the scene itself: it cannot be deleted")
    row = bench.bare._path_index[entity.path]

    def restructure(bare: Scene) -> RowPairs | None:
        kept = rows_without(bench.bare, row)
        return list(zip(kept, range(len(bare)), strict=True)) if len(bare) == len(kept) else None

    def nothing(scene: Scene, pairs: Pairs) -> str | None:
        return None

    def gone(scene: Scene, path_map: Mapping[str, str | None]) -> str:
        return ""

    def same_rows(bare: Scene) -> RowPairs:
        return [(i, i) for i in rows_without(bench.bare, row)]

    literals = bench.literals(entity)
    splices = None if literals is None else literals.removed()
    if splices is not None:
        yield Candidate("literal", splices, nothing, restructure=restructure, new_path=gone)
    removal = bench.adjust_term(entity, "remove", "True")
    yield Candidate("adjust", removal, nothing, restructure=same_rows, bare_splices=[], new_path=gone)


def duplicate_candidates(bench: Workbench, entity: Entity, edit: Duplicate) -> Iterator[Candidate]:
    if entity.parent is None:
        raise EditError("the root is the scene itself: it cannot be duplicated")
    by = np.array(edit.by, dtype=np.float64)
    check_finite(by)
    name = None if edit.name is None else check_name(edit.name)
    row = bench.bare._path_index[entity.path]
    literals = bench.literals(entity, upright=True)
    if literals is not None:
        splices = literals.moved(by)
        if splices is not None and name is not None:
            named = literals.named(name)
            splices = None if named is None else [*splices, *named]
        copied = None if splices is None else literals.followed_by(literals.source(splices))
        if copied is not None:
            yield _copy(bench, entity, "literal", copied, int(bench.bare.nodes.parent[row]), by)
    call = call_of(bench, entity, by, name)
    splices = None if call is None else appended_to_root(bench, call)
    if splices is not None:
        yield _copy(bench, entity, "statement", splices, 0, by)


def _copy(bench: Workbench, entity: Entity, how: str, splices: list[Splice], parent: int, by: FloatArray) -> Candidate:
    """A candidate in which a copy of an instance appears under a row of the tree before, with the same inside."""
    row = bench.bare._path_index[entity.path]
    size = bench.bare.subtree_end(row) - row
    inserted: list[str] = []

    def restructure(bare: Scene) -> RowPairs | None:
        if len(bare) != len(bench.bare) + size:
            return None
        ends = [c for c in bare.children_of(parent) if bare.subtree_end(c) - c == size and c > parent]
        for start in reversed(ends):
            pairs = [(i, i if i < start else i + size) for i in range(len(bench.bare))]
            if first_difference(bench.bare, bare, pairs, Allowed(moved=frozenset(range(len(bench.bare))))) is None:
                inserted[:] = [bare.paths[start]]
                return pairs
        return None

    def goal(scene: Scene, pairs: Pairs) -> str | None:
        new = scene._path_index.get(inserted[0])
        if new is None:
            return "the copy would not appear"
        inside = [(row + k, new + k) for k in range(1, size)]
        a, b = bench.bare.nodes.parent_from_local, scene.nodes.parent_from_local
        if any(np.abs(a[i] - b[j]).max() > 1e-9 for i, j in inside):
            return "the copy would differ (random draws?)"
        wanted = entity.world_from_local.copy()
        wanted[:3, 3] += by
        bare_world = bench.bare.world_from_local[row].copy()
        bare_world[:3, 3] += by
        found = scene.world_from_local[new]
        slack = 5e-4 * max(1.0, float(np.abs(wanted).max()))
        near = min(np.abs(found - w).max() for w in (wanted, bare_world)) < slack
        return None if near else "the copy would stand elsewhere"

    return Candidate(how, splices, goal, restructure=restructure, new_path=lambda *_: inserted[0])


def replace_candidates(bench: Workbench, entity: Entity, edit: Replace) -> Iterator[Candidate]:
    if entity.parent is None:
        raise EditError("the root is the scene itself: it cannot be replaced")
    words = edit.what.strip()
    if not words:
        raise EditError("replace needs the name of an entity, or words of the catalogue")
    what = python_string(words) if words in registered(bench) else f"asset_call({python_string(words)})"
    row = bench.bare._path_index[entity.path]

    def in_place(bare: Scene) -> RowPairs | None:
        shift = len(bare) - len(bench.bare)
        end = bench.bare.subtree_end(row)
        if row >= len(bare) or bare.subtree_end(row) != end + shift:
            return None
        return [*((i, i) for i in range(row)), *((i, i + shift) for i in range(end, len(bench.bare)))]

    def stands(scene: Scene, pairs: Pairs) -> str | None:
        return None

    def new_path(scene: Scene, path_map: Mapping[str, str | None]) -> str:
        return path_map.get(entity.path) or ""

    literals = bench.literals(entity)
    if literals is not None:
        yield Candidate(
            "literal",
            literals.replaced(what),
            stands,
            restructure=in_place,
            successor=lambda bare: bare.paths[row],
            new_path=new_path,
        )
    place = place_text(bench, entity, what, np.zeros(3), None)
    splices = None if place is None else appended_to_root(bench, place)
    if splices is not None:
        removal = bench.adjust_term(entity, "remove", "True")

        def appended(bare: Scene) -> RowPairs | None:
            children = bare.children_of(0)
            start = children[-1] if children else len(bare)
            return None if start != len(bench.bare) else [(i, i) for i in rows_without(bench.bare, row)]

        def last(bare: Scene) -> str:
            return bare.paths[bare.children_of(0)[-1]]

        yield Candidate(
            "statement",
            [*splices, *removal],
            stands,
            restructure=appended,
            bare_splices=splices,
            successor=last,
            new_path=new_path,
        )
