"""Corrects features of regions before lifting, by a vote of the regions in other views that show the same Gaussians.

A wrong mask gives all its Gaussians the same wrong feature, and Gaussians that few views show cannot recover from it. But most of the
mask's Gaussians are in masks of other views, too. So each region takes the geometric median of the features of all regions, including
its own, weighted by how much of it they show (Weiszfeld's steps on the unit sphere: Fletcher et al., NeuroImage 2009). MaskClustering
(Yan et al., CVPR 2024) clusters masks that agree across views. Here nothing is clustered, and a region that no other view shows is
unchanged.

This needs all views at once, so it is for captures, not for the online mode.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import scipy.sparse

from scenewright.scene.jobs import Job
from scenewright.scene.semantics.fields.aggregation import unit_rows
from scenewright.scene.semantics.fields.lifting import LiftedView, Regions
from scenewright.scene.splats import Gaussians
from scenewright.scene.splats.region_weights import region_weights

__all__ = ["agreed_views"]

Rows = npt.NDArray[np.float32]

_SEEN = 0.13
"""Least weight of a Gaussian in a view, in pixels, to be counted."""
_NEAR = 0.02
"""Least fraction of a region that another must show to have a vote."""
_STEPS = 10
_NEAREST = 0.05
"""Lower limit of distances, because Weiszfeld's weights are inverse distances."""
_BLOCK = 65536


def agreed_views(
    gaussians: Gaussians,
    views: Sequence[LiftedView],
    *,
    rounds: int = 1,
    threads: int | None = None,
    job: Job | None = None,
) -> list[LiftedView]:
    """The views after a vote on the features of their regions, for each level separately.

    Args:
        rounds: number of votes, each on the result of the previous one. With more than one, large objects absorb those they touch.

    Raises:
        SplatError: labels do not have the size of their camera.
        JobCancelled: the job was cancelled.
    """
    job = (job or Job()).part(name="the vote")
    levels = sorted({name for view in views for name in view.regions})
    out = [dict(view.regions) for view in views]
    for number, level in enumerate(levels):
        members = [k for k, view in enumerate(views) if level in view.regions]
        part = job.part(number / len(levels), (number + 1) / len(levels))
        affinity = _affinity(gaussians, [views[k] for k in members], level, threads, part)
        features = unit_rows(
            np.concatenate([np.asarray(views[k].regions[level].features, np.float32) for k in members])
        )
        for _ in range(rounds):
            features = _medians(affinity, features)
        begin = 0
        for k in members:
            former = views[k].regions[level]
            out[k][level] = Regions(former.labels, features[begin : begin + len(former.features)])
            begin += len(former.features)
    return [replace(view, regions=regions) for view, regions in zip(views, out, strict=True)]


def _affinity(
    gaussians: Gaussians,
    views: Sequence[LiftedView],
    level: str,
    threads: int | None,
    job: Job,
) -> scipy.sparse.csr_array:
    """(M, M) over the regions of all views: how much of region m, in its own weights, region n shows.

    In each view, a Gaussian's vote is divided among its regions. So close views have no more influence than distant ones.
    """
    weights, shares = [], []
    for number, view in enumerate(views):
        regions = view.regions[level]
        (affinity,) = region_weights(gaussians, view.camera, regions.labels[None], threads=threads)
        wide = scipy.sparse.csr_array(
            (affinity.data, affinity.indices, affinity.indptr), shape=(affinity.shape[0], len(regions.features))
        )
        sums = np.asarray(wide.sum(axis=1)).reshape(-1)
        say = np.where(sums >= _SEEN, 1.0 / np.maximum(sums, _SEEN), 0.0).astype(np.float32)
        wide.data = np.where(np.repeat(say > 0, np.diff(wide.indptr)), wide.data, np.float32(0.0))
        wide.eliminate_zeros()
        weights.append(wide)
        shares.append(scipy.sparse.csr_array(scipy.sparse.diags_array(say) @ wide))
        job.tick((number + 1) / len(views), f"{level}: view {number + 1} of {len(views)}")
    all_weights = scipy.sparse.csr_array(scipy.sparse.hstack(weights, format="csr"))
    affinity = scipy.sparse.csr_array(all_weights.T @ scipy.sparse.hstack(shares, format="csr"))
    sizes = np.asarray(all_weights.sum(axis=0)).reshape(-1)
    affinity.data[affinity.data < _NEAR * np.repeat(sizes, np.diff(affinity.indptr))] = 0.0
    affinity.eliminate_zeros()
    return affinity


def _medians(affinity: scipy.sparse.csr_array, features: Rows) -> Rows:
    """(M, D) for each region the median of its voters' features; its own feature if there are no votes or they cancel."""
    rows = np.repeat(np.arange(len(features)), np.diff(affinity.indptr))
    medians = _normalised(affinity @ features, features)
    for _ in range(_STEPS):
        cosine = np.empty(len(rows), dtype=np.float32)
        for begin in range(0, len(rows), _BLOCK):
            part = slice(begin, begin + _BLOCK)
            cosine[part] = np.einsum("nd,nd->n", medians[rows[part]], features[affinity.indices[part]])
        distance = np.arccos(np.clip(cosine, -1.0, 1.0))
        closer = scipy.sparse.csr_array(
            (affinity.data / np.maximum(distance, _NEAREST), affinity.indices, affinity.indptr), shape=affinity.shape
        )
        medians = _normalised(closer @ features, features)
    return medians


def _normalised(rows: Rows, otherwise: Rows) -> Rows:
    out: Rows = np.where(
        np.linalg.norm(rows, axis=1, keepdims=True) > 1e-6, unit_rows(rows.astype(np.float32)), otherwise
    )
    return out
