"""How one camera sees patches: which of them, how large, and how long a step is there."""

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
"""A face is cut where it reaches farther than this share of its distance: its cells would look too different in size."""
_MIN_STEPS = 6.0
_MARGIN = 3.0
"""Steps by which a Gaussian beside the picture still reaches into it."""
_NEAREST = 1e-3
"""Nothing nearer to a camera than this share of the scene's size sets the length of a step."""
_FLATTEST = 0.1
"""A face seen on edge is measured as if it were seen at this sine: its cells are at most ten times longer than wide."""
_DEEP_CUBES = 4.0
"""What is merged may lie so many steps behind each other: the rim of a ball does."""


class PatchView:
    """One camera that cells of `pixels` pixels are made for; `patches`: all that there is to see."""

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
        """The patches that may be seen, cut until each is about as deep as it is far."""
        done: list[Patches] = []
        rest = patches
        while len(rest):
            at, radius, longest = self._extent(rest)
            step = self._step(at[:, 2])
            seen = self._inside(at, radius + _MARGIN * step)
            distance = np.maximum(np.linalg.norm(at, axis=1) - radius, self.nearest)
            deep = seen & (longest > _TOO_DEEP * distance) & (longest > _MIN_STEPS * step)
            done.append(rest.take(seen & ~deep))
            rest = rest.take(deep)
            if len(rest):
                rest = rest.halved()
        return Patches.joined(done) if done else patches

    def steps(self, patches: Patches) -> FloatArray:
        """(P,)"""
        return self._step(self._extent(patches)[0][:, 2])

    def measured(self, patches: Patches) -> Patches:
        """The patches as they are seen: across the way to their middles. Along it they keep a tenth of their depth."""
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
        """(N, 3) of points (N, 3): column and row of the picture, in steps, and a measure of depth."""
        at = points @ self.matrix[:3, :3].T + self.matrix[:3, 3]
        z = np.maximum(at[:, 2], self.nearest)
        scale = self.focal / self.pixels
        return np.column_stack([scale * at[:, 0] / z, scale * at[:, 1] / z, scale / _DEEP_CUBES * np.log(z)])

    def shows(self, points: FloatArray, reach: FloatArray) -> BoolArray:
        """(N,) whether anything within `reach` (N,) steps' lengths of points (N, 3) is before the camera and in its picture."""
        return self._inside(points @ self.matrix[:3, :3].T + self.matrix[:3, 3], _MARGIN * reach)

    def _inside(self, at: FloatArray, reach: FloatArray) -> BoolArray:
        beside = np.abs(at[:, :2]) - self.slopes * at[:, 2:]
        within = (beside <= reach[:, None] * np.sqrt(1.0 + self.slopes**2)).all(axis=1)
        return np.asarray(within & (at[:, 2] > -reach))

    def _step(self, depth: FloatArray) -> FloatArray:
        return np.asarray(np.maximum(depth, self.nearest) * (self.pixels / self.focal))

    def _extent(self, p: Patches) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Middle in the camera's frame, greatest distance from it, longest edge."""
        share = np.where(p.quad, 0.5, 1.0 / 3.0)[:, None]
        middle = p.origin + share * (p.a + p.b)
        corners = [p.origin, p.origin + p.a, p.origin + p.b, p.origin + p.quad[:, None] * (p.a + p.b)]
        radius = np.max([np.linalg.norm(c - middle, axis=1) for c in corners], axis=0)
        edges = [p.a, p.b, (p.b - p.a) * ~p.quad[:, None]]
        longest = np.max([np.linalg.norm(e, axis=1) for e in edges], axis=0)
        return middle @ self.matrix[:3, :3].T + self.matrix[:3, 3], radius, longest
