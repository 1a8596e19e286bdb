"""Other words for a sentence that was not understood: with its slips of the pen mended, else what it names and asks for as plain orders."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scenewright.app.agent.embedded.skimming import skimmed_orders
from scenewright.app.agent.embedded.spelling_said import with_words_spelt
from scenewright.app.agent.embedded.stops import NotHere, NotNamed, NotUnderstood, PartlyRead
from scenewright.app.agent.embedded.work import Work

__all__ = ["MISREAD", "other_wordings"]

MISREAD = (NotHere, NotNamed, NotUnderstood, PartlyRead)
"""Refusals after which other words for the same sentence are tried."""


def other_wordings(text: str, stop: Exception, anew: Callable[[], Work]) -> Iterator[tuple[Work, str]]:
    """Each other wording, with a turn begun anew that says so.

    Args:
        stop: why the text itself was not done.
        anew: begins the turn anew.
    """
    unread = stop.part if isinstance(stop, PartlyRead) else ""
    wordings: tuple[Callable[[], str | None], ...] = (
        lambda: with_words_spelt(text),
        lambda: skimmed_orders(anew(), text, unread),
    )
    for wording in wordings:  # one after the other: skimming looks up every word
        said = wording()
        if said is None or said == text:
            continue
        work = anew()
        work.memory.remarks.append(f"I read that as '{said}'")
        yield work, said
