"""Finds initial points in photographs by plane sweeping: pixels at the depth at which other photographs match them best.

Plane sweeping (Collins, "A space-sweep approach to true multi-image matching", 1996) is done for single pixels. A pixel is placed on
planes of many depths, and its neighbourhood is compared with the corresponding ones in other photographs. Only the better half of
these counts, since the pixel may be occluded in the others (Kang, Szeliski and Chai, "Handling occlusions in dense multi-view
stereo", 2001, section 3.1). Pixels whose best depth is least distinct from other depths (walls of one color, a sky) are dropped
first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from scenewright.scene.errors import CaptureError
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray
from scenewright.scene.splats.capture import View
from scenewright.scene.splats.training.randomness import numpy_generator

__all__ = ["points_by_plane_sweep"]

_NEAREST, _FARTHEST = 0.15, 8.0
_PLANES = 64
_COMPARED = 12
_LEAST_SEEN_BY = 2
_CANDIDATES = 4
_LONGEST_SIDE = 120
_AT_A_TIME = 1_000
_NOISE = 1.0
"""Differences up to this many steps of 255 do not count as evidence."""


@dataclass(frozen=True)
class _Sight:
    """One view. `patches`: (h, w, 27 or 36) float32, the 3x3 neighbourhoods of the reduced picture's pixels: color, and
    alpha if any view has it, from 0 to 255; NaN where masked."""

    patches: npt.NDArray[np.float32]
    camera_from_world: FloatArray
    intrinsics: FloatArray
    width: int
    height: int

    @classmethod
    def of_view(cls, view: View, *, with_alpha: bool) -> _Sight:
        camera = view.camera
        return cls(
            _patches(view, with_alpha),
            camera.camera_from_world[0].double().cpu().numpy(),
            camera.intrinsics[0].double().cpu().numpy(),
            camera.width,
            camera.height,
        )

    @property
    def eye(self) -> FloatArray:
        """(3,) camera centre in the world."""
        return np.asarray(-self.camera_from_world[:3, 3] @ self.camera_from_world[:3, :3])

    @property
    def axis(self) -> FloatArray:
        """(3,) unit viewing direction in the world."""
        return self.camera_from_world[2, :3]

    def rays(self, pixels: FloatArray) -> FloatArray:
        """(N, 3) points in the camera's frame at depth 1, for pixels (N, 2), column and row."""
        flat = np.concatenate([pixels, np.ones((len(pixels), 1))], axis=1)
        return np.asarray(flat @ np.linalg.inv(self.intrinsics).T)

    def world(self, points: FloatArray) -> FloatArray:
        """Points (..., 3) transformed from the camera's frame to the world."""
        return np.asarray((points - self.camera_from_world[:3, 3]) @ self.camera_from_world[:3, :3])

    def seen(self, points: FloatArray) -> npt.NDArray[np.float32]:
        """The patches (..., K) at the projections of world points (..., 3); NaN outside the picture."""
        inside = points @ self.camera_from_world[:3, :3].T + self.camera_from_world[:3, 3]
        depth = inside[..., 2]
        pixels = (inside @ self.intrinsics.T)[..., :2] / np.where(depth > 0.0, depth, 1.0)[..., None]
        within = (depth > 0.0) & (pixels >= 0.0).all(axis=-1) & (pixels < (self.width, self.height)).all(axis=-1)
        patches = self.at(np.where(within[..., None], pixels, 0.0))
        patches[~within] = np.nan
        return patches

    def at(self, pixels: FloatArray) -> npt.NDArray[np.float32]:
        """The patches (..., K) around pixels (..., 2) inside the picture."""
        rows, columns = self.patches.shape[:2]
        column = np.minimum((pixels[..., 0] * (columns / self.width)).astype(int), columns - 1)
        row = np.minimum((pixels[..., 1] * (rows / self.height)).astype(int), rows - 1)
        return np.asarray(self.patches[row, column])


def points_by_plane_sweep(
    views: Sequence[View], count: int, *, distance: float, seed: int, job: Job | None = None
) -> tuple[FloatArray, FloatArray]:
    """At most `count` points (P, 3) on the surfaces in the photographs, and the colors (P, 3) in [0, 1] of their pixels.

    `distance`: of the scene from the cameras. Depths from 0.15 to 8 times this distance are tried, evenly in disparity.

    Raises:
        CaptureError: no pixel projects into enough other photographs at any depth.
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    random = numpy_generator(seed, "plane sweep")
    with_alpha = any(v.alpha is not None for v in views)
    sights = [_Sight.of_view(v, with_alpha=with_alpha) for v in views]
    order = _nearest_first(sights)
    depths = distance / np.linspace(1.0 / _NEAREST, 1.0 / _FARTHEST, _PLANES)
    share = max(-(-_CANDIDATES * count // len(views)), 8)
    points, colors, doubts = [], [], []
    for index, view in enumerate(views):
        others = [sights[i] for i in order[index]]
        job.progress(index / len(views), f"comparing photograph {index + 1} of {len(views)}")
        pixels = _pixels(view, share, random)
        for begin in range(0, len(pixels), _AT_A_TIME):
            job.check()
            some = pixels[begin : begin + _AT_A_TIME]
            at, doubt = _swept(sights[index], others, some, depths)
            valid = np.isfinite(doubt)
            row, column = some[valid, 1].astype(int), some[valid, 0].astype(int)
            points.append(at[valid])
            colors.append(view.image[row, column].astype(np.float64) / 255.0)
            doubts.append(doubt[valid])
    if sum(map(len, points)) == 0:
        raise CaptureError(
            "no part of a photograph lies in front of two other cameras: the cameras look past each other, or their poses "
            "are wrong"
        )
    surest = np.argsort(np.concatenate(doubts), kind="stable")[:count]
    return np.concatenate(points)[surest], np.concatenate(colors)[surest]


def _swept(
    sight: _Sight, others: Sequence[_Sight], pixels: FloatArray, depths: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """World points (N, 3) of pixels (N, 2) at their best depths, and the doubt (N,) about each.

    The doubt is the difference at the best depth divided by the median over all depths. It is inf if no depth is visible in enough
    other views.
    """
    own = sight.at(pixels)
    points = sight.world(sight.rays(pixels)[:, None] * depths[:, None])  # (N, D, 3)
    differences = np.stack([np.abs(o.seen(points) - own[:, None]).mean(axis=-1) for o in others], axis=-1)  # (N, D, V)
    differences.sort(axis=-1)  # NaN last
    seen_by = np.isfinite(differences).sum(axis=-1)
    agreeing = np.maximum((seen_by + 1) // 2, 1)
    sums = np.nancumsum(differences, axis=-1)
    cost = np.take_along_axis(sums, agreeing[..., None] - 1, axis=-1)[..., 0] / agreeing
    enough = seen_by >= min(_LEAST_SEEN_BY, len(others))
    cost = np.where(enough, cost, np.inf)
    best = cost.argmin(axis=1)
    tried = np.maximum(enough.sum(axis=1), 1)
    middle = np.sort(cost, axis=1)[np.arange(len(pixels)), tried // 2]
    least = cost[np.arange(len(pixels)), best]
    doubt = np.full(len(pixels), np.inf)
    np.divide(least + _NOISE, middle + _NOISE, out=doubt, where=np.isfinite(least))
    return points[np.arange(len(pixels)), best], doubt


def _nearest_first(sights: Sequence[_Sight]) -> list[npt.NDArray[np.int64]]:
    """For each view the indices of the others to compare with, nearest first, by position and viewing direction."""
    eyes, axes = np.stack([s.eye for s in sights]), np.stack([s.axis for s in sights])
    spread = np.linalg.norm(eyes - eyes.mean(axis=0), axis=1).max()
    apart = np.linalg.norm(eyes[:, None] - eyes[None], axis=2) / max(spread, 1e-12)
    unlike = 0.5 * apart - axes @ axes.T
    np.fill_diagonal(unlike, np.inf)
    return [np.argsort(row, kind="stable")[: min(_COMPARED, len(sights) - 1)] for row in unlike]


def _pixels(view: View, count: int, random: np.random.Generator) -> FloatArray:
    """At most `count` random pixels (N, 2), column and row, that are neither masked nor empty."""
    height, width = view.image.shape[:2]
    at = random.uniform(0.0, 1.0, (count, 2)) * (width, height)
    row, column = np.minimum(at[:, 1].astype(int), height - 1), np.minimum(at[:, 0].astype(int), width - 1)
    good = np.ones(count, bool) if view.mask is None else view.mask[row, column]
    if view.alpha is not None:
        good &= view.alpha[row, column] > 127
    return np.asarray(at[good])


def _patches(view: View, with_alpha: bool) -> npt.NDArray[np.float32]:
    height, width = view.image.shape[:2]
    scale = min(1.0, _LONGEST_SIDE / max(height, width))
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    planes = [*np.moveaxis(view.image.astype(np.float32), -1, 0)]
    if with_alpha:
        covered = np.full((height, width), 255.0, np.float32) if view.alpha is None else view.alpha.astype(np.float32)
        planes = [p * (covered / 255.0) for p in planes] + [covered]
    small = [np.asarray(Image.fromarray(p).resize(size, Image.Resampling.BOX)) for p in planes]
    image = np.stack(small, axis=-1)
    if view.mask is not None:
        mask = Image.fromarray(view.mask.astype(np.float32)).resize(size, Image.Resampling.BOX)
        image[np.asarray(mask) < 0.999] = np.nan
    padded = np.pad(image, ((1, 1), (1, 1), (0, 0)), mode="edge")
    rows, columns = image.shape[:2]
    shifted = [padded[r : r + rows, c : c + columns] for r in range(3) for c in range(3)]
    return np.concatenate(shifted, axis=-1)
