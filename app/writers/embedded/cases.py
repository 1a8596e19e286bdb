"""What things show: a case of glass what is put into it, behind its glass and not on its lid, and others what they come with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scenewright.app.writers.embedded.counters import sells_food
from scenewright.app.writers.embedded.lexicon import PLURAL_COUNT
from scenewright.app.writers.embedded.selection import Choice, in_variant
from scenewright.app.writers.embedded.supports import Level, open_levels

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.description import Description
    from scenewright.assets import Catalogue

__all__ = ["cleared", "inner_boards", "is_case", "stocked", "without_shown"]

_CASES = frozenset(["display counter", "display cabinet", "glass case"])
"""What the catalogue calls them."""
_FEW = 4
"""Fewer things than this leave a board of a case to what it shows anyway."""


def is_case(choice: Choice) -> bool:
    """Whether a thing is a case of glass."""
    return choice.entry.word in _CASES


def inner_boards(choice: Choice, levels: Sequence[Level]) -> list[Level]:
    """The boards on which what a thing holds may lie: of a case those below its lid, where it has such."""
    inner = [level for level in levels if level.headroom != float("inf")]
    return inner if inner and is_case(choice) else list(levels)


def cleared(choice: Choice, guests: Sequence[Choice], catalogue: Catalogue) -> Choice:
    """A thing without what it comes with, so that `guests` find room in it. A case that gets a little food keeps half of its own, for
    nobody shows one loaf in an empty case."""
    number = sum(_FEW if guest.request.fills else guest.request.count for guest in guests)
    if is_case(choice) and 0 < number < _FEW and all(guest.entry.category == "food" for guest in guests):
        half = in_variant(choice, "half empty", catalogue)
        if half is not choice:
            return half
    return in_variant(choice, "empty", catalogue)


def stocked(choice: Choice, place: str, catalogue: Catalogue) -> Choice:
    """A thing with what it comes with in a place of that name: the cases of a shop that sells no food show no cakes."""
    return choice if not is_case(choice) or sells_food(place) else in_variant(choice, "boxed", catalogue)


def without_shown(
    description: Description, choices: list[Choice], catalogue: Catalogue, notes: list[str]
) -> list[Choice]:
    """The choices without what another object shows already: a clothes rack has clothes on it."""
    by_index = {c.request.index: c for c in choices}
    shown: set[int] = set()
    for link in description.links:
        guest = by_index.get(link.subject)
        host = by_index.get(link.anchors[0]) if link.anchors else None
        if (
            guest is None
            or host is None
            or link.kind not in ("inside", "on", "with")
            or guest.request.count > PLURAL_COUNT
        ):
            continue
        said = set(re.findall(r"[a-z]+", host.entry.phrase.lower()))
        if said & set(guest.entry.words) and not open_levels(catalogue, host.ref):
            shown.add(link.subject)
            notes.append(f"{guest.request.words}: the {host.request.words} shows them")
    return [c for c in choices if c.request.index not in shown]
