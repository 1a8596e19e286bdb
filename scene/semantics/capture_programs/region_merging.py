"""Joins segments of a graph: by the similarity of their mean features, and debris by contact."""

from __future__ import annotations

import heapq
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy import sparse

__all__ = ["NOTHING", "cleared", "contacts_of", "ends_of", "joined", "renumbered", "sums_of"]

NOTHING = -1
"""Label of a Gaussian that belongs to no entity."""

_EVIDENCE = 12.0
"""In the test for debris, a Gaussian that was seen as much as the mean counts as this many."""

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]


def ends_of(graph: sparse.csr_array) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    return np.repeat(np.arange(graph.shape[0]), np.diff(graph.indptr)), graph.indices.astype(np.int64)


def contacts_of(labels: Ints, graph: sparse.csr_array) -> sparse.csr_array:
    """(K, K) contact of segments: the sums of overlaps between their Gaussians."""
    one, other = ends_of(graph)
    across = labels[one] != labels[other]
    count = int(labels.max()) + 1
    return sparse.csr_array(
        (graph.data[across].astype(np.float64), (labels[one[across]], labels[other[across]])), shape=(count, count)
    )


def sums_of(labels: Ints, features: Floats, trust: Floats) -> npt.NDArray[np.float64]:
    """(K, D) sums of the features of each segment, weighted by `trust`."""
    count = int(labels.max()) + 1
    assigned = np.flatnonzero(labels >= 0)
    which = sparse.csr_array(
        (np.maximum(trust[assigned], 1e-3), (labels[assigned], assigned)), shape=(count, len(labels)), dtype=np.float64
    )
    return np.asarray(which @ features.astype(np.float64))


def joined(labels: Ints, sums: npt.NDArray[np.float64], near: list[set[int]], alike: float) -> Ints:
    """Merge segments greedily, the most similar neighbours first. `near`: the neighbours of each segment; it is modified."""
    length = np.maximum(np.linalg.norm(sums, axis=1), 1e-12)
    root = np.arange(len(sums))
    version = np.zeros(len(sums), dtype=np.int64)
    heap: list[tuple[float, int, int, int, int]] = []

    def offer(i: int, others: set[int]) -> None:
        listed = np.fromiter(others, dtype=np.int64, count=len(others))
        cosine = (sums[listed] @ sums[i]) / (length[listed] * length[i])
        for j, c in zip(listed[cosine >= alike].tolist(), cosine[cosine >= alike].tolist(), strict=True):
            heapq.heappush(heap, (-c, i, j, int(version[i]), int(version[j])))

    for i, others in enumerate(near):
        offer(i, {j for j in others if j > i})
    while heap:
        _, i, j, vi, vj = heapq.heappop(heap)
        if version[i] != vi or version[j] != vj:
            continue
        keep, gone = (i, j) if len(near[i]) >= len(near[j]) else (j, i)
        root[gone] = keep
        sums[keep] += sums[gone]
        length[keep] = max(float(np.linalg.norm(sums[keep])), 1e-12)
        version[gone] = -1
        version[keep] += 1
        for other in near[gone]:
            near[other].discard(gone)
            if other != keep:
                near[other].add(keep)
                near[keep].add(other)
        near[gone] = set()
        near[keep].discard(keep)
        offer(keep, near[keep])
    while (root[root] != root).any():
        root = root[root]
    return renumbered(root[labels].astype(np.int32))


def renumbered(labels: Ints) -> Ints:
    """Labels renumbered to 0, 1, 2 ... without gaps. Negative ones stay."""
    assigned = labels >= 0
    out = labels.copy()
    out[assigned] = np.unique(labels[assigned], return_inverse=True)[1]
    return out


def cleared(labels: Ints, trust: Floats, graph: sparse.csr_array, least: int) -> Ints:
    """Join debris to the segment that it touches most, the smallest first. Debris without contact becomes NOTHING.

    Debris has fewer than `least` Gaussians, or was hardly seen: less than a twelfth of `least` in `trust` (N,), which is 1 for a
    Gaussian that was seen as much as the mean.
    """
    contacts = contacts_of(labels, graph)
    near: list[dict[int, float]] = [
        dict(zip(contacts.indices[a:b].tolist(), contacts.data[a:b].tolist(), strict=True))
        for a, b in pairwise(contacts.indptr)
    ]
    evidence = np.bincount(labels, weights=trust, minlength=len(near))
    sizes = np.minimum(np.bincount(labels, minlength=len(near)), np.ceil(_EVIDENCE * evidence)).astype(np.int64)
    root = np.arange(len(near))
    heap = [(int(n), k) for k, n in enumerate(sizes.tolist()) if 0 < n < least]
    heapq.heapify(heap)
    while heap:
        n, k = heapq.heappop(heap)
        if root[k] != k or sizes[k] != n or n >= least:
            continue
        if not near[k]:
            root[k] = NOTHING
            continue
        into = max(near[k], key=lambda j: (near[k][j], -j))
        root[k] = into
        sizes[into] += n
        for other, touch in near[k].items():
            near[other].pop(k, None)
            if other != into:
                near[other][into] = near[into][other] = near[into].get(other, 0.0) + touch
        near[k] = {}
        if sizes[into] < least:
            heapq.heappush(heap, (int(sizes[into]), into))
    return renumbered(_followed(root)[labels].astype(np.int32))


def _followed(root: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The final segment of every segment, after following all joins."""
    while True:
        assigned = root >= 0
        after = root.copy()
        after[assigned] = root[root[assigned]]
        if (after == root).all():
            return root
        root = after
