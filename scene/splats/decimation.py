"""Reduces the number of Gaussians with little visible change, by merging near and similar ones in pairs.

A pair becomes the Gaussian of the same mass, mean and covariance. Its cost is Runnalls' bound on the change of the mixture
(Kullback-Leibler discrimination of mixtures, IEEE Transactions on Aerospace and Electronic Systems 43, 2007) plus a cost for the
colour difference. The mass is opacity times the mean cross-section along the axes. Each round merges the pairs whose members are
each other's cheapest partner among their nearest neighbours, the cheapest first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch

from scenewright.scene.errors import SplatError
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray
from scenewright.scene.splats.covariances import covariances, scales_and_quaternions
from scenewright.scene.splats.gaussians import Gaussians

__all__ = ["decimated"]

_NEIGHBORS = 8
_LEAST_SHOWN = 1.0 / 255.0
_THICKNESS = 0.1
"""Thickness added to each Gaussian when pairs are compared, as a fraction of its size, because flat ones have no volume."""
_COLOR = 4.0
"""Cost of a colour difference of 1, relative to a displacement by the Gaussian's own size."""
_HIGHEST = 1.0 - 1e-6
_AT_A_TIME = 200_000
"""Rows between two looks at the job: a fraction of a second."""


@dataclass(eq=False)
class _Mixture:
    """N Gaussians as float64 columns, but `colors` (N, F) in float32, which are most of the memory: spherical harmonics, then features; the
    first three are the constant part."""

    means: FloatArray
    covariance: FloatArray
    opacity: FloatArray
    mass: FloatArray
    spread: FloatArray
    colors: npt.NDArray[np.float32]
    ids: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.means)

    def rows(self, selection: npt.NDArray[np.bool_] | npt.NDArray[np.int64]) -> _Mixture:
        return _Mixture(*(getattr(self, name)[selection] for name in self.__dataclass_fields__))


def decimated(gaussians: Gaussians, count: int, *, job: Job | None = None) -> Gaussians:
    """Reduce Gaussians to at most `count`, in no particular order.

    Those too faint to be drawn are removed first. The others are merged within their entity. If an entity has no more pairs to
    merge, the Gaussians of the least mass are removed.

    Raises:
        SplatError: `count` is less than 1.
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    if count < 1:
        raise SplatError(f"{count} Gaussians are too few to keep anything")
    if len(gaussians) <= count:
        return gaussians
    shown = gaussians.opacities >= _LEAST_SHOWN
    visible = gaussians if bool(shown.all()) else gaussians.select(shown)
    if len(visible) <= count:
        return visible
    mixture = _of(visible)
    begun = len(mixture)
    while len(mixture) > count:
        job.tick((begun - len(mixture)) / (begun - count), f"merging {len(mixture):,} Gaussians")
        first, second = _pairs(mixture, len(mixture) - count, job)
        if not len(first):
            mixture = mixture.rows(np.argsort(-mixture.mass, kind="stable")[:count])
            break
        kept = np.ones(len(mixture), dtype=bool)
        kept[first] = kept[second] = False
        merged = _merged(mixture.rows(first), mixture.rows(second))
        unmerged = mixture.rows(kept)
        mixture = _Mixture(
            *(np.concatenate([getattr(unmerged, n), getattr(merged, n)]) for n in mixture.__dataclass_fields__)
        )
    return _gaussians(mixture, visible)


def _of(gaussians: Gaussians) -> _Mixture:
    g = gaussians.detach().to("cpu")
    scales = g.scales.double()
    covariance = covariances(g.quats.double(), scales).numpy()
    opacity = g.opacities.double().numpy()
    colors = g.sh.reshape(len(g), -1)
    if g.features is not None:
        colors = torch.cat([colors, g.features], dim=1)
    return _Mixture(
        g.means.double().numpy(),
        covariance,
        opacity,
        opacity * _areas(scales.numpy()),
        _spreads(covariance),
        colors.float().numpy(),
        g.entity_ids.numpy(),
    )


def _areas(scales: FloatArray) -> FloatArray:
    """(N,) mean of the cross-sections along the three axes, for standard deviations (N, 3)."""
    a, b, c = scales.T
    return np.asarray((a * b + b * c + a * c) / 3.0 + 1e-30)


def _spreads(covariance: FloatArray) -> FloatArray:
    """(N,) logarithms of the determinants of thickened covariances (N, 3, 3)."""
    (xx, xy, xz), (_, yy, yz), (_, _, zz) = np.moveaxis(covariance, 0, -1)
    more = _THICKNESS**2 * (xx + yy + zz) + 1e-24
    xx, yy, zz = xx + more, yy + more, zz + more
    determinant = xx * (yy * zz - yz * yz) - xy * (xy * zz - yz * xz) + xz * (xy * yz - yy * xz)
    return np.asarray(np.log(np.maximum(determinant, 1e-72)))


def _pairs(mixture: _Mixture, most: int, job: Job) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The rows of at most `most` disjoint pairs to merge."""
    from scipy.spatial import cKDTree

    neighbors = min(_NEIGHBORS + 1, len(mixture))
    tree = cKDTree(mixture.means)
    codes = []
    for begin in range(0, len(mixture), _AT_A_TIME):
        job.check()
        some = mixture.means[begin : begin + _AT_A_TIME]
        second = tree.query(some, k=neighbors)[1].reshape(-1, neighbors)[:, 1:].reshape(-1)
        first = np.repeat(np.arange(begin, begin + len(some)), neighbors - 1)
        # list each pair once; a row at the same position as others may not be its own first neighbour
        low, high = np.minimum(first, second), np.maximum(first, second)
        mergeable = (low != high) & (mixture.ids[low] == mixture.ids[high])
        codes.append(np.unique(low[mergeable] * np.int64(len(mixture)) + high[mergeable]))
    del tree
    low, high = np.divmod(np.unique(np.concatenate(codes)), len(mixture))
    del codes
    if not len(low):
        return low, high
    cost = np.concatenate([_costs(mixture, *some) for some in _parts(low, high, job)])
    order = np.argsort(cost, kind="stable")
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    best = np.full(len(mixture), len(order))
    np.minimum.at(best, low, place)
    np.minimum.at(best, high, place)
    mutual = np.flatnonzero((best[low] == place) & (best[high] == place))
    chosen = mutual[np.argsort(place[mutual])][:most]
    return low[chosen], high[chosen]


def _parts(
    low: npt.NDArray[np.int64], high: npt.NDArray[np.int64], job: Job
) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    for begin in range(0, len(low), _AT_A_TIME):
        job.check()
        yield low[begin : begin + _AT_A_TIME], high[begin : begin + _AT_A_TIME]


def _costs(mixture: _Mixture, low: npt.NDArray[np.int64], high: npt.NDArray[np.int64]) -> FloatArray:
    m, n = mixture.mass[low], mixture.mass[high]
    apart = mixture.means[low] - mixture.means[high]
    spread = _spreads(_joint(m / (m + n), mixture.covariance[low], mixture.covariance[high], apart))
    moved = 0.5 * ((m + n) * spread - m * mixture.spread[low] - n * mixture.spread[high])
    constant = mixture.colors[:, :3].astype(np.float64)
    tint = ((constant[low] - constant[high]) ** 2).sum(axis=1) * 0.28209479177387814**2
    return np.asarray(np.maximum(moved, 0.0) + _COLOR * m * n / (m + n) * tint)


def _joint(share: FloatArray, one: FloatArray, other: FloatArray, apart: FloatArray) -> FloatArray:
    """(N, 3, 3) covariances of mixtures of two. `share`: (N,) weight of the first. `apart`: (N, 3) difference of the means."""
    w = share[:, None, None]
    return np.asarray(w * one + (1.0 - w) * other + w * (1.0 - w) * apart[:, :, None] * apart[:, None, :])


def _merged(a: _Mixture, b: _Mixture) -> _Mixture:
    """The merged Gaussian of each pair."""
    mass = a.mass + b.mass
    share = (a.mass / mass)[:, None]
    apart = a.means - b.means
    covariance = _joint(share[:, 0], a.covariance, b.covariance, apart)
    area = _areas(np.sqrt(np.maximum(np.linalg.eigvalsh(covariance), 0.0)))
    # the opacity follows from the mass, but is at most that of one Gaussian behind the other
    opacity = np.minimum(mass / area, 1.0 - (1.0 - a.opacity) * (1.0 - b.opacity))
    return _Mixture(
        share * a.means + (1.0 - share) * b.means,
        covariance,
        opacity,
        opacity * area,
        _spreads(covariance),
        _mixed(share.astype(np.float32), a.colors, b.colors),
        a.ids,
    )


def _mixed(
    share: npt.NDArray[np.float32], one: npt.NDArray[np.float32], other: npt.NDArray[np.float32]
) -> npt.NDArray[np.float32]:
    out = one - other
    out *= share
    out += other
    return out


def _gaussians(mixture: _Mixture, like: Gaussians) -> Gaussians:
    scales, quats = scales_and_quaternions(torch.from_numpy(mixture.covariance))
    opacity = np.clip(mixture.opacity, 1.0 - _HIGHEST, _HIGHEST)
    width = like.sh.shape[1] * 3
    colors = torch.from_numpy(mixture.colors)

    def like_input(values: torch.Tensor) -> torch.Tensor:
        return values.to(like.means)

    return replace(
        like,
        means=like_input(torch.from_numpy(mixture.means)),
        quats=like_input(quats),
        log_scales=like_input(scales.log()),
        logit_opacities=like_input(torch.from_numpy(np.log(opacity / (1.0 - opacity)))),
        sh=like_input(colors[:, :width].reshape(len(mixture), -1, 3)),
        entity_ids=torch.from_numpy(mixture.ids).to(like.entity_ids),
        features=None if like.features is None else like_input(colors[:, width:]),
    )
