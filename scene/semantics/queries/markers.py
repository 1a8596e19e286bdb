"""Find where a relation begins in a query's words, by the phrases of :mod:`scenewright.scene.english.relations` and by a query's clauses.

A relation that is asked from its other side (*the thing the lamp stands on*) has a mark of its own, :func:`turned_mark`.
:mod:`scenewright.scene.semantics.queries.sentences` puts the mark in the place of such a clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scenewright.scene.english import (
    DISTANCE,
    PHRASES,
    POSTURES,
    Meaning,
    PhraseTable,
    distance_meaning,
    manner,
    phrase_pattern,
)
from scenewright.scene.semantics.words import normalise

__all__ = [
    "ADVERBS",
    "MARKER",
    "POSTURES",
    "RELATED",
    "join_hyphened",
    "mark_distances",
    "marker_at",
    "spoken_hyphens",
    "spoken_marks",
    "turned_mark",
]

_CLAUSES: dict[str, str] = {
    "facing": "that faces|which faces|that face",
    "away": "that faces away from|which faces away from|that face away from",
    "with": "with|having|that has|which has|that have|which have",
    "supports": "supporting the|carrying the",
    "holds": "containing the",
    "part_of": "that belongs to|which belongs to|belonging to|of",
}
"""Kind -> clauses and possessives that express it in queries. Other sentences have other words for these."""
_LACKS = (
    "without any|without|with no|having no|that has no|which has no|that have no|which have no|has no|have no|lacking|that lacks"
    "|which lacks|that lack|which lack|not having|not have any|not have|free of"
)
"""Phrases that deny *with*."""
_OTHER_SIDE = {"on": "supports", "inside": "holds", "under": "above", "above": "under"}
"""Kinds -> the kind that is the same relation from the other side."""


def _turned_meaning(meaning: Meaning) -> Meaning:
    if meaning.kind in _OTHER_SIDE:
        return Meaning(_OTHER_SIDE[meaning.kind])
    return replace(meaning, turned=not meaning.turned)


_SPOKEN: dict[str, Meaning] = {" ".join(normalise(phrase)): meaning for phrase, meaning in PHRASES.items()}
_SPOKEN.update((words, Meaning(kind)) for kind, said in _CLAUSES.items() for words in said.split("|"))
_SPOKEN.update((words, Meaning("with", denied=True)) for words in _LACKS.split("|"))
_MARKS: dict[str, Meaning] = {
    f"~{meaning.kind}": _turned_meaning(meaning)
    for meaning in _SPOKEN.values()
    if not (meaning.turned or meaning.denied)
}
_MARKERS: dict[str, Meaning] = {**_SPOKEN, **_MARKS}
_TABLE = PhraseTable((words.split(), meaning) for words, meaning in _MARKERS.items())

_DISTANCE = re.compile(rf"\b{DISTANCE}\b")
_GAP = re.compile(r"~gap(?P<beyond>[\d.]*)_(?P<within>[\d.]*)m")
"""The mark that stands for a distance in figures."""

MARKER = "|".join(
    (r"~gap[\d.]*_[\d.]*m", *(phrase_pattern(words) for words in sorted(_MARKERS, key=lambda w: -len(w))))
)
"""All marks and phrases of relations, as a regular expression."""
RELATED = "|".join(
    phrase_pattern(words)
    for words in sorted(_MARKERS, key=lambda w: -len(w))
    if _MARKERS[words].kind not in ("part_of", "with", "except")
)
"""The phrases and marks that say where a thing is, as a regular expression."""


_OWN = "|".join(words for words in _MARKERS if re.match(rf"(?:{manner.ADVERBS}) ", words))
ADVERBS = rf"(?!(?:{_OWN})\b)(?:{manner.ADVERBS})"
"""Adverbs of manner, as a regular expression, unless they begin a relation: *far*, but not in *far away from*."""


def marker_at(tokens: Sequence[str], at: int) -> tuple[Meaning, int] | None:
    """The meaning and the length in words of the relation that begins at token `at`; None where none begins there."""
    gap = _GAP.fullmatch(tokens[at])
    if gap is not None:
        within, beyond = (float(gap[side]) if gap[side] else None for side in ("within", "beyond"))
        return Meaning("near" if beyond is None else "apart", within=within, beyond=beyond), 1
    return _TABLE.at(tokens, at)


_HYPHEN = "\ua78f"
"""The letter that stands for a hyphen in a word that is no relation, though one of its parts could be."""
_HYPHENED = re.compile(r"(?<![\w-])[a-z]+(?:-[a-z]+)+(?![\w-])")


def join_hyphened(text: str) -> str:
    """Keep hyphenated words together in which a part could be a relation: the *on-air* sign is on nothing. *In-front* is a relation."""

    def joined(match: re.Match[str]) -> str:
        words = match[0].split("-")
        apart = " ".join(words) in _SPOKEN or not any(w in _SPOKEN for w in words)
        return match[0] if apart else match[0].replace("-", _HYPHEN)

    return _HYPHENED.sub(joined, text)


def spoken_hyphens(text: str) -> str:
    """The text with its hyphens, after :func:`join_hyphened`."""
    return text.replace(_HYPHEN, "-")


def mark_distances(text: str) -> str:
    """Replace distances in figures (*within 2 m of*) by marks."""

    def mark(match: re.Match[str]) -> str:
        meaning = distance_meaning(match[0])
        if meaning is None:
            return match[0]
        within, beyond = ("" if metres is None else f"{metres:g}" for metres in (meaning.within, meaning.beyond))
        return f"~gap{beyond}_{within}m"

    return _DISTANCE.sub(mark, text)


def turned_mark(words: str) -> str | None:
    """The mark of the same relation from its other side; None where the words are no relation."""
    tokens = words.split()
    found = marker_at(tokens, 0) if tokens else None
    if found is None or found[1] != len(tokens) or words.startswith("~"):
        return None
    return f"~{found[0].kind}"


def spoken_marks(text: str) -> str:
    """Remove the marks from a text. Marks of distances and of hyphens become words again."""
    return spoken_hyphens(" ".join(said for t in text.split() if t != "," and (said := _spoken(t))))


def _spoken(token: str) -> str:
    gap = _GAP.fullmatch(token)
    if gap is None:
        return "" if token.startswith("~") else token
    within, beyond = gap["within"], gap["beyond"]
    if within and beyond:
        return f"at {beyond} to {within} m from"
    return f"within {within} m of" if within else f"at least {beyond} m from"
