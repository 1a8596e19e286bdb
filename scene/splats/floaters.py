"""Finds floaters: Gaussians of a trained capture that stand apart from all that was captured, or hang in free space before it.

Two criteria, each with its own evidence:

- **clusters** (:func:`cluster_floaters`) needs nothing but the Gaussians. They are linked where they nearly touch, and small groups that
  touch nothing else are floaters: DBSCAN (Ester et al., KDD 1996) with the Gaussians' own sizes for its radius, and the removal of outliers
  by their neighbours (Rusu et al., Robotics and Autonomous Systems 56, 2008). A fixed radius would call the sparse, large Gaussians of a
  background outliers, and the specks before a wall none.
- **rays** (:mod:`scenewright.scene.splats.floater_rays`) needs the cameras of the capture.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.jobs import Job
from scenewright.scene.splats.gaussians import Gaussians

__all__ = ["SHOWN", "cluster_floaters"]

BoolArray = npt.NDArray[np.bool_]
Float32 = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int64]

SHOWN = 1.0 / 255.0
"""Least opacity of a Gaussian that is drawn. A fainter one is no floater."""
_NEIGHBORS = 8
_TOUCHING = 3.0
"""Two Gaussians touch where their centres are nearer than so many of their standard deviations together."""
_SPACING = 4.0
"""Or nearer than so many times the distance at which the Gaussians there follow each other."""
_SMALL = 1e-3
"""A group with a smaller share of the Gaussians than this is no part of the capture by itself."""
_FEWEST = 4
"""A group of so many Gaussians counts as large in any file."""
_AT_A_TIME = 200_000
"""Rows between two looks at the job: a fraction of a second."""


def cluster_floaters(gaussians: Gaussians, *, job: Job | None = None) -> BoolArray:
    """(N,) which Gaussians are in small groups that touch nothing else.

    Where no group is large, as in a grid of specks, there is nothing to stand apart from, and none is.

    Raises:
        JobCancelled: the job was cancelled.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import cKDTree

    job = job or Job()
    out = np.zeros(len(gaussians), dtype=bool)
    rows = np.flatnonzero((gaussians.opacities >= SHOWN).cpu().numpy())
    if len(rows) <= _NEIGHBORS:
        return out
    at = gaussians.means.detach().cpu().double().numpy()[rows]
    size = _sizes(gaussians)[rows]
    distance, other = _neighbors(cKDTree(at), at, _NEIGHBORS, job.part(0.0, 0.7))
    # a speck far from all others may not reach for them
    spacing = np.minimum(distance[:, 0], np.median(distance[:, 0]))
    near = distance <= _reach(size, spacing, size[other], spacing[other])
    first = np.broadcast_to(np.arange(len(at))[:, None], other.shape)[near]
    links = coo_matrix((np.ones(len(first), dtype=bool), (first, other[near])), shape=(len(at), len(at)))
    count, group = connected_components(links, directed=False)
    job.tick(0.8, "grouping Gaussians")
    members = np.bincount(group, minlength=count)
    large = members >= max(_FEWEST, _SMALL * len(at))
    body, small = np.flatnonzero(large[group]), np.flatnonzero(~large[group])
    if not len(body) or not len(small):
        return out
    # the nearest neighbours of a dense group are its own: whether it touches the rest is asked of the rest
    gap, nearest = cKDTree(at[body]).query(at[small])
    beside = body[nearest]
    touching = gap <= _reach(size[small], spacing[small], size[beside], spacing[beside])
    held = np.zeros(count, dtype=bool)
    held[group[small[touching]]] = True
    out[rows[small[~held[group[small]]]]] = True
    return out


def _sizes(gaussians: Gaussians) -> Float32:
    """(N,) radius of a disc with the area of each Gaussian's largest cross-section, in standard deviations: a needle has a small one."""
    scales = gaussians.log_scales.detach().cpu().sort(dim=1).values[:, 1:].mean(dim=1).exp()
    return np.asarray(scales.numpy(), dtype=np.float32)


def _reach(size: Float32, spacing: Float32, other_size: Float32, other_spacing: Float32) -> Float32:
    """The distance up to which pairs of Gaussians belong together. The first two have one value a row, the others may have several."""
    if other_size.ndim > size.ndim:
        size, spacing = size[:, None], spacing[:, None]
    reach: Float32 = np.maximum(_TOUCHING * (size + other_size), _SPACING * np.minimum(spacing, other_spacing))
    return reach


def _neighbors(tree: object, at: npt.NDArray[np.float64], count: int, job: Job) -> tuple[Float32, Indices]:
    """(N, count) distances to the nearest others and their rows, nearest first."""
    from scenewright.scene.threads import thread_count

    distance = np.empty((len(at), count), dtype=np.float32)
    other = np.empty((len(at), count), dtype=np.int64)
    for start in range(0, len(at), _AT_A_TIME):
        job.tick(start / len(at), "looking for neighbours")
        part = slice(start, start + _AT_A_TIME)
        found = tree.query(at[part], k=count + 1, workers=thread_count(None))  # type: ignore[attr-defined]
        distance[part], other[part] = found[0][:, 1:], found[1][:, 1:]
    return distance, other
