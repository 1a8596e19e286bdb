"""Things drawn as layers: which of them each pixel shows, and how much of that is wrong."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.app.picture_fitting.layers import DrawnLayer, LayerWindow, draw_layer, pooled
from scenewright.app.picture_scenes.evidence import GroundView, PictureEvidence
from scenewright.app.picture_scenes.things import PlainThing
from scenewright.scene.model import Array, FloatArray, IntArray

__all__ = ["box_of", "depths", "fronts", "grown_window", "outline_cost", "shown_numbers", "visible_share"]

_NEUTRAL = 0.3
"""How wrong it is to show a thing where the picture has a segment without a colour: it may be a reflection or a shadow."""


def depths(things: Sequence[PlainThing], view: GroundView, samples: int = 2) -> list[DrawnLayer | None]:
    """Each thing's layer."""
    pinhole = view.pinhole
    return [draw_layer(t.body, t.pose, pinhole, samples=samples) for t in things]


def fronts(layers: Sequence[DrawnLayer | None], view: GroundView, samples: int = 2) -> list[FloatArray]:
    """For each thing the depth (H*s, W*s) of the nearest other."""
    shape = view.height * samples, view.width * samples
    first, second = np.full(shape, np.inf), np.full(shape, np.inf)
    owner = np.full(shape, -1)
    for number, layer in enumerate(layers):
        if layer is None:
            continue
        w = layer.window
        part = (
            slice(w.top * samples, (w.top + w.height) * samples),
            slice(w.left * samples, (w.left + w.width) * samples),
        )
        nearer = layer.depth < first[part]
        second[part] = np.where(nearer, first[part], np.minimum(second[part], layer.depth))
        first[part] = np.where(nearer, layer.depth, first[part])
        owner[part] = np.where(nearer, number, owner[part])
    return [np.where(owner == number, second, first) for number in range(len(layers))]


def visible_share(layer: DrawnLayer | None, front: FloatArray | None, window: LayerWindow, samples: int) -> FloatArray:
    """(h, w) share of each pixel of the window that shows the layer, whose window this is, before `front`: depth per sample of the
    whole picture."""
    if layer is None:
        return np.zeros((window.height, window.width))
    seen = layer.face >= 0
    if front is not None:
        rows = slice(window.top * samples, (window.top + window.height) * samples)
        columns = slice(window.left * samples, (window.left + window.width) * samples)
        seen = seen & (layer.depth < front[rows, columns])
    return pooled(seen, samples)


def shown_numbers(layers: Sequence[DrawnLayer | None], view: GroundView) -> IntArray:
    """(H, W) which thing each pixel shows at its first sample, -1 for ground."""
    shown = np.full((view.height, view.width), -1)
    nearest = np.full((view.height, view.width), np.inf)
    for number, layer in enumerate(layers):
        if layer is None:
            continue
        part, n = layer.window.pixels, layer.window.samples
        depth = layer.depth[n // 2 :: n, n // 2 :: n]
        nearer = depth < nearest[part]
        nearest[part] = np.where(nearer, depth, nearest[part])
        shown[part] = np.where(nearer, number, shown[part])
    return shown


def outline_cost(things: Sequence[PlainThing], view: GroundView, evidence: PictureEvidence) -> float:
    """How many pixels of a picture are shown wrongly: a thing where there is another or none, or none where there is one."""
    shown = shown_numbers(depths(things, view, 1), view)
    labels, neutral = evidence.labels, evidence.neutral
    wrong = np.where((shown < 0) & (labels >= 0), evidence.trust, 0.0)
    for number, thing in enumerate(things):
        here = shown == number
        own = here & evidence.of(thing.segments)
        wrong = np.where(here & ~own, np.where(neutral, _NEUTRAL, evidence.weights(thing.segments)), wrong)
    return float(wrong.sum())


def grown_window(window: LayerWindow, by: int, width: int, height: int) -> LayerWindow:
    left, top = max(window.left - by, 0), max(window.top - by, 0)
    right = min(window.left + window.width + by, width)
    bottom = min(window.top + window.height + by, height)
    return LayerWindow(left, top, right - left, bottom - top, window.samples)


def box_of(mask: Array[np.bool_]) -> LayerWindow:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return LayerWindow(0, 0, 1, 1, 2)
    return LayerWindow(int(columns[0]), int(rows[0]), int(columns[-1] - columns[0] + 1), int(rows[-1] - rows[0] + 1), 2)
