"""The words of a noun: which of several it asks for (*the second tallest pine*), which side, and what is left to look up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scenewright.scene.semantics.queries.sentences import ORDINALS

__all__ = ["NounWords", "Selector", "noun_words"]


@dataclass(frozen=True, slots=True)
class Selector:
    """Which of several: the `ordinal`-th (from 1) by a `measure`, largest first where `most`, else smallest first.

    `measure`: size, height, width, depth, length, level (how high it is), distance (to what a relation names), screen_x and
    screen_depth (in the main camera's picture), middle. `comparative`: 'the smaller ones', all but the opposite extreme.
    """

    measure: str
    most: bool = True
    ordinal: int = 1
    comparative: bool = False


@dataclass(frozen=True, slots=True)
class NounWords:
    """`kept`: what is looked up; the rest as in :class:`scenewright.scene.semantics.queries.reading.Reading`."""

    kept: str
    selectors: tuple[Selector, ...]
    sides: tuple[str, ...]
    other: bool


_SUPERLATIVES: dict[str, tuple[str, bool]] = {
    "biggest": ("size", True), "largest": ("size", True), "smallest": ("size", False), "littlest": ("size", False),
    "tiniest": ("size", False), "tallest": ("height", True), "shortest": ("height", False), "widest": ("width", True),
    "broadest": ("width", True), "narrowest": ("width", False), "thinnest": ("depth", False), "thickest": ("depth", True),
    "slimmest": ("width", False), "longest": ("length", True), "deepest": ("depth", True), "shallowest": ("depth", False),
    "highest": ("level", True), "lowest": ("level", False), "topmost": ("level", True), "uppermost": ("level", True),
    "lowermost": ("level", False), "bottommost": ("level", False), "leftmost": ("screen_x", False),
    "rightmost": ("screen_x", True), "frontmost": ("screen_depth", False), "foremost": ("screen_depth", False),
    "backmost": ("screen_depth", True), "rearmost": ("screen_depth", True), "hindmost": ("screen_depth", True),
}  # fmt: skip
_COMPARATIVES = {
    "bigger": "biggest", "larger": "largest", "smaller": "smallest", "taller": "tallest", "shorter": "shortest", "wider": "widest",
    "narrower": "narrowest", "longer": "longest", "deeper": "deepest", "higher": "highest",
}  # fmt: skip
_LEVELS = {"upper": True, "top": True, "lower": False, "bottom": False}
_SIDES = ("left", "right", "front", "back", "rear")
_DETERMINERS = frozenset(
    (
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "some",
        "any",
        "one",
        "all",
        "each",
        "every",
        "two",
        "three",
        "four",
    )
)
_COUNTED = re.compile(r"~(left|right|top|bottom|front|back)(\d)")
_ENDS = {
    "left": ("screen_x", False), "right": ("screen_x", True), "top": ("level", True), "bottom": ("level", False),
    "front": ("screen_depth", False), "back": ("screen_depth", True),
}  # fmt: skip


def noun_words(words: str) -> NounWords:
    """Selectors taken out of the words of a noun."""
    selectors: list[Selector] = []
    sides: list[str] = []
    kept: list[str] = []
    tokens = words.split()
    other = bool({"other", "another", "others"} & set(tokens))
    tokens = [t for t in tokens if t not in ("other", "another", "others")]
    if other and all(t in _DETERMINERS for t in tokens):
        tokens = []
    while tokens and tokens[0] in _DETERMINERS and len(tokens) > 1:
        tokens = tokens[1:]
    if tokens[:2] == ["of", "the"]:
        tokens = tokens[2:]
    ordinal = 1
    for at, word in enumerate(tokens):
        last = at == len(tokens) - 1
        counted = _COUNTED.fullmatch(word)
        if counted:
            selectors.append(Selector(*_ENDS[counted[1]], int(counted[2])))
        elif word in ORDINALS and any(t in _SUPERLATIVES for t in tokens[at + 1 : at + 3]):
            ordinal = ORDINALS[word]
        elif word in _SUPERLATIVES and not last:
            measure, most = _SUPERLATIVES[word]
            selectors.append(Selector(measure, most, ordinal))
        elif word in _COMPARATIVES and not last:
            measure, most = _SUPERLATIVES[_COMPARATIVES[word]]
            selectors.append(Selector(measure, most, 1, comparative=True))
        elif word in _LEVELS and not last:
            selectors.append(Selector("level", _LEVELS[word], 1, comparative=True))
        elif word in ("middle", "central") and not last:
            selectors.append(Selector("middle"))
        elif word in _SIDES and not last:
            sides.append(word.replace("rear", "back"))
        elif word in _DETERMINERS and not kept:
            continue
        else:
            kept.append(word)
    if len(kept) > 1 and kept[0] in ("something", "anything", "things", "thing"):
        kept = [*kept[1:], "thing"]
    return NounWords(" ".join(kept), tuple(selectors), tuple(sides), other)
