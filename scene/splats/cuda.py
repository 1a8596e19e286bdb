"""The same pictures from gsplat's CUDA kernels (Ye et al., gsplat, 2024; release 1.5)."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from scene.errors import SplatError
from scene.splats.cameras import Cameras
from scene.splats.gaussians import NO_ENTITY, Gaussians
from scene.splats.images import Contributors, Rasterized, RasterSettings

__all__ = ["draw"]

_BUILT_IN = ("alpha_min", "alpha_max", "transmittance_min", "clamp", "kernel_floor")
"""What gsplat's kernels have as constants."""


def draw(
    gaussians: Gaussians,
    cameras: Cameras,
    settings: RasterSettings,
    background: Tensor | None,
    degree: int,
    wanted: frozenset[str],
) -> Rasterized:
    """See :func:`scene.splats.rasterize.rasterize`. `background`: (C, 3).

    Raises:
        SplatError: a setting that gsplat's kernels have as a constant is another than theirs.
    """
    for name in _BUILT_IN:
        if getattr(settings, name) != getattr(RasterSettings(), name):
            raise SplatError(
                f"{name} is built into gsplat's CUDA kernels as {getattr(RasterSettings(), name)}: leave it, or draw on the CPU"
            )
    g = gaussians
    if g.means.dtype != torch.float32:
        raise SplatError(f"gsplat's CUDA kernels take float32, not {g.means.dtype}: convert with .to(torch.float32)")
    out: dict[str, Any] = {}
    colors, alpha, meta = _rasterized(
        g, cameras, settings, g.sh, degree, "RGB+ED" if "depth" in wanted else "RGB", background
    )
    out["color"], out["alpha"] = colors[..., :3], alpha
    if "depth" in wanted:
        out["depth"] = torch.where(alpha > 0.0, colors[..., 3], 0.0)
    if "features" in wanted:
        assert g.features is not None
        out["features"] = _rasterized(g, cameras, settings, g.features, None, "RGB", None)[0]
    if wanted & {"entity", "median_depth", "contributors"}:
        out |= _surveyed(g, cameras, meta)
    return Rasterized(means2d=meta["means2d"], radii=meta["radii"].amax(dim=-1), **{name: out[name] for name in wanted})


def _rasterized(
    g: Gaussians,
    cameras: Cameras,
    settings: RasterSettings,
    values: Tensor,
    degree: int | None,
    mode: str,
    background: Tensor | None,
) -> tuple[Tensor, Tensor, dict[str, Any]]:
    from gsplat import rasterization

    image, alpha, meta = rasterization(
        means=g.means,
        quats=g.quats,
        scales=g.scales,
        opacities=g.opacities,
        colors=values,
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


@torch.no_grad()
def _surveyed(g: Gaussians, cameras: Cameras, meta: dict[str, Any]) -> dict[str, Any]:
    """entity, median_depth and contributors, of the list of who is met at which pixel that gsplat gives in order of depth."""
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
    # a product along each list as a sum of logarithms, less what was summed before the list
    dimming = torch.log1p(-alpha.double())
    total = torch.cat([dimming.new_zeros(1), torch.cumsum(dimming, dim=0)])
    before = torch.exp(total[:-1] - total[offsets[place]])
    weights = (alpha * before).float()
    after = before * (1.0 - alpha)

    def looked_up(chosen: Tensor, column: Tensor, nothing: float) -> Tensor:
        """column at the first chosen entry of each pixel."""
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
