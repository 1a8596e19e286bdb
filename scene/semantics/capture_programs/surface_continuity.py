"""Joins pieces of one surface whose features differ by mistake: where few views saw a wall, a wrong mask may call a patch "kettle".

Two neighbours continue each other if they are coplanar, face the same way and have the same colour. A small piece joins a larger one if
much of its border continues into it, whatever its feature. A rug on a floor and a poster on a wall stay separate by their colour, a
box on a table by its orientation.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy import sparse

from scenewright.scene.semantics.capture_programs.region_merging import Ints, ends_of, renumbered
from scenewright.scene.splats import Gaussians

__all__ = ["continued"]

_FACING = 0.95
"""Two normals face the same way above this cosine."""
_IN_PLANE = 0.2
"""Largest sine of the angle between a Gaussian's plane and the line to the other's centre, for coplanar ones."""
_COLOR = 0.065
"""Two sRGB colours are the same below this distance."""
_FLAT = 0.5
"""A Gaussian has no normal if its least deviation divided by its middle one exceeds this ratio."""
_SMALLER = 0.3
_LEAST = 0.35
"""Least fraction of a piece's border that continues into the larger one."""


def continued(labels: Ints, gaussians: Gaussians, graph: sparse.csr_array) -> Ints:
    """(N,) labels after small pieces were joined to the surfaces that they continue, the smallest first. Negative labels stay."""
    one, other = ends_of(graph)
    across = (labels[one] != labels[other]) & (labels[one] >= 0) & (labels[other] >= 0)
    one, other, weight = one[across], other[across], graph.data[across].astype(np.float64)
    if not one.size:
        return labels
    count = int(labels.max()) + 1
    smooth = _continue(gaussians, one, other)
    shape = (count, count)
    touching = sparse.csr_array((weight, (labels[one], labels[other])), shape=shape)
    running = sparse.csr_array((weight * smooth, (labels[one], labels[other])), shape=shape)
    border = np.asarray(touching.sum(axis=1)).reshape(-1)
    into = [
        dict(zip(running.indices[a:b].tolist(), running.data[a:b].tolist(), strict=True))
        for a, b in pairwise(running.indptr)
    ]
    sizes = np.bincount(labels[labels >= 0], minlength=count)
    root = np.arange(count)
    for k in np.argsort(sizes, kind="stable").tolist():
        shares: dict[int, float] = {}
        for j, share in into[k].items():
            top = _top(root, j)
            if top != k:
                shares[top] = shares.get(top, 0.0) + share
        if not shares:
            continue
        best = max(shares, key=lambda j: (shares[j], -j))
        if shares[best] >= _LEAST * border[k] and sizes[k] <= _SMALLER * sizes[best]:
            root[k] = best
            sizes[best] += sizes[k]
    final = np.array([_top(root, k) for k in range(count)], dtype=np.int32)
    return renumbered(np.where(labels >= 0, final[labels], labels).astype(np.int32))


def _top(root: npt.NDArray[np.int64], k: int) -> int:
    while root[k] != k:
        k = int(root[k])
    return k


def _continue(gaussians: Gaussians, one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """(E,) whether the Gaussians of a pair are coplanar, face the same way and have the same colour."""
    scales = gaussians.scales.numpy().astype(np.float64)
    order = np.argsort(scales, axis=1)
    rows = np.arange(len(scales))
    flat = scales[rows, order[:, 0]] <= _FLAT * scales[rows, order[:, 1]]
    normals = _axes(gaussians.quats.numpy().astype(np.float64))[rows, :, order[:, 0]]
    means, colors = gaussians.means.numpy().astype(np.float64), gaussians.base_colors.numpy().astype(np.float64)
    apart = means[other] - means[one]
    apart /= np.maximum(np.linalg.norm(apart, axis=1, keepdims=True), 1e-12)
    alike = np.linalg.norm(colors[other] - colors[one], axis=1) <= _COLOR
    facing = np.abs(np.einsum("ni,ni->n", normals[one], normals[other])) >= _FACING
    level = np.maximum(*(np.abs(np.einsum("ni,ni->n", normals[k], apart)) for k in (one, other))) <= _IN_PLANE
    return np.asarray(alike & facing & level & flat[one] & flat[other])


def _axes(quats: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """(N, 3, 3) rotation matrices of quaternions (N, 4), wxyz, of any length. The columns are the Gaussians' axes."""
    from scipy.spatial.transform import Rotation

    return np.asarray(Rotation.from_quat(quats[:, [1, 2, 3, 0]]).as_matrix())
