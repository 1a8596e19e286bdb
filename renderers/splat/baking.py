"""Bakes the lighting of a scene into the colours of Gaussians, for splat files.

Each Gaussian gets the preview's light at its position, seen along its normal. View-dependent effects (highlights, mirrors) are fixed in
that state. The exposure is that of the preview's first picture.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import Pinhole, light_rig, map_chunks, tone_mapped, view_cameras
from scenewright.renderers.preview import enclosed_area, ray_scene
from scenewright.renderers.rays import (
    SLOTS,
    RayPicture,
    RayScene,
    Shader,
    Signals,
    Surfaces,
    TracingStage,
    cosine_directions,
    frame_of,
    interleaved,
)
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.colorspace import srgb_from_linear
from scenewright.scene.geometry import SceneGeometry, scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, FloatArray, Scene
from scenewright.scene.splats import SurfaceGaussians, gaussians_for_budget
from scenewright.scene.threads import thread_count

if TYPE_CHECKING:
    from scenewright.scene.splats import Gaussians

__all__ = ["lit_gaussians"]

Float32 = npt.NDArray[np.float32]

_CHUNK = 30_000
_SAMPLES = 32
_METERED = 160
"""Side in pixels of the picture for the exposure."""
_USED = 0.9
"""Share of the budget of Gaussians that is enough."""
_LOOKS = 24
_CLEAR = 2
"""Least number of the `_LOOKS` rays that must not hit something at once."""
_COVERED = 1.0
"""A surface covers another one within this distance, in cells."""
_OFFSET = 1e-5
_NEIGHBOURS = 12
_ALIKE = 0.95
"""Least cosine between the normals of Gaussians that share their light."""
_NEAR = 3.0
"""Most distance, in cells, of neighbours that share their light."""


def lit_gaussians(
    scene: Scene,
    count: int,
    *,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    threads: int | None = None,
    job: Job | None = None,
) -> tuple[Gaussians, tuple[str, ...]]:
    """Like :func:`scenewright.scene.splats.scene_gaussians.scene_gaussians`, with the scene's lighting in the colours.

    Returns the Gaussians, at most `count` for the surfaces, and warnings.

    Raises:
        SplatError: `count` is too small for the number of parts of the scene.
        RenderError: rays cannot be cast here; the message says what to install.
        JobCancelled: the job was cancelled.
    """
    from scenewright.scene.splats import Gaussians, captured_entities

    job = (job or Job()).part(name="the baking")
    job.tick(0.0, "geometry")
    workers = thread_count(threads)
    geometry = scene_geometry(scene, provider=provider, root=root, note_splats=False, job=job.part(0.0, 0.1))
    job.check()
    captured, missing = captured_entities(scene, root)
    rays = ray_scene(scene, geometry, np.ones(len(geometry), dtype=bool), job=job)
    camera = view_cameras(scene)[0]
    rig = light_rig(scene, camera, root=root)
    shader = Shader(rays, rig, samples=_SAMPLES, seed=0, enclosed_area=enclosed_area(scene))
    job.tick(0.2, "Gaussians")
    surface = _visible(geometry, rays, count, workers)
    surfaces = _surfaces(surface, rays)
    parts = map_chunks(
        lambda first, end: shader.sample(surfaces.take(np.arange(first, end))),
        len(surfaces),
        size=_CHUNK,
        threads=workers,
        job=job.part(0.4, 0.9),
        what="light",
    )
    job.tick(0.9, "light")
    signals = _smoothed(surface, Signals.joined(parts) if parts else shader.sample(surfaces))
    light = shader.radiance(surfaces, signals)[0] * _exposure(rays, shader, camera, workers)
    colors = srgb_from_linear(tone_mapped(light.astype(np.float32)))
    lit = surface.gaussians(colors=colors)
    return Gaussians.merged([lit, captured]), (*geometry.warnings, *missing, *rig.warnings)


def _visible(geometry: SceneGeometry, rays: RayScene, count: int, threads: int) -> SurfaceGaussians:
    """At most `count` Gaussians of the surfaces, without covered ones."""
    every = gaussians_for_budget(geometry, count, job=rays.job.quiet())
    found = every.take(_open(every, _surfaces(every, rays), rays, threads))
    if len(found) == 0 or len(every) < _USED * count or len(found) > _USED * len(every):
        return found
    # use the budget of the covered Gaussians for a finer sampling
    more = gaussians_for_budget(
        geometry, min(round(0.98 * count * len(every) / len(found)), 2 * count), job=rays.job.quiet()
    )
    finer = more.take(_open(more, _surfaces(more, rays), rays, threads))
    return finer if len(finer) <= count else found


def _surfaces(surface: SurfaceGaussians, rays: RayScene) -> Surfaces:
    count = len(surface)
    return Surfaces(
        position=((surface.points - rays.centre) / rays.radius).astype(np.float32),
        normal=surface.normals.astype(np.float32),
        flat=surface.flat.astype(np.float32),
        view=surface.flat.astype(np.float32),
        instance=surface.instance.astype(np.int32),
        color=surface.albedo,
        # neighbours sample different directions
        slots=np.random.default_rng(0).permutation(np.arange(count) % SLOTS),
    )


def _open(surface: SurfaceGaussians, surfaces: Surfaces, rays: RayScene, threads: int) -> npt.NDArray[np.bool_]:
    """(N,) which Gaussians are visible from outside. Covered ones are dark, and would show through at the edges of what covers
    them."""
    directions = cosine_directions(interleaved(_LOOKS, 1))
    near = (_COVERED * _sizes(surface) / rays.radius).astype(np.float32)
    turned = np.sign(np.linalg.det(rays.unit_from_mesh[:, :3, :3])).astype(np.float32)

    def work(first: int, end: int) -> npt.NDArray[np.bool_]:
        s = surfaces.take(np.arange(first, end))
        tangent, bitangent = frame_of(s.flat)
        origin = s.position + s.flat * np.float32(_OFFSET)
        clear = np.zeros(end - first, dtype=np.int64)
        for k in range(_LOOKS):
            d = directions[s.slots, k]
            way = d[:, :1] * tangent + d[:, 1:2] * bitangent + d[:, 2:] * s.flat
            cast = rays.solid.cast(np.concatenate([origin, way], axis=1))
            met = cast.triangle >= 0
            side = np.zeros(len(way), dtype=np.float32)
            owner = rays.solid.instance[cast.triangle[met]]
            side[met] = np.einsum("ni,ni->n", cast.normal[met], way[met]) * turned[owner]
            # a ray that hits a back face starts inside of something
            clear += (cast.t > near[first:end]) & (side <= 0.0)
        return np.asarray(clear >= _CLEAR)

    parts = map_chunks(work, len(surface), size=_CHUNK, threads=threads, job=rays.job.quiet())
    return np.concatenate(parts) if parts else np.zeros(0, dtype=bool)


def _sizes(surface: SurfaceGaussians) -> FloatArray:
    """(N,) longer sides of the cells."""
    return np.asarray(np.maximum(np.linalg.norm(surface.u, axis=1), np.linalg.norm(surface.v, axis=1)))


def _smoothed(surface: SurfaceGaussians, raw: Signals) -> Signals:
    """Means over the neighbours on the same smooth surface."""
    from scipy.spatial import cKDTree

    if len(surface) == 0:
        return raw
    near = cKDTree(surface.points).query(surface.points, k=min(_NEIGHBOURS, len(surface)))[1].reshape(len(surface), -1)
    size = _sizes(surface)
    same = surface.instance[near] == surface.instance[:, None]
    same &= np.einsum("nki,ni->nk", surface.normals[near], surface.normals) > _ALIKE
    same &= np.linalg.norm(surface.points[near] - surface.points[:, None], axis=2) < _NEAR * size[:, None]
    same[:, 0] = True
    weight = (same / same.sum(axis=1, keepdims=True)).astype(np.float32)

    def mean(values: Float32) -> Float32:
        return np.asarray(np.einsum("nk,nkc->nc", weight, values[near]))

    return Signals(**{name: mean(getattr(raw, name)) for name in Signals.__dataclass_fields__})


def _exposure(rays: RayScene, shader: Shader, camera: Camera, threads: int) -> Float32:
    """(3,) exposure of the preview's picture."""
    picture = RayPicture(
        rays,
        Pinhole.of(camera, _METERED, _METERED),
        stage=TracingStage(ground=False, ceiling=False),
        seed=0,
        edge_samples=1,
        opaque=False,
        threads=threads,
    )
    layers = picture.trace_pixels(deep=True)
    signals = [picture.smoothed(x, picture.sample(x.surfaces, shader), shader) for x in layers]
    return picture.exposure(layers, signals, shader)
