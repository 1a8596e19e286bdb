"""Compare descriptions that name nothing (*where the milk is kept cold*) with what the lexicon says of things: by sentence embeddings
and by shared words.

Every description has a nearest entity, which alone proves nothing. So the description is also compared with all things of the lexicon:
if one that is not in the scene fits far better than the best entity, the description means nothing in the scene.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.encoders import TextEncoder
from scenewright.scene.semantics.words import EntityWords, Lexicon
from scenewright.scene.semantics.words.shared_words import shared_words
from scenewright.scene.semantics.words.thing_vectors import thing_vectors

__all__ = ["Descriptions", "Fits"]

_WORDS = 0.3
"""Weight of shared words beside the cosine. With it 88.9 % of 334 descriptions written for development are nearest to the right entity,
without it 88.0 %; of 136 held-out ones 86.0 % and 83.1 %."""
_NAMES = 0.8
"""Weight of a cosine to a name beside one to a description, since descriptions are more like descriptions than like names."""


@dataclass(frozen=True, eq=False)
class Fits:
    """How well a description fits each of E entities. `cosines` (E,): the greater of the cosines to the entity's names and to what the
    lexicon says of it. `likeness` (E,): the value to rank by, with shared words. `anywhere`: the best likeness of the lexicon's things."""

    cosines: FloatArray
    likeness: FloatArray
    anywhere: float


class Descriptions:
    """The names and descriptions of each entity of a scene, as vectors."""

    def __init__(self, entities: Sequence[EntityWords], lexicon: Lexicon, encoder: TextEncoder) -> None:
        self._encoder = encoder
        self._things = thing_vectors(lexicon, encoder)
        self._shared = shared_words(lexicon)
        texts: dict[str, int] = {}
        self._names = [[texts.setdefault(t, len(texts)) for t in entity.texts] for entity in entities]
        self._rows = encoder.encode(list(texts))
        self._numbers = [[n for t in e.things if (n := self._things.number(t)) is not None] for e in entities]

    def fits(self, query: str) -> Fits:
        """How well a description fits each entity."""
        vector = self._encoder.encode([query])[0]
        names = self._rows @ vector
        things = self._things.scores(vector)
        likely = things + _WORDS * self._shared.scores(query)
        cosines, likeness = np.full((2, len(self._names)), -1.0)
        for i, (own, numbers) in enumerate(zip(self._names, self._numbers, strict=True)):
            if own:
                cosines[i] = max(float(names[n]) for n in own)
                likeness[i] = _NAMES * cosines[i]
            if numbers:
                cosines[i] = max(cosines[i], *(float(things[n]) for n in numbers))
                likeness[i] = max(likeness[i], *(float(likely[n]) for n in numbers))
        return Fits(cosines, likeness, float(likely.max(initial=-1.0)))
