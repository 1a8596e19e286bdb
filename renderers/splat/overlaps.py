"""The density of glass Gaussians, which corrects their opacity.

Overlapping Gaussians do not matter on an opaque surface, but make a spot on glass. On curved bodies split, merged and shrunk Gaussians
are not in even rows, so the contributions of neighbours over the cell of each Gaussian are summed.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import Pinhole
from scenewright.renderers.rays import RayScene
from scenewright.renderers.splat.ellipses import Ellipses, glasses, neighbours
from scenewright.scene.model import FloatArray
from scenewright.scene.splats import SPREAD, SurfaceGaussians

__all__ = ["overlaps"]

Indices = npt.NDArray[np.int64]

_NEIGHBOURS = 48
_EVEN = 2.0 * np.pi * SPREAD**2
"""Sum of the kernels of an even square grid at a point."""
_CELL = np.array([(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]) * (0.29 / SPREAD)
"""Four sample points of a cell, in standard deviations from its centre."""
_FACING = 0.3
"""Least cosine between normals on one side of a body."""
_ASIDE = 0.2
"""Least offset of the neighbours' centroid, in standard deviations, at the end of a surface."""
_ROUNDS = 20
_RANGE = (0.3, 6.0)


def overlaps(surface: SurfaceGaussians, rays: RayScene, pinhole: Pinhole) -> FloatArray:
    """(N,) overlap of each glass Gaussian with its neighbours, relative to that of an even square grid; 1 for opaque ones."""
    overlap = np.ones(len(surface))
    glass = glasses(rays.opacity)[surface.instance]
    rows = np.flatnonzero(glass)
    if rows.size == 0:
        return overlap
    some = surface.take(rows)
    near, same = _neighbours(some, glass[rows], pinhole)
    rays.job.check()
    kernels = _kernels(some, near, same, pinhole)
    rays.job.check()
    ends = _ends(some, near, kernels, pinhole)
    total = kernels.sum(axis=1)
    # the outermost row has fewer neighbours, as in an even grid
    target = np.where(ends, np.minimum(total, _EVEN), _EVEN)
    share = np.ones(len(some))
    for _ in range(_ROUNDS):
        rays.job.check()
        share *= target / (kernels * share[near]).sum(axis=1)
    overlap[rows] = np.clip(1.0 / share, *_RANGE)
    return overlap


def _neighbours(some: SurfaceGaussians, glass: Indices, pinhole: Pinhole) -> tuple[Indices, npt.NDArray[np.bool_]]:
    """(N, K) nearest neighbours in the picture, and whether each is on the same side of the same body."""
    at, depth = pinhole.project(some.means)
    near = neighbours(at, glass, (at, glass), _NEIGHBOURS)
    reach = Ellipses(some, pinhole.eye).reach[:, None]
    same = glass[near] == glass[:, None]
    same &= np.abs(depth[near] - depth[:, None]) < reach
    same &= np.einsum("nki,ni->nk", some.flat[near], some.flat) > _FACING
    return near, same


def _kernels(some: SurfaceGaussians, near: Indices, same: npt.NDArray[np.bool_], pinhole: Pinhole) -> FloatArray:
    """(N, K) means of the neighbours' kernels over the cell of each Gaussian."""
    ellipses = Ellipses(some, pinhole.eye)
    out = np.zeros(near.shape)
    for at in _CELL:
        off = ellipses.points(np.broadcast_to(at, (len(near), 2)))[:, None] - some.means[near]
        there = np.einsum("nkai,nki->nka", ellipses.back[near], off)
        out += np.exp(-0.5 * (there**2).sum(axis=2)) / len(_CELL)
    return np.where(same, out, 0.0)


def _ends(some: SurfaceGaussians, near: Indices, kernels: FloatArray, pinhole: Pinhole) -> npt.NDArray[np.bool_]:
    """(N,) whether the surface ends beside each Gaussian."""
    off = some.means[near] - some.means[:, None]
    own = np.einsum("nai,nki->nka", Ellipses(some, pinhole.eye).back, off)
    aside = np.einsum("nk,nka->na", kernels, own) / kernels.sum(axis=1)[:, None]
    return np.asarray(np.linalg.norm(aside, axis=1) > _ASIDE)
