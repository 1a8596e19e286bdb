"""Where a program states the size of its room, and the program with another one.

A side is a number in the call of ``room``, or the one number that a name at the top of the program is given, which the call uses. The page
has the same rule in ``roomSize.ts``.
"""

from __future__ import annotations

import ast

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing.program_text import ProgramText, Splice, format_length
from scenewright.scene.model import SourceSpan

__all__ = ["ROOM_SIDES", "room_call", "with_room_side"]

ROOM_SIDES = ("width", "depth", "height")


def with_room_side(source: str, span: SourceSpan | None, side: str, metres: float) -> tuple[str, int, str, str]:
    """The program in which one side of the room has another length.

    Args:
        span: of the call that made the room.
        side: one of :data:`ROOM_SIDES`.

    Returns:
        The text, the line that changed, and the number in it before and after.

    Raises:
        EditError: the program does not state the side as a number; the message says where it is to be changed.
    """
    text = ProgramText(source)
    tree = ast.parse(text.data.decode())
    call = room_call(tree, span)
    given = None if call is None else _argument(call, side)
    number = _stated(tree, given.id) if isinstance(given, ast.Name) else given
    if call is None or number is None or not _is_number(number):
        line = "" if call is None else f" in line {call.lineno}"
        raise EditError(f"the program does not state the {side} of its room as a number: change it{line} by hand")
    start = text.offset(number.lineno, number.col_offset)
    end = text.offset(number.end_lineno or number.lineno, number.end_col_offset or 0)
    old, new = text.data[start:end].decode(), format_length(round(metres, 3))
    return text.spliced([Splice(start, end, new)]), number.lineno, old, new


def room_call(tree: ast.Module, span: SourceSpan | None) -> ast.Call | None:
    """The call that makes the room of a program; None where it is not clear which one does."""
    calls = [
        n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "room"
    ]
    if span is not None:
        within = [c for c in calls if span.line <= c.lineno <= span.end_line]
        calls = within or calls
    return calls[0] if len(calls) == 1 else None


def _argument(call: ast.Call, side: str) -> ast.expr | None:
    if any(isinstance(arg, ast.Starred) for arg in call.args) or any(k.arg is None for k in call.keywords):
        return None
    named = next((k.value for k in call.keywords if k.arg == side), None)
    at = ROOM_SIDES.index(side)
    return named if named is not None else call.args[at] if at < len(call.args) else None


def _stated(tree: ast.Module, name: str) -> ast.expr | None:
    """The number that the one assignment of a name, at the top of the program, gives it."""
    stored = [n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Store)]
    if len(stored) != 1:
        return None
    for statement in tree.body:
        if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
            continue
        target, value = statement.targets[0], statement.value
        if target is stored[0]:
            return value
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
            for one, its in zip(target.elts, value.elts, strict=True):
                if one is stored[0]:
                    return its
    return None


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)
