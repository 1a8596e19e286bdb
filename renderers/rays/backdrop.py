"""What stands behind a scene: a photographer's backdrop, and how the ground fades into it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import Pinhole
from scenewright.scene.model import FloatArray

__all__ = ["ground_fade", "plain_backdrop"]

Float32 = npt.NDArray[np.float32]

_STUDIO_MIDDLE = np.array([0.815, 0.81, 0.80])
_STUDIO_EDGE = np.array([0.60, 0.605, 0.61])


def plain_backdrop(points: FloatArray, pinhole: Pinhole, exposure: float) -> Float32:
    """(N, 3) display light of the backdrop at image points (N, 2): bright at the middle, darker toward the corners and at night."""
    x = (points[:, 0] / pinhole.width - 0.5) * pinhole.width / pinhole.height
    y = points[:, 1] / pinhole.height - 0.42
    fall = np.clip((x * x + 1.3 * y * y) / 0.75, 0.0, 1.0)[:, None]
    dim = min(exposure, 1.0) ** 1.5
    return ((_STUDIO_MIDDLE + (_STUDIO_EDGE - _STUDIO_MIDDLE) * fall) * dim).astype(np.float32)


def ground_fade(position: Float32, *, outdoor: bool) -> Float32:
    """(N,) share of the backdrop at points (N, 3) of the ground, unit frame: 0 near the scene, 1 where the ground is gone. Outdoors it
    fades into haze, else into the plain backdrop."""
    distance = np.linalg.norm(position[:, [0, 2]], axis=1)
    if outdoor:
        return np.asarray(np.clip((distance - 3.0) / 25.0, 0.0, 1.0) ** 0.6)
    return np.asarray(np.clip((distance - 2.0) / 6.0, 0.0, 1.0))
