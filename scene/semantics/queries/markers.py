"""Where a relation begins in a query's words: the phrases of :mod:`scenewright.scene.english.relations`, and what clauses add to them.

A relation that is asked from its other side (*the thing the lamp stands on*) has a mark of its own, :func:`turned_mark`, which
:mod:`scenewright.scene.semantics.queries.sentences` puts where such a clause was.
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

__all__ = ["ADVERBS", "MARKER", "POSTURES", "RELATED", "mark_distances", "marker_at", "spoken_marks", "turned_mark"]

_CLAUSES: dict[str, str] = {
    "facing": "that faces|which faces|that face",
    "away": "that faces away from|which faces away from|that face away from",
    "with": "with|having|that has|which has|that have|which have",
    "supports": "supporting the|carrying the",
    "holds": "containing the",
    "part_of": "that belongs to|which belongs to|belonging to|of",
}
"""Kind -> clauses and possessives that say it: they are a query's own, since other sentences have other words for them."""
_OTHER_SIDE = {"on": "supports", "inside": "holds", "under": "above", "above": "under"}
"""Kinds whose other side has a name."""


def _turned_meaning(meaning: Meaning) -> Meaning:
    if meaning.kind in _OTHER_SIDE:
        return Meaning(_OTHER_SIDE[meaning.kind])
    return replace(meaning, turned=not meaning.turned)


_SPOKEN: dict[str, Meaning] = {" ".join(normalise(phrase)): meaning for phrase, meaning in PHRASES.items()}
_SPOKEN.update((words, Meaning(kind)) for kind, said in _CLAUSES.items() for words in said.split("|"))
_MARKS: dict[str, Meaning] = {
    f"~{meaning.kind}": _turned_meaning(meaning) for meaning in _SPOKEN.values() if not meaning.turned
}
_MARKERS: dict[str, Meaning] = {**_SPOKEN, **_MARKS}
_TABLE = PhraseTable((words.split(), meaning) for words, meaning in _MARKERS.items())

_DISTANCE = re.compile(rf"\b{DISTANCE}\b")
_GAP = re.compile(r"~gap(?P<beyond>[\d.]*)_(?P<within>[\d.]*)m")
"""The mark of a distance in figures."""

MARKER = "|".join(
    (r"~gap[\d.]*_[\d.]*m", *(phrase_pattern(words) for words in sorted(_MARKERS, key=lambda w: -len(w))))
)
"""Any of them, as a pattern."""
RELATED = "|".join(
    phrase_pattern(words)
    for words in sorted(_MARKERS, key=lambda w: -len(w))
    if _MARKERS[words].kind not in ("part_of", "with", "except")
)
"""Those that say where something is."""


_OWN = "|".join(words for words in _MARKERS if re.match(rf"(?:{manner.ADVERBS}) ", words))
ADVERBS = rf"(?!(?:{_OWN})\b)(?:{manner.ADVERBS})"
"""Words that say how a thing is where it is, where they do not begin a relation: *far*, but not of *far away from*."""


def marker_at(tokens: Sequence[str], at: int) -> tuple[Meaning, int] | None:
    """What the relation that begins there means, and how many words say so."""
    gap = _GAP.fullmatch(tokens[at])
    if gap is not None:
        within, beyond = (float(gap[side]) if gap[side] else None for side in ("within", "beyond"))
        return Meaning("near" if beyond is None else "apart", within=within, beyond=beyond), 1
    return _TABLE.at(tokens, at)


def mark_distances(text: str) -> str:
    """A text with *within 2 m of* and its like as marks."""

    def mark(match: re.Match[str]) -> str:
        meaning = distance_meaning(match[0])
        if meaning is None:
            return match[0]
        within, beyond = ("" if metres is None else f"{metres:g}" for metres in (meaning.within, meaning.beyond))
        return f"~gap{beyond}_{within}m"

    return _DISTANCE.sub(mark, text)


def turned_mark(words: str) -> str | None:
    """The mark of a relation from its other side; None where the words are no relation."""
    tokens = words.split()
    found = marker_at(tokens, 0) if tokens else None
    if found is None or found[1] != len(tokens) or words.startswith("~"):
        return None
    return f"~{found[0].kind}"


def spoken_marks(text: str) -> str:
    """A text without the marks; distances in figures are said again."""
    return " ".join(said for t in text.split() if t != "," and (said := _spoken(t)))


def _spoken(token: str) -> str:
    gap = _GAP.fullmatch(token)
    if gap is None:
        return "" if token.startswith("~") else token
    within, beyond = gap["within"], gap["beyond"]
    if within and beyond:
        return f"at {beyond} to {within} m from"
    return f"within {within} m of" if within else f"at least {beyond} m from"
