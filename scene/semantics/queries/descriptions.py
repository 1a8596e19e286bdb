"""Descriptions that name nothing, *where the milk is kept cold*, against what the lexicon says of things, by sentence embeddings.

Every description is nearest to something, so that alone says nothing. It is also asked what of all things the lexicon knows it
describes best: where that is far better than the best thing here, and is not here, nothing here is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scene.model import FloatArray
from scene.semantics.encoders import TextEncoder
from scene.semantics.words.entity_words import EntityWords
from scene.semantics.words.thing_vectors import thing_vectors
from scene.semantics.words.things import Lexicon

__all__ = ["Descriptions"]


class Descriptions:
    """What could be said of each entity of a scene, as vectors."""

    def __init__(self, entities: Sequence[EntityWords], lexicon: Lexicon, encoder: TextEncoder) -> None:
        self._encoder = encoder
        self._things = thing_vectors(lexicon, encoder)
        texts: dict[str, int] = {}
        self._names = [[texts.setdefault(t, len(texts)) for t in entity.texts] for entity in entities]
        self._rows = encoder.encode(list(texts))
        self._numbers = [[n for t in e.things if (n := self._things.number(t)) is not None] for e in entities]

    def scores(self, query: str) -> tuple[FloatArray, float]:
        """(E,) how well a description fits each entity: the cosine to its names, or to what the lexicon says of it, whichever is more; and
        how well it fits the best of all things there are."""
        vector = self._encoder.encode([query])[0]
        names = self._rows @ vector
        things = self._things.scores(vector)
        out = np.full(len(self._names), -1.0)
        for i, (own, numbers) in enumerate(zip(self._names, self._numbers, strict=True)):
            if own:
                out[i] = max(names[n] for n in own)
            if numbers:
                out[i] = max(out[i], *(float(things[n]) for n in numbers))
        return out, float(things.max(initial=-1.0))
