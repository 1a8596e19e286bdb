"""Descriptions that name nothing, *where the milk is kept cold*, against what the lexicon says of things, by sentence embeddings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scene.model import FloatArray
from scene.semantics.encoders import TextEncoder
from scene.semantics.entity_words import EntityWords
from scene.semantics.things import Lexicon

__all__ = ["Descriptions"]

_BEST = 2
"""Of the uses of a thing, so many of the nearest are averaged: one alone may share words by chance."""


class Descriptions:
    """What could be said of each entity of a scene, as vectors. Encoded once for every distinct text."""

    def __init__(self, entities: Sequence[EntityWords], lexicon: Lexicon, encoder: TextEncoder) -> None:
        self._encoder = encoder
        texts: dict[str, int] = {}
        self._names: list[list[int]] = []
        self._uses: list[list[int]] = []
        for entity in entities:
            uses = [u for t in entity.things for u in lexicon.things[t].uses if t in lexicon.things]
            self._names.append([texts.setdefault(t, len(texts)) for t in entity.texts])
            self._uses.append([texts.setdefault(u, len(texts)) for u in uses])
        self._rows = encoder.encode(list(texts))

    def scores(self, query: str) -> FloatArray:
        """(E,) cosine of the query to what is said of each entity: of its uses, the mean of the nearest; of its names, the nearest."""
        cosines = (self._rows @ self._encoder.encode([query])[0]).astype(np.float64)
        out = np.full(len(self._names), -1.0)
        for i, (names, uses) in enumerate(zip(self._names, self._uses, strict=True)):
            if names:
                out[i] = max(cosines[n] for n in names)
            if uses:
                nearest = np.sort(cosines[uses])[::-1][:_BEST]
                out[i] = max(out[i], float(nearest.mean()))
        return out
