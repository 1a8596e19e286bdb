"""Names the clusters of a capture: each gets the vocabulary word closest to its mean feature, if one stands out.

Cosines of texts and pictures lie in a narrow range that depends on the encoder. So a word is accepted by its distance above the other
words, not by the cosine itself. Near synonyms do not compete: "sofa" is not rejected because "couch" fits nearly as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import ScenewrightError

__all__ = ["UNNAMED", "EncodesTexts", "Name", "NamingError", "named", "unique_names"]

UNNAMED = "object"
Floats = npt.NDArray[np.float32]

_SYNONYMS = 0.8
"""Two words are near synonyms above this similarity, from 0 (unrelated words) to 1 (equal)."""
_STANDS_OUT = 0.1
"""Least margin of the best word above the next, as a fraction of its distance above a typical word. Few words need more margin."""
_FEWER = 0.4
_CHANCE = 3.5
"""Least cosine of the best word, in standard deviations of the cosine of two random directions."""
_MOST_WORDS = 20_000


class NamingError(ScenewrightError):
    """The vocabulary or the features are unusable for naming."""


class EncodesTexts(Protocol):
    """The part of an encoder that naming needs."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """(N, D) unit rows, one per text."""
        ...


@dataclass(frozen=True, slots=True)
class Name:
    """A name. `word`: of the vocabulary, or 'object' if none stands out. `score`: cosine of the best word. `margin`: 0 to 1, distance of
    the best word above the next that is not a synonym. `second`: the second-best word, '' if there is none."""

    word: str
    score: float
    margin: float
    second: str

    @property
    def sure(self) -> bool:
        return self.word != UNNAMED


def named(features: Floats, vocabulary: Sequence[str], encoder: EncodesTexts) -> list[Name]:
    """The names of K clusters.

    Args:
        features: (K, D) unit mean features, made with `encoder`.
        vocabulary: words to choose from.
        encoder: for the words.

    Raises:
        NamingError: there are no words or too many, or the encoder's vectors have another dimension.
    """
    words = list(dict.fromkeys(" ".join(w.split()) for w in vocabulary if w.strip()))
    if not words:
        raise NamingError("the vocabulary is empty: give the words that things may be called")
    if len(words) > _MOST_WORDS:
        raise NamingError(f"the vocabulary has {len(words):,} words; at most {_MOST_WORDS:,} are compared")
    vectors = encoder.encode(words)
    if vectors.shape != (len(words), features.shape[1]):
        raise NamingError(
            f"the encoder's vectors have {vectors.shape[-1]} numbers and the features {features.shape[1]}: they are of another encoder"
        )
    scores = features.astype(np.float64) @ vectors.T.astype(np.float64)
    return [_name(row, words, vectors) for row in scores]


def _name(scores: npt.NDArray[np.float64], words: list[str], vectors: Floats) -> Name:
    order = np.argsort(-scores, kind="stable")
    best = int(order[0])
    second = words[int(order[1])] if len(words) > 1 else ""
    if len(words) == 1:
        return Name(words[0] if scores[best] > 0.5 else UNNAMED, float(scores[best]), 1.0, second)
    kinship = vectors.astype(np.float64) @ vectors[best].astype(np.float64)
    usual = float(np.median(kinship))
    rivals = np.flatnonzero(kinship < usual + _SYNONYMS * (1.0 - usual))
    if not rivals.size:
        return Name(words[best], float(scores[best]), 1.0, second)
    middle = min(float(np.median(scores)), 0.0 if len(words) < 8 else np.inf)
    above = float(scores[best] - scores[rivals].max()) / max(float(scores[best]) - middle, 1e-9)
    chance = _CHANCE / np.sqrt(vectors.shape[1])
    sure = scores[best] > chance and above >= _STANDS_OUT + _FEWER * min(1.0, 10.0 / len(words))
    return Name(words[best] if sure else UNNAMED, float(scores[best]), float(np.clip(above, 0.0, 1.0)), second)


def unique_names(words: Sequence[str]) -> list[str]:
    """A unique name for each word, valid for ``place``: ``chair_1`` and ``chair_2`` for two chairs, ``sofa`` for a single sofa."""
    stems = [re.sub(r"[^a-z0-9]+", "_", w.lower()).strip("_") or UNNAMED for w in words]
    total, numbers, used_names = Counter(stems), Counter[str](), set(stems)
    out = []
    for stem in stems:
        name = stem
        if total[stem] > 1:
            numbers[stem] += 1
            while (name := f"{stem}_{numbers[stem]}") in used_names:
                numbers[stem] += 1
        out.append(name)
    return out
