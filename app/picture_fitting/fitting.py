"""Fits a scene to a picture of it: from coarse to fine, by Gauss-Newton on what the drawing and the picture differ in.

The difference is that of full drawings; its derivatives come from layers (:mod:`scenewright.app.picture_fitting.blending`). Where
things are so far off that derivatives say nothing, each is looked for around its place.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from scenewright.app.picture_fitting.blending import LayerBlend
from scenewright.app.picture_fitting.drawing import FitDrawing
from scenewright.app.picture_fitting.picture_file import reduced
from scenewright.app.picture_fitting.robust import NOISE, blurred, robust_cost, robust_weights, wider
from scenewright.app.picture_fitting.second_looks import doubtful_things, placed_anew
from scenewright.app.picture_fitting.state import FitChange, FitParameter, FitState, parameters_of, rests_of
from scenewright.app.picture_fitting.still_camera import StillCamera, still_camera
from scenewright.app.picture_fitting.units import Unit, scene_units
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.colorspace import linear_from_srgb, srgb_from_linear
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, FloatArray, Scene

__all__ = ["Fit", "fit_picture"]

_PRIOR = 0.5
"""How much what is expected weighs against pixels."""
_MOST_STEP = 12.0
"""FitParameter steps of one round, in pixels of 128."""
_SEARCHED = 0.16
"""How far around its place a thing is looked for, over its distance."""
_FAR_COST = 40.0
"""What it costs to find a thing that far away, beside what of the picture it explains."""
_MOST_TURN = 0.15
"""Radians of one round."""


@dataclass(frozen=True)
class _Level:
    """`side`: pixels of the longer side. `blur`: pixels. `search`: each thing is looked for around its place first. `recolour`: how far
    colours may go from those of the program, in sRGB: a thing that takes the colour of what it hides by mistake would stay there. `again`:
    how often what does not look like the picture after that is put anew. `still`: with which blurs, in pixels of 256, the camera is fitted
    then to what stands still."""

    side: int
    blur: float
    rounds: int
    search: bool = False
    recolour: float = 0.0
    again: int = 0
    still: tuple[float, ...] = ()


_LEVELS = (
    _Level(64, 2.0, 4, still=(8.0, 4.0, 2.0, 1.0)),
    _Level(64, 1.2, 4, search=True),
    _Level(64, 0.6, 5, search=True, recolour=0.25, again=3, still=(2.0, 1.0)),
    _Level(128, 0.6, 6, recolour=1.0, still=(2.0, 1.0)),
    _Level(256, 0.5, 3, recolour=1.0),
)


@dataclass(frozen=True, eq=False)
class Fit:
    """What a picture says about a scene.

    Attributes:
        units: the things that were fitted, with their `changes`.
        camera: as fitted; `before`: as it was.
        psnr_before, psnr_after: dB between drawing and picture, longer side 256.
    """

    units: tuple[Unit, ...]
    changes: tuple[FitChange, ...]
    before: Camera
    camera: Camera
    psnr_before: float
    psnr_after: float
    hidden: tuple[str, ...]


def fit_picture(
    scene: Scene,
    picture: npt.NDArray[np.uint8],
    camera: Camera,
    *,
    move_camera: bool = True,
    assets: AssetProvider | None = None,
    root: Path | None = None,
    job: Job | None = None,
) -> Fit:
    """Fit a scene, and the camera that the picture (H, W, 3) was taken with.

    Args:
        camera: about where the picture was taken from.
        move_camera: False: it is known.
        root: the scene folder, for textures.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = (job or Job()).part(name="fitting to the picture")
    geometry = scene_geometry(scene, provider=assets, root=root, max_triangles=200_000, job=job.quiet())
    units = scene_units(scene, geometry)
    fitter = _Fitter(scene, FitDrawing(scene, geometry, units, root, job), units, job)
    state = replace(FitState.of(camera, len(units)), rests=rests_of(units)).settled()
    before = fitter.psnr(FitState.of(camera, len(units)), picture)
    known = not move_camera
    for number, level in enumerate(_LEVELS):
        share = number / len(_LEVELS)
        job.tick(share, f"at {level.side} pixels")
        state = fitter.at_level(state, picture, level, camera=not known)
        for _ in range(level.again):
            last, state = state, fitter.looked_again(state, picture, level, camera=not known)
            if state is last:
                break
        if move_camera and level.still:
            found = fitter.by_what_stands_still(state, picture, level)
            known = found.sure
            state = found.state if known else state
    after = fitter.psnr(state, picture)
    hidden = tuple(unit.path for unit, seen in zip(units, fitter.seen, strict=True) if not seen)
    return Fit(tuple(units), state.changes, camera, state.view(), before, after, hidden)


class _Fitter:
    def __init__(self, scene: Scene, drawing: FitDrawing, units: Sequence[Unit], job: Job) -> None:
        self.scene = scene
        self.drawing = drawing
        self.units = units
        self.job = job
        self.seen = [True] * len(units)

    def psnr(self, state: FitState, picture: npt.NDArray[np.uint8]) -> float:
        target = _floats(reduced(picture, 256))
        drawn = self.drawing.picture(state, target.shape[1], target.shape[0])
        return -10.0 * math.log10(max(float(((drawn - target) ** 2).mean()), 1e-10))

    def at_level(self, state: FitState, picture: npt.NDArray[np.uint8], level: _Level, *, camera: bool) -> FitState:
        sharp = _floats(reduced(picture, level.side))
        target = blurred(sharp, level.blur)
        height, width = target.shape[:2]
        start = FitState.of(self.first_camera(state), len(self.units))
        parameters = parameters_of(self.units, replace(start, rests=state.rests), camera=camera)
        drawn = self.drawing.picture(state, width, height)
        if level.search:
            state, drawn = self._searched(state, drawn, sharp, level)
        most = np.array([_MOST_TURN / p.unit if p.thing >= 0 and p.axis == 3 else _MOST_STEP for p in parameters])
        damping = 0.05
        cost = self._cost(state, drawn, target, level, parameters)
        for _ in range(level.rounds):
            self.job.check()
            if level.recolour > 0.0:
                state, drawn, cost = self._recoloured(state, drawn, sharp, target, level, parameters, cost)
            jacobian, residual = self._derivatives(state, drawn, target, level, parameters)
            weight = robust_weights(residual)
            normal = jacobian.T @ (jacobian * weight[:, None])
            slope = jacobian.T @ (residual * weight)
            held = np.array([_PRIOR / p.spread**2 for p in parameters])
            off = np.array([state.value(p) - start.value(p) for p in parameters])
            normal += np.diag(held)
            slope -= held * off
            improved = False
            for _ in range(3):
                step = np.linalg.solve(normal + damping * np.diag(np.diag(normal)) + 1e-6 * np.eye(len(slope)), slope)
                step = np.clip(step, -most, most)
                trial = state.stepped(parameters, step)
                picture_of = self.drawing.picture(trial, width, height)
                new = self._cost(trial, picture_of, target, level, parameters)
                if new < cost:
                    improved = True
                    break
                damping = min(damping * 8.0, 100.0)
            if not improved:
                break
            gain = cost - new
            state, drawn, cost = trial, picture_of, new
            damping = max(damping / 4.0, 1e-3)
            if gain < 0.002 * cost:
                break
        return state

    def looked_again(self, state: FitState, picture: npt.NDArray[np.uint8], level: _Level, *, camera: bool) -> FitState:
        """The state with things that do not look like the picture elsewhere, if that looks more like it."""
        wanted = _floats(reduced(picture, level.side))
        height, width = wanted.shape[:2]
        drawn = self.drawing.picture(state, width, height)
        doubtful = doubtful_things(self._blend(state, drawn), drawn, wanted)
        if not doubtful:
            return state
        other = placed_anew(self.drawing, self.units, state, wanted, doubtful, self.job)
        other = self.at_level(other, picture, replace(level, search=False), camera=camera)
        redrawn = self.drawing.picture(other, width, height)
        better = self._plain_cost(redrawn, wanted, level) < self._plain_cost(drawn, wanted, level)
        return other if better else state

    def by_what_stands_still(self, state: FitState, picture: npt.NDArray[np.uint8], level: _Level) -> StillCamera:
        """The state with the camera that fits the room best."""
        parameters = [p for p in parameters_of(self.units, state, camera=True) if p.thing < 0]
        wanted = _floats(reduced(picture, 256))
        return still_camera(self.drawing, self.units, state, wanted, parameters, level.still, self.job)

    def first_camera(self, state: FitState) -> Camera:
        if not hasattr(self, "_first"):
            self._first = state.view()
        return self._first

    def _cost(
        self, state: FitState, drawn: FloatArray, target: FloatArray, level: _Level, parameters: Sequence[FitParameter]
    ) -> float:
        start = FitState.of(self.first_camera(state), len(self.units))
        held = sum(_PRIOR * ((state.value(p) - start.value(p)) / p.spread) ** 2 for p in parameters)
        return float(robust_cost(target - blurred(drawn, level.blur)).sum()) + held

    def _blend(self, state: FitState, drawn: FloatArray) -> LayerBlend:
        height, width = drawn.shape[:2]
        bare = self.drawing.picture(state, width, height, without=range(len(self.units)))
        return LayerBlend(self.units, self.drawing.still(state), state, drawn, bare, width, height)

    def _derivatives(
        self, state: FitState, drawn: FloatArray, target: FloatArray, level: _Level, parameters: Sequence[FitParameter]
    ) -> tuple[FloatArray, FloatArray]:
        """(N, P) derivatives of the blurred drawing and (N,) what the picture has more, both in units of noise."""
        height, width = target.shape[:2]
        blend = self._blend(state, drawn)
        columns = np.zeros((len(parameters), height, width, 3), dtype=np.float32)
        for column, parameter in zip(columns, parameters, strict=True):
            if parameter.thing < 0:
                step = np.array([0.7])
                ahead = self.drawing.picture(state.stepped([parameter], step), width, height)
                back = self.drawing.picture(state.stepped([parameter], -step), width, height)
                column[:] = (ahead - back) / 1.4
                continue
            self._column(column, blend, state, parameter)
        if level.blur > 0.0:
            sigma = (0.0, level.blur, level.blur, 0.0)
            columns = ndimage.gaussian_filter(columns, sigma, truncate=2.5, mode="nearest")
        self.seen = [bool(blend.mask(k).any()) or self.seen[k] for k in range(len(self.units))]
        residual = (target - blurred(drawn, level.blur)).ravel() / NOISE
        return columns.reshape(len(parameters), -1).T.astype(np.float64) / NOISE, residual

    def _column(
        self, column: npt.NDArray[np.float32], blend: LayerBlend, state: FitState, parameter: FitParameter
    ) -> None:
        number, unit = parameter.thing, self.units[parameter.thing]
        poses = [state.stepped([parameter], np.array([sign * 0.7])).changes[number].pose(unit) for sign in (1.0, -1.0)]
        windows = [layer.window for pose in poses if (layer := blend.window(number, pose)) is not None]
        if not windows:
            return
        window = windows[0] if len(windows) == 1 else windows[0].joined(windows[1])
        ahead, back = (blend.moved(number, pose, window) for pose in poses)
        column[window.pixels] = (ahead - back) / 1.4

    def _searched(
        self, state: FitState, drawn: FloatArray, target: FloatArray, level: _Level
    ) -> tuple[FitState, FloatArray]:
        """Each thing where it fits best around its place, the largest first."""
        height, width = target.shape[:2]
        blend = self._blend(state, drawn)
        shown = blurred(blend.shown(), level.blur)
        wanted = blurred(target, level.blur)
        order = np.argsort([-float(blend.mask(k).sum()) for k in range(len(self.units))])
        cost = self._plain_cost(drawn, target, level)
        for number in order:
            self.job.check()
            unit = self.units[int(number)]
            best = self._best_place(int(number), unit, blend, state, shown, wanted)
            if best is None:
                continue
            changes = list(state.changes)
            changes[int(number)] = best
            trial = replace(state, changes=tuple(changes)).settled()
            picture = self.drawing.picture(trial, width, height)
            new = self._plain_cost(picture, target, level)
            if new < cost:
                state, drawn, cost = trial, picture, new
                blend = self._blend(state, drawn)
                shown = blurred(blend.shown(), level.blur)
        return state, drawn

    def _plain_cost(self, drawn: FloatArray, target: FloatArray, level: _Level) -> float:
        return float(robust_cost(blurred(target - drawn, level.blur)).sum())

    def _best_place(
        self, number: int, unit: Unit, blend: LayerBlend, state: FitState, shown: FloatArray, wanted: FloatArray
    ) -> FitChange | None:
        """Where a thing fits better than where it is, as a change; None where nothing is clearly better."""
        change = state.changes[number]
        reach = _SEARCHED * float(np.linalg.norm(unit.base - np.array(state.camera[:3])))
        best, least = None, -1.0
        centre = change
        for spacing, count in ((reach / 4.0, 4), (reach / 12.0, 2)):
            base = best if best is not None else centre
            for i in range(-count, count + 1):
                for j in range(-count, count + 1):
                    by = (base.by[0] + i * spacing, base.by[1], base.by[2] + j * spacing)
                    trial = replace(change, by=by)
                    gain = self._gain(number, unit, blend, change, trial, shown, wanted)
                    gain -= _FAR_COST * ((by[0] ** 2 + by[2] ** 2) - (change.by[0] ** 2 + change.by[2] ** 2)) / reach**2
                    if gain > least + 1.0:
                        least, best = gain, trial
            if best is None:
                return None
        return best

    def _gain(
        self,
        number: int,
        unit: Unit,
        blend: LayerBlend,
        now: FitChange,
        trial: FitChange,
        shown: FloatArray,
        wanted: FloatArray,
    ) -> float:
        """How much better the picture fits with a thing elsewhere."""
        layers = [blend.window(number, c.pose(unit)) for c in (now, trial)]
        windows = [layer.window for layer in layers if layer is not None]
        if layers[1] is None or not windows:
            return -1.0
        window = windows[0] if len(windows) == 1 else windows[0].joined(windows[1])
        window = wider(window, 3, wanted.shape[1], wanted.shape[0])
        after = blurred(blend.moved(number, trial.pose(unit), window), 1.2)
        before = blurred(blend.moved(number, now.pose(unit), window), 1.2)
        old, new = (robust_cost(wanted[window.pixels] - drawn).sum() for drawn in (before, after))
        return float(old - new)

    def _recoloured(
        self,
        state: FitState,
        drawn: FloatArray,
        sharp: FloatArray,
        target: FloatArray,
        level: _Level,
        parameters: Sequence[FitParameter],
        cost: float,
    ) -> tuple[FitState, FloatArray, float]:
        """Each thing with the colour that the picture has where it is seen."""
        height, width = sharp.shape[:2]
        blend = self._blend(state, drawn)
        changes = list(state.changes)
        for number, unit in enumerate(self.units):
            mask = blend.mask(number)
            inner = ndimage.binary_erosion(mask)
            mask = inner if inner.sum() >= 6 else mask
            if mask.sum() < 4:
                continue
            seen, shown = linear_from_srgb(sharp[mask]), linear_from_srgb(drawn[mask])
            factor = np.median(seen + 0.01, axis=0) / np.median(shown + 0.01, axis=0)
            gain = np.clip(np.array(changes[number].gain) * np.clip(factor, 0.5, 2.0), 0.1, 8.0)
            gain = np.minimum(gain, 1.0 / np.maximum(unit.body.albedo.max(axis=0), 1e-3))
            gain = _near_colors(gain, unit.body.albedo, level.recolour)
            changes[number] = replace(changes[number], gain=(float(gain[0]), float(gain[1]), float(gain[2])))
        trial = replace(state, changes=tuple(changes))
        picture = self.drawing.picture(trial, width, height)
        new = self._cost(trial, picture, target, level, parameters)
        return (trial, picture, new) if new < cost else (state, drawn, cost)


def _near_colors(gain: FloatArray, albedo: FloatArray, most: float) -> FloatArray:
    """(3,) factors on linear colours (F, 3) that change the middle one by at most `most` of sRGB."""
    middle = np.maximum(albedo.mean(axis=0), 1e-4)
    plain = srgb_from_linear(np.clip(middle, 0.0, 1.0))
    low, high = (linear_from_srgb(np.clip(plain + way * most, 0.0, 1.0)) / middle for way in (-1.0, 1.0))
    return np.asarray(np.clip(gain, low, np.maximum(high, low)))


def _floats(picture: npt.NDArray[np.uint8]) -> FloatArray:
    return np.asarray(picture.astype(np.float64) / 255.0)
