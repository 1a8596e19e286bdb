"""The words of noun phrases in questions: without articles and fillers, cut into lists, and the words of size in them."""

from __future__ import annotations

import re

from scenewright.scene.english import COMPARATIVES, DETERMINERS, LENGTHS, SUPERLATIVES, TOTALS, Order
from scenewright.scene.semantics.queries import Claim, read_claims
from scenewright.scene.semantics.questions.attribute_words import attributes_of

__all__ = [
    "ADJECTIVES",
    "LEAST",
    "MEASURES",
    "MORE_WORDS",
    "MOST_WORDS",
    "PRONOUNS",
    "bare_phrase",
    "claim_of",
    "echoed",
    "split_list",
    "with_attributes_first",
]

PRONOUNS = frozenset(
    ("it", "they", "them", "this one", "that one", "these ones", "those ones", "one", "of them", "of these")
)
"""Words for the things of the question before."""

_ORDERS: dict[str, Order] = {
    **LENGTHS,
    **{word: SUPERLATIVES[most] for word, most in COMPARATIVES.items()},
    **{most: SUPERLATIVES[most] for most in COMPARATIVES.values()},
}
MEASURES = {word: order.measure for word, order in _ORDERS.items()}
"""Word of size -> the measure that it compares."""
LEAST = frozenset(word for word, order in _ORDERS.items() if not order.most)
"""Those of these words that ask for the least."""

ADJECTIVES = "|".join(sorted((w for w in MEASURES if not w.endswith("est")), key=len, reverse=True))
"""Words of size that are no superlatives, as a regular expression."""
MORE_WORDS = "|".join(sorted((w for w in MEASURES if w.endswith("er")), key=len, reverse=True))
"""Comparatives of size."""
MOST_WORDS = "|".join(sorted((w for w in MEASURES if w.endswith("est")), key=len, reverse=True))
"""Superlatives of size."""

_THAT_IS = re.compile(r"^(?P<what>.+?) (?:that|which|who) (?:is|are|was|were) (?P<said>(?!not\b).+)$")
_LEADING = re.compile(rf"^(?:(?:{'|'.join((*DETERMINERS, *TOTALS))}|of|one of)\s+)+")
"""Words before a noun that do not describe the thing."""


def claim_of(bare: str) -> Claim | None:
    """The claim of a noun phrase about the place of its thing, if it follows the noun."""
    return next((claim for claim in read_claims(bare) if claim.subject), None)


def bare_phrase(text: str) -> str:
    """The phrase without articles, fillers and words such as *in this scene*."""
    text = re.sub(r"\b(?:please|exactly|currently|actually|visible|present|there)\b", " ", text.strip(" ,.?!"))
    text = re.sub(r"\s+", " ", text).strip()
    text = _LEADING.sub("", text)
    trimmed = re.sub(
        r"\s*\b(?:(?:in|inside|within) (?:the|this) (?:whole |entire )?(?:scene|picture|image|view)"
        r"|of (?:the|this) (?:whole |entire )?scene)$",
        "",
        text,
    )
    return trimmed.strip()


def with_attributes_first(bare: str) -> str:
    """*Red chairs* for *chairs that are red*."""
    clause = _THAT_IS.match(bare)
    said = None if clause is None else attributes_of(clause["said"])
    return bare if clause is None or said is None else f"{said} {clause['what']}"


def split_list(text: str) -> list[str]:
    """Split a list: *the shower, the bathtub or the towel rail* into its three parts."""
    parts = re.split(r"\s*,\s*(?:and |or )?|\s+(?:and|or)\s+", text.strip(" ?:"))
    return [p.strip() for p in parts if p.strip()]


_POSSESSIVE = re.compile(r"\b(?:my|our|your|this|that|these|those)(?= (?!is\b|are\b)\w)")


def echoed(text: str) -> str:
    """A phrase of the question for use in its answer: *the desk* for *my desk*."""
    plain = _POSSESSIVE.sub("the", " ".join(text.split()))
    return re.sub(r" (?:here|there|in total)$", "", plain).strip(" ,")
