"""Check a query, and the answer to it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from scenewright.scene.errors import QueryError
from scenewright.scene.printing import cut
from scenewright.scene.texts import QUERY, readable_text

__all__ = ["LONGEST", "WORDS_ALONE", "Answer", "Found", "checked_query"]

LONGEST = QUERY.characters
"""The most characters of a query."""
WORDS_ALONE = "lexicon"
"""The `encoder` of an answer for which no vectors were compared."""


@dataclass(frozen=True)
class Found:
    """One entity that a query finds. `row`: of the scene's nodes. `score`: in [0, 1]. `reason`: why it fits."""

    row: int
    path: str
    words: str
    score: float
    reason: str


@dataclass(frozen=True)
class Answer:
    """What a query found. `results`: the entities, best first, each with `path`, `score` and `reason`. `why`: why nothing fits; '' where
    something does. `encoder`: the one whose vectors were compared, or :data:`WORDS_ALONE`. `calibrated`: whether scores are fitted
    probabilities, which ours are not."""

    query: str
    results: tuple[Found, ...]
    why: str
    encoder: str
    calibrated: bool = False

    def __repr__(self) -> str:
        more = f" and {len(self.results) - 3:,} more" if len(self.results) > 3 else ""
        found = ", ".join(f.path for f in self.results[:3]) + more or f"nothing: {self.why}"
        return cut(f"Answer({self.query!r}: {found}", 159) + ")"

    @property
    def none(self) -> bool:
        """Whether nothing in the scene fits."""
        return not self.results

    def to_json(self) -> dict[str, object]:
        """The answer as JSON: results with path, words, score and reason."""
        return {
            "query": self.query,
            "encoder": self.encoder,
            "calibrated": self.calibrated,
            "none": self.none,
            "why": self.why,
            "results": [
                {"path": f.path, "words": f.words, "score": round(f.score, 4), "reason": f.reason} for f in self.results
            ],
        }


def checked_query(text: str) -> str:
    """Normalise the characters and spaces of a query, and check it.

    Raises:
        QueryError: it is no text, is empty or too long, holds a word or a number that is too long, has no letter, or fewer
            than half of its letters are Latin.
    """
    plain = readable_text(text, "the query", QUERY, QueryError)
    if not plain:
        raise QueryError("the query is empty: say what to look for, such as 'the red cup on the desk'")
    letters = [c for c in plain if c.isalpha()]
    if not letters:
        raise QueryError(f"the query {plain!r} has no word: say what to look for, such as 'the red cup on the desk'")
    if sum("LATIN" in unicodedata.name(c, "") for c in letters) < 0.5 * len(letters):
        raise QueryError(f"queries are read in English, and {plain[:40]!r} is not: ask in English")
    return plain
