"""One undistorted photograph with its camera: what training takes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scene.splats.cameras import Cameras

__all__ = ["View"]


@dataclass(frozen=True, eq=False)
class View:
    """A photograph without distortion, and where it was taken from.

    `name`: of the file, as the capture lists it. `camera`: one pinhole view of the picture's size. `image`: (H, W, 3) uint8
    sRGB, not premultiplied. `alpha`: (H, W) uint8 coverage where the picture has it (Blender's synthetic scenes).
    `mask`: (H, W) bool, False where the pixel must not be learnt from (masked, or outside of the lens's view).
    """

    name: str
    camera: Cameras
    image: npt.NDArray[np.uint8]
    alpha: npt.NDArray[np.uint8] | None = None
    mask: npt.NDArray[np.bool_] | None = None
