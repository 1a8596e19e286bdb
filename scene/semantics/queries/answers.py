"""What a query is and what it finds."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from scenewright.scene.errors import QueryError

__all__ = ["LONGEST", "WORDS_ALONE", "Answer", "Found", "checked_query"]

LONGEST = 400
"""Characters of a query."""
WORDS_ALONE = "lexicon"
"""What an answer names as its encoder where no vectors were compared."""


@dataclass(frozen=True)
class Found:
    """One entity: `score` in [0, 1] and the `reason`, a sentence. `row`: of the scene's nodes."""

    row: int
    path: str
    words: str
    score: float
    reason: str


@dataclass(frozen=True)
class Answer:
    """What a query found, best first. `none`: nothing here fits, and `why`. `encoder`: whose vectors were compared, or
    :data:`WORDS_ALONE`. `calibrated`: whether scores are fitted probabilities; ours are none."""

    query: str
    results: tuple[Found, ...]
    why: str
    encoder: str
    calibrated: bool = False

    @property
    def none(self) -> bool:
        return not self.results

    def to_json(self) -> dict[str, Any]:
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
    """A query as it is read.

    Raises:
        QueryError: it is empty, too long, or has no letter of the Latin script.
    """
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    if not plain:
        raise QueryError("the query is empty: say what to look for, such as 'the red cup on the desk'")
    if len(plain) > LONGEST:
        raise QueryError(f"the query has {len(plain)} characters, and {LONGEST} are read: say it shorter")
    letters = [c for c in plain if c.isalpha()]
    if not letters:
        raise QueryError(f"the query {plain!r} has no word: say what to look for, such as 'the red cup on the desk'")
    if sum("LATIN" in unicodedata.name(c, "") for c in letters) < 0.5 * len(letters):
        raise QueryError(f"queries are read in English, and {plain[:40]!r} is not: ask in English")
    return plain
