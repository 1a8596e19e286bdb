"""The nearest surfaces of a picture, by exact rays: what metering and denoising need to know, and the light that surfaces give off."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import Pinhole
from scenewright.renderers.rays import CEILING, GROUND, RayScene, TracingStage, slots_of_pixels, square_samples, trace
from scenewright.scene.jobs import Job

__all__ = ["FirstSurfaces", "first_surfaces"]

Float32 = npt.NDArray[np.float32]

_FEW, _MANY = 4, 16
"""Rays for each pixel, and for one at the outline of something that shines."""


@dataclass(frozen=True, eq=False)
class FirstSurfaces:
    """Means over each pixel of the nearest surfaces. `albedo`: (H, W, 3) linear base colours; `normal`: (H, W, 3) in the world frame;
    `glow`: (H, W, 3) radiance that surfaces give off by themselves; `cover`: (H, W) share of the pixel with a surface; `things`: (H, W)
    share with a surface of the scene, ground and ceiling left out; `opacity`: (H, W) of all surfaces one behind the other, of the nearest
    alone without `deep`. All are 0 where there is nothing. Clear panes in windows, which Mitsuba does not draw, are no `things`: they
    multiply what is behind them by `pane` (H, W, 3), and add `veil` (H, W, 3) to the exposed light."""

    albedo: Float32
    normal: Float32
    glow: Float32
    cover: Float32
    things: Float32
    opacity: Float32
    pane: Float32
    veil: Float32


def first_surfaces(
    rays: RayScene,
    pinhole: Pinhole,
    stage: TracingStage,
    *,
    ceiling: float,
    ground: float,
    panes: npt.NDArray[np.bool_],
    deep: bool,
    threads: int,
    seed: int,
    job: Job,
) -> FirstSurfaces:
    """The nearest surfaces of a picture.

    Args:
        ceiling, ground: base colours of these, which rays have in other shades than the picture.
        panes: (I,) which instances are clear panes in windows.
        deep: look through partly transparent surfaces, for `opacity`.

    Raises:
        JobCancelled: the job was cancelled.
    """
    count = pinhole.width * pinhole.height
    points, eye = pinhole.pixel_points(), (pinhole.eye - rays.centre) / rays.radius
    slots = slots_of_pixels(np.arange(count) // pinhole.width, np.arange(count) % pinhole.width)
    values = np.zeros((count, 18), dtype=np.float32)
    lit = np.zeros(count, dtype=np.int64)

    def shot(pixels: npt.NDArray[np.int64], offset: npt.NDArray[np.floating]) -> None:
        job.check()
        ways = pinhole.directions(points[pixels] + offset - 0.5)
        clear = np.ones(len(pixels), dtype=np.float32)
        for depth, layer in enumerate(trace(rays, eye, ways, slots[pixels], stage=stage, threads=threads, deep=deep)):
            surfaces, at = layer.surfaces, pixels[layer.rows]
            thing = surfaces.instance >= 0
            own = np.where(thing, surfaces.instance, 0)
            clear[layer.rows] *= 1.0 - (np.where(thing, rays.opacity[own], 1.0) if thing.any() else 1.0)
            if depth > 0:
                continue
            color = surfaces.color.copy()
            color[surfaces.instance == CEILING] = ceiling
            color[surfaces.instance == GROUND] = ground
            glow = np.zeros_like(color)
            if thing.any():
                glow = color * (rays.emission[own] * rays.opacity[own] * thing)[:, None]
            pane = thing & panes[own] if thing.any() else thing
            through = np.where(pane, rays.opacity[own] if thing.any() else 1.0, 0.0)[:, None].astype(np.float32)
            values[at, 12:15] += np.where(pane[:, None], (1.0 + color) / 2.0 * (1.0 - through) - 1.0, 0.0)
            values[at, 15:18] += through * color
            flags = np.stack([np.ones(len(at)), thing & ~pane], axis=1).astype(np.float32)
            values[at, :11] += np.concatenate([color, layer.normal.astype(np.float32), glow, flags], axis=1)
            lit[at] += glow.max(axis=1, initial=0.0) > 0.0
        values[pixels, 11] += 1.0 - clear

    jitter = square_samples(_MANY, seed + 5)
    for offset in jitter[:_FEW]:
        shot(np.arange(count), offset)
    edge = np.flatnonzero(_outlines(lit.reshape(pinhole.height, pinhole.width), _FEW).reshape(-1))
    for offset in jitter[_FEW:] if edge.size else ():
        shot(edge, offset)
    rays_of = np.full(count, _FEW, dtype=np.float32)
    rays_of[edge] = _MANY
    grid = (values / rays_of[:, None]).reshape(pinhole.height, pinhole.width, 18)
    return FirstSurfaces(
        grid[..., 0:3],
        grid[..., 3:6],
        grid[..., 6:9],
        grid[..., 9],
        grid[..., 10],
        grid[..., 11],
        1.0 + grid[..., 12:15],
        grid[..., 15:18],
    )


def _outlines(lit: npt.NDArray[np.int64], whole: int) -> npt.NDArray[np.bool_]:
    """(H, W) whether a pixel or one beside it is lit by some of its `whole` rays, or is lit beside one that is not."""
    from scipy.ndimage import maximum_filter, minimum_filter

    return np.asarray((maximum_filter(lit, 3) > 0) & (minimum_filter(lit, 3) < whole))
