"""Match objects across the views of a capture: which views show the same place, and which objects each view shows.

A multiview scene graph (Zhang et al., "Multiview Scene Graph", NeurIPS 2024, sections 3.1 and 3.2) has places and objects as nodes. Two
views are of one place where they see much of the same. An object is one node, however many views show it. Here the segments of
views are compared by the Gaussians that they show: segments that share enough of their Gaussians' weight are one object.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.scene_graph.spatial import Bools

__all__ = ["Sightings", "ViewGraph", "adjacency_agreement", "view_graph"]

SHARED = 0.3
"""Two segments are one object if the weighted intersection over union of their Gaussians is at least this."""

SAME_PLACE = 0.25
"""Two views are of one place if the intersection over union of their objects is at least this."""


@dataclass(frozen=True, eq=False)
class Sightings:
    """What one view shows. `segment`, `gaussian`: (K,) pairs of a segment, counted from 0, and a Gaussian that it shows. `weight`: (K,) how
    much of the segment's pixels the Gaussian makes up, at least 0."""

    segment: npt.NDArray[np.int64]
    gaussian: npt.NDArray[np.int64]
    weight: FloatArray

    @property
    def segments(self) -> int:
        """The number of segments of the view."""
        return int(self.segment.max()) + 1 if self.segment.size else 0


@dataclass(frozen=True, eq=False)
class ViewGraph:
    """V views and O objects. `places`: (V, V) whether two views are of one place, false on the diagonal. `shows`: (V, O) whether a view
    shows an object. `object_of`: for each view (S,) the object that each of its segments is; -1 for segments that show no Gaussian."""

    places: Bools
    shows: Bools
    object_of: tuple[npt.NDArray[np.int64], ...]


def view_graph(views: Sequence[Sightings], *, shared: float = SHARED, same_place: float = SAME_PLACE) -> ViewGraph:
    """Join the segments of views into objects, and views into places.

    Segments of different views that share enough are joined, the best pairs first, as long as no object gets two segments of one view.
    Segments are compared by the weights of their Gaussians, as shares of their sum.

    Raises:
        ValueError: a weight is negative or not a number.
    """
    from scipy import sparse

    for which, view in enumerate(views):
        if not (np.isfinite(view.weight).all() and (view.weight >= 0.0).all()):
            raise ValueError(f"view {which}: a weight is negative or no number")
    counts = [v.segments for v in views]
    first = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    total = int(first[-1])
    if total == 0:
        return ViewGraph(
            np.zeros((len(views),) * 2, dtype=bool),
            np.zeros((len(views), 0), dtype=bool),
            tuple(np.zeros(0, np.int64) for _ in views),
        )
    rows = np.concatenate([first[k] + v.segment for k, v in enumerate(views)])
    columns = np.concatenate([v.gaussian for v in views])
    matrix = sparse.csr_matrix(
        (np.concatenate([v.weight for v in views]), (rows, columns)), shape=(total, int(columns.max()) + 1)
    )
    sums = np.asarray(matrix.sum(axis=1)).reshape(-1)
    matrix = sparse.diags(1.0 / np.maximum(sums, 1e-12)) @ matrix
    view_of = np.repeat(np.arange(len(views)), counts)
    a, b, overlap = _overlaps(matrix, view_of)
    joined = _joined(a, b, overlap, shared, view_of)
    joined[sums <= 0.0] = -1
    kept = np.unique(joined[joined >= 0])
    number = np.where(joined >= 0, np.searchsorted(kept, joined), -1)
    shows = np.zeros((len(views), len(kept)), dtype=bool)
    shows[view_of[number >= 0], number[number >= 0]] = True
    common = shows.astype(np.int64) @ shows.T
    seen = shows.sum(axis=1)
    union = seen[:, None] + seen[None, :] - common
    places = (common >= same_place * union) & (common > 0)
    np.fill_diagonal(places, False)
    return ViewGraph(places, shows, tuple(number[first[k] : first[k + 1]] for k in range(len(views))))


def _overlaps(
    matrix: object, view_of: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], FloatArray]:
    """Pairs of segments of different views, and the weighted intersection over union of their Gaussians, best first."""
    from scipy import sparse

    shares = sparse.csr_matrix(matrix)
    touching = sparse.triu((shares > 0).astype(np.int32) @ (shares > 0).astype(np.int32).T, k=1).tocoo()
    different = view_of[touching.row] != view_of[touching.col]
    a, b = touching.row[different].astype(np.int64), touching.col[different].astype(np.int64)
    common = np.zeros(len(a))
    for some in np.array_split(np.arange(len(a)), max(1, len(a) // 5000)):
        if some.size:
            common[some] = np.asarray(shares[a[some]].minimum(shares[b[some]]).sum(axis=1)).reshape(-1)
    overlap: FloatArray = common / np.maximum(2.0 - common, 1e-12)
    order = np.lexsort((b, a, -overlap))
    return a[order], b[order], overlap[order]


def _joined(
    a: npt.NDArray[np.int64],
    b: npt.NDArray[np.int64],
    overlap: FloatArray,
    shared: float,
    view_of: npt.NDArray[np.int64],
) -> npt.NDArray[np.int64]:
    """(S,) for each segment, the lowest number of a segment of its object."""
    root = np.arange(len(view_of))
    views = [{int(v)} for v in view_of]

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = int(root[i])
        return i

    for x, y, much in zip(a.tolist(), b.tolist(), overlap.tolist(), strict=True):
        if much < shared:
            break
        p, q = sorted((find(x), find(y)))
        if p != q and not views[p] & views[q]:
            root[q] = p
            views[p] |= views[q]
    return np.array([find(i) for i in range(len(root))], dtype=np.int64)


def adjacency_agreement(found: ViewGraph, truth: ViewGraph) -> dict[str, float]:
    """How well a view graph agrees with the true one, as the paper's metrics do: intersection over union of the place-place edges, and
    of the place-object edges once objects are matched one to one (Hungarian, by the segments that both put into the pair).

    Raises:
        ValueError: the two graphs have different views or segments.
    """
    from scipy.optimize import linear_sum_assignment

    if [len(o) for o in found.object_of] != [len(o) for o in truth.object_of]:
        raise ValueError("the two graphs are not of the same views and segments")
    mine = np.concatenate([np.zeros(0, np.int64), *found.object_of])
    theirs = np.concatenate([np.zeros(0, np.int64), *truth.object_of])
    both = (mine >= 0) & (theirs >= 0)
    table = np.zeros((found.shows.shape[1], truth.shows.shape[1]))
    np.add.at(table, (mine[both], theirs[both]), 1.0)
    rows, columns = linear_sum_assignment(-table)
    matched = np.zeros_like(truth.shows)
    matched[:, columns] = found.shows[:, rows]
    unmatched = np.delete(found.shows, rows, axis=1)
    common = float((matched & truth.shows).sum())
    union = float((matched | truth.shows).sum() + unmatched.sum())
    return {
        "place_place_iou": _iou(found.places, truth.places),
        "place_object_iou": common / union if union else 1.0,
    }


def _iou(a: Bools, b: Bools) -> float:
    union = int((a | b).sum())
    return float((a & b).sum()) / union if union else 1.0
