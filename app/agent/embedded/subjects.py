"""What a request is about: *it* afterwards, whether the request could be done or not."""

from __future__ import annotations

import re
from contextlib import suppress

from scenewright.app.agent.embedded.stops import CannotDo, MustAsk
from scenewright.app.agent.embedded.wanted import MoveWanted, PaintWanted, SwapWanted, Wanted
from scenewright.app.agent.embedded.work import Work

__all__ = ["hangs_on_before", "named_in", "subject_of"]

_NAMED = re.compile(r"\b(?:the|my|that|this|these|those|our) ([\w-]+(?: [\w-]+)?(?: [\w-]+)?)")
_PRONOUN = re.compile(r"\b(?:it|its|them|they|there|that one)\b")


def subject_of(work: Work, wanted: Wanted) -> tuple[str, ...]:
    """The things that a request is about; () where it names none that is here, or may mean several."""
    phrases: tuple[str, ...]
    match wanted:
        case MoveWanted():
            phrases = (*(what for what, _ in wanted.ways), wanted.what)
        case PaintWanted():
            phrases = tuple(what for what, _ in wanted.colours)
        case SwapWanted():
            phrases = (wanted.one,)
        case _:
            phrases = (str(getattr(wanted, "what", "")),)
    for phrase in phrases:
        with suppress(CannotDo, MustAsk):
            return work.things.find(phrase, building=True)
    return ()


def named_in(work: Work, text: str) -> tuple[str, ...]:
    """The first things here that a text names, though it is not understood: *it* may mean them in the next turn; () where it names none."""
    for found in _NAMED.finditer(text):
        words = found[1].split()
        for count in range(len(words), 0, -1):
            with suppress(CannotDo, MustAsk):
                return work.things.find(f"the {' '.join(words[:count])}", building=True)
    return ()


def hangs_on_before(clause: str) -> bool:
    """Whether a clause speaks of what one before it named: *and turn it around*."""
    return _PRONOUN.search(clause) is not None
