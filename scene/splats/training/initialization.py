"""What a training begins with: points of the reconstruction, else random ones in front of the cameras."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch

from scene.errors import CaptureError
from scene.model import FloatArray
from scene.splats.cameras import Cameras
from scene.splats.capture.views import View
from scene.splats.gaussians import Gaussians
from scene.splats.spherical_harmonics import dc_from_rgb
from scene.splats.training.randomness import numpy_generator

__all__ = ["gaussians_of_points", "points_in_frustums", "scene_extent"]

_OPACITY = 0.1
_NEIGHBORS = 3
_MARGIN = 1.1
_NEAREST, _FARTHEST = 0.3, 8.0
_SEEN_BY = 3


def scene_extent(cameras: Cameras) -> float:
    """The largest distance of a camera from the middle of all, and a tenth: what rates and sizes are measured by.

    Raises:
        CaptureError: all stand in one point.
    """
    eyes = cameras.positions.double()
    extent = float((eyes - eyes.mean(dim=0)).norm(dim=1).amax()) * _MARGIN
    depth = float(eyes.norm(dim=1).amax())
    if extent <= 1e-6 * max(depth, 1e-6):
        raise CaptureError(
            f"all {len(cameras)} cameras stand in one point: no depth can be learnt from them; take the photographs from "
            f"places apart from each other"
        )
    return extent


def gaussians_of_points(
    points: FloatArray, colors: npt.ArrayLike, *, max_gaussians: int, extent: float, seed: int
) -> Gaussians:
    """One Gaussian for each point (P, 3) with its sRGB colour (P, 3) in [0, 1]: round, as large as the (root mean square)
    distance of its three nearest neighbours, with an opacity of 0.1. Of more than `max_gaussians`, a random choice.

    Raises:
        CaptureError: there are none, or some are not finite.
    """
    from scipy.spatial import cKDTree

    at, rgb = np.asarray(points, dtype=np.float64), np.asarray(colors, dtype=np.float64)
    if at.ndim != 2 or at.shape[1] != 3 or rgb.shape != at.shape:
        raise CaptureError(f"points and colors to begin with must both be (P, 3), not {at.shape} and {rgb.shape}")
    if len(at) == 0:
        raise CaptureError("there are no points to begin with: leave them out for random ones")
    if not (np.isfinite(at).all() and np.isfinite(rgb).all()):
        raise CaptureError("some points to begin with are not finite: the reconstruction is damaged")
    if len(at) > max_gaussians:
        chosen = np.sort(numpy_generator(seed, "choice of points").permutation(len(at))[:max_gaussians])
        at, rgb = at[chosen], rgb[chosen]
    count = min(_NEIGHBORS + 1, len(at))
    distances, _ = cKDTree(at).query(at, k=count)
    spread = (
        np.sqrt(np.mean(np.square(distances.reshape(len(at), count)[:, 1:]), axis=1)) if count > 1 else 0.1 * extent
    )
    log_scales = np.log(np.clip(spread, 1e-6 * extent, extent)) * np.ones(len(at))
    logit = float(np.log(_OPACITY / (1.0 - _OPACITY)))
    return Gaussians.of_numpy(
        at,
        np.tile([1.0, 0.0, 0.0, 0.0], (len(at), 1)),
        np.repeat(log_scales[:, None], 3, axis=1),
        np.full(len(at), logit),
        dc_from_rgb(torch.from_numpy(np.clip(rgb, 0.0, 1.0)))[:, None].numpy(),
    )


def points_in_frustums(views: list[View], count: int, *, extent: float, seed: int) -> tuple[FloatArray, FloatArray]:
    """Random points (count, 3) in front of the cameras, and the colours (count, 3) of the pixels they were drawn for.

    Pixels are drawn from all photographs alike; the distance along the ray uniformly between 0.3 and 2 times that of
    the point all cameras look at for half of them, uniformly in disparity out to 8 times for the rest. Points that
    fewer than three (or all, if there are fewer) cameras see are drawn again.
    """
    rng = numpy_generator(seed, "points in frustums")
    cameras = [v.camera for v in views]
    distance = _viewing_distance(cameras, extent)
    wanted_by = min(_SEEN_BY, len(views))
    points, colors, have = [], [], 0
    for _attempt in range(20):
        for index in rng.permutation(len(views)):
            view = views[index]
            share = max(2 * (count - have) // len(views), 8)
            at, rgb = _along_rays(view, share, distance, rng)
            seen = sum((_sees(c, at) for c in cameras), np.zeros(len(at), np.int64))
            kept = seen >= wanted_by
            points.append(at[kept])
            colors.append(rgb[kept])
            have += int(kept.sum())
        if have >= count:
            break
    if have == 0:
        raise CaptureError(
            "no point lies in front of three cameras: the cameras look past each other, or their poses are wrong"
        )
    all_points, all_colors = np.concatenate(points), np.concatenate(colors)
    chosen = rng.permutation(len(all_points))[:count]
    return all_points[chosen], all_colors[chosen]


def _viewing_distance(cameras: list[Cameras], extent: float) -> float:
    """The middle distance of the cameras from the point that is nearest to all their axes; three extents where that
    point is behind some, as in captures that look outwards."""
    turns = np.concatenate([c.camera_from_world.double().numpy() for c in cameras])
    axes = turns[:, 2, :3]
    eyes = np.concatenate([c.positions.double().numpy() for c in cameras])
    across = np.eye(3) - axes[:, :, None] * axes[:, None, :]
    middle = np.linalg.lstsq(across.sum(axis=0), np.einsum("nij,nj->i", across, eyes), rcond=None)[0]
    depths = np.einsum("ni,ni->n", axes, middle - eyes)
    usual = 3.0 * extent
    return float(np.median(depths)) if depths.min() > 0.0 and np.median(depths) < 10.0 * usual else usual


def _along_rays(view: View, count: int, distance: float, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    height, width = view.image.shape[:2]
    u, v = rng.uniform(0, width, count), rng.uniform(0, height, count)
    near = rng.uniform(_NEAREST, 2.0, count)
    far = 1.0 / rng.uniform(1.0 / _FARTHEST, 1.0 / _NEAREST, count)
    depth = distance * np.where(rng.random(count) < 0.5, near, far)
    k = view.camera.intrinsics[0].double().numpy()
    inside = np.stack([(u - k[0, 2]) / k[0, 0] * depth, (v - k[1, 2]) / k[1, 1] * depth, depth], axis=1)
    world = view.camera.camera_from_world[0].double().numpy()
    row, column = np.minimum(v.astype(int), height - 1), np.minimum(u.astype(int), width - 1)
    good = np.ones(count, bool) if view.mask is None else view.mask[row, column]
    if view.alpha is not None:
        good &= view.alpha[row, column] > 127
    at = (inside - world[:3, 3]) @ world[:3, :3]
    return at[good], view.image[row, column].astype(np.float64)[good] / 255.0


def _sees(camera: Cameras, points: FloatArray) -> npt.NDArray[np.bool_]:
    world = camera.camera_from_world[0].double().numpy()
    inside = points @ world[:3, :3].T + world[:3, 3]
    seen = inside @ camera.intrinsics[0].double().numpy().T
    depth = np.maximum(inside[:, 2], 1e-12)
    u, v = seen[:, 0] / depth, seen[:, 1] / depth
    return np.asarray((inside[:, 2] > 0) & (u >= 0) & (u < camera.width) & (v >= 0) & (v < camera.height))
