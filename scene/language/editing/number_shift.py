"""Adds a number to a numeric expression of a program's text, with the least change of the text.

Works on the expression's own text with :mod:`ast`: no concrete syntax tree of the whole program is needed.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

__all__ = ["Shift", "gap_tokens", "literal_number", "parse_piece", "shifted_text", "span_in", "trimmed"]

_GAP_TOKEN = re.compile(rb"#[^\r\n]*|[^\s\\]")
_LINE = re.compile(rb"\r\n|\n|\r")
_LOOSE = (ast.IfExp, ast.Lambda, ast.BoolOp, ast.Compare, ast.NamedExpr, ast.GeneratorExp)
_BITWISE = (ast.BitAnd, ast.BitOr, ast.BitXor, ast.LShift, ast.RShift)


@dataclass(frozen=True, slots=True)
class Shift:
    """Bytes [start, end) of an expression's text become `text`, which adds `by` to its value."""

    start: int
    end: int
    text: str
    by: float


def shifted_text(data: bytes, delta: float, decimals: int) -> Shift | None:
    """The change that adds `delta` to a numeric expression; None where it would change nothing.

    A number is rewritten; in ``expr + number`` or ``expr - number`` the last number changes; any other expression gets
    `` + d``. Names are never replaced by numbers. The written number has at most `decimals` decimals, so the value
    grows by ``Shift.by``, which is `delta` apart from rounding.

    Args:
        data: the expression with the parentheses around it, UTF-8.
    """
    if abs(delta) < 0.5 * 10**-decimals:
        return None
    # in parentheses line ends are ignored, and `x := 1` parses
    piece = b"(" + data + b"\n)"
    tree = parse_piece(piece)

    def shift(start: int, end: int, text: str, by: float) -> Shift:
        return Shift(start - 1, end - 1, text, by)

    start, end = span_in(piece, tree)
    value = literal_number(tree)
    if value is not None:
        if isinstance(tree, ast.UnaryOp):  # '(-1)' becomes '0.5', not '(0.5)'
            start, end = 1, 1 + len(data)
        written = _written(value + delta, decimals, piece[start:end].decode())
        return shift(start, end, written, float(written) - value)
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, (ast.Add, ast.Sub)):
        last = literal_number(tree.right)
        if last is not None:
            return shift(*_last_number_shifted(piece, tree, last, delta, decimals))
    text = data.decode()
    whole = len(data) == end - start  # no parentheses around it
    negated = isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.Not)
    bitwise = isinstance(tree, ast.BinOp) and isinstance(tree.op, _BITWISE)
    if (isinstance(tree, _LOOSE) or negated or bitwise) and whole:
        text = f"({text})"
    written = _written(abs(delta), decimals)
    grown = -float(written) if delta < 0 else float(written)
    return Shift(0, len(data), f"{text} {'-' if delta < 0 else '+'} {written}", grown)


def _last_number_shifted(
    piece: bytes, tree: ast.BinOp, last: float, delta: float, decimals: int
) -> tuple[int, int, str, float]:
    """``... + number`` with another number: start, end, text, and how much this adds to the sum."""
    left_end = span_in(piece, tree.left)[1]
    start, end = span_in(piece, tree.right)
    number_text = piece[start:end].decode()
    between = gap_tokens(piece, left_end, start)
    operator_at = next(at for at, token in between if token in b"+-")
    opened = [at for at, token in between if token == b"(" and at > operator_at]
    if opened:
        closed = [at for at, token in gap_tokens(piece, end, len(piece)) if token == b")"]
        start, end = opened[0], closed[len(opened) - 1] + 1
    sign = 1.0 if isinstance(tree.op, ast.Add) else -1.0
    total = sign * last + delta
    number = _written(abs(total), decimals, number_text)
    new_sign = -1.0 if total < 0.0 and float(number) != 0.0 else 1.0
    gap = piece[operator_at + 1 : start].decode()
    text = f"{'-' if new_sign < 0.0 else '+'}{gap}{number}"
    return operator_at, end, text, new_sign * float(number) - sign * last


def gap_tokens(data: bytes, start: int, end: int) -> list[tuple[int, bytes]]:
    """Offset and character of each token between two nodes of a syntax tree, without white space and comments."""
    found = ((m.start(), m[0]) for m in _GAP_TOKEN.finditer(data, start, end))
    return [(at, token) for at, token in found if not token.startswith(b"#")]


def parse_piece(piece: bytes) -> ast.expr:
    """The syntax tree of one expression."""
    return ast.parse(piece.decode(), mode="eval").body


def span_in(piece: bytes, node: ast.expr) -> tuple[int, int]:
    """Byte offsets [start, end) in `piece` of a node of its syntax tree, without the parentheses around it."""
    end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
    if end_line == 1:
        return node.col_offset, end_column
    starts = [0, *(m.end() for m in _LINE.finditer(piece))]
    return starts[node.lineno - 1] + node.col_offset, starts[end_line - 1] + end_column


def literal_number(node: ast.expr) -> float | None:
    """The value of a number literal, with its sign."""
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return float(node.value)  # type: ignore[arg-type]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        inner = literal_number(node.operand)
        if inner is not None:
            return -inner if isinstance(node.op, ast.USub) else inner
    return None


def _written(value: float, decimals: int, like: str = "") -> str:
    return trimmed(f"{value:.{decimals}f}", keep_point="." in like or "e" in like.lower())


def trimmed(text: str, *, keep_point: bool = False) -> str:
    """The text of a number without trailing zeros."""
    text = text.rstrip("0").rstrip(".")
    if text in ("-0", ""):
        text = "0"
    return f"{text}.0" if keep_point and "." not in text else text
