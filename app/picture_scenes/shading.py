"""How well the light on a thing fits its shape: smooth along each of its faces, with steps at its edges."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.app.picture_fitting.layers import DrawnLayer
from scenewright.app.picture_scenes.evidence import GroundView
from scenewright.app.picture_scenes.things import PlainThing
from scenewright.scene.model import Array, FloatArray, IntArray

__all__ = ["SurfacePixels", "smooth_parts", "surface_pixels", "unsmooth_cost"]

_RIDGE = 0.05
_STEP = 6.0
"""Of lightness (CIELAB): what is off by more is an edge or a reflection."""


@dataclass(frozen=True, eq=False)
class SurfacePixels:
    """Pixels of a thing that are seen. `rows`, `columns`: (N,). `normals`: (N, 3) in the camera's frame. `up`: (N,) how far they look
    up in the world, from -1 to 1. `part`: (N,) the side of the thing: a face of a cube, top or mantle of a cylinder."""

    rows: IntArray
    columns: IntArray
    normals: FloatArray
    up: FloatArray
    part: IntArray


def surface_pixels(thing: PlainThing, layer: DrawnLayer, visible: Array[np.bool_], view: GroundView) -> SurfacePixels:
    """The pixels (H, W) of `visible` that the layer covers at their first samples."""
    n, window = layer.window.samples, layer.window
    face = layer.face[n // 2 :: n, n // 2 :: n]
    rows, columns = np.nonzero((face >= 0) & visible[window.pixels])
    faces = face[rows, columns]
    world = thing.body.world_normals(thing.pose)[faces]
    local = thing.body.normals[faces]
    normals = world @ view.pinhole.camera_from_world[:3, :3].T
    if thing.shape == "cube":
        part = np.abs(local).argmax(axis=1) * 2 + (local[np.arange(len(local)), np.abs(local).argmax(axis=1)] > 0)
    elif thing.shape == "cylinder":
        part = (local[:, 1] > 0.5).astype(np.int64)
    else:
        part = np.zeros(len(local), dtype=np.int64)
    return SurfacePixels(rows + window.top, columns + window.left, normals, world[:, 1], part)


def smooth_parts(thing: PlainThing, pixels: SurfacePixels, values: FloatArray) -> FloatArray:
    """(N,) the values (N,) of the thing's pixels as they would be if light changed smoothly along each of its parts."""
    out = np.zeros(len(values))
    for part in np.unique(pixels.part):
        here = pixels.part == part
        u, v = pixels.columns[here].astype(np.float64), pixels.rows[here].astype(np.float64)
        u, v = (u - u.mean()) / max(np.ptp(u), 1.0), (v - v.mean()) / max(np.ptp(v), 1.0)
        nx, ny = pixels.normals[here, 0], pixels.normals[here, 1]
        one = np.ones(len(u))
        if thing.shape == "sphere":
            basis = np.stack([one, nx, ny, nx * nx, nx * ny, ny * ny], axis=1)
        elif thing.shape == "cylinder" and part == 0:
            basis = np.stack([one, nx, nx * nx, v], axis=1)
        else:
            basis = np.stack([one, u, v], axis=1)
        held = _RIDGE * len(u) / 10.0 * np.diag([0.0, *([1.0] * (basis.shape[1] - 1))])
        weight = np.ones(len(u))
        for _ in range(3):
            weighed = basis * weight[:, None]
            fitted = basis @ np.linalg.solve(
                weighed.T @ basis + held + 1e-9 * np.eye(basis.shape[1]), weighed.T @ values[here]
            )
            weight = 1.0 / (1.0 + ((values[here] - fitted) / _STEP) ** 2)
        out[here] = fitted
    return out


def unsmooth_cost(
    thing: PlainThing, layer: DrawnLayer | None, visible: Array[np.bool_], view: GroundView, lightness: FloatArray
) -> float:
    """In pixels: how much of a thing the smooth light of its shape does not explain.

    Args:
        visible: (H, W) pixels that are its own for certain.
        lightness: (H, W) of the picture, CIELAB.
    """
    if layer is None:
        return 0.0
    pixels = surface_pixels(thing, layer, visible, view)
    if len(pixels.rows) < 8:
        return 0.0
    values = lightness[pixels.rows, pixels.columns]
    off = (values - smooth_parts(thing, pixels, values)) / _STEP
    return float(np.minimum(off * off, 1.0).sum())
