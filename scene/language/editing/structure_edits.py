"""Edits of the tree of instances: rename, delete, replace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing.adjust_lines import find_line
from scenewright.scene.language.editing.comparison import Allowed, Pairs, rows_without
from scenewright.scene.language.editing.edits import Rename, Replace
from scenewright.scene.language.editing.instance_calls import appended_to_root, place_text, registered
from scenewright.scene.language.editing.program_text import Splice, format_length, python_string
from scenewright.scene.language.editing.workbench import Candidate, RowPairs, Workbench, check_name
from scenewright.scene.model import Entity, Scene

__all__ = ["delete_candidates", "rename_candidates", "replace_candidates", "replaced_literals", "what_text"]


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
        bench.reasons.append("its name is computed in the text, so it cannot be rewritten")

    def word_goal(scene: Scene, pairs: Pairs) -> str | None:
        return None if scene.entity(dict(pairs)[row]).word == name else "it would not get the word"

    splices = bench.adjust_terms(entity, {"words": python_string(name)})
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
    removal = bench.adjust_terms(entity, {"remove": "True"})
    yield Candidate("adjust", removal, nothing, restructure=same_rows, bare_splices=[], new_path=gone)


def replace_candidates(bench: Workbench, entity: Entity, edit: Replace) -> Iterator[Candidate]:
    if entity.parent is None:
        raise EditError("the root is the scene itself: it cannot be replaced")
    what = what_text(bench, edit)
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
        replaced = literals.replaced(what)
        yield Candidate(
            "literal",
            [*replaced, *_looks_dropped(bench, entity)],
            stands,
            restructure=in_place,
            bare_splices=replaced,
            successor=lambda bare: bare.paths[row],
            new_path=new_path,
        )
    place = place_text(bench, entity, what, entity.world_from_local, None)
    splices = None if place is None else appended_to_root(bench, place)
    if splices is not None:
        removal = bench.adjust_terms(entity, {"remove": "True"})

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


def replaced_literals(bench: Workbench, entity: Entity, edit: Replace) -> list[Splice] | None:
    """The changes that replace an instance in the ``place`` call of its own; None where it has none."""
    literals = bench.literals(entity)
    if literals is None:
        return None
    return [*literals.replaced(what_text(bench, edit)), *_looks_dropped(bench, entity)]


def what_text(bench: Workbench, edit: Replace) -> str:
    """What takes the place, as program text."""
    words = edit.what.strip()
    if not words:
        raise EditError("replace needs the name of an entity, or words for a catalogue object")
    return python_string(words) if words in registered(bench) else _asset_text(words, edit.size)


def _asset_text(words: str, size: Sequence[float] | None) -> str:
    """The call of a catalogue object."""
    if size is None:
        return f"asset_call({python_string(words)})"
    if not all(length > 0.0 for length in size):
        raise EditError(f"the size of an object is three positive lengths, not {tuple(size)}").about("size")
    return f"asset_call({python_string(words)}, size=({', '.join(format_length(length) for length in size)}))"


def _looks_dropped(bench: Workbench, entity: Entity) -> list[Splice]:
    """Changes that keep only the pose in an instance's adjust line, since its look belonged to the replaced object."""
    line = find_line(bench.text, bench.scene, entity.path)
    looks = ("scale", "color", "words", "z")
    if line is None or not any(k in line.terms for k in looks):
        return []
    if all(k in looks for k in line.terms):
        return [Splice(*bench.text.statement_span(line.call), "")]
    gone = [a for a in line.call.args if a.keyword is not None and a.keyword.value in looks]
    return bench.text.removed_from_list(gone, line.call.args)
