"""What is said of things after the verb: *red*, *made of wood*, *not round*, *taller than the table*, *higher than 1 m*."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np

from scenewright.scene.english import COMPARATIVES, UNIT, metres
from scenewright.scene.semantics.questions.asking_phrases import Phrases
from scenewright.scene.semantics.questions.attribute_words import SMALL, attributes_of
from scenewright.scene.semantics.questions.phrase_words import LEAST, MEASURES

__all__ = ["Predicate", "read_predicate"]

Predicate = Callable[[Phrases, Sequence[int]], list[int]]
"""Gives those of some nodes that something holds for."""

_THAN = re.compile(
    rf"(?P<size>{'|'.join(sorted(COMPARATIVES, key=len, reverse=True))}) than "
    rf"(?:(?P<number>\d+(?:[.,]\d+)?) ?(?P<unit>{UNIT})|(?P<other>.+))"
)


def read_predicate(words: str) -> Predicate | None:
    """What a predicate demands of a thing; None for words that are none. Alternatives (*red or blue*) need one of them."""
    text = words.strip()
    denied = bool(re.match(r"(?:not|neither)\b", text))
    text = SMALL.sub("", text)
    than = _THAN.fullmatch(text)
    if than is not None:
        judged: Predicate | None = _compared(than)
    else:
        parts = [attributes_of(part) for part in re.split(r" (?:or|nor) (?:not )?", text)]
        judged = None if None in parts else _with_attributes([p for p in parts if p is not None])
    if judged is None or not denied:
        return judged
    return _denied(judged)


def _denied(judged: Predicate) -> Predicate:
    def judge(phrases: Phrases, nodes: Sequence[int]) -> list[int]:
        held = set(judged(phrases, nodes))
        return [i for i in nodes if i not in held]

    return judge


def _with_attributes(alternatives: Sequence[str]) -> Predicate:
    def judge(phrases: Phrases, nodes: Sequence[int]) -> list[int]:
        return [i for i in nodes if any(phrases.has_attributes(i, words, nodes) for words in alternatives)]

    return judge


def _compared(match: re.Match[str]) -> Predicate:
    measure = MEASURES[match["size"]]

    def judge(phrases: Phrases, nodes: Sequence[int]) -> list[int]:
        if match["other"]:
            limit = float(np.median([phrases.measure(measure, k) for k in phrases.need(match["other"]).nodes]))
        else:
            limit = metres(match["number"], match["unit"])
        values = [(i, phrases.measure(measure, i)) for i in nodes]
        return [i for i, v in values if (v < limit - 1e-6 if match["size"] in LEAST else v > limit + 1e-6)]

    return judge
