"""Numbers in words and digits, with bounds: *twelve*, *twenty-five*, *at least three*."""

from __future__ import annotations

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.lexicon import BOUNDED, NUMBERS, VERBS
from scenewright.app.writers.embedded.tagging import Token
from scenewright.scene.english import UNIT_WORDS, cardinal

__all__ = ["UNITS", "read_bound", "read_number"]

UNITS = UNIT_WORDS | word_set("watt watts liter litre percent degree degrees")
"""Units. A number before one of these measures and does not count."""


def read_number(token: Token) -> int | None:
    """The value of a number word or numeral; None for other words."""
    low = token.low
    return NUMBERS.get(low, cardinal(low))


def read_bound(tokens: list[Token], i: int) -> tuple[int, bool, int] | None:
    """A bound before a number ('at least'): (value to add to it, whether the number is a least one, number of words); None without one."""
    for width in (3, 2, 1):
        key = " ".join(t.low for t in tokens[i : i + width])
        if (
            key in BOUNDED
            and i + width < len(tokens)
            and (read_number(tokens[i + width]) is not None or tokens[i + width].low in ("a", "dozen"))
        ):
            if tokens[i + width].low == "a" and not (
                i + width + 1 < len(tokens) and tokens[i + width + 1].low in ("dozen", "couple", "few")
            ):
                continue
            before = tokens[i - 1] if i else None
            if key in _PLACES and not _counts(key, before, tokens[i + width]):
                continue  # 'a lamp over two tables'
            return BOUNDED[key], BOUNDED[key] > 0 or key in ("at least", "no fewer than", "no less than"), width
    return None


_PLACES = frozenset(["above", "under", "over", "around", "about"])
"""Bounds that are prepositions of place, too."""
_MANY = 10
"""A number from which on they bound it rather than place something by so many things."""


def _counts(bound: str, before: Token | None, number: Token) -> bool:
    """Whether 'over' before a number bounds it (*holds over ten toys*) and states no place (*hangs over two tables*)."""
    many = (read_number(number) or 0) >= _MANY
    if before is None or before.pos == ",":
        return many
    if before.pos == "P" and before.low in ("with", "of", "for"):
        return many or bound in ("about", "around")  # 'racks with around 100 bottles'
    return before.pos in ("V", "G") and (VERBS.get(before.lemma) in ("have", "hold") or before.lemma == "be")
