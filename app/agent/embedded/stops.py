"""Why a turn ends before its changes are made: something must be asked, or cannot be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["CannotDo", "MustAsk", "NotHere", "NotNamed", "NotUnderstood", "PartlyRead"]


@dataclass(eq=False)
class CannotDo(Exception):
    """The request cannot be met. `reason`: a sentence. `suggestions`: sentences that can be said instead."""

    reason: str
    suggestions: Sequence[str] = ()

    def __str__(self) -> str:
        return self.reason


@dataclass(eq=False)
class NotHere(CannotDo):
    """A noun phrase means nothing in the scene. `phrase`: that phrase."""

    phrase: str = ""


@dataclass(eq=False)
class NotUnderstood(CannotDo):
    """Nothing of a sentence is a request that is known."""


@dataclass(eq=False)
class NotNamed(CannotDo):
    """The words that were taken for the name of a new thing name none, or nothing is there that they could go on from."""


@dataclass(eq=False)
class PartlyRead(Exception):
    """A part of a sentence is not understood; the rest could be done. `part`: what was said."""

    part: str


@dataclass(eq=False)
class MustAsk(Exception):
    """The person must say more.

    `kind`: 'which' (of the candidates), 'where', 'colour' or 'what': what the answer is expected to be. `phrase`: the noun phrase whose
    meaning is asked for. `many`: whether several of the candidates may be meant. `number`: how many are meant; 0 where it is not said.
    """

    question: str
    kind: str
    phrase: str = ""
    candidates: Sequence[str] = ()
    number: int = 0
    labels: Sequence[str] = field(default=())

    def __str__(self) -> str:
        return self.question
