"""What a fit changes, as numbers: the camera, and of each thing its place, turn, size and colour."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from scenewright.app.picture_fitting.bodies import Pose
from scenewright.app.picture_fitting.units import Unit
from scenewright.scene.model import Camera, FloatArray

__all__ = ["FitChange", "FitParameter", "FitState", "Rest", "parameters_of", "rests_of"]

_NEAR_TOP = 0.35
"""Of a thing's size: so near to the top of another its base must be for it to stand there."""
_TURN = 0.25
"""Radians that a thing may be turned wrongly: a quarter turn shows a box about as it is."""


@dataclass(frozen=True)
class FitChange:
    """How a thing differs from the program. `by`: along the axes of the world. `turn`: radians. `scale`: logarithm. `gain`: factors on
    its linear colour."""

    by: tuple[float, float, float] = (0.0, 0.0, 0.0)
    turn: float = 0.0
    scale: float = 0.0
    gain: tuple[float, float, float] = (1.0, 1.0, 1.0)

    def pose(self, unit: Unit) -> Pose:
        x, y, z = (float(b + d) for b, d in zip(unit.base, self.by, strict=True))
        factor = math.exp(self.scale)
        return Pose((x, y, z), self.turn, (factor, factor, factor))

    def motion(self, unit: Unit) -> FloatArray:
        """(4, 4) from where the program has the thing to where it is."""
        pose = self.pose(unit)
        out = np.eye(4)
        out[:3, :3] = pose.rotation * math.exp(self.scale)
        out[:3, 3] = np.array(pose.at) - out[:3, :3] @ unit.base
        return out


@dataclass(frozen=True)
class Rest:
    """What a thing stands on. `on`: the number of that unit. `base`, `height`: of that unit in the program; `own_base`: of the thing."""

    on: int
    base: float
    height: float
    own_base: float

    def rise(self, below: FitChange) -> float:
        """How much higher the thing stands than in the program, with the one below changed."""
        return self.base + below.by[1] + self.height * math.exp(below.scale) - self.own_base


@dataclass(frozen=True)
class FitState:
    """`camera`: eye (3), heading and pitch in radians, logarithm of the tangent of half the vertical field of view. `reach`: distance from
    eye to target. `changes`: one for each unit. `rests`: of each unit what it stands on, as it was."""

    camera: tuple[float, ...]
    reach: float
    changes: tuple[FitChange, ...]
    rests: tuple[Rest | None, ...] = ()

    @staticmethod
    def of(camera: Camera, count: int) -> FitState:
        way = np.subtract(camera.target, camera.eye)
        reach = float(np.linalg.norm(way))
        x, y, z = way / reach
        heading, pitch = math.atan2(x, -z), math.asin(float(np.clip(y, -1.0, 1.0)))
        opening = math.log(math.tan(math.radians(camera.fov) / 2.0))
        return FitState((*(float(v) for v in camera.eye), heading, pitch, opening), reach, (FitChange(),) * count)

    def view(self) -> Camera:
        """The camera."""
        x, y, z, heading, pitch, opening = self.camera
        level = math.cos(pitch)
        way = np.array([math.sin(heading) * level, math.sin(pitch), -math.cos(heading) * level])
        tx, ty, tz = (float(v) for v in np.array([x, y, z]) + self.reach * way)
        return Camera((x, y, z), (tx, ty, tz), math.degrees(2.0 * math.atan(math.exp(opening))))

    def stepped(self, parameters: Sequence[FitParameter], steps: FloatArray) -> FitState:
        """After a step (P,) of parameters, in their own units."""
        camera = list(self.camera)
        changes = list(self.changes)
        for parameter, step in zip(parameters, steps, strict=True):
            value = float(step) * parameter.unit
            if parameter.thing < 0:
                camera[parameter.axis] += value
                continue
            change = changes[parameter.thing]
            if parameter.axis < 3:
                by = list(change.by)
                by[parameter.axis] += value
                change = replace(change, by=(by[0], by[1], by[2]))
            elif parameter.axis == 3:
                change = replace(change, turn=change.turn + value)
            else:
                change = replace(change, scale=change.scale + value)
            changes[parameter.thing] = change
        return replace(self, camera=tuple(camera), changes=tuple(changes)).settled()

    def settled(self) -> FitState:
        """With each thing on top of what it stands on."""
        changes = list(self.changes)
        for number, rest in enumerate(self.rests):
            if rest is not None:
                x, _, z = changes[number].by
                changes[number] = replace(changes[number], by=(x, rest.rise(changes[rest.on]), z))
        return replace(self, changes=tuple(changes))

    def value(self, parameter: FitParameter) -> float:
        """Of a parameter, in its own units."""
        if parameter.thing < 0:
            return self.camera[parameter.axis] / parameter.unit
        change = self.changes[parameter.thing]
        return (*change.by, change.turn, change.scale)[parameter.axis] / parameter.unit


@dataclass(frozen=True)
class FitParameter:
    """One number. `thing`: its number, -1: the camera's. `axis`: which of the thing's x, y, z, turn and scale, or of the camera's numbers.
    `unit`: a step that changes the picture by about a pixel of 128. `spread`: how far it may be off, in units."""

    thing: int
    axis: int
    unit: float
    spread: float


def rests_of(units: Sequence[Unit]) -> tuple[Rest | None, ...]:
    """What each thing stands on: that whose top is nearest to its base, unless all are far; None on the floor and in the air. A picture
    shows badly how far away a thing in the air is, and things seldom hang there."""
    found: list[Rest | None] = []
    for number, unit in enumerate(units):
        best, least = None, _NEAR_TOP
        for other, below in enumerate(units):
            if other == number or unit.on_floor or not below.on_floor:
                continue
            height = float(below.body.points[:, 1].max())
            over = abs(float(below.base[1]) + height - float(unit.base[1])) / max(below.size, unit.size)
            reach = float(np.hypot(*below.body.points[:, [0, 2]].T).max())
            beside = max(float(np.hypot(*(unit.base - below.base)[[0, 2]])) - reach, 0.0) / max(below.size, unit.size)
            if over + 0.5 * beside < least:
                best, least = Rest(other, float(below.base[1]), height, float(unit.base[1])), over + 0.5 * beside
        found.append(best)
    return tuple(found)


def parameters_of(units: Sequence[Unit], state: FitState, *, camera: bool) -> list[FitParameter]:
    """All numbers that are fitted."""
    view = state.view()
    pixel = 2.0 * math.tan(math.radians(view.fov) / 2.0) / 128.0
    found = []
    for number, unit in enumerate(units):
        far = max(float(np.linalg.norm(unit.base - np.array(view.eye))), 1e-6)
        step = far * pixel
        reach = 0.3 * state.reach
        rests = number < len(state.rests) and state.rests[number] is not None
        axes = (0, 2) if unit.on_floor or rests else (0, 1, 2)
        found += [FitParameter(number, axis, step, (reach if axis != 1 else 0.3 * reach) / step) for axis in axes]
        relative = min(max(2.0 * step / unit.size, 0.005), 0.1)
        if unit.turns:
            found.append(FitParameter(number, 3, relative, _TURN / relative))
        found.append(FitParameter(number, 4, relative, 0.25 / relative))
    if camera:
        step = state.reach * pixel
        found += [FitParameter(-1, axis, step, 0.1 * state.reach / step) for axis in range(3)]
        found += [FitParameter(-1, axis, pixel, 0.1 / pixel) for axis in (3, 4)]
        found.append(FitParameter(-1, 5, 2.0 * pixel, 0.05 / (2.0 * pixel)))
    return found
