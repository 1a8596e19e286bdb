"""Rasterization by gsplat's CUDA kernels (Ye et al., gsplat, 2024; release 1.5)."""

from __future__ import annotations

from subprocess import CalledProcessError
from typing import Any

import torch
from torch import Tensor

from scenewright.scene.errors import SplatError
from scenewright.scene.splats.cameras import Cameras
from scenewright.scene.splats.gaussians import NO_ENTITY, Gaussians
from scenewright.scene.splats.images import Contributors, Rasterized, RasterSettings

__all__ = ["check_kernels", "draw"]

_BUILT_IN = ("alpha_min", "alpha_max", "transmittance_min", "clamp", "kernel_floor")
"""Settings that are constants in gsplat's kernels."""
_CHANNELS_AT_ONCE = 32
"""Limit of gsplat's `rasterization`; its kernels would allow up to 513."""


def draw(
    gaussians: Gaussians,
    cameras: Cameras,
    settings: RasterSettings,
    background: Tensor | None,
    degree: int,
    requested: frozenset[str],
) -> Rasterized:
    """See :func:`scenewright.scene.splats.rasterize.rasterize`. `background`: (C, 3).

    Raises:
        SplatError: a setting differs from a constant of gsplat's kernels, or gsplat has no kernels here.
    """
    for name in _BUILT_IN:
        if getattr(settings, name) != getattr(RasterSettings(), name):
            raise SplatError(
                f"{name} is built into gsplat's CUDA kernels as {getattr(RasterSettings(), name)}: leave it, or draw on the CPU"
            )
    g = gaussians
    if g.means.dtype != torch.float32:
        raise SplatError(f"gsplat's CUDA kernels take float32, not {g.means.dtype}: convert with .to(torch.float32)")
    if g.device.type == "cuda":
        check_kernels()
    views = cameras.to(torch.float32)
    if not len(g):
        return _nothing(g, views, background, requested)
    out: dict[str, Any] = {}
    colors, alpha, meta = _rasterized(
        g, views, settings, degree, "RGB+ED" if "depth" in requested else "RGB", background
    )
    out["color"], out["alpha"] = colors[..., :3], alpha
    if "depth" in requested:
        out["depth"] = torch.where(alpha > 0.0, colors[..., 3], 0.0)
    if "features" in requested:
        out["features"] = _features(g, views, meta)
    if requested & {"entity", "median_depth", "contributors"}:
        out |= _surveyed(g, views, meta)
    return Rasterized(
        means2d=meta["means2d"], radii=meta["radii"].amax(dim=-1), **{name: out[name] for name in requested}
    )


def check_kernels() -> None:
    """Load gsplat's kernels, which are compiled at first use.

    Raises:
        SplatError: there is no compiler, or it failed.
    """
    how = "install the CUDA toolkit of torch's version, or a gsplat wheel built for it; or draw with .to('cpu')"
    try:
        from gsplat.cuda._backend import _C
    except (ImportError, OSError, RuntimeError, CalledProcessError) as error:
        raise SplatError(f"gsplat could not compile its CUDA kernels ({error}): {how}") from error
    if _C is None:
        raise SplatError(f"gsplat found no CUDA toolkit (nvcc) to compile its CUDA kernels with: {how}")


def _rasterized(
    g: Gaussians, cameras: Cameras, settings: RasterSettings, degree: int, mode: str, background: Tensor | None
) -> tuple[Tensor, Tensor, dict[str, Any]]:
    from gsplat import rasterization

    image, alpha, meta = rasterization(
        means=g.means,
        quats=g.quats,
        scales=g.scales,
        opacities=g.opacities,
        colors=g.sh,
        viewmats=cameras.camera_from_world,
        Ks=cameras.intrinsics,
        width=cameras.width,
        height=cameras.height,
        near_plane=settings.near,
        far_plane=settings.far,
        eps2d=settings.dilation,
        sh_degree=degree,
        packed=False,
        backgrounds=background,
        render_mode=mode,
        rasterize_mode="antialiased" if settings.antialiased else "classic",
    )
    return image, alpha[..., 0], meta


def _features(g: Gaussians, cameras: Cameras, meta: dict[str, Any]) -> Tensor:
    """(C, H, W, D) features, drawn with the projected centres and tiles of the colors, so that both contribute to the centres'
    gradient."""
    from gsplat import rasterize_to_pixels

    assert g.features is not None
    width = g.features.shape[1]
    parts = [g.features.new_zeros((len(cameras), cameras.height, cameras.width, 0))]
    for first in range(0, width, _CHANNELS_AT_ONCE):
        part = g.features[:, first : first + _CHANNELS_AT_ONCE]
        image, _ = rasterize_to_pixels(
            meta["means2d"],
            meta["conics"],
            part.expand(len(cameras), *part.shape),
            meta["opacities"],
            cameras.width,
            cameras.height,
            meta["tile_size"],
            meta["isect_offsets"],
            meta["flatten_ids"],
        )
        parts.append(image)
    return torch.cat(parts, dim=-1)


def _nothing(g: Gaussians, cameras: Cameras, background: Tensor | None, requested: frozenset[str]) -> Rasterized:
    """Pictures without Gaussians. gsplat cannot draw these: its kernel launches divide by the number of Gaussians."""
    shape = len(cameras), cameras.height, cameras.width
    empty = g.means.new_zeros
    color = empty((*shape, 3))
    if background is not None:
        color = color + background[:, None, None]
    integers = torch.zeros(0, dtype=torch.int32, device=g.device)
    offsets = torch.zeros(shape[1] * shape[2] + 1, dtype=torch.int64, device=g.device)
    out = {
        # part of the autograd graph, like every other picture
        "color": color + g.sh.sum() + g.means.sum(),
        "alpha": empty(shape) + g.logit_opacities.sum(),
        "depth": empty(shape) + g.means.sum(),
        "median_depth": empty(shape),
        "features": None if g.features is None else empty((*shape, g.features.shape[1])) + g.features.sum(),
        "entity": torch.full(shape, NO_ENTITY, dtype=torch.int32, device=g.device),
        "contributors": tuple(Contributors(offsets, integers, empty(0)) for _ in range(shape[0])),
    }
    radii = torch.zeros((shape[0], 0), dtype=torch.int32, device=g.device)
    means2d = empty((shape[0], 0, 2)) + g.means.sum()
    return Rasterized(means2d=means2d, radii=radii, **{name: out[name] for name in requested})  # type: ignore[arg-type]


@torch.no_grad()
def _surveyed(g: Gaussians, cameras: Cameras, meta: dict[str, Any]) -> dict[str, Any]:
    """entity, median_depth and contributors, from gsplat's list of Gaussians at each pixel, in order of depth."""
    from gsplat.cuda._wrapper import rasterize_to_indices_in_range

    count, height, width = len(cameras), cameras.height, cameras.width
    open_pixels = torch.ones((count, height, width), device=g.device)
    rows, pixels, views = rasterize_to_indices_in_range(
        0, len(g) + 1, open_pixels, meta["means2d"], meta["conics"], meta["opacities"], width, height,
        meta["tile_size"], meta["isect_offsets"], meta["flatten_ids"],
    )  # fmt: skip
    place = (views * height + pixels // width) * width + pixels % width
    order = torch.argsort(place, stable=True)
    rows, place, views = rows[order], place[order], views[order]
    x = pixels[order] % width + 0.5 - meta["means2d"][views, rows, 0]
    y = pixels[order] // width + 0.5 - meta["means2d"][views, rows, 1]
    a, b, c = meta["conics"][views, rows].unbind(-1)
    alpha = (meta["opacities"][views, rows] * torch.exp(-0.5 * (a * x * x + c * y * y) - b * x * y)).clamp_max(
        RasterSettings.alpha_max
    )
    ends = torch.cumsum(torch.bincount(place, minlength=count * height * width), dim=0)
    offsets = torch.cat([ends.new_zeros(1), ends])
    # the product along each list is a difference of cumulative sums of logarithms
    dimming = torch.log1p(-alpha.double())
    total = torch.cat([dimming.new_zeros(1), torch.cumsum(dimming, dim=0)])
    before = torch.exp(total[:-1] - total[offsets[place]])
    weights = (alpha * before).float()
    after = before * (1.0 - alpha)

    def looked_up(chosen: Tensor, column: Tensor, nothing: float) -> Tensor:
        """The column's value at the first chosen entry of each pixel; `nothing` where no entry is chosen."""
        first = torch.full((count * height * width,), len(place), device=g.device)
        first = first.scatter_reduce(0, place[chosen], chosen, "amin")
        full = torch.cat([column, torch.full((1,), nothing, dtype=column.dtype, device=g.device)])
        return full[first].reshape(count, height, width)

    best = torch.zeros(count * height * width, device=g.device).scatter_reduce(0, place, weights, "amax")
    heaviest = torch.nonzero(weights == best[place])[:, 0]
    middle = torch.nonzero((before > 0.5) & (after <= 0.5))[:, 0]
    area = height * width
    lists = []
    for v in range(count):
        part = offsets[v * area : (v + 1) * area + 1]
        entries = slice(int(part[0]), int(part[-1]))
        lists.append(Contributors(part - part[0], rows[entries].to(torch.int32), weights[entries]))
    return {
        "entity": looked_up(heaviest, g.entity_ids[rows], NO_ENTITY),
        "median_depth": looked_up(middle, meta["depths"][views, rows], 0.0),
        "contributors": tuple(lists),
    }
