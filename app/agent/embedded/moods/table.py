"""The moods of ``moods.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["MoodAdd", "WishedMood", "mood_of_word", "moods", "named_mood"]

_LEAST = "nicer"
"""The mood whose words are said beside those of others: *nice and snug*."""


@dataclass(frozen=True)
class MoodAdd:
    """A thing that a mood adds. `how`: on, under, beside, front, corner or wall; `hosts`: names of what it is placed at, the best first."""

    words: str
    how: str
    hosts: tuple[str, ...]


@dataclass(frozen=True)
class WishedMood:
    """A mood: how people speak of it, and what it does to a room. `light`: steps, such as *a little warmer*. `most`: of the things that it
    adds; `painted`: of those to which it gives a colour; `removes`: small things that it takes away at most.
    `task`: furnish or tidy, which is tried first and is enough where it does something."""

    name: str
    words: tuple[str, ...]
    nouns: tuple[str, ...]
    faults: tuple[str, ...]
    occasions: tuple[str, ...]
    light: tuple[str, ...]
    adds: tuple[MoodAdd, ...]
    most: int
    colours: tuple[tuple[tuple[str, ...], str], ...]
    painted: int
    removes: int
    task: str


@cache
def moods() -> tuple[WishedMood, ...]:
    """All moods, in the order in which their words count."""
    data = tomllib.loads((Path(__file__).parent / "moods.toml").read_text(encoding="utf-8"))
    return tuple(
        WishedMood(
            row["name"],
            tuple(row["words"].split()),
            tuple(noun.replace("_", " ") for noun in row["nouns"].split()),
            tuple(row["faults"].split()),
            tuple(each for each in row["occasions"].split("|") if each),
            tuple(row["light"]),
            tuple(MoodAdd(words, how, tuple(hosts.split())) for words, how, hosts in row["adds"]),
            row["most"],
            tuple((tuple(kinds.split()), colour) for kinds, colour in row.get("colours", ())),
            row.get("painted", 0),
            row.get("removes", 0),
            row.get("task", ""),
        )
        for row in data["mood"]
    )


@cache
def mood_of_word() -> dict[str, str]:
    """Single word -> the name of the mood that it is said for."""
    found: dict[str, str] = {}
    for mood in moods():
        for word in (*mood.words, *mood.nouns, *mood.occasions):
            if " " not in word:
                found.setdefault(word, mood.name)
    return found


def named_mood(text: str) -> str | None:
    """The plainest word for the mood that a text names; None where it names none. *Nice* counts only beside no other mood."""
    known = mood_of_word()
    named = [known[word] for word in re.findall(r"[a-z'-]+", text) if word in known]
    if not named:
        return None
    name = next((each for each in named if each != _LEAST), named[0])
    return next(mood.words[0] for mood in moods() if mood.name == name)
