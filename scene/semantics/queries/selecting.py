"""Which of several: the tallest, the second largest, the leftmost, the ones in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.queries.places import Places
from scenewright.scene.semantics.queries.reading import Selector

__all__ = ["Hit", "selected"]

_TIE = 0.01
"""Metres, and shares of a size, that nobody sees."""


@dataclass(frozen=True)
class Hit:
    """An entity that a reading may mean, by its number in :class:`Places`: how well, and why. `compared`: by vectors of an encoder."""

    number: int
    score: float
    reasons: tuple[str, ...] = field(default=())
    compared: bool = False


def selected(places: Places, hits: Sequence[Hit], selector: Selector) -> list[Hit]:
    """Those that a selector means; all where it cannot tell them apart, none where there are fewer than its ordinal."""
    if len(hits) < 2:
        return list(hits)
    numbers = [h.number for h in hits]
    if selector.measure == "middle":
        at = places.middles[numbers]
        away = np.linalg.norm(at - (at.min(axis=0) + at.max(axis=0)) / 2.0, axis=1)
        return [h for h, d in zip(hits, away.tolist(), strict=True) if d <= float(away.min()) + _TIE]
    values = places.measure(selector.measure, numbers)
    signed = values if selector.most else -values
    tie = _TIE * max(float(np.abs(values).max()), 0.05)
    if selector.comparative:
        bound = float(signed.min() + signed.max()) / 2.0
        chosen = signed > bound
    else:
        levels = _steps(signed, tie)
        if selector.ordinal > len(levels):
            return []
        chosen = np.abs(signed - levels[selector.ordinal - 1]) <= tie
    told = f"by {selector.measure.replace('_', ' ')}"
    return [replace(h, reasons=(*h.reasons, told)) for h, c in zip(hits, chosen.tolist(), strict=True) if c] or list(
        hits
    )


def _steps(values: FloatArray, tie: float) -> list[float]:
    """The distinct values, largest first; those nearer than `tie` are one."""
    out: list[float] = []
    for value in sorted(values.tolist(), reverse=True):
        if not out or out[-1] - value > tie:
            out.append(value)
    return out
