"""Clusters Gaussians into entities by position and feature.

1. *Denoise*: project features to their main directions (truncated SVD without centring). These contain the scene's meanings, while
   noise is spread over all directions.
2. *Neighbours*: find the nearest Gaussians in space whose extents overlap (:func:`neighbour_graph`).
3. *Smooth*: replace each feature by the mean over its neighbours, weighted by overlap and similarity, so that features do not mix
   across boundaries. This is the mean shift of Comaniciu and Meer (PAMI 2002) on a graph.
4. *Merge*: neighbours closest to the same mode of all features form a segment. Adjacent segments are joined, the most similar first,
   while their mean features are similar. (Felzenszwalb and Huttenlocher, IJCV 2004, merge by single edges, which leaks where
   features blend at the edge of a mask.)
5. *Clean up*: small pieces of a surface join the surface that they continue
   (:mod:`scenewright.scene.semantics.capture_programs.surface_continuity`). Pieces with the same meaning and a small gap are joined.
   Debris is given to the neighbour that it touches most, or to none.

The similarity threshold is computed from the scene, because the cosine of unrelated objects is 0 with some encoders and 0.6 with others.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import svds
from scipy.spatial import cKDTree

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.semantics.capture_programs.region_merging import (
    NOTHING,
    cleared,
    contacts_of,
    ends_of,
    joined,
    renumbered,
    sums_of,
)
from scenewright.scene.semantics.capture_programs.surface_continuity import continued
from scenewright.scene.splats import Gaussians

__all__ = ["NOTHING", "ClusterError", "ClusterOptions", "Clusters", "cluster"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

_ISOTROPIC = 0.25
"""Fraction of a Gaussian's mean size that is added to its extent, because flat ones on a curved surface are not coplanar."""
_MOST_RELATED = 0.7
_PAIRS = 4000
_CLOSELY = 0.6
_TWINS = 1.3
"""Two pieces count as two objects of the same kind if their lengths and widths differ by less than this ratio."""
_SHARED = 0.5
"""Two pieces lie above one another if they share this fraction of the smaller footprint."""
_LEAST_PIECE = 6
"""Least number of Gaussians of an initial segment."""
_SAMPLE = 6000
_LEAST_OF_MODE = 3
_MOST_MODES = 400
_ROUNDS_OUTWARD = 8
_CHUNK = 65_536


class ClusterError(ScenewrightError):
    """The features do not fit the Gaussians, or are all empty."""


@dataclass(frozen=True, slots=True)
class ClusterOptions:
    """Settings of the clustering.

    `neighbours`: number of neighbours of each Gaussian. `reach`: distance, in standard deviations, up to which two Gaussians touch.
    `directions`: number of feature directions to keep. `rounds`: of smoothing. `agreement`: similarity above which two pieces are one
    object, from 0 (unrelated) to 1 (equal). `least`: least number of Gaussians of an entity. `gap`: largest gap between an entity and
    a piece of another size, as a fraction of the entity's size. `gap_above`: the same for pieces above one another, as a fraction of
    the height.
    """

    neighbours: int = 14
    reach: float = 2.0
    directions: int = 64
    rounds: int = 5
    agreement: float = 0.65
    least: int = 24
    gap: float = 0.06
    gap_above: float = 0.5


@dataclass(frozen=True, eq=False)
class Clusters:
    """K entities, the largest first. `labels`: (N,) int32, NOTHING for none. `features`: (K, D) float32 unit means. `counts`: (K,)
    numbers of Gaussians. `agreement`: the cosine above which two pieces were one object."""

    labels: Ints
    features: Floats
    counts: Ints
    agreement: float

    def __len__(self) -> int:
        return len(self.counts)


def cluster(
    gaussians: Gaussians,
    features: Floats,
    weights: Floats | None = None,
    *,
    options: ClusterOptions | None = None,
    job: Job | None = None,
) -> Clusters:
    """Cluster Gaussians into entities.

    Args:
        features: (N, D) one unit row per Gaussian; zero rows mark Gaussians that no view saw.
        weights: (N,) how much each Gaussian was seen; None: all equally.
        options: settings; None: the defaults.

    Raises:
        ClusterError: shapes do not fit, numbers are not finite, or no Gaussian has a feature.
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    chosen = options or ClusterOptions()
    _check(gaussians, features, weights)
    seen = np.linalg.norm(features, axis=1) > 1e-6
    trust = np.where(seen, 1.0 if weights is None else weights, 0.0).astype(np.float32)
    if not (trust > 0.0).any():
        raise ClusterError("no Gaussian has a feature: lift the views first, all rows are 0")
    trust /= trust[seen].mean()
    job.tick(0.0, "what meets what")
    graph = neighbour_graph(gaussians, neighbours=chosen.neighbours, reach=chosen.reach, job=job)
    job.tick(0.2, "main directions of meaning")
    compact = _main_directions(features, chosen.directions)
    smooth = _smoothed(compact, trust, graph, chosen, job.part(0.3, 0.7))
    alike = _threshold(smooth, trust, chosen.agreement)
    job.tick(0.7, "pieces of one meaning")
    labels = _segments(smooth, trust, graph, alike, job)
    job.tick(0.8, "joining pieces")
    labels = _merged(labels, smooth, trust, graph, alike)
    job.check()
    labels = continued(labels, gaussians, graph)
    job.check()
    labels = _bridged(labels, gaussians, smooth, trust, alike, chosen)
    labels = cleared(labels, trust, graph, chosen.least)
    return _result(labels, features, trust, alike)


def _check(gaussians: Gaussians, features: Floats, weights: Floats | None) -> None:
    count = len(gaussians)
    if features.ndim != 2 or len(features) != count:
        raise ClusterError(f"features of {count:,} Gaussians must be ({count}, D), not {features.shape}")
    if weights is not None and weights.shape != (count,):
        raise ClusterError(f"weights of {count:,} Gaussians must be ({count},), not {weights.shape}")
    for name, values in (("features", features), ("weights", weights)):
        if values is not None and not np.isfinite(values).all():
            rows = int((~np.isfinite(values.reshape(count, -1)).all(axis=1)).sum())
            raise ClusterError(f"{name} of {rows:,} Gaussians are not finite: lift the views again")


# -- neighbours -------------------------------------------------------------------------------------------------------


def neighbour_graph(gaussians: Gaussians, *, neighbours: int, reach: float, job: Job | None = None) -> sparse.csr_array:
    """(N, N) symmetric overlaps in (0, 1] of Gaussians that touch.

    The overlap is exp(-(d / s)^2 / 2), where d is the distance of two centres and s the sum of their standard deviations along the
    line between them. Gaussians with d / s above `reach` do not touch.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    means = gaussians.means.numpy().astype(np.float64)
    count = len(means)
    if count < 2:
        return sparse.csr_array((count, count), dtype=np.float32)
    tree = cKDTree(means)
    parts = []
    for first in range(0, count, _CHUNK):
        job.check()
        parts.append(tree.query(means[first : first + _CHUNK], k=min(neighbours + 1, count), workers=1)[1])
    index = np.concatenate(parts)
    one = np.repeat(np.arange(count), index.shape[1] - 1)
    other = index[:, 1:].reshape(-1)
    job.check()
    covariance = gaussians.covariances.numpy().astype(np.float64)
    job.check()
    size = gaussians.scales.numpy().astype(np.float64).mean(axis=1)
    apart = means[other] - means[one]
    length = np.linalg.norm(apart, axis=1)
    along = apart / np.maximum(length, 1e-12)[:, None]

    def extent(rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        spread = np.einsum("ni,nij,nj->n", along, covariance[rows], along)
        return np.asarray(np.sqrt(np.maximum(spread, 0.0)) + _ISOTROPIC * size[rows])

    ratio = length / np.maximum(extent(one) + extent(other), 1e-12)
    near = (ratio <= reach) & (one != other)
    overlap = np.exp(-0.5 * ratio[near] ** 2).astype(np.float32)
    one_sided = sparse.csr_array((overlap, (one[near], other[near])), shape=(count, count))
    return sparse.csr_array(one_sided.maximum(one_sided.T))


# -- features ---------------------------------------------------------------------------------------------------------


def _main_directions(features: Floats, directions: int) -> Floats:
    """(N, K) unit rows: the features projected to their K main directions, K <= D."""
    width = features.shape[1]
    if width > directions and len(features) > directions:
        rows = features
        if len(rows) > 20_000:
            rows = rows[np.random.default_rng(0).choice(len(rows), 20_000, replace=False)]
        *_, axes = svds(rows.astype(np.float64), k=directions, rng=np.random.default_rng(0))
        features = features @ axes.T.astype(np.float32)
    return _unit(features)


def _unit(rows: Floats) -> Floats:
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(np.where(length > 1e-9, rows / np.maximum(length, 1e-9), 0.0), dtype=np.float32)


def _smoothed(features: Floats, trust: Floats, graph: sparse.csr_array, options: ClusterOptions, job: Job) -> Floats:
    """(N, K) means over similar neighbours. Gaussians without a feature get their neighbours' mean.

    The first round weights by the squared cosine, since noise makes all cosines small. Later rounds give a weight of 0 below the
    cosine of two different objects, and a weight that grows with the excess above it.
    """
    one, other = ends_of(graph)
    own = sparse.diags_array(np.ones(len(features), dtype=np.float32)).tocsr()
    believed = np.maximum(trust, 1e-3)
    for at in range(options.rounds):
        job.tick(at / options.rounds, "meanings of neighbours")
        apart = _threshold(features, trust, options.agreement) if at else 0.0
        agree = np.maximum(_cosines(features, one, other, job) - apart, 0.0) ** 2
        empty = np.abs(features).max(axis=1, initial=0.0) == 0.0
        job.check()
        share = graph.data * np.where(empty[one] | empty[other], 1.0, agree / (1.0 - apart) ** 2) * believed[other]
        mixing = sparse.csr_array((share.astype(np.float32), graph.indices, graph.indptr), shape=graph.shape)
        features = _unit(mixing @ features + (own * believed) @ features)
    return features


def _cosines(rows: Floats, one: npt.NDArray[np.int64], other: npt.NDArray[np.int64], job: Job) -> Floats:
    out = np.empty(len(one), dtype=np.float32)
    for first in range(0, len(one), _CHUNK):
        job.check()
        part = slice(first, first + _CHUNK)
        out[part] = np.einsum("nk,nk->n", rows[one[part]], rows[other[part]])
    return out


def _threshold(features: Floats, trust: Floats, agreement: float) -> float:
    """The cosine above which two pieces are one object: the fraction `agreement` of the way from unrelated Gaussians to 1."""
    rows = features[trust > 0.0]
    draw = np.random.default_rng(0).integers(0, len(rows), (2, _PAIRS))
    unrelated = float(np.quantile(np.einsum("nk,nk->n", rows[draw[0]], rows[draw[1]]), 0.2))
    unrelated = min(max(unrelated, 0.0), _MOST_RELATED)
    return unrelated + agreement * (1.0 - unrelated)


# -- segments ---------------------------------------------------------------------------------------------------------


def _segments(features: Floats, trust: Floats, graph: sparse.csr_array, alike: float, job: Job) -> Ints:
    """(N,) segments: connected Gaussians that are closest to the same mode of the scene's features.

    Where views disagree, lifted features blend between objects, and links between single Gaussians would leak. So Gaussians between
    two modes are assigned to one of them. Tiny segments join the most similar segment beside them.
    """
    one, other = ends_of(graph)
    modes = _modes(features[trust > 0.0], alike + _CLOSELY * (1.0 - alike))
    nearest = np.empty(len(features), dtype=np.int32)
    for first in range(0, len(features), _CHUNK):
        nearest[first : first + _CHUNK] = (features[first : first + _CHUNK] @ modes.T).argmax(axis=1)
    same_mode = nearest[one] == nearest[other]
    linked = sparse.csr_array(
        (np.ones(int(same_mode.sum()), dtype=np.int8), (one[same_mode], other[same_mode])), shape=graph.shape
    )
    labels = np.asarray(connected_components(linked, directed=False)[1], dtype=np.int32)
    cosine = _cosines(features, one, other, job)
    free = np.bincount(labels)[labels] < _LEAST_PIECE
    for _ in range(_ROUNDS_OUTWARD):
        edges = np.flatnonzero(free[one] & ~free[other] & (cosine >= 0.5 * alike))
        if not edges.size:
            break
        order = np.lexsort((-cosine[edges] * graph.data[edges], one[edges]))
        first_edges = edges[order][np.unique(one[edges][order], return_index=True)[1]]
        labels[one[first_edges]] = labels[other[first_edges]]
        free[one[first_edges]] = False
    return renumbered(labels)


def _modes(features: Floats, close: float) -> Floats:
    """(M, K) unit rows: the modes of the features, the densest first.

    Repeatedly, the rows of a sample that are close to its densest row are averaged and removed, until few rows remain.
    """
    random = np.random.default_rng(0)
    rows = features[random.permutation(len(features))[:_SAMPLE]]
    near = (rows @ rows.T) >= close
    remaining = np.ones(len(rows), dtype=bool)
    degree = near.sum(axis=1).astype(np.int64)
    modes: list[Floats] = []
    while remaining.any() and len(modes) < _MOST_MODES:
        best = int(np.where(remaining, degree, -1).argmax())
        members = near[best] & remaining
        if modes and members.sum() < _LEAST_OF_MODE:
            break
        modes.append(_unit(rows[members].mean(axis=0, keepdims=True)))
        remaining &= ~members
        degree -= near[:, members].sum(axis=1)
    return np.concatenate(modes)


def _merged(labels: Ints, features: Floats, trust: Floats, graph: sparse.csr_array, alike: float) -> Ints:
    """Join segments that touch, the most similar first, while the cosine of their means is at least `alike`."""
    contacts = contacts_of(labels, graph)
    sums = sums_of(labels, features, trust)
    return joined(labels, sums, [set(contacts.indices[a:b].tolist()) for a, b in pairwise(contacts.indptr)], alike)


def _bridged(
    labels: Ints, gaussians: Gaussians, features: Floats, trust: Floats, alike: float, options: ClusterOptions
) -> Ints:
    """Join pieces with the same meaning across small gaps, if they lie above one another or differ in size.

    Two pieces of similar size side by side are two objects of the same kind, and are not joined. Examples of pieces above one another
    are legs under a seat and tiers of a tree. Their gap may be wider, since cameras from above do not see undersides.
    """
    count = int(labels.max()) + 1
    sizes = np.bincount(labels[labels >= 0], minlength=count)
    pieces = np.flatnonzero(sizes >= 3)
    means = gaussians.means.numpy().astype(np.float64)
    order = np.argsort(labels, kind="stable")
    points = np.split(means[order], np.cumsum(sizes)[:-1])
    low = np.array([points[k].min(axis=0) for k in pieces.tolist()]).reshape(-1, 3)
    high = np.array([points[k].max(axis=0) for k in pieces.tolist()]).reshape(-1, 3)
    size = high - low
    spacing = float(np.median(np.sort(gaussians.scales.numpy(), axis=1)[:, 1]))
    unit = _unit(sums_of(labels, features, trust).astype(np.float32))[pieces]
    close = alike + _CLOSELY * (1.0 - alike)
    near: list[set[int]] = [set() for _ in range(count)]
    for i in range(len(pieces)):
        smaller = sizes[pieces] <= sizes[pieces[i]]
        some = np.flatnonzero((unit @ unit[i] >= close) & smaller & (np.arange(len(pieces)) != i))
        apart = np.maximum(np.maximum(low[i] - high[some], low[some] - high[i]), 0.0)
        across = np.hypot(apart[:, 0], apart[:, 2])
        shared = np.minimum(high[i], high[some]) - np.maximum(low[i], low[some])
        footprint = np.maximum(np.minimum(size[i], size[some]), 1e-9)
        stacked = (shared[:, [0, 2]] >= _SHARED * footprint[:, [0, 2]]).all(axis=1)
        tall = options.gap_above * np.maximum(size[i, 1], size[some, 1])
        wide = options.gap * np.linalg.norm(size[i])
        ratio = np.sort(size[some], axis=1) / np.maximum(np.sort(size[i]), 1e-9)
        twins = ((ratio > 1.0 / _TWINS) & (ratio < _TWINS))[:, 1:].all(axis=1)
        joins = (stacked & (apart[:, 1] <= np.maximum(tall, 2.0 * spacing))) | (
            ~twins & (np.hypot(across, apart[:, 1]) <= max(wide, 2.0 * spacing))
        )
        for j in some[joins].tolist():
            near[int(pieces[i])].add(int(pieces[j]))
            near[int(pieces[j])].add(int(pieces[i]))
    return joined(labels, sums_of(labels, features, trust), near, close)


def _result(labels: Ints, features: Floats, trust: Floats, alike: float) -> Clusters:
    assigned = labels >= 0
    counts = np.bincount(labels[assigned], minlength=0).astype(np.int32)
    order = np.argsort(-counts, kind="stable")
    rank = np.empty(len(order), dtype=np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    out = np.full(len(labels), NOTHING, dtype=np.int32)
    out[assigned] = rank[labels[assigned]]
    if not len(order):
        return Clusters(out, np.zeros((0, features.shape[1]), dtype=np.float32), counts, alike)
    return Clusters(out, _unit(sums_of(out, features, trust).astype(np.float32)), counts[order], alike)
