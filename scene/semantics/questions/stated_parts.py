"""Parts of a thing that its description counts though the scene has no thing for them: *a sideboard with three doors*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scenewright.scene.english import CARDINALS, cardinal
from scenewright.scene.semantics.questions.asking_phrases import Phrases
from scenewright.scene.semantics.questions.phrase_words import bare_phrase
from scenewright.scene.semantics.words import lexicon, normalise

__all__ = ["StatedParts", "stated_anywhere", "stated_parts"]

_COUNT = re.compile(rf"\b(?P<number>an?|\d+|{'|'.join(CARDINALS)}|pair of)[ -](?:\w+[ -])?(?P<part>\w+)")


@dataclass(frozen=True, slots=True)
class StatedParts:
    """`number`: how many; `said`: the words that say so; `node`: of which thing."""

    number: int
    said: str
    node: int = -1


def stated_parts(phrases: Phrases, nodes: Sequence[int], what: str) -> StatedParts | None:
    """How many parts of a kind the descriptions of all these nodes state; None where one says nothing, or another number."""
    wanted = normalise(bare_phrase(what))
    if not wanted:
        return None
    told = [_stated(phrases.graph.nodes[i].words, lexicon.singular(wanted[-1])) for i in nodes]
    first = told[0] if told else None
    return first if first is not None and all(t is not None and t.number == first.number for t in told) else None


def stated_anywhere(phrases: Phrases, what: str) -> StatedParts | None:
    """How many parts of a kind the description of the only thing that mentions them states; None for none or several such things."""
    wanted = normalise(bare_phrase(what))
    if len(wanted) != 1:
        return None
    found = [
        StatedParts(told.number, told.said, i)
        for i, node in enumerate(phrases.graph.nodes)
        if i not in phrases.graph.grounds and (told := _stated(node.words, lexicon.singular(wanted[-1]))) is not None
    ]
    return found[0] if len(found) == 1 else None


def _stated(words: Sequence[str], part: str) -> StatedParts | None:
    for said in words[1:]:
        for found in _COUNT.finditer(said.lower()):
            if lexicon.singular(found["part"]) != part or found.start() == 0:
                continue
            number = {"a": 1, "an": 1, "pair of": 2}.get(found["number"]) or cardinal(found["number"])
            if number:
                return StatedParts(number, said)
    return None
