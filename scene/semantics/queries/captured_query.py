"""Queries of captured Gaussians by a language field: which of them a text means, in groups that hang together.

Relevancy, its canonical phrases and the choice of the level are LERF's (:mod:`scene.semantics.fields.relevancy`). What is above
the threshold falls into groups of near Gaussians, so that two cups are two answers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from scene.semantics.fields.field import Encodes, LanguageField
from scene.semantics.fields.relevancy import BACKGROUND, Relevancy
from scene.semantics.queries.answers import Answer, Found, checked_query
from scene.splats.cameras import Cameras
from scene.splats.gaussians import NO_ENTITY, Gaussians

__all__ = ["THRESHOLD", "CapturedAnswer", "CapturedQuery"]

THRESHOLD = 0.6
"""Relevancy from which there is an answer. Below a half all is background to LERF; of things that are not there texts of MiniLM and
fixed random vectors come up to 0.6. On weights that nobody has fitted it is a guess, and answers say that they are not calibrated."""
_OF_BEST = 0.6
"""Of the best relevancy's height over the background, so much a Gaussian must have to belong to the answer: about what LangSplat's
rescaling and its threshold of 0.4 come to."""

Rows = npt.NDArray[np.float32]

_REACH = 4.0
"""Times the usual distance between neighbours of the field: what is farther apart is another group."""
_LEAST = 0.02
"""Of the largest group: smaller ones are debris."""
_SAMPLE = 2000


@dataclass(frozen=True, eq=False)
class CapturedAnswer:
    """`answer`, and what it rests on: `relevancy` (N,) on the `level` that was chosen, and `groups`, the rows of the Gaussians of each
    result."""

    answer: Answer
    level: str
    relevancy: Rows
    groups: tuple[npt.NDArray[np.int64], ...]


class CapturedQuery:
    """Answers queries of some Gaussians."""

    def __init__(
        self, gaussians: Gaussians, field: LanguageField, encoder: Encodes, *, threads: int | None = None
    ) -> None:
        """
        Raises:
            FieldError: the field is of other Gaussians, or of another encoder.
        """
        field.check_geometry(gaussians)
        field.check_encoder(encoder.name, encoder.dimension)
        self.gaussians, self.field, self.encoder, self.threads = gaussians.detach(), field, encoder, threads
        self._means = self.gaussians.means.cpu().double().numpy()
        self._weights = (
            (self.gaussians.opacities * self.gaussians.log_scales.sum(dim=1).mul(2.0 / 3.0).exp()).cpu().numpy()
        )

    def ask(self, text: str, *, top_k: int | None = None, threshold: float = THRESHOLD) -> CapturedAnswer:
        """The groups of Gaussians that a query means, best first; none where no relevancy reaches the threshold.

        Raises:
            QueryError: see :func:`scene.semantics.queries.answers.checked_query`.
        """
        query = checked_query(text)
        asked = Relevancy.of(self.field, self.encoder, [query])
        values = asked.of_gaussians(threads=self.threads)
        level = int(asked.best_levels(values)[0])
        found: Rows = values[level, :, 0]
        name = self.field.levels[level].name
        groups = self._groups(np.flatnonzero(found >= self.least(found, threshold)))
        order = sorted(groups, key=lambda rows: -self._score(found, rows))[:top_k]
        results = tuple(self._told(number, name, found, rows) for number, rows in enumerate(order))
        why = (
            ""
            if results
            else f"no Gaussian's relevancy reaches {threshold:g}: the highest is {float(found.max(initial=0.0)):.2f}"
        )
        return CapturedAnswer(Answer(query, results, why, self.encoder.name), name, found, tuple(order))

    @staticmethod
    def least(relevancy: Rows, threshold: float) -> float:
        """The relevancy from which Gaussians, or pixels, are the answer to a query, where that of the best of them is as it is."""
        return max(threshold, BACKGROUND + _OF_BEST * (float(relevancy.max(initial=0.0)) - BACKGROUND))

    def relevancy_picture(self, text: str, level: str, camera: Cameras) -> Rows:
        """(H, W) relevancy of the features that are drawn in one view, on a level; 0 where nothing is drawn."""
        asked = Relevancy.of(self.field, self.encoder, [checked_query(text)])
        number = [one.name for one in self.field.levels].index(level)
        picture = asked.of_pixels(self.gaussians, camera, threads=self.threads)[number, 0]
        # what is not drawn agrees as little with the query as with the canonical phrases, which is exactly a half
        out: Rows = np.where(picture == np.float32(BACKGROUND), np.float32(0.0), picture)
        return out

    def _groups(self, rows: npt.NDArray[np.int64]) -> list[npt.NDArray[np.int64]]:
        if not len(rows):
            return []
        points = self._means[rows]
        near = cKDTree(points).query_pairs(self._reach(), output_type="ndarray")
        links = scipy.sparse.coo_array((np.ones(len(near)), (near[:, 0], near[:, 1])), shape=(len(rows), len(rows)))
        _, labels = connected_components(links, directed=False)
        sizes = np.bincount(labels, weights=self._weights[rows])
        return [rows[labels == k] for k in np.flatnonzero(sizes >= _LEAST * sizes.max()).tolist()]

    def _reach(self) -> float:
        """By the distances of some Gaussians of the field to their nearest neighbours."""
        some = self._means[:: max(len(self._means) // _SAMPLE, 1)]
        distances, _ = cKDTree(self._means).query(some, k=min(2, len(self._means)))
        return _REACH * float(np.median(np.atleast_2d(distances)[:, -1])) if len(self._means) > 1 else 1.0

    def _score(self, found: Rows, rows: npt.NDArray[np.int64]) -> float:
        """The mean relevancy of a group by how much of it there is to see."""
        weights = self._weights[rows]
        return float(found[rows] @ weights / max(float(weights.sum()), 1e-12))

    def _told(self, number: int, level: str, found: Rows, rows: npt.NDArray[np.int64]) -> Found:
        low, high = np.quantile(self._means[rows], (0.02, 0.98), axis=0)
        ids = self.gaussians.entity_ids[rows].cpu().numpy()
        parts = np.unique(ids[ids != NO_ENTITY])
        part = f", part {', '.join(map(str, parts[:4].tolist()))}" if len(parts) else ""
        middle, size = (low + high) / 2.0, high - low
        return Found(
            row=-1,
            path=f"{level}/{number}",
            words=f"{len(rows):,} Gaussians{part}",
            score=self._score(found, rows),
            reason="relevancy up to {:.2f}; {:.2f} x {:.2f} x {:.2f} at ({:.2f}, {:.2f}, {:.2f})".format(
                float(found[rows].max()), *size, *middle
            ),
        )
