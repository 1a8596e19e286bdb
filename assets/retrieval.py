"""The search for objects by meaning, for words that are no names.

Sentence embeddings (:mod:`scenewright.scene.semantics.encoders`) are also similar for related things (*floor lamp*, *lamp table*),
and not only for things of one kind. So a name is compared in three ways: whole names, their last nouns (the kinds), and the name
with the object's phrase. Weights and thresholds were chosen on our own synonyms, each held out in turn, and on words that no object
may match; ``tests/benchmarks/bench_retrieval.py`` reports precision and recall.

The vectors of our own words are shipped, those of packs are computed once and cached, so a search encodes only its query. Without the
extra `text` only words are compared, and :attr:`MeaningIndex.missing` gives the reason.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.assets.entry import CatalogueEntry
from scenewright.assets.places import cache_folder
from scenewright.scene import atomic
from scenewright.scene.semantics.encoders import DEFAULT_TEXT_ENCODER, TextEncoder, text_encoder, text_encoder_missing
from scenewright.scene.semantics.words import normalise, singular

__all__ = ["COMPOUND_THRESHOLD", "THRESHOLD", "MeaningIndex", "entry_texts", "last_noun"]

THRESHOLD = 0.66
"""Least score of a match."""
COMPOUND_THRESHOLD = 0.74
"""Least score of a match for a compound whose last noun is known: the noun matches unless something is much closer."""

_WHOLE, _NOUN, _PHRASE = 0.4, 0.2, 0.4

Vectors = npt.NDArray[np.float32]


def last_noun(word: str) -> str:
    """The head noun of a name: *lamp* of 'floor lamps', *bowl* of 'bowl of fruit'."""
    tokens = normalise(word)
    if "of" in tokens[1:]:
        tokens = tokens[: tokens.index("of")]
    return singular(tokens[-1]) if tokens else ""


def entry_texts(entry: CatalogueEntry) -> list[str]:
    """All texts of an object that are encoded."""
    return [*entry.words, *(last_noun(w) for w in entry.words), entry.phrase]


class MeaningIndex:
    """An index of objects by the vectors of their words, for nearest neighbours of a query."""

    def __init__(
        self,
        entries: Sequence[CatalogueEntry],
        *,
        shipped: Mapping[str, Vectors] | None = None,
        folder: Path | None = None,
        encoder: TextEncoder | None = None,
    ) -> None:
        """
        Args:
            entries: the objects.
            shipped: unit vectors of the default encoder, by text.
            folder: folder of the disk cache; None: the user's cache.
            encoder: None: the default one, when it is first needed.
        """
        self.entries = tuple(entries)
        self._shipped = shipped or {}
        self._folder = folder if folder is not None else cache_folder()
        self._given = encoder
        self.rows = [(i, w) for i, e in enumerate(self.entries) for w in e.words]
        """All words, each with the position of its entry."""
        self._matrices: tuple[Vectors, Vectors, Vectors] | None = None
        self._queries: dict[str, Vectors] = {}

    @property
    def missing(self) -> str | None:
        """Why the search by meaning is not available; None if it is."""
        return None if self._given is not None else text_encoder_missing(DEFAULT_TEXT_ENCODER)

    def nearest(self, query: str) -> list[tuple[CatalogueEntry, str, float]]:
        """All objects, most similar first, each with its most similar word to `query` and the score (at most 1).

        Raises:
            EncoderError: the extra `text` is not installed.
        """
        found: dict[int, tuple[str, float]] = {}
        scores = self.scores(query)
        for row in np.argsort(-scores, kind="stable").tolist():
            found.setdefault(self.rows[row][0], (self.rows[row][1], float(scores[row])))
        return [(self.entries[i], word, score) for i, (word, score) in found.items()]

    def scores(self, query: str) -> Vectors:
        """(R,) scores of :attr:`rows`, at most 1.

        Raises:
            EncoderError: the extra `text` is not installed.
        """
        if not self.rows:
            return np.zeros(0, dtype=np.float32)
        words, nouns, phrases = self._vectors()
        whole, noun = self._query([query, last_noun(query)])
        owners = np.array([i for i, _ in self.rows])
        mixed = _WHOLE * (words @ whole) + _NOUN * (nouns @ noun) + _PHRASE * (phrases @ whole)[owners]
        return np.asarray(np.round(mixed, 5), dtype=np.float32)

    def _encoder(self) -> TextEncoder:
        return self._given if self._given is not None else text_encoder(DEFAULT_TEXT_ENCODER)

    def _query(self, texts: Sequence[str]) -> list[Vectors]:
        new = [t for t in dict.fromkeys(texts) if t not in self._queries and t not in self._shipped]
        if new:
            self._queries.update(zip(new, self._encoder().encode(new), strict=True))
        return [self._queries[t] if t in self._queries else self._shipped[t] for t in texts]

    def _vectors(self) -> tuple[Vectors, Vectors, Vectors]:
        """Vectors of all words, of their last nouns, and of all phrases of objects."""
        if self._matrices is None:
            texts = list(dict.fromkeys(t for e in self.entries for t in entry_texts(e)))
            known = {t: self._shipped[t] for t in texts if t in self._shipped}
            rest = [t for t in texts if t not in known]
            if rest:
                known.update(self._computed(rest))
            self._matrices = (
                np.stack([known[w] for _, w in self.rows]),
                np.stack([known[last_noun(w)] for _, w in self.rows]),
                np.stack([known[e.phrase] for e in self.entries]),
            )
        return self._matrices

    def _computed(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """Vectors of texts that are not shipped, from the cache or the encoder; new ones are added to the cache."""
        from safetensors.numpy import save

        encoder = self._encoder()
        path = self._folder / "vectors" / f"{encoder.name}.safetensors"
        vectors = _cached(path, encoder.dimension)
        new = [t for t in texts if t not in vectors]
        if new:
            vectors.update(zip(new, encoder.encode(new).astype(np.float16), strict=True))
            path.parent.mkdir(parents=True, exist_ok=True)
            stored = save({"vectors": np.stack(list(vectors.values()))}, metadata={"texts": json.dumps(list(vectors))})
            atomic.write(path, stored, durable=False)
        return {t: vectors[t].astype(np.float32) for t in texts}


def _cached(path: Path, dimension: int) -> dict[str, npt.NDArray[np.float16]]:
    """The cached vectors of one encoder; empty if the cache is missing or damaged, and then computed again."""
    from safetensors import SafetensorError, safe_open

    if not path.is_file():
        return {}
    try:
        with safe_open(path, framework="numpy") as file:
            texts = json.loads(file.metadata()["texts"])
            vectors = file.get_tensor("vectors")
    except (SafetensorError, KeyError, TypeError, ValueError):
        return {}
    sound = vectors.shape == (len(texts), dimension) and vectors.dtype == np.float16
    return dict(zip(texts, vectors, strict=True)) if sound else {}
