"""Cameras around Gaussians, fitted to what can be seen of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.app.actions import RequestError

if TYPE_CHECKING:
    from scenewright.scene.splats import Cameras, Gaussians

__all__ = ["Turntable", "fitted_cameras"]

_AXES = {"x": 0, "y": 1, "z": 2}


@dataclass(frozen=True, slots=True)
class Turntable:
    """Views evenly around the splats. `up` is an axis with its sign; the azimuth turns around it."""

    views: int = 1
    azimuth: float = 0.0
    elevation: float = 15.0
    up: str = "-y"
    width: int = 512
    height: int = 512
    fov: float = 45.0
    zoom: float = 1.0


def fitted_cameras(gaussians: Gaussians, turntable: Turntable) -> Cameras:
    """Cameras that look at the middle of what can be seen, from as far as it takes to see it whole.

    The middle and the extent are of 98 in 100 of the opaque centres on each axis: a few floaters far out do not shrink the rest.

    Raises:
        RequestError: `up` is no axis.
        SplatError: nothing can be seen.
    """
    import numpy as np

    from scenewright.scene.errors import SplatError
    from scenewright.scene.splats import Cameras

    if turntable.up.lstrip("-") not in _AXES or turntable.up.count("-") > 1:
        raise RequestError(f"up is x, y, z, -x, -y or -z, not '{turntable.up}'", field="up")
    seen = gaussians.select(gaussians.opacities >= 0.1)
    if len(seen) == 0:
        raise SplatError("no Gaussian has an opacity of 0.1 or more: there is nothing to draw")
    low, high = np.percentile(seen.means.double().numpy(), [1, 99], axis=0)
    reach = float(np.percentile(seen.scales.amax(dim=1).double().numpy(), 90))
    middle, radius = (low + high) / 2.0, max(float(np.linalg.norm(high - low)) / 2.0 + 2.0 * reach, 1e-6)
    up = np.zeros(3)
    up[_AXES[turntable.up[-1]]] = -1.0 if turntable.up.startswith("-") else 1.0
    # azimuth 0 looks from the side that +z, or where z is up, +x, names
    front = np.roll(np.abs(up), 1)
    side = np.cross(up, front)
    half = min(
        turntable.fov,
        math.degrees(2 * math.atan(math.tan(math.radians(turntable.fov / 2)) * turntable.width / turntable.height)),
    )
    distance = radius / math.sin(math.radians(half / 2.0)) / turntable.zoom
    tilt = math.radians(turntable.elevation)
    cameras = []
    for index in range(turntable.views):
        around = math.radians(turntable.azimuth + 360.0 * index / turntable.views)
        direction = math.cos(tilt) * (math.cos(around) * front + math.sin(around) * side) + math.sin(tilt) * up
        cameras.append(
            Cameras.look_at(
                middle + distance * direction,
                middle,
                fov=turntable.fov,
                width=turntable.width,
                height=turntable.height,
                up=up,
            )
        )
    return Cameras.stacked(cameras)
