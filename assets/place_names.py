"""Finds what a name of a place means among the kinds of place that are known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import combinations
from typing import Generic, TypeVar

from scenewright.scene.semantics.words import singular

__all__ = ["PlaceNames", "thing_key"]

Place = TypeVar("Place")

_MOST_KIND_WORDS = 5
_OPENING_ENDS = re.compile(
    r"[,.;:()!?]|\s(?:with|without|where|that|which|for|in|at|on|of|containing|has|holds|is|are|and|full|lined|set|after|before|during"
    r"|from|inside|facing|near|next|beside|by|behind|under|above|around|between|opposite|to|styled|themed|decorated|furnished)\b",
    re.IGNORECASE,
)
_BELONGING = re.compile(
    r"(the|an?)\s((?:[\w'-]+\s){0,4}[\w'-]+)\s(?:of|inside|aboard|on board)\s(?:the|an?)\s((?:[\w'-]+\s){0,2}[\w'-]+)",
    re.IGNORECASE,
)
_GOES_ON = frozenset(("with", "and", "in", "at", "on", "by", "near", "where", "that"))
_WHERE_ONE_WORKS = frozenset(("workshop", "studio", "shop", "store", "atelier", "place", "workroom"))
"""Kinds of place of which the name of who works there says more."""
_SHOPS = frozenset(("shop", "store"))
_PLACES = _WHERE_ONE_WORKS | {"room", "hall", "space", "center", "centre", "corner"}
"""Kinds of place of which what is done there says more."""


class PlaceNames(Generic[Place]):
    """Places by their kinds, as people call them."""

    def __init__(self, by_kind: Mapping[str, Place]) -> None:
        """
        Args:
            by_kind: places by the :func:`thing_key` of their kinds; of two with names alike the first counts.
        """
        self._by_kind = by_kind

    @cached_property
    def _by_what_is_done(self) -> dict[tuple[str, bool], Place]:
        """By kinds without their last word, where that is but a place, and whether it is one that sells."""
        split = ((kind.rpartition(" "), place) for kind, place in reversed(self._by_kind.items()))
        return {(before, last in _SHOPS): place for (before, _, last), place in split if before and last in _PLACES}

    @cached_property
    def _by_end(self) -> dict[tuple[str, ...], Place]:
        """By the last two of three words or more."""
        split = ((kind.split(), recipe) for kind, recipe in reversed(self._by_kind.items()))
        return {tuple(words[-2:]): recipe for words, recipe in split if len(words) > 2}

    def of_kind(self, kind: str) -> Place | None:
        """The place of exactly this kind."""
        return self._by_kind.get(thing_key(kind))

    def find(self, kind: str) -> Place | None:
        """The place that people call so. Of 'cozy little tea shop' the longest end that is known counts; a 'rooftop
        terrace bar' is a rooftop bar, a 'podcast room' a podcast studio, a 'violin teacher's studio' as a piano teacher's."""
        words = kind.replace("-", " ").split()
        ends = [self._meant(words[at:]) for at in range(len(words))]
        named = next((found for found in ends[:-1] if found is not None), None)
        if named is not None or not words:
            return named
        return self._near(words) or ends[-1]

    def _near(self, words: list[str]) -> Place | None:
        """The place of a name that is like these words."""
        key = thing_key(" ".join(words)).split()
        return self._with_fewer_words(key) or self._at_such_a_place(key) or self._of_such_people(key)

    def _with_fewer_words(self, key: list[str]) -> Place | None:
        """The place of the longest kind that is left where words within the name are left out."""
        tried = (
            [key[k] for k in chosen] + key[-1:]
            for length in range(min(len(key) - 2, _MOST_KIND_WORDS), 0, -1)
            for chosen in combinations(range(max(len(key) - 1 - _MOST_KIND_WORDS, 0), len(key) - 1), length)
        )
        return next((found for words in tried if (found := self._by_kind.get(" ".join(words))) is not None), None)

    def _at_such_a_place(self, key: list[str]) -> Place | None:
        """The place of what is done there, in another kind of place: of the podcast studio for a podcast room."""
        if key[-1] not in _PLACES:
            return None
        ends = ((" ".join(key[at:-1]), key[-1] in _SHOPS) for at in range(len(key) - 1))
        return next((found for end in ends if (found := self._by_what_is_done.get(end)) is not None), None)

    def _of_such_people(self, key: list[str]) -> Place | None:
        """The place of a kind that ends in the same two words: teacher's studio."""
        return self._by_end.get(tuple(key[-2:])) if len(key) > 2 else None

    def around(self, kind: str) -> str:
        """The kind of place that another is in, in its own words: 'attic' of 'attic study'. '' where no such place is named."""
        words = kind.replace("-", " ").split()
        named = next((at for at in range(len(words)) if self._meant(words[at:]) is not None), 0)
        if named and words[named - 1].endswith("'s"):
            return ""  # a dentist's waiting room is not within the dentist's
        return next((outer for at in range(named) if self.of_kind(outer := " ".join(words[at:named])) is not None), "")

    def _meant(self, words: list[str]) -> Place | None:
        """The place of these words in full. Whose workshop it is says what is made there: a tailor's is that of a tailor."""
        found = self.of_kind(" ".join(words))
        if (
            found is None
            and len(words) > 1
            and words[-1].lower() in _WHERE_ONE_WORKS
            and words[-2].lower().endswith("'s")
        ):
            return self.of_kind(" ".join((*words[:-2], words[-2][:-2])))
        return found

    def put_first(self, text: str) -> str:
        """The text with what its place belongs to before it, where that is a kind of place: 'a plane cabin' for 'the cabin of a plane'."""
        found = _BELONGING.match(text)
        if found is None:
            return text
        before, part, whole = found[1], found[2].split(), found[3].split()
        ends = [to for to in range(len(whole), 0, -1) if to == len(whole) or whole[to].lower() in _GOES_ON]
        spans = ((at, to) for to in ends for at in range(to))
        for at, to in spans:
            owner = " ".join(whole[at:to])
            for start in range(len(part)):
                kept = " ".join(part[start:])
                if self.of_kind(f"{owner} {kept}") is not None:
                    words = (before, *part[:start], *whole[:at], owner, kept, *whole[to:])
                    return " ".join(words) + text[found.end() :]
                if self.of_kind(kept) is not None:
                    break  # a waiting room of a dentist is no dentist's room
        return text

    def named_by(self, text: str) -> str:
        """The kind of place that a description opens with, in its own words: 'pottery studio' of 'A sunny pottery studio with a kiln'. ''
        where it opens with none."""
        opening = _OPENING_ENDS.split(text, maxsplit=1)[0].split()[-_MOST_KIND_WORDS:]
        ends = [opening[start:] for start in range(len(opening))]
        exact = next((end for end in ends if self._meant(end) is not None), [])
        if len(exact) < 2:  # a rooftop terrace bar is more than a bar
            exact = next((end for end in reversed(ends[:-1]) if self._near(end) is not None), exact)
        return " ".join(exact).lower()


def thing_key(kind: str) -> str:
    """A name for comparison: lower case, the last word in the singular, hyphens and apostrophes gone."""
    words = kind.lower().replace("-", " ").replace("'", "").split()
    return " ".join((*words[:-1], singular(words[-1]))) if words else ""
