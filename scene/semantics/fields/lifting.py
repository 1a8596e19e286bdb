"""Lifting: features of the regions of pictures become features of Gaussians, without training.

Every Gaussian gets the features of the regions that it is seen in, weighted by how much of each it makes up
(:func:`scenewright.scene.splats.region_weights.region_weights`): D numbers are touched once a region and once a Gaussian, never
once a pixel. Views are taken one at a time, in time and memory that do not grow with their number, and the state can be asked
between any two of them (the setting of Online Language Splatting, Katragadda et al., ICCV 2025).
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
    """Who counts in a view: not those that stand behind what is seen, which have small weights in many pixels and would learn what hides
    them. VALA (Wang et al., 3DV 2026, section 4.1), w_i being the sum of a Gaussian's weights over the pixels of the view.

    `mass`: the heaviest count that together hold this share of all weight (equation 11). `floor`: and have at least this
    weight, in pixels (equation 12). `quantile`, `weight`: and no more of them than there are over this quantile of the
    weights, or over this weight, whichever are more (equation 13).
    """

    mass: float = 0.75
    floor: float = 0.13
    quantile: float = 0.85
    weight: float = 0.15

    def __post_init__(self) -> None:
        """
        Raises:
            FieldError: a share that is none.
        """
        for name in ("mass", "quantile"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise FieldError(f"{name} of the gate is {getattr(self, name)}: it must be between 0 and 1")

    def passes(self, weights: Rows) -> npt.NDArray[np.bool_]:
        """(N,) of weights (N,), in which 0 is not to be seen at all. Who weighs the same as the last that passes does, too."""
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
    """The regions of one picture on one level. `labels`: (H, W) int32, the row of each pixel's region in `features` (M, D); negative
    where a pixel belongs to none. Features count by their direction; a region whose feature is 0 says nothing."""

    labels: npt.NDArray[np.int32]
    features: Rows


@dataclass(frozen=True, eq=False)
class LiftedView:
    """A picture of known camera: what it shows, by level."""

    camera: Cameras
    regions: Mapping[str, Regions]


class Lifting:
    """Features of N Gaussians, gathered from views.

    Levels are divisions of a picture, coarse or fine, which are kept apart. Memory: N * (4 D + 5) bytes a level.
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
            encoder: name of what makes the features, which stays with them.
            gate: None: all weights count.

        Raises:
            FieldError: no levels, two of one name, or no dimension.
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
        """Takes one view in.

        Args:
            camera: one.
            regions: of some of the levels, at the size of the camera.

        Raises:
            FieldError: an unknown level, features of another dimension or that are not finite, labels without a feature.
            SplatError: labels of another size than the camera's picture.
        """
        unknown = sorted(set(regions) - set(self.levels))
        if unknown:
            raise FieldError(f"there is no level {unknown[0]!r}: there are {', '.join(self.levels)}")
        names = [name for name in self.levels if name in regions]
        if not names:
            raise FieldError(f"a view brings regions of no level: give those of {', '.join(self.levels)}")
        cleaned = {name: self._checked(name, regions[name]) for name in names}
        labels = np.stack([cleaned[name].labels for name in names])
        found = region_weights(self.gaussians, camera, labels, threads=self.threads)
        for name, weights in zip(names, found, strict=True):
            sums = np.asarray(weights.sum(axis=1), dtype=np.float32).reshape(-1)
            passes = sums > 0 if self.gate is None else self.gate.passes(sums)
            self._rows[name].add(weights, cleaned[name].features, passes, threads=self.threads)
        self.views += 1

    def add_views(self, views: Iterable[LiftedView], *, job: Job | None = None) -> None:
        """Takes several in, in their order; the job is told how many there were, and the share where the number is known.

        Raises:
            JobCancelled: the job was cancelled; the views until then are in.
        """
        job = (job or Job()).part(name="the lifting")
        count = len(views) if isinstance(views, Sequence) else 0
        for number, view in enumerate(views, start=1):
            self.add(view.camera, view.regions)
            job.tick(number / count if count else 0.0, f"view {number}" + (f" of {count}" if count else ""))

    def features(self, level: str) -> Rows:
        """(N, D) rows of length 1 of a level; 0 for a Gaussian that no view has shown yet."""
        return self._of(level).unit()

    def cosines(self, level: str, texts: Rows) -> Rows:
        """(N, T) of what is known so far with texts (T, D) of length 1: a query between two views, without compressing anything.

        Raises:
            FieldError: texts of another dimension.
        """
        if texts.ndim != 2 or texts.shape[1] != self.dimension:
            raise FieldError(
                f"embeddings of the query are {texts.shape}: those of {self.encoder} have {self.dimension} numbers"
            )
        return self._of(level).cosines(texts)

    def weights(self, level: str) -> Rows:
        """(N,) how much each was seen, in pixels, as far as it counted."""
        return self._of(level).totals.copy()

    def passed(self, level: str) -> npt.NDArray[np.bool_]:
        """(N,) who passed the gate in some view; the others have the plain mean of what they were seen in."""
        return self._of(level).passed.copy()

    def _of(self, level: str) -> FeatureRows:
        if level not in self._rows:
            raise FieldError(f"there is no level {level!r}: there are {', '.join(self.levels)}")
        return self._rows[level]

    def _checked(self, level: str, given: Regions) -> Regions:
        features = np.asarray(given.features, dtype=np.float32)
        if features.ndim != 2 or features.shape[1] != self.dimension:
            raise FieldError(
                f"features of level {level!r} are {features.shape}: those of {self.encoder} must be (M, {self.dimension})"
            )
        if not np.isfinite(features).all():
            bad = int((~np.isfinite(features).all(axis=1)).sum())
            raise FieldError(f"features of {bad} regions of level {level!r} are not finite: leave those regions out")
        labels = np.asarray(given.labels)
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
