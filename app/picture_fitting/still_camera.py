"""Fits the camera by what stands still: the corners and edges of a room say where the eye is, whatever the things in it do.

Fitted together with things that are not in their places yet, a camera gives way to them, and small errors of eye and lens together hardly
show: all things then fit the picture, nearer or farther than they are. So things are left out here, and masked. A drawing with few pixels
has its corners too bright, since light is averaged over pixels: drawings are large, and blurred instead. What they change with the camera
is how far each point of a still surface moves in the picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from scenewright.app.picture_fitting.anchoring import anchored
from scenewright.app.picture_fitting.blending import LayerBlend
from scenewright.app.picture_fitting.bodies import Body, Pose
from scenewright.app.picture_fitting.drawing import FitDrawing
from scenewright.app.picture_fitting.layers import LayerWindow, draw_layer
from scenewright.app.picture_fitting.robust import NOISE, blurred, robust_cost, robust_weights
from scenewright.app.picture_fitting.state import FitParameter, FitState
from scenewright.app.picture_fitting.units import Unit
from scenewright.renderers.base import Pinhole
from scenewright.scene.jobs import Job
from scenewright.scene.model import Array, FloatArray

__all__ = ["StillCamera", "still_camera"]

_NOISE = 0.03
"""Of a pixel's sRGB value: corners of a room are faint."""
_SMOOTH = 16.0
"""Pixels over which brightness may differ: from the things that are left out, and from another exposure."""
_ROUNDS = 6
_MOST_STEP = 12.0
_GROWN = 2
"""Pixels around things that say nothing: their shadows."""
_PRIOR = 0.5
_SURE = 0.05
"""Share of what a number of the camera may be off up to which it must be known."""


@dataclass(frozen=True, eq=False)
class StillCamera:
    """`state`: with the camera that fits best. `sure`: whether what stands still says all of its numbers."""

    state: FitState
    sure: bool


def still_camera(
    drawing: FitDrawing,
    units: Sequence[Unit],
    state: FitState,
    picture: FloatArray,
    parameters: Sequence[FitParameter],
    blurs: Sequence[float],
    job: Job,
) -> StillCamera:
    """Fit the camera of a state to a picture (H, W, 3) in sRGB; things keep their places in the picture.

    Args:
        parameters: those of the camera.
        blurs: pixels, from coarse to fine.

    Raises:
        JobCancelled: the job was cancelled.
    """
    if drawing.still(state) is None:
        return StillCamera(state, sure=False)
    return _StillFit(drawing, units, state, picture, parameters, job).done(blurs)


class _StillFit:
    def __init__(
        self,
        drawing: FitDrawing,
        units: Sequence[Unit],
        state: FitState,
        picture: FloatArray,
        parameters: Sequence[FitParameter],
        job: Job,
    ) -> None:
        self.drawing, self.units, self.picture, self.job = drawing, units, picture, job
        self.start, self.parameters = state, parameters
        self.held = np.array([_PRIOR / p.spread**2 for p in parameters])
        self.sure = False

    def done(self, blurs: Sequence[float]) -> StillCamera:
        state = self.start
        drawn = self._drawn(state)
        for blur in blurs:
            state, drawn = self._fitted(state, drawn, blur)
        return StillCamera(state, self.sure)

    def _fitted(self, state: FitState, drawn: FloatArray, blur: float) -> tuple[FitState, FloatArray]:
        damping = 1e-2
        wanted = _flattened(self.picture, blur)
        for _ in range(_ROUNDS):
            self.job.check()
            seen = self._seen(state, drawn, blur)
            cost = self._cost(state, drawn, wanted, seen, blur)
            normal, slope = self._equations(state, drawn, wanted, seen, blur)
            for _ in range(3):
                step = np.linalg.solve(normal + damping * np.diag(np.diag(normal)), slope)
                trial = self._stepped(state, np.clip(step, -_MOST_STEP, _MOST_STEP))
                redrawn = self._drawn(trial)
                new = self._cost(trial, redrawn, wanted, seen, blur)
                if new < cost:
                    break
                damping *= 8.0
            else:
                break
            gain = cost - new
            state, drawn = trial, redrawn
            damping = max(damping / 5.0, 1e-5)
            if gain < 0.002 * cost:
                break
        return state, drawn

    def _drawn(self, state: FitState) -> FloatArray:
        """(H, W, 3) the drawing without the things."""
        height, width = self.picture.shape[:2]
        return self.drawing.picture(state, width, height, without=range(len(self.units)))

    def _stepped(self, state: FitState, steps: FloatArray) -> FitState:
        return anchored(self.units, state, state.stepped(self.parameters, steps).camera)

    def _seen(self, state: FitState, drawn: FloatArray, blur: float) -> Array[np.bool_]:
        """(H, W) pixels that show no thing, nor its blurred edge."""
        height, width = self.picture.shape[:2]
        blend = LayerBlend(self.units, self.drawing.still(state), state, drawn, drawn, width, height)
        things = ndimage.binary_dilation(blend.owner >= 0, iterations=_GROWN + int(blur / 2.0))
        return np.asarray(~things)

    def _off(self, state: FitState) -> FloatArray:
        """(P,) how far the camera is from where it began."""
        return np.array([state.value(p) - self.start.value(p) for p in self.parameters])

    def _cost(
        self, state: FitState, drawn: FloatArray, wanted: FloatArray, seen: Array[np.bool_], blur: float
    ) -> float:
        off = (wanted - _flattened(drawn, blur))[seen]
        return float(robust_cost(off * (NOISE / _NOISE)).sum()) + float((self.held * self._off(state) ** 2).sum())

    def _equations(
        self, state: FitState, drawn: FloatArray, wanted: FloatArray, seen: Array[np.bool_], blur: float
    ) -> tuple[FloatArray, FloatArray]:
        """((P, P), (P,)) the normal equations of a step."""
        down, right = np.gradient(blurred(drawn, 0.6), axis=(0, 1))
        columns = [
            _flattened(-(right * flow[..., :1] + down * flow[..., 1:]), blur)[seen].ravel() / _NOISE
            for flow in self._flows(state)
        ]
        jacobian = np.stack(columns, axis=1)
        residual = (wanted - _flattened(drawn, blur))[seen].ravel() / _NOISE
        weight = robust_weights(residual)
        normal = jacobian.T @ (jacobian * weight[:, None]) + np.diag(self.held)
        spread = np.sqrt(np.diag(np.linalg.inv(normal)))
        self.sure = bool((spread < _SURE * np.array([p.spread for p in self.parameters])).all())
        return normal, jacobian.T @ (residual * weight) - self.held * self._off(state)

    def _flows(self, state: FitState) -> list[npt.NDArray[np.float64]]:
        """For each parameter, (H, W, 2) pixels right and down by which still surfaces move with its unit."""
        still = self.drawing.still(state)
        assert still is not None
        height, width = self.picture.shape[:2]
        points, known = _surface_points(still, Pinhole.of(state.view(), width, height))
        found = []
        for parameter in self.parameters:
            ahead, back = (
                _projected(points, Pinhole.of(state.stepped([parameter], np.array([way])).view(), width, height))
                for way in (0.5, -0.5)
            )
            found.append((ahead - back) * known[..., None])
        return found


def _flattened(picture: FloatArray, blur: float) -> FloatArray:
    """(H, W, 3) a blurred picture without what differs over many pixels."""
    smooth = blurred(picture, blur)
    return smooth - blurred(smooth, _SMOOTH)


def _surface_points(still: Body, pinhole: Pinhole) -> tuple[FloatArray, Array[np.bool_]]:
    """((H, W, 3) points of the world that the pixels show, (H, W) whether there is one). An edge belongs to the nearer surface."""
    window = LayerWindow(0, 0, pinhole.width, pinhole.height)
    layer = draw_layer(still, Pose(), pinhole, samples=1, within=window)
    assert layer is not None
    depth = ndimage.minimum_filter(layer.depth, size=3)
    known = np.isfinite(depth)
    rows, columns = np.mgrid[: pinhole.height, : pinhole.width] + 0.5
    ways = np.stack(
        [(columns - pinhole.K[0, 2]) / pinhole.K[0, 0], (rows - pinhole.K[1, 2]) / pinhole.K[1, 1], np.ones_like(rows)],
        axis=-1,
    )
    rotation, shift = pinhole.camera_from_world[:3, :3], pinhole.camera_from_world[:3, 3]
    return (ways * np.where(known, depth, 1.0)[..., None] - shift) @ rotation, known


def _projected(points: FloatArray, pinhole: Pinhole) -> FloatArray:
    """(H, W, 2) where points (H, W, 3) of the world lie in the picture, in pixels."""
    seen = points @ pinhole.camera_from_world[:3, :3].T + pinhole.camera_from_world[:3, 3]
    depth = np.maximum(seen[..., 2], 1e-3)
    x = seen[..., 0] / depth * pinhole.K[0, 0] + pinhole.K[0, 2]
    y = seen[..., 1] / depth * pinhole.K[1, 1] + pinhole.K[1, 2]
    return np.stack([x, y], axis=-1)
