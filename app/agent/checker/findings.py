"""What the checker found, as data and in words."""

from __future__ import annotations

import enum
from dataclasses import dataclass

__all__ = ["CheckFinding", "CheckReport", "FindingKind", "Severity"]


class FindingKind(enum.StrEnum):
    """What a finding is about."""

    EMPTY = "empty"
    """The scene has nothing of what was asked for."""
    MISSING = "missing"
    """A thing of the brief is not there, or something else stands in for it."""
    COUNT = "count"
    """There are more or fewer than asked for."""
    LOOK = "look"
    """A thing has another color, material, size or shape."""
    RELATION = "relation"
    """A relation of the brief does not hold."""
    FACING = "facing"
    """A thing is turned the wrong way."""
    FLOATING = "floating"
    """Nothing carries a thing, or it falls when it is let go."""
    COLLISION = "collision"
    """Two things intersect."""
    OUTSIDE = "outside"
    """A thing leaves the room, or blocks a door or a window."""
    HIDDEN = "hidden"
    """No camera shows a thing of the brief."""
    LENS = "lens"
    """Something hides most of a picture."""
    PRESENT = "present"
    """There is something that must not be there."""
    ROOM = "room"
    """The place is not the one of the brief."""
    STATEMENT = "statement"
    """A relation that the program states does not hold, or cannot be read."""
    MOTION = "motion"
    """Nothing moves where something should, or something goes wrong while it moves."""
    WORDS = "words"
    """Words of the program or of the request had no effect."""
    MOVED = "moved"
    """The layout moved a thing, or would have to move much."""


class Severity(enum.IntEnum):
    """How much a finding counts."""

    NOTE = 0
    """Good to know; nothing must change."""
    FAULT = 1
    """The scene is not quite what was asked for."""
    ERROR = 2
    """The scene is not what was asked for, or cannot be."""


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One thing that is wrong, or good to know.

    `says`: in plain words, with numbers. `paths`: of the entities that it is about. `advice`: what to change; '' where that is plain.
    """

    kind: FindingKind
    severity: Severity
    says: str
    paths: tuple[str, ...] = ()
    advice: str = ""

    def to_json(self) -> dict[str, object]:
        """As a JSON value."""
        told: dict[str, object] = {
            "kind": str(self.kind),
            "severity": self.severity.name.lower(),
            "says": self.says,
            "paths": list(self.paths),
        }
        return {**told, "advice": self.advice} if self.advice else told


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All findings on one scene, the worst first. `shown` of `judged` clauses of the brief are shown by the scene."""

    findings: tuple[CheckFinding, ...]
    shown: int = 0
    judged: int = 0

    @property
    def wrong(self) -> tuple[CheckFinding, ...]:
        """What should change: all but notes."""
        return tuple(f for f in self.findings if f.severity > Severity.NOTE)

    @property
    def passed(self) -> bool:
        """Whether nothing should change."""
        return not self.wrong

    @property
    def rank(self) -> tuple[int, int, int]:
        """The smaller, the better the scene: numbers of errors, of faults, of clauses that it does not show."""
        errors = sum(f.severity is Severity.ERROR for f in self.findings)
        faults = sum(f.severity is Severity.FAULT for f in self.findings)
        return errors, faults, self.judged - self.shown

    def summary(self) -> str:
        """One line for people."""
        errors, faults, _ = self.rank
        shows = f"shows {self.shown} of {self.judged} clauses" if self.judged else "no clause to judge"
        counts = [f"{n} {word}{'s' if n > 1 else ''}" for n, word in ((errors, "error"), (faults, "fault")) if n]
        return f"{shows}; {', '.join(counts) or 'nothing is wrong'}"

    def to_json(self) -> dict[str, object]:
        """As a JSON value."""
        return {
            "passed": self.passed,
            "shown": self.shown,
            "judged": self.judged,
            "findings": [finding.to_json() for finding in self.findings],
        }
