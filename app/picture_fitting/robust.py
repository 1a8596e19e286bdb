"""How much a drawing and a picture differ, so that what no thing explains counts for little."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from scenewright.app.picture_fitting.layers import LayerWindow
from scenewright.scene.model import FloatArray

__all__ = ["NOISE", "blurred", "robust_cost", "robust_weights", "wider"]

NOISE = 0.08
"""Of a pixel's sRGB value; larger differences count less and less."""


def robust_cost(off: FloatArray) -> FloatArray:
    """(...) the cost, at most 12, of differences (..., 3) of sRGB."""
    scaled = (off / NOISE) ** 2
    return np.asarray((scaled / (1.0 + 0.25 * scaled)).sum(axis=-1))


def robust_weights(residual: FloatArray) -> FloatArray:
    """(...) how much differences count, in units of noise."""
    return np.asarray(1.0 / (1.0 + 0.25 * residual * residual) ** 2)


def blurred(picture: FloatArray, sigma: float) -> FloatArray:
    """(H, W, 3) a picture, blurred by some pixels."""
    return np.asarray(ndimage.gaussian_filter(picture, (sigma, sigma, 0.0), truncate=2.5, mode="nearest"))


def wider(window: LayerWindow, by: int, width: int, height: int) -> LayerWindow:
    """A window with some pixels more around it, within the picture."""
    left, top = max(window.left - by, 0), max(window.top - by, 0)
    right, bottom = min(window.left + window.width + by, width), min(window.top + window.height + by, height)
    return LayerWindow(left, top, right - left, bottom - top)
