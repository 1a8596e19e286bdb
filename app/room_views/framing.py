"""Where an eye looks, and how wide, so that the frame holds what it should: the narrowest natural field that holds most."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import Camera, FloatArray

__all__ = ["ASPECT", "Aim", "aimed"]

ASPECT = 4.0 / 3.0
"""Width over height of a picture."""
_WIDTHS = (46.0, 54.0, 62.0, 70.0)
"""Horizontal fields of view that are tried, degrees."""
_MOST_WIDTH = 74.0
_LEAST_WIDTH = 45.0
_WIDER = 0.006
"""What a degree of a wider field costs, of what a frame holds."""
_STEP = 6.0
"""Degrees between two directions that are tried."""
_MARGIN = 3.0
"""Degrees that stay empty at each edge."""
_FALLS = (-12.0, 13.0)
"""Degrees that a level look may fall, least and most: beyond, verticals lean."""
_NEAREST = 0.8
"""Metres. What is nearer is not aimed at."""

Degrees = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Aim:
    """An eye, and where it looks. Degrees: `turn` from +z toward +x, `fall` below the horizon, `width` the horizontal field of view."""

    eye: tuple[float, float, float]
    turn: float
    fall: float
    width: float

    def camera(self, reach: float = 4.0) -> Camera:
        """The camera, its target `reach` metres away, rounded as programs write it."""
        turn, fall = math.radians(self.turn), math.radians(self.fall)
        x, y, z = (round(v, 2) for v in self.eye)
        flat = reach * math.cos(fall)
        target = (x + flat * math.sin(turn), y - reach * math.sin(fall), z + flat * math.cos(turn))
        fov = 2.0 * math.degrees(math.atan(math.tan(math.radians(self.width) / 2.0) / ASPECT))
        return Camera((x, y, z), tuple(round(v, 2) for v in target), round(fov, 1))  # type: ignore[arg-type]

    def changed(self, *, turn: float = 0.0, fall: float = 0.0, wider: float = 1.0) -> Aim:
        """Turned and lowered by degrees, and so many times as wide."""
        width = min(max(wider * self.width, _LEAST_WIDTH), _MOST_WIDTH)
        return replace(self, turn=self.turn + turn, fall=self.fall + fall, width=width)


def aimed(
    eye: FloatArray, boxes: FloatArray, weights: npt.NDArray[np.float64], *, falls: tuple[float, float] = _FALLS
) -> Aim | None:
    """The look from an eye (3,) that holds most of the boxes (T, 2, 3) by their weights (T,); None where all are too near.

    `falls`: degrees that it may fall, least and most.
    """
    corner = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)])
    ways = boxes[:, corner, np.arange(3)] - eye
    middle = boxes.mean(axis=1) - eye
    gap = np.maximum(np.maximum(boxes[:, 0] - eye, eye - boxes[:, 1]), 0.0)[:, [0, 2]]
    weights = np.where(np.linalg.norm(gap, axis=1) < _NEAREST, 0.0, weights)
    if not weights.any():
        return None
    turn = np.degrees(np.arctan2(middle[:, 0], middle[:, 2]))
    spread = _wrapped(np.degrees(np.arctan2(ways[..., 0], ways[..., 2])) - turn[:, None])
    low, high = spread.min(axis=1), spread.max(axis=1)
    toward, widest = _window(turn, low, high, weights)
    off = _wrapped(turn - toward)
    half = widest / 2.0
    within = (off + high > -half) & (off + low < half) & (weights > 0.0)
    whole = within & (off + low > -half) & (off + high < half)
    held = whole if whole.any() else within
    if not held.any():
        return None
    ends = float((off + low)[held].min()), float((off + high)[held].max())
    width = min(max(ends[1] - ends[0] + 2.0 * _MARGIN, _LEAST_WIDTH), widest)
    flat = np.maximum(np.linalg.norm(ways[..., [0, 2]], axis=2), 0.1)
    lift = np.degrees(np.arctan2(ways[..., 1], flat))[held]
    fall = -float(lift.min() + lift.max()) / 2.0
    # what hangs high over what stands low asks for a wider field, too
    tall = math.radians(min(float(lift.max() - lift.min()) + _MARGIN, 100.0))
    across = 2.0 * math.degrees(math.atan(math.tan(tall / 2.0) * ASPECT))
    x, y, z = (float(v) for v in eye)
    turned = toward + sum(ends) / 2.0
    return Aim((x, y, z), turned, min(max(fall, falls[0]), falls[1]), min(max(width, across), _MOST_WIDTH))


def _window(turn: Degrees, low: Degrees, high: Degrees, weights: npt.NDArray[np.float64]) -> tuple[float, float]:
    """The direction and the horizontal field of view that hold most, in degrees; a wider one must hold more.

    Args:
        turn: (T,) direction of the middle of each box.
        low: (T,) where it begins, from there; `high`: where it ends.
    """
    tries = np.arange(0.0, 360.0, _STEP)
    off = _wrapped(turn[None] - tries[:, None])
    left, right = off + low, off + high
    best, most = (0.0, _WIDTHS[0]), -math.inf
    for width in _WIDTHS:
        half = width / 2.0 - _MARGIN
        inside = np.clip(np.minimum(right, half) - np.maximum(left, -half), 0.0, None) / np.maximum(high - low, 0.5)
        held = np.where(inside > 0.98, 1.0, 0.4 * inside) @ weights / weights.sum()
        n = int(np.argmax(held))
        worth = float(held[n]) - _WIDER * (width - _WIDTHS[0])
        if worth > most + 1e-9:
            best, most = (float(tries[n]), width), worth
    return best


def _wrapped(degrees: Degrees) -> Degrees:
    """Between -180 and 180."""
    return np.asarray((degrees + 180.0) % 360.0 - 180.0)
