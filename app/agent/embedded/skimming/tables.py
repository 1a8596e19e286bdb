"""The tables of words that say what is to be done, as they are written in ``words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from scenewright.scene.english import PHRASES

__all__ = ["FILLERS", "PREPOSITIONS", "longest_act", "longest_size", "longest_tone"]


@cache
def _file() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


@cache
def _phrases(section: str) -> tuple[dict[tuple[str, ...], str], int]:
    """Words of a phrase -> what it stands for; and the most words of a phrase."""
    table = {tuple(said.split()): meant for meant, phrases in _file()[section].items() for said in phrases}
    return table, max(map(len, table))


def _longest(section: str, words: list[str], at: int) -> tuple[str, int] | None:
    table, most = _phrases(section)
    for count in range(min(most, len(words) - at), 0, -1):
        meant = table.get(tuple(words[at : at + count]))
        if meant is not None:
            return meant, count
    return None


def longest_act(words: list[str], at: int) -> tuple[str, int] | None:
    """(act, number of words) of the longest phrase that begins at a word and says what is to be done; None where none does."""
    return _longest("acts", words, at)


def longest_size(words: list[str], at: int) -> tuple[str, int] | None:
    """(the end of an order for another size, number of words); None where no such phrase begins there."""
    return _longest("sizes", words, at)


def longest_tone(words: list[str], at: int) -> tuple[str, int] | None:
    """(brighter, darker, warmer, cooler or a word for a sky, number of words); None where no such phrase begins there."""
    return _longest("tones", words, at)


FILLERS = frozenset(word for words in _file()["fillers"].values() for line in words for word in line.split())
"""Words that say nothing of what is to be done."""
PREPOSITIONS = frozenset(phrase.split()[0] for phrase in PHRASES)
"""Words that begin a place."""
