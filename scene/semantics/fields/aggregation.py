"""Aggregates a Gaussian's features over many views, one view at a time and in bounded memory.

A view gives a Gaussian a unit vector f, the weighted mean of the features of its regions, and a weight w. W is the sum of the weights
so far. Each rule stores W and one row g of D numbers per Gaussian.

- ``mean``: the sum of w f (LUDVIG, Marrie et al., ICCV 2025; Dr. Splat, Jun-Seong et al., CVPR 2025).
- ``cosine_median``: VALA's streaming cosine median (Wang et al., 3DV 2026, arXiv 2509.05515, algorithm 1):
  g = normalise(g + (w / W)(f - (f . g) g)). Its loss, the sum of w (1 - f . g), has its minimum in the direction of the plain mean.
  So despite its name it does not limit the influence of outliers.
- ``geodesic_median``: our own rule. The loss is the sum of w angle(f, g). Its minimum is a true median: an outlier has no more influence
  than any other feature, however far away it is. Each view makes one step of the proximal point method (Bacak, Computing medians and
  means in Hadamard spaces, SIAM J. Optim. 2014, section 3): from g towards f, by the smaller of their angle and a bound that decays
  as w / W.
"""

from __future__ import annotations

import enum

import numpy as np
import numpy.typing as npt
import scipy.sparse

from scenewright.scene.splats.cpu import GEODESIC, LANES, SUM, TANGENT, move

__all__ = ["Aggregation", "FeatureRows", "unit_rows"]

Rows = npt.NDArray[np.float32]


class Aggregation(enum.StrEnum):
    """The rule for aggregating features of several views."""

    MEAN = "mean"
    COSINE_MEDIAN = "cosine_median"
    GEODESIC_MEDIAN = "geodesic_median"


_RULES = {Aggregation.MEAN: SUM, Aggregation.COSINE_MEDIAN: TANGENT, Aggregation.GEODESIC_MEDIAN: GEODESIC}


class FeatureRows:
    """The rows of N Gaussians under one rule, with a gate.

    A Gaussian that has passed the gate is updated by the rule, in the views where it passes. Before that, its row holds the plain mean of
    all views that saw it; this is dropped when it first passes. Memory: N * (4 D + 5) bytes.
    """

    def __init__(self, count: int, dimension: int, rule: Aggregation) -> None:
        self.dimension, self.rule = dimension, rule
        self.totals = np.zeros(count, dtype=np.float32)
        self.passed = np.zeros(count, dtype=np.bool_)
        # the width is a multiple of the kernels' vectors; numbers beyond the dimension stay 0
        self._width = -(-dimension // LANES) * LANES
        self._rows = np.zeros(count * self._width, dtype=np.float32)

    def add(
        self, weights: scipy.sparse.csr_array, features: Rows, passes: npt.NDArray[np.bool_], *, threads: int
    ) -> None:
        """Update the rows with one view.

        Args:
            weights: (N, M) of each Gaussian in the M regions of the view.
            features: (M, D) unit rows.
            passes: (N,) whether a Gaussian passes the gate in this view.
        """
        if weights.shape[1] == 0:
            return
        padded = np.zeros((weights.shape[1], self._width), dtype=np.float32)
        padded[:, : self.dimension] = features[: weights.shape[1]]
        seen = np.diff(weights.indptr) > 0
        through = np.flatnonzero(seen & passes)
        fixed = (weights, padded, self._rows, self.totals, threads)
        move(_RULES[self.rule], through, ~self.passed[through], *fixed)
        self.passed[through] = True
        others = np.flatnonzero(seen & ~self.passed)
        move(SUM, others, np.zeros(len(others), dtype=np.bool_), *fixed)

    def cosines(self, texts: Rows) -> Rows:
        """(N, T) cosines of the current rows with unit text vectors (T, D); 0 for Gaussians never seen."""
        rows = self._rows.reshape(len(self.totals), self._width)[:, : self.dimension]
        lengths = np.sqrt(np.einsum("nd,nd->n", rows, rows))[:, None]
        out: Rows = (rows @ texts.T) / np.maximum(lengths, np.finfo(np.float32).tiny)
        return out

    def unit(self) -> Rows:
        """(N, D) unit rows; 0 for Gaussians never seen."""
        return unit_rows(self._rows.reshape(len(self.totals), self._width)[:, : self.dimension])


def unit_rows(rows: Rows) -> Rows:
    """Normalised rows. Zero rows stay zero."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    out: Rows = rows / np.maximum(lengths, np.finfo(np.float32).tiny)
    return out
