"""The number that a word before a noun stands for: *a*, *two*, *a couple of*, *12*."""

from __future__ import annotations

from scenewright.scene.english import CARDINALS

__all__ = ["number_of"]

_LOOSE = {
    "a couple of": 2, "a couple": 2, "a pair of": 2, "a few": 3, "several": 3, "some": 1, "a": 1, "an": 1, "another": 1, "one more": 1,
}  # fmt: skip
_MOST_DIGITS = 4


def number_of(word: str) -> int | None:
    """The number that a word stands for; None where it is none."""
    word = word.strip()
    if word in _LOOSE:
        return _LOOSE[word]
    if word in CARDINALS:
        return CARDINALS[word]
    return int(word) if word.isdecimal() and len(word) <= _MOST_DIGITS else None
