"""Select from several things: the tallest, the second largest, the leftmost, those in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from scenewright.scene.english import ORDER, Selector
from scenewright.scene.layout.relations import Y
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.queries.directions import OWN_SIGHT, Sight
from scenewright.scene.semantics.queries.places import Places
from scenewright.scene.semantics.queries.reasons import order_reason

__all__ = ["Hit", "nth_level", "nth_of", "selected", "selected_numbers", "side_selector", "too_few"]

_UNSURE = 0.7
"""Factor on the score of a thing that an ordinal means only perhaps."""
_TIE = 0.01
"""Differences that nobody sees, in metres or as a share of a size."""
_SHELVES_APART = 0.08
"""Bottoms that differ by no more than this, in metres, are on one shelf."""
_ALIKE = 1e-4
"""Distances that differ by no more than this, in metres, are the same."""


@dataclass(frozen=True)
class Hit:
    """An entity that a reading may mean. `number`: as in :class:`Places`. `compared`: whether vectors of an encoder were compared."""

    number: int
    score: float
    reasons: tuple[str, ...] = field(default=())
    compared: bool = False


def selected(places: Places, hits: Sequence[Hit], selector: Selector, sight: Sight = OWN_SIGHT) -> list[Hit]:
    """The hits that a selector means (see :func:`selected_numbers`), with the reason added."""
    numbers = [h.number for h in hits]
    chosen = set(selected_numbers(places, numbers, selector, sight))
    if len(hits) < 2:
        return [h for h in hits if h.number in chosen]
    if selector.measure == "middle":
        return [replace(h, reasons=(*h.reasons, "it is in the middle of them")) for h in hits if h.number in chosen]
    one = selector.comparative and len(chosen) == 1
    told, sure = order_reason(replace(selector, comparative=False) if one else selector), 1.0
    if selector.measure == ORDER:
        told, sure = (
            f"the query does not say where to count: from the {'right' if selector.most else 'left'} of the picture it is number "
            f"{selector.ordinal}",
            _UNSURE,
        )
    elif selector.ordinal > 1 and len(chosen) == len(hits):
        told, sure = (
            f"all {len(hits)} are alike by {selector.measure.replace('_', ' ')}: none is number {selector.ordinal}",
            _UNSURE,
        )
    return [replace(h, score=sure * h.score, reasons=(*h.reasons, told)) for h in hits if h.number in chosen]


def too_few(count: int, noun: str) -> str:
    """Why an ordinal selects none of `count` things."""
    what = noun or "thing"
    return f"there is only one {what} here" if count == 1 else f"there are only {count} of {what!r} here"


def selected_numbers(places: Places, numbers: Sequence[int], selector: Selector, sight: Sight = OWN_SIGHT) -> list[int]:
    """The numbers that a selector means: all where it cannot tell any apart, none where there are fewer than its ordinal."""
    if len(numbers) < 2:
        return list(numbers) if selector.ordinal == 1 else []
    if selector.measure == "middle":
        at = places.middles[list(numbers)]
        away = np.linalg.norm(at - (at.min(axis=0) + at.max(axis=0)) / 2.0, axis=1)
        return [n for n, d in zip(numbers, away.tolist(), strict=True) if d <= float(away.min()) + _TIE]
    values = places.measure("screen_x" if selector.measure == ORDER else selector.measure, numbers, sight)
    signed = values if selector.most else -values
    tie = _TIE * max(float(np.abs(values).max()), 0.05)
    if selector.comparative:
        bound = float(signed.min() + signed.max()) / 2.0
        chosen = signed > bound
    else:
        levels = _steps(signed, tie)
        if selector.ordinal > len(numbers):
            return []
        if selector.ordinal > len(levels):
            return list(numbers) if len(levels) == 1 else []
        chosen = np.abs(signed - levels[selector.ordinal - 1]) <= tie
    return [n for n, c in zip(numbers, chosen.tolist(), strict=True) if c] or list(numbers)


def side_selector(side: str) -> Selector:
    """The selector of *on the left*: the thing farthest to that side of the picture."""
    return Selector("screen_x" if side in ("left", "right") else "screen_depth", side in ("right", "back"))


def nth_level(places: Places, numbers: Sequence[int], *, most: bool, ordinal: int) -> set[int]:
    """The things whose bottoms are at the `ordinal`-th level (from 1) from the top, or, not `most`, from the bottom; none where there are
    fewer."""
    bottoms = places.boxes[list(numbers), Y] if len(numbers) else np.zeros(0)
    signed = bottoms if most else -bottoms
    levels = _steps(signed, _SHELVES_APART)
    if ordinal > len(levels):
        return set()
    return {
        n
        for n, v in zip(numbers, signed.tolist(), strict=True)
        if levels[ordinal - 1] - _SHELVES_APART <= v <= levels[ordinal - 1]
    }


def nth_of(gaps: Sequence[tuple[int, float]], ordinal: int) -> list[tuple[int, float]]:
    """From sorted (thing, distance) pairs, those at the `ordinal`-th distinct distance; none where there are fewer distances."""
    levels: list[float] = []
    for _, gap in gaps:
        if not levels or abs(gap - levels[-1]) > _ALIKE:
            levels.append(gap)
    return [one for one in gaps if abs(one[1] - levels[ordinal - 1]) <= _ALIKE] if ordinal <= len(levels) else []


def _steps(values: FloatArray, tie: float) -> list[float]:
    """The distinct values, largest first. Values that differ by no more than `tie` count as one."""
    out: list[float] = []
    for value in sorted(values.tolist(), reverse=True):
        if not out or out[-1] - value > tie:
            out.append(value)
    return out
