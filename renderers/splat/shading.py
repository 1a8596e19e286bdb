"""The lighting of surface Gaussians: that of the preview, sampled at each Gaussian and smoothed over its neighbours.

The Gaussians of a view correspond to the pixels of a coarse picture, about one in each, so that the preview's filter can smooth their
samples. Several Gaussians in one pixel form layers, front to back; those on one surface share one sample.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import Pinhole, tone_mapped
from scenewright.renderers.rays import (
    Layer,
    RayPicture,
    RayScene,
    Shader,
    Signals,
    Surfaces,
    TracingStage,
    slots_of_pixels,
)
from scenewright.scene.model import Camera, FloatArray
from scenewright.scene.splats import SurfaceGaussians

__all__ = ["Shaded", "shade"]

Float32 = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int64]

_MAX_LAYERS = 6
"""Deeper layers of a pixel are not smoothed."""
_METERED = 256
"""Longer side in pixels of the picture for the exposure."""
_APART = 20.0
_ALIKE = 0.97
"""Least cosine between the normals of Gaussians that share their light."""
_AROUND = sorted(((y, x) for y in range(-1, 2) for x in range(-1, 2)), key=lambda at: at[0] ** 2 + at[1] ** 2)
"""Offsets (row, column) of the pixels that are searched for a Gaussian on the same surface, nearest first."""


@dataclass(frozen=True, eq=False)
class Shaded:
    """Shaded Gaussians. `light`: (N, 3) display light, linear. `opacity`: (N,), higher for glass at grazing angles.
    `normals`: (N, 3) unit vectors, turned to the eye. `exposure`: (3,) exposure of the view."""

    light: Float32
    opacity: Float32
    normals: Float32
    exposure: Float32


def shade(
    surface: SurfaceGaussians,
    rays: RayScene,
    shader: Shader,
    camera: Camera,
    *,
    size: tuple[int, int],
    pixels: float,
    seed: int,
    threads: int,
) -> Shaded:
    """Shade Gaussians for a camera.

    Args:
        size: width and height of the final picture.
        pixels: distance between neighbouring Gaussians in that picture, in pixels.
    """
    coarse = Pinhole.of(camera, *(max(math.ceil(n / pixels), 1) for n in size))
    picture = RayPicture(
        rays,
        coarse,
        stage=TracingStage(ground=False, ceiling=False),
        seed=seed,
        edge_samples=1,
        opaque=False,
        threads=threads,
    )
    surfaces, pixel, depth = _surfaces(surface, rays, coarse)
    signals = _signals(picture, shader, surfaces, pixel, depth / rays.radius)
    exposure = _exposure(rays, shader, camera, size, surfaces, signals, seed=seed, threads=threads)
    radiance, opacity = shader.radiance(surfaces, signals)
    return Shaded(tone_mapped(radiance * exposure), opacity, surfaces.normal, exposure)


def _exposure(
    rays: RayScene,
    shader: Shader,
    camera: Camera,
    size: tuple[int, int],
    surfaces: Surfaces,
    signals: Signals,
    *,
    seed: int,
    threads: int,
) -> Float32:
    """(3,) exposure as the preview would measure it on a small picture, with the light of the nearest Gaussian at each pixel."""
    from scipy.spatial import cKDTree

    few = min(1.0, _METERED / max(size))
    picture = RayPicture(
        rays,
        Pinhole.of(camera, *(max(round(n * few), 1) for n in size)),
        stage=TracingStage(ground=False, ceiling=False),
        seed=seed,
        edge_samples=1,
        opaque=False,
        threads=threads,
    )
    layers = picture.trace_pixels(deep=True) if len(surfaces) else []
    # normals are scaled to the size of a few Gaussians, so that the two sides of a sheet are different neighbours
    apart = np.float32(_APART / max(size))
    tree = cKDTree(np.concatenate([surfaces.position, apart * surfaces.normal], axis=1))
    near = [tree.query(np.concatenate([x.surfaces.position, apart * x.surfaces.normal], axis=1))[1] for x in layers]
    return picture.exposure(layers, [signals.take(rows) for rows in near], shader)


def _signals(picture: RayPicture, shader: Shader, surfaces: Surfaces, pixel: Indices, depth: FloatArray) -> Signals:
    """The light signals of every Gaussian."""
    source = np.full(len(surfaces), -1, dtype=np.int64)
    ranks = np.minimum(_ranks(pixel, depth), _MAX_LAYERS)
    size = picture.pinhole.width, picture.pinhole.height
    sampled: list[Signals] = []
    rows: list[Indices] = []
    grids: list[Indices] = []
    for rank in range(int(ranks.max(initial=-1)) + 1):
        chosen = np.flatnonzero(ranks == rank)
        source[chosen] = _same_surface(surfaces, chosen, pixel, grids, size, picture.footprint(depth[chosen]))
        chosen = chosen[source[chosen] < 0]
        source[chosen] = chosen
        part = surfaces.take(chosen)
        raw = picture.sample(part, shader)
        if rank < _MAX_LAYERS:
            layer = Layer(pixel[chosen], depth[chosen], part.normal.astype(np.float64), part)
            raw = picture.smoothed(layer, raw, shader)
            grid = np.full(size[0] * size[1], -1, dtype=np.int64)
            grid[pixel[chosen]] = chosen
            grids.append(grid)
        sampled.append(raw)
        rows.append(chosen)
    place = np.empty(len(surfaces), dtype=np.int64)
    every = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int64)
    place[every] = np.arange(len(every))
    whole = Signals.joined(sampled) if sampled else picture.sample(surfaces, shader)
    return whole.take(place[source])


def _same_surface(
    surfaces: Surfaces, rows: Indices, pixel: Indices, grids: list[Indices], size: tuple[int, int], footprint: Float32
) -> Indices:
    """(N,) for each of `rows` a Gaussian of `grids` on the same smooth surface, in its pixel or beside it; -1: none."""
    out = np.full(len(rows), -1, dtype=np.int64)
    y, x = pixel[rows] // size[0], pixel[rows] % size[0]
    for grid in grids:
        for dy, dx in _AROUND:
            left = np.flatnonzero(out < 0)
            if left.size == 0:
                return out
            yy, xx = y[left] + dy, x[left] + dx
            inside = (yy >= 0) & (yy < size[1]) & (xx >= 0) & (xx < size[0])
            there = grid[np.where(inside, yy * size[0] + xx, 0)]
            own = rows[left]
            ok = inside & (there >= 0)
            ok &= surfaces.instance[there] == surfaces.instance[own]
            ok &= np.einsum("ni,ni->n", surfaces.normal[there], surfaces.normal[own]) > _ALIKE
            between = surfaces.position[there] - surfaces.position[own]
            ok &= np.abs(np.einsum("ni,ni->n", between, surfaces.normal[own])) < footprint[left]
            out[left[ok]] = there[ok]
    return out


def _surfaces(surface: SurfaceGaussians, rays: RayScene, coarse: Pinhole) -> tuple[Surfaces, Indices, FloatArray]:
    """The Gaussians as surfaces for shading, turned to the eye; the pixel of each, and its depth."""
    to_eye = coarse.eye - surface.points
    to_eye /= np.maximum(np.linalg.norm(to_eye, axis=1), 1e-300)[:, None]
    away = np.einsum("ni,ni->n", surface.flat, to_eye) < 0.0
    flat = np.where(away[:, None], -surface.flat, surface.flat)
    normal = np.where(np.einsum("ni,ni->n", surface.normals, flat)[:, None] < 0.0, -surface.normals, surface.normals)
    xy, depth = coarse.project(surface.points)
    column = np.clip(np.floor(xy[:, 0]), 0, coarse.width - 1).astype(np.int64)
    row = np.clip(np.floor(xy[:, 1]), 0, coarse.height - 1).astype(np.int64)
    surfaces = Surfaces(
        position=((surface.points - rays.centre) / rays.radius).astype(np.float32),
        normal=normal.astype(np.float32),
        flat=flat.astype(np.float32),
        view=to_eye.astype(np.float32),
        instance=surface.instance.astype(np.int32),
        color=surface.albedo,
        slots=slots_of_pixels(row, column),
    )
    return surfaces, row * coarse.width + column, np.maximum(depth, 1e-30)


def _ranks(pixel: Indices, depth: FloatArray) -> Indices:
    """(N,) number of nearer Gaussians in the same pixel."""
    order = np.lexsort((depth, pixel))
    first = np.r_[True, np.diff(pixel[order]) != 0] if len(pixel) else np.zeros(0, dtype=bool)
    starts = np.flatnonzero(first)
    counts = np.diff(np.r_[starts, len(order)])
    out = np.empty(len(pixel), dtype=np.int64)
    out[order] = np.arange(len(order)) - np.repeat(starts, counts)
    return out
