"""The boxes of a photographer's studio, which shiny surfaces show."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import LightRig

__all__ = ["softboxes"]

Float32 = npt.NDArray[np.float32]


def softboxes(rig: LightRig) -> tuple[tuple[Float32, float], ...]:
    """Directions (3,) and strengths of two soft boxes: one at the first light where that is a sun, a weaker one opposite and lower."""
    toward = np.array([-0.5, 0.7, 0.5])
    if rig.lights and rig.lights[0].kind == "sun":
        toward = -np.array(rig.lights[0].direction)
    across = np.array([-toward[0], 0.35, -toward[2]])
    boxes = ((toward, 1.3), (across, 0.7))
    return tuple(((v / np.linalg.norm(v)).astype(np.float32), strength) for v, strength in boxes)
