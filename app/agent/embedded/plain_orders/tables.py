"""The tables of how people say things, as they are written in ``words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["table", "words_of"]


@cache
def table(name: str) -> dict[str, Any]:
    """A section of the file."""
    found: dict[str, Any] = _file()[name]
    return found


def words_of(name: str) -> list[str]:
    """The entries of all lists of a section, in their order."""
    return [entry for entries in table(name).values() for entry in entries]


@cache
def _file() -> dict[str, dict[str, Any]]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
