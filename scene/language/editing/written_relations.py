"""Finds and changes relations in a program's text: calls of constructors, or text, tuples and dicts given to ``relate``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.editing.program_text import ProgramText, Splice, python_string, text_of
from scenewright.scene.language.relations import KINDS, wall_named
from scenewright.scene.language.vocabulary import (
    Given,
    Looks,
    kind_place,
    plain_kind,
    read_arguments,
    read_relation_text,
)
from scenewright.scene.model import Relation, SourceSpan

if TYPE_CHECKING:
    import libcst as cst

__all__ = ["WrittenRelation", "relation_removal", "renamed", "written_relations"]

Follow = Callable[[str], str | None]
"""Old name -> new name, None where its instance is gone."""

_WEIGHTS = ("weight", "hard")
_NO_NAMES = ("axis", "along", "frame", "wall", "corner", "height", "kind", "type", "relation", *_WEIGHTS)


@dataclass(frozen=True, slots=True)
class WrittenRelation:
    """One relation in the text. `made`: the relations of the evaluated scene that it makes, one for each instance whose call
    runs it. Where ``relate`` gets text, `made` holds those of all its relations (`shared`)."""

    node: cst.BaseExpression
    made: tuple[Relation, ...]
    shared: bool = False


def written_relations(text: ProgramText, relations: Iterable[Relation]) -> list[WrittenRelation]:
    """The relations of a scene in its text, without computed ones."""
    import libcst as cst

    by_span: dict[SourceSpan, list[Relation]] = {}
    for relation in relations:
        if relation.span is not None:
            by_span.setdefault(relation.span, []).append(relation)
    found: list[WrittenRelation] = []
    for span, made in by_span.items():
        call = text.call_in_program(span)
        if call is None:
            continue
        if not (isinstance(call.func, cst.Name) and call.func.value == "relate"):
            found.append(WrittenRelation(call, tuple(made)))
            continue
        items = [item for arg in call.args if not arg.star for item in _items(arg.value)]
        found.extend(WrittenRelation(item, tuple(made), len(items) > 1) for item in items)
    return found


def _items(node: cst.BaseExpression) -> list[cst.BaseExpression]:
    """The relations that an argument of ``relate`` gives as text, tuples or dicts."""
    import libcst as cst

    if isinstance(node, (cst.List, cst.Tuple)):
        if node.elements and isinstance(node.elements[0].value, cst.SimpleString):
            return [node]
        return [item for element in node.elements for item in _items(element.value)]
    return [node] if isinstance(node, (cst.SimpleString, cst.Dict)) else []


# -- names ------------------------------------------------------------------------------------------------------------


def renamed(text: ProgramText, written: WrittenRelation, follow: Follow) -> list[Splice] | None:
    """Changes of the names in a relation; None where an instance that the relation needs is gone."""
    import libcst as cst

    node = written.node
    if isinstance(node, cst.SimpleString):
        return _renamed_text(text, node, follow)
    splices: list[Splice] = []
    for slot in _slots(node):
        if isinstance(slot, tuple):
            gone, changes = _renamed_names(text, slot, follow)
            if gone and len(gone) == len(slot):
                return None
            left = [n for n in slot if not any(n is g for g in gone)]
            if gone and len(left) == 2 and _arguments(node)[0] == "aligned":
                splices.append(_listed(text, slot, left, changes))  # two names without a list are a and b
                continue
            splices.extend(changes)
            splices.extend(_taken_out(text, node, gone))
        elif isinstance(slot, (cst.List, cst.Tuple, cst.Set)):
            gone, changes = _renamed_names(text, [e.value for e in slot.elements], follow)
            if gone and len(gone) == len(slot.elements):
                return None
            splices.extend(changes)
            leaving = [e for e in slot.elements if any(e.value is g for g in gone)]
            splices.extend(text.removed_from_list(leaving, slot.elements))
        else:
            gone, changes = _renamed_names(text, [slot], follow)
            if gone:
                return None
            splices.extend(changes)
    return splices


def _renamed_names(
    text: ProgramText, names: Iterable[cst.BaseExpression], follow: Follow
) -> tuple[list[cst.BaseExpression], list[Splice]]:
    """The names whose instances are gone, and changes of the other names."""
    import libcst as cst

    gone: list[cst.BaseExpression] = []
    splices: list[Splice] = []
    for node in names:
        if not isinstance(node, cst.SimpleString):
            continue
        new = follow(text_of(node))
        if new is None:
            gone.append(node)
        elif new != text_of(node):
            splices.append(Splice(*text.span(node), python_string(new)))
    return gone, splices


def _listed(
    text: ProgramText, slot: Sequence[cst.BaseExpression], left: Sequence[cst.BaseExpression], changes: Sequence[Splice]
) -> Splice:
    """Change names without a list to a list of the remaining names."""
    shown = []
    for node in left:
        start, end = text.span(node)
        shown.append(next((c.text for c in changes if (c.start, c.end) == (start, end)), text.data[start:end].decode()))
    return Splice(text.span(slot[0])[0], text.span(slot[-1])[1], f"[{', '.join(shown)}]")


def _taken_out(text: ProgramText, relation: cst.BaseExpression, gone: Iterable[cst.BaseExpression]) -> list[Splice]:
    """Changes that remove names without a list from a relation."""
    import libcst as cst

    if isinstance(relation, cst.Call):
        return text.removed_from_list([a for a in relation.args if any(a.value is g for g in gone)], relation.args)
    if isinstance(relation, (cst.List, cst.Tuple)):
        leaving = [e for e in relation.elements if any(e.value is g for g in gone)]
        return text.removed_from_list(leaving, relation.elements)
    return []


def _slots(node: cst.BaseExpression) -> list[cst.BaseExpression | tuple[cst.BaseExpression, ...]]:
    """The arguments of a relation that hold names; a tuple: several names without a list."""
    kind, plain, named = _arguments(node)
    if kind is None:
        return [*plain, *(value for key, value in named.items() if key not in _NO_NAMES)]
    try:
        reading = read_arguments(kind, [_given(v) for v in plain], {k: _given(v) for k, v in named.items()})
    except ProgramError:
        return [*plain, *(value for key, value in named.items() if key not in _NO_NAMES)]
    found: list[cst.BaseExpression | tuple[cst.BaseExpression, ...]] = []
    for name in (*KINDS[kind].names, "wall"):
        value = reading.values.get(name)
        if isinstance(value, tuple):
            alone = [g.value for g in value if g.looks is not Looks.LIST]
            found.append(tuple(alone))
            found.extend(g.value for g in value if g.looks is Looks.LIST)
        elif value is not None and _written(value) and not (name == "wall" and wall_named(value.text or "")):
            found.append(value.value)
    return found


def _written(given: Given) -> bool:
    """Whether an argument is written in the text, and not implied."""
    return not isinstance(given.value, (str, float, int, type(None)))


def _arguments(
    node: cst.BaseExpression,
) -> tuple[str | None, list[cst.BaseExpression], dict[str, cst.BaseExpression]]:
    """Kind of a relation, and its positional and keyword arguments. The kind is None where it or an argument is computed."""
    import libcst as cst

    if isinstance(node, cst.Call):
        kind = node.func.value if isinstance(node.func, cst.Name) and node.func.value in KINDS else None
        args = [a for a in node.args if not a.star]
        plain = [a.value for a in args if a.keyword is None]
        named = {a.keyword.value: a.value for a in args if a.keyword is not None and a.keyword.value not in _WEIGHTS}
        return (kind if len(args) == len(node.args) else None), plain, named
    if isinstance(node, (cst.List, cst.Tuple)):
        values = [e.value for e in node.elements]
        texts = [text_of(v) if isinstance(v, cst.SimpleString) else None for v in values]
        at = kind_place(texts)
        if at is None:
            return None, values, {}
        return plain_kind(str(texts[at])), [*values[:at], *values[at + 1 :]], {}
    if isinstance(node, cst.Dict):
        pairs = {
            text_of(e.key): e.value
            for e in node.elements
            if isinstance(e, cst.DictElement) and isinstance(e.key, cst.SimpleString)
        }
        said = next((pairs[k] for k in ("kind", "type", "relation") if k in pairs), None)
        kind = plain_kind(text_of(said)) if isinstance(said, cst.SimpleString) else None
        named = {k: v for k, v in pairs.items() if k not in (*_WEIGHTS, "kind", "type", "relation")}
        return (kind if len(pairs) == len(node.elements) else None), [], named
    return None, [], {}


def _given(node: cst.BaseExpression) -> Given:
    """An argument in the text with its kind, for the forms to read."""
    import libcst as cst

    if isinstance(node, cst.SimpleString):
        return Given(node, Looks.NAME, text_of(node))
    if isinstance(node, (cst.Integer, cst.Float, cst.UnaryOperation, cst.BinaryOperation)):
        return Given(node, Looks.NUMBER)
    if isinstance(node, cst.ListComp | cst.SetComp | cst.GeneratorExp):
        return Given(node, Looks.LIST)
    if isinstance(node, (cst.List, cst.Tuple, cst.Set)):
        items = tuple(_given(e.value) for e in node.elements)
        figures = bool(items) and all(i.looks is Looks.NUMBER for i in items)
        return Given(node, Looks.NUMBERS if figures else Looks.LIST, None, items)
    if isinstance(node, cst.Name) and node.value in ("None", "True", "False"):
        return Given(node, Looks.OTHER)
    return Given(node, Looks.NAME)


def _renamed_text(text: ProgramText, node: cst.SimpleString, follow: Follow) -> list[Splice] | None:
    said = text_of(node)
    read = read_relation_text(said)
    if read is None:
        return []
    wanted = read.renamed(follow)
    if wanted is None:
        return None
    if wanted == read:
        return []
    changed = said
    for old, new in read.pairs(wanted):
        pieces = re.split(rf"(?<![\w/\]]){re.escape(old)}(?![\w/\[])", changed, maxsplit=1)
        changed = new.join(pieces)
    if read_relation_text(changed) != wanted:
        changed = str(wanted)
    return [Splice(*text.span(node), python_string(changed))]


# -- taking relations out ---------------------------------------------------------------------------------------------


def relation_removal(text: ProgramText, nodes: Iterable[cst.BaseExpression]) -> list[Splice]:
    """Changes that remove relations from the text. Relations that are computed or made in a loop stay."""
    import libcst as cst

    splices: list[Splice] = []
    pending = list(nodes)
    while pending:
        held: dict[cst.CSTNode, list[cst.CSTNode]] = {}
        for node in pending:
            element = text.parent(node)
            holder = None if element is None else text.parent(element)
            if element is not None and holder is not None:
                held.setdefault(holder, []).append(element)
        pending = []
        for holder, gone in held.items():
            if isinstance(holder, (cst.List, cst.Tuple)):
                if len(gone) == len(holder.elements) and _in_relate(text, holder):
                    pending.append(holder)
                else:
                    splices.extend(text.removed_from_list(gone, holder.elements))
            elif isinstance(holder, cst.Call) and _is_relate(holder):
                whole = len(gone) == len(holder.args) and _may_go(text, holder)
                taken = [Splice(*text.statement_span(holder), "")] if whole else None
                splices.extend(taken or text.removed_from_list(gone, holder.args))
    return splices


def _is_relate(node: cst.CSTNode | None) -> bool:
    import libcst as cst

    return isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value == "relate"


def _in_relate(text: ProgramText, listed: cst.CSTNode) -> bool:
    import libcst as cst

    element = text.parent(listed)
    if not isinstance(element, (cst.Arg, cst.Element)) or (isinstance(element, cst.Arg) and element.star):
        return False
    holder = text.parent(element)
    return _is_relate(holder) or (isinstance(holder, (cst.List, cst.Tuple)) and _in_relate(text, holder))


def _may_go(text: ProgramText, call: cst.Call) -> bool:
    """Whether a call is a statement whose lines can be removed: they hold nothing else, and its block does not become empty."""
    import libcst as cst

    block = next((n for n in text.ancestors(call) if isinstance(n, (cst.IndentedBlock, cst.Module))), None)
    return isinstance(text.parent(call), cst.Expr) and text.is_alone(call) and block is not None and len(block.body) > 1
