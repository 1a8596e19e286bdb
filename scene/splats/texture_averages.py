"""Mean colours of a texture over areas of any size: a mipmap pyramid, interpolated between texels and levels."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.pictures import Picture

__all__ = ["TextureAverages"]

Float32 = npt.NDArray[np.float32]

_ROWS = 512
"""Rows of a picture that are converted to linear light at a time, to save memory."""


class TextureAverages:
    """A picture in linear light, repeated in both directions, with its means over 2 x 2, 4 x 4 ... texels (Williams, "Pyramidal
    Parametrics", SIGGRAPH 1983). The full-size picture stays in 8 bits."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.levels: list[Float32] = []
        height, width = picture.shape[:2]
        if min(height, width) >= 2:
            rows = range(0, height // 2 * 2, _ROWS)
            self.levels.append(np.concatenate([_halved(_linear(picture[y : y + _ROWS])) for y in rows]))
            while min(self.levels[-1].shape[:2]) >= 2:
                self.levels.append(_halved(self.levels[-1]))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, in texels."""
        return self.picture.shape[1], self.picture.shape[0]

    def mean(self, uv: Float32, texels: Float32) -> Float32:
        """(N, 3) mean linear colour over squares around points `uv` (N, 2), v upward, with sides `texels` (N,) in texels."""
        level = np.log2(np.clip(texels, 1.0, 2.0 ** len(self.levels)))
        lower = np.floor(level).astype(np.int64)
        share = (level - lower)[:, None].astype(np.float32)
        out = np.empty((len(uv), 3), dtype=np.float32)
        for k in np.unique(lower).tolist():
            rows = lower == k
            fine = self._bilinear(k, uv[rows])
            mixed = share[rows]
            if mixed.any():
                fine += mixed * (self._bilinear(min(k + 1, len(self.levels)), uv[rows]) - fine)
            out[rows] = fine
        return out

    def _bilinear(self, level: int, uv: Float32) -> Float32:
        picture = self.picture if level == 0 else self.levels[level - 1]
        height, width = picture.shape[:2]
        x = np.mod(uv[:, 0].astype(np.float64), 1.0) * width - 0.5
        y = np.mod(1.0 - uv[:, 1].astype(np.float64), 1.0) * height - 0.5
        x0, y0 = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
        fx, fy = (x - x0)[:, None], (y - y0)[:, None]
        out = np.zeros((len(uv), 3))
        for dy, wy in ((0, 1.0 - fy), (1, fy)):
            for dx, wx in ((0, 1.0 - fx), (1, fx)):
                texel = picture[(y0 + dy) % height, (x0 + dx) % width]
                out += wy * wx * (_linear(texel) if level == 0 else texel)
        return out.astype(np.float32)


def _linear(texels: npt.NDArray[np.uint8]) -> Float32:
    return linear_from_srgb(texels[..., :3] / 255.0).astype(np.float32)


def _halved(picture: Float32) -> Float32:
    """Means of 2 x 2 texels. An odd last row or column is left out."""
    height, width = (n // 2 * 2 for n in picture.shape[:2])
    p = picture[:height, :width]
    return np.asarray((p[0::2, 0::2] + p[1::2, 0::2] + p[0::2, 1::2] + p[1::2, 1::2]) * np.float32(0.25))
