"""What *bigger* compares: volumes, or, where one of the things is flat (a rug, a picture), the largest faces, as people do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scenewright.scene.semantics.questions.asked_units import said_volume
from scenewright.scene.semantics.questions.asking_phrases import Phrases
from scenewright.scene.semantics.questions.phrase_words import MEASURES

__all__ = ["Compared", "compared", "measured"]

_FLAT = 0.06
"""A thing whose least side is at most this, in metres, and at most `_FLAT_SHARE` of the next, is flat."""
_FLAT_SHARE = 0.15
_ADJECTIVES = {"height": "tall", "width": "wide", "depth": "deep", "length": "long", "thickness": "thick"}


@dataclass(frozen=True, slots=True)
class Compared:
    """`measure`: one of those of :meth:`Phrases.measure`, or *face*: the product of the two greatest sides. `name`: for the facts."""

    measure: str
    name: str

    def value(self, phrases: Phrases, i: int) -> float:
        """The measure of a node: metres, square metres or cubic metres."""
        if self.measure == "face":
            _, middle, most = sorted(phrases.size(i))
            return middle * most
        return phrases.measure(self.measure, i)

    def amount(self, phrases: Phrases, value: float) -> str:
        """A value or a difference of values in words."""
        if self.measure == "size":
            return said_volume(value, phrases.unit, phrases.graph.unit)
        return phrases.area(value) if self.measure == "face" else phrases.length(value)

    def said(self, phrases: Phrases, value: float) -> str:
        """*0.84 m tall*, *3.84 m\u00b2 large*, *1.65 m\u00b3 in its box*."""
        told = self.amount(phrases, value)
        if self.measure == "level":
            return f"{told} up at its middle"
        return told + {"size": " of space", "face": ""}.get(self.measure, f" {_ADJECTIVES.get(self.measure, '')}")


def compared(word: str) -> Compared:
    """What a word of size compares, whatever the things are."""
    measure = MEASURES[word]
    return Compared(measure, measure)


def measured(phrases: Phrases, word: str, nodes: Sequence[int]) -> Compared:
    """What a word of size compares of some nodes."""
    plain = compared(word)
    if plain.measure == "size" and any(_flat(phrases, i) for i in nodes):
        return Compared("face", "area of its largest face")
    return plain


def _flat(phrases: Phrases, i: int) -> bool:
    least, middle, _ = sorted(phrases.size(i))
    return least <= _FLAT and least <= _FLAT_SHARE * middle
