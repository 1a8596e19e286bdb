"""Places on triangles, and the colour of their textures."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.renderers.rays.caster import Float32
from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.model import FloatArray

__all__ = ["barycentric", "cross", "sample_picture"]


def cross(a: FloatArray, b: FloatArray) -> FloatArray:
    """(N, 3) cross products of the rows. numpy's own turns the axes of its arguments first, which takes longer than the products."""
    out = np.empty(a.shape)
    for k, (i, j) in enumerate(((1, 2), (2, 0), (0, 1))):
        np.multiply(a[:, i], b[:, j], out=out[:, k])
        out[:, k] -= a[:, j] * b[:, i]
    return out


def barycentric(uv: Float32) -> Float32:
    """Weights (N, 3) of a triangle's corners at Embree's (N, 2) coordinates."""
    return np.stack([1.0 - uv[:, 0] - uv[:, 1], uv[:, 0], uv[:, 1]], axis=1)


def sample_picture(picture: npt.NDArray[np.uint8], uv: Float32) -> Float32:
    """(N, 3) linear colours at `uv` (N, 2): bilinear, repeating; v runs upward."""
    h, w = picture.shape[:2]
    x = np.mod(uv[:, 0].astype(np.float64), 1.0) * w - 0.5
    y = np.mod(1.0 - uv[:, 1].astype(np.float64), 1.0) * h - 0.5
    x0, y0 = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    fx, fy = (x - x0)[:, None], (y - y0)[:, None]
    out = np.zeros((len(uv), 3))
    for dy, wy in ((0, 1.0 - fy), (1, fy)):
        for dx, wx in ((0, 1.0 - fx), (1, fx)):
            texel = picture[(y0 + dy) % h, (x0 + dx) % w, :3]
            out += wy * wx * linear_from_srgb(texel / 255.0)
    return out.astype(np.float32)
