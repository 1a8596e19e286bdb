"""Prepositions and adverbs of place, of one or several words: *in front of*, *across from*, *overhead*.

Their meanings are in :mod:`scenewright.scene.english.relations`. This module adds connectives that are not relations (*as well as*,
*because of*), and finds both among tagged words.
"""

from __future__ import annotations

import re

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.elements import Preposition
from scenewright.app.writers.embedded.tagging import Token
from scenewright.scene.english import BARE, DISTANCE, NEARNESS, PHRASES, Meaning, PhraseTable, distance_meaning

__all__ = ["begins_relation", "fixed_phrase", "read_distance", "read_preposition"]

_JOINING: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): word
    for word, phrases in {
        "and": "along with|together with|as well as|in addition to|accompanied with|and also|plus|in combination with",
        "with": "complete with|replete with",
        "such_as": "such as|for example|for instance|e.g|like",
        "not": "instead of|rather than|in place of|but no|in lieu of",
        "cause": "because of|thanks to|due to|by means of|according to|depending on|in order to|so as to"
        "|in case of|based on|as a|as an|in terms of",
    }.items()
    for phrase in phrases.split("|")
}
"""Connectives that state no place, as words -> canonical word."""
_OTHERWISE = {
    "like": "such_as",
    "past": "near",
    "off": "near",
    "upside": "on",
    "via": "cause",
    "per": "cause",
    "during": "cause",
}
"""Prepositions of one word that are not in the table of relations -> canonical word."""

_COMPOSED = re.compile(
    r"(?:in|on|at|to) (?:the )?(?:(?!very|opposite|other)\w+ )?(?:left|right|top|middle|center|centre|heart|end)(?: hand)?(?: side)? of"
    r"|(?:on|at) (?:each|either|both) sides? of|in front"
)
"""Phrases that contain a noun phrase. They are not matched whole: the reader combines preposition and noun phrase, as for *its left
side*, *each long side*, *on the far left of*, and decides whether the place is on the thing or beside it."""
_VERBS = word_set("facing flanking surrounding encircling circling ringing excluding")
"""Participles that the reader treats as verbs: the phrase to their right is their object."""
_PASSIVE = re.compile(r"\w+ed by")
"""Passives, which the reader treats as verbs too: *surrounded by*."""
_POSED = re.compile(r"(?:hanging|hung|suspended|dangling|attached|fixed|fastened) (?:from|to)")
"""Verbs of posture with their preposition, which the reader reads as a verb and a preposition."""


def _words(phrase: str) -> list[str]:
    """The words of a phrase of the table, split as the tagger splits them."""
    return phrase.replace("'s", " 's").split()


def _is_read_whole(phrase: str, meaning: Meaning) -> bool:
    return not (
        _COMPOSED.fullmatch(phrase) or phrase in _VERBS or _PASSIVE.fullmatch(phrase) or _POSED.fullmatch(phrase)
    )


_RELATIONS = PhraseTable((_words(p), m) for p, m in PHRASES.items() if _is_read_whole(p, m))
_ADVERBS = PhraseTable((_words(p), m) for p, m in BARE.items())
_WORDS = {"except": "not", "on": "on", "left_of": "left_of", "right_of": "right_of"}
"""Kind -> the reader's canonical word for it, where it is not the meaning's own word."""

_DISTANCE = re.compile(rf"({DISTANCE}) ")
_PARTICLES = word_set(
    "on in over around along by near about opposite across underneath above below behind beside beneath under inside"
)
_INVERTED_ADVERBS = word_set("above below beneath behind nearby overhead opposite alongside underneath inside adjacent")
_LONGEST = 6


def read_preposition(tokens: list[Token], i: int) -> tuple[Preposition, int] | None:
    """The preposition or adverb of place that begins at `i`, and the index after it; None where none does."""
    start = i
    while (found := _read(tokens, i)) is None:  # 'directly opposite', 'just left of'
        if tokens[i].low not in NEARNESS or tokens[i].pos == "N" or i + 1 >= len(tokens) or i >= start + 2:
            return None
        i += 1
    if i > start:
        found[0].tokens = tokens[start : found[1]]
    return found


def read_distance(tokens: list[Token], i: int) -> tuple[Preposition, int] | None:
    """The distance that begins at `i` ('two metres from', 'within 50 cm of'), and the index after it; None where none does."""
    found = _DISTANCE.match(" ".join(t.low for t in tokens[i : i + _LONGEST + 2]))
    meaning = distance_meaning(found[1]) if found else None
    if found is None or meaning is None:
        return None
    end = i + len(found[1].split())
    return (_relation(meaning, tokens[i:end]), end) if end < len(tokens) and _governs(tokens, end) else None


def begins_relation(tokens: list[Token], i: int) -> bool:
    """Whether a relation that looks like a verb begins at `i`: *facing away from*, *touching*."""
    found = _RELATIONS.at([t.low for t in tokens], i)
    return found is not None and (found[1] > 1 or tokens[i].pos in ("G", "E")) and _governs(tokens, i + found[1])


def _read(tokens: list[Token], i: int) -> tuple[Preposition, int] | None:
    low = [t.low for t in tokens[i : i + _LONGEST]]
    token, word = tokens[i], tokens[i].low
    distance = read_distance(tokens, i)
    if distance is not None:
        return distance
    for width in range(len(low), 1, -1):
        end = i + width
        joining = _JOINING.get(tuple(low[:width]))
        if joining is not None and end < len(tokens) and _governs(tokens, end):
            return Preposition(joining, tokens[i:end]), end
        meaning = _exactly(_RELATIONS, low, width)
        if meaning is not None and meaning.kind == "flank" and i and tokens[i - 1].pos == "P":
            continue  # 'on either side of': see _COMPOSED
        if meaning is not None and end < len(tokens) and _governs(tokens, end):
            return _relation(meaning, tokens[i:end]), end
        alone = _exactly(_ADVERBS, low, width)
        if alone is not None and not _governs(tokens, end):
            if end < len(tokens) and tokens[end].low == "of":
                continue
            return Preposition(alone.kind, tokens[i:end], bare=True, meaning=alone), end
    meaning, alone = _exactly(_RELATIONS, low, 1), _exactly(_ADVERBS, low, 1)
    if (word,) in _JOINING and token.pos in ("P", "A", "G") and _governs(tokens, i + 1):
        return Preposition(_JOINING[(word,)], [token]), i + 1
    if alone is not None and token.pos in ("P", "R", "A") and not _governs(tokens, i + 1):
        if token.pos == "A" and i + 1 < len(tokens) and tokens[i + 1].pos in ("N", "A"):
            return None
        return Preposition(alone.kind, [token], bare=True, meaning=alone), i + 1
    if token.pos == "P":
        if word in _INVERTED_ADVERBS and i + 1 < len(tokens) and tokens[i + 1].pos == "V":
            return Preposition((alone or meaning or Meaning(word)).kind, [token], bare=True), i + 1
        return _single(token, meaning), i + 1
    if token.pos == "R" and word in _PARTICLES and _governs(tokens, i + 1):
        return _single(token, meaning), i + 1
    if meaning is not None and word not in _PARTICLES and _governs(tokens, i + 1) and _is_place(tokens, i):
        return _relation(meaning, [token]), i + 1  # 'nearest the door', 'touching the wall'
    return None


def _is_place(tokens: list[Token], i: int) -> bool:
    """Whether a word that the tagger takes for no preposition states a place: yes in *nearest the door*, no in *the nearest doors* and
    *nearby a table stands*."""
    token = tokens[i]
    if token.pos == "G":
        return True
    before = tokens[i - 1].pos if i else ","
    definite = tokens[i + 1].pos == "D" and tokens[i + 1].low not in ("a", "an")
    return definite and before not in ("D", "A", "M") and (token.pos in ("A", "R", "E") or before == "V")


def _exactly(table: PhraseTable, low: list[str], width: int) -> Meaning | None:
    """The meaning in a table of exactly the first `width` words of `low`; None where they have none."""
    found = table.at(low, 0)
    while found is not None and found[1] > width:
        found = table.at(low[: found[1] - 1], 0)
    return found[0] if found is not None and found[1] == width else None


def _relation(meaning: Meaning, tokens: list[Token]) -> Preposition:
    return Preposition(_WORDS.get(meaning.kind, meaning.word), tokens, meaning=meaning)


def _single(token: Token, meaning: Meaning | None) -> Preposition:
    """A preposition of one word, with the meaning of the table where there is one."""
    if meaning is not None:
        return _relation(meaning, [token])
    return Preposition(_OTHERWISE.get(token.low, token.low), [token])


_FIXED_PHRASES = {
    tuple(words)
    for phrase in BARE
    for words in [phrase.split()]
    if len(words) > 2 and words[0] not in ("on", "in", "to", "at", "across")
}


def fixed_phrase(tokens: list[Token], i: int) -> bool:
    """Whether an adverb of place that begins with a noun, such as 'side by side', begins at `i`."""
    return any(tuple(t.low for t in tokens[i : i + len(key)]) == key for key in _FIXED_PHRASES)


def _governs(tokens: list[Token], i: int) -> bool:
    """Whether a noun phrase begins at `i`, so that the word before is a preposition and not an adverb."""
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
