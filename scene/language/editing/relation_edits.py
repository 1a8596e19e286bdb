"""Edits that add a relation to a program or remove one from it."""

from __future__ import annotations

from scenewright.scene.errors import EditError, PathError
from scenewright.scene.language.editing.adjust_lines import append_statement
from scenewright.scene.language.editing.comparison import Pairs
from scenewright.scene.language.editing.edits import AddRelation, DropRelation
from scenewright.scene.language.editing.workbench import Candidate, Workbench
from scenewright.scene.language.editing.written_relations import relation_removal, written_relations
from scenewright.scene.language.vocabulary import SIGNATURES, closest
from scenewright.scene.model import Scene

__all__ = ["added_relation", "dropped_relation"]


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
    if not 0 <= edit.index < len(relations):
        raise PathError(f"there is no relation {edit.index}: the scene has {len(relations)} relations, counted from 0")
    relation = relations[edit.index]
    if sum(r.span == relation.span for r in relations) > 1:
        raise EditError(
            f"relation {edit.index} comes from a call that makes several: change line {relation.span.line if relation.span else 0} by hand"
        )
    splices = relation_removal(bench.text, [w.node for w in written_relations(bench.text, [relation])])
    if not splices:
        raise EditError(f"relation {edit.index} is made in a loop or computed: change its line by hand")
    return Candidate("statement", splices, lambda *_: None, dropped_relation=edit.index)


def _literal(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_literal(v) for v in value)}]"
    return repr(value)
