"""What the windows of a room show: a sky with land below it, by the words of the environment.

It is shown as bright as eyes that are used to the room see it, not as bright as it is: a photograph of the room would show white panes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base.environments import EnvironmentLook, outside_look
from scenewright.renderers.base.sky import Sky
from scenewright.renderers.base.tonemap import tone_mapped
from scenewright.scene.model import FloatArray, Room

__all__ = ["Outside", "room_outside"]

Float32 = npt.NDArray[np.float32]

_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
_HORIZON = 0.78
"""Display light, linear, of the sky at the horizon on a clear day."""
_EYE_HEIGHT = 1.6
"""Metres above the floor. From outside the room, a window shows what it shows from the middle of the room at this height."""
_ABOVE_GROUND = 4.0
"""Metres from the eye down to the land, which is seen from a raised floor."""
_HAZE = 90.0
"""Metres in which land fades by two thirds into the colour of the horizon."""
_GRASS = np.array([0.15, 0.21, 0.085])
_TREES = np.array([0.07, 0.105, 0.045])
_HILLS = np.array([0.1, 0.13, 0.12])
"""Linear base colours of the land, the trees at its end and the hills behind them."""
_SOFT = 0.004
"""Height over distance in which the outline of trees and hills fades, so that it has no steps."""


@dataclass(frozen=True, eq=False)
class Outside:
    """The surroundings of a room, as light to be displayed. `exposure`: factor on the radiance of the sky. `daylight`: (3,) radiance of
    white paper on the land."""

    room: Room
    sky: Sky
    exposure: float
    daylight: FloatArray

    def through_windows(self, eye: FloatArray, directions: FloatArray) -> npt.NDArray[np.bool_]:
        """(N,) whether rays from `eye` (3,) along directions (N, 3), in the world frame, leave the room by a window."""
        return self._leaving(eye, directions)[0]

    def seen(self, eye: FloatArray, directions: FloatArray) -> tuple[npt.NDArray[np.int64], Float32]:
        """The rays that leave the room by a window, and the display light (M, 3) that each of these meets.

        From outside of the room, a window shows what a person in the middle of the room sees through it.
        """
        through, points = self._leaving(eye, directions)
        rows = np.flatnonzero(through)
        inside = abs(eye[0]) <= self.room.width / 2.0 and abs(eye[2]) <= self.room.depth / 2.0
        if inside or 0.0 < eye[1] < self.room.height:
            return rows, self.light(directions[rows])
        return rows, self.light(points[rows] - np.array([0.0, _EYE_HEIGHT, 0.0]))

    def _leaving(self, eye: FloatArray, directions: FloatArray) -> tuple[npt.NDArray[np.bool_], FloatArray]:
        """(N,) whether rays leave the room by a window, and the points (N, 3) where they leave it."""
        room = self.room
        half = np.array([room.width / 2.0, room.height, room.depth / 2.0])
        low = np.array([-half[0], 0.0, -half[2]])
        with np.errstate(divide="ignore", invalid="ignore"):
            ways = np.where(directions > 0.0, half - eye, low - eye) / directions
            ways = np.where(directions == 0.0, np.inf, ways)
        axis = ways.argmin(axis=1)
        way = np.take_along_axis(ways, axis[:, None], axis=1)
        points = eye + way * directions
        through = np.zeros(len(directions), dtype=np.bool_)
        for opening in room.openings:
            if opening.kind != "window":
                continue
            across, side = {"left": (0, -1.0), "right": (0, 1.0), "back": (2, -1.0), "front": (2, 1.0)}[opening.wall]
            along = points[:, 2 - across] - opening.offset
            up = points[:, 1] - opening.sill
            through |= (
                (axis == across)
                & (directions[:, across] * side > 0.0)
                & (way[:, 0] > 0.0)
                & (np.abs(along) <= opening.width / 2.0)
                & (up >= 0.0)
                & (up <= opening.height)
            )
        return through, points

    def panorama(self, height: int) -> Float32:
        """(height, 2 height, 3) display light in all directions, longitude by latitude, with -z in its middle."""
        around = (np.arange(2 * height) + 0.5) * (math.pi / height) - math.pi
        down = (np.arange(height) + 0.5) * (math.pi / height)
        across, up = np.sin(down)[:, None], np.broadcast_to(np.cos(down)[:, None], (height, 2 * height))
        d = np.stack([across * np.sin(around), up, -across * np.cos(around)], axis=-1)
        return self.light(d.reshape(-1, 3)).reshape(height, 2 * height, 3)

    def light(self, directions: FloatArray) -> Float32:
        """(N, 3) display light in directions (N, 3) of any length."""
        d = directions / np.maximum(np.linalg.norm(directions, axis=1, keepdims=True), 1e-12)
        if self.sky.picture is not None:
            return tone_mapped(self.sky.radiance(d) * np.float32(self.exposure))
        flat = np.maximum(np.hypot(d[:, 0], d[:, 2]), 1e-6)
        rise, around = d[:, 1] / flat, np.arctan2(d[:, 0], d[:, 2])
        above = d.copy()
        above[:, 1] = np.maximum(above[:, 1], 0.0)
        out = self.sky.radiance(above).astype(np.float64) * self.exposure
        horizon = self.sky.radiance(np.array([[1.0, 0.0, 0.0]])).astype(np.float64)[0] * self.exposure
        for base, hazy, outline in ((_HILLS, 0.72, _hills(around)), (_TREES, 0.35, _trees(around))):
            colour = (1.0 - hazy) * base * self.daylight + hazy * horizon
            cover = np.clip((outline - rise) / _SOFT, 0.0, 1.0)[:, None]
            out += cover * (colour - out)
        away = _ABOVE_GROUND / np.maximum(-rise, 1e-6)
        haze = (1.0 - np.exp(-away / _HAZE))[:, None]
        land = (1.0 - haze) * _GRASS * self.daylight + haze * (0.5 * horizon + 0.5 * _GRASS * self.daylight)
        cover = np.clip(-rise / _SOFT, 0.0, 1.0)[:, None]
        out += cover * (land - out)
        return tone_mapped(out.astype(np.float32))


def room_outside(room: Room, words: str | None, panorama: FloatArray | None) -> Outside:
    """What the windows of a room show, by the words of its environment and its picture."""
    look = outside_look(words)
    sky = Sky(look.zenith, look.horizon, look.ground, panorama)
    level = float(np.array(look.horizon) @ _LUMINANCE) if panorama is None else float(sky.mean() @ _LUMINANCE)
    exposure = _HORIZON * min(look.exposure, 1.0) ** 2 / max(level, 1e-6)
    return Outside(room, sky, exposure, _daylight(look, sky) * exposure)


def _daylight(look: EnvironmentLook, sky: Sky) -> FloatArray:
    sun = look.sun * math.sin(math.radians(look.elevation)) / math.pi
    return np.asarray(sky.mean() + sun * np.array(look.sun_color))


def _hills(around: FloatArray) -> FloatArray:
    """(N,) height over distance of the outline of hills, by the angle about the vertical."""
    return np.asarray(0.075 + 0.03 * np.sin(3.0 * around + 0.6) + 0.014 * np.sin(8.0 * around + 2.1))


def _trees(around: FloatArray) -> FloatArray:
    """(N,) height over distance of the outline of trees: crowns of several sizes."""
    crowns = np.abs(np.sin(23.0 * around)) ** 0.5 + 0.6 * np.abs(np.sin(37.0 * around + 1.3)) ** 0.5
    return np.asarray(0.012 + 0.012 * np.sin(5.0 * around + 1.0) + 0.014 * crowns)
