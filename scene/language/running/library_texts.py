"""Finds the libraries that a program imports, before anything runs: asks the host for the text of each, and checks it like the program.

The confined child does this. It reads no file: the host answers (:mod:`scenewright.scene.language.running.library_shelf`).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from scenewright.scene.errors import BudgetError, ConfinementError, ProgramError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running.policy_names import is_library_name

__all__ = ["Read", "imported_libraries", "read_libraries"]

Read = Callable[[str, Budgets], ast.Module]
"""Parses a text, and checks it where it is to be checked."""


def imported_libraries(tree: ast.Module) -> dict[str, int]:
    """The libraries that a text imports, each with the first line that does."""
    found: dict[str, int] = {}
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module is not None and not node.level:
            names = [node.module]
        for name in filter(is_library_name, names):
            found[name] = min(node.lineno, found.get(name, node.lineno))  # type: ignore[attr-defined]
    return dict(sorted(found.items(), key=lambda item: item[1]))


def read_libraries(
    source: str, tree: ast.Module, ask: Callable[[dict[str, Any]], Mapping[str, Any]], read: Read, budgets: Budgets
) -> dict[str, str]:
    """The texts of all libraries that a program needs, by name.

    Args:
        source: the program, and `tree`: its syntax tree.
        ask: asks the host.
        read: parses and checks the text of a library.
        budgets: program and libraries share the budget of the source.

    Raises:
        PolicyError: there is no such library, or it holds a refused construct. ProgramError: libraries import each other in a circle, or
            one cannot be read. BudgetError: there are too many, or they are too long. `line` and `library` say where.
    """
    reading = _Reading(ask, read, budgets, len(source.encode("utf-8", "surrogatepass")))
    reading.follow(tree, ())
    return reading.texts


class _Reading:
    def __init__(
        self, ask: Callable[[dict[str, Any]], Mapping[str, Any]], read: Read, budgets: Budgets, taken: int
    ) -> None:
        self.texts: dict[str, str] = {}
        self._ask = ask
        self._read = read
        self._budgets = budgets
        self._taken = taken

    def follow(self, tree: ast.Module, chain: tuple[str, ...]) -> None:
        """Read what `tree` imports. `chain`: the libraries that led to it, outermost first."""
        for name, line in imported_libraries(tree).items():
            with _standing(line, chain[-1] if chain else None):
                if name in chain:
                    circle = " -> ".join((*chain[chain.index(name) :], name))
                    raise ProgramError(
                        f"libraries import each other in a circle: {circle}. Move what they share into a library of its own",
                        kind="library",
                    )
                if name in self.texts:
                    continue
                text = self._text(name)
            with _standing(None, name):
                inner = self._read(text, self._budgets)
            self.texts[name] = text
            self.follow(inner, (*chain, name))

    def _text(self, name: str) -> str:
        if len(self.texts) >= self._budgets.libraries:
            raise BudgetError(
                f"the program and its libraries import more than {self._budgets.libraries} libraries: join some of them",
                kind="libraries",
            )
        text = self._ask({"ask": "library", "name": name}).get("text")
        if not isinstance(text, str):
            raise ConfinementError("the host gave no text of a library", kind="wire")
        self._taken += len(text.encode("utf-8", "surrogatepass"))
        if self._taken > self._budgets.source_bytes:
            raise BudgetError(
                f"the program and its libraries are longer than {self._budgets.source_bytes:,} bytes together: import less",
                kind="source",
            )
        return text


@contextmanager
def _standing(line: int | None, library: str | None) -> Iterator[None]:
    """Errors in the block stand in this line, or in their own, of a library; None: of the program."""
    try:
        yield
    except ProgramError as error:
        error.library = library
        error.line = error.line if line is None else line
        raise
