"""Moves the camera of a fit while each thing keeps its place in the picture, as far as it stands on something."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from scenewright.app.picture_fitting.state import FitChange, FitState
from scenewright.app.picture_fitting.units import Unit
from scenewright.scene.model import FloatArray

__all__ = ["anchored"]

_NEAR = 1e-3
_MOST_SCALE = 0.5
"""Logarithm: a thing that would have to grow or shrink by more, near the horizon, stays where it is in the world."""


@dataclass(frozen=True)
class _Eye:
    """`at`: (3,) in the world. `axes`: (3, 3) rows right, up and forward. `opening`: tangent of half the vertical field of view."""

    at: FloatArray
    axes: FloatArray
    opening: float

    @staticmethod
    def of(state: FitState) -> _Eye:
        view = state.view()
        forward = np.subtract(view.target, view.eye) / state.reach
        right = np.cross(forward, (0.0, 1.0, 0.0))
        right /= np.linalg.norm(right)
        up = np.cross(right, forward)
        return _Eye(np.array(view.eye), np.array([right, up, forward]), math.exp(state.camera[5]))

    def bearing(self, point: FloatArray) -> float:
        """Radians about +y of the way to a point."""
        return math.atan2(float(point[0] - self.at[0]), float(point[2] - self.at[2]))


def anchored(units: Sequence[Unit], state: FitState, camera: Sequence[float]) -> FitState:
    """The state seen by another camera (the numbers of :class:`FitState`), with each thing where the picture shows it now, as large, and
    turned the same way towards the eye."""
    after = replace(state, camera=tuple(camera))
    old, new = _Eye.of(state), _Eye.of(after)
    changes = list(state.changes)
    rests = state.rests or (None,) * len(units)
    # what others stand on is moved first
    for number in sorted(range(len(units)), key=lambda k: rests[k] is not None):
        rest = rests[number]
        height = None
        if rest is not None:
            height = rest.own_base + rest.rise(changes[rest.on])
        elif units[number].on_floor:
            height = float(units[number].base[1]) + changes[number].by[1]
        changes[number] = _followed(units[number], changes[number], old, new, height)
    return replace(after, changes=tuple(changes)).settled()


def _followed(unit: Unit, change: FitChange, old: _Eye, new: _Eye, height: float | None) -> FitChange:
    """The change of a thing that keeps its place in the picture. `height`: of what it stands on; None: it hangs in the air, and keeps
    its size."""
    base = unit.base + np.array(change.by)
    right, up, ahead = old.axes @ (base - old.at)
    if ahead < _NEAR:
        return change
    widening = new.opening / old.opening
    way = np.array([right / ahead * widening, up / ahead * widening, 1.0]) @ new.axes
    far = ahead / widening
    if height is not None:
        far = (height - new.at[1]) / way[1] if abs(way[1]) > _NEAR else -1.0
    if far < _NEAR or abs(grown := math.log(far * widening / ahead)) > _MOST_SCALE:
        return change
    there = new.at + far * way
    x, y, z = (float(v) for v in there - unit.base)
    turned = math.remainder(new.bearing(there) - old.bearing(base), 2.0 * math.pi) if unit.turns else 0.0
    return replace(change, by=(x, y, z), turn=change.turn + turned, scale=change.scale + grown)
