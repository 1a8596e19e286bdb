"""What shiny surfaces show of their surroundings: the boxes of a photographer's studio, and the surroundings' share of the highlight."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import LightRig

__all__ = ["environment_share", "softboxes"]

Float32 = npt.NDArray[np.float32]


def softboxes(rig: LightRig) -> tuple[tuple[Float32, float], ...]:
    """Directions (3,) and strengths of two soft boxes: one at the first light where that is a sun, a weaker one opposite and lower."""
    toward = np.array([-0.5, 0.7, 0.5])
    if rig.lights and rig.lights[0].kind == "sun":
        toward = -np.array(rig.lights[0].direction)
    across = np.array([-toward[0], 0.35, -toward[2]])
    boxes = ((toward, 1.3), (across, 0.7))
    return tuple(((v / np.linalg.norm(v)).astype(np.float32), strength) for v, strength in boxes)


def environment_share(f0: Float32, roughness: Float32, facing: Float32) -> Float32:
    """Share of the surroundings' radiance in the highlight: Karis's fit to the integral of the GGX lobe."""
    r = roughness
    a004 = np.minimum((1.0 - r) ** 2, np.exp2(-9.28 * facing)) * (1.0 - r) + (r * -0.0275 + 0.0425)
    scale = -1.04 * a004 + (r * -0.572 + 1.04)
    bias = 1.04 * a004 + (r * 0.022 - 0.04)
    return np.asarray(f0 * scale[:, None] + bias[:, None], dtype=np.float32)
