"""Relations as they stand in a program's text: a constructor's call, or text, a tuple or a dict given to ``relate``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scene.language.program_text import ProgramText, Splice, python_string, text_of
from scene.language.relations import SIGNATURES, plain_kind, read_relation_text
from scene.model import Relation, SourceSpan

if TYPE_CHECKING:
    import libcst as cst

__all__ = ["WrittenRelation", "relation_removal", "renamed", "written_relations"]

Follow = Callable[[str], str | None]
"""The name that comes in the place of a name; None where what it means is gone."""

_NO_NAMES = ("axis", "frame", "wall", "height", "kind", "type", "relation")


@dataclass(frozen=True, slots=True)
class WrittenRelation:
    """One relation in the text. `made`: what the evaluated scene holds of it, one for each instance that it is said in;
    those of every relation of one ``relate`` where they are given as text (`shared`)."""

    node: cst.BaseExpression
    made: tuple[Relation, ...]
    shared: bool = False


def written_relations(text: ProgramText, relations: Iterable[Relation]) -> list[WrittenRelation]:
    """Where the relations of a scene stand in its text, as far as they are not computed."""
    import libcst as cst

    by_span: dict[SourceSpan, list[Relation]] = {}
    for relation in relations:
        if relation.span is not None:
            by_span.setdefault(relation.span, []).append(relation)
    found: list[WrittenRelation] = []
    for span, made in by_span.items():
        call = text.call_at(span)
        if call is None:
            continue
        if not (isinstance(call.func, cst.Name) and call.func.value == "relate"):
            found.append(WrittenRelation(call, tuple(made)))
            continue
        items = [item for arg in call.args if not arg.star for item in _items(arg.value)]
        found.extend(WrittenRelation(item, tuple(made), len(items) > 1) for item in items)
    return found


def _items(node: cst.BaseExpression) -> list[cst.BaseExpression]:
    """The relations that stand in an argument of ``relate`` as text, tuples or dicts."""
    import libcst as cst

    if isinstance(node, (cst.List, cst.Tuple)):
        if node.elements and isinstance(node.elements[0].value, cst.SimpleString):
            return [node]
        return [item for element in node.elements for item in _items(element.value)]
    return [node] if isinstance(node, (cst.SimpleString, cst.Dict)) else []


# -- names ------------------------------------------------------------------------------------------------------------


def renamed(text: ProgramText, written: WrittenRelation, follow: Follow) -> list[Splice] | None:
    """Changes of the names in a relation; None where an instance without which it says nothing is gone."""
    import libcst as cst

    node = written.node
    if isinstance(node, cst.SimpleString):
        return _renamed_text(text, node, follow)
    splices: list[Splice] = []
    for slot in _slots(node):
        if isinstance(slot, cst.SimpleString):
            new = follow(text_of(slot))
            if new is None:
                return None
            if new != text_of(slot):
                splices.append(Splice(*text.span(slot), python_string(new)))
        elif isinstance(slot, (cst.List, cst.Tuple, cst.Set)):
            gone = []
            for element in slot.elements:
                if isinstance(element.value, cst.SimpleString):
                    new = follow(text_of(element.value))
                    if new is None:
                        gone.append(element)
                    elif new != text_of(element.value):
                        splices.append(Splice(*text.span(element.value), python_string(new)))
            if gone and len(gone) == len(slot.elements):
                return None
            splices.extend(text.removed_from_list(gone, slot.elements))
    return splices


def _slots(node: cst.BaseExpression) -> list[cst.BaseExpression]:
    """The parts of a relation that hold names."""
    import libcst as cst

    if isinstance(node, cst.Call):
        args = [a for a in node.args if not a.star]
        signature = SIGNATURES.get(node.func.value) if isinstance(node.func, cst.Name) else None
        plain = [a.value for a in args if a.keyword is None]
        if signature is not None and len(args) == len(node.args):
            order = [n for n, _ in signature.parameters]
            if signature.many:  # its items may stand there without their list
                order = [*order[:1] * (len(plain) - len(order)), *order]
            plain = [v for v, n in zip(plain, order, strict=False) if n in signature.names]
        return [*plain, *(a.value for a in args if a.keyword is not None and a.keyword.value not in _NO_NAMES)]
    if isinstance(node, (cst.List, cst.Tuple)):
        values = [e.value for e in node.elements]
        kind = next((v for v in values[:2] if isinstance(v, cst.SimpleString) and plain_kind(text_of(v))), None)
        return [v for v in values if v is not kind]
    if isinstance(node, cst.Dict):
        pairs = [e for e in node.elements if isinstance(e, cst.DictElement)]
        return [e.value for e in pairs if not (isinstance(e.key, cst.SimpleString) and text_of(e.key) in _NO_NAMES)]
    return []


def _renamed_text(text: ProgramText, node: cst.SimpleString, follow: Follow) -> list[Splice] | None:
    said = text_of(node)
    read = read_relation_text(said)
    if read is None:
        return []
    kind, arguments = read
    names = [[n for n in a if isinstance(n, str)] if isinstance(a, (list, tuple)) else a for a in arguments]
    new: list[object] = []
    for name in names:
        if isinstance(name, list):
            kept = [f for n in name if (f := follow(n)) is not None]
            if name and not kept:
                return None
            new.append(kept)
        elif isinstance(name, str):
            followed = follow(name)
            if followed is None:
                return None
            new.append(followed)
        else:
            new.append(name)
    if new == names:
        return []
    changed = said
    for old, now in zip(names, new, strict=True):
        if isinstance(old, str) and old != now:
            pieces = re.split(rf"(?<![\w/\]]){re.escape(old)}(?![\w/\[])", changed, maxsplit=1)
            changed = str(now).join(pieces)
    if read_relation_text(changed) != (kind, new):
        changed = f"{kind}({', '.join(repr(n) for n in new)})"
    return [Splice(*text.span(node), python_string(changed))]


# -- taking relations out ---------------------------------------------------------------------------------------------


def relation_removal(text: ProgramText, nodes: Iterable[cst.BaseExpression]) -> list[Splice]:
    """Changes that take relations out of the text; one that is made in a loop or computed stays."""
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
    """Whether a call is a statement whose lines can be taken out: nothing else stands there, its block does not end up empty."""
    import libcst as cst

    block = next((n for n in text.ancestors(call) if isinstance(n, (cst.IndentedBlock, cst.Module))), None)
    return isinstance(text.parent(call), cst.Expr) and text.is_alone(call) and block is not None and len(block.body) > 1
