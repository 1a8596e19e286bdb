"""Positions in the program text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SourceSpan"]


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """A piece of the program text: lines count from 1, columns from 0 in UTF-8 bytes, as in :mod:`ast`."""

    line: int
    column: int
    end_line: int
    end_column: int
