"""How many significant words a description shares with the lexicon's descriptions of things.

Sentence embeddings recognise other wordings but miss identical words: by all-MiniLM-L6-v2, *goes vroom vroom* is nearer to the floor than
to a toy car. Words have tf-idf weights (Spärck Jones, "A statistical interpretation of term specificity", 1972), so that rare words
count more. Stop words are left out.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from scenewright.scene.semantics.words.nearest_uses import NearestUses
from scenewright.scene.semantics.words.things import Lexicon

__all__ = ["SharedWords", "shared_words"]


class SharedWords:
    """The T things of a lexicon that have descriptions, in its order."""

    def __init__(self, lexicon: Lexicon) -> None:
        # imported at the first use: it takes a second, and is installed with the sentence encoders
        from sklearn.feature_extraction.text import TfidfVectorizer

        things = [thing for thing in lexicon.things.values() if thing.uses]
        self._nearest = NearestUses([len(t.uses) for t in things])
        self._words = TfidfVectorizer(sublinear_tf=True, stop_words="english", dtype=np.float32)
        self._uses = self._words.fit_transform([use for thing in things for use in thing.uses])

    def scores(self, query: str) -> npt.NDArray[np.float32]:
        """(T,) for each thing, in [0, 1]: the mean cosine of weighted words to its nearest descriptions."""
        cosines = np.asarray((self._uses @ self._words.transform([query]).T).todense()).reshape(-1)
        return self._nearest.means(cosines)


@lru_cache(maxsize=2)
def shared_words(lexicon: Lexicon) -> SharedWords:
    """The shared words of a lexicon, counted once."""
    return SharedWords(lexicon)
