"""Group the Gaussians that a text means into things, so that two cups are two answers.

Gaussians whose extents meet are linked (:func:`scenewright.scene.semantics.capture_programs.clustering.neighbour_graph`), and linked
Gaussians form a piece. Pieces above one another are one thing (the pot and the crown of a plant, the base and the seat of a chair, with
nothing captured in between), and so is a small piece close beside a larger one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse
import torch
from scipy.sparse.csgraph import connected_components

from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.capture_programs import UprightBox, neighbour_graph, upright_box
from scenewright.scene.splats import Gaussians

__all__ = ["CapturedThing", "ThingFinder"]

Ints = npt.NDArray[np.int64]
Rows = npt.NDArray[np.float32]

_NEIGHBOURS = 14
_REACH = 2.0
"""Two Gaussians meet if they are at most so many standard deviations apart."""
_LEAST_PIECE = 4
"""Least number of Gaussians of a piece."""
_LEAST = 0.05
"""Least share of the largest thing's surface, and of the largest number of Gaussians, that a thing has. Less is debris."""
_LEAST_COUNT = 8
_SHARED = 0.5
"""Least share of the smaller footprint that two pieces of one thing, one above the other, have in common."""
_GAP_ABOVE = 0.35
"""Greatest gap between them, as a share of their total height."""
_SMALL = 0.35
"""Greatest surface of a piece that joins one beside it, as a share of the larger one's."""
_GAP_BESIDE = 0.06
"""Greatest gap between the two, as a share of the larger piece's diagonal."""
_TWINS = 1.5
"""Two pieces above one another whose heights differ by less than this factor may be two alike things: pictures on a wall."""
_TRIMMED, _AROUND = 0.05, 0.5
"""A thing's box holds the middle nine tenths of its Gaussians, and at most half of their span beyond on each side."""
_GAP_TWINS = 0.06
"""Greatest gap between two such pieces, as a share of their total height."""


@dataclass(frozen=True, eq=False)
class CapturedThing:
    """One thing that a text means. `rows`: (M,) of its Gaussians. `score`: their mean relevancy, weighted by visible surface. `highest`:
    their highest relevancy. `box`: upright, +y up, in the world and the units of the Gaussians."""

    rows: Ints
    score: float
    highest: float
    box: UprightBox

    @property
    def middle(self) -> FloatArray:
        """(3,) the middle of its box."""
        return np.asarray(self.box.foot + np.array([0.0, self.box.size[1] / 2.0, 0.0]))


class ThingFinder:
    """Finds things among N Gaussians, y up."""

    def __init__(self, gaussians: Gaussians) -> None:
        self.gaussians = gaussians
        self.points: FloatArray = gaussians.means.cpu().double().numpy()
        scales = np.sort(gaussians.scales.cpu().double().numpy(), axis=1)
        self.reach: FloatArray = scales[:, 1]
        self.surface: FloatArray = gaussians.opacities.cpu().double().numpy() * scales[:, 1] * scales[:, 2]
        """(N,) visible surface of each Gaussian: opacity times the area of its two longest axes."""

    def things(self, relevancy: Rows, least: float, *, job: Job | None = None) -> list[CapturedThing]:
        """Group the Gaussians with a relevancy (N,) of at least `least` into things, best first.

        Raises:
            JobCancelled: the job was cancelled.
        """
        job = job or Job()
        job.check()
        found = []
        for rows in self.groups(np.flatnonzero(relevancy >= least), job=job):
            job.check()
            found.append(self._thing(relevancy, rows, job))
        return sorted(found, key=lambda thing: -thing.score)

    def groups(self, rows: Ints, *, job: Job | None = None) -> list[Ints]:
        """Group Gaussians into things, each as the numbers of its Gaussians. Debris is left out.

        Raises:
            JobCancelled: the job was cancelled.
        """
        job = job or Job()
        if not len(rows):
            return []
        graph = neighbour_graph(
            self.gaussians.select(torch.from_numpy(rows)), neighbours=_NEIGHBOURS, reach=_REACH, job=job
        )
        _, labels = connected_components(graph, directed=False)
        order = np.argsort(labels, kind="stable")
        pieces = np.split(rows[order], np.cumsum(np.bincount(labels))[:-1])
        pieces = [piece for piece in pieces if len(piece) >= _LEAST_PIECE] or [max(pieces, key=len)]
        made = self._joined(pieces)
        size = np.array([self.surface[piece].sum() for piece in made])
        count = np.array([len(piece) for piece in made])
        least = max(_LEAST * int(count.max()), min(_LEAST_COUNT, int(count.max())))
        kept = (size >= _LEAST * size.max()) & (count >= least)
        return [made[k] for k in np.flatnonzero(kept).tolist()]

    def _joined(self, pieces: Sequence[Ints]) -> list[Ints]:
        """Join the pieces that belong to one thing."""
        ends = np.array([np.quantile(self.points[piece], (0.02, 0.98), axis=0) for piece in pieces])
        low, high = ends[:, 0], ends[:, 1]
        size = high - low
        surface = np.array([self.surface[piece].sum() for piece in pieces])
        pairs: list[tuple[int, int]] = []
        for i in range(len(pieces) - 1):
            others = np.arange(i + 1, len(pieces))
            shared = np.minimum(high[i], high[others]) - np.maximum(low[i], low[others])
            footprint = np.maximum(np.minimum(size[i], size[others]), 1e-9)
            apart = np.maximum(-shared, 0.0)
            above = (shared[:, [0, 2]] >= _SHARED * footprint[:, [0, 2]]).all(axis=1)
            whole = np.maximum(high[i, 1], high[others, 1]) - np.minimum(low[i, 1], low[others, 1])
            tall = np.maximum(size[i, 1], size[others, 1]) / np.maximum(np.minimum(size[i, 1], size[others, 1]), 1e-9)
            alike = (tall < _TWINS) & (
                np.minimum(surface[i], surface[others]) > _SMALL * np.maximum(surface[i], surface[others])
            )
            above &= apart[:, 1] <= np.where(alike, _GAP_TWINS, _GAP_ABOVE) * whole
            larger = np.where(
                surface[others] > surface[i], np.linalg.norm(size[others], axis=1), np.linalg.norm(size[i])
            )
            small = np.minimum(surface[i], surface[others]) <= _SMALL * np.maximum(surface[i], surface[others])
            beside = small & (np.linalg.norm(apart, axis=1) <= _GAP_BESIDE * larger)
            pairs += [(i, int(j)) for j in others[above | beside]]
        if not pairs:
            return list(pieces)
        one, other = np.array(pairs).T
        links = scipy.sparse.coo_array((np.ones(len(one)), (one, other)), shape=(len(pieces), len(pieces)))
        _, labels = connected_components(links, directed=False)
        return [np.concatenate([pieces[k] for k in np.flatnonzero(labels == n)]) for n in range(int(labels.max()) + 1)]

    def _thing(self, relevancy: Rows, rows: Ints, job: Job) -> CapturedThing:
        weights = np.maximum(self.surface[rows], 1e-30)
        # training leaves some Gaussians of a thing far behind it
        low, high = np.quantile(self.points[rows], (_TRIMMED, 1.0 - _TRIMMED), axis=0)
        reach = _AROUND * (high - low) + 2.0 * np.median(self.reach[rows])
        near = rows[((self.points[rows] >= low - reach) & (self.points[rows] <= high + reach)).all(axis=1)]
        return CapturedThing(
            rows=np.sort(rows),
            score=float(np.average(relevancy[rows], weights=weights)),
            highest=float(relevancy[rows].max()),
            box=upright_box(self.points[near], self.reach[near], np.maximum(self.surface[near], 1e-30), job=job),
        )
