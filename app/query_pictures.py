"""Pictures of query results in one view: masks, heat pictures and palettes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import FloatArray, Scene
from scenewright.scene.semantics.queries import Found

__all__ = ["heat_picture", "mask_picture", "palette_picture", "relevance"]

_RAMP = np.array(
    [(44, 16, 92), (113, 31, 129), (182, 54, 121), (238, 96, 94), (253, 174, 120), (252, 253, 191)], dtype=np.float64
)
"""Colours (sRGB, 0 to 255) from low to high relevance; pixels without relevance stay grey."""
_GREY, _HEAT = 0.55, 0.8


def relevance(scene: Scene, entity: npt.NDArray[np.int32], found: Sequence[Found]) -> FloatArray:
    """The best score of the results at each pixel, (H, W), 0 for none. `entity`: (H, W) node rows, that after the last one for the ground,
    -1 for none."""
    of_row = np.zeros(len(scene) + 2)  # the last elements are for the ground and for -1
    for one in sorted(found, key=lambda f: f.score):
        of_row[one.row : scene.subtree_end(one.row)] = one.score
    out: FloatArray = of_row[entity]
    return out


def mask_picture(relevance: FloatArray) -> npt.NDArray[np.uint8]:
    """The mask, (H, W): 255 where the relevance is above 0."""
    return np.where(relevance > 0.0, 255, 0).astype(np.uint8)


def heat_picture(color: npt.NDArray[np.uint8], relevance: FloatArray) -> npt.NDArray[np.uint8]:
    """The picture in grey with the relevance as colours over it, (H, W, 3)."""
    grey = (color[..., :3] @ np.array([0.299, 0.587, 0.114]) * _GREY)[..., None].repeat(3, axis=2)
    at = np.clip(relevance, 0.0, 1.0) * (len(_RAMP) - 1)
    low = np.minimum(at.astype(np.int64), len(_RAMP) - 2)
    ramp = _RAMP[low] + (at - low)[..., None] * (_RAMP[low + 1] - _RAMP[low])
    share = np.where(relevance > 0.0, _HEAT, 0.0)[..., None]
    return np.clip(grey * (1.0 - share) + ramp * share + 0.5, 0, 255).astype(np.uint8)


def palette_picture(color: npt.NDArray[np.uint8], relevances: Sequence[FloatArray]) -> npt.NDArray[np.uint8]:
    """Several queries in one picture, (H, W, 3): each pixel has the color of the query that it fits best, over grey."""
    from scenewright.renderers.base import entity_colors

    grey = (color[..., :3] @ np.array([0.299, 0.587, 0.114]) * _GREY)[..., None].repeat(3, axis=2)
    stack = np.stack(relevances)
    best = stack.argmax(axis=0)
    tints = entity_colors(len(relevances))[best].astype(np.float64)
    share = np.where(stack.max(axis=0) > 0.0, _HEAT, 0.0)[..., None]
    return np.clip(grey * (1.0 - share) + tints * share + 0.5, 0, 255).astype(np.uint8)
