"""Finds the entity that is the scene: the root of the call graph."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.running.source import statements_within
from scenewright.scene.language.vocabulary import EntityFunction, closest
from scenewright.scene.printing import cut

__all__ = ["StaticCalls", "choose_root", "static_calls"]

_CALLERS = {"library_call": ("func_name",), "place": ("what",)}


@dataclass(frozen=True, slots=True)
class StaticCalls:
    """Calls between entities that the text shows. `callers`: entities that call anything, also by a computed name or one that
    is not registered."""

    edges: frozenset[tuple[str, str]]
    callers: frozenset[str]


def static_calls(tree: ast.Module, registered: Mapping[str, str]) -> StaticCalls:
    """Calls of ``library_call`` and ``place`` with a string constant, and calls by name, also through plain helper
    functions.

    `registered`: the keys of entities by their names in the text. The key of one of the program is its name.
    """
    names = set(registered)
    definitions: dict[str, ast.AST] = {}
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            definitions[node.name] = node
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda):
            definitions.update({t.id: node.value for t in node.targets if isinstance(t, ast.Name)})
    for inner in statements_within(tree):  # entities registered inside other functions
        if isinstance(inner, ast.FunctionDef) and inner.name in names:
            definitions.setdefault(inner.name, inner)
    found = {name: _references(definition, names, set(definitions)) for name, definition in definitions.items()}
    edges: set[tuple[str, str]] = set()
    callers: set[str] = set()
    for name in names & set(definitions):
        seen: set[str] = set()
        pending = [name]
        while pending:
            here = pending.pop()
            if here in seen:
                continue
            seen.add(here)
            edges.update((name, registered[callee]) for callee in found[here].calls if callee != name)
            if found[here].calls - {name} or found[here].unknown:
                callers.add(name)
            pending.extend(h for h in found[here].helpers if h not in names)
    return StaticCalls(frozenset(edges), frozenset(callers))


@dataclass(slots=True)
class _References:
    calls: set[str] = field(default_factory=set)
    helpers: set[str] = field(default_factory=set)
    unknown: bool = False


def _references(definition: ast.AST, names: set[str], functions: set[str]) -> _References:
    out = _References()
    for node in ast.walk(definition):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in names:
                out.calls.add(node.func.id)
            keywords = _CALLERS.get(node.func.id)
            if keywords:
                for first in node.args[:1] + [k.value for k in node.keywords if k.arg in keywords]:
                    word = (
                        first.value
                        if isinstance(first, ast.Constant)
                        else first.id
                        if isinstance(first, ast.Name)
                        else None
                    )
                    if isinstance(word, str) and word in names:
                        out.calls.add(word)
                    elif node.func.id == "library_call" or isinstance(first, ast.Constant):
                        out.unknown = True
        elif isinstance(node, ast.Name) and node.id in functions:
            out.helpers.add(node.id)
    return out


def choose_root(
    registry: Mapping[str, EntityFunction[...]],
    edges: Iterable[tuple[str, str]],
    callers: Collection[str],
    root: str | None,
    borrowed: Mapping[str, EntityFunction[...]] = MappingProxyType({}),
) -> EntityFunction[...]:
    """The entity `root`; without it, the entity that is an ancestor of all others; else the last registered one that calls
    others and is not called; else the last registered one. Entities with required parameters are left out.

    Args:
        registry: the program's own entities. `edges` between keys of entities, and `callers`: as :class:`StaticCalls` has them.
        borrowed: the entities of libraries, by the names that they have for the program. Only `root` can choose one.

    Raises:
        ProgramError: nothing is registered, `root` is missing or needs arguments, or every entity needs arguments.
    """
    if root is not None:
        named = {**borrowed, **registry}
        if root not in named:
            raise ProgramError(
                f"there is no entity '{cut(root, 200)}' to be the root{closest(root, list(named))}", kind="root"
            )
        if named[root].needs_arguments:
            raise ProgramError(
                f"'{root}' needs arguments: give its parameters defaults, so that it can be the root", kind="root"
            )
        return named[root]
    if not registry and borrowed:
        raise ProgramError(
            "the program registers no entity of its own: put @register('what it is') above a function that makes the scene, or name an "
            f"entity of its libraries as the root: {', '.join(sorted(borrowed)[:8])}",
            kind="root",
        )
    if not registry:
        raise ProgramError(
            "the program registers no entity: put @register('what it is') above the function that makes the scene",
            kind="empty",
        )
    candidates: list[EntityFunction[...]] = [e for e in registry.values() if not e.needs_arguments]
    if not candidates:
        raise ProgramError(
            f"every entity needs arguments ({', '.join(registry)}): give the parameters of the one that makes the scene defaults",
            kind="root",
        )
    below: dict[str, set[str]] = {name: set() for name in registry}
    called: set[str] = set()
    known = {*registry, *(entity.key for entity in borrowed.values())}
    for caller, callee in edges:
        if caller in known and callee in known and caller != callee:
            below.setdefault(caller, set()).add(callee)
            called.add(callee)
    for entity in candidates[::-1]:
        if len(registry) > 1 and _reach(entity.name, below) >= set(registry) - {entity.name}:
            return entity
    for entity in candidates[::-1]:
        if entity.name not in called and (below[entity.name] or entity.name in callers):
            return entity
    return candidates[-1]


def _reach(name: str, below: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    pending = [name]
    while pending:
        for callee in below.get(pending.pop(), ()):
            if callee not in seen:
                seen.add(callee)
                pending.append(callee)
    return seen
