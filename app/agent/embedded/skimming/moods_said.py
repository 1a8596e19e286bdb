"""The mood that a sentence wishes for the whole room, whatever the words around it: *make it nice and snug in here for a bedtime story*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scenewright.app.agent.embedded.moods import mood_of_word, named_mood
from scenewright.app.agent.embedded.skimming.marks import Mark

__all__ = ["wished_mood"]

_OF_ROOM = re.compile(
    r"\b(?:it|here|everything|things|room|place|space|mood|atmosphere|ambience|ambiance|vibes?|feel|feeling|air|scene|look|setting|this"
    r"|whole)\b"
)
_WISHING = re.compile(
    r"\b(?:make|give|add|bring|create|get|set|want|need|needs|should|could|would|let|more|too|bit|lacks?|feels?|looks?|turn|mood|vibes?"
    r"|for)\b"
)
_SAID = frozenset(("other", "it", "tone", "act", "sign", "new"))


def wished_mood(text: str, marks: Sequence[Mark]) -> str | None:
    """A plain wish for the mood that a text names; None where it names none, or anything else that is to be done.

    Args:
        marks: of the text.
    """
    if not _OF_ROOM.search(text) or not _WISHING.search(text) or text.endswith("?"):
        return None
    mood = named_mood(text)
    if mood is None or any(mark.kind not in _SAID for mark in marks):
        return None
    if any(mark.kind == "new" and not mood_of_word().keys() & set(mark.words.split()) for mark in marks):
        return None
    return f"make it {mood}"
