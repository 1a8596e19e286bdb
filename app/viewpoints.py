"""The viewpoints of pictures: the scene's cameras, one's own view, or a turntable around what one camera looks at."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Self

import numpy as np
from pydantic import Field, model_validator

from scenewright.app.requests import Request, RequestError
from scenewright.scene.errors import PathError
from scenewright.scene.model import Camera

if TYPE_CHECKING:
    from scenewright.app.pictures import PictureRequest

__all__ = ["PictureView", "chosen_viewpoints"]

_MOST = 1e6
"""Metres from the origin."""


class PictureView(Request):
    """A viewpoint in the world, in metres. +y is up."""

    eye: tuple[float, float, float]
    """Where the eye is."""
    target: tuple[float, float, float]
    """What it looks at."""
    fov: float = Field(default=50.0, gt=0.1, lt=179.0)
    """Vertical field of view, in degrees."""

    @model_validator(mode="after")
    def _looks_somewhere(self) -> Self:
        if math.dist(self.eye, self.target) < 1e-6:
            raise RequestError(
                "eye and target are the same point: a view looks from one to another", field="eye", also=("target",)
            )
        if max(map(abs, (*self.eye, *self.target))) > _MOST:
            raise RequestError(f"a view lies within {_MOST:,.0f} m of the origin", field="eye", also=("target",))
        return self

    def camera(self) -> Camera:
        """The viewpoint as a camera of a scene."""
        return Camera(eye=self.eye, target=self.target, fov=self.fov)


def chosen_viewpoints(request: PictureRequest, cameras: Sequence[Camera]) -> tuple[tuple[Camera, ...], tuple[int, ...]]:
    """The viewpoints that a request can name, and the numbers of those that it does.

    Args:
        cameras: those of the scene.

    Raises:
        PathError: a camera does not exist.
    """
    views = tuple(cameras) if request.view is None else (request.view.camera(),)
    for number in request.cameras or ():
        if not 0 <= number < len(views):
            raise PathError(f"there is no camera {number}: the scene has {len(views)}, counted from 0")
    if request.turntable is not None:
        views = _turned(views[request.cameras[0] if request.cameras else 0], request.turntable)
        return views, tuple(range(len(views)))
    return views, tuple(range(len(views))) if request.cameras is None else request.cameras


def _turned(camera: Camera, count: int) -> tuple[Camera, ...]:
    """Cameras around the upright line through the target, the given one first."""
    eye, target = np.array(camera.eye), np.array(camera.target)
    out = []
    for turn in np.arange(count) * (2.0 * math.pi / count):
        c, s = math.cos(turn), math.sin(turn)
        x, y, z = eye - target
        there = target + np.array((c * x + s * z, y, -s * x + c * z))
        out.append(replace(camera, eye=(float(there[0]), float(there[1]), float(there[2]))))
    return tuple(out)
