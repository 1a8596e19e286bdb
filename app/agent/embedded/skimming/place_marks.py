"""Places in a sentence that is skimmed: *on the counter*, *to the left*, *in the back corner*, *between the bed and the desk*."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scenewright.app.agent.embedded.destinations import read_where
from scenewright.app.agent.embedded.skimming.noun_marks import NounReader
from scenewright.app.word_sets import word_set
from scenewright.scene.english import PHRASES, PhraseTable

__all__ = ["PlaceSpotter", "SpottedPlace"]

_TABLE = PhraseTable((phrase.split(), meaning) for phrase, meaning in PHRASES.items())
_ONLY_PLACES = frozenset(
    ("way", "corner", "wall", "on wall", "middle", "toward wall", "away wall", "back", "there", "other side")
)
"""Places that name no thing."""
_MOST_WORDS = 8
_TOWARD = (
    *("in the direction of", "closer to", "nearer to", "up close to", "away from", "further from", "farther from"),
    *("further away from", "farther away from", "towards", "toward", "over to", "out to", "at", "by", "to", "up to"),
    *("off", "from", "out of", "along", "closest to", "nearest to", "farthest from", "furthest from"),
)
_WHICH = ("closest to", "nearest to", "nearest", "farthest from", "furthest from")
"""Relations that say which of several things is meant, and no place to go to."""
_SINGLE = frozenset(("forward", "forwards", "backward", "backwards", "centre", "middle", "leftwards", "rightwards"))
"""Words that are a place by themselves."""
_BEGINS = word_set(
    """to in into at on against along up over by the back left right toward towards a an half two three forward forwards
    backwards closer nearer further farther down away centre middle onto flush"""
)
_SIDE = re.compile(
    r"(?:on|at) the (?:far |very )?(?:left|right|front|back)(?: ?-?hand)?(?: side| end)?(?![\w-])(?! of\b)"
)
_BETWEEN = ("right", "just", "directly", "straight", "exactly", "up", "somewhere", "out", "back", "down", "over")
_PRONOUNS = ("it", "them", "this", "that", "us", "me")


@dataclass(frozen=True, slots=True)
class SpottedPlace:
    """A place. `kind`: of :class:`~scenewright.app.agent.embedded.wanted.Destination`, or 'which' and 'side', which tell things apart.

    `end`: the word after it. `inner`: the noun phrases in it. `words`: as an order says it.
    """

    kind: str
    end: int
    words: str
    inner: tuple[str, ...] = ()


class PlaceSpotter:
    """Finds places by their relation and the noun phrase after it."""

    def __init__(self, nouns: NounReader) -> None:
        self._nouns = nouns

    def at(self, words: list[str], at: int) -> SpottedPlace | None:
        """The place that begins at a word; None where none does."""
        side = _SIDE.match(" ".join(words[at : at + _MOST_WORDS]))
        if side is not None and self._related(words, at) is None:
            return SpottedPlace("side", at + len(side[0].split()), side[0])
        found = [place for place in (self._related(words, at), self._alone(words, at)) if place is not None]
        return max(found, key=lambda place: place.end) if found else None

    def _related(self, words: list[str], at: int) -> SpottedPlace | None:
        width = self._relation(words, at)
        if not width:
            return None
        start = at + width
        while start < len(words) and words[start] in _BETWEEN and self._relation(words, start + 1):
            start += 1
        inner_width = self._relation(words, start) if start < len(words) else 0
        if inner_width and words[start] not in _PRONOUNS:
            return self._related(words, start) if self._nouns.at(words, start) is None else None
        if start < len(words) and words[start] in _PRONOUNS and words[start] not in ("this", "that"):
            return self._of(words, at, width, words[start], start + 1)
        noun = self._nouns.at(words, start)
        if noun is None or noun.kind == "new":
            return None
        relation = " ".join(words[at : at + width])
        if relation.startswith("between") or relation.endswith("between"):
            return self._between(words, at, width, noun.words, noun.end)
        return self._of(words, at, width, noun.words, noun.end)

    def _between(self, words: list[str], at: int, width: int, one: str, end: int) -> SpottedPlace | None:
        if end + 1 < len(words) and words[end] == "and":
            other = self._nouns.at(words, end + 1)
            if other is not None and other.kind == "thing":
                return self._of(words, at, width, f"{one} and {other.words}", other.end)
        return self._of(words, at, width, one, end)

    def _of(self, words: list[str], at: int, width: int, what: str, end: int) -> SpottedPlace | None:
        said = f"{' '.join(words[at : at + width])} {what}"
        where = read_where(said)
        if where is None:
            return SpottedPlace("which", end, said, (what,)) if said.startswith(_WHICH) else None
        return SpottedPlace(where.kind, end, said, where.what or (what,))

    @staticmethod
    def _relation(words: list[str], at: int) -> int:
        """How many words from here on are a relation; 0 where none are."""
        found = _TABLE.at(words, at) if at < len(words) else None
        width = found[1] if found is not None and found[0].kind != "except" else 0
        for phrase in _TOWARD:
            parts = phrase.split()
            if words[at : at + len(parts)] == parts:
                width = max(width, len(parts))
        return width

    @staticmethod
    def _alone(words: list[str], at: int) -> SpottedPlace | None:
        if words[at] not in _BEGINS and not words[at][0].isdigit():
            return None
        for end in range(min(len(words), at + _MOST_WORDS), at, -1):
            said = words[at:end]
            if any(not word[0].isalnum() for word in said) or (len(said) == 1 and said[0] not in _SINGLE):
                continue
            where = read_where(" ".join(said))
            if where is not None and where.kind in _ONLY_PLACES and not where.what:
                return SpottedPlace(where.kind, end, " ".join(said))
        return None
