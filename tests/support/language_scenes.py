"""An encoder and scenes shared by tests of language fields."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from scenewright.scene.splats import Cameras, Gaussians
from tests.support.splat_scenes import camera, random_gaussians


class FixedEncoder:
    """An encoder that gives every text a random direction, the same in every process."""

    def __init__(self, dimension: int = 64, name: str = "fixed") -> None:
        self.name, self.dimension = name, dimension

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """(N, dimension) rows of length 1."""
        rows = [
            np.random.default_rng(int.from_bytes(hashlib.sha256(t.encode()).digest()[:8], "big")).normal(
                size=self.dimension
            )
            for t in texts
        ]
        out = np.array(rows, dtype=np.float32).reshape(len(texts), self.dimension)
        return out / np.linalg.norm(out, axis=1, keepdims=True)


def unit(rows: np.ndarray) -> np.ndarray:
    """The rows at length 1, float32."""
    return np.asarray(rows / np.linalg.norm(rows, axis=-1, keepdims=True), dtype=np.float32)


def walled_balls(count: int = 3, *, each: int = 250, seed: int = 0) -> Gaussians:
    """Balls of opaque Gaussians in a row. The entity id of a Gaussian is the number of its ball."""
    parts = []
    for k in range(count):
        ball = random_gaussians(each, seed=seed + k, sizes=(0.05, 0.12), opacities=(0.8, 0.98)).with_entity(k)
        matrix = np.diag([0.4, 0.4, 0.4, 1.0])
        matrix[0, 3] = 1.1 * (k - (count - 1) / 2)
        parts.append(ball.transformed(matrix))
    return Gaussians.merged(parts)


def around(count: int, width: int = 64, height: int = 48) -> list[Cameras]:
    """Views from all around, none of them along the row of balls."""
    angles = np.linspace(0, 2 * np.pi, count, endpoint=False) + 0.3
    return [camera(width, height, eye=(3.2 * np.sin(a), 1.6, -3.2 * np.cos(a))) for a in angles]
