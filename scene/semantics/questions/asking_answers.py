"""Answers to questions about a scene, and the facts that they rest on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["Fact", "GraphAnswer", "NotAnswered", "listed", "sentence", "verdict"]

Value = bool | int | float | str | tuple[str, ...] | None


_MEASURED = (
    (re.compile(r"(?:floor )?area|width times depth"), 2),
    (re.compile(r"size|volume"), 3),
    (
        re.compile(
            r"distance|between (?:nearest|middles)|width|height|depth|length|thickness|level|bottom above|from top|to the wall"
            r"|twice width"
        ),
        1,
    ),
)
"""What facts measure, and the power of the unit of length that they are in."""
_TV = re.compile(r"\btv\b")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact that an answer rests on: what was measured, on which nodes (paths), and the value."""

    what: str
    paths: tuple[str, ...]
    value: float | str | None = None

    @property
    def power(self) -> int:
        """The power of the unit of length that the value is in; 0 for a count, a share or a word."""
        return next((power for pattern, power in _MEASURED if pattern.match(self.what)), 0)

    def said_value(self, unit: str) -> str:
        """The value for people; a measure with its unit. `unit`: that of lengths in the scene. '' for no value."""
        if not isinstance(self.value, float):
            return self.value or ""
        number = f"{self.value:.3f}".rstrip("0").rstrip(".")
        named = {
            0: "",
            1: unit,
            2: "m²" if unit == "m" else f"square {unit}",
            3: "m³" if unit == "m" else f"cubic {unit}",
        }
        return f"{number} {named[self.power]}".strip()

    def to_json(self) -> dict[str, object]:
        """The fact as JSON values."""
        value = round(self.value, 4) if isinstance(self.value, float) else self.value
        return {"what": self.what, "paths": list(self.paths), "value": value, "power": self.power}


@dataclass(frozen=True, slots=True)
class GraphAnswer:
    """An answer. `kind`: count, exists, size, distance, relation, color, place; '' where the question was not understood.
    `value`: a number, true or false, paths of things, or a word; None where there is no answer. `text`: the answer for people.
    `basis`: the facts it rests on. `notes`: how an ambiguous question was read."""

    kind: str
    value: Value
    text: str
    basis: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether there is an answer."""
        return self.value is not None

    def to_json(self) -> dict[str, object]:
        """The answer as JSON values."""
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        return {
            "answered": self.answered,
            "kind": self.kind,
            "value": round(value, 4) if isinstance(value, float) else value,
            "text": self.text,
            "basis": [f.to_json() for f in self.basis],
            "notes": list(self.notes),
        }


@dataclass(eq=False)
class NotAnswered(Exception):
    """The question is understood but has no answer: a thing in it does not exist in the scene, or may mean several things."""

    text: str
    kind: str = ""
    notes: tuple[str, ...] = field(default_factory=tuple)

    def __str__(self) -> str:
        return self.text

    def answer(self) -> GraphAnswer:
        """The answer without a value that says why there is none."""
        return GraphAnswer(self.kind, None, sentence(self.text), notes=self.notes)


def verdict(value: bool, sentence: str) -> str:
    """A yes or no, and the sentence that says what is so."""
    return _TV.sub("TV", f"{'Yes' if value else 'No'}, {sentence}.")


def sentence(text: str) -> str:
    """A text as a sentence: with a capital and a full stop."""
    plain = _TV.sub("TV", text.strip())
    first = plain.split(" ", 1)[0]
    named = any(c in "_/[0123456789" for c in first)  # a path stays as it is
    return (plain[:1] if named else plain[:1].upper()) + plain[1:] + ("" if plain.endswith((".", "?", "!")) else ".")


def listed(words: Sequence[str], most: int = 12) -> str:
    """Join words as *a, b and c*. Beyond `most` words, only the number of the rest is given."""
    if len(words) > most:
        return f"{', '.join(words[:most])} and {len(words) - most} more"
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else "nothing"
