"""The exposure of a picture: measured as the Blender renderer measures it, so that pictures of both are equally bright."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["metered"]

Float32 = npt.NDArray[np.float32]

_ROWS = 72
"""Height in pixels of the small picture that is metered."""
_WHITE_PAPER = 1.05
"""Linear value of a matt surface of albedo 1: AgX shows it as bright white without clipping."""
_BALANCE = 0.5
"""Share of the light's tint that is removed, as eyes adapt to it."""
_HIGHLIGHT = 4.0
"""Linear value, after exposure, that at most one pixel in fifty may exceed."""
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


def metered(light: Float32, albedo: Float32, things: npt.NDArray[np.bool_], surfaces: npt.NDArray[np.bool_]) -> Float32:
    """(3,) factor on the light that makes white paper in this view nearly white.

    It measures incident light (radiance over albedo), as a light meter in the scene does, so that a dark sofa stays dark and a white room
    white. The level lies between the upper quartile and the geometric mean (Reinhard et al. 2002, eq. 1), and is lowered where more than
    one pixel in fifty would exceed the highlights.

    Args:
        light, albedo: (H, W, 3) linear.
        things: (H, W) where things of the scene are; they set the level.
        surfaces: (H, W) where any surface is, ground and ceiling too; those of little colour set the tint.
    """
    step = max(round(light.shape[0] / _ROWS), 1)
    radiance, base = _means(light, step), _means(albedo, step)
    solid, plain = _means(things[..., None], step)[..., 0] > 0.5, _means(surfaces[..., None], step)[..., 0] > 0.99
    if not solid.any():
        return np.ones(3, dtype=np.float32)
    shine, reflected = radiance @ _LUMINANCE, base @ _LUMINANCE
    plain &= base.min(axis=-1) > 0.5 * base.max(axis=-1)
    balance = np.ones(3)
    if plain.any():
        tint = np.maximum(np.median(radiance[plain] / base[plain], axis=0), 1e-6)
        balance = np.clip(tint / (tint @ _LUMINANCE), 0.3, 3.0) ** -_BALANCE
    incident = np.maximum(shine[solid] / np.maximum(reflected[solid], 0.01), 1e-6)
    level = 0.65 * float(np.quantile(incident, 0.75)) + 0.35 * float(np.exp(np.log(incident).mean()))
    bright = float(np.quantile(shine[solid], 0.98))
    return np.asarray(balance * min(_WHITE_PAPER / max(level, 1e-6), _HIGHLIGHT / max(bright, 1e-9)), dtype=np.float32)


def _means(values: npt.NDArray[np.generic], step: int) -> npt.NDArray[np.float64]:
    """(H // step, W // step, C) means over blocks of pixels; what is left at the ends is dropped."""
    height, width = (size // step * step for size in values.shape[:2])
    if height == 0 or width == 0:
        return np.asarray(values, dtype=np.float64)
    blocks = values[:height, :width].astype(np.float64).reshape(height // step, step, width // step, step, -1)
    return np.asarray(blocks.mean(axis=(1, 3)))
