"""Traces each ray of a picture front to back, through transparent surfaces."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import map_chunks
from scenewright.renderers.rays.scene import NOTHING, Hits, RayScene
from scenewright.renderers.rays.signals import Surfaces
from scenewright.scene.model import FloatArray, PrimitiveKind

__all__ = ["Layer", "TracingStage", "trace"]

_CHUNK = 60_000
_MAX_CASTS = 8
_STEP = 1e-5
"""Distance past a transparent surface at which its ray continues, unit frame."""
_COPLANAR = 4e-6
"""A transparent surface counts as in front of a solid one that is nearer by at most this share of its distance."""
_ENOUGH = 0.98
"""Accumulated opacity at which a ray ends."""


@dataclass(frozen=True, eq=False)
class Layer:
    """At most one surface for each ray. `rows`: (N,) the rays that meet one. `t`: (N,) float64, in units of the direction. `normal`:
    (N, 3) float64 normals of the surfaces."""

    rows: npt.NDArray[np.int64]
    t: FloatArray
    normal: FloatArray
    surfaces: Surfaces


@dataclass(frozen=True, slots=True)
class TracingStage:
    """Which parts of the surroundings are visible."""

    ground: bool
    ceiling: bool


def trace(
    rays: RayScene,
    eye: FloatArray,
    directions: FloatArray,
    slots: npt.NDArray[np.int64],
    *,
    stage: TracingStage,
    threads: int,
    deep: bool = True,
) -> list[Layer]:
    """The surfaces on rays from one eye (3,) along directions (N, 3), unit frame, float64.

    Layer k holds the surfaces of the k-th step of all rays, so that neighbouring rays have the same surfaces in the same layers. The
    first layer holds the first surface of every ray that meets one. Without `deep`, only this layer is traced.
    """

    def work(first: int, end: int) -> list[Layer]:
        return _trace(rays, eye, directions[first:end], slots[first:end], stage, deep)

    parts = map_chunks(work, len(directions), size=_CHUNK, threads=threads, job=rays.job.quiet())
    layers = []
    for k in range(max((len(p) for p in parts), default=0)):
        chosen = [(p[k], i * _CHUNK) for i, p in enumerate(parts) if k < len(p)]
        layers.append(
            Layer(
                np.concatenate([x.rows + base for x, base in chosen]),
                np.concatenate([x.t for x, _ in chosen]),
                np.concatenate([x.normal for x, _ in chosen]),
                Surfaces.joined([x.surfaces for x, _ in chosen]),
            )
        )
    return layers


def _trace(
    rays: RayScene,
    eye: FloatArray,
    directions: FloatArray,
    slots: npt.NDArray[np.int64],
    stage: TracingStage,
    deep: bool,
) -> list[Layer]:
    layers: list[Layer] = []
    rows = np.arange(len(directions))
    start = np.zeros(len(rows))
    clear = np.ones(len(rows))
    entered = np.full((len(rows), 2), NOTHING, dtype=np.int32)
    # nothing is visible behind the first solid surface: cast for it once, and step through what is in front of it
    behind = rays.cast_solid(
        np.broadcast_to(eye, directions.shape).astype(np.float32),
        directions.astype(np.float32),
        see_ground=stage.ground,
        see_ceiling=stage.ceiling,
    )
    for step in range(_MAX_CASTS):
        whole = step == 0  # of all rays nothing is to be picked, and picking takes long
        d = directions if whole else directions[rows]
        origins = np.broadcast_to(eye, d.shape) if whole else eye + start[:, None] * d
        hits = behind if whole else behind.take(rows)
        limit = hits.t + _COPLANAR * (1.0 + np.where(np.isfinite(hits.t), hits.t, 0.0))
        if not whole:
            hits.t[:] -= start
        if rays.special.scene is not None:
            front = rays.cast_special(origins.astype(np.float32), d.astype(np.float32))
            nearer = start + front.t < limit
            if nearer.any():
                hits = hits.replaced(nearer, front)
        met = np.flatnonzero(hits.instance != NOTHING)
        if met.size == 0:
            break
        if met.size < len(rows):
            hits = hits.take(met)
            rows, start, clear, entered, d, origins = (v[met] for v in (rows, start, clear, entered, d, origins))
        local_t, normal, flat, leaves = rays.refine(hits, origins, d)
        # the far side of a pane is the same pane. So is its near side met again: the triangles of a curved primitive are
        # inscribed, and a ray that continues from the true surface has not passed them yet
        again = (hits.instance[:, None] == entered).any(axis=1)
        t = start + np.where(again & ~leaves, hits.t, local_t)
        layers.append(_layer(rays, eye, slots, hits, (rows, t, normal, flat, d), np.flatnonzero(~again)))
        if not deep:
            break
        opacity = np.ones(len(rows))
        solid = hits.instance < 0
        opacity[~solid] = rays.opacity[hits.instance[~solid]]
        clear = np.where(again, clear, clear * (1.0 - opacity))
        closed = np.zeros(len(rows), dtype=bool)
        closed[~solid] = rays.kind[rays.geometry.mesh[hits.instance[~solid]]] != PrimitiveKind.MESH
        # water in a bowl: the ray leaves the bowl after the water
        inward = closed & ~leaves & ~again
        entered = np.where(inward[:, None], np.stack([hits.instance, entered[:, 0]], axis=1), entered)
        on = np.flatnonzero(clear > 1.0 - _ENOUGH)
        if on.size == 0:
            break
        rows, start, clear, entered = rows[on], t[on] + _STEP, clear[on], entered[on]
    return layers


def _layer(
    rays: RayScene,
    eye: FloatArray,
    slots: npt.NDArray[np.int64],
    hits: Hits,
    found: tuple[npt.NDArray[np.int64], FloatArray, FloatArray, FloatArray, FloatArray],
    shown: npt.NDArray[np.int64],
) -> Layer:
    """The surfaces at some of the hits. `found`: rows, depths, normals, true normals and directions of all of them."""
    if len(shown) < len(hits.t):
        hits, found = hits.take(shown), tuple(values[shown] for values in found)  # type: ignore[assignment]
    rows, t, normal, flat, way = found
    length = np.sqrt(np.einsum("ni,ni->n", way, way))[:, None]
    surfaces = Surfaces(
        position=(eye + t[:, None] * way).astype(np.float32),
        normal=normal.astype(np.float32),
        flat=flat.astype(np.float32),
        view=(way / -length).astype(np.float32),
        instance=hits.instance,
        color=rays.surface_color(hits),
        slots=slots[rows],
    )
    return Layer(rows, t, normal, surfaces)
