"""Cuts an entity function out of a program, with all that it needs, as the text of a library.

A program is read as blocks: its statements with the comments above them. A block is taken along if it gives a name that what is taken
needs: helper functions, constants, imports, other entities. What only the scene as a whole has (relations, lights, cameras) stays behind.
The lines are those of the program, byte for byte and in its order; only missing defaults of the function are filled in.
"""

from __future__ import annotations

import ast
import io
import symtable
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from scenewright.assets.header import registered_functions
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.language.running import LANGUAGE_MODULES, imported_libraries

__all__ = ["CannotCut", "CutEntity", "ProgramBlocks"]

_SCENE_CALLS = frozenset(
    ("relate", "light", "camera", "environment", "adjust", "print", "room", "concat_shapes", "place", "library_call")
)
"""Calls at the level of the module that say something of the scene as a whole, or nothing."""
_CALLERS = frozenset(("library_call", "place"))
"""Calls whose first argument names an entity."""
_NAME_KEYWORDS = frozenset(("func_name", "what"))


class CannotCut(Exception):
    """Why a function cannot stand alone."""


@dataclass(frozen=True)
class CutEntity:
    """An entity function as a library. `helpers`: names of the functions that came along; `filled`: parameters that got a default from a
    call of the program, as it is written there."""

    name: str
    text: str
    helpers: tuple[str, ...] = ()
    filled: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class _Block:
    """Statements that share lines. `start`, `end`: lines from 0, the end excluded."""

    start: int
    end: int
    statements: tuple[ast.stmt, ...]
    gives: frozenset[str]
    needs: frozenset[str]
    calls: frozenset[str]
    """Texts that name entities where they are called."""
    texts: frozenset[str]
    """All texts, of which some may name entities that a computed call means."""
    computed: bool
    """Whether a call computes the name of the entity."""
    always: bool
    """Imports that bring names which the text does not tell."""
    scene_only: bool

    @cached_property
    def functions(self) -> list[ast.FunctionDef]:
        return [s for s in self.statements if isinstance(s, ast.FunctionDef)]


class ProgramBlocks:
    """A program as blocks, from which functions are cut.

    Raises:
        CannotCut: it is no Python that can be read.
    """

    def __init__(self, source: str) -> None:
        text = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self._lines = _lines_of(text)
        try:
            self.tree = ast.parse(text)
            self.entities = {function.name: function for function in registered_functions(text)}
            self._blocks = [self._block(statements) for statements in _sharing_lines(self.tree.body)]
        except (AssetError, SyntaxError, ValueError, RecursionError) as error:
            raise CannotCut(f"the program cannot be read: {error}") from error
        self._of_phrase = {function.phrase: name for name, function in self.entities.items() if function.phrase}

    def cut(self, name: str, called: Iterable[str] = ()) -> CutEntity:
        """The library of one entity.

        Args:
            called: names of entities that its instances were seen to have inside.

        Raises:
            CannotCut: it needs arguments that no call of the program gives plainly, or a library of the user.
        """
        filled = self._missing_arguments(name)
        taken = self._closure({name, *(n for n in called if n in self.entities)}, filled.values())
        body = ast.Module([s for b in taken for s in b.statements], [])
        libraries = imported_libraries(body)
        if libraries:
            raise CannotCut(f"it is built with the library '{next(iter(libraries))}', without which it is none")
        text = self._text_of(taken, name, filled)
        if "# /// asset" in text:
            raise CannotCut("its text has a header of a catalogue object in it")
        helpers = tuple(f.name for b in taken for f in b.functions if f.name != name)
        return CutEntity(name, text, helpers, filled)

    def with_defaults(self, name: str, filled: Mapping[str, str]) -> str:
        """The whole program, with defaults for parameters of one function."""
        text = "".join(self._lines)
        return _with_defaults(text, name, filled) if filled else text

    # -- what belongs to it -------------------------------------------------------------------------------------------

    def _closure(self, names: set[str], defaults: Iterable[str]) -> list[_Block]:
        """The blocks that give these names, and what they need, in the order of the program."""
        wanted = set(names)
        for text in defaults:
            wanted |= {n.id for n in ast.walk(ast.parse(text, mode="eval")) if isinstance(n, ast.Name)}
        taken = {i for i, block in enumerate(self._blocks) if block.always}
        while True:
            more = {i for i, b in enumerate(self._blocks) if i not in taken and not b.scene_only and b.gives & wanted}
            if not more:
                return [self._blocks[i] for i in sorted(taken)]
            taken |= more
            chosen = [self._blocks[i] for i in taken]
            for block in chosen:
                wanted |= block.needs
                wanted |= {self._of_phrase.get(text, text) for text in block.calls}
            if any(block.computed for block in chosen):
                wanted |= {text for block in chosen for text in block.texts if text in self.entities}

    def _block(self, statements: Sequence[ast.stmt]) -> _Block:
        start = min(_first_line(s) for s in statements) - 1
        while start > 0 and self._lines[start - 1].startswith("#") and not self._lines[start - 1].startswith("#!"):
            start -= 1
        end = max(s.end_lineno or s.lineno for s in statements)
        first = min(_first_line(s) for s in statements) - 1
        gives, needs = _names("".join(self._lines[first:end]), statements)
        calls = list(_entity_calls(statements))
        return _Block(
            start,
            end,
            tuple(statements),
            frozenset(gives),
            frozenset(needs),
            frozenset(text for text in calls if text is not None),
            frozenset(text for s in statements for n in ast.walk(s) if (text := _text(n)) is not None),
            None in calls,
            all(_brings_all(s) for s in statements),
            all(_of_the_scene(s) for s in statements),
        )

    # -- its arguments ------------------------------------------------------------------------------------------------

    def _missing_arguments(self, name: str) -> dict[str, str]:
        """Defaults for parameters without one, from the first call that gives all of them as numbers, texts or constants."""
        function = self._definition(name)
        args = function.args
        positional = [*args.posonlyargs, *args.args]
        missing = [a.arg for a in positional[: len(positional) - len(args.defaults)]]
        missing += [a.arg for a, d in zip(args.kwonlyargs, args.kw_defaults, strict=True) if d is None]
        if not missing:
            return {}
        known = self._constants_before(function)
        for call in ast.walk(self.tree):
            given = _arguments(call, name, [a.arg for a in positional])
            if given is not None and all(p in given and _is_plain(given[p], known) for p in missing):
                return {p: ast.unparse(given[p]) for p in missing}
        raise CannotCut(f"it needs {', '.join(missing)}, which no call of the program gives as plain values")

    def _definition(self, name: str) -> ast.FunctionDef:
        found = [f for block in self._blocks for f in block.functions if f.name == name]
        if not found or name not in self.entities:
            raise CannotCut(f"the program registers no function '{name}'")
        return found[-1]

    def _constants_before(self, function: ast.FunctionDef) -> frozenset[str]:
        return frozenset(
            name
            for block in self._blocks
            if block.end <= function.lineno and not block.functions
            for name in block.gives
        )

    # -- its text -----------------------------------------------------------------------------------------------------

    def _text_of(self, taken: Sequence[_Block], name: str, filled: Mapping[str, str]) -> str:
        pieces: list[str] = []
        for before, block in zip([None, *taken], taken, strict=False):
            lines = "".join(self._lines[block.start : block.end])
            lines = lines if lines.endswith("\n") else f"{lines}\n"
            if filled and any(f.name == name for f in block.functions):
                lines = _with_defaults(lines, name, filled)
            gap = 0 if before is None else block.start - before.end if block.start >= before.end else 0
            apart = 2 if block.functions or (before is not None and before.functions) else min(gap, 1)
            pieces.append("\n" * (apart if before is not None else 0) + lines)
        return "".join(pieces)


def _sharing_lines(body: Sequence[ast.stmt]) -> Iterator[list[ast.stmt]]:
    """Statements in groups that have no line in common: ``a = 1; b = 2`` is one group."""
    group: list[ast.stmt] = []
    end = 0
    for statement in body:
        if group and _first_line(statement) > end:
            yield group
            group = []
        group.append(statement)
        end = statement.end_lineno or statement.lineno
    if group:
        yield group


def _lines_of(text: str) -> list[str]:
    """The lines as Python counts them: form feeds and Unicode separators end none."""
    return io.StringIO(text).readlines()


def _first_line(statement: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(d.lineno for d in decorators)])


def _names(text: str, statements: Sequence[ast.stmt]) -> tuple[set[str], set[str]]:
    """The names of the module that a block sets or changes, and those that it reads."""
    gives: set[str] = set()
    needs: set[str] = set()
    table = symtable.symtable(text, "program", "exec")
    for symbol in table.get_symbols():
        if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace():
            gives.add(symbol.get_name())
        if symbol.is_referenced():
            needs.add(symbol.get_name())
    waiting = list(table.get_children())
    while waiting:
        inner = waiting.pop()
        needs |= {s.get_name() for s in inner.get_symbols() if s.is_global()}
        waiting += inner.get_children()
    for statement in statements:
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
            gives |= set(_changed(statement))
    return gives, needs


def _changed(statement: ast.stmt) -> Iterator[str]:
    """Names whose values a statement changes in place: ``COLORS['leg'] = ...``, ``PARTS.append(...)``."""
    for node in ast.walk(statement):
        target: ast.expr | None = None
        if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            target = node.value
        elif (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Call)
            and isinstance(node.value.func, ast.Attribute)
        ):
            target = node.value.func.value
        while isinstance(target, ast.Subscript | ast.Attribute):
            target = target.value
        if isinstance(target, ast.Name):
            yield target.id


def _entity_calls(statements: Sequence[ast.stmt]) -> Iterator[str | None]:
    """What calls of entities name; None where the name is computed."""
    for statement in statements:
        for node in ast.walk(statement):
            if not (isinstance(node, ast.Call) and _called(node) in _CALLERS):
                continue
            named = [*node.args[:1], *(k.value for k in node.keywords if k.arg in _NAME_KEYWORDS)]
            for value in named:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield value.value
                elif not isinstance(value, ast.Call):  # a call gives a shape
                    yield None


def _called(call: ast.Call) -> str:
    function = call.func
    return (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )


def _text(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _brings_all(statement: ast.stmt) -> bool:
    """Whether it is an import of all names of a module of the language or of Python, or one from ``__future__``."""
    if not isinstance(statement, ast.ImportFrom):
        return False
    language = statement.module in LANGUAGE_MODULES or statement.module == "__future__"
    return language or (any(a.name == "*" for a in statement.names))


def _of_the_scene(statement: ast.stmt) -> bool:
    """Whether a statement says something of the scene as a whole, or is a note."""
    if not isinstance(statement, ast.Expr):
        return False
    value = statement.value
    return isinstance(value, ast.Constant) or (isinstance(value, ast.Call) and _called(value) in _SCENE_CALLS)


def _arguments(node: ast.AST, name: str, positional: Sequence[str]) -> dict[str, ast.expr] | None:
    """The arguments that a call hands to an entity; None if it is no call of it."""
    if not isinstance(node, ast.Call) or any(isinstance(a, ast.Starred) for a in node.args):
        return None
    given = {k.arg: k.value for k in node.keywords if k.arg is not None}
    if isinstance(node.func, ast.Name) and node.func.id == name:
        return given | dict(zip(positional, node.args, strict=False))
    named = [*node.args[:1], *(k.value for k in node.keywords if k.arg in _NAME_KEYWORDS)]
    if _called(node) in _CALLERS and any(isinstance(v, ast.Constant) and v.value == name for v in named):
        return given
    return None


def _is_plain(value: ast.expr, known: frozenset[str]) -> bool:
    """Whether an expression has the same value above the function: it is made of literals and constants that stand before it."""
    names = {n.id for n in ast.walk(value) if isinstance(n, ast.Name)}
    return names <= known and not any(isinstance(n, ast.Call | ast.Lambda | ast.NamedExpr) for n in ast.walk(value))


def _with_defaults(text: str, name: str, filled: Mapping[str, str]) -> str:
    """The lines of a function with defaults for its parameters. Those that it has stay: a parameter with one may not stand before one
    without, so all that are missing are given."""
    tree = ast.parse(text)
    function = [s for s in tree.body if isinstance(s, ast.FunctionDef) and s.name == name][-1]
    lines = [line.encode() for line in _lines_of(text)]
    arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    for argument in sorted(arguments, key=lambda a: (a.lineno, a.col_offset), reverse=True):
        if argument.arg in filled:
            row, column = (argument.end_lineno or argument.lineno) - 1, argument.end_col_offset or 0
            equals = " = " if argument.annotation is not None else "="
            lines[row] = lines[row][:column] + f"{equals}{filled[argument.arg]}".encode() + lines[row][column:]
    return b"".join(lines).decode()
