"""Sentence embeddings of the lexicon's descriptions of things. They are shipped, since encoding takes half a minute.

``vectors.safetensors`` beside the tables holds them with 8 bits a number and one scale a row (cosines differ by 1e-4), in the order of
the lexicon, with the encoder's name and a digest of the texts. ``python -m scenewright.scene.semantics.words.thing_vectors``
makes it anew. With another lexicon or encoder, the texts are encoded when they are needed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.scene.semantics.encoders import TextEncoder, text_encoder
from scenewright.scene.semantics.words.nearest_uses import NearestUses
from scenewright.scene.semantics.words.things import Lexicon, default_lexicon

__all__ = ["ThingVectors", "is_stale", "thing_vectors"]

FILE = Path(__file__).with_name("thing_tables") / "vectors.safetensors"
Rows = npt.NDArray[np.float32]


class ThingVectors:
    """Vectors of the U descriptions of a lexicon's T things: `rows` (U, D), where those of one thing are consecutive."""

    def __init__(self, lexicon: Lexicon, rows: Rows) -> None:
        self.names = [name for name, thing in lexicon.things.items() if thing.uses]
        self._nearest = NearestUses([len(lexicon.things[name].uses) for name in self.names])
        self._number = {name: n for n, name in enumerate(self.names)}
        self._rows = rows

    def scores(self, query: Rows) -> npt.NDArray[np.float32]:
        """(T,) for each of `names`, the mean cosine of a query (D,) to the nearest descriptions of the thing."""
        return self._nearest.means(self._rows @ query)

    def number(self, name: str) -> int | None:
        """The number of a thing in `names`; None for a thing without descriptions."""
        return self._number.get(name)


def thing_vectors(lexicon: Lexicon, encoder: TextEncoder) -> ThingVectors:
    """The shipped vectors where lexicon and encoder match, else newly encoded ones."""
    texts = _texts(lexicon)
    shipped = _shipped(encoder.name, _digest(texts))
    rows = shipped if shipped is not None else encoder.encode(texts)
    return ThingVectors(lexicon, np.asarray(rows, dtype=np.float32))


def is_stale() -> bool:
    """Whether the shipped file does not match the tables and the encoder."""
    return _shipped(text_encoder().name, _digest(_texts(default_lexicon()))) is None


def _texts(lexicon: Lexicon) -> list[str]:
    return [use for thing in lexicon.things.values() for use in thing.uses]


def _digest(texts: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


@lru_cache(maxsize=2)
def _shipped(encoder: str, digest: str) -> Rows | None:
    from safetensors import safe_open

    if not FILE.is_file():
        return None
    with safe_open(FILE, "numpy") as held:
        told = held.metadata() or {}
        if told.get("encoder") != encoder or told.get("digest") != digest:
            return None
        rows: Rows = held.get_tensor("rows").astype(np.float32) * held.get_tensor("scales").astype(np.float32)[:, None]
    return rows


def main() -> int:
    from safetensors.numpy import save_file

    encoder, texts = text_encoder(), _texts(default_lexicon())
    rows = encoder.encode(texts)
    scales = np.abs(rows).max(axis=1) / 127.0
    whole = np.round(rows / scales[:, None]).astype(np.int8)
    save_file(
        {"rows": whole, "scales": scales.astype(np.float32)},
        FILE,
        metadata={"encoder": encoder.name, "digest": _digest(texts)},
    )
    print(f"{len(texts)} descriptions of {len(default_lexicon().things)} things, {FILE.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
