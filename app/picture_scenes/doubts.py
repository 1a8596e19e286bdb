"""What of a reading is doubtful: whether a picture shows plain things at all, and what nothing in it tells of a thing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.app.picture_scenes.evidence import GroundView, PictureEvidence
from scenewright.app.picture_scenes.shading import smooth_parts, surface_pixels
from scenewright.app.picture_scenes.showing import depths, shown_numbers
from scenewright.app.picture_scenes.things import PlainThing
from scenewright.scene.model import FloatArray

__all__ = ["hidden_feet", "plain_share"]

_ROUGH = 15.0
"""In CIELAB: what differs by more from the smooth light on a side of a thing is a pattern, leaves or an edge within it."""
_LEAST = 8
"""Pixels of a thing that its light is looked at from."""
_FOOT, _SEEN = 0.25, 0.1
"""Share of a thing's rows that are its foot, and of the foot's pixels that must be seen to tell how far away it stands."""


def plain_share(things: Sequence[PlainThing], view: GroundView, evidence: PictureEvidence, lab: FloatArray) -> float:
    """From 0 to 1: how much of things and of what they are to explain is as plain things are: of their outlines, and smooth on each side.

    Args:
        lab: (H, W, 3) CIELAB of the picture.
    """
    layers = depths(things, view)
    shown = shown_numbers(depths(things, view, 1), view)
    good = 0.0
    for number, (thing, layer) in enumerate(zip(things, layers, strict=True)):
        mine = (shown == number) & evidence.of(thing.segments)
        if layer is None or mine.sum() < _LEAST:
            continue
        pixels = surface_pixels(thing, layer, mine, view)
        seen = lab[pixels.rows, pixels.columns]
        smooth = np.stack([smooth_parts(thing, pixels, seen[:, channel]) for channel in range(3)], axis=1)
        good += float((np.linalg.norm(seen - smooth, axis=1) < _ROUGH).mean()) * float(mine.sum())
    every = evidence.of(frozenset().union(*(t.segments for t in things))) | (shown >= 0)
    return good / max(float(every.sum()), 1.0)


def hidden_feet(things: Sequence[PlainThing], view: GroundView) -> list[tuple[int, int]]:
    """Pairs of a thing whose foot is not seen, and what hides most of that."""
    shown = shown_numbers(depths(things, view, 1), view)
    found = []
    for number, layer in enumerate(depths(things, view, 1)):
        if layer is None:
            continue
        rows = np.flatnonzero((layer.face >= 0).any(axis=1))
        foot = np.zeros(shown.shape, dtype=bool)
        first = int(rows[-1] - _FOOT * len(rows)) if len(rows) else 0
        foot[layer.window.pixels][first:] = layer.face[first:] >= 0
        over = shown[foot]
        if len(over) and float((over == number).mean()) < _SEEN:
            found.append((number, int(np.bincount(over[over != number] + 1).argmax()) - 1))
    return [(thing, other) for thing, other in found if other >= 0]
