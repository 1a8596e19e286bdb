"""The words for where things are, as English puts them, native or not: *on top of*, *right next to*, *left from*, *in the near of*.

A relation that is asked from its other side (*the thing the lamp stands on*) has a mark of its own, :func:`turned_mark`, which
:mod:`scenewright.scene.semantics.queries.sentences` puts where such a clause was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["ADVERBS", "MARKER", "POSTURES", "RELATED", "marker_at", "spoken_marks", "turned_mark"]

_SIDES_SAID = (
    "to the {s} hand side of|to the {s} side of|on the {s} hand side of|on the {s} side of|at the {s} side of|to the {s} of"
    "|on the {s} of|at the {s} of|at {s} side of|on {s} side of|on {s} of|at {s} of|to {s} of|{s} hand of|{s} of|{s} from|{s} to"
)
_KINDS: dict[str, str] = {
    "left_of": _SIDES_SAID.format(s="left"),
    "right_of": _SIDES_SAID.format(s="right"),
    "in_front_of": "in front of|in front|infront of|in the front of|at the front of|before",
    "behind": "behind of|behind|at the back of|in back of|in the back of|round the back of|around the back of",
    "end": "at the end of",
    "on": "on top of|on the top of|on top|atop|upon|on",
    "under": "underneath of|underneath|beneath|under of|under|below of|below",
    "above": "over the top of|above of|above|over",
    "inside": "inside of|inside|within|in",
    "next_to": "next to|next of|beside of|beside|besides|alongside of|alongside|adjacent to|side by side with|to the side of"
    "|at the side of|on either side of|either side of|on both sides of|both sides of|at both sides of|on each side of|flanking|by|at"
    "|level with",
    "nearest": "most near to|most close to|nearest to|nearest from|closest to|closest from|closest by|nearer to|closer to|nearest|closest"
    "|nearer|closer",
    "farthest": "farthest away from|furthest away from|farther away from|further away from|farthest from|furthest from|farther from"
    "|further from|most far from|most distant from|far away from|far from|farthest|furthest",
    "near": "in the near of|in the vicinity of|close to|close by|close with|near to|near of|near by|nearby|near "
        "from|not far from|surrounding"
    "|surrounded by|encircled by|ringed by|circling|all around|all round|around|near",
    "between": "halfway between|half way between|midway between|in the middle between|in the gap between|in the space between"
    "|sandwiched between|in between of|in between|inbetween|between|amid|among|amongst",
    "touching": "touching|in contact with|in touch with",
    "against": "along|flush with|up against|against",
    "away": "facing away from|turned away from|looking away from|with its back to|with its back towards|with its back toward"
    "|with their backs to|with the back to|with its back turned to|turning its back on|pointing away from",
    "facing": "that faces|which faces|that face|looking at|looking toward|looking towards|looking to|turned to|turned toward|turned towards"
    "|pointing at|pointing to|pointing toward|pointing towards|pointed at|directed at|facing to|facing towards|facing toward|facing",
    "across": "across from|on the other side of|on the opposite side of|at the opposite side of|at the other side "
        "of|opposite to|opposite from"
    "|opposite of|in opposite of|opposite|across",
    "centre": "at the heart of|in the exact middle of|in the dead centre of|in the middle of|in the center of|in the centre of"
    "|at the middle of|at the center of|at the centre of|on the middle of|on the center of|on the centre of",
    "except": "except for|except|other than|apart from|but not|excluding",
    "with": "with|having|that has|which has|that have|which have",
    "supports": "supporting the|carrying the",
    "holds": "containing the",
    "part_of": "that belongs to|which belongs to|belonging to|of",
}  # fmt: skip
_TURNED = {"on": "supports", "inside": "holds", "under": "above", "above": "under"}
"""Relations whose other side has a name."""
_TURNED_MARKS = {f"~{kind}": _TURNED.get(kind, f"turned {kind}") for kind in _KINDS}

_MARKERS: tuple[tuple[str, str], ...] = tuple(
    (words, kind) for kind, phrases in _KINDS.items() for words in phrases.split("|")
) + tuple(_TURNED_MARKS.items())
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _words, _kind in sorted(_MARKERS, key=lambda m: -len(m[0].split())):
    _BY_FIRST.setdefault(_words.split()[0], []).append((tuple(_words.split()), _kind))

MARKER = "|".join(re.escape(w) for w, _ in sorted(_MARKERS, key=lambda m: -len(m[0])))
"""Any of them, as a pattern."""
RELATED = "|".join(
    re.escape(w) for w, k in sorted(_MARKERS, key=lambda m: -len(m[0])) if k not in ("part_of", "with", "except")
)
"""Those that say where something is."""
POSTURES = (
    "stands?|standing|stood|sits?|sitting|sat|seated|lies?|lying|lays?|laying|laid|rests?|resting|rested|hangs?|hanging|hung|hanged"
    "|leans?|leaning|leant|leaned|perche[ds]|perching|propped|placed|located|mounted|suspended|dangl(?:es|ing)|kept|stored|positioned"
    "|situated|set|put|found|tucked|hidden|hides?|hiding|parked|stuck|attached|fixed|fastened|nailed|pinned|glued|stacked|piled|squeezed"
    "|wedged|pushed|shoved|spread|draped|dropped|left|forgotten|thrown|arranged|lined up|gathered|grouped|displayed|built|installed"
    "|floats?|floating|hovers?|hovering|stays?|seen|visible|peeking|poking|sticking|sleeps|"
    "sleeping|waiting|waits|growing|grows"
)
"""Verbs that say no more than *is*."""
ADVERBS = (
    "right|directly|just|immediately|straight|exactly|over|up|down|out|partly|partially|half|halfway|mostly|almost|nearly|slightly|somewhat"
    "|quite|very|a bit|a little|a little bit|still|also|only|there|here|all the way|somewhere|tightly|closely|neatly|squarely|flat|upright"
    "|back|far|high|high up|low down|together"
)


def marker_at(tokens: Sequence[str], at: int) -> tuple[str, int] | None:
    """The kind of the relation that begins there, 'turned ' before it where it is asked from the other side; and how many words say so."""
    for words, kind in _BY_FIRST.get(tokens[at], ()):
        if tuple(tokens[at : at + len(words)]) == words:
            return kind, len(words)
    return None


def turned_mark(words: str) -> str | None:
    """The mark of a relation from its other side; None where the words are no relation."""
    tokens = words.split()
    found = marker_at(tokens, 0) if tokens else None
    return f"~{found[0]}" if found is not None and found[1] == len(tokens) and f"~{found[0]}" in _TURNED_MARKS else None


def spoken_marks(text: str) -> str:
    """A text without the marks."""
    return " ".join(t for t in text.split() if t != "," and not t.startswith("~"))
