"""sRGB and linear light (IEC 61966-2-1)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import FloatArray

__all__ = ["linear_from_srgb", "srgb_from_linear"]


def linear_from_srgb(color: npt.ArrayLike) -> FloatArray:
    """Linear values of sRGB values in [0, 1]; any shape."""
    c = np.clip(np.asarray(color, dtype=np.float64), 0.0, 1.0)
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def srgb_from_linear(color: npt.ArrayLike) -> FloatArray:
    """sRGB values of linear values, clipped to [0, 1]; any shape."""
    c = np.clip(np.asarray(color, dtype=np.float64), 0.0, 1.0)
    return np.where(c <= 0.0031308, c * 12.92, 1.055 * c ** (1.0 / 2.4) - 0.055)
