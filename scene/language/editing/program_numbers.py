"""The number literals of a program's text, and a new text in which some of them are changed."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from scenewright.scene.language.editing.number_shift import literal_number, shifted_text
from scenewright.scene.language.editing.program_text import ProgramText, Splice

__all__ = ["Number", "ProgramNumbers"]

_COUNTS = frozenset({"range", "loop", "round", "seed", "islice"})
_PASSED_ON = frozenset({"enumerate", "zip", "reversed", "sorted", "list", "tuple"})
_STRUCTURAL = (ast.Pow, ast.Mod, ast.FloorDiv, ast.LShift, ast.RShift, ast.BitAnd, ast.BitOr, ast.BitXor)
_LOOPS = (ast.For, ast.AsyncFor, ast.While, ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.Lambda)
_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Number:
    """A number literal.

    `value`: with the sign that it has in its expression. `whole`: written without a point. `listed`: one of several in a
    list that has a name or that a loop goes through, so that it counts for some of the loop's results. `line` counts from
    1. `loops`: the function, or module, whose loops it is in; None where it is in no loop.
    """

    index: int
    value: float
    whole: bool
    listed: bool
    line: int
    loops: ast.AST | None
    node: ast.Constant
    carrier: ast.expr
    """The expression to rewrite: the literal with its sign, or the sum that ends with it."""


class ProgramNumbers:
    """Numbers of a text in the order of :mod:`ast`, which does not depend on their values.

    Left out are those that count or choose: subscripts, arguments of ``range`` and ``loop``, exponents, operands of comparisons,
    whole numbers that divide or stand beside pi, and plus and minus one in a list, which mean a side.
    """

    def __init__(self, source: str) -> None:
        self.text = ProgramText(source)
        self.tree = ast.parse(self.text.data.decode())
        self.parents: dict[ast.AST, ast.AST] = {}
        self.numbers: list[Number] = []
        order: list[ast.AST] = []
        stack: list[ast.AST] = [self.tree]
        while stack:
            node = stack.pop()
            order.append(node)
            below = list(ast.iter_child_nodes(node))
            self.parents.update(dict.fromkeys(below, node))
            stack.extend(reversed(below))
        for node in order:
            if isinstance(node, ast.Constant) and type(node.value) in (int, float):
                self._take(node)
        self._by_node: dict[ast.AST, Number] = {n.node: n for n in self.numbers}

    def at(self, node: ast.AST) -> Number | None:
        """The number of a node of the syntax tree."""
        return self._by_node.get(node)

    def changed(self, by: Mapping[int, float]) -> tuple[str, dict[int, float]]:
        """The text with an amount added to each number, by index, and the amounts that were really added: at most four
        decimals are written."""
        splices: list[Splice] = []
        added: dict[int, float] = {}
        for index, delta in by.items():
            start, end = self._span(self.numbers[index].carrier)
            shift = shifted_text(self.text.data[start:end], delta, _DECIMALS)
            if shift is not None:
                splices.append(Splice(start + shift.start, start + shift.end, shift.text))
                added[index] = shift.by
        return self.text.spliced(splices), added

    def line_of(self, index: int) -> str:
        """The line of the text that holds a number, stripped."""
        line = self.numbers[index].line
        start, end = self.text.offset(line, 0), self.text.line_end(line)
        return self.text.data[start:end].decode().strip()

    def _span(self, node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        return (
            self.text.offset(node.lineno, node.col_offset),
            self.text.offset(node.end_lineno, node.end_col_offset or 0),
        )

    def _take(self, node: ast.Constant) -> None:
        carrier: ast.expr = node
        parent = self.parents[node]
        while isinstance(parent, ast.UnaryOp) and isinstance(parent.op, (ast.USub, ast.UAdd)):
            carrier, parent = parent, self.parents[parent]
        value = literal_number(carrier)
        assert value is not None
        listed = self._is_listed(carrier)
        whole = isinstance(node.value, int)
        if self._counts(node, carrier, parent) or (listed and whole and abs(value) <= 1.0):
            return
        if isinstance(parent, ast.BinOp) and isinstance(parent.op, (ast.Add, ast.Sub)) and parent.right is carrier:
            value = -value if isinstance(parent.op, ast.Sub) else value
            carrier = parent
        loops = self._loops(parent)
        self.numbers.append(Number(len(self.numbers), value, whole, listed, node.lineno, loops, node, carrier))

    def _loops(self, node: ast.AST) -> ast.AST | None:
        inside = False
        while not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Module)):
            inside = inside or isinstance(node, _LOOPS)
            node = self.parents[node]
        outer: ast.AST = node
        while not isinstance(outer, ast.Module):
            outer = self.parents[outer]
            if isinstance(outer, (ast.FunctionDef, ast.AsyncFunctionDef)):
                return outer  # an inner function may run many times
        return node if inside else None

    def _counts(self, node: ast.Constant, carrier: ast.expr, parent: ast.AST) -> bool:
        if isinstance(parent, (ast.Subscript, ast.Slice, ast.Compare, ast.FormattedValue, ast.Assert)):
            return True
        if isinstance(parent, ast.BinOp):
            if isinstance(parent.op, _STRUCTURAL):
                return True
            other = parent.left if parent.right is carrier else parent.right
            if isinstance(node.value, int) and isinstance(parent.op, (ast.Mult, ast.Div)):
                if parent.right is carrier and isinstance(parent.op, ast.Div):
                    return True
                if any(isinstance(n, (ast.Name, ast.Attribute)) and _name(n) in ("pi", "tau") for n in ast.walk(other)):
                    return True
        child: ast.AST = carrier
        while not isinstance(parent, ast.stmt):
            if isinstance(parent, ast.Call) and child is not parent.func and _name(parent.func) in _COUNTS:
                return _name(parent.func) != "loop" or child is parent.args[0]
            if isinstance(parent, ast.Subscript) and child is parent.slice:
                return True
            child, parent = parent, self.parents[parent]
        return False

    def _is_listed(self, carrier: ast.expr) -> bool:
        child: ast.AST = carrier
        parent = self.parents[child]
        if not isinstance(parent, (ast.Tuple, ast.List)):
            return False
        above = self.parents[parent]
        if isinstance(above, ast.Assign) and any(isinstance(t, (ast.Tuple, ast.List)) for t in above.targets):
            return False  # W, D = 4.0, 3.0
        while isinstance(parent, (ast.Tuple, ast.List, ast.BinOp)) or (
            isinstance(parent, ast.Call) and _name(parent.func) in _PASSED_ON
        ):
            child, parent = parent, self.parents[parent]
        if isinstance(parent, (ast.For, ast.comprehension)):
            return child is parent.iter
        return isinstance(parent, (ast.Assign, ast.AnnAssign, ast.AugAssign))


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
