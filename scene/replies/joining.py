"""Joins a program with a later block: its definitions replace those of the same name, others are added."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from scenewright.scene.replies.blocks import parse_python

__all__ = ["Line", "join"]

Line = tuple[str, int]
"""A line of a program, and the line of the reply that it comes from."""


@dataclass(frozen=True)
class _Statement:
    start: int  # index of its first line, decorators included
    end: int  # one past its last line
    lead: int  # index of the first line after the previous statement, where this one's comments begin
    names: frozenset[str]
    is_import: bool
    is_text: bool  # a bare string, such as a docstring
    text: str


def join(base: list[Line], addition: list[Line], *, before_code: bool) -> list[Line] | None:
    """`base` with the statements of `addition`.

    A definition or assignment replaces that of the same names in `base`. A new import goes to the imports. Other statements
    go to the end or, with `before_code`, below the imports, where code of `base` can use them.

    Returns:
        The lines, or None if the result does not parse.
    """
    old, new = _statements(base), _statements(addition)
    if old is None or new is None:
        return None
    replaced: dict[tuple[int, int], list[Line]] = {}
    imports: list[Line] = []
    added: list[Line] = []
    present = {s.text for s in old}
    for statement in new:
        lines = addition[statement.start : statement.end]
        same = [s for s in old if s.names == statement.names and s.names and not s.is_import]
        if statement.is_import:
            if statement.text not in present:
                imports += lines
        elif same and (same[-1].start, same[-1].end) not in replaced:
            replaced[same[-1].start, same[-1].end] = lines
        else:
            added += addition[statement.lead : statement.end]
    import_end = _import_end(old)
    at_imports = imports + (added if before_code else [])
    result: list[Line] = []
    i = 0
    while i <= len(base):
        if i == import_end:
            result += at_imports
        span = next((s for s in replaced if s[0] == i), None)
        if span is not None:
            result += replaced[span]
            i = span[1]
            continue
        if i < len(base):
            result.append(base[i])
        i += 1
    if not before_code and added:
        if result and result[-1][0].strip() and added[0][0].strip():
            result.append(("", added[0][1]))
        result += added
    return None if isinstance(parse_python(_text(result)), SyntaxError) else result


def _text(lines: list[Line]) -> str:
    return "\n".join(line for line, _ in lines) + "\n"


def _import_end(statements: list[_Statement]) -> int:
    """The line index below the leading docstring and imports."""
    end = 0
    for number, statement in enumerate(statements):
        if not statement.is_import and not (number == 0 and statement.is_text):
            break
        end = statement.end
    return end


def _statements(lines: list[Line]) -> list[_Statement] | None:
    """The top-level statements. Statements on one line count as one without names. None if the code does not parse."""
    tree = parse_python(_text(lines))
    if isinstance(tree, SyntaxError):
        return None
    statements: list[_Statement] = []
    for node in tree.body:
        decorators = getattr(node, "decorator_list", [])
        start = min([node.lineno, *(d.lineno for d in decorators)]) - 1
        end = node.end_lineno or node.lineno
        names, is_import = _bound(node), isinstance(node, ast.Import | ast.ImportFrom)
        is_text = (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        )
        lead = statements[-1].end if statements else 0
        if statements and start < statements[-1].end:
            last = statements.pop()
            start, lead, names = last.start, last.lead, frozenset()
            is_import, is_text = is_import and last.is_import, False
        text = "\n".join(line.strip() for line, _ in lines[start:end])
        statements.append(_Statement(start, end, lead, names, is_import, is_text, text))
    return statements


def _bound(node: ast.stmt) -> frozenset[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return frozenset({node.name})
    targets: list[ast.expr] = []
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, ast.AnnAssign):
        targets = [node.target]
    parts = [p for t in targets for p in (t.elts if isinstance(t, ast.Tuple | ast.List) else [t])]
    if not all(isinstance(p, ast.Name) for p in parts):
        return frozenset()
    return frozenset(p.id for p in parts if isinstance(p, ast.Name))
