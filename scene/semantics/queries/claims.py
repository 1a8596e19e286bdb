"""A sentence as a claim: who is said to be where. *The lamp is standing on the desk* says of the lamp that it is on the desk.

Which of the relations of a sentence is claimed, and which only tells what is spoken of (*is the lamp on the desk next to the bed*), is left
open: every place where a relation begins is a claim, with the same relations as in a query's reading
(:mod:`scenewright.scene.semantics.queries.reading`).
"""

from __future__ import annotations

from dataclasses import dataclass

from scenewright.scene.english import KINDS, Meaning
from scenewright.scene.semantics.queries.markers import spoken_marks
from scenewright.scene.semantics.queries.reading import Where, relation_starts, relation_ways, relation_words
from scenewright.scene.semantics.queries.wording import plain_words

__all__ = ["Claim", "asked_meaning", "read_claims"]

_CLAIMED = frozenset(KINDS) - {"except"}


@dataclass(frozen=True, slots=True)
class Claim:
    """`subject`: who it is said of, in lower case; '' where the sentence begins with the relation. `where`: what is said, all of which is
    to hold. `meaning`: of its first relation. `after`: the words of what that is to. `said`: the relation and all that follows."""

    subject: str
    where: tuple[Where, ...]
    meaning: Meaning
    after: str
    said: str


def read_claims(text: str) -> list[Claim]:
    """Every claim that a sentence may make, in the order in which their relations begin."""
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
            out.append(Claim(subject, nested, meaning, after, _as_put(text, subject, tokens[start:])))
    return out


def asked_meaning(words: str) -> Meaning | None:
    """What words mean that are a relation and nothing else ('next to'); None where they are none."""
    claims = read_claims(f"{words} x")
    return claims[0].meaning if claims and not claims[0].subject and claims[0].after == "x" else None


def _as_put(text: str, subject: str, tokens: list[str]) -> str:
    """What follows the subject in the text itself, which has figures as they were said; else the words that were read."""
    put = " ".join(text.lower().split())
    return put[len(subject) :].strip() if subject and put.startswith(f"{subject} ") else spoken_marks(" ".join(tokens))
