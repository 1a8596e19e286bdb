"""Random Gaussians, and differences between two sets of them, for tests of splat files."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from scenewright.scene.splats import Gaussians
from scenewright.scene.splats.covariances import covariances
from scenewright.scene.splats.formats.decoding import READERS
from scenewright.scene.splats.formats.decoding.columns import GaussianPart, Options, checked

SH_C0 = 0.28209479177387814


def random_gaussians(
    count: int, degree: int = 0, *, seed: int = 0, reach: float = 2.0, entities: bool = False, within: float = 0.4
) -> Gaussians:
    """Gaussians of every kind: long and flat, faint and opaque. Colours are within [0, 1] and the other coefficients within +-`within`,
    which all formats can store."""
    rng = np.random.default_rng(seed)
    sh = rng.uniform(-within, within, (count, (degree + 1) ** 2, 3))
    sh[:, 0] = (rng.uniform(0.0, 1.0, (count, 3)) - 0.5) / SH_C0
    return Gaussians.of_numpy(
        rng.uniform(-reach, reach, (count, 3)) ** 3 / reach**2,
        rng.normal(size=(count, 4)) * rng.uniform(0.1, 5.0, (count, 1)),
        rng.uniform(-9.0, 1.0, (count, 3)),
        rng.normal(0.0, 3.0, count),
        sh,
        rng.integers(-1, 50, count) if entities else None,
    )


def read_here(name: str, path: Path, *, drop_invalid: bool = False) -> GaussianPart:
    """A file's only part, parsed in this process, since a child process for each of many small files takes too long."""
    parts = READERS[name](path, Options(drop_invalid))
    assert len(parts) == 1
    return checked(parts[0], Options(drop_invalid))


def chords(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(N,) distances of unit quaternions; q and -q are the same."""
    a = a / np.linalg.norm(a, axis=1, keepdims=True)
    b = b / np.linalg.norm(b, axis=1, keepdims=True)
    return np.minimum(np.linalg.norm(a - b, axis=1), np.linalg.norm(a + b, axis=1))


def opacities(logits: np.ndarray) -> np.ndarray:
    """Logits -> opacities, float64."""
    return 1.0 / (1.0 + np.exp(-logits.astype(np.float64)))


def covariance_distance(a: Gaussians, b: Gaussians) -> float:
    """The largest difference of covariances, relative to the size of each."""
    one, other = covariances(a.quats.double(), a.scales.double()), covariances(b.quats.double(), b.scales.double())
    return float(((one - other).abs().amax(dim=(1, 2)) / one.abs().amax(dim=(1, 2))).max())
