"""Convex hulls of captures, so that programs know the size of a ``splat_call`` while they run.

The host measures each file once for each content, and keeps the result in the user's cache folder.
"""

from __future__ import annotations

import hashlib
import io
import threading
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from scenewright.scene import atomic
from scenewright.scene.errors import SplatError
from scenewright.scene.jobs import Job
from scenewright.scene.model import AssetRef, FloatArray

if TYPE_CHECKING:
    from scenewright.scene.splats.gaussians import Gaussians

__all__ = ["HULL_LIMIT", "hull_of_gaussians", "measured_hull", "measured_hulls"]

HULL_LIMIT = 256
_VISIBLE_OPACITY = 0.1
_SIGMA = 2.0
_CHUNK = 65_536
_KEPT = 256
_VERSION = 1
"""Version of the measuring method. Cached hulls of another version are measured again."""
_LARGEST = 24 * HULL_LIMIT + 1024


def hull_of_gaussians(gaussians: Gaussians) -> FloatArray:
    """(K, 3) extreme points of the visible Gaussians, K <= 256, in their frame.

    Visible means an opacity of at least 0.1; each Gaussian extends two standard deviations. The directions include the axes,
    so the hull's box is exactly ``gaussians.bounds``.

    Raises:
        SplatError: no Gaussian is visible.
    """
    visible = gaussians.select(gaussians.opacities >= _VISIBLE_OPACITY).detach()
    if len(visible) == 0:
        raise SplatError("no Gaussian has an opacity of 0.1 or more: there is nothing to bound")
    visible = _outer(visible)
    toward = torch.from_numpy(_directions())
    best = torch.full((len(toward),), -torch.inf, dtype=torch.float64)
    points = torch.zeros((len(toward), 3), dtype=torch.float64)
    for first in range(0, len(visible), _CHUNK):
        part = visible.select(slice(first, first + _CHUNK)).to(torch.float64)
        covariance = part.covariances
        # the farthest point of an ellipsoid x^T S^-1 x = k^2 along d is k S d / sqrt(d^T S d)
        spread = covariance.reshape(-1, 9) @ (toward[:, :, None] * toward[:, None, :]).reshape(-1, 9).T
        reach = part.means @ toward.T + _SIGMA * spread.clamp_min(0.0).sqrt()
        height, row = reach.max(dim=0)
        turned = torch.einsum("dij,dj->di", covariance[row], toward)
        deviation = (turned * toward).sum(dim=1).clamp_min(1e-300).sqrt()
        extreme_points = part.means[row] + _SIGMA * turned / deviation[:, None]
        better = height > best
        best = torch.where(better, height, best)
        points[better] = extreme_points[better]
    return np.asarray(np.unique(points.numpy(), axis=0))


def _outer(gaussians: Gaussians) -> Gaussians:
    """The Gaussians that may be extreme in some direction.

    A Gaussian is excluded if, even as a ball of its longest axis, it reaches less far than another as a ball of its shortest.
    """
    toward = torch.from_numpy(_directions()).to(gaussians.means)
    size = gaussians.log_scales.exp() * _SIGMA
    inner, outer = size.amin(dim=1), size.amax(dim=1)
    best = torch.full((len(toward),), -torch.inf).to(gaussians.means)
    chunks = range(0, len(gaussians), _CHUNK)
    for first in chunks:
        part = slice(first, first + _CHUNK)
        best = torch.maximum(best, (gaussians.means[part] @ toward.T + inner[part, None]).amax(dim=0))
    # the margin covers rounding; a few Gaussians too many do no harm
    least = best - 1e-5 * best.abs().amax()
    keep = [
        (gaussians.means[f : f + _CHUNK] @ toward.T + outer[f : f + _CHUNK, None] >= least).any(dim=1) for f in chunks
    ]
    return gaussians.select(torch.cat(keep))


@lru_cache(maxsize=1)
def _directions() -> FloatArray:
    """(256, 3) unit vectors: the six axis directions, then a golden spiral."""
    count = HULL_LIMIT - 6
    k = np.arange(count) + 0.5
    z = 1.0 - 2.0 * k / count
    around = np.pi * (1.0 + np.sqrt(5.0)) * k
    flat = np.sqrt(1.0 - z * z)
    spiral = np.stack([flat * np.cos(around), flat * np.sin(around), z], axis=1)
    return np.concatenate([np.eye(3), -np.eye(3), spiral])


measured_hulls: dict[tuple[str, str | None], FloatArray] = {}
"""Hulls that this process has measured, by digest and segment; those on disk outlive it."""
_lock = threading.Lock()


def measured_hull(root: Path | None, source: str, part: str | None, *, job: Job | None = None) -> FloatArray:
    """(K, 3) hull of a splat file in the scene folder, or of one segment of it, y up.

    Raises:
        SplatError: as :func:`scenewright.scene.splats.splat_entities.read_capture`, or no Gaussian is visible.
        JobCancelled: the job was cancelled.
    """
    from scenewright.scene.splats.splat_entities import read_capture, splat_digest

    key = (splat_digest(root, source), part)
    with _lock:
        cached = measured_hulls.get(key)
    if cached is not None:
        return cached
    stored = _stored(*key)
    hull = _read(stored)
    if hull is None:
        ref = AssetRef(source, None, 0, "", np.zeros((0, 3)), node=part, source=source)
        hull = hull_of_gaussians(read_capture(root, ref, job=job)[0])
        # without a writable cache, measuring only takes longer
        with suppress(OSError):
            _write(stored, hull)
    with _lock:
        while len(measured_hulls) >= _KEPT:
            measured_hulls.pop(next(iter(measured_hulls)))
        measured_hulls[key] = hull
    return hull


def _stored(digest: str, part: str | None) -> Path:
    import platformdirs

    name = hashlib.sha256(f"{_VERSION} {digest} {part}".encode()).hexdigest()
    return platformdirs.user_cache_path("scenewright", appauthor=False) / "hulls" / f"{name}.npy"


def _read(path: Path) -> FloatArray | None:
    """The hull in a cache file; None if the file is missing or invalid."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        hull = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    fits = hull.dtype == np.float64 and hull.ndim == 2 and hull.shape[1:] == (3,) and 0 < len(hull) <= HULL_LIMIT
    return hull if fits and bool(np.isfinite(hull).all()) else None


def _write(path: Path, hull: FloatArray) -> None:
    data = io.BytesIO()
    np.save(data, hull)
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic.write(path, data.getvalue(), durable=False)
