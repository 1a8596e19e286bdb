"""Draws Gaussians on the CPU: runs the stages of :mod:`.functions` for every view."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from scenewright.scene.splats.cameras import Cameras
from scenewright.scene.splats.cpu.blending import Limits
from scenewright.scene.splats.cpu.functions import (
    CHANNELS,
    Blend,
    ProjectGaussians,
    Screen,
    Shade,
    Tiles,
    listed,
    surveyed,
    tiles_of,
    weighed,
)
from scenewright.scene.splats.cpu.projection import ProjectionLens
from scenewright.scene.splats.gaussians import NO_ENTITY, Gaussians
from scenewright.scene.splats.images import Contributors, Rasterized, RasterSettings

__all__ = ["binned", "draw", "stage_times", "weigh"]

_LARGEST_RADIUS = 2.0**30
"""Limit for radii: a Gaussian right before the camera may be wider on the screen than an int32 can hold."""

_times: ContextVar[dict[str, float] | None] = ContextVar("splat_stage_times", default=None)


@contextmanager
def stage_times() -> Iterator[dict[str, float]]:
    """Measure drawing within the block: the seconds of each stage by name (forward only), and the tiles' list entries ('pairs')."""
    times: dict[str, float] = {}
    token = _times.set(times)
    try:
        yield times
    finally:
        _times.reset(token)


@contextmanager
def _stage(name: str) -> Iterator[None]:
    times = _times.get()
    if times is None:
        yield
        return
    begun = time.perf_counter()
    yield
    times[name] = times.get(name, 0.0) + time.perf_counter() - begun


def draw(
    gaussians: Gaussians,
    cameras: Cameras,
    settings: RasterSettings,
    background: Tensor | None,
    degree: int,
    requested: frozenset[str],
    threads: int,
) -> Rasterized:
    """See :func:`scenewright.scene.splats.rasterize.rasterize`. `background`: (C, 3)."""
    extrinsics = cameras.camera_from_world.to(gaussians.means.dtype)
    screens = [_screen(cameras, c, settings, gaussians.means.dtype, threads) for c in range(len(cameras))]
    with _stage("projection"):
        projected = [
            ProjectGaussians.apply(
                gaussians.means, gaussians.quats, gaussians.log_scales, gaussians.logit_opacities, extrinsics[c], screens[c]
            )
            for c in range(len(cameras))
        ]  # fmt: skip
    # one tensor for all views, which each view slices, so that its retained gradient has all views
    means2d = torch.stack([p[0] for p in projected]) if len(projected) != 1 else projected[0][0][None]
    views: list[dict[str, Tensor | Contributors]] = []
    for c, (_, depths, conics, opacities, reach) in enumerate(projected):
        with _stage("binning"):
            tiles = tiles_of(means2d[c], depths, conics, opacities, reach, screens[c])
        times = _times.get()
        if times is not None:
            times["pairs"] = times.get("pairs", 0.0) + len(tiles.pairs)
        view = _View(gaussians, means2d[c], depths, conics, opacities, tiles, screens[c])
        outputs: dict[str, Tensor | Contributors] = {}
        if requested & {"color", "alpha", "depth"}:
            with _stage("color"):
                eye = -(extrinsics[c, :3, :3].T @ extrinsics[c, :3, 3])
                colors = Shade.apply(gaussians.means, gaussians.sh, eye, degree, reach, threads)
            with _stage("blending"):
                outputs |= view.pictures(colors, None if background is None else background[c], requested)
        if "features" in requested:
            outputs["features"] = view.features()
        if requested & {"entity", "median_depth", "contributors"}:
            outputs |= view.surveyed(requested)
        views.append(outputs)
    named = {n: torch.stack([v[n] for v in views]) for n in requested - {"contributors"}}  # type: ignore[misc]
    lists = tuple(v["contributors"] for v in views) if "contributors" in requested else None
    radii = torch.stack([p[4].detach()[:, :2].amax(dim=1).ceil().clamp_max(_LARGEST_RADIUS).int() for p in projected])
    return Rasterized(means2d=means2d, radii=radii, contributors=lists, **named)  # type: ignore[arg-type]


def weigh(
    gaussians: Gaussians,
    camera: Cameras,
    labels: npt.NDArray[np.int32],
    least: float,
    settings: RasterSettings,
    threads: int,
) -> list[tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]]:
    """See :func:`scenewright.scene.splats.region_weights.region_weights`: rows, regions and weights for each of the K segmentations
    (K, H, W). A Gaussian may have several entries for a region."""
    tiles, screen = binned(gaussians, camera, settings, threads)
    with _stage("weighing"):
        return [weighed(tiles, screen, one, least) for one in labels]


def binned(gaussians: Gaussians, camera: Cameras, settings: RasterSettings, threads: int) -> tuple[Tiles, Screen]:
    """The tile lists of one view, without derivatives."""
    screen = _screen(camera, 0, settings, gaussians.means.dtype, threads)
    extrinsics = camera.camera_from_world.detach().to(gaussians.means.dtype)[0]
    with _stage("projection"):
        projected = ProjectGaussians.apply(
            gaussians.means, gaussians.quats, gaussians.log_scales, gaussians.logit_opacities, extrinsics, screen
        )
    with _stage("binning"):
        means2d, depths, conics, opacities, reach = projected
        return tiles_of(means2d, depths, conics, opacities, reach, screen), screen


class _View:
    """One view, with its Gaussians projected and binned."""

    def __init__(
        self,
        gaussians: Gaussians,
        means2d: Tensor,
        depths: Tensor,
        conics: Tensor,
        opacities: Tensor,
        tiles: Tiles,
        screen: Screen,
    ) -> None:
        self.gaussians, self.depths, self.tiles, self.screen = gaussians, depths, tiles, screen
        self.on_screen = (means2d, conics, opacities)

    def blended(self, values: Tensor) -> tuple[Tensor, Tensor]:
        image, transmittance = Blend.apply(*self.on_screen, values, self.tiles, self.screen)
        return image, transmittance

    def pictures(
        self, colors: Tensor, background: Tensor | None, requested: frozenset[str]
    ) -> dict[str, Tensor | Contributors]:
        fourth = self.depths if "depth" in requested else torch.zeros_like(self.depths)
        image, transmittance = self.blended(torch.cat([colors, fourth[:, None]], dim=1))
        alpha = 1.0 - transmittance
        out: dict[str, Tensor | Contributors] = {}
        if "color" in requested:
            out["color"] = image[..., :3]
            if background is not None:
                out["color"] = image[..., :3] + transmittance[..., None] * background
        if "alpha" in requested:
            out["alpha"] = alpha
        if "depth" in requested:
            hit = alpha > 0.0
            out["depth"] = torch.where(hit, image[..., 3] / torch.where(hit, alpha, torch.ones_like(alpha)), 0.0)
        return out

    def features(self) -> Tensor:
        """(H, W, D) features, drawn in groups of four. The weights are computed again for each group, which is cheaper than storing
        them."""
        features = self.gaussians.features
        assert features is not None
        width = features.shape[1]
        padded = torch.nn.functional.pad(features, (0, -width % CHANNELS))
        groups = [self.blended(part)[0] for part in padded.split(CHANNELS, dim=1)]
        if not groups:
            return features.new_zeros((self.screen.height, self.screen.width, 0))
        return torch.cat(groups, dim=-1)[..., :width]

    def surveyed(self, requested: frozenset[str]) -> dict[str, Tensor | Contributors]:
        heaviest, middle, counts = surveyed(self.tiles, self.screen)
        out: dict[str, Tensor | Contributors] = {}
        if "entity" in requested:
            out["entity"] = _looked_up(self.gaussians.entity_ids, heaviest, NO_ENTITY)
        if "median_depth" in requested:
            out["median_depth"] = _looked_up(self.depths.detach(), middle, 0)
        if "contributors" in requested:
            out["contributors"] = Contributors(*map(torch.from_numpy, listed(self.tiles, self.screen, counts)))
        return out


def _looked_up(column: Tensor, rows: npt.NDArray[np.int32], nothing: int) -> Tensor:
    """column[rows], with `nothing` where a row is -1."""
    if not len(column):
        return torch.full(rows.shape, nothing, dtype=column.dtype)
    index = torch.from_numpy(rows.astype(np.int64))
    return torch.where(index >= 0, column[index.clamp_min(0)], torch.full((), nothing, dtype=column.dtype))


def _screen(cameras: Cameras, c: int, settings: RasterSettings, dtype: torch.dtype, threads: int) -> Screen:
    real: Any = np.float64 if dtype == torch.float64 else np.float32
    k = cameras.intrinsics[c].detach().double().numpy()
    s, width, height = settings, cameras.width, cameras.height
    fx, fy, cx, cy = (float(v) for v in (k[0, 0], k[1, 1], k[0, 2], k[1, 2]))
    beyond_x, beyond_y = s.clamp * width / 2.0, s.clamp * height / 2.0
    lens = ProjectionLens(
        near=s.near,
        far=s.far,
        dilation=s.dilation,
        alpha_min=s.alpha_min,
        kernel_floor=s.kernel_floor,
        fx=fx,
        fy=fy,
        cx=cx,
        cy=cy,
        width=width,
        height=height,
        left=(cx + beyond_x) / fx,
        right=(width - cx + beyond_x) / fx,
        above=(cy + beyond_y) / fy,
        below=(height - cy + beyond_y) / fy,
    )
    limits = Limits(s.alpha_min, s.alpha_max, s.transmittance_min, s.kernel_floor)
    return Screen(
        ProjectionLens(*map(real, lens)),
        Limits(*map(real, limits)),
        width,
        height,
        antialiased=s.antialiased,
        threads=threads,
    )
