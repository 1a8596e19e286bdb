"""Objects that a function of a program makes once and places several times: ``pillow = asset_call('pillow')``."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field

from scenewright.scene.language.editing.program_text import ProgramText, Splice

__all__ = ["SharedObjects"]


@dataclass
class _Shared:
    """A name that one assignment of a function gives an object. `uses`: where ``place`` calls begin that place it, in bytes. `others`: it
    is used otherwise, too."""

    value: ast.expr
    uses: set[int] = field(default_factory=set)
    others: bool = False
    replaced: dict[int, str] = field(default_factory=dict)


class SharedObjects:
    """Finds where all places of a shared object get the same new one, so that its one line is rewritten instead of each place."""

    def __init__(self, text: ProgramText) -> None:
        self._text = text
        self._shared: list[_Shared] = []
        for function in ast.walk(ast.parse(text.data.decode())):
            if isinstance(function, ast.FunctionDef):
                self._shared += self._of(function)

    def _of(self, function: ast.FunctionDef) -> list[_Shared]:
        stored = [n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
        named = {
            statement.targets[0].id: _Shared(statement.value)
            for statement in function.body
            if isinstance(statement, ast.Assign)
            and len(statement.targets) == 1
            and isinstance(statement.targets[0], ast.Name)
            and stored.count(statement.targets[0].id) == 1
            and isinstance(statement.value, ast.Call)
            and isinstance(statement.value.func, ast.Name)
            and statement.value.func.id == "asset_call"
        }
        placed: set[int] = set()
        for node in ast.walk(function):
            first = node.args[0] if isinstance(node, ast.Call) and node.args else None
            named_place = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "place"
            if named_place and isinstance(first, ast.Name) and first.id in named:
                assert isinstance(node, ast.Call)
                named[first.id].uses.add(self._text.offset(node.lineno, node.col_offset))
                placed.add(id(first))
        for node in ast.walk(function):
            loaded = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in placed
            if loaded and isinstance(node, ast.Name) and node.id in named:
                named[node.id].others = True
        return list(named.values())

    def note(self, splice: Splice, what: str) -> None:
        """Say that a change puts another object, made by the text `what`, in a ``place`` call."""
        for shared in self._shared:
            if splice.start in shared.uses:
                shared.replaced[splice.start] = what

    def rewritten(self, splices: Sequence[Splice]) -> list[Splice]:
        """The changes, with one of the line that makes a shared object in place of those of all its places."""
        out = list(splices)
        for shared in self._shared:
            texts = set(shared.replaced.values())
            if shared.others or len(texts) != 1 or set(shared.replaced) != shared.uses:
                continue
            out = [splice for splice in out if splice.start not in shared.uses]
            value = shared.value
            start = self._text.offset(value.lineno, value.col_offset)
            end = self._text.offset(value.end_lineno or value.lineno, value.end_col_offset or 0)
            out.append(Splice(start, end, texts.pop()))
        return out
