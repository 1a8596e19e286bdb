"""The weight of every Gaussian in each region of a picture, for lifting features from pictures to Gaussians.

W[i, m] is the sum of w_i,p over the pixels p of region m, where w_i,p = alpha * T is the weight of Gaussian i in pixel p.
A feature shared by all pixels of a region is then used once per region instead of once per pixel, and the cost of W does not
depend on the length of features (form: Dr. Splat, Jun-Seong et al., CVPR 2025; it equals the sum over pixels of LUDVIG, Marrie
et al., ICCV 2025).
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
    """The weights of every Gaussian in the regions of one view, for each of K segmentations of its picture.

    Args:
        camera: one view.
        labels: (K, H, W) int32, the region's number from 0 for each pixel; negative for pixels without a region.
        least: smaller weights are ignored. They belong to Gaussians behind the visible surface (VALA's gate).
        settings: constants of the image formation; None: the defaults.
        threads: of the CPU; None: :func:`scenewright.scene.threads.thread_count`.

    Returns:
        K matrices (N, M), float32; M is the segmentation's highest label plus one.

    Raises:
        SplatError: the labels do not have the picture's size, or there is more than one view.
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

    segmentations = np.ascontiguousarray(labels, dtype=np.int32)
    sums = weigh(gaussians.detach(), camera, segmentations, least, chosen, thread_count(threads))
    return [_matrix(*entries, len(gaussians), _count(one)) for entries, one in zip(sums, segmentations, strict=True)]


def by_contributors(
    gaussians: Gaussians, camera: Cameras, labels: Labels, *, least: float = 0.0, settings: RasterSettings | None = None
) -> list[scipy.sparse.csr_array]:
    """The same as :func:`region_weights`, from the rasterizer's contributors. Used on CUDA, and to check the compiled kernel."""
    with torch.no_grad():
        picture = rasterize(gaussians, camera, settings=settings, outputs=("contributors",))
    assert picture.contributors is not None
    lists = picture.contributors[0]
    offsets, rows, weights = (t.cpu().numpy() for t in (lists.offsets, lists.gaussians, lists.weights))
    pixels = np.repeat(np.arange(camera.height * camera.width), np.diff(offsets))
    heavy = weights >= max(least, np.finfo(np.float32).tiny)
    out = []
    for one in labels:
        regions = one.reshape(-1)[pixels]
        counted = heavy & (regions >= 0)
        out.append(_matrix(rows[counted], regions[counted], weights[counted], len(gaussians), _count(one)))
    return out


def _count(labels: Labels) -> int:
    """The number of regions of a segmentation: its highest label plus one."""
    return int(labels.max(initial=-1)) + 1


def _matrix(rows: Any, regions: Any, weights: Any, height: int, width: int) -> scipy.sparse.csr_array:
    entries = scipy.sparse.coo_array((weights.astype(np.float32), (rows, regions)), shape=(height, width))
    return entries.tocsr()  # adds up a Gaussian's weights from several tiles or pixels
