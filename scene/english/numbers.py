"""Numbers as words and digits: *twelve*, *twenty-five*, *third*, *3rd*."""

from __future__ import annotations

__all__ = [
    "CARDINALS",
    "ORDINALS",
    "ORDINAL_WORDS",
    "QUANTITIES",
    "SEVERAL",
    "SEVERAL_WORDS",
    "VAGUE_NUMBERS",
    "cardinal",
]

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"

CARDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_UNITS.split())},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
    "hundred": 100,
}
"""Word -> number, for numbers that are one word."""
SEVERAL_WORDS = frozenset(word for word, number in CARDINALS.items() if 2 <= number <= 12)
"""Numbers from two to twelve, few enough to tell the things apart: *the taller of the three*, *those four chairs*."""
SEVERAL = "|".join(sorted(SEVERAL_WORDS, key=lambda word: CARDINALS[word]))
"""These words as a regular expression."""
VAGUE_NUMBERS = frozenset(("several", "few", "many", "multiple", "numerous", "various", "countless"))
"""Words that count without a number."""
QUANTITIES: dict[str, int] = {"pair": 2, "couple": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5, "dozen": 12}
"""Nouns that stand for a number of things: *a pair of lamps*."""


def _short(number: int) -> str:
    """*1st*, *2nd*, *11th*."""
    ending = "th" if number // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


ORDINALS: dict[str, int] = {
    word: number for number, said in enumerate(_ORDINALS.split(), 1) for word in (said, _short(number))
}
"""Word -> position in a row, from 1."""
ORDINAL_WORDS = "|".join(ORDINALS)
"""These words as a regular expression."""


def cardinal(word: str) -> int | None:
    """The number that one word in lower case stands for; None where it is no number."""
    if word.isascii() and word.isdecimal():
        return int(word)
    if word in CARDINALS:
        return CARDINALS[word]
    tens, _, unit = word.partition("-")
    if CARDINALS.get(tens, 0) in range(20, 100) and 0 < CARDINALS.get(unit, 0) < 10:
        return CARDINALS[tens] + CARDINALS[unit]
    return None
