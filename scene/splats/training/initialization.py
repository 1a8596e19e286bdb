"""The start of a training: Gaussians from points, and the extent of the scene."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch

from scenewright.scene.errors import CaptureError
from scenewright.scene.model import FloatArray
from scenewright.scene.splats.cameras import Cameras
from scenewright.scene.splats.gaussians import Gaussians
from scenewright.scene.splats.spherical_harmonics import dc_from_rgb
from scenewright.scene.splats.training.randomness import numpy_generator

__all__ = ["gaussians_of_points", "scene_extent", "viewing_distance"]

_OPACITY = 0.1
_NEIGHBORS = 3
_MARGIN = 1.1


def scene_extent(cameras: Cameras) -> float:
    """1.1 times the largest distance of a camera from the mean camera centre. Learning rates and sizes are relative to it.

    Raises:
        CaptureError: all cameras are at one point.
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
    """One spherical Gaussian for each point (P, 3), with its sRGB colour (P, 3) in [0, 1].

    Its size is the root mean square distance to its three nearest neighbours, its opacity is 0.1. Of more than `max_gaussians`
    points, a random subset is used.

    Raises:
        CaptureError: there are no points, or some are not finite.
    """
    from scipy.spatial import cKDTree

    at, rgb = np.asarray(points, dtype=np.float64), np.asarray(colors, dtype=np.float64)
    if at.ndim != 2 or at.shape[1] != 3 or rgb.shape != at.shape:
        raise CaptureError(f"points and colors to begin with must both be (P, 3), not {at.shape} and {rgb.shape}")
    if len(at) == 0:
        raise CaptureError(
            "there are no points to begin with: leave them out to have the photographs searched for some"
        )
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


def viewing_distance(cameras: list[Cameras], extent: float) -> float:
    """The median distance of the cameras from the point nearest to all their axes.

    If that point is behind some cameras, as in captures that look outwards, it is three extents.
    """
    turns = np.concatenate([c.camera_from_world.double().numpy() for c in cameras])
    axes = turns[:, 2, :3]
    eyes = np.concatenate([c.positions.double().numpy() for c in cameras])
    across = np.eye(3) - axes[:, :, None] * axes[:, None, :]
    middle = np.linalg.lstsq(across.sum(axis=0), np.einsum("nij,nj->i", across, eyes), rcond=None)[0]
    depths = np.einsum("ni,ni->n", axes, middle - eyes)
    usual = 3.0 * extent
    return float(np.median(depths)) if depths.min() > 0.0 and np.median(depths) < 10.0 * usual else usual
