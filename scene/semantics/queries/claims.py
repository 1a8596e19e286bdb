"""A sentence as a claim about where a thing is: *the lamp is standing on the desk* claims that the lamp is on the desk.

Of several relations in a sentence, one is claimed and the others only identify things (*is the lamp on the desk next to the bed*). Which
one is left open: every relation gives a claim. The relations are the same as in a query's reading
(:mod:`scenewright.scene.semantics.queries.reading`).
"""

from __future__ import annotations

from dataclasses import dataclass

from scenewright.scene.english import KINDS, Meaning
from scenewright.scene.semantics.queries.attaching import relation_starts, relation_ways
from scenewright.scene.semantics.queries.markers import spoken_hyphens, spoken_marks
from scenewright.scene.semantics.queries.reading import relation_words
from scenewright.scene.semantics.queries.readings import Where
from scenewright.scene.semantics.queries.wording import plain_words

__all__ = ["Claim", "asked_meaning", "read_claims"]

_CLAIMED = frozenset(KINDS) - {"except"}


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. `subject`: the words before the relation, in lower case; '' where the sentence begins with the relation. `where`: the
    relations, all of which must hold. `meaning`: of the first relation. `after`: the words of its target. `said`: the relation and all
    words after it."""

    subject: str
    where: tuple[Where, ...]
    meaning: Meaning
    after: str
    said: str


def read_claims(text: str) -> list[Claim]:
    """All claims that a sentence may make, in the order of their relations."""
    tokens = relation_words(plain_words(text)).split()
    out = []
    for start in relation_starts(tokens):
        subject = " ".join(tokens[:start]).strip(" ,")
        found = relation_ways(tokens[start:])
        if found is None:
            continue
        meaning, after, ways = found
        if meaning.kind in _CLAIMED and after and ways and "~" not in subject:
            nested = next((way for way in ways if len(way) == 1), ways[0])
            subject, after = spoken_hyphens(subject), spoken_hyphens(after)
            out.append(Claim(subject, nested, meaning, after, _as_put(text, subject, tokens[start:])))
    return out


def asked_meaning(words: str) -> Meaning | None:
    """The meaning of words that are only a relation ('next to'); None for other words."""
    claims = read_claims(f"{words} x")
    return claims[0].meaning if claims and not claims[0].subject and claims[0].after == "x" else None


def _as_put(text: str, subject: str, tokens: list[str]) -> str:
    """The words after the subject as the text itself has them, with its own figures; else the words as they were read."""
    put = " ".join(text.lower().split())
    return put[len(subject) :].strip() if subject and put.startswith(f"{subject} ") else spoken_marks(" ".join(tokens))
