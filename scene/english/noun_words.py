"""The words of a noun phrase: which of several things it asks for (*the second tallest pine*), on which side, and the noun to look up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scenewright.scene.english.noun_phrases import Lead, measures_thing, read_lead
from scenewright.scene.english.numbers import ORDINALS, SEVERAL_WORDS
from scenewright.scene.english.sizes import COMPARATIVES, SHADES, SUPERLATIVES
from scenewright.scene.english.small_words import DETERMINERS, OTHERS, TOTALS

__all__ = ["ORDER", "NounWords", "Selector", "leading_selector", "noun_words"]

ORDER = "order"
"""The measure of an ordinal alone (*the second chair*), which does not say where to count from."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Selects from several things: the `ordinal`-th (from 1) by a `measure`. The largest comes first where `most`, else the smallest.

    `measure`: as in :mod:`scenewright.scene.english.sizes`, or middle, or :data:`ORDER`. `comparative`: *the smaller ones*,
    those on that side of the middle of the range.
    """

    measure: str
    most: bool = True
    ordinal: int = 1
    comparative: bool = False


@dataclass(frozen=True, slots=True)
class NounWords:
    """`kept`: the noun to look up. `lead`: determiner and number before it. The other fields are as in a query's reading."""

    kept: str
    lead: Lead
    selectors: tuple[Selector, ...]
    sides: tuple[str, ...]
    other: bool


_ANY = ("something", "anything", "everything", "things", "thing", "stuff", "objects", "object", "all", "items")
"""Words before an adjective that leave open what is meant: *everything blue*."""
_LEVELS = {"upper": True, "top": True, "lower": False, "bottom": False}
_ENDMOST = ("top", "bottom")
_SIDES = ("left", "right", "front", "back", "rear")
_NO_NOUNS = DETERMINERS | TOTALS | SEVERAL_WORDS | {"one"}
"""Words that name no thing: *the taller one*, *the highest of all*."""
_NAMED_BY_ORDINALS = frozenset(
    ("hand", "aid", "class", "floor", "story", "storey", "grade", "person", "base", "half", "world")
)
"""Nouns that form a name with an ordinal: *first aid kit*, *second hand*."""
_NO_ORDER = _NAMED_BY_ORDINALS | SEVERAL_WORDS
_COUNTED = re.compile(r"~(left|right|top|bottom|front|back)(\d+)")
_ENDS = {
    "left": ("screen_x", False), "right": ("screen_x", True), "top": ("level", True), "bottom": ("level", False),
    "front": ("screen_depth", False), "back": ("screen_depth", True),
}  # fmt: skip


def leading_selector(words: str) -> tuple[Selector, str] | None:
    """The selector at the start of `words` (*second tallest*, *leftmost*, *most left*) and the words after it; None where there is none."""
    tokens = words.replace("most left ", "leftmost ").replace("most right ", "rightmost ").split()
    while len(tokens) > 1 and tokens[0] in ("the", "all"):
        tokens = tokens[1:]
    if len(tokens) == 1:
        return None
    first, _, joined = tokens[0].partition("-")  # 'second-largest'
    if first in ORDINALS and joined:
        tokens = [first, joined, *tokens[1:]]
    ordinal = ORDINALS.get(tokens[0], 1)
    rest = tokens[1:] if tokens[0] in ORDINALS else tokens
    if len(rest) < 2 or rest[0] not in SUPERLATIVES:
        return None
    order = SUPERLATIVES[rest[0]]
    return Selector(order.measure, order.most, ordinal), " ".join(rest[1:])


def noun_words(words: str) -> NounWords:
    """Split the words of a noun phrase into lead, selectors, sides and noun."""
    selectors: list[Selector] = []
    sides: list[str] = []
    kept: list[str] = []
    tokens = words.split()
    lead, length = read_lead(tokens)
    other = lead.other or bool(OTHERS & set(tokens))
    tokens = [t for t in tokens[length:] if t not in OTHERS]
    if other and len(tokens) == 1 and Lead().take(tokens[0]):  # 'the other two'
        lead.take(tokens[0])
        tokens = []
    if tokens[:2] == ["of", "the"]:
        tokens = tokens[2:]
    ordinal = 1
    for at, word in enumerate(tokens):
        last = at == len(tokens) - 1
        counted = _COUNTED.fullmatch(word)
        if counted:
            selectors.append(Selector(*_ENDS[counted[1]], int(counted[2])))
        elif word in ORDINALS and any(t in SUPERLATIVES for t in tokens[at + 1 : at + 3]):
            ordinal = ORDINALS[word]
        elif word in ORDINALS and not last and not kept and tokens[at + 1] not in _NO_ORDER:
            selectors.append(Selector(ORDER, False, ORDINALS[word]))
        elif word == "last" and not last and not kept and tokens[at + 1] not in _NO_ORDER:
            selectors.append(Selector(ORDER, True, 1))
        elif word in SUPERLATIVES and not last:
            order = SUPERLATIVES[word]
            selectors.append(Selector(order.measure, order.most, ordinal))
        elif (word in COMPARATIVES or word in SHADES) and not last:
            order = SUPERLATIVES[COMPARATIVES.get(word) or SHADES[word]]
            selectors.append(Selector(order.measure, order.most, 1, comparative=True))
        elif word in _LEVELS and not last:
            one = word in _ENDMOST and not tokens[-1].endswith(
                "s"
            )  # 'the top drawer' is one, 'the upper drawers' are several
            selectors.append(Selector("level", _LEVELS[word], 1, comparative=not one))
        elif word in ("middle", "central") and not last:
            selectors.append(Selector("middle"))
        elif word in _SIDES and not last:
            sides.append(word.replace("rear", "back"))
        elif word in _NO_NOUNS and not kept and not measures_thing("".join(tokens[at + 1 : at + 2])):
            continue
        else:
            kept.append(word)
    if len(kept) > 1 and kept[0] in _ANY:
        kept = [*kept[1:], "thing"]
    return NounWords(" ".join(kept), lead, tuple(selectors), tuple(sides), other)
