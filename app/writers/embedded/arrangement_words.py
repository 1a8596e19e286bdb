"""Phrases that say how several things stand to each other: *facing each other*, *in two rows*, *in a circle*.

An arrangement has no landmark: the things are arranged among themselves. Nouns that count also arrange: *a row of lockers*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scenewright.app.writers.embedded.elements import SaidArrangement
from scenewright.app.writers.embedded.tagging import Token
from scenewright.scene.english import CARDINALS, cardinal

__all__ = ["GROUPINGS", "FormationShape", "read_arrangement", "shape_of"]

_LONGEST = 7
_EACH_OTHER = r"(?:each other|one another)"
_NEAT = r"(?:(?:straight|single|long|neat|tidy|orderly|even|parallel|regular|small|large|big|wide|tight|loose|close) )*"
_COUNT = "|".join((*sorted(CARDINALS, key=len, reverse=True), r"\d+"))
_NUMBER = rf"(?:(?P<rows>{_COUNT}) )?"
_PER_ROW = rf"(?: of (?P<per>{_COUNT})(?: each)?)?"
_LAYOUT = r"(?: (?:shape|arrangement|layout|formation|configuration|pattern|format))?"
_IN = r"(?:in|into|as|forming) (?:an? )?"

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "facing",
            rf"(?:facing|face|opposite|across from|opposite to|towards?|turned to|turned towards?) {_EACH_OTHER}",
        ),
        ("facing", r"face to face|face-to-face"),
        ("back", r"back to back|back-to-back"),
        ("rows", rf"in {_NUMBER}{_NEAT}(?:rows|lines){_PER_ROW}"),
        ("row", rf"{_IN}{_NEAT}(?:row|line)(?! of)|lined up|side by side(?: in a (?:row|line))?(?! with)"),
        ("row", rf"(?:(?:right|directly) )?(?:next to|beside|alongside) {_EACH_OTHER}"),
        ("columns", rf"in {_NUMBER}{_NEAT}columns{_PER_ROW}"),
        ("rows", rf"{_IN}{_NEAT}grid{_LAYOUT}"),
        ("half circle", rf"{_IN}{_NEAT}(?:semi-?circle|semi circle|half[ -]circle|crescent|arc){_LAYOUT}"),
        ("half circle", rf"{_IN}semi-?circular (?:arrangement|layout|formation)"),
        ("circle", rf"{_IN}{_NEAT}(?:circle|ring){_LAYOUT}|{_IN}circular (?:arrangement|layout|formation)"),
        ("u", rf"{_IN}{_NEAT}(?:u|u-shaped?|horseshoe){_LAYOUT}"),
        ("gallery", r"(?:in|as) (?:a )?gallery wall(?: arrangement)?|gallery[- ]style"),
        ("stacks", rf"(?:neatly )?(?:stacked|piled|heaped) (?P<per>{_COUNT}) (?:high|deep|tall)"),
        (
            "stack",
            r"in (?:a )?(?:neat )?(?:stack|pile)(?! of)|stacked up|piled up|on top of (?:each other|one another)"
            r"|(?:neatly )?(?:stacked|piled|heaped)(?: high)?(?= (?:in|on|at|against|beside|next|near|by|under|along|behind|around)\b)",
        ),
    )
)

_HEADS = {
    "row": "row", "line": "row", "rows": "rows", "lines": "rows", "grid": "rows", "circle": "circle", "ring": "circle",
    "semicircle": "half circle", "stack": "stack", "pile": "stack", "heap": "stack", "tower": "stack", "stacks": "stacks",
    "piles": "stacks", "column": "row", "gallery": "gallery",
}  # fmt: skip
GROUPINGS = frozenset(_HEADS)
"""Nouns before *of* that count the things after it and say how they stand: *a row of lockers*."""


@dataclass(frozen=True, slots=True)
class FormationShape:
    """How things stand to each other. `kind`: facing, back, row, rows, circle, half circle, u, gallery or stack. `rows`: how many rows,
    or stacks. `per_row`: how many things in a row. 0: the text does not say."""

    kind: str
    rows: int = 0
    per_row: int = 0

    def __str__(self) -> str:
        return f"{self.kind}|{self.rows}|{self.per_row}"

    @staticmethod
    def of(text: str) -> FormationShape:
        """A shape from its text in a link."""
        kind, rows, per_row = text.split("|")
        return FormationShape(kind, int(rows), int(per_row))


def read_arrangement(tokens: list[Token], i: int) -> tuple[SaidArrangement, int] | None:
    """The arrangement that begins at `i`, and the index after it; None where none does."""
    words = [t.low for t in tokens[i : i + _LONGEST]]
    said = " ".join(words)
    for named_kind, pattern in _PATTERNS:
        found = pattern.match(said + " ")
        if found is None or said[found.end() : found.end() + 1] not in ("", " "):
            continue
        named = found.groupdict()
        rows, per_row = (cardinal(named.get(name) or "") or 0 for name in ("rows", "per"))
        width = len(found.group().split())
        columns = named_kind == "columns"
        kind, rows, per_row = ("rows", per_row, rows) if columns else (named_kind, rows, per_row)
        return SaidArrangement(kind, tokens[i : i + width], rows, per_row), i + width
    return None


def shape_of(grouping: str, groups: int) -> FormationShape:
    """The shape that a counting noun gives: *two rows of chairs*."""
    kind = _HEADS[grouping]
    if kind == "row" and groups > 1:
        kind = "rows"
    return FormationShape(kind, groups) if kind in ("rows", "stacks") else FormationShape(kind)
