"""Glass of even density: each of its Gaussians holds back its part of the light, and no more.

An opaque surface may be covered twice; of glass every Gaussian too many is a spot. Where curved bodies are cut, merged and drawn
in, Gaussians do not lie in even rows. So those of glass are broader, and what lies about the middle of each is added up.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from renderers.pinhole import Pinhole
from renderers.preview_scene import RayScene
from renderers.splat_ellipses import Ellipses, neighbours
from scene.model import FloatArray
from scene.splats.from_mesh import SurfaceGaussians
from scene.splats.surface_cells import SPREAD

__all__ = ["evened"]

Indices = npt.NDArray[np.int64]

_NEIGHBOURS = 48
_BROADER = 1.35
_EVEN = 2.0 * np.pi * SPREAD**2
"""Sum of the kernels of a square grid at a point."""
_FACING = 0.3
"""Least cosine between the normals of one side of a body."""
_ASIDE = 0.2
"""Standard deviations by which what lies about a Gaussian is off its middle where the surface ends beside it."""
_ROUNDS = 5
_RANGE = (0.3, 6.0)


def evened(surface: SurfaceGaussians, rays: RayScene, pinhole: Pinhole) -> tuple[SurfaceGaussians, FloatArray]:
    """The Gaussians, those inside of surfaces of glass broader; and (N,) how much more of its surface each covers, with those
    about it, than one of a square grid would."""
    overlap = np.ones(len(surface))
    rows = np.flatnonzero(rays.opacity[surface.instance] < 0.999)
    if rows.size == 0:
        return surface, overlap
    some = surface.take(rows)
    near, same = _neighbours(some, pinhole)
    ends = _ends(some, near, same, pinhole)
    broad = np.where(ends, 1.0, _BROADER)[:, None]
    some = replace(some, scales=some.scales * broad)
    kernels = _kernels(some, near, same, pinhole)
    held = kernels.sum(axis=1)
    # in the outermost row less lies about each, as in that of an even grid
    wanted = np.where(ends, np.minimum(held, _EVEN), _EVEN)
    share = np.ones(len(some))
    for _ in range(_ROUNDS):
        share *= wanted / (kernels * share[near]).sum(axis=1)
    overlap[rows] = np.clip(1.0 / share, *_RANGE)
    scales = surface.scales.copy()
    scales[rows] = some.scales
    return replace(surface, scales=scales), overlap


def _neighbours(some: SurfaceGaussians, pinhole: Pinhole) -> tuple[Indices, npt.NDArray[np.bool_]]:
    """(N, K) those nearest to each in the picture, and whether they belong to the same side of the same body."""
    at, depth = pinhole.project(some.means)
    glass = np.ones(int(some.instance.max()) + 1, dtype=bool)
    near = neighbours(at, some.instance, (at, some.instance), glass, _NEIGHBOURS)
    reach = Ellipses(some, pinhole.eye).reach[:, None]
    same = some.instance[near] == some.instance[:, None]
    same &= np.abs(depth[near] - depth[:, None]) < reach
    same &= np.einsum("nki,ni->nk", some.flat[near], some.flat) > _FACING
    return near, same


def _kernels(some: SurfaceGaussians, near: Indices, same: npt.NDArray[np.bool_], pinhole: Pinhole) -> FloatArray:
    """(N, K) kernels of the neighbours at the middle of each."""
    off = some.means[:, None] - some.means[near]
    there = np.einsum("nkai,nki->nka", Ellipses(some, pinhole.eye).back[near], off)
    return np.where(same, np.exp(-0.5 * (there**2).sum(axis=2)), 0.0)


def _ends(
    some: SurfaceGaussians, near: Indices, same: npt.NDArray[np.bool_], pinhole: Pinhole
) -> npt.NDArray[np.bool_]:
    """(N,) whether the surface ends beside each."""
    kernels = _kernels(some, near, same, pinhole)
    off = some.means[near] - some.means[:, None]
    own = np.einsum("nai,nki->nka", Ellipses(some, pinhole.eye).back, off)
    aside = np.einsum("nk,nka->na", kernels, own) / kernels.sum(axis=1)[:, None]
    return np.asarray(np.linalg.norm(aside, axis=1) > _ASIDE)
