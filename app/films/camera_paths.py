"""A smooth path of a camera through given cameras.

Positions and angles of view follow a centripetal Catmull-Rom curve: it goes through each camera, and has neither loops nor cusps between
two of them (C. Yuksel, S. Schaefer, J. Keyser, *Parameterization and applications of Catmull-Rom curves*, Computer-Aided Design 43, 2011).
Directions follow a spline of rotations with continuous angular velocity and acceleration (scipy's ``RotationSpline``) over the same knots.
"""

from __future__ import annotations

import numpy as np
from scipy.interpolate import CubicHermiteSpline
from scipy.spatial.transform import Rotation, RotationSpline

from scenewright.renderers.base import Pinhole
from scenewright.scene.model import Camera, FloatArray

__all__ = ["CameraPath"]

_SAMPLES = 200
"""Points for each camera by which the length of a path is measured."""
_WRAPPED = 3
"""Cameras of a closed path that are repeated before its start and behind its end, so that the rotations go on smoothly there."""
_LEAST = 1e-6


class CameraPath:
    """A path through K cameras, at least two.

    Attributes:
        closed: it goes on from the last camera to the first.
        length: metres that the eye moves, and `reach` metres for each radian that the camera turns, as one length.
    """

    def __init__(self, cameras: list[Camera], *, closed: bool, reach: float) -> None:
        """
        Args:
            reach: metres that count as much as a turn by one radian.
        """
        self.closed = closed
        self._reach = reach
        count = len(cameras)
        order = np.arange(-_WRAPPED, count + _WRAPPED + 1) % count if closed else np.arange(count)
        turns = Rotation.from_matrix([Pinhole.of(c, 4, 3).world_from_camera[:3, :3] for c in cameras])[order]
        values = np.array([[*c.eye, c.fov] for c in cameras])[order]
        knots = _knots(values[:, :3], turns, reach)
        first, last = (_WRAPPED, _WRAPPED + count) if closed else (0, count - 1)
        self._curve = CubicHermiteSpline(knots, values, _tangents(knots, values))
        self._turns = RotationSpline(knots, turns)
        # so that equal steps of the share are equal steps along the path
        self._times = np.linspace(knots[first], knots[last], _SAMPLES * (last - first) + 1)
        along = self._curve(self._times)[:, :3]
        angle = (self._turns(self._times[:-1]).inv() * self._turns(self._times[1:])).magnitude()
        steps = np.hypot(np.linalg.norm(np.diff(along, axis=0), axis=1), reach * angle)
        self._gone = np.concatenate([[0.0], np.cumsum(np.maximum(steps, _LEAST / len(steps)))])
        self.length = float(self._gone[-1])

    def at(self, shares: FloatArray) -> list[Camera]:
        """The cameras at shares (N,) of the path, 0 to 1. They stand upright, as all cameras of scenes: a roll that is between two of the
        given directions is left out."""
        times = np.interp(np.asarray(shares) * self.length, self._gone, self._times)
        values = self._curve(times)
        ahead = self._turns(times).as_matrix()[:, :, 2]
        targets = values[:, :3] + max(self._reach, _LEAST) * ahead
        return [
            Camera(_vec3(value[:3]), _vec3(target), float(np.clip(value[3], 1.0, 170.0)))
            for value, target in zip(values, targets, strict=True)
        ]


def _knots(eyes: FloatArray, turns: Rotation, reach: float) -> FloatArray:
    """(K,) the parameter at each camera: the square root of its distance from the one before, added up."""
    angle = (turns[:-1].inv() * turns[1:]).magnitude()
    steps = np.hypot(np.linalg.norm(np.diff(eyes, axis=0), axis=1), reach * angle)
    return np.concatenate([[0.0], np.cumsum(np.sqrt(np.maximum(steps, _LEAST)))])


def _tangents(knots: FloatArray, values: FloatArray) -> FloatArray:
    """(K, D) derivatives of a Catmull-Rom curve with uneven knots (K,) at its points (K, D)."""
    secants = np.diff(values, axis=0) / np.diff(knots)[:, None]
    if len(knots) == 2:
        return np.repeat(secants, 2, axis=0)
    across = (values[2:] - values[:-2]) / (knots[2:] - knots[:-2])[:, None]
    inner = secants[:-1] - across + secants[1:]
    # at the ends the curve bends no more than it must
    first, last = 1.5 * secants[0] - 0.5 * inner[0], 1.5 * secants[-1] - 0.5 * inner[-1]
    return np.concatenate([first[None], inner, last[None]])


def _vec3(v: FloatArray) -> tuple[float, float, float]:
    return float(v[0]), float(v[1]), float(v[2])
