"""Finding objects by words: exact, synonym, the last noun of a compound, then the meaning of the words.

Meaning is the cosine between sentence embeddings (:mod:`scene.semantics.encoders`). The vectors of our own words are
shipped, those of packs are computed once and cached, so a search encodes its query alone; without the extra `text` a
search is by words only, and :attr:`MeaningIndex.missing` says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.places import cache_folder
from scene import atomic
from scene.semantics.encoders import DEFAULT_TEXT_ENCODER, TextEncoder, text_encoder, text_encoder_missing

__all__ = ["COMPOUND_THRESHOLD", "THRESHOLD", "MeaningIndex"]

THRESHOLD = 0.60
"""Least cosine at which a word is taken for another."""
COMPOUND_THRESHOLD = 0.70
"""The same for a compound whose last noun is known: the noun serves unless something is much nearer."""

Vectors = npt.NDArray[np.float32]


class MeaningIndex:
    """Words as vectors, and the nearest ones to a query."""

    def __init__(
        self,
        words: Sequence[str],
        *,
        shipped: Mapping[str, Vectors] | None = None,
        folder: Path | None = None,
        encoder: TextEncoder | None = None,
    ) -> None:
        """
        Args:
            words: to be found; duplicates are kept once.
            shipped: vectors (384,) of length 1 by word, of the default encoder.
            folder: of the disk cache; None takes the user's.
            encoder: None takes the default one, when it is first needed.
        """
        self.words = tuple(dict.fromkeys(words))
        self._shipped = shipped or {}
        self._folder = folder if folder is not None else cache_folder()
        self._given = encoder
        self._matrix: Vectors | None = None
        self._queries: dict[str, Vectors] = {}

    @property
    def missing(self) -> str | None:
        """Why there is no search by meaning; None where there is."""
        return None if self._given is not None else text_encoder_missing(DEFAULT_TEXT_ENCODER)

    def _encoder(self) -> TextEncoder:
        return self._given if self._given is not None else text_encoder(DEFAULT_TEXT_ENCODER)

    def nearest(self, query: str) -> list[tuple[str, float]]:
        """Every word with its cosine to `query`, the nearest first.

        Raises:
            EncoderError: the extra `text` is not installed.
        """
        cosine = self._vectors() @ self._query(query)
        order = np.argsort(-np.round(cosine, 6), kind="stable")
        return [(self.words[i], float(cosine[i])) for i in order.tolist()]

    def _query(self, query: str) -> Vectors:
        if query not in self._queries:
            known = self._shipped.get(query)
            self._queries[query] = known if known is not None else self._encoder().encode([query])[0]
        return self._queries[query]

    def _vectors(self) -> Vectors:
        if self._matrix is None:
            rest = [w for w in self.words if w not in self._shipped]
            found = dict(zip(rest, self._computed(rest), strict=True)) if rest else {}
            rows = [found[w] if w in found else self._shipped[w] for w in self.words]
            self._matrix = np.stack(rows).astype(np.float32) if rows else np.zeros((0, 1), dtype=np.float32)
        return self._matrix

    def _computed(self, words: Sequence[str]) -> Vectors:
        """(N, D) vectors of words that are not shipped, from the cache or the encoder."""
        from safetensors import SafetensorError
        from safetensors.numpy import load, save

        encoder = self._encoder()
        stamp = hashlib.sha256("\n".join((encoder.name, *words)).encode()).hexdigest()[:32]
        path = self._folder / "vectors" / f"{stamp}.safetensors"
        try:
            kept = load(path.read_bytes())["vectors"].astype(np.float32)
            if kept.shape == (len(words), encoder.dimension):
                return kept
        except (FileNotFoundError, SafetensorError, KeyError):  # none yet, or damaged: computed anew
            pass
        vectors = encoder.encode(words)
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, save({"vectors": vectors.astype(np.float16)}), durable=False)
        return vectors.astype(np.float16).astype(np.float32)
