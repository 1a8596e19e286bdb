"""How much of each region of a picture every Gaussian makes up: what lifting features from pictures needs, and nothing of their length.

W[i, m] = sum over the pixels p of region m of w_i,p, the weight alpha * T with which Gaussian i is in pixel p. A feature that all
pixels of a region share is then touched once for the region, not once for every pixel (the form of Dr. Splat, Jun-Seong et
al., CVPR 2025; LUDVIG, Marrie et al., ICCV 2025, for the sum over pixels that it equals).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse
import torch

from scenewright.scene.errors import SplatError
from scenewright.scene.splats.cameras import Cameras
from scenewright.scene.splats.gaussians import Gaussians
from scenewright.scene.splats.images import RasterSettings
from scenewright.scene.splats.rasterize import rasterize

__all__ = ["by_contributors", "region_weights"]

Labels = npt.NDArray[np.int32]


def region_weights(
    gaussians: Gaussians,
    camera: Cameras,
    labels: Labels,
    *,
    least: float = 0.0,
    settings: RasterSettings | None = None,
    threads: int | None = None,
) -> list[scipy.sparse.csr_array]:
    """The weights of every Gaussian in the regions of one view, for each of K divisions of its picture.

    Args:
        camera: one view.
        labels: (K, H, W) int32, of each pixel the number of its region from 0 on; negative where it belongs to none.
        least: weights below it count nothing: those of Gaussians that are behind what is seen (VALA's gate).
        threads: of the CPU; None: :func:`scenewright.scene.threads.thread_count`.

    Returns:
        K matrices (N, M), float32, M being the highest number of the division and one.

    Raises:
        SplatError: labels of another size than the picture, or more than one view.
    """
    if len(camera) != 1:
        raise SplatError(f"regions are weighed one view at a time, not {len(camera)}")
    if labels.ndim != 3 or labels.shape[1:] != (camera.height, camera.width):
        raise SplatError(
            f"labels are {labels.shape}: for a picture of {camera.width}x{camera.height} they must be "
            f"(K, {camera.height}, {camera.width})"
        )
    chosen = settings or RasterSettings()
    if gaussians.device.type == "cuda":
        return by_contributors(gaussians, camera, labels, least=least, settings=chosen)
    from scenewright.scene.splats.cpu import weigh
    from scenewright.scene.threads import thread_count

    whole = np.ascontiguousarray(labels, dtype=np.int32)
    sums = weigh(gaussians.detach(), camera, whole, least, chosen, thread_count(threads))
    return [_matrix(*parts, len(gaussians), _count(one)) for parts, one in zip(sums, whole, strict=True)]


def by_contributors(
    gaussians: Gaussians, camera: Cameras, labels: Labels, *, least: float = 0.0, settings: RasterSettings | None = None
) -> list[scipy.sparse.csr_array]:
    """The same from the list of who makes up each pixel, which any rasteriser gives: on CUDA, and to check the compiled sums."""
    with torch.no_grad():
        drawn = rasterize(gaussians, camera, settings=settings, outputs=("contributors",))
    assert drawn.contributors is not None
    lists = drawn.contributors[0]
    offsets, rows, weights = (t.cpu().numpy() for t in (lists.offsets, lists.gaussians, lists.weights))
    pixels = np.repeat(np.arange(camera.height * camera.width), np.diff(offsets))
    heavy = weights >= max(least, np.finfo(np.float32).tiny)
    out = []
    for one in labels:
        regions = one.reshape(-1)[pixels]
        kept = heavy & (regions >= 0)
        out.append(_matrix(rows[kept], regions[kept], weights[kept], len(gaussians), _count(one)))
    return out


def _count(labels: Labels) -> int:
    """Regions that a division may have."""
    return int(labels.max(initial=-1)) + 1


def _matrix(rows: Any, regions: Any, weights: Any, height: int, width: int) -> scipy.sparse.csr_array:
    entries = scipy.sparse.coo_array((weights.astype(np.float32), (rows, regions)), shape=(height, width))
    return entries.tocsr()  # sums what a Gaussian has in several tiles or pixels
