"""What a writer's prompt says of the language: a line for each function and relation, made from the reference so that it cannot drift."""

from __future__ import annotations

from functools import cache

from scenewright.app.reference import Entry, EntryKind, all_entries

__all__ = ["function_lines", "light_line", "relation_lines", "surface_line"]

_LEFT_OUT = frozenset(("splat_call", "set_cuboid", "delete_blocks", "adjust", "identity_matrix"))
"""What a new scene does not need."""
_DETAILED = frozenset(("room", "place", "asset_call", "camera"))
"""Functions whose arguments are listed, too."""
_WORDS_EACH = 8
"""Words of each family of surfaces that are listed."""


@cache
def function_lines() -> str:
    """The functions and primitives, a line each: the call, and what it does."""
    kinds = (EntryKind.FUNCTION, EntryKind.PRIMITIVE)
    return "\n".join(_line(e) for e in _entries() if e.kind in kinds and e.name not in _LEFT_OUT)


@cache
def relation_lines() -> str:
    """The relations, a line each."""
    return "\n".join(_line(e) for e in _entries() if e.kind is EntryKind.RELATION)


@cache
def surface_line() -> str:
    """Names of surfaces, some of each family."""
    table = next(e for e in _entries() if e.kind is EntryKind.TABLE and e.name == "surfaces")
    words = [[w.strip(" .") for w in argument.meaning.split(",")] for argument in table.arguments]
    return ", ".join(dict.fromkeys(word for some in words for word in some[:: max(1, len(some) // _WORDS_EACH)]))


@cache
def light_line() -> str:
    """The kinds of light with the unit of their intensity."""
    table = next(e for e in _entries() if e.kind is EntryKind.TABLE and e.name == "lights")
    return "; ".join(f"'{argument.name}': {argument.meaning.rstrip('.')}" for argument in table.arguments)


def _entries() -> list[Entry]:
    return list(all_entries().values())


def _line(entry: Entry) -> str:
    lines = [f"- `{entry.calls[0]}`: {entry.summary}"]
    if entry.name in _DETAILED and entry.kind is EntryKind.FUNCTION:
        lines += [f"  - `{argument.name}`: {argument.meaning}" for argument in entry.arguments]
    return "\n".join(lines)
