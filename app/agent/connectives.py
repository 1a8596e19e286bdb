"""Prepositions and adverbs of place, of one word or of several: *in front of*, *across from*, *overhead*."""

from __future__ import annotations

from scenewright.app.agent.elements import Preposition
from scenewright.app.agent.lexicon import word_set
from scenewright.app.agent.tagging import Token

__all__ = ["fixed_phrase", "read_preposition"]


_LONG_PREPOSITIONS: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): word
    for word, phrases in {
        "in_front_of": "in front of|in the front of|just in front of|ahead of|in-front of",
        "left_of": "left of|just left of|directly left of|immediately left of",
        "right_of": "right of|just right of|directly right of|immediately right of",
        "behind": "in back of|at the back of|to the rear of|to the back of",
        "on": "on top of|atop of|up on|on to|over top of",
        "next_to": "next to|right beside|adjacent to|alongside of|next door to|abutting|adjoining|side by side with|immediately beside",
        "near": "close to|near to|nearby to|not far from|in proximity to|in close proximity to|within reach of|within arm's reach of"
        "|a short distance from|in the vicinity of|hard by",
        "across": "across from|opposite to|opposite of|opposite from|directly opposite|on the other side of"
        "|on the opposite side of|at the opposite end of"
        "|facing away from|on the far side of",
        "far": "far from|far away from|distant from",
        "away": "away from|well away from|apart from|some distance from|at a distance from",
        "between": "in between|in-between|halfway between|midway between",
        "around": "all around|around about|all round",
        "along": "all along|up along|along side of",
        "against": "up against|flush against|flat against|right up against",
        "inside": "inside of|in the inside of|within",
        "outside": "outside of|out of",
        "and": "along with|together with|as well as|in addition to|accompanied with|and also|plus|in combination with",
        "with": "complete with|replete with",
        "such_as": "such as|for example|for instance|e.g|like",
        "not": "instead of|rather than|in place of|apart from|except for|but no|other than|in lieu of",
        "cause": "because of|thanks to|due to|by means of|according to|depending on|in order to|so as to"
        "|in case of|based on|as a|as an|in terms of",
    }.items()
    for phrase in phrases.split("|")
}


_BARE: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): word
    for word, phrases in {
        "above": "overhead|above|high above|up above",
        "near": "nearby|close by|near by|close at hand|not far away|in the vicinity",
        "next_to": "alongside|side by side|back to back|one by one|adjacent|beside|to the side"
        "|off to the side|to one side|on the side|at the side|to each other|next to each other",
        "under": "below|underneath|beneath|down below",
        "behind": "behind|in back",
        "in_front_of": "in front|out front|up front|directly in front",
        "on": "on top|atop|on it|on them|upon it",
        "across": "opposite|across the room|across the way|on the other side|on the opposite side|on the far side|face to face|across",
        "inside": "inside|within|in it",
        "around": "all around|around",
        "between": "in between|in-between|between",
    }.items()
    for phrase in phrases.split("|")
}


_SINGLE = {
    "atop": "on", "upon": "on", "onto": "on", "beside": "next_to", "besides": "next_to", "alongside": "next_to",
    "by": "by", "beneath": "under",
    "underneath": "under", "below": "under", "over": "above", "opposite": "across", "amid": "around",
    "amidst": "around", "among": "near", "amongst": "near",
    "within": "inside", "into": "inside", "throughout": "throughout", "toward": "toward", "towards": "toward",
    "round": "around", "like": "such_as",
    "beyond": "behind", "past": "near", "off": "near", "upside": "on", "via": "cause", "per": "cause",
    "during": "cause", "through": "through",
}  # fmt: skip


_PARTICLES = word_set(
    "on in over around along by near about opposite across underneath above below behind beside beneath under inside"
)


_INVERTED_ADVERBS = word_set("above below beneath behind nearby overhead opposite alongside underneath inside adjacent")


def read_preposition(tokens: list[Token], i: int) -> tuple[Preposition, int] | None:
    low = [t.low for t in tokens[i : i + 6]]
    for width in range(len(low), 1, -1):
        key = tuple(low[:width])
        if key in _LONG_PREPOSITIONS and i + width < len(tokens) and _governs(tokens, i + width):
            return Preposition(_LONG_PREPOSITIONS[key], tokens[i : i + width]), i + width
        if key in _BARE and not _governs(tokens, i + width):
            if i + width < len(tokens) and tokens[i + width].low == "of":
                continue
            return Preposition(_BARE[key], tokens[i : i + width], bare=True), i + width
    token = tokens[i]
    word = token.low
    if (word,) in _LONG_PREPOSITIONS and token.pos in ("P", "A", "G") and _governs(tokens, i + 1):
        return Preposition(_LONG_PREPOSITIONS[(word,)], tokens[i : i + 1]), i + 1
    if (word,) in _BARE and token.pos in ("P", "R", "A") and not _governs(tokens, i + 1):
        if token.pos == "A" and i + 1 < len(tokens) and tokens[i + 1].pos in ("N", "A"):
            return None
        return Preposition(_BARE[(word,)], [token], bare=True), i + 1
    if token.pos == "P":
        if word in _INVERTED_ADVERBS and i + 1 < len(tokens) and tokens[i + 1].pos == "V":
            return Preposition(_BARE.get((word,), word), [token], bare=True), i + 1
        return Preposition(_SINGLE.get(word, word), [token]), i + 1
    if token.pos == "R" and word in _PARTICLES and _governs(tokens, i + 1):
        return Preposition(_SINGLE.get(word, word), [token]), i + 1
    return None


_FIXED_PHRASES = {key for key in _BARE if len(key) > 2 and key[0] not in ("on", "in", "to", "at", "across")}


def fixed_phrase(tokens: list[Token], i: int) -> bool:
    """'side by side' and its like, which begin with a noun."""
    return any(tuple(t.low for t in tokens[i : i + len(key)]) == key for key in _FIXED_PHRASES)


def _governs(tokens: list[Token], i: int) -> bool:
    """Whether a noun phrase begins at `i`: what stands before it is a preposition and no adverb."""
    if i >= len(tokens):
        return False
    token = tokens[i]
    if token.pos in ("D", "M", "N", "A", "W") or (token.pos == "I" and token.low != "there"):
        return token.low not in ("each other", "then") and not (token.pos == "W" and token.low != "which")
    return (
        token.pos in ("E", "G", "R")
        and any(t.pos == "N" for t in tokens[i + 1 : i + 3])
        and not any(t.pos in ("P", ",", "V", "D") for t in tokens[i + 1 : i + 2])
    )
