"""Cameras around Gaussians that show them whole."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.app.requests import RequestError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from scenewright.scene.splats import Cameras, Gaussians

__all__ = ["Turntable", "axis_of", "dense_part", "fitted_cameras", "framed"]

_AXES = {"x": 0, "y": 1, "z": 2}
_REACH = 4.0
"""Of the median distance. The corners of a long, evenly filled box of 1 x 1 x 5 lie at 2.1 median distances, those of a cube at 1.8."""


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


def dense_part(points: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """(N,) whether points (N, 3) belong to the dense part, and not to floaters and a background far around it.

    From the coordinate-wise median outward, half of the dense part lies within one radius; what lies beyond :data:`_REACH` of these radii
    is left out, until nothing more is. A filled box or ball keeps all of its points.
    """
    import numpy as np

    dense = np.ones(len(points), dtype=bool)
    while True:
        distance = np.linalg.norm(points - np.median(points[dense], axis=0), axis=1)
        radius = float(np.median(distance[dense]))
        kept = dense & (distance <= _REACH * radius)
        if radius == 0.0 or kept.sum() == dense.sum():  # zero: most points are one point, which says nothing of a size
            return dense
        dense = kept


def axis_of(up: str) -> npt.NDArray[np.float64]:
    """(3,) the unit vector of an axis with its sign, such as '-y'.

    Raises:
        RequestError: it is no axis.
    """
    import numpy as np

    if up.lstrip("-") not in _AXES or up.count("-") > 1:
        raise RequestError(f"up is x, y, z, -x, -y or -z, not '{up}'", field="up")
    axis = np.zeros(3)
    axis[_AXES[up[-1]]] = -1.0 if up.startswith("-") else 1.0
    return axis


def framed(gaussians: Gaussians) -> tuple[npt.NDArray[np.float64], float]:
    """The middle (3,) and the radius of what a picture of Gaussians is to show: the dense part of the opaque ones.

    Raises:
        SplatError: no Gaussian is visible.
    """
    import numpy as np

    from scenewright.scene.errors import SplatError

    seen = gaussians.select(gaussians.opacities >= 0.1)
    if len(seen) == 0:
        raise SplatError("no Gaussian has an opacity of 0.1 or more: there is nothing to draw")
    seen = seen.select(dense_part(seen.means.double().numpy()))
    low, high = np.percentile(seen.means.double().numpy(), [1, 99], axis=0)
    reach = float(np.percentile(seen.scales.amax(dim=1).double().numpy(), 90))
    return (low + high) / 2.0, max(float(np.linalg.norm(high - low)) / 2.0 + 2.0 * reach, 1e-6)


def fitted_cameras(gaussians: Gaussians, turntable: Turntable) -> Cameras:
    """Cameras that look at the centre of the visible Gaussians, from so far that their dense part is in view.

    Centre and extent are the 1st to 99th percentiles of the opaque centres of the dense part (:func:`dense_part`) on each axis.

    Raises:
        RequestError: `up` is no axis.
        SplatError: no Gaussian is visible.
    """
    import numpy as np

    from scenewright.scene.splats import Cameras

    up = axis_of(turntable.up)
    middle, radius = framed(gaussians)
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
