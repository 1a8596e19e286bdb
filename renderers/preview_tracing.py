"""What each ray of a picture meets, front to back, through whatever is partly transparent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from renderers.preview_scene import GROUND, NOTHING, RayScene
from renderers.preview_shading import Surfaces
from scene.model import FloatArray, PrimitiveKind

__all__ = ["Layer", "trace"]

_MAX_CASTS = 8
_STEP = 1e-5
"""How far past a transparent surface its ray goes on, unit frame."""
_ENOUGH = 0.98
"""Opacity behind which nothing is looked for."""


@dataclass(frozen=True, eq=False)
class Layer:
    """One surface each on some of the rays. `rows`: (N,) which rays. `t`: (N,) float64 along them. `normal`: (N, 3) of
    the surfaces in float64."""

    rows: npt.NDArray[np.int64]
    t: FloatArray
    normal: FloatArray
    surfaces: Surfaces


def trace(
    rays: RayScene,
    eye: FloatArray,
    directions: FloatArray,
    slots: npt.NDArray[np.int64],
    *,
    see_ground: bool,
    deep: bool = True,
) -> list[Layer]:
    """The surfaces on rays from one eye (3,) along directions (N, 3), unit frame, float64; the first layer holds the
    first surface of every ray that meets one. Not `deep`: only that one."""
    layers: list[Layer] = []
    rows = np.arange(len(directions))
    start = np.zeros(len(rows))
    clear = np.ones(len(rows))
    entered = np.full(len(rows), NOTHING, dtype=np.int32)
    for _ in range(_MAX_CASTS):
        d = directions[rows]
        origins = eye + start[:, None] * d
        hits = rays.cast(origins.astype(np.float32), d.astype(np.float32), see_ground=see_ground)
        met = np.flatnonzero(hits.instance != NOTHING)
        if met.size == 0:
            break
        hits = hits.take(met)
        rows, start, clear, entered, d, origins = (v[met] for v in (rows, start, clear, entered, d, origins))
        local_t, normal, flat, leaves = rays.refine(hits, origins, d)
        t = start + local_t
        # the far side of a pane is the same pane
        again = leaves & (hits.instance == entered)
        shown = np.flatnonzero(~again)
        if shown.size:
            seen, here, way = hits.take(shown), rows[shown], d[shown]
            surfaces = Surfaces(
                position=(eye + t[shown, None] * way).astype(np.float32),
                normal=normal[shown].astype(np.float32),
                flat=flat[shown].astype(np.float32),
                view=(-way / np.linalg.norm(way, axis=1, keepdims=True)).astype(np.float32),
                instance=seen.instance,
                color=rays.surface_color(seen),
                slots=slots[here],
            )
            layers.append(Layer(here, t[shown], normal[shown], surfaces))
        if not deep:
            break
        opacity = np.ones(len(rows))
        solid = hits.instance == GROUND
        opacity[~solid] = rays.opacity[hits.instance[~solid]]
        clear = np.where(again, clear, clear * (1.0 - opacity))
        closed = np.zeros(len(rows), dtype=bool)
        closed[~solid] = rays.kind[rays.geometry.mesh[hits.instance[~solid]]] != PrimitiveKind.MESH
        entered = np.where(closed & ~leaves, hits.instance, entered)
        on = np.flatnonzero(clear > 1.0 - _ENOUGH)
        if on.size == 0:
            break
        rows, start, clear, entered = rows[on], t[on] + _STEP, clear[on], entered[on]
    return layers
