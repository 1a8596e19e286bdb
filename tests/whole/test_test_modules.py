"""How tests are written: short names, each once, nothing taken from other tests, and no private names."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from tests.support.locations import GOLDEN, QUERIES, REPOSITORY, TESTS

LONGEST = 60
"""Letters of a test's name, ``test_`` included."""


@lru_cache(maxsize=1)
def modules() -> dict[str, ast.Module]:
    """Syntax trees of all that stands under tests/ and is no scene program, by path below the repository."""
    programs = (GOLDEN, QUERIES / "scenes")
    files = (f for f in sorted(TESTS.rglob("*.py")) if not any(f.is_relative_to(p) for p in programs))
    return {f.relative_to(REPOSITORY).as_posix(): ast.parse(f.read_text(encoding="utf-8")) for f in files}


def named_tests(scope: ast.Module | ast.ClassDef, outer: str) -> Iterator[tuple[str, str]]:
    """(class or nothing, name) of each test."""
    for node in scope.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield outer, node.name
        elif isinstance(node, ast.ClassDef):
            yield from named_tests(node, node.name)


def imports_of(text: ast.Module) -> Iterator[tuple[str, str]]:
    """(module, name in it or nothing) of each absolute import, those inside of functions and of scripts for a child included."""
    for node in ast.walk(text):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "from tests." in node.value:
            yield from imports_of(parsed(node.value))


def parsed(script: str) -> ast.Module:
    """A string as a module, an empty one where it is none."""
    try:
        return ast.parse(script)
    except SyntaxError:
        return ast.Module([], [])


def is_test_module(module: str) -> bool:
    return module.startswith("tests.") and Path(*module.split(".")).name.startswith("test_")


def test_no_name_of_a_test_is_longer_than_sixty_letters() -> None:
    long = {f: [n for _, n in named_tests(t, "") if len(n) > LONGEST] for f, t in modules().items()}
    assert {f: names for f, names in long.items() if names} == {}


def test_no_name_of_a_test_stands_twice_in_a_file() -> None:
    twice = {f: [key for key, n in Counter(named_tests(t, "")).items() if n > 1] for f, t in modules().items()}
    assert {f: names for f, names in twice.items() if names} == {}


def test_no_test_module_is_imported() -> None:
    """What several need stands in tests/support/."""
    found = [
        f"{file}: {module} {name}".rstrip()
        for file, text in modules().items()
        for module, name in imports_of(text)
        if is_test_module(module) or is_test_module(f"{module}.{name}")
    ]
    assert found == []


def test_no_private_name_of_ours_is_imported() -> None:
    found = [
        f"{file}: {module} {name}".rstrip()
        for file, text in modules().items()
        for module, name in imports_of(text)
        if module.split(".")[0] in ("scenewright", "tests")
        and any(part.startswith("_") and not part.startswith("__") for part in (*module.split("."), name))
    ]
    assert found == []
