"""Finding objects by meaning, where their names do not serve.

Sentence embeddings (:mod:`scenewright.scene.semantics.encoders`) put things near that go together, *floor lamp* and *lamp table*, not
only things that are alike. So a name is compared in three ways: whole names, their last nouns (what the two things are),
and the name with the object's phrase. Weights and thresholds were chosen on our own synonyms, each held out in turn, and
on words that nothing may stand for; ``tests/benchmarks/bench_retrieval.py`` reports precision and recall.

The vectors of our own words are shipped, those of packs are computed once and cached: a search encodes its query alone.
Without the extra `text` a search is by words only, and :attr:`MeaningIndex.missing` says so.
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
"""Least score at which an object is taken for what a word means."""
COMPOUND_THRESHOLD = 0.74
"""The same for a compound whose last noun is known: the noun serves unless something is much nearer."""

_WHOLE, _NOUN, _PHRASE = 0.4, 0.2, 0.4

Vectors = npt.NDArray[np.float32]


def last_noun(word: str) -> str:
    """What a thing is, without what kind of it: *lamp* of 'floor lamps', *bowl* of 'bowl of fruit'."""
    tokens = normalise(word)
    if "of" in tokens[1:]:
        tokens = tokens[: tokens.index("of")]
    return singular(tokens[-1]) if tokens else ""


def entry_texts(entry: CatalogueEntry) -> list[str]:
    """Everything that is encoded about an object."""
    return [*entry.words, *(last_noun(w) for w in entry.words), entry.phrase]


class MeaningIndex:
    """Objects as vectors of their words, and the nearest ones to a query."""

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
            entries: to be found.
            shipped: vectors of length 1 by text, of the default encoder.
            folder: of the disk cache; None takes the user's.
            encoder: None takes the default one, when it is first needed.
        """
        self.entries = tuple(entries)
        self._shipped = shipped or {}
        self._folder = folder if folder is not None else cache_folder()
        self._given = encoder
        self.rows = [(i, w) for i, e in enumerate(self.entries) for w in e.words]
        """Every word, with the position of its entry."""
        self._matrices: tuple[Vectors, Vectors, Vectors] | None = None
        self._queries: dict[str, Vectors] = {}

    @property
    def missing(self) -> str | None:
        """Why there is no search by meaning; None where there is."""
        return None if self._given is not None else text_encoder_missing(DEFAULT_TEXT_ENCODER)

    def nearest(self, query: str) -> list[tuple[CatalogueEntry, str, float]]:
        """Every object with its word that is nearest to `query` and the score, at most 1, the nearest first.

        Raises:
            EncoderError: the extra `text` is not installed.
        """
        found: dict[int, tuple[str, float]] = {}
        scores = self.scores(query)
        for row in np.argsort(-scores, kind="stable").tolist():
            found.setdefault(self.rows[row][0], (self.rows[row][1], float(scores[row])))
        return [(self.entries[i], word, score) for i, (word, score) in found.items()]

    def scores(self, query: str) -> Vectors:
        """(R,) score of every row of :attr:`rows`, at most 1.

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
        """Vectors of every word, of its last noun, and of every object's phrase."""
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
        """Vectors of texts that are not shipped, from the cache or the encoder; new ones join the cache."""
        from safetensors.numpy import save

        encoder = self._encoder()
        path = self._folder / "vectors" / f"{encoder.name}.safetensors"
        held = _cached(path, encoder.dimension)
        new = [t for t in texts if t not in held]
        if new:
            held.update(zip(new, encoder.encode(new).astype(np.float16), strict=True))
            path.parent.mkdir(parents=True, exist_ok=True)
            stored = save({"vectors": np.stack(list(held.values()))}, metadata={"texts": json.dumps(list(held))})
            atomic.write(path, stored, durable=False)
        return {t: held[t].astype(np.float32) for t in texts}


def _cached(path: Path, dimension: int) -> dict[str, npt.NDArray[np.float16]]:
    """The cache of one encoder; an empty one where there is none or it is damaged: it is computed anew."""
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
