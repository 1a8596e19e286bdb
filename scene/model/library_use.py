"""The libraries that a program imports."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LibraryUse"]


@dataclass(frozen=True, slots=True)
class LibraryUse:
    """A library that a program imports, or that one of its libraries does.

    `entities`: names of its entities that the program can call, sorted. `sha256`: of its text, in hex, and `file`: where that was read; ''
    where the scene was evaluated from texts alone.
    """

    name: str
    entities: tuple[str, ...] = ()
    sha256: str = ""
    file: str = ""
