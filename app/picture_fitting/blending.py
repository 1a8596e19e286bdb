"""The things of a scene as layers over what stands still: what the picture would be with one thing elsewhere, for some milliseconds."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from scenewright.app.picture_fitting.bodies import Body, Pose
from scenewright.app.picture_fitting.layers import DrawnLayer, LayerWindow, draw_layer, pooled
from scenewright.app.picture_fitting.state import FitChange, FitState
from scenewright.app.picture_fitting.units import Unit
from scenewright.renderers.base import Pinhole
from scenewright.scene.colorspace import srgb_from_linear
from scenewright.scene.model import Array, FloatArray, IntArray

__all__ = ["LayerBlend"]

_SAMPLES = 2
_RIDGE = 3.0


class LayerBlend:
    """The picture of a state, in layers.

    Attributes:
        owner: (H, W) which thing each pixel shows at its first sample, -1: none.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        static: Body | None,
        state: FitState,
        drawn: FloatArray,
        bare: FloatArray,
        width: int,
        height: int,
        *,
        absent: Collection[int] = (),
    ) -> None:
        """
        Args:
            drawn: (H, W, 3) the drawing of the state: it says how each thing is lit.
            bare: (H, W, 3) the drawing without the things.
            absent: the numbers of things that are not there, but may be put there by :meth:`placed`. They are lit like the others.
        """
        self.units = units
        self.pinhole = Pinhole.of(state.view(), width, height)
        shape = height * _SAMPLES, width * _SAMPLES
        self.depth = np.full((2, *shape), np.inf)
        if static is not None:
            layer = draw_layer(static, Pose(), self.pinhole, samples=_SAMPLES, within=LayerWindow(0, 0, width, height))
            assert layer is not None
            self.depth[:] = layer.depth
        self.color = np.repeat(bare.repeat(_SAMPLES, axis=0).repeat(_SAMPLES, axis=1)[None], 2, axis=0)
        self.number: IntArray = np.full(shape, -1)
        layers = [
            None if number in absent else draw_layer(unit.body, change.pose(unit), self.pinhole, samples=_SAMPLES)
            for number, (unit, change) in enumerate(zip(units, state.changes, strict=True))
        ]
        for number, layer in enumerate(layers):
            if layer is not None:
                part = self._part(layer.window)
                nearer = layer.depth < self.depth[0][part]
                self.number[part] = np.where(nearer, number, self.number[part])
                self.depth[0][part] = np.where(nearer, layer.depth, self.depth[0][part])
        self.owner = self.number[::_SAMPLES, ::_SAMPLES]
        self.faces = self._lit_faces(state, layers, drawn)
        self._fill(layers)

    def _part(self, window: LayerWindow) -> tuple[slice, slice]:
        n = _SAMPLES
        return (
            slice(window.top * n, (window.top + window.height) * n), slice(window.left * n, (window.left + window.width) * n)
        )  # fmt: skip

    def _fill(self, layers: Sequence[DrawnLayer | None]) -> None:
        """The two nearest surfaces of each sample with their colours."""
        static = self.depth[1].copy()
        bare = self.color[1].copy()
        self.depth[0], self.depth[1] = static, static.copy()
        self.color[0], self.color[1] = bare, bare.copy()
        for number, layer in enumerate(layers):
            if layer is None:
                continue
            part = self._part(layer.window)
            tint = self.faces[number][np.maximum(layer.face, 0)]
            first, second = self.depth[0][part].copy(), self.depth[1][part].copy()
            front, middle = layer.depth < first, (layer.depth >= first) & (layer.depth < second)
            self.color[1][part] = np.where(
                front[..., None], self.color[0][part], np.where(middle[..., None], tint, self.color[1][part])
            )
            self.depth[1][part] = np.where(front, first, np.where(middle, layer.depth, second))
            self.color[0][part] = np.where(front[..., None], tint, self.color[0][part])
            self.depth[0][part] = np.where(front, layer.depth, first)

    def _lit_faces(self, state: FitState, layers: Sequence[DrawnLayer | None], drawn: FloatArray) -> list[FloatArray]:
        """(F, 3) the colour of each face of each thing: that of its surface times a light that depends on its normal. What is not seen
        has the middle of the lights of the others."""
        lights = [self._light(state, number, layer, drawn) for number, layer in enumerate(layers)]
        known = [light for light in lights if light is not None]
        common = np.median(known, axis=0) if known else np.array([[1.0] * 3, [0.0] * 3, [0.0] * 3, [0.0] * 3])
        found = []
        for number, (unit, light) in enumerate(zip(self.units, lights, strict=True)):
            features, base = self._features(state, number), _surface(unit, state.changes[number])
            found.append(np.clip((features @ (common if light is None else light)) * base, 0.0, 1.0))
        return found

    def _features(self, state: FitState, number: int) -> FloatArray:
        """(F, 4) one, and the normal of each face."""
        unit = self.units[number]
        normals = unit.body.world_normals(state.changes[number].pose(unit))
        return np.concatenate([np.ones((len(normals), 1)), normals], axis=1)

    def _light(self, state: FitState, number: int, layer: DrawnLayer | None, drawn: FloatArray) -> FloatArray | None:
        """(4, 3) the light on a thing, as weights of its features, in each channel; None where it is not seen."""
        if layer is None:
            return None
        face = layer.face[::_SAMPLES, ::_SAMPLES]
        mine = (face >= 0) & (self.owner[layer.window.pixels] == number)
        if not mine.any():
            return None
        seen, chosen = drawn[layer.window.pixels][mine], face[mine]
        features = self._features(state, number)[chosen]
        base = _surface(self.units[number], state.changes[number])[chosen]
        held = _RIDGE * np.diag([0.01, 1.0, 1.0, 1.0])
        out = np.empty((4, 3))
        for channel in range(3):
            rows = features * base[:, channel : channel + 1]
            out[:, channel] = np.linalg.solve(rows.T @ rows + held, rows.T @ seen[:, channel])
        return out

    def window(self, number: int, pose: Pose) -> DrawnLayer | None:
        return draw_layer(self.units[number].body, pose, self.pinhole, samples=_SAMPLES)

    def moved(self, number: int, pose: Pose, window: LayerWindow) -> FloatArray:
        """(h, w, 3) the window with one thing in another pose."""
        return self.placed(number, pose, window)[0]

    def placed(self, number: int, pose: Pose, window: LayerWindow) -> tuple[FloatArray, FloatArray]:
        """((h, w, 3) the window with one thing in another pose, (h, w) the share of each pixel that shows it)."""
        part = self._part(window)
        own = self.number[part] == number
        depth = np.where(own, self.depth[1][part], self.depth[0][part])
        color = np.where(own[..., None], self.color[1][part], self.color[0][part])
        layer = draw_layer(self.units[number].body, pose, self.pinhole, samples=_SAMPLES, within=window)
        assert layer is not None
        seen = layer.depth < depth
        color = np.where(seen[..., None], self.faces[number][np.maximum(layer.face, 0)], color)
        return pooled(color, _SAMPLES), pooled(seen, _SAMPLES)

    def shown(self) -> FloatArray:
        """(H, W, 3) all of it."""
        return pooled(self.color[0], _SAMPLES)

    def mask(self, number: int) -> Array[np.bool_]:
        """(H, W) pixels that show a thing."""
        return np.asarray(self.owner == number)


def _surface(unit: Unit, change: FitChange) -> FloatArray:
    """(F, 3) sRGB of the surface of a thing, not quite black."""
    return np.maximum(srgb_from_linear(np.clip(unit.body.albedo * np.array(change.gain), 0.0, 1.0)), 0.05)
