"""Classifies a piece of Python from a model's reply: a whole program, a part of one, or something else."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from dataclasses import dataclass

from scenewright.scene.language import __all__ as LANGUAGE_NAMES
from scenewright.scene.replies.blocks import ends_in_the_middle, parse_python

__all__ = ["Piece", "read_piece", "speaks_the_language"]

_LANGUAGE_MODULES = frozenset({"helper", "scene.language", "scene", "scenewright.scene.language"})
_WORDS = re.compile(
    r"@\s*+register\b|\b(?:library_call|primitive_call|asset_call|splat_call|concat_shapes|transform_shape|place|room)\s*+\("
    r"|^[ \t]*+from[ \t]++(?:helper|scene\.language)[ \t]++import\b",
    re.MULTILINE,
)
_LEFT_OUT = re.compile(
    r"^\s*(?:\.\.\.|\u2026)|(?:\.\.\.|\u2026)$|\b(?:unchanged|as before|same as (?:above|before)|existing code|"
    r"rest of (?:the|your) (?:code|program|scene)|(?:code|program) continues|omitted)\b",
    re.IGNORECASE,
)
_SHAPES = frozenset(
    {"library_call", "primitive_call", "asset_call", "splat_call", "concat_shapes", "transform_shape", "place", "room"}
)
_NOTES = frozenset({"light", "camera", "environment", "relate", "adjust"})


@dataclass(frozen=True)
class Piece:
    """A piece of Python: what it defines, what it needs, and whether it is complete."""

    error: SyntaxError | None
    cut_off: bool
    speaks: bool  # it uses the Scene Language
    imports_language: bool
    entities: frozenset[str]  # the names it registers
    defines: frozenset[str]  # the names it defines at top level
    needs: frozenset[str]  # names it uses but never binds, and entities it calls by name but does not register
    defines_functions: bool  # at top level
    only_notes: bool  # nothing but light(), camera(), environment(), relate() and adjust()
    leaves_out: bool  # it omits code: a comment such as "the rest as before", or ... in place of code

    @property
    def whole(self) -> bool:
        return self.error is None and not self.cut_off

    @property
    def is_program(self) -> bool:
        """Whether it is a scene program by itself."""
        return self.whole and (bool(self.entities) or (self.imports_language and self.speaks))


def speaks_the_language(text: str) -> bool:
    """Whether text looks like a scene program, even if it does not parse."""
    return _WORDS.search(text) is not None


def read_piece(text: str, *, closed: bool = True) -> Piece:
    """Classify a piece of Python. `closed`: whether the model ended it; if not, it may be cut off between two statements."""
    tree = parse_python(text)
    if isinstance(tree, SyntaxError):
        nothing: frozenset[str] = frozenset()
        return Piece(
            error=tree,
            cut_off=ends_in_the_middle(text),
            speaks=speaks_the_language(text),
            imports_language=False,
            entities=nothing,
            defines=nothing,
            needs=nothing,
            defines_functions=False,
            only_notes=False,
            leaves_out=_says_so(text),
        )
    functions = {n.name: n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and _is_entity(n)}
    called_as = {phrase: name for name, f in functions.items() for phrase in _phrases(f)}
    bound, loaded = set(_bound(tree)), set(_loaded(tree))
    needs = {n for n in loaded if n not in bound and n not in LANGUAGE_NAMES and not hasattr(builtins, n)}
    needs |= set(_called(tree)) - functions.keys() - called_as.keys()
    imports = any(isinstance(n, ast.ImportFrom) and n.module in _LANGUAGE_MODULES for n in tree.body)
    return Piece(
        error=None,
        cut_off=not closed and _ends_early(functions, called_as, needs),
        speaks=imports or bool(functions) or not loaded.isdisjoint(_SHAPES),
        imports_language=imports,
        entities=frozenset(functions),
        defines=frozenset(_top_level(tree)),
        needs=frozenset(needs),
        defines_functions=any(isinstance(n, ast.FunctionDef | ast.ClassDef) for n in tree.body),
        only_notes=bool(tree.body) and all(_is_note(n) for n in tree.body),
        leaves_out=_says_so(text) or any(_is_ellipsis(n) for n in ast.walk(tree)),
    )


def _says_so(text: str) -> bool:
    """Whether a comment says that code is omitted."""
    comments = (line.partition("#")[2].strip() for line in text.split("\n") if "#" in line)
    return any(_LEFT_OUT.search(comment) is not None for comment in comments)


def _ends_early(functions: dict[str, ast.FunctionDef], called_as: dict[str, str], needs: set[str]) -> bool:
    """Whether a piece that parses but has no closing fence lacks something: a name, the return value of an entity, or the entity
    that contains the others."""
    if needs or not functions:
        return True
    if any(not _gives_something(f) for f in functions.values()):
        return True
    calls = {
        name: ({called_as.get(c, c) for c in _called(f)} | set(_loaded(f))) & functions.keys()
        for name, f in functions.items()
    }
    return not any(_reached(name, calls) >= functions.keys() for name in functions)


def _reached(start: str, calls: dict[str, set[str]]) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        new = calls[waiting.pop()] - reached
        reached |= new
        waiting += new
    return reached


def _is_entity(node: ast.FunctionDef) -> bool:
    for decorator in node.decorator_list:
        target = decorator.func if isinstance(decorator, ast.Call) else decorator
        name = target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")
        if name in ("register", "register_animation"):
            return True
    return False


def _phrases(function: ast.FunctionDef) -> Iterator[str]:
    """The names that `function` is registered under: the full phrase, and its part up to a semicolon, which published programs use."""
    for decorator in function.decorator_list:
        first = decorator.args[0] if isinstance(decorator, ast.Call) and decorator.args else None
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value
            yield first.value.partition(";")[0]


def _gives_something(function: ast.FunctionDef) -> bool:
    return any(isinstance(n, ast.Return | ast.Yield | ast.YieldFrom) for n in ast.walk(function))


def _bound(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.alias):
            yield (node.asname or node.name).split(".")[0]
        elif isinstance(node, ast.ExceptHandler) and node.name:
            yield node.name


def _loaded(tree: ast.AST) -> Iterator[str]:
    return (n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load))


def _called(tree: ast.AST) -> Iterator[str]:
    """The names of entities that are called by a constant string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and getattr(node.func, "id", "") in ("library_call", "place"):
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def _top_level(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.For | ast.With | ast.If | ast.Try):
            yield from (n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))


def _is_note(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and getattr(node.value.func, "id", "") in _NOTES
    )


def _is_ellipsis(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and node.value.value is ...
