"""Edits that add a relation to a program or remove one from it."""

from __future__ import annotations

import difflib
import re

from scenewright.scene.errors import EditError, PathError
from scenewright.scene.language.editing.adjust_lines import append_statement
from scenewright.scene.language.editing.comparison import Pairs
from scenewright.scene.language.editing.edits import AddRelation, DropRelation
from scenewright.scene.language.editing.workbench import Candidate, Workbench
from scenewright.scene.language.editing.written_relations import relation_removal, written_relations
from scenewright.scene.language.vocabulary import SIGNATURES, closest
from scenewright.scene.model import Relation, Scene
from scenewright.scene.printing import cut

__all__ = ["added_relation", "dropped_relation"]

_SHOWN = 4
"""Relations that a message lists."""


def added_relation(bench: Workbench, edit: AddRelation) -> Candidate:
    if edit.relation not in SIGNATURES:
        raise EditError(f"there is no relation '{edit.relation}'{closest(edit.relation, list(SIGNATURES))}")
    values = [_literal(a) for a in edit.arguments] + [f"{k}={_literal(v)}" for k, v in edit.options]
    statement = f"relate({edit.relation}({', '.join(values)}))"
    before = len(bench.scene.relations)

    def goal(scene: Scene, pairs: Pairs) -> str | None:
        new = scene.relations[before:]
        if not new:
            return "the relation would not appear"
        empty = [k for r in new for k, paths in r.paths.items() if not paths]
        return f"it names no instance as '{empty[0]}'" if empty else None

    return Candidate("statement", [append_statement(bench.text, statement, ("relate",))], goal, added_relation=True)


def dropped_relation(bench: Workbench, edit: DropRelation) -> Candidate:
    relations = bench.scene.relations
    if (edit.index is None) == (edit.relation is None):
        raise EditError("drop-relation takes either `index` or `relation`, and not both")
    index = edit.index if edit.index is not None else _numbered(bench.scene, edit.relation or "")
    if not 0 <= index < len(relations):
        raise PathError(f"there is no relation {index}: the scene has {len(relations)} relations, counted from 0")
    relation = relations[index]
    if sum(r.span == relation.span for r in relations) > 1:
        raise EditError(
            f"relation {index} comes from a call that makes several: change line {relation.span.line if relation.span else 0} by hand"
        )
    splices = relation_removal(bench.text, [w.node for w in written_relations(bench.text, [relation])])
    if not splices:
        raise EditError(f"relation {index} is made in a loop or computed: change its line by hand")
    return Candidate("statement", splices, lambda *_: None, dropped_relation=index)


def _numbered(scene: Scene, words: str) -> int:
    """The index of the relation that words such as ``on(vase, table)`` mean, with names as a scene lists them, or more of their paths.

    Raises:
        PathError: they mean none, or several.
    """
    wanted = _plain(words)
    spellings = [{_plain(spelled) for spelled in _spellings(relation)} for relation in scene.relations]
    found = [i for i, spelled in enumerate(spellings) if wanted in spelled]
    if len(found) == 1:
        return found[0]
    if found:
        longer = ", ".join(f"{i}: {scene.relations[i].spelled(_below_root)}" for i in found[:_SHOWN])
        raise PathError(
            f"'{cut(words, 200)}' means {len(found)} relations: give its number, or more of the paths ({longer})"
        )
    texts = [relation.text for relation in scene.relations]
    near = difflib.get_close_matches(cut(words, 200), list(dict.fromkeys(texts)), n=_SHOWN, cutoff=0.4)
    hint = f"; the nearest: {'; '.join(near)}" if near else f": the scene has {len(texts)} relations"
    raise PathError(f"there is no relation '{cut(words, 200)}'{hint}")


def _spellings(relation: Relation) -> tuple[str, ...]:
    """The relation with its names as a scene lists them, with their paths below the root, and with full paths."""
    return relation.text, relation.spelled(_below_root), relation.spelled(lambda path: path)


def _below_root(path: str) -> str:
    return path.partition("/")[2] or path


def _plain(words: str) -> str:
    """Without quotes, spaces, options and the index of a first instance."""
    return re.sub(r"[\s'\"]|\[0\]|,\s*\w+\s*=[^,)]*", "", words)


def _literal(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_literal(v) for v in value)}]"
    return repr(value)
