"""Makes text of unknown origin, such as names and messages of a program, safe to print on a terminal."""

from __future__ import annotations

__all__ = ["printable"]


def printable(text: str) -> str:
    """`text` on one line, with control characters and lone surrogates escaped."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() else " " if c in "\r\n\t" else c.encode("unicode_escape").decode() for c in text
    )
