"""Lifting: features of picture regions become features of Gaussians, without training.

Every Gaussian gets the features of the regions in which it is visible, weighted by its share of each
(:func:`scenewright.scene.splats.region_weights.region_weights`). So the D numbers of a feature are used once per region and once per
Gaussian, never once per pixel. Views are added one at a time; time per view and memory do not grow with their number. The state can be
queried between views (the setting of Online Language Splatting, Katragadda et al., ICCV 2025).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.jobs import Job
from scenewright.scene.semantics.fields.aggregation import Aggregation, FeatureRows, unit_rows
from scenewright.scene.semantics.fields.field_errors import FieldError
from scenewright.scene.splats import Cameras, Gaussians
from scenewright.scene.splats.region_weights import region_weights
from scenewright.scene.threads import thread_count

__all__ = ["Gate", "LiftedView", "Lifting", "Regions"]

Rows = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Gate:
    """The test that selects the Gaussians to update in a view. It excludes those behind the visible surface: they have small weights in
    many pixels and would get the features of what hides them.

    Source: VALA (Wang et al., 3DV 2026, section 4.1). The weight w_i of a Gaussian is the sum of its weights over the view's pixels.
    `mass`: the heaviest Gaussians pass that together have this fraction of all weight (equation 11). `floor`: least weight, in pixels
    (equation 12). `quantile`, `weight`: at most as many pass as are above this quantile of the weights or above this weight, whichever
    number is larger (equation 13).
    """

    mass: float = 0.75
    floor: float = 0.13
    quantile: float = 0.85
    weight: float = 0.15

    def __post_init__(self) -> None:
        """
        Raises:
            FieldError: a fraction is not between 0 and 1.
        """
        for name in ("mass", "quantile"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise FieldError(f"{name} of the gate is {getattr(self, name)}: it must be between 0 and 1")

    def passes(self, weights: Rows) -> npt.NDArray[np.bool_]:
        """(N,) whether Gaussians of weights (N,) pass. A weight of 0 means invisible. Ties with the last passing weight pass, too."""
        heavy = np.sort(weights[weights > 0])[::-1]
        if not len(heavy):
            return np.zeros(len(weights), dtype=np.bool_)
        sums = np.cumsum(heavy, dtype=np.float64)
        by_mass = int(np.searchsorted(sums, self.mass * sums[-1])) + 1
        over = max(round((1.0 - self.quantile) * len(heavy)), int((heavy > self.weight).sum()), 1)
        least = max(float(heavy[min(by_mass, over, len(heavy)) - 1]), self.floor)
        out: npt.NDArray[np.bool_] = weights >= np.float32(least)
        return out


@dataclass(frozen=True, eq=False)
class Regions:
    """The regions of one picture on one level. `labels`: (H, W) int32, the row of each pixel's region in `features` (M, D), negative for
    none. Only directions of features count; a region with a zero feature is ignored."""

    labels: npt.NDArray[np.int32]
    features: Rows


@dataclass(frozen=True, eq=False)
class LiftedView:
    """A picture with its camera, and its regions by level."""

    camera: Cameras
    regions: Mapping[str, Regions]


class Lifting:
    """Features of N Gaussians, aggregated from views.

    Levels are segmentations of different granularity, which are kept separate. Memory: N * (4 D + 5) bytes per level.
    """

    def __init__(
        self,
        gaussians: Gaussians,
        encoder: str,
        dimension: int,
        *,
        levels: Sequence[str] = ("object",),
        rule: Aggregation = Aggregation.GEODESIC_MEDIAN,
        gate: Gate | None = Gate(),
        threads: int | None = None,
    ) -> None:
        """
        Args:
            gaussians: the Gaussians to lift to.
            encoder: name of the encoder of the features; it is stored with them.
            dimension: D, the length of features.
            levels: names of the levels.
            rule: how to aggregate features.
            gate: None: all weights count.
            threads: of the CPU; None: :func:`scenewright.scene.threads.thread_count`.

        Raises:
            FieldError: there are no levels, two have the same name, or the dimension is not positive.
        """
        if not levels or len(set(levels)) != len(levels):
            raise FieldError(f"levels are {', '.join(levels) or 'none'}: there must be one, each of another name")
        if dimension < 1:
            raise FieldError(f"the dimension of features is {dimension}: it must be at least 1")
        self.gaussians, self.encoder, self.dimension, self.gate = gaussians.detach(), encoder, dimension, gate
        self.levels = tuple(levels)
        self.threads = thread_count(threads)
        self.views = 0
        self._rows = {name: FeatureRows(len(gaussians), dimension, rule) for name in self.levels}

    def add(self, camera: Cameras, regions: Mapping[str, Regions]) -> None:
        """Add one view.

        Args:
            camera: one view.
            regions: for some of the levels, at the size of the camera.

        Raises:
            FieldError: a level is unknown, features have another dimension or are not finite, or a label has no feature.
            SplatError: labels do not have the size of the camera's picture.
        """
        unknown = sorted(set(regions) - set(self.levels))
        if unknown:
            raise FieldError(f"there is no level {unknown[0]!r}: there are {', '.join(self.levels)}")
        names = [name for name in self.levels if name in regions]
        if not names:
            raise FieldError(f"a view brings regions of no level: give those of {', '.join(self.levels)}")
        cleaned = {name: self._checked(name, regions[name]) for name in names}
        labels = np.stack([cleaned[name].labels for name in names])
        weight_matrices = region_weights(self.gaussians, camera, labels, threads=self.threads)
        for name, weights in zip(names, weight_matrices, strict=True):
            sums = np.asarray(weights.sum(axis=1), dtype=np.float32).reshape(-1)
            passes = sums > 0 if self.gate is None else self.gate.passes(sums)
            self._rows[name].add(weights, cleaned[name].features, passes, threads=self.threads)
        self.views += 1

    def add_views(self, views: Iterable[LiftedView], *, job: Job | None = None) -> None:
        """Add several views, in their order. The job shows their number, and the progress if the total is known.

        Raises:
            JobCancelled: the job was cancelled; the views until then were added.
        """
        job = (job or Job()).part(name="the lifting")
        count = len(views) if isinstance(views, Sequence) else 0
        for number, view in enumerate(views, start=1):
            self.add(view.camera, view.regions)
            job.tick(number / count if count else 0.0, f"view {number}" + (f" of {count}" if count else ""))

    def features(self, level: str) -> Rows:
        """(N, D) unit rows of a level; 0 for Gaussians that no view has shown yet."""
        return self._of(level).unit()

    def cosines(self, level: str, texts: Rows) -> Rows:
        """(N, T) cosines of the current features with unit text vectors (T, D). This queries the state between views, uncompressed.

        Raises:
            FieldError: the texts have another dimension.
        """
        if texts.ndim != 2 or texts.shape[1] != self.dimension:
            raise FieldError(
                f"embeddings of the query are {texts.shape}: those of {self.encoder} have {self.dimension} numbers"
            )
        return self._of(level).cosines(texts)

    def weights(self, level: str) -> Rows:
        """(N,) how much of each Gaussian was seen, in pixels, as far as its weights counted."""
        return self._of(level).totals.copy()

    def passed(self, level: str) -> npt.NDArray[np.bool_]:
        """(N,) whether a Gaussian passed the gate in any view. The others have the plain mean over the views that saw them."""
        return self._of(level).passed.copy()

    def _of(self, level: str) -> FeatureRows:
        if level not in self._rows:
            raise FieldError(f"there is no level {level!r}: there are {', '.join(self.levels)}")
        return self._rows[level]

    def _checked(self, level: str, regions: Regions) -> Regions:
        features = np.asarray(regions.features, dtype=np.float32)
        if features.ndim != 2 or features.shape[1] != self.dimension:
            raise FieldError(
                f"features of level {level!r} are {features.shape}: those of {self.encoder} must be (M, {self.dimension})"
            )
        if not np.isfinite(features).all():
            bad = int((~np.isfinite(features).all(axis=1)).sum())
            raise FieldError(f"features of {bad} regions of level {level!r} are not finite: leave those regions out")
        labels = np.asarray(regions.labels)
        if not np.issubdtype(labels.dtype, np.integer):
            raise FieldError(f"labels of level {level!r} are {labels.dtype}: they must be whole numbers")
        if labels.size and int(labels.max()) >= len(features):
            raise FieldError(
                f"labels of level {level!r} go up to {int(labels.max())}, but there are features of {len(features)} regions"
            )
        silent = np.linalg.norm(features, axis=1) == 0
        labels = labels.astype(np.int32, copy=False)
        if silent.any():
            labels = np.where((labels >= 0) & ~silent[np.maximum(labels, 0)], labels, np.int32(-1))
        return Regions(labels, unit_rows(features))
