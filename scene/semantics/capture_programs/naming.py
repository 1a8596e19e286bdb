"""What clusters of a capture are called: the word of a vocabulary that their mean feature is nearest to, where one stands out.

Cosines of texts and pictures lie in a narrow band that depends on the encoder: whether a word fits is told by how far it stands above
the others, not by the cosine itself. Near synonyms do not compete: a sofa that is nearly as much a couch is no less a sofa.
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
"""Cosine of two words that do not compete, as a share of the way from unrelated words to the same."""
_STANDS_OUT = 0.1
"""Of the way from a usual word to the best one, that the best is above the next; more among few words, where one is soon above."""
_FEWER = 0.4
_CHANCE = 3.5
"""Standard deviations of the cosine of two random directions, that the best word is above."""
_MOST_WORDS = 20_000


class NamingError(ScenewrightError):
    """A vocabulary or features that names cannot be told from."""


class EncodesTexts(Protocol):
    """What naming needs of an encoder."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """(N, D) rows of length 1."""
        ...


@dataclass(frozen=True, slots=True)
class Name:
    """`word`: of the vocabulary, or 'object' where none stands out. `score`: cosine of the best. `margin`: 0 to 1, how far it is above the
    next one that is no synonym. `second`: the next word of any kind, '' where there is none."""

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
        features: (K, D) unit means, of the encoder's own space.
        vocabulary: words to choose from.

    Raises:
        NamingError: there are no words, too many, or the encoder's vectors are of another dimension.
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
    known = scores[best] > chance and above >= _STANDS_OUT + _FEWER * min(1.0, 10.0 / len(words))
    return Name(words[best] if known else UNNAMED, float(scores[best]), float(np.clip(above, 0.0, 1.0)), second)


def unique_names(words: Sequence[str]) -> list[str]:
    """A name for each, fit for ``place``: ``chair_1`` and ``chair_2`` where there are two, ``sofa`` where there is one."""
    stems = [re.sub(r"[^a-z0-9]+", "_", w.lower()).strip("_") or UNNAMED for w in words]
    total, seen, taken = Counter(stems), Counter[str](), set(stems)
    out = []
    for stem in stems:
        name = stem
        if total[stem] > 1:
            seen[stem] += 1
            while (name := f"{stem}_{seen[stem]}") in taken:
                seen[stem] += 1
        out.append(name)
    return out
