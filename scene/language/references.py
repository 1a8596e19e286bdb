"""References in a program's text (``relate``, ``adjust``) that follow what an edit renames, or go with what it deletes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from scene.language.build import named_rows
from scene.language.program_text import ProgramText, Splice, python_string
from scene.model import Scene, SourceSpan
from scene.paths import normalise, resolve

if TYPE_CHECKING:
    import libcst as cst

__all__ = ["reference_splices", "relation_removal"]


def reference_splices(
    text: ProgramText, old: Scene, new: Scene, path_map: Mapping[str, str | None], untouchable: Sequence[Splice] = ()
) -> list[Splice]:
    """Changes to the literals of relations and adjusts so that each means the instance that it meant.

    Args:
        text: the text before the edit; what comes back is to be spliced into it together with the edit's own changes.
        old: the scene of `text`, from which each literal's meaning is read.
        new: the scene after the edit's own changes, in which a literal must mean the same.
        path_map: old full path -> new full path, None where it is gone.
        untouchable: the edit's own changes; what lies inside them is theirs.
    """
    import libcst as cst

    splices: list[Splice] = []
    gone: list[cst.Call] = []
    scopes_of: dict[SourceSpan, set[str]] = {}
    for relation in old.relations:
        if relation.span is not None:
            scopes_of.setdefault(relation.span, set()).add(relation.scope or "")
    for span, scopes in scopes_of.items():
        call = text.call_at(span)
        if call is None:
            continue
        for literal in _literals(call):
            change = _followed(old, new, path_map, _value(literal), sorted(scopes))
            if change == "":
                if not _drop_item(text, literal, splices) and call not in gone:
                    gone.append(call)
            elif change is not None:
                splices.append(Splice(*text.span(literal), python_string(change)))
    splices.extend(s for call in gone for s in relation_removal(text, call))
    for call in text.calls_named("adjust"):
        arg = text.argument(call, ("path",), 0)
        if arg is None or not isinstance(arg.value, cst.SimpleString):
            continue
        change = _followed(old, new, path_map, _value(arg.value), [""])
        if change == "":
            splices.append(Splice(*text.statement_span(call), ""))
        elif change is not None:
            splices.append(Splice(*text.span(arg.value), python_string(change)))
    free = [s for s in splices if not any(u.start < s.end and s.start < u.end for u in untouchable)]
    return _outermost(list({(s.start, s.end): s for s in free}.values()))


def _outermost(splices: list[Splice]) -> list[Splice]:
    return [s for s in splices if not any(o is not s and o.start <= s.start and s.end <= o.end for o in splices)]


def _followed(
    old: Scene, new: Scene, path_map: Mapping[str, str | None], literal: str, scopes: list[str]
) -> str | None:
    """The literal that means in the new scene what `literal` meant; None to leave it, '' where what it meant is gone."""
    wanted: list[tuple[str, list[str]]] = []
    meant_any = False
    for scope in scopes:
        rows = named_rows(old, literal, old._path_index.get(scope, -1) if scope else -1)
        meant_any = meant_any or bool(rows)
        here = path_map.get(scope, scope) if scope else ""
        if here is None:
            continue
        wanted.append((here, [p for r in rows if (p := path_map.get(old.paths[r], old.paths[r])) is not None]))
    if not meant_any or not wanted:
        return None
    if all(not paths for _, paths in wanted):
        return ""
    depth = normalise(literal).count("/") + 1
    targets = {p for _, paths in wanted for p in paths}
    candidates = [literal]
    if len(targets) == 1:
        segments = next(iter(targets)).split("/")
        candidates += ["/".join(segments[-k:]) for k in range(depth, len(segments) + 1)]
        candidates += ["/".join(segments[-k:]) for k in range(1, min(depth, len(segments)))]
    for candidate in candidates:
        if all(_means(new, candidate, scope, paths) for scope, paths in wanted):
            return None if candidate == literal else candidate
    return None


def _means(scene: Scene, literal: str, scope: str, paths: list[str]) -> bool:
    rows = named_rows(scene, literal, scene._path_index.get(scope, -1) if scope else -1)
    return [scene.paths[r] for r in rows] == paths or (
        not scope and [scene.paths[r] for r in resolve(scene, literal)] == paths
    )


def _literals(call: cst.Call) -> list[cst.SimpleString]:
    """Plain string literals among the arguments of a relation, also inside its lists."""
    import libcst as cst

    found: list[cst.SimpleString] = []
    for arg in call.args:
        if arg.keyword is not None and arg.keyword.value in ("axis", "frame", "wall"):
            continue
        stack = [arg.value]
        while stack:
            node = stack.pop()
            if isinstance(node, cst.SimpleString):
                found.append(node)
            elif isinstance(node, (cst.List, cst.Tuple, cst.Set)):
                stack.extend(e.value for e in reversed(node.elements))
    return found


def _drop_item(text: ProgramText, literal: cst.SimpleString, splices: list[Splice]) -> bool:
    """Takes a literal out of a list of items; False where it stands alone, so that the relation itself must go."""
    import libcst as cst

    element = text.parent(literal)
    listed = text.parent(element) if isinstance(element, cst.Element) else None
    if not isinstance(listed, (cst.List, cst.Tuple, cst.Set)) or len(listed.elements) < 2:
        return False
    assert element is not None
    splices.append(text.remove_from_list(element, list(listed.elements)))
    return True


def relation_removal(text: ProgramText, call: cst.Call) -> list[Splice]:
    """Changes that take one relation out of its ``relate(...)``; none where it is made in a loop."""
    import libcst as cst

    arg = text.parent(call)
    relate = text.parent(arg) if isinstance(arg, cst.Arg) else None
    if not isinstance(relate, cst.Call) or not isinstance(relate.func, cst.Name) or relate.func.value != "relate":
        return []
    assert arg is not None
    if len(relate.args) == 1 and isinstance(text.parent(relate), cst.Expr):
        block = next((n for n in text.ancestors(relate) if isinstance(n, (cst.IndentedBlock, cst.Module))), None)
        line = next(n for n in text.ancestors(relate) if isinstance(n, cst.SimpleStatementLine))
        if block is not None and len(block.body) > 1 and len(line.body) == 1:
            start, end = text.statement_span(relate)
            return [Splice(start, end, "")]
    return [text.remove_from_list(arg, list(relate.args))]


def _value(node: cst.CSTNode) -> str:
    import libcst as cst

    assert isinstance(node, cst.SimpleString)
    value = node.evaluated_value
    return value if isinstance(value, str) else value.decode()
