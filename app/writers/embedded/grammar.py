"""Groups tagged words into noun phrases, verb groups, prepositions and joints.

The chunker does not decide what can be placed. It is deterministic and local: a noun phrase is a run of
determiner, number, modifiers and nouns; a verb group is a run of auxiliaries and one main verb; prepositions of several
words (*in front of*, *across from*) are one.
"""

from __future__ import annotations

from scenewright.app.writers.embedded.arrangement_words import read_arrangement
from scenewright.app.writers.embedded.connectives import read_distance, read_preposition
from scenewright.app.writers.embedded.elements import Element, Joint, Verb
from scenewright.app.writers.embedded.noun_phrases import read_phrase
from scenewright.app.writers.embedded.quantities import read_bound
from scenewright.app.writers.embedded.tagging import Token
from scenewright.app.writers.embedded.verb_groups import read_verb

__all__ = ["chunk"]


def chunk(tokens: list[Token]) -> list[Element]:
    """The elements of one sentence, in order. The last is ``Joint('end')``."""
    out: list[Element] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.pos == ",":
            out.append(Joint(":" if token.text in ":;" else token.text if token.text in "()" else ",", token))
            i += 1
            continue
        arranged = read_arrangement(tokens, i)
        if arranged:
            arrangement, i = arranged
            out.append(arrangement)
            continue
        found = read_distance(tokens, i) if read_bound(tokens, i) else read_preposition(tokens, i)
        if found:
            element, i = found
            out.append(element)
            continue
        after = _after_vague_distance(tokens, i)
        if after > i:
            i = after
            continue
        phrase, j = read_phrase(tokens, i)
        if phrase:
            if i and tokens[i - 1].low == "whose":
                phrase.determiner = "its"  # 'a wardrobe whose doors are open'
            out.append(phrase)
            i = j
            continue
        verb, j = read_verb(tokens, i)
        if verb:
            out.append(verb)
            i = j
            continue
        if token.pos == "W":
            out.append(Joint("rel", token))
        elif token.pos == "C":
            out.append(Joint("and" if token.low in ("and", "or", "plus", "&", "nor", "then") else "while", token))
        elif token.pos == "X":
            out.append(Joint("not", token))
        elif token.pos == "A":
            out.append(Verb("be", "be", [token], predicate=[token]))
        i += 1
    if tokens:
        out.append(Joint("end", tokens[-1]))
    return out


_PACES = frozenset(
    ["step", "pace", "foot", "feet", "metre", "meter", "yard", "inch", "centimetre", "centimeter", "way", "bit"]
)


def _after_vague_distance(tokens: list[Token], i: int) -> int:
    """The index of the preposition after a distance without a number: *a few steps in front of it*, *a little way behind the shed*."""
    if tokens[i].low == "all" and i + 1 < len(tokens) and tokens[i + 1].pos == "P" and tokens[i + 1].low != "of":
        return i + 1  # 'papers all over the desk'
    end = i
    while end < len(tokens) and end < i + 3 and tokens[end].pos in ("D", "M", "A"):
        end += 1
    if end == i or end + 1 >= len(tokens) or tokens[end].lemma not in _PACES:
        return i
    return end + 1 if tokens[end + 1].pos == "P" and tokens[end + 1].low != "of" else i
