"""Cameras around Gaussians that show them whole."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.app.requests import RequestError

if TYPE_CHECKING:
    from scenewright.scene.splats import Cameras, Gaussians

__all__ = ["Turntable", "fitted_cameras"]

_AXES = {"x": 0, "y": 1, "z": 2}


@dataclass(frozen=True, slots=True)
class Turntable:
    """Views evenly around the splats. `up`: an axis with its sign. Angles are in degrees, sizes in pixels; the azimuth is about `up`."""

    views: int = 1
    azimuth: float = 0.0
    elevation: float = 15.0
    up: str = "-y"
    width: int = 512
    height: int = 512
    fov: float = 45.0
    zoom: float = 1.0


def fitted_cameras(gaussians: Gaussians, turntable: Turntable) -> Cameras:
    """Cameras that look at the centre of the visible Gaussians, from so far that all of them are in view.

    Centre and extent are the 1st to 99th percentiles of the opaque centres on each axis, so that a few floaters do not matter.

    Raises:
        RequestError: `up` is no axis.
        SplatError: no Gaussian is visible.
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
    # azimuth 0 looks from +z, or from +x if z is up
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
