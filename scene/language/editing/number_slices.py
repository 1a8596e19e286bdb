"""Finds the numbers of a program's text that may decide the pose of an instance: a backward slice from its calls.

Names are followed through assignments, loops, lists that grow, helper functions and their arguments. The slice may
hold too many numbers, since its users try each one. It leaves out the numbers that build other things.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator

from scenewright.scene.language.editing.program_numbers import ProgramNumbers
from scenewright.scene.model import Scene, SourceSpan

__all__ = ["NumberSlices"]

_GATHERING = frozenset({"concat_shapes", "append", "extend", "insert", "list", "tuple"})
"""Calls that only collect shapes: one argument does not affect the pose of another."""
_LOOKS = frozenset({"color", "colour", "material", "z"})
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_SCOPES = (*_FUNCTIONS, *_COMPREHENSIONS, ast.Lambda)

_Key = tuple[ast.AST, str]
"""A name, with the function, comprehension or module that binds it."""


class NumberSlices:
    """Slices of one text."""

    def __init__(self, numbers: ProgramNumbers) -> None:
        self.numbers = numbers
        self.parents = numbers.parents
        self._calls: dict[tuple[int, int, int, int], ast.Call] = {}
        self._bound: dict[ast.AST, set[str]] = defaultdict(set)
        self._values: dict[_Key, list[ast.AST]] = defaultdict(list)
        self._loads: dict[_Key, list[ast.Name]] = defaultdict(list)
        every = list(ast.walk(numbers.tree))
        for node in every:
            self._index_bound(node)
        for node in every:
            self._index_values(node)

    def behind(self, scene: Scene, row: int) -> set[int]:
        """Indices of the numbers that may decide the pose of a node, in its parent or through an ancestor."""
        search = _Search(self)
        while row > 0:
            entity = scene.entity(row)
            for span in (entity.span, None if entity.place is None else entity.place.span):
                search.start(self._calls.get(_span_key(span)) if span is not None else None)
            row = int(scene.nodes.parent[row])
        return search.found

    def values(self, name: ast.Name) -> Iterable[ast.AST]:
        """The expressions that may be assigned to a name, and the helper functions that it calls."""
        return self._values.get(self.key(name, name.id), ())

    def loads(self, key: _Key) -> Iterable[ast.Name]:
        return self._loads.get(key, ())

    def key(self, node: ast.AST, name: str) -> _Key:
        """The binding that a name has at a node."""
        scope = self._scope(node)
        while name not in self._bound[scope] and not isinstance(scope, ast.Module):
            scope = self._scope(scope)
        return scope, name

    def _scope(self, node: ast.AST) -> ast.AST:
        node = self.parents[node]
        while not isinstance(node, (*_SCOPES, ast.Module)):
            node = self.parents[node]
        return node

    def _index_bound(self, node: ast.AST) -> None:
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            self._bound[self._scope(node)].add(node.id)
        elif isinstance(node, _FUNCTIONS):
            self._bound[self._scope(node)].add(node.name)
        elif isinstance(node, ast.arg):
            self._bound[self._scope(node)].add(node.arg)
        elif isinstance(node, ast.Call):
            key = (node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0)
            self._calls[key] = node

    def _index_values(self, node: ast.AST) -> None:
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name) and _gathers(node):
                self._values[self.key(node, node.func.value.id)] += node.args
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            self._loads[self.key(node, node.id)].append(node)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                self._bind(target, node.value)
        elif isinstance(node, (ast.AnnAssign, ast.AugAssign, ast.NamedExpr)):
            if node.value is not None:
                self._bind(node.target, node.value)
        elif isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
            self._bind(node.target, node.iter)
        elif isinstance(node, _FUNCTIONS):
            if not is_registered(node):
                self._values[self.key(node, node.name)].append(node)
            for argument, default in zip(reversed(node.args.args), reversed(node.args.defaults), strict=False):
                self._values[node, argument.arg].append(default)

    def _bind(self, target: ast.AST, value: ast.AST) -> None:
        pairs = isinstance(target, (ast.Tuple, ast.List)) and isinstance(value, (ast.Tuple, ast.List))
        if pairs and len(target.elts) == len(value.elts):  # type: ignore[attr-defined]
            for one, of_it in zip(target.elts, value.elts, strict=True):  # type: ignore[attr-defined]
                self._bind(one, of_it)
            return
        for node in ast.walk(target):
            if isinstance(node, ast.Name):
                self._values[self.key(node, node.id)].append(value)


class _Search:
    def __init__(self, slices: NumberSlices) -> None:
        self.slices = slices
        self.parents = slices.parents
        self.found: set[int] = set()
        self._taken: set[ast.AST] = set()
        self._climbed: set[ast.AST] = set()

    def start(self, call: ast.Call | None) -> None:
        if call is not None:
            self._take(call)
            self._climb(call)

    def _take(self, node: ast.AST) -> None:
        """Add everything that an expression is computed from."""
        if node in self._taken:
            return
        self._taken.add(node)
        for below in _without_looks(node):
            number = self.slices.numbers.at(below)
            if number is not None:
                self.found.add(number.index)
            elif isinstance(below, ast.Name) and isinstance(below.ctx, ast.Load):
                for value in self.slices.values(below):
                    self._take(value)

    def _climb(self, node: ast.AST) -> None:
        """Follow the value of an expression outward: calls that it is passed to, loops around it, and names that it is
        assigned to."""
        if node in self._climbed:
            return
        self._climbed.add(node)
        child, parent = node, self.parents[node]
        if isinstance(parent, ast.Attribute) and parent.attr in _GATHERING:
            return  # parts.append(...) passes the list to no function
        while not isinstance(parent, ast.stmt):
            if isinstance(parent, ast.Call) and child is not parent.func:
                if not _gathers(parent):
                    for argument in (*parent.args, *parent.keywords):
                        if argument is not child:
                            self._take(argument)
                elif isinstance(parent.func, ast.Attribute):
                    self._flow(parent.func.value)
            elif isinstance(parent, _COMPREHENSIONS):
                for generator in parent.generators:
                    self._take(generator.iter)
            child, parent = parent, self.parents[parent]
        if isinstance(parent, ast.Assign):
            for target in parent.targets:
                self._flow(target)
        elif isinstance(parent, (ast.AnnAssign, ast.AugAssign)):
            self._flow(parent.target)
        self._climb_statements(parent)

    def _climb_statements(self, statement: ast.AST) -> None:
        while not isinstance(statement, ast.Module):
            if isinstance(statement, (ast.For, ast.AsyncFor)):
                self._take(statement.iter)
            elif isinstance(statement, ast.While):
                self._take(statement.test)
            elif isinstance(statement, _FUNCTIONS):
                if not is_registered(statement):
                    for load in self.slices.loads(self.slices.key(statement, statement.name)):
                        self._climb(load)
                return
            statement = self.parents[statement]

    def _flow(self, target: ast.AST) -> None:
        """Add every use of a name that holds the value."""
        if isinstance(target, ast.Name):
            for load in self.slices.loads(self.slices.key(target, target.id)):
                self._climb(load)


def is_registered(function: ast.AST) -> bool:
    """Whether a function is an entity. Its instances are nodes of their own, whose calls are known."""
    assert isinstance(function, _FUNCTIONS)
    return any(isinstance(n, ast.Name) and "register" in n.id for d in function.decorator_list for n in ast.walk(d))


def _without_looks(node: ast.AST) -> Iterator[ast.AST]:
    """A node and all nodes below it, without arguments that only set its look."""
    if isinstance(node, ast.keyword) and node.arg in _LOOKS:
        return
    yield node
    for below in ast.iter_child_nodes(node):
        yield from _without_looks(below)


def _gathers(call: ast.Call) -> bool:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    return name in _GATHERING


def _span_key(span: SourceSpan) -> tuple[int, int, int, int]:
    return (span.line, span.column, span.end_line, span.end_column)
