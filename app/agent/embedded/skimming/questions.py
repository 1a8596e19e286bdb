"""Says the marks of a question about the scene as a plain question: *how many chairs do we have for patients altogether?*"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scenewright.app.agent.embedded.skimming.marks import Mark

__all__ = ["plain_question"]

_HOW_MANY = re.compile(r"\b(?:how many|the number of|count (?:of|the|all))\b")
_MEASURED = re.compile(r"\bhow (?P<how>tall|high|wide|long|deep|big|large|far|thick)\b")
_COLOURED = re.compile(r"\b(?:what|which) colou?r\b")
_WHERE = re.compile(r"^(?:so |and |but |ok |okay |hm+ |now |then )*where (?:is|are|has|have|did|can|do|would)\b")
_THERE = re.compile(
    r"\b(?:is|are) there\b|\b(?:do|does|have|has) (?:we|i|it|the room|this room|you)\b.* (?:have|got)\b|\bhave (?:we|i|you) got\b"
)
_LEAD = re.compile(r"^(?:how many|many|the|all the|all|any|some|a|an) ")


def plain_question(text: str, marks: Sequence[Mark]) -> str | None:
    """A plain question for the marks of one; None where they are none that the scene can answer."""
    nouns = [mark for mark in marks if mark.kind in ("thing", "new")]
    places = [mark.words for mark in marks if mark.kind == "place" and mark.inner]
    if not nouns:
        return None
    first = nouns[0].words
    place = f" {places[0]}" if places else ""
    if _HOW_MANY.search(text):
        return f"how many {_bare(first)} are{place or ' there'}?"
    measured = _MEASURED.search(text)
    if measured is not None and measured["how"] == "far":
        return f"how far is {first} from {nouns[1].words}?" if len(nouns) > 1 else None
    if measured is not None:
        return f"how {measured['how']} is {first}?"
    if _COLOURED.search(text):
        return f"what colour is {first}?"
    if _WHERE.match(text) and nouns[0].kind == "thing":
        return f"where is {first}?"
    if _THERE.search(text) and not any(mark.kind in ("size", "tone") for mark in marks):
        return f"is there {_with_article(first)}{place}?"
    return None


def _bare(words: str) -> str:
    before = None
    while before != words:
        before, words = words, _LEAD.sub("", words)
    return words


def _with_article(words: str) -> str:
    return words if re.match(r"^(?:an?|any|some) ", words) else f"any {_bare(words)}"
