"""Forms of verbs: the order that a gerund or a participle stands for, *moving it* or *moved*, and what people call the doing of a thing."""

from __future__ import annotations

import re
from functools import cache

from scenewright.app.agent.embedded.patterns import VERBS
from scenewright.app.agent.embedded.plain_orders.tables import table

__all__ = ["base_of_gerund", "base_of_participle", "is_other_verb", "with_known_verb"]

_VOWELS = "aeiou"
_MOST_WORDS = 4
_SIZED = {"make bigger": "bigger", "make smaller": "smaller"}
"""Verbs that the readers know as *make it ...*."""


def base_of_gerund(word: str) -> str | None:
    """*move* for *moving*; None where the word is no gerund of a verb that is known."""
    return next((verb for verb in _verbs() if " " not in verb and word in _gerunds(verb)), None)


def base_of_participle(word: str) -> str | None:
    """*push* for *pushed*, *hang* for *hung*; None where the word is no participle of a verb that is known."""
    return next((verb for verb in _verbs() if " " not in verb and word in _participles(verb)), None)


def is_other_verb(word: str) -> bool:
    """Whether people call the doing of something so: *stow*, *plonk*."""
    return any(said.split()[0] == word for said in _meant())


def with_known_verb(text: str) -> list[str]:
    """*Plonk the cat on the bed* as *put the cat on the bed*: each order that the verb may stand for; [] where it is no other verb."""
    words = text.split()
    found: list[str] = []
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        rest = " ".join(words[count:])
        found += _apart(words, count)
        found += [_with_verb(verb, rest) for verb in _meant().get(" ".join(words[:count]), ())]
    return list(dict.fromkeys(found))


def _apart(words: list[str], count: int) -> list[str]:
    """*Hoist the painting up*: the verb with its particle at the other end of what it is about."""
    if count != 1:
        return []
    found = []
    for at in range(2, len(words)):
        for verb in _meant().get(f"{words[0]} {words[at]}", ()):
            said, rest = " ".join(words[1:at]), " ".join(words[at + 1 :])
            if not re.match(r"^(?:the|this|that|my|it|them|these|those|both|all|a|an)\b", said):
                continue
            whole = f"{said} {rest}".strip()
            found.append(_with_verb(verb, whole))
    return found


def _with_verb(verb: str, what: str) -> str:
    return f"make {what} {_SIZED[verb]}" if verb in _SIZED else f"{verb} {what}"


@cache
def _meant() -> dict[str, tuple[str, ...]]:
    """What people say -> the verbs that it may mean."""
    said: dict[str, list[str]] = {}
    for verb, others in table("verbs").items():
        for other in others:
            said.setdefault(other, []).append(verb)
    return {word: tuple(verbs) for word, verbs in said.items()}


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(dict.fromkeys((*VERBS.split("|"), *_meant(), *table("participles"))))


@cache
def _gerunds(verb: str) -> frozenset[str]:
    stems = {f"{verb}ing"}
    if verb.endswith("e") and not verb.endswith("ee"):
        stems.add(f"{verb[:-1]}ing")
    if verb.endswith("ie"):
        stems.add(f"{verb[:-2]}ying")
    if _doubles(verb):
        stems.add(f"{verb}{verb[-1]}ing")
    return frozenset(stems)


@cache
def _participles(verb: str) -> frozenset[str]:
    irregular = table("participles").get(verb)
    if irregular is not None:
        return frozenset((irregular,))
    if verb.endswith("e"):
        return frozenset((f"{verb}d",))
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return frozenset((f"{verb[:-1]}ied",))
    return frozenset((f"{verb}{verb[-1]}ed",)) if _doubles(verb) else frozenset((f"{verb}ed",))


def _doubles(verb: str) -> bool:
    """Whether the last letter is doubled before an ending: *swap*, *swapping*."""
    return re.search(r"[^aeiou][aeiou][^aeiouwxy]$", verb) is not None and len(verb) <= 6
