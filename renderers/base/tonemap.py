"""Exposure, tone mapping and sRGB encoding: from radiance to display colours."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["encode_srgb", "exposure_for", "tone_mapped"]

Float32 = npt.NDArray[np.float32]

_LUMINANCE = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)
_WHITE_PAPER = 0.82
"""Target display value, linear, of a white diffuse surface in the light of the scene."""


def exposure_for(incident: Float32, *, aim: float = 1.0, balance: float = 0.5) -> Float32:
    """(3,) exposure factor on radiance. `incident`: (N, 3) radiance that white paper would have at the visible points.

    Like an incident-light meter it ignores surface colours, so that dark things stay dark. `aim`: factor on the brightness.
    `balance`: the share, 0 to 1, of the light's tint that is removed, as eyes adapt to it.
    """
    if len(incident) == 0:
        return np.full(3, aim, dtype=np.float32)
    level = incident @ _LUMINANCE
    # between bright and mean level: shade may be dark, and a lamp's hot spot may be white
    bright = float(np.quantile(level, 0.75))
    middle = float(np.exp(np.log(np.maximum(level, 1e-6)).mean()))
    factor = aim * _WHITE_PAPER / max(0.65 * bright + 0.35 * middle, 1e-6)
    mean = np.maximum(incident.mean(axis=0), 1e-6)
    tint = mean / float(mean @ _LUMINANCE)
    return np.asarray(factor * np.clip(tint, 0.3, 3.0) ** -balance, dtype=np.float32)


def tone_mapped(color: Float32) -> Float32:
    """Radiance (N, 3), exposed, to display light in [0, 1]: base colours stay as they are, highlights roll off to white.

    Khronos PBR Neutral tone mapper (Khronos Group, ToneMapping specification, 2024).
    """
    start, desaturation = 0.8 - 0.04, 0.15
    red, green, blue = np.ascontiguousarray(color.T)
    x = np.minimum(np.minimum(red, green), blue)[:, None]
    offset = np.where(x < 0.08, x - 6.25 * x * x, 0.04)
    color = color - offset
    peak = np.maximum(np.maximum(red, green), blue)[:, None] - offset
    d = 1.0 - start
    new_peak = 1.0 - d * d / np.maximum(peak + d - start, 1e-6)
    g = 1.0 - 1.0 / (desaturation * (peak - new_peak) + 1.0)
    compressed = color * (new_peak / np.maximum(peak, 1e-9))
    out = np.where(peak < start, color, compressed + g * (new_peak - compressed))
    return np.clip(out, 0.0, 1.0).astype(np.float32)


def encode_srgb(light: npt.NDArray[np.floating]) -> npt.NDArray[np.uint8]:
    """sRGB bytes of display light in [0, 1], of any shape."""
    from scenewright.scene.colorspace import srgb_from_linear

    return np.asarray(np.round(srgb_from_linear(light) * 255.0), dtype=np.uint8)
