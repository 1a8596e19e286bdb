"""Which things of the lexicon serve a purpose in words: *boil water*, *keep food cold*, *tell the time*.

Kinds have purposes as names (*something to sit on*). Where none has this one, a thing serves it if one of its descriptions begins with the
verb and contains all that the purpose names: a kettle *boils water for tea*.
"""

from __future__ import annotations

from functools import lru_cache

from scenewright.scene.semantics.words import default_lexicon, normalise, singular

__all__ = ["served_by"]

_SMALL = frozenset(
    (
        "a", "an", "the", "my", "your", "his", "her", "our", "their", "some", "any", "with", "in", "on", "at", "from", "of", "to",
        "for", "up", "down", "it", "them", "and", "or", "when", "after", "before", "into", "out", "off", "away", "while", "me", "you"
    )
)  # fmt: skip


@lru_cache(maxsize=256)
def served_by(purpose: str) -> frozenset[str]:
    """The names of the things of the lexicon whose descriptions state a purpose of two words or more; empty for none."""
    said = [_stem(w) for w in normalise(purpose) if w not in _SMALL]
    if len(said) < 2:
        return frozenset()
    verb, rest = said[0], set(said[1:])
    return frozenset(
        thing.name
        for thing in default_lexicon().things.values()
        for use in thing.uses
        if (words := [_stem(w) for w in normalise(use) if w not in _SMALL]) and verb in words[:3] and rest <= set(words)
    )


def _stem(word: str) -> str:
    """A word without the endings of number and of verbs: *boils*, *boiling* and *boil* are one."""
    plain = singular(word)
    if plain.endswith("ing") and len(plain) > 5:
        plain = plain[:-3]
        plain = plain[:-1] if len(plain) > 3 and plain[-1] == plain[-2] else plain
    return plain.removesuffix("e")
