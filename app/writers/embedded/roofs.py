"""Hangs things from a ceiling that is not flat: below the ridge of a pitched roof, or between beams."""

from __future__ import annotations

from scenewright.app.writers.embedded.selection import Item
from scenewright.scene.language.vocabulary import BEAM, beam_places, roof_rise

__all__ = ["fit_roof"]

_FREE = 0.02
"""Metres between a beam and what hangs beside it."""


def fit_roof(roof: str, width: float, depth: float, height: float, items: list[Item]) -> str:
    """Move what hangs from the ceiling so that it suits the roof. Returns the roof; '' where something is in the way of its beams."""
    hanging = [i for i in items if i.support == "ceiling" and i.host is None]
    if roof == "gable":
        rise = roof_rise(width)
        taken: list[tuple[float, float]] = []
        for item in hanging:
            while (
                any(abs(item.z - z) < reach + item.depth / 2 for z, reach in taken) and item.z < depth / 2 - item.depth
            ):
                item.z = round(item.z + 0.1, 3)
            item.x, item.y = 0.0, round(height + rise - item.height, 3)
            taken.append((item.z, item.depth / 2))
        return roof
    if roof != "beams":
        return ""
    places, across_x = beam_places(width, depth)
    free = [_beside(item, places, across_x) for item in hanging]
    tall = any(i.y + i.height > height - BEAM[1] - _FREE for i in items if i.support != "ceiling" and i.host is None)
    if tall or any(at is None for at in free):
        return ""
    for item, at in zip(hanging, free, strict=True):
        if at is not None and across_x:
            item.z = round(at, 3)
        elif at is not None:
            item.x = round(at, 3)
    return roof


def _beside(item: Item, places: list[float], across_x: bool) -> float | None:
    """The nearest place between two beams; None where it is too wide for that."""
    at, half = (item.z, item.depth / 2) if across_x else (item.x, item.width / 2)
    reach = half + BEAM[0] / 2 + _FREE
    if all(abs(at - place) >= reach for place in places):
        return at
    tried = [place + side * reach for place in places for side in (-1.0, 1.0)]
    free = [t for t in tried if all(abs(t - place) >= reach - 1e-9 for place in places)]
    inner = [t for t in free if abs(t) <= max(abs(p) for p in places)]
    return min(inner, key=lambda t: abs(t - at), default=None)
