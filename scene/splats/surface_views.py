"""Patches in one camera's view: which of them are visible, their projected size, and the step there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import FloatArray
from scenewright.scene.splats.cameras import Cameras
from scenewright.scene.splats.surface_patches import Patches

__all__ = ["PatchView"]

BoolArray = npt.NDArray[np.bool_]

_TOO_DEEP = 0.35
"""A face is cut if its extent exceeds this fraction of its distance. Otherwise its cells would differ too much on the screen."""
_MIN_STEPS = 6.0
_MARGIN = 3.0
"""Margin around the picture, in steps, from which Gaussians still extend into it."""
_NEAREST = 1e-3
"""Nearest distance for which a step is computed, as a fraction of the scene's size."""
_FLATTEST = 0.1
"""Least sine between a face and the viewing direction. It limits cells to ten times their width in length."""
_DEEP_CUBES = 4.0
"""Largest depth, in steps, within which cells are merged; at the rim of a ball they lie behind each other."""


class PatchView:
    """The view of one camera, for cells of `pixels` pixels. `patches`: all patches of the scene."""

    def __init__(self, camera: Cameras, pixels: float, patches: Patches) -> None:
        self.matrix = camera.camera_from_world[0].double().numpy()
        self.eye = camera.positions[0].double().numpy()
        k = camera.intrinsics[0].double().numpy()
        self.focal = float(min(k[0, 0], k[1, 1]))
        self.slopes = np.array(
            [max(k[0, 2], camera.width - k[0, 2]) / k[0, 0], max(k[1, 2], camera.height - k[1, 2]) / k[1, 1]]
        )
        self.pixels = pixels
        far = float(np.abs(patches.origin - self.eye).max()) if len(patches) else 1.0
        self.nearest = max(_NEAREST * far, 1e-30)

    def cut(self, patches: Patches) -> Patches:
        """The patches that may be visible, cut until none is much deeper than its distance."""
        finished: list[Patches] = []
        remaining = patches
        while len(remaining):
            at, radius, longest = self._extent(remaining)
            step = self._step(at[:, 2])
            visible = self._inside(at, radius + _MARGIN * step)
            distance = np.maximum(np.linalg.norm(at, axis=1) - radius, self.nearest)
            deep = visible & (longest > _TOO_DEEP * distance) & (longest > _MIN_STEPS * step)
            finished.append(remaining.take(visible & ~deep))
            remaining = remaining.take(deep)
            if len(remaining):
                remaining = remaining.halved()
        return Patches.joined(finished) if finished else patches

    def steps(self, patches: Patches) -> FloatArray:
        """(P,) the step's length at each patch."""
        return self._step(self._extent(patches)[0][:, 2])

    def measured(self, patches: Patches) -> Patches:
        """The patches as projected along the line of sight to their middles. Along that line they keep a tenth of their depth."""
        share = np.where(patches.quad, 0.5, 1.0 / 3.0)[:, None]
        toward = self.toward(patches.origin + share * (patches.a + patches.b))

        def flattened(side: FloatArray) -> FloatArray:
            return np.asarray(side - (1.0 - _FLATTEST) * np.einsum("pi,pi->p", side, toward)[:, None] * toward)

        return replace(patches, a=flattened(patches.a), b=flattened(patches.b))

    def toward(self, points: FloatArray) -> FloatArray:
        """(N, 3) unit directions from points (N, 3) to the eye."""
        away = self.eye - points
        return np.asarray(away / np.maximum(np.linalg.norm(away, axis=1), 1e-300)[:, None])

    def places(self, points: FloatArray) -> FloatArray:
        """(N, 3) positions of points (N, 3) in the view: column and row in steps, and a measure of depth."""
        at = points @ self.matrix[:3, :3].T + self.matrix[:3, 3]
        z = np.maximum(at[:, 2], self.nearest)
        scale = self.focal / self.pixels
        return np.column_stack([scale * at[:, 0] / z, scale * at[:, 1] / z, scale / _DEEP_CUBES * np.log(z)])

    def shows(self, points: FloatArray, reach: FloatArray) -> BoolArray:
        """(N,) whether any point within `reach` (N,) steps of points (N, 3) is in front of the camera and in its picture."""
        return self._inside(points @ self.matrix[:3, :3].T + self.matrix[:3, 3], _MARGIN * reach)

    def _inside(self, at: FloatArray, reach: FloatArray) -> BoolArray:
        beside = np.abs(at[:, :2]) - self.slopes * at[:, 2:]
        within = (beside <= reach[:, None] * np.sqrt(1.0 + self.slopes**2)).all(axis=1)
        return np.asarray(within & (at[:, 2] > -reach))

    def _step(self, depth: FloatArray) -> FloatArray:
        return np.asarray(np.maximum(depth, self.nearest) * (self.pixels / self.focal))

    def _extent(self, p: Patches) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Middle of each patch in the camera's frame, greatest distance of its corners from it, longest edge."""
        share = np.where(p.quad, 0.5, 1.0 / 3.0)[:, None]
        middle = p.origin + share * (p.a + p.b)
        corners = [p.origin, p.origin + p.a, p.origin + p.b, p.origin + p.quad[:, None] * (p.a + p.b)]
        radius = np.max([np.linalg.norm(c - middle, axis=1) for c in corners], axis=0)
        edges = [p.a, p.b, (p.b - p.a) * ~p.quad[:, None]]
        longest = np.max([np.linalg.norm(e, axis=1) for e in edges], axis=0)
        return middle @ self.matrix[:3, :3].T + self.matrix[:3, 3], radius, longest
