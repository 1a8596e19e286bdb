"""Tells what of a picture is a thing and what a shadow of one: what is gray and darker than the ground may be either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy import ndimage

from scenewright.app.picture_scenes.evidence import GroundView
from scenewright.app.picture_scenes.ground import Backdrop
from scenewright.app.picture_scenes.search import Explained
from scenewright.app.picture_scenes.segments import Segments
from scenewright.app.picture_scenes.shadows import CastShadows, cast_shadows
from scenewright.app.picture_scenes.showing import depths, shown_numbers
from scenewright.app.picture_scenes.things import PlainThing
from scenewright.scene.model import Array, FloatArray

__all__ = ["told_shadows"]

_CHROMA = 9.0
"""In CIELAB: what differs from the ground by more is no shadow on it."""
_SHADOW_SHARE = 0.16
"""Of the darkness of what looks like a gray thing: so much that the shadows of others explain makes it one of those. Shadows are darker
than expected, above all at the foot of things; gray things stand in the light for the most part."""
_FADING = 0.3
"""The step of lightness at its rim, as a share of its darkness, below which what is dark is no thing, whether lamps explain it or not."""
_SOFT_EDGE, _SOFTER, _PLAIN_DARK = 0.45, 0.5, 24.0
"""The step of lightness at its rim, as a share of its darkness, from which what is dark is a thing all the same; how much more it takes
where shadows explain all; and how much darker than the ground what is beside it may be."""


def told_shadows(
    found: Explained, segments: Segments, backdrop: Backdrop
) -> tuple[CastShadows, Array[np.bool_], list[int]]:
    """(The shadows of things, (H, W) the pixels that show one, the numbers of what are no things but shadows of others).

    What is gray and darker than the ground may be either. Lamps are looked for by the others first; what their light makes about as dark
    is a shadow.
    """
    shown = shown_numbers(depths(found.things, found.view, 1), found.view)
    plain = (backdrop.chroma < _CHROMA) | backdrop.shadowy
    suspects = _gray(found, segments, backdrop)
    sure = [t for k, t in enumerate(found.things) if k not in suspects]
    shadows = _cast(sure, found.view, backdrop, plain & _clear((shown >= 0) & ~np.isin(shown, suspects)))
    cast = [k for k in suspects if _is_cast(shadows, found, k, shown == k, backdrop)]
    things = [t for k, t in enumerate(found.things) if k not in cast]
    covered = (shown >= 0) & ~np.isin(shown, cast)
    if suspects:
        shadows = _cast(things, found.view, backdrop, plain & _clear(covered))
    lit = np.where(covered, 1.0, shadows.lit)
    for k in suspects:  # where one is none, its own shadow counts for nothing
        lit = np.where((shown == k) & covered, shadows.left(_others(found, k), found.view), lit)
    return replace(shadows, lit=lit), np.isin(shown, cast), cast


def _cast(things: Sequence[PlainThing], view: GroundView, backdrop: Backdrop, ground: Array[np.bool_]) -> CastShadows:
    return cast_shadows(things, view, backdrop.dark, ground & ~backdrop.wall)


def _clear(shown: Array[np.bool_]) -> Array[np.bool_]:
    """(H, W) what things do not show at, with some room."""
    return np.asarray(~ndimage.binary_dilation(shown, iterations=2))


def _others(found: Explained, number: int) -> list[PlainThing]:
    return [t for k, t in enumerate(found.things) if k != number]


def _is_cast(shadows: CastShadows, found: Explained, number: int, shown: Array[np.bool_], backdrop: Backdrop) -> bool:
    """Whether what shows at `shown` (H, W) is about as dark as the shadows of the other things there, without the edge that a thing has."""
    shade = backdrop.shaded(shadows.left(_others(found, number), found.view)).shade
    assert shade is not None
    dark = np.maximum(-backdrop.lightness, 1.0)[shown]
    share = float(np.minimum(shade[shown], dark).sum() / max(float(dark.sum()), 1e-9))
    edge = _edge_share(shown, backdrop.lightness)
    if edge is None:
        return share > _SHADOW_SHARE
    return edge < _FADING or (share > _SHADOW_SHARE and edge < _SOFT_EDGE + _SOFTER * share)


def _edge_share(mask: Array[np.bool_], lightness: FloatArray) -> float | None:
    """How much lighter it is outside a mask (H, W) than within its rim, as a share of how dark it is inside; None where no plain ground is
    beside it."""
    if not mask.any():
        return None
    around = ndimage.binary_dilation(mask, iterations=4) & ~ndimage.binary_dilation(mask, iterations=2)
    rim = mask & ~ndimage.binary_erosion(mask, iterations=3)
    around &= lightness > -_PLAIN_DARK
    rim &= ndimage.binary_dilation(around, iterations=6)
    if around.sum() < 6 or rim.sum() < 6:
        return None
    step = float(np.median(lightness[around]) - np.median(lightness[rim]))
    return step / max(-float(lightness[mask].mean()), 1.0)


def _gray(found: Explained, segments: Segments, backdrop: Backdrop) -> list[int]:
    """The numbers of the things that show no colour and are darker than the ground."""
    found_here = []
    for k, t in enumerate(found.things):
        mask = np.isin(segments.labels, list(t.segments))
        if all(segments.all[n].hue is None for n in t.segments) and backdrop.lightness[mask].mean() < 0.0:
            found_here.append(k)
    return found_here
