"""How far captures reach: hulls of Gaussians, for programs that put them somewhere.

A program knows the size of a ``splat_call`` while it runs: the host measures the file for it, once for each content.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from scene.errors import SplatError
from scene.model import AssetRef, FloatArray

if TYPE_CHECKING:
    from scene.splats.gaussians import Gaussians

__all__ = ["HULL_LIMIT", "hull_of_gaussians", "measured_hull"]

HULL_LIMIT = 256
_VISIBLE_OPACITY = 0.1
_SIGMA = 2.0
_CHUNK = 65_536
_KEPT = 256


def hull_of_gaussians(gaussians: Gaussians) -> FloatArray:
    """(K, 3) outermost points of what can be seen (opacity at least 0.1, two standard deviations), K <= 256, in the frame of the
    Gaussians. The directions of the axes are among those looked in, so that its box is exactly ``gaussians.bounds``.

    Raises:
        SplatError: nothing can be seen.
    """
    seen = gaussians.select(gaussians.opacities >= _VISIBLE_OPACITY).detach()
    if len(seen) == 0:
        raise SplatError("no Gaussian has an opacity of 0.1 or more: there is nothing to bound")
    toward = torch.from_numpy(_directions())
    best = torch.full((len(toward),), -torch.inf, dtype=torch.float64)
    points = torch.zeros((len(toward), 3), dtype=torch.float64)
    for first in range(0, len(seen), _CHUNK):
        part = seen.select(slice(first, first + _CHUNK)).to(torch.float64)
        covariance = part.covariances
        # the farthest point of an ellipsoid x^T S^-1 x = k^2 along d is k S d / sqrt(d^T S d)
        spread = covariance.reshape(-1, 9) @ (toward[:, :, None] * toward[:, None, :]).reshape(-1, 9).T
        reach = part.means @ toward.T + _SIGMA * spread.clamp_min(0.0).sqrt()
        height, row = reach.max(dim=0)
        turned = torch.einsum("dij,dj->di", covariance[row], toward)
        own = (turned * toward).sum(dim=1).clamp_min(1e-300).sqrt()
        found = part.means[row] + _SIGMA * turned / own[:, None]
        better = height > best
        best = torch.where(better, height, best)
        points[better] = found[better]
    return np.asarray(np.unique(points.numpy(), axis=0))


@lru_cache(maxsize=1)
def _directions() -> FloatArray:
    """(256, 3) unit vectors: the six of the axes, then a golden spiral."""
    count = HULL_LIMIT - 6
    k = np.arange(count) + 0.5
    z = 1.0 - 2.0 * k / count
    around = np.pi * (1.0 + np.sqrt(5.0)) * k
    flat = np.sqrt(1.0 - z * z)
    spiral = np.stack([flat * np.cos(around), flat * np.sin(around), z], axis=1)
    return np.concatenate([np.eye(3), -np.eye(3), spiral])


_measured: dict[tuple[str, str | None], FloatArray] = {}
_lock = threading.Lock()


def measured_hull(root: Path | None, source: str, part: str | None) -> FloatArray:
    """(K, 3) hull of a splat file of the scene folder, or of one segment of it, y up.

    Raises:
        SplatError: as :func:`scene.splats.captured_entities.read_capture`, or nothing in it can be seen.
    """
    from scene.splats.captured_entities import read_capture, splat_digest

    key = (splat_digest(root, source), part)
    with _lock:
        known = _measured.get(key)
    if known is not None:
        return known
    ref = AssetRef(source, None, 0, "", np.zeros((0, 3)), node=part, source=source)
    hull = hull_of_gaussians(read_capture(root, ref)[0])
    with _lock:
        while len(_measured) >= _KEPT:
            _measured.pop(next(iter(_measured)))
        _measured[key] = hull
    return hull
