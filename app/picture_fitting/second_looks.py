"""A second look at things that do not look like the picture: they are taken out, and put where each explains most, the clearest first.

Fitted one by one, a thing may take the place of another, which then finds none: both must go before either can be put right.
"""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scenewright.app.picture_fitting.blending import LayerBlend
from scenewright.app.picture_fitting.drawing import FitDrawing
from scenewright.app.picture_fitting.layers import LayerWindow
from scenewright.app.picture_fitting.robust import blurred, robust_cost, wider
from scenewright.app.picture_fitting.state import FitChange, FitState
from scenewright.app.picture_fitting.units import Unit
from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray

__all__ = ["doubtful_things", "placed_anew"]

_DOUBT = 0.6
"""Robust cost of a thing's pixels, in the middle, from which it does not look like the picture; 12 is the most."""
_LEAST_SEEN = 6
"""Pixels; what shows fewer is looked for, too."""
_BLUR = 1.0
"""Pixels, so that a thing that is nearly right counts as that."""
_REACH, _STEPS = 0.16, 4
"""How far around its place in the program a thing is looked for, over its distance, and in how many steps."""
_KEPT, _FINER = 3, 2
"""Places that are looked at more closely, and how often."""
_TURN, _SCALE = 0.25, 0.12
"""Radians, and a logarithm, by which a thing is turned and scaled at first then."""
_FAR_COST, _TURN_COST, _SCALE_COST, _COLOR_COST = 40.0, 4.0, 8.0, 10.0
"""What it costs to be as far off the program as is looked for."""
_COLOR = 0.25
"""How far a thing's colour may be off, in sRGB."""
_LEAST_GAIN = 6.0


@dataclass(frozen=True)
class _Found:
    """`change`: where a thing explains `gain` of the picture more than nothing there."""

    gain: float
    change: FitChange


def doubtful_things(blend: LayerBlend, drawn: FloatArray, wanted: FloatArray) -> list[int]:
    """The numbers of the things that do not look like the picture where they are drawn, or are not seen.

    Args:
        drawn, wanted: (H, W, 3) the drawing and the picture.
    """
    off = robust_cost(blurred(wanted - drawn, _BLUR))
    found = []
    for number in range(len(blend.units)):
        mask = blend.mask(number)
        if mask.sum() < _LEAST_SEEN or float(off[mask].mean()) > _DOUBT:
            found.append(number)
    return found


def placed_anew(
    drawing: FitDrawing, units: Sequence[Unit], state: FitState, wanted: FloatArray, doubtful: Collection[int], job: Job
) -> FitState:
    """The state with doubtful things where they explain most of a picture (H, W, 3); what explains nothing anywhere is as in the program.

    Raises:
        JobCancelled: the job was cancelled.
    """
    return _Placing(drawing, units, state, wanted, doubtful, job).done()


class _Placing:
    """`left`: what is still to be put somewhere."""

    def __init__(
        self,
        drawing: FitDrawing,
        units: Sequence[Unit],
        state: FitState,
        wanted: FloatArray,
        doubtful: Collection[int],
        job: Job,
    ) -> None:
        self.drawing, self.units, self.job = drawing, units, job
        self.wanted = wanted
        self.smooth = blurred(wanted, _BLUR)
        self.left = set(doubtful)
        changes = [FitChange() if k in self.left else change for k, change in enumerate(state.changes)]
        self.state = replace(state, changes=tuple(changes)).settled()
        self.bare = drawing.picture(state, wanted.shape[1], wanted.shape[0], without=range(len(units)))
        self._look()

    def done(self) -> FitState:
        """All put, the clearest first. What was looked at before another was put is looked at again only when its turn comes: it
        explains seldom more than before."""
        waiting = [(-self._best(k).gain, k) for k in sorted(self.left) if self._stands(k)]
        heapq.heapify(waiting)
        while waiting:
            self.job.check()
            _, number = heapq.heappop(waiting)
            found = self._best(number)
            if waiting and found.gain < -waiting[0][0]:
                if found.gain >= _LEAST_GAIN:
                    heapq.heappush(waiting, (-found.gain, number))
                continue
            if found.gain < _LEAST_GAIN:
                continue
            self._put(number, found.change)
            for rider in sorted(self.left):
                rest = self.state.rests[rider]
                if rest is not None and rest.on == number:
                    heapq.heappush(waiting, (-self._best(rider).gain, rider))
        return self.state

    def _stands(self, number: int) -> bool:
        """Whether what a thing stands on is put."""
        rest = self.state.rests[number] if self.state.rests else None
        return rest is None or rest.on not in self.left

    def _put(self, number: int, change: FitChange) -> None:
        changes = list(self.state.changes)
        changes[number] = change
        self.state = replace(self.state, changes=tuple(changes)).settled()
        self.left.discard(number)
        self._look()

    def _look(self) -> None:
        height, width = self.wanted.shape[:2]
        drawn = self.drawing.picture(self.state, width, height, without=self.left)
        still = self.drawing.still(self.state)
        self.blend = LayerBlend(self.units, still, self.state, drawn, self.bare, width, height, absent=self.left)
        self.shown = self.blend.shown()

    def _best(self, number: int) -> _Found:
        """Where a thing explains most."""
        unit, start = self.units[number], self.state.changes[number]
        reach = _REACH * float(np.linalg.norm(unit.base - np.array(self.state.camera[:3])))
        step = reach / _STEPS
        steps = range(-_STEPS, _STEPS + 1)
        places = [_moved(start, i * step, j * step) for i in steps for j in steps]
        best = sorted((self._found(number, change, reach) for change in places), key=lambda f: -f.gain)[:_KEPT]
        for finer in range(_FINER):
            share = 0.5 ** (finer + 1)
            best = [self._finer(number, found, reach, step * share, 2.0 * share) for found in best]
        return max(best, key=lambda f: f.gain)

    def _finer(self, number: int, found: _Found, reach: float, step: float, share: float) -> _Found:
        for change in _around(found.change, step, share, turns=self.units[number].turns):
            other = self._found(number, change, reach)
            found = other if other.gain > found.gain else found
        return found

    def _found(self, number: int, change: FitChange, reach: float) -> _Found:
        """What a thing explains there, in the colour that suits it best."""
        pose = change.pose(self.units[number])
        layer = self.blend.window(number, pose)
        if layer is None:
            return _Found(-math.inf, change)
        window = wider(layer.window, 3, self.wanted.shape[1], self.wanted.shape[0])
        drawn, share = self.blend.placed(number, pose, window)
        tinted, gain, tint = self._tinted(drawn, share, window)
        wanted = self.smooth[window.pixels]
        before = robust_cost(wanted - blurred(self.shown[window.pixels], _BLUR))
        after = robust_cost(wanted - blurred(tinted, _BLUR))
        cost = (
            _FAR_COST * (change.by[0] ** 2 + change.by[2] ** 2) / reach**2
            + _TURN_COST * (change.turn / _TURN) ** 2
            + _SCALE_COST * (change.scale / _SCALE) ** 2
            + _COLOR_COST * float((tint * tint).sum()) / _COLOR**2
        )
        return _Found(float((before - after).sum()) - cost, replace(change, gain=gain))

    def _tinted(
        self, drawn: FloatArray, share: FloatArray, window: LayerWindow
    ) -> tuple[FloatArray, tuple[float, float, float], FloatArray]:
        """(the window with the thing in the picture's colour, the factors on its linear colour, (3,) by how much its sRGB differs)."""
        inner = share > 0.9
        inner = inner if inner.sum() >= 3 else share > 0.5
        if not inner.any():
            return drawn, (1.0, 1.0, 1.0), np.zeros(3)
        off = np.median(self.wanted[window.pixels][inner] - drawn[inner], axis=0)
        tint = np.clip(off, -_COLOR, _COLOR)
        plain = np.median(drawn[inner], axis=0)
        red, green, blue = (
            (linear_from_srgb(np.clip(plain + tint, 0.0, 1.0)) + 0.01) / (linear_from_srgb(plain) + 0.01)
        ).tolist()
        return np.clip(drawn + share[..., None] * tint, 0.0, 1.0), (red, green, blue), tint


def _moved(change: FitChange, x: float, z: float) -> FitChange:
    return replace(change, by=(change.by[0] + x, change.by[1], change.by[2] + z))


def _around(change: FitChange, step: float, share: float, *, turns: bool) -> Iterator[FitChange]:
    """Changes around one: beside it, turned and scaled."""
    for i, j in itertools.product((-1, 0, 1), repeat=2):
        if i or j:
            yield _moved(change, i * step, j * step)
    for way in (-1.0, 1.0):
        yield replace(change, scale=change.scale + way * _SCALE * share)
        # a larger one farther away looks the same, but for its foot
        if turns:
            yield replace(change, turn=change.turn + way * _TURN * share)
