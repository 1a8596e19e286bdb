"""One entry of the reference: a function, a primitive, a relation or a table of words."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any

__all__ = ["Argument", "Entry", "EntryKind"]


class EntryKind(enum.StrEnum):
    """What an entry is about. The value is the word for it in the reference."""

    FUNCTION = "function"
    PRIMITIVE = "primitive"
    RELATION = "relation"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a call, or one line of a table. `default`: as it is written in a program; None: it must be given."""

    name: str
    meaning: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the reference.

    `group`: its heading. `calls`: the documented calls, one or two. `meaning`: paragraphs. `arguments`: in the order of the call, or the
    lines of a table. `facts`: single sentences beside the meaning, such as a tolerance. `returns`: what comes out, '' where nothing
    does. `refused`: what raises an error. `forms`: (another form that is read, the documented form that means the same). `program`: a tiny
    program that shows it, '' where the entry has none.
    """

    name: str
    kind: EntryKind
    group: str
    calls: tuple[str, ...]
    meaning: tuple[str, ...]
    arguments: tuple[Argument, ...] = ()
    facts: tuple[str, ...] = ()
    returns: str = ""
    refused: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    program: str = ""

    @property
    def summary(self) -> str:
        """The first sentence of the meaning, for lists."""
        first = self.meaning[0]
        end = first.find(". ")
        return first if end < 0 else first[: end + 1]

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {
            "name": self.name,
            "kind": self.kind.value,
            "group": self.group,
            "calls": list(self.calls),
            "meaning": list(self.meaning),
            "arguments": [{"name": a.name, "default": a.default, "meaning": a.meaning} for a in self.arguments],
            "facts": list(self.facts),
            "returns": self.returns,
            "refused": list(self.refused),
            "forms": [{"written": written, "means": means} for written, means in self.forms],
            "program": self.program,
        }
