"""Regions of different views that show the same Gaussians vote on what they are, before any of them is lifted.

A wrong mask is wrong as a whole: every Gaussian that it covers is told the same, and one that few views show has nobody to set it right.
But the mask's Gaussians are, most of them, in masks of other views too. So each region takes the geometric median of the
features of all regions, its own among them, by how much of it they show (Weiszfeld's steps on the unit sphere: Fletcher et al.,
NeuroImage 2009). Masks that agree across views are the idea of MaskClustering (Yan et al., CVPR 2024), which clusters by it; here
nothing is clustered, and a region that no other view shows stays as it is.

This needs all views at once: it is for captures, not for the online mode.
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
"""Least weight, in pixels, with which a view has a say about a Gaussian."""
_NEAR = 0.02
"""Share of a region that another must show to have a vote."""
_STEPS = 10
_NEAREST = 0.05
"""Distances below it count as this: Weiszfeld's weights are inverse distances."""
_BLOCK = 65536


def agreed_views(
    gaussians: Gaussians,
    views: Sequence[LiftedView],
    *,
    rounds: int = 1,
    threads: int | None = None,
    job: Job | None = None,
) -> list[LiftedView]:
    """The same views, the features of their regions voted on, each level by itself.

    Args:
        rounds: votes, each on what the one before it decided. More than one lets what is large swallow what it touches.

    Raises:
        SplatError: labels of another size than their camera.
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
            had = views[k].regions[level]
            out[k][level] = Regions(had.labels, features[begin : begin + len(had.features)])
            begin += len(had.features)
    return [replace(view, regions=regions) for view, regions in zip(views, out, strict=True)]


def _affinity(
    gaussians: Gaussians,
    views: Sequence[LiftedView],
    level: str,
    threads: int | None,
    job: Job,
) -> scipy.sparse.csr_array:
    """(M, M) over the regions of all views: how much of region m, in its own weights, region n shows. In each view, a Gaussian's say is
    shared out among the regions that it is in; so views from near have no more of it than views from far."""
    weights, shares = [], []
    for number, view in enumerate(views):
        regions = view.regions[level]
        (found,) = region_weights(gaussians, view.camera, regions.labels[None], threads=threads)
        wide = scipy.sparse.csr_array(
            (found.data, found.indices, found.indptr), shape=(found.shape[0], len(regions.features))
        )
        sums = np.asarray(wide.sum(axis=1)).reshape(-1)
        say = np.where(sums >= _SEEN, 1.0 / np.maximum(sums, _SEEN), 0.0).astype(np.float32)
        wide.data = np.where(np.repeat(say > 0, np.diff(wide.indptr)), wide.data, np.float32(0.0))
        wide.eliminate_zeros()
        weights.append(wide)
        shares.append(scipy.sparse.csr_array(scipy.sparse.diags_array(say) @ wide))
        job.tick((number + 1) / len(views), f"{level}: view {number + 1} of {len(views)}")
    whole = scipy.sparse.csr_array(scipy.sparse.hstack(weights, format="csr"))
    found = scipy.sparse.csr_array(whole.T @ scipy.sparse.hstack(shares, format="csr"))
    sizes = np.asarray(whole.sum(axis=0)).reshape(-1)
    found.data[found.data < _NEAR * np.repeat(sizes, np.diff(found.indptr))] = 0.0
    found.eliminate_zeros()
    return found


def _medians(affinity: scipy.sparse.csr_array, features: Rows) -> Rows:
    """(M, D) of every region the median of those that vote on it; its own feature where nobody does, or where votes cancel."""
    rows = np.repeat(np.arange(len(features)), np.diff(affinity.indptr))
    found = _normalised(affinity @ features, features)
    for _ in range(_STEPS):
        cosine = np.empty(len(rows), dtype=np.float32)
        for begin in range(0, len(rows), _BLOCK):
            part = slice(begin, begin + _BLOCK)
            cosine[part] = np.einsum("nd,nd->n", found[rows[part]], features[affinity.indices[part]])
        distance = np.arccos(np.clip(cosine, -1.0, 1.0))
        closer = scipy.sparse.csr_array(
            (affinity.data / np.maximum(distance, _NEAREST), affinity.indices, affinity.indptr), shape=affinity.shape
        )
        found = _normalised(closer @ features, features)
    return found


def _normalised(rows: Rows, otherwise: Rows) -> Rows:
    out: Rows = np.where(
        np.linalg.norm(rows, axis=1, keepdims=True) > 1e-6, unit_rows(rows.astype(np.float32)), otherwise
    )
    return out
