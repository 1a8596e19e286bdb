"""Channels of the nearest visible surfaces, exact at the pixel centres."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import StageRows, find_channel
from scenewright.renderers.rays.backdrop import ground_fade
from scenewright.renderers.rays.picture import RayPicture
from scenewright.renderers.rays.scene import CEILING, GROUND
from scenewright.renderers.rays.tracing import Layer

__all__ = ["surface_channels"]

_FADED = 0.5
"""Share of the backdrop from which on the ground counts as nothing."""


def surface_channels(
    picture: RayPicture, layers: list[Layer], names: Sequence[str], stage: StageRows, *, outdoor: bool
) -> dict[str, npt.NDArray[Any]]:
    """Channels of the nearest surface at each pixel: glass, ceiling and ground included. The ground counts up to where half of it has
    faded into the backdrop.

    Args:
        layers: surfaces at the picture's pixels, front to back.
        names: of ``depth``, ``normal``, ``entity``, ``position`` and ``albedo``.
        stage: rows that stand for ground and ceiling.
        outdoor: whether the ground fades into haze.

    Returns:
        (H, W, ...) arrays as :mod:`scenewright.renderers.base.channels` defines them.
    """
    channels = {name: find_channel(name) for name in names}
    out = {
        name: np.full((picture.count, *channel.shape), channel.empty, dtype=channel.dtype)
        for name, channel in channels.items()
    }
    seen = np.zeros(picture.count, dtype=bool)
    for layer in layers:
        new = np.flatnonzero(~seen[layer.rows] & _counted(layer, outdoor))
        rows = layer.rows[new]
        seen[rows] = True
        for name, values in out.items():
            values[rows] = _values(picture, layer, new, name, stage)
    size = picture.pinhole.height, picture.pinhole.width
    return {name: values.reshape(*size, *values.shape[1:]) for name, values in out.items()}


def _counted(layer: Layer, outdoor: bool) -> npt.NDArray[np.bool_]:
    """(N,) whether the surfaces of a layer have values in the channels."""
    instance = layer.surfaces.instance
    counted = (instance >= 0) | (instance == CEILING)
    ground = np.flatnonzero(instance == GROUND)
    counted[ground] = ground_fade(layer.surfaces.position[ground], outdoor=outdoor) < _FADED
    return counted


def _values(
    picture: RayPicture, layer: Layer, chosen: npt.NDArray[np.int64], name: str, stage: StageRows
) -> npt.NDArray[Any]:
    """(N, ...) values of the chosen rows of a layer."""
    if name == "depth":
        return layer.t[chosen] * picture.rays.radius
    if name == "position":
        # from the float64 ray, since float32 points of the unit frame lose digits
        ways = picture.directions[layer.rows[chosen]]
        return picture.pinhole.eye + (layer.t[chosen] * picture.rays.radius)[:, None] * ways
    if name == "normal":
        return layer.normal[chosen]
    if name == "albedo":
        return layer.surfaces.color[chosen]
    instance = layer.surfaces.instance[chosen]
    rows = np.where(instance == CEILING, stage.ceiling, stage.ground)
    rows[instance >= 0] = picture.rays.geometry.entity[instance[instance >= 0]]
    return rows
