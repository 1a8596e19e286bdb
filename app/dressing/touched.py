"""Which things of the dressing a person has changed by now, from the history of a scene folder.

The texts of all states tell which things the function held; the operations tell which of them an edit was about. A thing that only came
along with what it stands on was not changed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from scenewright.app.writers.embedded.dressing_lines import DRESSING
from scenewright.scene.errors import ProjectError

if TYPE_CHECKING:
    from scenewright.scene.folder import JournalEntry, Project

__all__ = ["touched_by_people"]

_OURS = frozenset(
    {
        "create",
        "adopt",
        "replace-scene",
        "generate",
        "dress",
        "layout",
        "cameras",
        "furnish",
        "rearrange",
        "tidy",
        "restyle",
    }
)
_WHOLE_TEXTS = frozenset({"write", "edit-by-hand"})
_SEGMENT = re.compile(r"(.*?)(?:\[(\d{1,6})\])?")


@dataclass(frozen=True)
class _Held:
    """The text of each thing in the function, and the positions there of names such as (pillow, 1)."""

    texts: tuple[str, ...] = ()
    named: Mapping[tuple[str, int], int] | None = None


def touched_by_people(project: Project) -> frozenset[int]:
    """Positions in the function, from 0, of what a person moved, changed or wrote there since it was made."""
    from scenewright.scene.folder.journal import undo_and_redo

    entries = project.history()
    changes, _ = undo_and_redo(entries)
    touched: frozenset[int] = frozenset()
    here: _Held | None = None
    for entry in changes:
        before = _held_at(project, entry, before=True) if here is None else here
        after = _held_at(project, entry)
        touched = _after(entry, before, after, touched)
        here = after
    return touched


def _held_at(project: Project, entry: JournalEntry, *, before: bool = False) -> _Held:
    try:
        return _held(project.source_at(entry.revision - before))
    except ProjectError:  # the text of that state is lost: nobody's thing is known in it
        return _Held()


def _held(source: str) -> _Held:
    """What a program's function holds."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return _Held()
    returned = {
        f.name: call for f in tree.body if isinstance(f, ast.FunctionDef) and (call := _returned(f)) is not None
    }
    dressing = returned.pop(DRESSING, None)
    if dressing is None:
        return _Held()
    rows = source.splitlines(keepends=True)
    named: dict[tuple[str, int], int] = {}
    for call in returned.values():
        if any(_calls(arg, DRESSING) for arg in call.args):
            counts: dict[str, int] = {}
            for arg in call.args:
                inside = enumerate(dressing.args) if _calls(arg, DRESSING) else [(-1, arg)]
                for at, thing in inside:
                    name = _name(thing)
                    named[name, counts.get(name, 0)] = at
                    counts[name] = counts.get(name, 0) + 1
    return _Held(tuple(_segment(rows, arg) for arg in dressing.args), named)


def _returned(function: ast.FunctionDef) -> ast.Call | None:
    last = function.body[-1]
    call = last.value if isinstance(last, ast.Return) else None
    return call if isinstance(call, ast.Call) and _calls(call, "concat_shapes") else None


def _calls(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def _name(thing: ast.expr) -> str:
    keywords = thing.keywords if isinstance(thing, ast.Call) else []
    return next((str(k.value.value) for k in keywords if k.arg == "name" and isinstance(k.value, ast.Constant)), "")


def _segment(rows: Sequence[str], node: ast.expr) -> str:
    """The text of a node, which :func:`ast.get_source_segment` would split the whole program for each time."""
    first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
    lines = [row.encode() for row in rows[first : last + 1]]
    lines[-1] = lines[-1][: node.end_col_offset]
    lines[0] = lines[0][node.col_offset :]
    return b"".join(lines).decode(errors="replace")


def _after(entry: JournalEntry, before: _Held, after: _Held, touched: frozenset[int]) -> frozenset[int]:
    """The positions after a change."""
    ours = entry.kind in _OURS or entry.author.value == "solver"
    meant = frozenset() if ours else _meant(entry.operation, before)
    text_is_theirs = entry.kind in _WHOLE_TEXTS
    out = set()
    for i, j in _pairs(before.texts, after.texts):
        if i is None:
            if not ours:
                out.add(j)
        elif i in touched or i in meant or (text_is_theirs and before.texts[i] != after.texts[j]):
            out.add(j)
    return frozenset(out)


def _pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int | None, int]]:
    """(position before, position after) of all things that are there after; None for those that are new."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
            yield from zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            yield from ((None, j) for j in range(j1, j2))


def _meant(operation: Any, held: _Held) -> frozenset[int]:
    """Positions of the things that the edits of an operation are about."""
    found = (_position(path, held) for path in _paths(operation))
    return frozenset(at for at in found if at is not None and at >= 0)


def _paths(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        if value.get("kind") == "duplicate":
            return  # what is copied stays as it was
        for key, inner in value.items():
            if key == "path" and isinstance(inner, str):
                yield inner
            else:
                yield from _paths(inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from _paths(inner)


def _position(path: str, held: _Held) -> int | None:
    """Of the first part of a path that is a name of the root's; -1 for what the function does not place."""
    for segment in path.split("/"):
        match = _SEGMENT.fullmatch(segment)
        at = None if match is None or held.named is None else held.named.get((match[1], int(match[2] or 0)))
        if at is not None:
            return at
    return None
