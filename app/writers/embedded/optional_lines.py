"""Which of the things that a place may have it has this time.

A new place draws each by its own chance. A place that stands already tells more: it has some of them, and what else it has is likelier to
be what most such places have, so that completing one brings back what was lost from it rather than something else.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from scenewright.assets.recipe_book import DressingLine

if TYPE_CHECKING:
    from scenewright.assets.recipe_book import OptionalLine

__all__ = ["drawn_lines", "likely_lines"]

_AS_USUAL = 0.05
"""Lines whose chances differ by less come in any order."""


def drawn_lines(lines: Sequence[OptionalLine], seed: str) -> list[OptionalLine]:
    """The lines of a new place, each drawn by its chance. `seed`: of the place."""
    return [line for line in lines if _chance(seed, line).random() < line.chance]


def likely_lines(
    lines: Sequence[OptionalLine], stands: Callable[[OptionalLine], bool], seed: str
) -> list[OptionalLine]:
    """The lines of a place that stands: those about what is there, and the most usual others until it has as many of a kind, furniture or
    dressing of one level, as such a place has on the average.

    Args:
        stands: whether what a line is about is there.
        seed: of the place; among lines that are as usual, it chooses.
    """
    taken: set[int] = set()
    for mine in _by_level(lines).values():
        there = [n for n in mine if stands(lines[n])]
        wanted = math.ceil(sum(lines[n].chance for n in mine))
        others = sorted(
            (n for n in mine if n not in there and lines[n].chance > 0.0),
            key=lambda n: -lines[n].chance - _AS_USUAL * _chance(seed, lines[n]).random(),
        )
        always = [n for n in others if lines[n].chance >= 1.0]
        taken |= {*there, *others[: max(wanted - len(there), len(always))]}
    return [line for n, line in enumerate(lines) if n in taken]


def _by_level(lines: Sequence[OptionalLine]) -> dict[str, Collection[int]]:
    """The numbers of the lines, by the level of dressing that they are of; '' for furniture."""
    levels: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        levels[line.level if isinstance(line, DressingLine) else ""].append(number)
    return dict(levels)


def _chance(seed: str, line: OptionalLine) -> random.Random:
    return random.Random(f"{seed}/{line.text}")
