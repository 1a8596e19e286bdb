"""How the features that a Gaussian was given in many views become one: as views come, in bounded memory.

A view gives Gaussian i the direction f, the mean of the features of its regions by weight, and the weight w, of which W is the sum
so far. Each rule keeps W and one row of D numbers a Gaussian.

- ``mean``: the sum of w f (LUDVIG, Marrie et al., ICCV 2025; Dr. Splat, Jun-Seong et al., CVPR 2025).
- ``cosine_median``: VALA's streaming cosine median (Wang et al., 3DV 2026, arXiv 2509.05515, algorithm 1):
  g = normalise(g + (w / W)(f - (f . g) g)). The loss that it descends, the sum of w (1 - f . g), has the direction of the plain
  mean for its least: what is called a median there bounds nobody's influence.
- ``geodesic_median``: ours. The loss is the sum of w angle(f, g), of which the least is a median indeed: an outlier pulls as hard
  as any other, however far away it is. One view is one step of the proximal point method for it (Bacak, Computing medians
  and means in Hadamard spaces, SIAM J. Optim. 2014, section 3): from g towards f by the lesser of their angle and a
  bound that decays as w / W.
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
    """How features of several views become one."""

    MEAN = "mean"
    COSINE_MEDIAN = "cosine_median"
    GEODESIC_MEDIAN = "geodesic_median"


_RULES = {Aggregation.MEAN: SUM, Aggregation.COSINE_MEDIAN: TANGENT, Aggregation.GEODESIC_MEDIAN: GEODESIC}


class FeatureRows:
    """The rows of N Gaussians under one rule, with those that passed a gate apart from those that never did.

    Who has passed is moved by the views in which it passes, and by the rule. Who has not keeps the plain mean of all that it was seen in,
    in the same row: at its first passing that is dropped. Memory: N * (4 D + 5) bytes.
    """

    def __init__(self, count: int, dimension: int, rule: Aggregation) -> None:
        self.dimension, self.rule = dimension, rule
        self.totals = np.zeros(count, dtype=np.float32)
        self.passed = np.zeros(count, dtype=np.bool_)
        # whole vectors of the kernels; what is beyond the dimension stays 0
        self._width = -(-dimension // LANES) * LANES
        self._rows = np.zeros(count * self._width, dtype=np.float32)

    def add(
        self, weights: scipy.sparse.csr_array, features: Rows, passes: npt.NDArray[np.bool_], *, threads: int
    ) -> None:
        """Takes one view in.

        Args:
            weights: (N, M) of each Gaussian in the M regions of the view.
            features: (M, D) rows of length 1.
            passes: (N,) which Gaussians pass the gate in this view.
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
        """(N, T) of the rows as they are now with texts (T, D) of length 1; 0 for who was never seen."""
        rows = self._rows.reshape(len(self.totals), self._width)[:, : self.dimension]
        lengths = np.sqrt(np.einsum("nd,nd->n", rows, rows))[:, None]
        out: Rows = (rows @ texts.T) / np.maximum(lengths, np.finfo(np.float32).tiny)
        return out

    def unit(self) -> Rows:
        """(N, D) rows of length 1; 0 for who was never seen."""
        return unit_rows(self._rows.reshape(len(self.totals), self._width)[:, : self.dimension])


def unit_rows(rows: Rows) -> Rows:
    """Rows of length 1; those of length 0 stay so."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    out: Rows = rows / np.maximum(lengths, np.finfo(np.float32).tiny)
    return out
