"""What a person changed in a text, in a few values for the journal."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["change_of_text"]

_MOST = 40
"""Characters of a changed piece that is named."""
_TOKEN = re.compile(r"[\w.]+$")
_TOKEN_ON = re.compile(r"^[\w.]+")


def change_of_text(before: str, after: str) -> dict[str, object]:
    """The lines of `after` that a change wrote, from 1: ``line`` and ``last``. Where it changed a few characters of one line, ``old`` and
    ``new`` are these, as whole words and numbers. Empty where the texts are the same.
    """
    if before == after:
        return {}
    a, b = before.splitlines(), after.splitlines()
    head = _common(a, b)
    tail = _common(a[head:][::-1], b[head:][::-1])
    gone, new = a[head : len(a) - tail], b[head : len(b) - tail]
    found: dict[str, object] = {"line": head + 1, "last": max(head + len(new), head + 1)}
    if len(gone) == len(new) == 1:
        old_piece, new_piece = _pieces(gone[0], new[0])
        if max(len(old_piece), len(new_piece)) <= _MOST:
            found |= {"old": old_piece, "new": new_piece}
    return found


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """How many items both begin with."""
    count = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        count += 1
    return count


def _pieces(old: str, new: str) -> tuple[str, str]:
    """What differs between two lines, widened to whole words and numbers."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    if (part := _TOKEN.search(old[:head])) is not None:
        head -= len(part[0])
    if tail and (part := _TOKEN_ON.search(old[len(old) - tail :])) is not None:
        tail -= len(part[0])
    return old[head : len(old) - tail].strip(), new[head : len(new) - tail].strip()
