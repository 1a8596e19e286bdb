"""Rewrites the numbers of one ``place(...)`` call in the text of the call."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scenewright.scene.language.editing.number_shift import (
    Shift,
    gap_tokens,
    literal_number,
    parse_piece,
    shifted_text,
    span_in,
)
from scenewright.scene.language.editing.program_text import Splice, format_degrees, format_length
from scenewright.scene.language.vocabulary import KEYWORD_VARIANTS
from scenewright.scene.model import FloatArray

__all__ = ["PlaceNumbers", "WrittenNumbers"]

_POSITIONS = {"at": 1, "turn": 2}


@dataclass(frozen=True, slots=True)
class WrittenNumbers:
    """Changes to the text, and how much they add: (3,) metres to ``at``, or degrees to ``turn``."""

    splices: list[Splice]
    by: FloatArray


class PlaceNumbers:
    """A ``place(...)`` call as text.

    `text`: UTF-8 of the call, from its name to its closing parenthesis. `start`: its byte offset in the program.
    """

    def __init__(self, text: bytes, start: int) -> None:
        self.text = text
        self.start = start
        call = parse_piece(text)
        assert isinstance(call, ast.Call)
        self.call = call
        self._arguments: list[ast.expr] = sorted(
            [*call.args, *(k.value for k in call.keywords)], key=lambda v: (v.lineno, v.col_offset)
        )

    @property
    def is_plain(self) -> bool:
        """Whether it calls ``place`` by name and has no starred argument."""
        starred = any(isinstance(a, ast.Starred) for a in self.call.args) or any(not k.arg for k in self.call.keywords)
        return isinstance(self.call.func, ast.Name) and self.call.func.id == "place" and not starred

    def argument(self, name: str) -> ast.expr | None:
        """The argument ``at`` or ``turn``, under any of its names in the language."""
        names = (name, *(v for v, plain in KEYWORD_VARIANTS.items() if plain == name))
        for keyword in self.call.keywords:
            if keyword.arg in names:
                return keyword.value
        position = _POSITIONS[name]
        return self.call.args[position] if position < len(self.call.args) else None

    @property
    def turn_is_number(self) -> bool:
        """Whether ``turn`` is left out or a literal number, so that the text shows the whole turn."""
        value = self.argument("turn")
        return value is None or literal_number(value) is not None

    def moved(self, delta: FloatArray) -> WrittenNumbers | None:
        """Changes that add `delta` (3,) to ``at``. A missing ``at`` or height is written. None where ``at`` is not a tuple of two
        or three expressions."""
        value = self.argument("at")
        if value is None:
            numbers = [format_length(float(d)) for d in delta]
            by = np.array([float(n) for n in numbers])
            return WrittenNumbers([self._inserted(f"at=({', '.join(numbers)})")] if by.any() else [], by)
        if not isinstance(value, (ast.Tuple, ast.List)):
            return None
        elements = value.elts
        if len(elements) not in (2, 3) or any(isinstance(e, ast.Starred) for e in elements):
            return None
        axes = (0, 2) if len(elements) == 2 else (0, 1, 2)
        start, end = span_in(self.text, value)
        spans = self._whole_spans(elements, start + 1, end)
        splices, by = [], np.zeros(3)
        for span, axis in zip(spans, axes, strict=True):
            shift = shifted_text(self.text[slice(*span)], float(delta[axis]), 4)
            if shift is not None:
                splices.append(self._splice(span[0], shift))
                by[axis] = shift.by
        height = format_length(float(delta[1]))
        if len(elements) == 2 and float(height):
            behind = self.start + spans[0][1]
            splices.append(Splice(behind, behind, f", {height}"))
            by[1] = float(height)
        return WrittenNumbers(splices, by)

    def turned(self, degrees: float) -> WrittenNumbers:
        """Changes that add `degrees` to ``turn``."""
        value = self.argument("turn")
        if value is None:
            number = format_degrees(degrees)
            return WrittenNumbers([self._inserted(f"turn={number}")] if float(number) else [], np.array(float(number)))
        spans = self._argument_spans
        span = spans[next(i for i, a in enumerate(self._arguments) if a is value)]
        shift = shifted_text(self.text[slice(*span)], degrees, 2)
        return (
            WrittenNumbers([], np.array(0.0))
            if shift is None
            else WrittenNumbers([self._splice(span[0], shift)], np.array(shift.by))
        )

    def _splice(self, at: int, shift: Shift) -> Splice:
        offset = self.start + at
        return Splice(offset + shift.start, offset + shift.end, shift.text)

    @cached_property
    def _argument_spans(self) -> list[tuple[int, int]]:
        behind_name = span_in(self.text, self.call.func)[1]
        first_argument = span_in(self.text, self._arguments[0])[0]
        opening = gap_tokens(self.text, behind_name, first_argument)[0][0]
        return self._whole_spans(self._arguments, opening + 1, len(self.text) - 1)

    def _whole_spans(self, nodes: Sequence[ast.expr], first: int, stop: int) -> list[tuple[int, int]]:
        """Spans of consecutive expressions between two offsets, each with the parentheses around it."""
        bare = [span_in(self.text, node) for node in nodes]
        ends = [first, *(end for _, end in bare)]
        starts = [*(start for start, _ in bare), stop]
        whole = []
        for i, (start, end) in enumerate(bare):
            opened = []
            for at, token in reversed(gap_tokens(self.text, ends[i], start)):
                if token != b"(":
                    break
                opened.append(at)
            closed = [at for at, token in gap_tokens(self.text, end, starts[i + 1]) if token == b")"]
            whole.append((opened[-1], closed[len(opened) - 1] + 1) if opened else (start, end))
        return whole

    def _inserted(self, argument: str) -> Splice:
        """The change that adds an argument behind the last."""
        end = self.start + self._argument_spans[-1][1]
        return Splice(end, end, f", {argument}")
