"""Slips of the pen: whether a word is another one with a letter left out, doubled, changed or in the wrong place."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["is_slip", "meant_word"]

_SHORTEST = 4
"""Letters. Shorter words are like too many others."""
_MIDDLE = 7
"""Letters of a word whose first letter may be another one."""
_LONG = 9
"""Letters of a word in which two slips are still a slip."""


def is_slip(said: str, meant: str) -> bool:
    """Whether `said` is `meant` with one slip, or two in a long word. The first letter is hardly ever wrong, and never left out: *tools*
    is no slip of *stools*, *chiar* is one of *chair*, *zylophone* of *xylophone*."""
    if said == meant or min(len(said), len(meant)) < _SHORTEST:
        return False
    if said[0] != meant[0] and (len(said) != len(meant) or len(meant) < _MIDDLE):
        return False
    most = 2 if len(meant) >= _LONG and said[0] == meant[0] else 1
    return abs(len(said) - len(meant)) <= most and _slips(said, meant) <= most


def meant_word(said: str, known: Iterable[str]) -> str | None:
    """The one known word that `said` is a slip of; None where there is none, or several."""
    found = [word for word in known if is_slip(said, word)]
    return found[0] if len(found) == 1 else None


def _slips(a: str, b: str) -> int:
    """The least number of letters to insert, drop, change or swap with the next that makes one word of the other."""
    above: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, before, row = row, above, [i]
        for j, y in enumerate(b, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, before[j - 2] + 1)
            row.append(best)
    return row[-1]
