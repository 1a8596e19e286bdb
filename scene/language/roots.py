"""Which entity is the scene: the root of the call graph."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

from scene.errors import ProgramError
from scene.language.registry import EntityFunction
from scene.language.session import closest

__all__ = ["choose_root", "static_edges"]

_CALLERS = {"library_call": ("func_name",), "place": ("what",)}


def static_edges(tree: ast.Module, registered: Iterable[str]) -> set[tuple[str, str]]:
    """(caller, callee) among entities, read from the text: calls of ``library_call`` and ``place`` with a string constant
    and calls by name, also through plain helper functions."""
    names = set(registered)
    definitions: dict[str, ast.AST] = {}
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            definitions[node.name] = node
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda):
            definitions.update({t.id: node.value for t in node.targets if isinstance(t, ast.Name)})
    for inner in ast.walk(tree):  # entities registered inside other functions
        if isinstance(inner, ast.FunctionDef) and inner.name in names:
            definitions.setdefault(inner.name, inner)
    calls: dict[str, set[str]] = {}
    helpers: dict[str, set[str]] = {}
    for name, definition in definitions.items():
        calls[name], helpers[name] = _references(definition, names, set(definitions))
    edges: set[tuple[str, str]] = set()
    for name in names & set(definitions):
        seen: set[str] = set()
        pending = [name]
        while pending:
            here = pending.pop()
            if here in seen:
                continue
            seen.add(here)
            edges.update((name, callee) for callee in calls[here] if callee != name)
            pending.extend(h for h in helpers[here] if h not in names)
    return edges


def _references(definition: ast.AST, names: set[str], functions: set[str]) -> tuple[set[str], set[str]]:
    calls: set[str] = set()
    helpers: set[str] = set()
    for node in ast.walk(definition):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in names:
                calls.add(node.func.id)
            keywords = _CALLERS.get(node.func.id)
            if keywords:
                first = node.args[:1] + [k.value for k in node.keywords if k.arg in keywords]
                calls.update(a.value for a in first if isinstance(a, ast.Constant) and a.value in names)
                calls.update(a.id for a in first if isinstance(a, ast.Name) and a.id in names)
        elif isinstance(node, ast.Name) and node.id in functions:
            helpers.add(node.id)
    return calls, helpers


def choose_root(
    registry: Mapping[str, EntityFunction], edges: Iterable[tuple[str, str]], wanted: str | None
) -> EntityFunction:
    """The entity that is an ancestor of all the others; failing that the last registered one that nothing calls and that
    calls something; failing that the last registered. One with required parameters is no candidate.

    Raises:
        ProgramError: nothing is registered, `wanted` does not exist, or every entity needs arguments.
    """
    if wanted is not None:
        if wanted not in registry:
            raise ProgramError(
                f"there is no entity '{wanted}' to be the root{closest(wanted, list(registry))}", kind="root"
            )
        if registry[wanted].needs_arguments:
            raise ProgramError(f"'{wanted}' needs arguments: it cannot be the root without defaults", kind="root")
        return registry[wanted]
    if not registry:
        raise ProgramError(
            "the program registers no entity: put @register('what it is') above the function that makes the scene",
            kind="empty",
        )
    candidates = [e for e in registry.values() if not e.needs_arguments]
    if not candidates:
        raise ProgramError(
            f"every entity needs arguments ({', '.join(registry)}): give the one that makes the scene defaults, or name it with --root",
            kind="root",
        )
    below: dict[str, set[str]] = {name: set() for name in registry}
    called: set[str] = set()
    for caller, callee in edges:
        if caller in below and callee in below and caller != callee:
            below[caller].add(callee)
            called.add(callee)
    for entity in reversed(candidates):
        if len(registry) > 1 and _reach(entity.name, below) >= set(registry) - {entity.name}:
            return entity
    for entity in reversed(candidates):
        if entity.name not in called and below[entity.name]:
            return entity
    return candidates[-1]


def _reach(name: str, below: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    pending = [name]
    while pending:
        for callee in below[pending.pop()]:
            if callee not in seen:
                seen.add(callee)
                pending.append(callee)
    return seen
