"""Imports of language names that an edit needs in a program which imports only some of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass

from scenewright.scene.language import __all__ as LANGUAGE_NAMES
from scenewright.scene.language.running import EDITOR_MODULES, LANGUAGE_MODULES

__all__ = ["ImportedNames", "language_calls"]

_MODULES = LANGUAGE_MODULES | {name for name, meant in EDITOR_MODULES.items() if meant in LANGUAGE_MODULES}
_NAMES = frozenset(LANGUAGE_NAMES)
_CALLED = re.compile(r"\b([a-z_]+)\(")
_STAR = re.compile(rf"^from[ \t]+(?:{'|'.join(map(re.escape, sorted(_MODULES)))})[ \t]+import[ \t]+\*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ImportedNames:
    """The language names that a program imports. `bound`: the names, None for the whole language. `module`: the module that it
    imports them from; `line`: the line of its last such import."""

    bound: frozenset[str] | None
    module: str = ""
    line: int = 0

    @classmethod
    def of(cls, source: str) -> ImportedNames:
        if _STAR.search(source):  # nearly every program begins so, and large programs are slow to parse
            return cls(None)
        tree = ast.parse(source)
        imports = [
            (n, module)
            for n in tree.body
            if isinstance(n, ast.Import | ast.ImportFrom) and (module := _language_module(n)) is not None
        ]
        if not imports or any(alias.name == "*" for n, _ in imports for alias in n.names):
            return cls(None)
        bound: set[str] = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
                bound.add(node.id)
            elif isinstance(node, ast.FunctionDef | ast.ClassDef):
                bound.add(node.name)
            elif isinstance(node, ast.alias):
                bound.add(node.asname or node.name)
        last, module = imports[-1]
        return cls(frozenset(bound), module, last.end_lineno or last.lineno)

    def missing(self, called: frozenset[str]) -> str | None:
        """The import statement that a program needs to call these names of the language; None where it needs none."""
        names = [] if self.bound is None else sorted(called - self.bound)
        return f"from {self.module} import {', '.join(names)}" if names else None


def language_calls(pieces: Iterable[str]) -> frozenset[str]:
    """The names of the language that some pieces of text call."""
    return frozenset(name for text in pieces for name in _CALLED.findall(text)) & _NAMES


def _language_module(node: ast.Import | ast.ImportFrom) -> str | None:
    if isinstance(node, ast.ImportFrom):
        return node.module if node.module in _MODULES else None
    return next((alias.name for alias in node.names if alias.name in _MODULES), None)
