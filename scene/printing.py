"""Text of unknown origin, fit for a terminal: names, warnings and messages that a program made up."""

from __future__ import annotations

__all__ = ["printable"]


def printable(text: str) -> str:
    """`text` on one line, with what a terminal would obey, and what no file can hold, written out."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() else " " if c in "\r\n\t" else c.encode("unicode_escape").decode() for c in text
    )
