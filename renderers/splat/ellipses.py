"""The projections of Gaussians: ellipses, each with local coordinates in which it is a unit circle."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import torch

from scenewright.scene.model import FloatArray
from scenewright.scene.splats import SPREAD, SurfaceGaussians, scales_and_quaternions
from scenewright.scene.splats.covariances import covariances

__all__ = ["Ellipses", "glasses", "neighbours"]

BoolArray = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int64]

_APART = 1e5
"""Pixels that separate glass bodies from each other in the search for neighbours."""
_NEAR = 3.0
"""A point farther behind than this, in cells, is on another surface."""


class Ellipses:
    """The projections of N Gaussians, in local coordinates of standard deviations.

    `out`: (N, 3, 2) matrices from local coordinates to world vectors in the plane of the surface; `back`: (N, 2, 3) the inverse.
    `sides`: (N, 2) sides of their cells, world units. `reach`: (N,) depth range in world units within which a point counts as the
    same surface.
    """

    def __init__(self, surface: SurfaceGaussians, eye: FloatArray) -> None:
        self.covariance = _covariances(surface)
        self.middle = surface.means
        toward = eye - surface.means
        toward /= np.maximum(np.linalg.norm(toward, axis=1), 1e-300)[:, None]
        screen = _across(toward)
        variance, axes = np.linalg.eigh(screen @ self.covariance @ np.swapaxes(screen, 1, 2))
        spread = np.sqrt(np.maximum(variance, 1e-60))
        self.back = (np.swapaxes(axes, 1, 2) @ screen) / spread[:, :, None]
        self.out = self.covariance @ np.swapaxes(self.back, 1, 2)
        self.sides = spread / SPREAD
        deep = np.abs(np.einsum("nik,ni->nk", self.out, toward)).max(axis=1) / SPREAD
        self.reach = _NEAR * (self.sides.max(axis=1) + deep)

    def take(self, rows: BoolArray | Indices) -> Ellipses:
        some = object.__new__(Ellipses)
        for name, values in vars(self).items():
            setattr(some, name, values[rows])
        return some

    def points(self, at: FloatArray) -> FloatArray:
        """(N, 3) world points of local coordinates (N, 2)."""
        return np.asarray(self.middle + np.einsum("nik,nk->ni", self.out, at))

    def moved(self, surface: SurfaceGaussians, shift: FloatArray, turned: FloatArray) -> SurfaceGaussians:
        """The Gaussians, shifted by (N, 2) and transformed by (N, 2, 2) in local coordinates."""
        m = np.eye(3) + self.out @ (turned - np.eye(2)) @ self.back
        s, q = scales_and_quaternions(torch.from_numpy(m @ self.covariance @ np.swapaxes(m, 1, 2)))
        return replace(surface, means=self.points(shift), scales=s.numpy(), quats=q.numpy())


def glasses(opacity: npt.NDArray[np.float32]) -> Indices:
    """(I,) body numbers of instances with opacities (I,): 0 for opaque ones, a unique number for each glass one."""
    return np.where(opacity < 0.999, 1 + np.arange(len(opacity)), 0)


def neighbours(at: FloatArray, glass: Indices, of: tuple[FloatArray, Indices], count: int) -> Indices:
    """(N, K) rows of the K <= `count` nearest neighbours in the picture. `at`: (N, 2) query points of the bodies `glass` (N,), see
    :func:`glasses`; `of`: points and bodies to search. Neighbours belong to the same glass body, or are both opaque."""
    from scipy.spatial import cKDTree

    def place(points: FloatArray, body: Indices) -> FloatArray:
        return np.column_stack([points, _APART * body])

    found = cKDTree(place(*of)).query(place(at, glass), k=min(count, len(of[0])))[1]
    return np.asarray(found).reshape(len(at), -1)


def _covariances(surface: SurfaceGaussians) -> FloatArray:
    scales = np.maximum(surface.scales, 1e-30)
    return np.asarray(covariances(torch.from_numpy(surface.quats), torch.from_numpy(scales)).numpy())


def _across(direction: FloatArray) -> FloatArray:
    """(N, 2, 3) two unit vectors that are orthogonal to each unit vector (N, 3) and to each other."""
    rows = np.arange(len(direction))
    helper = np.zeros_like(direction)
    helper[rows, np.abs(direction).argmin(axis=1)] = 1.0
    x = np.cross(direction, helper)
    x /= np.maximum(np.linalg.norm(x, axis=1), 1e-30)[:, None]
    return np.stack([x, np.cross(direction, x)], axis=1)
