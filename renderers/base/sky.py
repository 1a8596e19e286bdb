"""Light from far away, by its direction."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import FloatArray, Vec3

__all__ = ["Sky"]


@dataclass(frozen=True, eq=False)
class Sky:
    """Radiance from far away. `picture`: a panorama (longitude by latitude, -z in its centre), which replaces the colours. All
    radiance is multiplied by `strength`."""

    zenith: Vec3
    horizon: Vec3
    ground: Vec3
    picture: FloatArray | None = None  # (H, W, 3) linear
    strength: float = 1.0

    def radiance(self, directions: npt.ArrayLike) -> npt.NDArray[np.float32]:
        """(N, 3) linear radiance from unit directions (N, 3) in the world frame."""
        d = np.asarray(directions, dtype=np.float32)
        if self.picture is not None:
            h, w = self.picture.shape[:2]
            column = ((np.arctan2(d[:, 0], -d[:, 2]) / (2.0 * np.pi) + 0.5) * w).astype(np.int64) % w
            row = np.clip((np.arccos(np.clip(d[:, 1], -1.0, 1.0)) / np.pi * h).astype(np.int64), 0, h - 1)
            return (self.picture[row, column] * self.strength).astype(np.float32)
        y = d[:, 1]
        zenith, horizon, ground = (np.array(c, dtype=np.float32) * np.float32(self.strength) for c in self._tones())
        up = np.sqrt(np.maximum(y, 0.0))[:, None]
        out = horizon + (zenith - horizon) * up
        # a short, smooth transition below the horizon
        down = np.clip(-y * 6.0, 0.0, 1.0)[:, None]
        return np.asarray(out + (ground - horizon) * down * down * (3.0 - 2.0 * down), dtype=np.float32)

    def _tones(self) -> tuple[Vec3, Vec3, Vec3]:
        return self.zenith, self.horizon, self.ground

    def mean(self) -> FloatArray:
        """(3,) mean radiance of the upper hemisphere, weighted by the cosine to +y: the irradiance of an open floor, divided by pi."""
        phi = (np.arange(16) + 0.5) * (2.0 * np.pi / 16)
        sin2 = (np.arange(16) + 0.5) / 16
        sin, cos = np.sqrt(sin2), np.sqrt(1.0 - sin2)
        d = np.stack(
            [np.outer(sin, np.sin(phi)), np.broadcast_to(cos[:, None], (16, 16)), np.outer(sin, np.cos(phi))], axis=-1
        )
        return self.radiance(d.reshape(-1, 3)).astype(np.float64).mean(axis=0)
