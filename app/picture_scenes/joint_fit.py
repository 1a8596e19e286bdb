"""Fits all things and the camera to the segments of a picture at once, each thing hidden by those before it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from scenewright.app.picture_fitting.layers import DrawnLayer, LayerWindow, draw_layer
from scenewright.app.picture_scenes.evidence import GroundView, PictureEvidence, targets_of
from scenewright.app.picture_scenes.showing import box_of, depths, fronts, grown_window, shown_numbers, visible_share
from scenewright.app.picture_scenes.silhouettes import MOST_STEP, NOISE, directions_of, size_surprise
from scenewright.app.picture_scenes.things import PlainThing
from scenewright.renderers.base import Pinhole
from scenewright.scene.jobs import Job
from scenewright.scene.model import Array, FloatArray

__all__ = ["fit_together"]

_CAMERA_STEPS = np.array([0.01, 0.01])
"""Of pitch in radians and of the logarithm of the distance, for derivatives."""
_MOST_CAMERA_STEP = 0.06
_SAMPLES = 2
_MARGIN = 4
"""Pixels around a thing that are looked at, too."""
_SMALL_GAIN = 0.5
_MOST_DAMPING = 10.0


def fit_together(
    things: Sequence[PlainThing],
    view: GroundView,
    evidence: PictureEvidence,
    *,
    rounds: int = 6,
    camera: bool = True,
    job: Job | None = None,
) -> tuple[list[PlainThing], GroundView]:
    """Fit all things, and the camera with them.

    Raises:
        JobCancelled: the job was cancelled.
    """
    now = [*things], view
    if not things:
        return now
    best, cost, damping = now, math.inf, 0.01
    for _ in range(rounds):
        if job is not None:
            job.check()
        equations = _Equations(now[0], now[1], evidence, camera=camera)
        if equations.cost > cost:  # the last step went too far: a shorter one from where it began
            damping *= 8.0
            if damping > _MOST_DAMPING:
                break
            now, cost = best, math.inf
            continue
        gain, best, cost = cost - equations.cost, now, equations.cost
        if gain < _SMALL_GAIN:
            break
        now = equations.stepped(damping)
        damping = max(damping / 3.0, 1e-3)
    return best


@dataclass(frozen=True, eq=False)
class _Aim:
    """What one thing should look like. `front`: (H*2, W*2) depth of what may hide it."""

    window: LayerWindow
    target: FloatArray
    weight: FloatArray
    front: FloatArray

    def residual(self, thing: PlainThing, lens: Pinhole) -> FloatArray:
        """(N,) by how much the thing shows more than it should, for each pixel of the window."""
        layer = draw_layer(thing.body, thing.pose, lens, samples=_SAMPLES, within=self.window)
        seen = visible_share(layer, self.front, self.window, _SAMPLES)
        return np.asarray((seen - self.target) * self.weight).ravel()


class _Equations:
    """The normal equations of all numbers, and the cost at the present ones."""

    def __init__(self, things: list[PlainThing], view: GroundView, evidence: PictureEvidence, *, camera: bool) -> None:
        self.things, self.view, self.camera = things, view, camera
        self.directions = [directions_of(thing, view.manner) for thing in things]
        self.firsts = np.cumsum([0, *(len(d) for d in self.directions)])
        count = int(self.firsts[-1]) + (2 if camera else 0)
        self.normal, self.slope, self.cost = np.zeros((count, count)), np.zeros(count), 0.0
        lenses = [self._lenses(k) for k in range(2)] if camera else []
        for number, aim in enumerate(_aims(things, view, evidence)):
            self._add_thing(number, aim, lenses)
            if not view.manner.sizes:
                self._add_surprise(number)
        if camera:
            self._add_expectation()

    def stepped(self, damping: float) -> tuple[list[PlainThing], GroundView]:
        """Things and view after one step."""
        held = damping * np.diag(np.diag(self.normal) + 1e-3)
        move = np.linalg.solve(self.normal + held, -self.slope)
        things = []
        for number, thing in enumerate(self.things):
            own = move[self.firsts[number] : self.firsts[number + 1]]
            step = np.asarray(sum(m * d for m, d in zip(own, self.directions[number], strict=True)))
            things.append(thing.stepped(np.clip(step, -MOST_STEP, MOST_STEP)))
        if not self.camera:
            return things, self.view
        return things, self.view.stepped(np.clip(move[-2:] * _CAMERA_STEPS, -_MOST_CAMERA_STEP, _MOST_CAMERA_STEP))

    def _lenses(self, axis: int) -> tuple[Pinhole, Pinhole]:
        step = np.zeros(2)
        step[axis] = _CAMERA_STEPS[axis]
        return self.view.stepped(step).pinhole, self.view.stepped(-step).pinhole

    def _own(self, number: int) -> list[int]:
        return list(range(int(self.firsts[number]), int(self.firsts[number + 1])))

    def _add(self, which: Sequence[int], rows: FloatArray, residual: FloatArray) -> None:
        self.normal[np.ix_(which, which)] += rows.T @ rows
        self.slope[which] += rows.T @ residual
        self.cost += float(residual @ residual)

    def _add_thing(self, number: int, aim: _Aim, lenses: Sequence[tuple[Pinhole, Pinhole]]) -> None:
        thing, lens = self.things[number], self.view.pinhole
        columns = [
            (aim.residual(thing.stepped(d), lens) - aim.residual(thing.stepped(-d), lens)) / 2.0
            for d in self.directions[number]
        ]
        columns += [(aim.residual(thing, ahead) - aim.residual(thing, back)) / 2.0 for ahead, back in lenses]
        which = self._own(number) + list(range(int(self.firsts[-1]), len(self.slope)))
        self._add(which, np.stack(columns, axis=1), aim.residual(thing, lens))

    def _add_surprise(self, number: int) -> None:
        thing = self.things[number]
        columns = [
            (size_surprise(thing.stepped(d)) - size_surprise(thing.stepped(-d))) / 2.0 for d in self.directions[number]
        ]
        self._add(self._own(number), NOISE * np.stack(columns, axis=1), NOISE * size_surprise(thing))

    def _add_expectation(self) -> None:
        manner = self.view.manner
        expected = GroundView.expected(manner, self.view.width, self.view.height)
        spread = np.array([math.radians(manner.pitch_spread), manner.distance_spread])
        off = np.array([self.view.pitch - expected.pitch, math.log(self.view.distance / expected.distance)]) / spread
        last = len(self.slope)
        self._add([last - 2, last - 1], NOISE * np.diag(_CAMERA_STEPS / spread), NOISE * off)


def _aims(things: Sequence[PlainThing], view: GroundView, evidence: PictureEvidence) -> list[_Aim]:
    layers = depths(things, view, _SAMPLES)
    found = []
    for layer, front, (target, weight) in zip(
        layers, fronts(layers, view, _SAMPLES), _shared_targets(things, layers, view, evidence), strict=True
    ):
        own = box_of(target > 0.5)
        window = grown_window(own if layer is None else layer.window.joined(own), _MARGIN, view.width, view.height)
        found.append(_Aim(window, target[window.pixels], weight[window.pixels], front))
    return found


def _shared_targets(
    things: Sequence[PlainThing], layers: Sequence[DrawnLayer | None], view: GroundView, evidence: PictureEvidence
) -> list[tuple[FloatArray, FloatArray]]:
    """The target of each thing. Of a segment that several share, each has the pixels that it shows and those nearest to it."""
    shown = shown_numbers(layers, view)
    found = []
    for number, thing in enumerate(things):
        sharing = [k for k, t in enumerate(things) if k != number and t.segments & thing.segments]
        others = None
        if sharing:
            others = np.min([_far_from(shown == k) for k in sharing], axis=0) <= _far_from(shown == number)
        found.append(targets_of(evidence, thing.segments, strict=True, others=others))
    return found


def _far_from(mask: Array[np.bool_]) -> FloatArray:
    """(H, W) pixels to a mask."""
    return np.asarray(ndimage.distance_transform_edt(~mask)) if mask.any() else np.full(mask.shape, np.inf)
