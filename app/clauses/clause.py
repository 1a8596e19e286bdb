"""Clauses of a text with the verdict on each, and how they are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Clause", "ClauseCertificate"]

_MOST_SHOWN = 12
_MOST_LISTED = 6
"""The most clauses of one kind that the lines for people name; the report lists all."""

About = Literal["thing", "look", "relation", "room", "absence", "motion", "words"]


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that a text says of its scene.

    Attributes:
        about: what it speaks of: things and their number, a look of things, a relation, the room, something that must not be there, a
            movement, or words that were not understood.
        says: the clause in plain words.
        shown: whether the scene shows it; None where nothing can tell, and for words that were not understood.
        why: what was found instead, or why it was not judged; '' where it is shown.
        word: the words of the text that :attr:`~scenewright.app.generating.Generated.unserved` names where it is not shown.
        instead: what stands in for the thing; '' for nothing.
        thing: number of the thing that it speaks of, for things and looks; None for others.
        full: for a thing, how it is called with all its looks.
    """

    about: About
    says: str
    shown: bool | None
    why: str = ""
    word: str = ""
    instead: str = ""
    thing: int | None = None
    full: str = ""

    def to_json(self) -> dict[str, object]:
        """As a JSON value."""
        told: dict[str, object] = {"about": self.about, "says": self.says, "shown": self.shown, "why": self.why}
        return {**told, "instead": self.instead} if self.instead else told


@dataclass(frozen=True, slots=True)
class ClauseCertificate:
    """All clauses of a text, in its order: things with their looks, relations, the room, absences, words that were not understood."""

    clauses: tuple[Clause, ...]

    @property
    def shown(self) -> tuple[Clause, ...]:
        """Those that the scene shows."""
        return tuple(c for c in self.clauses if c.shown)

    @property
    def missing(self) -> tuple[Clause, ...]:
        """Those that it does not show."""
        return tuple(c for c in self.clauses if c.shown is False)

    @property
    def unjudged(self) -> tuple[Clause, ...]:
        """Those that nothing can tell."""
        return tuple(c for c in self.clauses if c.shown is None and c.about != "words")

    @property
    def not_understood(self) -> tuple[Clause, ...]:
        """The words of the text without an effect."""
        return tuple(c for c in self.clauses if c.about == "words")

    def to_json(self) -> list[dict[str, object]]:
        """As JSON values."""
        return [clause.to_json() for clause in self.clauses]

    def lines(self) -> list[str]:
        """A few lines for people: what the scene shows, what it does not and why, what was not judged, what was not understood."""
        out = []
        if self.shown:
            out.append(f"shows: {_named(self._shown_briefly(), _MOST_SHOWN, ', ')}")
        if self.missing:
            out.append(f"not shown: {_named([_with_reason(c) for c in self.missing], _MOST_LISTED, '; ')}")
        if self.unjudged:
            out.append(f"not judged: {_named([_with_reason(c) for c in self.unjudged], _MOST_LISTED, '; ')}")
        if self.not_understood:
            out.append(f"not understood: {_named([repr(c.says) for c in self.not_understood], _MOST_LISTED, ', ')}")
        return out

    def _shown_briefly(self) -> list[str]:
        """What is shown, each thing with its looks in one phrase where it has them all."""
        lacking = {c.thing for c in self.clauses if c.about in ("thing", "look") and not c.shown}
        out = []
        for clause in self.shown:
            whole = clause.thing is not None and clause.thing not in lacking
            if whole and clause.about == "look":
                continue
            out.append(clause.full if whole and clause.full else clause.says)
        return out

    def unserved(self) -> list[dict[str, str]]:
        """What the scene does not show for certain: the words, the reason, and what stands in for them, if anything does. Kinds and moods
        of a room that nothing can judge are left out."""
        out = []
        for clause in self.clauses:
            if clause.shown or (clause.about == "room" and clause.shown is None):
                continue  # what kind of place it is, and its mood, stand in for nothing
            told = {"word": clause.word or clause.says, "reason": clause.why or "the scene does not show it"}
            out.append({**told, "instead": clause.instead} if clause.instead else told)
        return out


def _with_reason(clause: Clause) -> str:
    return f"{clause.says}: {clause.why}" if clause.why else clause.says


def _named(texts: Sequence[str], most: int, between: str) -> str:
    more = [f"{len(texts) - most} more"] if len(texts) > most else []
    return between.join([*texts[:most], *more])
